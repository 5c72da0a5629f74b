package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// Differences, networks and summaries are what the views of single rounds add
// up to.
func TestExploring(t *testing.T) {
	s := withVocabulary(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapidChooser{t}
		putAll(t, s, genReadings(c, 5))
		defer clear(t, s)
		var asOf edtf.Date
		if c.upTo(2) == 0 {
			asOf = genDay(c)
		}
		w := newWorld(t, s, asOf)
		w.checkDiff(one(c, rounds...), one(c, rounds...))
		w.checkNetwork(c)
		w.checkSummary(c)
	})
}

func (w world) item(id graph.ID) *roundItem {
	for _, r := range w.rounds {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// set is a list as text, sorted, each once.
func set[T any](list []T, text func(T) string) []string {
	var out []string
	for _, t := range list {
		out = append(out, text(t))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func minus(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func (w world) equal(what string, got, want []string) {
	w.t.Helper()
	if !slices.Equal(got, want) {
		w.t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}

func (w world) checkDiff(a, b graph.ID) {
	d, err := w.store.DiffRounds(w.ctx, a, b, w.asOf)
	w.must(err)
	x, y := w.item(a), w.item(b)
	if x == nil || y == nil {
		if d != nil {
			w.t.Fatalf("%s to %s: got %+v where nothing is reported of one", a, b, d)
		}
		return
	}
	party := func(p graph.Participation) string { return string(p.Party) }
	w.equal("joined", set(d.Joined, party), minus(set(y.parts, party), set(x.parts, party)))
	w.equal("left", set(d.Left, party), minus(set(x.parts, party), set(y.parts, party)))
	for _, role := range []graph.Role{graph.RoleGuarantor, graph.RoleParty, graph.RoleObserver, graph.RoleMediator, graph.RoleHost, graph.RoleGuest} {
		in := func(r *roundItem) (out []string) {
			for _, p := range r.parts {
				if p.Role == role {
					out = append(out, string(p.Party))
				}
			}
			slices.Sort(out)
			return slices.Compact(out)
		}
		c := d.In(role)
		w.equal("joined as "+string(role), set(c.Joined, party), minus(in(y), in(x)))
		w.equal("left as "+string(role), set(c.Left, party), minus(in(x), in(y)))
		w.equal("kept as "+string(role), set(c.Kept, func(id graph.ID) string { return string(id) }), minus(in(x), minus(in(x), in(y))))
	}
	topic := func(i graph.AgendaItem) string { return string(i.Topic) }
	w.equal("added", set(d.Added, topic), minus(set(y.agenda, topic), set(x.agenda, topic)))
	w.equal("dropped", set(d.Dropped, topic), minus(set(x.agenda, topic), set(y.agenda, topic)))
	heads := func(r *roundItem) map[graph.ID]string {
		out := map[graph.ID]string{}
		for _, d := range r.teams {
			out[d.Party] = ""
			if d.Head != nil {
				out[d.Party] = string(d.Head.Person)
			}
		}
		return out
	}
	var want, got []string
	for party, before := range heads(x) {
		if after, ok := heads(y)[party]; ok && before != after {
			want = append(want, fmt.Sprintf("%s: %s to %s", party, before, after))
		}
	}
	name := func(p *graph.Participant) graph.ID {
		if p == nil {
			return ""
		}
		return p.Person
	}
	for _, h := range d.Heads {
		got = append(got, fmt.Sprintf("%s: %s to %s", h.Party, name(h.Before), name(h.After)))
	}
	slices.Sort(want)
	w.equal("heads", got, want)
}

func (w world) checkNetwork(c chooser) {
	f := graph.NetworkFilter{AsOf: w.asOf}
	if c.upTo(1) == 0 {
		f.From, f.Certainty = genDay(c), one(c, graph.Possibly, graph.Certainly)
	}
	if c.upTo(2) == 0 {
		inner := w.genRoundFilter(c, 1)
		f.Rounds = &inner
	}
	if c.upTo(2) == 0 {
		f.Party = graph.MakeID("party", one(c, parties...))
	}
	n, err := w.store.Network(w.ctx, f)
	w.must(err)
	meetings, pairs, seats := 0, map[string]int{}, map[string]int{}
	for _, r := range w.rounds {
		if f.Rounds != nil && !w.round(*f.Rounds, r) {
			continue
		}
		of, err := w.store.MeetingsOf(w.ctx, []graph.ID{r.ID}, w.asOf)
		w.must(err)
		for _, m := range of[0] {
			in := r.between(f.From, f.To, f.Certainty)
			if m.Date != nil {
				in = between(m.Date.Earliest().Format("2006-01-02"), m.Date.Latest().Format("2006-01-02"), f.From, f.To, f.Certainty)
			}
			if !in || len(m.Parties) < 2 || f.Party != "" && !slices.Contains(m.Parties, f.Party) {
				continue
			}
			meetings++
			for _, a := range m.Parties {
				seats[string(a)]++
				for _, b := range m.Parties {
					if a < b {
						pairs[string(a)+" "+string(b)]++
					}
				}
			}
		}
	}
	got, gotSeats := map[string]int{}, map[string]int{}
	for _, e := range n.Edges {
		got[string(e.Parties[0])+" "+string(e.Parties[1])] = e.Weight()
	}
	for _, v := range n.Nodes {
		gotSeats[string(v.Party)] = v.Meetings
	}
	if n.Meetings != meetings || fmt.Sprint(got) != fmt.Sprint(pairs) || fmt.Sprint(gotSeats) != fmt.Sprint(seats) {
		w.t.Fatalf("%+v: got %+v, want %d meetings of %v", f, n, meetings, pairs)
	}
}

func (w world) checkSummary(c chooser) {
	f := w.genRoundFilter(c, 1)
	f.AsOf = w.asOf
	got, err := w.store.SummarizeRounds(w.ctx, f)
	w.must(err)
	var rounds, undated int
	years := map[int][2]int{}
	heads, topics, statuses := map[string]int{}, map[string]int{}, map[string]int{}
	for _, r := range w.rounds {
		if !w.round(f, r) {
			continue
		}
		rounds++
		statuses[string(r.Status)]++
		d := r.Start
		if d == nil {
			d = r.End
		}
		if d == nil {
			undated++
		} else {
			for y := d.Earliest().Year(); y <= d.Latest().Year(); y++ {
				n := years[y]
				n[1]++
				if d.Earliest().Year() == d.Latest().Year() {
					n[0]++
				}
				years[y] = n
			}
		}
		for _, team := range r.teams {
			if team.Head != nil {
				heads[string(team.Party+" "+team.Head.Person)]++
			}
		}
		for _, topic := range set(r.agenda, func(i graph.AgendaItem) string { return string(i.Topic) }) {
			topics[topic]++
		}
	}
	gotYears, gotHeads, gotTopics, gotStatuses := map[int][2]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, y := range got.Years {
		gotYears[y.Year] = [2]int{y.Certainly, y.Possibly}
	}
	for _, p := range got.Parties {
		for _, h := range p.Heads {
			gotHeads[string(p.Party+" "+h.Person)] = h.Rounds
		}
	}
	for _, t := range got.Topics {
		gotTopics[string(t.Topic)] = t.Rounds
	}
	for _, s := range got.Statuses {
		gotStatuses[string(s.Status)] = s.Rounds
	}
	if g, want := fmt.Sprint(got.Rounds, got.Undated, gotYears, gotHeads, gotTopics, gotStatuses), fmt.Sprint(rounds, undated, years, heads, topics, statuses); g != want {
		w.t.Fatalf("%+v:\n got %s\nwant %s", f, g, want)
	}
}

// A pair that met twice weighs two, and who met more comes first.
func TestNetworkWeights(t *testing.T) {
	s := loaded(t,
		say("A", "2019-12-12", r14+" meeting meeting:astana-14/iran+russia", r14+" meeting meeting:astana-14/iran+russia+turkey", r14+" plenary meeting:astana-14/plenary",
			"meeting:astana-14/iran+russia date 2019-12-10", "meeting:astana-14/iran+russia date 2019-12-11", r14+" start 2019-12-10"))
	n, err := s.Network(context.Background(), graph.NetworkFilter{Round: r14})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range n.Edges {
		got = append(got, fmt.Sprint(e.Parties[0].Name(), "-", e.Parties[1].Name(), " ", e.Weight()))
	}
	for _, v := range n.Nodes {
		got = append(got, fmt.Sprint(v.Party.Name(), " ", v.Meetings, " ", v.Partners))
	}
	want := "iran-russia 3, iran-turkey 1, russia-turkey 1, iran 3 2, russia 3 2, turkey 1 2"
	if strings.Join(got, ", ") != want || n.Meetings != 3 {
		t.Errorf("got %v of %d meetings, want %s of 3", got, n.Meetings, want)
	}
}

// The year of a date that may lie in two is possible in both.
func TestYearsOfImpreciseDates(t *testing.T) {
	s := loaded(t, say("A", "2020-02-01",
		r14+" start 2019-12-10", "round:astana-13 start 2019", "round:astana-12 start 2018-12-30/2019-01-02",
		"round:astana-11 number 11", "round:astana-10 start ../2018"))
	got, err := s.SummarizeRounds(context.Background(), graph.RoundFilter{})
	if err != nil {
		t.Fatal(err)
	}
	if g, want := fmt.Sprint(got.Rounds, got.Undated, got.Years), "5 2 [{2018 0 1} {2019 2 3}]"; g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

// What was merged is explored and searched under its old ids and names.
func TestExploringWhatWasMerged(t *testing.T) {
	ctx := context.Background()
	s := loaded(t,
		say("A", "2019-12-12", r14+" process process:astana", r14+" delegation delegation:astana-14/ankara", "delegation:astana-14/ankara head person:sedat", "person:sedat name en:Sedat Onal",
			r14+" meeting meeting:astana-14/ankara+iran"),
		say("B", "2021-02-18", "round:astana-15 process process:astana", "round:astana-15 delegation delegation:astana-15/turkey", "delegation:astana-15/turkey head person:onal", "person:onal name en:Ambassador Oenal"))
	by := graph.Reviewer{Name: "curator"}
	for _, m := range [][2]graph.ID{{"party:ankara", "party:turkey"}, {"person:sedat", "person:onal"}} {
		if _, err := s.MergeEntities(ctx, []graph.ID{m[0]}, m[1], by); err != nil {
			t.Fatal(err)
		}
	}
	d, err := s.DiffRounds(ctx, r14, "round:astana-15", edtf.Date{})
	if err != nil || len(d.Heads) != 0 || len(d.Joined)+len(d.Left) != 0 {
		t.Errorf("the same head of the same party: got %+v, %v", d, err)
	}
	n, err := s.Network(ctx, graph.NetworkFilter{Party: "party:ankara"})
	if err != nil || n.Meetings != 1 || n.Nodes[1].Party != "party:turkey" {
		t.Errorf("the network of an old id: got %+v, %v", n, err)
	}
	sum, err := s.SummarizeRounds(ctx, graph.RoundFilter{Head: "person:sedat"})
	if err != nil || sum.Rounds != 2 || len(sum.Parties) != 1 || len(sum.Parties[0].Heads) != 1 {
		t.Errorf("the rounds of an old id: got %+v, %v", sum, err)
	}
	for _, text := range []string{"sedat onal", "oenal"} {
		found, err := s.Search(ctx, graph.SearchFilter{Text: text, Kinds: []string{"person"}}, graph.Page{})
		if err != nil || found.TotalCount != 1 || found.Nodes()[0].ID != "person:onal" {
			t.Errorf("search for %q: got %+v, %v", text, found.Nodes(), err)
		}
	}
}
