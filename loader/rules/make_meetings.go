package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// makeMeeting records who met: all the parties together, or with each the
// first list's parties with each of the second's.
func (d *document) makeMeeting(base fact, t template, m *machine) {
	if t.again {
		d.metEachAgain(base, m)
		return
	}
	if d.lang.cased && d.toFollow(base.round) {
		d.trace.refuse("a round to come has no meetings yet")
		return
	}
	if why := d.didNotMeet(&base, t, m); why != "" && !t.same && !t.pair {
		d.trace.refuse(why)
		return
	}
	lists, seats := d.whoAttend(&base, t, m)
	var told edtf.Date // the day of the meeting before
	if host := m.took("actors"); d.lang.cased && host != nil && host.person != nil && m.took("other") != nil && len(lists) == 1 && len(lists[0]) > 1 && d.partyOf(host.person, host) == "" {
		d.trace.refuse("whom he acts for who met them is not told: \"President Bush will receive both leaders\"")
		return
	}
	if len(lists) == 2 {
		if d.lang.cased && len(lists[0]) > 1 && within(lists[1], lists[0]) {
			d.trace.refuse("those who were met are among those who met: the words say more of them")
			return
		}
		if within(lists[0], lists[1]) && d.metFirst(m.took("other"), m.took(t.slots[0])) {
			d.trace.refuse("who is named behind those who were met is one of them")
			return
		}
		if d.lang.cased && d.bothSides(m, seats) {
			d.trace.refuse("the two sides of the conflict met: that is the round itself")
			return
		}
		lists[0] = d.bothBefore(m, seats[0], lists[0])
		lists[1] = append(lists[1], d.namedOn(m.took("other"))...)
	}
	if t.past {
		ids, day := d.metBefore(base.spans[0][0])
		lists, told = append(lists, ids), day
	}
	if t.same {
		var why string
		if lists, why = d.metSame(&base, m, lists); why != "" {
			d.trace.refuse(why)
			return
		}
	}
	if t.with {
		if p := d.soleMediator(); p != nil {
			lists = append(lists, []string{d.partyOf(p, nil)})
		} else if len(lists) < 2 {
			d.trace.refuse("who received them is not told")
			for _, who := range seats {
				d.seatMet(&base, who)
			}
			return
		}
	}
	if d.lang.cased && (len(lists) == 1 && d.roundItself(base.spans[0][0], lists[0]) || len(lists) == 2 && d.atTheTalks(base.spans[0][0], m.extent, slices.Concat(lists...))) {
		d.trace.refuse("talks between the sides of the conflict are the round itself")
		return
	}
	if d.lang.cased && len(lists) == 1 && len(lists[0]) > 2 && d.isSummit(base.round) {
		d.trace.refuse("the summit itself brings them together")
		return
	}
	if d.sidesMet(base.spans[0][0], m.extent, lists) {
		d.trace.refuse("the two sides of the conflict met: that is the round itself")
		return
	}
	if d.bareTalks(base.spans[0][0], m.extent, lists) {
		d.trace.refuse("talks between the sides of the conflict are the round itself")
		return
	}
	base.date = d.dayOfMeeting(&base, m, told)
	if t.same && base.date.IsZero() {
		base.date = d.dayOfSentenceBefore(base.spans[0][0])
	}
	if t.today && !base.date.IsDay() {
		base.date = cmp.Or(d.entryDay(base.spans[0][0]), d.anchor())
	} else if t.same && !base.date.IsDay() {
		base.date = edtf.Date{} // "he, who took over in January, saw"
	}
	if len(lists) == 1 && d.withOthers(seats, m.extent) {
		d.trace.refuse("whom they met is named behind the day")
		return
	}
	if len(lists) == 2 {
		d.giveMeetings(base, m, lists[0], lists[1])
	} else if len(lists) == 1 && d.twoPairs(lists[0]) {
		d.giveMeeting(base, slices.Clone(lists[0][:2]))
		d.giveMeeting(base, slices.Clone(lists[0][2:]))
	} else if len(lists) == 1 && len(lists[0]) > 2 && d.inPairs(base.spans[0][0], m.extent) {
		d.giveEachPair(base, lists[0])
	} else {
		d.giveMeeting(base, slices.Concat(lists...))
	}
	if len(lists) > 1 || len(seats) > 0 && len(seats[0].parties) > 1 {
		for _, who := range seats {
			d.seatMet(&base, who)
		}
	}
	if other := m.took("other"); other != nil && other.to == m.extent && len(lists) == 2 && (d.lang.cased || !t.pair) {
		d.furtherMeetings(&base, lists[0], d.wholeName(other))
	}
}

