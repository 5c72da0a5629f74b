package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// spread decides for every token which round it speaks of: the one that its
// clause names, else its sentence's, else the article's. A sentence that goes
// on about the one before ("It was signed by …") keeps that one's round.
func (d *document) spread() {
	last := d.main
	var topic *round // the other round that a paragraph turned to
	d.topics = make([]*round, len(d.text.Sentences))
	for s, sentence := range d.text.Sentences {
		var named []*mention
		for i := sentence.From; i < sentence.To; i++ {
			named = append(named, d.mentions[kindRound][i]...)
		}
		base := d.main
		if d.text.Tokens[sentence.From].Line {
			topic = d.askedAbout(s - 1)
		}
		if topic != nil && topic.process == d.main.process && topic.number < d.main.number && d.toldAhead(sentence) && !d.has(d.lang.common.say, sentence.From, sentence.To) {
			topic = nil // what is to come is not said of an earlier round
		}
		if topic != nil && d.wasEarlier(topic) && len(named) == 0 && d.tellsOfNow(sentence) {
			topic = nil // "Sanctions are first on the agenda", behind "At the fourth, in July, both signed"
		}
		if topic != nil && d.has(d.lang.class["time-later"], sentence.From, min(sentence.From+5, sentence.To)) {
			topic, last = nil, d.main // "Seventeen months later Libya had a seat"
		}
		if _, ok := d.classAt(sentence.From, d.lang.class["this-time"]); ok && !d.lang.cased && len(named) == 0 {
			topic = nil // «هذه المرة اكتفى الوسيط بسلة ونصف سلة»
		}
		if topic != nil && d.backFromWas(s) {
			topic = nil
		}
		if topic != nil {
			base = topic
		}
		if _, ok := d.classAt(sentence.From, d.lang.common.continues); ok && s > 0 && !d.text.Tokens[sentence.From].Line {
			base = last
		}
		if _, ok := d.classAt(sentence.From, d.lang.class["that-one"]); ok && s > 0 && d.text.Tokens[d.text.Sentences[s-1].To-1].Norm == "?" {
			base = last // «وما الفارق عن الجولة الرابعة؟ تلك انتهت في آذار»
		}
		if len(named) == 0 && s > 0 && !d.text.Tokens[sentence.From].Line && d.has(d.lang.class["attend-it"], sentence.From, sentence.To) {
			base = last // "Iraq will attend it as an observer"
		}
		if len(named) == 0 && s > 0 && !d.text.Tokens[sentence.From].Line && d.has(d.lang.class["that-round"], sentence.From, sentence.To) {
			base = d.lastNamed(s-1, last) // "A working group was agreed on at that meeting"
		}
		if r := d.congressMeant(sentence.From); r != nil && len(named) == 0 {
			base = r
		}
		if len(named) > 0 {
			topic = nil
			if d.opens(named[0], sentence.From) || len(named) > 1 && named[0].relative && *named[0].round == *named[1].round && d.apposed(named[1], sentence.From) {
				base = named[0].round
				announced := base.number > d.main.number && d.pastSay(named[0].to, sentence.To) > named[0].to // "The eighth, he announced, will be held in May"
				if base != d.main && !announced && !d.has(d.lang.common.say, d.pastRecall(sentence.From), named[0].from) {
					topic = base
				}
			} else if d.opensBehind(named, sentence.From) {
				base = named[0].round
			} else if base == last && base != d.main {
				base = d.main
			}
		}
		if r := d.backTo(s, named, last); r != nil {
			base = r
		}
		turns := make([]int, len(named))
		for k := range named {
			turns[k] = d.takesOver(named, k)
		}
		current, until := base, sentence.To
		k := 0
		for i := sentence.From; i < sentence.To; i++ {
			if i >= until {
				current, until = base, sentence.To
			}
			for k < len(named) && turns[k] <= i {
				if current = named[k].round; current != base {
					until = d.aside(named[k], sentence.To)
				} else {
					until = sentence.To
				}
				k++
			}
			d.context[i] = current
		}
		if last = current; d.toldBefore(named, sentence.From) {
			last = named[0].round
		}
		d.topics[s] = topic
	}
}

