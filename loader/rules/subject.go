package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A football match in Astana has rounds, delegations and heads of delegation too, and a
// trade dispute has talks and mediators. Whether an article that seems to be about peace
// talks is, its words tell together: each word class, kind of mention and word of the lead
// that occurs speaks for it or against it, with a weight that is learnt like the others
// (weigh.go), from articles about talks and such as are about something else.

// onSubject is how likely an article must be to be about talks where it numbers a round, and
// unnumbered where it does not. Not to read one that is loses all that it says, so the first is
// lower than precision alone would have it; those that number none are as good as sure.
const (
	onSubject  = .65
	unnumbered = .75
)

// oftenEnough are how many times a word class or a kind of mention must occur for the
// signs that count it.
var oftenEnough = [...]struct {
	at    signPlace
	times int32
}{{signArticle, 1}, {signArticleTwice, 2}, {signArticleThrice, 3}, {signArticleFive, 5}, {signArticleEight, 8}}

// onTalks tells whether an article is likely to be about peace talks, by all that occurs in
// it. Without weights it takes it to be.
func (d *document) onTalks() bool {
	table := d.lang.weights
	if table == nil {
		return true
	}
	w := &d.weighing
	w.begin(d, table)
	sum := float32(0)
	w.turn++
	for _, s := range w.subjectSigns(len(d.text.Tokens)) {
		if r := table.row(s); r > 0 && w.counted[r] != w.turn {
			w.counted[r] = w.turn
			sum += table.rows[r][weighedSubject]
		}
	}
	likely := logistic(sum)
	if likely >= unnumbered || likely >= onSubject && d.main.number > 0 {
		return true
	}
	if d.trace != nil {
		d.trace.stop(fmt.Sprintf("its words are those of another subject (weighed at %.2f; against talks speak most: %s)", likely, w.against()))
	}
	return false
}

// against lists the signs that speak most against an article's being about talks.
func (w *weighing) against() string {
	of := func(s sign) float32 { return w.table.of(s, weighedSubject) }
	slices.SortStableFunc(w.signs, func(a, b sign) int { return cmp.Compare(of(a), of(b)) })
	var most []string
	for _, s := range slices.Compact(w.signs) {
		if len(most) == 3 || of(s) >= 0 {
			break
		}
		most = append(most, w.d.lang.signName(s))
	}
	return strings.Join(most, ", ")
}

// subjectSigns lists the signs by which it is weighed whether the article is about talks,
// as far as they stand before a token.
func (w *weighing) subjectSigns(end int) []sign {
	d := w.d
	w.signs = w.signs[:0]
	w.word(signAlways, "always")
	w.occurring = sized(w.occurring, d.lang.classes+int(kindCount))
	for k := range d.matches {
		f := &d.matches[k]
		c := int32(f.Class) - int32(d.lang.least)
		s := int(d.text.Tokens[f.From].Sentence)
		if f.From >= end {
			break
		}
		if f.Kind != lexicon.Class || c < 0 || int(c) >= d.lang.classes || d.lang.classNames[c] == "" || d.blocks[s] == "" {
			continue
		}
		if w.occurring[c]++; s <= d.leadEnd {
			w.class(signLead, c)
		}
	}
	for k := range d.mentions {
		for _, list := range d.mentions[k][:end] {
			w.occurring[d.lang.classes+k] += int32(len(list))
		}
	}
	for c, n := range w.occurring {
		for _, o := range oftenEnough {
			if n >= o.times {
				w.class(o.at, int32(c))
			}
		}
	}
	for i := range d.text.Tokens[:end] {
		t := &d.text.Tokens[i]
		if int(t.Sentence) > d.leadEnd {
			break
		}
		if t.Kind == text.Word && d.blocks[t.Sentence] != "" {
			w.word(signLead, t.Norm)
		}
	}
	if d.e.lexicon.Entry(lexicon.Process, d.main.process) != nil {
		w.word(signTalks, "known")
	}
	if d.main.number > 0 {
		w.word(signTalks, "numbered")
	}
	for i := range d.text.Tokens[:end] {
		if f := d.entryAt(i, lexicon.Party); f != nil && f.Label.Entry.Country != "" && f.Label.Entry.Type != "state" {
			w.word(signTalks, "movement")
		}
		if d.entryAt(i, lexicon.Person) != nil {
			w.word(signTalks, "person")
		}
	}
	return w.signs
}
