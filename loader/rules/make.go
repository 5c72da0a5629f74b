package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// make fills a rule's template from what its pattern took.
func (d *document) make(r *rule, t template, m *machine, from int, modality graph.Modality) {
	base := fact{kind: t.kind, round: d.roundAt(m, from), rule: r.id, modality: modality, value: t.value, weight: t.weight}
	if base.round == nil || t.kind == "outcome" && modality == graph.Planned {
		d.trace.refuse("no round is known that it could be about, or an outcome that is only planned")
		return
	}
	if t.kind == "outcome" && base.round.process == d.main.process && base.round.number > d.main.number && d.main.number > 0 {
		base.round = d.main // a round to come has no result yet
	}
	base.spans = d.span(d.passage(m, from))
	base.wording = base.spans[0]
	if c := m.slotOf("citing"); c != nil {
		base.citing = d.text.Quote(c.mention.from, c.mention.to)
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
		d.makeMeeting(base, r, t, m)
	case "guarantor", "observer", "mediator", "host", "delegation":
		for _, name := range t.slots {
			if c := m.slotOf(name); c != nil && c.mention != nil {
				d.makeParties(base, c.mention)
			}
		}
	case "venue":
		if c := m.slotOf(t.slots[0]); c != nil {
			d.makeVenue(base, c.mention)
		}
	case "start", "end", "hold", "until", "plenary":
		d.makeDated(base, t, m)
	case "lasts":
		if c := m.slotOf(t.slots[0]); c != nil {
			f := base
			f.duration = c.mention.date
			if t.nth && !d.durations[f.duration].Nth {
				d.trace.refuse("a length, where the rule wants the number of a day")
				return
			}
			if day := m.slotOf("date"); day != nil {
				f.date = d.day(day.mention)
			} else if d.durations[f.duration].Nth {
				f.date = d.onlyDay(c.mention)
			}
			d.give(&f)
		}
	case "next":
		d.makeNext(base, m)
	default: // outcome, status
		d.give(&base)
	}
}

