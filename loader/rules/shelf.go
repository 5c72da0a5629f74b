package rules

import (
	"math"
	"slices"
)

// An attempt is one pattern of a rule.
type attempt struct {
	rule     *rule
	first    *instruction
	opens    opening
	start    bool  // it begins where the sentence does
	headline bool  // of the rule
	tests    int32 // where its tests begin among the language's
	bars     need  // of which nothing may be there
}

// An opening is what a pattern may begin with: what begins at a token, in the
// bits of a spot, or where the token is. One without places begins with a class
// or a kind and stands on the shelves of these.
type opening struct {
	classes uint64
	kinds   uint32
	places  position
}

// add makes an opening of two.
func (o *opening) add(p opening) {
	o.classes |= p.classes
	o.kinds |= p.kinds
	o.places |= p.places
}

// A position is where a token is, or what it is beside a word.
type position uint8

const (
	atToken  position = 1 << iota // anywhere
	atStart                       // where the sentence begins
	atComma                       // at a comma
	atDash                        // at a dash
	atStop                        // at a semicolon or a colon
	atJoined                      // at a word that carries the proclitic و
)

// A shelf holds the patterns that may begin with one thing: those of the
// language's attempts, and of its tests, from here to the next shelf's.
type shelf struct{ attempts, tests int32 }

// A test is one way to meet a need: some classes of a word of the signature,
// or some kinds. All tests of a language stand one after another, as they are
// asked: most patterns are found impossible without a look at anything else.
type test struct {
	bits  uint64
	kinds uint32
	word  int16
	more  bool  // the next test is another way to meet this need
	rest  uint8 // how many more tests the pattern has
}

// A choice is what is left of a shelf: in the article, and of that in the sentence being read.
type choice struct {
	opened   int     // for which article
	likely   []int32 // what may match in some sentence of it
	asked    int     // for which sentence, and how many mentions
	attempts []int32
}

// A filed pattern is an attempt with its tests, on its way to a shelf.
type filed struct {
	attempt attempt
	tests   []test
}

// kindShelf is the shelf of the patterns that begin with a kind of mention;
// those of classes come before.
func (l *language) kindShelf(k mentionKind) int { return l.classes + int(k) }

// lastShelf is that of the patterns that begin with something else. Behind it stand as many
// shelves again, of the rules of last resort.
func (l *language) lastShelf() int { return l.classes + int(kindCount) }

// opens tells whether patterns begin with a class, counted from the language's least.
func (l *language) opens(class int) bool {
	resort := l.lastShelf() + 1 + class
	return l.shelves[class] != l.shelves[class+1] || l.shelves[resort] != l.shelves[resort+1]
}

// fileAll puts all patterns on their shelves.
func (l *language) fileAll() {
	on := make([][]filed, 2*(l.lastShelf()+1))
	for _, r := range l.rules {
		shelves := on[:l.lastShelf()+1]
		if r.fallback {
			shelves = on[l.lastShelf()+1:]
		}
		for _, seq := range r.patterns {
			l.file(r, seq, shelves)
		}
	}
	for _, list := range on {
		l.shelves = append(l.shelves, shelf{int32(len(l.attempts)), int32(len(l.tests))})
		for _, f := range list {
			f.attempt.tests = int32(len(l.tests))
			l.attempts, l.tests = append(l.attempts, f.attempt), append(l.tests, f.tests...)
		}
	}
	l.shelves = append(l.shelves, shelf{int32(len(l.attempts)), int32(len(l.tests))})
	for k := range kindCount {
		if len(on[l.kindShelf(k)]) > 0 || len(on[l.lastShelf()+1+l.kindShelf(k)]) > 0 {
			l.openers = append(l.openers, k)
		}
	}
}

