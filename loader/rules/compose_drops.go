package rules

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// dropPostponed takes back when and where a postponed round was to be held, and, of one that
// is not held, that those who convene the talks take part.
func (d *document) dropPostponed() {
	for _, s := range d.find("status", d.main) {
		if s.value == "cancelled" || s.value == "postponed" {
			d.drop("the round is not held", func(f *fact) bool {
				return f.round == d.main && (f.kind == "member" || f.kind == "delegation") && d.e.mediators[f.party]
			})
		}
		if s.value == "cancelled" {
			d.drop("the round was called off", func(f *fact) bool {
				if f.round != d.main {
					return false
				}
				switch f.kind {
				case "outcome":
					return f.value == "postponed"
				case "start", "end", "host":
					return d.lang.cased
				case "venue":
					return d.lang.cased || f.weight == 0
				}
				return false
			})
		}
		if s.value != "postponed" {
			return
		}
		d.drop("the round was postponed", func(f *fact) bool {
			return f.round == d.main && (f.kind == "start" || f.kind == "end" || f.kind == "venue" || f.kind == "host")
		})
	}
}

// dropTalkers takes back that those speak of the talks who only speak to each other, in a
// transcript: nobody says whom they act for. A transcript has three lines or more that begin
// with who speaks, and two who do.
func (d *document) dropTalkers() {
	if !d.lang.cased {
		return
	}
	labels, talkers := 0, map[string]bool{}
	for _, s := range d.text.Sentences {
		for i := s.From; i < min(s.From+4, s.To) && d.text.Tokens[s.From].Line; i++ {
			if d.text.Tokens[i].Norm == ":" && i > s.From && d.nameWord(i-1) {
				labels++
				talkers[d.text.Tokens[i-1].Norm] = true
				break
			}
		}
	}
	if labels < 3 || len(talkers) < 2 {
		return
	}
	d.drop("who speaks in the transcript acts for nobody", func(f *fact) bool {
		return f.kind == "say" && f.person != nil && d.partyOf(f.person, nil) == "" && !slices.ContainsFunc(d.facts, func(o *fact) bool {
			return (o.kind == "head" || o.kind == "member") && o.person == f.person
		}) && slices.ContainsFunc(f.person.mentions, d.isLabel)
	})
}

// dropNextVenues takes back of the article's round where the next one is to be held: "the
// two sides meet again in Caracas on August 14".
func (d *document) dropNextVenues() {
	if !d.lang.cased {
		return
	}
	for _, next := range slices.Clone(d.facts) {
		if next.kind != "venue" || next.round.process != d.main.process || next.round.number <= d.main.number || next.modality != graph.Planned {
			continue
		}
		from, to := next.spans[0][0], next.spans[0][1]
		d.drop("it is the next round's", func(f *fact) bool {
			return f.round == d.main && f.kind == "venue" && f.place == next.place && f.spans[0][0] >= from && f.spans[0][1] <= to
		})
	}
}

// An ofRound is a kind of fact or a party, of a round: those of one process that
// have no number are one.
type ofRound struct {
	what, process string
	number        int
}

func (f *fact) of(what string) ofRound { return ofRound{what, f.round.process, f.round.keyNumber()} }

// dropObservers takes back the delegations that stand only on "attended" or
// "representatives of": an observer who attends need not send a delegation.
func (d *document) dropObservers() {
	observers := map[ofRound]bool{}
	for _, f := range d.facts {
		if f.kind == "observer" {
			observers[f.of(f.party)] = true
		}
	}
	d.drop("an observer who attends need not send a delegation", func(f *fact) bool {
		return f.kind == "delegation" && f.weak && observers[f.of(f.party)]
	})
}

// drop takes facts back, and says why.
func (d *document) drop(why string, wrong func(*fact) bool) {
	d.facts = slices.DeleteFunc(d.facts, func(f *fact) bool {
		if wrong(f) {
			d.trace.drop(f, why)
			key := f.key()
			d.seen.remove(&key)
			return true
		}
		return false
	})
}

