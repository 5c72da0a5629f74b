package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// An earlierRound is a round before the article's own that is told by its place and day.
type earlierRound struct {
	round       *round
	place, date *mention
}

// listSeries reads a sentence that lists all rounds before the article's own by
// their places and days, "The earlier summits took place in Sochi in November 2017
// and in Ankara in April this year" in an article on the third.
func (d *document) listSeries() {
	if !d.lang.cased || d.main.number < 3 {
		return
	}
	for i := range d.where(classBit(d.lang.class["several"])) {
		if !d.several(i) || d.blocks[d.text.Tokens[i].Sentence] != "body" || !d.ofMain(i) {
			continue
		}
		list := d.placesAndDays(i+1, d.sentenceEnd(i))
		if len(list) != d.main.number-1 {
			continue
		}
		for k := range list {
			l := &list[k]
			l.round = d.roundOf(d.main.process, k+1, l.date.from)
			d.addMention(&mention{kind: kindRound, from: l.date.from, to: l.date.to, round: l.round, relative: true})
		}
		d.series = list
		return
	}
}

// ofMain tells whether the plural noun at token i is one for rounds such as the
// article's own: summits where that is one.
func (d *document) ofMain(i int) bool {
	_, summits := d.classAt(i, d.lang.class["summit"])
	return summits == d.isSummit(d.main)
}

// placesAndDays are the places between two tokens, each with the date that follows
// it, or the place before where only days are listed: "in Pyongyang, in June 2000
// and October 2007".
func (d *document) placesAndDays(from, to int) []earlierRound {
	var list []earlierRound
	var place *mention
	for i := from; i < to; i++ {
		if f := d.entryAt(i, lexicon.Place); f != nil {
			place = &mention{kind: kindPlace, from: f.From, to: f.To, entry: f.Label.Entry}
		}
		for _, m := range d.mentions[kindDate][i] {
			if place == nil || d.dates[m.date].Ahead(d.likelyDay()) {
				return nil
			}
			list = append(list, earlierRound{place: place, date: m})
			i = m.to - 1
			break
		}
	}
	return list
}

// tellSeries gives the rounds that listSeries found their days and places, and takes
// back what rules read in their sentence.
func (d *document) tellSeries() {
	if len(d.series) > 0 {
		sentence := d.text.Tokens[d.series[0].date.from].Sentence
		d.drop("the sentence lists rounds by place and day", func(f *fact) bool {
			return len(f.spans) > 0 && d.toldIn(f) == sentence && slices.Contains([]string{"hold", "start", "end", "venue", "host"}, f.kind)
		})
	}
	for _, l := range d.series {
		resolved := d.solution.Resolved[l.date.date]
		if resolved.Date.IsZero() {
			continue
		}
		f := fact{kind: "hold", round: l.round, date: resolved.Date, basis: resolved.Basis, rule: d.lang.name + ".listed", modality: graph.Happened,
			spans: [][2]int{{l.date.from, l.date.to}}, weight: 1, derived: "the rounds before the article's own, listed in their order"}
		d.give(&f)
		at := f
		at.kind, at.spans = "venue", [][2]int{{l.place.from, l.place.to}}
		at.date, at.basis = edtf.Date{}, ""
		d.makeVenue(at, l.place)
	}
}

// earlierSummits marks the summits before the article's where they are called by
// their city and day: «وهي ثاني قمة ثلاثية بعد قمة سوتشي في 22 نوفمبر», «القمتان
// السابقتان عقدتا في سوتشي (نوفمبر) وأنقرة (أبريل)»; and the first one, where the series
// began: «الخامسة في سلسلة بدأت في سوتشي».
func (d *document) earlierSummits() {
	class, ok := d.lang.class["summit"]
	if !ok || d.lang.cased || !d.isSummit(d.main) || d.main.number < 2 {
		return
	}
	for i := range d.where(0, lexicon.Place) {
		before := i - 1
		if before < 1 || len(d.mentions[kindRound][i]) > 0 {
			continue
		}
		if _, ok := d.classAt(before, class); ok && !d.several(before) && len(d.mentions[kindRound][before]) == 0 {
			before--
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
	var cities []earlierRound
	alone := from == i
	for c, ok := d.datedCity(i); ok; c, ok = d.datedCity(i) {
		cities = append(cities, c)
		if i = c.date.to; i < len(d.text.Tokens) && d.text.Tokens[i].Norm == ")" {
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
		c.round = d.roundOf(d.main.process, d.main.number-len(cities)+k, c.place.from)
		start := c.place.from
		if k == 0 {
			start = from
		}
		d.addMention(&mention{kind: kindRound, from: start, to: c.place.to, round: c.round})
		d.cities = append(d.cities, c)
	}
}

// datedCity is the city at token i, with the day behind it, if that lies weeks, but
// no more than some thirteen months, before the article's own.
func (d *document) datedCity(i int) (earlierRound, bool) {
	f := d.entryAt(i, lexicon.Place)
	if f == nil {
		return earlierRound{}, false
	}
	day, end := d.likelyDay(), min(f.To+3, d.sentenceEnd(i))
	j := f.To
	for j < end && len(d.mentions[kindDate][j]) == 0 {
		j++
	}
	if j == end {
		return earlierRound{}, false
	}
	m := d.mentions[kindDate][j][0]
	when := d.dates[m.date]
	if len(when.Points) > 0 && when.Points[0].Year != 0 && !day.IsZero() && when.Points[0].Year < day.Year()-1 {
		return earlierRound{}, false
	}
	city := &mention{kind: kindPlace, from: f.From, to: f.To, entry: f.Label.Entry}
	return earlierRound{place: city, date: m}, when.Past(day) || len(when.Points) == 1 && when.Points[0].Year == 0 && when.Points[0].Month != 0
}

// datedCities gives the summits that are called by their city and day both.
func (d *document) datedCities() {
	for _, c := range d.cities {
		resolved := d.solution.Resolved[c.date.date]
		base := fact{kind: "start", round: c.round, date: resolved.Date.Start(), basis: resolved.Basis, rule: d.lang.name + ".summit-of-city", spans: [][2]int{{c.place.from, c.date.to}}, weight: 3,
			derived: "an earlier summit is called by its city and day"}
		d.give(&base)
		at := base
		at.kind, at.place, at.date, at.basis = "venue", c.place.entry.ID, edtf.Date{}, ""
		d.give(&at)
	}
}
