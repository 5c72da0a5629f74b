package rules

import (
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// title records under which title the article names the person of a fact.
func (l *ledger) title(f *fact) {
	t := *f
	span, words := l.d.titleWords(f.title)
	if words == "" {
		return
	}
	t.spans = l.d.span(span)
	if t.lead = strings.Index(l.d.text.Quote(span[0], span[1]), words); t.lead < 0 {
		t.lead = 0 // the words stand in another form there
	}
	l.add(l.id("person:", f.person.id), graph.PredTitle, graph.Object{Text: words, Language: l.d.lang.name}, &t)
}

// titleWords is a title as one says it of one person by itself, and where it
// stands: whole in its quotation marks, without the proclitic that joins it to
// what stands before, «ونائب وزير», and without a second office of which only
// the noun was taken, «مستشار الرئيس ورئيس (وفده)». It is empty where the title
// means nothing by itself: «نائبته».
func (d *document) titleWords(r [2]int) ([2]int, string) {
	if d.lang.cased {
		return r, d.singular(r)
	}
	if last := r[1] - 1; last > r[0] && d.joined(last) {
		if f := d.entryAt(last, lexicon.TitleHead); f != nil && f.To == r[1] {
			r[1] = last
		}
	}
	marks := 0
	for i := r[0]; i < r[1]; i++ {
		if d.text.Tokens[i].Norm == "\"" {
			marks++
		}
	}
	if marks%2 == 1 && r[1] < len(d.text.Tokens) && d.text.Tokens[r[1]].Norm == "\"" {
		r[1]++
	}
	words := d.text.Quote(r[0], r[1])
	if f := d.entryAt(r[0], lexicon.TitleHead); f != nil {
		words = unprefixed(words, f.Clitics)
	}
	if to, ok := d.classAt(r[0], d.lang.class["own-title"]); ok && to == r[1] {
		return r, ""
	}
	return r, words
}

// singular is a title of several people, "the deputy foreign ministers of Russia
// and Iran", as one says it of one of them. Languages without "plurals" leave it
// as it stands.
func (d *document) singular(r [2]int) string {
	words := d.text.Quote(r[0], r[1])
	from := d.text.Tokens[r[0]].Start
	for i := r[0]; i < r[1]; i++ {
		f := d.entryAt(i, lexicon.TitleHead)
		t := &d.text.Tokens[i]
		if f == nil || f.To != i+1 || len(t.Norm) < 5 {
			continue
		}
		for _, s := range d.lang.plurals {
			if stem, ok := strings.CutSuffix(t.Norm, s); ok && !strings.HasSuffix(stem, s) {
				end := t.End - from
				return words[:end-len(s)] + words[end:]
			}
		}
	}
	return words
}

// noTitle tells whether the Arabic word at token i, which may be an office, is
// none here: "as head" (رئيساً), a team with those whose it is, the verb of
// «قاده».
func (d *document) noTitle(i, to int) bool {
	if d.lang.cased {
		return false
	}
	quote := d.text.Quote(i, i+1)
	if indefinite(quote) {
		return true
	}
	if _, ok := d.classAt(i, d.lang.common.leadNoun); ok && hasPronoun(quote) {
		return true
	}
	if _, team := d.classAt(i, d.lang.common.delegation); !team || to >= d.sentenceEnd(i) {
		return false
	}
	_, of := d.classAt(to, d.lang.common.of)
	return of || d.modifier(to) != nil
}
