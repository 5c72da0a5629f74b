package rules

import (
	"strings"
	"unicode/utf8"

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
	l.add(graph.MakeID("person", f.person.id), graph.PredTitle, graph.Object{Text: words, Language: l.d.lang.name}, &t)
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
		if f.Clitics&lexicon.Conjunction != 0 {
			words = unprefixed(words, "وف")
		}
		if f.Clitics&lexicon.Preposition != 0 {
			if rest, ok := strings.CutPrefix(words, "لل"); ok {
				words = "ال" + rest
			} else {
				words = unprefixed(words, "بلك")
			}
		}
	}
	if r[1] == r[0]+1 && (strings.HasSuffix(words, "ه") || strings.HasSuffix(words, "ها") || strings.HasSuffix(words, "هم")) {
		return r, ""
	}
	return r, words
}

// unprefixed is a word without its first letter, where that is one of some.
func unprefixed(word, letters string) string {
	if r, n := utf8.DecodeRuneInString(word); strings.ContainsRune(letters, r) {
		return word[n:]
	}
	return word
}

// singular is a title of several people, "the deputy foreign ministers of Russia
// and Iran", as one says it of one of them.
func (d *document) singular(r [2]int) string {
	words := d.text.Quote(r[0], r[1])
	if d.lang.name != "en" {
		return words
	}
	from := d.text.Tokens[r[0]].Start
	for i := r[0]; i < r[1]; i++ {
		f := d.entryAt(i, lexicon.TitleHead)
		t := &d.text.Tokens[i]
		if f == nil || f.To != i+1 || len(t.Norm) < 5 || !strings.HasSuffix(t.Norm, "s") || strings.HasSuffix(t.Norm, "ss") {
			continue
		}
		end := t.End - from
		return words[:end-len("s")] + words[end:]
	}
	return words
}

// noTitle tells whether the Arabic word at token i, which may be an office, is
// none here: "as head" (رئيساً), a team with those whose it is, the verb of
// «قاده».
func (d *document) noTitle(i, to int) bool {
	if d.lang.name != "ar" {
		return false
	}
	quote := d.text.Quote(i, i+1)
	if strings.ContainsRune(quote, 'ً') {
		return true
	}
	if _, ok := d.classAt(i, d.lang.class["lead-noun"]); ok && strings.HasSuffix(quote, "ه") {
		return true
	}
	if _, team := d.classAt(i, d.lang.common.delegation); !team || to >= d.sentenceEnd(i) {
		return false
	}
	_, of := d.classAt(to, d.lang.common.of)
	return of || d.modifier(to) != nil
}
