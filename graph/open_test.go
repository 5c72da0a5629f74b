package graph_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peacetalks/graph"
)

func TestOpenProblems(t *testing.T) {
	write := func(t *testing.T, path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, dir string)
		options graph.Options
		want    graph.FolderProblem
		say     string
	}{
		{"other files", func(t *testing.T, dir string) { write(t, dir+"/holiday.txt", "x") }, graph.Options{}, graph.NotGraph, "empty or a new folder"},
		{"a file", func(t *testing.T, dir string) { write(t, dir, "x") }, graph.Options{}, graph.NotGraph, "name a folder"},
		{"nothing to read", func(*testing.T, string) {}, graph.Options{ReadOnly: true}, graph.NoGraph, "load articles first"},
		{"nothing to change", func(*testing.T, string) {}, graph.Options{Existing: true}, graph.NoGraph, "load articles first"},
		{"locked", func(t *testing.T, dir string) { open(t, dir, graph.Options{}) }, graph.Options{}, graph.Locked, "--server"},
		{"locked for reading", func(t *testing.T, dir string) { open(t, dir, graph.Options{}) }, graph.Options{ReadOnly: true}, graph.Locked, "--server"},
		{"a newer schema", func(t *testing.T, dir string) {
			open(t, dir, graph.Options{}).Close()
			write(t, dir+"/peacetalks.graph", "peacetalks graph, schema 99\n")
		}, graph.Options{}, graph.OtherSchema, "schema 99"},
		{"an unreadable mark", func(t *testing.T, dir string) { write(t, dir+"/peacetalks.graph", "?") }, graph.Options{}, graph.Damaged, "backup"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "g")
			c.prepare(t, dir)
			before := listing(t, dir)
			_, err := graph.Open(dir, c.options)
			var folder *graph.FolderError
			if !errors.As(err, &folder) || folder.Kind != c.want {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			if msg := err.Error(); !strings.Contains(msg, dir) || !strings.Contains(msg, c.say) {
				t.Errorf("the message %q does not name %s and say %q", msg, dir, c.say)
			}
			if after := listing(t, dir); after != before {
				t.Errorf("the folder held %s, and now %s", before, after)
			}
		})
	}
}

func listing(t *testing.T, dir string) string {
	entries, _ := os.ReadDir(dir)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// A process that died while it wrote the folder's mark, or before the database
// was there, leaves a folder that opens as a new graph.
func TestOpenAfterInterruptedCreation(t *testing.T) {
	for _, file := range []string{"peacetalks.graph", "peacetalks.graph.1234"} {
		t.Run(file, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, file), []byte("peacetalks graph, schema 3, new\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			s := open(t, dir, graph.Options{})
			putAll(t, s, genReadings(seeded(1), 3))
			mustCheck(t, s)
		})
	}
}

func TestReadOnly(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "g")
	s := open(t, dir, graph.Options{})
	rs := genReadings(seeded(2), 5)
	putAll(t, s, rs)
	want := exported(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Round(ctx, "round:astana-14", rs[0].Article.Published); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("reading a closed graph: got %v, want %v", err, graph.ErrClosed)
	}
	if _, err := s.Put(ctx, rs[0]); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("writing a closed graph: got %v, want %v", err, graph.ErrClosed)
	}
	r := open(t, dir, graph.Options{ReadOnly: true})
	if got := exported(t, r); got != want {
		t.Errorf("read only, the graph exports %d bytes, want %d", len(got), len(want))
	}
	if _, err := r.Put(ctx, rs[0]); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("put: got %v, want %v", err, graph.ErrReadOnly)
	}
	if err := r.Retract(ctx, rs[0].Article.ID); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("retract: got %v, want %v", err, graph.ErrReadOnly)
	}
}

// Readings of other rules are refused, with the remedy; reextract reads every
// article anew, and goes on where it was interrupted.
func TestOtherExtractor(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "g")
	rs := genReadings(seeded(3), 12)
	s := open(t, dir, graph.Options{Extractor: extractor})
	putAll(t, s, rs)
	other := rs[0]
	other.Extractor = "new"
	var refused *graph.ExtractorError
	if _, err := s.Put(ctx, other); !errors.As(err, &refused) {
		t.Errorf("put: got %v, want an ExtractorError", err)
	}
	s.Close()

	_, err := graph.Open(dir, graph.Options{Extractor: "new"})
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "peacetalks reextract") || !strings.Contains(err.Error(), dir) {
		t.Fatalf("open: got %v, want an ExtractorError with folder and remedy", err)
	}

	// The new rules read one claim less of each article.
	anew := func(r graph.Reading) graph.Reading {
		r.Extractor = "new"
		if len(r.Claims) > 0 {
			r.Claims = r.Claims[1:]
		}
		r.Terms = append([]string{"anew"}, r.Terms...)
		return r
	}
	by := map[graph.ID]graph.Reading{}
	var fresh []graph.Reading
	for _, r := range rs {
		by[r.Article.ID] = anew(r)
		fresh = append(fresh, anew(r))
	}
	s = open(t, dir, graph.Options{Extractor: "new", Reextract: true})
	stop := errors.New("interrupted")
	left := len(rs) / 2
	n, err := s.Reextract(ctx, "new", func(a graph.Article) (graph.Reading, error) {
		if left--; left < 0 {
			return graph.Reading{}, stop
		}
		return by[a.ID], nil
	}, nil)
	if !errors.Is(err, stop) || n != len(rs)/2 {
		t.Fatalf("got %d, %v; want %d and the reader's error", n, err, len(rs)/2)
	}
	s.Close()
	if _, err := graph.Open(dir, graph.Options{}); !errors.As(err, &refused) {
		t.Fatalf("a graph that is half reextracted opened: %v", err)
	}
	s = open(t, dir, graph.Options{Reextract: true})
	m, err := s.Reextract(ctx, "new", func(a graph.Article) (graph.Reading, error) { return by[a.ID], nil }, nil)
	if err != nil || n+m != len(rs) {
		t.Fatalf("got %d more, %v; want %d", m, err, len(rs)-n)
	}
	mustCheck(t, s)
	want := open(t, filepath.Join(t.TempDir(), "h"), graph.Options{Extractor: "new"})
	putAll(t, want, fresh)
	if got := exported(t, s); got != exported(t, want) {
		t.Errorf("reextraction does not give the graph of loading anew")
	}
	s.Close()
	open(t, dir, graph.Options{Extractor: "new"})
}

