package rules

import (
	"strings"
	"unicode/utf8"
)

// conjugateTurkish writes out a Turkish verb that a class lists as its stem, with what
// stands before it: "görüş^", "ele al^", and behind the "^" the stem as it stands before a
// vowel where it is another, "kabul et^ed", "de^di". The forms are those in which the verb
// ends a clause: the past, also as it is told, the present and the future, with their
// endings, and "by doing", "having done". A "*" at the end adds the participle and the
// noun: "katıl^*" is also katılan and katılması.
func conjugateTurkish(entry string) (forms, future []string) {
	at := strings.LastIndexByte(entry, ' ') + 1
	before := entry[:at]
	stem, soft, _ := strings.Cut(entry[at:], "^")
	soft, nouns := strings.CutSuffix(soft, "*")
	if soft == "" {
		soft = stem
	}
	high, low := harmony(stem)
	glide, d := "", "d"
	if endsInVowel(soft) {
		glide = "y"
	}
	if last, _ := utf8.DecodeLastRuneInString(stem); strings.ContainsRune("fstkçşhp", last) {
		d = "t"
	}
	add := func(ending string) { forms = append(forms, before+ending) }
	for _, end := range []string{"", "l" + low + "r", "k", "ğ*", "kl" + low + "r*", "kt" + low + "n"} {
		add(stem + d + high + end)
	}
	add(stem + "m" + high + "ş*")
	p := present(soft, high)
	for _, end := range []string{"", "lar*", "du*", "uz", "um"} {
		add(p + end) // but not -sa, "if"
	}
	add(stem + "m" + low + "kt" + low + "*")
	add(soft + glide + low + "r" + low + "k")
	add(soft + glide + high + "p")
	future = []string{before + soft + glide + low + "c" + low + "*"}
	if nouns {
		add(soft + glide + low + "n")
		add(soft + glide + low + "nl" + low + "r*")
		add(stem + "m" + low + "s" + high + "*")
	}
	return append(forms, future...), future
}

// present is the stem of the present of a verb: yapıyor, söylüyor.
func present(soft, high string) string {
	if !endsInVowel(soft) {
		return soft + high + "yor"
	}
	_, size := utf8.DecodeLastRuneInString(soft)
	if soft = soft[:len(soft)-size]; strings.ContainsAny(soft, turkishVowels) {
		high, _ = harmony(soft)
	}
	return soft + high + "yor"
}

const turkishVowels = "aeıioöuü"

func endsInVowel(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(turkishVowels, last)
}

// harmony gives the vowels of the endings that follow a word.
func harmony(word string) (high, low string) {
	last := 'e'
	for _, r := range word {
		if strings.ContainsRune(turkishVowels, r) {
			last = r
		}
	}
	switch last {
	case 'a', 'ı':
		return "ı", "a"
	case 'o', 'u':
		return "u", "a"
	case 'ö', 'ü':
		return "ü", "e"
	}
	return "i", "e"
}
