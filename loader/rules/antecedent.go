package rules

import "iter"

// standForPerson marks words that stand for a person.
func (d *document) standForPerson(from, to int, p *person) *mention {
	return d.addMention(&mention{kind: kindPerson, from: from, to: to, person: p, persons: []*person{p}, name: p.mentions[0].name})
}

// standForParties marks words that stand for the delegations of parties, if
// there are any.
func (d *document) standForParties(from, to int, list []*party) {
	switch len(list) {
	case 0:
	case 1:
		d.addMention(&mention{kind: kindDelegation, from: from, to: to, parties: list, weak: true})
	default:
		d.addMention(&mention{kind: kindDelegations, from: from, to: to, parties: list, weak: true})
	}
}

// partiesAt are parties as words between two tokens name them.
func partiesAt(from, to int, ids ...string) []*party {
	list := make([]*party, len(ids))
	for k, id := range ids {
		list[k] = &party{id: id, from: from, to: to}
	}
	return list
}

// partyAt is the party that a person acts for, as words between two tokens name
// it; none where it is not known.
func (d *document) partyAt(p *person, from, to int) []*party {
	if id := d.partyOf(p, nil); id != "" {
		return partiesAt(from, to, id)
	}
	return nil
}

// delegationBefore is whose delegation is named last before token i.
func (d *document) delegationBefore(i int) []*party {
	for m := range d.namedBefore(i, kindDelegation) {
		if !d.has(d.lang.class["we-of-answer"], m.from, m.to) {
			return m.parties
		}
	}
	return nil
}

// personBefore is the person named last before token i.
func (d *document) personBefore(i int) *person {
	for m := range d.namedBefore(i, kindPerson) {
		return m.person
	}
	return nil
}

// namedBefore lists the mentions of a kind before token i, in its sentence or the
// one before, the last first.
func (d *document) namedBefore(i int, kind mentionKind) iter.Seq[*mention] {
	from := d.text.Sentences[max(int(d.text.Tokens[i].Sentence)-1, 0)].From
	return func(yield func(*mention) bool) {
		for j := i - 1; j >= from; j-- {
			for _, m := range d.mentions[kind][j] {
				if !yield(m) {
					return
				}
			}
		}
	}
}
