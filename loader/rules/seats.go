package rules

import "peacetalks/graph"

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
			if _, ok := d.classAt(max(0, m.title[0]-1), d.lang.class["deputy-to"]); ok || d.titleSays(d.lang.class["no-delegate"], m.title) {
				continue // one who leads or mediates is no mere delegate
			}
			if id := d.partyOf(p, m); id != "" {
				d.give(&fact{kind: "member", round: d.context[m.from], party: id, person: p, title: m.title, modality: graph.Happened, weight: 1,
					rule: d.lang.name + ".member-by-title", spans: d.span([2]int{m.from, m.to}), derived: "called a delegate or negotiator of the party"})
			}
		}
	}
}
