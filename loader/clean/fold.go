package clean

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a line to the form in which it is compared with the markers:
// lower-case letters without marks, digits in ASCII, one Arabic letter for its
// variants, and single spaces for everything else.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(s) {
		r = foldRune(r)
		switch {
		case r == 0:
			continue
		case r == ' ':
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// foldRune folds one rune of a decomposed text; 0 means that it vanishes, a
// space that it separates words.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r == '\'':
			return 0
		}
		return ' '
	case r == 'ـ' || r == '\u200c' || r == '\u200d' || r == '’' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0
	case r == 'ة':
		return 'ه'
	case r == 'ى' || r == 'ی':
		return 'ي'
	case r == 'ک':
		return 'ك'
	case r == 'ٱ':
		return 'ا'
	case r == 'ı':
		return 'i'
	}
	if d, ok := digit(r); ok {
		return '0' + d
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		return unicode.ToLower(r)
	}
	return ' '
}

// digit returns the value of a decimal digit of the scripts that articles use.
func digit(r rune) (rune, bool) {
	switch {
	case r >= '0' && r <= '9':
		return r - '0', true
	case r >= '٠' && r <= '٩':
		return r - '٠', true
	case r >= '۰' && r <= '۹':
		return r - '۰', true
	}
	return 0, false
}

// asciiDigits writes the decimal digits of s in ASCII and leaves the rest.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if d, ok := digit(r); ok {
			return '0' + d
		}
		return r
	}, s)
}
