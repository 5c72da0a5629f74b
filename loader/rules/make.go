package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// make fills a rule's template from what its pattern took.
func (d *document) make(r *rule, t template, m *machine, from int, modality graph.Modality) {
	base := fact{kind: t.kind, round: d.roundAt(m, from), rule: r.id, modality: modality, value: t.value, weight: t.weight, loose: t.loose, fallback: r.fallback}
	if base.round == nil || t.kind == "outcome" && modality == graph.Planned {
		d.trace.refuse("no round is known that it could be about, or an outcome that is only planned")
		return
	}
	if p := d.e.lexicon.Entry(lexicon.Process, base.round.process); t.summit && (p == nil || p.Type != "summit") {
		d.trace.refuse("it holds for summits only")
		return
	}
	if t.kind == "outcome" && base.round.process == d.main.process && base.round.number > d.main.number && d.main.number > 0 {
		base.round = d.main // a round to come has no result yet
	}
	if r := base.round; t.kind == "outcome" && d.lang.cased && r.process != d.main.process && r.told != nil && r.told.from > from && d.ledTo(r.told) {
		base.round = d.main // "they agreed to send a single delegation to the eighth Geneva round, which opens on Tuesday"
	}
	if d.lang.cased && m.slotOf("round") == nil && d.ofOtherRound(t.kind, base.round, from, m.extent) {
		d.trace.refuse("the words name another round")
		return
	}
	if t.kind == "head" && m.slotOf("round") == nil {
		if earlier := d.seatedAt(m.extent); earlier != nil {
			base.round = earlier
		}
	}
	base.spans = d.span(d.passage(m, from))
	base.wording = base.spans[0]
	if c := m.took("citing"); c != nil {
		base.citing = d.text.Quote(c.from, c.to)
	}
	switch t.kind {
	case "head", "member":
		d.makeSeat(base, t, m)
	case "say":
		d.makeStatement(base, t, m)
	case "agenda":
		if base.round != d.main && d.namedBehindTopics(base.round, m, from) {
			base.round = d.main // "discussed the committee, stalled since its fifth session"
		}
		for _, name := range t.slots {
			if c := m.slotOf(name); c != nil {
				d.makeAgenda(base, c, m, t.before)
			}
		}
	case "meeting":
		d.makeMeeting(base, t, m)
	case "guarantor", "observer", "mediator", "host", "delegation":
		for _, name := range t.slots {
			if list := m.took(name); list != nil {
				d.makeParties(base, list, t.firm)
			}
		}
	case "venue":
		if at := m.took(t.slots[0]); at != nil {
			d.makeVenue(base, at)
		}
	case "start", "end", "hold", "until", "plenary":
		d.makeDated(base, t, m, from)
	case "lasts":
		if length := m.took(t.slots[0]); length != nil {
			d.makeLength(base, t, m, length)
		}
	case "next":
		d.makeNext(base, m)
	default: // outcome, status
		if t.kind == "outcome" && base.value == "agreement" && d.agreesOnNext(base.spans[0]) {
			d.trace.refuse("the next round is what they agreed on")
			return
		}
		d.give(&base)
	}
}

// ofOtherRound tells whether another round is named where a rule that takes none
// found a date or place: "agreed to hold the next round in March".
func (d *document) ofOtherRound(kind string, r *round, from, to int) bool {
	switch kind {
	case "start", "end", "hold", "until", "lasts", "venue", "host":
	default:
		return false
	}
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindRound][i] {
			if m.round != r && m.to <= to && (d.instead == nil || !slices.Contains(m.also, d.instead.number)) {
				return true
			}
		}
	}
	return false
}

// agreesOnNext tells whether words say that somebody agreed to begin or hold a later round: "agreed
// to start the 21st on the 24th".
func (d *document) agreesOnNext(words [2]int) bool {
	end := d.sentenceEnd(words[0])
	for j := words[0]; d.lang.cased && j < min(words[1]+4, end); j++ {
		if start, ok := d.classAt(j, d.lang.class["start-of"]); ok && start < end && d.laterRound(start) {
			return true
		}
		if !d.follows(j, d.lang.class["agreeing-to"]) && !d.follows(j+1, d.lang.class["agreeing-to"]) && !d.follows(j, d.lang.class["agreed"]) {
			continue
		}
		for _, class := range [...]string{"begin", "held", "to-hold"} {
			if to, ok := d.classAt(j, d.lang.class[class]); ok && to < end && d.laterRound(to) {
				return true
			}
		}
	}
	return false
}

// laterRound tells whether a later round of the article's talks is named at token i, or behind an
// article there.
func (d *document) laterRound(i int) bool {
	if to, ok := d.classAt(i, d.lang.common.the); ok && to < d.sentenceEnd(i) {
		i = to
	}
	return slices.ContainsFunc(d.mentions[kindRound][i], func(m *mention) bool {
		return m.round.process == d.main.process && m.round.number > d.main.number
	})
}

// roundAt is the round that a match is about: its own slot's, else that of
// its place in the text.
func (d *document) roundAt(m *machine, from int) *round {
	if d.instead != nil {
		return d.instead
	}
	if c := m.took("round"); c != nil {
		return c.round
	}
	return d.context[from]
}

