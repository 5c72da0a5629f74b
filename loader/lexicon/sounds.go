package lexicon

import (
	"slices"
	"strings"
)

// Consonants of the Arabic alphabet, as [sounds] writes them: those one that
// other scripts write alike. What is missing here is a vowel or half vowel.
var arabicSounds = map[rune]string{
	'ب': "b", 'پ': "b", 'ت': "t", 'ط': "t", 'ث': "t", 'ج': "g", 'غ': "g", 'گ': "g", 'ژ': "g", 'چ': "S", 'ش': "S",
	'ح': "h", 'خ': "h", 'ه': "h", 'د': "d", 'ض': "d", 'ذ': "z", 'ز': "z", 'ظ': "z", 'ر': "r", 'س': "s", 'ص': "s",
	'ف': "f", 'ڤ': "f", 'ق': "k", 'ك': "k", 'ل': "l", 'م': "m", 'ن': "n",
}

// Letters of the Cyrillic alphabets, as Latin writes them.
var cyrillicLetters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "yo", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y", 'к': "k",
	'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts",
	'ч': "ch", 'ш': "sh", 'щ': "sh", 'ы': "y", 'э': "e", 'ю': "yu", 'я': "ya", 'і': "i", 'ї': "yi", 'є': "ye", 'қ': "k", 'ғ': "g", 'ә': "a",
}

// Groups of Latin letters that stand for one sound, the longer before the
// shorter that they begin with.
var latinGroups = [][2]string{
	{"shch", "S"}, {"tsch", "S"}, {"sch", "S"}, {"tch", "S"}, {"dzh", "g"}, {"ohn", "on"}, {"sh", "S"}, {"ch", "S"}, {"kh", "h"},
	{"zh", "g"}, {"gh", "g"}, {"dj", "g"}, {"th", "t"}, {"dh", "z"}, {"ph", "f"}, {"wh", "w"}, {"ck", "k"}, {"cq", "k"}, {"qu", "k"}, {"ce", "se"}, {"ci", "si"}, {"cy", "sy"},
}

// Latin letters that are no vowels and do not stand for themselves.
var latinLetters = map[rune]string{
	'c': "k", 'j': "g", 'p': "b", 'q': "k", 'v': "f", 'x': "ks", 'ç': "S", 'ş': "S", 'š': "S", 'č': "S", 'ž': "g", 'ğ': "g", 'ñ': "n", 'ß': "s",
}

// sounds is what every script writes of a word: its consonants, and of the
// vowels only whether it begins with one (a) and whether it ends in a, i or u,
// as Shihabi, الشهابي and Шихаби are all "Shbi" (S is sh). Short vowels
// Arabic does not write, and long ones Latin does not tell from short ones.
// Turkish tells how c is read.
func sounds(word string, turkish bool) string {
	switch {
	case strings.ContainsFunc(word, isArabic):
		return arabicSound([]rune(word))
	case strings.ContainsFunc(word, isCyrillic):
		var b strings.Builder
		for i, r := range word {
			if r == 'е' && i == 0 {
				b.WriteByte('y')
			}
			b.WriteString(cyrillicLetters[r])
		}
		word = b.String()
		if rest, ok := strings.CutSuffix(word, "akh"); ok {
			word = rest + "ah" // Сабах is written Sabah
		}
	}
	return latinSound(word, turkish || strings.ContainsAny(word, "şğı"))
}

func isArabic(r rune) bool   { return r >= 0x600 && r < 0x780 }
func isCyrillic(r rune) bool { return r >= 0x400 && r < 0x530 }

// arabicSound reads a word in Arabic letters, without its article.
func arabicSound(w []rune) string {
	var end string
	w, end = arabicEnd(w)
	var b strings.Builder
	for i := 0; i < len(w); i++ {
		s := arabicSounds[w[i]]
		switch next := at(w, i+1); {
		case w[i] == 'ت' && next == 'ش', w[i] == 'د' && next == 'ج':
			continue // one sound with the next: Churkin is تشوركين
		case w[i] == 'ش' && next == 'ت' && at(w, i+2) == 'ش':
			i += 2
		case i == 0 && w[i] == 'و':
			s = "w"
		case i == 0 && w[i] == 'ي':
			s = "y"
		case i == 0 && s == "":
			s = "a"
		}
		b.WriteString(s)
	}
	return b.String() + end
}

