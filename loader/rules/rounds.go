package rules

import (
	"cmp"
	"slices"
	"strconv"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findRounds marks the rounds, and decides which one the article is about.
func (d *document) findRounds() {
	processes := d.findProcesses()
	d.phases = d.countsPhases(processes)
	found := d.sift(d.numberedRounds(processes), processes)
	d.findCounted(found)
	for _, p := range processes {
		if d.single(p.entry.ID) || d.toldOver(p, found) {
			found = append(found, &mention{kind: kindRound, from: p.from, to: p.to, round: &round{process: p.entry.ID}, own: true})
		}
	}
	slices.SortStableFunc(found, func(a, b *mention) int { return a.from - b.from })
	d.settle(found, processes)
}

// numberedRounds lists what may be the rounds that the text numbers, with the talks
// that stand beside them.
func (d *document) numberedRounds(processes []processMention) []*mention {
	var found []*mention
	readers := [...]func(int) *mention{
		func(i int) *mention { return d.numbered(processes, i) },
		d.cityRound,
		func(i int) *mention { return d.timeRound(processes, i) },
		d.unitRound,
		func(i int) *mention { return d.apposedOrdinal(processes, i, found) },
		d.calledOrdinal,
		func(i int) *mention { return d.calledNth(processes, i) },
		d.metTimes,
		d.lastOfSeveral,
		d.ofSeveral,
		func(i int) *mention { return d.countedNumber(i, found) },
		d.countedNext,
		func(i int) *mention { return d.newAfterAll(i, found) },
	}
	c := &d.lang.common
	nouns := classBit(c.unit) | classBit(c.weakUnit) | classBit(c.session) | classBit(c.times) | classBit(c.next) | classBit(d.lang.class["number-word"])
	if d.phases {
		nouns |= classBit(c.phase)
	}
	if !d.lang.cased {
		nouns |= classBit(c.talkNoun) // «المباحثات التاسعة عشرة»
	}
	heads := d.ordinalHeads()
	for i := 0; i < len(d.text.Tokens); i++ {
		if !d.mayCount(i, nouns) || d.blocks[d.text.Tokens[i].Sentence] == "" || d.behindWeekday(i) {
			continue
		}
		var m *mention
		for k := 0; m == nil && k < len(readers); k++ {
			m = readers[k](i)
		}
		if m != nil {
			if m.round.process == "" {
				m.round.process = d.processBeside(processes, m)
			}
			if m.round.process == "" {
				var from int
				if from, m.round.process = d.lastOfTalks(processes, m.to-1); m.round.process != "" {
					m.from = min(m.from, from)
				}
			}
			if id := d.summitAt(m, processes); id != "" {
				m.round.process = id
			}
			m.own = m.round.process != ""
		} else if m = cmp.Or(headOrdinal(heads, i), d.firstFewAlone(i, found), d.bareOrdinal(i, found)); m != nil {
			if len(found) > 0 {
				m.round.process = found[len(found)-1].round.process
			}
			if id := d.summitAt(m, processes); id != "" && d.lang.cased {
				m.round.process = id
			}
			if from, id := d.lastOfTalks(processes, m.from); id != "" {
				m.from, m.round.process, m.own = from, id, true
			}
		}
		if m != nil {
			found = append(found, m)
			i = m.to - 1
		}
	}
	return found
}

// sift drops of what may be rounds those of something else, and gives sessions their
// committee.
func (d *document) sift(found []*mention, processes []processMention) []*mention {
	found = slices.DeleteFunc(found, func(m *mention) bool { return d.ofOthers(m, found) })
	found = slices.DeleteFunc(found, func(m *mention) bool { return d.followsOther(m) || d.ofVote(m) })
	found = slices.DeleteFunc(found, func(m *mention) bool { return d.merelyFirst(m, found) || d.sideMeeting(m, found) })
	d.sessions(found, processes)
	named := slices.ContainsFunc(found, func(m *mention) bool { return m.weak && (m.certain || m.round.process != "") })
	found = slices.DeleteFunc(found, func(m *mention) bool {
		return m.weak && !m.certain && m.round.process == "" && !named && !d.heldSoon(m) && !slices.ContainsFunc(found, func(o *mention) bool { return o.own && o.round.number == m.round.number })
	})
	return slices.DeleteFunc(found, func(m *mention) bool { return d.sitting(m, found) || d.isTrio(m, found) || d.loneConference(m, found) })
}

// loneConference tells whether a conference that the text counts is none of the talks that it
// names no other round of: "Syria's pharmacists held their fourth conference".
func (d *document) loneConference(m *mention, found []*mention) bool {
	class := d.lang.class["conference-noun"]
	conference := func(o *mention) bool { return d.has(class, o.from, o.to) && !o.own && o.round.process == "" }
	return class != 0 && conference(m) && !slices.ContainsFunc(found, func(o *mention) bool { return !conference(o) })
}

// isTrio tells whether a name with the number three in quotation marks of its own means the
// three guarantors, as a later round of the same talks is named: "the 'Astana 3', that is
// Russia, Turkey and Iran".
func (d *document) isTrio(m *mention, found []*mention) bool {
	p := d.e.lexicon.Entry(lexicon.Process, m.round.process)
	if !d.lang.cased || m.round.number != 3 || p == nil || !p.Guaranteed || m.from == 0 || m.to >= len(d.text.Tokens) {
		return false
	}
	quoted := func(i int) bool { n := d.text.Tokens[i].Norm; return n == "\"" || n == "'" }
	return quoted(m.from-1) && quoted(m.to) && slices.ContainsFunc(found, func(o *mention) bool {
		return o.round.process == m.round.process && o.round.number > 3 && o.from < m.from
	})
}

// ofOthers tells whether a round that is named beside no talks has a number by which the
// text counts something else's, and in a text without capitals does not stand a few
// sentences below the round of talks before or behind it.
func (d *document) ofOthers(m *mention, found []*mention) bool {
	if m.own || d.otherCounts>>min(m.round.number, 63)&1 == 0 {
		return false
	}
	s := int(d.text.Tokens[m.from].Sentence)
	return d.lang.cased || !slices.ContainsFunc(found, func(o *mention) bool {
		apart, next := s-int(d.text.Tokens[o.from].Sentence), m.round.number-o.round.number
		return o.own && apart >= 0 && apart <= 4 && (next == 1 || next == -1)
	})
}

// followsOther tells whether a round that is named beside no talks goes on with
// others that the text counts: "the runoff, the second round," after "the first
// round of the presidential election".
func (d *document) followsOther(m *mention) bool {
	n := m.round.number
	return d.lang.cased && !m.own && !m.certain && n > 1 && n < 5 && d.otherCounts>>(n-1)&1 == 1
}

// ofVote tells whether a sentence that names no talks speaks of a vote before its round:
// "won the race for mayor in the first round". Languages without a class "vote-words" do
// not ask.
func (d *document) ofVote(m *mention) bool {
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	class, ok := d.lang.class["vote-words"]
	if !ok || m.own || !d.has(class, s.From, s.To) || !d.has(d.lang.common.unit, m.from, m.to) {
		return false
	}
	return !d.has(d.lang.class["talk-noun"], s.From, s.To) && !d.has(d.lang.common.talks, s.From, m.from) && !d.has(d.lang.common.talks, m.to, s.To)
}

// sideMeeting tells whether a numbered meeting is one of some of those at a round,
// in a text that counts rounds as such: "a third meeting, between his deputy and the
// civil society group", "the second bilateral meeting in two days".
func (d *document) sideMeeting(m *mention, found []*mention) bool {
	if !d.lang.cased || !m.weak || m.own || m.round.process != "" || !d.has(d.lang.class["meeting-noun"], m.from, m.to) {
		return false
	}
	i := m.to
	if i+1 < d.sentenceEnd(m.from) && d.text.Tokens[i].Norm == "," {
		i++
	}
	_, between := d.classAt(i, d.lang.class["between"])
	_, of := d.classAt(i, d.lang.class["of-alone"]) // "a fifth session of talks"
	some := between && !of && d.isArticle(m.from-1) && !d.follows(m.from, d.lang.common.the)
	return (some || d.has(d.lang.class["side-talks"], m.from, m.to)) && slices.ContainsFunc(found, func(o *mention) bool { return counted(o) && !o.weak })
}

// sitting tells whether a numbered session is one of a round's sittings: the text
// counts rounds as such, and the talks do not meet in sessions. "The third round
// opened with the President presiding over the first session."
func (d *document) sitting(m *mention, found []*mention) bool {
	if !d.lang.cased || !m.weak || m.own || m.round.process != "" || m.round.number != 1 || !d.has(d.lang.common.session, m.from, m.to) {
		return false
	}
	return slices.ContainsFunc(found, func(o *mention) bool { return !o.weak && o.round.number > 1 })
}

// mayCount tells whether the mention of a round may begin at token i: a number,
// the name of a process or one of the nouns for a round, by their bits, stands there.
func (d *document) mayCount(i int, nouns uint64) bool {
	s := &d.spots[i]
	return s.classes&nouns != 0 || s.entries&(1<<lexicon.Process|1<<lexicon.Place) != 0 || d.mayNumber(i)
}

// sessions gives the numbered sessions whose phrase names no process to the
// named one that meets in sessions: «الدورة الخامسة» of the committee.
func (d *document) sessions(found []*mention, processes []processMention) {
	own := ""
	for _, p := range processes {
		if len(p.entry.Unit) > 0 && p.entry.Type == "committee" && d.about(p.entry.ID) {
			own = p.entry.ID
			break
		}
	}
	for _, m := range found {
		if m.round.process != "" || own == "" || !m.weak {
			continue
		}
		for i := m.from; i < m.to; i++ {
			_, session := d.classAt(i, d.lang.common.session)
			if _, meeting := d.classAt(i, d.lang.common.weakUnit); session && !meeting {
				m.round.process = own
				break
			}
		}
	}
}

// setDateBehind tells whether words between commas stand at token i and a verb of being held
// behind them: «Двадцатая встреча, как объявили организаторы, пройдет в июне».
func (d *document) setDateBehind(i, end int) bool {
	if i >= end || d.text.Tokens[i].Norm != "," {
		return false
	}
	for j := i + 2; j < min(i+9, end-1); j++ {
		if d.text.Tokens[j].Norm == "," {
			_, held := d.classAt(j+1, d.lang.class["held"])
			return held
		}
	}
	return false
}

// heldSoon tells whether a verb of beginning, ending or being held, or a day,
// stands right behind what may be a round, or such a verb right before it.
func (d *document) heldSoon(m *mention) bool {
	end := min(m.to+5, d.sentenceEnd(m.from))
	if d.lang.declined && d.setDateBehind(m.to, d.sentenceEnd(m.from)) {
		return true
	}
	for i := m.to; i < end; i++ {
		if d.dateAt(i) {
			return true
		}
	}
	if d.lang.cased && d.has(d.lang.class["set-date"], m.to, min(m.to+3, end)) {
		return true // "a second meeting, planned for Burnham in October"
	}
	if with, ok := d.classAt(m.to, d.lang.class["with"]); ok && d.lang.cased && m.to < d.sentenceEnd(m.from) && d.blocks[d.text.Tokens[m.from].Sentence] == "title" && len(d.mentions[kindParty][with]) > 0 {
		return true // "Khalilzad back in Doha for ninth meeting with Taliban"
	}
	for _, name := range []string{"held", "begin", "end", "hosted"} {
		if d.has(d.lang.class[name], m.to, end) || d.has(d.lang.class[name], max(0, m.from-2), m.from) {
			return true
		}
	}
	if d.has(d.lang.class["hosted"], max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-6), m.from) {
		return true // «تستضيف برلين غداً الأربعاء مؤتمراً ثانياً»
	}
	if d.lang.cased {
		return false
	}
	if d.follows(m.from, d.lang.class["closing"]) || d.has(d.lang.class["of-theirs"], m.to, min(m.to+1, end)) {
		return true // «في ختام اللقاء الثاني بينهما»
	}
	if d.carriesArticle(m.from) && d.heldShortlyBefore(m) {
		return true
	}
	// «بدأت في العاصمة القطرية، اليوم الأحد، أعمال الاجتماع الثالث»
	verb := d.pastDateline(d.text.Sentences[d.text.Tokens[m.from].Sentence].From)
	return m.from < verb+16 && (d.has(d.lang.class["begin"], verb, verb+2) || d.has(d.lang.class["end"], verb, verb+2))
}

