package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A class says what a rune does to a token.
type class uint8

const (
	classSpace  class = iota // separates tokens
	classLetter              // part of a word
	classDigit               // part of a number
	classMark                // dropped: diacritics, tatweel, joiners, bidi controls
	classPunct               // a token of its own
	classNewline
)

// A folding is what becomes of one rune.
type folding struct {
	class class
	n     uint8   // bytes used of out
	out   [6]byte // the folded form, UTF-8
}

// foldings holds every rune below tableSize, which covers Latin, Greek,
// Cyrillic, Hebrew, Arabic with its supplements, and general punctuation.
const tableSize = 0x2100

var foldings = func() (t [tableSize]folding) {
	for r := range rune(tableSize) {
		t[r] = foldRune(r)
	}
	return t
}()

// uppers has a bit for each capital letter below tableSize.
var uppers = func() (t [tableSize / 64]uint64) {
	for r := range rune(tableSize) {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			t[r>>6] |= 1 << (r & 63)
		}
	}
	return t
}()

// upper tells whether a rune is a capital letter.
func upper(r rune) bool {
	if r >= 0 && r < tableSize {
		return uppers[r>>6]>>(r&63)&1 != 0
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// arabic maps the letter variants that writers mix up to one letter.
var arabic = map[rune]rune{
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'و', 'ئ': 'ي',
	'ک': 'ك', 'ی': 'ي', 'ے': 'ي', 'ہ': 'ه', 'ۀ': 'ه', 'ە': 'ه', 'ھ': 'ه', 'ۆ': 'و', 'ێ': 'ي', 'ڤ': 'ف',
	'“': '"', '”': '"', '„': '"', '″': '"', '«': '"', '»': '"', '‟': '"', '‹': '"', '›': '"',
	'’': '\'', '‘': '\'', 'ʼ': '\'', '′': '\'', '`': '\'', '‛': '\'', 'ʿ': '\'', 'ʾ': '\'',
	'–': '-', '—': '-', '‐': '-', '‑': '-', '‒': '-', '―': '-', '−': '-',
	'،': ',', '؛': ';', '؟': '?', '…': '.', '٫': '.', '٬': ',', '۔': '.', '٪': '%',
	'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'þ': 't', 'æ': 'a', 'œ': 'o', 'ß': 's', 'ə': 'a',
	'ё': 'е',
}

func foldRune(r rune) folding {
	f := folding{class: classOf(r)}
	if f.class == classSpace || f.class == classMark || f.class == classNewline {
		return f
	}
	if f.class == classDigit {
		return folding{class: classDigit, n: 1, out: [6]byte{byte('0' + digitValue(r))}}
	}
	for _, s := range norm.NFKC.String(string(r)) {
		s = unicode.ToLower(s)
		if to, ok := arabic[s]; ok {
			s = to
		} else if s > 0x7f && s != 'й' {
			s = base(s)
		}
		if to, ok := arabic[s]; ok {
			s = to
		}
		if classOf(s) == classMark || s == ' ' || int(f.n)+utf8.RuneLen(s) > len(f.out) {
			continue
		}
		f.n += uint8(utf8.EncodeRune(f.out[f.n:], s))
	}
	return f
}

// base is the letter without its marks: o for ö.
func base(r rune) rune {
	d, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return unicode.ToLower(d)
}

func classOf(r rune) class {
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
		return classNewline
	case r == 'ـ' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || r == 'ء':
		return classMark
	case unicode.IsSpace(r) || r == utf8.RuneError || unicode.IsControl(r):
		return classSpace
	case unicode.IsDigit(r):
		return classDigit
	case unicode.IsLetter(r):
		return classLetter
	}
	return classPunct
}

// digitValue is the value of a decimal digit of any script: their zeros lie at
// code points whose runs of ten begin a block of digits.
func digitValue(r rune) int {
	switch {
	case r <= '9':
		return int(r - '0')
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '۰' && r <= '۹':
		return int(r - '۰')
	}
	n := 0
	for unicode.IsDigit(r-1) && n < 9 {
		r--
		n++
	}
	return n
}

func fold(r rune) folding {
	if r >= 0 && r < tableSize {
		return foldings[r]
	}
	return foldRune(r)
}

// Fold returns s with every word folded and every run of spaces made one:
// texts that differ only in case, marks or letter variants fold to one form.
// Punctuation is kept, folded to its plain form.
func Fold(s string) string {
	return string(AppendFold(make([]byte, 0, len(s)+len(folding{}.out)), s))
}

// AppendFold appends the folded form of s to out.
func AppendFold(out []byte, s string) []byte {
	space, first := false, len(out)
	for _, r := range s {
		f := fold(r)
		switch f.class {
		case classSpace, classNewline:
			space = len(out) > first
		case classMark:
		default:
			if space {
				out, space = append(out, ' '), false
			}
			n := len(out)
			out = append(out, f.out[:]...)[:n+int(f.n)]
		}
	}
	return out
}
