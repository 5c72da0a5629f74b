package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// bareOrdinal reads an ordinal that stands for a round after others were
// named: "The second followed on 15 February", «والثانية في شباط».
func (d *document) bareOrdinal(i int, found []*mention) *mention {
	end := d.sentenceEnd(i)
	n, to := d.ordinal(i, end)
	if n == 0 || i == 0 || d.blocks[d.text.Tokens[i].Sentence] != "body" || d.countsDays(i) || d.has(d.lang.class["of-the-month"], to, to+1) || d.has(d.lang.class["within"], to, to+1) {
		return nil
	}
	if n == 1 && d.firstOfSome(i, to) || n > 1 && d.nextOfSome(i, n, to, found) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, relative: true, listed: true}
	}
	if stop := d.firstTalks(i, to, found); n == 1 && stop > 0 {
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}}
	}
	counted := n > 1 && d.roundsBefore(i) == n-1
	if norm := d.text.Tokens[i-1].Norm; hasArticle(norm) && norm != "الي" && !d.hostedBefore(i) && !(d.joined(i) && d.inDate(i-1)) {
		return nil // «اليوم الأول»: the ordinal of that noun
	}
	if !d.agrees(i, found) {
		return nil // «مسارين متوازيين. في الأول …»
	}
	if len(found) == 0 && !counted && !(d.lang.cased && d.seriesBefore(i)) {
		return nil
	}
	if n > 1 && n <= maxRound && (d.asksBack(i, to) || d.stationOf(i, n, found)) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
	}
	if n == 1 && d.firstMet(i, to, end, found) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
	}
	if n > 1 && n <= maxRound && d.lang.cased && d.comeFor(i, n, to, found) || to < end && d.closesIts(i, n, to, end, found) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
	}
	if d.recalled(i, n, to, end, found) || n > 1 && d.pastOne(i, n, found) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
	}
	if n > maxRound || to >= end || !d.definite(i) && !d.oneOfSeries(i, to) && !d.opensAlone(i, n) && !d.another(i, n, found) && !d.gapped(i, to, found) && !(counted && d.isArticle(i-1)) || d.countsOther(i, n, found) || d.inDate(i) {
		return nil
	}
	if counted && (i <= d.text.Sentences[d.text.Tokens[i].Sentence].From+1 || d.isArticle(i-1)) || d.goesOnCounting(i, n, to, found) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, counting: counted && d.lang.cased}
	}
	if next, ok := d.classAt(to, d.lang.common.one); ok && d.lang.cased && next < end {
		to = next // "the third one took place in Tehran"
	}
	j := to
	if n == 1 && d.alsoFirst(i, to, found) {
		return nil
	}
	if _, yet := d.classAt(j, d.lang.class["to-be"]); yet && (n == 1 || d.follows(i-1, d.lang.common.auxiliary)) {
		return nil // "the first to be held inside Libya", "it was the second to be held there"
	}
	if norm := d.text.Tokens[j].Norm; norm == "," || norm == "(" && d.lang.cased || d.lang.declined && norm == "-" {
		j++
	}
	if next, ok := d.classAt(j, d.lang.common.in); ok {
		j = next
	} else if next, ok := d.classAt(j, d.lang.common.of); ok {
		j = next
	}
	dated := j < end && d.dateAt(j) || d.datedPlace(j, end)
	_, day := d.classAt(j, d.lang.class["day"])
	if !dated && j < end && day {
		dated = j+1 < end && d.dateAt(j+1) || j+2 < end && d.dateAt(j+2)
	}
	if !dated && !d.heldBeside(i, to, end, counted) && !d.enumerated(i, n, to, end, found) || j == to && dated && !day && !d.oneOfSeries(i, to) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
}

