package rules

import (
	"slices"

	"peacetalks/graph"
)

// makeSeat seats a person, or those of a list, in a party's delegation. Where
// as many people as parties are named, each leads his own: "the Turkish and
// Iranian teams are led by Önal and Khaji, respectively".
func (d *document) makeSeat(base fact, t template, m *machine) {
	var whose, who *mention
	for _, name := range t.slots {
		c := m.took(name)
		if c == nil {
			continue
		}
		switch k := c.kind; {
		case k == kindPerson, k == kindName, k == kindDelegations && len(c.persons) > 1 && len(c.parties) == 0, (k == kindActors || k == kindPersons) && len(c.persons) > 0:
			who = c
		default:
			whose = c
		}
	}
	if who == nil {
		d.trace.refuse("nobody is named whom it could be about")
		return
	}
	if base.kind == "head" && whose != nil && whose.from >= who.to && d.follows(whose.from, d.lang.class["chief"]) && d.namedBehind(who, whose.to) {
		d.trace.refuse("the head is named behind the delegation")
		return
	}
	if t.beside != "" {
		d.seatBeside(base, t, who, m.took(t.beside))
		return
	}
	if t.item > 0 && whose != nil {
		if len(whose.parties) != 2 || t.item > 2 {
			d.trace.refuse("the list is not of two parties")
			return
		}
		whose = &mention{kind: kindDelegation, from: whose.from, to: whose.to, parties: whose.parties[t.item-1 : t.item]}
	}
	if who.kind != kindActors && who.kind != kindPersons && who.kind != kindDelegations {
		if p := d.personOf(who); p != nil {
			d.seat(base, t, who, p, whose)
		}
		return
	}
	people := slices.Compact(slices.Clone(who.persons))
	whose = d.listOf(whose, len(people))
	paired := whose != nil && len(whose.parties) == len(people) && len(people) > 1
	var pairs []*party
	if paired {
		pairs = d.ownParties(people, whose)
	}
	for k, p := range people {
		one := &mention{person: p, from: who.from, to: who.to}
		of := whose
		if pairs != nil {
			of = &mention{parties: pairs[k : k+1]}
		} else if paired {
			of = &mention{parties: whose.parties[k : k+1]}
		} else if base.kind == "head" && whose != nil && len(people) > 1 {
			d.trace.refuse("two people lead no delegation together")
			return
		} else if whose != nil && len(whose.parties) > 1 {
			d.trace.refuse("who leads which delegation is not told")
			return
		}
		d.seat(base, t, one, p, of)
	}
}

// ownParties are those parties of a list that people act for, in the order of the people:
// "Russia's Lavrentyev, Turkey's Tezcan and Iran's Khaji, who led the three delegations". Nil
// where it is not known of each.
func (d *document) ownParties(people []*person, whose *mention) []*party {
	own := make([]*party, 0, len(people))
	for _, p := range people {
		id := d.partyOf(p, nil)
		k := slices.IndexFunc(whose.parties, func(o *party) bool { return id != "" && d.resolve(o) == id })
		if k < 0 || slices.Contains(own, whose.parties[k]) {
			return nil
		}
		own = append(own, whose.parties[k])
	}
	return own
}

// unsaid tells whether the verb of saying beside a speaker is denied: "has not said yes", «لم
// تعلن الحكومة». Languages without a class "unsaid" do not ask.
func (d *document) unsaid(who *mention, matched [2]int) bool {
	class := d.lang.class["unsaid"]
	for i := min(who.to, matched[0]); class != 0 && i < matched[1]; i++ {
		if _, says := d.classAt(i, d.lang.common.say); says && d.follows(i, class) {
			return true
		}
	}
	return false
}

// namedBehind tells whether another person is named at token i, right behind a
// delegation: «دي ميستورا رئيس الوفد الحكومي السفير بشار الجعفري».
func (d *document) namedBehind(who *mention, i int) bool {
	return !d.lang.cased && !d.joined(i) && slices.ContainsFunc(d.mentionsAt(kindPerson, i), func(m *mention) bool { return m.person != who.person })
}