// sidesMet tells whether a language in which verbs come last says of the two sides of the
// conflict alone, between two tokens, that they met, and of nothing that sets it apart
// from the round: "hükümet ve muhalefet heyetleri bir araya geldi". Languages without a
// class "along-case" do not ask.
func (d *document) sidesMet(from, to int, lists [][]string) bool {
	if _, ok := d.lang.class["along-case"]; !ok || len(lists) != 1 || len(lists[0]) != 2 {
		return false
	}
	if slices.ContainsFunc(lists[0], func(id string) bool { return !d.belligerent(id) }) {
		return false
	}
	from = max(d.text.Sentences[d.text.Tokens[from].Sentence].From, from-3)
	return !d.has(d.lang.class["two-sided"], from, min(to+2, d.sentenceEnd(from))) && !d.has(d.lang.class["eve"], from, to)
}

// withOthers tells whether an Arabic text names behind a day between commas with whom
// those met who are named alone: «اجتمعت وفود الدول الثلاث، صباح الجمعة، مع وفد الأمم
// المتحدة».
func (d *document) withOthers(seats []*mention, extent int) bool {
	if d.lang.cased || len(seats) != 1 {
		return false
	}
	end := d.sentenceEnd(seats[0].from)
	for i := extent; i < min(extent+6, end-1) && d.text.Tokens[i].Kind != text.Punct; i++ {
		if _, another := d.classAt(i, d.lang.class["another"]); another || d.joined(i) {
			break
		}
		if i == extent && d.acts(i) && d.prefixed(i) {
			return true
		}
		if to, with := d.classAt(i, d.lang.class["along-with"]); with && d.acts(to) {
			return true // «عقد وفدا روسيا وتركيا اجتماعا أمس مع وفد المعارضة»
		}
	}
	i := d.pastDay(seats[0].to, end)
	if i == seats[0].to || i >= end {
		return false
	}
	_, with := d.classAt(i, d.lang.class["along-with"])
	return with || d.prefixed(i)
}

// namedOn are the parties of those with whom an Arabic list of people goes on behind the
// name of the first, whom a pattern took by his state alone: «نظيريه التركي سيدات أونال
// والإيراني علي أصغر خاجي».
func (d *document) namedOn(m *mention) (ids []string) {
	if d.lang.cased || m == nil || len(m.parties) != 1 || len(m.persons) > 0 || m.to >= len(d.text.Tokens) {
		return nil
	}
	people := d.mentions[kindPerson][m.to]
	for len(people) > 0 {
		next, ok := d.connector(people[0].to)
		if !ok {
			break
		}
		if people = d.namedBehindState(next); len(people) > 0 {
			ids = append(ids, d.partyOf(people[0].person, nil))
		}
	}
	return ids
}

// within tells whether all of some are among others.
func within(some, others []string) bool {
	return !slices.ContainsFunc(some, func(id string) bool { return !slices.Contains(others, id) })
}

// twoPairs tells whether a list of four names somebody twice, so that two met and then
// two: "contacts between the delegations of Russia and Iran and of Russia and Turkey".
func (d *document) twoPairs(ids []string) bool {
	if !d.lang.cased || len(ids) != 4 {
		return false
	}
	a, b := ids[:2], ids[2:]
	return a[0] != a[1] && b[0] != b[1] && !sameParties(a, b) && (slices.Contains(b, a[0]) || slices.Contains(b, a[1]))
}

// inPairs tells whether the words for a meeting of three or more, between two tokens, say
// that it was of two at a time: "Russia, Turkey and Iran held bilateral consultations".
// Languages without a class "pairwise" leave it out.
func (d *document) inPairs(from, to int) bool {
	return d.has(d.lang.class["pairwise"], from, to) && !d.has(d.lang.class["not-pairwise"], from, to)
}

// giveEachPair records that each of those who met saw each of the others.
func (d *document) giveEachPair(base fact, ids []string) {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			d.giveMeeting(base, []string{a, b})
		}
	}
}

