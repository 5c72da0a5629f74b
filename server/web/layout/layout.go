// Package layout is what all pages for readers share: the frame around them with
// its navigation and languages, the style sheet, and how a page is served.
//
// The idea to know: a page is a template and a function. The function reads the
// graph and answers what the template shows; [Site.Handler] does all else: the
// language, one state of the graph for all reads, headers, the entity tag, and
// errors as pages that help. Pages need no script; what a script adds is one ES
// module of this server.
//
// It does not know what pages there are, apart from the links of the header.
package layout

import (
	"crypto/rand"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"

	"peacetalks/graph"
)

// Policy is the content security policy of every page: its style sheets and
// its script are files of this server, and its script fetches pages of this
// server and nothing else.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'"

//go:embed files
var embedded embed.FS

// A Site serves pages about one graph.
type Site struct {
	store   *graph.Store
	log     *slog.Logger
	files   Files
	problem *template.Template
	start   string // tells runs of the program apart, for entity tags
	program string
}

// New prepares a site. The program, with its version, is what pages say that
// they were made by. A log that is nil is [slog.Default].
func New(store *graph.Store, program string, log *slog.Logger) (*Site, error) {
	if log == nil {
		log = slog.Default()
	}
	files, err := ReadFiles(embedded, "files", "site")
	if err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	problem, err := Template(embedded, "files/problem.html")
	if err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	return &Site{store: store, log: log, files: files, problem: problem, start: rand.Text(), program: program}, nil
}

// Files are the site's own files, to be served at "/site/".
func (s *Site) Files() Files { return s.files }

// Template reads the templates of a page, which are to define "main" and may
// define "head", within the site's frame.
func Template(files fs.FS, names ...string) (*template.Template, error) {
	t, err := template.New("frame.html").ParseFS(embedded, "files/frame.html", "files/parts.html")
	if err != nil {
		return nil, err
	}
	return t.ParseFS(files, names...)
}
