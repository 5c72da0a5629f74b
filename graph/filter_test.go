package graph_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// What the filters of lists choose is what trying every condition on every
// item chooses, where the items come from the readings that the graph exports
// and from the views of one thing at a time.

// A world is a graph as of a day, in the form that is tried.
type world struct {
	t        fataler
	ctx      context.Context
	store    *graph.Store
	asOf     edtf.Date
	readings []graph.Reading
	rounds   []*roundItem
}

type roundItem struct {
	graph.Round
	parts    []graph.Participation
	teams    []graph.Delegation
	agenda   []graph.AgendaItem
	articles []graph.Article // that name it
}

// names tells whether an id is another or names it as a part, as that of a
// delegation names its round and its party.
func names(id, part graph.ID) bool {
	if id == part {
		return true
	}
	round, rest, ok := strings.Cut(id.Name(), "/")
	switch {
	case !ok:
		return false
	case part.Kind() == "round":
		return round == part.Name()
	case part.Kind() == "topic":
		return id.Kind() == "agenda" && rest == part.Name()
	case part.Kind() == "party":
		return id.Kind() == "delegation" && rest == part.Name() || id.Kind() == "meeting" && slices.Contains(strings.Split(rest, "+"), part.Name())
	}
	return false
}

func reportedBy(published, asOf edtf.Date) bool {
	return asOf.IsZero() || !published.IsZero() && !published.Latest().After(asOf.Latest())
}

// naming lists the articles that affirm something which names an entity.
func (w world) naming(id graph.ID) (out []graph.Article) {
	for _, r := range w.readings {
		if reportedBy(r.Article.Published, w.asOf) && slices.ContainsFunc(r.Claims, func(c graph.Supported) bool {
			affirmed := slices.ContainsFunc(c.Evidence, func(e graph.Evidence) bool { return e.Modality != graph.Denied })
			return affirmed && (names(c.Claim.Subject, id) || names(c.Claim.Object.Entity, id))
		}) {
			out = append(out, r.Article)
		}
	}
	return out
}

// known lists the ids of a kind that are affirmed.
func (w world) known(kind string, candidates []graph.ID) (out []graph.ID) {
	for _, id := range candidates {
		if id.Kind() == kind && len(w.naming(id)) > 0 {
			out = append(out, id)
		}
	}
	return out
}

func newWorld(t fataler, s *graph.Store, asOf edtf.Date) world {
	w := world{t: t, ctx: context.Background(), store: s, asOf: asOf}
	for r, err := range s.Readings(w.ctx) {
		w.must(err)
		w.readings = append(w.readings, r)
	}
	for _, id := range w.known("round", rounds) {
		r, err := s.Round(w.ctx, id, asOf)
		w.must(err)
		parts, err := s.ParticipationsOf(w.ctx, []graph.ID{id}, nil, asOf)
		w.must(err)
		teams, err := s.DelegationsOf(w.ctx, []graph.ID{id}, asOf)
		w.must(err)
		agenda, err := s.AgendaOf(w.ctx, []graph.ID{id}, asOf)
		w.must(err)
		w.rounds = append(w.rounds, &roundItem{*r, parts[0], teams[0], agenda[0], w.naming(id)})
	}
	return w
}

func (w world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("%v", err)
	}
}

// holds tries a filter's own conditions and those that it combines.
func holds[F any](f F, nested func(*F) graph.Nested[F], own func(F) bool) bool {
	n := nested(&f)
	result := own(f)
	for _, inner := range n.And {
		result = result && holds(inner, nested, own)
	}
	if n.Or != nil {
		any1 := false
		for _, inner := range n.Or {
			any1 = any1 || holds(inner, nested, own)
		}
		result = result && any1
	}
	if n.Not != nil {
		result = result && !holds(*n.Not, nested, own)
	}
	return result
}

