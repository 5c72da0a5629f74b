package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// dump is all that the views of a graph show, as JSON.
func dump(t fataler, s *graph.Store) string {
	t.Helper()
	ctx, unpin := s.Pin(context.Background())
	defer unpin()
	var b strings.Builder
	e := json.NewEncoder(&b)
	show := func(what string, x any, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		b.WriteString(what + " ")
		if err := e.Encode(x); err != nil {
			t.Fatalf("%v", err)
		}
	}
	all := graph.Page{All: true}
	for _, asOf := range []edtf.Date{{}, edtf.MustParse("2019-12-10")} {
		rounds, err := s.Rounds(ctx, graph.RoundFilter{AsOf: asOf}, graph.ByID, all)
		show("rounds", rounds.Nodes(), err)
		var ids []graph.ID
		for _, r := range rounds.Nodes() {
			ids = append(ids, r.ID)
		}
		parts, err := s.ParticipationsOf(ctx, ids, nil, asOf)
		show("participations", parts, err)
		delegations, err := s.DelegationsOf(ctx, ids, asOf)
		show("delegations", delegations, err)
		meetings, err := s.MeetingsOf(ctx, ids, asOf)
		show("meetings", meetings, err)
		agenda, err := s.AgendaOf(ctx, ids, asOf)
		show("agenda", agenda, err)
		statements, err := s.StatementsOf(ctx, ids, asOf)
		show("statements", statements, err)
		outcomes, err := s.OutcomesOf(ctx, ids, asOf)
		show("outcomes", outcomes, err)
		conflicts, err := s.Conflicts(ctx, graph.ConflictFilter{AsOf: asOf}, all)
		show("conflicts", conflicts.Nodes(), err)
		claims, err := s.Claims(ctx, graph.ClaimFilter{AsOf: asOf, Denied: true}, all)
		show("claims", claims.Nodes(), err)
		for _, c := range claims.Nodes() {
			evidence, err := s.EvidenceOf(ctx, []graph.ID{c.ID}, graph.EvidenceFilter{AsOf: asOf})
			show("evidence", evidence, err)
		}
		parties, err := s.Parties(ctx, graph.PartyFilter{AsOf: asOf}, all)
		show("parties", parties.Nodes(), err)
		people, err := s.People(ctx, graph.PersonFilter{AsOf: asOf}, all)
		show("people", people.Nodes(), err)
		for _, p := range people.Nodes() {
			names, err := s.Names(ctx, []graph.ID{p.ID}, asOf)
			show("names", names, err)
			titles, err := s.Titles(ctx, []graph.ID{p.ID}, asOf)
			show("titles", titles, err)
			about, err := s.Claims(ctx, graph.ClaimFilter{About: p.ID, AsOf: asOf}, all)
			show("about", about.Nodes(), err)
		}
	}
	processes, err := s.Processes(ctx, all)
	show("processes", processes.Nodes(), err)
	places, err := s.Places(ctx, all)
	show("places", places.Nodes(), err)
	topics, err := s.Topics(ctx, graph.TopicFilter{}, all)
	show("topics", topics.Nodes(), err)
	for _, text := range []string{"sedat", "سيدات", "онал"} {
		found, err := s.Search(ctx, graph.SearchFilter{Text: text}, all)
		show("search", found.Nodes(), err)
	}
	articles, err := s.Articles(ctx, graph.ArticleFilter{}, all)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, a := range articles.Nodes() {
		claims, err := s.Claims(ctx, graph.ClaimFilter{Article: a.ID}, all)
		show("says", claims.Nodes(), err)
	}
	return b.String()
}

var reviewer = graph.Reviewer{Name: "Ada", Note: "by the minutes"}

