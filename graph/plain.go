package graph

import (
	"strings"
	"unicode"
)

// Plain makes a text from an article or a curator fit to stand in a title or a
// cell: valid UTF-8 on one line, without control characters, without the marks
// and overrides that change the direction of what stands around it, and
// without invisible characters. The joiners that Persian needs stay.
func Plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u200C' || r == '\u200D':
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Variation_Selector, unicode.Noncharacter_Code_Point):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// ChangesDirection tells whether a character is a mark or an override that
// changes the direction of the text around it.
func ChangesDirection(r rune) bool {
	return r == '\u061C' || r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// Inert marks a cell of a table as text where its first character would make a
// formula of it: the ones that spreadsheets know, their full-width forms, and
// the control characters that some of them skip.
func Inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
		return "'" + cell
	}
	return cell
}
