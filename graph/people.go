package graph

import (
	"cmp"
	"context"
	"slices"
)

// A part is what a party or a person does in a round: for a party one of its
// roles, for a person its place in a delegation.
type part struct {
	round *roundBrief
	role  Role       // of a party
	team  Delegation // of a person
	head  bool
}

// Parties lists parties.
func (s *Store) Parties(ctx context.Context, f PartyFilter, p Page) (Connection[Party], error) {
	return list(ctx, s, p, func(v *view) (Connection[Party], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Party]{}, err
		}
		ids, err := v.chosenParties(&f)
		if err != nil {
			return Connection[Party]{}, err
		}
		return connect(v, ids, func(id ID) ID { return id }, p, func(ids []ID) ([]Party, error) { return each(ids, s.party), nil })
	})
}

func (f *PartyFilter) setting() setting {
	return setting{f.Process, f.Round, f.Rounds, f.From, f.To, f.Certainty, f.AsOf}
}

func (v *view) chosenParties(f *PartyFilter) ([]ID, error) {
	a, tests, err := settings(v, f)
	if err != nil {
		return nil, err
	}
	parts := map[ID][]part{}
	for _, b := range a.rounds {
		for _, p := range b.participations {
			parts[p.Party] = append(parts[p.Party], part{round: b, role: p.Role})
		}
	}
	ids, err := v.nodesBy("party", f.AsOf)
	if err != nil {
		return nil, err
	}
	ids = slices.DeleteFunc(slices.Clone(ids), func(id ID) bool {
		return !combined(f, func(g *PartyFilter) bool {
			at := g.setting()
			return (g.Kind == "" || v.store.party(id).Kind == g.Kind) &&
				(at.free() && len(g.Roles) == 0 || slices.ContainsFunc(parts[id], func(p part) bool {
					return (len(g.Roles) == 0 || slices.Contains(g.Roles, p.role)) && at.holds(p.round, tests)
				}))
		})
	})
	f.Order.sort(ids, parts)
	return ids, nil
}

// People lists people.
func (s *Store) People(ctx context.Context, f PersonFilter, p Page) (Connection[Person], error) {
	return list(ctx, s, p, func(v *view) (Connection[Person], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Person]{}, err
		}
		ids, err := v.chosenPeople(&f)
		if err != nil {
			return Connection[Person]{}, err
		}
		return connect(v, ids, func(id ID) ID { return id }, p, func(ids []ID) ([]Person, error) {
			return each(ids, func(id ID) Person { return Person{id} }), nil
		})
	})
}

func (f *PersonFilter) setting() setting {
	return setting{f.Process, f.Round, f.Rounds, f.From, f.To, f.Certainty, f.AsOf}
}

func (v *view) chosenPeople(f *PersonFilter) ([]ID, error) {
	a, tests, err := settings(v, f)
	if err != nil {
		return nil, err
	}
	parts := map[ID][]part{}
	for _, b := range a.rounds {
		for _, d := range b.delegations {
			if d.Head != nil {
				parts[d.Head.Person] = append(parts[d.Head.Person], part{round: b, team: d, head: true})
			}
			for _, m := range d.Members {
				parts[m.Person] = append(parts[m.Person], part{round: b, team: d})
			}
		}
	}
	ids, err := v.nodesBy("person", f.AsOf)
	if err != nil {
		return nil, err
	}
	ids = slices.DeleteFunc(slices.Clone(ids), func(id ID) bool {
		return !combined(f, func(g *PersonFilter) bool { return g.own(parts[id], tests) })
	})
	f.Order.sort(ids, parts)
	return ids, nil
}

// own tells whether the filter's own conditions hold of one of the delegations
// that somebody belongs to.
func (f *PersonFilter) own(parts []part, tests roundTests) bool {
	at := f.setting()
	if at.free() && f.Party == "" && len(f.Roles) == 0 && !f.Head {
		return true
	}
	return slices.ContainsFunc(parts, func(p part) bool {
		return (f.Party == "" || p.team.Party == f.Party) && (p.head || !f.Head) && at.holds(p.round, tests) &&
			(len(f.Roles) == 0 || slices.ContainsFunc(f.Roles, func(r Role) bool { return slices.Contains(p.team.Roles, r) }))
	})
}

// sort orders ids that are sorted already.
func (o EntityOrder) sort(ids []ID, parts map[ID][]part) {
	if o != EntitiesByRounds {
		return
	}
	count := make(map[ID]int, len(ids))
	for _, id := range ids {
		rounds := map[*roundBrief]bool{}
		for _, p := range parts[id] {
			rounds[p.round] = true
		}
		count[id] = len(rounds)
	}
	slices.SortStableFunc(ids, func(x, y ID) int { return cmp.Compare(count[y], count[x]) })
}
