package loader

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"peacetalks/loader/rules"
)

// Marks are what is written before and behind words that count.
type Marks struct{ Open, Close string }

// Brackets mark words where there is no colour.
var Brackets = Marks{"[[", "]]"}

// shown is how many of the rules that came close are written.
const shown = 8

// WriteText writes an explanation for readers. Words from right to left stand
// on lines of their own.
func (x Explained) WriteText(w io.Writer, m Marks) error {
	t := &explainWriter{marks: m}
	t.head(&x)
	for k := range x.Asked {
		t.sentence(&x.Asked[k])
	}
	if len(x.Asked) > 0 && len(x.Facts) > 0 {
		t.line(0, "Why these facts are there:")
		t.line(0, "")
	}
	var before *rules.Reason
	for k := range x.Facts {
		t.reason(&x.Facts[k], before)
		before = &x.Facts[k]
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

type explainWriter struct {
	b     strings.Builder
	marks Marks
}

func (t *explainWriter) line(indent int, format string, args ...any) {
	fmt.Fprintf(&t.b, "%*s"+format+"\n", append([]any{indent, ""}, args...)...)
}

// said writes words about a quotation, and the quotation behind them or, where
// it runs from right to left, below them.
func (t *explainWriter) said(indent int, words, quote string) {
	words, quote = inert(words), inert(quote)
	switch {
	case quote == "":
		t.line(indent, "%s", words)
	case rightToLeft(quote):
		t.line(indent, "%s:", words)
		t.line(indent+4, "%s", oneLine(quote))
	default:
		t.line(indent, "%s: \"%s\"", words, oneLine(quote))
	}
}

// inert is a text of an article without what a terminal would obey: control
// characters, and those that turn the direction of what follows.
func inert(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || !unicode.In(r, unicode.Cc, unicode.Bidi_Control) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// rightToLeft tells whether a text has words from right to left.
func rightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) })
}

func (t *explainWriter) head(x *Explained) {
	t.line(0, "== %s", inert(x.File))
	day := cmp.Or(x.Published, "not known")
	if x.Basis != "" {
		day += ": " + x.Basis
	}
	t.line(0, "Language %s, %d sentences. The article's day is %s.", x.Language, x.Sentences, day)
	if x.Round != nil {
		t.said(0, "It is about "+x.Round.What+" - "+x.Round.By, x.Round.Quote)
	}
	if x.Nothing != "" {
		t.line(0, "No facts: %s.", x.Nothing)
	}
	t.line(0, "")
}

// passage writes a sentence with the words that count marked.
func (t *explainWriter) passage(p *rules.Passage) {
	var b strings.Builder
	at := 0
	for _, m := range p.Marks {
		b.WriteString(inert(p.Text[at:m[0]]) + t.marks.Open + inert(p.Text[m[0]:m[1]]) + t.marks.Close)
		at = m[1]
	}
	b.WriteString(inert(p.Text[at:]))
	t.line(2, "sentence %d:", p.Sentence)
	t.line(4, "%s", oneLine(b.String()))
}

func (t *explainWriter) clues(indent int, clues []rules.Clue) {
	for _, c := range clues {
		words := c.What
		if c.By != "" {
			words += " - " + c.By
		}
		t.said(indent, words, c.Quote)
	}
}

func (t *explainWriter) reason(r, before *rules.Reason) {
	t.line(0, "%s", strings.Join(r.Fact, " "))
	if p := &r.Passage; before != nil && p.Sentence == before.Passage.Sentence && slices.Equal(p.Marks, before.Passage.Marks) {
		t.line(2, "sentence %d: the same words", p.Sentence)
	} else {
		t.passage(p)
	}
	for k := range r.Others {
		t.passage(&r.Others[k])
	}
	words := "rule " + r.Rule
	if r.Description != "" {
		words += " - " + r.Description
	}
	t.line(2, "%s", words)
	if r.Derived != "" {
		t.line(2, "derived - %s", r.Derived)
	}
	t.clues(2, r.Clues)
	if r.Citing != "" {
		t.said(2, "on the word of", r.Citing)
	}
	t.line(0, "")
}

func (t *explainWriter) sentence(s *rules.Sentence) {
	t.passage(&s.Passage)
	where := "It stands in the " + s.Block + "."
	if s.Block == "" {
		where = "It stands in a part of the page that is not read."
	}
	if s.Round != "" {
		where += " It is about " + s.Round + "."
	}
	t.line(2, "%s", where)
	if s.Nothing != "" {
		t.line(2, "Nothing comes out of it. %s", s.Nothing)
	}
	t.heading("Named in it", len(s.Mentions))
	t.clues(4, s.Mentions)
	t.heading("Words of classes", len(s.Words))
	for _, w := range s.Words {
		t.said(4, strings.Join(w.Classes, ", "), w.Quote)
	}
	t.heading("Rules that fit", len(s.Matched))
	for _, m := range s.Matched {
		t.matched(&m)
	}
	t.heading("Facts that follow from the article as a whole", len(s.Derived))
	for _, g := range s.Derived {
		t.given(4, &g)
	}
	t.heading("Rules that fit, but may not count", len(s.Stopped))
	for _, r := range s.Stopped {
		t.said(4, r.Rule+" - "+r.Description, r.Quote)
		t.said(6, r.Why, r.Word)
	}
	t.heading("Rules that come close", len(s.Nearly))
	for _, n := range s.Nearly[:min(shown, len(s.Nearly))] {
		t.nearly(&n)
	}
	if more := len(s.Nearly) - shown; more > 0 {
		t.line(4, "and %d that come less close; --json lists them", more)
	}
	t.line(0, "")
}

func (t *explainWriter) heading(words string, n int) {
	if n > 0 {
		t.line(2, "%s:", words)
	}
}

func (t *explainWriter) matched(m *rules.Matched) {
	t.said(4, m.Rule+" - "+m.Description, m.Quote)
	t.clues(6, m.Took)
	for _, g := range m.Gave {
		t.given(6, &g)
	}
	for _, why := range m.Refused {
		t.line(6, "gives nothing, or less: %s", why)
	}
}

func (t *explainWriter) given(indent int, g *rules.Given) {
	words := "gives " + strings.Join(g.Fact, " ") + " " + string(g.Modality)
	for _, more := range slices.DeleteFunc([]string{g.Rule, g.Note}, func(s string) bool { return s == "" }) {
		words += " - " + more
	}
	if g.Dropped != "" {
		words += " - taken back: " + g.Dropped
	}
	t.line(indent, "%s", words)
}

func (t *explainWriter) nearly(n *rules.NearMiss) {
	t.line(4, "%s - %s", n.Rule, n.Description)
	t.said(6, "pattern", n.Pattern)
	t.said(6, fmt.Sprintf("%d of %d parts fit", n.Met, n.Of), n.Quote)
	t.said(6, "stops at", n.Failed)
	if n.Stands == "" {
		t.line(6, "the sentence ends there")
	} else {
		t.said(6, "there stands", n.Stands)
	}
	if n.Why != "" {
		t.line(6, "%s", n.Why)
	}
}
