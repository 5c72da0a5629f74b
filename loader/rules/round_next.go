package rules

import (
	"cmp"
	"slices"

	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
)

// relative marks "the next round" and "the previous round".
func (d *document) relative() {
	for i := range d.where(classBit(d.lang.common.unit) | classBit(d.lang.common.weakUnit) | classBit(d.lang.common.session) | classBit(d.lang.common.one) | classBit(d.lang.common.next) | classBit(d.lang.common.previous)) {
		to, ok := d.unitAt(i)
		if !ok {
			to, ok = d.theOne(i)
		}
		alone := 0
		if !ok {
			alone = d.withoutNoun(i)
			to, ok = i+1, alone != 0
		}
		if _, counted := d.classAt(i, d.lang.class["only-counted"]); counted && !d.lang.cased {
			continue // «نجلس إلى مائدة جديدة»
		}
		if ok && d.fewBefore(i, to) {
			continue
		}
		if !ok || len(d.mentions[kindRound][i]) > 0 || d.several(i) || i > 0 && d.inRound[i-1] && d.inRound[i] {
			continue
		}
		end := d.sentenceEnd(i)
		if d.twoBefore(i, to) {
			continue
		}
		from, step := i, alone
		this := d.lang.class["this-one"]                                                      // "this was the last round": no other
		_, nextTo := d.classAt(to, d.lang.class["next-to"])                                   // "the meeting next door"
		if step == 0 && d.lang.after && !nextTo && !d.dateAt(min(to, len(d.text.Tokens)-1)) { // "the round last month"
			if next, ok := d.classAt(to, d.lang.common.next); ok && to < end && !d.isArticle(next) {
				step, to = 1, next
			} else if next, ok := d.classAt(d.fill(to, end, 1), d.lang.common.next); ok && next < end && !d.lang.cased && d.carriesArticle(i) && d.carriesArticle(next-1) {
				step, to = 1, next // «الاجتماع الدولي المقبل»
			} else if next, ok := d.classAt(to, d.lang.common.previous); ok && to < end && !d.follows(i, this) {
				step, to = -1, next
			} else if next, ok := d.classAt(to, d.lang.class["one-more"]); ok && to < end && d.toCome(&mention{from: i, to: next}) && !d.dateFor(&mention{from: i}) {
				step, to = 1, next // «سيعودان في جولة أخرى»
			}
		}
		if step == 0 && d.oneInMonth(i, to) {
			step, from = -1, i-1
		}
		if step == 0 && d.lastBefore(i, to, end) {
			step, from = -1, i-1
		}
		if step == 0 && d.lang.before && i > 0 {
			if at, ok := d.nextBefore(i); ok && !d.othersNext(at) && !d.undated(at) {
				step, from = 1, at
			} else if at, ok := d.formerBefore(i); ok {
				d.formerTalks(at, to)
				continue
			} else if next, ok := d.classAt(i-1, d.lang.common.previous); ok && next == i && !d.follows(i-1, d.lang.class["own"]) && !d.follows(i-1, this) && !d.follows(i-2, this) && !d.follows(i-1, d.lang.class["every"]) && !(d.lang.cased && d.weakUnit(i) && d.oneSidesMeeting(i-1, to, d.sentenceEnd(i))) {
				step, from = -1, i-1 // but "his last round" may be this one
			}
		}
		if step == 1 && d.anotherOfSome(from, i) {
			continue // "went into another trilateral meeting"
		}
		if step == 1 && !d.lang.cased && !d.isArticle(i) && d.has(d.lang.class["no-date-behind"], to, min(to+5, end)) {
			continue // «قبل الدعوة إلى جولة جديدة دون أن يحدد موعدا لها»
		}
		if step != 0 && !d.lang.cased && d.notRound(to, end) {
			continue // «المحطة الثانية من جولته»
		}
		base := d.lastRound(from)
		if step != 0 && d.ofOthersTalks(i, end, base.process) {
			d.formerTalks(from, to)
			continue
		}
		if step == 1 {
			base = cmp.Or(d.endsBefore(to, end), base)
		}
		if _, summit := d.classAt(i, d.lang.class["summit"]); summit && step != 0 && d.lang.cased {
			if base = d.lastSummit(base); base == nil {
				continue // "the next summit" is no round of the envoys' talks
			}
		}
		if r := d.nextIsCalled(i, to); step == 1 && r != nil {
			d.addMention(&mention{kind: kindRound, from: from, to: to, round: r, relative: true})
			continue
		}
		if step == 1 && (d.stillToCome(from, base) || d.newInLead(i, from, to, base) || d.newByName(from, to) || d.putOff(i, base)) {
			d.addMention(&mention{kind: kindRound, from: from, to: to, round: base, relative: true})
			continue
		}
		if step != 0 && d.lang.cased {
			to = d.numberedApart(to, end, base.number+step)
		}
		if base.number == 0 && step == 1 && base == d.main {
			d.addMention(&mention{kind: kindRound, from: from, to: to, round: d.roundAfter(i), relative: true})
		} else if n := base.number + step; step != 0 && n > 0 && base.number > 0 {
			d.addMention(&mention{kind: kindRound, from: from, to: to, round: d.roundOf(base.process, n, i), relative: true})
		}
	}
}

