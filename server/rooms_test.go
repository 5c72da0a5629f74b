package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// topLevel is all that the repository's root may hold. The first row is the
// customer's, and each of its names must be there.
var (
	topLevelFixed = strings.Fields("graph schema resolvers loader server testdata gqlgen.yml go.mod go.sum")
	topLevelUsual = strings.Fields("README.md LICENSE CHANGELOG.md CONTRIBUTING.md docs .ci .github .gitignore .gitattributes .editorconfig .git")
)

// A room is a package of this module and the packages of this module that it
// may import outside its tests.
type room struct {
	name    string
	imports string // "/..." at the end: what is under it too
}

// rooms lists every package. Data flows one way, from articles to answers, and
// so do imports. Dates with uncertainty are part of claims, so that whoever
// may know graph's claim types may know graph/edtf.
var rooms = []room{
	// The leaves: dates, and text.
	{"graph/edtf", ""},
	{"loader/text", ""},

	// The graph knows nothing of languages, articles' formats or GraphQL.
	{"graph", "graph/edtf"},
	{"graph/timeline", "graph graph/edtf"},
	{"graph/export", "graph graph/edtf"},

	// The loader knows the graph's claim types, and nothing of GraphQL. Files
	// and pages are read without knowing what is looked for in them.
	{"loader/source", "loader/text"},
	{"loader/clean", "loader/text"},
	{"loader/lexicon", "loader/text graph/edtf"},
	{"loader/dates", "loader/text graph/edtf"},
	{"loader/search", "loader/text graph"},
	{"loader/rules", "loader/text loader/lexicon loader/dates graph graph/edtf"},
	{"loader", "loader/... graph graph/edtf"},

	// What no rule says is weighed by what this learns from labelled articles.
	{"loader/weigh", "loader loader/rules loader/source"},

	// The schema is read by what writes its reference.
	{"schema", ""},

	// Resolvers translate; what they need for loading is an interface of theirs.
	{"resolvers", "resolvers/... graph graph/edtf graph/timeline"},
	{"resolvers/scalar", "graph graph/edtf graph/timeline"},
	{"resolvers/generated", "resolvers/... graph graph/edtf graph/timeline"},
	{"resolvers/generated/model", "resolvers/scalar graph graph/edtf graph/timeline"},

	// The server wires.
	{"server/web/layout", "graph graph/edtf graph/timeline"},
	{"server/web/pages", "server/web/layout graph graph/edtf graph/timeline"},
	{"server/web/timelinepage", "server/web/layout graph graph/edtf graph/timeline"},
	{"server/web/webtest", "graph graph/edtf"}, // for tests
	{"server/web", "server/web/... resolvers/... graph graph/edtf graph/timeline graph/export"},
	{"server", "graph/... loader/... resolvers/... server/..."},
}

// libraries that only some rooms may import: the rooms that may.
var libraries = map[string]string{
	"github.com/99designs/gqlgen":     "resolvers/... server/...",
	"github.com/vektah/gqlparser":     "schema resolvers/... server/...",
	"github.com/dgraph-io/badger":     "graph",
	"github.com/alecthomas/kong":      "server loader/weigh",
	"golang.org/x/term":               "server",
	"codeberg.org/readeck":            "loader/clean",
	"github.com/prometheus":           "server/...",
	"github.com/blevesearch":          "loader/...",
	"github.com/goccy/go-yaml":        "loader/...",
	"github.com/abadojack/whatlanggo": "loader/text",
	"github.com/gogs/chardet":         "loader/source",
	"github.com/hablullah/go-hijri":   "loader/dates",
	"github.com/jalaali/go-jalaali":   "loader/dates loader/clean",
	"github.com/coder/websocket":      "server/web",
	"github.com/arran4/golang-ical":   "graph/timeline",
	"github.com/xuri/excelize":        "graph/timeline",
	"github.com/chromedp":             "", // tests only
	"github.com/Khan/genqlient":       "", // tests only
	"github.com/emersion/go-ical":     "", // tests only
	"github.com/rogpeppe/go-internal": "", // tests only
	"pgregory.net/rapid":              "", // tests only
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	ignored := ignoredNames(t)
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
		if allowed := slices.Concat(topLevelFixed, topLevelUsual, ignored); !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s: not one of the names that the root may hold", e.Name())
		}
	}
	for _, name := range topLevelFixed {
		if !slices.Contains(found, name) {
			t.Errorf("%s: missing", name)
		}
	}
}

// ignoredNames are the names in the root that git ignores: what running and
// building leave behind.
func ignoredNames(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../.gitignore")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		names = append(names, strings.Trim(strings.TrimSpace(line), "/"))
	}
	return names
}

func TestImports(t *testing.T) {
	listed := map[string]bool{}
	for _, p := range listPackages(t) {
		listed[p.name] = true
		i := slices.IndexFunc(rooms, func(r room) bool { return r.name == p.name })
		if i < 0 {
			t.Errorf("%s: no row in the table of rooms", p.name)
			continue
		}
		for _, imported := range p.ours {
			if !matches(rooms[i].imports, imported) {
				t.Errorf("%s imports %s: may import %q", p.name, imported, rooms[i].imports)
			}
		}
		for _, imported := range p.others {
			for library, users := range libraries {
				if strings.HasPrefix(imported, library) && !matches(users, p.name) {
					t.Errorf("%s imports %s: only %q may", p.name, imported, users)
				}
			}
		}
	}
	for _, r := range rooms {
		if !listed[r.name] {
			t.Errorf("%s: a row in the table of rooms, and no package", r.name)
		}
	}
}

// matches tells whether a list of names and "name/..." holds a name.
func matches(list, name string) bool {
	return slices.ContainsFunc(strings.Fields(list), func(pattern string) bool {
		under, open := strings.CutSuffix(pattern, "/...")
		return name == under || open && strings.HasPrefix(name, under+"/")
	})
}

func TestMatches(t *testing.T) {
	cases := []struct {
		list, name string
		want       bool
	}{
		{"graph graph/edtf", "graph/edtf", true},
		{"graph", "graph/edtf", false},
		{"graph/...", "graph/edtf", true},
		{"graph/...", "graph", true},
		{"graph/...", "graphs", false},
		{"", "graph", false},
	}
	for _, c := range cases {
		if got := matches(c.list, c.name); got != c.want {
			t.Errorf("matches(%q, %q): got %t, want %t", c.list, c.name, got, c.want)
		}
	}
}

// A pkg is a package of this module; ours are its imports within the module,
// without the module's name, and others those outside.
type pkg struct {
	name         string
	ours, others []string
}

func listPackages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles,Module", "./...")
	cmd.Dir = ".."
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var found []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath       string
			Imports, GoFiles []string
			Module           struct{ Path string }
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		if len(p.GoFiles) == 0 {
			continue // tests alone
		}
		our := pkg{name: strings.TrimPrefix(p.ImportPath, p.Module.Path+"/")}
		for _, imported := range p.Imports {
			if name, ok := strings.CutPrefix(imported, p.Module.Path+"/"); ok {
				our.ours = append(our.ours, name)
			} else {
				our.others = append(our.others, imported)
			}
		}
		found = append(found, our)
	}
}
