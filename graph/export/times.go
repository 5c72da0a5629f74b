package export

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// addTimes gives times to what has none of its own: to what belongs to a round
// the round's, and to who is joined with it, and with what belongs to it, the
// times of all of them.
func (n *network) addTimes() {
	for _, v := range n.nodes {
		if parts := v.id.Parts(); len(parts) > 0 && !v.dated {
			if round := n.by[parts[0]]; round != nil && round.dated {
				v.spells, v.dated = slices.Clone(round.spells), true
			}
		}
	}
	for _, e := range n.edges { // statements and outcomes
		if from, to := n.by[e.from], n.by[e.to]; from.id.Kind() == "round" && !isLasting(to.id) && !to.dated {
			to.spells = append(to.spells, from.spells...)
		}
	}
	for _, e := range n.edges {
		from, to := n.by[e.from], n.by[e.to]
		if e.basis != "vocabulary" && from.id.Kind() != "person" && isLasting(to.id) {
			to.spells = append(to.spells, from.spells...)
		}
	}
	for _, v := range n.nodes {
		v.spells = merged(v.spells)
	}
}

// isLasting tells whether a thing outlives the rounds that it has to do with.
func isLasting(id graph.ID) bool {
	switch id.Kind() {
	case "process", "party", "person", "place", "topic":
		return true
	}
	return false
}

// during is when an edge holds: while what it begins in is there.
func (n *network) during(e edge) []spell {
	if e.basis == "vocabulary" {
		return nil
	}
	return n.by[e.from].spells
}

// spellOf is the time from the first day that a date may mean to the last day
// that another may.
func spellOf(from, to edtf.Date) spell {
	var s spell
	if !from.Start().IsZero() {
		s.first = from.Earliest().Format("2006-01-02")
	}
	if !to.End().IsZero() {
		s.last = to.Latest().Format("2006-01-02")
	}
	if s.last != "" && s.last < s.first {
		s.first, s.last = s.last, s.first
	}
	return s
}

// merged joins spells that overlap, in the order of their days.
func merged(spells []spell) []spell {
	slices.SortFunc(spells, func(a, b spell) int { return strings.Compare(a.first, b.first) })
	var out []spell
	for _, s := range spells {
		last := len(out) - 1
		switch {
		case last < 0 || out[last].last != "" && out[last].last < s.first:
			out = append(out, s)
		case out[last].last != "" && (s.last == "" || s.last > out[last].last):
			out[last].last = s.last
		}
	}
	return out
}
