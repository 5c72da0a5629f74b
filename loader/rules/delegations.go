package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findDelegations marks the delegations: a noun such as delegation or وفد with
// the party whose it is before or behind it.
func (d *document) findDelegations() {
	for i := range d.where(classBit(d.lang.common.delegation) | classBit(d.lang.common.representatives)) {
		to, ok := d.classAt(i, d.lang.common.delegation)
		weak := false
		if !ok {
			if to, weak = d.classAt(i, d.lang.common.representatives); !weak {
				continue
			}
		}
		if d.premises(i) || weak && d.cabinet(i) {
			continue
		}
		end := d.sentenceEnd(i)
		if d.lang.before {
			if from, list := d.modifiersBefore(i); len(list) > 0 {
				d.delegation(from, to, list, weak)
				continue
			}
		}
		j := d.quotes(to, end)
		for steps := 0; steps < 3; steps++ {
			next, ok := d.classAt(j, d.lang.common.of)
			if !ok && (j > to || !d.lang.cased) && d.modifier(j) == nil {
				next, ok = d.classAt(j, d.lang.common.filler) // "of the smaller Cairo platform"
			}
			if !ok && !d.lang.cased && d.modifier(j) == nil {
				next, ok = d.classAt(j, d.lang.class["platforms"]) // «وفدا منصتي موسكو والقاهرة»
			}
			if !ok {
				break
			}
			j = d.pastSize(d.quotes(next, end), end)
		}
		if j > to && !d.lang.after && !d.lang.before {
			continue
		}
		j = d.intoBracket(d.pastOwner(j, end), end)
		if d.lang.after || j > to {
			if list, stop := d.countedTeams(i, j, end); len(list) > 1 {
				d.delegation(i, stop, list, weak)
			} else if list, stop := d.modifiers(j, end); len(list) > 0 && !(j == to && d.apartFrom(i, list[0])) && !d.sentTo(j, list[0]) {
				d.delegation(i, stop, list, weak)
			} else if p := d.nthParty(j, end); p != nil {
				d.delegation(i, p.to, []*party{p}, weak)
			} else if m := d.thirdFor(i, j, end); m != nil {
				d.delegation(i, m.to, m.parties, weak)
			} else if p := d.sameDelegation(i, to); p != nil {
				d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: []*party{p}, weak: true, anaphor: true})
			}
		} else if p := d.thatDelegation(i, to); p != nil {
			d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: []*party{p}, weak: true, anaphor: true})
		}
	}
}

// countedTeams are the parties of several Arabic delegations at token i, which adjectives behind a
// comma or in brackets at token j tell, behind their number or without: «الوفود الثلاثة، الروسي
// والتركي والإيراني،», «الوفدان (الروسي والتركي)». Languages without a class "several-delegations"
// leave it out.
func (d *document) countedTeams(i, j, end int) ([]*party, int) {
	if _, several := d.classAt(i, d.lang.class["several-delegations"]); !several || d.lang.cased || !d.carriesArticle(i) {
		return nil, 0
	}
	if f := d.entryAt(j, lexicon.Cardinal); f != nil {
		j = f.To
	}
	if j+2 >= end || !slices.Contains([]string{",", "(", ":", "-"}, d.text.Tokens[j].Norm) {
		return nil, 0
	}
	for k := j + 1; k < end; {
		m := d.modifier(k)
		if m == nil || m.form != lexicon.Adjective {
			return nil, 0
		}
		if k = m.to; k < end && !d.joined(k) {
			break
		}
	}
	list, to := d.modifiers(j+1, end)
	if to < end && slices.Contains([]string{",", ")", "-"}, d.text.Tokens[to].Norm) {
		to++
	}
	return list, to
}

// pastSize goes over the size of a delegation at token i, with a word for those who are
// counted or without, where "from" or "of" stands behind it: "a delegation of seven from …",
// "a team of nine officers from …".
func (d *document) pastSize(i, end int) int {
	if !d.lang.cased || i >= end || d.text.Tokens[i].Kind != text.Number && d.entryAt(i, lexicon.Cardinal) == nil {
		return i
	}
	for j := i + 1; j < min(i+3, end); j++ {
		if _, ok := d.classAt(j, d.lang.common.of); ok {
			return j
		}
	}
	return i
}

