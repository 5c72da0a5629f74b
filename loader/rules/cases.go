package rules

import (
	"strings"
	"unicode/utf8"
)

// caseEndings are the endings of Russian names in their cases, the longest
// first.
var caseEndings = []string{"ого", "ому", "ими", "ыми", "ой", "ий", "ый", "ая", "ую", "ею", "ом", "ем", "им", "ым", "ей", "ою", "а", "я", "у", "ю", "е", "и", "ы", "ь", "й"}

// anyCase marks a stem among the surnames.
const anyCase = "\x00"

// caseStem is a Russian word without the ending of its case; Раад and Раадом
// have one stem. At least three letters stay.
func caseStem(w string) string {
	for _, e := range caseEndings {
		if rest, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}

// caseStems is a name with each word's stem.
func caseStems(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = caseStem(w)
	}
	return strings.Join(words, " ")
}

// sameName tells whether two folded names are one: in Russian, whatever case
// they stand in.
func (d *document) sameName(a, b string) bool {
	return a == b || d.lang.declined && caseStems(a) == caseStems(b)
}

// uninflected takes a Russian name out of the instrumental case, in which
// "led by" and "with" put it: Айманом Раадом becomes Айман Раад. Other names
// stay.
func uninflected(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || !instrumental(words[0]) {
		return name
	}
	for i, w := range words {
		if !instrumental(w) {
			continue
		}
		for _, e := range [][2]string{{"еем", "ей"}, {"ием", "ий"}, {"ским", "ский"}, {"цким", "цкий"}, {"ом", ""}, {"ым", ""}, {"ем", "ь"}} {
			if rest, ok := strings.CutSuffix(w, e[0]); ok && utf8.RuneCountInString(rest) >= 2 {
				words[i] = rest + e[1]
				break
			}
		}
	}
	return strings.Join(words, " ")
}

func instrumental(w string) bool {
	for _, e := range []string{"ом", "ем", "ым", "ским", "цким"} {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) >= 5 {
			return true
		}
	}
	return false
}