// Put refuses what breaks the model, and stores nothing of it.
func TestPutRefuses(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "g"), graph.Options{})
	empty := exported(t, s)
	reading := func(change func(*graph.Reading)) graph.Reading {
		a := graph.Article{Text: "Talks opened in Astana.", Source: "Outlet"}
		a.ID = graph.ArticleID(a)
		r := graph.Reading{Article: a, Extractor: extractor, Claims: []graph.Supported{{
			Claim: graph.Claim{Subject: "round:astana-1", Predicate: graph.PredVenue, Object: graph.Object{Entity: "place:astana"}},
			Evidence: []graph.Evidence{{
				Article: a.ID, Rule: "r", Modality: graph.Happened, Confidence: 0.5, Spans: []graph.Span{{Start: 16, End: 22, Quote: "Astana"}},
			}},
		}}}
		change(&r)
		return r
	}
	for _, c := range []struct {
		name   string
		change func(*graph.Reading)
	}{
		{"another quote", func(r *graph.Reading) { r.Claims[0].Evidence[0].Spans[0].Quote = "Geneva" }},
		{"a span past the text", func(r *graph.Reading) { r.Claims[0].Evidence[0].Spans[0].End = 99 }},
		{"an empty span", func(r *graph.Reading) {
			r.Claims[0].Evidence[0].Spans[0] = graph.Span{Start: 3, End: 3}
		}},
		{"no span", func(r *graph.Reading) { r.Claims[0].Evidence[0].Spans = nil }},
		{"no evidence", func(r *graph.Reading) { r.Claims[0].Evidence = nil }},
		{"no such predicate", func(r *graph.Reading) { r.Claims[0].Claim.Predicate = "likes" }},
		{"no such modality", func(r *graph.Reading) { r.Claims[0].Evidence[0].Modality = "MAYBE" }},
		{"a venue that is a party", func(r *graph.Reading) { r.Claims[0].Claim.Object.Entity = "party:turkey" }},
		{"an id without a name", func(r *graph.Reading) { r.Claims[0].Claim.Subject = "round:" }},
		{"a very long id", func(r *graph.Reading) {
			r.Claims[0].Claim.Subject = graph.MakeID("round", strings.Repeat("x", 70_000))
		}},
		{"a delegation of another round", func(r *graph.Reading) {
			r.Claims[0].Claim = graph.Claim{Subject: "round:astana-1", Predicate: graph.PredDelegation, Object: graph.Object{Entity: "delegation:astana-2/turkey"}}
		}},
		{"another article's evidence", func(r *graph.Reading) { r.Claims[0].Evidence[0].Article = "article:x" }},
		{"an id that is not the hash", func(r *graph.Reading) { r.Article.Text += "!" }},
		{"a confidence of 2", func(r *graph.Reading) { r.Claims[0].Evidence[0].Confidence = 2 }},
		{"no extractor", func(r *graph.Reading) { r.Extractor = "" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := reading(func(*graph.Reading) {})
			if _, err := s.Put(ctx, reading(c.change)); err == nil {
				t.Errorf("it was stored")
			}
			if got := exported(t, s); got != empty {
				t.Errorf("something was stored: %s", got)
			}
			// The readings before it are stored, those after it are not.
			results, err := s.PutAll(ctx, []graph.Reading{good, reading(c.change), good})
			if err == nil || len(results) != 1 {
				t.Errorf("got %d results and %v, want one and an error", len(results), err)
			}
			clear(t, s)
			empty = exported(t, s)
		})
	}
	var span *graph.SpanError
	if _, err := s.Put(ctx, reading(func(r *graph.Reading) { r.Claims[0].Evidence[0].Spans[0].Quote = "Geneva" })); !errors.As(err, &span) || span.Start != 16 {
		t.Errorf("got %v, want a SpanError at byte 16", err)
	}
	if err := s.Retract(ctx, "article:aaaaaaaaaaaaaaaaaaaaaaaaaa"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("retract of what is not there: got %v, want %v", err, graph.ErrNotFound)
	}
}

// A folder that may not be written says so, and can still be read.
func TestFolderWithoutRights(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	dir := filepath.Join(t.TempDir(), "g")
	s := open(t, dir, graph.Options{})
	putAll(t, s, genReadings(seeded(4), 3))
	want := exported(t, s)
	s.Close()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	var folder *graph.FolderError
	if _, err := graph.Open(dir, graph.Options{}); !errors.As(err, &folder) || folder.Kind != graph.NotWritable || !strings.Contains(err.Error(), dir) {
		t.Errorf("open: got %v, want %s", err, graph.NotWritable)
	}
	if _, err := graph.Open(filepath.Join(dir, "new"), graph.Options{}); !errors.As(err, &folder) || folder.Kind != graph.NotWritable {
		t.Errorf("open a new folder in it: got %v, want %s", err, graph.NotWritable)
	}
	if got := exported(t, open(t, dir, graph.Options{ReadOnly: true})); got != want {
		t.Errorf("read only, the graph exports %d bytes, want %d", len(got), len(want))
	}
}
