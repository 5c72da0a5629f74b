package graph_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// Going through the rounds gives what their list gives, whatever curators
// decided, as of any day, of one process or all, with or without a cache of
// one's own.
func TestEachRoundIsAsListed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, done := scratch(t)
		defer done()
		putAll(t, s, genReadings(rapidChooser{t}, 8))
		decideAtRandom(t, s)
		processes, err := s.Processes(t.Context(), graph.Page{All: true})
		if err != nil {
			t.Fatal(err)
		}
		ids := []graph.ID{"", "process:none"}
		for _, p := range processes.Nodes() {
			ids = append(ids, p.ID)
		}
		for _, asOf := range []edtf.Date{{}, edtf.MustParse("2019-12-10")} {
			for _, process := range ids {
				roundsAgree(t, s, process, asOf)
			}
		}
	})
}

func roundsAgree(t *rapid.T, s *graph.Store, process graph.ID, asOf edtf.Date) {
	list, err := s.Rounds(t.Context(), graph.RoundFilter{Process: process, AsOf: asOf}, graph.ByID, graph.Page{All: true})
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(append([]graph.Round{}, list.Nodes()...))
	if err != nil {
		t.Fatal(err)
	}
	for _, aside := range []bool{false, true} {
		ctx, release := t.Context(), func() {}
		if aside {
			ctx, release = s.Pass(ctx)
		}
		rounds := []graph.Round{}
		for batch, err := range s.EachRound(ctx, process, asOf) {
			if err != nil {
				t.Fatal(err)
			}
			rounds = append(rounds, batch...)
		}
		release()
		if got, err := json.Marshal(rounds); err != nil || string(got) != string(want) {
			t.Fatalf("%s as of %q: got %s, %v; want %s", process, asOf, got, err, want)
		}
	}
}
