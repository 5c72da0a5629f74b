package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
)

// readings are a few articles that use every field of the model.
func readings() []graph.Reading {
	var out []graph.Reading
	for i, outlet := range []string{"Outlet A", "وكالة الأنباء", ""} {
		a := graph.Article{
			URL: fmt.Sprintf("https://example.org/%d?a=1&b=<2>", i), Title: "Talks \u2028 & <tags>", Source: outlet, Language: "ar",
			Text: fmt.Sprintf("بدأت الجولة الرابعة عشرة في أستانة. \x00\t%d\n", i),
		}
		if i > 0 {
			a.Published = edtf.MustParse("2019-12-10")
			a.Blocks = []graph.Block{{Start: 0, End: 8, Kind: "title"}, {Start: 9, End: len(a.Text), Kind: "body"}}
		}
		if i == 2 {
			a.Solved = []string{"published"}
		}
		a.ID = graph.ArticleID(a)
		quote := "الجولة الرابعة عشرة"
		at := strings.Index(a.Text, quote)
		evidence := []graph.Evidence{{
			Article: a.ID, Spans: []graph.Span{{Start: at, End: at + len(quote), Quote: quote}, {Start: 0, End: 8, Quote: a.Text[:8]}},
			Rule: "ordinal", Modality: graph.Ongoing, Citing: "تاس", Basis: "weekday and month", Confidence: 0.1 + float64(i)/10, Reported: a.Published,
		}}
		claim := func(p graph.Predicate, o graph.Object) graph.Supported {
			return graph.Supported{Claim: graph.Claim{Subject: "round:astana-14", Predicate: p, Object: o}, Evidence: evidence}
		}
		out = append(out, graph.Reading{
			Article: a, Extractor: "digest", Terms: []string{"استانه", "جوله"}, Signatures: []uint64{1<<64 - 1, 1<<53 + 1, uint64(i)},
			Claims: []graph.Supported{
				claim(graph.PredNumber, graph.Object{Number: 14}),
				claim(graph.PredStart, graph.Object{Date: edtf.MustParse("2019-12~")}),
				claim(graph.PredHost, graph.Object{Entity: "party:kazakhstan"}),
				claim(graph.PredName, graph.Object{Text: quote, Language: "ar"}),
			},
		})
	}
	return out
}

func graphOf(t *testing.T, rs ...graph.Reading) *graph.Store {
	t.Helper()
	s, err := graph.Open(filepath.Join(t.TempDir(), "g"), graph.Options{Extractor: "digest"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.PutAll(context.Background(), rs); err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t *testing.T, s *graph.Store, o export.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(context.Background(), &b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(ndjson string) (rs []graph.Reading, err error) {
	for r, err := range export.Read(strings.NewReader(ndjson), func(graph.Decision) {}) {
		if err != nil {
			return rs, err
		}
		rs = append(rs, r)
	}
	return rs, nil
}

// An export that is loaded into a new graph gives the same export.
func TestRoundTrip(t *testing.T) {
	want := written(t, graphOf(t, readings()...), export.Options{})
	rs, err := read(want)
	if err != nil {
		t.Fatal(err)
	}
	if len(rs) != 3 {
		t.Fatalf("got %d readings, want 3", len(rs))
	}
	again := graphOf(t, rs...)
	if got := written(t, again, export.Options{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	found, err := again.Search(context.Background(), graph.SearchFilter{Text: "استانه", Kinds: []string{"article"}}, graph.Page{})
	if err != nil || found.TotalCount != 3 {
		t.Errorf("search after loading: %d articles, %v; want 3", found.TotalCount, err)
	}
}

func TestRecords(t *testing.T) {
	s := graphOf(t, readings()...)
	text := written(t, s, export.Options{})
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	count := map[string]int{}
	for i, line := range lines {
		var record map[string]any
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		count[fmt.Sprint(record["type"])]++
	}
	if got, want := fmt.Sprint(count), "map[article:3 claim:12 evidence:12 header:1]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if !export.Sniff([]byte(text)) || export.Sniff([]byte(`{"type":"article"}`)) || export.Sniff(nil) {
		t.Errorf("an export is not told from other files")
	}
	info, err := s.Info(context.Background())
	if err != nil || !strings.Contains(lines[0], `"snapshot":"`+info.Snapshot+`"`) || !strings.Contains(lines[0], `"extractor":"digest"`) {
		t.Errorf("the header is %s; info %+v, %v", lines[0], info, err)
	}
}

// Exports that were joined are read as one.
func TestJoined(t *testing.T) {
	rs := readings()
	joined := written(t, graphOf(t, rs[0]), export.Options{}) + written(t, graphOf(t, rs[1:]...), export.Options{})
	got, err := read(joined)
	if err != nil || len(got) != 3 {
		t.Errorf("got %d readings, %v; want 3", len(got), err)
	}
}

func TestReadRefuses(t *testing.T) {
	whole := written(t, graphOf(t, readings()...), export.Options{})
	lines := strings.SplitAfter(whole, "\n")
	for _, c := range []struct{ name, text, say string }{
		{"nothing", "", "no header"},
		{"another file", "hello\n", "no JSON object"},
		{"no header", lines[1], "no header comes first"},
		{"another format", strings.Replace(whole, `"format":1`, `"format":2`, 1), "format 2"},
		{"without texts", written(t, graphOf(t, readings()...), export.Options{WithoutText: true}), "without texts"},
		{"a changed text", strings.Replace(whole, "أستانة.", "أنقرة.", 1), "not what its id says"},
		{"a changed claim", strings.Replace(whole, `"number":14`, `"number":15`, 1), "not the hash of what it says"},
		{"evidence alone", lines[0] + lines[1] + lines[3], "does not follow its claim"},
		{"a claim alone", lines[0] + lines[2], "before any article"},
		{"cut in a line", whole[:len(whole)-20], "no JSON object"},
		{"another type", lines[0] + `{"type":"x"}` + "\n", `no such type of record: "x"`},
	} {
		_, err := read(c.text)
		var syntax *export.SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), c.say) {
			t.Errorf("%s: got %v, want a SyntaxError with %q", c.name, err, c.say)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"type":"header","format":1,"extractor":"x"}` + "\n" + `{"type":"article","id":"article:x","text":"a"}` + "\n")
	f.Add(`{"type":"header","format":1}` + "\n" + `{"type":"claim"}` + "\n" + `{"type":"evidence"}`)
	f.Fuzz(func(t *testing.T, text string) {
		for r, err := range export.Read(strings.NewReader(text), func(graph.Decision) {}) {
			if err == nil && r.Article.ID != graph.ArticleID(r.Article) {
				t.Errorf("an article with a wrong id was read: %+v", r.Article)
			}
		}
	})
}
