package rules

import (
	"peacetalks/graph"
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
