package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// unitRound reads a noun for a round with an ordinal before or behind it:
// "the 21st international meeting on Syria", «الجولة الرابعة عشرة», «جولتها
// العاشرة», "22-я встреча".
func (d *document) unitRound(i int) *mention {
	end := d.sentenceEnd(i)
	m := d.ordinalBehind(i, end)
	if m == nil {
		m = d.cardinalBehind(i, end)
	}
	switch {
	case m != nil:
		return m
	case d.lang.before:
		return d.ordinalBefore(i, end)
	}
	return d.ordinalOf(i, end)
}

// ordinalBehind reads the ordinal that stands behind the noun at token i: «الجولة
// الرابعة عشرة», «جولة المشاورات الثانية».
func (d *document) ordinalBehind(i, end int) *mention {
	to, ok := d.unitAt(i)
	if !ok && d.lang.after && !d.lang.cased {
		return d.countedTalks(i, end)
	}
	if !ok || !d.lang.after {
		return nil
	}
	if n := d.calledLater(i, to, end); n > 0 && !d.countsElse(n, to, end) {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, weak: d.weakUnit(i)}
	}
	j := d.fill(to, end, 3)
	if next, ok := d.classAt(j, d.lang.common.talkNoun); ok && !d.lang.cased && j < end {
		next = d.fill(next, end, 1)
		if n, _ := d.ordinal(next, end); n > 0 && (d.definite(next) || n > 1 && !d.carriesArticle(i)) {
			j = next // «جولة المشاورات الثانية», «جولة مفاوضات ثانية»
		}
	}
	j = d.apposedNumber(j, end)
	n, stop := d.ordinal(j, end)
	if n > 0 && !d.lang.cased && strings.HasSuffix(d.text.Tokens[j].Norm, "ا") && (j > d.quotes(to, end) || d.carriesArticle(i)) {
		return nil // «الجولة وفداً ثالثاً»
	}
	if n == 0 || n > maxRound || d.countsElse(n, stop, end) || d.othersMeeting(i) || n == 1 && d.entryAt(j, lexicon.Cardinal) != nil || n == 2 && d.onceMore(i, j) {
		return nil
	}
	if _, two := d.classAt(i, d.lang.class["two-units"]); two {
		if next, past := d.pairedOrdinal(stop, end); next > n {
			return &mention{kind: kindRound, from: i, to: past, round: &round{number: next}, weak: d.weakUnit(i), certain: j > d.quotes(to, end), also: []int{n}}
		}
	}
	return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(i), certain: j > d.quotes(to, end) || d.ofTalks(stop, end)}
}

// apposedNumber is the Arabic ordinal that stands behind a comma or bracket where the words at a
// token call a round the previous or the next one, «الجولة السابقة، السادسة عشرة»; else that token.
func (d *document) apposedNumber(i, end int) int {
	if d.lang.cased {
		return i
	}
	to, ok := d.classAt(i, d.lang.common.previous)
	if !ok {
		to, ok = d.classAt(i, d.lang.common.next)
	}
	if !ok || to+1 >= end || d.text.Tokens[to].Kind != text.Punct || !d.definite(to+1) {
		return i
	}
	if n, _ := d.ordinal(to+1, end); n == 0 {
		return i
	}
	return to + 1
}

// countedTalks reads Arabic talks that are counted themselves, where a round's noun is left
// out: «المباحثات التاسعة عشرة».
func (d *document) countedTalks(i, end int) *mention {
	to, ok := d.classAt(i, d.lang.common.talkNoun)
	if !ok || !d.carriesArticle(i) {
		return nil
	}
	j := d.fill(to, end, 2)
	n, stop := d.ordinal(j, end)
	if n < 2 || n > maxRound || !d.definite(j) || d.countsElse(n, stop, end) || d.othersMeeting(i) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: true, certain: d.ofTalks(stop, end)}
}

