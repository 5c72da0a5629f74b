package rules

import (
	"maps"
	"slices"
)

// file indexes a pattern by what it may begin with.
func (l *language) file(r *rule, seq []element) {
	a := l.attempt(r, seq)
	var first func(seq []element) bool // whether something must stand at the first token
	classes, kinds := map[int]bool{}, map[mentionKind]bool{}
	first = func(seq []element) bool {
		for k := range seq {
			e := &seq[k]
			certain := false
			switch e.op {
			case opClass:
				classes[e.class], certain = true, true
			case opSlot:
				kinds[e.slot], certain = true, true
			case opGroup:
				certain = true
				for _, alt := range e.alts {
					certain = first(alt) && certain
				}
			case opStart, opNot, opNotAnd:
				continue
			}
			if !certain {
				return false
			}
			if !e.optional {
				return true
			}
		}
		return false
	}
	if !first(seq) {
		l.shelve(&l.anywhere, a)
		return
	}
	for _, c := range slices.Sorted(maps.Keys(classes)) {
		l.shelve(&l.byClass[c-l.least], a)
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		l.shelve(&l.byKind[k], a)
	}
}

// shelve puts a pattern on a shelf, which is made at need.
func (l *language) shelve(s **shelf, a *attempt) {
	if *s == nil {
		*s = &shelf{index: l.shelves}
		l.shelves++
	}
	(*s).attempts = append((*s).attempts, a)
	(*s).tests = append((*s).tests, a.test())
}
