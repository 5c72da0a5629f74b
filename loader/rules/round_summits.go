package rules

import (
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// summitAt is the series of summits that a number counts, where their name
// stands in the phrase or right behind it: "the seventh trilateral summit in
// the Astana format" is none of the Astana rounds; or where a summit is counted
// and the text names other talks on the same conflict, "the seventh summit of
// the Astana trio", or the conflict, and the sentence three who meet: "Putin,
// Erdogan and Rouhani met for their fourth summit".
func (d *document) summitAt(m *mention, processes []processMention) string {
	for i := m.from; i < min(m.to+2, d.sentenceEnd(m.from)); i++ {
		if f := d.entryAt(i, lexicon.Process); f != nil && f.Label.Entry.Type == "summit" && f.To >= m.to {
			return f.Label.Entry.ID
		} else if f != nil && f.To >= m.to && i < m.to {
			return "" // "the second Minsk summit"
		}
	}
	trio := d.trioMeets(m)
	met := trio || d.leadersMet(m)
	if !d.ofSummits(m) && !met && !d.leadersMeeting(m) {
		return ""
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Type != "summit" || !d.alive(e) {
			continue
		}
		onConflict := slices.ContainsFunc(processes, func(p processMention) bool { return p.entry.Country == e.Country })
		if onConflict && (!met || d.guarantorsMet(m)) || (trio || d.threeMeet(d.text.Sentences[d.text.Tokens[m.from].Sentence]) || d.threeInLead()) && d.namesConflict(e) {
			return e.ID
		}
	}
	return ""
}

// ofSummits tells whether a number counts summits: by its noun, or, where an
// ordinal stands alone, by the one before it: "a summit that was the first of its
// kind", "the last summit, the sixth,".
func (d *document) ofSummits(m *mention) bool {
	class := d.lang.class["summit"]
	if d.has(class, m.from, m.to) {
		return true
	}
	if !d.lang.cased {
		return false
	}
	kind := d.has(d.lang.class["first-of-kind"], m.from, min(m.to+1, d.sentenceEnd(m.from)))
	if (kind || m.weak && d.has(d.lang.class["this-one"], max(m.from-3, 0), m.from)) && d.has(class, d.twoSentencesBefore(m.from), m.from) {
		return true // "… a summit in Ankara. It was the fifth meeting of its kind"
	}
	for i := m.from; i < m.to; i++ {
		if _, ok := d.unitAt(i); ok {
			return false
		}
	}
	from := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	for i := m.from - 1; i >= max(from, m.from-10); i-- {
		if _, ok := d.unitAt(i); ok {
			_, summit := d.classAt(i, class)
			return summit
		}
	}
	return false
}

// leadersMet tells whether a number counts how often leaders of states have met:
// "the presidents of Russia, Turkey and Iran met for the fourth time".
func (d *document) leadersMet(m *mention) bool {
	if !d.has(d.lang.class["time-of"], m.from, m.to) {
		return false
	}
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	return d.has(d.lang.class["leaders"], s.From, s.To)
}

// guarantorsMet tells whether the sentence of how often leaders have met calls them the
// guarantors: "the third time that the leaders of the three guarantors had met".
func (d *document) guarantorsMet(m *mention) bool {
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	return d.lang.cased && d.leadersMet(m) && d.has(d.lang.common.guarantors, s.From, s.To)
}

// leadersMeeting tells whether a number counts the meetings of leaders of states:
// "the presidents' third meeting", or, in a text that speaks of a summit, of the
// guarantors: "the seventh meeting of the guarantors of the Astana process".
func (d *document) leadersMeeting(m *mention) bool {
	if !d.lang.cased || !m.weak {
		return false
	}
	leaders, end := d.lang.class["leaders"], min(m.to+4, d.sentenceEnd(m.from))
	if d.has(leaders, max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-2), m.from) || d.has(leaders, m.to, end) {
		return true
	}
	return d.has(d.lang.common.guarantors, m.to, end) && d.has(d.lang.class["summit"], 0, d.leadsTo())
}

// lastSummit is the summit from which a word such as next counts: the round named
// last, where it is one, or has none beside it, else the latest summit of those on
// the same conflict that the text counts; nil where it counts none.
func (d *document) lastSummit(last *round) *round {
	own, processes := d.e.lexicon.Entry(lexicon.Process, last.process), d.e.lexicon.Entries(lexicon.Process)
	if own == nil || own.Type == "summit" || own.Country == "" {
		return last
	}
	at := slices.IndexFunc(processes, func(e *lexicon.Entry) bool { return e.Type == "summit" && e.Country == own.Country && d.alive(e) })
	if at < 0 {
		return last
	}
	var latest *round
	for _, r := range d.rounds {
		if r.process == processes[at].ID && r.number > 0 && (latest == nil || r.number > latest.number) {
			latest = r
		}
	}
	return latest
}