// sentTo tells whether a party at token i, behind a delegation, is where that goes: a state behind
// "to", "a team to Qatar", or a capital behind a word of the class "whither", "a delegation to Doha".
func (d *document) sentTo(i int, p *party) bool {
	j := i - 1
	for j > 0 && d.isArticle(j) {
		j--
	}
	if e := d.e.lexicon.Entry(lexicon.Party, p.id); d.lang.cased && j > 0 && e != nil && e.Type == "state" {
		return d.text.Tokens[j].Norm == "to"
	}
	return p.form == lexicon.Metonym && d.follows(i, d.lang.class["whither"])
}

// thatDelegation is the party of the delegation named last before token i, where a clause
// begins there with the noun alone in a language that has no article: "Heyetin sözcüsü".
func (d *document) thatDelegation(i, to int) *party {
	if _, ok := d.classAt(i, d.lang.class["that-delegation"]); !ok {
		return nil
	}
	if i > d.text.Sentences[d.text.Tokens[i].Sentence].From && d.text.Tokens[i-1].Kind != text.Punct {
		return nil
	}
	return d.sameDelegation(i, to)
}

// pastOwner goes over the state at token i whose party the next words name: "delegations
// of Libya's Government of National Accord".
func (d *document) pastOwner(i, end int) int {
	if !d.lang.cased {
		return i
	}
	m := d.modifier(i)
	if m == nil || m.to+1 >= end || d.text.Tokens[m.to].Norm != "'s" {
		return i
	}
	if o := d.modifier(m.to + 1); o != nil && o.parties[0].id != "" && d.belligerent(o.parties[0].id) {
		return m.to + 1
	}
	return i
}

// intoBracket is the token at which the name of an Arabic party begins that stands alone in
// brackets at token i, behind a noun for a party if there is one: «وفد (أنصار الله)», «وفد
// حزب (المؤتمر الشعبي العام)»; i where none does.
func (d *document) intoBracket(i, end int) int {
	j := i
	if to, ok := d.classAt(j, d.lang.class["short-party-noun"]); ok {
		j = to
	}
	if d.lang.cased || j+1 >= end || d.text.Tokens[j].Norm != "(" {
		return i
	}
	if m := d.modifier(j + 1); m != nil && m.to < end && d.text.Tokens[m.to].Norm == ")" {
		return j + 1
	}
	return i
}

// cabinet tells whether the Arabic word at token i is the second half of an office or body: «رئيس الوزراء», «مجلس
// الوزراء».
func (d *document) cabinet(i int) bool {
	if d.lang.cased || i == 0 || !d.carriesArticle(i) {
		return false
	}
	for j := max(0, i-2); j < i; j++ {
		if f := d.entryAt(j, lexicon.TitleHead); f != nil && f.To > i {
			return true
		}
	}
	return d.follows(i, d.lang.class["not-body-of"])
}

// premises tells whether the noun at token i is a mission whose house is meant: «في
// مقر البعثة الروسية». Languages without a class "embassy" do not ask.
func (d *document) premises(i int) bool {
	_, embassy := d.classAt(i, d.lang.class["embassy"])
	return embassy && d.follows(i, d.lang.class["house-of"])
}

// apartFrom tells whether the Arabic noun at token i carries the article, so that
// the name of a party right behind it is none of its own: «مغادرة أحد الوفود
// الكويت» leaves Kuwait.
func (d *document) apartFrom(i int, p *party) bool {
	if d.lang.cased || p.form == lexicon.Adjective || p.generic != nil {
		return false
	}
	return d.carriesArticle(i)
}

// carriesArticle tells whether the noun at token i is written with the article:
// «الجولة».
func (d *document) carriesArticle(i int) bool {
	for _, f := range d.at(i) {
		if f.Kind == lexicon.Class && f.Clitics&lexicon.Article != 0 {
			return true
		}
	}
	return false
}

