package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A unit is a line or paragraph on its way to becoming a block.
type unit struct {
	start, end int
	indent     int    // bytes of space before it on its line
	para       int    // number of the paragraph (lines between blank lines)
	text       string // the line
	folded     string
	words      []string // of folded
	runes      int
	stop       bool // ends a sentence
	question   bool // ends with a question or exclamation mark
	bullet     bool // begins like an item of a list
	number     bool // the bullet is a number
	sentences  int  // sentences that end in the line

	hint  hint       // what the page's markup says of it
	links float64    // the share of its text that is links
	box   *html.Node // the element in which the paragraph or the like stands, nil of a plain text

	form form
	kind Kind
	date *found // what findDate says of the text, once asked
}

// A hint is what markup says about a unit.
type hint uint8

const (
	noHint hint = iota
	paragraph
	item
	heading
	headline
	captioned
	bylined
	furniture
)

// split cuts a plain text into units: its lines, except that the lines of a
// hard-wrapped paragraph make one.
func split(s string) []unit {
	var units []unit
	para, blank, indented := 0, true, false
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(s)-at, len(s)
		}
		from, to := trimSpan(s, at, at+end)
		indent := from - at
		at = next
		if from == to {
			blank = true
			continue
		}
		if blank || indent > 1 && !indented {
			para++
			blank = false
		}
		indented = indent > 1
		units = append(units, unit{start: from, end: to, para: para, indent: indent})
	}
	units = unwrap(s, units)
	for i := range units {
		units[i].measure(s)
	}
	return units
}

// trimSpan narrows s[from:to] to what is not white space.
func trimSpan(s string, from, to int) (int, int) {
	t := strings.TrimLeftFunc(s[from:to], isBlank)
	from = to - len(t)
	return from, from + len(strings.TrimRightFunc(t, isBlank))
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\u200b' || r == '\u00ad' || r == '\u2060'
}

// unwrap joins the lines of paragraphs that were broken at a fixed width.
func unwrap(s string, units []unit) []unit {
	paragraph := func(i int) int {
		j := i + 1
		for j < len(units) && units[j].para == units[i].para {
			j++
		}
		return j
	}
	width := 0 // of the text, as paragraphs of three lines and more show it
	for i := 0; i < len(units); i = paragraph(i) {
		if lines := units[i:paragraph(i)]; len(lines) > 2 && wrapped(s, lines, 0) {
			width = max(width, widest(s, lines))
		}
	}
	if width == 0 {
		width = commonWidth(s, units)
	}
	out := units[:0:0]
	for i := 0; i < len(units); {
		j := paragraph(i)
		if wrapped(s, units[i:j], width) {
			out = append(out, joined(units[i:j]))
		} else {
			out = appendRuns(out, s, units[i:j], width)
		}
		i = j
	}
	return out
}

func joined(lines []unit) unit {
	u := lines[0]
	u.end = lines[len(lines)-1].end
	return u
}

// appendRuns appends the lines of a paragraph that is not broken at a fixed width as a
// whole, those that are joined: a question in a line of its own, and its answer.
func appendRuns(out []unit, s string, lines []unit, width int) []unit {
	for i := 0; i < len(lines); {
		j := i + 1
		for width > 0 && j < len(lines) && fills(s, lines[j-1], lines[j], width) && !isItem(s, lines[j]) {
			j++
		}
		if wrapped(s, lines[i:j], width) {
			out = append(out, joined(lines[i:j]))
		} else {
			out = append(out, lines[i:j]...)
		}
		i = j
	}
	return out
}

// commonWidth is the width at which the lines of a text are broken whose paragraphs
// do not show it: most of the longer ones that end within a sentence fill it. 0 if there is none.
func commonWidth(s string, lines []unit) int {
	width := widest(s, lines)
	if width < leastWidth || width > mostWidth {
		return 0
	}
	full, open := 0, 0
	for i := range lines[:len(lines)-1] {
		text := s[lines[i].start:lines[i].end]
		if lines[i+1].para != lines[i].para || endsSentence(text) || utf8.RuneCountInString(text) < leastWidth {
			continue
		}
		open++
		if fills(s, lines[i], lines[i+1], width) {
			full++
		}
	}
	if full < 3 || full*5 < open*4 {
		return 0
	}
	return width
}

// fills reports whether the first word of the next line would not have fitted a line any
// more.
func fills(s string, l, next unit, width int) bool {
	word, _, _ := strings.Cut(s[next.start:next.end], " ")
	used := l.indent + utf8.RuneCountInString(s[l.start:l.end])
	return used >= leastWidth && used+1+utf8.RuneCountInString(word) > width
}

// isItem reports whether a line begins like an item of a list.
func isItem(s string, l unit) bool {
	n, _ := bulletLen(s[l.start:l.end])
	return n > 0
}

// Widths between which editors and mail programs break lines, in characters.
const (
	leastWidth = 34
	mostWidth  = 120
)

func widest(s string, lines []unit) int {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(s[l.start:l.end]))
	}
	return width
}