// heldShortlyBefore tells whether a verb of beginning, ending or being held stands a few
// words before what may be a round, and neither a mark nor another noun for a round between:
// «وبين الروايتين انتهى بعد يومين الاجتماع الثالث».
func (d *document) heldShortlyBefore(m *mention) bool {
	verbs := [...]int{d.lang.class["begin"], d.lang.class["end"], d.lang.class["held"]}
	for i := m.from - 1; i >= max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-6); i-- {
		if _, unit := d.unitAt(i); unit || d.text.Tokens[i].Kind == text.Punct {
			return false
		}
		for _, class := range verbs {
			if to, ok := d.classAt(i, class); ok && to <= m.from {
				return true
			}
		}
	}
	return false
}

// numbered reads a process's name with a number: "Astana-5", «أستانة 14»,
// "Geneva IV", «أستانا الثالثة».
func (d *document) numbered(processes []processMention, i int) *mention {
	if d.spots[i].entries>>lexicon.Process&1 == 0 {
		return nil
	}
	k, ok := slices.BinarySearchFunc(processes, i, func(p processMention, i int) int { return p.from - i })
	if !ok {
		return nil
	}
	p, end := processes[k], d.sentenceEnd(i)
	j := p.to
	for j < end && (d.text.Tokens[j].Norm == "-" || d.text.Tokens[j].Norm == "\"" || d.text.Tokens[j].Norm == "(" || d.text.Tokens[j].Norm == "[") {
		j++
	}
	for steps := 0; steps < 2; steps++ {
		if to, ok := d.classAt(j, d.lang.common.unit); ok && to < end {
			j = to
		}
		if j < end && (d.text.Tokens[j].Norm == "]" || d.text.Tokens[j].Norm == "[") {
			j++
		}
	}
	n, to := d.number(j, end, true)
	if n == 0 || n > maxRound || j == p.to && d.joined(j) || d.lang.cased && d.text.Tokens[i].Line && d.datelineDash(p.to) {
		return nil
	}
	if to < end && d.dateAt(j) || d.notRound(to, end) {
		return nil
	}
	if f := d.entryAt(j, lexicon.Process); d.lang.cased && f != nil && f.To > to {
		return nil // "the Union Peace Conference - 21st Century Panglong"
	}
	if d.lang.cased && n == 1 && d.lang.before && d.text.Tokens[j].Kind == text.Word && d.entryAt(j, lexicon.Ordinal) != nil {
		return nil // "the constitutional committee first mooted in January"
	}
	if f := d.entryAt(j, lexicon.Ordinal); f != nil && f.Clitics&lexicon.Preposition != 0 {
		return nil // «الدستورية لأول مرة»
	}
	if _, before := d.classAt(j, d.lang.class["before-noun"]); before {
		return nil // «تشكيل اللجنة الدستورية أول ما بحثوه»
	}
	if d.datelineDay(i, to) {
		return nil // «الكويت 6 - 8 (كونا)»: the sixth of August
	}
	if !d.lang.cased && d.entryAt(i, lexicon.Place) != nil && d.has(d.lang.common.unit, p.to, j) && d.ofTalksBehind(processes[k+1:], to) {
		return nil // «تستضيف جنيف الجولة الثانية من اجتماعات اللجنة الدستورية»: the city is where
	}
	if to < end && d.text.Tokens[to].Norm == "+" {
		return nil // "the military commission 5+5", «اللجنة العسكرية المشتركة (5+5)»
	}
	if counted, ok := d.lang.class["counted"]; ok && to < end {
		if _, ok := d.classAt(to, counted); ok {
			return nil // "the committee's 45 members"
		}
	}
	if _, ok := d.classAt(to, d.lang.common.guarantors); ok && to < end {
		return nil // "the Astana 3 guarantors"
	}
	if p.entry.Type == "committee" && d.has(d.lang.class["counted"], max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-5), i) {
		return nil // «أعضاء اللجنة الدستورية الـ45», «أعضاء الهيئة المصغرة في اللجنة الـ45»
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{process: p.entry.ID, number: n}}
}