// toldAhead tells whether a sentence has a word of the future that no «لم» before it turns
// into one of the past. In languages with capitals a denied future is one too.
func (d *document) toldAhead(s text.Range) bool {
	for i := s.From; i < s.To; i++ {
		if _, future := d.classAt(i, d.lang.common.future); future && (d.lang.cased || !d.follows(i, d.lang.class["unsaid"])) {
			return true
		}
	}
	return false
}

// backFromWas tells whether an Arabic sentence s goes back to the news behind one that told
// with "was" what was before it, and neither says "then" nor turns to something else:
// «وكانت الجولة السابقة قد عقدت في تموز. وقال مصدر في الوفد إن …».
func (d *document) backFromWas(s int) bool {
	if d.lang.cased || s == 0 {
		return false
	}
	r, was := d.text.Sentences[s], d.text.Sentences[s-1].From
	if !d.has(d.lang.class["it-was"], was, was+1) || d.has(d.lang.class["at-that-time"], r.From, r.To) || d.has(d.lang.class["during-it"], r.From, r.To) {
		return false
	}
	return !d.has(d.lang.class["turn"], r.From, r.From+1)
}

// tellsOfNow tells whether a sentence says what is, and nothing of what was or is said to be.
// Languages without a class "now-is" do not ask.
func (d *document) tellsOfNow(s text.Range) bool {
	return d.has(d.lang.class["now-is"], s.From, s.To) && !d.has(d.lang.class["then-was"], s.From, s.To) && !d.has(d.lang.common.say, s.From, s.To)
}

// askedAbout is the earlier round of the article's talks that sentence s asks about, in a
// question or in a line of few words, before the line that answers: "Remind us of the first
// round.", «كيف تقيّم الجولة الأولى؟», or of which it is the head, "5 SEPTEMBER 2014: MINSK I".
// Nil where it is no such sentence.
func (d *document) askedAbout(s int) *round {
	if s < 0 || d.blocks[s] == "title" || d.blocks[s] == "" {
		return nil
	}
	r := d.text.Sentences[s]
	head, _ := d.datedHead(s)
	if stop := d.text.Tokens[r.To-1].Norm; stop != "?" && head == nil && !(stop == "." && d.text.Tokens[r.From].Line && r.To-r.From <= longestAsk) {
		return nil
	}
	var asked *round
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindRound][i] {
			if asked != nil && m.round != asked || m.round.process != d.main.process || m.round.number == 0 || m.round.number >= d.main.number {
				return nil
			}
			asked = m.round
		}
	}
	return asked
}

// longestAsk is how many tokens a line has at most that asks without a question mark.
const longestAsk = 10

// lastNamed is the round that sentence s names last, else another.
func (d *document) lastNamed(s int, other *round) *round {
	r := d.text.Sentences[s]
	for i := r.To - 1; i >= r.From; i-- {
		for _, m := range d.mentions[kindRound][i] {
			return m.round
		}
	}
	return other
}

// congressMeant is the congress, other than the article's own talks, that a sentence
// means which begins with "The congress" at token i; nil where it means none, or
// the text names none before. Languages without a class "the-congress" do not ask.
func (d *document) congressMeant(i int) *round {
	if _, ok := d.classAt(i, d.lang.class["the-congress"]); !ok || d.single(d.main.process) {
		return nil
	}
	at := slices.IndexFunc(d.rounds, func(r *round) bool { return d.single(r.process) && r.first < i })
	if at < 0 {
		return nil
	}
	return d.rounds[at]
}

// toldBefore tells whether a sentence that begins at token from tells of an
// earlier round alone, "the previous meeting, the 16th, took place in July": what
// goes on about it ("It ended with …") is said of that round.
func (d *document) toldBefore(named []*mention, from int) bool {
	if len(named) == 0 || !d.lang.cased {
		return false
	}
	r := named[0].round
	for _, m := range named[1:] {
		if *m.round != *r {
			return false
		}
	}
	return r.process == d.main.process && r.number < d.main.number && d.clauseStart(named[0].from) <= d.pastNote(from)+2
}

