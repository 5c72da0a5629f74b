package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text finds the article in a plain text. The text is kept as it is; its
// blocks say what is what. What is known already wins over what the text says
// of itself.
func Text(s string, known Meta) Content {
	units := split(s)
	classify(units, known.Title, known.Source)
	c := Content{Text: s, Meta: known, Blocks: blocks(units)}
	if date, ok := Date(known.Published, known.Language); ok {
		c.Published = date
	}
	c.Meta = c.Meta.or(metaOf(units, known.Language))
	return c
}

func blocks(units []unit) []Block {
	out := make([]Block, len(units))
	for i, u := range units {
		out[i] = Block{u.start, u.end, u.kind}
	}
	return out
}

// metaOf reads what the lines of a page say about it: its headline, the day
// under the headline or beside a label, and the outlet in a copyright line or
// an appeal.
func metaOf(units []unit, language string) Meta {
	var m Meta
	v := vocab()
	begun, after := false, false // past the headline; past the beginning of the story
	var appeal string
	for i := range units {
		u := &units[i]
		switch {
		case u.kind == Title && m.Title == "":
			m.Title = strings.Join(strings.Fields(u.text), " ")
			begun = true
			continue
		case u.kind == Body:
			after = true
		}
		if m.Published == "" {
			m.Published = v.publishedIn(u, begun && !after, language)
		}
		if m.Source == "" && u.kind == Boilerplate {
			m.Source = v.owner(u)
			if appeal == "" {
				appeal = v.appealed(u)
			}
		}
	}
	if m.Source == "" {
		m.Source = appeal
	}
	return m
}

// publishedIn returns the date that a line gives for the page. A line without
// a label is believed only under the headline and if the date is all it says.
// What it says of a later change is passed over.
func (v *markers) publishedIn(u *unit, under bool, language string) string {
	if u.kind != Dateline && u.kind != Boilerplate || u.runes > 160 {
		return ""
	}
	line := v.beforeUpdate(u.text)
	if language == "" && strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		language = "und" // not English, in which alone the month may come first
	}
	if u.form == published && !v.labelled(u, v.updated) {
		if label, after, found := cutLabel(line); found && v.published[fold(label)] {
			line = after
		}
		date, _ := Date(line, language)
		return date
	}
	if !under || u.kind != Dateline {
		return ""
	}
	for _, cell := range append(menuCells(line), line) {
		if f := findDate(cell, language); f.iso != "" && len(f.words) == 0 {
			return f.iso
		}
	}
	return ""
}

// beforeUpdate is what a line says before the label of another date:
// "14:25 10.12.2019 (updated: 16:40 10.12.2019)".
func (v *markers) beforeUpdate(line string) string {
	for i, r := range line {
		if i > 0 && unicode.IsLetter(r) && !isLetterBefore(line, i) && v.updated.prefix(fold(line[i:])) > 0 {
			return line[:i]
		}
	}
	return line
}

// isLetterBefore tells whether a letter ends at byte i of a line.
func isLetterBefore(line string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(line[:i])
	return unicode.IsLetter(r)
}

// owner returns the outlet that a copyright line names.
func (v *markers) owner(u *unit) string {
	lower := strings.ToLower(u.text)
	if u.runes > 160 || !strings.ContainsAny(u.text, "©") && !strings.HasPrefix(lower, "(c)") && !strings.Contains(lower, "copyright") && !v.hasRights(u.folded) {
		return ""
	}
	before, after := "", u.text
	if i, n := copyrightSign(u.text); n > 0 {
		before, after = u.text[:i], u.text[i+n:]
	}
	for _, side := range []string{after, before} {
		for _, part := range strings.FieldsFunc(side, func(r rune) bool { return strings.ContainsRune("©|–—.,؛،:", r) }) {
			name := v.withoutRights(part)
			folded := fold(name)
			if n := len(strings.Fields(name)); n == 0 || n > 6 || v.starts.prefix(folded) > 0 || v.contained(folded) || v.menu[folded] || v.line[folded] {
				continue
			}
			return name
		}
	}
	return ""
}

// copyrightSign returns where the first copyright sign stands, and its length.
func copyrightSign(s string) (at, length int) {
	lower := strings.ToLower(s)
	for _, sign := range []string{"©", "(c)", "copyright"} {
		if i := strings.Index(lower, sign); i >= 0 && len(lower) == len(s) {
			return i, len(sign)
		}
	}
	return 0, 0
}

// contained reports whether a folded line holds a phrase of furniture.
func (v *markers) contained(folded string) bool {
	padded := " " + folded + " "
	for _, c := range v.contains {
		if strings.Contains(padded, c) {
			return true
		}
	}
	return false
}

func (v *markers) hasRights(folded string) bool {
	for _, r := range v.rights {
		if strings.Contains(r, " ") && strings.Contains(" "+folded+" ", " "+r+" ") {
			return true
		}
	}
	return false
}

// withoutRights removes the words of a copyright notice, the sign and the
// years around an outlet's name.
func (v *markers) withoutRights(s string) string {
	words := strings.Fields(strings.NewReplacer("(c)", " ", "(C)", " ", "&copy;", " ").Replace(s))
	for {
		n := len(words)
		words = v.trimRights(words)
		if len(words) == n {
			break
		}
	}
	name := strings.Trim(strings.Join(words, " "), " -–—.,|:؛،")
	if letterWords(strings.Fields(fold(name))) == 0 {
		return ""
	}
	return name
}

// trimRights takes one notice, number or sign off either end.
func (v *markers) trimRights(words []string) []string {
	if len(words) == 0 {
		return words
	}
	for n := len(words); n > 0; n-- {
		if v.isRights(fold(strings.Join(words[:n], " "))) {
			return words[n:]
		}
		if v.isRights(fold(strings.Join(words[len(words)-n:], " "))) {
			return words[:len(words)-n]
		}
	}
	return words
}

func (v *markers) isRights(folded string) bool {
	if strings.Trim(folded, "0123456789 ") == "" {
		return true
	}
	for _, r := range v.rights {
		if folded == r {
			return true
		}
	}
	return false
}

// appealed returns the outlet that a short appeal asks support for, such as
// "Support The Herald".
func (v *markers) appealed(u *unit) string {
	n := v.donate.prefix(u.folded)
	if n == 0 || u.stop || u.question {
		return ""
	}
	skip := len(strings.Fields(u.folded[:n]))
	words := strings.Fields(u.text)
	if len(words) != len(u.words) || len(words) <= skip || len(words) > skip+4 {
		return ""
	}
	for _, w := range u.words[skip:] {
		if v.common[w] || v.line[w] {
			return ""
		}
	}
	return strings.Trim(strings.Join(words[skip:], " "), " .:!")
}
