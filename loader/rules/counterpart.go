package rules

import "peacetalks/graph"

// counterparts seats "his Turkish counterpart" as the head of the Turkish
// delegation, where he whose counterpart it is heads his own: the head named
// last, in the sentence or the one before. Languages without a class
// "counterpart" leave it out.
func (d *document) counterparts() {
	class, ok := d.lang.class["counterpart"]
	if !ok {
		return
	}
	for i := range d.text.Tokens {
		s := int(d.text.Tokens[i].Sentence)
		to, ok := d.classAt(i, class)
		if !ok || d.blocks[s] != "body" || d.context[i] == nil {
			continue
		}
		from, list := d.modifiersBefore(i)
		if len(list) == 0 {
			from = i
		}
		if own, ok := d.classAt(from-1, d.lang.ownerWord()); from == 0 || !ok || own != from {
			continue
		}
		who := d.beside(from-1, to)
		if who == nil {
			continue
		}
		party := d.partyOf(who.person, who)
		if len(list) > 0 {
			party = d.resolve(list[0])
		}
		h := d.headBefore(who, from)
		if h == nil || party == "" || h.party == party {
			continue
		}
		d.give(&fact{kind: "head", round: h.round, party: party, person: who.person, title: who.title, rule: d.lang.name + ".head-counterpart",
			spans: [][2]int{{min(who.from, from), max(who.to, to)}}, weight: 1, modality: graph.Happened, derived: "the counterpart of somebody who heads a delegation"})
	}
}

// beside is the person whose name stands right before or behind a passage, with
// at most a comma between.
func (d *document) beside(from, to int) *mention {
	sentence := d.text.Sentences[d.text.Tokens[from].Sentence]
	for j := max(sentence.From, from-8); j < min(to+2, sentence.To); j++ {
		for _, m := range d.mentions[kindPerson][j] {
			if m.to > from && m.from < from {
				return m // the words are his apposition
			}
			if m.to == from || m.to == from-1 && d.text.Tokens[m.to].Norm == "," || m.from == to || m.from == to+1 && d.text.Tokens[to].Norm == "," {
				return m
			}
		}
	}
	return nil
}

// headBefore is the fact that somebody else heads a delegation, of those named
// before token i, in its sentence or the one before, the last.
func (d *document) headBefore(who *mention, i int) *fact {
	heads := d.find("head", d.context[i])
	for m := range d.namedBefore(i, kindPerson) {
		if m.person == who.person {
			continue
		}
		for _, h := range heads {
			if h.person == m.person {
				return h
			}
		}
	}
	return nil
}
