package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/text"
)

// A toldMeeting is the meeting that was told last, with the parties of him who
// met and of each whom he met.
type toldMeeting struct {
	who    []string
	others [][]string
	round  *round
	from   int // token range of the words that tell it
	to     int
}

// remember keeps a meeting that has been told, so that the next sentence can say
// whom "he" met then. Meetings of one that the same words tell add up.
func (d *document) remember(base *fact, who, other []string, to int) {
	if len(who) == 0 || len(other) == 0 || slices.ContainsFunc(who, func(id string) bool { return slices.Contains(other, id) }) {
		return
	}
	if slices.Equal(d.met.who, who) && d.met.round == base.round && d.sentenceOf(max(d.met.to-1, 0)) == d.sentenceOf(to-1) {
		if !slices.ContainsFunc(d.met.others, func(ids []string) bool { return slices.Equal(ids, other) }) {
			d.met.others = append(d.met.others, other)
		}
	} else {
		d.met = toldMeeting{who: who, others: [][]string{other}, round: base.round, from: base.spans[0][0]}
	}
	d.met.to = to
}

// metSame adds him who met before to those whom a pattern took, where the verb
// has no subject but a pronoun or none at all: "It then met the Turks", «واجتمع
// بالوفد التركي». Nil with a reason where nobody is known.
func (d *document) metSame(base *fact, m *machine, lists [][]string) ([][]string, string) {
	other, from := m.took("other"), base.spans[0][0]
	if p := d.soleMediator(); other == nil && len(lists) == 0 && p != nil && d.interview.party != "" {
		return [][]string{{d.interview.party}, {d.partyOf(p, nil)}}, "" // «جلسنا معه»
	}
	if both := d.bothOfSentenceBefore(from); other == nil && len(lists) == 0 && both != nil {
		return [][]string{both}, ""
	}
	if other == nil || len(lists) != 1 {
		return nil, "nobody is named who was met"
	}
	we := strings.HasSuffix(d.text.Tokens[from].Norm, "نا") || strings.HasSuffix(d.text.Tokens[from+1].Norm, "نا") && d.text.Tokens[from].Norm == ","
	if _, last := d.classAt(m.extent-1, d.lang.class["we-met-him"]); last {
		we = true // «أما الوفد الروسي فالتقيناه صباحا»
	}
	if (we || d.iMet(from)) && d.interview.party != "" && !d.lang.cased {
		return [][]string{{d.interview.party}, lists[0]}, ""
	} else if !d.lang.cased && (we || !d.isObject(other)) {
		return nil, "the actor behind the verb may be who met"
	}
	_, pronoun := d.classAt(from, d.lang.class["he-who"])
	_, his := d.classAt(from, d.lang.class["possessive"])
	who := d.whoMet(from, pronoun || his && d.lang.cased)
	if p := d.soleMediator(); d.lang.cased && p != nil && !d.toldNear(from) && (len(who) == 0 && (pronoun || d.ofHisMeeting(from)) || d.isArticle(from)) {
		who = []string{d.partyOf(p, nil)} // "a session with the opposition is set for Thursday"
	}
	if len(who) == 0 || slices.ContainsFunc(who, func(id string) bool { return slices.Contains(lists[0], id) }) {
		return nil, "who met is not told"
	}
	return [][]string{who, lists[0]}, ""
}

// ofHisMeeting tells whether a word such as his or bilateral stands at token i, which
// says whose meeting or what meeting it is: "his meeting with the Houthis is set for
// four", "Bilateral meetings with Algeria are planned".
func (d *document) ofHisMeeting(i int) bool {
	_, his := d.classAt(i, d.lang.class["possessive"])
	_, kind := d.classAt(i, d.lang.class["two-sided"])
	return his || kind
}

