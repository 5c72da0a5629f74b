package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// nameCityTalks gives the rounds that no known process is named beside, but talks that
// are called by a city, "the second round of the Moscow consultations", the process of
// these talks: they are not those of another city that the text also names.
func (d *document) nameCityTalks(found []*mention, processes []processMention) {
	var v *survey
	state := ""
	for _, m := range found {
		city, behind := "", 0
		if m.round.process == "" && m.round.number > 0 {
			city, behind = d.cityOfTalks(m, processes)
		}
		if city == "" {
			continue
		}
		if v == nil {
			v = d.survey(found)
			if len(v.countries) == 0 {
				v.countries = d.atWar(v.states, v.places)
			}
			state = d.meets(v.conflict(), v.countries, v.places)
		}
		war := cmp.Or(state, d.stateAbout(behind))
		if war != "" && d.e.countryOf(city) == war {
			continue
		}
		if id := d.talksIn(city, war, v); id != "" {
			m.round.process = id
			m.own, d.country = true, war
			if e := d.e.lexicon.Entry(lexicon.Process, id); e != nil {
				d.country = e.Country
			}
		}
	}
}

// cityOfTalks is the city by which the phrase of a round calls its talks, and where their
// name ends; "" where it calls them otherwise.
func (d *document) cityOfTalks(m *mention, processes []processMention) (city string, to int) {
	end := min(m.to+5, d.sentenceEnd(m.from))
	for i := m.to; i < end; i++ {
		f := d.entryAt(i, lexicon.Place)
		if f == nil && d.unlistedTown(i, end) && d.linked(m.to, i) {
			return romanise(d.text.Quote(i, i+1)), d.pastTalks(i + 1)
		}
		if f == nil || f.From != i {
			continue
		}
		if slices.ContainsFunc(processes, func(p processMention) bool { return p.from <= i && i < p.to && !p.bare }) || !d.linked(m.to, i) {
			return "", 0
		}
		if _, behind := d.classAt(f.To, d.lang.common.talks); behind && f.To < d.sentenceEnd(i) && d.lang.cased || !d.lang.cased && d.follows(i, d.lang.common.talks) {
			return f.Label.Entry.ID, d.pastTalks(f.To)
		}
		return "", 0
	}
	return "", 0
}

// pastTalks goes over a word for talks at token i.
func (d *document) pastTalks(i int) int {
	if to, ok := d.classAt(i, d.lang.common.talks); ok && d.lang.cased {
		return to
	}
	return i
}

// unlistedTown tells whether a word that the lexicon does not know at all stands as a city
// before a word for talks, "the Nadi talks", or behind it before what they are about,
// «محادثات تمنراست حول شمال النيجر». It is no adjective, as all that end so may be beside an
// Arabic noun for talks, and no plural.
func (d *document) unlistedTown(i, end int) bool {
	if i+1 >= end || d.text.Tokens[i].Kind != text.Word || len(d.at(i)) > 0 {
		return false
	}
	if d.lang.cased {
		_, behind := d.classAt(i+1, d.lang.common.talks)
		return behind && d.text.Tokens[i].Upper && i > 0 && d.isArticle(i-1) && !strings.HasSuffix(d.text.Tokens[i].Norm, "s")
	}
	_, about := d.classAt(i+1, d.lang.class["about"])
	return about && d.follows(i, d.lang.common.talks) && !hasArticle(d.text.Tokens[i].Norm) && !feminine(d.text.Tokens[i].Norm)
}

// talksIn is the lexicon's process that met in a city on the article's day, if more than
// once, on a conflict that a survey of the text counts, first that of a state, or its talks
// with a movement that the text names; else it is a new one, "" where no state is at war.
func (d *document) talksIn(city, state string, v *survey) string {
	other := ""
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		switch {
		case e.Country == state && !e.Single && v.movements[e.Party] > 0 && d.aliveThen(e):
			return e.ID // talks with one movement, wherever they meet
		case e.Type != "process" || e.Party != "" || e.Single || !d.e.sameCity(e.Place, city) || !d.aliveThen(e):
		case e.Country == state:
			return e.ID
		case v.countries[e.Country]+v.states[e.Country] > 0 || d.namesConflict(e):
			other = e.ID
		}
	}
	if other != "" || state == "" {
		return other
	}
	return newProcess(map[string]int{city: 1}, d.e.conflictOf(state))
}