// onceMore tells whether the Arabic ordinal at token j, without an article behind the
// noun at token i that has one, says again: «اتفقوا على اللقاء ثانية».
func (d *document) onceMore(i, j int) bool {
	return !d.lang.cased && d.follows(j+1, d.lang.class["again"]) && d.carriesArticle(i) && !d.definite(j)
}

// cardinalBehind reads the number that stands behind the noun at token i: "round 21",
// "round number eight".
func (d *document) cardinalBehind(i, end int) *mention {
	to, ok := d.unitAt(i)
	if !ok || to >= end {
		return nil
	}
	noun := to
	if past := d.pastDate(to, end); past < end && !d.lang.cased && d.has(d.lang.class["number-word"], past, past+1) {
		to = past // «جولة 22 و23 نوفمبر التي حملت الرقم 19»
	}
	next, called := d.classAt(to, d.lang.class["number-word"])
	_, session := d.classAt(i, d.lang.common.session)
	session = session && len(d.mentions[kindDuration][to]) == 0 // «toplantısı iki gün sürdü»
	if d.weakUnit(i) && !((called || session) && d.lang.cased) {
		return nil // "session number seven", "session five", but not "meeting 7"
	}
	if called = called && next < end; called {
		to = next
	}
	dated := called && d.dateAt(noun)
	if t := &d.text.Tokens[to]; t.Kind == text.Number && t.Value > 0 && t.Value <= maxRound && dated && !d.dateAt(to) {
		return &mention{kind: kindRound, from: i, to: noun, round: &round{number: t.Value}, certain: true}
	} else if t.Kind == text.Number && t.Value > 0 && t.Value <= maxRound && !d.dateAt(to) && (to+1 >= end || d.text.Tokens[to+1].Kind != text.Number) {
		return &mention{kind: kindRound, from: i, to: to + 1, round: &round{number: t.Value}, weak: session}
	}
	if f := d.entryAt(to, lexicon.Cardinal); (d.lang.cased || called) && f != nil && (f.Label.Class > 1 || called || d.text.Sentences[d.text.Tokens[i].Sentence].From == i) && !d.several(i) && !d.dateAt(to) {
		n, stop := d.cardinal(to, end)
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(i), certain: called} // "cycle eighteen"
	}
	if n := d.romanAt(to); d.lang.cased && n > 1 && n <= maxRound && !d.several(i) {
		return &mention{kind: kindRound, from: i, to: to + 1, round: &round{number: n}, weak: session} // "Session V"
	}
	return nil
}

// pastDate is the token behind a date that stands at token i, i itself where none does.
func (d *document) pastDate(i, end int) int {
	to := i
	if i >= end {
		return i
	}
	for _, m := range d.mentions[kindDate][i] {
		to = max(to, m.to)
	}
	return to
}

// ordinalOf reads an Arabic ordinal at token i that counts the noun behind it: «أول
// جولة», «أولى جولات», «سادس اجتماعات اللجنة».
func (d *document) ordinalOf(i, end int) *mention {
	n, to := d.ordinal(i, end)
	stop, ok := d.unitAt(to)
	if !ok && n > 1 {
		stop, ok = d.classAt(to, d.lang.common.talks)
	}
	if n == 0 || !ok || to >= end || d.countsElse(n, stop, end) || d.othersMeeting(to) {
		return nil
	}
	if d.definite(i) && (!d.carriesArticle(to) || d.ofDay(i)) {
		return nil // «سيعقدون في اليوم الثاني اجتماعاً رباعياً», «تتواصل لليوم الخامس المشاورات»
	}
	if next, of := d.classAt(stop, d.lang.common.of); n > 1 || of && next < end || d.firstOfSeries(to, stop, end) || d.firstSummit(to, stop, end) {
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(to), certain: n > 1}
	}
	return nil
}

