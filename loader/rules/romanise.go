package rules

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// letters is the scheme by which names that no lexicon has are romanised,
// except those of people, who have a key ([lexicon.Key]): the
// consonants and long vowels as they are written, without marks. Arabic
// follows the simplified form of the United Nations' 2017 system (no dots, no
// macrons, ayn and hamza left out), Cyrillic the BGN/PCGN 1947 system without
// apostrophes; Persian letters as in English newspapers.
var letters = map[rune]string{
	'ا': "a", 'أ': "a", 'إ': "i", 'آ': "a", 'ٱ': "a", 'ب': "b", 'ت': "t", 'ث': "th", 'ج': "j", 'ح': "h", 'خ': "kh", 'د': "d",
	'ذ': "dh", 'ر': "r", 'ز': "z", 'س': "s", 'ش': "sh", 'ص': "s", 'ض': "d", 'ط': "t", 'ظ': "z", 'ع': "a", 'غ': "gh",
	'ف': "f", 'ق': "q", 'ك': "k", 'ل': "l", 'م': "m", 'ن': "n", 'ه': "h", 'و': "u", 'ي': "i", 'ى': "a", 'ة': "a",
	'ء': "", 'ؤ': "u", 'ئ': "i", 'پ': "p", 'چ': "ch", 'ژ': "zh", 'گ': "g", 'ک': "k", 'ی': "i", 'ڤ': "v",
	'َ': "", 'ُ': "", 'ِ': "", 'ّ': "", 'ْ': "",
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
	'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
	'ı': "i", 'ø': "o", 'ł': "l", 'đ': "d", 'æ': "ae", 'œ': "oe", 'ß': "ss",
}

// romanise makes a lower-case ASCII slug of a name in Arabic, Cyrillic or
// Latin script.
func romanise(name string) string {
	var b strings.Builder
	gap := false
	for _, word := range strings.Fields(name) {
		word, article := strings.CutPrefix(word, "ال")
		if article && gap {
			b.WriteString("-al")
		} else if article {
			b.WriteString("al")
			gap = true
		}
		if gap {
			b.WriteByte('-')
		}
		n := b.Len()
		for _, r := range strings.ToLower(word) {
			if s, ok := letters[r]; ok {
				b.WriteString(s)
				continue
			}
			for _, r := range norm.NFD.String(string(r)) {
				if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
					b.WriteRune(r)
				} else if s, ok := letters[r]; ok {
					b.WriteString(s)
				} else if r == '-' && b.Len() > n {
					b.WriteByte('-')
				}
			}
		}
		gap = b.Len() > n
		if !gap && n > 0 && b.Len() == n {
			s := strings.TrimSuffix(b.String(), "-")
			b.Reset()
			b.WriteString(s)
			gap = b.Len() > 0
		}
	}
	return strings.Trim(strings.ReplaceAll(b.String(), "--", "-"), "-")
}