// listOf is the list in which a party that a rule took by itself stands, where
// several people are named: "Jordan and Iraq were represented by Nazzal and
// Azawi".
func (d *document) listOf(whose *mention, people int) *mention {
	if whose == nil || whose.kind != kindParty || people < 2 || !d.lang.cased {
		return whose
	}
	for j := max(d.text.Sentences[d.text.Tokens[whose.from].Sentence].From, whose.from-14); j <= whose.from; j++ {
		for _, l := range d.lists(kindList, j) {
			if l.to >= whose.to && !d.continued(j) {
				return l
			}
		}
	}
	return whose
}

// seatBeside seats people in the delegation of somebody beside whom they sit,
// but for those who are known to act for another party.
func (d *document) seatBeside(base fact, t template, who, whom *mention) {
	if whom == nil || whom.person == nil {
		return
	}
	of := d.partyAt(whom.person, whom.from, whom.to)
	if len(of) == 0 {
		d.trace.refuse("nothing tells for which party the person acts")
		return
	}
	people := who.persons
	if p := d.personOf(who); p != nil {
		people = []*person{p}
	}
	for _, p := range people {
		if own := d.partyOf(p, nil); p == whom.person || own != "" && d.stateOf(&party{id: own}) != d.stateOf(of[0]) {
			d.trace.refuse("the person acts for another party")
			continue
		}
		d.seat(base, t, &mention{person: p, from: who.from, to: who.to}, p, &mention{kind: kindDelegation, from: whom.from, to: whom.to, parties: of})
	}
}

// seat seats a person in the delegation that is named, else in that of the party
// for which he acts.
func (d *document) seat(base fact, t template, who *mention, p *person, whose *mention) {
	if d.officeOf(who) {
		d.trace.refuse("somebody of the person's office acts, not the person")
		base.kind = "delegation"
		if base.party = d.partyOf(p, who); base.party != "" {
			d.give(&base)
		}
		return
	}
	parties := who.parties
	own := ""
	if whose != nil && whose.anaphor && !(d.lang.cased && d.follows(whose.from, d.lang.common.relative)) {
		own = d.partyOf(p, who) // "…, who heads the delegation": his own, whichever was named last; not "whose team"
	}
	if t.envoy && whose != nil && own == "" {
		if id := d.partyOf(p, who); d.e.mediators[id] {
			own = id
		}
	}
	if own != "" {
		parties = []*party{{id: own}}
	} else if whose != nil {
		parties = whose.parties
	} else if len(parties) == 0 {
		if id := d.partyOf(p, who); id != "" {
			parties = []*party{{id: id}}
		}
	}
	if len(parties) == 0 {
		d.trace.refuse("nothing tells for which party the person acts")
	}
	for _, o := range parties {
		f := base
		f.party, f.person, f.title = d.resolve(o), p, who.title
		if f.party == "" {
			continue
		}
		if d.give(&f) != nil && p.party == "" && f.modality != graph.Denied {
			p.party = f.party
		}
		if whose == nil {
			break
		}
	}
}

// officeOf tells whether a person is named as the one whose office is meant: «فريق
// من مكتب المبعوث غير بيدرسن». Languages without a class "office-of" leave it out.
func (d *document) officeOf(who *mention) bool {
	from := who.from
	if who.title != [2]int{} {
		from = min(from, who.title[0])
	}
	return d.follows(from, d.lang.class["office-of"])
}

// personOf is the person of a mention; a bare name becomes one.
func (d *document) personOf(m *mention) *person {
	if m.person != nil {
		return m.person
	}
	if m.kind != kindName {
		return nil
	}
	return d.person(m.from, m.to, nil, nil).person
}

// anotherSpeaks tells whether a verb of saying behind somebody, with و, is that of
// another person with whose words an Arabic sentence begins: «وأوضح بيدرسن أنه اجتمع
// بالبحرة الذي يقود وفد المعارضة، ووصف اللقاء …».
func (d *document) anotherSpeaks(who *mention, matched [2]int) bool {
	sentence := d.text.Sentences[d.text.Tokens[who.from].Sentence]
	verb := d.pastNote(d.pastDateline(sentence.From))
	if d.lang.cased || who.to >= matched[1] || matched[0] <= verb || !d.joined(matched[1]-1) {
		return false
	}
	if _, says := d.classAt(verb, d.lang.common.say); !says {
		return false
	}
	for i := verb + 1; i < min(verb+9, who.from); i++ {
		if len(d.mentions[kindPerson][i]) > 0 {
			p := d.personOf(who)
			return p == nil || d.mentions[kindPerson][i][0].person != p
		}
	}
	return false
}