// ordinalBefore reads an ordinal at token i with the noun somewhere behind it: "the
// 21st international meeting on Syria", "the sixth and seventh rounds".
func (d *document) ordinalBefore(i, end int) *mention {
	n, to := d.ordinal(i, end)
	if n == 0 {
		n, to = d.capitalRoman(i)
	}
	if n == 0 && d.text.Tokens[i].Kind == text.Number && i+2 < end && d.text.Tokens[i+1].Norm == "." && d.text.Tokens[i+1].Glued {
		n, to = d.text.Tokens[i].Value, i+2
	}
	if n == 0 || n > maxRound || d.follows(i, d.lang.class["own"]) {
		return nil // "his first Astana meeting since he took up the post"
	}
	apart := to < end && d.text.Tokens[to].Norm == "," && d.setApart(i)
	if apart {
		to++ // "the previous, 11th, round"
	}
	if m := d.countedConference(i, n, to); m != nil {
		return m
	}
	if stop, ok := d.oneOfThese(to, end); ok {
		_, theirs := d.classAt(stop-1, d.lang.common.unit)
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: !theirs, certain: n > 1 && d.possessed(stop-1)}
	}
	if m := d.firstFew(i, n, to, end); m != nil {
		return m
	}
	var also []int
	if next, stop := d.pairedOrdinal(to, end); next > n {
		n, to, also = next, stop, []int{n}
	}
	j := d.fill(to, end, 5)
	if stop, ok := d.unitAt(j); ok && also != nil && (d.several(j) || d.follows(i-1, d.lang.class["both"])) && !d.countsElse(n, d.pastName(j, stop), end) {
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(j), certain: j > d.quotes(to, end) || d.ofTalks(stop, end), also: also}
	} else if also != nil {
		return nil
	}
	if stop, ok := d.unitAt(j); ok && (d.withinRound(i, j, stop, end) || d.has(d.lang.class["within"], stop, min(stop+1, end))) {
		return nil // "their third meeting this year"
	} else if ok && !d.countsElse(n, d.pastName(j, stop), end) {
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(j), certain: j > d.quotes(to, end) || d.ofTalks(stop, end) || d.setApart(i) || n > 1 && (d.follows(i, d.lang.class["at-this"]) || d.behindTalks(i)), relative: apart}
	}
	return nil
}

// firstFew reads the rounds that are told together as the first few, where the ordinal n at
// token i ends at token to: "the first two rounds of the commission".
func (d *document) firstFew(i, n, to, end int) *mention {
	if n != 1 || !d.lang.cased || !d.definite(i) && !d.possessed(i) {
		return nil
	}
	few, noun := d.count(to, end)
	if few < 2 || few > mostTogether {
		return nil
	}
	j := d.fill(noun, end, 3)
	stop, ok := d.classAt(j, d.lang.common.unit)
	if !ok || j >= end || !d.several(j) || d.countsElse(few, stop, end) {
		return nil
	}
	m := &mention{kind: kindRound, from: i, to: stop, round: &round{number: few}, certain: d.ofTalks(stop, end)}
	for k := range few - 1 {
		m.also = append(m.also, k+1)
	}
	return m
}

// firstFewAlone reads the first few rounds where a sentence that begins with them leaves out
// their noun, behind one that named a round: "The first two were held in Geneva in February".
func (d *document) firstFewAlone(i int, found []*mention) *mention {
	s := int(d.text.Tokens[i].Sentence)
	end := d.sentenceEnd(i)
	n, to := d.ordinal(i, end)
	if n != 1 || to >= end || d.blocks[s] != "body" || !d.lang.cased || len(found) == 0 || i != d.text.Sentences[s].From+1 || !d.isArticle(i-1) || int(d.text.Tokens[found[len(found)-1].from].Sentence) < s-1 {
		return nil
	}
	few, stop := d.count(to, end)
	if few < 2 || few > mostTogether || !d.heldBeside(i, stop, end, false) || !d.placedOrDated(stop, end) {
		return nil
	}
	m := &mention{kind: kindRound, from: i, to: stop, round: &round{number: few}}
	for k := range few - 1 {
		m.also = append(m.also, k+1)
	}
	return m
}

