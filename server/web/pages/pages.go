// Package pages makes the pages for readers beside the timeline: rounds,
// articles, people, parties, processes, topics and places.
//
// The idea to know: a page shows what views answer, each fact with a way to the
// passages that say so, and each passage with a way to its sentence in the
// article. What belongs together is read together, so that the number of reads
// does not grow with what a page shows; and every list has a bound, with a link
// to the rest.
package pages

import (
	"context"
	"embed"
	"fmt"
	"net/http"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

//go:embed files
var files embed.FS

// pages holds what the pages read.
type pages struct {
	store *graph.Store
	files layout.Files
	// charts is the style sheet of drawings, which the timeline's page serves.
	charts layout.Files
}

// New gives the pages, and the folder "/pages/" of their files, by the
// patterns of [http.ServeMux] under which they are served.
func New(s *layout.Site, store *graph.Store) (map[string]http.Handler, error) {
	own, err := layout.ReadFiles(files, "files", "pages")
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	charts, err := layout.ReadFiles(timeline.ChartFiles, ".", "chart")
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	p := &pages{store, own, charts}
	routes := map[string]http.Handler{
		"GET /id/{id...}": s.Handler(nil, p.address),
		"GET /pages/":     own,
	}
	templates := map[string]map[string]layout.Page{
		"rounds.html":   {"/rounds": p.rounds},
		"round.html":    {"/rounds/{name}": p.round},
		"articles.html": {"/articles": p.articles},
		"article.html":  {"/articles/{name}": p.article},
		"thing.html":    p.things(),
		"index.html":    p.indexes(),
	}
	for name, served := range templates {
		t, err := layout.Template(files, "files/parts.html", "files/"+name)
		if err != nil {
			return nil, fmt.Errorf("pages: %w", err)
		}
		for path, page := range served {
			routes["GET "+path] = s.Handler(t, p.dressed(page))
		}
	}
	return routes, nil
}

// dressed is a page with the pages' style sheet.
func (p *pages) dressed(page layout.Page) layout.Page {
	return func(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
		f.Styles = append(f.Styles, p.files.Path("pages.css"))
		return page(ctx, r, f)
	}
}