// between is the range condition, day by day as text.
func between(earliest, latest string, from, to edtf.Date, c graph.Certainty) bool {
	in := func(day string) bool {
		return (from.IsZero() || day >= from.Earliest().Format("2006-01-02")) && (to.IsZero() || day <= to.Latest().Format("2006-01-02"))
	}
	if c == graph.Certainly {
		return in(earliest) && in(latest)
	}
	// The two overlap where the later beginning is not after the earlier end.
	return in(earliest) || in(latest) || !from.IsZero() && earliest <= from.Earliest().Format("2006-01-02") && from.Earliest().Format("2006-01-02") <= latest && in(from.Earliest().Format("2006-01-02"))
}

func (r *roundItem) between(from, to edtf.Date, c graph.Certainty) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	var days []string
	for _, d := range []*graph.EventDate{r.Start, r.End} {
		if d != nil {
			days = append(days, d.Earliest().Format("2006-01-02"), d.Latest().Format("2006-01-02"))
		}
	}
	return len(days) > 0 && between(slices.Min(days), slices.Max(days), from, to, c)
}

func (w world) round(f graph.RoundFilter, r *roundItem) bool {
	return holds(f, func(f *graph.RoundFilter) graph.Nested[graph.RoundFilter] { return f.Nested }, func(f graph.RoundFilter) bool {
		took := func(test func(graph.Delegation) bool) bool { return slices.ContainsFunc(r.teams, test) }
		return (f.Process == "" || r.Process == f.Process) &&
			(f.Number == nil || r.Number != nil && *r.Number == *f.Number) &&
			(f.Statuses == nil || slices.Contains(f.Statuses, r.Status)) &&
			(f.Venue == "" || r.Venue == f.Venue) && (f.Host == "" || r.Host == f.Host) &&
			(f.Country == "" || r.Venue == "place:nur-sultan" && f.Country == "party:kazakhstan") &&
			(f.Dated == nil || *f.Dated == (r.Start != nil || r.End != nil)) &&
			(f.Person == "" || took(func(d graph.Delegation) bool {
				return d.Head != nil && d.Head.Person == f.Person || slices.ContainsFunc(d.Members, func(m graph.Participant) bool { return m.Person == f.Person })
			})) &&
			(f.Head == "" || took(func(d graph.Delegation) bool { return d.Head != nil && d.Head.Person == f.Head })) &&
			(f.Topic == "" || slices.ContainsFunc(r.agenda, func(i graph.AgendaItem) bool { return i.Topic == f.Topic })) &&
			(f.Source == "" || slices.ContainsFunc(r.articles, func(a graph.Article) bool { return a.Source == f.Source })) &&
			(f.Article == "" || slices.ContainsFunc(r.articles, func(a graph.Article) bool { return a.ID == f.Article })) &&
			(f.Party == "" && f.Roles == nil || slices.ContainsFunc(r.parts, func(p graph.Participation) bool {
				return (f.Party == "" || p.Party == f.Party) && (f.Roles == nil || slices.Contains(f.Roles, p.Role))
			})) && r.between(f.From, f.To, f.Certainty)
	})
}

// tree makes filters that nest of leaves.
func tree[F any](c chooser, depth int, leaf func() F, nested func(*F) *graph.Nested[F]) F {
	f := leaf()
	if depth == 0 || c.upTo(2) == 0 {
		return f
	}
	n := nested(&f)
	if c.upTo(2) == 0 {
		n.And = []F{tree(c, depth-1, leaf, nested), tree(c, depth-1, leaf, nested)}
	}
	if c.upTo(2) == 0 {
		n.Or = []F{}
		for range c.upTo(3) {
			n.Or = append(n.Or, tree(c, depth-1, leaf, nested))
		}
	}
	if c.upTo(2) == 0 {
		inner := tree(c, depth-1, leaf, nested)
		n.Not = &inner
	}
	return f
}