// decideAtRandom has a curator decide a few things about a graph.
func decideAtRandom(t *rapid.T, s *graph.Store) {
	ctx := context.Background()
	c := rapidChooser{t}
	for range c.upTo(7) {
		claims, err := s.Claims(ctx, graph.ClaimFilter{Denied: true}, graph.Page{All: true})
		if err != nil {
			t.Fatalf("%v", err)
		}
		switch c.upTo(6) {
		case 0, 1:
			if list := claims.Nodes(); len(list) > 0 {
				_, err = s.ReviewClaim(ctx, one(c, list...).ID, one(c, graph.Accept, graph.Reject, graph.Restore), reviewer)
			}
		case 2:
			_, err = s.AddClaim(ctx, genClaim(c), one(c, graph.Happened, graph.Planned), one(c, edtf.Date{}, edtf.MustParse("2019-12-11")), reviewer)
		case 3:
			_, err = s.MergeEntities(ctx, []graph.ID{one(c, people...)}, one(c, people...), reviewer)
		case 4:
			_, err = s.MergeEntities(ctx, []graph.ID{graph.MakeID("party", one(c, parties...))}, graph.MakeID("party", one(c, parties...)), reviewer)
		case 5:
			_, err = s.MergeEntities(ctx, []graph.ID{one(c, rounds...)}, one(c, rounds...), reviewer)
		default:
			log, listErr := s.Decisions(ctx, graph.DecisionFilter{}, graph.Page{All: true})
			if list := log.Nodes(); listErr == nil && len(list) > 0 {
				_, err = s.UndoDecision(ctx, one(c, list...).ID, reviewer)
			}
			if c.upTo(1) == 0 {
				_, err = s.SplitNames(ctx, one(c, people...), []string{one(c, "Sedat Önal", "سيدات أونال")}, "", reviewer)
			}
		}
		var undecidable *graph.DecisionError
		if err != nil && !errors.Is(err, graph.ErrNotFound) && !errors.As(err, &undecidable) {
			t.Fatalf("%v", err)
		}
	}
}

// The graph is the articles and the log of curation, in whatever order they
// came; retraction is exact given the same log.
func TestCurationInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		a, done := scratch(t)
		defer done()
		b, done := scratch(t)
		defer done()
		rs := genReadings(rapidChooser{t}, 5)
		putAll(t, a, rs[:len(rs)/2])
		decideAtRandom(t, a)
		putAll(t, a, rs[len(rs)/2:])
		decideAtRandom(t, a)
		log, err := a.AllDecisions(ctx)
		if err != nil {
			t.Fatalf("%v", err)
		}
		mustCheck(t, a)

		// Another order, the log in two parts.
		first := slices.Clone(log[:len(log)/2])
		slices.Reverse(first)
		for _, part := range [][]graph.Decision{log[len(log)/2:], first} {
			if n, err := b.PutDecisions(ctx, part); err != nil || n != len(part) {
				t.Fatalf("put %d of %d decisions: %v", n, len(part), err)
			}
		}
		putAll(t, b, rapid.Permutation(rs).Draw(t, "order"))
		if n, err := b.PutDecisions(ctx, log); err != nil || n != 0 {
			t.Fatalf("putting the log again added %d decisions, %v", n, err)
		}
		if got, want := exported(t, b), exported(t, a); got != want {
			t.Fatalf("another order gives another graph:\n%s\nwant\n%s", got, want)
		}
		if got, want := dump(t, b), dump(t, a); got != want {
			t.Fatalf("another order gives other views:\n%s\nwant\n%s", got, want)
		}

		// Retraction, and a graph that never had the article.
		gone := rapid.SampledFrom(rs).Draw(t, "retracted")
		if err := a.Retract(ctx, gone.Article.ID); err != nil {
			t.Fatalf("%v", err)
		}
		clear(t, b)
		putAll(t, b, slices.DeleteFunc(slices.Clone(rs), func(r graph.Reading) bool { return r.Article.ID == gone.Article.ID }))
		if got, want := exported(t, a), exported(t, b); got != want {
			t.Fatalf("retraction left\n%s\nwant\n%s", got, want)
		}
		if got, want := dump(t, a), dump(t, b); got != want {
			t.Fatalf("retraction left other views:\n%s\nwant\n%s", got, want)
		}

		// Without its articles the graph holds what curators affirm.
		clear(t, a)
		claims, err := a.Claims(ctx, graph.ClaimFilter{Denied: true}, graph.Page{All: true})
		for _, c := range claims.Nodes() {
			if c.Status != graph.Accepted && c.Status != graph.Curated || c.Support != 0 {
				t.Fatalf("without articles the graph holds %+v, %v", c, err)
			}
		}
		mustCheck(t, a)
	})
}

