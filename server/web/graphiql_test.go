package web

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func graphiql(t *testing.T) http.Handler {
	t.Helper()
	h, err := GraphiQL()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func get(h http.Handler, path string, header ...string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) []byte {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every file that the page names is there, with its type, both compressed and
// not, and nothing names another host.
func TestGraphiQLFiles(t *testing.T) {
	h := graphiql(t)
	page := string(body(t, get(h, "/")))
	names := regexp.MustCompile(`(?:src|href)="\./(graphiql/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(names) < 3 {
		t.Fatalf("page names %d files, want its script, its style and its icon:\n%s", len(names), page)
	}
	if strings.Contains(page, "//") {
		t.Errorf("page names another host:\n%s", page)
	}
	for _, name := range names {
		plain := get(h, "/"+name[1])
		if plain.StatusCode != http.StatusOK || plain.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: got status %d, encoding %q", name[1], plain.StatusCode, plain.Header.Get("Content-Encoding"))
		}
		zipped := get(h, "/"+name[1], "Accept-Encoding", "gzip")
		if got := zipped.Header.Get("Content-Encoding"); got != "gzip" {
			t.Errorf("%s: got encoding %q, want gzip", name[1], got)
		}
		text, err := inflate(body(t, zipped))
		if err != nil {
			t.Fatalf("%s: %v", name[1], err)
		}
		if !bytes.Equal(text, body(t, plain)) {
			t.Errorf("%s: differs between encodings", name[1])
		}
		if zipped.Header.Get("ETag") == plain.Header.Get("ETag") {
			t.Errorf("%s: one ETag for two encodings", name[1])
		}
	}
}

func TestGraphiQLHeaders(t *testing.T) {
	h := graphiql(t)
	page := get(h, "/", "Accept-Encoding", "gzip, br")
	for name, want := range map[string]string{
		"Content-Type":            "text/html; charset=utf-8",
		"Content-Security-Policy": GraphiQLPolicy,
		"X-Content-Type-Options":  "nosniff",
		"Cache-Control":           "no-cache",
		"Vary":                    "Accept-Encoding",
	} {
		if got := page.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	tag := page.Header.Get("ETag")
	if again := get(h, "/", "Accept-Encoding", "gzip", "If-None-Match", tag); again.StatusCode != http.StatusNotModified {
		t.Errorf("with its ETag: got status %d, want 304", again.StatusCode)
	}
	if again := get(h, "/", "If-None-Match", tag); again.StatusCode != http.StatusOK {
		t.Errorf("with the ETag of the other encoding: got status %d, want 200", again.StatusCode)
	}
	for _, path := range []string{"/index.html", "/graphiql/", "/graphiql/../graphiql.go", "/nothing"} {
		if got := get(h, path).StatusCode; got != http.StatusNotFound {
			t.Errorf("%s: got status %d, want 404", path, got)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: got status %d, want 405", w.Code)
	}
}

func TestAcceptsGzip(t *testing.T) {
	cases := []struct {
		name   string
		header []string
		want   bool
	}{
		{"no header", nil, false},
		{"a browser's", []string{"gzip, deflate, br, zstd"}, true},
		{"refused", []string{"gzip;q=0, br"}, false},
		{"refused but anything else", []string{"*, gzip; q=0.0"}, false},
		{"anything", []string{"*"}, true},
		{"two headers", []string{"br", "GZIP;q=0.5"}, true},
		{"another coding that holds the name", []string{"notgzip"}, false},
		{"weight that is no number", []string{"gzip;q=x"}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := acceptsGzip(c.header); got != c.want {
				t.Errorf("got %t, want %t", got, c.want)
			}
		})
	}
}

// The packages in the bundle are those of the lockfile, each with its licence.
func TestGraphiQLLicences(t *testing.T) {
	licences := string(body(t, get(graphiql(t), "/graphiql/LICENCES.txt")))
	var manifest struct{ Dependencies map[string]string }
	readJSON(t, "graphiql/package.json", &manifest)
	for name, version := range manifest.Dependencies {
		if !strings.Contains(licences, "== "+name+" "+version+" (") {
			t.Errorf("no licence of %s %s", name, version)
		}
	}
	lock, err := os.ReadFile("graphiql/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(lock, []byte(`"resolved"`)) {
		t.Error("the lockfile names registry hosts")
	}
}

func loadSchema(t *testing.T) *ast.Schema {
	t.Helper()
	var sources []*ast.Source
	for _, file := range glob(t, "../../schema/*.graphqls") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: file, Input: string(text)})
	}
	schema, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}
