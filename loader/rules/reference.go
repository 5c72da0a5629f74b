package rules

import (
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findFormerAndLatter marks "the former" and "the latter" as the first and the
// second of the two whom the list named last has; «الأخير» behind a verb of
// including or leading is the delegation named last. A language may have either
// of the classes "former-one" and "latter-one", or none.
func (d *document) findFormerAndLatter() {
	former, latter := d.lang.class["former-one"], d.lang.class["latter-one"]
	for i := range d.where(classBit(former) | classBit(latter)) {
		at := 0
		to, ok := d.classAt(i, former)
		if !ok {
			if to, ok = d.classAt(i, latter); !ok {
				continue
			}
			at = 1
		}
		if d.lastOfThose(i) {
			continue
		}
		if p := d.personBefore(i); at == 1 && p != nil && d.saidByLatter(i) {
			d.standForPerson(i, to, p)
			continue
		}
		object := at == 1 && (d.follows(i, d.lang.class["includes"]) || d.follows(i, d.lang.class["lead"]) || !d.lang.cased && d.follows(i, d.lang.class["met"]))
		if !object && (to < len(d.text.Tokens) && d.nameWord(to) || d.entryAt(to, lexicon.TitleHead) != nil) {
			continue // "the former minister"
		}
		if l := d.pairBefore(i); l != nil && len(l.persons) == 2 {
			d.mentions[kindPerson][i] = nil // "the former" is no office
			d.standForPerson(i, to, l.persons[at])
		} else if l != nil {
			d.standForParties(i, to, l.parties[at:at+1])
		} else if object {
			d.standForParties(i, to, d.delegationBefore(i))
		}
	}
}

// lastOfThose tells whether an Arabic word such as "the latter" at token i says which the round or
// session right before it is: «في الجولة الأخيرة».
func (d *document) lastOfThose(i int) bool {
	if d.lang.cased || i == d.text.Sentences[d.text.Tokens[i].Sentence].From {
		return false
	}
	_, unit := d.unitAt(i - 1)
	return unit && hasArticle(d.text.Tokens[i-1].Norm)
}

// saidByLatter tells whether the Arabic verb of saying stands right before the
// latter at token i, with at most a demonstrative between: «وصرح هذا الأخير».
func (d *document) saidByLatter(i int) bool {
	if d.follows(i, d.lang.class["this-one"]) {
		i--
	}
	return !d.lang.cased && d.follows(i, d.lang.common.say)
}

// findOthers marks words that stand for all of those whom the list named last
// has, "the one and then the other", or for two of three delegations, "the other
// two": those that its sentence does not name. Languages without the classes
// "one-and-other" and "other-two" leave it out.
func (d *document) findOthers() {
	both, rest := d.lang.class["one-and-other"], d.lang.class["other-two"]
	for i := range d.where(classBit(both) | classBit(rest)) {
		s := int(d.text.Tokens[i].Sentence)
		if d.blocks[s] != "body" {
			continue
		}
		if to, ok := d.classAt(i, both); ok {
			if l := d.pairBefore(i); l != nil && len(l.persons) == 0 {
				d.standForParties(i, to, l.parties)
			}
		}
		to, ok := d.classAt(i, rest)
		if !ok {
			continue
		}
		here, all := d.partiesNamed(d.text.Sentences[s].From, i), d.seatedBefore(i)
		all = slices.DeleteFunc(all, func(id string) bool { return slices.Contains(here, id) })
		if len(all) == 2 {
			d.standForParties(i, to, partiesAt(i, to, all...))
		}
	}
}

// seatedBefore are the parties of the conflict whose delegations the text names
// before token i.
func (d *document) seatedBefore(i int) []string {
	var ids []string
	for j := 0; j < i; j++ {
		for _, m := range d.mentions[kindDelegation][j] {
			if id := d.resolve(m.parties[0]); d.belligerent(id) && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
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

// findTrios marks "the three" as the three parties that the sentence, or the
// one before, names by their delegations and people; «نظيريه», «ضيفيه» as those
// of a list of three in this sentence or the two before: whoever meets them is
// one of the three himself. Languages without a class "the-three" leave it out.
func (d *document) findTrios() {
	three := d.lang.class["the-three"]
	for i := range d.where(classBit(three)) {
		to, ok := d.classAt(i, three)
		s := int(d.text.Tokens[i].Sentence)
		if _, guarantors := d.classAt(max(to-1, 0), d.lang.common.guarantors); !ok || guarantors || d.blocks[s] != "body" {
			continue // "the three guarantors" say themselves who they are
		}
		if _, guarantors := d.classAt(to, d.lang.common.guarantors); guarantors && d.lang.cased {
			continue // "the heads of the three guarantor delegations"
		}
		ids := d.partiesNamed(d.text.Sentences[s].From, i)
		if len(ids) != 3 {
			ids = d.partiesNamed(d.text.Sentences[max(s-1, 0)].From, i)
		}
		if len(ids) != 3 {
			ids = d.threeListed(d.text.Sentences[max(s-2, 0)].From, i)
		}
		if len(ids) == 3 {
			d.standForParties(i, to, partiesAt(i, to, ids...))
		}
	}
}

// partiesNamed are the parties that a token range names, by themselves or by
// their people.
func (d *document) partiesNamed(from, to int) []string {
	var ids []string
	for j := from; j < to; j++ {
		for _, k := range []mentionKind{kindParty, kindAdjective} {
			for _, m := range d.mentions[k][j] {
				ids = append(ids, d.resolve(m.parties[0]))
			}
		}
		for _, m := range d.mentions[kindPerson][j] {
			ids = append(ids, d.partyOf(m.person, m))
		}
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(s string) bool { return s == "" })
}

// threeListed are the parties of a list of three people or states between two
// tokens.
func (d *document) threeListed(from, to int) []string {
	for i := from; i < to; i++ {
		for _, k := range []mentionKind{kindPersons, kindList} {
			for _, l := range d.mentionsAt(k, i) {
				if ids := d.partiesOf(l); len(ids) == 3 {
					return ids
				}
			}
		}
	}
	return nil
}

// findPairs marks the "The two" that begins a sentence as the two people whom
// the sentence before, of the same paragraph, names, or it and the one before that.
func (d *document) findPairs() {
	two, ok := d.lang.class["the-two"]
	if !ok {
		return
	}
	for s := 1; s < len(d.text.Sentences); s++ {
		i := d.text.Sentences[s].From
		to, ok := d.classAt(i, two)
		if !ok || d.text.Tokens[i].Line || d.blocks[s] != "body" {
			continue
		}
		both := d.peopleOf(d.text.Sentences[s-1], nil)
		if _, sides := d.classAt(to, d.lang.common.delegation); len(both) == 1 && !sides {
			both = d.oneByOne(s)
		}
		if len(both) == 2 {
			d.addMention(&mention{kind: kindDelegations, from: i, to: to, persons: both, weak: true})
		}
	}
	d.findPairsMet()
}

// oneByOne are the two people of whom the two sentences before sentence s tell, of the same
// paragraph: "Kerry said that it was late. Lavrov warned the others."
func (d *document) oneByOne(s int) []*person {
	if s < 2 || !d.lang.cased || d.text.Tokens[d.text.Sentences[s-1].From].Line {
		return nil
	}
	first, second := d.firstPerson(d.text.Sentences[s-2]), d.firstPerson(d.text.Sentences[s-1])
	if first == nil || second == nil || first == second {
		return nil
	}
	return []*person{first, second}
}

// findPairsMet marks "the two co-chairs" whom somebody meets as the two people
// whom one of the four sentences before names, but for him who meets them.
func (d *document) findPairsMet() {
	two, met := d.lang.class["the-two"], d.lang.class["met"]
	for i := range d.where(classBit(two)) {
		to, ok := d.classAt(i, two)
		s := int(d.text.Tokens[i].Sentence)
		if !ok || i == d.text.Sentences[s].From || d.blocks[s] != "body" || !d.has(met, max(d.text.Sentences[s].From, i-4), i) && !d.follows(i, d.lang.class["hold"]) {
			continue
		}
		who := d.peopleOf(d.text.Sentences[s], nil)
		for back := s - 1; back >= max(0, s-4); back-- {
			if both := d.peopleOf(d.text.Sentences[back], who); len(both) == 2 {
				d.addMention(&mention{kind: kindDelegations, from: i, to: to, persons: both, weak: true})
				break
			}
		}
	}
}

// peopleOf are those whom a sentence names, each once, but for some.
func (d *document) peopleOf(r text.Range, but []*person) []*person {
	var out []*person
	for j := r.From; j < r.To; j++ {
		for _, m := range d.mentions[kindPerson][j] {
			if !slices.Contains(out, m.person) && !slices.Contains(but, m.person) {
				out = append(out, m.person)
			}
		}
	}
	return out
}

// findCompany marks the "with him" that begins a sentence as the delegation of
// the person whom the sentence before names first, and as that person, for whom it
// may not be known yet whose he is. Languages without a class
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
			d.standForPerson(to-1, to, p)
			d.standForParties(to-1, to, d.partyAt(p, to-1, to))
		}
	}
}
