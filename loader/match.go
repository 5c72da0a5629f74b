package loader

import (
	"slices"
	"strings"
	"unicode"

	"peacetalks/loader/text"
)

// A matcher compares the facts of one result with those of a gold file.
type matcher struct {
	gold, found Names // spellings folded
}

func newMatcher(gold, found Names) matcher {
	return matcher{gold: gold.folded(), found: found.folded()}
}

// folded is the table with every spelling brought to one form.
func (n Names) folded() Names {
	return Names{
		Persons: n.Persons.folded(), Parties: n.Parties.folded(),
		Processes: n.Processes.folded(), Topics: n.Topics.folded(),
	}
}

func (s Spellings) folded() Spellings {
	out := make(Spellings, len(s))
	for slug, forms := range s {
		for _, f := range forms {
			if f = FoldSpelling(f); f != "" {
				out[slug] = append(out[slug], f)
			}
		}
	}
	return out
}

// FoldSpelling brings the ways of writing a name to one form: case, marks,
// Arabic letter variants and punctuation do not count. A hyphen parts words as
// a space does; other punctuation is dropped.
func FoldSpelling(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '-':
			return ' '
		case unicode.IsPunct(r) || unicode.IsSymbol(r):
			return -1
		}
		return r
	}, text.Fold(s))
	return strings.Join(strings.Fields(s), " ")
}

// pair matches found facts with gold facts, each at most once and as many as
// can be: for each gold fact the index of the found fact, or -1.
func (m matcher) pair(gold, found []Fact) []int {
	ofGold := make([]int, len(gold))
	for i := range ofGold {
		ofGold[i] = -1
	}
	// Each found fact looks for a free gold fact, if need be by moving the
	// found facts that hold one to another (augmenting paths).
	var place func(f int, tried []bool) bool
	place = func(f int, tried []bool) bool {
		for g := range gold {
			if tried[g] || !m.equal(gold[g], found[f]) {
				continue
			}
			tried[g] = true
			if ofGold[g] < 0 || place(ofGold[g], tried) {
				ofGold[g] = f
				return true
			}
		}
		return false
	}
	for f := range found {
		place(f, make([]bool, len(gold)))
	}
	return ofGold
}

// equal tells whether a found fact says what a gold fact says.
func (m matcher) equal(gold, found Fact) bool {
	if len(gold) != len(found) || len(gold) < 2 || gold[0] != found[0] || !m.round(gold[1], found[1]) {
		return false
	}
	g, f := gold[2:], found[2:]
	switch gold[0] {
	case "guarantor", "observer", "delegation", "host":
		return m.party(g[0], f[0])
	case "head", "member":
		return m.party(g[0], f[0]) && m.person(g[1], f[1])
	case "statement":
		return m.person(g[0], f[0]) || m.party(g[0], f[0])
	case "agenda":
		return same(m.gold.Topics, m.found.Topics, g[0], f[0])
	case "meeting":
		return sameDate(g[0], f[0]) && m.parties(g[1], f[1])
	case "plenary":
		return sameDate(g[0], f[0])
	}
	return slices.Equal(g, f)
}

// round compares rounds: the process, and the number as it stands.
func (m matcher) round(gold, found string) bool {
	if gold == found {
		return true
	}
	g, f := strings.LastIndexByte(gold, '-'), strings.LastIndexByte(found, '-')
	return g > 0 && f > 0 && gold[g:] == found[f:] && same(m.gold.Processes, m.found.Processes, gold[:g], found[:f])
}

func (m matcher) party(gold, found string) bool {
	return same(m.gold.Parties, m.found.Parties, gold, found)
}

func (m matcher) person(gold, found string) bool {
	return same(m.gold.Persons, m.found.Persons, gold, found)
}

// parties compares the sides of a meeting, in any order.
func (m matcher) parties(gold, found string) bool {
	if gold == found {
		return true
	}
	g, f := strings.Split(gold, "+"), strings.Split(found, "+")
	if len(g) != len(f) {
		return false
	}
	for _, side := range g {
		i := slices.IndexFunc(f, func(s string) bool { return m.party(side, s) })
		if i < 0 {
			return false
		}
		f = slices.Delete(f, i, i+1)
	}
	return true
}

// sameDate compares the date of a meeting: a gold "?" stands for any.
func sameDate(gold, found string) bool { return gold == "?" || gold == found }

// same compares slugs: they are equal, or have a spelling in common.
func same(gold, found Spellings, g, f string) bool {
	if g == f {
		return true
	}
	for _, spelling := range found[f] {
		if slices.Contains(gold[g], spelling) {
			return true
		}
	}
	return false
}