// summitOf is the series of summits of which the first sentence speaks by naming, with the
// titles before it, leaders of each of its states, and not as of one to come, with the token of
// the noun: "told reporters after Monday's summit with Russia's Vladimir Putin and Iran's Hassan
// Rouhani", or by the states alone, "the presidents of Russia, Turkey and Iran". The noun may
// stand in the sentence behind: "Their one-day summit", "The summit". "" where there is none.
func (d *document) summitOf(lead int) (process string, at int) {
	class, ok := d.lang.class["summit"]
	if !ok || !d.lang.cased || lead >= len(d.text.Sentences) {
		return "", 0
	}
	s := d.text.Sentences[lead]
	if at = d.firstOf(class, s.From, s.To); at < 0 {
		if at = d.firstOf(class, s.To, min(s.To+summitNear, d.sentenceEnd(s.To))); at < 0 || at > s.To && !d.has(d.lang.class["possessive"], s.To, at) && !d.has(d.lang.common.the, s.To, at) {
			return "", 0
		}
	}
	states, ofStates := map[string]bool{}, d.has(d.lang.class["leaders"], s.From, s.To)
	for i := range s.To {
		if f := d.entryAt(i, lexicon.Person); f != nil && f.Label.Entry.Party != "" {
			states[f.Label.Entry.Party] = true
		} else if f := d.entryAt(i, lexicon.Party); f != nil && ofStates && i >= s.From {
			states[f.Label.Entry.ID] = true
		}
	}
	if len(states) < 3 || d.has(d.lang.common.future, d.text.Sentences[d.text.Tokens[at].Sentence].From, at) {
		return "", 0
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Type == "summit" && len(e.Leaders) > 0 && d.aliveThen(e) && d.namesConflict(e) && d.leads(e, states) {
			return e.ID, at
		}
	}
	return "", 0
}

// summitNear is how far behind its sentence's beginning the noun for a summit stands that
// is that of the leaders before: "Their one-day summit".
const summitNear = 5

// firstOf is the first token of a range at which a phrase of a class begins, -1 if none does.
func (d *document) firstOf(class, from, to int) int {
	for i := from; i < to; i++ {
		if _, ok := d.classAt(i, class); ok {
			return i
		}
	}
	return -1
}

// leads tells whether all known leaders of a series of summits are of given states.
func (d *document) leads(e *lexicon.Entry, states map[string]bool) bool {
	return !slices.ContainsFunc(e.Leaders, func(id string) bool {
		leader := d.e.lexicon.Entry(lexicon.Person, id)
		return leader != nil && !states[leader.Party]
	})
}

// threeMeet tells whether a sentence names three states or more, or three
// people.
func (d *document) threeMeet(s text.Range) bool {
	states, people := map[string]bool{}, map[string]bool{}
	for i := s.From; i < s.To; i++ {
		if f := d.entryAt(i, lexicon.Person); f != nil {
			people[f.Label.Entry.ID] = true
		} else if f := d.entryAt(i, lexicon.Party); f != nil {
			states[f.Label.Entry.ID] = true
		}
	}
	return len(states) > 2 || len(people) > 2
}

// threeInLead tells whether the first sentences of a text in a script with
// capitals name people of three states or more.
func (d *document) threeInLead() bool {
	if !d.lang.cased {
		return false
	}
	states := map[string]bool{}
	for _, s := range d.firstSentences() {
		for i := s.From; i < s.To; i++ {
			if f := d.entryAt(i, lexicon.Person); f != nil && f.Label.Entry.Party != "" {
				states[f.Label.Entry.Party] = true
			}
		}
	}
	return len(states) > 2
}

// besideSummits is the process whose rounds a summit's article means where it counts
// rounds, and no summits: «الجولة الـ18» in one on the summit of the guarantors is of
// the talks that they guarantee. "" where the number is the summit's.
func (d *document) besideSummits(m *mention, main string) string {
	own := d.e.lexicon.Entry(lexicon.Process, main)
	if own == nil || own.Type != "summit" || m.round.number == 0 {
		return ""
	}
	if !d.has(d.lang.common.unit, m.from, m.to) || d.has(d.lang.class["summit"], m.from, min(m.to+3, d.sentenceEnd(m.from))) {
		return ""
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Guaranteed && e.Country == own.Country {
			return e.ID
		}
	}
	return ""
}

// isSummit tells whether a round is a summit of leaders.
func (d *document) isSummit(r *round) bool {
	p := d.e.lexicon.Entry(lexicon.Process, r.process)
	return p != nil && p.Type == "summit"
}

// trioMeets tells whether a meeting that is counted is one of three leaders, of whom
// its sentence or the one before speaks: «… لقاء الرؤساء الثلاثة. فهذا ثالث اجتماع لهم».
func (d *document) trioMeets(m *mention) bool {
	class, ok := d.lang.class["three-leaders"]
	if !ok || !d.has(d.lang.common.weakUnit, m.from, m.to) || !d.has(d.lang.class["of-theirs"], m.to, min(m.to+1, d.sentenceEnd(m.from))) && !d.possessed(m.from) {
		return false
	}
	s := int(d.text.Tokens[m.from].Sentence)
	return d.has(class, d.text.Sentences[max(s-1, 0)].From, m.from)
}

// countsSummit tells whether a round is a summit that no later number follows, so
// that "the first of its kind" counts it.
func (d *document) countsSummit(m *mention, found []*mention) bool {
	if d.lang.cased || !d.has(d.lang.class["summit"], m.from, m.to) || d.has(d.lang.class["counted-from"], m.to, min(m.to+4, d.sentenceEnd(m.from))) {
		return false
	}
	return !slices.ContainsFunc(found, func(o *mention) bool {
		return o.round.number > 1 && counted(o) && !d.has(d.lang.common.unit, o.from, o.to)
	})
}

// twoSentencesBefore is where the second sentence before that of token i begins, of the same
// paragraph or not.
func (d *document) twoSentencesBefore(i int) int {
	return d.text.Sentences[max(int(d.text.Tokens[i].Sentence)-2, 0)].From
}