// file puts a pattern on the shelves of what it may begin with.
func (l *language) file(r *rule, seq []element, on [][]filed) {
	f := filed{attempt: attempt{rule: r, headline: r.headline, first: compile(seq, &instruction{op: opDone})}, tests: l.testsOf(r, seq)}
	if asksFor(kindName, seq) {
		l.naming = append(l.naming, f.tests...)
	}
	if r.fallback {
		l.resorts = append(l.resorts, f.tests...)
	}
	a := &f.attempt
	a.start = seq[0].op == opStart && !seq[0].optional
	a.bars.classes = l.parts(r.unless...)
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
		if a.start {
			a.opens = opening{places: atStart}
		}
		l.others.add(a.opens)
		on[l.lastShelf()] = append(on[l.lastShelf()], f)
		return
	}
	for c := range classes {
		on[c-l.least] = append(on[c-l.least], f)
	}
	for k := range kinds {
		on[l.kindShelf(k)] = append(on[l.kindShelf(k)], f)
	}
}

// asksFor tells whether a sequence has a slot of a kind.
func asksFor(k mentionKind, seq []element) bool {
	return slices.ContainsFunc(seq, func(e element) bool {
		return e.op == opSlot && e.slot == k || slices.ContainsFunc(e.alts, func(alt []element) bool { return asksFor(k, alt) })
	})
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
			case ";", ":":
				*places |= atStop
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

// testsOf are the tests of a rule's pattern, at least one.
func (l *language) testsOf(r *rule, seq []element) []test {
	needs := l.needs(seq)
	if len(r.after) > 0 {
		needs = append(needs, need{classes: l.parts(r.after...)})
	}
	slices.SortStableFunc(needs, func(a, b need) int { return a.size() - b.size() })
	if len(needs) == 0 {
		needs = append(needs, need{kinds: anyKind})
	}
	var out []test
	for _, n := range needs {
		if more := n.tests(); len(out)+len(more) <= math.MaxUint8 {
			out = append(out, more...)
		}
	}
	for k := range out {
		out[k].rest = uint8(len(out) - 1 - k)
	}
	return out
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

// shelf is the number of a shelf for this time over the sentences.
func (d *document) shelf(n int) int {
	if d.resorting {
		return d.lang.lastShelf() + 1 + n
	}
	return n
}

// of lists those patterns of a shelf that may match in the sentence being read.
func (d *document) of(shelf int) []int32 {
	c := &d.choices[shelf]
	if c.asked != d.asked {
		c.asked, c.attempts = d.asked, c.attempts[:0]
		l := d.lang
		for _, k := range d.inArticle(c, shelf) {
			if a := &l.attempts[k]; d.sentence.meets(l.tests[a.tests:]) && d.wanted(a) {
				c.attempts = append(c.attempts, k)
			}
		}
	}
	return c.attempts
}

// inArticle lists those patterns of a shelf whose words and marks the article has, each in some
// sentence: most are found impossible once for all sentences.
func (d *document) inArticle(c *choice, shelf int) []int32 {
	if c.opened != d.opened {
		c.opened, c.likely = d.opened, c.likely[:0]
		l := d.lang
		tests := l.tests[l.shelves[shelf].tests:l.shelves[shelf+1].tests]
		for a := l.shelves[shelf].attempts; len(tests) > 0; a++ {
			if d.whole.meets(tests) {
				c.likely = append(c.likely, a)
			}
			tests = tests[int(tests[0].rest)+1:]
		}
	}
	return c.likely
}

// meets tells whether a signature meets all needs of the pattern whose tests
// come first.
func (s *signature) meets(tests []test) bool {
	for k := 0; ; k++ {
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
		if tests[k].rest == 0 {
			return true
		}
	}
}

// meetsAny tells whether a signature meets all needs of any of the patterns whose
// tests these are.
func (s *signature) meetsAny(tests []test) bool {
	for ; len(tests) > 0; tests = tests[int(tests[0].rest)+1:] {
		if s.meets(tests) {
			return true
		}
	}
	return false
}

// wanted tells whether a pattern's rule is for such sentences as the one being
// read, and nothing stands there that it bars.
func (d *document) wanted(a *attempt) bool {
	return (a.headline || !d.headline) && !a.bars.met(d.sentence)
}