// whoAttend has the parties of each slot of those who met, and their mentions.
func (d *document) whoAttend(base *fact, t template, m *machine) (lists [][]string, seats []*mention) {
	for _, name := range t.slots {
		if who := m.took(name); who != nil && !d.capitalAsPlace(who) {
			if ids := d.attend(base, m, who); len(ids) > 0 {
				lists, seats = append(lists, ids), append(seats, who)
			}
		}
	}
	return lists, seats
}

// capitalAsPlace tells whether somebody whom a pattern took to meet is a capital to which somebody
// goes, "went to Doha", or in Arabic one behind a word for in, which acts for no state there:
// «اجتمع في مسقط وفدا …».
func (d *document) capitalAsPlace(who *mention) bool {
	if len(who.parties) != 1 || len(who.persons) > 0 || who.parties[0].form != lexicon.Metonym {
		return false
	}
	return d.lang.cased && d.follows(who.from, d.lang.class["whither"]) || !d.lang.cased && d.follows(who.from, d.lang.common.in)
}

// toFollow tells whether a round comes after the article's own in its series.
func (d *document) toFollow(r *round) bool {
	return d.main.number > 0 && r.process == d.main.process && r.number > d.main.number
}

// giveMeetings records the meetings of those who met with the others: of all of them
// together, of the first, as joint hosts, with each of the others, or of each with
// each.
func (d *document) giveMeetings(base fact, m *machine, who, others []string) {
	joint := d.jointHosts(&base, m, who)
	switch {
	case joint && d.has(d.lang.common.each, base.spans[0][0], min(m.extent+6, m.end)):
		for _, b := range others {
			d.giveMeeting(base, slices.Concat(who, []string{b}))
		}
	case !joint && d.metEach(&base, m, who):
		for _, a := range who {
			for k, b := range others {
				one := base
				if day := d.ownDay(m); k > 0 && k == len(others)-1 && day.IsDay() {
					one.date = day
				}
				d.giveMeeting(one, []string{a, b})
			}
		}
	default:
		d.giveMeeting(base, slices.Concat(who, others))
		d.remember(&base, who, others, m.extent)
		return
	}
	for _, b := range others {
		d.remember(&base, who, []string{b}, m.extent)
	}
}

// roundItself tells whether "talks between" two sides of the conflict, which no
// word such as bilateral or direct sets apart, begin at token i.
func (d *document) roundItself(i int, sides []string) bool {
	if slices.ContainsFunc(sides, func(id string) bool { return !d.belligerent(id) }) {
		return false
	}
	if d.inRound[i] || len(d.mentions[kindRound][i]) > 0 {
		return true // "the first formal talks between the government and the rebels"
	}
	_, talks := d.classAt(i, d.lang.class["round-talks"])
	return talks && !d.has(d.lang.class["two-sided"], max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-2), i)
}

// bothSides tells whether a pattern took the sides of the conflict, one joined to the
// other by and, and nothing says that they met apart from the round: "Bello and
// Agcaoili met".
func (d *document) bothSides(m *machine, seats []*mention) bool {
	next, ok := d.connector(seats[0].to)
	if !ok || next != seats[1].from || d.has(d.lang.class["separately-met"], seats[1].to, min(m.extent+3, m.end)) || d.has(d.lang.class["two-sided"], seats[1].to, m.extent) {
		return false
	}
	return !slices.ContainsFunc(slices.Concat(d.partiesOf(seats[0]), d.partiesOf(seats[1])), func(id string) bool { return !d.belligerent(id) })
}