// endsBefore is the round after whose end an Arabic sentence says, from token i on, that another is
// to come: «الجولة المقبلة ستنطلق مطلع نوفمبر، بعد اختتام الجولة الحادية عشرة»; nil where there is none.
func (d *document) endsBefore(i, end int) *round {
	for j := i; !d.lang.cased && j < min(i+16, end); j++ {
		to, over := d.classAt(j, d.lang.class["end-noun"])
		if !over || !d.follows(j, d.lang.class["since"]) || to >= end {
			continue
		}
		for _, m := range d.mentions[kindRound][to] {
			if m.round.number > 0 {
				return m.round
			}
		}
	}
	return nil
}

// twoBefore marks «الجولتان السابقتان» at token i, which ends at token to, as the two rounds
// before the one named last: what is told of them holds for both. Languages without a class
// "both-previous" do not ask.
func (d *document) twoBefore(i, to int) bool {
	_, two := d.classAt(i, d.lang.class["two-units"])
	if !two || to >= d.sentenceEnd(i) {
		return false
	}
	stop, ok := d.classAt(to, d.lang.class["both-previous"])
	if !ok {
		return false
	}
	base := d.lastRound(i)
	if base.number < 3 {
		return false
	}
	told := d.addMention(&mention{kind: kindRound, from: i, to: stop, round: d.roundOf(base.process, base.number-1, i), relative: true})
	d.pairs = append(d.pairs, pair{told, d.roundOf(base.process, base.number-2, i)})
	return true
}

// fewBefore marks the few rounds before the one named last that the plural at token i, which ends at
// token to, tells together: "the previous two rounds", "both preceding rounds".
// Languages without a class "few-previous" do not ask.
func (d *document) fewBefore(i, to int) bool {
	class := d.lang.class["few-previous"]
	if class == 0 || !d.several(i) || d.weakUnit(i) || i < 3 || len(d.mentions[kindRound][i]) > 0 || d.notRound(to, d.sentenceEnd(i)) {
		return false
	}
	count, _ := d.count(i-1, i)
	previous := d.follows(i-1, class)
	if count == 0 {
		count, _ = d.count(i-2, i-1)
		previous = d.follows(i, class)
	}
	if _, ok := d.classAt(i-2, d.lang.class["both"]); ok && previous {
		count = 2
	}
	base := d.lastRound(i)
	if !previous || count < 2 || count > mostTogether || base.number <= count {
		return false
	}
	told := d.addMention(&mention{kind: kindRound, from: i - 2, to: to, round: d.roundOf(base.process, base.number-1, i), relative: true})
	for k := range count - 1 {
		d.pairs = append(d.pairs, pair{told, d.roundOf(base.process, base.number-2-k, i)})
	}
	return true
}

// anotherOfSome tells whether words such as "another bilateral", from token from to
// the noun for a meeting at token i, mean one of some of those at a round.
func (d *document) anotherOfSome(from, i int) bool {
	_, meeting := d.classAt(i, d.lang.class["meeting-noun"])
	return d.lang.cased && meeting && d.main.number > 0 && !d.follows(from, d.lang.common.the) && d.has(d.lang.class["side-talks"], from, i)
}

