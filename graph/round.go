package graph

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph/edtf"
)

// Round answers one round, nil if nothing was reported of it by asOf.
func (s *Store) Round(ctx context.Context, id ID, asOf edtf.Date) (*Round, error) {
	rounds, err := s.RoundsByID(ctx, []ID{id}, asOf)
	if err != nil {
		return nil, err
	}
	return rounds[0], nil
}

// RoundsByID is [Store.Round] for many ids, in their order.
func (s *Store) RoundsByID(ctx context.Context, ids []ID, asOf edtf.Date) ([]*Round, error) {
	return answer(ctx, s, func(v *view) ([]*Round, error) {
		current, err := v.current(ids)
		if err != nil {
			return nil, err
		}
		found, err := v.rounds(current, asOf)
		for i, r := range found {
			if r != nil {
				r.ID = ids[i]
			}
		}
		return found, err
	})
}

// RoundByNumber answers the round of a process that has a number, nil if
// there is none.
func (s *Store) RoundByNumber(ctx context.Context, process ID, number int, asOf edtf.Date) (*Round, error) {
	return answer(ctx, s, func(v *view) (*Round, error) {
		of, err := v.current([]ID{process})
		if err != nil {
			return nil, err
		}
		a, err := v.atlas(asOf)
		if err != nil {
			return nil, err
		}
		for _, id := range a.byProcess[of[0]] {
			if r := a.rounds[id].Round; r.Number != nil && *r.Number == number {
				return &r, nil
			}
		}
		return nil, nil
	})
}

// RoundStatus answers how far a round had come, by the reports up to a day.
func (s *Store) RoundStatus(ctx context.Context, round ID, asOf edtf.Date) (RoundStatus, error) {
	r, err := s.Round(ctx, round, asOf)
	if r == nil || err != nil {
		return "", err
	}
	return r.Status, nil
}

// Neighbours answers the rounds before and after one in its process, by
// number; nil where there is none.
func (s *Store) Neighbours(ctx context.Context, round ID, asOf edtf.Date) (previous, next *Round, err error) {
	pair, err := answer(ctx, s, func(v *view) (pair [2]*Round, err error) {
		ids, err := v.current([]ID{round})
		if err != nil {
			return pair, err
		}
		a, err := v.atlas(asOf)
		if err != nil {
			return pair, err
		}
		of := a.rounds[ids[0]]
		if of == nil || of.Number == nil {
			return pair, nil
		}
		for _, id := range a.byProcess[of.Process] {
			r := a.rounds[id].Round
			switch {
			case r.Number == nil:
			case *r.Number < *of.Number && (pair[0] == nil || *r.Number > *pair[0].Number):
				pair[0] = &r
			case *r.Number > *of.Number && (pair[1] == nil || *r.Number < *pair[1].Number):
				pair[1] = &r
			}
		}
		return pair, nil
	})
	return pair[0], pair[1], err
}

// rounds makes the views of rounds, in one pass.
func (v *view) rounds(ids []ID, asOf edtf.Date) ([]*Round, error) {
	fs, err := v.facts(ids, asOf)
	if err != nil {
		return nil, err
	}
	out := make([]*Round, len(ids))
	for i, f := range fs {
		if ids[i].Kind() != "round" {
			continue
		}
		known := f.known()
		if !known {
			if known, err = v.known(ids[i], asOf); err != nil {
				return nil, err
			}
		}
		if known {
			r, err := v.roundOf(f, asOf)
			if err != nil {
				return nil, err
			}
			out[i] = &r
		}
	}
	return out, nil
}

// facts fuses what is said of subjects, in their order.
func (v *view) facts(ids []ID, asOf edtf.Date) ([]facts, error) {
	prefixes := make([]key, len(ids))
	for i, id := range ids {
		prefixes[i] = subjectPrefix(id)
	}
	found, err := v.fused(prefixes, asOf)
	if err != nil {
		return nil, err
	}
	out := make([]facts, len(ids))
	for i, fs := range found {
		out[i] = only(ids[i], fs, asOf)
	}
	return out, nil
}

// factsOf is facts by id.
func (v *view) factsOf(ids []ID, asOf edtf.Date) (map[ID]facts, error) {
	fs, err := v.facts(ids, asOf)
	out := make(map[ID]facts, len(fs))
	for _, f := range fs {
		out[f.subject] = f
	}
	return out, err
}

// known tells whether an article that was reported by a day affirms anything
// that names an entity.
func (v *view) known(id ID, asOf edtf.Date) (found bool, err error) {
	err = v.scan([]key{newKey(tableNode).id(id)}, func(k, record []byte) error {
		f := &fields{rest: record}
		d := f.date()
		if err := f.end(k); err != nil {
			return err
		}
		a, _ := articleOf(k)
		if found = counts(a, d, asOf); found {
			return errStop
		}
		return nil
	})
	return found, err
}

func roundOf(f facts, asOf edtf.Date) Round {
	r := Round{
		ID: f.subject, Process: f.entity(PredProcess), Start: f.date(PredStart), End: f.date(PredEnd),
		Venue: f.entity(PredVenue), Host: f.entity(PredHost), AsOf: asOf,
	}
	if r.Process == "" {
		r.Process = processInName(f.subject)
	}
	if ns := f.by[PredNumber]; len(ns) > 0 {
		n := ns[0].Object.Number
		r.Number = &n
	}
	if cs := f.by[PredStatus]; len(cs) > 0 {
		r.Status = RoundStatus(strings.ToUpper(orderStatus(cs)[0].Object.Text))
	}
	return r
}