// placedOrDated tells whether a date stands in a sentence behind a token, or a place "in" which
// something is.
func (d *document) placedOrDated(from, end int) bool {
	for i := from; i < end; i++ {
		if d.dateAt(i) || d.inPlaceAt(i, end) {
			return true
		}
	}
	return false
}

// mostTogether is how many rounds at most are told together as the first or the last few.
const mostTogether = 4

// behindTalks tells whether a name of talks and a comma stand before token i: "the
// Constitutional Committee, fourth session,".
func (d *document) behindTalks(i int) bool {
	if i < 2 || d.text.Tokens[i-1].Norm != "," {
		return false
	}
	for j := i - 2; j >= max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-8); j-- {
		if f := d.entryAt(j, lexicon.Process); f != nil && f.To == i-1 {
			return true
		}
	}
	return false
}

// countedConference reads a conference, named behind the ordinal n that ends at
// token to: "the second Panglong Peace Conference".
func (d *document) countedConference(i, n, to int) *mention {
	f := d.entryAt(to, lexicon.Process)
	if f == nil || !d.has(d.lang.class["conference"], f.From, f.To) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: f.To, round: &round{process: f.Label.Entry.ID, number: n}}
}

// oneOfThese is where the noun ends that follows an ordinal, which ends at token
// to, as "of these summits".
func (d *document) oneOfThese(to, end int) (int, bool) {
	next, ok := d.classAt(to, d.lang.class["of-these"])
	if !ok || next >= end {
		return 0, false
	}
	for i := next; i < min(next+3, end); i++ {
		if d.several(i) {
			return i + 1, true // "the sixth of their three-way summits"
		}
	}
	return 0, false
}

// withinRound tells whether the meeting that an ordinal at token i counts is no
// round: a working group's, "its second session", or one that is held within a
// round, "its first direct meeting of the round". Its noun stands at token j and
// ends at token to.
func (d *document) withinRound(i, j, to, end int) bool {
	if !d.lang.cased || !d.weakUnit(j) {
		return false
	}
	if d.othersNext(i) || d.oneSidesMeeting(i, to, end) {
		return true
	}
	if bilateral := d.lang.class["bilateral"]; d.has(bilateral, i, j) || d.has(bilateral, to, min(to+1, end)) {
		return true // "une première réunion bilatérale"
	}
	if along := d.lang.class["along-case"]; along != 0 && d.has(d.lang.class["other-body"], max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-3), i) {
		return true // "çalışma grubu da altıncı toplantısını yaptı"
	}
	at, of := d.classAt(to, d.lang.common.of)
	if !of || at >= end || !d.isArticle(at) {
		return false
	}
	next, unit := d.classAt(at+1, d.lang.common.unit)
	return unit && at+1 < end && !(next < end && d.entryAt(next, lexicon.Process) != nil)
}

// oneSidesMeeting tells whether the meeting that an ordinal at token i counts, whose noun
// ends at token to, is one that somebody has with somebody who is named: "the delegation's
// third and last meeting with the envoy", "his second meeting with Jaafari".
func (d *document) oneSidesMeeting(i, to, end int) bool {
	if i > 1 && d.follows(i, d.lang.common.and) {
		i -= 2 // "third and last"
	}
	if to >= end || i < 1 || !d.possessed(i) && d.text.Tokens[i-1].Norm != "'s" && d.text.Tokens[i-1].Norm != "s" {
		return false
	}
	with, ok := d.classAt(to, d.lang.class["with"])
	for j := with; ok && j < min(with+3, end); j++ {
		if len(d.mentions[kindParty][j])+len(d.mentions[kindPerson][j])+len(d.mentions[kindDelegation][j]) > 0 {
			return true
		}
		if d.entryAt(j, lexicon.Party) != nil || d.has(d.lang.common.delegation, j, j+1) || d.has(d.lang.class["envoy-office"], j, j+1) {
			return true
		}
	}
	return false
}

