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

// join adds what another signature has.
func (s *signature) join(o *signature) {
	s.kinds |= o.kinds
	for k, word := range o.classes {
		s.classes[k] |= word
	}
}

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
