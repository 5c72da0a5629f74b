package clean

import (
	"strings"
	"unicode/utf8"
)

// A wordSet holds the words that say what a text is about.
type wordSet map[string]bool

// add puts the words of a unit into the set.
func (s wordSet) add(v *markers, words []string) {
	for _, w := range words {
		if k := stem(v, w); k != "" {
			s[k] = true
		}
	}
}

// share counts the telling words that are in the set, and gives their part of
// all telling words.
func (s wordSet) share(v *markers, words []string) (shared int, part float64) {
	n := 0
	for _, w := range words {
		k := stem(v, w)
		if k == "" {
			continue
		}
		n++
		if s[k] {
			shared++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return shared, float64(shared) / float64(n)
}

// stem cuts a folded word to what its forms have in common, roughly; words
// that tell nothing give "".
func stem(v *markers, w string) string {
	if v.common[w] || utf8.RuneCountInString(w) < 3 {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(w); r >= 0x600 && r < 0x700 {
		for _, p := range []string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"} {
			if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 3 {
				w = rest
				break
			}
		}
	}
	const most = 5
	n := 0
	for i := range w {
		if n == most {
			return w[:i]
		}
		n++
	}
	return w
}