// firstTalks is the end of a name of talks that stands right behind the Arabic ordinal before
// token to, or behind a noun for rounds there, where a later round was named and the sentence
// tells a time long past: «أما أولى محادثات مينسك، التي جرت في سبتمبر 2014»; 0 where none does.
func (d *document) firstTalks(i, to int, found []*mention) int {
	if d.lang.cased || d.definite(i) || !slices.ContainsFunc(found, func(m *mention) bool { return m.round.number > 1 }) {
		return 0
	}
	stop := 0
	if p := d.entryAt(to, lexicon.Process); p != nil {
		stop = p.To
	} else if next, ok := d.unitAt(to); ok && d.several(to) && d.entryAt(next, lexicon.Place) != nil {
		stop = d.entryAt(next, lexicon.Place).To
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	if stop == 0 || !d.longAgo(&mention{from: i, to: stop, round: &round{number: 1}}, s.From, s.To, d.likelyDay()) {
		return 0
	}
	return stop
}

// firstOfSome tells whether the Arabic ordinal at token i, which ends at token to and stands before
// a month or day, is the first of several rounds that are named right before it: «بعد جولتين، الأولى
// في مايو والثانية في سبتمبر».
func (d *document) firstOfSome(i, to int) bool {
	if d.lang.cased || i < 2 || !d.definite(i) || d.text.Tokens[i-1].Norm != "," && d.text.Tokens[i-1].Norm != ":" {
		return false
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	if !d.datedBehind(to, s.To) {
		return false
	}
	for j := i - 2; j >= max(s.From, i-5); j-- {
		if end, pair := d.classAt(j, d.lang.class["two-rounds"]); pair && !d.notRound(end, s.To) {
			return true
		}
		if end, unit := d.unitAt(j); unit {
			return d.several(j) && !d.notRound(end, s.To)
		}
	}
	return false
}

// nextOfSome tells whether the Arabic ordinal n at token i goes on counting those of which firstOfSome
// found the first.
func (d *document) nextOfSome(i, n, to int, found []*mention) bool {
	if d.lang.cased || len(found) == 0 || !d.joined(i) || !d.datedBehind(to, d.sentenceEnd(i)) {
		return false
	}
	last := found[len(found)-1]
	return last.listed && last.round.number == n-1 && last.to > i-7 && d.text.Tokens[last.from].Sentence == d.text.Tokens[i].Sentence
}

// datedBehind tells whether a date stands at token i, or behind a word for in there.
func (d *document) datedBehind(i, end int) bool {
	if in, ok := d.classAt(i, d.lang.common.in); ok {
		i = in
	}
	return i < end && d.dateAt(i)
}

// asksBack tells whether a definite Arabic ordinal is all that a question says, which the
// next sentence answers: «– الجولة السابقة لم تكن مشجعة. – الثامنة؟ انتهت بلا اتفاق.»
func (d *document) asksBack(i, to int) bool {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return !d.lang.cased && i == s.From && to == s.To-1 && d.text.Tokens[to].Norm == "?" && d.definite(i)
}

// stationOf tells whether an Arabic line of a list names a place and then, behind a colon, the
// n-th round with its ordinal at token i alone, behind a line on the one before: «- هافانا: الثالثة،
// وفيها أعلن الطرفان هدنة».
func (d *document) stationOf(i, n int, found []*mention) bool {
	return !d.lang.cased && d.definite(i) && d.behindPlace(i) && len(found) > 0 && found[len(found)-1].round.number == n-1
}

// behindPlace tells whether token i stands behind a colon at the head of a line that begins with
// a place: «- كراكاس، عاصمة فنزويلا: الجولة الأولى».
func (d *document) behindPlace(i int) bool {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	from := d.opening(s)
	if d.bullet(from) {
		from++
	}
	return d.text.Tokens[s.From].Line && i > from && i <= from+7 && d.text.Tokens[i-1].Norm == ":" && d.entryAt(from, lexicon.Place) != nil
}

// countsDays tells whether the ordinal at token i counts the days of a round: "was in
// its third day", in a language with capitals also behind another word, "the second day".
func (d *document) countsDays(i int) bool {
	return len(d.mentions[kindDay][i]) > 0 || d.lang.cased && d.ofDay(i)
}

// ofDay tells whether the ordinal at token i stands behind the word that it counts as a day:
// "the second day", «لليوم الخامس».
func (d *document) ofDay(i int) bool {
	return i > 0 && slices.ContainsFunc(d.mentions[kindDay][i-1], func(m *mention) bool { return m.to > i })
}

// behindWeekday tells whether the ordinal at token i says which day of the month it was
// that a date before it names by its weekday: "on Thursday of last week, the 22nd".
func (d *document) behindWeekday(i int) bool {
	if !d.lang.cased || i < 3 || !d.isArticle(i-1) || d.text.Tokens[i].Kind != text.Number {
		return false
	}
	if _, to := d.ordinal(i, d.sentenceEnd(i)); to >= len(d.text.Tokens) || d.text.Tokens[to].Kind == text.Word {
		return false // "on Monday the 14th round opened"
	}
	at := i - 1
	if d.text.Tokens[at-1].Norm == "," {
		at--
	}
	for j := max(0, at-6); j < at; j++ {
		if slices.ContainsFunc(d.mentions[kindDate][j], func(m *mention) bool { return m.to == at }) {
			return true
		}
	}
	return false
}

// agrees tells whether an Arabic ordinal at token i may count rounds by its gender: one
// that is masculine counts none where all that are named so far are feminine, جولة.
func (d *document) agrees(i int, found []*mention) bool {
	word := d.text.Tokens[i].Norm
	if d.lang.cased || feminine(word) || ownOrdinal(word) || strings.HasSuffix(word, "اولي") {
		return true
	}
	women := false
	for _, m := range found {
		for j := m.from; j < m.to; j++ {
			if _, ok := d.unitAt(j); !ok {
				continue
			}
			if !feminine(d.text.Tokens[j].Norm) {
				return true
			}
			women = true
		}
	}
	return !women
}

// feminine tells whether a folded Arabic word ends as most feminine ones do.
func feminine(word string) bool {
	return strings.HasSuffix(word, "ه") || strings.HasSuffix(word, "ة")
}

// heldBeside tells whether words before an ordinal, which stands between two tokens,
// or a verb behind it say that what it counts is held, begins, ends or is somewhere.
// Of one that goes on from a count a word such as lasts says so too.
func (d *document) heldBeside(i, to, end int, counted bool) bool {
	if to >= end {
		return false
	}
	if d.follows(i, d.lang.class["begin-noun"]) || d.follows(i, d.lang.class["hold-noun"]) {
		return true
	}
	if d.wasDated(i, to, end) {
		return true
	}
	if !d.lang.cased && d.follows(i, d.lang.class["next-to-it"]) && d.inPlaceAt(to, end) {
		return true // «القمة السادسة انعقدت عبر الفيديو، وقبلها الخامسة في أنقرة»
	}
	if !d.lang.cased && (d.hostedBefore(i) || i == d.text.Sentences[d.text.Tokens[i].Sentence].From+1 && d.follows(i, d.lang.class["held"])) {
		return true // «عُقدت السادسة عشرة في تموز»
	}
	next := d.pastSay(to, end)
	if d.text.Tokens[next].Norm == "," {
		if _, held := d.classAt(next+1, d.lang.class["held"]); held && d.lang.cased && next+1 < end {
			return true // "In the fifteenth, held in Sochi in February,"
		}
		next = d.pastPlace(next+1, end)
	}
	if after, ok := d.classAt(next, d.lang.common.relative); ok {
		next = after // «بعد الخامسة التي عقدت»
	}
	behind := next
	if after, ok := d.classAt(next, d.lang.common.auxiliary); ok {
		behind = after // «وكانت الثامنة عشرة قد اختتمت»
	}
	if after, ok := d.classAt(behind, d.lang.class["just-now"]); ok {
		behind = after // "the sixth, just ended in Astana"
	}
	verbs := []string{"held", "begin", "end", "set-date", "moves-back"}
	if counted || d.lang.cased && i == d.text.Sentences[d.text.Tokens[i].Sentence].From+1 && d.isArticle(i-1) {
		verbs = append(verbs, "lasts")
	}
	if !d.lang.cased {
		verbs = append(verbs, "hosted", "collapse", "lasts")
	}
	for _, name := range verbs {
		class := d.lang.class[name]
		_, ok := d.classAt(behind, class)
		_, whole := d.classAt(next, class) // "is planned"
		if ok || whole {
			return true
		}
	}
	return d.situated(i, next) || d.toBegin(i, to, end)
}

// toBegin tells whether a verb of beginning or holding stands right before the ordinal between
// two tokens, and a date or place right behind it: "agreed to start the 21st on the 24th".
func (d *document) toBegin(i, to, end int) bool {
	if d.lang.cased && d.isArticle(i-1) && d.follows(i-1, d.lang.class["start-of"]) {
		return d.placedOrDated(d.text.Sentences[d.text.Tokens[i].Sentence].From, end)
	}
	if !d.lang.cased || !d.isArticle(i-1) || !d.follows(i-1, d.lang.class["begin"]) && !d.follows(i-1, d.lang.class["held"]) && !d.follows(i-1, d.lang.class["to-hold"]) {
		return false
	}
	_, of := d.classAt(to, d.lang.common.of)
	return (of || to < end && d.dateAt(to)) && d.placedOrDated(to, min(to+4, end))
}

// inPlaceAt tells whether a place stands behind a word for in at token i.
func (d *document) inPlaceAt(i, end int) bool {
	to, ok := d.classAt(i, d.lang.common.in)
	return ok && to < end && d.entryAt(to, lexicon.Place) != nil
}

// wasDated tells whether an Arabic clause says when a round was that it names by its ordinal
// alone, from token i to another: «السابعة كانت في 20 مارس», «وفي 4 مارس كانت السادسة».
func (d *document) wasDated(i, to, end int) bool {
	if d.lang.cased {
		return false
	}
	was, start := d.lang.class["it-was"], d.clauseStart(i)
	if next, ok := d.classAt(to, was); ok && start >= i-1 {
		in, behind := d.classAt(next, d.lang.common.in)
		return behind && in < end && d.dateAt(in) || next < end && d.dateAt(next)
	}
	if _, ok := d.classAt(i-1, was); !ok || d.text.Tokens[to].Kind != text.Punct {
		return false
	}
	in, ok := d.classAt(start, d.lang.common.in)
	return ok && d.dateAt(in) && d.pastDate(in, end) == i-1
}

// comeFor tells whether a clause ends with the ordinal at token i, which ends at
// token to, as the round for which somebody comes: "they would attend a third",
// "would reconvene in October for the seventh". The one before was named.
func (d *document) comeFor(i, n, to int, found []*mention) bool {
	if to < d.sentenceEnd(i) && d.text.Tokens[to].Kind != text.Punct || !d.isArticle(i-1) || !d.follows(i-1, d.lang.class["come-for"]) || d.has(d.lang.class["deny"], max(0, i-5), i) {
		return false // "with no date for a sixth"
	}
	return slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n-1 })
}

