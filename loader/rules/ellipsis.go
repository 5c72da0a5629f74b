package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findEllipses marks delegations that are named without their noun once the
// sentence, or the one before, has it: "the Iranian one", "Khaji heads Iran's".
// Languages without a class "one" leave it out.
func (d *document) findEllipses() {
	one, ok := d.lang.class["one"]
	if !ok {
		return
	}
	for i := range d.text.Tokens {
		s := int(d.text.Tokens[i].Sentence)
		if d.blocks[s] == "" || i == 0 {
			continue
		}
		if to, ok := d.classAt(i, one); ok {
			if from, list := d.modifiersBefore(i); len(list) > 0 && d.speaksOfDelegation(i) {
				d.delegation(from, to, list, true)
			}
			continue
		}
		if d.text.Tokens[i].Norm != "'s" || d.nounBehind(i+1) {
			continue
		}
		for j := max(d.text.Sentences[s].From, i-5); j < i; j++ {
			if m := d.modifier(j); m != nil && m.to == i && d.speaksOfDelegation(i) {
				d.standForParties(j, i+1, m.parties)
				break
			}
		}
	}
}

// findBareAdjectives marks an adjective of a state behind which no noun stands as that
// state's delegation, where the sentence, or the one before, speaks of delegations:
// «российская делегация встретилась с турецкой». Languages without a class
// "behind-bare", the words that may stand behind one, leave it out.
func (d *document) findBareAdjectives() {
	if d.lang.class["behind-bare"] == 0 {
		return
	}
	for i := range d.where(0, lexicon.Party) {
		if d.blocks[d.text.Tokens[i].Sentence] == "" || len(d.mentions[kindDelegation][i])+len(d.mentions[kindDelegations][i]) > 0 {
			continue
		}
		for _, m := range d.mentions[kindAdjective][i] {
			list, to := d.modifiers(i, d.sentenceEnd(i))
			if len(list) < 2 || slices.ContainsFunc(list, func(p *party) bool { return p.form != lexicon.Adjective }) {
				list, to = m.parties, m.to
			}
			if d.standsBare(to, d.sentenceEnd(i)) && d.speaksOfDelegation(i) {
				d.standForParties(i, to, list)
			}
		}
	}
}

// standsBare tells whether no noun stands at token i, behind an adjective.
func (d *document) standsBare(i, end int) bool {
	if i >= end {
		return true
	}
	if t := &d.text.Tokens[i]; t.Kind == text.Punct {
		return t.Norm != "\"" && !(t.Norm == "-" && t.Glued) && (i+1 >= end || len(d.mentions[kindAdjective][i+1]) == 0)
	}
	if _, ok := d.classAt(i, d.lang.class["behind-bare"]); ok {
		return i+1 >= end || len(d.mentions[kindAdjective][i+1]) == 0
	}
	return d.dateAt(i)
}

// findNthTeams marks "the first", "the second" before "is headed by" as the delegation of
// the first or second of the two parties that the sentence before says to have come in
// teams: "The Houthis and the GPC came with separate teams. The first is headed by X and the
// second by Y".
func (d *document) findNthTeams() {
	led, ok := d.lang.class["led-by"]
	if !ok || !d.lang.cased {
		return
	}
	for i := range d.where(0, lexicon.Ordinal) {
		s := int(d.text.Tokens[i].Sentence)
		if s == 0 || d.blocks[s] != "body" || !d.isArticle(i-1) {
			continue
		}
		n, to := d.ordinal(i, d.sentenceEnd(i))
		if n < 1 || n > 2 || to >= d.sentenceEnd(i) || !d.has(led, to, min(to+3, d.sentenceEnd(i))) && d.text.Tokens[to].Norm != "by" && d.text.Tokens[to].Norm != "par" {
			continue
		}
		if before := d.text.Sentences[s-1]; d.has(d.lang.common.delegation, before.From, before.To) {
			two := d.partiesNamedIn(before)
			if len(two) == 1 && s > 1 && !d.text.Tokens[before.From].Line {
				two = d.delegationsNamedIn(text.Range{From: d.text.Sentences[s-2].From, To: before.To}) // "They met the Houthis' team. On Tuesday it was that of the GPC. The first …"
			}
			if len(two) == 2 {
				d.standForParties(i-1, to, partiesAt(i-1, to, two[n-1]))
			}
		}
	}
}

