package layout

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// shown is a page of the tests.
type shown struct {
	*Frame
	Body string
}

// open makes a site over an empty graph, with one page.
func open(t *testing.T, page Page) http.Handler {
	t.Helper()
	store, err := graph.Open(t.TempDir(), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	s, err := New(store, "peacetalks test", nil)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"page.html": {Data: []byte(`{{define "main"}}<h1>{{.Body}}</h1><a id="round" href="{{.To "round:astana-14"}}">14</a>{{end}}`)}}
	template, err := Template(files, "page.html")
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler(template, page)
}

func get(h http.Handler, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func hello(_ context.Context, _ *http.Request, f *Frame) (any, error) {
	f.Title = "Title"
	return &shown{f, "<script>"}, nil
}

func TestLanguages(t *testing.T) {
	h := open(t, hello)
	for _, c := range []struct{ name, target, accept, language, direction, link string }{
		{"none asked for", "/rounds", "", "en", "ltr", "./rounds/astana-14"},
		{"Arabic", "/rounds?language=ar", "", "ar", "rtl", "./rounds/astana-14?language=ar"},
		{"Arabic by the browser", "/rounds", "ar-SY,en;q=0.5", "ar", "rtl", "./rounds/astana-14"},
		{"the browser's second", "/rounds", "de, ar;q=0.5", "ar", "rtl", "./rounds/astana-14"},
		{"the address before the browser", "/rounds?language=en", "ar", "en", "ltr", "./rounds/astana-14?language=en"},
		{"one that there is not", "/rounds?language=xx", "", "en", "ltr", "./rounds/astana-14"},
		{"names", "/rounds/x?names=fa&asOf=2019-12", "", "en", "ltr", "../rounds/astana-14?asOf=2019-12&amp;names=fa"},
		{"a slash that is part of a name", "/rounds/x%2Fy", "", "en", "ltr", "../rounds/astana-14"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := get(h, c.target, "Accept-Language", c.accept)
			for _, want := range []string{
				fmt.Sprintf(`<html lang="%s" dir="%s">`, c.language, c.direction),
				fmt.Sprintf(`id="round" href="%s"`, c.link), "<h1>&lt;script&gt;</h1>", "<title>Title",
			} {
				if !strings.Contains(w.Body.String(), want) {
					t.Errorf("no %s in\n%s", want, w.Body)
				}
			}
			if w.Code != http.StatusOK || w.Header().Get("Content-Language") != c.language {
				t.Errorf("%d, %s", w.Code, w.Header().Get("Content-Language"))
			}
		})
	}
}

func TestEntityTags(t *testing.T) {
	made := 0
	h := open(t, func(ctx context.Context, r *http.Request, f *Frame) (any, error) {
		made++
		return hello(ctx, r, f)
	})
	first := get(h, "/rounds")
	tag := first.Header().Get("ETag")
	if tag == "" || first.Header().Get("Cache-Control") != "no-cache" {
		t.Fatalf("headers %v", first.Header())
	}
	if again := get(h, "/rounds", "If-None-Match", `"other", `+tag); again.Code != http.StatusNotModified || again.Body.Len() != 0 || made != 1 {
		t.Errorf("asked again: %d, %d bytes, the page was made %d times", again.Code, again.Body.Len(), made)
	}
	for _, target := range []string{"/rounds?language=ar", "/rounds?names=fa", "/articles"} {
		if other := get(h, target, "If-None-Match", tag); other.Code != http.StatusOK {
			t.Errorf("%s under the tag of another page: %d", target, other.Code)
		}
	}
	if arabic := get(h, "/rounds", "If-None-Match", tag, "Accept-Language", "ar"); arabic.Code != http.StatusOK {
		t.Errorf("in the browser's other language: %d", arabic.Code)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name, target string
		err          error
		status       int
		says         string
	}{
		{"nothing there", "/rounds/x", NotFound(), 404, "There is nothing here"},
		{"in Arabic", "/rounds/x?language=ar", NotFound(), 404, "لا شيء هنا"},
		{"a bad question", "/rounds/x", &Problem{Status: 400, Reason: "<b>no"}, 400, "&lt;b&gt;no"},
		{"too long", "/rounds/x", context.DeadlineExceeded, 503, "Please try again"},
		{"a fault", "/rounds/x", fmt.Errorf("/secret/path"), 500, "The page could not be made"},
		{"a day that is none", "/rounds/x?asOf=soon", nil, 400, "asOf"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := get(open(t, func(context.Context, *http.Request, *Frame) (any, error) { return nil, c.err }), c.target)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || strings.Contains(w.Body.String(), "secret") {
				t.Errorf("%d, want %d saying %q:\n%s", w.Code, c.status, c.says, w.Body)
			}
			if w.Header().Get("ETag") != "" {
				t.Error("an error has an entity tag")
			}
		})
	}
	w := get(open(t, func(_ context.Context, _ *http.Request, f *Frame) (any, error) {
		return nil, &Elsewhere{f.Link("rounds/astana-14", "language", "ar"), http.StatusSeeOther}
	}), "/id/round:astana-14")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "../rounds/astana-14?language=ar" {
		t.Errorf("elsewhere: %d, %s", w.Code, w.Header().Get("Location"))
	}
}

