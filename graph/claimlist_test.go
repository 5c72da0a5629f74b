package graph_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// Pages of claims and their totals are those of the list that a scan of every
// claim gives, whatever curators decided, and cursors outlive their decisions.
func TestPagesOfClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapidChooser{t}
		s, done := scratch(t)
		defer done()
		rs := genReadings(c, 6)
		putAll(t, s, rs[:len(rs)/2])
		decideAtRandom(t, s)
		leaf := func() (f graph.ClaimFilter) {
			f.Predicates = one(c, nil, nil, []graph.Predicate{graph.PredStart, graph.PredHead, graph.PredName})
			f.Statuses = one(c, nil, nil, []graph.ClaimStatus{graph.Rejected}, []graph.ClaimStatus{graph.Extracted, graph.Rejected}, []graph.ClaimStatus{graph.Accepted, graph.Curated})
			f.MinSupport = one(c, 0, 0, 1, 2)
			if c.upTo(2) == 0 { // what the kept list does not tell
				one(c,
					func() { f.Source = "Outlet A" },
					func() { f.Modalities = []graph.Modality{graph.Planned} },
					func() { f.From = edtf.MustParse("2019-12-10") },
					func() { f.To = edtf.MustParse("2019-12-10") },
					func() { f.Article = rs[0].Article.ID },
					func() { f.Subject = one(c, rounds...) },
					func() { f.Object = one(c, people...) },
					func() { f.About = one(c, rounds...) },
				)()
			}
			return f
		}
		f := tree(c, 2, leaf, func(f *graph.ClaimFilter) *graph.Nested[graph.ClaimFilter] { return &f.Nested })
		f.Denied, f.Order = c.upTo(1) == 0, one(c, "", graph.ClaimsBySubject, graph.ClaimsBySupport, graph.ClaimsByReported)
		f.NeedsReview, f.AsOf = c.upTo(9) == 0, one(c, edtf.Date{}, edtf.Date{}, edtf.Date{}, edtf.MustParse("2019-12-10"))
		old := samePages(t, s, f, 1+c.upTo(6))

		putAll(t, s, rs[len(rs)/2:])
		decideAtRandom(t, s)
		if err := s.Retract(context.Background(), one(c, rs...).Article.ID); err != nil {
			t.Fatalf("%v", err)
		}
		now := samePages(t, s, f, 1+c.upTo(6))
		if len(old) == 0 {
			return
		}
		from := one(c, old...)
		i := slices.IndexFunc(now, func(e edge) bool { return e.Node.ID == from.Node.ID })
		if i < 0 {
			return
		}
		first := 3
		got := pageOf(t, s, f, graph.Page{First: &first, After: &from.Cursor})
		if want := now[i+1 : min(i+4, len(now))]; !slices.Equal(got.Edges, want) {
			t.Fatalf("after %s of an older state: got %+v, want %+v", from.Node.ID, got.Edges, want)
		}
	})
}

type edge = graph.Edge[graph.StoredClaim]

func pageOf(t fataler, s *graph.Store, f graph.ClaimFilter, p graph.Page) graph.Connection[graph.StoredClaim] {
	t.Helper()
	c, err := s.Claims(context.Background(), f, p)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return c
}

// samePages compares pages, forward and backward, with the whole list.
func samePages(t fataler, s *graph.Store, f graph.ClaimFilter, size int) []edge {
	t.Helper()
	all := pageOf(t, s, f, graph.Page{All: true})
	for from := 0; ; from += size {
		p, q := graph.Page{First: &size}, graph.Page{Last: &size}
		if from > 0 {
			p.After, q.Before = &all.Edges[from-1].Cursor, &all.Edges[len(all.Edges)-from].Cursor
		}
		to := min(from+size, len(all.Edges))
		forward, backward := pageOf(t, s, f, p), pageOf(t, s, f, q)
		if forward.TotalCount != all.TotalCount || backward.TotalCount != all.TotalCount {
			t.Fatalf("%+v: totals of %d and %d, want %d", f, forward.TotalCount, backward.TotalCount, all.TotalCount)
		}
		more := to < len(all.Edges)
		if !slices.Equal(forward.Edges, all.Edges[from:to]) || forward.HasNext != more || forward.HasPrevious != (from > 0) {
			t.Fatalf("%+v: %d from %d: got %+v, want %+v", f, size, from, forward, all.Edges[from:to])
		}
		n := len(all.Edges)
		if !slices.Equal(backward.Edges, all.Edges[n-to:n-from]) || backward.HasPrevious != more || backward.HasNext != (from > 0) {
			t.Fatalf("%+v: the last %d before %d: got %+v, want %+v", f, size, n-from, backward, all.Edges[n-to:n-from])
		}
		if !more {
			return all.Edges
		}
	}
}
