package graph

import (
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// A RoundDiff is what changed between two rounds, as far as it is reported of
// both: what nobody reports of the second counts as gone.
type RoundDiff struct {
	A, B    Round
	Joined  []Participation // in B, of parties that had no part in A
	Left    []Participation // in A, of parties that have no part in B
	Roles   []RoleChange    // one for each role, in the order of the roles
	Added   []AgendaItem    // of B, on topics that A did not have
	Dropped []AgendaItem    // of A, on topics that B does not have
	Kept    []ID            // topics of both
	Heads   []HeadChange    // by party
}

// In is what changed among the parties in a role.
func (d RoundDiff) In(role Role) *RoleChange {
	for _, c := range d.Roles {
		if c.Role == role {
			return &c
		}
	}
	return &RoleChange{Role: role}
}

// A RoleChange is what changed among the parties in one role.
type RoleChange struct {
	Role   Role
	Joined []Participation // in B
	Left   []Participation // in A
	Kept   []ID            // parties
}

// A HeadChange is a delegation that both rounds have, and whose head is
// another or is reported of only one of them.
type HeadChange struct {
	Party         ID
	Before, After *Participant // nil where nobody reports a head
	AsOf          edtf.Date
}

// Replaced tells whether both heads are reported, and differ.
func (h HeadChange) Replaced() bool { return h.Before != nil && h.After != nil }

// DiffRounds tells what changed from one round to another, by what was
// reported by a day; nil if nothing was reported of one of them.
func (s *Store) DiffRounds(ctx context.Context, a, b ID, asOf edtf.Date) (*RoundDiff, error) {
	return answer(ctx, s, func(v *view) (*RoundDiff, error) {
		ids, err := v.current([]ID{a, b})
		if err != nil {
			return nil, err
		}
		rounds, err := v.rounds(ids, asOf)
		if err != nil || rounds[0] == nil || rounds[1] == nil {
			return nil, err
		}
		parts, teams, err := v.attendance(ids, asOf)
		if err != nil {
			return nil, err
		}
		agendas, err := v.agendas(ids, asOf)
		if err != nil {
			return nil, err
		}
		d := &RoundDiff{A: *rounds[0], B: *rounds[1], Heads: headChanges(teams[0], teams[1])}
		d.Left, d.Joined, _ = partsChanged(parts[0], parts[1])
		for _, r := range roles {
			in := func(ps []Participation) []Participation {
				return slices.DeleteFunc(slices.Clone(ps), func(p Participation) bool { return p.Role != r.role })
			}
			c := RoleChange{Role: r.role}
			c.Left, c.Joined, c.Kept = partsChanged(in(parts[0]), in(parts[1]))
			d.Roles = append(d.Roles, c)
		}
		topic := func(i AgendaItem) ID { return i.Topic }
		d.Dropped, d.Added, d.Kept = changed(agendas[0], agendas[1], topic)
		return d, nil
	})
}

func partsChanged(a, b []Participation) (left, joined []Participation, kept []ID) {
	return changed(a, b, func(p Participation) ID { return p.Party })
}

// changed compares two lists by what their items stand for.
func changed[T any](a, b []T, id func(T) ID) (gone, added []T, kept []ID) {
	in := func(list []T, want ID) bool {
		return slices.ContainsFunc(list, func(t T) bool { return id(t) == want })
	}
	for _, t := range a {
		if !in(b, id(t)) {
			gone = append(gone, t)
		}
	}
	for _, t := range b {
		if in(a, id(t)) {
			kept = append(kept, id(t))
		} else {
			added = append(added, t)
		}
	}
	return gone, added, unique(kept)
}

func headChanges(before, after []Delegation) []HeadChange {
	var out []HeadChange
	for _, d := range after {
		i := slices.IndexFunc(before, func(b Delegation) bool { return b.Party == d.Party })
		if i < 0 {
			continue
		}
		h := HeadChange{d.Party, before[i].Head, d.Head, d.AsOf}
		same := h.Before == nil && h.After == nil || h.Replaced() && h.Before.Person == h.After.Person
		if !same {
			out = append(out, h)
		}
	}
	return out
}