// dropVisitors takes back the seats of those who were only met, where nothing
// says that their party takes part.
func (d *document) dropVisitors() {
	seated := map[string]bool{}
	for _, f := range d.facts {
		if f.modality != graph.Denied && (f.kind == "delegation" || f.kind == "head" || f.kind == "guarantor" || f.kind == "mediator" || f.kind == "observer" || f.kind == "member" && !f.weak) {
			seated[f.party] = true
		}
	}
	d.drop("a visitor: nothing says that the party takes part", func(f *fact) bool {
		return f.kind == "member" && f.weak && !seated[f.party] && !d.e.mediators[f.party] && !d.mediatesByTitle(f)
	})
}

// mediatesByTitle tells whether somebody who met others is called a mediator, "the
// Norwegian facilitator Elisabeth Slattum". Languages without a class
// "mediator-title" do not ask.
func (d *document) mediatesByTitle(f *fact) bool {
	class := d.lang.class["mediator-title"]
	return class != 0 && slices.ContainsFunc(f.person.mentions, func(m *mention) bool { return d.has(class, max(0, m.from-1), m.to) })
}

// dropHosts takes back the seats of the host's officials, who open and chair
// sessions, where nothing says that their state takes part too.
func (d *document) dropHosts() {
	hosts, seated := map[string]bool{}, map[string]bool{}
	for _, f := range d.facts {
		switch {
		case f.kind == "host" && f.round == d.main:
			hosts[f.party] = true
		case f.modality == graph.Denied:
		case f.kind == "head", f.kind == "guarantor", f.kind == "mediator", f.kind == "observer", f.kind == "delegation" && !f.weak, f.convener:
			seated[f.party] = true
		}
	}
	var leading map[string]bool // who hosts the other leaders at their summit is one of them
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p != nil && p.Type == "summit" {
		leading = d.statesOf(p.Leaders)
	}
	guest := func(f *fact) bool {
		return f.round == d.main && hosts[f.party] && !seated[f.party] && !d.e.mediators[f.party] && !leading[f.party]
	}
	came := map[[2]int]bool{} // where the officials are told of
	for _, f := range d.facts {
		if f.kind == "member" && guest(f) {
			came[f.spans[0]] = true
		}
	}
	d.drop("an official of the host: nothing says that the state takes part", func(f *fact) bool {
		return guest(f) && (f.kind == "member" || f.kind == "delegation" && f.weak && came[f.spans[0]])
	})
}

// dropHolds takes back "held on" where the same words say "ended on", but for days
// of which that is the last: "lasted from 15 to 20 May and adjourned".
func (d *document) dropHolds() {
	d.drop("the same words say that it ended then", func(f *fact) bool {
		if f.kind != "hold" {
			return false
		}
		month := d.lang.cased && !f.date.IsInterval() && !f.date.IsDay() // "The seventh session, in March, ended in tears"
		return slices.ContainsFunc(d.facts, func(o *fact) bool {
			return o.kind == "end" && o.round == f.round && !(f.date.IsInterval() && f.date.End() == o.date) && !(month && f.date == o.date) && o.spans[0][0] < f.spans[0][1] && f.spans[0][0] < o.spans[0][1]
		})
	})
}

// dropElsewhere takes back the meetings that the article puts in another city
// than its round, "in Moscow de Mistura met Lavrov", and the seats that stand on
// them.
func (d *document) dropElsewhere() {
	venue := d.firmestVenue()
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); venue == "" && p != nil {
		venue = p.Place
	}
	if venue == "" {
		return
	}
	d.drop("it was elsewhere than the round", func(f *fact) bool {
		if f.round != d.main || f.kind != "meeting" && !(f.kind == "member" && f.weak) {
			return false
		}
		if d.has(d.lang.class["prepares"], f.spans[0][0], d.sentenceEnd(f.spans[0][0])) {
			return false // ministers who met elsewhere to prepare the round
		}
		place := d.placeOfClause(f.spans[0])
		return place != "" && place != venue && place != sameCity && d.e.countryOf(place) != d.e.countryOf(venue)
	})
}