// toldBeside tells whether a person is named between commas, in what is told of another
// whose verb ends a phrase at token end: "X, who sits on the team led by Y, said",
// «بلتران، وهو الرجل الثاني في التنظيم الذي يقوده غارسيا، ذكّر بأن …».
func (d *document) toldBeside(who *mention, end int) bool {
	from := d.text.Sentences[d.text.Tokens[who.from].Sentence].From
	if len(d.mentions[kindPerson][who.from]) == 0 || who.to >= end || d.text.Tokens[who.to].Norm != "," {
		return false
	}
	comma := who.from - 1
	for comma > from && d.text.Tokens[comma].Norm != "," {
		comma--
	}
	if comma <= from || !d.ends(kindPerson, comma, 10) || d.has(d.lang.common.say, comma+1, who.from) {
		return false
	}
	_, relative := d.classAt(comma+1, d.lang.common.relative)
	_, is := d.classAt(comma+1, d.lang.class["he-is"])
	return relative || is || d.lang.cased && who.from > comma+2 && d.follows(who.from, d.lang.common.of)
}

// speakerBefore is who speaks where the verb carries و behind somebody else: him of
// whom the sentence tells something, «ورفض المعلم أي بحث في موقع الرئيس الأسد، وقال …»,
// or the only person before one who was met, «خرج الجعفري من جلسته مع دي ميستورا،
// وصرح …»; nil where the one before the verb may speak.
func (d *document) speakerBefore(who *mention, matched [2]int) *mention {
	if d.lang.cased || matched[0] != who.from {
		return nil
	}
	for i := who.to; i < matched[1]; i++ {
		if _, ok := d.classAt(i, d.lang.common.relative); ok {
			return nil
		}
		if _, ok := d.classAt(i, d.lang.common.say); ok && !d.joined(i) {
			return nil
		}
	}
	if !d.prefixed(who.from) && !d.follows(who.from, d.lang.class["along-with"]) {
		return d.verbsSubject(who)
	}
	var found *mention
	for i := d.text.Sentences[d.text.Tokens[who.from].Sentence].From; i < who.from; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if found != nil && found.person != m.person {
				return nil
			}
			found = m
		}
	}
	return found
}

// verbsSubject is the person named with the verb that begins a sentence, where
// neither a mark nor another clause stands between him and somebody named later.
func (d *document) verbsSubject(who *mention) *mention {
	from := d.text.Sentences[d.text.Tokens[who.from].Sentence].From
	for i := from + 1; i < min(from+8, who.from); i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.person == who.person || m.to >= who.from || d.prefixed(i) || d.joined(who.from) || d.anotherClause(m.to, who.from) {
				return nil
			}
			return m
		}
		if d.anotherClause(i, i+1) {
			return nil
		}
	}
	return nil
}

// anotherClause tells whether a mark, or a word with which another clause begins or
// that leads to a name, stands between two tokens.
func (d *document) anotherClause(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text.Tokens[i].Norm == "," || d.text.Tokens[i].Norm == ":" || d.joined(i) {
			return true
		}
		for _, class := range [...]int{d.lang.common.relative, d.lang.common.that, d.lang.common.say, d.lang.class["turn"], d.lang.class["met"]} {
			if _, ok := d.classAt(i, class); ok {
				return true
			}
		}
	}
	return false
}

