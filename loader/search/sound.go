package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// sounds maps letters to the consonants that they stand for, those taken as
// one that scripts write alike when they borrow names: p and b, v and f, the
// sounds of g, j and zh. Vowels, half vowels, h and ayn are left out.
var sounds = map[rune]string{
	'b': "b", 'p': "b", 'c': "k", 'd': "d", 'f': "f", 'v': "f", 'g': "g", 'j': "g", 'k': "k", 'q': "k", 'l': "l", 'm': "m",
	'n': "n", 'r': "r", 's': "s", 't': "t", 'x': "ks", 'z': "z", 'ç': "tS", 'ş': "S", 'ğ': "g", 'ß': "s", 'ñ': "n", 'š': "S", 'č': "tS", 'ž': "g",

	'ب': "b", 'پ': "b", 'ت': "t", 'ث': "t", 'ج': "g", 'چ': "tS", 'خ': "X", 'د': "d", 'ذ': "d", 'ر': "r", 'ز': "z", 'ژ': "g", 'س': "s",
	'ش': "S", 'ص': "s", 'ض': "d", 'ط': "t", 'ظ': "z", 'غ': "g", 'ف': "f", 'ڤ': "f", 'ق': "k", 'ك': "k", 'ک': "k", 'گ': "g", 'ل': "l", 'م': "m", 'ن': "n", 'ة': "",

	'б': "b", 'в': "f", 'г': "g", 'д': "d", 'ж': "g", 'з': "z", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'п': "b", 'р': "r", 'с': "s",
	'т': "t", 'ф': "f", 'х': "X", 'ц': "ts", 'ч': "tS", 'ш': "S", 'щ': "S",
}

// digraphs are pairs of Latin letters that stand for one sound.
var digraphs = map[string]string{
	"kh": "X", "sh": "S", "ch": "tS", "zh": "g", "gh": "g", "th": "t", "dh": "d", "ph": "f", "ce": "s", "ci": "s", "cy": "s", "ck": "k", "dj": "g",
}

// Sound is what the consonants of a word sound like, much the same in every
// script: that of Lavrentyev, Лаврентьев and لافرنتييف is "lfrntf". A sound
// that comes twice in a row counts once; the Arabic article does not count.
func Sound(word string) string {
	var out []byte
	put := func(s string) {
		for i := range len(s) {
			if len(out) == 0 || out[len(out)-1] != s[i] {
				out = append(out, s[i])
			}
		}
	}
	letters := lettersOf(word)
	for i := 0; i < len(letters); i++ {
		if i+1 < len(letters) {
			if s, ok := digraphs[string(letters[i:i+2])]; ok {
				put(s)
				i++
				continue
			}
		}
		put(sounds[letters[i]])
	}
	return string(out)
}

// lettersOf are the letters of a word in lower case, without the marks that
// stand on vowels, and without the Arabic article.
func lettersOf(word string) []rune {
	word = strings.ToLower(strings.ReplaceAll(word, "İ", "i"))
	if rest, ok := strings.CutPrefix(word, "ال"); ok && len(rest) >= 6 {
		word = rest
	}
	var out []rune
	for _, r := range norm.NFC.String(word) {
		if _, known := sounds[r]; !known {
			// Marks come off: é is e.
			for _, d := range norm.NFD.String(string(r)) {
				r = d
				break
			}
		}
		if unicode.IsLetter(r) {
			out = append(out, r)
		}
	}
	return out
}
