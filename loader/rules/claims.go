package rules

import (
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// claims turns the document's facts into claims with evidence, each once,
// sorted by id.
func (d *document) claims(reported edtf.Date) []graph.Supported {
	l := &d.ledger
	l.d, l.reported = d, reported
	if d.main != nil && d.anythingSaid() {
		l.rounds()
		for _, f := range d.facts {
			l.fact(f)
		}
		l.names()
	}
	return l.supported()
}

// confidence is higher for what a rule states outright than for what follows
// from several statements.
func confidence(f *fact) float64 {
	if f.weight == 0 {
		return 0.6
	}
	if f.modality == graph.Planned {
		return 0.8
	}
	return 0.9
}

func (l *ledger) subject(r *round) graph.ID {
	if r.subjectID == "" {
		r.subjectID = l.id("round:", r.id)
	}
	return r.subjectID
}

// rounds records each round with its process and number, wherever it is named.
func (l *ledger) rounds() {
	for _, r := range l.d.rounds {
		at := l.d.roundSpan(r)
		if at == [2]int{} {
			continue
		}
		f := &fact{round: r, rule: l.d.lang.name + ".round", modality: graph.Happened, spans: l.d.span(at), weight: 1}
		l.add(l.subject(r), graph.PredProcess, l.entity("process", r.process), f)
		if r.number > 0 {
			l.add(l.subject(r), graph.PredNumber, graph.Object{Number: r.number}, f)
		}
	}
}

// roundSpan is the first mention of a round, in the body where there is one.
func (d *document) roundSpan(r *round) [2]int {
	var first [2]int
	for i, list := range d.mentions[kindRound] {
		for _, m := range list {
			if m.round != r {
				continue
			}
			if first == [2]int{} {
				first = [2]int{m.from, m.to}
			}
			if d.blocks[d.text.Tokens[i].Sentence] == "body" {
				return [2]int{m.from, m.to}
			}
		}
	}
	if first == [2]int{} && len(d.text.Tokens) > 0 && r.first < len(d.text.Tokens) {
		return [2]int{r.first, r.first + 1}
	}
	return first
}

// fact records what one fact says.
func (l *ledger) fact(f *fact) {
	subject := l.subject(f.round)
	seat := func() graph.ID { return l.id("delegation:", f.round.id, "/", f.party) }
	switch f.kind {
	case "start":
		l.add(subject, graph.PredStart, graph.Object{Date: f.date.Start()}, f)
	case "end":
		l.add(subject, graph.PredEnd, graph.Object{Date: f.date.Start()}, f)
	case "venue":
		l.add(subject, graph.PredVenue, l.entity("place", f.place), f)
	case "host", "guarantor", "observer", "mediator":
		l.add(subject, graph.Predicate(f.kind), l.entity("party", f.party), f)
	case "delegation":
		l.add(subject, graph.PredDelegation, graph.Object{Entity: seat()}, f)
	case "head", "member":
		l.add(seat(), graph.Predicate(f.kind), l.entity("person", f.person.id), f)
		if f.modality != graph.Denied && f.title != [2]int{} {
			l.title(f)
		}
	case "agenda":
		item := l.id("agenda:", f.round.id, "/", f.topic)
		l.add(subject, graph.PredAgenda, graph.Object{Entity: item}, f)
		if f.modality == graph.Denied {
			return // what is denied has no wording of its own
		}
		l.add(item, graph.PredText, graph.Object{Text: l.d.text.Quote(f.wording[0], f.wording[1]), Language: l.d.lang.name}, f)
		if !f.date.IsZero() {
			l.add(item, graph.PredSession, graph.Object{Date: f.date}, f)
		}
	case "meeting":
		l.dated(subject, graph.PredMeeting, l.id("meeting:", f.round.id, "/", strings.Join(f.parties, "+")), f)
	case "plenary":
		l.dated(subject, graph.PredPlenary, l.id("meeting:", f.round.id, "/plenary"), f)
	case "say":
		l.statement(subject, f)
	case "outcome":
		id := graph.HashID("outcome", f.round.id, f.value)
		l.add(subject, graph.PredOutcome, graph.Object{Entity: id}, f)
		if f.modality == graph.Denied {
			return
		}
		l.add(id, graph.PredKind, graph.Object{Text: f.value}, f)
		l.add(id, graph.PredText, graph.Object{Text: l.d.text.Quote(f.wording[0], f.wording[1]), Language: l.d.lang.name}, f)
	case "status":
		l.add(subject, graph.PredStatus, graph.Object{Text: f.value}, f)
	}
}

func (l *ledger) dated(subject graph.ID, p graph.Predicate, id graph.ID, f *fact) {
	l.add(subject, p, graph.Object{Entity: id}, f)
	if !f.date.IsZero() && f.modality != graph.Denied {
		l.add(id, graph.PredDate, graph.Object{Date: f.date}, f)
	}
}

func (l *ledger) statement(subject graph.ID, f *fact) {
	said := l.d.text.Quote(f.wording[0], f.wording[1])
	speaker := l.id("party:", f.party)
	if f.person != nil {
		speaker = l.id("person:", f.person.id)
	}
	id := graph.HashID("statement", f.round.id, string(speaker), text.Fold(said))
	l.add(subject, graph.PredStatement, graph.Object{Entity: id}, f)
	l.add(id, graph.PredSpeaker, graph.Object{Entity: speaker}, f)
	l.add(id, graph.PredText, graph.Object{Text: said, Language: l.d.lang.name}, f)
	manner := "indirect"
	for i := f.wording[0]; i < f.wording[1]; i++ {
		if l.d.text.Tokens[i].Norm == "\"" {
			manner = "direct"
			break
		}
	}
	l.add(id, graph.PredManner, graph.Object{Text: manner}, f)
	for i := f.wording[0]; i < f.wording[1]; i++ {
		for _, topic := range l.d.mentions[kindTopic][i] {
			l.add(id, graph.PredTopic, l.entity("topic", topic.entry.ID), f)
		}
	}
}

// names records how the article writes those whom its claims are about.
func (l *ledger) names() {
	for k := range l.entries {
		c := &l.entries[k].claim
		l.want(c.Subject)
		l.want(c.Object.Entity)
	}
	d := l.d
	l.nameRule = d.lang.name + ".name"
	for _, p := range d.persons {
		if who := l.thing("person:", p.id); who > 0 {
			for _, m := range p.mentions {
				l.name(who, m.name[0], m.name[1], m.lead)
			}
		}
	}
	const named = 1<<kindParty | 1<<kindPlace | 1<<kindTopic | 1<<kindProcess
	for i := range d.spots {
		if d.spots[i].mentions&named == 0 {
			continue
		}
		for _, m := range d.mentions[kindParty][i] {
			if m.form != lexicon.Adjective {
				id := d.resolve(m.parties[0])
				l.nameOf("party:", id, m)
				if whole := d.withState(m, id); whole != nil {
					l.nameOf("party:", id, whole)
				}
			}
		}
		for _, m := range d.mentions[kindPlace][i] {
			if m.entry != nil && !m.capital {
				l.nameOf("place:", m.entry.ID, m)
			}
		}
		for _, m := range d.mentions[kindTopic][i] {
			l.nameOf("topic:", m.entry.ID, m)
		}
		for _, m := range d.mentions[kindProcess][i] {
			l.nameOf("process:", m.entry.ID, m)
		}
	}
	l.namesOfTalks()
}

// withState is a party that is named by a common noun with the adjective of its
// state beside it: "the Philippine government", «الحكومة الفلبينية»; nil where
// none stands there.
func (d *document) withState(m *mention, id string) *mention {
	if m.parties[0].generic == nil {
		return nil
	}
	from, to := m.from, m.to
	if d.lang.before {
		from = max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-3)
	}
	if d.lang.after {
		to = min(m.to+1, d.sentenceEnd(m.from))
	}
	for i := from; i < to; i++ {
		for _, a := range d.mentions[kindAdjective][i] {
			if (a.to == m.from || a.from == m.to) && d.resolve(a.parties[0]) == id {
				return &mention{from: min(a.from, m.from), to: max(a.to, m.to)}
			}
		}
	}
	return nil
}

