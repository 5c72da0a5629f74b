package rules

import (
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// citedTalks marks other talks on the article's conflict that are named by their city
// alone: "an earlier attempt, at the Swiss village of Biel, ended", "a congress that
// Russia is convening in Sochi", "in Astana last week, at the fifth meeting there". What
// is said of them is not said of the article's own. Those that met once, that have a
// number or that are the first of theirs are rounds of which facts are told; which one
// of several others are, the article does not say.
func (d *document) citedTalks() {
	class, ok := d.lang.class["talks-cited"]
	if !ok || d.country == "" {
		return
	}
	own := d.ownCities()
	for i := range d.where(0, lexicon.Place) {
		f := d.entryAt(i, lexicon.Place)
		if f == nil || d.blocks[d.text.Tokens[i].Sentence] != "body" || !d.inPlace(i) && !d.cityBefore(i) && !d.whereBehind(i, f.To) {
			continue
		}
		if slices.ContainsFunc(own, func(id string) bool { return d.e.sameCity(id, f.Label.Entry.ID) }) {
			continue
		}
		at, number := d.citedAt(i, f.To, class)
		if at < 0 || d.roundBetween(at, f.To) {
			continue
		}
		if e := d.citedProcess(f.Label.Entry.ID); e != nil && !(e.Single && number > 1) {
			r := d.citedRound(e, number, at)
			d.addMention(&mention{kind: kindRound, from: at, to: max(at+1, f.To), round: r})
			d.byCity = append(d.byCity, earlierRound{round: r, place: &mention{kind: kindPlace, from: f.From, to: f.To, entry: f.Label.Entry}})
		}
	}
}

// tellCited gives other talks the city by which they are named for their venue.
func (d *document) tellCited() {
	for _, c := range d.byCity {
		at := c.place
		d.give(&fact{kind: "venue", round: c.round, place: at.entry.ID, rule: d.lang.name + ".venue-of-talks", spans: [][2]int{{at.from, at.to}}, weight: 2,
			modality: d.modality(at.from, at.to), derived: "other talks are called by their city"})
	}
}

// ownCities are the cities that are not those of other talks: where the article's process
// usually meets, where the text is filed from, and those of its first sentence.
func (d *document) ownCities() []string {
	var own []string
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p != nil {
		own = append(own, p.Place)
	}
	lead := d.leadEnds(1)
	if lead >= len(d.text.Sentences) {
		return own
	}
	for i := range d.where(0, lexicon.Place) {
		if f := d.entryAt(i, lexicon.Place); f != nil && (i == d.text.Sentences[lead].From || d.firstPlace(i, lead)) {
			own = append(own, f.Label.Entry.ID)
		}
	}
	return own
}

// firstPlace tells whether the city at token i is where the lead puts its news: it stands
// in no clause that tells of something before or to come.
func (d *document) firstPlace(i, lead int) bool {
	s := d.text.Sentences[lead]
	return i >= s.From && i < s.To && !d.has(d.lang.common.aside, d.clauseStart(i), i) && !d.has(d.lang.class["headed-for"], max(s.From, i-8), i)
}

// cityBefore tells whether words for a city stand between "in" and the name at token i:
// "at the Swiss village of Biel".
func (d *document) cityBefore(i int) bool {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; j >= max(from, i-6); j-- {
		if to, ok := d.classAt(j, d.lang.common.in); ok && d.has(d.lang.common.city, to, i) {
			return true
		}
	}
	return false
}

// citedAt is where the noun stands by which talks are named in a city, which stands between
// two tokens, and their number: before it, in its clause, or right behind it, with a word
// for "there". It is -1 where none does.
func (d *document) citedAt(from, to, class int) (at, number int) {
	s := d.text.Sentences[d.text.Tokens[from].Sentence]
	for i := from - 1; i >= max(d.pastDateline(s.From), from-9); i-- {
		if d.text.Tokens[i].Norm == ";" || d.text.Tokens[i].Norm == ":" {
			break
		}
		if _, ok := d.classAt(i, class); ok {
			return i, d.numberThere(to, s)
		}
	}
	n := d.numberThere(to, s)
	if n > 0 || d.whereBehind(from, to) || d.atTheSameTime(from, to, s, class) {
		return from, n
	}
	return -1, 0
}

// whereBehind tells whether a sentence begins with the city that stands between two tokens,
// and "where" follows: "Astana, where the three are to meet again, is …".
func (d *document) whereBehind(from, to int) bool {
	s := d.text.Sentences[d.text.Tokens[from].Sentence]
	if from != s.From || to+1 >= s.To || d.text.Tokens[to].Norm != "," || d.text.Tokens[from].Line {
		return false
	}
	_, where := d.classAt(to+1, d.lang.class["where"])
	return where && d.has(d.lang.class["come-together"], to, min(to+14, s.To))
}

// atTheSameTime tells whether a sentence begins with the city that stands between two
// tokens, and then says what goes on there meanwhile, with a noun for talks: "In Geneva,
// meanwhile, a session on the constitution was put off".
func (d *document) atTheSameTime(from, to int, s text.Range, class int) bool {
	return from <= s.From+1 && d.has(d.lang.class["meanwhile"], to, min(to+3, s.To)) && d.has(class, to, min(to+10, s.To))
}

// numberThere is the number that a sentence gives talks behind their city, which ends at a
// token: "in Astana, the third there", "at the fifth meeting there"; 0 where it gives none.
func (d *document) numberThere(to int, s text.Range) int {
	there, ok := d.lang.class["counted-there"]
	for i := to; ok && i < min(to+9, s.To); i++ {
		n, next := d.ordinal(i, s.To)
		if n == 0 || n > maxRound || d.dateAt(i) {
			continue
		}
		if noun, unit := d.unitAt(next); unit {
			next = noun
		}
		if _, here := d.classAt(next, there); here && next < s.To {
			return n
		}
	}
	return 0
}

// roundBetween tells whether a round is named between two tokens.
func (d *document) roundBetween(from, to int) bool {
	for i := max(from-6, d.text.Sentences[d.text.Tokens[from].Sentence].From); i < to; i++ {
		for _, m := range d.mentions[kindRound][i] {
			if m.to > from {
				return true
			}
		}
	}
	return false
}

// citedProcess is the only process on the article's conflict, other than its own, that
// usually meets in a city and did in those years; nil where there is none, or several.
func (d *document) citedProcess(city string) *lexicon.Entry {
	var found *lexicon.Entry
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country != d.country || e.ID == d.main.process || e.Type == "summit" || !d.e.sameCity(e.Place, city) || !d.aboutThen(e) {
			continue
		}
		if found != nil && found.ID != found.Place && e.ID != e.Place {
			return nil
		}
		if found == nil || e.ID == e.Place {
			found = e
		}
	}
	return found
}

// aboutThen tells whether a process met within a year of the article's day.
func (d *document) aboutThen(e *lexicon.Entry) bool {
	day := d.likelyDay()
	if day.IsZero() || e.Since == "" {
		return true
	}
	met := window(e.Since, e.Until)
	return met.Start().Year() <= day.Year()+1 && (e.Until == "" || met.End().Year() >= day.Year()-1)
}

// citedRound is the round of other talks that are named by their city, one of which
// nothing is told where it is not known which.
func (d *document) citedRound(e *lexicon.Entry, number, at int) *round {
	if number > 0 || e.Single || d.justBegun(e) {
		return d.roundOf(e.ID, number, at)
	}
	if d.former == nil {
		d.former = &round{process: d.main.process, first: at}
	}
	return d.former
}

// justBegun tells whether a process began within two months of the article's day, so that
// its talks are the first of theirs.
func (d *document) justBegun(e *lexicon.Entry) bool {
	day := d.likelyDay()
	if e.Since == "" || day.IsZero() {
		return false
	}
	const months = 12
	since := window(e.Since, e.Until).Start()
	apart := (since.Year()-day.Year())*months + since.Month() - day.Month()
	return since.Month() != 0 && apart > -2 && apart < 2
}