func (w world) genRoundFilter(c chooser, depth int) graph.RoundFilter {
	number, dated := one(c, 13, 14, 4), c.upTo(1) == 0
	leaf := func() graph.RoundFilter {
		var f graph.RoundFilter
		for range c.upTo(2) {
			one(c,
				func() { f.Process = one[graph.ID](c, "process:astana", "process:geneva", "process:oslo") },
				func() { f.Number = &number },
				func() { f.Statuses = []graph.RoundStatus{one(c, graph.Announced, graph.Concluded), graph.Underway} },
				func() { f.Venue = one[graph.ID](c, "place:nur-sultan", "place:astana") },
				func() { f.Country = "party:kazakhstan" },
				func() { f.Host = "party:kazakhstan" },
				func() { f.Party = graph.MakeID("party", one(c, parties...)) },
				func() { f.Roles = []graph.Role{one(c, graph.RoleGuarantor, graph.RoleObserver, graph.RoleParty)} },
				func() { f.Person = one(c, people...) },
				func() { f.Head = one(c, people...) },
				func() { f.Topic = graph.MakeID("topic", one(c, topics...)) },
				func() { f.Source = one(c, "Outlet A", "Outlet B", "وكالة") },
				func() { f.Article = w.readings[c.upTo(len(w.readings)-1)].Article.ID },
				func() { f.Dated = &dated },
				func() { f.From, f.Certainty = genDay(c), one(c, graph.Possibly, graph.Certainly, "") },
				func() { f.To, f.Certainty = genDay(c), one(c, graph.Possibly, graph.Certainly, "") },
			)()
		}
		return f
	}
	return tree(c, depth, leaf, func(f *graph.RoundFilter) *graph.Nested[graph.RoundFilter] { return &f.Nested })
}

func genDay(c chooser) edtf.Date {
	return edtf.MustParse(one(c, "2018-01-15", "2019-01-01", "2019-12-01", "2019-12-10", "2019-12-11", "2019-12-31", "2020-01-01"))
}

// withVocabulary is scratch with the vocabulary of these tests.
func withVocabulary(t *testing.T) *graph.Store {
	return open(t, t.TempDir()+"/g", graph.Options{MemTable: 8 << 20, BlockCache: 1 << 20, Vocabulary: vocabulary})
}

func TestFiltersChooseWhatHolds(t *testing.T) {
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
		for range 3 {
			w.checkRounds(c)
			w.checkTeams(c)
			w.checkParties(c)
			w.checkPeople(c)
			w.checkAgenda(c)
			w.checkArticles(c)
			w.checkClaims(c)
		}
	})
}

// same compares what a filter chose with what holds, in any order.
func (w world) same(f any, got, want []graph.ID, total int) {
	w.t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || total != len(want) {
		w.t.Fatalf("%+v as of %q: got %v (total %d), want %v", f, w.asOf, got, total, want)
	}
}

func idsOf[T any](c graph.Connection[T], id func(T) graph.ID) (ids []graph.ID) {
	for _, n := range c.Nodes() {
		ids = append(ids, id(n))
	}
	return ids
}

func (w world) checkRounds(c chooser) {
	f := w.genRoundFilter(c, 2)
	f.AsOf = w.asOf
	o := one(c, graph.ByStart, graph.ByStartDesc, graph.ByNumber, graph.ByNumberDesc, graph.ByReports, graph.ByID)
	got, err := w.store.Rounds(w.ctx, f, o, graph.Page{All: true})
	w.must(err)
	var want []graph.ID
	for _, r := range w.rounds {
		if w.round(f, r) {
			want = append(want, r.ID)
		}
	}
	w.same(f, idsOf(got, func(r graph.Round) graph.ID { return r.ID }), want, got.TotalCount)
}

