package text

import (
	"html"
	"strings"
	"unicode/utf8"
)

// markup is what stands at byte i of a text that was saved with the signs of a page
// language and is no word of it: the address of a link, the brackets around its words, a
// picture, the number of a note. It returns its length, 0 where there is none, and whether
// it parts words.
func (s *scanner) markup(i int) (size int, parts bool) {
	rest := s.source[i:]
	switch rest[0] {
	case 'h', 'w':
		return address(rest), true
	case '!':
		if strings.HasPrefix(rest, "![") {
			if n := linked(rest[1:]); n > 0 {
				return 1 + n, true
			}
		}
	case '[':
		if n := note(rest); n > 0 && !s.space {
			return n, false
		}
		if linked(rest) > 0 {
			return 1, false
		}
	case ']':
		if n := target(rest[1:]); n > 0 {
			return 1 + n, false
		}
	}
	return 0, false
}

// address is the length of the address with which a text begins, "https://…", without
// the mark that ends its sentence.
func address(s string) int {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "www.") {
		return 0
	}
	end := strings.IndexAny(s, " \t\r\n\"<>()[]«»،")
	if end < 0 {
		end = len(s)
	}
	return len(strings.TrimRight(s[:end], ".,;:!?"))
}

// longestLink bounds how far a link's brackets may lie apart, in bytes.
const longestLink = 600

// linked is the length of "[words](address)", 0 where a text, whose bracket is known, does
// not go on with it.
func linked(s string) int {
	line := s[1:min(len(s), longestLink)]
	shut := strings.IndexAny(line, "[]\n")
	if shut < 0 || line[shut] != ']' {
		return 0
	}
	n := target(s[shut+2:])
	if n == 0 {
		return 0
	}
	return shut + 2 + n
}

// target is the length of "(https://…)" or "(/…)" with which a text begins.
func target(s string) int {
	if !strings.HasPrefix(s, "(http") && !strings.HasPrefix(s, "(/") {
		return 0
	}
	end := strings.IndexAny(s[:min(len(s), longestLink)], ")\n")
	if end < 0 || s[end] != ')' {
		return 0
	}
	return end + 1
}

// note is the length of "[12]", the number of a note.
func note(s string) int {
	n := 1
	for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 1 || n >= len(s) || s[n] != ']' {
		return 0
	}
	return n + 1
}

// entity is the mark or space that a text begins with as a page writes it, "&quot;", and
// the length of that; 0 where it is none.
func entity(s string) (r rune, size int) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 2 {
		return 0, 0
	}
	sign := html.UnescapeString(s[:end+1])
	r, n := utf8.DecodeRuneInString(sign)
	if c := classOf(r); n != len(sign) || c == classLetter || c == classDigit {
		return 0, 0
	}
	return r, end + 1
}
