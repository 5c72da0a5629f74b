package rules

import (
	"math/bits"
	"slices"
)

// A signature says which word classes and kinds of mentions a sentence has.
type signature struct {
	classes []uint64 // a bit for each class of the language
	kinds   uint32   // a bit for each kind of mention, and above them for each mark
}

// marks are those that patterns may ask for, each with its bit beside those of
// the kinds of mentions: a comma may also be a bracket or a dash.
var marks = [256]uint32{
	',': 1 << kindCount, '(': 1 << kindCount, ')': 1 << kindCount, '-': 1<<kindCount | 2<<kindCount,
	':': 4 << kindCount, ';': 8 << kindCount, '[': 16 << kindCount, ']': 32 << kindCount, '"': 64 << kindCount,
}

// markBit is what a sentence has that has a mark which a pattern asks for.
func markBit(mark byte) uint32 {
	if mark == '-' {
		return 2 << kindCount
	}
	return marks[mark]
}

// anyKind is a bit that every signature's kinds have.
const anyKind = 1 << 31

func (s *signature) add(class int) { s.classes[class>>6] |= 1 << (uint(class) & 63) }

func (s *signature) has(class int) bool { return s.classes[class>>6]>>(uint(class)&63)&1 != 0 }

// A need is something that a pattern cannot do without: one of some classes or
// kinds of mentions.
type need struct {
	classes []part
	kinds   uint32
	opens   bool // the pattern begins with it
}

// A part is some of a signature's classes: the bits of one word.
type part struct {
	word int
	bits uint64
}

// parts are those of a signature that has some classes.
func (l *language) parts(classes ...int) []part {
	var out []part
	for _, class := range classes {
		class -= l.least
		out = append(out, part{class >> 6, 1 << (uint(class) & 63)})
	}
	return out
}

func (n *need) met(s *signature) bool {
	if n.kinds&s.kinds != 0 {
		return true
	}
	for _, p := range n.classes {
		if s.classes[p.word]&p.bits != 0 {
			return true
		}
	}
	return false
}

// size is how many things will do: the fewer, the likelier a need is to tell a
// sentence that a pattern cannot match. What a pattern begins with tells
// nothing: it is there already when the pattern is thought of.
func (n *need) size() int {
	const mentions = 1<<kindCount - 1
	size := len(n.classes) + 8*bits.OnesCount32(n.kinds&mentions) + 2*bits.OnesCount32(n.kinds&^mentions)
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
			out = append(out, need{classes: l.parts(e.class), opens: k == 0})
		case opSlot:
			out = append(out, need{kinds: madeOf[e.slot], opens: k == 0})
		case opTopics:
			out = append(out, need{kinds: 1 << kindTopic})
		case opMark:
			out = append(out, need{kinds: markBit(e.marks[0]), opens: k == 0})
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
	start bool // it begins where the sentence does
	bars  need // of which nothing may be there
}

// attempt makes a pattern ready.
func (l *language) attempt(r *rule, seq []element) *attempt {
	a := &attempt{rule: r, first: compile(seq, &instruction{op: opDone}), needs: l.needs(seq)}
	if len(r.after) > 0 {
		a.needs = append(a.needs, need{classes: l.parts(r.after...)})
	}
	slices.SortStableFunc(a.needs, func(a, b need) int { return a.size() - b.size() })
	a.start = seq[0].op == opStart && !seq[0].optional
	a.bars.classes = l.parts(r.unless...)
	return a
}

// A shelf holds the patterns that may begin with one thing.
type shelf struct {
	index    int // among the language's
	attempts []*attempt
	tests    []test // of each
}

// A test is what is asked first of a sentence: one need of a pattern, where it
// is a simple one.
type test struct {
	bits  uint64
	kinds uint32
	word  int32
}

// test is the first need of a pattern.
func (a *attempt) test() test {
	if len(a.needs) == 0 || len(a.needs[0].classes) > 1 {
		return test{kinds: anyKind}
	}
	t := test{kinds: a.needs[0].kinds}
	if len(a.needs[0].classes) == 1 {
		t.word, t.bits = int32(a.needs[0].classes[0].word), a.needs[0].classes[0].bits
	}
	return t
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
		for k, t := range s.tests {
			if d.sentence.classes[t.word]&t.bits == 0 && d.sentence.kinds&t.kinds == 0 {
				continue
			}
			if d.possible(s.attempts[k]) {
				c.attempts = append(c.attempts, s.attempts[k])
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
	return !a.bars.met(d.sentence)
}