// firstOfSeries tells whether a plural noun at token i, which ends at token to,
// means the rounds of talks, so that the first of them is a round: «أولى جولات
// الحوار», «أولى الجولات»; but not «أول جولات الحوار منذ سنوات».
func (d *document) firstOfSeries(i, to, end int) bool {
	if !d.several(i) || d.has(d.lang.class["since-done"], to, min(to+5, end)) {
		return false
	}
	_, talks := d.classAt(to, d.lang.common.talks)
	return d.carriesArticle(i) || talks && to < end
}

// firstSummit tells whether the noun at token i, which ends at token to, is that of
// a summit of the guarantors or of three who are named: «أول قمة لثلاثي أستانا».
func (d *document) firstSummit(i, to, end int) bool {
	if _, ok := d.classAt(i, d.lang.class["summit"]); !ok || d.has(d.lang.class["since-done"], to, min(to+5, end)) {
		return false
	}
	return d.has(d.lang.common.guarantors, to, min(to+2, end)) || d.threeMeet(d.text.Sentences[d.text.Tokens[i].Sentence])
}

// setApart tells whether the number at token i stands behind a comma and a word
// for next or previous: "the previous, 11th, round", "прошлая, 19-я,".
func (d *document) setApart(i int) bool {
	if i < 2 || d.text.Tokens[i-1].Norm != "," {
		return false
	}
	return d.follows(i-1, d.lang.common.previous) || d.follows(i-1, d.lang.common.next)
}

// calledLater is the number that a sentence gives its round behind the noun that
// stands at token at and ends at token to: «الجولة التي تنطلق غدا هي السادسة»,
// «قمة ثلاثية هي الأولى من نوعها».
func (d *document) calledLater(at, to, end int) int {
	for i := to; i < min(to+18, end); i++ {
		if _, unit := d.unitAt(i); unit || d.text.Tokens[i].Norm == ";" {
			return 0
		}
		is, ok := d.classAt(i, d.lang.common.is)
		if !ok || is >= end || !d.definite(is) {
			continue
		}
		n, stop := d.ordinal(is, end)
		if _, summit := d.classAt(at, d.lang.class["summit"]); n == 1 && summit && d.has(d.lang.class["first-of-kind"], stop, min(stop+1, end)) {
			return n
		}
		if n > 1 && n <= maxRound {
			if _, unit := d.unitAt(stop); !unit {
				return n
			}
		}
	}
	return 0
}

// timeRound reads how often those of a process have met: «اجتمع المعنيون بمسار
// أستانة للمرة الثانية والعشرين». It returns nil where the sentence names no
// process, or tells what somebody did for the second time.
func (d *document) timeRound(processes []processMention, i int) *mention {
	to, ok := d.classAt(i, d.lang.common.times)
	if !ok {
		return nil
	}
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	if to >= sentence.To {
		return nil
	}
	n, stop := d.ordinal(to, sentence.To)
	if end, ok := d.classAt(stop, d.lang.class["time-of"]); ok && n > 1 && n <= maxRound && stop < sentence.To {
		if !d.timeOfTalks(sentence, i) {
			return nil
		}
		return &mention{kind: kindRound, from: i, to: end, round: &round{number: n, process: processAt(processes, sentence.From, sentence.To)}} // «برای پنجمین بار دیدار می‌کنند»
	}
	if n == 1 && !d.lang.cased && d.has(d.lang.common.future, sentence.From, i) && !d.has(d.lang.class["counted-from"], stop, min(stop+4, sentence.To)) {
		for _, p := range processes {
			if p.entry.Type == "committee" && p.from >= sentence.From && p.to <= i {
				return &mention{kind: kindRound, from: i, to: stop, round: &round{process: p.entry.ID, number: 1}} // «أن تجتمع اللجنة الدستورية للمرة الأولى»
			}
		}
	}
	if n < 2 || n > maxRound {
		return nil
	}
	behind := !d.lang.cased && i == sentence.From && d.has(d.lang.class["convene"], stop, min(stop+14, sentence.To)) && !d.has(d.lang.class["summit"], sentence.From, sentence.To) // «للمرة الرابعة في إطار الحوار، يلتقي …»
	if !behind && !d.has(d.lang.class["convene"], sentence.From, min(sentence.From+5, i)) {
		next, relative := d.classAt(stop, d.lang.common.relative)
		if !relative || next >= sentence.To || !d.has(d.lang.class["convene"], next, next+1) || !d.follows(i, d.lang.class["this-one"]) || i == 0 {
			return nil
		}
		sentence.From = d.text.Sentences[max(0, int(d.text.Tokens[i].Sentence)-1)].From // «وهذه هي المرة السابعة التي يجتمعون فيها»
	}
	for _, p := range processes {
		if p.from >= sentence.From && p.to <= sentence.To && !d.withinTalks(p, processes) {
			return &mention{kind: kindRound, from: i, to: stop, round: &round{process: p.entry.ID, number: n}}
		}
	}
	return nil
}

