package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// What is yielded of things is what lists and views say of them, for the whole
// graph and as of a day.
func TestThingsAreWhatViewsSay(t *testing.T) {
	for seed := range uint64(20) {
		s := open(t, t.TempDir(), graph.Options{Extractor: extractor})
		if _, err := s.PutAll(t.Context(), genReadings(seedChooser{rand.New(rand.NewPCG(seed, 1))}, 12)); err != nil {
			t.Fatal(err)
		}
		for _, asOf := range []edtf.Date{{}, edtf.MustParse("2019-12-10")} {
			thingsAgree(t, s, asOf)
		}
	}
}

func thingsAgree(t *testing.T, s *graph.Store, asOf edtf.Date) {
	t.Helper()
	all := graph.Page{All: true}
	claims, err := s.Claims(t.Context(), graph.ClaimFilter{Denied: true, AsOf: asOf}, all)
	if err != nil {
		t.Fatal(err)
	}
	conflicts, err := s.Conflicts(t.Context(), graph.ConflictFilter{AsOf: asOf}, all)
	if err != nil {
		t.Fatal(err)
	}
	var got []graph.StoredClaim
	var disputed []graph.Conflict
	var ids []graph.ID
	for thing, err := range s.Things(t.Context(), graph.ThingFilter{AsOf: asOf}) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, thing.ID)
		shown := map[graph.Predicate]graph.Object{}
		for _, c := range thing.Claims {
			got = append(got, c.StoredClaim)
			if c.Shown {
				shown[c.Predicate] = c.Object
			}
			if (c.Support == 0) != (c.Modality == graph.Denied) || c.Shown && c.Support == 0 {
				t.Errorf("%s: %+v is denied and affirmed", thing.ID, c)
			}
		}
		disputed = append(disputed, thing.Conflicts...)
		if thing.ID.Kind() == "round" && thing.Known {
			roundAgrees(t, s, thing.ID, asOf, shown)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(claims.Nodes()) {
		t.Errorf("as of %q: got the claims\n%v\nwant\n%v", asOf, got, claims.Nodes())
	}
	if fmt.Sprint(disputed) != fmt.Sprint(conflicts.Nodes()) {
		t.Errorf("as of %q: got the conflicts\n%v\nwant\n%v", asOf, disputed, conflicts.Nodes())
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("got the things %v, want each once and in order", ids)
	}
	people, err := s.People(t.Context(), graph.PersonFilter{AsOf: asOf}, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people.Nodes() {
		if !slices.Contains(ids, p.ID) {
			t.Errorf("as of %q: %s is missing", asOf, p.ID)
		}
	}
}

// roundAgrees compares what is shown of a round with its view.
func roundAgrees(t *testing.T, s *graph.Store, id graph.ID, asOf edtf.Date, shown map[graph.Predicate]graph.Object) {
	t.Helper()
	r, err := s.Round(t.Context(), id, asOf)
	if err != nil || r == nil {
		t.Fatal(id, r, err)
	}
	date := func(d *graph.EventDate) (day edtf.Date) {
		if d != nil {
			day = d.EDTF
		}
		return day
	}
	number := 0
	if r.Number != nil {
		number = *r.Number
	}
	got := fmt.Sprint(shown[graph.PredStart].Date, shown[graph.PredEnd].Date, shown[graph.PredVenue].Entity, shown[graph.PredHost].Entity, shown[graph.PredNumber].Number)
	if want := fmt.Sprint(date(r.Start), date(r.End), r.Venue, r.Host, number); got != want {
		t.Errorf("%s: got %s, want %s", id, got, want)
	}
}

// A chosen round comes with what belongs to it and what is named there, and
// with nothing that belongs to others alone.
func TestThingsOfARound(t *testing.T) {
	s := open(t, t.TempDir(), graph.Options{Extractor: extractor})
	if _, err := s.PutAll(t.Context(), genReadings(seedChooser{rand.New(rand.NewPCG(7, 7))}, 40)); err != nil {
		t.Fatal(err)
	}
	whole := map[graph.ID]string{}
	for thing, err := range s.Things(t.Context(), graph.ThingFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		whole[thing.ID] = fmt.Sprint(thing)
	}
	n := 0
	for thing, err := range s.Things(t.Context(), graph.ThingFilter{Round: "round:astana-14"}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if want := whole[thing.ID]; fmt.Sprint(thing) != want {
			t.Errorf("got %v, want %s", thing, want)
		}
		if ps := thing.ID.Parts(); len(ps) > 0 && ps[0] != "round:astana-14" || thing.ID.Kind() == "round" && thing.ID != "round:astana-14" {
			t.Errorf("%s is of another round", thing.ID)
		}
	}
	if n < 5 || n >= len(whole) {
		t.Errorf("got %d of %d things", n, len(whole))
	}
	for thing, err := range s.Things(t.Context(), graph.ThingFilter{Round: "round:none"}) {
		t.Errorf("of no round: got %v, %v", thing, err)
	}
}