// A round that only other claims name is known from the earliest day of the
// words that name it, whichever comes first in the log.
func TestKnownFromTheEarliestWord(t *testing.T) {
	ctx := context.Background()
	session := func(topic string) graph.Claim {
		return graph.Claim{Subject: graph.MakeID("agenda", "oslo/"+topic), Predicate: graph.PredSession, Object: graph.Object{Date: edtf.MustParse("2019-12-10")}}
	}
	for _, test := range []struct {
		name      string
		reported  []string
		asOf      string
		wantKnown bool
	}{
		{"the earliest of many", []string{"2019-12-20", "2019-12-19", "2019-12-05", "2019-12-18", "2019-12-17", "2019-12-16"}, "2019-12-10", true},
		{"none so early", []string{"2019-12-20", "2019-12-19", "2019-12-18"}, "2019-12-10", false},
		{"without a date always", []string{"2019-12-20", "2019-12-19", "2019-12-18", "", "2019-12-17", "2019-12-16"}, "2019-12-10", true},
		{"a year may end later", []string{"2019", "2019-12-05", "2019"}, "2019-12-10", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, done := scratch(t)
			defer done()
			for i, day := range test.reported {
				var reported edtf.Date
				if day != "" {
					reported = edtf.MustParse(day)
				}
				if _, err := s.AddClaim(ctx, session(fmt.Sprintf("topic-%d", i)), graph.Happened, reported, reviewer); err != nil {
					t.Fatal(err)
				}
			}
			rounds, err := s.Rounds(ctx, graph.RoundFilter{AsOf: edtf.MustParse(test.asOf)}, graph.ByID, graph.Page{All: true})
			if known := len(rounds.Nodes()) == 1; err != nil || known != test.wantKnown {
				t.Errorf("as of %s the rounds are %+v, %v; known: want %v", test.asOf, rounds.Nodes(), err, test.wantKnown)
			}
		})
	}
}

// What curators add is spelt as ids are, so that a capital letter makes no
// second thing; what is known already may be named however it is spelt.
func TestAddClaimRefusesMisspeltThings(t *testing.T) {
	s, done := scratch(t)
	defer done()
	ctx := context.Background()
	for id, want := range map[graph.ID]bool{
		"party:kazakhstan": true, "party:تركيا": true, "party:cote-d'ivoire": true,
		"party:Kazakhstan": false, "party:foo bar": false, "party:foo/bar": false, "party:../etc": false, "party:-": false,
		"meeting:astana-14/iran+turkey": true, "meeting:astana-14/plenary": true, "meeting:astana-14/iran+turkey@2019-12-10": true,
		"meeting:astana-14/turkey+iran": false, "meeting:astana-14/iran+iran": false, "meeting:astana-14/iran+": false,
		"delegation:astana-14/iran": true, "delegation:astana-14/Iran": false,
	} {
		p := map[string]graph.Predicate{"party": graph.PredHost, "meeting": graph.PredMeeting, "delegation": graph.PredDelegation}[id.Kind()]
		_, err := s.AddClaim(ctx, graph.Claim{Subject: "round:astana-14", Predicate: p, Object: graph.Object{Entity: id}}, "", edtf.Date{}, reviewer)
		var bad *graph.DecisionError
		if errors.As(err, &bad) == want || err != nil && bad == nil {
			t.Errorf("%s: got %v, want it taken: %v", id, err, want)
		}
	}
}

// renamed is a reading in which some names of parties, people and rounds are
// others.
func renamedReading(r graph.Reading, names map[string]string) graph.Reading {
	name := func(s string) string {
		if to, ok := names[s]; ok {
			return to
		}
		return s
	}
	rename := func(id graph.ID) graph.ID {
		first, rest, ok := strings.Cut(id.Name(), "/")
		first = name(first)
		if ok {
			var parts []string
			for p := range strings.SplitSeq(rest, "+") {
				parts = append(parts, name(p))
			}
			slices.Sort(parts)
			first += "/" + strings.Join(slices.Compact(parts), "+")
		}
		if id.Kind() == "" {
			return id
		}
		return graph.MakeID(id.Kind(), first)
	}
	claims := map[graph.ID]graph.Supported{}
	for _, c := range r.Claims {
		c.Claim.Subject = rename(c.Claim.Subject)
		if c.Claim.Object.Entity != "" {
			c.Claim.Object.Entity = rename(c.Claim.Object.Entity)
		}
		had := claims[c.Claim.ID()]
		claims[c.Claim.ID()] = graph.Supported{Claim: c.Claim, Evidence: slices.Concat(had.Evidence, c.Evidence)}
	}
	r.Claims = nil
	for _, c := range claims {
		r.Claims = append(r.Claims, c)
	}
	return r
}