// processInName is the process that a round's id is built from: the id says
// which series a round belongs to even where no claim does.
func processInName(round ID) ID {
	name := round.Name()
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		if _, err := strconv.Atoi(name[i+1:]); err == nil {
			name = name[:i]
		}
	}
	return MakeID("process", name)
}

// An atlas is the rounds of the whole graph in brief, for lists and filters.
type atlas struct {
	rounds    map[ID]*roundBrief
	byStart   []ID
	byProcess map[ID][]ID
}

type roundBrief struct {
	Round
	participations []Participation
	delegations    []Delegation
	agenda         []ID // agenda items
}

// atlas makes the table of rounds in one pass, and keeps it while the graph
// does not change.
func (v *view) atlas(asOf edtf.Date) (*atlas, error) {
	return cached(v, "atlas "+asOf.String(), func() (*atlas, error) {
		a := &atlas{rounds: map[ID]*roundBrief{}, byProcess: map[ID][]ID{}}
		in, err := v.scope(asOf)
		if err != nil {
			return nil, err
		}
		delegations := map[ID][]facts{} // by round
		var group []report
		flush := func() {
			if len(group) == 0 {
				return
			}
			f := fuse(group[0].subject, group, in)
			group = nil
			if !f.known() {
				return
			}
			if f.subject.Kind() == "delegation" {
				delegations[f.subject.roundOf()] = append(delegations[f.subject.roundOf()], f)
				return
			}
			b := &roundBrief{Round: roundOf(f, asOf)}
			b.participations, b.delegations = takingPart(f, delegations[f.subject])
			for _, c := range f.by[PredAgenda] {
				b.agenda = append(b.agenda, c.Object.Entity)
			}
			slices.Sort(b.agenda)
			a.rounds[f.subject] = b
		}
		// Delegations sort before rounds, so that they are there when their round comes.
		err = v.scan([]key{subjectsPrefix("delegation:"), subjectsPrefix("round:")}, func(k, record []byte) error {
			r, err := decodeReport(k, record)
			if err != nil {
				return err
			}
			if len(group) > 0 && group[0].subject != r.subject {
				flush()
			}
			group = append(group, r)
			return nil
		})
		if err != nil {
			return nil, err
		}
		flush()
		if err := v.addBareRounds(a, delegations, asOf); err != nil {
			return nil, err
		}
		over, err := v.overlay()
		if err != nil {
			return nil, err
		}
		for id, b := range a.rounds {
			if over != nil {
				b.Process = over.curation.id(b.Process)
			}
			a.byStart = append(a.byStart, id)
			a.byProcess[b.Process] = append(a.byProcess[b.Process], id)
		}
		compare := ByStart.compare()
		slices.SortFunc(a.byStart, func(x, y ID) int { return compare(a.rounds[x].Round, a.rounds[y].Round) })
		for _, ids := range a.byProcess {
			slices.Sort(ids)
		}
		return a, nil
	})
}

// addBareRounds adds the rounds of which nothing is said directly, only of
// what belongs to them.
func (v *view) addBareRounds(a *atlas, delegations map[ID][]facts, asOf edtf.Date) error {
	ids, err := v.nodes("round")
	if err != nil {
		return err
	}
	for _, id := range ids {
		if a.rounds[id] != nil {
			continue
		}
		known, err := v.known(id, asOf)
		if err != nil {
			return err
		}
		if known {
			f := facts{subject: id, in: scope{asOf: asOf}}
			b := &roundBrief{Round: roundOf(f, asOf)}
			b.participations, b.delegations = takingPart(f, delegations[id])
			a.rounds[id] = b
		}
	}
	return nil
}

// compare is the order of rounds; the default is by start.
func (o RoundOrder) compare() func(a, b Round) int {
	sign := 1
	switch o {
	case ByID:
		return func(a, b Round) int { return cmp.Compare(a.ID, b.ID) }
	case ByNumberDesc:
		sign = -1
		fallthrough
	case ByNumber:
		return func(a, b Round) int {
			return cmp.Or(cmp.Compare(a.Process, b.Process), compareNumbers(a.Number, b.Number, sign), cmp.Compare(a.ID, b.ID))
		}
	}
	if o == ByStartDesc {
		sign = -1
	}
	return func(a, b Round) int {
		return cmp.Or(compareEventDates(a.when(), b.when(), sign), cmp.Compare(a.Process, b.Process), compareNumbers(a.Number, b.Number, sign), cmp.Compare(a.ID, b.ID))
	}
}

// when is the round's start, else its end.
func (r Round) when() *EventDate {
	if r.Start != nil {
		return r.Start
	}
	return r.End
}

// compareEventDates orders by date, the unknown last in either direction.
func compareEventDates(a, b *EventDate, sign int) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return sign * a.EDTF.Compare(b.EDTF)
}

// compareNumbers orders by number, the unknown last in either direction.
func compareNumbers(a, b *int, sign int) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return sign * cmp.Compare(*a, *b)
}
