package graph

import (
	"bytes"
	"slices"
	"strings"
)

// A question is a query taken apart.
type question struct {
	words []asked
	need  int // how many of them a thing or an article must have
}

// An asked word is a word of a query.
type asked struct {
	text    string
	terms   map[string]float64 // what it asks for, with how well each answers it
	prefix  string             // of the last word, which may be the beginning of one; else ""
	sound   string             // its term; "" if it is too short
	learned []string           // among terms: other spellings of a name that it stands in
}

// How well a term answers a word.
const (
	wordItself  = 1.0
	wordsForm   = 0.9 // a stem, or the word without its proclitics
	wordsSound  = 0.6
	wordsPrefix = 0.5
)

// maxWords bounds the words of a search: each costs a scan.
const maxWords = 16

// question takes a query apart.
func (s *Store) question(text string) *question {
	q := &question{}
	for _, w := range s.options.Fold.Query(text) {
		if len(w.Terms) == 0 || w.Terms[0] == "" || len(q.words) == maxWords ||
			slices.ContainsFunc(q.words, func(a asked) bool { return a.text == w.Terms[0] }) {
			continue
		}
		a := asked{text: w.Terms[0], terms: map[string]float64{}}
		for i, t := range w.Terms {
			if i == 0 {
				a.terms[termText(t)] = wordItself
			} else {
				a.terms[termText(t)] = wordsForm
			}
		}
		if sound, ok := soundTerm(s.options.Fold.Sound(text[w.Start:w.End])); ok {
			a.sound = sound
		}
		q.words = append(q.words, a)
	}
	if n := len(q.words); n > 0 {
		if last := &q.words[n-1]; len(last.text) <= maxTerm {
			last.prefix = last.text
		}
		q.need = (n + 1) / 2
	}
	return q
}

// quality is how well a term answers the word, 0 if not at all.
func (a asked) quality(term string) float64 {
	if best, ok := a.terms[term]; ok {
		return best
	}
	switch {
	case a.prefix != "" && strings.HasPrefix(term, a.prefix):
		return wordsPrefix
	case a.sound != "" && term == a.sound:
		return wordsSound
	}
	return 0
}

// best is how well a word of a text answers, by the best of its terms.
func (a asked) best(terms []string) (best float64) {
	for _, t := range terms {
		best = max(best, a.quality(termText(t)))
	}
	return best
}

// learn adds another spelling of a name in which the word stands.
func (a *asked) learn(terms []string) {
	for _, t := range terms {
		t = termText(t)
		if _, ok := a.terms[t]; !ok && len(a.learned) < maxLearned {
			a.terms[t] = wordsSound
			a.learned = append(a.learned, t)
		}
	}
}

// maxLearned bounds the other spellings of one word.
const maxLearned = 40

// keys are the prefixes of a table of terms under which the answers lie, none
// inside another; sounds tells whether the table has sounds.
func (q *question) keys(t table, sounds bool) []key {
	var keys []key
	for _, a := range q.words {
		for term := range a.terms {
			keys = append(keys, newKey(t).text(term))
		}
		if a.prefix != "" {
			keys = append(keys, newKey(t).text(a.prefix).open())
		}
		if sounds && a.sound != "" {
			keys = append(keys, newKey(t).text(a.sound))
		}
	}
	slices.SortFunc(keys, func(a, b key) int { return bytes.Compare(a, b) })
	out := keys[:0]
	for _, k := range keys {
		if len(out) == 0 || !bytes.HasPrefix(k, out[len(out)-1]) {
			out = append(out, k)
		}
	}
	return out
}

// answers is how well a term answers each of the words; nil if none.
func (q *question) answers(term string) []float64 {
	var out []float64
	for i, a := range q.words {
		if n := a.quality(term); n > 0 {
			if out == nil {
				out = make([]float64, len(q.words))
			}
			out[i] = n
		}
	}
	return out
}

// count is how many words are answered.
func count(answers []float64) (n int) {
	for _, a := range answers {
		n += truth(a > 0)
	}
	return n
}

// merge raises answers by others.
func merge(into, from []float64) {
	for i, n := range from {
		into[i] = max(into[i], n)
	}
}
