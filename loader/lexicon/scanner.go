package lexicon

import (
	"slices"

	"peacetalks/loader/text"
)

// A Scanner finds the phrases of one text after another. It remembers what it
// knows of each word by the word's number, and is not for concurrent use.
type Scanner struct {
	*Phrases
	epoch int // of the words' numbers
	known []word
	// What is known of the words is kept together, so that it lies close.
	analyses []analysis
	alone    []Match // phrases of one word, without their places
	starts   []start
	buf      []analysis
	out      []Match
}

// Phrases are those of a matcher's phrases that are looked for, in a form that
// is fast to walk: what follows a node lies beside it.
type Phrases struct {
	words *words
	nodes []node
	steps []step
	ends  []end
}

// A node is a beginning of phrases.
type node struct {
	may  uint64 // a bit for each word that it can go on with: word%64
	ends span   // of the phrases that end here
	next span   // of the steps, in the order of their words
}

// An end is a label at which phrases end, with what a match says of it.
type end struct {
	label *Label
	class int32
	kind  Kind
	exact bool
}

func (e *end) match(from, to int, c Clitics) Match {
	return Match{From: from, To: to, Label: e.label, Class: e.class, Kind: e.kind, Clitics: c, exact: e.exact}
}

type step struct{ word, node int32 }

// A word is what a scanner knows of a word of texts.
type word struct {
	may      uint64 // a bit for each reading with which a phrase can go on
	readings span   // of the scanner's analyses
	alone    span   // of the scanner's phrases of one word: those that are this word
	starts   span   // of the scanner's starts: where longer phrases that begin with it stand
	looked   bool
	parts    int8 // whether it can be two words: 0 not asked, 1 yes, -1 no
}

// A span is a part of a list.
type span struct{ from, to uint32 }

// A start also says how its node goes on, so that it need not be visited in
// vain.
type start struct {
	may     uint64 // of the node
	node    int32
	clitics Clitics
}

// Select returns m's phrases whose labels are wanted. Nothing is to be added to
// m any more.
func (m *Matcher) Select(want func(*Label) bool) *Phrases {
	next := make([][]step, len(m.ends))
	for key, to := range m.next {
		next[key>>32] = append(next[key>>32], step{int32(uint32(key)), to})
	}
	leads := make([]bool, len(m.ends)) // whether a wanted phrase ends at the node or behind it
	// A node is younger than the one that leads to it.
	for k := len(leads) - 1; k >= 0; k-- {
		next[k] = slices.DeleteFunc(next[k], func(s step) bool { return !leads[s.node] })
		slices.SortFunc(next[k], func(a, b step) int { return int(a.word - b.word) })
		leads[k] = len(next[k]) > 0
		for l := range m.at(k) {
			leads[k] = leads[k] || want(l)
		}
	}
	p := &Phrases{words: m.words}
	p.add(m, want, next, 0)
	// Copies, for what append left over would be kept for good.
	p.nodes, p.steps, p.ends = slices.Clone(p.nodes), slices.Clone(p.steps), slices.Clone(p.ends)
	return p
}

// add adds a node of m with all that follows it, and returns its number.
func (p *Phrases) add(m *Matcher, want func(*Label) bool, next [][]step, of int32) int32 {
	id := len(p.nodes)
	n := node{ends: span{from: uint32(len(p.ends))}, next: span{from: uint32(len(p.steps))}}
	for l := range m.at(int(of)) {
		if want(l) {
			p.ends = append(p.ends, end{l, int32(l.Class), l.Kind, l.Exact != ""})
		}
	}
	for _, s := range next[of] {
		p.steps = append(p.steps, s)
		n.may |= 1 << (uint(s.word) & 63)
	}
	n.ends.to, n.next.to = uint32(len(p.ends)), uint32(len(p.steps))
	p.nodes = append(p.nodes, n)
	for k := n.next.from; k < n.next.to; k++ {
		p.steps[k].node = p.add(m, want, next, p.steps[k].node)
	}
	return int32(id)
}

// NewScanner returns a scanner of phrases.
func NewScanner(p *Phrases) *Scanner { return &Scanner{Phrases: p} }

// step is the node to which a word leads, if there is one.
func (p *Phrases) step(n *node, word int32) (int32, bool) {
	if n.may>>(uint(word)&63)&1 == 0 {
		return 0, false
	}
	steps := p.steps[n.next.from:n.next.to]
	if len(steps) <= 8 {
		for _, s := range steps {
			if s.word == word {
				return s.node, true
			}
		}
		return 0, false
	}
	k, ok := slices.BinarySearchFunc(steps, word, func(s step, word int32) int { return int(s.word - word) })
	if !ok {
		return 0, false
	}
	return steps[k].node, true
}

// prepare makes room for the words of a text.
func (s *Scanner) prepare(t *text.Text) {
	if t.Epoch() != s.epoch {
		s.epoch = t.Epoch()
		clear(s.known)
		s.analyses, s.alone, s.starts = s.analyses[:0], s.alone[:0], s.starts[:0]
	}
	if n := t.Words(); n > len(s.known) {
		s.known = append(s.known, make([]word, n+n/4-len(s.known))...)
	}
}

// Unglue splits words that were written together; see [text.Text.Unglue].
func (s *Scanner) Unglue(t *text.Text) {
	s.prepare(t)
	t.Unglue(s)
}

