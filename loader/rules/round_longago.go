package rules

import (
	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// earlierTalks marks other talks, by the city or state where they were held and the time long
// ago, in sentences that name no round: "The previous negotiations, hosted by Kuwait, broke up
// in August 2016". What is said of them is not said of the article's own; of those of which the
// lexicon knows no more than one round it is told.
func (d *document) earlierTalks() {
	class, ok := d.lang.class["talks-cited"]
	if !ok || d.country == "" {
		return
	}
	day := d.likelyDay()
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] != "body" || d.roundIn(sentence) {
			continue
		}
		at, place, state := d.talksHeldIn(sentence, class)
		if at < 0 {
			continue
		}
		m := &mention{from: at, to: at + 1}
		if !d.longAgo(m, sentence.From, sentence.To, day) {
			continue
		}
		e := d.talksThen(place, state, d.pastYear(sentence))
		if e == nil || !d.metOnce(e) {
			d.formerTalks(at, at+1)
			continue
		}
		d.addMention(&mention{kind: kindRound, from: at, to: at + 1, round: d.roundOf(e.ID, 0, at)})
	}
}

// roundIn tells whether a sentence names a round.
func (d *document) roundIn(s text.Range) bool {
	for i := s.From; i < s.To; i++ {
		if len(d.mentions[kindRound][i]) > 0 {
			return true
		}
	}
	return false
}

// talksHeldIn is where a noun for talks stands near the beginning of a sentence that tells right
// behind it in which city, or of which state, other than those of the article's own talks, they
// were; -1 where none does.
func (d *document) talksHeldIn(s text.Range, class int) (at int, place, state string) {
	for i := s.From; i < min(s.From+6, s.To); i++ {
		to, ok := d.classAt(i, class)
		if !ok || to >= s.To {
			continue
		}
		for j := to; j < min(to+6, s.To); j++ {
			if f := d.entryAt(j, lexicon.Place); f != nil && (d.inPlace(j) || d.cityBefore(j)) {
				return d.unlessOwn(i, f.Label.Entry.ID, d.e.countryOf(f.Label.Entry.ID))
			}
			hosts := d.follows(j, d.lang.common.in) || d.has(d.lang.class["hosted"], max(to, j-3), min(j+3, s.To))
			if f := d.entryAt(j, lexicon.Party); f != nil && f.Label.Entry.Type == "state" && hosts {
				return d.unlessOwn(i, "", f.Label.Entry.ID)
			}
		}
	}
	return -1, "", ""
}

// unlessOwn gives back where talks were held, or -1 where the article's own meet there.
func (d *document) unlessOwn(at int, place, state string) (int, string, string) {
	for _, own := range d.ownCities() {
		if d.e.countryOf(own) == state {
			return -1, "", ""
		}
	}
	return at, place, state
}

// pastYear is the year of the first date in a sentence that gives one; zero where none does.
func (d *document) pastYear(s text.Range) edtf.Date {
	year := edtf.Date{}
	d.dayIn(s, func(m *dates.Mention) bool {
		for _, p := range m.Points {
			if p.Year != 0 {
				year = edtf.Of(p.Year, p.Month, 0)
				return true
			}
		}
		return false
	})
	return year
}

// talksThen is the only process on the article's conflict, other than its own, that met in a
// city or state at a time; nil where there is none, or several.
func (d *document) talksThen(place, state string, when edtf.Date) *lexicon.Entry {
	var found *lexicon.Entry
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		there := e.Place != "" && (place != "" && d.e.sameCity(e.Place, place) || place == "" && d.e.countryOf(e.Place) == state)
		if e.Country != d.country || e.ID == d.main.process || e.Type != "process" || !there || when.IsZero() || !aliveOn(e, when) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// metOnce tells whether talks met once, or within one year.
func (d *document) metOnce(e *lexicon.Entry) bool {
	w := window(e.Since, e.Until)
	return e.Single || e.Since != "" && e.Until != "" && w.Start().Year() == w.End().Year()
}
