package rules

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// makeAgenda records the topics of a list.
func (d *document) makeAgenda(base fact, c *capture, m *machine, before bool) {
	topics := c.topics
	if c.mention != nil {
		topics = []*mention{c.mention}
		if before {
			topics = d.topicsBefore(c.mention)
		}
	}
	if base.modality == graph.Denied && d.wasMeant(base.spans[0][0], base.spans[0][1]) {
		base.modality = graph.Planned
	}
	for _, topic := range topics {
		if strings.HasSuffix(base.round.process, "-"+topic.entry.ID) {
			d.trace.refuse("the talks are called by it: \"talks on Darfur\"")
			continue
		}
		if !d.lang.cased && d.follows(topic.from, d.lang.common.guarantors) {
			d.trace.refuse("the states guarantee it: «الدول الضامنة لوقف إطلاق النار»")
			continue
		}
		f := base
		f.topic = topic.entry.ID
		f.spans = [][2]int{base.spans[0], {topic.from, topic.to}}
		f.wording = [2]int{topic.from, topic.to}
		if s := m.took("session"); s != nil {
			f.date = d.day(s)
		}
		d.give(&f)
		if broader := d.broaderWithin(topic); broader != "" {
			f.topic = broader
			d.give(&f)
		}
	}
}

// wasMeant tells whether what stands between two tokens was planned for a round, whether or
// not it came about: "the session was to have discussed the constitution". Languages without
// a class "was-meant" leave it out.
func (d *document) wasMeant(from, to int) bool {
	start := max(d.clauseStart(from), d.wordsBefore(from, 8))
	return d.has(d.lang.class["was-meant"], start, to) && !d.has(d.lang.common.deny, start, to) && !d.unreal(from) && !d.without(start)
}

// broaderWithin is the topic of which another is part where an Arabic text has its whole
// name, of several words, in that of the other: «مراقبة وقف إطلاق النار»; else "".
func (d *document) broaderWithin(topic *mention) string {
	broader := d.e.lexicon.Entry(lexicon.Topic, topic.entry.Broader)
	if broader == nil || broader.Labels[d.lang.name] == "" {
		return ""
	}
	name, label := string(d.appendNorms(nil, topic.from, topic.to)), text.Fold(broader.Labels[d.lang.name])
	if d.lang.cased || !strings.Contains(label, " ") || !strings.Contains(name, label) {
		return ""
	}
	return broader.ID
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
func (d *document) makeParties(base fact, list *mention, firm bool) {
	base.weak = base.kind == "delegation" && list.kind != kindDelegation && !firm
	if base.kind == "guarantor" && base.round != d.main && (!d.lang.cased && d.toFollow(base.round) || !d.namesRound(d.sentenceOf(list.from))) {
		base.round = d.main // «الجولة المقبلة … بعد موافقة الدول الضامنة»: they are the talks' guarantors
	}
	if base.kind == "observer" && !d.lang.cased && list.from > 0 && d.text.Tokens[list.from-1].Norm == "لدي" {
		d.trace.refuse("an ambassador is posted there: «سفيرها لدى كازاخستان بصفة مراقب»")
		return
	}
	if base.kind == "delegation" && (!d.lang.cased || !d.has(d.lang.class["sends-another"], list.to, base.spans[0][1])) {
		for _, p := range list.persons {
			if id := d.partyOf(p, nil); id != "" {
				f := base
				f.kind, f.party, f.person = "member", id, p
				d.give(&f)
			}
		}
	}
	if (base.kind == "observer" || base.kind == "guarantor") && len(list.persons) > 1 {
		for _, p := range list.persons {
			if f := base; d.partyOf(p, nil) != "" {
				f.party = d.partyOf(p, nil)
				d.give(&f)
			}
		}
		return
	}
	if base.kind == "guarantor" && d.lang.cased && d.guarantorsOfListBefore(base.spans[0][0], list.from) {
		d.trace.refuse("the word stands beside the list before it: \"Cuba and Norway, the guarantors, and Chile\"")
		return
	}
	if base.kind == "guarantor" && d.lang.cased && d.onlyBystanders(list) {
		d.trace.refuse("organisations beside the guarantors: \"the guarantors, the UN and the Red Cross\"")
		return
	}
	parties := list.parties
	if list.person != nil && (len(parties) == 0 || d.e.mediators[d.partyOf(list.person, list)]) {
		if id := d.partyOf(list.person, list); id != "" {
			parties = []*party{{id: id}}
		}
	}
	if base.kind == "observer" {
		parties = d.besidesTeams(list, parties)
	}
	if base.kind == "delegation" && d.statePlace(list) {
		d.trace.refuse("the state stands behind a word for in: it is a place")
		return
	}
	if base.weak && d.cameFrom(list, base.spans[0][0]) {
		d.trace.refuse("it is where somebody who is named came from")
		return
	}
	if base.kind == "observer" && !d.lang.cased {
		parties = d.behindNegotiators(parties)
	}
	for _, p := range parties {
		if base.weak && d.lang.cased && p.id == d.country && p.form == lexicon.Adjective && len(d.belligerents()) > 1 {
			d.trace.refuse("the state's own parties are named: \"Libyan officers\" are of either")
			continue
		}
		if base.kind == "host" && (p.form == lexicon.Metonym || !d.lang.cased && d.e.mediators[p.id]) {
			continue // a capital named as a place
		}
		if e := d.e.lexicon.Entry(lexicon.Party, p.id); base.kind == "host" && d.lang.cased && e != nil && e.Type != "state" && e.Type != "government" {
			d.trace.refuse("a host is a state")
			continue
		}
		f := base
		if f.party = d.resolve(p); f.party != "" && !((f.kind == "guarantor" || f.kind == "host") && d.belligerent(f.party)) {
			d.give(&f)
		} else {
			d.trace.refuse("who is meant is open, or guarantees talks about its own conflict")
		}
	}
}

// behindNegotiators are those of an Arabic list of observers who stand behind the
// guarantors and the sides with which it begins: «وفود الدول الضامنة: روسيا وتركيا
// وإيران، ووفد المعارضة، والأردن ولبنان بصفة مراقب»; all of them where it has none.
func (d *document) behindNegotiators(list []*party) []*party {
	var guarantors []string
	named := d.namedGuarantors()
	for _, p := range named[:min(3, len(named))] { // others are only listed behind them
		guarantors = append(guarantors, d.resolve(p))
	}
	from := 0
	for i, p := range list {
		if id := d.resolve(p); slices.Contains(guarantors, id) || d.belligerent(id) && !d.bystander(id) {
			from = i + 1
		}
	}
	if from == 0 || from == len(list) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list[from:]), func(p *party) bool { return d.e.mediators[p.id] })
}