// ofTalksBehind tells whether words behind a round, which ends at token to, say of which
// talks it is: with "of", or by the name of one of some processes.
func (d *document) ofTalksBehind(processes []processMention, to int) bool {
	if to >= d.sentenceEnd(to-1) {
		return false
	}
	if _, of := d.classAt(to, d.lang.common.of); of {
		return true
	}
	return len(processes) > 0 && processes[0].from >= to && processes[0].from < to+4 && d.linked(to, processes[0].from)
}

// datelineDay tells whether the number that ends at token to, behind a city with
// which a line begins at token i, is the day of a dateline written as day and
// month, also where that is too little for a date: «جنيف 2/3 - أ ف ب».
func (d *document) datelineDay(i, to int) bool {
	t := d.text.Tokens
	if !t[i].Line || to+1 >= d.sentenceEnd(i) || t[to].Norm != "-" && t[to].Norm != "/" || t[to+1].Kind != text.Number {
		return false
	}
	return t[to+1].Value >= 1 && t[to+1].Value <= 12
}

// settle decides what each mention of a round means: which process, which
// round the article is about, and which round each word is about.
func (d *document) settle(found []*mention, processes []processMention) {
	d.nameCityTalks(found, processes)
	d.findStandings(found)
	main := d.mainProcess(found, processes)
	if main == "" {
		if main, d.country = d.unnamedProcess(found); main == "" {
			main = cmp.Or(d.otherTalks, d.cityProcess(found), d.congressHere())
		}
		if main == "" {
			return
		}
		if d.deniesTalks() {
			d.trace.stop("its first sentence denies that there are talks")
			return
		}
	}
	if id := d.genericElsewhere(main, found, processes); id != "" {
		main = id
	}
	found = d.countOwn(found, main)
	byKey := map[string]*round{}
	for k, m := range found {
		if m.round.process == "" && k > 0 && d.itsNext(found[k-1], m) {
			m.round.process = found[k-1].round.process
		}
		if d.ofOtherWar(m, main) {
			own := d.sameWarAt(m, main)
			if own == "" {
				continue
			}
			m.round.process = own
		}
		if m.round.process == "" || !d.about(m.round.process) || d.overBy(m.round.process, main) {
			m.round.process = main
			if p := cmp.Or(d.elsewhere(m, main), d.besideSingle(m, main), d.besideSummits(m, main)); p != "" {
				m.round.process = p
			} else if d.onceCongress(main) && m.round.number > 1 {
				// a congress that met once has no eighth round: it is one of other talks
				if p = d.talksOfCityBefore(m, main); p == "" {
					continue
				}
				m.round.process = p
			}
		} else if d.generic(processes, m) {
			if p := d.elsewhere(m, m.round.process); p != "" {
				m.round.process = p
			}
		}
		if m.round.number == 1 && d.single(m.round.process) {
			m.round.number = 0 // the first talks are the only ones
		}
		key := m.round.process + "-" + strconv.Itoa(m.round.number)
		r, ok := byKey[key]
		if !ok {
			r = m.round
			r.first = m.from
			byKey[key] = r
			d.rounds = append(d.rounds, r)
		}
		m.round = r
		d.weigh(r, m)
		if d.blocks[d.text.Tokens[m.from].Sentence] == "title" && m.standing != passing {
			r.title = true
		}
		c := d.addMention(m)
		for _, n := range m.also {
			d.pairs = append(d.pairs, pair{c, d.roundOf(m.round.process, n, m.from)})
		}
		for i := m.from; i < m.to && m.round.number > 0; i++ {
			d.inRound[i] = true
		}
	}
	d.chooseMain(main)
	d.relative()
	d.earlierSummits()
	d.lastOfEarlier()
	d.firstByName()
	d.listSeries()
	d.nextByCity()
	d.citedTalks()
	d.earlierTalks()
	d.spread()
}