// metEachAgain gives a meeting with each of those whom the one who met last met
// before: "he is to see them again on Friday".
func (d *document) metEachAgain(base fact, m *machine) {
	who, from := d.met.who, base.spans[0][0]
	if !d.toldNear(from) || len(d.met.others) < 2 {
		d.trace.refuse("those who are met again are not told")
		return
	}
	base.date = d.dayOfMeeting(&base, m, base.date)
	for _, other := range slices.Clone(d.met.others) {
		d.giveMeeting(base, slices.Concat(who, other))
	}
}

// justMet tells whether somebody was told to be met by another, and not to meet,
// in the words just read: the delegation of «استقبل دي ميستورا وفد الحكومة، ثم عقد …».
func (d *document) justMet(m *mention) bool {
	if d.met.round != d.context[m.from] || m.from < d.met.from || m.to > d.met.to {
		return false
	}
	ids := d.partiesOf(m)
	return !slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(d.met.who, id) }) &&
		slices.ContainsFunc(d.met.others, func(other []string) bool { return sameParties(other, ids) })
}

// toldNear tells whether the meeting told last is one of the sentence of token
// i or of the sentence before, in its paragraph.
func (d *document) toldNear(i int) bool {
	if len(d.met.who) == 0 || d.met.round != d.context[i] || d.met.to > i {
		return false
	}
	s, told := int(d.text.Tokens[i].Sentence), int(d.text.Tokens[d.met.to-1].Sentence)
	return told == s || told == s-1 && !d.text.Tokens[d.text.Sentences[s].From].Line
}

// whoMet are the parties of him who meets at a verb at token i that does not
// name him: those of the meeting told in the sentence, else of the only one who
// acts before the verb there, else of the meeting told in the sentence before.
func (d *document) whoMet(i int, pronoun bool) []string {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	if d.bothMeet(i) {
		ids := d.bothActors(s.From, i)
		if before := int(d.text.Tokens[i].Sentence) - 1; ids == nil && before >= 0 && !d.text.Tokens[s.From].Line {
			ids = d.bothActors(d.text.Sentences[before].From, s.From)
		}
		return ids
	}
	near := d.toldNear(i)
	if near && d.met.to > s.From {
		if turned := d.has(d.lang.common.relative, d.met.to, i) || d.has(d.lang.class["meanwhile"], d.met.to, i); turned && !pronoun {
			return nil
		}
		return d.met.who
	}
	if pronoun && near {
		return d.met.who
	}
	if ids, named := d.onlyActor(s.From, i); named {
		return ids
	}
	if near {
		return d.met.who
	}
	if before := int(d.text.Tokens[i].Sentence) - 1; (pronoun || !d.lang.cased && d.opensWithMeeting(s.From, i)) && before >= 0 && !d.text.Tokens[s.From].Line {
		ids, _ := d.onlyActor(d.text.Sentences[before].From, d.text.Sentences[before].To)
		return ids
	}
	if p := d.goesOnSaying(s.From, i); p != nil {
		return []string{d.partyOf(p, nil)}
	}
	return nil
}

// maxSaying is how many sentences before his words somebody may be named who goes on speaking.
const maxSaying = 4

// goesOnSaying is who says in an Arabic sentence, from a token to token i, that he himself met somebody:
// the last who was named before as saying something. «أعلن لافرنتييف أن … وأوضح أن … وردا على سؤال، قال
// إنه التقى الوفد التركي»
func (d *document) goesOnSaying(first, i int) *person {
	if d.lang.cased || !strings.HasSuffix(d.text.Tokens[i].Norm, "نه") || !d.has(d.lang.common.say, first, i) {
		return nil
	}
	for s := int(d.text.Tokens[i].Sentence) - 1; s >= max(0, int(d.text.Tokens[i].Sentence)-maxSaying) && d.blocks[s] == "body"; s-- {
		r := d.text.Sentences[s]
		p, says := d.firstPerson(r), d.has(d.lang.common.say, r.From, r.To)
		switch {
		case p != nil && says && d.partyOf(p, nil) != "" && !d.outsider(r.From, r.To):
			return p
		case p != nil || !says:
			return nil
		}
	}
	return nil
}