// recalled tells whether a sentence begins with an ordinal between two tokens that a comma
// follows, and dates what it tells, where a later round was named: "The first, in the same
// hotel on October 30, had brought Iran to the table".
func (d *document) recalled(i, n, to, end int, found []*mention) bool {
	if !d.lang.cased || to >= end || d.text.Tokens[to].Norm != "," || !d.isArticle(i-1) || i-1 != d.text.Sentences[d.text.Tokens[i].Sentence].From {
		return false
	}
	later := slices.ContainsFunc(found, func(m *mention) bool { return m.round.number > n })
	return later && slices.ContainsFunc(d.mentions[kindDate][to:end], func(list []*mention) bool { return len(list) > 0 })
}

// situated tells whether the ordinal at token i, behind which something stands
// at token j, is said to be at a place: "the first was in Sochi", and with which
// a clause begins: "The second, in the Norwegian capital, had gone nowhere".
func (d *document) situated(i, j int) bool {
	if !d.lang.cased {
		return false
	}
	start := j
	for steps := 0; steps < 2; steps++ {
		if to, ok := d.classAt(j, d.lang.common.auxiliary); ok {
			j = to
		}
	}
	to, ok := d.classAt(j, d.lang.common.in)
	if !ok || to >= d.sentenceEnd(i) || j == start && d.clauseStart(i) != i-1 {
		return false
	}
	if d.entryAt(to, lexicon.Place) != nil || j > start && d.dateAt(to) {
		return true
	}
	for k := to; k < min(to+3, d.sentenceEnd(i)); k++ {
		if _, ok := d.classAt(k, d.lang.common.capital); ok {
			return true
		}
	}
	return false
}