// opens tells whether a sentence that begins at token from is about the round:
// it is named near the beginning and not after a word such as since.
func (d *document) opens(m *mention, from int) bool {
	from = d.pastNote(d.pastDateline(from))
	if m.relative || m.from > from+7 {
		return m.round == d.main
	}
	if d.lang.cased && d.apposed(m, from) {
		return true
	}
	if _, ok := d.classAt(from, d.lang.class["unlike"]); ok && !d.lang.cased && m.round != d.main {
		return false // «خلافاً للمرة الماضية حين قاطعت الحركة «الدوحة 2»، شهدت العاصمة …»
	}
	at := from
	if d.text.Tokens[from].Kind == text.Punct && d.lang.cased {
		at++ // "* Sept 25-27: Third round."
	}
	if d.text.Tokens[from].Line && m.from > at && d.dateAt(at) && d.text.Tokens[d.mentions[kindDate][at][0].to].Norm == ":" {
		return true // «أيار 2019: الجولة السادسة، من غير اتفاق»
	}
	if !d.lang.cased && d.behindPlace(m.from) {
		return true
	}
	return (d.clauseStart(m.from) <= from+2 || d.apposed(m, from)) && !d.has(d.lang.common.aside, max(from, m.from-3), m.from)
}

// opensBehind tells whether a sentence that names one round begins with where or when it
// was, and then tells of it: "In Geneva, from May 30 to June 3, the drafters held their
// eighth session".
func (d *document) opensBehind(named []*mention, from int) bool {
	m := named[0]
	if !d.lang.cased || m.relative || m.standing != told || d.text.Tokens[from].Line {
		return false
	}
	for _, o := range named[1:] {
		if o.from < m.to+4 {
			return false
		}
	}
	start := from
	for start < m.from {
		_, in := d.classAt(start, d.lang.common.in)
		_, of := d.classAt(start, d.lang.common.of)
		if !in && !(of && !d.isArticle(start) && !d.possessiveAt(start)) && !d.dateAt(start) {
			break
		}
		comma := start
		for comma < min(start+9, m.from) && d.text.Tokens[comma].Norm != "," {
			comma++
		}
		if d.text.Tokens[comma].Norm != "," {
			return false
		}
		start = comma + 1
	}
	return start > from && d.clauseStart(m.from) <= start && m.from <= start+12
}

// possessiveAt tells whether a word such as their stands at token i.
func (d *document) possessiveAt(i int) bool {
	_, ok := d.classAt(i, d.lang.class["possessive"])
	return ok
}

// pastDateline goes over the place and day with which a line begins at token i:
// "GENEVA, 28 November 2017 - The sixth and seventh rounds ended".
func (d *document) pastDateline(i int) int {
	if to, ok := d.pastOwnDay(i); ok {
		return to
	}
	if !d.text.Tokens[i].Line || d.entryAt(i, lexicon.Place) == nil {
		return i
	}
	dated := false
	for j := i + 1; j < min(i+12, d.sentenceEnd(i)-3); j++ {
		dated = dated || d.dateAt(j)
		switch t, next := d.text.Tokens[j].Norm, d.text.Tokens[j+1].Norm; {
		case !dated:
		case t == "-" || t == ":" || t == ")" && next != "-" && next != ":":
			return j + 1
		case !d.lang.cased && t == "/" && d.text.Tokens[j+2].Norm == "/":
			return j + 3 // «الدوحة في 01 يوليو /قنا/ اختتم»
		}
	}
	return i
}

// pastOwnDay goes over the day alone with which a line begins, in a language with
// capitals: "Feb 8, 2018 - The second round reached its fourth day".
func (d *document) pastOwnDay(i int) (int, bool) {
	if !d.lang.cased || !d.text.Tokens[i].Line || !d.dateAt(i) {
		return i, false
	}
	to := d.mentions[kindDate][i][0].to
	if to >= d.sentenceEnd(i)-1 || d.dates[d.mentions[kindDate][i][0].date].Whole().IsZero() {
		return i, false
	}
	mark := d.text.Tokens[to].Norm
	return to + 1, mark == "-" && !d.text.Tokens[to].Glued || mark == ":"
}

