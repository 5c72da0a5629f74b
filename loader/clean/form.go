package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A form is what a line is by its own words and form, before its neighbours
// are looked at.
type form uint8

const (
	plain     form = iota
	notice         // furniture
	relatedTo      // heads a list of other articles
	ending         // heads what only follows a story
	dated          // nothing but place, date, time or byline
	published      // says when the page was published
	pictured       // a caption
	cells          // a row of short entries: a menu, or inside a story a table
	bidding        // begins like a notice to readers, but is a sentence
)

// formOf tells what a line is by its words and form.
func formOf(u *unit) form {
	v := vocab()
	switch {
	case len(u.words) == 0:
		return notice
	case u.hint == furniture:
		return notice
	case u.runes > 300:
		return plain
	case v.labelled(u, v.published) || v.labelled(u, v.updated) || v.closes(u):
		return published
	case v.related.whole(u.folded) && !u.stop:
		return relatedTo
	case v.ends.whole(u.folded) && !u.stop:
		return ending
	case v.headsOthers(u):
		return relatedTo
	case hasDateCell(u):
		return dated
	case v.inlineRelated(u):
		return notice
	case v.notice(u):
		if u.hint != furniture && u.stop && len(u.words) >= 5 && !v.contained(u.folded) && v.starts.prefix(u.folded) > 0 {
			return bidding
		}
		return notice
	case isMenu(u):
		if knownCells(u) {
			return notice
		}
		return cells
	case u.hint == captioned, v.isCaption(u):
		return pictured
	case v.isDated(u):
		return dated
	}
	return plain
}

// notice reports whether the words of a line are furniture.
func (v *markers) notice(u *unit) bool {
	if (u.runes < 160 || u.sentences < 4) && v.contained(u.folded) {
		return true
	}
	if strings.ContainsAny(u.text, "©℗") && u.runes < 160 || strings.HasPrefix(strings.ToLower(u.text), "(c) ") {
		return true
	}
	if u.runes > 160 {
		return false
	}
	switch {
	case strings.Contains(u.text, "(@") && !u.stop:
		return true // the signature of an embedded post
	case v.line.whole(u.folded), v.menu[u.folded]:
		return true
	case v.starts.prefix(u.folded) > 0 && !v.runningText(u):
		return true
	case v.labelled(u, v.tags), isHashtags(u.text):
		return true
	case v.labelled(u, v.ticker):
		return true
	case len(u.words) <= 5 && letterWords(u.words) == 0 && !u.found().some:
		return true // counters, sizes of type, lone signs
	}
	return false
}

// runningText reports whether a line that begins like furniture is long enough
// to be a sentence of the story all the same.
func (v *markers) runningText(u *unit) bool {
	return u.runes > 110 && u.stop || u.sentences > 2 || u.hint == paragraph && u.runes > 90 && u.stop
}

// labelled reports whether a line is one of the labels with a colon or a
// number after it, such as "Tags: Syria" or "نشر في 3 يوليو 2017".
func (v *markers) labelled(u *unit, labels phrases) bool {
	if u.runes > 160 {
		return false
	}
	label, rest, found := cutLabel(u.text)
	if found && labels[fold(label)] && strings.TrimSpace(rest) != "" {
		return true
	}
	n := labels.prefix(u.folded)
	if n == 0 || n == len(u.folded) {
		return false
	}
	f := findDate(u.folded[n:], "")
	return f.some && len(f.words) <= 4
}

// closes reports whether a line is that by which an agency ends its report, with its date:
// "(انتهى) م.ط/ح.ب – 02/11/2020 11:20".
func (v *markers) closes(u *unit) bool {
	end := strings.IndexByte(u.text, ')')
	return end > 1 && u.text[0] == '(' && u.runes <= 80 && v.closing.whole(fold(u.text[1:end])) && findDate(u.text[end+1:], "").day
}

