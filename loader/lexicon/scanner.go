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
	starts   []start
	buf      []analysis
	out      []Match
}

// Phrases are those of a matcher's phrases that are looked for, in a form that
// is fast to walk.
type Phrases struct {
	words *words
	nodes []node
}

// A node is a beginning of phrases.
type node struct {
	labels []*Label // of the phrases that end here
	next   []step   // in the order of their words
	may    uint64   // a bit for each word that it can go on with: word%64
}

type step struct{ word, node int32 }

// A word is what a scanner knows of a word of texts.
type word struct {
	looked   bool
	parts    int8   // whether it can be two words: 0 not asked, 1 yes, -1 no
	readings span   // of the scanner's analyses
	starts   span   // of the scanner's starts: where phrases that begin with it stand
	may      uint64 // a bit for each reading with which a phrase can go on
}

// A span is a part of a list.
type span struct {
	from uint32
	n    uint16
}

// A start also says what stands at its node, so that it need not be visited in
// vain.
type start struct {
	node    int32
	clitics Clitics
	ends    bool   // phrases end there
	may     uint64 // of the node
}

// Select returns m's phrases whose labels are wanted. Nothing is to be added to
// m any more.
func (m *Matcher) Select(want func(*Label) bool) *Phrases {
	p := &Phrases{words: m.words, nodes: make([]node, len(m.ends))}
	for k, labels := range m.ends {
		for _, l := range labels {
			if want(l) {
				p.nodes[k].labels = append(p.nodes[k].labels, l)
			}
		}
	}
	for key, to := range m.next {
		n := &p.nodes[key>>32]
		n.next = append(n.next, step{int32(uint32(key)), to})
	}
	// A node is younger than the one that leads to it.
	for k := len(p.nodes) - 1; k >= 0; k-- {
		n := &p.nodes[k]
		n.next = slices.DeleteFunc(n.next, func(s step) bool {
			return len(p.nodes[s.node].labels) == 0 && len(p.nodes[s.node].next) == 0
		})
		slices.SortFunc(n.next, func(a, b step) int { return int(a.word - b.word) })
		for _, s := range n.next {
			n.may |= 1 << (uint(s.word) & 63)
		}
	}
	return p
}

// NewScanner returns a scanner of phrases.
func NewScanner(p *Phrases) *Scanner { return &Scanner{Phrases: p} }

// step is the node to which a word leads, if there is one.
func (n *node) step(word int32) (int32, bool) {
	if n.may>>(uint(word)&63)&1 == 0 {
		return 0, false
	}
	if len(n.next) <= 8 {
		for _, s := range n.next {
			if s.word == word {
				return s.node, true
			}
		}
		return 0, false
	}
	k, ok := slices.BinarySearchFunc(n.next, word, func(s step, word int32) int { return int(s.word - word) })
	if !ok {
		return 0, false
	}
	return n.next[k].node, true
}

// prepare makes room for the words of a text.
func (s *Scanner) prepare(t *text.Text) {
	if t.Epoch() != s.epoch {
		s.epoch = t.Epoch()
		clear(s.known)
		s.analyses, s.starts = s.analyses[:0], s.starts[:0]
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
	w.readings = span{uint32(len(s.analyses)), uint16(len(s.buf))}
	s.analyses = append(s.analyses, s.buf...)
	w.starts.from = uint32(len(s.starts))
	for _, a := range s.buf {
		if n, ok := s.nodes[0].step(a.word); ok {
			s.starts = append(s.starts, start{n, a.clitics, len(s.nodes[n].labels) > 0, s.nodes[n].may})
			w.starts.n++
		}
		if a.clitics&Conjunction == 0 {
			w.may |= 1 << (uint(a.word) & 63)
		}
	}
}

// Known tells whether a token's word is in the dictionary, with or without
// what stands around it.
func (s *Scanner) Known(t *text.Token) bool { return s.word(t).readings.n > 0 }

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
		starts := s.word(&t.Tokens[i]).starts
		if starts.n == 0 {
			continue
		}
		at := len(s.out)
		next := uint64(0)
		if i+1 < len(t.Tokens) {
			if next = s.word(&t.Tokens[i+1]).may; t.Tokens[i+1].Norm == "\"" {
				next = ^uint64(0)
			}
		}
		for _, a := range s.starts[starts.from : starts.from+uint32(starts.n)] {
			if a.ends || a.may&next != 0 {
				s.walk(t, i, i+1, a.node, a.clitics)
			}
		}
		longestFirst(s.out[at:])
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

func (s *Scanner) walk(t *text.Text, from, to int, at int32, c Clitics) {
	n := &s.nodes[at]
	for _, l := range n.labels {
		if l.Exact != "" && t.Quote(from, to) != l.Exact {
			continue
		}
		if !s.found(from, to, l) {
			s.out = append(s.out, Match{from, to, l, c})
		}
	}
	if n.may == 0 {
		return
	}
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
	for _, a := range s.analyses[w.readings.from : w.readings.from+uint32(w.readings.n)] {
		if a.clitics&Conjunction != 0 {
			continue
		}
		if next, ok := n.step(a.word); ok {
			s.walk(t, from, j+1, next, c)
		}
	}
}
