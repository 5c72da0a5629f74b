package rules

import (
	"maps"
	"slices"
)

// An attempt is one pattern of a rule.
type attempt struct {
	rule  *rule
	first *instruction
	start bool // it begins where the sentence does
	bars  need // of which nothing may be there
	opens opening
}

// An opening is what a pattern may begin with: what begins at a token, in the
// bits of a spot, or where the token is. One without places begins with a class
// or a kind and stands on the shelves of these.
type opening struct {
	classes uint64
	kinds   uint32
	places  position
}

// A position is where a token is, or what it is beside a word.
type position uint8

const (
	atToken  position = 1 << iota // anywhere
	atStart                       // where the sentence begins
	atComma                       // at a comma
	atDash                        // at a dash
	atJoined                      // at a word that carries the proclitic و
)

// A shelf holds the patterns that may begin with one thing, with what each
// needs side by side: most are found impossible there.
type shelf struct {
	index    int // among the language's
	attempts []*attempt
	tests    []test
	ends     []int // where the tests of each attempt end
}

// A test is one way to meet a need: some classes of a word of the signature,
// or some kinds.
type test struct {
	bits  uint64
	kinds uint32
	word  int16
	more  bool // the next test is another way to meet this need
}

// A choice is what is left of a shelf in the sentence being read.
type choice struct {
	asked    int // for which sentence, and how many mentions
	attempts []*attempt
}

// file puts a pattern on the shelves of what it may begin with.
func (l *language) file(r *rule, seq []element) {
	a := &attempt{rule: r, first: compile(seq, &instruction{op: opDone})}
	a.start = seq[0].op == opStart && !seq[0].optional
	a.bars.classes = l.parts(r.unless...)
	needs := l.needs(seq)
	if len(r.after) > 0 {
		needs = append(needs, need{classes: l.parts(r.after...)})
	}
	slices.SortStableFunc(needs, func(a, b need) int { return a.size() - b.size() })
	classes, kinds := map[int]bool{}, map[mentionKind]bool{}
	if !l.openings(seq, classes, kinds, &a.opens.places) {
		a.opens.places = atToken
	}
	if a.opens.places != 0 {
		if len(kinds) > 0 {
			classes[l.common.article] = true // which a slot passes over
		}
		for c := range classes {
			a.opens.classes |= classBit(c)
		}
		for k := range kinds {
			a.opens.kinds |= madeOf[k]
		}
		l.shelve(&l.elsewhere, a, needs)
		return
	}
	for _, c := range slices.Sorted(maps.Keys(classes)) {
		l.shelve(&l.byClass[c-l.least], a, needs)
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		l.shelve(&l.byKind[k], a, needs)
	}
}

// openings gathers what a sequence may begin with, and tells whether it has to
// begin with one of these.
func (l *language) openings(seq []element, classes map[int]bool, kinds map[mentionKind]bool, places *position) bool {
	start := false
	for k := range seq {
		e := &seq[k]
		certain := true
		switch e.op {
		case opClass:
			classes[e.class] = true
		case opSlot:
			kinds[e.slot] = true
		case opMark:
			switch e.marks {
			case ",":
				*places |= atComma | atDash
			case "-":
				*places |= atDash
			}
		case opAnd:
			classes[l.common.and] = true
			*places |= atComma | atJoined
		case opGroup:
			for _, alt := range e.alts {
				certain = l.openings(alt, classes, kinds, places) && certain
			}
		case opStart:
			start = start || !e.optional
			continue
		case opNot, opNotAnd:
			continue
		default:
			certain = false
		}
		if certain && !e.optional {
			return true
		}
		if !certain {
			break
		}
	}
	if start {
		*places |= atStart
	}
	return start
}

// shelve puts a pattern on a shelf, which is made at need.
func (l *language) shelve(to **shelf, a *attempt, needs []need) {
	if *to == nil {
		*to = &shelf{index: l.shelves}
		l.shelves++
	}
	s := *to
	s.attempts = append(s.attempts, a)
	for _, n := range needs {
		s.tests = append(s.tests, n.tests()...)
	}
	s.ends = append(s.ends, len(s.tests))
}

// tests are the ways to meet a need.
func (n *need) tests() []test {
	var out []test
	for _, p := range n.classes {
		k := slices.IndexFunc(out, func(t test) bool { return int(t.word) == p.word })
		if k < 0 {
			k = len(out)
			out = append(out, test{word: int16(p.word), more: true})
		}
		out[k].bits |= p.bits
	}
	if len(out) == 0 {
		out = make([]test, 1)
	}
	out[0].kinds = n.kinds
	out[len(out)-1].more = false
	return out
}

// of lists those patterns of a shelf that may match in the sentence being read.
func (d *document) of(s *shelf) []*attempt {
	c := &d.choices[s.index]
	if c.asked != d.asked {
		c.asked, c.attempts = d.asked, c.attempts[:0]
		from := 0
		for k, to := range s.ends {
			if d.sentence.meets(s.tests[from:to]) && d.wanted(s.attempts[k]) {
				c.attempts = append(c.attempts, s.attempts[k])
			}
			from = to
		}
	}
	return c.attempts
}

// possible tells whether the k-th pattern of a shelf may match in the sentence
// being read: all that it needs is there, and it is of a rule for such
// sentences.
func (d *document) possible(s *shelf, k int) bool {
	from := 0
	if k > 0 {
		from = s.ends[k-1]
	}
	return d.sentence.meets(s.tests[from:s.ends[k]]) && d.wanted(s.attempts[k])
}

// meets tells whether a signature meets all needs of a pattern.
func (s *signature) meets(tests []test) bool {
	for k := 0; k < len(tests); k++ {
		t := &tests[k]
		if s.classes[t.word]&t.bits == 0 && s.kinds&t.kinds == 0 {
			if !t.more {
				return false
			}
			continue
		}
		for tests[k].more {
			k++
		}
	}
	return true
}

// wanted tells whether a pattern's rule is for such sentences as the one being
// read, and nothing stands there that it bars.
func (d *document) wanted(a *attempt) bool {
	return (a.rule.headline || !d.headline) && !a.bars.met(d.sentence)
}
