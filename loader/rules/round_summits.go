package rules

import (
	"slices"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// besideSummits is the process whose rounds a summit's article means where it counts
// rounds, and no summits: «الجولة الـ18» in one on the summit of the Astana guarantors
// is of the Astana talks. "" where the number is the summit's.
func (d *document) besideSummits(m *mention, main string) string {
	talks, ok := strings.CutSuffix(main, "-summit")
	if !ok || d.lang.cased || m.round.number == 0 || d.e.lexicon.Entry(lexicon.Process, talks) == nil {
		return ""
	}
	if !d.has(d.lang.common.unit, m.from, m.to) || d.has(d.lang.class["summit"], m.from, min(m.to+3, d.sentenceEnd(m.from))) {
		return ""
	}
	return talks
}

// trioMeets tells whether a meeting that is counted is one of three leaders, of whom
// its sentence or the one before speaks: «… لقاء الرؤساء الثلاثة. فهذا ثالث اجتماع لهم».
func (d *document) trioMeets(m *mention) bool {
	class, ok := d.lang.class["three-leaders"]
	if !ok || !d.has(d.lang.common.weakUnit, m.from, m.to) || !d.has(d.lang.class["of-theirs"], m.to, min(m.to+1, d.sentenceEnd(m.from))) && !d.possessed(m.from) {
		return false
	}
	s := int(d.text.Tokens[m.from].Sentence)
	return d.has(class, d.text.Sentences[max(s-1, 0)].From, m.from)
}

// countsSummit tells whether a round is a summit that no later number follows, so
// that "the first of its kind" counts it.
func (d *document) countsSummit(m *mention, found []*mention) bool {
	if d.lang.cased || !d.has(d.lang.class["summit"], m.from, m.to) || d.has(d.lang.class["counted-from"], m.to, min(m.to+4, d.sentenceEnd(m.from))) {
		return false
	}
	return !slices.ContainsFunc(found, func(o *mention) bool {
		return o.round.number > 1 && counted(o) && !d.has(d.lang.common.unit, o.from, o.to)
	})
}

// A cityOf is a city by which an earlier summit is called, and when that was.
type cityOf struct {
	round *round
	city  *lexicon.Match
	when  *mention
}

// earlierSummits marks the summits before the article's where they are called by
// their city and day: «وهي ثاني قمة ثلاثية بعد قمة سوتشي في 22 نوفمبر», «القمتان
// السابقتان عقدتا في سوتشي (نوفمبر) وأنقرة (أبريل)»; and the first one, where the series
// began: «الخامسة في سلسلة بدأت في سوتشي».
func (d *document) earlierSummits() {
	class, ok := d.lang.class["summit"]
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); !ok || d.lang.cased || p == nil || p.Type != "summit" || d.main.number < 2 {
		return
	}
	for i := range d.where(0, lexicon.Place) {
		before := i - 1
		if before < 1 {
			continue
		}
		if _, ok := d.classAt(before, class); ok && !d.several(before) && len(d.mentions[kindRound][before]) == 0 {
			before--
		}
		if len(d.mentions[kindRound][i]) > 0 {
			continue
		}
		if d.follows(before+1, d.lang.common.aside) || d.follows(before, d.lang.class["two-before"]) {
			d.markSummits(before+1, i)
		}
	}
	began := d.lang.class["series-began"]
	for i := range d.where(classBit(began)) {
		if to, ok := d.classAt(i, began); ok && len(d.mentions[kindRound][i]) == 0 && to < d.sentenceEnd(i) {
			d.addMention(&mention{kind: kindRound, from: i, to: i + 1, round: d.roundOf(d.main.process, 1, i)})
		}
	}
}

// markSummits marks the summit that is called by the city at token i, and those that
// a conjunction adds, as the last ones before the article's. The words for the first
// begin at token from.
func (d *document) markSummits(from, i int) {
	var cities []cityOf
	alone := from == i
	for c, ok := d.datedCity(i); ok; c, ok = d.datedCity(i) {
		cities = append(cities, c)
		if i = c.when.to; i < len(d.text.Tokens) && d.text.Tokens[i].Norm == ")" {
			i++
		}
		if i >= d.sentenceEnd(from) || !d.joined(i) {
			break
		}
	}
	if len(cities) == 0 || len(cities) >= d.main.number || alone && len(cities) < d.main.number-1 {
		return
	}
	for k, c := range cities {
		c.round = d.roundOf(d.main.process, d.main.number-len(cities)+k, c.city.From)
		start := c.city.From
		if k == 0 {
			start = from
		}
		d.addMention(&mention{kind: kindRound, from: start, to: c.city.To, round: c.round})
		d.cities = append(d.cities, c)
	}
}

// datedCity is the city at token i, with the day behind it, if that lies weeks, but
// no more than some thirteen months, before the article's own.
func (d *document) datedCity(i int) (cityOf, bool) {
	f := d.entryAt(i, lexicon.Place)
	if f == nil {
		return cityOf{}, false
	}
	day := d.likelyDay()
	for j := f.To; j < min(f.To+3, d.sentenceEnd(i)); j++ {
		for _, m := range d.mentions[kindDate][j] {
			when := d.dates[m.date]
			if len(when.Points) > 0 && when.Points[0].Year != 0 && !day.IsZero() && when.Points[0].Year < day.Year()-1 {
				return cityOf{}, false
			}
			return cityOf{city: f, when: m}, when.Past(day)
		}
	}
	return cityOf{}, false
}

// datedCities gives the summits that are called by their city and day both.
func (d *document) datedCities() {
	for _, c := range d.cities {
		resolved := d.solution.Resolved[c.when.date]
		base := fact{kind: "hold", round: c.round, date: resolved.Date, basis: resolved.Basis, rule: d.lang.name + ".summit-of-city", spans: [][2]int{{c.city.From, c.when.to}}, weight: 1,
			derived: "an earlier summit is called by its city and day"}
		d.give(&base)
		at := base
		at.kind, at.place, at.date, at.basis = "venue", c.city.Label.Entry.ID, edtf.Date{}, ""
		d.give(&at)
	}
}