// roundAt is the round that a match is about: its own slot's, else that of
// its place in the text.
func (d *document) roundAt(m *machine, from int) *round {
	if c := m.slotOf("round"); c != nil {
		return c.mention.round
	}
	return d.context[from]
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

// makeSeat seats a person, or those of a list, in a party's delegation. Where
// as many people as parties are named, each leads his own: "the Turkish and
// Iranian teams are led by Önal and Khaji, respectively".
func (d *document) makeSeat(base fact, t template, m *machine) {
	var whose, who *mention
	for _, name := range t.slots {
		c := m.slotOf(name)
		if c == nil || c.mention == nil {
			continue
		}
		switch k := c.mention.kind; {
		case k == kindPerson, k == kindName, k == kindDelegations && len(c.mention.persons) > 1 && len(c.mention.parties) == 0, (k == kindActors || k == kindPersons) && len(c.mention.persons) > 0:
			who = c.mention
		default:
			whose = c.mention
		}
	}
	if who == nil {
		d.trace.refuse("nobody is named whom it could be about")
		return
	}
	if who.kind != kindActors && who.kind != kindPersons && who.kind != kindDelegations {
		if p := d.personOf(who); p != nil {
			d.seat(base, who, p, whose)
		}
		return
	}
	people := slices.Compact(slices.Clone(who.persons))
	paired := whose != nil && len(whose.parties) == len(people) && len(people) > 1
	for k, p := range people {
		one := &mention{person: p, from: who.from, to: who.to}
		of := whose
		if paired {
			of = &mention{parties: whose.parties[k : k+1]}
		} else if d.lang.name == "ar" && base.kind == "head" && whose != nil && len(people) > 1 {
			d.trace.refuse("two people lead no delegation together")
			return
		} else if whose != nil && len(whose.parties) > 1 {
			d.trace.refuse("who leads which delegation is not told")
			return
		}
		d.seat(base, one, p, of)
	}
}

func (d *document) seat(base fact, who *mention, p *person, whose *mention) {
	parties := who.parties
	own := ""
	if whose != nil && whose.anaphor {
		own = d.partyOf(p, who) // "…, who heads the delegation": his own, whichever was named last
	}
	if own != "" {
		parties = []*party{{id: own}}
	} else if whose != nil {
		parties = whose.parties
	} else if len(parties) == 0 {
		if id := d.partyOf(p, who); id != "" {
			parties = []*party{{id: id}}
		}
	}
	if len(parties) == 0 {
		d.trace.refuse("nothing tells for which party the person acts")
	}
	for _, o := range parties {
		f := base
		f.party, f.person, f.title = d.resolve(o), p, who.title
		if f.party == "" {
			continue
		}
		if d.give(&f) != nil && p.party == "" && f.modality != graph.Denied {
			p.party = f.party
		}
		if whose == nil {
			break
		}
	}
}

// personOf is the person of a mention; a bare name becomes one.
func (d *document) personOf(m *mention) *person {
	if m.person != nil {
		return m.person
	}
	if m.kind != kindName {
		return nil
	}
	return d.person(m.from, m.to, nil, nil).person
}

// makeStatement records that somebody said something.
func (d *document) makeStatement(base fact, t template, m *machine) {
	var c *capture
	for _, name := range t.slots {
		if c = m.slotOf(name); c != nil && c.mention != nil {
			break
		}
	}
	if c == nil || c.mention == nil {
		return
	}
	if d.lang.cased && len(c.mention.persons) == 0 && c.mention.person == nil && d.continued(c.mention.from) {
		return // the last of a list: "the leaders of France and Germany announced"
	}
	matched := base.spans[0]
	base.round = d.speakingOf(c.mention.from)
	base.modality = graph.Happened // to deny something is to speak
	base.wording = d.sentenceOf(base.spans[0][0])
	base.spans = d.span(base.wording)
	to := max(c.mention.to, min(matched[1], c.mention.to+8))
	if d.lang.cased && c.mention.to < base.wording[1] && d.text.Tokens[c.mention.to].Norm == "," && c.mention.kind != kindInstitution {
		to = min(max(to, c.mention.to+4), base.wording[1]) // "said Lina Moss, a resident"
	}
	if d.outsider(max(base.wording[0], min(c.mention.from-6, matched[0])), to) {
		d.trace.refuse("an outsider speaks: a correspondent or analyst speaks for nobody at the talks")
		return
	}
	if p := d.personOf(c.mention); p != nil {
		if i := c.mention.to; d.lang.cased && i+1 < base.wording[1] && d.text.Tokens[i].Norm == "'s" && d.has(d.lang.class["office"], i+1, i+2) {
			if base.party = d.partyOf(p, c.mention); base.party != "" {
				d.give(&base) // "De Mistura's office said"
			}
			return
		}
		base.person = p
		d.give(&base)
		return
	}
	if d.personCovers(c.mention.from) {
		d.trace.refuse("a named spokesman's words are his own")
		return
	}
	for _, p := range c.mention.parties {
		f := base
		if f.party = d.resolve(p); f.party != "" {
			d.give(&f)
		}
	}
}

// outsider tells whether a word such as correspondent stands in a range, and
// not after "to": «قال لمراسل الوكالة».
func (d *document) outsider(from, to int) bool {
	for i := from; i < to; i++ {
		for _, f := range d.at(i) {
			if f.Label.Kind == lexicon.Class && f.Label.Class == d.lang.common.outsider && f.Clitics&lexicon.Preposition == 0 {
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

// speakingOf is the round at which something was said: the article's own,
// unless the paragraph turned to another before.
func (d *document) speakingOf(i int) *round {
	if t := d.topics[d.text.Tokens[i].Sentence]; t != nil {
		return t
	}
	return d.main
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

// makeAgenda records the topics of a list.
func (d *document) makeAgenda(base fact, c *capture, m *machine, before bool) {
	topics := c.topics
	if c.mention != nil {
		topics = []*mention{c.mention}
		if before {
			topics = d.topicsBefore(c.mention)
		}
	}
	for _, topic := range topics {
		f := base
		f.topic = topic.entry.ID
		f.spans = [][2]int{base.spans[0], {topic.from, topic.to}}
		f.wording = [2]int{topic.from, topic.to}
		if s := m.slotOf("session"); s != nil {
			f.date = d.day(s.mention)
		}
		d.give(&f)
	}
}

// topicsBefore lists the topics from the sentence's start to one, without those
// of another clause.
func (d *document) topicsBefore(last *mention) []*mention {
	var out []*mention
	for i := d.text.Sentences[d.text.Tokens[last.from].Sentence].From; i < last.to; i++ {
		if _, ok := d.classAt(i, d.lang.common.stop); ok {
			out = nil
		}
		out = append(out, d.mentions[kindTopic][i]...)
	}
	return out
}

// makeParties records a role of every party of a list.
func (d *document) makeParties(base fact, list *mention) {
	base.weak = base.kind == "delegation" && list.kind != kindDelegation
	if base.kind == "delegation" {
		for _, p := range list.persons {
			if id := d.partyOf(p, nil); id != "" {
				f := base
				f.kind, f.party, f.person = "member", id, p
				d.give(&f)
			}
		}
	}
	parties := list.parties
	if len(parties) == 0 && list.person != nil {
		if id := d.partyOf(list.person, list); id != "" {
			parties = []*party{{id: id}}
		}
	}
	for _, p := range parties {
		if base.kind == "host" && p.form == lexicon.Metonym {
			continue // a capital named as a place
		}
		f := base
		if f.party = d.resolve(p); f.party != "" && !((f.kind == "guarantor" || f.kind == "host") && d.belligerent(f.party)) {
			d.give(&f)
		} else {
			d.trace.refuse("who is meant is open, or guarantees talks about its own conflict")
		}
	}
}

// belligerent tells whether a party is of the state whose conflict the talks
// are about: such a one guarantees nothing.
func (d *document) belligerent(id string) bool {
	e := d.e.lexicon.Entry(lexicon.Party, id)
	return id == d.country || d.unlisted[id] || e != nil && e.Country == d.country && d.country != ""
}

// partyOf is the party that a person acts for.
func (d *document) partyOf(p *person, m *mention) string {
	if p.party != "" {
		return p.party
	}
	if m != nil && len(m.parties) > 0 {
		return d.resolve(m.parties[0])
	}
	for _, o := range p.mentions {
		if len(o.parties) > 0 {
			return d.resolve(o.parties[0])
		}
	}
	if p.known != nil {
		return p.known.Party
	}
	return ""
}

// makeMeeting records who met: all the parties together, or with each the
// first list's parties with each of the second's.
func (d *document) makeMeeting(base fact, r *rule, t template, m *machine) {
	var lists [][]string
	var seats []*mention // who met
	var told edtf.Date   // the day of the meeting before
	if c := m.slotOf(t.slots[0]); c != nil && c.mention != nil && d.continued(c.mention.from) {
		d.trace.refuse("the party stands within a list, which meets as a whole")
		return
	}
	if c := m.slotOf(t.slots[0]); c != nil && c.mention != nil && m.slotOf("other") != nil && d.behindPreposition(c.mention.from) {
		d.trace.refuse("the party stands behind a preposition: it was met")
		return
	}
	if len(m.captures) > 0 && d.metByOthers(m) {
		d.trace.refuse("the party stands behind a word for with: it was met")
		return
	}
	if c := m.slotOf(t.slots[0]); c != nil && c.mention != nil && c.mention.from == base.spans[0][0] && d.wasMet(c.mention.from) {
		d.trace.refuse("the party was met: \"X met Y and held talks with Z\"")
		return
	}
	for _, name := range t.slots {
		c := m.slotOf(name)
		if c == nil || c.mention == nil {
			continue
		}
		var ids []string
		for _, p := range c.mention.parties {
			if c.mention.kind == kindPerson {
				break
			}
			ids = append(ids, d.resolve(p))
		}
		for _, p := range c.mention.persons {
			id := d.partyOf(p, nil)
			ids = append(ids, id)
			if id != "" && c.mention.kind != kindDelegation && !d.possesses(p, c.mention.to) {
				seat := base
				seat.kind, seat.party, seat.person, seat.weak = "member", id, p, true
				d.give(&seat)
			}
		}
		ids = slices.DeleteFunc(ids, func(s string) bool { return s == "" })
		if d.lang.name == "ar" && len(c.mention.persons) == 0 && !d.has(d.lang.class["margins"], base.spans[0][0], m.extent) && slices.ContainsFunc(slices.Concat(d.mentions[kindDelegation][c.mention.from], d.mentions[kindDelegations][c.mention.from]), func(o *mention) bool { return o.weak }) {
			// Sides, experts and peoples who meet at a round take part in it.
			for _, id := range ids {
				seat := base
				seat.kind, seat.party, seat.weak = "delegation", id, true
				d.give(&seat)
			}
		}
		if len(ids) > 0 {
			lists = append(lists, ids)
			seats = append(seats, c.mention)
		}
	}
	if t.past {
		ids, day := d.metBefore(base.spans[0][0])
		lists, told = append(lists, ids), day
	}
	if t.with {
		if p := d.soleMediator(); p != nil {
			lists = append(lists, []string{d.partyOf(p, nil)})
		}
	}
	if c := m.slotOf("date"); c != nil {
		base.date = d.day(c.mention)
	} else {
		span := base.spans[0]
		if c := m.slotOf("first"); c != nil {
			span[0] = c.mention.to // of two meetings the second's day
		}
		base.date = cmp.Or(d.dateIn(span), told)
	}
	each := d.has(d.lang.common.each, base.spans[0][0], min(m.extent+6, m.end))
	if c := m.slotOf("other"); c != nil && c.mention != nil {
		each = each || len(lists) == 2 && len(lists[0]) == 1 && d.has(d.lang.class["bilateral"], base.spans[0][0], c.mention.from)
		each = each || d.has(d.lang.class["then"], c.mention.from, c.mention.to) // with one, then with another
	}
	if each && len(lists) == 2 {
		for _, a := range lists[0] {
			for _, b := range lists[1] {
				d.giveMeeting(base, []string{a, b})
			}
		}
	} else {
		d.giveMeeting(base, slices.Concat(lists...))
	}
	if len(lists) > 1 || len(seats) > 0 && len(seats[0].parties) > 1 {
		for _, c := range seats {
			d.seatMet(&base, c)
		}
	}
	if c := m.slotOf("other"); c != nil && c.mention != nil && c.mention.to == m.extent && len(lists) == 2 {
		d.furtherMeetings(&base, lists[0], m.extent)
	}
}

// metByOthers tells whether the first of those whom a pattern took stands behind
// مع or carries ب, so that somebody named before it met them.
func (d *document) metByOthers(m *machine) bool {
	first := m.captures[0].mention
	if first == nil || first.kind == kindDate {
		return false
	}
	i := first.from
	if i > 0 && d.text.Tokens[i-1].Norm == "مع" {
		return true
	}
	return strings.HasPrefix(d.text.Tokens[i].Norm, "ب") && d.prefixed(i)
}

// prefixed tells whether the name or noun of one who acts, at token i, carries a
// preposition: that of «بوفد», not the first letter of بيدرسون.
func (d *document) prefixed(i int) bool {
	found := false
	for _, f := range d.at(i) {
		switch f.Label.Kind {
		case lexicon.Party, lexicon.Generic, lexicon.Person, lexicon.TitleHead, lexicon.Given:
		case lexicon.Class:
			if c := f.Label.Class; c != d.lang.common.delegation && c != d.lang.common.representatives && c != d.lang.common.side && c != d.lang.common.guarantors {
				continue
			}
		default:
			continue
		}
		if f.Clitics&lexicon.Preposition == 0 {
			return false
		}
		found = true
	}
	return found
}

// possesses tells whether a list that ends at token i ends with somebody's
// genitive: those who met are "Tomah's men".
func (d *document) possesses(p *person, i int) bool {
	if !d.lang.cased || i >= len(d.text.Tokens) || d.text.Tokens[i].Norm != "'s" {
		return false
	}
	return slices.ContainsFunc(p.mentions, func(m *mention) bool { return m.to == i })
}

// wasMet tells whether a verb of meeting stands right before token i, whose
// object the actor there is.
func (d *document) wasMet(i int) bool {
	met := d.lang.class["met"]
	return d.lang.cased && i > 0 && (d.follows(i, met) || i > 1 && d.isArticle(i-1) && d.follows(i-1, met))
}

// behindPreposition tells whether the actor at token i carries a preposition:
// «اجتمع بالوفد», who is met and does not meet.
func (d *document) behindPreposition(i int) bool {
	if d.lang.name == "ar" {
		return d.prefixed(i) || i > 0 && d.text.Tokens[i-1].Norm == "مع"
	}
	for _, f := range d.at(i) {
		if f.Clitics&lexicon.Preposition != 0 {
			return true
		}
	}
	return false
}

// continued tells whether the actor at token i continues a list.
func (d *document) continued(i int) bool {
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-14); j < i; j++ {
		for _, m := range d.lists(kindActor, j) {
			if m.to > i {
				return true // inside another: "Akçapar of Türkiye"
			}
			if next, ok := d.connector(m.to); ok && next == i {
				return !slices.ContainsFunc(d.lists(kindActor, i), func(o *mention) bool { return d.newClause(j, m.to, o.to) })
			}
		}
	}
	return false
}

func (d *document) giveMeeting(base fact, parties []string) {
	slices.Sort(parties)
	parties = slices.Compact(parties)
	if len(parties) < 2 {
		d.trace.refuse("of those who met fewer than two parties are known")
		return
	}
	base.parties = parties
	d.give(&base)
}

// makeVenue records where a round is held, and its host where the phrase
// names the state too: "in the Kazakh capital".
func (d *document) makeVenue(base fact, at *mention) {
	f := base
	if f.place = d.placeOf(at); f.place == "" {
		d.trace.refuse("no place is known by these words")
		return
	}
	d.give(&f)
	for _, p := range at.parties {
		if d.e.countryOf(f.place) == p.id {
			h := base
			h.kind, h.party, h.place = "host", p.id, f.place
			d.give(&h)
		}
	}
}

// makeDated records when a round begins, ends or is held, or a plenary.
func (d *document) makeDated(base fact, t template, m *machine) {
	if c := m.slotOf("date"); c != nil && c.mention != nil {
		resolved := d.solution.Resolved[c.mention.date]
		base.date, base.basis = d.ahead(base.round, c.mention, resolved), resolved.Basis
		for _, s := range resolved.Support {
			base.spans = append(base.spans, [2]int{s.From, s.To})
		}
		if t.kind == "end" && base.date.IsInterval() && base.date.End().IsDay() {
			base.date = base.date.End() // "wound up the round, held from 19 to 25 January"
		}
		if t.kind == "start" && base.date.IsInterval() && base.date.End().IsDay() {
			base.kind = "hold" // "begins on 1 and 2 August"
		}
		if t.kind == "plenary" {
			for _, day := range resolved.Days {
				f := base
				f.date = day
				d.give(&f)
			}
			base.date = d.day(c.mention)
		}
	}
	if t.today {
		base.date, base.basis = d.anchor(), "the article's own day"
	}
	if base.date.IsZero() && t.kind != "plenary" || t.ranged && !base.date.IsInterval() {
		d.trace.refuse("the date cannot be solved, or is no range where the rule wants one")
		return
	}
	d.give(&base)
}

// ahead is the date of a mention, a year later where it says no year and would
// put a later round before the article's own day.
func (d *document) ahead(r *round, m *mention, resolved dates.Resolved) edtf.Date {
	anchor, date := d.anchor(), resolved.Date
	if r.process != d.main.process || r.number <= d.main.number || d.main.number == 0 || !anchor.IsDay() || date.IsZero() || date.IsInterval() || !date.Latest().Before(anchor.Earliest()) {
		return date
	}
	if points := d.dates[m.date].Points; len(points) != 1 || points[0].Year != 0 || points[0].Month == 0 {
		return date
	}
	return edtf.Of(date.Year()+1, date.Month(), date.Day())
}

// day is the date of a mention, its first day where it is a range.
func (d *document) day(m *mention) edtf.Date {
	return d.solution.Resolved[m.date].Date.Start()
}

// onlyDay is the day that the sentence of "the second day" names beside it: the
// only one within a few words, the zero date where there is none.
func (d *document) onlyDay(nth *mention) edtf.Date {
	day := edtf.Date{}
	sentence := d.text.Sentences[d.text.Tokens[nth.from].Sentence]
	for i := max(sentence.From, nth.from-10); i < min(sentence.To, nth.to+10); i++ {
		for _, m := range d.mentions[kindDate][i] {
			if o := d.day(m); o.IsDay() && day.IsZero() {
				day = o
			} else {
				return edtf.Date{}
			}
		}
	}
	return day
}

// dateIn is the date that the sentence of a passage gives it: one within the
// passage, else the only one of the sentence; the zero date where none does.
func (d *document) dateIn(span [2]int) edtf.Date {
	var inside, around []*mention
	sentence := d.text.Sentences[d.text.Tokens[span[0]].Sentence]
	for i := sentence.From; i < sentence.To; i++ {
		for _, m := range d.mentions[kindDate][i] {
			if i >= span[0] && i < span[1] {
				inside = append(inside, m)
			}
			around = append(around, m)
		}
	}
	if len(inside) > 0 {
		return d.day(inside[0])
	}
	if d.lang.name == "ar" {
		// The nearest day counts: «هذا الأسبوع … التقى … وفد المعارضة الثلاثاء».
		for _, m := range around {
			if m.from >= span[1] && m.from <= span[1]+3 && d.day(m).IsDay() && !d.parted(span[1], m.from) {
				return d.day(m)
			}
		}
		for k := len(around) - 1; k >= 0; k-- {
			if around[k].to <= span[0] && d.day(around[k]).IsDay() {
				return d.day(around[k])
			}
		}
	}
	if len(around) > 1 && around[0].to <= span[0] && d.parted(around[0].to, span[0]) {
		// "A met B on Sunday, and C saw D in his hotel on Tuesday."
		for _, m := range around[1:] {
			if m.from >= span[1] && m.from <= span[1]+8 && d.day(m).IsDay() && !d.parted(span[1], m.from) {
				return d.day(m)
			}
		}
	}
	if len(around) > 0 {
		return d.day(around[0])
	}
	return edtf.Date{}
}

// parted tells whether a mark or a word that carries the proclitic و stands
// between two tokens.
func (d *document) parted(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text.Tokens[i].Kind == text.Punct || d.joined(i) {
			return true
		}
	}
	return false
}

// makeNext records that a later round was set: its date, and that setting it
// is an outcome of the article's own.
func (d *document) makeNext(base fact, m *machine) {
	r, date := m.slotOf("round"), m.slotOf("date")
	if r == nil {
		// "They will meet again in July": the round after this one.
		r = &capture{mention: &mention{round: d.roundAfter(m.extent - 1)}}
	}
	if date == nil || r.mention.round == d.main || base.modality == graph.Denied && d.lang.cased {
		d.trace.refuse("it has no date, or is the article's own round")
		return
	}
	resolved := d.solution.Resolved[date.mention.date]
	if resolved.Date.IsZero() || !d.anchor().IsZero() && resolved.Date.Latest().Before(d.anchor().Earliest()) {
		d.trace.refuse("the date cannot be solved, or was over on the article's day")
		return
	}
	held := base
	held.kind, held.round, held.date, held.basis, held.modality = "hold", r.mention.round, resolved.Date, resolved.Basis, graph.Planned
	d.give(&held)
	if c := m.slotOf("venue"); c != nil && c.mention != nil {
		there := held
		there.kind, there.date = "venue", edtf.Date{}
		d.makeVenue(there, c.mention)
	}
	if r.mention.round.process != d.main.process {
		return
	}
	base.kind, base.round, base.value, base.modality = "outcome", d.main, "next-round-set", graph.Happened
	d.give(&base)
}
