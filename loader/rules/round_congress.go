package rules

import (
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// congressHere is the lexicon's congress about a state that one of the first
// sentences tells of without its name: a conference, "on" that state, and the city
// where it was held then. «اختتم في باليرمو المؤتمر الدولي حول ليبيا».
func (d *document) congressHere() string {
	class, ok := d.lang.class["conference"]
	if !ok {
		return ""
	}
	for s, r := range d.firstSentences() {
		if d.blocks[s] != "body" || !d.has(class, r.From, r.To) {
			continue
		}
		for _, e := range d.e.lexicon.Entries(lexicon.Process) {
			if e.Type == "congress" && e.Country != "" && d.aliveThen(e) && d.conferenceOn(r, e) {
				return e.ID
			}
		}
	}
	return ""
}

// conferenceOn tells whether a sentence names a conference on a process's state,
// and its city.
func (d *document) conferenceOn(r text.Range, e *lexicon.Entry) bool {
	on, there := false, false
	for i := r.From; i < r.To; i++ {
		if f := d.entryAt(i, lexicon.Place); f != nil && d.e.sameCity(f.Label.Entry.ID, e.Place) {
			there = true
		}
		to, ok := d.classAt(i, d.lang.class["conference"])
		if !ok {
			continue
		}
		to = d.fill(to, r.To, 2)
		if next, of := d.classAt(to, d.lang.common.of); of && next < r.To {
			if m := d.modifier(next); m != nil && m.parties[0].id == e.Country {
				on = true
			}
		}
	}
	return on && there
}
