package rules

import (
	"maps"
	"slices"

	"peacetalks/loader/lexicon"
)

// findGuarantors marks where the guarantors, the two sides or "the three
// countries" act without being named, once the article has named them.
func (d *document) findGuarantors() {
	who := d.namedGuarantors()
	var sides []*party
	if d.has(d.lang.common.sides, 0, len(d.text.Tokens)) {
		if sides = d.belligerents(); len(sides) != 2 {
			sides = d.besideState(d.sidesOfTalks(sides))
		}
	}
	chairs := d.lang.class["co-chairs"]
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p == nil || p.Type != "committee" {
		chairs = 0 // of talks of other kinds mediators may be the co-chairs
	} else if chairs != 0 && sides == nil {
		sides = d.belligerents()
	}
	d.findFacilitators()
	d.findTwoMen()
	theStates, three := d.lang.class["the-states"], d.lang.common.three
	for i := range d.where(classBit(d.lang.common.sides) | classBit(d.lang.common.guarantors) | classBit(d.lang.common.their) | classBit(theStates) | classBit(three) | classBit(chairs)) {
		if to, ok := d.classAt(i, chairs); ok && chairs != 0 && len(sides) == 2 {
			d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: sides})
		}
		if to, ok := d.classAt(i, theStates); ok {
			list := d.listBefore(i)
			if list == nil && d.lang.cased && len(who) == 3 && d.has(d.lang.class["number-three"], i, to) {
				list = who // "the three powers", long after they were named
			}
			if list != nil {
				d.addMention(&mention{kind: kindGuarantors, from: i, to: d.pastGuarantors(i, to), parties: list})
			}
		}
		if to, ok := d.classAt(i, d.lang.common.sides); ok && len(d.mentions[kindDelegation][i])+len(d.mentions[kindDelegations][i]) == 0 {
			if two := d.twoHere(i, sides); len(two) == 2 {
				d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: two})
			}
		}
		to, ok := d.classAt(i, d.lang.common.guarantors)
		if next, their := d.classAt(i, d.lang.common.their); their && d.has(d.lang.common.guarantors, d.text.Sentences[d.text.Tokens[i].Sentence].From, i) {
			to, ok = next, true
		}
		if end, all := d.classAt(i, three); all && !ok && len(who) == 3 {
			to, ok = d.pastGuarantors(i, end), true
		}
		if !ok || who == nil {
			continue
		}
		m := &mention{kind: kindGuarantors, from: i, to: to, parties: who}
		d.addMention(m)
		if i > 0 {
			for _, class := range []int{d.lang.common.representatives, d.lang.common.delegation} {
				if end, ok := d.classAt(i-1, class); ok && end == i {
					d.addMention(&mention{kind: kindGuarantors, from: i - 1, to: to, parties: who})
				}
			}
		}
	}
}

// pastGuarantors is where words such as "three countries", which stand between two tokens, end
// with the word for guarantors that goes on from them: "les trois pays garants".
func (d *document) pastGuarantors(from, to int) int {
	for i := from + 1; i <= to && i < d.sentenceEnd(from); i++ {
		if end, ok := d.classAt(i, d.lang.common.guarantors); ok {
			return max(to, end)
		}
	}
	return to
}

// findTwoMen marks words such as «الزعيمان» as the parties of the two whom the sentence
// names before them, or the sentence before: «وصل X رئيس قبرص وY زعيم القبارصة الأتراك.
// ويلتقي الزعيمان على عشاء». Languages without a class "two-men" leave it out.
func (d *document) findTwoMen() {
	class := d.lang.class["two-men"]
	if class == 0 {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		s := int(d.text.Tokens[i].Sentence)
		if !ok || d.blocks[s] != "body" || len(d.mentions[kindDelegations][i]) > 0 || d.acts(to) {
			continue
		}
		from := d.text.Sentences[s].From
		two := d.twoPeople(from, i)
		if two == nil && s > 0 && (d.lang.cased || !d.text.Tokens[from].Line) {
			two = d.twoPeople(d.text.Sentences[s-1].From, from)
		}
		if two != nil {
			d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: two})
		}
	}
}