// pastNote goes over what introduces a remark at token i: «تجدر الإشارة إلى أن …»,
// «للتذكير، …». Languages without a class "noted" have none.
func (d *document) pastNote(i int) int {
	class, ok := d.lang.class["noted"]
	if !ok {
		return i
	}
	to, ok := d.classAt(i, class)
	if !ok || to >= len(d.text.Tokens) {
		return i
	}
	if next, ok := d.classAt(to, d.lang.common.that); ok {
		return next
	}
	if t := d.text.Tokens[to].Norm; t == "," || t == ":" {
		return to + 1
	}
	return to
}

// pastRecall goes over what introduces a remark at token i in a language with capitals, the
// verb of which is also one of saying: "Readers will recall that round one opened in May".
func (d *document) pastRecall(i int) int {
	if !d.lang.cased {
		return i
	}
	return d.pastNote(i)
}

// apposed tells whether a round's name stands between commas behind a noun for a
// round with which the sentence begins: «وكانت الجولة السابقة، «جنيف 2»، …», "The
// one before it, the eighth, ended".
func (d *document) apposed(m *mention, from int) bool {
	start := d.clauseStart(m.from)
	if start == 0 || start > from+6 || d.text.Tokens[start-1].Norm != "," || m.from > start+1 {
		return false
	}
	if d.lang.cased {
		return m.to < len(d.text.Tokens) && d.text.Tokens[m.to].Norm == "," && d.has(d.lang.class["one-before"], from, start)
	}
	for i := from; i < min(from+3, start); i++ {
		if _, ok := d.classAt(i, d.lang.common.unit); ok {
			return true
		}
	}
	return false
}

// aside is where a clause that names another round ends: at the next comma,
// past a relative clause.
func (d *document) aside(m *mention, end int) int {
	relative := false
	for i := m.to; i < end; i++ {
		switch d.text.Tokens[i].Norm {
		case ")", ";", ":":
			if d.lang.cased && i+1 < end && d.has(d.lang.class["it-is-held"], i+1, i+2) {
				continue // "the next round; it will be held in July"
			}
			return i
		case ",":
			next := d.quotes(i+1, end)
			_, clause := d.classAt(next, d.lang.common.relative)
			if _, short := d.classAt(next, d.lang.class["reduced"]); clause || short {
				relative = true
				i++
				continue
			}
			if to := d.saidBetween(i, end); to > 0 {
				i = to // "the seventh round, she announced, will take place in Ghadames"
				continue
			}
			if _, purpose := d.classAt(i+1, d.lang.class["to-discuss"]); purpose && !d.lang.cased {
				continue // «في جولة ثانية، للبحث في تشكيل الحكومة»
			}
			if d.thatRound(i+1, end) {
				relative = true
				i++
				continue
			}
			if to := d.inIt(i+1, end); to > 0 {
				i = to // «الجولة الرابعة، وفي يومها الأخير، 23 أكتوبر، وُقّع وقف لإطلاق النار»
				continue
			}
			if !relative && !d.dateAt(i+1) && !d.attendIt(i+1, end) && !d.tellsOn(i+1, end) && !d.signedOn(i+1, end) && !d.dealsOn(m, i+1, end) {
				return i
			}
			relative = false // the comma that closes the relative clause
		}
	}
	return end
}

// saidBetween is the comma that closes a few words on who said what the sentence says, or in
// Arabic on what it speaks of, «الجولة الثانية، وهي على مستوى القادة، ستنعقد», which the comma at
// token i opens; 0 where none stand there.
func (d *document) saidBetween(i, end int) int {
	for j := i + 1; j < min(i+9, end-1); j++ {
		if d.text.Tokens[j].Norm == "," {
			said := d.has(d.lang.common.say, i+1, j) || d.has(d.lang.class["according"], i+1, j) || !d.lang.cased && d.has(d.lang.class["it-is"], i+1, i+2)
			if said && slices.ContainsFunc([]string{"future", "would-be", "held", "begin", "end", "set-date"}, func(class string) bool { return d.has(d.lang.class[class], j+1, j+2) }) {
				return j
			}
			return 0
		}
	}
	return 0
}