// withinTalks tells whether a committee, named below the lead only, meets within the talks
// that the lead names: «وبعد الظهر اجتمعت مجموعة العمل المعنية بالمعتقلين للمرة الثالثة».
func (d *document) withinTalks(body processMention, processes []processMention) bool {
	if d.lang.cased || body.entry.Type != "committee" || d.inLead(body.from) {
		return false
	}
	other := false
	for _, p := range processes {
		switch {
		case p.entry.ID == body.entry.ID && d.inLead(p.from):
			return false
		case p.entry.ID != body.entry.ID && d.inLead(p.from):
			other = true
		}
	}
	return other
}

// ofTalks tells whether "of the talks" or the like stands at token i: "the
// first meeting of the conference", "of the working group on the peace process".
func (d *document) ofTalks(i, end int) bool {
	from := i
	for i < end {
		to, ok := d.classAt(i, d.lang.common.of)
		if !ok {
			break
		}
		i = to
	}
	if i == from || i >= end {
		return false
	}
	if _, ok := d.classAt(i, d.lang.common.talks); ok {
		return true
	}
	for j := i; j < min(i+3, end); j++ {
		if to, ok := d.classAt(j, d.lang.common.notRound); ok {
			return d.bodyOfTalks(to, end)
		}
	}
	return false
}

// weakUnit tells whether the noun at token i means a round only beside the
// name of its process: meeting, اجتماع.
func (d *document) weakUnit(i int) bool {
	_, strong := d.classAt(i, d.lang.common.unit)
	return !strong
}

// unitAt is the end of a noun for a round that begins at token i: round,
// meeting or session, in the order of how surely it means one.
func (d *document) unitAt(i int) (int, bool) {
	c := &d.lang.common
	if i >= len(d.spots) {
		return 0, false
	}
	if d.phases && d.spots[i].classes&classBit(c.phase) != 0 {
		return d.classAt(i, c.phase)
	}
	if d.spots[i].classes&(classBit(c.unit)|classBit(c.weakUnit)|classBit(c.session)) == 0 {
		return 0, false
	}
	for _, class := range [...]int{c.unit, c.weakUnit, c.session} {
		if to, ok := d.classAt(i, class); ok {
			return to, true
		}
	}
	return 0, false
}

// fill passes over what may stand between a unit and its number: fillers,
// processes, places and parties.
func (d *document) fill(i, end, most int) int {
	for n := 0; n < most && i < end; n++ {
		i = d.quotes(i, end)
		if to, ok := d.classAt(i, d.lang.common.filler); ok {
			i = to
			continue
		}
		if f := d.entryAt(i, lexicon.Process); f != nil {
			// "the eighth Astana round", "the fourth summit of the presidents of
			// Russia", "their fourth three-way summit on Syria"
			for k := f.To - 1; k >= i && d.lang.before; k-- {
				if _, ok := d.unitAt(k); ok {
					return k
				}
			}
			i = f.To
			continue
		}
		if f := d.entryAt(i, lexicon.Place); f != nil && (d.lang.before || !d.lang.cased && f.To < end && f.Clitics&lexicon.Preposition == 0 && d.definite(f.To)) {
			i = f.To // "the second Geneva round", «اجتماع الدوحة الثالث»
			continue
		}
		if m := d.modifier(i); m != nil && d.lang.before {
			i = m.to
			continue
		}
		break
	}
	return d.quotes(i, end)
}

