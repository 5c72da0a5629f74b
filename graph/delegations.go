package graph

import (
	"cmp"
	"context"
	"slices"
)

func (f *DelegationFilter) setting() setting {
	return setting{f.Process, f.Round, f.Rounds, f.From, f.To, f.Certainty, f.AsOf}
}

// Delegations lists delegations across rounds.
func (s *Store) Delegations(ctx context.Context, f DelegationFilter, p Page) (Connection[Delegation], error) {
	return list(ctx, s, p, func(v *view) (Connection[Delegation], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Delegation]{}, err
		}
		all, err := v.chosenDelegations(&f)
		if err != nil {
			return Connection[Delegation]{}, err
		}
		switch f.Order {
		case DelegationsByStartDesc:
			if err := v.latestFirst(all, f); err != nil {
				return Connection[Delegation]{}, err
			}
		case DelegationsByParty:
			slices.SortStableFunc(all, func(a, b Delegation) int { return cmp.Compare(a.Party, b.Party) })
		case DelegationsByID:
			slices.SortFunc(all, func(a, b Delegation) int { return cmp.Compare(a.ID, b.ID) })
		}
		return connect(v, all, func(d Delegation) ID { return d.ID }, p, same)
	})
}

// chosenDelegations lists the delegations that a filter holds, by the round's
// start and id.
func (v *view) chosenDelegations(f *DelegationFilter) ([]Delegation, error) {
	a, tests, err := settings(v, f)
	if err != nil {
		return nil, err
	}
	var all []Delegation
	for _, id := range a.byStart {
		b := a.rounds[id]
		for _, d := range b.delegations {
			if combined(f, func(g *DelegationFilter) bool { return g.setting().holds(b, tests) && g.own(d) }) {
				d.AsOf = f.AsOf
				all = append(all, d)
			}
		}
	}
	return all, nil
}

// own tells whether the filter's own conditions hold, those of the round apart.
func (f *DelegationFilter) own(d Delegation) bool {
	return (f.Party == "" || d.Party == f.Party) &&
		(len(f.Roles) == 0 || slices.ContainsFunc(f.Roles, func(r Role) bool { return slices.Contains(d.Roles, r) })) &&
		(f.Head == "" || d.ledBy(f.Head)) &&
		(f.Person == "" || d.has(f.Person)) &&
		(f.Headed == nil || *f.Headed == (d.Head != nil))
}

// latestFirst sorts delegations by the start of their rounds, the latest first.
func (v *view) latestFirst(all []Delegation, f DelegationFilter) error {
	a, err := v.atlas(f.AsOf)
	if err != nil {
		return err
	}
	compare := ByStartDesc.compare()
	slices.SortStableFunc(all, func(x, y Delegation) int { return compare(a.rounds[x.Round].Round, a.rounds[y.Round].Round) })
	return nil
}