// tellsOn tells whether an Arabic clause that begins at token i goes on with the round before it
// as its subject: a verb of beginning, ending, being held or bringing something with the proclitic و, behind
// which no other subject stands, «جولة رابعة عُقدت في غليون، وانتهت في 27 أيلول».
func (d *document) tellsOn(i, end int) bool {
	if d.lang.cased || i >= end || !d.joined(i) {
		return false
	}
	if to, ok := d.classAt(i, d.lang.common.auxiliary); ok && to < end {
		i = to // «وقد أفضت إلى بيان»
	}
	for _, name := range [...]string{"begin", "end", "held"} {
		to, ok := d.classAt(i, d.lang.class[name])
		if !ok {
			continue
		}
		_, in := d.classAt(to, d.lang.common.in)
		_, without := d.classAt(to, d.lang.common.deny)
		if to >= end || in || without || d.dateAt(to) || d.text.Tokens[to].Kind == text.Punct {
			return true
		}
	}
	to, came := d.classAt(i, d.lang.class["yield"])
	return came && to < end && (strings.HasPrefix(d.text.Tokens[to].Norm, "ب") || d.has(d.lang.common.of, to, to+1))
}

// signedOn tells whether an Arabic clause that begins at token i says that what came of the
// round before was signed or accepted: «الاتفاق الذي أثمرت عنه الجولة الأولى، وقد وقّعه الطرفان».
func (d *document) signedOn(i, end int) bool {
	if d.lang.cased || i+1 >= end {
		return false
	}
	_, on := d.classAt(i, d.lang.common.continues)
	return on && d.has(d.lang.class["signed"], i, min(i+3, end))
}

// thatRound tells whether an Arabic clause that begins at token i says of the round before it which one it is:
// «الجولة السادسة، وهي الجولة التي أفضت إلى اتفاق».
func (d *document) thatRound(i, end int) bool {
	if d.lang.cased || i >= end || !d.joined(i) {
		return false
	}
	to, ok := d.classAt(i, d.lang.class["it-is"])
	if !ok || to >= end {
		return false
	}
	if next, unit := d.unitAt(to); unit && next < end {
		_, ok = d.classAt(next, d.lang.common.relative)
		return ok
	}
	_, ok = d.classAt(to, d.lang.common.relative)
	return ok
}

// dealsOn tells whether an Arabic clause that begins at token i says what a later round, named before it,
// will be about, with that as its subject: «جولة ثانية في 17 أوت، وتتناول نزع السلاح», «، وأن تُخصص لآلية المراقبة».
func (d *document) dealsOn(m *mention, i, end int) bool {
	if d.lang.cased || i >= end || m.round.process != d.main.process || m.round.number <= d.main.number {
		return false
	}
	if to, ok := d.classAt(i, d.lang.common.that); ok {
		i = to
	} else if !d.joined(i) && !d.has(d.lang.common.future, i, i+1) {
		return false
	}
	to, ok := d.classAt(i, d.lang.class["deal-with"])
	if !ok || to >= end {
		return false
	}
	_, sides := d.classAt(to, d.lang.class["those-present"])
	return !sides && len(d.mentions[kindDelegation][to])+len(d.mentions[kindParty][to])+len(d.mentions[kindPerson][to]) == 0
}

// attendIt tells whether the clause that begins at token i says that somebody attends
// what was named before: «، وأن العراق سيحضره».
func (d *document) attendIt(i, end int) bool {
	to := i
	for to < end && d.text.Tokens[to].Kind != text.Punct {
		to++
	}
	return d.has(d.lang.class["attend-it"], i, to)
}

// takesOver is the token from which the sentence speaks of its k-th round: the
// start of the clause, but, where that clause named another before, the few
// words right before the name.
func (d *document) takesOver(named []*mention, k int) int {
	if at := d.attendNext(named, k); at >= 0 {
		return at
	}
	if named[k].relative || named[k].round.number == 0 && named[k].round != d.main {
		return d.verbOf(named[k].from)
	}
	if !d.lang.cased && named[k].round != d.main && d.endedBefore(named[k], d.text.Sentences[d.text.Tokens[named[k].from].Sentence].From) {
		return named[k].from // «انتهت أمس من دون موعد لجولة سادسة»
	}
	start := d.pastDateBetween(d.clauseStart(named[k].from))
	if d.follows(named[k].from, d.lang.class["margins"]) && k == 0 && !d.lang.cased && start > 1 && d.text.Tokens[start-1].Norm == "," {
		start = d.clauseStart(start - 1) // «يجتمع بهم في سوتشي منتصف الشهر المقبل، على هامش الجولة الخامسة عشرة»
	}
	if !d.lang.cased {
		start = d.turnsTo(named[k], start)
	} else if at := d.agreedOn(start, named[k].from); at > 0 {
		return at
	}
	if _, ok := d.classAt(start, d.lang.class["at-the-end"]); ok && k == 0 && start > 1 && d.text.Tokens[start-1].Norm == "," {
		start = d.clauseStart(start - 1) // "It was signed on October 23, at the close of the fourth round."
	}
	if k > 0 && start <= named[k-1].from {
		start = max(named[k].from-2, named[k-1].to)
	}
	return start
}

