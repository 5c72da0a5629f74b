package pages

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// What a round's page shows at most.
const (
	mostDelegations = 60
	mostMembers     = 40
	mostAgenda      = 100
	mostMeetings    = 100
	pageStatements  = 40
	mostOutcomes    = 60
	mostConflicts   = 40
	mostSources     = 100
	mostDrawn       = 300 // events
)

// A dossier is all that a round's page shows, as the graph has it.
type dossier struct {
	round          graph.Round
	previous, next *graph.Round
	claims         map[graph.Predicate][]graph.StoredClaim // of the round itself
	participations []graph.Participation
	delegations    []graph.Delegation
	titles         map[graph.ID]graph.Label // of participants, by delegation and person
	agenda         []graph.AgendaItem
	meetings       []graph.Meeting
	statements     []graph.Statement
	outcomes       []graph.Outcome
	conflicts      []graph.Conflict
	sides          map[graph.ID]*graph.StoredClaim // of conflicts
	labels         []graph.Label
	sources        graph.Connection[graph.ArticleInfo]
	events         []timeline.Event

	left map[string]int // what is left out of long lists, by list
	page int            // of the statements
}

// round shows one round.
func (p *pages) round(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
	f.Here = "rounds"
	id, err := p.named(ctx, r, f, "round")
	if err != nil {
		return nil, err
	}
	found, err := p.store.Round(ctx, id, f.AsOf)
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, p.missing(ctx, f, id)
	}
	page, err := number(r, "statements")
	if err != nil {
		return nil, err
	}
	b, d := p.newBook(f), &dossier{round: *found, page: page, left: map[string]int{}}
	if err := d.read(ctx, b); err != nil {
		return nil, err
	}
	f.Styles = append(f.Styles, p.charts.Path("chart.css"))
	return b.round(d)
}

// number reads a page's number of the query string, from 1.
func number(r *http.Request, key string) (int, error) {
	value := r.URL.Query().Get(key)
	if value == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > 1_000_000 {
		return 0, &layout.Problem{Status: http.StatusBadRequest, Reason: key + ": there is no such page"}
	}
	return n, nil
}