// cutLabel cuts a line at its first colon or bar, if that comes early.
func cutLabel(s string) (label, rest string, found bool) {
	i := strings.IndexAny(s, ":|：")
	if i <= 0 || i > 80 {
		return s, "", false
	}
	rest = strings.TrimLeft(s[i:], ":|：")
	return s[:i], rest, true
}

// headsOthers reports whether a line begins like the heading of a list of
// other articles and goes on for a word or three: "Most viewed in World".
func (v *markers) headsOthers(u *unit) bool {
	if u.stop || u.question || u.bullet || u.runes > 40 || strings.ContainsAny(u.text, ":،,") {
		return false
	}
	for _, set := range []phrases{v.related, v.ends} {
		n := set.prefix(u.folded)
		if words := len(strings.Fields(u.folded[:n])); n > 0 && words > 1 && len(u.words) <= words+3 {
			return true
		}
	}
	return false
}

// inlineRelated reports whether a line is a pointer to one other article:
// "Read also: …".
func (v *markers) inlineRelated(u *unit) bool {
	label, rest, found := cutLabel(u.text)
	if !found || u.runes > 220 {
		return false
	}
	label = fold(label)
	if v.related[label] {
		return true
	}
	return v.ends[label] && u.runes < 120 && strings.TrimSpace(rest) != "" && !u.stop
}

// isMenu reports whether a line is a row of short entries: cells set apart by
// bars, dots or wide spaces.
func isMenu(u *unit) bool {
	cells := menuCells(u.text)
	if len(cells) < 2 || u.stop && u.runes > 80 {
		return false
	}
	words := 0
	for _, c := range cells {
		f := fold(c)
		n := len(strings.Fields(f))
		if n > 4 {
			return false
		}
		words += n
	}
	if d := u.found(); d.day && len(d.words) <= 6 {
		return false // "World desk | Monday 22 January 2024"
	}
	switch {
	case knownCells(u):
		return true
	case len(cells) >= 3:
		return words <= 3*len(cells)
	}
	return words <= 4 && u.runes < 30
}

// knownCells reports whether half of a row's entries are known from menus.
func knownCells(u *unit) bool {
	v := vocab()
	cells := menuCells(u.text)
	known := 0
	for _, c := range cells {
		if f := fold(c); v.menu[f] || v.line[f] || v.ends[f] {
			known++
		}
	}
	return known > 0 && known*2 >= len(cells)
}

// hasDateCell reports whether one cell of a line with bars is a whole date, as
// in "World desk | Monday 22 January 2024 | 4 min read", or the label of one with it,
// "By Jane Doe • Published on 22/01/2024 - 10:15".
func hasDateCell(u *unit) bool {
	if u.runes > 120 || !strings.ContainsAny(u.text, "|·•") {
		return false
	}
	v := vocab()
	for _, c := range menuCells(u.text) {
		if f := findDate(v.pastLabel(c), ""); f.iso != "" && len(f.words) == 0 {
			return true
		}
	}
	return false
}

// pastLabel is what a cell of a line says behind the label of a date.
func (v *markers) pastLabel(cell string) string {
	to := 0
	for i, r := range cell {
		_, size := utf8.DecodeRuneInString(cell[i:]) // less than a rune's length where the text is cut
		end := i + size
		if next, _ := utf8.DecodeRuneInString(cell[end:]); !unicode.IsLetter(r) || unicode.IsLetter(next) {
			continue
		}
		if label := fold(cell[:end]); v.published[label] || v.updated[label] {
			to = end
		}
	}
	return strings.TrimLeft(cell[to:], ": ")
}

// menuCells cuts a line at bars, middle dots, tabs and runs of spaces.
func menuCells(s string) []string {
	var cells []string
	from, spaces := 0, 0
	cut := func(to, next int) {
		if c := strings.TrimFunc(s[from:to], isBlank); c != "" {
			cells = append(cells, c)
		}
		from = next
	}
	for i, r := range s {
		switch {
		case strings.ContainsRune("|·•»›/\t\\☰", r) && (r != '/' || spaces > 0):
			cut(i, i+len(string(r)))
			spaces = 0
		case unicode.IsSpace(r):
			spaces++
			if spaces == 2 {
				cut(i, i)
			}
		case !isBlank(r):
			spaces = 0
		}
	}
	cut(len(s), len(s))
	return cells
}

