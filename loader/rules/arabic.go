package rules

import (
	"strings"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
)

// proclitics are the conjunctions and prepositions of one letter that are
// written as part of the Arabic word behind them.
var proclitics = [...]string{"و", "ف", "ل", "ب", "ك"}

// proclitic is the one with which a folded word begins, "" if none.
func proclitic(norm string) string {
	for _, p := range proclitics {
		if strings.HasPrefix(norm, p) {
			return p
		}
	}
	return ""
}

// hasArticle tells whether a folded word carries the Arabic article: الوفد,
// والوفد, بالوفد, للوفد.
func hasArticle(norm string) bool {
	norm = strings.TrimPrefix(norm, "و")
	return strings.HasPrefix(strings.TrimPrefix(norm, proclitic(norm)), "ال") || strings.HasPrefix(norm, "لل")
}

// bare is a folded word without its proclitics, unless little is left.
func bare(norm string) string {
	for _, p := range []string{"و", "ف", "لل", "ب", "ل", "ك", "ال"} {
		if rest, ok := strings.CutPrefix(norm, p); ok && len(rest) > 5 {
			norm = rest
		}
	}
	return norm
}

// ofPurpose tells whether a folded word may be a verb of the present behind the
// ل of purpose: ليقول.
func ofPurpose(norm string) bool {
	norm = strings.TrimPrefix(norm, "و")
	return strings.HasPrefix(norm, "لي") || strings.HasPrefix(norm, "لت")
}

// verbLike tells whether a folded word begins as definite nouns, verbs of the
// present and participles do, and so begins no name.
func verbLike(norm string) bool {
	if foreignShaped(norm) {
		return false
	}
	if strings.HasPrefix(norm, "فا") && strings.HasSuffix(norm, "ت") && !strings.HasSuffix(norm, "ات") && utf8.RuneCountInString(norm) > 5 {
		return true // «فاحتفظت»
	}
	for _, p := range [...]string{"ال", "ي", "ت", "سي", "ست", "ن", "مت", "است", "لت", "لي", "ول", "وي", "وت", "لل", "با"} {
		if strings.HasPrefix(norm, p) {
			return true
		}
	}
	return false
}

// foreignShaped tells whether a folded word begins with the letter of a verb's present
// and is too long for one, or with the preposition of a noun and ends as none does:
// تيودورو, يولدوشيف, باتينيو.
func foreignShaped(norm string) bool {
	if utf8.RuneCountInString(norm) < 6 {
		return false
	}
	if strings.HasPrefix(norm, "با") && (strings.HasSuffix(norm, "و") || strings.HasSuffix(norm, "ي") && utf8.RuneCountInString(norm) > 6) {
		return true // باتينيو, بانكولي
	}
	for _, end := range [...]string{"ات", "ان", "ون", "وا", "ه", "ها", "هم"} {
		if strings.HasSuffix(norm, end) {
			return false
		}
	}
	for _, p := range [...]string{"ي", "ت"} {
		if rest, ok := strings.CutPrefix(norm, p); ok {
			return !strings.HasPrefix(rest, "ت") && !strings.HasPrefix(rest, "س") && !strings.HasPrefix(rest, "ن")
		}
	}
	return false
}

// unprefixed is what is written of words without the proclitics that the first
// carries; where that swallowed the article, it gets it back: «للعقيد» is العقيد.
func unprefixed(words string, carried lexicon.Clitics) string {
	if carried&lexicon.Conjunction != 0 {
		words = strings.TrimPrefix(strings.TrimPrefix(words, "و"), "ف")
	}
	if carried&lexicon.Preposition == 0 {
		return words
	}
	if rest, ok := strings.CutPrefix(words, "لل"); ok {
		return "ال" + rest
	}
	return strings.TrimPrefix(words, proclitic(words))
}

// hasPronoun tells whether a word as it is written ends as one with a pronoun of
// the third person does: نائبه, نائبته, وفدها.
func hasPronoun(word string) bool {
	return strings.HasSuffix(word, "ه") || strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم")
}

// indefinite tells whether a word as it is written has the tanwin of the
// accusative: رئيساً, "as head".
func indefinite(word string) bool { return strings.ContainsRune(word, 'ً') }

// ofWhom tells whether a folded word carries the ل that says whose something is:
// «اجتماع للوفد الروسي».
func ofWhom(norm string) bool { return strings.HasPrefix(norm, "ل") }
