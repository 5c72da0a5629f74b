package timeline

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// round drafts the events of the i-th round.
func (d *drafter) round(i int) []Event {
	r := d.rounds[i]
	all := Event{Process: r.Process, Round: r.ID, AsOf: r.AsOf, RoundNumber: r.Number, RoundStatus: r.Status}
	if r.Start != nil {
		all.RoundStart = r.Start.EDTF
	}
	if r.End != nil {
		all.RoundEnd = r.End.EDTF
	}
	for _, p := range d.participations[i] {
		all.Parties = append(all.Parties, p.Party)
	}
	speaksFor := map[graph.ID]graph.ID{} // person → party
	for _, g := range d.delegations[i] {
		members := g.Members
		if g.Head != nil {
			members = append(slices.Clone(members), *g.Head)
		}
		for _, m := range members {
			all.Persons = append(all.Persons, m.Person)
			speaksFor[m.Person] = g.Party
		}
	}
	for _, a := range d.agenda[i] {
		all.Topics = append(all.Topics, a.Topic)
	}
	all.Parties, all.Persons, all.Topics = sorted(all.Parties), sorted(all.Persons), sorted(all.Topics)

	events := bounds(r, all)
	for _, a := range d.agenda[i] {
		if a.Session != nil {
			e := all.as(Session, a.ID, *a.Session, a.Claims)
			e.Topics = []graph.ID{a.Topic}
			events = append(events, e)
		}
	}
	for _, m := range d.meetings[i] {
		if e, ok := meeting(r, all, m); ok {
			events = append(events, e)
		}
	}
	for _, s := range d.statements[i] {
		if e, ok := d.statement(r, all, s, speaksFor); ok {
			events = append(events, e)
		}
	}
	for _, o := range d.outcomes[i] {
		date, ok := firstDate(o.Date, about(r.End, "the last day of the round"), about(r.Start, "the first day of the round"), d.report(o.Claims))
		if ok {
			e := all.as(Outcome, o.ID, date, o.Claims)
			e.Outcome, e.Text, e.TextLanguage = o.Kind, o.Text, o.Language
			events = append(events, e)
		}
	}
	return events
}

// as is an event that has all that its round has.
func (e Event) as(k Kind, subject graph.ID, date graph.EventDate, claims []graph.ID) Event {
	e.ID, e.Kind, e.Subject, e.Date, e.Claims = EventID(k, subject), k, subject, date, claims
	return e
}

// bounds are the first and the last day of a round. A round that is known to
// one day only has one event.
func bounds(r graph.Round, all Event) []Event {
	var events []Event
	if r.Start != nil {
		e := all.as(Start, r.ID, *r.Start, r.Start.Claims)
		e.Place = r.Venue
		events = append(events, e)
	}
	if r.End != nil {
		events = append(events, all.as(End, r.ID, *r.End, r.End.Claims))
	}
	return events
}

func meeting(r graph.Round, all Event, m graph.Meeting) (Event, bool) {
	date, ok := firstDate(m.Date, during(r))
	if !ok {
		return Event{}, false
	}
	if m.Kind == graph.Plenary {
		return all.as(Plenary, m.ID, date, m.Claims), true
	}
	e := all.as(Meeting, m.ID, date, m.Claims)
	e.Actors, e.Parties, e.Persons, e.Topics = m.Parties, sorted(slices.Clone(m.Parties)), nil, nil
	return e, true
}

func (d *drafter) statement(r graph.Round, all Event, s graph.Statement, speaksFor map[graph.ID]graph.ID) (Event, bool) {
	date, ok := firstDate(s.Date, during(r), d.report(s.Claims))
	if report := d.report(s.Claims); s.Date == nil && report != nil && !longAfter(*report, r) {
		date = *report
	}
	if !ok {
		return Event{}, false
	}
	e := all.as(Statement, s.ID, date, s.Claims)
	e.Text, e.TextLanguage, e.Direct = s.Text, s.Language, s.Direct
	e.Actors, e.Parties, e.Persons, e.Topics = []graph.ID{s.Speaker}, nil, nil, sorted(slices.Clone(s.Topics))
	switch party := speaksFor[s.Speaker]; {
	case s.Speaker.Kind() == "party":
		e.Parties = e.Actors
	case party != "":
		e.Parties = []graph.ID{party}
		fallthrough
	default:
		e.Persons = e.Actors
	}
	return e, true
}

// longAfter tells whether a report looks back on a round that was over more
// than a week before: then it says little of when something was said at it.
func longAfter(report graph.EventDate, r graph.Round) bool {
	last := r.End
	if last == nil {
		last = r.Start
	}
	return last != nil && report.Earliest().After(last.Latest().AddDate(0, 0, 7))
}

// firstDate is the first date that there is.
func firstDate(dates ...*graph.EventDate) (graph.EventDate, bool) {
	for _, d := range dates {
		if d != nil {
			return *d, true
		}
	}
	return graph.EventDate{}, false
}

// about is the neighbourhood of a date, for what has none of its own.
func about(d *graph.EventDate, what string) *graph.EventDate {
	if d == nil {
		return nil
	}
	return &graph.EventDate{EDTF: d.EDTF.Approximate(), Basis: "no date of its own; about " + what, Claims: d.Claims, AsOf: d.AsOf}
}

// during is the days of a round, for meetings that have no date.
func during(r graph.Round) *graph.EventDate {
	if r.Start == nil || r.End == nil {
		return about(r.Start, "the first day of the round")
	}
	d := edtf.Between(r.Start.EDTF, r.End.EDTF)
	if d.IsZero() {
		return about(r.Start, "the first day of the round")
	}
	claims := slices.Concat(r.Start.Claims, r.End.Claims)
	return &graph.EventDate{EDTF: d, Basis: "no date of its own; the days of the round", Claims: claims, AsOf: r.AsOf}
}

// report is about the day on which claims were first reported.
func (d *drafter) report(claims []graph.ID) *graph.EventDate {
	var first edtf.Date
	for _, id := range claims {
		if r := d.reported[id]; !r.IsZero() && (first.IsZero() || r.Compare(first) < 0) {
			first = r
		}
	}
	if first.IsZero() {
		return nil
	}
	return &graph.EventDate{EDTF: first.Approximate(), Basis: "no date of its own; about the day of the report"}
}

func sorted(ids []graph.ID) []graph.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}
