package rules

import "peacetalks/loader/lexicon"

// seatCivilSociety records the delegation of civil society where the article's
// talks are those of a committee of which it is a part, and the text names it as
// one: "the civil society third", "members from civil society", "one group each
// for the government, the opposition and civil society". What organisations say
// elsewhere is not the committee's. Languages without a class "part-of-body"
// leave it out.
func (d *document) seatCivilSociety() {
	class, ok := d.lang.class["part-of-body"]
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	if !ok || p == nil || p.Type != "committee" {
		return
	}
	for i, list := range d.mentions[kindParty] {
		if len(list) == 0 || d.context[i] == nil || d.context[i].process != p.ID || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		m := list[0]
		id := d.resolve(m.parties[0])
		if e := d.e.lexicon.Entry(lexicon.Party, id); e == nil || e.Type != "organisation" || e.Country != p.Country || !d.partOfBody(m, class) {
			continue
		}
		for _, part := range append(d.listedWith(m), m) {
			d.give(&fact{kind: "delegation", round: d.context[i], party: d.resolve(part.parties[0]), rule: d.lang.name + ".delegation-of-body", modality: d.modality(part.from, part.to),
				spans: [][2]int{{part.from, part.to}}, weight: 1, derived: "it is a part of the committee that meets"})
		}
	}
}

// partOfBody tells whether a party is named as a part of a body: with a word for
// one behind it, or, with a preposition, before it, or last of three that such
// a word stands for.
func (d *document) partOfBody(m *mention, class int) bool {
	sentence := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	to := d.quotes(m.to, sentence.To)
	if next, ok := d.classAt(to, d.lang.class["of-him"]); ok {
		to = next
	}
	if d.has(class, to, min(to+1, sentence.To)) {
		return true
	}
	of, listed := false, false
	for i := m.from - 1; i >= max(sentence.From, m.from-24); i-- {
		if d.text.Tokens[i].Norm == ";" && !listed {
			listed = true // "…; and civil society"
		}
		if i >= m.from-3 {
			_, belongs := d.classAt(i, d.lang.common.belongs)
			_, member := d.classAt(i, d.lang.class["member-from"])
			of = of || belongs || member
		}
		_, and := d.classAt(i, d.lang.common.and)
		listed = listed || and && i >= m.from-3 && d.sidesBefore(sentence.From, i)
		if _, ok := d.classAt(i, class); ok && (of || listed) {
			return true
		}
	}
	return false
}

// listedWith lists the other parties of the conflict that a sentence names before
// one, where it names two at least: "for the government, the opposition and civil
// society".
func (d *document) listedWith(m *mention) []*mention {
	sentence := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	if i := m.from - 1; i < sentence.From || !d.sidesBefore(sentence.From, i) || !d.has(d.lang.common.and, max(sentence.From, m.from-3), m.from) {
		return nil
	}
	var out []*mention
	for i := max(sentence.From, m.from-12); i < m.from; i++ {
		for _, o := range d.mentions[kindParty][i] {
			if e := d.e.lexicon.Entry(lexicon.Party, d.resolve(o.parties[0])); e != nil && e.Country == d.country {
				out = append(out, o)
			}
		}
	}
	return out
}

// sidesBefore tells whether two other parties of the conflict are named between
// two tokens.
func (d *document) sidesBefore(from, to int) bool {
	seen := ""
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindParty][i] {
			id := d.resolve(m.parties[0])
			if e := d.e.lexicon.Entry(lexicon.Party, id); e == nil || e.Country != d.country && e.ID != d.country {
				continue
			}
			if seen != "" && id != seen {
				return true
			}
			seen = id
		}
	}
	return false
}
