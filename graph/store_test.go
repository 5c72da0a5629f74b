package graph_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
)

// open opens a graph for a test; it is closed at the end.
func open(t testing.TB, dir string, o graph.Options) *graph.Store {
	t.Helper()
	s, err := graph.Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// fataler is a *testing.T or a *rapid.T.
type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

// scratch opens a new graph that is removed when done is called.
func scratch(t fataler) (s *graph.Store, done func()) {
	t.Helper()
	dir, err := os.MkdirTemp("", "graph")
	if err != nil {
		t.Fatalf("%v", err)
	}
	s, err = graph.Open(filepath.Join(dir, "g"), graph.Options{MemTable: 8 << 20, BlockCache: 1 << 20})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s, func() {
		if err := s.Close(); err != nil {
			t.Fatalf("close: %v", err)
		}
		os.RemoveAll(dir)
	}
}

func exported(t fataler, s *graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(context.Background(), &b, s, export.Options{}); err != nil {
		t.Fatalf("export: %v", err)
	}
	return b.String()
}

// clear retracts everything.
func clear(t fataler, s *graph.Store) {
	t.Helper()
	c, err := s.Articles(context.Background(), graph.ArticleFilter{}, graph.Page{All: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, a := range c.Nodes() {
		if err := s.Retract(context.Background(), a.ID); err != nil {
			t.Fatalf("%v", err)
		}
	}
}

func putAll(t fataler, s *graph.Store, rs []graph.Reading) {
	t.Helper()
	if _, err := s.PutAll(context.Background(), rs); err != nil {
		t.Fatalf("put: %v", err)
	}
}

func mustCheck(t fataler, s *graph.Store) {
	t.Helper()
	damage, err := s.Check(context.Background(), nil)
	if err != nil || len(damage) > 0 {
		t.Fatalf("check found %v, %v in a sound graph", damage, err)
	}
}

// Invariants 1 to 4, on one pair of graphs that are emptied between the cases.
func TestInvariants(t *testing.T) {
	a, doneA := scratch(t)
	defer doneA()
	b, doneB := scratch(t)
	defer doneB()
	empty := exported(t, open(t, t.TempDir()+"/g", graph.Options{Extractor: extractor}))

	rapid.Check(t, func(t *rapid.T) {
		rs := genReadings(rapidChooser{t}, 6)
		putAll(t, a, rs)
		want := exported(t, a)

		// Loading is idempotent.
		again, err := a.PutAll(context.Background(), rs)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, r := range again {
			if !r.Existing {
				t.Fatalf("%s was loaded twice", r.Article)
			}
		}
		if got := exported(t, a); got != want {
			t.Fatalf("loading again changed the graph:\n%s\nwant\n%s", got, want)
		}

		// Order and batches do not matter.
		shuffled := rapid.Permutation(rs).Draw(t, "order")
		for len(shuffled) > 0 {
			n := rapid.IntRange(1, len(shuffled)).Draw(t, "batch")
			putAll(t, b, shuffled[:n])
			shuffled = shuffled[n:]
		}
		if got := exported(t, b); got != want {
			t.Fatalf("another order gives another graph:\n%s\nwant\n%s", got, want)
		}

		everyFactHasAPassage(t, a)
		mustCheck(t, a)

		// Retraction is exact.
		gone := rapid.SampledFrom(rs).Draw(t, "retracted")
		if err := a.Retract(context.Background(), gone.Article.ID); err != nil {
			t.Fatalf("%v", err)
		}
		clear(t, b)
		putAll(t, b, slices.DeleteFunc(slices.Clone(rs), func(r graph.Reading) bool { return r.Article.ID == gone.Article.ID }))
		if got, want := exported(t, a), exported(t, b); got != want {
			t.Fatalf("retraction left\n%s\nwant\n%s", got, want)
		}
		mustCheck(t, a)
		clear(t, a)
		clear(t, b)
		if got := exported(t, a); got != empty {
			t.Fatalf("the emptied graph exports %s, want %s", got, empty)
		}
	})
}

// everyFactHasAPassage goes through the views and looks up what each says.
func everyFactHasAPassage(t *rapid.T, s *graph.Store) {
	ctx := context.Background()
	check := func(what string, claims []graph.ID) {
		if len(claims) == 0 {
			t.Fatalf("%s names no claim", what)
		}
		affirming := false
		evidence, err := s.EvidenceOf(ctx, claims, graph.EvidenceFilter{Denied: &affirming})
		if err != nil {
			t.Fatalf("%v", err)
		}
		for i, es := range evidence {
			if len(es) == 0 {
				t.Fatalf("%s: nothing affirms %s", what, claims[i])
			}
			for _, e := range es {
				text, err := s.ArticleText(ctx, e.Article)
				if err != nil {
					t.Fatalf("%v", err)
				}
				for _, sp := range e.Spans {
					if text[sp.Start:sp.End] != sp.Quote {
						t.Fatalf("%s: quote %q is not in %s", what, sp.Quote, e.Article)
					}
				}
			}
		}
	}
	date := func(what string, d *graph.EventDate) {
		if d != nil {
			check(what, d.Claims)
		}
	}
	c, err := s.Rounds(ctx, graph.RoundFilter{}, graph.ByID, graph.Page{All: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	var ids []graph.ID
	for _, r := range c.Nodes() {
		ids = append(ids, r.ID)
		date("start", r.Start)
		date("end", r.End)
		single, err := s.Round(ctx, r.ID, edtf.Date{})
		if err != nil || single == nil || !reflect.DeepEqual(*single, r) {
			t.Fatalf("the list says %+v, the round itself %+v, %v", r, single, err)
		}
	}
	parts, err1 := s.ParticipationsOf(ctx, ids, nil, edtf.Date{})
	delegations, err2 := s.DelegationsOf(ctx, ids, edtf.Date{})
	meetings, err3 := s.MeetingsOf(ctx, ids, edtf.Date{})
	agendas, err4 := s.AgendaOf(ctx, ids, edtf.Date{})
	outcomes, err5 := s.OutcomesOf(ctx, ids, edtf.Date{})
	statements, err6 := s.StatementsOf(ctx, ids, edtf.Date{})
	for _, err := range []error{err1, err2, err3, err4, err5, err6} {
		if err != nil {
			t.Fatalf("%v", err)
		}
	}
	for i := range ids {
		for _, p := range parts[i] {
			check("participation", p.Claims)
		}
		for _, d := range delegations[i] {
			check("delegation", d.Claims)
			if d.Head != nil {
				check("head", d.Head.Claims)
			}
			for _, m := range d.Members {
				check("member", m.Claims)
			}
		}
		for _, m := range meetings[i] {
			check("meeting", m.Claims)
			date("meeting", m.Date)
		}
		for _, a := range agendas[i] {
			check("agenda", a.Claims)
			date("session", a.Session)
		}
		for _, o := range outcomes[i] {
			check("outcome", o.Claims)
		}
		for _, st := range statements[i] {
			check("statement", st.Claims)
		}
	}
}

// Several callers at once, and one after the other, give the same graph.
func TestPutConcurrently(t *testing.T) {
	rs := genReadings(seeded(7), 60)
	one, done := scratch(t)
	defer done()
	putAll(t, one, rs)
	many, done := scratch(t)
	defer done()
	errs := make(chan error)
	for i := range 8 {
		go func() {
			var err error
			for j := i; j < len(rs) && err == nil; j += 8 {
				_, err = many.Put(context.Background(), rs[j])
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
	if got, want := exported(t, many), exported(t, one); got != want {
		t.Errorf("eight callers made %d bytes of export, one made %d", len(got), len(want))
	}
	mustCheck(t, many)
}

// What is put is read back as it was.
func TestReadingsRoundTrip(t *testing.T) {
	s, done := scratch(t)
	defer done()
	rapid.Check(t, func(t *rapid.T) {
		clear(t, s)
		rs := genReadings(rapidChooser{t}, 3)
		putAll(t, s, rs)
		want := map[graph.ID]graph.Reading{}
		for _, r := range rs {
			want[r.Article.ID] = r
		}
		for got, err := range s.Readings(context.Background()) {
			if err != nil {
				t.Fatalf("%v", err)
			}
			w := want[got.Article.ID]
			if !reflect.DeepEqual(got.Article, w.Article) || !slices.Equal(got.Terms, w.Terms) || !slices.Equal(got.Signatures, w.Signatures) {
				t.Fatalf("got %+v, want %+v", got, w)
			}
			if len(got.Claims) != len(w.Claims) {
				t.Fatalf("got %d claims, want %d", len(got.Claims), len(w.Claims))
			}
			for i, c := range got.Claims {
				if c.Claim != w.Claims[i].Claim {
					t.Fatalf("got claim %+v, want %+v", c.Claim, w.Claims[i].Claim)
				}
				for _, e := range w.Claims[i].Evidence {
					if !slices.ContainsFunc(c.Evidence, func(g graph.Evidence) bool { return reflect.DeepEqual(g, e) }) {
						t.Fatalf("evidence %+v is missing from %+v", e, c.Evidence)
					}
				}
			}
			delete(want, got.Article.ID)
		}
		if len(want) > 0 {
			t.Fatalf("%d readings did not come back", len(want))
		}
	})
}
