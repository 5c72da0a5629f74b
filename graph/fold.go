package graph

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Folder brings words to the terms by which they are searched. The graph
// knows no languages: whoever opens it hands in what does.
type Folder interface {
	// Words tells the words of a text in a language apart, with the terms under
	// which each stands.
	Words(text, language string) []Word
	// Query tells the words of a query apart, with the terms that each asks for:
	// it finds what stands under one of them.
	Query(text string) []Word
	// Sound is what a word of a name sounds like, much the same in every script;
	// "" if nothing can be said.
	Sound(word string) string
}

// A Word is a word of a text.
type Word struct {
	Start, End int      // byte offsets
	Sentence   int      // number of the sentence that it stands in
	Terms      []string // the word as it is folded, then others that count as the same
}

// A plainFolder folds no more than case; a line is a sentence.
type plainFolder struct{}

func (plainFolder) Words(text, _ string) (out []Word) {
	line := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		line += truth(r == '\n')
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		n := strings.IndexFunc(text[i:], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if n < 0 {
			n = len(text) - i
		}
		out = append(out, Word{i, i + n, line, []string{strings.ToLower(text[i : i+n])}})
		i += n
	}
	return out
}

func (p plainFolder) Query(text string) []Word { return p.Words(text, "") }

func (plainFolder) Sound(string) string { return "" }

// soundTerm is the term of a sound. Shorter ones tell names too little apart.
func soundTerm(sound string) (string, bool) { return "~" + sound, len(sound) >= 3 }

// nameTerms are the terms of a name, sorted, each once.
func nameTermsOf(f Folder, name, language string) []string {
	var terms []string
	for _, w := range f.Words(name, language) {
		terms = append(terms, w.Terms...)
		if t, ok := soundTerm(f.Sound(name[w.Start:w.End])); ok {
			terms = append(terms, t)
		}
	}
	slices.Sort(terms)
	return slices.DeleteFunc(slices.Compact(terms), func(t string) bool { return t == "" })
}

// A labelIndex finds what the vocabulary labels with a term.
type labelIndex struct {
	terms []string // sorted
	ids   map[string][]ID
}

func newLabelIndex(vocabulary Vocabulary, f Folder) *labelIndex {
	x := &labelIndex{ids: map[string][]ID{}}
	add := func(id ID, labels map[string]string) {
		for language, text := range labels {
			for _, t := range nameTermsOf(f, text, language) {
				x.ids[t] = append(x.ids[t], id)
			}
		}
	}
	for id, term := range vocabulary.Terms {
		add(id, term.Labels)
		for _, n := range term.Names {
			add(id, n.Labels)
		}
	}
	for t, ids := range x.ids {
		x.ids[t] = unique(ids)
		x.terms = append(x.terms, t)
	}
	slices.Sort(x.terms)
	return x
}

// begin calls f for the terms that begin with a text, and what they label.
func (x *labelIndex) begin(prefix string, f func(term string, ids []ID)) {
	i, _ := slices.BinarySearch(x.terms, prefix)
	for ; i < len(x.terms) && strings.HasPrefix(x.terms[i], prefix); i++ {
		f(x.terms[i], x.ids[x.terms[i]])
	}
}