// delegationsNamedIn are the parties whose delegations a range of tokens names one by one, in
// their order, by their ids.
func (d *document) delegationsNamedIn(r text.Range) []string {
	var ids []string
	here, _ := d.delegationsIn(r.From, r.To)
	for _, p := range here {
		if id := d.resolve(p); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// partiesNamedIn are the parties that a sentence names, in their order, by their ids.
func (d *document) partiesNamedIn(r text.Range) []string {
	var ids []string
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindParty][i] {
			if id := d.resolve(m.parties[0]); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// findPeoples marks "the Iranians", «الأتراك» as those who act for the state,
// other than the one whose conflict the talks are about, unless that has a delegation of its
// own in a language with capitals, where they are no attribute of the noun before: «الضباط
// الروس». Languages without "plurals" leave it out.
func (d *document) findPeoples() {
	last := -1 // token past the last one that was marked
	sits := d.lang.cased && d.countrySits()
	for i := range d.where(0, lexicon.Party) {
		if !d.definitePlural(i) && !d.listedPlural(i, last) && !d.longPlural(i) || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		from := d.text.Sentences[d.text.Tokens[i].Sentence].From
		if last != i && i > from && d.attributed(i-1) && !d.joined(i) {
			continue
		}
		if _, town := d.classAt(i+1, d.lang.common.town); town {
			continue // "the Swiss city"
		}
		for _, m := range d.mentions[kindAdjective][i] {
			if p := m.parties[0]; d.plural(m.to-1) && p.id != "" && (p.id != d.country || sits) && len(d.mentions[kindDelegation][i]) == 0 {
				d.standForParties(i, m.to, m.parties)
				last = m.to
			}
		}
	}
}

// countrySits tells whether the state whose conflict the talks are about is itself a side
// whose delegation the text speaks of, "the Ukrainian delegation"; one for which another party
// acts is none.
func (d *document) countrySits() bool {
	e := d.e.lexicon.Entry(lexicon.Party, d.country)
	if e == nil || e.Acts != "" {
		return false
	}
	for i := range d.text.Tokens {
		for _, m := range d.mentions[kindDelegation][i] {
			if len(m.parties) == 1 && m.parties[0].id == d.country && d.has(d.lang.common.delegation, m.from, m.to) {
				return true
			}
		}
	}
	return false
}

// longPlural tells whether the adjective at token i is one of several words in a language with
// capitals, "the South Koreans", with the article.
func (d *document) longPlural(i int) bool {
	return d.lang.cased && d.follows(i, d.lang.common.the) && slices.ContainsFunc(d.mentions[kindAdjective][i], func(m *mention) bool { return m.to > i+1 && d.plural(m.to-1) })
}

// definitePlural tells whether the word at token i is the plural of a state's
// adjective, with the article, or with a capital where only peoples have one:
// "Russes et Turcs se sont vus".
func (d *document) definitePlural(i int) bool {
	if !d.plural(i) {
		return false
	}
	for _, f := range d.at(i) {
		if f.Kind == lexicon.Party && f.Clitics&lexicon.Article != 0 {
			return true
		}
	}
	return d.lang.peoples && d.text.Tokens[i].Upper || d.follows(i, d.lang.common.the)
}

// plural tells whether the word at token i is written as a people's name in the
// plural is.
func (d *document) plural(i int) bool {
	_, plural := d.classAt(i, d.lang.class["people"])
	for _, end := range d.lang.plurals {
		plural = plural || strings.HasSuffix(d.text.Tokens[i].Norm, end)
	}
	return plural
}

// listedPlural tells whether the plural of a state's adjective at token i goes on
// with a list of such, whose last one ends at token last: "the Russians, Turks and
// Iranians".
func (d *document) listedPlural(i, last int) bool {
	if !d.lang.cased || last < 0 || last >= i || !d.plural(i) {
		return false
	}
	next, ok := d.connector(last)
	return ok && next == i
}

// attributed tells whether the Arabic word at token i may be a noun to which an
// adjective in the plural belongs: it is definite, or known as those who come
// from somewhere.
func (d *document) attributed(i int) bool {
	if d.text.Tokens[i].Kind == text.Punct {
		return false
	}
	if norm := d.text.Tokens[i].Norm; hasArticle(norm) {
		feminine := strings.HasSuffix(norm, "ه") && d.modifierEnds(i+1)
		return !feminine // «التقى وفد المعارضة الأتراك»
	}
	_, them := d.classAt(i, d.lang.common.representatives)
	return them
}

// modifierEnds tells whether the name of a party ends at token i.
func (d *document) modifierEnds(i int) bool {
	return d.ends(kindParty, i, 4) || d.ends(kindDelegation, i, 4)
}

// namePlatforms reads "the Cairo and Moscow platforms" as the parties that are
// called after these cities, where the lexicon knows all of them.
func (d *document) namePlatforms() {
	class := d.lang.class["platforms"]
	for i := range d.where(classBit(class)) {
		if _, ok := d.classAt(i, class); !ok {
			continue
		}
		_, list := d.modifiersBefore(i)
		behind := !d.lang.cased || len(list) == 0
		if behind {
			list = d.platformsBehind(i)
		}
		for k := range list {
			p := list[k]
			if !behind {
				p = list[len(list)-1-k] // the last ones: "the government, and the Cairo and Moscow platforms"
			}
			id := d.platformOf(p)
			if id == "" {
				break
			}
			p.id, p.generic, p.form = id, nil, lexicon.Proper
		}
	}
}

// platformsBehind are the cities behind a noun for platforms, in a language that names them
// there: «منصتي القاهرة وموسكو», "les plateformes dites du Caire et de Moscou".
func (d *document) platformsBehind(i int) []*party {
	j, end := i+1, d.sentenceEnd(i)
	if !d.lang.cased {
		list, _ := d.modifiers(j, end)
		return list
	}
	for steps := 0; steps < 3; steps++ {
		next, ok := d.classAt(j, d.lang.common.of)
		if !ok {
			next, ok = d.classAt(j, d.lang.class["called-so"])
		}
		if !ok {
			break
		}
		j = next
	}
	if j == i+1 {
		return nil
	}
	list, _ := d.modifiers(j, end)
	return list
}

// platformOf is the party that is called after the city by which one is named, empty
// where the lexicon has none.
func (d *document) platformOf(p *party) string {
	id := d.text.Tokens[p.from].Norm + "-platform"
	if f := d.entryAt(p.from, lexicon.Place); f != nil {
		id = f.Label.Entry.ID + "-platform"
	}
	if d.e.lexicon.Entry(lexicon.Party, id) == nil {
		return ""
	}
	return id
}

// findPossessors marks "Tomah's team" as the delegation of the person's party,
// and the "its" of "Its leader, Ali Asghar Khaji", the "it" of "who leads it",
// as the delegation that is named last.
func (d *document) findPossessors() {
	leader, led, men := d.lang.class["its-leader"], d.lang.class["leads-it"], d.lang.class["men"]
	for i := 1; i < len(d.text.Tokens); i++ {
		s := int(d.text.Tokens[i].Sentence)
		if d.blocks[s] != "body" {
			continue
		}
		if _, ok := d.classAt(i, leader); ok && s > 0 && i == d.text.Sentences[s].From && !d.text.Tokens[i].Line {
			d.standForParties(i, i+1, d.delegationBefore(i))
			continue
		}
		if to, ok := d.classAt(i, led); ok {
			d.standForParties(to-1, to, d.delegationBefore(i))
			continue
		}
		if to, ok := d.classAt(i, d.lang.class["one-of-its"]); ok && s > 0 && i == d.text.Sentences[s].From && !d.text.Tokens[i].Line {
			d.standForParties(to-1, to, d.delegationBefore(i)) // "One of its officers, X, also came"
			continue
		}
		to, team := d.classAt(i, d.lang.common.delegation)
		if !team {
			to, team = d.classAt(i, men)
		}
		if !team || d.text.Tokens[i-1].Norm != "'s" {
			continue
		}
		for j := max(d.text.Sentences[s].From, i-7); j < i-1; j++ {
			for _, m := range d.mentions[kindPerson][j] {
				if m.to == i-1 {
					d.standForParties(j, to, d.partyAt(m.person, j, to))
				}
			}
		}
	}
}

// nounBehind tells whether a word that a genitive may belong to stands at
// token i: neither a mark nor a conjunction, preposition or verb.
func (d *document) nounBehind(i int) bool {
	if i >= len(d.text.Tokens) || d.text.Tokens[i].Kind == text.Punct {
		return false
	}
	for _, class := range []int{d.lang.common.and, d.lang.common.in, d.lang.class["led-by"], d.lang.class["time-after"]} {
		if _, ok := d.classAt(i, class); ok {
			return false
		}
	}
	if d.dateAt(i) {
		return false // "met Iran's delegation and Turkey's the next morning"
	}
	return d.text.Tokens[i].Norm != "by"
}

// speaksOfDelegation tells whether a noun such as delegation stands before token
// i in its sentence or the one before.
func (d *document) speaksOfDelegation(i int) bool {
	s := int(d.text.Tokens[i].Sentence)
	from := d.text.Sentences[max(s-1, 0)].From
	return d.has(d.lang.common.delegation, from, i) || d.lang.cased && d.has(d.lang.common.side, from, i)
}

// ownerWord is the class of the words for his and her; in a language in which they are those
// for its too, "sa délégation", the class "his-or-its", which tells nothing of rounds.
func (l *language) ownerWord() int { return cmp.Or(l.class["own"], l.class["his-or-its"]) }

// findOwnDelegations marks "his delegation" as that of the person named last.
func (d *document) findOwnDelegations() {
	class := d.lang.ownerWord()
	if class == 0 {
		return
	}
	for i := 1; i < len(d.text.Tokens); i++ {
		if to, ok := d.classAt(i-1, class); !ok || to != i || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		to, ok := d.classAt(i, d.lang.common.delegation)
		if !ok {
			if to, ok = d.classAt(i, d.lang.common.side); !ok {
				continue
			}
		}
		if p := d.ownerBefore(i); p != nil {
			if list := d.partyAt(p, i, to); len(list) > 0 {
				d.mentions[kindDelegation][i] = nil
				d.standForParties(i, to, list)
			}
		}
	}
}

// ownerBefore is the person whose the delegation is behind the "his" before token
// i: the one named last, but for him who is said to be one of it, "Frank Pearl,
// one of his negotiators".
func (d *document) ownerBefore(i int) *person {
	one, isOne := d.lang.class["one"]
	last := d.personBefore(i)
	if last == nil || !isOne || i < 4 || d.text.Tokens[i-2].Norm != "of" || !d.follows(i-2, one) {
		return last
	}
	for m := range d.namedBefore(i, kindPerson) {
		if m.person != last {
			return m.person
		}
	}
	return nil
}

// officeBehind is the person who begins the sentence before, where that of
// token i, in the same paragraph, begins with an office that can be his:
// "Bashar Jaafari is furious. The Syrian envoy says …"
func (d *document) officeBehind(i int, of *mention) *person {
	s, article := int(d.text.Tokens[i].Sentence), 1
	if d.lang.declined {
		article = 0 // «Джаафари вышел к прессе. Глава делегации говорит»
	}
	if s == 0 || !d.lang.cased || i != d.text.Sentences[s].From+article || d.text.Tokens[d.text.Sentences[s].From].Line || len(of.parties) == 0 {
		return nil
	}
	from := d.text.Sentences[s-1].From
	for j := from; j < min(from+4, d.text.Sentences[s-1].To); j++ {
		list := d.mentions[kindPerson][j]
		if len(list) == 0 {
			continue
		}
		p := list[0].person
		own, named := d.partyOf(p, nil), d.resolve(of.parties[0])
		if own == "" || own == named || d.stateOf(&party{id: own}) == d.stateOf(&party{id: named}) {
			return p
		}
		return nil
	}
	return nil
}
