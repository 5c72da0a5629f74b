package rules

import (
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// betweenParties tells whether talks named at token i are said to be between
// several parties.
func (d *document) betweenParties(i int) bool {
	end := d.sentenceEnd(i)
	if !d.lang.cased && i+1 < end && len(d.lists(kindList, i+1)) > 0 && d.opponents(text.Range{From: i + 1, To: i + 2}) {
		return true // «محادثات الجيش السوداني والدعم السريع»
	}
	if d.lang.cased && d.withMovement(i+1, end) {
		return true
	}
	if d.lang.before && !d.lang.after && d.namedBetween(i) {
		return true
	}
	for j := i + 1; j < min(i+6, end); j++ {
		to, ok := d.classAt(j, d.lang.class["between"])
		for k := to; ok && k < min(to+3, end); k++ {
			if len(d.lists(kindList, k)) > 0 || len(d.mentions[kindParty][k]) > 0 {
				return true
			}
		}
	}
	return false
}

// namedBetween tells whether parties and a word for between stand before the noun at token
// i, in a language where what belongs to a noun does: "Rusya ile Ukrayna arasındaki
// görüşmeler".
func (d *document) namedBetween(i int) bool {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; j >= max(from, i-6); j-- {
		if _, between := d.classAt(j, d.lang.class["between"]); !between {
			continue
		}
		for k := max(from, j-6); k < j; k++ {
			if len(d.mentions[kindParty][k])+len(d.lists(kindList, k)) > 0 {
				return true
			}
		}
	}
	return false
}

// withMovement tells whether "with" and a party that is no state stand at token i:
// "negotiations with the Taliban".
func (d *document) withMovement(i, end int) bool {
	to, ok := d.classAt(i, d.lang.class["with"])
	for k := to; ok && k < min(to+2, end); k++ {
		for _, m := range d.mentions[kindParty][k] {
			if e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id); e != nil && e.Country != "" && e.Type != "state" {
				return true
			}
		}
	}
	return false
}

// seated tells whether the noun at token i means talks at which the parties to
// a conflict sit, though no delegation is named: «محادثات السلام», «أطراف
// الحوار». Languages without a class "peace" do not ask.
func (d *document) seated(i int) bool {
	peace, ok := d.lang.class["peace"]
	if !ok {
		return false
	}
	end := d.sentenceEnd(i)
	return d.has(peace, i+1, min(i+3, end)) || d.follows(i, d.lang.class["those-of"])
}

// onWar tells whether talks named at token i are said to be about war or peace,
// "negotiations to end the war", or are those of opponents.
func (d *document) onWar(i int) bool {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return d.has(d.lang.class["strife"], s.From, s.To) || d.lang.cased && d.opponents(s)
}

// opponents tells whether a sentence lists a state or government together with
// another party to its conflict: "Colombia and the ELN".
func (d *document) opponents(s text.Range) bool {
	for i := s.From; i < s.To; i++ {
		for _, l := range d.lists(kindList, i) {
			for _, p := range l.parties[1:] {
				a, b := d.e.lexicon.Entry(lexicon.Party, l.parties[0].id), d.e.lexicon.Entry(lexicon.Party, p.id)
				if a != nil && b != nil && a != b && d.stateOf(p) == d.stateOf(l.parties[0]) {
					return true
				}
			}
		}
	}
	return false
}

// actsAsState tells whether the name at token i also stands for a state.
func (d *document) actsAsState(i int) bool {
	for _, f := range d.at(i) {
		if f.Kind == lexicon.Party && (f.Label.Form == lexicon.Metonym || f.Label.Form == lexicon.Proper && f.Label.Entry.Type == "state") {
			return true
		}
	}
	return false
}

// governed tells whether a state is named as the one whose government acts:
// "the government of Myanmar", "Myanmar's government", "Chad's transitional
// government", «الحكومة الانتقالية في جمهورية تشاد».
func (d *document) governed(m *mention) bool {
	named := func(i int) *lexicon.Match { // the word for a government at token i
		if f := d.entryAt(i, lexicon.Generic); f != nil && f.Label.Entry.ID == "government" {
			return f
		}
		return nil
	}
	government := func(i int) bool { return named(i) != nil }
	kind := d.lang.class["government-kind"]
	next, end := m.to, d.sentenceEnd(m.from)
	if next < end && d.text.Tokens[next].Norm == "'s" {
		next++
	}
	for ; next < end && d.has(kind, next, next+1); next++ {
	}
	if next < end && government(next) {
		return true
	}
	for i := m.from - 1; i >= max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-4); i-- {
		if d.has(kind, i, i+1) {
			continue
		}
		if government(i) {
			return true
		}
		if f := named(max(0, i-1)); f != nil && f.To > i {
			return true // «وفد الحكومة»
		}
		if _, ok := d.classAt(i, d.lang.common.of); !ok {
			return false
		}
	}
	return false
}

// ofCapital tells whether a party's name tells whose capital or city is meant:
// "the South Sudanese capital".
func (d *document) ofCapital(m *mention) bool {
	i := m.to
	if i+1 < d.sentenceEnd(m.from) && d.text.Tokens[i].Norm == "'s" {
		i++
	}
	for _, class := range []int{d.lang.common.capital, d.lang.common.city} {
		if _, ok := d.classAt(i, class); ok && i < d.sentenceEnd(m.from) {
			return true
		}
	}
	return false
}

// namesCapital tells whether the state at token i only tells whose capital is
// meant: «عاصمة جنوب السودان جوبا».
func (d *document) namesCapital(i int) bool {
	return i > 0 && d.follows(i, d.lang.common.capital)
}
