package graph

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// Rounds lists rounds.
func (s *Store) Rounds(ctx context.Context, f RoundFilter, o RoundOrder, p Page) (Connection[Round], error) {
	return list(ctx, s, p, func(v *view) (Connection[Round], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Round]{}, err
		}
		chosen, err := v.chosen(&f)
		if err != nil {
			return Connection[Round]{}, err
		}
		rounds := make([]Round, len(chosen))
		for i, b := range chosen {
			rounds[i] = b.Round
		}
		slices.SortStableFunc(rounds, o.compare())
		if o == ByReports {
			named, err := v.roundsNamed()
			if err != nil {
				return Connection[Round]{}, err
			}
			reports := func(r Round) int { return countReports(named[r.ID], f.AsOf) }
			slices.SortStableFunc(rounds, func(a, b Round) int { return cmp.Compare(reports(b), reports(a)) })
		}
		return connect(v, rounds, func(r Round) ID { return r.ID }, p, same)
	})
}

// ReportsOf counts the articles that name rounds, as [ByReports] does.
func (s *Store) ReportsOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([]int, error) {
	return answer(ctx, s, func(v *view) ([]int, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		named, err := v.roundsNamed()
		counts := make([]int, len(rounds))
		for i, id := range rounds {
			counts[i] = countReports(named[id], asOf)
		}
		return counts, err
	})
}

func countReports(named []naming, asOf edtf.Date) (n int) {
	for _, by1 := range named {
		n += truth(by(by1.reported, asOf))
	}
	return n
}

// chosen lists the rounds that a filter holds, by start.
func (v *view) chosen(f *RoundFilter) ([]*roundBrief, error) {
	holds, err := v.roundTest(f)
	if err != nil {
		return nil, err
	}
	a, err := v.atlas(f.AsOf)
	if err != nil {
		return nil, err
	}
	var out []*roundBrief
	for _, id := range a.byStart {
		if b := a.rounds[id]; holds(b) {
			out = append(out, b)
		}
	}
	return out, nil
}

// chosenOf is chosen, but only the round that is named, if one is.
func (v *view) chosenOf(f RoundFilter, only ID) ([]*roundBrief, error) {
	found, err := v.chosen(&f)
	return slices.DeleteFunc(found, func(b *roundBrief) bool { return only != "" && b.ID != only }), err
}

// roundTest makes the test of a filter, and reads what it needs beside the
// atlas.
func (v *view) roundTest(f *RoundFilter) (func(*roundBrief) bool, error) {
	named := false
	err := Walk(f, func(g *RoundFilter, depth int) error {
		named = named || g.Source != "" || g.Article != ""
		if depth > 0 && !g.AsOf.IsZero() {
			return errInnerAsOf
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var who press
	if named {
		if who, err = v.press(); err != nil {
			return nil, err
		}
	}
	return func(b *roundBrief) bool {
		return combined(f, func(g *RoundFilter) bool { return g.own(v, b, who) })
	}, nil
}

// own tells whether the filter's own conditions hold.
func (f *RoundFilter) own(v *view, b *roundBrief, who press) bool {
	switch {
	case f.Process != "" && b.Process != f.Process,
		f.Number != nil && (b.Number == nil || *b.Number != *f.Number),
		len(f.Statuses) > 0 && !slices.Contains(f.Statuses, b.Status),
		f.Venue != "" && b.Venue != f.Venue,
		f.Country != "" && v.store.place(b.Venue).Country != f.Country,
		f.Host != "" && b.Host != f.Host,
		f.Dated != nil && *f.Dated != (b.when() != nil),
		!b.within(f.From, f.To, f.Certainty):
		return false
	case f.Source != "" && !who.names(b.ID, b.AsOf, func(_ packed, l listed) bool { return isOutlet(l.source, f.Source) }),
		f.Article != "" && !who.names(b.ID, b.AsOf, func(a packed, _ listed) bool { return a.id(kindArticle) == f.Article }):
		return false
	}
	return f.attended(b) && (f.Topic == "" || slices.ContainsFunc(b.agenda, func(id ID) bool { return v.under(topicOf(id), f.Topic) }))
}

// attended tells whether those took part that the filter names.
func (f *RoundFilter) attended(b *roundBrief) bool {
	switch {
	case (f.Party != "" || len(f.Roles) > 0) && !slices.ContainsFunc(b.participations, func(p Participation) bool {
		return (f.Party == "" || p.Party == f.Party) && (len(f.Roles) == 0 || slices.Contains(f.Roles, p.Role))
	}):
		return false
	case f.Person != "" && !slices.ContainsFunc(b.delegations, func(d Delegation) bool { return d.has(f.Person) }):
		return false
	case f.Head != "" && !slices.ContainsFunc(b.delegations, func(d Delegation) bool { return d.ledBy(f.Head) }):
		return false
	}
	return true
}

// A roundTests tells which rounds the filters of rounds hold that stand in
// filters of what belongs to rounds.
type roundTests map[*RoundFilter]func(*roundBrief) bool

// add makes the test of a filter, if there is one.
func (t roundTests) add(v *view, f *RoundFilter) (err error) {
	if f == nil || t[f] != nil {
		return nil
	}
	if !f.AsOf.IsZero() {
		return errInnerAsOf
	}
	t[f], err = v.roundTest(f)
	return err
}

// A setting is what filters of delegations, agenda items, parties and people
// say of the round.
type setting struct {
	process, round ID
	rounds         *RoundFilter
	from, to       edtf.Date
	certainty      Certainty
	asOf           edtf.Date
}

// A settled is a pointer to a filter that nests and says something of rounds.
type settled[F any] interface {
	nestable[F]
	setting() setting
}

// settings reads what is needed to tell which rounds a filter and those inside
// it hold.
func settings[F any, P settled[F]](v *view, f P) (*atlas, roundTests, error) {
	tests := roundTests{}
	err := Walk(f, func(g P, depth int) error {
		at := g.setting()
		if depth > 0 && !at.asOf.IsZero() {
			return errInnerAsOf
		}
		return tests.add(v, at.rounds)
	})
	if err != nil {
		return nil, nil, err
	}
	a, err := v.atlas(f.setting().asOf)
	return a, tests, err
}

// free tells whether it says nothing of the round.
func (s setting) free() bool {
	return s.process == "" && s.round == "" && s.rounds == nil && s.from.IsZero() && s.to.IsZero()
}

func (s setting) holds(b *roundBrief, tests roundTests) bool {
	return (s.process == "" || b.Process == s.process) && (s.round == "" || b.ID == s.round) &&
		b.within(s.from, s.to, s.certainty) && (s.rounds == nil || tests[s.rounds](b))
}