// Merging gives the graph that the articles would have made had they used one
// id, and rejecting the one that they would have made without the claim.
func TestMergedAsIfReadSo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ctx := context.Background()
		a, done := scratch(t)
		defer done()
		b, done := scratch(t)
		defer done()
		rs := genReadings(rapidChooser{t}, 5)
		putAll(t, a, rs)
		names := map[string]string{}
		merge := func(kind, from, into string) {
			_, err := a.MergeEntities(ctx, []graph.ID{graph.MakeID(kind, from)}, graph.MakeID(kind, into), reviewer)
			switch {
			case err == nil:
				names[from] = into
			case !errors.Is(err, graph.ErrNotFound):
				t.Fatalf("%v", err)
			}
		}
		merge("party", "turkey", "iran")
		merge("person", "ali-khaji", "sedat-onal")
		merge("round", "astana-13", "geneva-4")
		for i, r := range rs {
			rs[i] = renamedReading(r, names)
		}
		claims, err := a.Claims(ctx, graph.ClaimFilter{Denied: true}, graph.Page{All: true})
		if err != nil {
			t.Fatalf("%v", err)
		}
		if list := claims.Nodes(); len(list) > 0 {
			gone := rapid.SampledFrom(list).Draw(t, "rejected")
			if _, err := a.ReviewClaim(ctx, gone.ID, graph.Reject, reviewer); err != nil {
				t.Fatalf("%v", err)
			}
			for i := range rs {
				rs[i].Claims = slices.DeleteFunc(rs[i].Claims, func(c graph.Supported) bool { return c.Claim.ID() == gone.ID })
			}
		}
		putAll(t, b, rs)
		if got, want := dump(t, a), dump(t, b); got != want {
			t.Fatalf("merged %v, the views are\n%s\nwant those of articles that say so:\n%s", names, got, want)
		}
	})
}

// ticking is a clock of which each look is a second later.
func ticking() func() time.Time {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

// curated opens a graph with three people, each named by an article.
func curated(t *testing.T) *graph.Store {
	t.Helper()
	s := open(t, t.TempDir()+"/g", graph.Options{Now: ticking()})
	var rs []graph.Reading
	for i, p := range people {
		a := graph.Article{Text: "talks " + string(p), Source: "Outlet " + string(rune('A'+i)), Published: edtf.MustParse("2019-12-10")}
		a.ID = graph.ArticleID(a)
		rs = append(rs, graph.Reading{Article: a, Extractor: extractor, Claims: []graph.Supported{{
			Claim: graph.Claim{Subject: "delegation:astana-14/turkey", Predicate: graph.PredMember, Object: graph.Object{Entity: p}},
			Evidence: []graph.Evidence{{Article: a.ID, Rule: "r", Modality: graph.Happened, Confidence: 0.9, Reported: a.Published,
				Spans: []graph.Span{{Start: 0, End: 5, Quote: "talks"}}}},
		}}})
	}
	putAll(t, s, rs)
	return s
}

func canonical(t *testing.T, s *graph.Store, id graph.ID) graph.ID {
	t.Helper()
	ids, err := s.Canonical(context.Background(), []graph.ID{id})
	if err != nil {
		t.Fatal(err)
	}
	return ids[0]
}

// Merges chain, never form a circle, and are undone in any order.
func TestMergesChain(t *testing.T) {
	s, ctx := curated(t), context.Background()
	first, second, third := people[0], people[1], people[2]
	merge := func(from, into graph.ID) graph.LoggedDecision {
		t.Helper()
		d, err := s.MergeEntities(ctx, []graph.ID{from}, into, reviewer)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	one := merge(first, second)
	two := merge(second, third)
	members := func() (n int) {
		found, err := s.DelegationsOf(ctx, []graph.ID{"round:astana-14"}, edtf.Date{})
		if err != nil {
			t.Fatal(err)
		}
		return len(found[0][0].Members)
	}
	if got := canonical(t, s, first); got != third || members() != 1 {
		t.Errorf("the end of the chain is %s with %d members, want %s with 1", got, members(), third)
	}
	if _, err := s.MergeEntities(ctx, []graph.ID{third}, first, reviewer); err == nil {
		t.Error("a circle was made")
	}
	if _, err := s.UndoDecision(ctx, one.ID, reviewer); err != nil {
		t.Fatal(err)
	}
	if a, b := canonical(t, s, first), canonical(t, s, second); a != first || b != third || members() != 2 {
		t.Errorf("without the first merge: %s, %s, %d members", a, b, members())
	}
	undone, err := s.UndoDecision(ctx, two.ID, reviewer)
	if err != nil || members() != 3 {
		t.Errorf("without both: %d members, %v", members(), err)
	}
	if _, err := s.UndoDecision(ctx, two.ID, reviewer); err == nil {
		t.Error("a decision was undone twice")
	}
	if _, err := s.UndoDecision(ctx, undone.ID, reviewer); err != nil || canonical(t, s, second) != third {
		t.Errorf("the undoing was not undone: %v", err)
	}
	// Logs that were kept apart may make a circle: what comes later is void.
	log, err := s.AllDecisions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	other := curated(t)
	if _, err := other.MergeEntities(ctx, []graph.ID{third}, second, reviewer); err != nil {
		t.Fatal(err)
	}
	if _, err := other.PutDecisions(ctx, log); err != nil {
		t.Fatal(err)
	}
	if a, b := canonical(t, other, second), canonical(t, other, third); a != b {
		t.Errorf("the circle leads to %s and %s", a, b)
	}
}

// What is decided is there when the graph is opened again, and a change of a
// record is found.
func TestDecisionsAreKept(t *testing.T) {
	dir := t.TempDir() + "/g"
	s, err := graph.Open(dir, graph.Options{Now: ticking()})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	claim := graph.Claim{Subject: "round:astana-14", Predicate: graph.PredHost, Object: graph.Object{Entity: "party:kazakhstan"}}
	d, err := s.AddClaim(ctx, claim, "", edtf.MustParse("2019-12-10"), reviewer)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir, graph.Options{ReadOnly: true})
	found, err := s.Node(ctx, d.ID)
	kept, _ := found.(*graph.LoggedDecision)
	if err != nil || kept == nil || kept.Claim == nil || *kept.Claim != claim || kept.Time != d.Time {
		t.Fatalf("got %+v, %v; want %+v", found, err, d)
	}
	for day, want := range map[string]bool{"2019-12-09": false, "2019-12-10": true, "": true} {
		var asOf edtf.Date
		if day != "" {
			asOf = edtf.MustParse(day)
		}
		r, err := s.Round(ctx, "round:astana-14", asOf)
		if err != nil || (r != nil && r.Host == "party:kazakhstan") != want {
			t.Errorf("as of %q the round is %+v, %v", day, r, err)
		}
	}
	if _, err := s.AddClaim(ctx, claim, "", edtf.Date{}, reviewer); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("a graph open for reading takes a decision: %v", err)
	}
	mustCheck(t, s)
	forged := d.Decision
	forged.Reviewer = "Eve"
	other, done := scratch(t)
	defer done()
	if _, err := other.PutDecisions(ctx, []graph.Decision{forged}); err == nil {
		t.Error("a decision that is not what its id says was taken")
	}
}

