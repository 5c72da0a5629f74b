package rules

import (
	"peacetalks/graph"
	"peacetalks/loader/text"
)

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