// seatedAt is the earlier round of the article's talks that right behind a match, which ends
// at token i, a word such as at leads to in a text with capitals: "His predecessor led the Thai
// delegation at the sixth round"; nil where none is.
func (d *document) seatedAt(i int) *round {
	end := d.sentenceEnd(max(i-1, 0))
	to, in := d.classAt(min(i, len(d.text.Tokens)-1), d.lang.common.in)
	if !d.lang.cased || i >= end || !in {
		return nil
	}
	for j := to; j < min(to+2, end); j++ {
		for _, m := range d.mentions[kindRound][j] {
			if r := m.round; r != nil && r.process == d.main.process && r.number > 0 && r.number < d.main.number {
				return r
			}
		}
	}
	return nil
}

// span is a list of one token range.
func (d *document) span(r [2]int) [][2]int {
	list := d.ranges.take(1)
	list[0] = r
	return list
}

// passage is the token range of what matched, trimmed of marks.
func (d *document) passage(m *machine, from int) [2]int {
	to := max(m.extent, from+1)
	for to-1 > from && d.text.Tokens[to-1].Norm == "," {
		to--
	}
	return [2]int{from, to}
}

// outsider tells whether a word such as analyst stands in a range.
func (d *document) outsider(from, to int) bool {
	return d.calledSo(d.lang.common.outsider, from, to)
}

// calledSo tells whether a word of a class stands in a range, and not after "to":
// «قال لمراسل الوكالة».
func (d *document) calledSo(class, from, to int) bool {
	for i := from; i < to; i++ {
		for _, f := range d.at(i) {
			if f.Kind == lexicon.Class && f.Label.Class == class && f.Clitics&lexicon.Preposition == 0 {
				return true
			}
		}
	}
	return false
}

// sentenceOf is the range of token i's sentence.
func (d *document) sentenceOf(i int) [2]int {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return [2]int{s.From, s.To}
}

// saidLately tells whether the sentence of token i has a day of the week before
// the article's own.
func (d *document) saidLately(i int) bool {
	anchor := d.anchor()
	r := d.text.Sentences[d.text.Tokens[i].Sentence]
	for j := r.From; j < r.To && d.lang.cased && anchor.IsDay(); j++ {
		for _, m := range d.mentions[kindDate][j] {
			if day := d.day(m); day.IsDay() && !day.Earliest().After(anchor.Earliest()) && anchor.Earliest().Sub(day.Earliest()).Hours() < 24*7 {
				return true
			}
		}
	}
	return false
}

// saidAbout tells whether an Arabic sentence begins with other talks as what somebody speaks of, from
// token i on: «وعن مؤتمر سوتشي، قال رمزي إن …».
func (d *document) saidAbout(i int) bool {
	first := d.text.Sentences[d.text.Tokens[i].Sentence].From
	_, about := d.classAt(first, d.lang.class["about"])
	_, of := d.classAt(first, d.lang.class["on-behalf"])
	return !d.lang.cased && (about || of) && first < i && d.namesRound([2]int{first, i})
}

// speakingOf is the round at which something was said: the article's own,
// unless the paragraph turned to an earlier one before.
func (d *document) speakingOf(i int) *round {
	if d.saidLately(i) || d.saidAbout(i) {
		return d.main
	}
	if t := d.topics[d.text.Tokens[i].Sentence]; t != nil && !(t.process == d.main.process && t.number > d.main.number && d.main.number > 0) {
		return t
	}
	return d.main
}

// spokeOfMain tells whether an Arabic text names a speaker before, with the article's own
// round, and a sentence that neither names another nor goes on about it has him speak.
func (d *document) spokeOfMain(who *mention) bool {
	p, s := d.personOf(who), d.text.Sentences[d.text.Tokens[who.from].Sentence]
	if d.lang.cased || p == nil || d.has(d.lang.class["of-that-time"], s.From, who.from) {
		return false
	}
	if d.namesRound([2]int{s.From, s.To}) {
		return false
	}
	for i := range s.From {
		if slices.ContainsFunc(d.mentions[kindPerson][i], func(m *mention) bool {
			return m.person == p && d.context[i] == d.main && d.blocks[d.text.Tokens[i].Sentence] == "body"
		}) {
			return true
		}
	}
	return false
}

// namedBehindTopics tells whether a round is named only behind the first topic
// of what matched from a token.
func (d *document) namedBehindTopics(r *round, m *machine, from int) bool {
	c := m.slotOf("topics")
	if c == nil || len(c.topics) == 0 {
		return false
	}
	names := func(i int) bool {
		return slices.ContainsFunc(d.mentions[kindRound][i], func(named *mention) bool { return named.round == r })
	}
	for i := d.clauseStart(from); i < c.topics[0].from; i++ {
		if names(i) {
			return false
		}
	}
	for i := c.topics[0].from; i < m.extent; i++ {
		if names(i) {
			return true
		}
	}
	return false
}

// ledTo tells whether "to" or "for" leads to a round: "a single delegation to the eighth
// round".
func (d *document) ledTo(m *mention) bool {
	i := m.from
	if i > 0 && d.isArticle(i-1) {
		i--
	}
	return d.follows(i, d.lang.class["toward"]) || d.follows(i, d.lang.class["come-for"])
}