func (w world) checkTeams(c chooser) {
	headed := c.upTo(1) == 0
	leaf := func() (f graph.DelegationFilter) {
		for range c.upTo(2) {
			one(c,
				func() { f.Round = one(c, rounds...) },
				func() { f.Party = graph.MakeID("party", one(c, parties...)) },
				func() { f.Roles = []graph.Role{one(c, graph.RoleGuarantor, graph.RoleObserver)} },
				func() { f.Head = one(c, people...) },
				func() { f.Person = one(c, people...) },
				func() { f.Headed = &headed },
				func() { f.From, f.Certainty = genDay(c), one(c, graph.Possibly, graph.Certainly) },
				func() { inner := w.genRoundFilter(c, 1); f.Rounds = &inner },
			)()
		}
		return f
	}
	f := tree(c, 2, leaf, func(f *graph.DelegationFilter) *graph.Nested[graph.DelegationFilter] { return &f.Nested })
	f.AsOf, f.Order = w.asOf, one(c, graph.DelegationsByStart, graph.DelegationsByStartDesc, graph.DelegationsByParty, graph.DelegationsByID)
	got, err := w.store.Delegations(w.ctx, f, graph.Page{All: true})
	w.must(err)
	var want []graph.ID
	for _, r := range w.rounds {
		for _, d := range r.teams {
			if holds(f, func(f *graph.DelegationFilter) graph.Nested[graph.DelegationFilter] { return f.Nested }, func(f graph.DelegationFilter) bool {
				return (f.Round == "" || r.ID == f.Round) && (f.Party == "" || d.Party == f.Party) &&
					(f.Roles == nil || slices.Contains(d.Roles, f.Roles[0])) &&
					(f.Head == "" || d.Head != nil && d.Head.Person == f.Head) &&
					(f.Person == "" || inTeam(d, f.Person)) &&
					(f.Headed == nil || (d.Head != nil) == *f.Headed) &&
					r.between(f.From, f.To, f.Certainty) && (f.Rounds == nil || w.round(*f.Rounds, r))
			}) {
				want = append(want, d.ID)
			}
		}
	}
	w.same(f, idsOf(got, func(d graph.Delegation) graph.ID { return d.ID }), want, got.TotalCount)
}

func inTeam(d graph.Delegation, person graph.ID) bool {
	return d.Head != nil && d.Head.Person == person || slices.ContainsFunc(d.Members, func(m graph.Participant) bool { return m.Person == person })
}

func (w world) checkParties(c chooser) {
	leaf := func() (f graph.PartyFilter) {
		for range c.upTo(2) {
			one(c,
				func() { f.Roles = []graph.Role{one(c, graph.RoleGuarantor, graph.RoleObserver, graph.RoleParty)} },
				func() { f.Kind = "state" },
				func() { f.Process = "process:astana" },
				func() { inner := w.genRoundFilter(c, 1); f.Rounds = &inner },
				func() { f.To, f.Certainty = genDay(c), one(c, graph.Possibly, graph.Certainly) },
			)()
		}
		return f
	}
	f := tree(c, 2, leaf, func(f *graph.PartyFilter) *graph.Nested[graph.PartyFilter] { return &f.Nested })
	f.AsOf, f.Order = w.asOf, one(c, graph.EntitiesByID, graph.EntitiesByRounds)
	got, err := w.store.Parties(w.ctx, f, graph.Page{All: true})
	w.must(err)
	var want []graph.ID
	for _, id := range w.known("party", []graph.ID{"party:turkey", "party:russia", "party:iran", "party:syria-government", "party:kazakhstan"}) {
		if holds(f, func(f *graph.PartyFilter) graph.Nested[graph.PartyFilter] { return f.Nested }, func(f graph.PartyFilter) bool {
			if f.Kind != "" && vocabulary.Terms[id].Kind != f.Kind {
				return false
			}
			if f.Roles == nil && f.Process == "" && f.Rounds == nil && f.To.IsZero() {
				return true
			}
			for _, r := range w.rounds {
				for _, p := range r.parts {
					if p.Party == id && (f.Roles == nil || p.Role == f.Roles[0]) && (f.Process == "" || r.Process == f.Process) &&
						(f.Rounds == nil || w.round(*f.Rounds, r)) && r.between(f.From, f.To, f.Certainty) {
						return true
					}
				}
			}
			return false
		}) {
			want = append(want, id)
		}
	}
	w.same(f, idsOf(got, func(p graph.Party) graph.ID { return p.ID }), want, got.TotalCount)
}