// besideSingle is the process of the same conflict, convened by the mediator
// whom the phrase of a round names, where the article's own met only once, "the
// ninth U.N. round" in an article about a congress, or where they are said to be that
// mediator's own: "a sixth round of the U.N.'s own talks".
func (d *document) besideSingle(m *mention, main string) string {
	own := d.e.lexicon.Entry(lexicon.Process, main)
	if own == nil || m.round.number < 2 {
		return ""
	}
	to := min(m.to+5, d.sentenceEnd(m.from))
	if !d.single(main) {
		if !d.lang.cased || own.Type != "process" || !d.has(d.lang.class["own-talks"], m.to, min(m.to+7, d.sentenceEnd(m.from))) {
			return ""
		}
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country != own.Country || e.Mediator == "" || e.Mediator == own.Mediator || e.Type != "process" || !d.aliveThen(e) {
			continue
		}
		for i := m.from; i < to; i++ {
			if p := d.modifier(i); p != nil && p.parties[0].id == e.Mediator {
				return e.ID
			}
		}
	}
	return ""
}

// onceCongress tells whether talks are a congress that met only once, however the article
// counts.
func (d *document) onceCongress(process string) bool {
	p := d.e.lexicon.Entry(lexicon.Process, process)
	return p != nil && p.Single && p.Type == "congress"
}

