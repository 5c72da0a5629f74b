package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// listedHeads reads a list, one line for each delegation, below words that say
// that the heads follow: "Heading the delegations were: - Russia: Alexander
// Lavrentyev, …". Languages without a class "heads-follow" leave it out.
func (d *document) listedHeads() {
	class := d.lang.class["heads-follow"]
	if class == 0 {
		return
	}
	under := -1 // the sentence that introduces the list
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] == "" || sentence.From >= sentence.To {
			continue
		}
		if last := d.text.Tokens[sentence.To-1].Norm; d.has(class, sentence.From, sentence.To) && (last == ":" || d.blocks[s] == "heading" || s+1 < len(d.text.Sentences) && d.bullet(s+1)) {
			under = s
			continue
		}
		if under < 0 || !d.text.Tokens[sentence.From].Line {
			continue
		}
		whose, who := d.headItem(sentence)
		if whose == nil || who == nil {
			if s > under+1 {
				under = -1
			}
			continue
		}
		for _, p := range whose.parties {
			if id := d.resolve(p); id != "" {
				d.give(&fact{kind: "head", round: d.main, party: id, person: who.person, title: who.title, modality: graph.Happened, weight: 1,
					rule: d.lang.name + ".head-listed", spans: d.span([2]int{sentence.From, max(whose.to, who.to)}), derived: "a line of the list of heads"})
				if who.person.party == "" {
					who.person.party = id
				}
			}
		}
	}
}

// bullet tells whether a sentence is a line that begins with a mark.
func (d *document) bullet(s int) bool {
	t := &d.text.Tokens[d.text.Sentences[s].From]
	return t.Line && t.Kind == text.Punct
}

// headItem is the delegation and the person of a line such as "- Iran: Ali
// Asghar Khaji, senior aide" or "Ali Asghar Khaji (Iran)".
func (d *document) headItem(r text.Range) (whose, who *mention) {
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
				return whose, who
			}
			i = m.to - 1
		}
	}
	if who != nil && whose == nil && len(who.parties) > 0 {
		whose = who
	}
	return whose, who
}

// seatDelegates makes members of those whom the article calls delegates or
// negotiators of a party: "rebel delegate Yasser al-Farhan". Languages without
// a class "delegate-title" leave it out.
func (d *document) seatDelegates() {
	class := d.lang.class["delegate-title"]
	if class == 0 {
		return
	}
	for _, p := range d.persons {
		for _, m := range p.mentions {
			if m.title[1] <= m.title[0] || d.blocks[d.text.Tokens[m.from].Sentence] != "body" || d.context[m.from] == nil || !d.has(class, m.title[0], m.title[1]) {
				continue
			}
			if _, ok := d.classAt(max(0, m.title[0]-1), d.lang.class["deputy-to"]); ok || d.former(m.title) {
				continue
			}
			if id := d.partyOf(p, m); id != "" {
				d.give(&fact{kind: "member", round: d.context[m.from], party: id, person: p, title: m.title, modality: graph.Happened, weight: 1,
					rule: d.lang.name + ".member-by-title", spans: d.span([2]int{m.from, m.to}), derived: "called a delegate or negotiator of the party"})
			}
		}
	}
}

// former tells whether a title, or the word before it, says that it was held
// before, or that it is of one who leads or mediates: no mere delegate.
func (d *document) former(title [2]int) bool {
	return d.has(d.lang.class["no-delegate"], max(0, title[0]-1), title[0]) || d.has(d.lang.class["no-delegate"], title[0], title[1])
}

// findTwain marks "the former" and "the latter" as the first and the second of
// the two whom the list named last has. Languages without the classes
// "former-one" and "latter-one" leave it out.
func (d *document) findTwain() {
	former, latter := d.lang.class["former-one"], d.lang.class["latter-one"]
	if former == 0 || latter == 0 {
		return
	}
	for i := range d.where(classBit(former) | classBit(latter)) {
		at := 0
		to, ok := d.classAt(i, former)
		if !ok {
			if to, ok = d.classAt(i, latter); !ok {
				continue
			}
			at = 1
		}
		if to < len(d.text.Tokens) && d.text.Tokens[to].Kind == text.Word && d.text.Tokens[to].Upper || d.entryAt(to, lexicon.TitleHead) != nil {
			continue // "the former minister"
		}
		if l := d.pairBefore(i); l != nil && len(l.persons) == 2 {
			p := l.persons[at]
			d.mentions[kindPerson][i] = nil // "the former" is no office
			d.addMention(&mention{kind: kindPerson, from: i, to: to, person: p, persons: []*person{p}, name: p.mentions[0].name})
		} else if l != nil {
			d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: l.parties[at : at+1], weak: true})
		}
	}
}

// pairBefore is the list of two people, or two parties, that ends last before
// token i, in its sentence or the one before; nil where it names more.
func (d *document) pairBefore(i int) *mention {
	var pair *mention
	for j := i - 1; j >= d.text.Sentences[max(int(d.text.Tokens[i].Sentence)-1, 0)].From; j-- {
		list := d.mentionsAt(kindActors, j)
		if len(list) == 0 || list[0].to > i {
			continue
		}
		l := list[0]
		people := slices.Compact(slices.Clone(l.persons))
		switch {
		case pair != nil && l.to < pair.to:
			return pair
		case len(people) == 2 || len(people) == 0 && len(l.parties) == 2:
			pair = &mention{to: l.to, persons: people, parties: l.parties}
		case pair != nil && len(people) > 2:
			return nil
		}
	}
	return pair
}

// findCompany marks the "with him" that begins a sentence as the delegation of
// the person whom the sentence before names first. Languages without a class
// "company" leave it out.
func (d *document) findCompany() {
	class := d.lang.class["company"]
	if class == 0 {
		return
	}
	for s := 1; s < len(d.text.Sentences); s++ {
		i := d.text.Sentences[s].From
		to, ok := d.classAt(i, class)
		if !ok || to >= d.text.Sentences[s].To || d.blocks[s] != "body" || d.text.Tokens[i].Line {
			continue
		}
		if p := d.firstPerson(d.text.Sentences[s-1]); p != nil {
			if id := d.partyOf(p, nil); id != "" {
				d.addMention(&mention{kind: kindDelegation, from: to - 1, to: to, parties: []*party{{id: id, from: to - 1, to: to}}, weak: true})
			}
		}
	}
}
