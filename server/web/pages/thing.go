package pages

import (
	"context"
	"net/http"
	"slices"

	"peacetalks/graph"
	"peacetalks/server/web/layout"
)

// What the page of a person, party, process, topic or place shows at most.
const (
	mostParts     = 60 // delegations, rounds
	mostSpoken    = 40 // statements
	mostReporting = 20 // articles
)

// A thingPage is what the template of a person, party, process, topic or place
// shows. A list that is empty is not shown.
type thingPage struct {
	*layout.Frame
	Say         say
	ID          graph.ID
	Name, Kind  string
	Names       []label
	Titles      []label
	Former      []graph.ID // ids that were merged into it
	Facts       []row
	Rounds      roundTable
	RoundsMore  string
	Delegations []part
	Statements  []spoken
	Sources     []source
	SourcesMore string
	Timeline    string // "" where no timeline goes by it
	Left        map[string]int
}

// A part is a delegation in a list of those of several rounds.
type part struct {
	Round, Party ref
	When         string
	Roles        []string
	Head         *ref
	Leads        bool // the page's person leads it
	fact
}

// A spoken is a statement in a list of those at several rounds.
type spoken struct {
	Round *ref
	quoted
}

// A reader adds to a thing's page what its kind has.
type reader func(ctx context.Context, b *book, p *thingPage) error

// thing makes the page of things of a kind. What no reader finds anything of
// is not there.
func (p *pages) thing(kind string, exists func(context.Context, *graph.Store, graph.ID) (bool, error), read ...reader) layout.Page {
	return func(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
		id, err := p.named(ctx, r, f, kind)
		if err != nil {
			return nil, err
		}
		known, err := exists(ctx, p.store, id)
		if err != nil {
			return nil, err
		}
		if !known {
			return nil, p.missing(ctx, f, id)
		}
		b := p.newBook(f)
		f.Here = "index"
		shown := &thingPage{Frame: f, Say: b.say, ID: id, Left: map[string]int{}}
		if err := b.nameAll(ctx, id); err != nil {
			return nil, err
		}
		shown.Name = b.name(id)
		f.Title = shown.Name
		for _, step := range append([]reader{readLabels}, append(read, readSources)...) {
			if err := step(ctx, b, shown); err != nil {
				return nil, err
			}
		}
		return shown, nil
	}
}

// things lists the pages of things by their patterns.
func (p *pages) things() map[string]layout.Page {
	return map[string]layout.Page{
		"/people/{name}": p.thing("person", found((*graph.Store).Person), readTitles, onTimeline, delegationsBy(func(f *graph.DelegationFilter, id graph.ID) { f.Person = id }), statementsBy),
		"/parties/{name}": p.thing("party", found((*graph.Store).Party), readParty, onTimeline, roundsBy(func(f *graph.RoundFilter, id graph.ID) { f.Party = id }),
			delegationsBy(func(f *graph.DelegationFilter, id graph.ID) { f.Party = id }), statementsBy),
		"/processes/{name}": p.thing("process", found((*graph.Store).Process), readProcess, onTimeline, roundsBy(func(f *graph.RoundFilter, id graph.ID) { f.Process = id })),
		"/topics/{name}":    p.thing("topic", found((*graph.Store).Topic), readTopic, onTimeline, roundsBy(func(f *graph.RoundFilter, id graph.ID) { f.Topic = id }), statementsOn),
		"/places/{name}":    p.thing("place", found((*graph.Store).Place), readPlace, roundsBy(func(f *graph.RoundFilter, id graph.ID) { f.Venue = id })),
	}
}

// found tells whether the store has a thing.
func found[T any](get func(*graph.Store, context.Context, graph.ID) (*T, error)) func(context.Context, *graph.Store, graph.ID) (bool, error) {
	return func(ctx context.Context, s *graph.Store, id graph.ID) (bool, error) {
		thing, err := get(s, ctx, id)
		return thing != nil, err
	}
}

// readLabels reads what a thing is called, and under which other ids.
func readLabels(ctx context.Context, b *book, p *thingPage) error {
	labels, err := b.labelsOf(ctx, p.ID)
	if err != nil {
		return err
	}
	if err := b.readPassages(ctx, claimsOf(labels)); err != nil {
		return err
	}
	p.Names = b.labels(labels)
	former, err := b.store.FormerIDs(ctx, []graph.ID{p.ID})
	if err == nil {
		p.Former = former[0][:min(len(former[0]), mostLabels)]
	}
	return err
}