// alsoFirst tells whether first, which stands between two tokens, says of a later
// round of its sentence that it is the first to be somehow, in the present:
// «وهي الجولة التاسعة … والأولى التي تنعقد خارج جنيف».
func (d *document) alsoFirst(i, to int, found []*mention) bool {
	next, relative := d.classAt(to, d.lang.common.relative)
	if len(found) == 0 || d.lang.cased || !relative || !d.joined(i) || next >= d.sentenceEnd(i) {
		return false
	}
	last := found[len(found)-1]
	verb := d.text.Tokens[next].Norm
	present := strings.HasPrefix(verb, "ت") || strings.HasPrefix(verb, "ي")
	return present && last.round.number > 1 && d.text.Tokens[last.from].Sentence == d.text.Tokens[i].Sentence
}

// closesIts tells whether the ordinal at token i stands for the round before or
// behind one that was named, which something closed or opened: "signed on 23
// October, at the close of its fourth".
func (d *document) closesIts(i, n, to, end int, found []*mention) bool {
	if !d.lang.cased || !d.follows(i, d.lang.class["possessive"]) || !d.follows(i-1, d.lang.class["at-its-close"]) || !d.endsApposition(to, end) {
		return false
	}
	return slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n+1 || m.round.number == n-1 })
}

// datedPlace tells whether a place stands at token j, and a day right behind it:
// "The fifth, in Kuala Lumpur on Aug 1-2, 2022, failed".
func (d *document) datedPlace(j, end int) bool {
	if j >= end || !d.lang.cased {
		return false
	}
	place := d.entryAt(j, lexicon.Place)
	if place == nil {
		return false
	}
	j = place.To
	if j < end && d.text.Tokens[j].Norm == "," {
		j++
	}
	if next, ok := d.classAt(j, d.lang.common.of); ok {
		j = next
	}
	return j < end && d.dateAt(j)
}

