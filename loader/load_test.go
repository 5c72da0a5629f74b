package loader

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/source"
)

// open makes an empty graph for a loader's readings.
func open(t *testing.T, l *Loader) *graph.Store {
	t.Helper()
	s, err := graph.Open(t.TempDir(), graph.Options{Extractor: l.Digest()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// stored is all that a graph holds, as JSON.
func stored(t *testing.T, s *graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	for r, err := range s.Readings(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(&b).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func sample(t *testing.T) iter.Seq2[source.Document, error] {
	return source.Read(t.Context(), source.Options{}, articles)
}

func TestLoadTwiceIsLoadOnce(t *testing.T) {
	l := real(t)
	s := open(t, l)
	var done []int
	first, err := l.Load(t.Context(), s, sample(t), Options{Workers: 3, Progress: func(n int, _ string) { done = append(done, n) }})
	if err != nil {
		t.Fatal(err)
	}
	if first.Loaded == 0 || first.Known != 0 || len(first.Failed) != 0 || first.Claims == 0 {
		t.Errorf("the first load: %+v", first)
	}
	for i, n := range done {
		if n != i+1 {
			t.Fatalf("progress goes %v, want one by one", done)
		}
	}
	if len(done) != first.Loaded {
		t.Errorf("progress was told %d times of %d articles", len(done), first.Loaded)
	}
	once := stored(t, s)
	second, err := l.Load(t.Context(), s, sample(t), Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	if second.Loaded != 0 || second.Known != first.Loaded || second.Claims != 0 {
		t.Errorf("the second load: %+v", second)
	}
	if stored(t, s) != once {
		t.Error("the second load changed the graph")
	}
}

func TestLoadGoesOnWhenAnArticleFails(t *testing.T) {
	l := real(t)
	s := open(t, l)
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a-empty.txt": "", "b-binary.txt": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "c-date.txt": "---\npublished: soon\n---\nTalks began.\n",
		"d-good.txt": "The 14th round of the Astana talks on Syria opened on 10 December 2019.",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	summary, err := l.Load(t.Context(), s, source.Read(t.Context(), source.Options{}, dir), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if summary.Loaded != 1 || len(summary.Failed) != 3 {
		t.Fatalf("got %+v, want one article loaded and three failed", summary)
	}
	for i, name := range []string{"a-empty.txt", "b-binary.txt", "c-date.txt"} {
		var named *source.Error
		if !errors.As(summary.Failed[i], &named) || filepath.Base(named.Path) != name {
			t.Errorf("failure %d is %v, want that of %s", i, summary.Failed[i], name)
		}
	}
}

// A refusing sink is a graph that refuses some readings by themselves.
type refusing struct {
	*graph.Store
	refuse func(graph.Article) bool
}

func (r refusing) PutAll(ctx context.Context, readings []graph.Reading) ([]graph.PutResult, error) {
	for i, reading := range readings {
		if r.refuse(reading.Article) {
			results, err := r.Store.PutAll(ctx, readings[:i])
			return results, errors.Join(err, &graph.ReadingError{Article: reading.Article.ID, Reason: "refused"})
		}
	}
	return r.Store.PutAll(ctx, readings)
}

func TestLoadGoesOnWhenTheGraphRefusesAReading(t *testing.T) {
	l := real(t)
	s := open(t, l)
	summary, err := l.Load(t.Context(), refusing{s, func(a graph.Article) bool { return a.Language == "en" }}, sample(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(summary.Failed) != 7 || summary.Loaded != stats.Articles || summary.Loaded == 0 {
		t.Errorf("%d failed and %d loaded, with %d in the graph; want the 7 English articles refused and the others loaded", len(summary.Failed), summary.Loaded, stats.Articles)
	}
}

func TestLoadEndsWithItsContext(t *testing.T) {
	l := real(t)
	s := open(t, l)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	endless := func(yield func(source.Document, error) bool) {
		for {
			for doc, err := range sample(t) {
				if n++; n == 300 {
					cancel()
				}
				if !yield(doc, err) {
					return
				}
			}
		}
	}
	summary, err := l.Load(ctx, s, endless, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if summary.Loaded != stats.Articles {
		t.Errorf("the summary counts %d, the graph %d", summary.Loaded, stats.Articles)
	}
}

// TestReadAnew checks what [graph.Store.Reextract] relies on: the stored
// article gives the reading that its file gives.
func TestReadAnew(t *testing.T) {
	l := real(t)
	for doc, err := range sample(t) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := l.Extract(doc)
		if err != nil {
			t.Fatal(err)
		}
		again, err := l.Read(r.Article)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := json.Marshal(again)
		want, _ := json.Marshal(r)
		if !bytes.Equal(got, want) {
			t.Errorf("%s: read from the graph it says something else:\n%s\n%s", doc.Name, got, want)
		}
	}
}

func TestReadingsOfOtherRulesAreMadeAnew(t *testing.T) {
	l := real(t)
	s := open(t, l)
	text := "The 14th round of the Astana talks on Syria opened on 10 December 2019."
	old := graph.Reading{Article: graph.Article{Text: text, Title: "Talks", Published: edtf.MustParse("2019-12-10")}, Extractor: "older"}
	old.Article.ID = graph.ArticleID(old.Article)
	summary, err := l.LoadReadings(t.Context(), s, "old.ndjson", func(yield func(graph.Reading, error) bool) {
		_ = yield(old, nil) && yield(graph.Reading{}, errors.New("cut short"))
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if summary.Loaded != 1 || len(summary.Failed) != 1 || summary.Failed[0].Error() != "old.ndjson: cut short" {
		t.Errorf("got %+v, want one loaded and the cut named", summary)
	}
	for r, err := range s.Readings(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Article.ID != old.Article.ID || r.Extractor != l.Digest() || len(r.Claims) == 0 {
			t.Errorf("got article %s by %s with %d claims, want the same article by this extractor, with claims", r.Article.ID, r.Extractor, len(r.Claims))
		}
	}
}

func TestOverride(t *testing.T) {
	doc := source.Document{Path: "a.txt", Meta: source.Meta{Source: "A", Language: "en", Title: "T"}}
	in := func(yield func(source.Document, error) bool) { yield(doc, nil) }
	for got := range Override(in, source.Meta{Source: "B", Published: "2019-12-10"}) {
		want := source.Meta{Source: "B", Language: "en", Title: "T", Published: "2019-12-10"}
		if got.Meta != want {
			t.Errorf("got %+v, want %+v", got.Meta, want)
		}
	}
}

// BenchmarkExtract measures the whole way from a document to its reading, on
// all sample articles; its bytes are those of the documents' texts.
func BenchmarkExtract(b *testing.B) {
	l := real(b)
	var docs []source.Document
	var size int64
	for doc, err := range source.Read(b.Context(), source.Options{}, articles) {
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, doc)
		size += int64(len(doc.Text))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	claims := 0
	for b.Loop() {
		claims = 0
		for _, doc := range docs {
			r, err := l.Extract(doc)
			if err != nil {
				b.Fatal(err)
			}
			claims += len(r.Claims)
		}
	}
	if claims == 0 {
		b.Error("no claims")
	}
}
