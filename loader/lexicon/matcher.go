package lexicon

import (
	"iter"
	"strings"
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
	Short                 // a word that means it only with a number: «الدستورية الرابعة»
)

// A Match is a phrase found in a text. The label's kind and class stand beside
// it: most that is asked of a match is one of them.
type Match struct {
	From, To int // token range
	Label    *Label
	Class    int32   // of the label
	Kind     Kind    // of the label
	Clitics  Clitics // of the first word
	exact    bool    // the label has an Exact
}

// A Matcher finds phrases. Build it with Add, then use it from any number of
// goroutines, each with its own [Scanner].
type Matcher struct {
	words  *words
	next   map[uint64]int32 // node and word to node
	ends   []int32          // by node: its first label's number, 0 if it has none
	labels []ending         // by number; the first is none
}

// An ending is a label at which phrases end.
type ending struct {
	label *Label
	next  int32 // the number of the node's next label
}

// NewMatcher returns an empty matcher.
func NewMatcher() *Matcher {
	return &Matcher{words: newWords(), next: map[uint64]int32{}, ends: make([]int32, 1), labels: make([]ending, 1)}
}

// Add registers a phrase, written as the data files write names: words in any
// case; "*" ends a word that may go on, "~" one that may carry a pronoun; a
// word of alternatives is written "talks/negotiations", a word with a stroke
// "AFC//M23"; a word after "=" must stand in just that case.
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

// stroke stands for "//" while alternatives are told apart.
const stroke = "\x00"

// alternatives expands "a/b c" into "a c" and "b c".
func alternatives(phrase string) []string {
	out := []string{""}
	for _, field := range strings.Fields(phrase) {
		var next []string
		for _, word := range strings.Split(strings.ReplaceAll(field, "//", stroke), "/") {
			word = strings.ReplaceAll(word, stroke, "/")
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
			m.ends = append(m.ends, 0)
			m.next[key] = to
		}
		node = to
	}
	last := &m.ends[node]
	for *last != 0 {
		l := &m.labels[*last]
		if *l.label == *label {
			return
		}
		last = &l.next
	}
	*last = int32(len(m.labels))
	m.labels = append(m.labels, ending{label: label})
}

// at lists the labels of a node, the first added first.
func (m *Matcher) at(node int) iter.Seq[*Label] {
	return func(yield func(*Label) bool) {
		for k := m.ends[node]; k != 0 && yield(m.labels[k].label); k = m.labels[k].next {
		}
	}
}
