package timeline

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// How much is held at once. The order is over the whole graph, and there is no
// index of it: events are drafted, light, in one pass over the rounds; the
// first draftLimit in the order are kept and yielded, and another pass finds
// the next. Passages and names are read for dressBatch events at a time.
const (
	roundBatch = 100
	draftLimit = 20_000
	dressBatch = 64
)

// Events yields the chosen events in the order of [Compare], all from one
// state of the graph. It stops at the first error.
func Events(ctx context.Context, s *graph.Store, f Filter) iter.Seq2[Event, error] {
	return eventsWithin(ctx, s, f, table, draftLimit)
}

// eventsOnce is Events for whoever goes through the graph once: nothing of it
// is kept for questions to come.
func eventsOnce(ctx context.Context, s *graph.Store, f Filter, limit int) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		ctx, release := s.Pass(ctx)
		defer release()
		eventsWithin(ctx, s, f, pass, limit)(yield)
	}
}

func eventsWithin(ctx context.Context, s *graph.Store, f Filter, way walk, limit int) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		ctx, release := s.Pin(ctx)
		defer release()
		d := dresser{store: s, filter: f, names: map[nameKey]map[string]string{}}
		w := window{limit: limit}
		for {
			if err := draft(ctx, s, f, way, w.add); err != nil {
				yield(Event{}, fmt.Errorf("timeline: %w", err))
				return
			}
			events, more := w.next()
			for batch := range slices.Chunk(events, dressBatch) {
				if err := d.dress(ctx, batch); err != nil {
					yield(Event{}, fmt.Errorf("timeline: %w", err))
					return
				}
				for _, e := range batch {
					if !yield(e, nil) {
						return
					}
				}
			}
			if !more {
				return
			}
		}
	}
}

// EventByID answers the event of an id, as all reports have it. Its error
// wraps [graph.ErrNotFound] where there is none. As ids are hashes, it drafts
// events until it finds the one.
func EventByID(ctx context.Context, s *graph.Store, id graph.ID) (Event, error) {
	ctx, release := s.Pin(ctx)
	defer release()
	var found []Event
	if id.Kind() == "event" {
		err := draft(ctx, s, Filter{}, table, func(e Event) bool {
			if e.ID == id {
				found = append(found, e)
			}
			return len(found) == 0
		})
		if err != nil {
			return Event{}, fmt.Errorf("timeline: %w", err)
		}
	}
	if len(found) == 0 {
		return Event{}, fmt.Errorf("%s: %w", brief(string(id)), graph.ErrNotFound)
	}
	d := dresser{store: s, names: map[nameKey]map[string]string{}}
	err := d.dress(ctx, found)
	return found[0], err
}

// A window keeps the first events of the order that come after those which it
// gave already.
type window struct {
	limit  int
	events []Event
	after  *Event // the last event given
	full   bool   // later events were left out
}

// add keeps an event if it belongs to the window. It always wants more.
func (w *window) add(e Event) bool {
	if w.after != nil && Compare(e, *w.after) <= 0 {
		return true
	}
	w.events = append(w.events, e)
	if len(w.events) >= 2*w.limit {
		w.trim()
	}
	return true
}

func (w *window) trim() {
	slices.SortFunc(w.events, Compare)
	if len(w.events) > w.limit {
		clear(w.events[w.limit:])
		w.events = w.events[:w.limit]
		w.full = true
	}
}

// next gives the events of the window in order and begins the next one.
func (w *window) next() (events []Event, more bool) {
	w.trim()
	events, more = w.events, w.full
	w.events, w.full = nil, false
	if len(events) > 0 {
		last := events[len(events)-1]
		w.after = &last
	}
	return events, more
}

// draft makes the chosen events without passages and names, round by round,
// until add wants no more.
func draft(ctx context.Context, s *graph.Store, f Filter, way walk, add func(Event) bool) error {
	f, err := current(ctx, s, f)
	if err != nil {
		return err
	}
	topics := topics(s.Vocabulary(), f.Topic)
	for rounds, err := range roundsOf(ctx, s, f, way) {
		if err != nil {
			return err
		}
		b := drafter{store: s, filter: f}
		if err := b.read(ctx, rounds); err != nil {
			return err
		}
		for i := range rounds {
			for _, e := range b.round(i) {
				if f.holds(&e, topics) && !add(e) {
					return nil
				}
			}
		}
	}
	return nil
}

// current is a filter with the ids that the graph uses: what was merged into
// something else is asked for by its old id as well.
func current(ctx context.Context, s *graph.Store, f Filter) (Filter, error) {
	for _, id := range f.ids() {
		if *id == "" {
			continue
		}
		now, err := s.Canonical(ctx, []graph.ID{*id})
		if err != nil {
			return f, err
		}
		*id = now[0]
	}
	return f, nil
}