// didNotMeet tells why the first of those whom a pattern took is not one who met
// somebody there; "" where he is.
func (d *document) didNotMeet(base *fact, t template, m *machine) string {
	first := m.took(t.slots[0])
	subject := first
	for k := 1; k < len(t.slots) && subject == nil && !d.lang.cased; k++ {
		subject = m.took(t.slots[k])
	}
	leads := ""
	if subject != nil && len(subject.persons) > 0 {
		leads = d.leadsTold(subject)
	}
	switch {
	case d.lang.cased && m.slotOf("other") != nil && m.took("other") != nil && d.roundWith(m.took("other").from):
		return "the talks are the round itself: \"for the 14th round of talks with Turkey\""
	case d.lang.cased && first != nil && first.to+1 < d.sentenceEnd(first.from) && d.text.Tokens[first.to].Norm == "-" && d.has(d.lang.class["mediated"], first.to+1, first.to+2):
		return "the party is the first half of a word: \"the UN-convened meeting\""
	case d.talksOfRound(base.spans[0][0]):
		return "the talks are the round itself"
	case !d.lang.cased && d.follows(base.spans[0][0], d.lang.class["summit"]):
		return "the summit itself brings them together: «قمة تجمع الدول الضامنة»"
	case first != nil && first.from > base.spans[0][0] && d.has(d.lang.class["hoped-for"], d.clauseStart(base.spans[0][0]), base.spans[0][0]):
		return "the meeting is only wished for"
	case d.onlyCalledFor(base.spans[0][0], m.extent):
		return "the meeting is only called for, or put off"
	case d.onlyWished(base.spans[0][0], first, m.took("other")):
		return "the meeting is only wished for, or called off"
	case first != nil && d.continuedFrom(first.from, base.spans[0][0]) && !d.metFirst(m.took("other"), first):
		return "the party stands within a list, which meets as a whole"
	case first != nil && m.slotOf("other") != nil && d.behindPreposition(first.from):
		return "the party stands behind a preposition: it was met"
	case subject != nil && m.slotOf("other") != nil && d.justMet(subject):
		return "the party was met: the words before tell it"
	case first != nil && first.from == base.spans[0][0] && d.ownSubject(first, m.took("other")):
		return "who met is named behind the verb: «وصل X، على أن يلتقي Y وفد المعارضة»"
	case leads != "":
		return leads
	case d.metAtHours(first, m.took("other")):
		return "each was met at an hour of his own: \"saat 10.00'da X, 11.30'da Y ile\""
	case len(m.captures) > 0 && d.metByOthers(m):
		return "the party stands behind a word for with: it was met"
	case first != nil && first.from == base.spans[0][0] && d.wasMet(first.from):
		return "the party was met: \"X met Y and held talks with Z\""
	case first != nil && len(first.parties) > 2 && d.inPlenary(m.extent):
		return "the meeting of all is the plenary"
	case !d.lang.cased && d.newSubject(m):
		return "somebody else met the second: «التقى X وفد الحكومة، والتقى Y وفد المعارضة»"
	case first != nil && m.slotOf("other") != nil && first.from > base.spans[0][0] && d.subjectBefore(base.spans[0][0]):
		return "who is named right before the verb met them"
	}
	return ""
}

// metAtHours tells whether an hour stands before both of two whom a text in a language whose verbs
// come last names, so that somebody else met one and then the other. Languages without a class
// "along-case" do not ask.
func (d *document) metAtHours(first, other *mention) bool {
	if _, ok := d.lang.class["along-case"]; !ok || first == nil || other == nil || other.from < first.to {
		return false
	}
	from := d.text.Sentences[d.text.Tokens[first.from].Sentence].From
	return d.hourIn(from, first.from) && d.hourIn(first.to, other.from)
}

// hourIn tells whether an hour of a day stands in a token range.
func (d *document) hourIn(from, to int) bool {
	for i := from; i < to; i++ {
		if d.pastClock(i, to) > i {
			return true
		}
	}
	return false
}

// roundWith tells whether whoever is named at token i stands behind a counted round of talks
// "with" them.
func (d *document) roundWith(i int) bool {
	first := d.text.Sentences[d.text.Tokens[i].Sentence].From
	with := i - 1
	for ; with > max(first, i-4); with-- {
		if _, ok := d.classAt(with, d.lang.class["with"]); ok {
			break
		}
	}
	if _, ok := d.classAt(with, d.lang.class["with"]); !ok || with <= first {
		return false
	}
	for j := with - 1; j > max(first, with-5); j-- {
		if len(d.mentions[kindRound][j]) > 0 || d.inRound[j] {
			return d.has(d.lang.common.unit, j, with) // not "comes out of a last session with the envoy"
		}
		_, talks := d.classAt(j, d.lang.common.talks)
		_, of := d.classAt(j, d.lang.common.of)
		_, filler := d.classAt(j, d.lang.common.filler)
		if !talks && !of && !filler {
			return false
		}
	}
	return false
}

// onlyWished tells whether the words right before those for meeting somebody say that it
// is no more than wished for: "called for a meeting with the Turks". Languages without a
// class "unmet" leave it out.
func (d *document) onlyWished(from int, first, other *mention) bool {
	class := d.lang.class["unmet"]
	if class == 0 || first == nil || other == nil {
		return false
	}
	start := from
	if first.to <= other.from {
		start = max(first.to, other.from-16)
		if d.follows(first.from, class) {
			return true // "whether the Russians will meet the Turks is unclear"
		}
	}
	for i := other.from - 1; i >= start; i-- {
		_, met := d.classAt(i, d.lang.class["met"])
		if _, noun := d.classAt(i, d.lang.class["meeting-noun"]); met || noun {
			return d.wishedBefore(max(start, i-5), i+1, class)
		}
	}
	return false
}