// makeStatement records that somebody said something.
func (d *document) makeStatement(base fact, t template, m *machine) {
	var who *mention
	for _, name := range t.slots {
		if who = m.took(name); who != nil {
			break
		}
	}
	if who == nil {
		return
	}
	if d.lang.cased && base.value == "" && len(who.persons) == 0 && who.person == nil && d.continuedFrom(who.from, saidFrom(who, base.spans[0][0])) {
		return // the last of a list: "the leaders of France and Germany announced"
	}
	if d.isQuestion(who.from) {
		d.trace.refuse("the sentence asks what somebody said")
		return
	}
	if d.onlyVisits(m.extent) {
		d.trace.refuse("who is called on at his hotel is visited, not spoken to")
		return
	}
	matched := base.spans[0]
	if d.lang.cased && len(who.persons) == 0 && d.personOf(who) == nil && (d.apposedTo(matched[0]) || d.personCovers(matched[0])) {
		d.trace.refuse("the words say who the person named before them is")
		return
	}
	if d.anotherSpeaks(who, matched) {
		d.trace.refuse("the verb goes on about him with whose words the sentence begins")
		return
	}
	if d.unsaid(who, matched) {
		d.trace.refuse("it is told what was not said")
		return
	}
	if d.toldBeside(who, matched[1]) {
		d.trace.refuse("words between commas, on him who speaks, name him")
		return
	}
	if met := d.speakerBefore(who, matched); met != nil {
		who = met
	}
	if base.round = d.speakingOf(who.from); base.round != d.main && d.spokeOfMain(who) {
		base.round = d.main
	}
	base.modality = graph.Happened // to deny something is to speak
	base.wording = d.sentenceOf(base.spans[0][0])
	base.spans = d.span(base.wording)
	to := max(who.to, min(matched[1], who.to+8))
	if d.lang.cased && who.to < base.wording[1] && d.text.Tokens[who.to].Norm == "," && who.kind != kindInstitution {
		to = min(max(to, who.to+4), base.wording[1]) // "said Lina Moss, a resident"
	}
	if !t.source && d.calledSo(d.lang.class["reporter"], max(base.wording[0], min(who.from-6, matched[0])), to) {
		d.trace.refuse("a reporter speaks: he tells what others say")
		return
	}
	if p := d.personOf(who); p != nil {
		if i := who.to; d.lang.cased && i+1 < base.wording[1] && d.text.Tokens[i].Norm == "'s" && d.has(d.lang.class["office"], i+1, i+2) {
			if base.party = d.partyOf(p, who); base.party != "" {
				d.give(&base) // "De Mistura's office said"
			}
			return
		}
		base.person = p
		d.give(&base)
		return
	}
	if d.personCovers(who.from) {
		d.trace.refuse("a named spokesman's words are his own")
		return
	}
	for _, p := range who.parties {
		f := base
		if f.party = d.resolve(p); f.party != "" {
			d.give(&f)
		}
	}
}

// apposedTo tells whether the words at token i say who somebody is who is named
// right before them: "Nader Nadery, a member of the government's team, said".
func (d *document) apposedTo(i int) bool {
	if i > 0 && d.isArticle(i-1) {
		i--
	}
	if i == 0 || d.text.Tokens[i-1].Norm != "," {
		return false
	}
	return d.ends(kindPerson, i-1, 10) || d.ends(kindName, i-1, 6)
}

// onlyVisits tells whether the verb that ends right before token i, "called on",
// speaks of a visit: who is met stands behind it, and no word of where or when they
// met is followed by what was asked of him.
func (d *document) onlyVisits(i int) bool {
	visit := d.lang.class["visit"]
	if visit == 0 || !d.follows(i, visit) {
		return false
	}
	for j := i; j < min(i+3, d.sentenceEnd(i-1)); j++ {
		for _, m := range d.mentionsAt(kindActors, j) {
			_, ok := d.classAt(m.to, d.lang.class["visit-where"])
			return ok
		}
	}
	return false
}

// isQuestion tells whether the sentence of token i is a question that begins with a
// word of the class "asks": "What did the UN say?", «ماذا قالت الأمم المتحدة؟».
func (d *document) isQuestion(i int) bool {
	class := d.lang.class["asks"]
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return class != 0 && d.text.Tokens[s.To-1].Norm == "?" && d.has(class, s.From, min(s.From+2, s.To))
}

// saidFrom is the token at which those who speak begin: a list may stand within what a rule
// took, "the co-chairs from the UN, the EU and the OSCE said".
func saidFrom(who *mention, from int) int {
	if len(who.parties) > 1 {
		return min(who.from, from)
	}
	return who.from
}