// pastSay is the token behind the commas at token i that enclose who says so: "The fifth,
// Williams said, will be convened"; i where there are none. Languages without capitals do not ask.
func (d *document) pastSay(i, end int) int {
	if !d.lang.cased || i >= end || d.text.Tokens[i].Norm != "," {
		return i
	}
	for j := i + 2; j < min(i+longestAside, end-1); j++ {
		if d.text.Tokens[j].Norm != "," {
			continue
		}
		if d.has(d.lang.common.say, i, j) || d.has(d.lang.class["according"], i, j) {
			return j + 1
		}
		break
	}
	return i
}

// longestAside is how many tokens words that are set in say at most who says so.
const longestAside = 16

// pastPlace is the token behind the comma that closes an apposed place at token
// i: "their second, also in Geneva, ended"; i where there is none.
func (d *document) pastPlace(i, end int) int {
	place, from := false, i
	if _, in := d.classAt(from, d.lang.common.in); !in {
		from++ // "also"
	}
	if _, in := d.classAt(from, d.lang.common.in); !in || !d.lang.cased {
		return i
	}
	for j := from; j < min(i+8, end); j++ {
		if d.text.Tokens[j].Norm == "," && place {
			if state := d.modifier(j + 1); state != nil && state.to < end && d.text.Tokens[state.to].Norm == "," {
				return state.to + 1 // "in Honiara, Solomon Islands,"
			}
			return j + 1
		}
		place = place || d.entryAt(j, lexicon.Place) != nil && d.inPlace(j)
	}
	return i
}

// hostedBefore tells whether a verb of hosting and the place that hosts stand
// before token i: «واستضافت سوتشي الروسية الخامس عشر».
func (d *document) hostedBefore(i int) bool {
	for j := max(i-4, d.text.Sentences[d.text.Tokens[i].Sentence].From); j < i-1; j++ {
		if _, ok := d.classAt(j, d.lang.class["hosted"]); ok {
			return len(d.mentions[kindParty][j+1]) > 0 || d.entryAt(j+1, lexicon.Place) != nil
		}
	}
	return false
}

