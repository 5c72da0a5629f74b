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
