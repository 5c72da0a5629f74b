package graph

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// roles lists the predicates that give a party its role in a round.
var roles = []struct {
	role      Role
	predicate Predicate
}{
	{RoleGuarantor, PredGuarantor},
	{RoleParty, PredDelegation},
	{RoleObserver, PredObserver},
	{RoleMediator, PredMediator},
	{RoleHost, PredHost},
	{RoleGuest, PredGuest},
}

// takingPart makes the participations and delegations of a round of what is
// said of it and of its delegations.
func takingPart(round facts, teams []facts) ([]Participation, []Delegation) {
	by := map[ID]*Delegation{}
	for _, c := range round.by[PredDelegation] {
		id := c.Object.Entity
		by[id] = &Delegation{ID: id, Claims: []ID{c.ID}}
	}
	for _, t := range teams {
		if len(t.by[PredHead])+len(t.by[PredMember]) == 0 {
			continue
		}
		d := by[t.subject]
		if d == nil {
			d = &Delegation{ID: t.subject, Claims: t.claims(PredHead, PredMember)}
			by[t.subject] = d
		}
		d.staff(t)
	}
	var parts []Participation
	of := map[ID][]Role{}
	add := func(role Role, party ID, claims []ID) {
		parts = append(parts, Participation{round.subject, party, role, claims, round.in.asOf})
		of[party] = append(of[party], role)
	}
	var delegations []Delegation
	for _, d := range by {
		if ps := d.ID.Parts(); len(ps) == 2 {
			d.Round, d.Party = ps[0], ps[1]
			delegations = append(delegations, *d)
		}
	}
	slices.SortFunc(delegations, func(a, b Delegation) int { return cmp.Compare(a.ID, b.ID) })
	for _, r := range roles {
		if r.role == RoleParty {
			for _, d := range delegations {
				add(RoleParty, d.Party, d.Claims)
			}
			continue
		}
		cs := slices.SortedFunc(slices.Values(round.by[r.predicate]), func(a, b candidate) int {
			return cmp.Compare(a.Object.Entity, b.Object.Entity)
		})
		for _, c := range cs {
			add(r.role, c.Object.Entity, []ID{c.ID})
		}
	}
	for i := range delegations {
		delegations[i].Roles = of[delegations[i].Party]
	}
	return parts, delegations
}

// staff sets the head and the members of a delegation.
func (d *Delegation) staff(f facts) {
	var head ID
	if cs := f.by[PredHead]; len(cs) > 0 {
		head = cs[0].Object.Entity
		d.Head = &Participant{d.ID, head, true, []ID{cs[0].ID}}
	}
	members := slices.SortedFunc(slices.Values(f.by[PredMember]), func(a, b candidate) int {
		return cmp.Compare(a.Object.Entity, b.Object.Entity)
	})
	for _, c := range members {
		if c.Object.Entity == head {
			d.Head.Claims = append(d.Head.Claims, c.ID)
			continue
		}
		d.Members = append(d.Members, Participant{d.ID, c.Object.Entity, false, []ID{c.ID}})
	}
}

// has tells whether a person leads or belongs to the delegation.
func (d Delegation) has(person ID) bool {
	return d.Head != nil && d.Head.Person == person ||
		slices.ContainsFunc(d.Members, func(p Participant) bool { return p.Person == person })
}

// ledBy tells whether a person leads the delegation.
func (d Delegation) ledBy(person ID) bool { return d.Head != nil && d.Head.Person == person }

// attendance reads who takes part in rounds, in one pass.
func (v *view) attendance(rounds []ID, asOf edtf.Date) ([][]Participation, [][]Delegation, error) {
	prefixes := make([]key, 0, 2*len(rounds))
	for _, id := range rounds {
		prefixes = append(prefixes, subjectPrefix(id), subjectsPrefix("delegation:"+id.Name()+"/"))
	}
	found, err := v.fused(prefixes, asOf)
	if err != nil {
		return nil, nil, err
	}
	parts, delegations := make([][]Participation, len(rounds)), make([][]Delegation, len(rounds))
	for i, id := range rounds {
		parts[i], delegations[i] = takingPart(only(id, found[2*i], asOf), found[2*i+1])
		for j := range delegations[i] {
			delegations[i][j].AsOf = asOf
		}
	}
	return parts, delegations, nil
}

// ParticipationsOf lists who takes part in rounds in what role; all roles if
// none is given. The answers are in the order of the rounds, as in every
// method of this kind.
func (s *Store) ParticipationsOf(ctx context.Context, rounds []ID, only []Role, asOf edtf.Date) ([][]Participation, error) {
	return answer(ctx, s, func(v *view) ([][]Participation, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		parts, _, err := v.attendance(rounds, asOf)
		for i := range parts {
			parts[i] = slices.DeleteFunc(parts[i], func(p Participation) bool {
				return len(only) > 0 && !slices.Contains(only, p.Role)
			})
		}
		return parts, err
	})
}

// DelegationsOf lists the delegations of rounds.
func (s *Store) DelegationsOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Delegation, error) {
	return answer(ctx, s, func(v *view) ([][]Delegation, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		_, delegations, err := v.attendance(rounds, asOf)
		return delegations, err
	})
}

// GuarantorsOf lists the guarantors in any round of processes.
func (s *Store) GuarantorsOf(ctx context.Context, processes []ID, asOf edtf.Date) ([][]ID, error) {
	return answer(ctx, s, func(v *view) ([][]ID, error) {
		processes, err := v.current(processes)
		if err != nil {
			return nil, err
		}
		a, err := v.atlas(asOf)
		if err != nil {
			return nil, err
		}
		out := make([][]ID, len(processes))
		for i, process := range processes {
			for _, id := range a.byProcess[process] {
				for _, p := range a.rounds[id].participations {
					if p.Role == RoleGuarantor {
						out[i] = append(out[i], p.Party)
					}
				}
			}
			slices.Sort(out[i])
			out[i] = slices.Compact(out[i])
		}
		return out, nil
	})
}