// A walk is a way to all rounds, some at a time.
type walk func(context.Context, *graph.Store, Filter) iter.Seq2[[]graph.Round, error]

// roundsOf yields the rounds that a filter may have events of, some at a time.
func roundsOf(ctx context.Context, s *graph.Store, f Filter, way walk) iter.Seq2[[]graph.Round, error] {
	if f.Round == "" {
		return way(ctx, s, f)
	}
	return func(yield func([]graph.Round, error) bool) {
		r, err := s.Round(ctx, f.Round, f.AsOf)
		if err != nil || r != nil {
			var rounds []graph.Round
			if r != nil {
				rounds = []graph.Round{*r}
			}
			yield(rounds, err)
		}
	}
}

// pass reads the rounds one after another.
func pass(ctx context.Context, s *graph.Store, f Filter) iter.Seq2[[]graph.Round, error] {
	return s.EachRound(ctx, f.Process, f.AsOf)
}

// table asks for the list of rounds, which the graph keeps.
func table(ctx context.Context, s *graph.Store, f Filter) iter.Seq2[[]graph.Round, error] {
	return func(yield func([]graph.Round, error) bool) {
		first := roundBatch
		page := graph.Page{First: &first}
		for {
			c, err := s.Rounds(ctx, graph.RoundFilter{Process: f.Process, AsOf: f.AsOf}, graph.ByID, page)
			if err != nil {
				yield(nil, err)
				return
			}
			if len(c.Edges) == 0 || !yield(c.Nodes(), nil) || !c.HasNext {
				return
			}
			page.After = &c.Edges[len(c.Edges)-1].Cursor
		}
	}
}

// A drafter drafts the events of some rounds, for all of which it reads at
// once.
type drafter struct {
	store  *graph.Store
	filter Filter

	rounds         []graph.Round
	participations [][]graph.Participation
	delegations    [][]graph.Delegation
	agenda         [][]graph.AgendaItem
	meetings       [][]graph.Meeting
	statements     [][]graph.Statement
	outcomes       [][]graph.Outcome
	reported       map[graph.ID]edtf.Date // the first report of a claim
}

func (d *drafter) read(ctx context.Context, rounds []graph.Round) (err error) {
	d.rounds = rounds
	ids, asOf := make([]graph.ID, len(rounds)), d.filter.AsOf
	for i, r := range rounds {
		ids[i] = r.ID
	}
	if d.participations, err = d.store.ParticipationsOf(ctx, ids, nil, asOf); err != nil {
		return err
	}
	if d.delegations, err = d.store.DelegationsOf(ctx, ids, asOf); err != nil {
		return err
	}
	if d.agenda, err = d.store.AgendaOf(ctx, ids, asOf); err != nil {
		return err
	}
	d.meetings = make([][]graph.Meeting, len(ids))
	if d.filter.wants(Meeting, Plenary) {
		if d.meetings, err = d.store.MeetingsOf(ctx, ids, asOf); err != nil {
			return err
		}
	}
	d.statements = make([][]graph.Statement, len(ids))
	if d.filter.wants(Statement) {
		if d.statements, err = d.store.StatementsOf(ctx, ids, asOf); err != nil {
			return err
		}
	}
	d.outcomes = make([][]graph.Outcome, len(ids))
	if d.filter.wants(Outcome) {
		if d.outcomes, err = d.store.OutcomesOf(ctx, ids, asOf); err != nil {
			return err
		}
	}
	return d.readReports(ctx)
}

// readReports finds when statements and outcomes without a date of their own
// were first reported.
func (d *drafter) readReports(ctx context.Context) error {
	var claims []graph.ID
	for i := range d.rounds {
		for _, s := range d.statements[i] {
			if s.Date == nil {
				claims = append(claims, s.Claims...)
			}
		}
		for _, o := range d.outcomes[i] {
			if o.Date == nil {
				claims = append(claims, o.Claims...)
			}
		}
	}
	d.reported = make(map[graph.ID]edtf.Date, len(claims))
	if len(claims) == 0 {
		return nil
	}
	evidence, err := d.store.EvidenceOf(ctx, claims, affirming(d.filter.AsOf))
	if err != nil {
		return err
	}
	for i, id := range claims {
		for _, e := range evidence[i] {
			if first := d.reported[id]; !e.Reported.IsZero() && (first.IsZero() || e.Reported.Compare(first) < 0) {
				d.reported[id] = e.Reported
			}
		}
	}
	return nil
}

func affirming(asOf edtf.Date) graph.EvidenceFilter {
	denied := false
	return graph.EvidenceFilter{Denied: &denied, AsOf: asOf}
}