// firmestVenue is the place of the article's round that is said most firmly, of
// equals the first; "" where none is said.
func (d *document) firmestVenue() string {
	place, weight := "", 0
	for _, f := range d.find("venue", d.main) {
		if place == "" || f.weight > weight {
			place, weight = f.place, f.weight
		}
	}
	return place
}

// dropLongBefore takes back the meetings that were held more than a month before the
// round began: "had last met the Turks in 2015".
func (d *document) dropLongBefore() {
	starts := d.find("start", d.main)
	if len(starts) == 0 || !starts[0].date.IsDay() {
		return
	}
	first := starts[0].date.Earliest().AddDate(0, -1, 0)
	d.drop("it was long before the round", func(f *fact) bool {
		return f.kind == "meeting" && f.round == d.main && !f.date.IsZero() && f.date.Latest().Before(first)
	})
}

// placeOfClause is the place that the clause of a passage names with a word for
// "in", "" where it names none or more than one.
func (d *document) placeOfClause(span [2]int) string {
	place := ""
	to := span[1]
	for end := min(d.sentenceEnd(span[0]), to+6); d.lang.cased && to < end && d.text.Tokens[to].Kind != text.Punct; {
		to++ // "met his counterpart last week in Moscow"
	}
	from := d.clauseStart(span[0])
	if first := d.text.Sentences[d.text.Tokens[span[0]].Sentence].From; d.lang.cased && from > first && from <= first+8 && d.text.Tokens[from-1].Norm == "," {
		from = first // "A week ago in Damascus, he met the president."
	}
	if id := d.placeBeforeWhere(from, span); id != "" {
		return id
	}
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindVenue][i] {
			if d.lang.cased && d.text.Tokens[min(i+1, m.to-1)].Norm == "from" {
				continue // "flew in from Moscow"
			}
			if !d.lang.cased && d.tellsWho(m) {
				continue // «مندوبها في نيويورك بشار الجعفري»
			}
			id := d.placeOf(m)
			if place != "" && id != place {
				return ""
			}
			place = id
		}
		for range d.mentions[kindRound][i] {
			return ""
		}
	}
	return place
}

// placeBeforeWhere is the place of which the clause of a passage, from a token on, says what
// happened there: «القادم من موسكو، حيث التقى وزير الخارجية», "flew in from Moscow, where he
// met Lavrov". Nothing may stand between the place and "where" but a comma.
func (d *document) placeBeforeWhere(from int, span [2]int) string {
	class, ok := d.lang.class["where"]
	if !ok {
		return ""
	}
	first := d.text.Sentences[d.text.Tokens[span[0]].Sentence].From
	for i := max(first, from-2); i < span[1]; i++ {
		if _, where := d.classAt(i, class); !where {
			continue
		}
		before := i - 1
		if before > first && d.text.Tokens[before].Norm == "," {
			before--
		}
		for j := max(first, before-2); j <= before; j++ {
			if f := d.entryAt(j, lexicon.Place); f != nil && f.To == before+1 {
				return f.Label.Entry.ID
			}
		}
	}
	return ""
}

// tellsWho tells whether a place is part of the words that say who a person is.
func (d *document) tellsWho(place *mention) bool {
	for i := max(0, place.from-8); i < place.from; i++ {
		if slices.ContainsFunc(d.mentions[kindPerson][i], func(m *mention) bool { return m.to > place.to }) {
			return true
		}
	}
	return false
}

// dropLeaders takes back the heads that stand only on a party "led by" somebody,
// which weighs nothing, where another is said to lead its delegation: the leader
// of a movement stays at home.
func (d *document) dropLeaders() {
	d.drop("another leads the party's delegation", func(f *fact) bool {
		return f.kind == "head" && f.weight == 0 && slices.ContainsFunc(d.facts, func(o *fact) bool {
			return o.kind == "head" && o.weight > 0 && o.round == f.round && o.party == f.party && o.person != f.person
		})
	})
}

