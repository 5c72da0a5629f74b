package rules

import "slices"

// findAliases joins two names of one person: behind the one that the article gives first,
// after a word of the class "alias", stands the other: "Luciano Marin, alias Ivan Marquez",
// "Rodrigo Londoño (better known as Timochenko)". Where a list has one of the two, it is he.
func (d *document) findAliases(taken []bool) {
	words := d.lang.class["alias"]
	if words == 0 {
		return
	}
	for _, list := range d.mentions[kindPerson] {
		for _, m := range list {
			if at := d.aliasAt(m.to, words); at > 0 {
				d.alias(m.person, at, taken)
			}
		}
	}
}

// aliasAt is where the other name stands of somebody whose name ends before token i; 0 where none is given.
func (d *document) aliasAt(i, words int) int {
	end := d.sentenceEnd(i - 1)
	if i < end && (d.text.Tokens[i].Norm == "," || d.text.Tokens[i].Norm == "(") {
		i++
	}
	if i >= end {
		return 0
	}
	to, ok := d.classAt(i, words)
	if !ok {
		return 0
	}
	if to < end && d.text.Tokens[to].Norm == "," {
		to++
	}
	if to = d.quotes(to, end); to >= end {
		return 0
	}
	return to
}

// alias gives a person the name at token i as another of his.
func (d *document) alias(p *person, i int, taken []bool) {
	list := d.mentions[kindPerson][i]
	if len(list) == 0 {
		if end := d.nameEnd(i, 1); end > i && !taken[i] && d.text.Tokens[i].Upper {
			p.others = append(p.others, d.norms(i, end))
			p.mentions = append(p.mentions, d.addMention(&mention{kind: kindPerson, from: i, to: end, person: p, persons: []*person{p}, name: [2]int{i, end}}))
			for k := i; k < end; k++ {
				taken[k] = true
			}
		}
		return
	}
	other := list[0].person
	if other == p || p.known != nil && other.known != nil || other.mentions[0].from < p.mentions[0].from {
		return
	}
	if other.known != nil {
		p.known, p.id, p.key = other.known, other.id, other.key
	}
	p.others = append(append(p.others, other.full), other.others...)
	for _, m := range other.mentions {
		m.person, m.persons = p, []*person{p}
	}
	p.mentions = append(p.mentions, other.mentions...)
	d.persons = slices.DeleteFunc(d.persons, func(o *person) bool { return o == other })
}