// pastName is where the name of talks ends that begins with the noun at token
// i, which ends at token to: "summit of the presidents of Russia".
func (d *document) pastName(i, to int) int {
	if f := d.entryAt(i, lexicon.Process); f != nil {
		return max(to, f.To)
	}
	return to
}

// notRound tells whether what is counted is something else's meeting: "eighth
// meeting of the Working Group".
func (d *document) notRound(i, end int) bool {
	if bare, ok := d.lang.class["unit-alone"]; ok && !d.follows(i, bare) {
		return false // where words stand before what they belong to, nothing behind "görüşmelerde" does
	}
	of, skipped := false, 0
	for n := 0; n < 5 && i < end; n++ {
		if !d.lang.cased && d.dateAt(i) {
			return false // «الجولة الثانية في الأسبوع الأخير من الشهر»
		}
		f := d.entryAt(i, lexicon.Process)
		if to, ok := d.classAt(i, d.lang.common.notRound); ok && !(f != nil && f.To > to && !d.lang.cased) {
			return !d.bodyOfTalks(to, end) && !d.ofProcess(to, end) && !d.shortOfBody(i, to)
		}
		if f != nil && f.To > i+1 {
			return false // "of the Constitutional Committee", «لمجموعة العمل المعنية بالمعتقلين»
		}
		to, ok := d.classAt(i, d.lang.common.of)
		if next, talks := d.classAt(i, d.lang.common.talks); talks && of && d.lang.cased {
			on, about := d.classAt(next, d.lang.class["about"])
			return about && on < end && d.has(d.lang.class["other-topic"], on, min(on+2, end)) // but not "of talks because of air strikes"
		}
		if !ok && of && d.lang.cased && skipped < 2 && d.text.Tokens[i].Kind == text.Word {
			// "of the world championship match"
			skipped++
			i++
			continue
		}
		if !ok {
			return false
		}
		of = true
		i = to
	}
	return false
}

// bodyOfTalks tells whether the body whose name ends at token i is the one in
// which the sides meet: "the seventh meeting of the Joint Working Group on the
// Peace Dialogue". Languages without a class "peace-talks" do not ask.
func (d *document) bodyOfTalks(i, end int) bool {
	class, ok := d.lang.class["peace-talks"]
	return ok && d.has(class, i, min(i+4, end))
}

// shortOfBody tells whether "the committee", whose noun stands between two tokens, is
// short for talks named before whose name ends so: "the Constitutional Committee".
func (d *document) shortOfBody(i, to int) bool {
	if !d.follows(i, d.lang.class["the"]) {
		return false
	}
	for j := range d.where(0, lexicon.Process) {
		if j >= i {
			break
		}
		if f := d.entryAt(j, lexicon.Process); f.To-j > to-i && f.To <= i && d.text.Tokens[f.To-1].Norm == d.text.Tokens[to-1].Norm {
			return true
		}
	}
	return false
}

// ofProcess tells whether the name of talks stands from token i, behind no more than
// what makes them belong to what stands before: "of the Committee's Small Body".
func (d *document) ofProcess(i, end int) bool {
	for n := 0; n < 3 && i < end; n++ {
		if f := d.entryAt(i, lexicon.Process); f != nil && f.To > i+1 {
			return true
		}
		to, ok := d.classAt(i, d.lang.common.filler)
		if !ok {
			if to, ok = d.classAt(i, d.lang.common.of); !ok {
				return false
			}
		}
		i = to
	}
	return false
}