// onTimeline offers the timeline of a thing.
func onTimeline(_ context.Context, b *book, p *thingPage) error {
	p.Timeline = b.frame.Link("timeline", p.ID.Kind(), p.ID.Name())
	return nil
}

// readTitles reads a person's titles.
func readTitles(ctx context.Context, b *book, p *thingPage) error {
	titles, err := b.store.Titles(ctx, []graph.ID{p.ID}, b.frame.AsOf)
	if err != nil {
		return err
	}
	if err := b.readPassages(ctx, claimsOf(titles[0])); err != nil {
		return err
	}
	p.Titles = b.labels(titles[0])
	return nil
}

// readParty reads of what kind a party is.
func readParty(ctx context.Context, b *book, p *thingPage) error {
	party, err := b.store.Party(ctx, p.ID)
	if err == nil && party.Kind != "" {
		p.Kind = b.say.Kinds[party.Kind]
	}
	return err
}

// readProcess reads who guarantees a process.
func readProcess(ctx context.Context, b *book, p *thingPage) error {
	p.Here = "rounds"
	guarantors, err := b.store.GuarantorsOf(ctx, []graph.ID{p.ID}, b.frame.AsOf)
	if err != nil {
		return err
	}
	return p.addRefs(ctx, b, b.say.Guarantors, guarantors[0])
}

// readTopic reads which topic a topic is part of.
func readTopic(ctx context.Context, b *book, p *thingPage) error {
	topic, err := b.store.Topic(ctx, p.ID)
	if err != nil {
		return err
	}
	if topic.Broader != "" {
		if err := p.addRefs(ctx, b, b.say.Broader, []graph.ID{topic.Broader}); err != nil {
			return err
		}
	}
	narrower, err := b.store.Topics(ctx, graph.TopicFilter{Broader: p.ID}, graph.Page{First: new(mostParts)})
	if err != nil {
		return err
	}
	var ids []graph.ID
	for _, t := range narrower.Nodes() {
		if t.ID != p.ID {
			ids = append(ids, t.ID)
		}
	}
	return p.addRefs(ctx, b, b.say.Narrower, ids)
}

// readPlace reads the country of a place.
func readPlace(ctx context.Context, b *book, p *thingPage) error {
	place, err := b.store.Place(ctx, p.ID)
	if err != nil || place.Country == "" {
		return err
	}
	return p.addRefs(ctx, b, b.say.Country, []graph.ID{place.Country})
}

// addRefs adds a row of things.
func (p *thingPage) addRefs(ctx context.Context, b *book, label string, ids []graph.ID) error {
	if len(ids) == 0 {
		return nil
	}
	ids = ids[:min(len(ids), mostParts)]
	err := b.nameAll(ctx, ids...)
	r := row{Label: label}
	for _, id := range ids {
		r.Values = append(r.Values, value{ref: b.ref(id)})
	}
	p.Facts = append(p.Facts, r)
	return err
}

// readSources reads the articles that name a thing, the latest first.
func readSources(ctx context.Context, b *book, p *thingPage) error {
	found, err := b.store.Articles(ctx, graph.ArticleFilter{About: p.ID, To: b.frame.AsOf}, graph.Page{First: new(mostReporting)})
	for _, a := range found.Nodes() {
		p.Sources = append(p.Sources, b.source(&a))
	}
	if extra := found.TotalCount - len(p.Sources); extra > 0 {
		p.Left["sources"], p.SourcesMore = extra, b.frame.Link("articles", "about", string(p.ID))
	}
	return err
}

// roundsBy reads the rounds that a thing has a part in, the latest first.
func roundsBy(set func(*graph.RoundFilter, graph.ID)) reader {
	return func(ctx context.Context, b *book, p *thingPage) error {
		filter := graph.RoundFilter{AsOf: b.frame.AsOf}
		set(&filter, p.ID)
		found, err := b.store.Rounds(ctx, filter, graph.ByStartDesc, graph.Page{First: new(mostParts)})
		if err != nil {
			return err
		}
		p.Rounds.Say = b.say
		if p.Rounds.Rounds, err = b.roundLines(ctx, found.Nodes()); err != nil {
			return err
		}
		if p.Left["rounds"] = max(0, found.TotalCount-len(p.Rounds.Rounds)); p.Left["rounds"] > 0 && p.ID.Kind() == "process" {
			p.RoundsMore = b.frame.Link("rounds", "process", p.ID.Name())
		}
		if p.ID.Kind() != "party" {
			return nil
		}
		ids := make([]graph.ID, len(found.Edges))
		for i, r := range found.Nodes() {
			ids[i] = r.ID
		}
		parts, err := b.store.ParticipationsOf(ctx, ids, nil, b.frame.AsOf)
		for i := range parts {
			for _, part := range parts[i] {
				if part.Party == p.ID {
					p.Rounds.Rounds[i].Roles = append(p.Rounds.Rounds[i].Roles, b.say.Roles[part.Role])
				}
			}
		}
		return err
	}
}