// A decision holds for what another version of the rules reads: a claim is
// what it says, whoever finds it.
func TestDecisionsOutliveRules(t *testing.T) {
	s, ctx := curated(t), context.Background()
	claims, err := s.Claims(ctx, graph.ClaimFilter{Object: people[0]}, graph.Page{})
	if err != nil || claims.TotalCount != 1 {
		t.Fatalf("got %+v, %v", claims, err)
	}
	gone := claims.Nodes()[0].ID
	if _, err := s.ReviewClaim(ctx, gone, graph.Reject, reviewer); err != nil {
		t.Fatal(err)
	}
	if _, err := s.MergeEntities(ctx, []graph.ID{people[1]}, people[2], reviewer); err != nil {
		t.Fatal(err)
	}
	old := map[graph.ID]graph.Reading{}
	for r, err := range s.Readings(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		old[r.Article.ID] = r
	}
	n, err := s.Reextract(ctx, "new rules", func(a graph.Article) (graph.Reading, error) {
		r := old[a.ID]
		r.Extractor = "new rules"
		for i := range r.Claims {
			r.Claims[i].Evidence[0].Rule, r.Claims[i].Evidence[0].Confidence = "another", 0.5
		}
		return r, nil
	}, nil)
	if err != nil || n != len(people) {
		t.Fatalf("read %d anew, %v", n, err)
	}
	members, err := s.DelegationsOf(ctx, []graph.ID{"round:astana-14"}, edtf.Date{})
	if err != nil || len(members[0][0].Members) != 1 || members[0][0].Members[0].Person != people[2] {
		t.Errorf("got %+v, %v; want only %s", members, err, people[2])
	}
	evidence, err := s.EvidenceOf(ctx, []graph.ID{gone, members[0][0].Members[0].Claims[0]}, graph.EvidenceFilter{})
	if err != nil || len(evidence[0]) != 1 || evidence[0][0].Rule != "another" || len(evidence[1]) != 2 {
		t.Errorf("the evidence is %+v, %v", evidence, err)
	}
	mustCheck(t, s)
}