// countsElse tells whether the number n counts something else's rounds: behind
// it stands "of the world championship". The number is kept, for where it
// stands without that.
func (d *document) countsElse(n, to, end int) bool {
	if !d.notRound(to, end) {
		return false
	}
	d.otherCounts |= 1 << min(n, 63)
	return true
}

// othersMeeting tells whether "its" meeting at token i is that of a working
// group or the like, named shortly before: «مجموعة عمل … عقدت اجتماعها الأول».
func (d *document) othersMeeting(i int) bool {
	if !d.weakUnit(i) || !d.possessed(i) {
		return false
	}
	return d.has(d.lang.common.notRound, max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-9), i)
}

// othersNext tells whether "its next session", whose next stands at token i, is
// that of a working group or the like, named before.
func (d *document) othersNext(i int) bool {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return d.lang.cased && d.follows(i, d.lang.class["possessive"]) && d.has(d.lang.class["other-body"], s.From, i)
}

// merelyFirst tells whether first says of a round only that there was none such
// before: "the first of its kind", "his first Astana meeting", «هذه الجولة الأولى
// التي يحضرها المبعوث», and, where the text counts a later one, "this is the
// first round" or "the first since". Languages without the classes "this-one"
// and "first-of-kind" leave those out.
func (d *document) merelyFirst(m *mention, found []*mention) bool {
	if m.round.number != 1 || d.countsSummit(m, found) {
		return false
	}
	end := d.sentenceEnd(m.from)
	for i := m.to; i < min(m.to+2, end); i++ {
		if _, ok := d.classAt(i, d.lang.class["first-of-kind"]); ok {
			return true
		}
	}
	if m.weak && d.blocks[d.text.Tokens[m.from].Sentence] == "title" && slices.ContainsFunc(found, func(o *mention) bool { return o.round.number > 1 && !o.weak && d.inLead(o.from) }) {
		return true // "City hosts its first Syria talks under the new name" over "The 12th round of the Astana talks …"
	}
	if d.follows(m.from, d.lang.class["own"]) || d.firstInTime(m.to, end) {
		return true
	}
	this := d.lang.class["this-one"]
	called := d.follows(m.from, this) || d.follows(m.from-1, this)
	_, relative := d.classAt(m.to, d.lang.common.relative)
	since := d.has(d.lang.class["counted-from"], m.to, min(m.to+4, end)) // "the first in person since"
	if called && m.to < end && (relative || since) {
		return true
	}
	if d.follows(m.from, d.lang.class["theirs"]) && m.weak && m.from > 1 && (d.text.Tokens[m.from-2].Norm == "," || d.follows(m.from-1, this)) && slices.ContainsFunc(found, func(o *mention) bool { return o.round.number > 1 }) {
		return true // "Zelensky and Putin met alone, their first meeting"
	}
	summit := d.lang.cased && d.ofSummits(m)
	later := func(o *mention) bool {
		return o.round.number > 1 && counted(o) && (!summit || o.round.process == m.round.process)
	}
	kind := d.has(d.lang.class["first-of-kind"], m.to, min(m.to+9, end)) // «أول اجتماع للجنة العسكرية على أرض ليبيا»
	return (called || kind || since && m.to < end) && slices.ContainsFunc(found, later)
}

// firstInTime tells whether a round that ends at token i is only the first in some time:
// "the first round of the Astana format in more than a year", "the first talks for two
// years".
func (d *document) firstInTime(i, end int) bool {
	class, ok := d.lang.class["in-a-time"]
	for stop := min(i+10, end); ok && i < stop && d.text.Tokens[i].Norm != ","; i++ {
		to, in := d.classAt(i, class)
		if !in {
			continue
		}
		for k := range d.durations {
			if l := &d.durations[k]; l.From >= to && l.From <= to+2 && l.Days > 20 {
				return true
			}
		}
	}
	return false
}