// findSides marks «الجانب التركي», «الجانبين الروسي والسوري» as those who act for
// the parties.
func (d *document) findSides() {
	for i := range d.where(classBit(d.lang.common.side)) {
		to, ok := d.classAt(i, d.lang.common.side)
		if !ok || len(d.mentions[kindDelegation][i])+len(d.mentions[kindDelegations][i]) > 0 {
			continue
		}
		if _, ok := d.classAt(i, d.lang.class["on-behalf"]); ok && !d.joined(i) {
			continue // «أحمد طعمة عن المعارضة»; but «وعن موسكو لافرنتييف»
		}
		if i > 0 && d.text.Tokens[i-1].Norm == "الي" && !d.carriesArticle(i) {
			continue // «إلى جانب روسيا»: besides
		}
		if list, stop := d.modifiers(to, d.sentenceEnd(i)); len(list) > 0 && !d.apartFrom(i, list[0]) {
			d.delegation(i, stop, list, true)
		}
	}
}

// delegation marks one delegation, or several of a list: the first mention
// spans from the noun to the first party, the others their party's name.
func (d *document) delegation(from, to int, list []*party, weak bool) {
	kind := kindDelegation
	if len(list) > 1 {
		kind = kindDelegations
	} else if next := d.modifier(d.quotes(to, d.sentenceEnd(from))); next != nil && d.lang.after && next.form == lexicon.Adjective && !d.joined(next.from) && !d.othersBehind(next) {
		// «الوفد الحكومي السوري»
		if list[0].generic != nil || next.parties[0].id == d.stateOf(list[0]) {
			to = next.to
		}
	}
	d.addMention(&mention{kind: kind, from: from, to: to, parties: list, weak: weak})
}

// othersBehind tells whether an adjective behind an Arabic delegation stands for the
// people of another state: «التقى وفد المعارضة الأتراك».
func (d *document) othersBehind(m *mention) bool {
	return !d.lang.cased && m.parties[0].id != "" && m.parties[0].id != d.country && d.definitePlural(m.from)
}

// beforeSize is the token at which the size of a delegation, whose noun stands at
// token i, begins: "the 36-member delegation"; i where it has none.
func (d *document) beforeSize(i int) int {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; d.lang.before && j > max(from, i-5); j-- {
		if t := &d.text.Tokens[j]; t.Kind == text.Number || d.entryAt(j, lexicon.Cardinal) != nil {
			return j
		} else if _, ok := d.classAt(j, d.lang.common.filler); !ok && t.Norm != "-" {
			break
		}
	}
	return i
}

// sameDelegation is the party of the delegation named last before token i,
// where the noun there is definite and names none: «رئيس الوفد محمد علوش»,
// "the delegation's head".
func (d *document) sameDelegation(i, to int) *party {
	definite := d.possessed(i)
	for _, f := range d.at(i) {
		definite = definite || f.To == to && f.Clitics&lexicon.Article != 0
	}
	if _, ok := d.classAt(i, d.lang.class["that-delegation"]); !ok && !definite && !d.follows(d.beforeSize(i), d.lang.common.the) {
		return nil
	}
	if _, own := d.classAt(to, d.lang.class["accompanying"]); own {
		return nil // «سوسان والوفد المرافق له»
	}
	if strings.HasSuffix(d.text.Tokens[i].Norm, "نا") {
		return nil // "our delegation": the speaker's, whoever that is
	}
	if _, both := d.classAt(i, d.lang.common.sides); both && !d.lang.cased {
		return nil // «الوفدان» are two
	}
	if _, several := d.classAt(i, d.lang.class["several-delegations"]); several {
		return nil // «الوفود» are all of them
	}
	if f := d.entryAt(d.beforeSize(i), lexicon.Cardinal); f != nil && d.lang.cased && f.To == i && f.Label.Class > 1 && d.has(d.lang.class["team-plural"], i, i+1) {
		return nil // "the two teams of nine" are of both
	}
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	for j := i - 1; j >= sentence.From; j-- {
		// «عن الجانب التركي ترأس الوفد …»
		if next, ok := d.classAt(j, d.lang.common.side); ok {
			if m := d.modifier(next); m != nil && m.to <= i {
				p := *m.parties[0]
				p.from, p.to = i, to
				return &p
			}
		}
	}
	kinds := []mentionKind{kindDelegation}
	if d.possessed(i) {
		kinds = []mentionKind{kindParty, kindAdjective} // «عن الحكومة … لوفدها»
	}
	if m := d.teamBefore(i); m != nil && !d.possessed(i) {
		p := *m.parties[0]
		p.from, p.to = i, to
		return &p
	}
	for j := i - 1; j >= 0 && j > i-70; j-- {
		for _, k := range kinds {
			for _, m := range d.mentions[k][j] {
				if d.spokenOf(m) {
					continue
				}
				p := *m.parties[0]
				p.from, p.to = i, to
				return &p
			}
		}
	}
	if p := d.soleSide(i); p != nil {
		p.from, p.to = i, to
		return p
	}
	return nil
}