// withoutNoun is 1 where "the next" at token i stands for the round after one that the
// text has just named, "announced that the next will start on February 25", -1 where "the
// last" or "the previous" stands for the one before, "the last was in May", and else 0.
func (d *document) withoutNoun(i int) int {
	if !d.lang.cased || i == 0 || !d.isArticle(i-1) || d.main.process == "" || !d.roundNear(i) {
		return 0
	}
	if _, text := d.classAt(i, d.lang.class["following-text"]); text {
		return 0 // "The following was issued today"
	}
	end := d.sentenceEnd(i)
	to := d.pastSay(i+1, end)
	_, aux := d.classAt(to, d.lang.common.auxiliary)
	dated := slices.ContainsFunc(d.dates, func(m dates.Mention) bool { return m.From >= to && m.From < min(to+8, end) })
	_, next := d.classAt(i, d.lang.common.next)
	_, previous := d.classAt(i, d.lang.common.previous)
	switch {
	case next:
		set, begins := d.has(d.lang.class["reduced"], to, min(to+1, end)), d.has(d.lang.class["begin"], to, min(to+1, end))
		if dated && (aux || set || begins || d.has(d.lang.common.future, to, min(to+1, end))) {
			return 1
		}
	case previous && dated && aux:
		return -1
	}
	return 0
}

// roundNear tells whether the sentence of token i names a round before it, or the one
// before does.
func (d *document) roundNear(i int) bool {
	from := d.text.Sentences[max(int(d.text.Tokens[i].Sentence)-1, 0)].From
	for j := from; j < i; j++ {
		if len(d.mentions[kindRound][j]) > 0 {
			return true
		}
	}
	return false
}

// lastBefore tells whether the noun at token i, which ends at token to, is that of the
// last round before the article's, told from that one and by its day: «بعد عامين من
// آخر قمة عقدت في الأول من تموز 2020».
func (d *document) lastBefore(i, to, end int) bool {
	if d.lang.cased || i < 2 || !d.follows(i, d.lang.class["the-last"]) || !d.has(d.lang.common.aside, max(0, i-6), i-1) {
		return false
	}
	for j := to; j < min(to+12, end); j++ {
		for _, m := range d.mentions[kindDate][j] {
			return d.dates[m.date].Past(d.likelyDay())
		}
	}
	return false
}

// formerBefore tells where a word such as previous stands before the noun at
// token i, in an article whose talks have no number, with at most a word between,
// where the clause is dated weeks ago: "the last comparable gathering, at a castle
// in 2004".
func (d *document) formerBefore(i int) (int, bool) {
	if !d.lang.cased || d.main.number > 0 || d.several(i) {
		return 0, false
	}
	for j := i; j > max(1, i-2); j-- {
		if to, ok := d.classAt(j-1, d.lang.common.previous); ok && to == j && d.isArticle(j-2) {
			m := &mention{from: j - 1, to: i + 1}
			return j - 1, d.longAgo(m, j-1, min(i+15, d.sentenceEnd(i)), d.likelyDay())
		}
	}
	return 0, false
}

// ofOthersTalks tells whether other talks than a process are named by their place, or are a
// committee's or the like, right behind the noun for a round at token i: "the next round of the
// Geneva talks", in an article about Astana.
func (d *document) ofOthersTalks(i, end int, process string) bool {
	for j := i + 1; j < min(i+7, end); j++ {
		f := d.entryAt(j, lexicon.Process)
		if f == nil || !d.linked(d.pastNext(i), j) {
			continue
		}
		e := f.Label.Entry
		named := e.Type != "process"
		for k := j; k < f.To && f.To > j+1 && !named; k++ {
			named = d.entryAt(k, lexicon.Place) != nil
		}
		return named && e.ID != process && d.about(e.ID)
	}
	return false
}

// pastNext is the token behind the noun for a round at token i and a word such as next or
// previous that follows it.
func (d *document) pastNext(i int) int {
	to, ok := d.unitAt(i)
	if !ok {
		to = i + 1
	}
	for _, class := range [...]int{d.lang.common.next, d.lang.common.previous} {
		if next, ok := d.classAt(to, class); ok {
			return next
		}
	}
	return to
}