// twoPeople are the parties of the people named in a token range who convene no talks;
// nil where they are not two.
func (d *document) twoPeople(from, to int) []*party {
	var two []*party
	for _, m := range d.namedIn(from, to) {
		id := d.partyOf(m.person, nil)
		if id == "" || d.e.mediators[id] || slices.ContainsFunc(two, func(p *party) bool { return p.id == id }) {
			continue
		}
		two = append(two, partiesAt(m.from, m.to, id)...)
	}
	if len(two) != 2 {
		return nil
	}
	return two
}

// sidesOfTalks are the two between whom the first sentences say that the talks are,
// "pourparlers entre les États-Unis et les talibans", else those that are given. Languages
// without a class "talks-between" do not ask.
func (d *document) sidesOfTalks(given []*party) []*party {
	class, ok := d.lang.class["talks-between"]
	for i := 0; ok && i < len(d.text.Tokens) && int(d.text.Tokens[i].Sentence) < 4; i++ {
		to, between := d.classAt(i, class)
		if !between || d.blocks[d.text.Tokens[i].Sentence] != "body" || !d.has(d.lang.common.talks, max(0, i-3), i) {
			continue
		}
		for j := to; j < to+3; j++ {
			if l := d.lists(kindList, j); len(l) > 0 && len(l[0].parties) == 2 {
				return l[0].parties
			}
		}
	}
	if two := d.delegationsBetween(); two != nil {
		return two
	}
	return given
}

// besideState adds to the only side that a text in a language with capitals names the state of
// the conflict, where that has a delegation of its own: "the Thai delegation … that of the BRN".
func (d *document) besideState(sides []*party) []*party {
	if len(sides) != 1 || !d.lang.cased || d.country == "" {
		return sides
	}
	for _, list := range d.mentions[kindDelegation] {
		for _, m := range list {
			if p := m.parties[0]; d.resolve(p) == d.country {
				return append(sides, &party{id: d.country, from: p.from, to: p.to})
			}
		}
	}
	return sides
}

// delegationsBetween are the two whose delegations an Arabic text says, in its first
// sentences, that talks are between: «الحوار الليبي بين وفدي المجلس الأعلى للدولة ومجلس
// النواب»; nil where it does not.
func (d *document) delegationsBetween() []*party {
	const sentences, reach = 5, 7 // how many are asked, and how many tokens may part the noun for talks from them
	for i := 0; i < len(d.text.Tokens) && !d.lang.cased && int(d.text.Tokens[i].Sentence) < sentences; i++ {
		from := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-reach)
		for _, m := range d.mentions[kindDelegations][i] {
			if len(m.parties) == 2 && d.follows(i, d.lang.class["between"]) && d.has(d.lang.common.talks, from, i) {
				return m.parties
			}
		}
	}
	return nil
}

// twoHere are the two parties whose delegations an Arabic sentence names before the word
// for both sides at token i, where it names no others: «قصد وفد المعارضة الوفد التركي حيث
// تباحث الطرفان»; else the sides of the conflict.
func (d *document) twoHere(i int, sides []*party) []*party {
	if d.lang.cased {
		return sides
	}
	s := int(d.text.Tokens[i].Sentence)
	here, named := d.delegationsIn(d.text.Sentences[s].From, i)
	if first := d.text.Sentences[s].From; !named && s > 0 && i <= first+2 && !d.text.Tokens[first].Line {
		here, named = d.delegationsIn(d.text.Sentences[s-1].From, first) // «وصل وفد روسيا ووفد تركيا. واجتمع الطرفان …»
	}
	if named && len(here) == 2 {
		return here
	}
	return sides
}

