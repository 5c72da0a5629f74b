package rules

import (
	"maps"
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// mediators seats those who speak for a party that mediates the talks.
func (d *document) mediators() {
	for _, m := range d.find("mediator", d.main) {
		d.seatSpeakers(m.party, "the person speaks for the party that mediates")
	}
}

// seatMediator seats the envoy who convenes the process and speaks of its
// round, once that has begun.
func (d *document) seatMediator() {
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	begun := slices.ContainsFunc(d.find("status", d.main), func(f *fact) bool { return f.value == "underway" || f.value == "concluded" })
	if p != nil && p.Mediator != "" && begun {
		d.seatSpeakers(p.Mediator, "the person speaks for the party that convenes the process")
	}
}

// speakingHeads names those of whom a rule knows only that they speak as heads of
// a delegation: "the head of the Russian team said".
func (d *document) speakingHeads() {
	heads := d.find("head", d.main)
	for _, f := range d.find("say", d.main) {
		if f.value != "head" {
			continue
		}
		for _, h := range heads {
			if h.party == f.party {
				g := *f
				g.value, g.party, g.person, g.derived = "", "", h.person, "the head of the delegation, whom the article names"
				d.give(&g)
				break
			}
		}
	}
	d.drop("who heads the delegation is not told", func(f *fact) bool { return f.kind == "say" && f.value == "head" })
}

// speakingOffices tells who spoke where the text names only an office: the one person of the
// article who acts for those whose office it is, and where it names none of theirs they
// themselves. Who of several is meant is not told.
func (d *document) speakingOffices() {
	for _, f := range d.find("say", d.main) {
		if f.value != "office" {
			continue
		}
		theirs := func(p *person) bool { return d.partyOf(p, nil) == f.party }
		g := *f
		g.value = ""
		if p := d.solePerson(theirs); p != nil {
			g.party, g.person, g.derived = "", p, "the only person of the article who acts for those whose office it is"
		} else if slices.ContainsFunc(d.persons, theirs) {
			continue
		}
		d.give(&g)
	}
	d.drop("who holds the office is not told", func(f *fact) bool { return f.kind == "say" && f.value == "office" })
}

// seatSpeakers makes members of those who speak for a party.
func (d *document) seatSpeakers(party, derived string) {
	for _, f := range d.find("say", d.main) {
		if f.person != nil && d.partyOf(f.person, nil) == party && !d.titled(f.person, d.lang.class["un-spokesman"]) && !d.stayedAway(f.person) && !d.saidElsewhere(f) {
			g := *f
			g.kind, g.party, g.rule, g.derived = "member", party, d.lang.name+".mediator-speaks", derived
			d.give(&g)
		}
	}
}

// stayedAway tells whether a relative clause behind the name says that a person
// did not come: «المبعوث مارتن غريفيث، الذي لم يحضر الاجتماع». Languages without a
// class "absent" leave it out.
func (d *document) stayedAway(p *person) bool {
	return slices.ContainsFunc(p.mentions, func(m *mention) bool {
		i := m.to
		if i < len(d.text.Tokens) && d.text.Tokens[i].Norm == "," {
			i++
		}
		to, relative := d.classAt(i, d.lang.common.relative)
		return relative && d.has(d.lang.class["absent"], to, min(to+2, d.sentenceEnd(m.from)))
	})
}

// saidElsewhere tells whether words are told to have been said in another city
// than the round's: "said in Addis Ababa".
func (d *document) saidElsewhere(f *fact) bool {
	venue := ""
	for _, v := range d.find("venue", f.round) {
		venue = v.place
	}
	r := d.text.Sentences[d.toldIn(f)]
	for i := r.From + 1; i < r.To && d.lang.cased && venue != ""; i++ {
		for _, m := range d.mentions[kindVenue][i] {
			if place := d.placeOf(m); d.follows(i, d.lang.class["strict-say"]) && place != venue && place != sameCity {
				return true
			}
		}
	}
	return false
}

// titled tells whether a title of a person has a word of a class.
func (d *document) titled(p *person, class int) bool {
	return slices.ContainsFunc(p.mentions, func(m *mention) bool { return d.has(class, m.title[0], m.title[1]) })
}

// besideHeads makes members of the chief negotiators of delegations that another
// heads: "Nasr al-Hariri headed the delegation, with Mohammad Sabra as its chief
// negotiator".
func (d *document) besideHeads() {
	class, ok := d.lang.class["chief-negotiator"]
	if !ok {
		return
	}
	negotiates := func(f *fact) bool {
		return d.has(class, f.spans[0][0], f.spans[0][1]) && !d.has(d.lang.class["leads"], f.spans[0][0], f.spans[0][1])
	}
	for _, f := range d.find("head", d.main) {
		if negotiates(f) && slices.ContainsFunc(d.find("head", d.main), func(o *fact) bool { return o.party == f.party && o.person != f.person && !negotiates(o) }) {
			g := *f
			g.kind, g.derived = "member", "another heads the delegation"
			d.drop(g.derived, func(o *fact) bool { return o == f })
			d.give(&g)
		}
	}
}

// seatDelegations records every delegation that the article speaks of.
func (d *document) seatDelegations() {
	for _, k := range []mentionKind{kindDelegation, kindDelegations} {
		for i, list := range d.mentions[k] {
			for _, m := range list {
				if d.blocks[d.text.Tokens[i].Sentence] != "body" {
					continue
				}
				if m.weak {
					continue // representatives need not be a delegation
				}
				if class := d.lang.class["rumour"]; class != 0 && d.has(class, max(d.text.Sentences[d.text.Tokens[i].Sentence].From, m.from-4), m.from) {
					continue // "rumours of an Egyptian delegation"
				}
				if _, mission := d.classAt(m.from, d.lang.class["mission"]); mission && d.postedAt(m.to) {
					continue // «رئيس بعثة الأمم المتحدة في السودان»
				}
				modality := d.modality(m.from, m.to)
				if d.absentPastClause(m.to) {
					modality = graph.Denied
				}
				if modality == graph.Denied && d.agreeNot(m.from) {
					modality = graph.Happened
				}
				for _, p := range m.parties {
					if id := d.resolve(p); id != "" {
						d.give(&fact{kind: "delegation", round: d.context[i], party: id, rule: d.lang.name + ".delegation", modality: modality,
							spans: [][2]int{{m.from, m.to}}, weight: 1})
					}
				}
			}
		}
	}
}

// postedAt tells whether a word for in and a state or a place stand at token i.
func (d *document) postedAt(i int) bool {
	to, ok := d.classAt(i, d.lang.common.in)
	return ok && to < d.sentenceEnd(i-1) && (len(d.mentions[kindParty][to]) > 0 || d.entryAt(to, lexicon.Place) != nil)
}

// absentPastClause tells whether a relative clause stands at token i between commas and
// behind it that those before it stay away: "Delegates of the ICRC, who were invited for the
// first time, will not attend". Languages without a class "absent" leave it out.
func (d *document) absentPastClause(i int) bool {
	const longest = 18 // words of the clause
	class, ok := d.lang.class["absent"]
	end := d.sentenceEnd(i - 1)
	if !ok || !d.lang.cased || i+1 >= end || d.text.Tokens[i].Norm != "," {
		return false
	}
	if _, relative := d.classAt(i+1, d.lang.common.relative); !relative {
		return false
	}
	for j := i + 2; j < min(i+longest, end-1); j++ {
		if d.text.Tokens[j].Norm == "," {
			return d.has(class, j+1, min(j+2, end))
		}
	}
	return false
}

// agreeNot tells whether what is denied of delegations at token i is an agreement
// between them, not that they came: «دون اتفاق بين وفدي الحكومة والحوثيين».
func (d *document) agreeNot(i int) bool {
	return d.follows(i, d.lang.class["between"]) && d.has(d.lang.class["agreement-noun"], max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-4), i)
}