// namesRound tells whether a round is named in a span of tokens.
func (d *document) namesRound(span [2]int) bool {
	for i := span[0]; i < span[1]; i++ {
		if len(d.mentions[kindRound][i]) > 0 {
			return true
		}
	}
	return false
}

// guarantorsOfListBefore tells whether a word such as guarantors at token i is said
// of a list of parties that ends right before it, and not of those from another token
// on.
func (d *document) guarantorsOfListBefore(i, from int) bool {
	to, ok := d.classAt(i, d.lang.common.guarantors)
	if !ok || to > from || to >= len(d.text.Tokens) || d.text.Tokens[to].Norm != "," {
		return false
	}
	if d.isArticle(i - 1) {
		i--
	}
	return i > 0 && d.text.Tokens[i-1].Norm == "," && d.ends(kindParty, i-1, 6)
}

// onlyBystanders tells whether a list is of several organisations alone.
func (d *document) onlyBystanders(list *mention) bool {
	for _, p := range list.parties {
		if !d.bystander(d.resolve(p)) {
			return false
		}
	}
	return len(list.parties) > 1
}

// statePlace tells whether a list is one state whose name, or adjective, stands
// right behind a word for in or to: "arrived in Kazakhstan's capital".
func (d *document) statePlace(list *mention) bool {
	if !d.lang.cased || len(list.parties) != 1 || len(list.persons) > 0 || list.from == 0 || list.kind == kindDelegation {
		return false
	}
	e := d.e.lexicon.Entry(lexicon.Party, list.parties[0].id)
	i := list.from
	if d.isArticle(i - 1) {
		i--
	}
	return e != nil && e.Type == "state" && d.follows(i, d.lang.common.in) && len(d.mentions[kindDelegation][list.from]) == 0
}

// cameFrom tells whether a list names where a person came from whose name ends at
// token i: "Joaquim Chissano flew in from Maputo".
func (d *document) cameFrom(list *mention, i int) bool {
	if !d.lang.cased || list.from == 0 || d.text.Tokens[list.from-1].Norm != "from" {
		return false
	}
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-24); j < i; j++ {
		for _, m := range d.mentions[kindPerson][j] {
			if m.to == i || m.to == i-1 && d.text.Tokens[m.to].Norm == "," {
				return true
			}
		}
	}
	return false
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
	if p.known != nil && d.e.mediators[p.known.Party] && !d.lang.cased && !d.titled(p, d.lang.common.ministry) {
		return p.known.Party // «نائبه المصري رمزي عز الدين رمزي» tells where he is from
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

// besidesTeams are those of an Arabic list of observers who stand behind a word for
// besides, where delegations stand before it: «وفود روسيا وتركيا، إضافة إلى الأردن بصفة مراقب».
func (d *document) besidesTeams(list *mention, parties []*party) []*party {
	class, ok := d.lang.class["besides-that"]
	if !ok || d.lang.cased {
		return parties
	}
	for i := list.from + 1; i < list.to; i++ {
		if _, besides := d.classAt(i, class); !besides || !d.has(d.lang.common.delegation, max(list.from-8, d.text.Sentences[d.text.Tokens[list.from].Sentence].From), i) {
			continue
		}
		behind := slices.DeleteFunc(slices.Clone(parties), func(p *party) bool { return p.from < i })
		if len(behind) > 0 {
			return behind
		}
	}
	return parties
}
