package rules

import (
	"maps"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// A ledger gathers claims with their evidence.
type ledger struct {
	d        *document
	reported edtf.Date
	byID     map[graph.ID]*graph.Supported
}

// claims turns the document's facts into claims with evidence, each once,
// sorted by id.
func (d *document) claims(reported edtf.Date) []graph.Supported {
	l := &ledger{d: d, reported: reported, byID: map[graph.ID]*graph.Supported{}}
	if d.main != nil && d.anythingSaid() {
		l.rounds()
		for _, f := range d.facts {
			l.fact(f)
		}
		l.names()
	}
	out := make([]graph.Supported, 0, len(l.byID))
	for _, id := range slices.Sorted(maps.Keys(l.byID)) {
		out = append(out, *l.byID[id])
	}
	return out
}

// add records one piece of evidence for a claim.
func (l *ledger) add(subject graph.ID, p graph.Predicate, o graph.Object, f *fact) {
	c := graph.Claim{Subject: subject, Predicate: p, Object: o}
	id := c.ID()
	s, ok := l.byID[id]
	if !ok {
		s = &graph.Supported{Claim: c}
		l.byID[id] = s
	}
	e := graph.Evidence{Rule: f.rule, Modality: f.modality, Citing: f.citing, Confidence: confidence(f), Reported: l.reported}
	if p == graph.PredStart || p == graph.PredEnd || p == graph.PredDate {
		e.Basis = f.basis
	}
	for _, span := range f.spans {
		e.Spans = append(e.Spans, l.span(span, f.lead))
	}
	if !slices.ContainsFunc(s.Evidence, func(o graph.Evidence) bool { return o.Spans[0] == e.Spans[0] && o.Rule == e.Rule }) {
		s.Evidence = append(s.Evidence, e)
	}
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

func (l *ledger) span(r [2]int, lead int) graph.Span {
	t := l.d.text
	return graph.Span{Start: t.Tokens[r[0]].Start + lead, End: t.Tokens[r[1]-1].End, Quote: t.Quote(r[0], r[1])[lead:]}
}

func entity(kind, name string) graph.Object { return graph.Object{Entity: graph.MakeID(kind, name)} }

func (r *round) subject() graph.ID { return graph.MakeID("round", r.id) }

// rounds records each round with its process and number, wherever it is named.
func (l *ledger) rounds() {
	for _, r := range l.d.rounds {
		at := l.d.roundSpan(r)
		if at == [2]int{} {
			continue
		}
		f := &fact{round: r, rule: l.d.lang.name + ".round", modality: graph.Happened, spans: [][2]int{at}, weight: 1}
		l.add(r.subject(), graph.PredProcess, entity("process", r.process), f)
		if r.number > 0 {
			l.add(r.subject(), graph.PredNumber, graph.Object{Number: r.number}, f)
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
	subject := f.round.subject()
	seat := graph.MakeID("delegation", f.round.id+"/"+f.party)
	switch f.kind {
	case "start":
		l.add(subject, graph.PredStart, graph.Object{Date: f.date.Start()}, f)
	case "end":
		l.add(subject, graph.PredEnd, graph.Object{Date: f.date.Start()}, f)
	case "venue":
		l.add(subject, graph.PredVenue, entity("place", f.place), f)
	case "host", "guarantor", "observer", "mediator":
		l.add(subject, graph.Predicate(f.kind), entity("party", f.party), f)
	case "delegation":
		l.add(subject, graph.PredDelegation, graph.Object{Entity: seat}, f)
	case "head", "member":
		l.add(seat, graph.Predicate(f.kind), entity("person", f.person.id), f)
		if f.modality != graph.Denied && f.title != [2]int{} {
			t := *f
			t.spans = [][2]int{f.title}
			l.add(graph.MakeID("person", f.person.id), graph.PredTitle, graph.Object{Text: l.d.text.Quote(f.title[0], f.title[1]), Language: l.d.lang.name}, &t)
		}
	case "agenda":
		item := graph.MakeID("agenda", f.round.id+"/"+f.topic)
		l.add(subject, graph.PredAgenda, graph.Object{Entity: item}, f)
		if f.modality == graph.Denied {
			return // what is denied has no wording of its own
		}
		l.add(item, graph.PredText, graph.Object{Text: l.d.text.Quote(f.wording[0], f.wording[1]), Language: l.d.lang.name}, f)
		if !f.date.IsZero() {
			l.add(item, graph.PredSession, graph.Object{Date: f.date}, f)
		}
	case "meeting":
		l.dated(subject, graph.PredMeeting, graph.MakeID("meeting", f.round.id+"/"+strings.Join(f.parties, "+")), f)
	case "plenary":
		l.dated(subject, graph.PredPlenary, graph.MakeID("meeting", f.round.id+"/plenary"), f)
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
	speaker := graph.MakeID("party", f.party)
	if f.person != nil {
		speaker = graph.MakeID("person", f.person.id)
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
			l.add(id, graph.PredTopic, entity("topic", topic.entry.ID), f)
		}
	}
}

// names records how the article writes those whom its claims are about.
func (l *ledger) names() {
	wanted := map[graph.ID]bool{}
	for _, s := range l.byID {
		wanted[s.Claim.Subject] = true
		wanted[s.Claim.Object.Entity] = true
		if s.Claim.Subject.Kind() == "delegation" || s.Claim.Object.Entity.Kind() == "delegation" {
			id := s.Claim.Object.Entity
			if s.Claim.Subject.Kind() == "delegation" {
				id = s.Claim.Subject
			}
			if _, p, ok := strings.Cut(id.Name(), "/"); ok {
				wanted[graph.MakeID("party", p)] = true
			}
		}
		if id := s.Claim.Object.Entity; id.Kind() == "meeting" {
			_, list, _ := strings.Cut(id.Name(), "/")
			for _, p := range strings.Split(list, "+") {
				wanted[graph.MakeID("party", p)] = true
			}
		}
		if id := s.Claim.Object.Entity; id.Kind() == "agenda" {
			if _, topic, ok := strings.Cut(id.Name(), "/"); ok {
				wanted[graph.MakeID("topic", topic)] = true
			}
		}
	}
	taken := map[string]bool{} // one spelling belongs to one thing
	name := func(id graph.ID, from, to, lead int) {
		spelling := l.d.text.Quote(from, to)[lead:]
		key := id.Kind() + " " + text.Fold(spelling)
		if !wanted[id] || taken[string(id)+key] {
			return
		}
		taken[string(id)+key] = true
		l.add(id, graph.PredName, graph.Object{Text: spelling, Language: l.d.lang.name}, &fact{
			rule: l.d.lang.name + ".name", modality: graph.Happened, spans: [][2]int{{from, to}}, lead: lead, weight: 1})
	}
	for _, p := range l.d.persons {
		for _, m := range p.mentions {
			name(graph.MakeID("person", p.id), m.name[0], m.name[1], m.lead)
		}
	}
	for i := range l.d.mentions[kindParty] {
		for _, m := range l.d.mentions[kindParty][i] {
			if id := l.d.resolve(m.parties[0]); id != "" && m.form != 1 {
				name(graph.MakeID("party", id), m.from, m.to, l.d.lead(m.from))
			}
		}
		for _, m := range l.d.mentions[kindPlace][i] {
			if m.entry == nil || m.capital {
				continue
			}
			name(graph.MakeID("place", m.entry.ID), m.from, m.to, l.d.lead(m.from))
		}
		for _, m := range l.d.mentions[kindTopic][i] {
			name(graph.MakeID("topic", m.entry.ID), m.from, m.to, l.d.lead(m.from))
		}
		for _, m := range l.d.mentions[kindProcess][i] {
			name(graph.MakeID("process", m.entry.ID), m.from, m.to, l.d.lead(m.from))
		}
	}
}

// anythingSaid tells whether the article is about talks: it names a round, or
// says of talks that they begin, end or are held.
func (d *document) anythingSaid() bool {
	for _, f := range d.facts {
		if f.modality != graph.Denied && f.kind != "say" {
			return true
		}
	}
	return d.main.number > 0
}