// opensWithMeeting tells whether an Arabic sentence that begins at a token tells of a
// meeting, from token i on, before it names anybody: «واجتمع بالوفد التركي», «ومن المقرر
// أن يلتقي الوفد التركي», «وجاء كلامه بعد جلسة عقدها مع الوفد التركي».
func (d *document) opensWithMeeting(first, i int) bool {
	if i == first && d.meetsPlainly(i) {
		return true
	}
	for j := first; j < i; j++ {
		if d.acts(j) {
			return false
		}
	}
	if _, planned := d.classAt(i, d.lang.common.that); planned && i < first+6 {
		return d.meetsPlainly(i + 1)
	}
	return d.has(d.lang.class["held-by"], i, i+4)
}

// meetsPlainly tells whether a verb such as met or held, not one such as gathered, stands
// at token i.
func (d *document) meetsPlainly(i int) bool {
	_, met := d.classAt(i, d.lang.class["met-plainly"])
	_, held := d.classAt(i, d.lang.class["held-meeting"])
	return met || held
}

// bothMeet tells whether the verb of meeting at token i, or behind the comma there,
// is an Arabic dual: «واجتمعا».
func (d *document) bothMeet(i int) bool {
	if d.text.Tokens[i].Norm == "," {
		i++
	}
	word := d.text.Tokens[i].Norm
	return !d.lang.cased && len(word) > 8 && (strings.HasSuffix(word, "عا") || strings.HasSuffix(word, "يا") || strings.HasSuffix(word, "دا") || strings.HasSuffix(word, "ان")) && d.isVerbOfMeeting(i)
}

// bothActors are the parties of the delegations and people that a token range names as
// those who act; nil where they are not of two parties.
func (d *document) bothActors(from, to int) []string {
	var ids []string
	for i := from; i < to; i++ {
		for _, k := range [...]mentionKind{kindDelegation, kindDelegations, kindPerson} {
			for _, m := range d.mentions[k][i] {
				if !d.prefixed(i) && !d.follows(i, d.lang.class["along-with"]) {
					ids = append(ids, d.partiesOf(m)...)
				}
			}
		}
	}
	slices.Sort(ids)
	if ids = slices.Compact(ids); len(ids) != 2 {
		return nil
	}
	return ids
}

// bothOfSentenceBefore are the parties of the two who act in the sentence before token i,
// in its paragraph: «وصل X وY. وعقدا جلسة عمل»; nil where they are not two.
func (d *document) bothOfSentenceBefore(i int) []string {
	s := int(d.text.Tokens[i].Sentence)
	first := d.text.Sentences[s].From
	if d.lang.cased || s == 0 || i > first+1 || d.text.Tokens[first].Line {
		return nil
	}
	return d.bothActors(d.text.Sentences[s-1].From, first)
}

// onlyActor are the parties of the one delegation or person who acts in a token
// range, and whether any does; none where several do.
func (d *document) onlyActor(from, to int) (ids []string, named bool) {
	for i := from; i < to; i++ {
		for _, k := range [...]mentionKind{kindDelegation, kindDelegations, kindPerson} {
			if len(d.mentions[k][i]) == 0 {
				continue
			}
			more := d.partiesOf(d.mentions[k][i][0])
			if d.prefixed(i) || d.follows(i, d.lang.class["along-with"]) || d.follows(i, d.lang.class["house-of"]) || len(more) == 0 {
				continue
			}
			if named && !slices.Equal(ids, more) {
				return nil, true
			}
			ids, named = more, true
		}
	}
	return ids, named
}

