package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// citing is a reading whose evidence names somebody as its source.
func citing(who string, r graph.Reading) graph.Reading {
	r.Claims = slices.Clone(r.Claims)
	for i := range r.Claims {
		r.Claims[i].Evidence = slices.Clone(r.Claims[i].Evidence)
		for j := range r.Claims[i].Evidence {
			e := &r.Claims[i].Evidence[j]
			e.Citing = who
			if who == "تاس" || who == "TASS" {
				e.Origin = "media:tass"
			}
		}
	}
	return r
}

// from is a reading of an outlet whose key is known.
func from(key string, r graph.Reading) graph.Reading {
	r.Outlet = key
	return r
}

// wire is a reading with the text of a story; changed words in a hundred are
// another's.
func wire(story, changed int, r graph.Reading) graph.Reading {
	r.Signatures = nil
	for i := range 100 {
		h := uint64(story*1000+i)*7919 + 1
		if i < changed {
			h += uint64(len(r.Article.ID)) << 20
			for _, c := range r.Article.ID {
				h += uint64(c) * 104729
			}
		}
		r.Signatures = append(r.Signatures, h)
	}
	slices.Sort(r.Signatures)
	return r
}

// How many sources stand behind a claim.
func TestIndependentSources(t *testing.T) {
	venue := r14 + " venue place:nur-sultan"
	day := func(n int) string { return fmt.Sprintf("2019-12-%02d", n) }
	s := open(t, t.TempDir()+"/g", graph.Options{})
	n := 0
	report := func(outlet string) graph.Reading {
		n++
		return say(outlet, day(1+n%28), venue, fmt.Sprint(r14, " number ", 14+n))
	}
	on := func(d int, outlet string) graph.Reading {
		n++
		return say(outlet, day(d), venue, fmt.Sprint(r14, " number ", 14+n))
	}
	for _, c := range []struct {
		name  string
		given []graph.Reading
		want  int
	}{
		{"two outlets", []graph.Reading{report("A"), report("B")}, 2},
		{"one outlet twice", []graph.Reading{report("A"), report("A")}, 1},
		{"one outlet under two names", []graph.Reading{from("media:tass", report("TASS")), from("media:tass", report("ТАСС"))}, 1},
		{"two that cite one agency", []graph.Reading{citing("Interfax", report("A")), citing("Interfax", report("B"))}, 1},
		{"two that cite one agency under two names", []graph.Reading{citing("TASS", report("A")), citing("تاس", report("B"))}, 1},
		{"an agency and who cites it", []graph.Reading{from("media:tass", report("ТАСС")), citing("TASS", report("B"))}, 1},
		{"an agency that no list knows, and who cites it", []graph.Reading{report("Steppe News"), citing("steppe news", report("B"))}, 1},
		{"two that cite two agencies", []graph.Reading{citing("Interfax", report("A")), citing("TASS", report("B"))}, 2},
		{"one that cites two agencies in two articles", []graph.Reading{citing("Interfax", report("A")), citing("TASS", report("A"))}, 2},
		{"TASS, citing Interfax, and Interfax", []graph.Reading{from("media:tass", citing("Interfax", report("TASS"))), report("Interfax")}, 1},
		{"A citing TASS, which cites Interfax", []graph.Reading{citing("TASS", report("A")), from("media:tass", citing("Interfax", report("TASS"))), report("Interfax")}, 1},
		{"A citing TASS, which also says so itself", []graph.Reading{citing("TASS", report("A")), from("media:tass", citing("Interfax", report("TASS"))), from("media:tass", report("TASS")), report("Interfax")}, 2},
		{"A citing B, which cites C, which cites D", []graph.Reading{citing("B", report("A")), citing("C", report("B")), citing("D", report("C")), report("D")}, 1},
		{"two that cite each other", []graph.Reading{citing("B", report("A")), citing("A", report("B"))}, 1},
		{"a reprint", []graph.Reading{wire(1, 0, on(1, "A")), wire(1, 10, on(2, "B"))}, 1},
		{"two stories", []graph.Reading{wire(1, 0, on(1, "A")), wire(2, 0, on(2, "B"))}, 2},
		{"a reprint of a reprint", []graph.Reading{wire(1, 0, on(1, "A")), wire(1, 15, on(2, "B")), wire(1, 25, on(3, "C"))}, 1},
		{"a reprint by an outlet that has a story of its own", []graph.Reading{wire(1, 0, on(1, "A")), wire(1, 10, on(2, "B")), wire(2, 0, on(2, "B"))}, 2},
		{"a reprint of a story that cites another", []graph.Reading{citing("Interfax", wire(1, 0, on(1, "A"))), wire(1, 10, on(2, "B")), report("Interfax")}, 1},
		{"two reprints by one outlet of two agencies", []graph.Reading{
			wire(1, 0, on(1, "A")), wire(1, 10, on(2, "C")), wire(2, 0, on(1, "B")), wire(2, 10, on(2, "C")),
		}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, order := range []string{"forwards", "backwards"} {
				given := slices.Clone(c.given)
				if order == "backwards" {
					slices.Reverse(given)
				}
				putAll(t, s, given)
				claims, err := s.Claims(context.Background(), graph.ClaimFilter{Predicates: []graph.Predicate{graph.PredVenue}}, graph.Page{})
				if err != nil || claims.TotalCount != 1 {
					t.Fatalf("got %+v, %v", claims, err)
				}
				clear(t, s)
				if got := claims.Nodes()[0].Support; got != c.want {
					t.Errorf("%s: got %d sources, want %d", order, got, c.want)
				}
			}
		})
	}
}

// As of a day, what came later neither counts nor joins.
func TestSourcesAsOf(t *testing.T) {
	// The second is near the first and the third, which are not near each other.
	venue := r14 + " venue place:nur-sultan"
	first, second, third := say("A", "2019-12-01", venue, r14+" number 1"), say("B", "2019-12-09", venue, r14+" number 2"), say("C", "2019-12-02", venue, r14+" number 3")
	for i := range 100 {
		first.Signatures = append(first.Signatures, uint64(i)+1)
		second.Signatures = append(second.Signatures, uint64(i)+26)
		third.Signatures = append(third.Signatures, uint64(i)+51)
	}
	s := loaded(t, first, second, third)
	for _, c := range []struct {
		asOf string
		want int
	}{{"2019-12-01", 1}, {"2019-12-05", 2}, {"2019-12-09", 1}} {
		claims, err := s.Claims(context.Background(), graph.ClaimFilter{Predicates: []graph.Predicate{graph.PredVenue}, AsOf: date(c.asOf)}, graph.Page{})
		if err != nil || claims.TotalCount != 1 || claims.Nodes()[0].Support != c.want {
			t.Errorf("as of %s: got %+v, %v; want %d sources", c.asOf, claims.Nodes(), err, c.want)
		}
	}
	of, err := s.ReprintsOf(context.Background(), []graph.ID{first.Article.ID, second.Article.ID, "article:" + graph.ID(strings.Repeat("a", 26))})
	if err != nil || of[0].Of != "" || !slices.Equal(of[0].By, []graph.ID{third.Article.ID, second.Article.ID}) || of[1].Of != first.Article.ID || len(of[1].By) != 0 || of[2].Of != "" {
		t.Errorf("got %+v, %v", of, err)
	}
}

func date(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(s)
}