// dropOrigins takes back a head who is only said to be "of" a state right behind
// the words by which he leads another party's delegation: "the African Union's team
// is headed by Olusegun Obasanjo of Nigeria".
func (d *document) dropOrigins() {
	d.drop("the words say where he comes from: he leads another delegation", func(f *fact) bool {
		return f.kind == "head" && f.loose && slices.ContainsFunc(d.facts, func(o *fact) bool {
			return o.kind == "head" && !o.loose && o.person == f.person && o.round == f.round && o.party != f.party && d.toldIn(o) == d.toldIn(f)
		})
	})
}

// dropNestedHeads takes back a head who is only named in the words that say who
// another is, "Redwan Hussien, adviser to Prime Minister Abiy Ahmed, is at the head
// of the government side", or by a part of the other's name.
func (d *document) dropNestedHeads() {
	within := func(o, f *fact) bool {
		from, to := o.spans[0][0], f.spans[0][0]
		if o.spans[0][1] != f.spans[0][1] || from >= to || d.text.Tokens[from].Sentence != d.text.Tokens[to].Sentence {
			return false
		}
		office := d.has(d.lang.class["deputy-to"], from, to+8) && !d.has(d.lang.common.and, from, to)
		return office || to-from <= 2 && !d.parted(from, to)
	}
	d.drop("named only within the words that say who another is, who leads the delegation", func(f *fact) bool {
		return f.kind == "head" && d.lang.cased && slices.ContainsFunc(d.facts, func(o *fact) bool {
			return o.kind == "head" && o.round == f.round && o.party == f.party && o.person != f.person && o.rule == f.rule && within(o, f)
		})
	})
}

// dropLeadAsides takes back what an Arabic text tells of its own round though it is of another time: a
// meeting that is the round itself, «يجتمع ممثلو المغرب والجزائر في جولة ثانية»; a plenary that is still
// to come and has no day; a beginning of what was only suspended, «استأنفت الجولة السابعة بعدما علقت»;
// and what the sides had signed in another month before, «وكان الطرفان قد وقعا في يناير اتفاقاً».
func (d *document) dropLeadAsides() {
	if d.lang.cased {
		return
	}
	d.drop("those who meet so hold the round", func(f *fact) bool { return f.kind == "meeting" && f.round == d.main && d.meetsInRound(f) })
	d.drop("a plenary to come of which no day is told", func(f *fact) bool {
		return f.kind == "plenary" && f.round == d.main && f.modality == graph.Planned && f.date.IsZero()
	})
	d.drop("it had begun before and was suspended", func(f *fact) bool {
		s := d.text.Sentences[d.toldIn(f)]
		return f.kind == "start" && d.has(d.lang.class["resume"], f.spans[0][0], f.spans[0][1]) && d.has(d.lang.class["was-suspended"], f.spans[0][0], s.To)
	})
	d.drop("it was in another month, before the round", func(f *fact) bool {
		return (f.kind == "outcome" && f.value == "agreement" || f.kind == "end" && strings.HasSuffix(f.rule, ".fallback.signed-end")) && f.round == d.main && d.toldAsEarlier(f)
	})
}

// meetsInRound tells whether a verb with which a sentence begins says that the parties of a meeting
// meet, with no other, in a round that it counts.
func (d *document) meetsInRound(f *fact) bool {
	s := d.text.Sentences[d.toldIn(f)]
	from, together := f.spans[0][1], strings.HasSuffix(f.rule, ".meeting.together") && len(f.parties) > 1
	if !together {
		from = f.spans[0][0] + 1
	}
	if f.spans[0][0] > s.From+1 || !together && (!strings.HasSuffix(f.rule, ".meeting.met") || len(f.parties) < 3) {
		return false
	}
	for i := from; i < min(f.spans[0][1]+7, s.To) && d.text.Tokens[i].Kind != text.Punct; i++ {
		if _, with := d.classAt(i, d.lang.class["with"]); with && !together && !d.has(d.lang.class["toward"], i, i+1) {
			return false
		}
		if to, in := d.classAt(i, d.lang.class["within-round"]); in && to < s.To && slices.ContainsFunc(d.mentions[kindRound][to], func(m *mention) bool { return m.round == d.main && m.round.number > 0 }) {
			return true
		}
	}
	return false
}