// talksOfCityBefore is the talks on the main one's conflict that are called by a city, where
// a round's sentence names that city before it: "the date was announced in Astana, at the
// round that ended there, the eighth".
func (d *document) talksOfCityBefore(m *mention, main string) string {
	own, found := d.e.lexicon.Entry(lexicon.Process, main), ""
	for i := d.text.Sentences[d.text.Tokens[m.from].Sentence].From; i < m.from; i++ {
		f := d.entryAt(i, lexicon.Place)
		if f == nil {
			continue
		}
		for _, e := range d.e.lexicon.Entries(lexicon.Process) {
			if e.Place == e.ID && e.Country == own.Country && !e.Single && d.e.sameCity(e.Place, f.Label.Entry.ID) {
				found = e.ID
			}
		}
	}
	return found
}

// ofOtherWar tells whether a round is of other talks on another conflict, that usually
// meet elsewhere: "Astana 11" in an article about Yemen.
func (d *document) ofOtherWar(m *mention, main string) bool {
	p, own := d.e.lexicon.Entry(lexicon.Process, m.round.process), d.e.lexicon.Entry(lexicon.Process, main)
	return p != nil && own != nil && p != own && own.Place != "" && !d.about(p.ID) && p.Country != own.Country && !d.e.sameCity(p.Place, own.Place)
}

