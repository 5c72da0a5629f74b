package rules

import (
	"peacetalks/loader/lexicon"
)

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