func (w world) checkPeople(c chooser) {
	leaf := func() (f graph.PersonFilter) {
		for range c.upTo(2) {
			one(c,
				func() { f.Party = graph.MakeID("party", one(c, parties...)) },
				func() { f.Roles = []graph.Role{one(c, graph.RoleGuarantor, graph.RoleParty)} },
				func() { f.Head = true },
				func() { f.Round = one(c, rounds...) },
				func() { inner := w.genRoundFilter(c, 1); f.Rounds = &inner },
			)()
		}
		return f
	}
	f := tree(c, 2, leaf, func(f *graph.PersonFilter) *graph.Nested[graph.PersonFilter] { return &f.Nested })
	f.AsOf, f.Order = w.asOf, one(c, graph.EntitiesByID, graph.EntitiesByRounds)
	got, err := w.store.People(w.ctx, f, graph.Page{All: true})
	w.must(err)
	var want []graph.ID
	for _, id := range w.known("person", people) {
		if holds(f, func(f *graph.PersonFilter) graph.Nested[graph.PersonFilter] { return f.Nested }, func(f graph.PersonFilter) bool {
			if f.Party == "" && f.Roles == nil && !f.Head && f.Round == "" && f.Rounds == nil {
				return true
			}
			for _, r := range w.rounds {
				for _, d := range r.teams {
					leads := d.Head != nil && d.Head.Person == id
					if (leads || !f.Head && inTeam(d, id)) && (f.Party == "" || d.Party == f.Party) && (f.Roles == nil || slices.Contains(d.Roles, f.Roles[0])) &&
						(f.Round == "" || r.ID == f.Round) && (f.Rounds == nil || w.round(*f.Rounds, r)) {
						return true
					}
				}
			}
			return false
		}) {
			want = append(want, id)
		}
	}
	w.same(f, idsOf(got, func(p graph.Person) graph.ID { return p.ID }), want, got.TotalCount)
}

func (w world) checkAgenda(c chooser) {
	leaf := func() (f graph.AgendaItemFilter) {
		for range c.upTo(2) {
			one(c,
				func() { f.Topic = graph.MakeID("topic", one(c, topics...)) },
				func() { f.Process = "process:astana" },
				func() { inner := w.genRoundFilter(c, 1); f.Rounds = &inner },
			)()
		}
		return f
	}
	f := tree(c, 2, leaf, func(f *graph.AgendaItemFilter) *graph.Nested[graph.AgendaItemFilter] { return &f.Nested })
	f.AsOf, f.Order = w.asOf, one(c, graph.AgendaByStart, graph.AgendaByStartDesc, graph.AgendaByTopic, graph.AgendaByID)
	got, err := w.store.AgendaItems(w.ctx, f, graph.Page{All: true})
	w.must(err)
	var want []graph.ID
	for _, r := range w.rounds {
		for _, item := range r.agenda {
			if holds(f, func(f *graph.AgendaItemFilter) graph.Nested[graph.AgendaItemFilter] { return f.Nested }, func(f graph.AgendaItemFilter) bool {
				return (f.Topic == "" || item.Topic == f.Topic) && (f.Process == "" || r.Process == f.Process) && (f.Rounds == nil || w.round(*f.Rounds, r))
			}) {
				want = append(want, item.ID)
			}
		}
	}
	w.same(f, idsOf(got, func(i graph.AgendaItem) graph.ID { return i.ID }), want, got.TotalCount)
}