// wishedBefore tells whether a word of a class stands among tokens, and none such as
// after or before behind it: "demanded patience after meeting the Turks" is no wish to
// meet them.
func (d *document) wishedBefore(from, to, class int) bool {
	for i := to - 1; i >= from; i-- {
		if _, wish := d.classAt(i, class); wish {
			return true
		}
		if _, around := d.classAt(i, d.lang.class["around"]); around {
			return false
		}
	}
	return false
}

// metFirst tells whether an English pattern took whom somebody met before him who met:
// "After meeting the Turkish delegation, the Russian delegation left".
func (d *document) metFirst(other, first *mention) bool {
	return d.lang.cased && other != nil && other.to <= first.from
}

// ownSubject tells whether a verb of meeting behind the first of two opens a clause of
// its own, of which the other is no object: «وصل X، على أن يلتقي Y وفد المعارضة».
func (d *document) ownSubject(first, other *mention) bool {
	if d.lang.cased || other == nil {
		return false
	}
	for i := first.to + 1; i < other.from; i++ {
		if d.isVerbOfMeeting(i) && d.follows(i, d.lang.class["opens-clause"]) {
			return !d.isObject(other)
		}
	}
	return false
}

// inPlenary tells whether what ends at token i is in a plenary: «يجتمع الثلاثة في جلسة
// موسعة».
func (d *document) inPlenary(i int) bool {
	to, in := d.classAt(i, d.lang.common.in)
	if !in {
		return false
	}
	if d.isArticle(to) {
		to++
	}
	_, plenary := d.classAt(to, d.lang.class["plenary"])
	return plenary
}

// dayOfSentenceBefore is the day that the sentence before names first, where an Arabic sentence
// begins with a verb at token i: «وصل الأمين العام يوم الجمعة. واجتمع فور وصوله …».
func (d *document) dayOfSentenceBefore(i int) edtf.Date {
	s := int(d.text.Tokens[i].Sentence)
	if d.lang.cased || s == 0 || i != d.text.Sentences[s].From || d.text.Tokens[i].Line {
		return edtf.Date{}
	}
	for j := d.text.Sentences[s-1].From; j < i; j++ {
		for _, m := range d.mentions[kindDate][j] {
			if day := d.day(m); day.IsDay() {
				return day
			}
		}
	}
	return edtf.Date{}
}

// bothBefore are the parties of two who are named before the Arabic dual verb of a
// pattern that took but the second of them: «X رئيس الوفد الروسي وY رئيس الوفد التركي
// التقيا …»; those whom it took where that is not so.
func (d *document) bothBefore(m *machine, who *mention, ids []string) []string {
	if d.lang.cased || who == nil || len(ids) != 1 {
		return ids
	}
	for i := who.to; i < m.extent; i++ {
		if d.bothMeet(i) {
			if both := d.bothActors(d.text.Sentences[d.text.Tokens[i].Sentence].From, i); both != nil {
				return both
			}
			return ids
		}
	}
	return ids
}

// newSubject tells whether the last of three whom a pattern took stands right behind
// a second verb of meeting and met others himself.
func (d *document) newSubject(m *machine) bool {
	first, other := m.took("first"), m.took("other")
	if first == nil || other == nil || len(other.persons) == 0 || d.isObject(other) {
		return false
	}
	for i := max(first.to, other.from-3); i < other.from; i++ {
		if d.isVerbOfMeeting(i) {
			return true
		}
	}
	return false
}

// leadsTold tells why a person behind a word such as led by met nobody: he leads a
// delegation of the meeting that was told last; "" where he does not.
func (d *document) leadsTold(m *mention) string {
	class, here := d.lang.class["led-by"], d.met.round == d.context[m.from]
	switch led := d.follows(m.from, class); {
	case here && d.met.to <= m.from && d.met.to > m.from-6 && d.follows(d.withTitle(m), class), led && d.justMet(m):
		return "the person leads the delegation that was met"
	case led && here && d.lang.cased && d.met.from < m.from && m.to <= d.met.to:
		return "the person leads the delegation that met"
	}
	return ""
}