func TestFiles(t *testing.T) {
	files, err := ReadFiles(embedded, "files", "site")
	if err != nil {
		t.Fatal(err)
	}
	w := get(files, "/"+files.Path("site.css"))
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("%d, %v", w.Code, w.Header())
	}
	if css := w.Body.String(); strings.Contains(css, "url(") || strings.Contains(css, "@import") {
		t.Error("the style sheet loads something")
	}
	if w := get(files, "/site/site.css"); w.Header().Get("Cache-Control") != "no-cache" {
		t.Errorf("without its hash: %v", w.Header())
	}
	for _, path := range []string{"/site/frame.html", "/site/none.css", "/site/"} {
		if w := get(files, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestPathOf(t *testing.T) {
	for id, want := range map[graph.ID]string{
		"round:astana-14":                   "rounds/astana-14",
		"person:sedat-onal":                 "people/sedat-onal",
		"party:a/b":                         "parties/a%2Fb",
		"delegation:astana-14/turkey":       "rounds/astana-14#delegation-turkey",
		"agenda:astana-14/ceasefire":        "rounds/astana-14#agenda-ceasefire",
		"meeting:astana-14/iran+russia":     "rounds/astana-14#meeting-iran+russia",
		"meeting:astana-14/plenary@2019-12": "rounds/astana-14#meeting-plenary@2019-12",
		"statement:abc":                     "id/statement:abc",
		"":                                  "id/",
	} {
		if got := PathOf(id); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}

// TestWordsAreWhole checks that no phrase is missing in a language.
func TestWordsAreWhole(t *testing.T) {
	for language, text := range words {
		if s := fmt.Sprintf("%q", text); strings.Contains(s, `""`) {
			t.Errorf("%s lacks a phrase: %s", language, s)
		}
	}
}

// TestColours checks that text can be read on every ground it stands on:
// WCAG's 4.5:1 for text, and 3:1 for the edges of controls.
func TestColours(t *testing.T) {
	css, err := embedded.ReadFile("files/site.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	if !found {
		t.Fatal("no dark colours")
	}
	dark, _, _ = strings.Cut(dark, "\n}\n")
	for name, part := range map[string]string{"light": light, "dark": dark} {
		colours := tokens(part)
		for _, c := range []struct {
			on   string
			of   string
			want float64
		}{
			{"paper card well mark target", "ink", 4.5},
			{"paper card well", "soft accent error happened ongoing planned denied lane0 lane1 lane2 lane3 lane4 lane5 lane6 lane7", 4.5},
			{"wash", "ink accent", 4.5},
			{"accent", "on-accent", 4.5},
			{"paper card", "edge", 3},
		} {
			for on := range strings.FieldsSeq(c.on) {
				for of := range strings.FieldsSeq(c.of) {
					if got := contrast(t, colours[on], colours[of]); got < c.want {
						t.Errorf("%s: %s on %s has %.2f:1, want %.1f:1", name, of, on, got, c.want)
					}
				}
			}
		}
	}
}

func tokens(css string) map[string]string {
	found := map[string]string{}
	for line := range strings.Lines(css) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if value, _, _ = strings.Cut(value, ";"); ok && strings.HasPrefix(name, "--") {
			found[name[2:]] = value
		}
	}
	return found
}

// contrast is the ratio of WCAG 2 between two colours written as #rrggbb.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var rgb [3]uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		t.Fatalf("%q is no colour: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		sum += weight * linear(float64(rgb[i])/255)
	}
	return sum
}

func TestDateOfFrame(t *testing.T) {
	f := &Frame{Language: "ar"}
	if got, want := f.Date(edtf.MustParse("2019-12")), "كانون الأول (ديسمبر) 2019"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// linear undoes the curve of sRGB.
func linear(c float64) float64 {
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func TestALongQueryString(t *testing.T) {
	h := open(t, hello)
	if got := get(h, "/rounds?x="+strings.Repeat("x", maxQuery-2)); got.Code != http.StatusOK {
		t.Errorf("%d bytes: %d, want 200", maxQuery, got.Code)
	}
	got := get(h, "/rounds?x="+strings.Repeat("x", maxQuery))
	if got.Code != http.StatusRequestURITooLong || got.Body.Len() > maxQuery || !strings.Contains(got.Body.String(), "the query string is longer than 4000 bytes") {
		t.Errorf("more: %d with %d bytes, want a short page that says so", got.Code, got.Body.Len())
	}
}
