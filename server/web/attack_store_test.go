package web

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/webtest"
)

// storeAttacks are those that come by what is stored, and those on what it
// takes to read it.
var storeAttacks = []attack{
	{number: "17", name: "a panic in a resolver", run: func(t *testing.T, s site) string {
		got := s.ask(`mutation { loadArticle(input: {text: "panic"}) { existing } }`)
		if got.status != http.StatusOK || !strings.Contains(got.body, `"INTERNAL"`) {
			t.Errorf("got %d %s, want an internal error", got.status, got.body)
		}
		says(t, got, "secret", ".go", "panic", "goroutine")
		return "INTERNAL, no path, no stack"
	}},
	{number: "17c", name: "a graph that cannot be read", run: func(t *testing.T, s site) string {
		var log bytes.Buffer
		broken := serve(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
		if err := broken.store.Close(); err != nil {
			t.Fatal(err)
		}
		for _, got := range []reply{
			broken.ask("{ rounds { totalCount } }"), broken.ask(loadMutation), broken.do(http.MethodGet, "/export/graph.ndjson", ""),
			broken.do(http.MethodGet, "/export/timeline.csv", ""), broken.do(http.MethodGet, "/timeline", ""), broken.do(http.MethodGet, "/readyz", ""),
		} {
			if got.status == http.StatusOK && !strings.Contains(got.body, `"errors"`) {
				t.Errorf("got %d %.200s, want an error", got.status, got.body)
			}
			says(t, got, "/tmp", t.TempDir(), "badger", ".sst", ".vlog", ".go:")
		}
		return "errors without a path"
	}},
	{number: "19b", name: "a query that takes too long", options: Options{Limits: Limits{Timeout: 30 * time.Millisecond}}, keeps: 64 << 20, run: tooLong},
	{number: "20c", name: "more queries at a time than there are places", options: Options{Limits: Limits{Concurrent: 2, Wait: 50 * time.Millisecond, Timeout: time.Second}}, run: func(t *testing.T, s site) string {
		var holders sync.WaitGroup
		for range 2 {
			holders.Go(func() { s.ask(`mutation { loadArticle(input: {text: "wait"}) { existing } }`) })
		}
		time.Sleep(200 * time.Millisecond)
		var got reply
		for range 5 {
			if got = s.ask("{ rounds { totalCount } }"); got.status != http.StatusServiceUnavailable || got.code(t) != codeBusy || got.header.Get("Retry-After") == "" {
				t.Errorf("got %d %s, want 503 and when to try again", got.status, got.body)
				break
			}
		}
		if got := s.ask("{ rounds { totalCount } }", "Accept", mediaEvents); !strings.Contains(got.body, codeBusy) {
			t.Errorf("as a stream: got %s", got.body)
		}
		if got := s.do(http.MethodGet, "/healthz", ""); got.status != http.StatusOK {
			t.Errorf("health: got %d", got.status)
		}
		holders.Wait()
		return "503 until there is one"
	}},
	{number: "21", name: "<script>, bidi controls, =HYPERLINK( in stored titles", run: hostileTitles},
}

// says fails if an answer has something in it that is nobody's business.
func says(t *testing.T, got reply, secrets ...string) {
	t.Helper()
	for _, secret := range secrets {
		if strings.Contains(got.body, secret) {
			t.Errorf("got %d %.300s: it says %q", got.status, got.body, secret)
		}
	}
}

// tooLong asks for much of a large graph, and looks whether it is still read
// after the answer.
func tooLong(t *testing.T, s site) string {
	const rounds = 600
	var claims []graph.Claim
	for i := range rounds {
		id := graph.MakeID("round", fmt.Sprintf("long-%d", i+1))
		claims = append(claims,
			graph.Claim{Subject: id, Predicate: graph.PredProcess, Object: graph.Object{Entity: "process:long"}},
			graph.Claim{Subject: id, Predicate: graph.PredStart, Object: graph.Object{Date: edtf.Of(2001+i/365, 1+i%12, 1+i%28)}},
			graph.Claim{Subject: id, Predicate: graph.PredDelegation, Object: graph.Object{Entity: graph.MakeID("delegation", id.Name()+"/team")}},
		)
	}
	if _, err := s.store.Put(t.Context(), webtest.Reading(t, graph.Article{Title: "Long", Language: "en", Published: edtf.MustParse("2020-01-01"), Text: "long"}, claims...)); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	got := s.ask("{ rounds(first: 1000) { nodes { name delegations { party { name } claims { evidence { article { title } } } } previous { next { name } } timeline { totalCount } claims { evidence { quote } } } } }")
	took := time.Since(began)
	if !strings.Contains(got.body, `"TIMEOUT"`) || took > hang {
		t.Errorf("got %d %.200s after %v, want the code TIMEOUT", got.status, got.body, took)
	}
	reads := s.store.Reads()
	time.Sleep(100 * time.Millisecond)
	if n := s.store.Reads() - reads; n != 0 {
		t.Errorf("%d reads after the answer", n)
	}
	return fmt.Sprintf("TIMEOUT after %d ms, no read after it", took.Milliseconds())
}

// hostileTitles loads titles and names that are meant to do harm where they
// are shown, and looks at every place that shows them.
func hostileTitles(t *testing.T, s site) string {
	said := graph.HashID("statement", "formula")
	formula := func(what string) graph.Object {
		return graph.Object{Text: `=HYPERLINK("https://evil.example/` + what + `","x")` + webtest.HostileName, Language: "en"}
	}
	if _, err := s.store.Put(t.Context(), webtest.Reading(t, graph.Article{
		URL: "https://example.org/f", Title: formula("title").Text, Source: formula("source").Text, Language: "en", Published: edtf.MustParse("2020-02-01"), Text: "@SUM(1)",
	},
		graph.Claim{Subject: "round:evil-2", Predicate: graph.PredProcess, Object: graph.Object{Entity: "process:formula"}},
		graph.Claim{Subject: "process:formula", Predicate: graph.PredName, Object: formula("process")},
		graph.Claim{Subject: "round:evil-2", Predicate: graph.PredStatement, Object: graph.Object{Entity: said}},
		graph.Claim{Subject: said, Predicate: graph.PredText, Object: formula("text")},
		graph.Claim{Subject: said, Predicate: graph.PredSpeaker, Object: graph.Object{Entity: "person:formula"}},
		graph.Claim{Subject: said, Predicate: graph.PredDate, Object: graph.Object{Date: edtf.MustParse("2020-02-02")}},
		graph.Claim{Subject: "person:formula", Predicate: graph.PredName, Object: formula("person")},
	)); err != nil {
		t.Fatal(err)
	}
	inertPage(t, "the timeline page", s.do(http.MethodGet, "/timeline?from=2020", "").body)
	got := s.ask(`{ articles { nodes { title source } } timeline { nodes { title(language: "en") } } }`)
	if media := got.header.Get("Content-Type"); !strings.HasPrefix(media, mediaJSON) || got.header.Get("X-Content-Type-Options") != "nosniff" || strings.Contains(got.body, "<script>") {
		t.Errorf("GraphQL: got %s %.300s, want no element in it", media, got.body)
	}
	for _, f := range timeline.Formats() {
		got := s.do(http.MethodGet, "/export/timeline"+f.Extension, "")
		if got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") || !strings.Contains(got.header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: got %d %v, want a file to keep", f.Name, got.status, got.header)
		}
		inertFile(t, f, got.body)
	}
	for _, f := range export.Formats() {
		if f.Name == export.Canonical { // which has the bytes as they were
			continue
		}
		got := s.do(http.MethodGet, "/export/graph"+f.Extension, "")
		if got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: got %d %v, want a file to keep", f.Name, got.status, got.header)
		}
		inertFile(t, timeline.Format{Name: f.Name, Extension: filepath.Ext(f.Extension)}, got.body)
	}
	return fmt.Sprintf("inert in the page, in GraphQL and in %d formats", len(timeline.Formats())+len(export.Formats())-1)
}