// enumerated tells whether the ordinal at token i goes on with rounds that its
// sentence has named up to the one before, and a date follows it: «والثالثة في
// طهران في 7 سبتمبر», "and the fourth back in Sochi in February".
func (d *document) enumerated(i, n, to, end int, found []*mention) bool {
	if len(found) == 0 {
		return false
	}
	last := found[len(found)-1]
	apart := d.lang.cased && n > last.round.number && (d.text.Tokens[max(i-2, 0)].Norm == "," || d.follows(i-1, d.lang.common.and))
	if last.round.number != n-1 && !apart || d.text.Tokens[last.from].Sentence != d.text.Tokens[i].Sentence {
		return false
	}
	for j := to; j < min(to+10, end) && d.text.Tokens[j].Norm != ";"; j++ {
		if d.dateAt(j) {
			return true
		}
	}
	return false
}

// inDate tells whether token i stands within a date: «29 أكتوبر/تشرين الأول».
func (d *document) inDate(i int) bool {
	for j := max(0, i-6); j <= i; j++ {
		for _, m := range d.mentions[kindDate][j] {
			if m.to > i {
				return true
			}
		}
	}
	return false
}

// newAfterAll reads "a new round" of an article's first sentences that counts the
// rounds before: «بعد تسع عشرة جولة، عاد المسار في جولة جديدة» is of the twentieth.
func (d *document) newAfterAll(i int, found []*mention) *mention {
	end := d.sentenceEnd(i)
	unit, ok := d.classAt(i, d.lang.common.unit)
	if !ok || !d.lang.after || !d.inLead(i) || slices.ContainsFunc(found, counted) {
		return nil
	}
	to, ok := d.classAt(unit, d.lang.class["new"])
	if !ok || to > end || d.notRound(to, end) {
		return nil
	}
	for j := 0; j < i; j++ {
		n, stop := d.count(j, d.sentenceEnd(j))
		if n == 0 || n >= maxRound || stop >= d.sentenceEnd(j) || !d.countsAll(j) {
			continue
		}
		of, ok := d.classAt(stop, d.lang.common.unit)
		if ok && of <= i && !d.notRound(of, d.sentenceEnd(j)) {
			return &mention{kind: kindRound, from: i, to: to, round: &round{number: n + 1}, certain: true}
		}
	}
	return nil
}

// countsAll tells whether a count at token j is of all that there were before:
// a sentence begins with it, or a word such as after or held leads to it.
func (d *document) countsAll(j int) bool {
	if j == d.text.Sentences[d.text.Tokens[j].Sentence].From {
		return true
	}
	return d.follows(j, d.lang.common.aside) || d.follows(j, d.lang.class["held"]) || d.follows(j, d.lang.class["begin"])
}

// another tells whether the ordinal at token i, which has no article, counts
// the next after a round that was named: "back here for a fifth", or stands
// behind a word such as previous.
func (d *document) another(i, n int, found []*mention) bool {
	if own := d.lang.cased && d.follows(i, d.lang.class["their-own"]); own || d.isArticle(i-1) {
		if own && len(found) > 0 && found[len(found)-1].round.number == n+1 {
			return true // "the committee's ninth session … Its eighth ended in June"
		}
		return slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n-1 }) || n == 1 && d.firstOne(i, found)
	}
	return d.setApart(i)
}

// pastOne tells whether the Arabic ordinal at token i stands behind a preposition and before
// a verb that says that what it counts was held or ended, and is that of the round right before
// one that was named: «بعد شهرين من سادسة انتهت في الدوحة», or one of theirs behind such a
// verb, «بعدما انتهت سادستها في 19 أيار».
func (d *document) pastOne(i, n int, found []*mention) bool {
	verb := i + 1
	if owned := ownOrdinal(d.text.Tokens[i].Norm); owned {
		verb = i - 1
	} else if d.lang.cased || !d.follows(i, d.lang.common.of) && !d.follows(i, d.lang.class["later-than"]) {
		return false
	}
	for _, class := range [...]string{"end", "held", "collapse"} {
		if _, ok := d.classAt(verb, d.lang.class[class]); ok {
			return slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n+1 })
		}
	}
	return false
}