// itsNext tells whether a round is the next one of the talks whose round the sentence
// names before: «مشاورات جنيف الأولى ثم جولتها الثانية».
func (d *document) itsNext(before, m *mention) bool {
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	return before.from >= s.From && m.round.number == before.round.number+1 && before.round.number > 0 && owned(d.text.Tokens[m.from].Norm)
}

// sameWarAt is the talks on the main one's conflict at the place that a round of other
// talks is called by: "the first Geneva consultations" in an article about Yemen.
func (d *document) sameWarAt(m *mention, main string) string {
	p, own := d.e.lexicon.Entry(lexicon.Process, m.round.process), d.e.lexicon.Entry(lexicon.Process, main)
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country == own.Country && e != own && p.Place != "" && e.Place == p.Place {
			return e.ID
		}
	}
	return ""
}

// overBy tells whether a process that a round is named with was over before the
// article, and its name now means the main one, on the same conflict: "the third
// round of the inter-Congolese dialogue", twenty years after that at Sun City.
func (d *document) overBy(process, main string) bool {
	p, own := d.e.lexicon.Entry(lexicon.Process, process), d.e.lexicon.Entry(lexicon.Process, main)
	if process == main || p == nil || own == nil || p.Country != own.Country || p.Until == "" || own.Since <= p.Until {
		return false
	}
	return d.lang.cased && !d.likelyDay().IsZero() && !d.aliveThen(p) && d.aliveThen(own)
}

// roundOf is the article's round of a process and number, made at need.
func (d *document) roundOf(process string, number, at int) *round {
	for _, r := range d.rounds {
		if r.process == process && r.number == number {
			return r
		}
	}
	r := &round{process: process, number: number, first: at}
	d.rounds = append(d.rounds, r)
	return r
}

// ids names the rounds: process and number, else process and year.
func (d *document) ids(start func(*round) edtf.Date) {
	slices.SortStableFunc(d.rounds, func(a, b *round) int { return b2i(b == d.main) - b2i(a == d.main) })
	for _, r := range d.rounds {
		switch date := start(r); {
		case r.number > 0:
			r.id = r.process + "-" + strconv.Itoa(r.number)
		case d.single(r.process) || date.IsZero():
			r.id = r.process
		default:
			r.id = r.process + "-" + strconv.Itoa(date.Year())
		}
		if r == d.next && (r.id == d.main.id || r.id == r.process) {
			r.id += "-next"
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
