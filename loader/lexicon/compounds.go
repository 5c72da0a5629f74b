package lexicon

import (
	"slices"
	"strings"
)

// compound reads names of two that are written as one word: Abdulsalam,
// Abushahma, Nasrallah, Ezzeddine, Benmoussa, Alhadi.
func (k *keyer) compound(w string) (part, bool) {
	for _, p := range []string{"عبد", "abd", "абд"} {
		if rest, ok := strings.CutPrefix(w, p); ok {
			if rest = servantOf(rest); len([]rune(rest)) >= 3 {
				return k.servant(rest), true
			}
		}
	}
	for _, p := range []string{"ابو", "abu", "abou", "ebu"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len([]rune(rest)) >= 3 {
			return part{key: "abu-" + k.word(token{raw: rest, folded: rest}).key}, true
		}
	}
	for _, p := range [][2]string{{"ben", "ben"}, {"bin", "ben"}, {"بن", "ben"}, {"al", ""}, {"el", ""}} {
		if rest, ok := strings.CutPrefix(w, p[0]); ok {
			if of, ok := k.listed(rest); ok {
				return part{key: p[1] + of.key}, true
			}
		}
	}
	for _, s := range []struct {
		forms []string
		to    string
	}{
		{[]string{"الله", "ullah", "allah", "ollah", "oullah", "ulla", "улла", "алла", "оллах"}, "ullah"},
		{dinForms, "eddin"},
	} {
		for _, form := range s.forms {
			if rest, ok := strings.CutSuffix(w, form); ok && len([]rune(rest)) >= 2 {
				return part{key: join(k.word(token{raw: rest, folded: rest}).key, s.to)}, true
			}
		}
	}
	return part{}, false
}

// servantOf is what follows Abd in a word that begins with it.
func servantOf(rest string) string {
	if tail, ok := strings.CutPrefix(rest, "ال"); ok {
		return tail
	}
	tail := strings.TrimLeft(rest, "aeiouаэеуо")
	if tail == rest && !strings.HasPrefix(tail, "r") && !strings.HasPrefix(tail, "р") {
		return "" // Abdi, Abdo
	}
	for _, l := range []string{"ль", "l", "л"} {
		if t, ok := strings.CutPrefix(tail, l); ok {
			return t
		}
	}
	if r := []rune(tail); len(r) > 1 && r[0] == r[1] {
		return string(r[1:])
	}
	return tail
}

// servant is Abdul with the name behind it.
func (k *keyer) servant(of string) part {
	of = strings.TrimPrefix(of, "ال")
	if of == "له" || of == "lah" || of == "la" || of == "лла" || of == "ла" {
		return part{key: "abdullah"}
	}
	return part{key: "abdul" + k.word(token{raw: of, folded: of}).key}
}

// dinForms are the spellings of the second word of Shams ad-Din with its article.
var dinForms = []string{"الدين", "eddine", "eddin", "uddin", "addin", "iddin", "aldin", "eldin", "eldine", "eddeen", "uddeen", "eldeen", "aldeen", "ettin", "эддин", "аддин", "уддин", "еддин"}

// isDin tells whether a word is that word, written apart, with or without its
// article.
func isDin(w string, article bool) bool {
	switch w {
	case "din", "deen", "dine", "дин":
		return article
	}
	return slices.Contains(dinForms, w)
}

// join puts two names together, one vowel between them.
func join(a, b string) string { return strings.TrimRight(a, "aeiou") + b }