// delegationsIn are the parties of the delegations that a token range names one by one,
// and whether it names any; none where it names several at once.
func (d *document) delegationsIn(from, to int) (here []*party, named bool) {
	for j := from; j < to; j++ {
		for _, m := range d.mentions[kindDelegation][j] {
			p := m.parties[0]
			named = true
			if !slices.ContainsFunc(here, func(o *party) bool { return d.resolve(o) == d.resolve(p) }) {
				here = append(here, p)
			}
		}
		if len(d.mentions[kindDelegations][j]) > 0 {
			return nil, true
		}
	}
	return here, named
}

// namedGuarantors are those whom the article first names beside the word guarantors,
// behind it or right before.
func (d *document) namedGuarantors() []*party {
	var who []*party
	for i := 0; i < len(d.text.Tokens) && who == nil; i++ {
		to, ok := d.classAt(i, d.lang.common.guarantors)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		if who = d.listAs(i); who != nil {
			break
		}
		for j := to; j < min(to+16, d.sentenceEnd(i)); j++ {
			if _, ok := d.classAt(j, d.lang.class["as-observer"]); ok && d.lang.cased {
				break // "are joined as observers by Jordan and Iraq"
			}
			if l := d.lists(kindList, j); len(l) > 0 && !d.belligerent(d.resolve(l[0].parties[0])) {
				who = append(d.besideList(j), l[0].parties...)
				break
			}
		}
		for j := i - 1; who == nil && j >= max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-8); j-- {
			// «لروسيا وتركيا وإيران، الدول الضامنة لوقف إطلاق النار»
			if l := d.lists(kindList, j); len(l) > 0 && l[0].to <= i && l[0].to >= i-2 && len(l[0].parties) > 1 && !d.continued(j) && !d.belligerent(d.resolve(l[0].parties[0])) {
				who = append(d.besideList(j), l[0].parties...)
			}
		}
	}
	if d.lang.cased && len(who) > 3 {
		// "… the guarantors, Russia, Turkey and Iran, together with the government"
		who = slices.DeleteFunc(slices.Clone(who), func(p *party) bool { return d.belligerent(d.resolve(p)) })
	}
	return who
}

// listAs are those who are named right before words such as "as the guarantors" at
// token i: «ایران، روسیه و ترکیه به عنوان سه کشور ضامن». Languages without a class
// "as-guarantors" have none.
func (d *document) listAs(i int) []*party {
	if _, ok := d.classAt(i, d.lang.class["as-guarantors"]); !ok || d.lang.cased {
		return nil
	}
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-12); j < i; j++ {
		if l := d.lists(kindList, j); len(l) > 0 && l[0].to == i && !d.continued(j) {
			return l[0].parties
		}
	}
	return nil
}

// findFacilitators marks "the facilitators" and "the co-chairs" as those of whom the
// article says that they mediate together: "co-chaired by the EU's Toivo Klaar, the
// UN's Cihan Sultanoglu and the OSCE's Annika Söder". Languages without a class
// "mediated-by" leave it out.
func (d *document) findFacilitators() {
	by, they := d.lang.class["mediated-by"], d.lang.class["facilitators"]
	if by == 0 || they == 0 {
		return
	}
	var who []*party
	for i := range d.where(classBit(by)) {
		to, ok := d.classAt(i, by)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		seen := map[string]bool{}
		for j := to; j < min(to+28, d.sentenceEnd(i)) && !d.endsList(j); j++ {
			for _, m := range d.mentions[kindParty][j] {
				j = max(j, m.to-1) // over "States", which is a verb too
				if id := d.resolve(m.parties[0]); id != "" && !seen[id] && (!d.belligerent(id) || d.bystander(id)) {
					seen[id], who = true, append(who, m.parties[0])
				}
			}
		}
		if len(who) > 1 {
			break
		}
		who = nil
	}
	for i := range d.where(classBit(they)) {
		if to, ok := d.classAt(i, they); ok && len(who) > 1 {
			d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: who})
		}
	}
	d.findMediationTeam(by)
}