// withTitle is the token at which the title of a person begins whom an Arabic text
// names, that of his name where he has none.
func (d *document) withTitle(m *mention) int {
	for i := max(0, m.from-10); i < m.from && !d.lang.cased; i++ {
		if slices.ContainsFunc(d.mentions[kindPerson][i], func(o *mention) bool { return o.to >= m.to && o.person == m.persons[0] }) {
			return i
		}
	}
	return m.from
}

// talksOfRound tells whether the talks at token i are those of a round named right
// before: "the twelfth round of talks in Doha between the Taliban and the United
// States".
func (d *document) talksOfRound(i int) bool {
	if _, ok := d.classAt(i, d.lang.class["round-talks"]); !ok || !d.lang.cased {
		return false
	}
	for j := i - 1; j > 0 && j > i-5; j-- {
		if d.ends(kindRound, j+1, 8) {
			return true
		}
		_, of := d.classAt(j, d.lang.common.of)
		if _, ok := d.classAt(j, d.lang.common.filler); !of && !ok {
			break
		}
	}
	return false
}

// subjectBefore tells whether somebody is named right before the verb of meeting
// at token i, which then says whom he met: «دي ميستورا التقى وفد الحكومة».
func (d *document) subjectBefore(i int) bool {
	if d.lang.cased || d.joined(i) {
		return false
	}
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-12); j < i; j++ {
		for _, k := range [...]mentionKind{kindPerson, kindDelegation} {
			if slices.ContainsFunc(d.mentions[k][j], func(m *mention) bool { return m.to == i }) {
				return true
			}
		}
	}
	return false
}

// attend lists the parties of some of those who met, and seats their people and
// those who are no full delegation.
func (d *document) attend(base *fact, m *machine, who *mention) []string {
	for _, p := range who.persons {
		if id := d.partyOf(p, nil); id != "" && who.kind != kindDelegation && !d.possesses(p, who.to) {
			seat := *base
			seat.kind, seat.party, seat.person, seat.weak = "member", id, p, true
			d.give(&seat)
		}
	}
	ids := d.partiesOf(who)
	weak := func(o *mention) bool { return o.weak && !o.anaphor }
	_, caller := d.classAt(who.from, d.lang.class["caller"])
	if margins, ok := d.lang.class["margins"]; ok && len(who.persons) == 0 && !caller && !d.has(margins, base.spans[0][0], m.extent) &&
		(slices.ContainsFunc(d.mentions[kindDelegation][who.from], weak) || slices.ContainsFunc(d.mentions[kindDelegations][who.from], weak)) {
		// Sides, experts and peoples who meet at a round take part in it, officials need not.
		for _, id := range ids {
			seat := *base
			seat.kind, seat.party, seat.weak = "delegation", id, true
			d.give(&seat)
		}
	}
	return ids
}

// dayOfMeeting is the day that a pattern took, else that of its sentence, else
// one told before.
func (d *document) dayOfMeeting(base *fact, m *machine, told edtf.Date) edtf.Date {
	if when := m.took("date"); when != nil {
		return d.day(when)
	}
	span := base.spans[0]
	if first := m.took("first"); first != nil {
		span[0] = first.to // of two meetings the second's day
	}
	return cmp.Or(d.dateIn(span), told, d.entryDay(span[0]), d.hoursOn(base.spans[0][0]))
}

// maxHoursOn is how many sentences before "an hour later" its day may be told.
const maxHoursOn = 3

// hoursOn is the day told last before an Arabic sentence that begins by telling how much later it was:
// «خرج الجعفري أمس من لقائه المبعوث. وبعد ساعتين دخل وفد المعارضة للقائه». The sentence is that of token i.
// Languages without a class "hours-on" leave it out.
func (d *document) hoursOn(i int) edtf.Date {
	s := int(d.text.Tokens[i].Sentence)
	if _, later := d.classAt(d.text.Sentences[s].From, d.lang.class["hours-on"]); !later || d.live {
		return edtf.Date{}
	}
	for b := s - 1; b >= max(0, s-maxHoursOn) && d.blocks[b] == "body"; b-- {
		for j := d.text.Sentences[b].From; j < d.text.Sentences[b].To; j++ {
			for _, m := range d.mentions[kindDate][j] {
				if day := d.day(m); day.IsDay() {
					return day
				}
			}
		}
	}
	return edtf.Date{}
}

