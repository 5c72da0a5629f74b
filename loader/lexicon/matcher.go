package lexicon

import (
	"slices"
	"strings"

	"peacetalks/loader/text"
)

// A Label is what a matched phrase stands for: an entry of the lexicon (Kind
// and Entry set) or a word class of the rules (Kind Class, Class set).
type Label struct {
	Kind  Kind
	Entry *Entry
	Class int    // index of a word class; the value of an Ordinal or Cardinal
	Form  Form   // how the name stands for the entry
	Lang  string // language of the form; "" for any
	Exact string // where not empty: the words must stand so, case included
}

// A Form says how a name stands for its entry.
type Form uint8

// The forms.
const (
	Proper    Form = iota // the name itself
	Adjective             // Russian, of Russia
	Metonym               // Moscow, of Russia
	Surname               // the surname alone
	Hotel                 // a building, of its city
)

// A Match is a phrase found in a text.
type Match struct {
	From, To int // token range
	Label    *Label
	Clitics  Clitics // of the first word
}

// A Matcher finds phrases. Build it with Add, then use it from any number of
// goroutines, each with its own [Scanner].
type Matcher struct {
	words *words
	next  map[uint64]int32
	ends  [][]*Label // by node
}

// NewMatcher returns an empty matcher.
func NewMatcher() *Matcher {
	return &Matcher{words: newWords(), next: map[uint64]int32{}, ends: make([][]*Label, 1)}
}

// Add registers a phrase, written as the data files write names: words in any
// case; "*" ends a word that may go on, "~" one that may carry a pronoun; a
// word of alternatives is written "talks/negotiations"; a word after "=" must
// stand in just that case.
func (m *Matcher) Add(phrase string, label *Label) {
	for _, p := range alternatives(phrase) {
		if strings.Contains(p, "=") {
			p = strings.ReplaceAll(p, "=", "")
			exact := *label
			exact.Exact = p
			m.add(p, &exact)
		} else {
			m.add(p, label)
		}
	}
}

// alternatives expands "a/b c" into "a c" and "b c".
func alternatives(phrase string) []string {
	out := []string{""}
	for _, field := range strings.Fields(phrase) {
		var next []string
		for _, word := range strings.Split(field, "/") {
			for _, before := range out {
				next = append(next, strings.TrimSpace(before+" "+word))
			}
		}
		out = next
	}
	return out
}

func (m *Matcher) add(phrase string, label *Label) {
	node := int32(0)
	parts := pattern(phrase)
	if len(parts) == 0 {
		return
	}
	for _, p := range parts {
		key := uint64(node)<<32 | uint64(uint32(m.words.id(p)))
		to, ok := m.next[key]
		if !ok {
			to = int32(len(m.ends))
			m.ends = append(m.ends, nil)
			m.next[key] = to
		}
		node = to
	}
	for _, l := range m.ends[node] {
		if *l == *label {
			return
		}
	}
	m.ends[node] = append(m.ends[node], label)
}

// A Scanner finds the phrases of one text after another. It remembers the
// readings of words and is not for concurrent use.
type Scanner struct {
	m     *Matcher
	known map[string][]analysis
	buf   []analysis
}

// NewScanner returns a scanner of m's phrases.
func NewScanner(m *Matcher) *Scanner { return &Scanner{m: m, known: map[string][]analysis{}} }

// remembered bounds the words that a scanner keeps the readings of.
const remembered = 1 << 16

func (s *Scanner) readings(norm string) []analysis {
	if a, ok := s.known[norm]; ok {
		return a
	}
	if len(s.known) >= remembered {
		clear(s.known)
	}
	s.buf = s.m.words.look(norm, s.buf[:0])
	a := slices.Clone(s.buf)
	s.known[strings.Clone(norm)] = a
	return a
}

// Known tells whether a folded word is in the dictionary, with or without
// what stands around it.
func (s *Scanner) Known(norm string) bool { return len(s.readings(norm)) > 0 }

// Whole tells whether a folded word is in the dictionary as it stands.
func (s *Scanner) Whole(norm string) bool { return s.read(norm, 0) }

// Tail tells whether a folded word is in the dictionary as it stands, or
// behind the article or و.
func (s *Scanner) Tail(norm string) bool { return s.read(norm, Article|Conjunction) }

func (s *Scanner) read(norm string, allowed Clitics) bool {
	return slices.ContainsFunc(s.readings(norm), func(a analysis) bool { return a.clitics&^allowed == 0 })
}

// Scan returns every phrase that stands in t, in order of From, then the
// longest first. Phrases may overlap. No phrase runs over a sentence's end;
// quotation marks inside a phrase are passed over.
func (s *Scanner) Scan(t *text.Text) []Match {
	var out []Match
	readings := make([][]analysis, len(t.Tokens))
	for i := range t.Tokens {
		readings[i] = s.readings(t.Tokens[i].Norm)
	}
	for i := range t.Tokens {
		if len(readings[i]) == 0 {
			continue
		}
		at := len(out)
		for _, a := range readings[i] {
			if node, ok := s.m.next[uint64(uint32(a.word))]; ok {
				out = s.walk(t, readings, i, i+1, node, a.clitics, out)
			}
		}
		if len(out)-at > 1 {
			found := out[at:]
			slices.SortStableFunc(found, func(a, b Match) int { return b.To - a.To })
		}
	}
	return out
}

func (s *Scanner) walk(t *text.Text, readings [][]analysis, from, to int, node int32, c Clitics, out []Match) []Match {
	for _, l := range s.m.ends[node] {
		m := Match{from, to, l, c}
		if l.Exact != "" && t.Quote(from, to) != l.Exact {
			continue
		}
		if !slices.ContainsFunc(out[max(0, len(out)-8):], func(o Match) bool { return o.From == from && o.To == to && o.Label == l }) {
			out = append(out, m)
		}
	}
	j := to
	for j < len(t.Tokens) && t.Tokens[j].Norm == "\"" {
		j++
	}
	if j >= len(t.Tokens) || t.Tokens[j].Sentence != t.Tokens[from].Sentence {
		return out
	}
	for _, a := range readings[j] {
		if a.clitics&Conjunction != 0 {
			continue
		}
		if n, ok := s.m.next[uint64(node)<<32|uint64(uint32(a.word))]; ok {
			out = s.walk(t, readings, from, j+1, n, c, out)
		}
	}
	return out
}
