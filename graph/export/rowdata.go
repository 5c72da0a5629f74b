package export

import (
	"context"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// eventsOf makes the rows of rounds: each round, then its meetings by date.
func eventsOf(ctx context.Context, s *graph.Store, rounds []graph.Round, o Options) ([]event, error) {
	r := roundData{store: s, rounds: rounds, asOf: o.Filter.AsOf, language: o.language()}
	if err := r.read(ctx); err != nil {
		return nil, err
	}
	var events []event
	for i := range rounds {
		round, err := r.event(ctx, i)
		if err != nil {
			return nil, err
		}
		events = append(events, round)
		for j := range r.meetings[i] {
			events = append(events, r.meeting(round, &r.meetings[i][j], r.conflicts[i]))
		}
	}
	if err := r.addEvidence(ctx, events); err != nil {
		return nil, err
	}
	return events, addNames(ctx, s, events, o.language())
}

// roundData is what is read of rounds, for all of them at once.
type roundData struct {
	store    *graph.Store
	rounds   []graph.Round
	asOf     edtf.Date
	language string // of titles

	participations [][]graph.Participation
	delegations    [][]graph.Delegation
	agenda         [][]graph.AgendaItem
	meetings       [][]graph.Meeting
	outcomes       [][]graph.Outcome
	conflicts      [][]graph.Conflict
}

func (r *roundData) read(ctx context.Context) (err error) {
	ids := make([]graph.ID, len(r.rounds))
	for i, round := range r.rounds {
		ids[i] = round.ID
	}
	if r.participations, err = r.store.ParticipationsOf(ctx, ids, nil, r.asOf); err != nil {
		return err
	}
	if r.delegations, err = r.store.DelegationsOf(ctx, ids, r.asOf); err != nil {
		return err
	}
	if r.agenda, err = r.store.AgendaOf(ctx, ids, r.asOf); err != nil {
		return err
	}
	if r.meetings, err = r.store.MeetingsOf(ctx, ids, r.asOf); err != nil {
		return err
	}
	if r.outcomes, err = r.store.OutcomesOf(ctx, ids, r.asOf); err != nil {
		return err
	}
	r.conflicts, err = r.store.ConflictsOf(ctx, ids, r.asOf)
	return err
}

// thirdRoles are the roles of those who help others to agree, the nearest to
// the table first.
var thirdRoles = []graph.Role{graph.RoleMediator, graph.RoleGuarantor, graph.RoleHost, graph.RoleObserver, graph.RoleGuest}

// event is the row of the i-th round.
func (r *roundData) event(ctx context.Context, i int) (event, error) {
	round := r.rounds[i]
	e := event{round: round, start: round.Start, end: round.End, outcomes: r.outcomes[i], roles: map[graph.Role][]graph.ID{}}
	for _, p := range r.participations[i] {
		e.roles[p.Role] = append(e.roles[p.Role], p.Party)
	}
	for _, role := range thirdRoles {
		for _, p := range e.roles[role] {
			if !slices.Contains(e.third, p) {
				e.third = append(e.third, p)
			}
		}
	}
	for _, p := range e.roles[graph.RoleParty] {
		switch {
		case slices.Contains(e.third, p):
		case international[p.Name()]:
			e.third = append(e.third, p)
		default:
			e.local = append(e.local, p)
		}
	}
	for _, item := range r.agenda[i] {
		e.topics = append(e.topics, item.Topic)
	}
	e.dispute(r.conflicts[i], func(graph.Conflict) bool { return true })
	said, err := r.store.Claims(ctx, graph.ClaimFilter{Subject: round.ID, AsOf: r.asOf}, graph.Page{All: true})
	if err != nil {
		return e, err
	}
	if round.Start != nil { // the passage that is shown is of what says when
		e.claims = append(e.claims, round.Start.Claims...)
	}
	for _, c := range said.Nodes() {
		e.claims = append(e.claims, c.ID)
	}
	for _, d := range r.delegations[i] {
		if d.Head != nil {
			e.claims = append(e.claims, d.Head.Claims...)
		}
		for _, m := range d.Members {
			e.claims = append(e.claims, m.Claims...)
		}
	}
	return e, r.addPeople(ctx, &e, r.delegations[i])
}

// addPeople adds the heads and the members of delegations, with the titles
// that are given where they are named as such.
func (r *roundData) addPeople(ctx context.Context, e *event, delegations []graph.Delegation) error {
	var all []graph.Participant
	for _, d := range delegations {
		members := d.Members
		if d.Head != nil {
			members = append([]graph.Participant{*d.Head}, members...)
		}
		for _, m := range members {
			all = append(all, m)
			e.people = append(e.people, individual{person: m.Person, party: d.Party, head: m.Head})
		}
	}
	titles, err := r.store.ParticipantTitles(ctx, all, r.asOf)
	if err != nil {
		return err
	}
	for i, labels := range titles {
		e.people[i].title = inLanguage(labels, r.language)
	}
	return nil
}

// inLanguage is the first label in a language, else the first.
func inLanguage(labels []graph.Label, language string) string {
	for _, l := range labels {
		if strings.EqualFold(l.Language, language) {
			return l.Text
		}
	}
	if len(labels) > 0 {
		return labels[0].Text
	}
	return ""
}

// meeting is the row of a meeting at a round. Who meets is a third party or a
// local one as at the round; of those who have no part in that, states and
// international organisations are third parties.
func (r *roundData) meeting(round event, m *graph.Meeting, conflicts []graph.Conflict) event {
	e := event{round: round.round, meeting: m, start: m.Date, end: m.Date, claims: m.Claims, roles: map[graph.Role][]graph.ID{}}
	if m.Date != nil {
		e.claims = slices.Concat(m.Date.Claims, m.Claims)
	}
	parties := m.Parties
	if m.Kind == graph.Plenary {
		parties = slices.Concat(round.third, round.local)
	}
	for _, p := range parties {
		if slices.Contains(round.third, p) || !slices.Contains(round.local, p) && (international[p.Name()] || r.store.Vocabulary().Terms[p].Kind == "state") {
			e.third = append(e.third, p)
		} else {
			e.local = append(e.local, p)
		}
	}
	for role, of := range round.roles {
		for _, p := range of {
			if slices.Contains(parties, p) {
				e.roles[role] = append(e.roles[role], p)
			}
		}
	}
	subject, _, _ := strings.Cut(string(m.ID), "@")
	e.dispute(conflicts, func(c graph.Conflict) bool { return c.Subject == graph.ID(subject) })
	return e
}

// dispute adds what some of the conflicts are about.
func (e *event) dispute(conflicts []graph.Conflict, of func(graph.Conflict) bool) {
	for _, c := range conflicts {
		if p := string(c.Predicate); of(c) && !slices.Contains(e.disputed, p) {
			e.disputed = append(e.disputed, p)
		}
	}
}