func at(w []rune, i int) rune {
	if i < len(w) {
		return w[i]
	}
	return 0
}

// arabicEnd takes the vowel off the end of a word, if it has one.
func arabicEnd(w []rune) ([]rune, string) {
	w = slices.DeleteFunc(slices.Clone(w), func(r rune) bool { return r == 'ء' })
	n := len(w)
	if n < 2 {
		return w, ""
	}
	before := w[n-2]
	switch w[n-1] {
	case 'ي', 'ى', 'ئ':
		if before == 'و' && n > 2 {
			return w[:n-2], "wi"
		}
		return w[:n-1], "i"
	case 'ا', 'ة':
		return w[:n-1], "a"
	case 'ه', 'ح':
		if before == 'ي' || before == 'و' {
			return w, "" // نبيه and نوح end in the sound h
		}
		return w[:n-1], "a"
	case 'و', 'ؤ':
		return w[:n-1], "u"
	case 'ع':
		switch before {
		case 'ي':
			return w[:n-1], "i"
		case 'و':
			return w[:n-1], "u"
		}
		return w[:n-1], "a"
	}
	return w, ""
}

const vowels = "aeiouyéèêëâàáãäåîïíìôóòõöøûúùüýəı"

// latinSound reads a word in lower-case Latin letters.
func latinSound(w string, turkish bool) string {
	if rest, ok := strings.CutSuffix(w, "avi"); ok && rest != "" {
		w = rest + "awi" // Mousavi is موسوي
	}
	whole := w
	w, end := latinEnd(w)
	soft := len(w) < len(whole) && strings.ContainsAny(whole[len(w):len(w)+1], "eiy")
	if rest, ok := strings.CutSuffix(w, "c"); ok && !turkish && soft {
		w = rest + "s" // Alice
	}
	var b []byte
	last := "" // what was written before
	for i := 0; i < len(w); {
		s, n := latinAt(w[i:], turkish)
		r := firstRune(w[i:])
		switch {
		case i == 0 && strings.ContainsRune(vowels, r):
			s = onset(w)
		case strings.ContainsRune(vowels, r), r == 'w' && i > 0:
			s = ""
		case w[i:i+n] == last:
			s = "" // a double letter
		}
		b = append(b, s...)
		last = w[i : i+n]
		i += n
	}
	return string(b) + end
}