// attendNext is where the clause begins that says who is to attend the sentence's k-th
// round, "it was announced that Iraq and Lebanon would take part in the next round", or to
// lead whom there, «ومن المتوقع أن يرأس قدري جميل وفد المعارضة في الجولة المقبلة»; -1 where
// it does not say so.
func (d *document) attendNext(named []*mention, k int) int {
	m := named[k]
	if !m.relative || m.round.number <= d.main.number || k > 0 {
		return -1
	}
	from := d.clauseStart(m.from)
	lead := d.lang.class["lead"]
	if d.lang.cased {
		lead = d.lang.class["leads"]
	}
	if to := m.from - 2; d.has(lead, from, to) {
		for i := max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, from-4); i < to; i++ {
			if d.has(d.lang.common.future, i, i+3) || d.has(d.lang.class["would-be"], i, i+3) {
				return from
			}
		}
	}
	at := max(from, m.from-6)
	if !d.has(d.lang.class["attend"], at, m.from) || !d.has(d.lang.common.future, from, m.from) && !d.has(d.lang.class["would-be"], from, m.from) {
		return -1
	}
	return from
}

// verbOf is the verb of hosting or holding, some words before token i in its clause, of
// which what an Arabic sentence names there is the object: «حيث تستضيف روسيا مؤتمر الحوار»;
// i itself where none stands there.
func (d *document) verbOf(i int) int {
	for j := i - 1; j >= max(i-4, d.clauseStart(i)) && !d.lang.cased; j-- {
		if _, hosts := d.classAt(j, d.lang.class["hosted"]); hosts {
			return j
		}
	}
	return i
}

// agreedOn is where, between two tokens, a clause turns to a round that is agreed on:
// "Russia and Turkey agreed to come back in March for a 15th round"; 0 if it does not.
func (d *document) agreedOn(from, to int) int {
	undertaken, hold := d.lang.class["undertaken"], d.lang.class["to-hold"]
	for i := from + 1; i < to; i++ {
		if next, ok := d.classAt(i, undertaken); ok && next <= to {
			return next
		}
		if _, ok := d.classAt(i, hold); ok && d.has(d.lang.class["agreed"], from, i) {
			return i
		}
	}
	return 0
}

// turnsTo is where, in a clause that begins at a token, an Arabic sentence turns to
// a round: at the process whose it is, «تلتئم اللجنة، في دورتها التاسعة،», or at the
// relative clause that names it, «في المكان الذي استضاف الأولى».
func (d *document) turnsTo(m *mention, start int) int {
	sentence := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	if d.possessed(m.from) {
		for i := m.from - 1; i >= sentence.From; i-- {
			if f := d.entryAt(i, lexicon.Process); f != nil && f.Label.Entry.ID == m.round.process {
				return min(start, d.clauseStart(i))
			}
		}
	}
	for i := m.from - 1; i > start; i-- {
		if _, ok := d.classAt(i, d.lang.common.relative); ok {
			return i
		}
	}
	return start
}

// clauseStart is where the clause of token i begins: past the last comma,
// semicolon or conjunction before it.
func (d *document) clauseStart(i int) int {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; j > from; j-- {
		switch t := d.text.Tokens; t[j].Norm {
		case "-":
			if !t[j].Glued || !t[j+1].Glued {
				return j + 1
			} // else "Nur-Sultan"
		case ",", ";", ":":
			return j + 1
		}
		if to, ok := d.classAt(j, d.lang.common.that); ok && to <= i {
			return to
		}
	}
	return from
}
