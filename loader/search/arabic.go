package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The fewest letters that may be left of a word when a proclitic of one letter
// is taken off: more in a query, since a text's word stands under all its
// forms, and a query for "minister" (wazir) is not one for "zir".
const (
	shortestBare  = 3
	shortestAsked = 4
)

// bareForms are an Arabic or Persian word's forms without what is written
// together with it: a conjunction, then a preposition or the mark of the
// future, then the article; of a Persian or possessed word, the ending "ha".
// Words under three letters are no forms.
func bareForms(norm string, shortest int) []string {
	var forms []string
	add := func(form string, least int) {
		if utf8.RuneCountInString(form) >= least && form != norm && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	without := []string{norm}
	if rest, ok := cutLetter(norm, "وف"); ok {
		add(rest, shortest)
		without = append(without, rest)
	}
	for _, form := range without {
		if rest, ok := cutLetter(form, "بكلس"); ok {
			add(rest, shortest)
			if rest, ok := strings.CutPrefix(rest, "ال"); ok {
				add(rest, shortestBare)
			}
		}
		for _, article := range []string{"ال", "لل"} {
			if rest, ok := strings.CutPrefix(form, article); ok {
				add(rest, shortestBare)
			}
		}
	}
	for _, ending := range []string{"هاي", "ها"} {
		if rest, ok := strings.CutSuffix(norm, ending); ok {
			add(rest, shortestBare)
			break
		}
	}
	return forms
}

// cutLetter takes one of some letters off the beginning of a word.
func cutLetter(word, letters string) (rest string, ok bool) {
	r, size := utf8.DecodeRuneInString(word)
	if !strings.ContainsRune(letters, r) {
		return "", false
	}
	return word[size:], true
}

// indefinite is an Arabic word without the alef that carries the mark of the
// indefinite accusative, where that is written.
func indefinite(norm, source string) (string, bool) {
	if !strings.HasSuffix(source, "اً") && !strings.HasSuffix(source, "ًا") {
		return "", false
	}
	base, ok := strings.CutSuffix(norm, "ا")
	return base, ok && utf8.RuneCountInString(base) >= shortestBare
}
