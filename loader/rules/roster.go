package rules

import (
	"cmp"

	"peacetalks/graph"
	"peacetalks/loader/text"
)

// rosters reads lists of lines that give a delegation and who comes for it,
// "Russia: Alexander Lavrentyev": members, or heads where the line before the
// list or behind it speaks of heads of delegations. Below words that say that
// the heads follow, "Heading the delegations were:", any line that names both
// will do.
func (d *document) rosters() {
	for s := 0; s < len(d.text.Sentences); s++ {
		first, follow := s, d.headsFollow(s-1)
		var seats []*fact
		for ; s < len(d.text.Sentences); s++ {
			if follow && !d.text.Tokens[d.text.Sentences[s].From].Line && !(s > 0 && d.onlyNumber(s-1)) || follow && d.onlyNumber(s) {
				continue // more of the item, or the number before it
			}
			line := d.rosterLine(s, follow)
			if len(line) == 0 {
				break
			}
			seats = append(seats, line...)
		}
		if len(seats) < 2 && !follow {
			continue
		}
		heads := follow || d.speaksOfHeads(first-1) || d.speaksOfHeads(s)
		for _, f := range seats {
			f.kind = "member"
			if heads {
				f.kind = "head"
			}
			if f.person.party == "" {
				f.person.party = f.party
			}
			d.give(f)
		}
	}
}

// headedLists gives the parties with which the lines below a heading begin the
// part that it tells, "The guarantor countries:" over "- the Russian Federation,
// delegation headed by …".
func (d *document) headedLists() {
	for s := range d.text.Sentences {
		kind := d.listHeading(s)
		for t := s + 1; kind != "" && t < len(d.text.Sentences); t++ {
			if !d.text.Tokens[d.text.Sentences[t].From].Line {
				continue // more of the item
			}
			m := d.bulletParty(t)
			if m == nil {
				break
			}
			d.give(&fact{kind: kind, round: d.main, party: d.resolve(m.parties[0]), modality: graph.Happened, weight: 1, rule: d.lang.name + ".headed-list",
				spans: d.span([2]int{m.from, m.to}), derived: "a line of a list below a heading that says what the parties are"})
		}
	}
}

// listHeading is the part of the parties that a line such as "The observers:" or
// "1. The guarantor countries:" says to follow, "" where it is none.
func (d *document) listHeading(s int) string {
	r := d.text.Sentences[s]
	if d.blocks[s] == "" || d.text.Tokens[r.To-1].Norm != ":" || r.To-r.From > 8 {
		return ""
	}
	if d.has(d.lang.common.guarantors, r.From, r.To) {
		return "guarantor"
	}
	if d.has(d.lang.class["observers"], r.From, r.To) {
		return "observer"
	}
	return ""
}

// bulletParty is the party with which a line behind a mark begins, nil where it
// begins with none.
func (d *document) bulletParty(s int) *mention {
	r := d.text.Sentences[s]
	if !d.bullet(r.From) || d.blocks[s] == "" {
		return nil
	}
	for i := r.From + 1; i < min(r.From+6, r.To); i++ {
		if list := d.mentions[kindParty][i]; len(list) > 0 && d.resolve(list[0].parties[0]) != "" {
			return list[0]
		}
	}
	return nil
}

// headsFollow tells whether a sentence says that a list of the heads follows.
func (d *document) headsFollow(s int) bool {
	if s < 0 || d.blocks[s] == "" {
		return false
	}
	r := d.text.Sentences[s]
	if !d.has(d.lang.class["heads-follow"], r.From, r.To) {
		return false
	}
	return d.text.Tokens[r.To-1].Norm == ":" || d.blocks[s] == "heading" || s+1 < len(d.text.Sentences) && d.bullet(d.text.Sentences[s+1].From)
}

// speaksOfHeads tells whether a sentence, if there is one, speaks of those who
// lead delegations.
func (d *document) speaksOfHeads(s int) bool {
	if s < 0 || s >= len(d.text.Sentences) {
		return false
	}
	r := d.text.Sentences[s]
	return d.has(d.lang.class["heads"], r.From, r.To) || d.has(d.lang.class["lead"], r.From, r.To)
}

// rosterLine lists the seats that a line of a roster gives: one that begins with
// a party and a colon or dash, or, where heads are known to follow, any that
// names a delegation and a person.
func (d *document) rosterLine(s int, follow bool) []*fact {
	r := d.text.Sentences[s]
	if d.blocks[s] == "" || !d.text.Tokens[r.From].Line && !(follow && s > 0 && d.onlyNumber(s-1)) {
		return nil
	}
	whose, who := d.rosterItem(r)
	if whose == nil || who == nil || !follow && !d.strictItem(r, whose, who) {
		return nil
	}
	var seats []*fact
	for _, p := range whose.parties {
		if id := d.resolve(p); id != "" {
			seats = append(seats, &fact{round: d.main, party: id, person: who.person, title: who.title, modality: graph.Happened, weight: 1,
				rule: d.lang.name + ".roster", spans: d.span([2]int{r.From, max(whose.to, who.to)}), derived: "a line of a roster: a party and who comes for it"})
		}
	}
	return seats
}

// onlyNumber tells whether a line is the number of an item alone: the "2." of
// "2. Republic of Turkey - Sedat Onal".
func (d *document) onlyNumber(s int) bool {
	r := d.text.Sentences[s]
	first := &d.text.Tokens[r.From]
	return first.Line && first.Kind == text.Number && r.To-r.From <= 2 && d.text.Tokens[r.To-1].Norm != ":"
}

// strictItem tells whether a line consists of a party, a colon or dash and a
// person.
func (d *document) strictItem(r text.Range, whose, who *mention) bool {
	at := r.From
	for at < r.To && d.text.Tokens[at].Kind == text.Punct {
		at++
	}
	return r.To-r.From <= 24 && whose.from == at && whose.to+1 < r.To && (d.text.Tokens[whose.to].Norm == ":" || d.text.Tokens[whose.to].Norm == "-") && who.from <= whose.to+2
}

// rosterItem is the delegation and the person of a line such as "- Iran: Ali
// Asghar Khaji, senior aide" or "Ali Asghar Khaji (Iran)".
func (d *document) rosterItem(r text.Range) (whose, who *mention) {
	end := min(r.To, r.From+24)
	for i := r.From; i < end; i++ {
		if list := d.mentions[kindPerson][i]; who == nil && len(list) > 0 {
			who = list[0]
			for _, m := range list {
				if m.name[0] >= m.from && m.to < who.to {
					who = m // without its apposition, which may name the state
				}
			}
			if whose != nil {
				return whose, who
			}
			i = who.name[1] - 1
			continue
		}
		if m := d.modifier(i); whose == nil && m != nil {
			if whose = m; who != nil {
				return cmp.Or(d.inBrackets(m.to, r.To), whose), who
			}
			i = m.to - 1
		}
	}
	if who != nil && whose == nil && len(who.parties) > 0 {
		whose = who
	}
	return whose, who
}

// inBrackets is the party in the brackets with which a line ends, from a token on: "Bashar
// Jaafari, Permanent Representative to the UN (Government of Syria)"; nil where there are none.
func (d *document) inBrackets(from, to int) *mention {
	for i := from; i+1 < to; i++ {
		if d.text.Tokens[i].Norm != "(" {
			continue
		}
		for j := i + 1; j < min(i+4, to); j++ {
			if m := d.modifier(j); m != nil {
				return m
			}
		}
	}
	return nil
}