// impliedSeats adds the delegations that heads, members and guarantors who
// take part imply.
func (d *document) impliedSeats() {
	postponed := slices.ContainsFunc(d.find("status", d.main), func(f *fact) bool { return f.value == "postponed" })
	for _, f := range slices.Clone(d.facts) {
		if f.modality == graph.Denied {
			continue
		}
		switch f.kind {
		case "head", "member":
			g := *f
			g.kind, g.person, g.title, g.weak, g.derived = "delegation", nil, [2]int{}, false, "who has a head or member has a delegation"
			d.give(&g)
		case "guarantor", "mediator":
			if f.round == d.main && !postponed {
				g := *f
				g.kind, g.derived = "delegation", "the article's round has a delegation of each guarantor and mediator"
				d.give(&g)
			}
		}
	}
}

// sidesOfLead seats the sides of the conflict whom the first two sentences name, two or
// more, where nothing else tells who sits at the article's round: "Sudan's army and the
// Rapid Support Forces argued on in the second round". Of languages with capitals.
func (d *document) sidesOfLead() {
	if !d.lang.cased || d.sideSeated() {
		return
	}
	status := d.find("status", d.main)
	if len(status) == 0 || slices.ContainsFunc(status, func(f *fact) bool { return f.value != "underway" && f.value != "concluded" }) {
		return
	}
	sides := d.sidesIn(d.leadEnds(2), false)
	if len(sides) < 2 {
		sides = d.sidesIn(d.leadEnds(2), true) // two assemblies
	}
	if len(sides) < 2 {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(sides)) {
		m := sides[id]
		d.give(&fact{kind: "delegation", round: d.main, party: id, rule: d.lang.name + ".delegation", modality: status[0].modality,
			spans: [][2]int{{m.from, m.to}}, derived: "the first sentences name the sides, and no rule found who sits at the table"})
	}
}

// sideSeated tells whether a side of the conflict is known to sit at the article's round.
func (d *document) sideSeated() bool {
	return slices.ContainsFunc(d.facts, func(f *fact) bool {
		return f.round == d.main && (f.kind == "delegation" || f.kind == "head" || f.kind == "member") && d.belligerent(f.party)
	})
}

// sidesIn are the parties to the conflict, other than its state, that the body names up
// to a sentence, and that are not said to stay away: organisations too, or without them.
func (d *document) sidesIn(last int, organisations bool) map[string]*mention {
	sides := map[string]*mention{}
	for i := range d.text.Tokens {
		s := int(d.text.Tokens[i].Sentence)
		if s > last {
			break
		}
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" || d.context[i].process != d.main.process || d.has(d.lang.class["absent"], r.From, r.To) || d.has(d.lang.class["refuses"], r.From, r.To) {
			continue
		}
		if d.has(d.lang.class["was-not"], r.From, r.To) {
			continue // "the army was represented; the rebels were not"
		}
		for _, m := range d.mentions[kindParty][i] {
			id := d.resolve(m.parties[0])
			if id != d.country && d.belligerent(id) && (organisations || !d.bystander(id)) && sides[id] == nil && !d.inTitle(i) && !d.follows(i, d.lang.class["about"]) {
				sides[id] = m
			}
		}
	}
	return sides
}