// ownOrdinal tells whether a folded Arabic word may be a feminine ordinal with a pronoun,
// «سادستها».
func ownOrdinal(word string) bool {
	return strings.HasSuffix(word, "تها") || strings.HasSuffix(word, "تهما") || strings.HasSuffix(word, "تهم")
}

// firstMet tells whether talks whose later round was named are said to have met first, by an
// ordinal between two tokens: "The conference first met in Geneva on January 12".
func (d *document) firstMet(i, to, end int, found []*mention) bool {
	if !d.lang.cased || to >= end || len(found) == 0 || found[len(found)-1].round.number < 2 {
		return false
	}
	if d.firstHeld(i, to) {
		return true
	}
	if !d.has(d.lang.class["first-met"], to, to+1) {
		return false
	}
	return d.follows(i, d.lang.common.talks) || d.follows(i, d.lang.class["who-meet"])
}

// firstHeld tells whether a sentence that begins with the talks says by the ordinal between
// two tokens when they were first held: "The talks, brokered by the two, were first held in
// January". Languages without a class "first-held" do not ask.
func (d *document) firstHeld(i, to int) bool {
	if !d.has(d.lang.class["first-held"], to, to+1) || !d.follows(i, d.lang.common.auxiliary) {
		return false
	}
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	if next, ok := d.classAt(from, d.lang.common.the); ok {
		from = next
	}
	_, talks := d.classAt(from, d.lang.common.talks)
	return talks
}

// firstOne tells whether "a first one" stands at token i, where a later round was named
// before: "the third cycle had begun in May, after a first one in Caracas".
func (d *document) firstOne(i int, found []*mention) bool {
	_, one := d.classAt(i+1, d.lang.common.one)
	return d.lang.cased && one && len(found) > 0 && found[len(found)-1].round.number > 1
}

// gapped tells whether the ordinal between two tokens, in a language without articles,
// stands by itself behind a mark or a conjunction, where its sentence named a round: «Первый
// раунд проходил в Москве, второй — в Тегеране».
func (d *document) gapped(i, to int, found []*mention) bool {
	if !d.lang.declined || len(found) == 0 || d.text.Tokens[found[len(found)-1].from].Sentence != d.text.Tokens[i].Sentence {
		return false
	}
	_, and := d.classAt(i-1, d.lang.common.and)
	_, held := d.classAt(to, d.lang.class["held"])
	return (and || d.text.Tokens[i-1].Kind == text.Punct) && (held || d.text.Tokens[to].Norm == "-")
}

// countsOther tells whether the ordinal at token i goes on counting things
// that are no rounds: "the first pair on Thursday and the second on Friday".
func (d *document) countsOther(i, n int, found []*mention) bool {
	for j := d.text.Sentences[d.text.Tokens[i].Sentence].From; j < i && n > 1; j++ {
		if before, to := d.ordinal(j, i); before == n-1 && to < i && d.text.Tokens[to].Kind == text.Word {
			return !slices.ContainsFunc(found, func(m *mention) bool { return m.from <= j && j < m.to })
		}
	}
	return false
}

// several tells whether the noun at token i is a plural, which means no one
// round: "the previous rounds".
func (d *document) several(i int) bool {
	_, ok := d.classAt(i, d.lang.class["several"])
	return ok
}

// definite tells whether the ordinal at token i carries the article, or stands
// behind one.
func (d *document) definite(i int) bool {
	if f := d.entryAt(i, lexicon.Ordinal); f != nil && f.Clitics&lexicon.Article != 0 {
		return true
	}
	return d.follows(i, d.lang.common.the) || d.follows(i, d.lang.class["very"]) // "le tout premier"
}

// oneOfSeries tells whether the ordinal between two tokens has the form by which it counts those of a
// series, "ilki", "on üçüncüsü". Languages without a class "one-of-series" have none.
func (d *document) oneOfSeries(i, to int) bool { return d.has(d.lang.class["one-of-series"], i, to) }

// opensAlone tells whether the ordinal n at token i begins a sentence without a noun, in a language
// without articles: «Двенадцатая, в апреле, завершилась …».
func (d *document) opensAlone(i, n int) bool {
	return d.lang.declined && n > 1 && i == d.text.Sentences[d.text.Tokens[i].Sentence].From
}