// ownDay is the day that an Arabic text gives the last of those who were met one
// after the other: «استقبل السبت وفد الحكومة، ثم وفد المعارضة يوم الأحد».
func (d *document) ownDay(m *machine) edtf.Date {
	other := m.took("other")
	if d.lang.cased || other == nil || !d.has(d.lang.class["then"], other.from, other.to) {
		return edtf.Date{}
	}
	return d.dayWithin(other.to, d.dayLimit(other.to, d.sentenceEnd(other.from)))
}

// metEach tells whether those who met the others met them one by one.
func (d *document) metEach(base *fact, m *machine, first []string) bool {
	from := base.spans[0][0]
	if before, other := m.took("first"), m.took("other"); before != nil && other != nil {
		for i := other.from - 1; i > before.to; i-- {
			if d.text.Tokens[i].Norm == "," {
				from = i // «التقى الوفدين كلاً على حدة، ثم اجتمع مع …»
				break
			}
		}
	}
	if d.has(d.lang.class["in-one-room"], from, min(m.extent+6, m.end)) {
		return false
	}
	if d.has(d.lang.common.each, from, min(m.extent+6, m.end)) || !d.lang.cased && d.eachBehind(m.extent) {
		return true
	}
	other := m.took("other")
	if other == nil {
		return false
	}
	return len(first) == 1 && d.has(d.lang.class["bilateral"], from, other.from) && !d.has(d.lang.class["three-sided"], from, other.from) ||
		d.has(d.lang.class["then"], other.from, other.to) || d.afterAnother(other) // with one, then with another
}

// afterAnother tells whether a list of Arabic delegations goes on with the ف of what comes
// next: «الوفد الروسي فالتركي».
func (d *document) afterAnother(list *mention) bool {
	for i := list.from + 1; i < list.to && !d.lang.cased; i++ {
		if norm := d.text.Tokens[i].Norm; strings.HasPrefix(norm, "فال") && len(d.mentions[kindAdjective][i]) > 0 || strings.HasPrefix(norm, "ف") && d.joined(i) && d.acts(i) {
			return true
		}
	}
	return false
}

// eachBehind tells whether the apposition of those who were met, from token i,
// ends by saying that each was met alone: «الرئيسين المشاركين أحمد الكزبري، رئيس
// وفد الحكومة، وهادي البحرة، رئيس وفد المعارضة، كلا على حدة».
func (d *document) eachBehind(i int) bool {
	met := d.lang.class["met"]
	for j := i; j < min(i+30, d.sentenceEnd(i-1)) && d.text.Tokens[j].Norm != ";"; j++ {
		if _, ok := d.classAt(j, d.lang.class["apart"]); ok {
			return true
		}
		for _, class := range [...]int{met, d.lang.common.say, d.lang.class["held-meeting"], d.lang.class["meanwhile"]} {
			if _, ok := d.classAt(j, class); ok {
				return false
			}
		}
	}
	return false
}

// jointHosts tells whether those who met others are mediators of several parties, who
// meet them together: "the co-chairs met the Georgians and then, one after the other,
// the Russians and the Americans".
func (d *document) jointHosts(base *fact, m *machine, who []string) bool {
	from, first := base.spans[0][0], m.took("first")
	if first == nil {
		first = m.took("other")
	}
	if !d.lang.cased || len(who) < 2 || first == nil || d.has(d.lang.common.each, from, first.from) {
		return false
	}
	return d.has(d.lang.class["joint-hosts"], max(d.text.Sentences[d.text.Tokens[from].Sentence].From, from-6), first.from)
}

// atTheTalks tells whether words between two tokens call the round "the talks
// with" the other side: "leads the government's team at the talks with the FARC".
func (d *document) atTheTalks(from, to int, sides []string) bool {
	for i := from + 1; i < to; i++ {
		if d.isArticle(i-1) && d.follows(i-1, d.lang.common.in) && d.roundItself(i, sides) {
			return true
		}
	}
	return false
}