func (w world) checkArticles(c chooser) {
	leaf := func() (f graph.ArticleFilter) {
		for range c.upTo(2) {
			one(c,
				func() { f.Source = one(c, "Outlet A", "Outlet B", "وكالة") },
				func() { f.Language = one(c, "ar", "en") },
				func() { f.About = one(c, rounds...) },
				func() { f.From, f.Certainty = genDay(c), one(c, graph.Possibly, graph.Certainly) },
			)()
		}
		return f
	}
	f := tree(c, 2, leaf, func(f *graph.ArticleFilter) *graph.Nested[graph.ArticleFilter] { return &f.Nested })
	f.Order = one(c, graph.ArticlesByDayDesc, graph.ArticlesByDay, graph.ArticlesBySource)
	got, err := w.store.Articles(w.ctx, f, graph.Page{All: true})
	w.must(err)
	all := w
	all.asOf = edtf.Date{}
	var want []graph.ID
	for _, r := range w.readings {
		if holds(f, func(f *graph.ArticleFilter) graph.Nested[graph.ArticleFilter] { return f.Nested }, func(f graph.ArticleFilter) bool {
			a := r.Article
			return (f.Source == "" || a.Source == f.Source) && (f.Language == "" || a.Language == f.Language) &&
				(f.About == "" || slices.ContainsFunc(all.naming(f.About), func(b graph.Article) bool { return b.ID == a.ID })) &&
				(f.From.IsZero() || !a.Published.IsZero() && between(a.Published.Earliest().Format("2006-01-02"), a.Published.Latest().Format("2006-01-02"), f.From, f.To, f.Certainty))
		}) {
			want = append(want, r.Article.ID)
		}
	}
	w.same(f, idsOf(got, func(a graph.ArticleInfo) graph.ID { return a.ID }), want, got.TotalCount)
}

func (w world) checkClaims(c chooser) {
	leaf := func() (f graph.ClaimFilter) {
		for range c.upTo(2) {
			one(c,
				func() { f.Subject = one(c, rounds...) },
				func() { f.Object = one(c, people...) },
				func() { f.About = one(c, rounds...) },
				func() { f.Article = w.readings[c.upTo(len(w.readings)-1)].Article.ID },
				func() { f.Predicates = []graph.Predicate{graph.PredStart, graph.PredHead} },
				func() { f.Source = one(c, "Outlet A", "Outlet B", "وكالة") },
				func() { f.Modalities = []graph.Modality{one(c, graph.Planned, graph.Denied, graph.Happened)} },
			)()
		}
		return f
	}
	f := tree(c, 2, leaf, func(f *graph.ClaimFilter) *graph.Nested[graph.ClaimFilter] { return &f.Nested })
	f.AsOf, f.Denied, f.Order = w.asOf, c.upTo(1) == 0, one(c, graph.ClaimsBySubject, graph.ClaimsBySupport, graph.ClaimsByReported)
	got, err := w.store.Claims(w.ctx, f, graph.Page{All: true})
	w.must(err)
	type told struct {
		article  graph.Article
		evidence []graph.Evidence
	}
	by := map[graph.ID][]told{}
	claims := map[graph.ID]graph.Claim{}
	for _, r := range w.readings {
		for _, s := range r.Claims {
			claims[s.Claim.ID()] = s.Claim
			if reportedBy(r.Article.Published, w.asOf) {
				by[s.Claim.ID()] = append(by[s.Claim.ID()], told{r.Article, s.Evidence})
			}
		}
	}
	var want []graph.ID
	for id, reports := range by {
		claim := claims[id]
		affirmed := slices.ContainsFunc(reports, func(r told) bool {
			return slices.ContainsFunc(r.evidence, func(e graph.Evidence) bool { return e.Modality != graph.Denied })
		})
		if (f.Denied || affirmed) && holds(f, func(f *graph.ClaimFilter) graph.Nested[graph.ClaimFilter] { return f.Nested }, func(f graph.ClaimFilter) bool {
			mentioned := func(what graph.ID) bool {
				return names(claim.Object.Entity, what) || claim.Subject != what && names(claim.Subject, what)
			}
			inAll := slices.ContainsFunc(w.readings, func(r graph.Reading) bool {
				return r.Article.ID == f.Article && slices.ContainsFunc(r.Claims, func(s graph.Supported) bool { return s.Claim.ID() == id })
			})
			return (f.Subject == "" || claim.Subject == f.Subject) && (f.Object == "" || mentioned(f.Object)) &&
				(f.About == "" || claim.Subject == f.About || mentioned(f.About)) && (f.Article == "" || inAll) &&
				(f.Predicates == nil || slices.Contains(f.Predicates, claim.Predicate)) &&
				(f.Source == "" && f.Modalities == nil || slices.ContainsFunc(reports, func(r told) bool {
					return (f.Source == "" || r.article.Source == f.Source) && (f.Modalities == nil || slices.ContainsFunc(r.evidence, func(e graph.Evidence) bool { return e.Modality == f.Modalities[0] }))
				}))
		}) {
			want = append(want, id)
		}
	}
	w.same(f, idsOf(got, func(c graph.StoredClaim) graph.ID { return c.ID }), want, got.TotalCount)
}