// formerTalks marks earlier talks that have neither a number nor a name: what is
// said of them is not said of the article's own.
func (d *document) formerTalks(from, to int) {
	if d.former == nil {
		d.former = &round{process: d.main.process, first: from}
	}
	d.addMention(&mention{kind: kindRound, from: from, to: to, round: d.former})
}

// undated tells whether "another round", at token i, is one for which there is no
// date: nothing is said of it.
func (d *document) undated(i int) bool {
	class, ok := d.lang.class["no-date-for"]
	return ok && (d.follows(i, class) || d.isArticle(i-1) && d.follows(i-1, class))
}

// theOne is the end of "one" at token i, where it stands for a round: "the
// previous one".
func (d *document) theOne(i int) (int, bool) {
	to, ok := d.classAt(i, d.lang.common.one)
	if !ok || i < 2 {
		return 0, false
	}
	if d.oneInMonth(i, to) {
		return to, true
	}
	for _, class := range []int{d.lang.common.previous, d.lang.common.next} {
		if next, ok := d.classAt(i-1, class); ok && next == i {
			return to, d.isArticle(i - 2)
		}
	}
	return 0, false
}

// oneInMonth tells whether "the one", from token i to token to, is the round before, told
// by its month or day: "closed much as the one in December had", "the first since one held
// on February 16".
func (d *document) oneInMonth(i, to int) bool {
	if !d.lang.cased || d.text.Tokens[i].Norm != "one" || !d.isArticle(i-1) && !d.follows(i, d.lang.class["counted-from"]) || d.main == nil || d.main.number < 2 {
		return false
	}
	since := !d.isArticle(i - 1)
	if held, ok := d.classAt(to, d.lang.class["held"]); ok && since {
		to = held
	}
	in, ok := d.classAt(to, d.lang.common.in)
	if !ok {
		in, ok = d.classAt(to, d.lang.common.of)
	}
	if !ok || in >= d.sentenceEnd(i) || !d.dateAt(in) {
		return false
	}
	date := d.dates[d.mentions[kindDate][in][0].date]
	return date.Past(d.likelyDay()) || date.OtherMonth(d.likelyDay()) && (since || d.has(d.lang.common.auxiliary, in+1, min(in+4, d.sentenceEnd(i))))
}

// newInLead tells whether "a new round" at token i is the article's own: named
// so in its first sentences, before any round that has a number.
func (d *document) newInLead(i, from, to int, base *round) bool {
	class, ok := d.lang.class["new"]
	return ok && base == d.main && int(d.text.Tokens[i].Sentence) <= max(d.leadEnd-2, 1) &&
		d.has(class, from, to) && (d.main.count == 0 || d.main.first >= i || d.openedUnder(from)) && !(d.lang.cased && d.agreedBefore(from))
}

// stillToCome tells whether a round that is called the coming one, by a word at token i, is
// the article's own, which lies ahead. Languages without a class "coming" do not ask.
func (d *document) stillToCome(i int, base *round) bool {
	_, ok := d.classAt(i, d.lang.class["coming"])
	return ok && base == d.main && base.number > 0 && base.told != nil && d.toCome(base.told)
}

// nextIsCalled is the article's round where "the next meeting", whose noun stands between two
// tokens, opens the text and is then called by its number: "The next meeting on Syria, the
// eighth, will take place"; else nil.
func (d *document) nextIsCalled(i, to int) *round {
	if !d.lang.cased || int(d.text.Tokens[i].Sentence) != d.leadEnds(1) {
		return nil
	}
	for j := to; j < min(to+12, d.sentenceEnd(i)); j++ {
		for _, m := range d.mentions[kindRound][j] {
			if m.round == d.main && d.main.first == j && j > 1 && d.text.Tokens[j-2].Norm == "," {
				return m.round
			}
		}
	}
	return nil
}

// openedUnder tells whether a sentence says before token i that what follows has begun, and
// only titles have named a round: "opened a new session" under "X opens third conference".
func (d *document) openedUnder(i int) bool {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	if !d.lang.cased || !d.has(d.lang.class["begin-past"], max(s.From, i-3), i) {
		return false
	}
	for j := range i {
		if len(d.mentions[kindRound][j]) > 0 && d.blocks[d.text.Tokens[j].Sentence] != "title" {
			return false
		}
	}
	return true
}