// want notes what a claim is about: its names are wanted.
func (l *ledger) want(id graph.ID) {
	kind, name, _ := strings.Cut(string(id), ":")
	_, part, _ := strings.Cut(name, "/")
	switch kind {
	case "party", "person", "place", "process", "topic":
		l.wantNamed(string(id[:len(kind)+1]), name)
	case "delegation":
		l.wantNamed("party:", part)
	case "agenda":
		l.wantNamed("topic:", part)
	case "meeting":
		for p := range strings.SplitSeq(part, "+") {
			l.wantNamed("party:", p)
		}
	}
}

// wantNamed notes that the names of a thing are wanted.
func (l *ledger) wantNamed(kind, name string) {
	if l.thing(kind, name) == 0 {
		l.things = append(l.things, l.id(kind, name))
		l.wanted[l.things[len(l.things)-1]] = len(l.things)
	}
}

// thing is the number of a thing whose names are wanted, else 0.
func (l *ledger) thing(kind, name string) int {
	l.bytes = append(append(l.bytes[:0], kind...), name...)
	return l.wanted[graph.ID(l.bytes)]
}

// nameOf records how a mention writes the name of what it means.
func (l *ledger) nameOf(kind, id string, m *mention) {
	if n := l.thing(kind, id); n > 0 {
		l.name(n, m.from, m.to, l.d.lead(m.from))
	}
}

// name records one way of writing a thing's name; one that differs in case or
// marks alone is none of its own.
func (l *ledger) name(thing, from, to, lead int) {
	spelling := l.d.text.Quote(from, to)[lead:]
	key := naming{thing, spelling}
	if l.named[key] {
		return
	}
	l.named[key] = true
	l.bytes = text.AppendFold(l.bytes[:0], spelling)
	if l.taken[naming{thing, string(l.bytes)}] {
		return
	}
	l.taken[naming{thing, string(l.bytes)}] = true
	l.add(l.things[thing-1], graph.PredName, graph.Object{Text: spelling, Language: l.d.lang.name}, &fact{
		rule: l.nameRule, modality: graph.Happened, spans: l.d.span([2]int{from, to}), lead: lead, weight: 1})
}

// anythingSaid tells whether anything is said of talks: a round by its number, or any
// fact but what somebody says.
func (d *document) anythingSaid() bool {
	for _, f := range d.facts {
		if f.modality != graph.Denied && f.kind != "say" {
			return true
		}
	}
	return d.main.number > 0
}
