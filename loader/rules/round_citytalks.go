package rules

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// nameCityTalks gives the rounds that no process of the article's is named beside, but talks
// that are called by a city, "the second round of the Moscow consultations", the process of
// these talks: they are not those of another city that the text also names. Where it is not
// known whose war they are about, it is that of the state that the text names most, other
// than their host.
func (d *document) nameCityTalks(found []*mention, processes []processMention) {
	var v *survey
	state := ""
	for _, m := range found {
		city, behind := "", 0
		if (m.round.process == "" || !d.about(m.round.process)) && m.round.number > 0 {
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
		if war == "" {
			others := maps.Clone(v.states)
			delete(others, d.e.countryOf(city)) // the host
			war = most(others)
		}
		if war != "" && d.e.countryOf(city) == war {
			continue // where the war is
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
		if f == nil && d.linked(m.to, i) {
			if to := d.unlistedTown(i, end); to > 0 {
				return romanise(d.text.Quote(i, to)), d.pastTalks(to)
			}
		}
		if f == nil || f.From != i {
			continue
		}
		if slices.ContainsFunc(processes, func(p processMention) bool { return p.from <= i && i < p.to && !p.bare && d.about(p.entry.ID) }) || !d.linked(m.to, i) {
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

// unlistedTown is where the name of a city ends that begins at token i and that the lexicon
// does not know at all: it stands before a word for talks, "the Nadi talks", or behind it
// before what they are about or who holds them, «محادثات تمنراست حول شمال النيجر», or behind
// "of", where the text is filed from it or tells of something there, "the second meeting of
// Fomboni". It is no adjective, as all that end so may be beside an Arabic noun for talks,
// and no plural. It is 0 where no such name stands.
func (d *document) unlistedTown(i, end int) int {
	to := i
	for to < min(i+3, end) && d.text.Tokens[to].Kind == text.Word && len(d.at(to)) == 0 && (!d.lang.cased && to == i || d.text.Tokens[to].Upper) {
		to++
	}
	if to == i || to >= d.sentenceEnd(i) {
		return 0
	}
	if d.lang.cased {
		_, behind := d.classAt(to, d.lang.common.talks)
		named := behind && i > 0 && d.isArticle(i-1) || (behind || d.follows(i, d.lang.common.of)) && d.townElsewhere(i, to)
		if !named || strings.HasSuffix(d.text.Tokens[to-1].Norm, "s") {
			return 0
		}
		return to
	}
	_, about := d.classAt(to, d.lang.class["about"])
	_, between := d.classAt(to, d.lang.class["between"])
	if !(about || between) || !d.follows(i, d.lang.common.talks) || hasArticle(d.text.Tokens[i].Norm) || feminine(d.text.Tokens[i].Norm) {
		return 0
	}
	return to
}

// townElsewhere tells whether the text begins a sentence with the words between two tokens
// as a dateline does, or puts something in what they name.
func (d *document) townElsewhere(from, to int) bool {
	name := d.norms(from, to)
	for i := range d.text.Tokens[:len(d.text.Tokens)-(to-from)] {
		if i == from || d.text.Tokens[i].Norm != d.text.Tokens[from].Norm || d.norms(i, i+to-from) != name {
			continue
		}
		s := d.text.Sentences[d.text.Tokens[i].Sentence]
		if d.follows(i, d.lang.common.in) || i == s.From && i+to-from < s.To && d.text.Tokens[i+to-from].Kind == text.Punct {
			return true
		}
	}
	return false
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
