package rules

import (
	"math/bits"
	"slices"
)

// A signature says which word classes and kinds of mentions a sentence has.
type signature struct {
	classes []uint64 // a bit for each class of the language
	kinds   uint32   // a bit for each kind of mention
}

func (s *signature) add(class int) { s.classes[class>>6] |= 1 << (uint(class) & 63) }

func (s *signature) has(class int) bool { return s.classes[class>>6]>>(uint(class)&63)&1 != 0 }

// A need is something that a pattern cannot do without: one of some classes or
// kinds of mentions.
type need struct {
	classes []int // counted from the language's first
	kinds   uint32
	opens   bool // the pattern begins with it
}

func (n *need) met(s *signature) bool {
	if n.kinds&s.kinds != 0 {
		return true
	}
	for _, class := range n.classes {
		if s.has(class) {
			return true
		}
	}
	return false
}

// size is how many things will do: the fewer, the likelier a need is to tell a
// sentence that a pattern cannot match. What a pattern begins with tells
// nothing: it is there already when the pattern is thought of.
func (n *need) size() int {
	size := len(n.classes) + 8*bits.OnesCount32(n.kinds)
	if n.opens {
		size += 1000
	}
	return size
}

// needs lists what a sequence cannot do without, the most telling first. Of
// the sequences of a group each gives its most telling need, and one of them
// has to be met.
func (l *language) needs(seq []element) []need {
	var out []need
	for k := range seq {
		e := &seq[k]
		if e.optional {
			continue
		}
		switch e.op {
		case opClass:
			out = append(out, need{classes: []int{e.class - l.least}, opens: k == 0})
		case opSlot:
			out = append(out, need{kinds: madeOf[e.slot], opens: k == 0})
		case opTopics:
			out = append(out, need{kinds: 1 << kindTopic})
		case opGroup:
			if n, ok := l.oneOf(e.alts); ok {
				n.opens = k == 0
				out = append(out, n)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b need) int { return a.size() - b.size() })
	return out
}

// oneOf is the need of a group, if each of its sequences has one.
func (l *language) oneOf(alts [][]element) (need, bool) {
	var all need
	for _, alt := range alts {
		list := l.needs(alt)
		if len(list) == 0 {
			return all, false
		}
		all.classes = append(all.classes, list[0].classes...)
		all.kinds |= list[0].kinds
	}
	return all, true
}

// An attempt is one pattern of a rule.
type attempt struct {
	rule  *rule
	first *instruction
	needs []need
}

// A shelf holds the patterns that may begin with one thing.
type shelf struct {
	index    int // among the language's
	attempts []*attempt
}

// A choice is what is left of a shelf in the sentence being read.
type choice struct {
	asked    int // for which sentence, and how many mentions
	attempts []*attempt
}

// of lists those patterns of a shelf that may match in the sentence being read.
func (d *document) of(s *shelf) []*attempt {
	c := &d.choices[s.index]
	if c.asked != d.asked {
		c.asked, c.attempts = d.asked, c.attempts[:0]
		for _, a := range s.attempts {
			if d.possible(a) {
				c.attempts = append(c.attempts, a)
			}
		}
	}
	return c.attempts
}

// possible tells whether a pattern may match in the sentence being read: it is
// of a rule for such sentences, and all that it needs is there.
func (d *document) possible(a *attempt) bool {
	if d.headline && !a.rule.headline {
		return false
	}
	for k := range a.needs {
		if !a.needs[k].met(d.sentence) {
			return false
		}
	}
	for _, class := range a.rule.unless {
		if d.sentence.has(class - d.lang.least) {
			return false
		}
	}
	for _, class := range a.rule.after {
		if d.sentence.has(class - d.lang.least) {
			return true
		}
	}
	return len(a.rule.after) == 0
}