// latinAt is the sound at the start of w, and how many bytes write it.
func latinAt(w string, turkish bool) (string, int) {
	if turkish && w[0] == 'c' {
		return "g", 1
	}
	for _, g := range latinGroups {
		if strings.HasPrefix(w, g[0]) {
			if s := g[1]; len(s) == 2 { // a vowel of the group is read on
				return s[:1], len(g[0]) - 1
			}
			return g[1], len(g[0])
		}
	}
	r := firstRune(w)
	if s, ok := latinLetters[r]; ok {
		return s, len(string(r))
	}
	if r >= 'a' && r <= 'z' {
		return string(r), 1
	}
	return "", len(string(r))
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// onset is how a word begins that begins with a vowel: y and ou before another
// are half vowels.
func onset(w string) string {
	r := []rune(w)
	vowel := func(i int) bool { return strings.ContainsRune(vowels, at(r, i)) }
	switch {
	case r[0] == 'y' && vowel(1), r[0] == 'i' && strings.ContainsRune("aou", at(r, 1)):
		return "y"
	case r[0] == 'o' && at(r, 1) == 'u' && vowel(2), r[0] == 'u' && vowel(1):
		return "w"
	}
	return "a"
}

// latinEnd takes the vowels off the end of a word, and says which of those that
// Arabic writes they are: e is mute, h behind a vowel belongs to it.
func latinEnd(w string) (string, string) {
	stem := w
	if rest, ok := strings.CutSuffix(w, "h"); ok && rest != strings.TrimRight(rest, vowels) {
		stem = rest
	}
	stem = strings.TrimRight(stem, vowels+"w")
	end := w[len(stem):]
	if stem == "" || end == "" {
		return latinVowels(w, end)
	}
	has := func(suffixes ...string) bool {
		return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(end, s) })
	}
	switch {
	case has("ih", "eeh", "uh", "ooh"):
		return w, ""
	case has("h"):
		return stem, "a"
	case has("iye", "iyye") || strings.HasSuffix(w, "zade"):
		return stem, "a"
	case has("wi", "wy", "wee", "wei", "wey", "oui", "oy", "oi", "oï"):
		return stem, "wi"
	case has("i", "y", "ee", "ie", "ï", "í", "î"):
		return stem, "i"
	case has("ow", "aw", "ew", "u", "o", "oe", "ü", "ú", "û", "ó", "ô", "ö"):
		return stem, "u"
	case has("a", "é", "á", "ä", "ae", "ə", "â"):
		return stem, "a"
	}
	return stem, ""
}

// latinVowels is the end of a word of vowels alone.
func latinVowels(w, end string) (string, string) {
	if end == "" || len(w) < 2 {
		return w, ""
	}
	first := w[:len(string(firstRune(w)))]
	switch w[len(w)-1] {
	case 'i', 'y':
		return first, "i"
	case 'u', 'o':
		return first, "u"
	}
	return first, ""
}

// written shows sounds in plain letters, with an a wherever consonants stand
// that nobody could say: "Sbi" is shabi, "Shbi" shahbi and "krmi" karmi. What
// is put in says nothing of how the name is spoken.
func written(sounds string) string {
	var b strings.Builder
	open := false // a vowel stands before, so that one consonant may close the syllable
	for i := range len(sounds) {
		c := sounds[i]
		if c == 'S' {
			b.WriteString("sh")
		} else {
			b.WriteByte(c)
		}
		if isVowel(c) {
			open = true
			continue
		}
		bare := i+1 < len(sounds) && !isVowel(sounds[i+1])
		last := i+2 == len(sounds) && strings.IndexByte("lmnr", c) < 0
		if bare && (!open || last || sounds[i+1] == c) {
			b.WriteByte('a')
			open = true
			continue
		}
		open = false
	}
	return b.String()
}

func isVowel(c byte) bool { return c == 'a' || c == 'i' || c == 'u' }

// marksOff takes vowel marks and tatweel off an Arabic word and keeps its
// letters as they are.
func marksOff(w string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x64b && r <= 0x65f, r == 0x670, r == 'ـ', r >= 0x200b && r <= 0x200f:
			return -1
		case r == 'ک':
			return 'ك'
		case r == 'ی':
			return 'ي'
		case r == 'ہ', r == 'ۀ', r == 'ە', r == 'ھ':
			return 'ه'
		}
		return r
	}, w)
}

// alike are ways to write one sound in Latin letters between which the press of
// different countries chooses: Chérif, Sherif; Djamal, Jamal; Younous, Yunus.
var alike = strings.NewReplacer("tch", "sh", "ch", "sh", "dj", "j", "ou", "u", "oo", "u", "ee", "i", "ph", "f", "q", "k", "w", "v", "y", "i")

// respelled is a folded word in Latin letters with one choice among them, and
// its double letters single. Its vowels stay, so that names that differ by
// those are told apart.
func respelled(folded string) string {
	if folded == "" || folded[0] > 0x7f {
		return folded
	}
	folded = alike.Replace(folded)
	b := make([]byte, 0, len(folded))
	for i := range len(folded) {
		if i == 0 || folded[i] != folded[i-1] {
			b = append(b, folded[i])
		}
	}
	return string(b)
}