// spokenOf tells whether an Arabic sentence begins with a delegation as what somebody speaks of:
// «وحول وفد المعارضة قال الجعفري», «وعن الوفد الإيراني أضاف».
func (d *document) spokenOf(m *mention) bool {
	first := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	if d.lang.cased || m.from == first || m.from > first+2 {
		return false
	}
	_, about := d.classAt(first, d.lang.class["about"])
	_, of := d.classAt(first, d.lang.class["on-behalf"])
	return (about || of) && d.has(d.lang.common.say, m.to, min(m.to+4, d.sentenceEnd(first)))
}

// teamBefore is the delegation named last before token i, in a text with capitals, with
// its noun: "Head of the Syrian delegation, Ayman Soussan … The delegation met", not those
// who stand for one, "the US".
func (d *document) teamBefore(i int) *mention {
	for j := i - 1; d.lang.cased && j >= 0 && j > i-110; j-- {
		for _, m := range d.mentions[kindDelegation][j] {
			if d.has(d.lang.common.delegation, m.from, m.to) {
				return d.subjectTeam(m)
			}
		}
	}
	return nil
}

// subjectTeam is the delegation with which the sentence of another begins, where that is
// named before: "The delegation met the Russian one. Later the delegation …"; else the other.
func (d *document) subjectTeam(m *mention) *mention {
	from := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	for j := from; j < min(from+4, m.from); j++ {
		for _, o := range d.mentions[kindDelegation][j] {
			if o.anaphor {
				return o
			}
		}
	}
	return m
}

// soleSide is the only side of the conflict that an Arabic text names before token
// i, nil where there are several: «تشارك المعارضة السورية … وقال عضو الوفد».
func (d *document) soleSide(i int) *party {
	sides := d.belligerentsOf(kindParty)
	if d.lang.cased || len(sides) != 1 || sides[0].from >= i {
		return nil
	}
	p := *sides[0]
	return &p
}

// thirdFor is the party that an Arabic delegation at token i, with an ordinal at token j behind it, is said to
// represent: «يمثل الوفد الثالث المجتمع المدني».
func (d *document) thirdFor(i, j, end int) *mention {
	n, to := d.ordinal(j, end)
	if d.lang.cased || n == 0 || i == 0 || !d.follows(i, d.lang.class["represents"]) {
		return nil
	}
	return d.modifier(to)
}

// nthParty is the party that an ordinal means, of the list of parties named
// last: «وفد الأولى», the first one's delegation.
func (d *document) nthParty(i, end int) *party {
	n, to := d.ordinal(i, end)
	if n == 0 || i >= end {
		return nil
	}
	if _, time := d.classAt(to, d.lang.class["time-of"]); time {
		return nil // "a delegation for the first time"
	}
	for j := i - 1; j >= 0 && j > i-80; j-- {
		for _, l := range d.lists(kindList, j) {
			if d.mentionBefore(j) {
				continue
			}
			if n > len(l.parties) {
				return nil
			}
			p := *l.parties[n-1]
			p.from, p.to = i, to
			return &p
		}
	}
	return nil
}