func isHashtags(s string) bool {
	fields := strings.Fields(s)
	for _, f := range fields {
		if !strings.HasPrefix(f, "#") {
			return false
		}
	}
	return len(fields) > 0
}

// letterWords counts the words of more than one letter.
func letterWords(words []string) int {
	n := 0
	for _, w := range words {
		letters := 0
		for _, r := range w {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters > 1 {
			n++
		}
	}
	return n
}

// isCaption reports whether a line is worded like what stands under a picture:
// it begins like one, or ends with a credit.
func (v *markers) isCaption(u *unit) bool {
	if u.runes > 200 || u.bullet {
		return false
	}
	if n := v.caption.prefix(u.folded); n > 0 {
		if label, _, found := cutLabel(u.text); found && v.caption[fold(label)] {
			return true
		}
		return !u.stop && len(strings.Fields(u.folded[:n])) > 1 || !u.stop && len(u.words) <= 14
	}
	if v.creditLabel(u.text) {
		return true
	}
	if u.stop && !strings.HasSuffix(u.text, ")") {
		return false
	}
	return v.credit[credit(u.text)] && len(u.words) > 1
}

// creditLabel reports whether a line ends with a labelled credit, such as
// "The hotel. Photo: Agency".
func (v *markers) creditLabel(s string) bool {
	i := strings.LastIndexByte(s, ':')
	if i <= 0 || len(strings.Fields(s[i:])) > 6 {
		return false
	}
	words := strings.Fields(fold(s[:i]))
	n := len(words)
	return n > 1 && v.caption[words[n-1]] || n > 2 && v.caption[words[n-2]+" "+words[n-1]]
}

// credit returns, folded, what stands in brackets at the end of a line, or
// after its last dash.
func credit(s string) string {
	s = strings.TrimRight(s, " .")
	for _, pair := range []struct{ open, closing string }{{"(", ")"}, {"[", "]"}} {
		if strings.HasSuffix(s, pair.closing) {
			if i := strings.LastIndex(s, pair.open); i > 0 {
				return fold(s[i:])
			}
		}
	}
	for _, dash := range []string{" – ", " - ", " — ", " / ", " © ", "- "} {
		if i := strings.LastIndex(s, dash); i > 0 {
			return fold(s[i:])
		}
	}
	return ""
}

// isDated reports whether a line holds a date, a time or a byline and little
// besides.
func (v *markers) isDated(u *unit) bool {
	if u.runes > 120 || u.bullet {
		return false
	}
	if u.hint == bylined && u.runes < 100 {
		return true
	}
	f := u.found()
	switch {
	case f.some && len(f.words) == 0:
		return true
	case v.byline.prefix(u.folded) > 0 && len(u.words) <= 16 && (strings.HasPrefix(u.text, "(") || strings.Contains(u.text, ";")):
		return true // "(Reporting by A; editing by B)"
	case u.stop:
		return false
	case f.iso != "" && len(f.words) <= 12 && !u.question && !strings.Contains(u.text, ": "):
		return len(f.words) <= 5 || u.runes <= 110 && strings.ContainsAny(u.text, "–—-|(،,")
	case f.day && len(f.words) <= 3:
		return true
	case v.byline.prefix(u.folded) > 0 && len(u.words) <= 8 && !u.question:
		return true
	case len(u.words) <= 6 && slices.ContainsFunc(u.words, func(w string) bool { return v.reporter[w] }):
		return true
	}
	return len(u.words) <= 10 && !u.question && !strings.ContainsAny(u.text, ":،,") && slices.ContainsFunc(u.words, func(w string) bool { return v.own[w] })
}