// read reads the dossier: each kind of thing in one go.
func (d *dossier) read(ctx context.Context, b *book) error {
	ids, asOf := []graph.ID{d.round.ID}, b.frame.AsOf
	steps := []func() error{
		func() (err error) { d.previous, d.next, err = b.store.Neighbours(ctx, d.round.ID, asOf); return },
		func() error { return d.readClaims(ctx, b) },
		func() error {
			found, err := b.store.ParticipationsOf(ctx, ids, nil, asOf)
			return take(err, "participations", &d.participations, found, 10*mostDelegations, d.left)
		},
		func() error {
			found, err := b.store.DelegationsOf(ctx, ids, asOf)
			return take(err, "delegations", &d.delegations, found, mostDelegations, d.left)
		},
		func() error {
			found, err := b.store.AgendaOf(ctx, ids, asOf)
			return take(err, "agenda", &d.agenda, found, mostAgenda, d.left)
		},
		func() error {
			found, err := b.store.MeetingsOf(ctx, ids, asOf)
			return take(err, "meetings", &d.meetings, found, mostMeetings, d.left)
		},
		func() error {
			found, err := b.store.StatementsOf(ctx, ids, asOf)
			if err != nil {
				return err
			}
			from := min((d.page-1)*pageStatements, len(found[0]))
			return take(nil, "statements", &d.statements, [][]graph.Statement{found[0][from:]}, pageStatements, d.left)
		},
		func() error {
			found, err := b.store.OutcomesOf(ctx, ids, asOf)
			return take(err, "outcomes", &d.outcomes, found, mostOutcomes, d.left)
		},
		func() error {
			found, err := b.store.ConflictsOf(ctx, ids, asOf)
			return take(err, "conflicts", &d.conflicts, found, mostConflicts, d.left)
		},
		func() (err error) { d.labels, err = b.roundLabels(ctx, d.round.ID); return },
		func() (err error) {
			d.sources, err = b.store.Articles(ctx, graph.ArticleFilter{About: d.round.ID, To: asOf}, graph.Page{First: new(mostSources)})
			return
		},
		func() error { return d.readEvents(ctx, b) },
		func() error { return d.readTitles(ctx, b) },
		func() error { return d.readSides(ctx, b) },
		func() error { return b.readPassages(ctx, d.claimIDs()) },
		func() error { return d.readNames(ctx, b) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// take keeps the first of what was found of a round, and counts the rest.
func take[T any](err error, list string, to *[]T, found [][]T, most int, left map[string]int) error {
	if err != nil {
		return err
	}
	*to = found[0]
	if extra := len(found[0]) - most; extra > 0 {
		*to, left[list] = found[0][:most], extra
	}
	return nil
}

// readClaims reads what is said of the round itself.
func (d *dossier) readClaims(ctx context.Context, b *book) error {
	c, err := b.store.Claims(ctx, graph.ClaimFilter{
		Subject: d.round.ID, AsOf: b.frame.AsOf,
		Predicates: []graph.Predicate{graph.PredProcess, graph.PredVenue, graph.PredStatus},
	}, graph.Page{All: true})
	d.claims = map[graph.Predicate][]graph.StoredClaim{}
	for _, claim := range c.Nodes() {
		d.claims[claim.Predicate] = append(d.claims[claim.Predicate], claim)
	}
	return err
}

// readEvents reads what is drawn of the round.
func (d *dossier) readEvents(ctx context.Context, b *book) error {
	for e, err := range timeline.Events(ctx, b.store, timeline.Filter{Round: d.round.ID, AsOf: b.frame.AsOf}) {
		if err != nil || len(d.events) == mostDrawn {
			return err
		}
		d.events = append(d.events, e)
	}
	return nil
}

// readTitles reads the titles of those who are in the delegations.
func (d *dossier) readTitles(ctx context.Context, b *book) error {
	var people []graph.Participant
	for i := range d.delegations {
		if of := &d.delegations[i]; len(of.Members) > mostMembers {
			of.Members = of.Members[:mostMembers]
		}
		if d.delegations[i].Head != nil {
			people = append(people, *d.delegations[i].Head)
		}
		people = append(people, d.delegations[i].Members...)
	}
	titles, err := b.store.ParticipantTitles(ctx, people, b.frame.AsOf)
	d.titles = map[graph.ID]graph.Label{}
	for i := range titles {
		d.titles[people[i].Delegation+" "+people[i].Person] = preferred(titles[i], b.frame.Names)
	}
	return err
}

// readSides reads the claims that conflicts are about.
func (d *dossier) readSides(ctx context.Context, b *book) error {
	var ids []graph.ID
	for _, c := range d.conflicts {
		for _, side := range c.Sides {
			ids = append(ids, side.Claim)
		}
	}
	claims, err := b.store.ClaimsByID(ctx, ids, b.frame.AsOf)
	d.sides = map[graph.ID]*graph.StoredClaim{}
	for i := range claims {
		d.sides[ids[i]] = claims[i]
	}
	return err
}

// claimIDs lists the claims whose passages the page shows.
func (d *dossier) claimIDs() (ids []graph.ID) {
	for _, of := range []*graph.EventDate{d.round.Start, d.round.End} {
		ids = append(ids, dateClaims(of)...)
	}
	for _, claims := range d.claims {
		for _, c := range claims {
			ids = append(ids, c.ID)
		}
	}
	for _, p := range d.participations {
		ids = append(ids, p.Claims...)
	}
	for _, of := range d.delegations {
		ids = append(ids, of.Claims...)
		for _, p := range members(of) {
			ids = append(ids, p.Claims...)
			if title := d.titles[p.Delegation+" "+p.Person]; title.Claim != "" {
				ids = append(ids, title.Claim)
			}
		}
	}
	for _, a := range d.agenda {
		ids = slices.Concat(ids, a.Claims, dateClaims(a.Session))
	}
	for _, m := range d.meetings {
		ids = slices.Concat(ids, m.Claims, dateClaims(m.Date))
	}
	for _, s := range d.statements {
		ids = slices.Concat(ids, s.Claims, dateClaims(s.Date))
	}
	for _, o := range d.outcomes {
		ids = slices.Concat(ids, o.Claims, dateClaims(o.Date))
	}
	for _, c := range d.conflicts {
		for _, side := range c.Sides {
			ids = append(ids, side.Claim)
		}
	}
	return append(ids, claimsOf(d.labels)...)
}

func dateClaims(d *graph.EventDate) []graph.ID {
	if d == nil {
		return nil
	}
	return d.Claims
}

// members lists who is in a delegation, the head first.
func members(d graph.Delegation) []graph.Participant {
	if d.Head == nil {
		return d.Members
	}
	return append([]graph.Participant{*d.Head}, d.Members...)
}

// readNames reads what everything on the page is called.
func (d *dossier) readNames(ctx context.Context, b *book) error {
	var ids []graph.ID
	for _, r := range []*graph.Round{&d.round, d.previous, d.next} {
		if r != nil {
			ids = append(ids, r.ID, r.Process)
		}
	}
	for _, p := range d.participations {
		ids = append(ids, p.Party)
	}
	for _, of := range d.delegations {
		ids = append(ids, of.ID)
		for _, p := range members(of) {
			ids = append(ids, p.Person)
		}
	}
	for _, a := range d.agenda {
		ids = append(ids, a.Topic)
	}
	for _, m := range d.meetings {
		ids = append(ids, m.Parties...)
	}
	for _, s := range d.statements {
		ids = slices.Concat(ids, []graph.ID{s.Speaker}, s.Topics)
	}
	for _, c := range d.sides {
		if c != nil {
			ids = append(ids, c.Subject, c.Object.Entity)
		}
	}
	on := edtf.Date{}
	if d.round.Start != nil {
		on = d.round.Start.EDTF.Start()
	}
	return b.nameOn(ctx, on, append(slices.DeleteFunc(ids, func(id graph.ID) bool { return id.Name() == "" }), d.round.Venue)...)
}

// lower is a constant of the graph as style sheets and tables here spell it.
func lower[T ~string](s T) string { return strings.ToLower(string(s)) }