// putOff tells whether "the next session" at token i of a title is the article's own,
// which the title and the body say is put off: "puts off next session" over "The ninth
// session … has been postponed".
func (d *document) putOff(i int, base *round) bool {
	s, class := int(d.text.Tokens[i].Sentence), d.lang.class["postponed"]
	if !d.lang.cased || base != d.main || base.told == nil || d.blocks[s] != "title" {
		return false
	}
	title, body := d.text.Sentences[s], d.text.Sentences[d.text.Tokens[base.told.from].Sentence]
	return d.has(class, title.From, title.To) && d.has(class, body.From, body.To)
}

// agreedBefore tells whether the clause of a round that is named at token i says before
// it that it is agreed on or to be held: "agreed to hold a new round", "set a date for".
func (d *document) agreedBefore(i int) bool {
	start := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-10)
	for _, name := range []string{"agreed", "to-hold", "undertaken", "unsure", "mere"} {
		if d.has(d.lang.class[name], start, i) {
			return true
		}
	}
	return false
}

// newByName tells whether "their new round" at token from is the one that the
// sentence has just named: "Jeddah II, as they call their new round,".
func (d *document) newByName(from, to int) bool {
	class, ok := d.lang.class["latest"]
	if !ok || !d.has(class, from, to) {
		return false
	}
	if d.lang.cased && d.blocks[d.text.Tokens[from].Sentence] == "title" && d.main.news != nil && !d.toCome(&mention{from: from, to: to}) && !d.datedIn(d.text.Sentences[d.text.Tokens[from].Sentence]) {
		return true // a title's "new talks" are those of which the article tells
	}
	for j := from - 1; j >= max(from-20, d.text.Sentences[d.text.Tokens[from].Sentence].From); j-- {
		for _, m := range d.mentions[kindRound][j] {
			end := d.quotes(m.to, from)
			return end < from && d.text.Tokens[end].Norm == "," && (end+2 >= from || d.has(d.lang.class["called-so"], end, from))
		}
	}
	return false
}

// numberedApart goes over the number that stands between commas behind a
// relative round: "la session précédente, la septième,".
func (d *document) numberedApart(to, end, number int) int {
	comma := to
	if d.ofTalks(to, end) {
		for comma < min(to+5, end) && d.text.Tokens[comma].Norm != "," {
			comma++ // "the next round of the consultations, the second,"
		}
	}
	if comma >= end || d.text.Tokens[comma].Norm != "," {
		return to
	}
	i := comma + 1
	if next, ok := d.classAt(i, d.lang.common.article); ok {
		i = next
	}
	if n, stop := d.ordinal(i, end); n == number && stop < end && d.text.Tokens[stop].Norm == "," {
		return stop + 1
	}
	return to
}

// roundAfter is the round after the article's own, made at need.
func (d *document) roundAfter(at int) *round {
	if d.main.number > 0 {
		return d.roundOf(d.main.process, d.main.number+1, at)
	}
	if d.next == nil {
		d.next = &round{process: d.main.process, first: at, later: true}
		d.rounds = append(d.rounds, d.next)
	}
	return d.next
}

// nextBefore tells where a word such as next stands before the noun at token i,
// with nothing between but what may name the talks: "the next international
// meeting", "the next Astana round".
func (d *document) nextBefore(i int) (int, bool) {
	for j := i; j > 0 && j > i-4; j-- {
		if to, ok := d.classAt(j-1, d.lang.common.next); ok && to == j {
			return j - 1, true
		}
		if to, ok := d.classAt(j-1, d.lang.common.filler); ok && to == j {
			if !d.isArticle(j - 1) {
				continue
			}
		}
		if d.entryAt(j-1, lexicon.Place) == nil && d.modifier(j-1) == nil {
			break
		}
	}
	return 0, false
}

// lastRound is the round that the sentence names before token i, else the
// article's own.
func (d *document) lastRound(i int) *round {
	for j := i - 1; j >= d.text.Sentences[d.text.Tokens[i].Sentence].From; j-- {
		for _, m := range d.mentions[kindRound][j] {
			return m.round
		}
	}
	return d.main
}