// word is what is known of the word of a token.
func (s *Scanner) word(t *text.Token) *word {
	if int(t.Word) >= len(s.known) {
		s.known = append(s.known, make([]word, int(t.Word)+1-len(s.known))...)
	}
	w := &s.known[t.Word]
	if !w.looked {
		s.look(w, t.Norm)
	}
	return w
}

func (s *Scanner) look(w *word, norm string) {
	s.buf = s.words.look(norm, s.buf[:0])
	w.looked = true
	w.readings.from = uint32(len(s.analyses))
	s.analyses = append(s.analyses, s.buf...)
	w.readings.to = uint32(len(s.analyses))
	w.alone.from, w.starts.from = uint32(len(s.alone)), uint32(len(s.starts))
	for _, a := range s.buf {
		if a.clitics&Conjunction == 0 {
			w.may |= 1 << (uint(a.word) & 63)
		}
		at, ok := s.step(&s.nodes[0], a.word)
		if !ok {
			continue
		}
		n := &s.nodes[at]
		if n.may != 0 {
			s.starts = append(s.starts, start{n.may, at, a.clitics})
		}
		for k := n.ends.from; k < n.ends.to; k++ {
			e := &s.ends[k]
			if !slices.ContainsFunc(s.alone[w.alone.from:], func(m Match) bool { return m.Label == e.label }) {
				s.alone = append(s.alone, e.match(0, 1, a.clitics))
			}
		}
	}
	w.alone.to, w.starts.to = uint32(len(s.alone)), uint32(len(s.starts))
}

// Known tells whether a token's word is in the dictionary, with or without
// what stands around it.
func (s *Scanner) Known(t *text.Token) bool { w := s.word(t); return w.readings.from < w.readings.to }

// Parts tells whether a token's word can be cut in two that are in the
// dictionary, wherever its letters allow to.
func (s *Scanner) Parts(t *text.Token) bool {
	w := s.word(t)
	if w.parts == 0 {
		w.parts = -1
		for i := range t.Norm {
			if i > 0 && s.Whole(t.Norm[:i]) && s.Tail(t.Norm[i:]) {
				w.parts = 1
				break
			}
		}
	}
	return w.parts > 0
}

// Whole tells whether a folded word is in the dictionary as it stands.
func (s *Scanner) Whole(norm string) bool { return s.read(norm, 0) }

// Tail tells whether a folded word is in the dictionary as it stands, or
// behind the article or و.
func (s *Scanner) Tail(norm string) bool { return s.read(norm, Article|Conjunction) }

func (s *Scanner) read(norm string, allowed Clitics) bool {
	s.buf = s.words.look(norm, s.buf[:0])
	return slices.ContainsFunc(s.buf, func(a analysis) bool { return a.clitics&^allowed == 0 })
}

// Scan returns every phrase that stands in t, in order of From, then the
// longest first; they hold until the next call. Phrases may overlap. No phrase
// runs over a sentence's end; quotation marks inside a phrase are passed over.
// The text is one of a [text.Tokenizer], always the same.
func (s *Scanner) Scan(t *text.Text) []Match {
	s.prepare(t)
	s.out = s.out[:0]
	for i := range t.Tokens {
		w := s.word(&t.Tokens[i])
		if w.starts.from < w.starts.to && i+1 < len(t.Tokens) {
			next := s.word(&t.Tokens[i+1]).may
			if t.Tokens[i+1].Norm == "\"" {
				next = ^uint64(0)
			}
			at := len(s.out)
			for _, a := range s.starts[w.starts.from:w.starts.to] {
				if a.may&next != 0 {
					s.walk(t, i, i+1, &s.nodes[a.node], a.clitics)
				}
			}
			longestFirst(s.out[at:])
		}
		for _, m := range s.alone[w.alone.from:w.alone.to] {
			if m.From, m.To = i, i+1; !m.exact || t.Quote(i, i+1) == m.Label.Exact {
				s.out = append(s.out, m)
			}
		}
	}
	return s.out
}

// longestFirst sorts the few matches at one token, and keeps the order of
// equals.
func longestFirst(found []Match) {
	for k := 1; k < len(found); k++ {
		for n := k; n > 0 && found[n-1].To < found[n].To; n-- {
			found[n-1], found[n] = found[n], found[n-1]
		}
	}
}

// found tells whether a match is among the last ones already.
func (s *Scanner) found(from, to int, l *Label) bool {
	for k := len(s.out) - 1; k >= max(0, len(s.out)-8) && s.out[k].From == from; k-- {
		if o := &s.out[k]; o.Label == l && o.To == to {
			return true
		}
	}
	return false
}

// walk goes on from a node at token to with a phrase that begins at token from.
func (s *Scanner) walk(t *text.Text, from, to int, n *node, c Clitics) {
	j := to
	for j < len(t.Tokens) && t.Tokens[j].Norm == "\"" {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Sentence != t.Tokens[from].Sentence {
		return
	}
	w := s.word(&t.Tokens[j])
	if n.may&w.may == 0 {
		return
	}
	for _, a := range s.analyses[w.readings.from:w.readings.to] {
		if a.clitics&Conjunction != 0 {
			continue
		}
		at, ok := s.step(n, a.word)
		if !ok {
			continue
		}
		next := &s.nodes[at]
		for k := next.ends.from; k < next.ends.to; k++ {
			e := &s.ends[k]
			if (!e.exact || t.Quote(from, j+1) == e.label.Exact) && !s.found(from, j+1, e.label) {
				s.out = append(s.out, e.match(from, j+1, c))
			}
		}
		if next.may != 0 {
			s.walk(t, from, j+1, next, c)
		}
	}
}