// wrapped reports whether the lines of a paragraph look broken at a fixed
// width: the first word of each next line would not have fitted any more, most
// lines end within a sentence, and none is an item of a list. Two lines show no
// width of their own: they take that of the text, or go on in lower case.
func wrapped(s string, lines []unit, known int) bool {
	if len(lines) < 2 || !endsSentence(s[lines[len(lines)-1].start:lines[len(lines)-1].end]) {
		return false
	}
	width := widest(s, lines)
	if len(lines) == 2 {
		if r, _ := utf8.DecodeRuneInString(s[lines[1].start:]); known == 0 && !unicode.IsLower(r) {
			return false
		}
		width = max(width, known)
	}
	if width < leastWidth || width > mostWidth {
		return false
	}
	open := 0
	for i, l := range lines {
		if i > 0 && isItem(s, l) {
			return false
		}
		if i+1 == len(lines) {
			break
		}
		if !fills(s, l, lines[i+1], width) {
			return false
		}
		if !endsSentence(s[l.start:l.end]) {
			open++
		}
	}
	return open*2 >= len(lines)-1
}

// measure fills in what the classification looks at.
func (u *unit) measure(s string) {
	u.text = s[u.start:u.end]
	u.runes = utf8.RuneCountInString(u.text)
	u.folded = fold(u.text)
	u.words = strings.Fields(u.folded)
	u.stop = endsSentence(vocab().withoutClosing(withoutAppended(u.text)))
	u.question = endsWith(u.text, "?؟!")
	var n int
	n, u.number = bulletLen(u.text)
	u.bullet = n > 0
	u.sentences = countSentences(u.text)
}

// found is what the unit says about a day; a short one, before what it says of a later change.
func (u *unit) found() found {
	if u.date == nil {
		line := u.text
		if u.runes <= 160 {
			line = vocab().beforeUpdate(line)
		}
		f := findDate(line, "")
		u.date = &f
	}
	return *u.date
}

// withoutAppended is a line without the addresses, the numbers of notes and the initials of
// reporters behind its last sentence: "… on Friday. https://…", "… on Friday.[3]", "… on
// Friday. (ÖK/EA)".
func withoutAppended(s string) string {
	for {
		s = strings.TrimRightFunc(s, isBlank)
		last := strings.TrimLeftFunc(s[max(strings.LastIndexFunc(s, isBlank), 0):], isBlank)
		if strings.HasPrefix(last, "http") || strings.HasPrefix(last, "www.") {
			s = s[:len(s)-len(last)]
			continue
		}
		if isInitials(last) {
			s = s[:len(s)-len(last)]
			continue
		}
		i := strings.LastIndexByte(s, '[')
		if i < 0 || len(s)-i > len("[999]") || !strings.HasSuffix(s, "]") || strings.Trim(s[i+1:len(s)-1], "0123456789") != "" {
			return s
		}
		s = s[:i]
	}
}

// isInitials reports whether a word is a few capital letters in brackets, as reporters
// and agencies sign.
func isInitials(word string) bool {
	inner, open := strings.CutPrefix(word, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	n := utf8.RuneCountInString(inner)
	return open && closed && n >= 2 && n <= 8 && strings.IndexFunc(inner, func(r rune) bool { return !unicode.IsUpper(r) && r != '/' }) < 0
}

// closers may stand after the sign that ends a sentence.
const closers = "\"'”“»«’‘)]}″]*"

func endsWith(s, signs string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return isBlank(r) || strings.ContainsRune(closers, r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return r != utf8.RuneError && strings.ContainsRune(signs, r)
}

// longestClosing is how long what stands behind the last sentence may be, in
// bytes.
const longestClosing = 60

// withoutClosing is a line without what an agency writes behind its last
// sentence: "(End)", "/نهاية الخبر/", "(النهاية) ح ع / م م".
func (v *markers) withoutClosing(s string) string {
	for end := len(s); ; {
		i := strings.LastIndexAny(s[:end], ".۔。؟?!")
		if i < 0 || len(s)-i > longestClosing {
			return s
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		if v.closing.prefix(fold(s[i+size:])) > 0 {
			return s[:i+size]
		}
		end = i
	}
}

// endsSentence reports whether a line ends like running text. Two dots or an
// ellipsis are a habit of headlines and appeals, and end nothing.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return isBlank(r) || strings.ContainsRune(closers, r) })
	if strings.HasSuffix(s, "..") {
		return false
	}
	return endsWith(s, ".۔。")
}

// countSentences counts the places where a sentence ends and another begins or
// the line ends.
func countSentences(s string) int {
	n := 0
	var before rune
	runes := []rune(s)
	for i, r := range runes {
		last := i+1 == len(runes)
		if strings.ContainsRune(".۔؟?!", r) && unicode.IsLetter(before) && (last || unicode.IsSpace(runes[i+1]) || strings.ContainsRune(closers, runes[i+1])) {
			n++
		}
		before = r
	}
	return n
}

// bulletLen returns the length of the bullet or number that begins an item of
// a list, and whether it is a number.
func bulletLen(s string) (n int, number bool) {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•●▪■◆◦‣⁃–—*·-»›▸►○", r) && size < len(s) {
		next, _ := utf8.DecodeRuneInString(s[size:])
		if unicode.IsSpace(next) {
			return size, false
		}
	}
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if _, ok := digit(r); !ok {
			break
		}
		i += size
	}
	if i > 0 && i < 6 && i+1 < len(s) && strings.ContainsRune(".)-", rune(s[i])) {
		next, _ := utf8.DecodeRuneInString(s[i+1:])
		if unicode.IsSpace(next) {
			return i + 1, true
		}
	}
	return 0, false
}