// An imprecise date tells what is certain from what is possible.
func TestCertainty(t *testing.T) {
	for _, c := range []struct {
		date, from, to string
		want           graph.Certainty
	}{
		{"2019-12-10", "2019-12-10", "2019-12-10", graph.Certainly},
		{"2019-12", "2019-12-01", "2019-12-31", graph.Certainly},
		{"2019-12", "2019-12-10", "2019-12-31", graph.Possibly},
		{"2019-12", "2019-01-01", "2019-11-30", ""},
		{"2019-12", "2019-12-31", "", graph.Possibly},
		{"2019", "", "2019-12-31", graph.Certainly},
		{"2019-12-10/2019-12-11", "2019-12-11", "2019-12-12", graph.Possibly},
		{"2018~", "2018-01-01", "2018-12-31", graph.Certainly},
		{"2019-12-10/..", "2019-12-01", "2030-01-01", graph.Possibly},
		{"2019-12-10", "", "", graph.Certainly},
	} {
		parse := func(s string) (d edtf.Date) {
			if s != "" {
				d = edtf.MustParse(s)
			}
			return d
		}
		if got := (graph.EventDate{EDTF: parse(c.date)}).Within(parse(c.from), parse(c.to)); got != c.want {
			t.Errorf("%s in %s to %s: got %q, want %q", c.date, c.from, c.to, got, c.want)
		}
	}
}

func TestFiltersThatCannotBeApplied(t *testing.T) {
	ctx := context.Background()
	s := loaded(t, seedLike()...)
	deep := graph.RoundFilter{}
	for range 20 {
		inner := deep
		deep = graph.RoundFilter{Nested: graph.Nested[graph.RoundFilter]{Not: &inner}}
	}
	inner := graph.RoundFilter{AsOf: edtf.MustParse("2019-12-10")}
	for name, f := range map[string]graph.RoundFilter{
		"too deep":       deep,
		"too many":       {Nested: graph.Nested[graph.RoundFilter]{Or: make([]graph.RoundFilter, 200)}},
		"a day in Not":   {Nested: graph.Nested[graph.RoundFilter]{Not: &inner}},
		"a day in an Or": {Nested: graph.Nested[graph.RoundFilter]{Or: []graph.RoundFilter{inner}}},
	} {
		var bad *graph.FilterError
		before := s.Reads()
		if _, err := s.Rounds(ctx, f, graph.ByID, graph.Page{}); !errors.As(err, &bad) || s.Reads() != before {
			t.Errorf("%s: got %v after %d reads, want a FilterError before any", name, err, s.Reads()-before)
		}
	}
	var bad *graph.FilterError
	if _, err := s.Delegations(ctx, graph.DelegationFilter{Rounds: &inner}, graph.Page{}); !errors.As(err, &bad) {
		t.Errorf("a day in the filter of the rounds: got %v, want a FilterError", err)
	}
	queue := graph.ClaimFilter{Nested: graph.Nested[graph.ClaimFilter]{And: []graph.ClaimFilter{{NeedsReview: true}}}}
	if _, err := s.Claims(ctx, queue, graph.Page{}); !errors.As(err, &bad) {
		t.Errorf("the queue of review inside of a filter: got %v, want a FilterError", err)
	}
}
