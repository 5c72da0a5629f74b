package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// Shorten cuts a text to a number of characters: after a word, where one ends in
// its second half, with an ellipsis as the last character.
func Shorten(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	end, n := 0, 1
	for i := range s {
		if n == most {
			end = i
			break
		}
		n++
	}
	cut := s[:end]
	if space := strings.LastIndexFunc(cut, unicode.IsSpace); space > end/2 {
		cut = cut[:space]
	}
	return strings.TrimRightFunc(cut, unicode.IsSpace) + "…"
}

// Words are those of a name in an id, which says no more: "prisoner-exchange".
func Words(name string) string {
	return Plain(strings.Map(func(r rune) rune {
		if r == '-' || r == '/' || r == '+' {
			return ' '
		}
		return r
	}, name))
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