// findMediationTeam marks words such as the mediation team as those behind the first
// word of a class for mediated by: «بوساطة جنوب السودان … فريق الوساطة». Languages
// without a class "mediation-team" leave it out.
func (d *document) findMediationTeam(by int) {
	team := d.lang.class["mediation-team"]
	if team == 0 {
		return
	}
	who := d.firstMediators(by)
	for i := range d.where(classBit(team)) {
		if to, ok := d.classAt(i, team); ok && who != nil && len(d.mentionsAt(kindGuarantors, i)) == 0 && (d.modifier(to) == nil || d.joined(to)) {
			d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: who})
		}
	}
}

// firstMediators are those whom the article names right behind the first word of a class
// for mediated by that has somebody there.
func (d *document) firstMediators(by int) []*party {
	for i := range d.where(classBit(by)) {
		to, ok := d.classAt(i, by)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		for j := to; j < min(to+2, d.sentenceEnd(i)); j++ {
			if l := d.lists(kindList, j); len(l) > 0 {
				return l[0].parties
			}
			if l := d.mentions[kindParty][j]; len(l) > 0 {
				return l[0].parties
			}
		}
	}
	return nil
}

// endsList tells whether a word at token i opens another clause, where a list of
// names ends.
func (d *document) endsList(i int) bool {
	_, relative := d.classAt(i, d.lang.common.relative)
	_, say := d.classAt(i, d.lang.common.say)
	return relative || say || d.text.Tokens[i].Norm == ";"
}

// besideList is the party named before a list at token j that stands beside it:
// «إيران، وهي إلى جانب روسيا وتركيا».
func (d *document) besideList(j int) []*party {
	if d.lang.cased || !d.follows(j, d.lang.class["besides"]) && !d.follows(j, d.lang.class["along-with"]) {
		return nil
	}
	for k := max(d.text.Sentences[d.text.Tokens[j].Sentence].From, j-10); k < j; k++ {
		for _, m := range d.mentions[kindParty][k] {
			if m.to < j {
				return m.parties
			}
		}
	}
	return nil
}

// listBefore is the list of states that "the three countries" at token i means:
// the last one before it of as many.
func (d *document) listBefore(i int) []*party {
	n := 3
	for j := i; j < i+2; j++ {
		if f := d.entryAt(j, lexicon.Cardinal); f != nil {
			n = f.Label.Class
			break
		}
	}
	for j := i - 1; j >= max(0, i-150); j-- {
		for _, l := range d.lists(kindList, j) {
			if len(l.parties) == n && l.to <= i && !d.mentionBefore(j) && !d.continued(j) {
				return l.parties
			}
		}
	}
	return nil
}

// belligerents are the parties to the conflict whom the article names, in the
// order of their names.
func (d *document) belligerents() []*party {
	if all := d.belligerentsOf(kindParty, kindDelegation, kindDelegations); len(all) < 3 || d.lang.cased {
		return all
	}
	return d.belligerentsOf(kindDelegation, kindDelegations) // those who came
}

// bystander tells whether a party is an organisation, such as civil society,
// which is no side of a conflict.
func (d *document) bystander(id string) bool {
	e := d.e.lexicon.Entry(lexicon.Party, id)
	return e != nil && e.Type == "organisation"
}

// belligerentsOf are those named in mentions of some kinds.
func (d *document) belligerentsOf(kinds ...mentionKind) []*party {
	byID := map[string]*party{}
	for _, k := range kinds {
		for _, list := range d.mentions[k] {
			for _, m := range list {
				for _, p := range m.parties {
					if id := d.resolve(p); id != d.country && d.belligerent(id) && !d.bystander(id) {
						byID[id] = &party{id: id, from: p.from, to: p.to}
					}
				}
			}
		}
	}
	var out []*party
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		out = append(out, byID[id])
	}
	return out
}