// delegationsBy reads the delegations that a thing has a part in, the latest
// first.
func delegationsBy(set func(*graph.DelegationFilter, graph.ID)) reader {
	return func(ctx context.Context, b *book, p *thingPage) error {
		filter := graph.DelegationFilter{Order: graph.DelegationsByStartDesc, AsOf: b.frame.AsOf}
		set(&filter, p.ID)
		found, err := b.store.Delegations(ctx, filter, graph.Page{First: new(mostParts)})
		if err != nil {
			return err
		}
		var claims, things, ids []graph.ID
		for _, d := range found.Nodes() {
			claims, things, ids = append(claims, p.of(d)...), append(things, d.ID), append(ids, d.Round)
			if d.Head != nil {
				things = append(things, d.Head.Person)
			}
		}
		if err := b.readPassages(ctx, claims); err != nil {
			return err
		}
		if err := b.nameAll(ctx, things...); err != nil {
			return err
		}
		rounds, err := b.store.RoundsByID(ctx, ids, b.frame.AsOf)
		if err != nil {
			return err
		}
		for i, d := range found.Nodes() {
			p.Delegations = append(p.Delegations, b.part(p, d, rounds[i]))
		}
		p.Left["delegations"] = max(0, found.TotalCount-len(p.Delegations))
		return nil
	}
}

// of lists the claims that give the page's thing its part in a delegation.
func (p *thingPage) of(d graph.Delegation) []graph.ID {
	if p.ID.Kind() == "person" {
		for _, m := range members(d) {
			if m.Person == p.ID {
				return m.Claims
			}
		}
	}
	if d.Head != nil {
		return slices.Concat(d.Claims, d.Head.Claims)
	}
	return d.Claims
}

func (b *book) part(p *thingPage, d graph.Delegation, r *graph.Round) part {
	out := part{Round: b.ref(d.Round), Party: b.ref(d.Party), fact: b.fact(p.of(d)...)}
	out.Round.Link, out.Party.Link = b.frame.To(d.ID), b.frame.To(d.Party)
	if r != nil {
		out.When = b.when(*r)
	}
	for _, role := range d.Roles {
		if role != graph.RoleParty {
			out.Roles = append(out.Roles, b.say.Roles[role])
		}
	}
	if d.Head != nil {
		head := b.ref(d.Head.Person)
		out.Head, out.Leads = &head, d.Head.Person == p.ID
	}
	return out
}

// statementsBy reads what a person or party said.
func statementsBy(ctx context.Context, b *book, p *thingPage) error {
	return p.readStatements(ctx, b, graph.StatementFilter{Speaker: p.ID, AsOf: b.frame.AsOf})
}

// statementsOn reads what was said on a topic.
func statementsOn(ctx context.Context, b *book, p *thingPage) error {
	return p.readStatements(ctx, b, graph.StatementFilter{Topic: p.ID, AsOf: b.frame.AsOf})
}

func (p *thingPage) readStatements(ctx context.Context, b *book, f graph.StatementFilter) error {
	found, err := b.store.Statements(ctx, f, graph.Page{Last: new(mostSpoken)})
	if err != nil {
		return err
	}
	var claims, things []graph.ID
	for _, s := range found.Nodes() {
		claims = slices.Concat(claims, s.Claims, dateClaims(s.Date))
		things = append(append(things, s.Speaker, s.Round), s.Topics...)
	}
	if err := b.readPassages(ctx, claims); err != nil {
		return err
	}
	if err := b.nameAll(ctx, things...); err != nil {
		return err
	}
	for _, s := range slices.Backward(found.Nodes()) {
		one := spoken{quoted: b.quoted(s)}
		if s.Round != "" {
			round := b.ref(s.Round)
			one.Round = &round
		}
		p.Statements = append(p.Statements, one)
	}
	p.Left["statements"] = max(0, found.TotalCount-len(p.Statements))
	return nil
}