// isObject tells whether the Arabic actor behind a verb of meeting is who was
// met: he carries a preposition or stands behind مع, or he is the only one and
// nothing that could be an object follows.
func (d *document) isObject(m *mention) bool {
	if d.prefixed(m.from) || d.follows(m.from, d.lang.class["along-with"]) {
		return true
	}
	end := min(m.to+8, d.sentenceEnd(m.from))
	for i := d.pastDay(m.to, end); i < end && d.text.Tokens[i].Kind != text.Punct; i++ {
		if _, ok := d.classAt(i, d.lang.common.relative); ok || d.isVerbOfMeeting(i) {
			break
		}
		if to, ok := d.classAt(i, d.lang.common.leadNoun); ok {
			if d.metByIt(to) {
				return false
			}
			break
		}
		if d.acts(i) && !d.namesAgain(i, m) && !d.ofSameParty(i, m) {
			return false
		}
	}
	ids := d.partiesOf(m)
	if slices.Sort(ids); len(slices.Compact(ids)) > 1 {
		_, each := d.classAt(m.to, d.lang.common.each)
		if _, one := d.classAt(m.to, d.lang.class["met-as-one"]); one && m.to < end {
			return true // «والتقى أمس وفود الدول الضامنة في اجتماع واحد»
		}
		return each && m.to < end // «أبلغ الصحافيين بأنه التقى الرئيسين المشتركين كلاً على حدة»
	}
	if i := m.to; i >= end || d.joined(i) && d.ofSameParty(d.nextPerson(i, end), m) || d.namesAgain(i, m) || d.text.Tokens[i].Kind == text.Punct || len(d.mentions[kindDate][i]) > 0 {
		return true
	}
	for _, class := range [...]int{d.lang.common.in, d.lang.common.relative, d.lang.class["later"], d.lang.class["met-after"], d.lang.common.leadNoun, d.lang.common.each} {
		if _, ok := d.classAt(m.to, class); ok {
			return true
		}
	}
	return false
}

// ofSameParty tells whether the person at token i acts for the party that another mention,
// also of a person, is of: «استقبل الحريري وكبير مفاوضيه محمد صبرا».
func (d *document) ofSameParty(i int, m *mention) bool {
	if i < 0 || len(m.persons) > 1 || m.person == nil || len(d.mentions[kindPerson][i]) == 0 {
		return false
	}
	return sameParties(d.partiesOf(d.mentions[kindPerson][i][0]), d.partiesOf(m))
}

// nextPerson is the token up to some words from token i at which a person is named; -1 if none.
func (d *document) nextPerson(i, end int) int {
	for j := i; j < min(i+4, end); j++ {
		if len(d.mentions[kindPerson][j]) > 0 {
			return j
		}
	}
	return -1
}

// pastDay goes over a day between commas at token i: «، في اليوم نفسه،».
func (d *document) pastDay(i, end int) int {
	if i+2 >= end || d.text.Tokens[i].Norm != "," {
		return i
	}
	dated := false
	for j := i + 1; j < end; j++ {
		if d.text.Tokens[j].Norm != "," {
			dated = dated || d.dateAt(j)
			continue
		}
		if dated {
			return j + 1
		}
		break
	}
	return i
}

// namesAgain tells whether the name of a person at token i is that of the chairman
// whose party a mention right before it says: «الرئيس المشترك من جانب المعارضة هادي
// البحرة».
func (d *document) namesAgain(i int, m *mention) bool {
	return i == m.to && m.from > 0 && d.text.Tokens[m.from-1].Norm == "من" && len(d.mentions[kindPerson][i]) > 0 && len(m.persons) == 0
}

// metByIt tells whether the name of a delegation's head at token i is followed by
// those whom it met: «واجتمع وفد الحكومة برئاسة بشار الجعفري مع الوفد الإيراني».
func (d *document) metByIt(i int) bool {
	for j := i; j < min(i+10, d.sentenceEnd(i-1)) && d.text.Tokens[j].Kind != text.Punct; j++ {
		if d.acts(j) && (d.follows(j, d.lang.class["along-with"]) || d.prefixed(j) && strings.HasPrefix(d.text.Tokens[j].Norm, "ب")) {
			return true
		}
	}
	return false
}