// toldAsEarlier tells whether a sentence that begins with "was" tells a fact with another month than
// the article's, and names no round.
func (d *document) toldAsEarlier(f *fact) bool {
	s := d.text.Sentences[d.toldIn(f)]
	if !d.has(d.lang.class["it-was"], s.From, s.From+1) {
		return false
	}
	for i := s.From; i < s.To; i++ {
		if len(d.mentions[kindRound][i]) > 0 {
			return false
		}
	}
	day := d.anchor()
	return day.IsDay() && d.dayIn(s, func(m *dates.Mention) bool { months, ok := m.MonthsBefore(day); return ok && months > 0 })
}

// dropNoneYet takes back that nothing came of the article's round where an Arabic text says so of
// days on which it goes on, «دخلت المشاورات يومها العاشر من دون اختراق», or of those before it, «بعد
// ثلاث جولات انتهت من دون اتفاق».
func (d *document) dropNoneYet() {
	if d.lang.cased {
		return
	}
	enters, counting := d.lang.class["enters-day"], d.lang.class["counting"]
	d.drop("it is said of days on which the talks go on, or of earlier rounds", func(f *fact) bool {
		if f.kind != "outcome" || f.value != "no-agreement" || f.round != d.main {
			return false
		}
		at := f.spans[0][0]
		from := max(d.text.Sentences[d.toldIn(f)].From, at-16)
		for i := from; i < at; i++ {
			if slices.ContainsFunc(d.mentions[kindRound][i], func(m *mention) bool { return m.listed }) {
				return true // «بعد جولتين، الأولى في مايو والثانية في يونيو، لم تسفرا عن نتيجة»
			}
			if (d.ends(kindDay, at, 3) || d.ends(kindDay, at-1, 3)) && d.has(enters, i, i+1) {
				return true
			}
			if to, ok := d.classAt(i, counting); ok && d.follows(i, d.lang.class["since"]) && d.several(to) {
				return true
			}
		}
		return false
	})
}

// dropRivals keeps one start, end and venue of a round: the firmest, then the
// first. A head is no member too.
func (d *document) dropRivals() {
	best := map[ofRound]*fact{}
	for _, f := range d.facts {
		switch f.kind {
		case "start", "end", "venue":
			key := f.of(f.kind)
			if o := best[key]; f.modality != graph.Denied && (o == nil || precision(f.date) > precision(o.date) || precision(f.date) == precision(o.date) && f.weight > o.weight) {
				best[key] = f
			}
		}
	}
	d.drop("it would begin after its end, which is past: other talks are meant", func(f *fact) bool {
		end := best[f.of("end")]
		return f.kind == "start" && d.lang.cased && f.modality == graph.Planned && end != nil && end.modality == graph.Happened && end.date.IsDay() && f.date.Earliest().After(end.date.Earliest())
	})
	heads := map[*person]*round{}
	for _, f := range d.facts {
		if f.kind == "head" {
			heads[f.person] = f.round
		}
	}
	d.drop(rival+": another is more precise, said more firmly or said before", func(f *fact) bool {
		return (f.kind == "start" || f.kind == "end" || f.kind == "venue") && f.modality != graph.Denied && best[f.of(f.kind)] != f
	})
	d.drop("the state was named with another place than the venue", func(f *fact) bool {
		v := best[f.of("venue")]
		return f.kind == "host" && f.place != "" && v != nil && d.e.countryOf(v.place) != f.party
	})
	d.dropLeaders()
	d.dropOrigins()
	d.dropNestedHeads()
	main := d.find("head", d.main)
	d.drop("the person heads another delegation, and this one has another head", func(f *fact) bool {
		return f.kind == "head" && f.round == d.main && f.modality != graph.Denied &&
			slices.ContainsFunc(main, func(o *fact) bool { return o.person == f.person && o.party != f.party }) &&
			slices.ContainsFunc(main, func(o *fact) bool {
				return o.person != f.person && o.party == f.party && !slices.ContainsFunc(main, func(q *fact) bool { return q.person == o.person && q.party != o.party })
			})
	})
	d.drop("the person heads the delegation", func(f *fact) bool { return f.kind == "member" && heads[f.person] == f.round })
}
