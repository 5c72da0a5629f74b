package rules

import (
	"cmp"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// toldHere tells whether "here", between two tokens, stands behind a verb that tells where
// talks are, "the first round opened here", and no place is named behind it.
func (d *document) toldHere(i, to int) bool {
	c := d.lang.class
	return !d.has(d.lang.common.in, to, min(to+1, d.sentenceEnd(i))) &&
		(d.follows(i, c["held"]) || d.follows(i, c["begin"]) || d.follows(i, c["end"]))
}

// findVenues marks the places where something is: "in the Kazakh capital,
// Astana"; «بالعاصمة الكازاخستانية أستانا»; "Cenevre'de". The mention keeps
// the state that the phrase names.
func (d *document) findVenues() {
	for i := range d.where(classBit(d.lang.common.in)|classBit(d.lang.common.capital)|classBit(d.lang.common.city)|classBit(d.lang.common.same)|classBit(d.lang.common.there)|classBit(d.lang.common.thatPlace)|classBit(d.lang.class["here"]), lexicon.Place) {
		if d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		if at, ok := d.locative(i); ok {
			if m := d.placePhrase(i, at); m != nil {
				d.addMention(m)
			}
		}
		if to, ok := d.classAt(i, d.lang.common.there); ok && (d.lang.cased || d.heldHere(i, to)) {
			d.addMention(&mention{kind: kindVenue, from: i, to: to, sameCity: true}) // «там же»
		}
		if to, ok := d.classAt(i, d.lang.class["here"]); ok && d.toldHere(i, to) {
			d.addMention(&mention{kind: kindVenue, from: i, to: to, sameCity: true, here: true}) // "The first round opened here", not "here in Vienna"
		}
		if to, ok := d.classAt(i, d.lang.common.thatPlace); ok {
			if e := d.placeBefore(i); e != nil {
				d.addMention(&mention{kind: kindVenue, from: i, to: to, entry: e})
			}
		}
		_, capital := d.classAt(i, d.lang.common.capital)
		if _, city := d.classAt(i, d.lang.common.city); capital || city && !d.lang.cased {
			if m := d.placePhrase(i, i); m != nil {
				m.kind = kindPlace
				d.addMention(m)
			}
			if from, list := d.modifiersBefore(i); d.lang.before && len(list) == 1 {
				if m := d.placePhrase(from, from); m != nil {
					m.kind = kindPlace // "the Kazakh capital"
					d.addMention(m)
					if _, in := d.classAt(i, d.lang.class["capital-in"]); in {
						v := *m
						v.kind = kindVenue // "Kazakistan'ın başkentinde"
						d.addMention(&v)
					}
				}
			}
		}
		if f := d.entryAt(i, lexicon.Place); f != nil {
			place := &mention{kind: kindPlace, from: f.From, to: f.To, entry: f.Label.Entry}
			if p := d.modifier(f.To); p != nil && !d.lang.cased && len(p.parties) == 1 && p.parties[0].id == f.Label.Entry.Country {
				place.to, place.parties = p.to, p.parties // «استضافت سوتشي الروسية»
			}
			d.addMention(place)
			if to, ok := d.locativeEnd(f.To); ok {
				m := &mention{kind: kindVenue, from: i, to: to, entry: f.Label.Entry}
				if from, list := d.modifiersBefore(i); len(list) == 1 {
					m.from, m.parties = from, list
				} else if n := len(list); n > 1 && !d.lang.after && list[n-1].id == f.Label.Entry.Country {
					m.from, m.parties = list[n-1].from, list[n-1:] // "ordu ile HDK, Suudi Arabistan'ın Cidde kentinde"
				} else if state := d.namesState(i, f); state != nil && d.lang.before && !d.lang.after {
					m.parties = []*party{state}
				}
				d.addMention(m)
			}
		}
	}
}

// placeBefore is the place that the sentence of token i, or the one before,
// names last before it, but for a capital that acts for its state.
func (d *document) placeBefore(i int) *lexicon.Entry {
	from := d.text.Sentences[max(int(d.text.Tokens[i].Sentence)-1, 0)].From
	for j := i - 1; j >= from; j-- {
		if d.lang.cased && d.namesTalks(j) {
			continue // "the third summit of the Astana process, which is to be held there"
		}
		if f := d.entryAt(j, lexicon.Place); f != nil && !d.inRound[j] && (d.inPlace(j) || !d.actsAsState(j) && (d.follows(j, d.lang.common.of) || !d.lang.cased && d.follows(j, d.lang.common.city))) {
			return f.Label.Entry
		}
	}
	return nil
}

// namesTalks tells whether the place at token i stands in the name of talks, of
// more words than the place.
func (d *document) namesTalks(i int) bool {
	for j := max(0, i-3); j <= i; j++ {
		if f := d.entryAt(j, lexicon.Process); f != nil && f.To > i && f.To > f.From+1 && !d.inPlace(i) {
			return true
		}
	}
	return false
}

// locative tells whether a word for "in" stands at token i, and where the
// place begins behind it.
func (d *document) locative(i int) (int, bool) {
	if d.lang.cased {
		return d.classAt(i, d.lang.common.in)
	}
	if _, turn := d.classAt(i, d.lang.class["turn"]); turn {
		return 0, false // «في حين استضافت سوتشي»
	}
	to, in := d.classAt(i, d.lang.common.in)
	for _, f := range d.at(i) {
		if f.Clitics&lexicon.Preposition == 0 {
			continue
		}
		switch c := f.Label.Class; {
		case f.Kind == lexicon.Place:
			return i, true // «بمدينة جدة», also where "in" is «بمدينة»
		case f.Kind == lexicon.Class && !in && (c == d.lang.common.capital || c == d.lang.common.city || c == d.lang.common.same):
			to, in = i, true
		}
	}
	return to, in
}

// heldHere tells whether the Arabic word for here, between two tokens, stands behind a verb
// of beginning, ending or being held, and no place behind it: «الجولة الأولى عُقدت هنا».
func (d *document) heldHere(i, to int) bool {
	if at, in := d.classAt(to, d.lang.common.in); in && at < d.sentenceEnd(i) && d.entryAt(at, lexicon.Place) != nil {
		return false
	}
	for _, name := range [...]string{"held", "begin", "end"} {
		if d.follows(i, d.lang.class[name]) {
			return true
		}
	}
	return false
}

// locativeEnd tells whether a Turkish ending for "in" stands at token i, or a
// word such as kentinde, and where it ends.
func (d *document) locativeEnd(i int) (int, bool) {
	if to, ok := d.classAt(i, d.lang.class["locative"]); ok {
		return to, true
	}
	to, ok := d.classAt(i, d.lang.class["genitive"])
	if !ok {
		to = i
	}
	return d.classAt(to, d.lang.common.city)
}

// endsInPlace tells whether an ending for "in" stands at token i. Languages without a
// class "locative" have none.
func (d *document) endsInPlace(i int) bool {
	if i >= len(d.text.Tokens) {
		return false
	}
	_, ok := d.classAt(i, d.lang.class["locative"])
	return ok
}

// asideOfPlace goes over what may stand between a place and its state: its name
// in another script, «مانهاست (Manhasset) الأميركية», or the comma before "the
// capital of", «بجوبا، حاضرة دولة جنوب السودان».
func (d *document) asideOfPlace(m *mention, i, end int) int {
	if m.entry == nil || d.lang.cased {
		return i
	}
	if to, ok := d.classAt(i, d.lang.class["compass"]); ok && to < end {
		if p := d.modifier(to); p != nil && p.form == lexicon.Proper && len(p.parties) == 1 && p.parties[0].id == m.entry.Country {
			return to // «بمدينة غدامس جنوب غربي ليبيا»
		}
	}
	switch d.text.Tokens[i].Norm {
	case "(":
		for j := i + 1; j < min(i+5, end); j++ {
			if d.text.Tokens[j].Norm == ")" {
				return j + 1
			}
		}
	case ",":
		if _, ok := d.classAt(i+1, d.lang.common.capital); ok && i+1 < end {
			return i + 1
		}
	}
	return i
}

// placePhrase reads what stands behind "in": words for a city or capital,
// parties, and the place, in any order; unknown names in quotes (a hotel) are
// passed over.
func (d *document) placePhrase(from, i int) *mention {
	end := min(d.sentenceEnd(i), i+14)
	m := d.mentionSlab.new()
	m.kind, m.from = kindVenue, from
	unknown, town := 0, 0
	for j := i; j < end; {
		t := &d.text.Tokens[j]
		if d.inRound[j] {
			break // "at the eighth Astana round"
		}
		if f := d.entryAt(j, lexicon.Process); f != nil && f.To > j+1 && d.entryAt(j, lexicon.Place) == nil {
			if _, talks := d.classAt(j, d.lang.common.talks); talks {
				break // "in the process of Astana"
			}
		}
		if f := d.entryAt(j, lexicon.Place); f != nil {
			if m.entry != nil && m.entry != f.Label.Entry && f.Label.Form != lexicon.Hotel {
				break
			}
			if _, ok := d.classAt(f.To, d.lang.common.formOfTalks); ok && f.To < end {
				break // "in the Astana format"
			}
			if state := d.namesState(j, f); state != nil {
				m.parties = append(m.parties, state)
			}
			m.entry, m.to, j = f.Label.Entry, f.To, f.To
			continue
		}
		if p := d.modifier(j); p != nil && p.form != lexicon.Metonym {
			if m.sameCity {
				break // «في المدينة نفسها، وينضم إليها لبنان»
			}
			m.parties = append(m.parties, p.parties...)
			if m.entry != nil || m.capital {
				m.to = p.to
			}
			j = p.to
			continue
		}
		if to, ok := d.classAt(j, d.lang.common.same); ok {
			m.sameCity, m.to, j = true, to, to
			continue
		}
		if to, ok := d.classAt(j, d.lang.common.capital); ok {
			m.capital, m.to, j = true, to, to
			continue
		}
		if next := d.asideOfPlace(m, j, end); next > j {
			j = next
			continue
		}
		if _, ok := d.classAt(j, d.lang.common.town); ok && (len(m.parties) == 1 || d.lang.after && hasArticle(t.Norm)) {
			town = j + 1
		}
		if to, ok := d.classAt(j, d.lang.common.theCity); ok && m.entry == nil && !m.capital && (to >= end || d.text.Tokens[to].Norm != "of" && !d.nameWord(to)) {
			m.sameCity, m.to = true, to
			break
		}
		if to, ok := d.classAt(j, d.lang.common.city); ok {
			j = to
			continue
		}
		if to, ok := d.classAt(j, d.lang.common.of); ok {
			if _, that := d.classAt(j, d.lang.common.that); that && (m.capital || m.entry != nil) {
				break // "in the Kazakh capital that, with Damascus …"
			}
			j = to
			continue
		}
		if t.Norm == "\"" || t.Norm == "," || t.Norm == "'s" {
			j++
			continue
		}
		if _, that := d.classAt(j, d.lang.common.that); that && !d.lang.cased {
			break // «في أن تحجم أنقرة»
		}
		if town > 0 && len(m.parties) == 1 && !d.lang.cased {
			break // «في المدينة السويسرية برعاية الأمم المتحدة»
		}
		if !d.lang.cased && len(m.parties) == 1 && d.stateAt(m.parties[0]) {
			break // «في السودان دعت إليها واشنطن»
		}
		if unknown++; unknown > 2 || d.lang.cased && !t.Upper || m.entry != nil || m.capital || t.Kind != text.Word {
			break
		}
		j++
	}
	if m.entry == nil && !m.capital && !m.sameCity && town > 0 && len(m.parties) == 1 {
		m.entry, m.town, m.to = d.usualPlace(m.parties[0].id), true, max(town, m.parties[0].to)
		if m.entry == nil && !d.lang.cased {
			m.entry = d.townBefore(m.parties[0].id, i)
		}
	}
	if m.entry == nil && !(m.capital && len(m.parties) > 0) && !m.sameCity {
		return nil
	}
	return m
}

// stateAt tells whether a party is a state called by its own name.
func (d *document) stateAt(p *party) bool {
	e := d.e.lexicon.Entry(lexicon.Party, p.id)
	return e != nil && e.Type == "state" && p.form == lexicon.Proper
}

// namesState is the state that the name of a city is also the name of: «في
// الكويت», «بالجزائر» tell both.
func (d *document) namesState(i int, city *lexicon.Match) *party {
	for n := range d.at(i) {
		f := &d.at(i)[n]
		if f.Kind == lexicon.Party && f.Label.Form == lexicon.Proper && f.To == city.To && f.Label.Entry.ID == city.Label.Entry.Country {
			return &party{id: f.Label.Entry.ID, from: i, to: f.To, form: f.Label.Form}
		}
	}
	if e := city.Label.Entry; !d.lang.cased && e.Capital && city.To > city.From+1 && (d.has(d.lang.common.capital, city.From, city.To-1) || d.has(d.lang.common.city, city.From, city.To)) {
		return &party{id: e.Country, from: city.From, to: city.To, form: lexicon.Proper} // «بمدينة الكويت», but not «في تونس العاصمة», which is the city's name
	}
	return nil
}

// townBefore is the place in a state, other than its capital, that an Arabic text names last
// before token i: «انتقلت الوفود إلى سوتشي. وتبدأ الجولة غداً في المدينة الروسية».
func (d *document) townBefore(state string, i int) *lexicon.Entry {
	for j := i - 1; j >= 0; j-- {
		if f := d.entryAt(j, lexicon.Place); f != nil && f.Label.Entry.Country == state && !f.Label.Entry.Capital && !d.inRound[j] {
			return f.Label.Entry
		}
	}
	return nil
}

// usualPlace is where the talks usually meet, if that is in a state, else where
// the article was filed from: "in the Swiss city". Languages without a class
// "town" do not ask.
func (d *document) usualPlace(state string) *lexicon.Entry {
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	if p != nil && p.Place != "" && d.e.countryOf(p.Place) == state {
		return d.e.lexicon.Entry(lexicon.Place, p.Place)
	}
	if place := d.filedFrom(); d.lang.cased && place != nil && place.Country == state {
		return place
	}
	return nil
}

// filedFrom is the place with which the first line of the body begins, nil where
// it begins with none: "Ghadames, 4 November 2020:".
func (d *document) filedFrom() *lexicon.Entry {
	for s, r := range d.text.Sentences {
		if d.blocks[s] != "body" && d.blocks[s] != "dateline" {
			continue
		}
		if f := d.entryAt(r.From, lexicon.Place); f != nil {
			return f.Label.Entry
		}
		return nil
	}
	return nil
}

// placeOf is the place that a venue phrase means; a capital's name is the one
// that it bore on the article's day.
func (d *document) placeOf(m *mention) string {
	if m.entry != nil {
		return m.entry.ID
	}
	for _, p := range m.parties {
		if c := d.e.capitalOf(p.id, cmp.Or(d.anchor(), d.likelyDay())); c != "" {
			return c
		}
	}
	if m.sameCity {
		return sameCity
	}
	return ""
}

// sameCity stands for "the same city" until the article's venue is known.
const sameCity = "="

// capitalOf is the capital of a state on a day.
func (e *Engine) capitalOf(state string, day edtf.Date) string {
	best := ""
	for _, p := range e.lexicon.Entries(lexicon.Place) {
		if p.Country != state || !p.Capital {
			continue
		}
		if day.IsZero() || len(p.Intervals) == 0 || bore(p, day) {
			best = p.ID
		}
	}
	return best
}

// bore tells whether a place bore its name on a day.
func bore(p *lexicon.Entry, day edtf.Date) bool {
	for _, v := range p.Intervals {
		iso := day.Earliest().Format("2006-01-02")
		if (v.Since == "" || v.Since <= iso) && (v.Until == "" || iso <= v.Until) {
			return true
		}
	}
	return false
}

// countryOf is the state of a place, "" if the lexicon has none.
func (e *Engine) countryOf(place string) string {
	if p := e.lexicon.Entry(lexicon.Place, place); p != nil {
		return p.Country
	}
	return ""
}
