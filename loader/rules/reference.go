package rules

import (
	"peacetalks/graph"
	"peacetalks/loader/text"
)

// findLatter marks «الأخير» behind a verb of including or leading as the
// delegation named last: «ويضم الأخير المستشار …».
func (d *document) findLatter() {
	class, ok := d.lang.class["latter"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok || i == 0 || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		if !d.follows(i, d.lang.class["includes"]) && !d.follows(i, d.lang.class["lead"]) {
			continue
		}
		for j := i - 1; j >= max(0, i-40); j-- {
			if list := d.mentions[kindDelegation][j]; len(list) > 0 {
				d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: list[0].parties, weak: true})
				break
			}
		}
	}
}

// findCounterparts marks «نظيريه», «ضيفيه» as those of the three states that
// the article names together, in this sentence or the two before: whoever meets
// them is one of the three himself. Languages without a class "counterparts"
// leave it out.
func (d *document) findCounterparts() {
	class, ok := d.lang.class["counterparts"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		s := int(d.text.Tokens[i].Sentence)
		if !ok || d.blocks[s] != "body" {
			continue
		}
		if ids := d.threeBefore(d.text.Sentences[max(0, s-2)].From, i); len(ids) == 3 {
			m := &mention{kind: kindDelegations, from: i, to: to, weak: true}
			for _, id := range ids {
				m.parties = append(m.parties, &party{id: id, from: i, to: to})
			}
			d.addMention(m)
		}
	}
}

// threeBefore are the parties of a list of three people or states between two
// tokens.
func (d *document) threeBefore(from, to int) []string {
	for i := from; i < to; i++ {
		for _, k := range []mentionKind{kindPersons, kindList} {
			if !d.mentioned(k, i) {
				continue
			}
			for _, l := range d.mentionsAt(k, i) {
				var ids []string
				for _, p := range l.persons {
					if id := d.partyOf(p, nil); id != "" {
						ids = append(ids, id)
					}
				}
				for _, p := range l.parties {
					if id := d.resolve(p); id != "" && len(l.persons) == 0 {
						ids = append(ids, id)
					}
				}
				if len(ids) == 3 {
					return ids
				}
			}
		}
	}
	return nil
}

// rosters reads lists of lines that give a party and who comes for it, "Russia:
// Alexander Lavrentyev": members, or heads where the line before the list or
// behind it speaks of heads of delegations.
func (d *document) rosters() {
	for s := 0; s < len(d.text.Sentences); s++ {
		first := s
		var seats []*fact
		for ; s < len(d.text.Sentences); s++ {
			f := d.rosterLine(d.text.Sentences[s])
			if f == nil || d.blocks[s] == "" {
				break
			}
			seats = append(seats, f)
		}
		if len(seats) < 2 {
			continue
		}
		kind := "member"
		for _, around := range []int{first - 1, s} {
			if around < 0 || around >= len(d.text.Sentences) {
				continue
			}
			r := d.text.Sentences[around]
			if d.has(d.lang.class["heads"], r.From, r.To) || d.has(d.lang.class["lead"], r.From, r.To) {
				kind = "head"
			}
		}
		for _, f := range seats {
			f.kind = kind
			d.give(f)
		}
	}
}

// rosterLine is the seat that a line of a roster gives, nil if it is none.
func (d *document) rosterLine(r text.Range) *fact {
	if r.To-r.From > 24 || !d.text.Tokens[r.From].Line {
		return nil
	}
	at := r.From
	for at < r.To && d.text.Tokens[at].Kind == text.Punct {
		at++
	}
	for _, list := range [][]*mention{d.mentionsIn(kindDelegation, at), d.mentionsIn(kindParty, at)} {
		for _, m := range list {
			if m.to+1 >= r.To || d.text.Tokens[m.to].Norm != ":" && d.text.Tokens[m.to].Norm != "-" || len(m.parties) == 0 {
				continue
			}
			for j := m.to + 1; j < min(m.to+3, r.To); j++ {
				for _, p := range d.mentions[kindPerson][j] {
					if id := d.resolve(m.parties[0]); id != "" && p.person != nil {
						return &fact{round: d.main, party: id, person: p.person, title: p.title, rule: d.lang.name + ".roster", modality: graph.Happened,
							spans: d.span([2]int{at, p.to}), weight: 1, derived: "a line of a roster: a party and who comes for it"}
					}
				}
			}
		}
	}
	return nil
}