// inertFile fails if a file of a format does something when it is opened.
func inertFile(t *testing.T, f timeline.Format, body string) {
	t.Helper()
	if strings.Contains(body, "\u202E") {
		t.Errorf("%s: it has bidi controls", f.Name)
	}
	switch f.Extension {
	case ".csv":
		rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || len(rows) < 3 {
			t.Fatalf("csv: %d rows, %v", len(rows), err)
		}
		for _, cell := range flatten(rows) {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("csv: the cell %q is a formula", cell)
			}
		}
	case ".xlsx":
		for name, part := range unzip(t, body) {
			if strings.Contains(part, "<f>") || strings.Contains(part, "<f ") || strings.Contains(name, "vba") || strings.Contains(name, "externalLink") {
				t.Errorf("xlsx: %s has a formula", name)
			}
		}
	case ".graphml", ".gexf":
		if err := xml.Unmarshal([]byte(body), new(any)); err != nil || strings.Contains(body, "<script") {
			t.Errorf("%s: it is not well formed, or has an element of a title: %v", f.Name, err)
		}
	case ".html", ".svg":
		inertPage(t, f.Name, body)
	case ".timeline.json", ".timelinejs.json": // texts are shown as HTML
		var value any
		if err := json.Unmarshal([]byte(body), &value); err != nil {
			t.Fatal(err)
		}
		each(value, func(text string) { inertPage(t, f.Name, text) })
	case ".md":
		if strings.Contains(body, "<script") || strings.Contains(body, "<img") {
			t.Errorf("md: it has elements: %.300s", body)
		}
	}
}

func flatten(rows [][]string) (cells []string) {
	for _, row := range rows {
		cells = append(cells, row...)
	}
	return cells
}

// each calls f for each text in a value of JSON.
func each(value any, f func(string)) {
	switch v := value.(type) {
	case string:
		f(v)
	case []any:
		for _, inner := range v {
			each(inner, f)
		}
	case map[string]any:
		for _, inner := range v {
			each(inner, f)
		}
	}
}

func unzip(t *testing.T, body string) map[string]string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// inertPage fails if a browser would run something of a page, or go where a
// hostile title leads.
func inertPage(t *testing.T, name, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "script" && (n.FirstChild != nil || !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
			return a.Key == "src" && strings.HasPrefix(a.Val, "./timeline/timeline.js?")
		})) {
			t.Errorf("%s: it has a script that is not the page's own", name)
		}
		if n.Data == "img" || n.Data == "iframe" || n.Data == "object" {
			t.Errorf("%s: it has the element %s", name, n.Data)
		}
		for _, a := range n.Attr {
			value := strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(strings.ToLower(a.Key), "on") || strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "https://evil.example") {
				t.Errorf("%s: it has the attribute %s=%q", name, a.Key, a.Val)
			}
		}
	}
}