// metByOthers tells whether the first of those whom a pattern took stands behind
// مع or carries ب, so that somebody named before it met them.
func (d *document) metByOthers(m *machine) bool {
	first := m.captures[0].mention
	if first == nil || first.kind == kindDate || first == m.took("other") && m.took("actors") != nil {
		return false // «عقب لقائه مع وفد المعارضة، قال بيدرسون»: who met is named behind
	}
	i := first.from
	if d.follows(i, d.lang.class["along-with"]) || !d.lang.cased && d.follows(i, d.lang.class["met-noun"]) {
		return true // «بعد لقائه الوفد الروسي، اجتمع بيدرسون …»
	}
	return strings.HasPrefix(d.text.Tokens[i].Norm, "ب") && d.prefixed(i)
}

// prefixed tells whether the name or noun of one who acts, at token i, carries a
// preposition: that of «بوفد», not the first letter of بيدرسون.
func (d *document) prefixed(i int) bool {
	found := false
	for _, f := range d.at(i) {
		switch f.Kind {
		case lexicon.Party, lexicon.Generic, lexicon.Person, lexicon.TitleHead, lexicon.Given:
		case lexicon.Class:
			if c := f.Label.Class; c != d.lang.common.delegation && c != d.lang.common.representatives && c != d.lang.common.side && c != d.lang.common.guarantors {
				continue
			}
		default:
			continue
		}
		if f.Clitics&lexicon.Preposition == 0 {
			return false
		}
		found = true
	}
	return found
}

// possesses tells whether a list that ends at token i ends with somebody's
// genitive: those who met are "Tomah's men", "Hariri'nin heyeti".
func (d *document) possesses(p *person, i int) bool {
	if !d.lang.cased || i >= len(d.text.Tokens) {
		return false
	}
	if _, of := d.classAt(i, d.lang.class["genitive"]); !of && d.text.Tokens[i].Norm != "'s" {
		return false
	}
	return slices.ContainsFunc(p.mentions, func(m *mention) bool { return m.to == i })
}

// wasMet tells whether a verb of meeting stands right before token i, whose
// object the actor there is.
func (d *document) wasMet(i int) bool {
	met := d.lang.class["met"]
	return d.lang.cased && i > d.text.Sentences[d.text.Tokens[i].Sentence].From && (d.follows(i, met) || i > 1 && d.isArticle(i-1) && d.follows(i-1, met))
}

// behindPreposition tells whether the actor at token i carries a preposition:
// «اجتمع بالوفد», who is met and does not meet.
func (d *document) behindPreposition(i int) bool {
	return d.prefixed(i) && !d.itsMeeting(i) || d.follows(i, d.lang.class["along-with"])
}

// itsMeeting tells whether the actor at token i carries the ل that says whose the
// meeting before it is: «اجتماع للوفد الروسي مع وفد النظام، وآخر للوفد التركي».
func (d *document) itsMeeting(i int) bool {
	if !ofWhom(d.text.Tokens[i].Norm) {
		return false
	}
	for _, class := range [...]string{"meeting-noun", "two-sided", "another", "one-of", "has-meeting"} {
		if d.follows(i, d.lang.class[class]) {
			return true
		}
	}
	return false
}

// continued tells whether the actor at token i continues a list.
func (d *document) continued(i int) bool { return d.continuedFrom(i, i) }

// continuedFrom tells the same where what matched begins at a token: what stands
// around the mention is then part of it, "contact groups of Russia and Iran".
func (d *document) continuedFrom(i, start int) bool {
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-14); j < i; j++ {
		for _, m := range d.lists(kindActor, j) {
			if m.to > i && j < start && !d.calledTwice(m, i) {
				return true // inside another: "Akçapar of Türkiye"
			}
			if next, ok := d.connector(m.to); ok && next == i {
				return !slices.ContainsFunc(d.lists(kindActor, i), func(o *mention) bool { return d.newClause(j, m.to, o.to) })
			}
		}
	}
	return false
}

// calledTwice tells whether a delegation is called by its people and then by itself, from token i
// on, in a language with capitals: "experts of the Russian delegation".
func (d *document) calledTwice(m *mention, i int) bool {
	return d.lang.cased && m.kind == kindDelegation && len(m.parties) == 1 && slices.ContainsFunc(d.mentions[kindDelegation][i], func(o *mention) bool {
		return o.to == m.to && len(o.parties) == 1 && d.resolve(o.parties[0]) == d.resolve(m.parties[0])
	})
}

func (d *document) giveMeeting(base fact, parties []string) {
	slices.Sort(parties)
	parties = slices.Compact(parties)
	if len(parties) < 2 {
		d.trace.refuse("of those who met fewer than two parties are known")
		return
	}
	base.parties = parties
	d.give(&base)
}
