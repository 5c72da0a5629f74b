package rules

import (
	"cmp"
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A processMention is a series of talks, named in the text.
type processMention struct {
	from, to int
	entry    *lexicon.Entry
	bare     bool // the name is also a place's: a process only with a number or a noun
}

// findProcesses lists the processes that the text names.
func (d *document) findProcesses() []processMention {
	var out []processMention
	d.hideTalksOfParties()
	for i := range d.where(0, lexicon.Process) {
		f := d.entryAt(i, lexicon.Process)
		if f == nil || len(out) > 0 && f.From < out[len(out)-1].to || d.otherTalksThere(f) || d.othersThere(f) || d.othersBefore(f) || d.othersAbout(f) || d.othersCalledSo(f) || d.othersSummit(f) || f.Label.Form == lexicon.Short && !d.shortNumbered(f) {
			continue
		}
		for j := f.From + 1; j < f.To; j++ {
			_, talks := d.classAt(j, d.lang.common.talks)
			d.inName[j] = !(talks && d.lang.cased && j == f.To-1) // what the Astana talks did is told from their noun on
		}
		bare := false
		for _, o := range d.at(i) {
			if o.Kind == lexicon.Place && o.To == f.To {
				bare = true
			}
		}
		p := processMention{f.From, f.To, d.thatMetThen(f), bare}
		if bare && d.talksBeside(f.From, f.To) {
			p.bare = false
		}
		if bare && (d.inPlace(f.From) || d.inTheCity(f.From)) && !d.talksBefore(f.From) && !d.numberBehind(f.To) {
			continue // «بجنيف», «في مدينة جنيف»: the place
		}
		out = append(out, p)
		if !p.bare {
			d.addMention(&mention{kind: kindProcess, from: p.from, to: p.to, entry: p.entry})
		}
	}
	return out
}

// hideTalksOfParties lets no pattern begin at a word for talks within the name of a
// party in a text without capitals: «هيئة التفاوض».
func (d *document) hideTalksOfParties() {
	if d.lang.cased {
		return
	}
	for i := range d.where(0, lexicon.Party) {
		for j := i + 1; j < d.entryAt(i, lexicon.Party).To; j++ {
			if _, talks := d.classAt(j, d.lang.common.talks); talks {
				d.inName[j] = true
			}
		}
	}
}

// shortNumbered tells whether the short name of a process stands for it: it is no
// adjective of the noun before it, and the number of a round stands behind it.
// «اختتمت «الدستورية» الرابعة», but not «المحكمة الدستورية الرابعة».
func (d *document) shortNumbered(f *lexicon.Match) bool {
	if f.Clitics&lexicon.Article == 0 || f.Clitics&lexicon.Preposition == 0 && f.From > 0 && hasArticle(d.text.Tokens[f.From-1].Norm) {
		return false
	}
	end := d.sentenceEnd(f.From)
	j := d.quotes(f.To, end)
	n, _ := d.number(j, end, true)
	return n > 0 && n <= maxRound && (j > f.To || j < end && !d.dateAt(j))
}

// thatMetThen is the process that a name means: where it names no place, "the Darfur
// peace talks", and the talks that the lexicon calls so were not held on the
// article's day, those on the same conflict that were, and in whose city the text is.
func (d *document) thatMetThen(f *lexicon.Match) *lexicon.Entry {
	own := f.Label.Entry
	if !calledByCity(own) || own.Type != "process" || own.ID == own.Place || d.aliveThen(own) || d.has(d.lang.common.capital, f.From, f.To) {
		return own
	}
	for i := f.From; i < f.To; i++ {
		if d.entryAt(i, lexicon.Place) != nil {
			return own
		}
	}
	if id := d.placedInLead(own); id != "" {
		return d.e.lexicon.Entry(lexicon.Process, id)
	}
	return own
}

// otherTalksThere tells whether a process is named by its city alone, "the Rome
// talks", while the text names parties to another conflict, and none to its own: a
// movement, or, on a day outside the process's lifespan, those of other talks there.
func (d *document) otherTalksThere(f *lexicon.Match) bool {
	e := f.Label.Entry
	if e.Place == "" || e.ID == e.Place || d.namesConflict(e) || !d.namesMovement() && (d.aliveThen(e) || !(d.lang.cased && d.othersMeetAt(e))) {
		return false
	}
	for i := f.From; i < f.To; i++ {
		if p := d.entryAt(i, lexicon.Place); p != nil && d.e.sameCity(p.Label.Entry.ID, e.Place) {
			return true
		}
	}
	return false
}

// othersMeetAt tells whether the lexicon knows talks of the article's day at the
// usual place of a process, on another conflict whose parties the text names.
func (d *document) othersMeetAt(p *lexicon.Entry) bool {
	return slices.ContainsFunc(d.e.lexicon.Entries(lexicon.Process), func(e *lexicon.Entry) bool {
		return e.Country != p.Country && d.e.sameCity(e.Place, p.Place) && d.aliveThen(e) && d.namesConflict(e)
	})
}

// othersThere tells whether the adjective of a state stands right behind the name of
// talks that are called by their city, while they are on another state's conflict and
// the text names no party to that: «محادثات الدوحة التشادية». It notes that state's talks.
func (d *document) othersThere(f *lexicon.Match) bool {
	e := f.Label.Entry
	if d.lang.cased || e.Place == "" || f.To >= d.sentenceEnd(f.From) || d.namesConflict(e) {
		return false
	}
	for _, m := range d.mentions[kindAdjective][f.To] {
		if p := m.parties[0]; p.id != "" && p.id != e.Country && d.stateOf(p) != e.Country && p.id != d.e.countryOf(e.Place) {
			d.otherTalks = e.Place + "-" + p.id
			return true
		}
	}
	return false
}

// othersBefore tells whether a state that has a conflict of its own stands right before the
// name of talks that are called by their city, "the Somalia talks in Istanbul", while they are on
// another state's and the text names no party to that. It notes that state's talks. Of languages
// with capitals.
func (d *document) othersBefore(f *lexicon.Match) bool {
	e := f.Label.Entry
	if !d.lang.before || !d.lang.cased || e.Place == "" || f.From == 0 || d.namesConflict(e) {
		return false
	}
	if _, talks := d.classAt(f.From, d.lang.common.talks); !talks {
		return false
	}
	p := d.entryAt(f.From-1, lexicon.Party)
	if p == nil || p.To != f.From || p.Label.Entry.Type != "state" || p.Label.Entry.ID == e.Country || p.Label.Entry.ID == d.e.countryOf(e.Place) {
		return false
	}
	state := p.Label.Entry.ID
	if !slices.ContainsFunc(d.e.lexicon.Entries(lexicon.Process), func(o *lexicon.Entry) bool { return o.Country == state }) {
		return false
	}
	d.otherTalks = newProcess(map[string]int{e.Place: 1}, d.e.conflictOf(state))
	return true
}

// othersAbout tells whether talks that are called by their city are said to be about
// another state than the lexicon's talks there, to whose conflict the text names no
// party: "the Lomé talks on Cameroon's regions", «محادثات المنامة حول جزر القمر». It notes
// that state's talks.
func (d *document) othersAbout(f *lexicon.Match) bool {
	e := f.Label.Entry
	if e.Place == "" || d.namesConflict(e) {
		return false
	}
	state := d.stateAbout(f.To)
	if state == "" || state == d.e.countryOf(e.Place) {
		return false
	}
	d.otherTalks = newProcess(map[string]int{e.Place: 1}, d.e.conflictOf(state))
	return true
}

// stateAbout is the state that the words at token i say something is about: "on the future
// of Cameroon"; "" where they do not.
func (d *document) stateAbout(i int) string {
	to, about := d.classAt(i, d.lang.class["about"])
	if !about {
		return ""
	}
	for j := to; j < min(to+4, d.sentenceEnd(i)); j++ {
		if p := d.entryAt(j, lexicon.Party); p != nil && p.Label.Form == lexicon.Proper && p.Label.Entry.Type == "state" {
			return p.Label.Entry.ID
		}
	}
	return ""
}

// othersCalledSo tells whether talks are called in small letters by what they are about,
// "the constitutional talks", while the text names no party to the conflict of those that
// the lexicon calls so, but parties to another.
func (d *document) othersCalledSo(f *lexicon.Match) bool {
	e := f.Label.Entry
	if !d.lang.cased || e.Country == "" {
		return false
	}
	for i := f.From; i < f.To; i++ {
		if d.text.Tokens[i].Upper {
			return false
		}
	}
	return !d.namesConflict(e) && d.namesMovement()
}

// othersSummit tells whether a summit of known leaders is said to be one of states of
// which one is not theirs: "the second trilateral summit of the presidents of Russia,
// Iran and Azerbaijan".
func (d *document) othersSummit(f *lexicon.Match) bool {
	e := f.Label.Entry
	if len(e.Leaders) == 0 {
		return false
	}
	states, others := 0, false
	for i := f.To; i < min(f.To+14, d.sentenceEnd(f.From)); i++ {
		p := d.entryAt(i, lexicon.Party)
		if p == nil || p.Label.Entry.Type != "state" || p.Label.Entry.ID == e.Country {
			continue
		}
		states++
		others = others || !slices.ContainsFunc(e.Leaders, func(id string) bool {
			leader := d.e.lexicon.Entry(lexicon.Person, id)
			return leader != nil && leader.Party == p.Label.Entry.ID
		})
	}
	return states == 3 && others && !d.has(d.lang.common.guarantors, f.To, f.To+14)
}

// namesMovement tells whether the text names a party to some conflict that is no
// state.
func (d *document) namesMovement() bool {
	for i := range d.where(0, lexicon.Party) {
		if f := d.entryAt(i, lexicon.Party); f != nil && f.Label.Entry.Country != "" && f.Label.Entry.Type != "state" {
			return true
		}
	}
	return false
}

// numberBehind tells whether the number of a round stands at token i, right
// behind a place's name: "at Astana 13 on Syria", "at Geneva I?", but not "in Geneva 5 envoys".
func (d *document) numberBehind(i int) bool {
	end := d.sentenceEnd(i)
	j := i
	for j < end && (d.text.Tokens[j].Norm == "-" && d.text.Tokens[j].Glued || d.text.Tokens[j].Norm == "\"") {
		j++
	}
	n, to := d.number(j, end, !d.lang.cased)
	if n == 0 && j < end {
		n, to = d.romanAt(j), j+1
		if n == 1 && to < end && d.text.Tokens[to].Kind != text.Punct {
			return false // "in Geneva I saw"
		}
	}
	if n == 0 || n > maxRound || d.dateAt(j) {
		return false
	}
	if j > i || to >= end || d.text.Tokens[to].Kind == text.Punct || hasArticle(d.text.Tokens[to].Norm) {
		return true
	}
	for _, class := range []int{d.lang.common.of, d.lang.common.stop, d.lang.common.that, d.lang.common.in, d.lang.common.relative, d.lang.class["begin"], d.lang.class["end"], d.lang.class["held"], d.lang.class["with"]} {
		if _, ok := d.classAt(to, class); ok {
			return true
		}
	}
	if _, too := d.classAt(to, d.lang.common.and); too && !d.lang.cased && !d.joined(to) {
		return true // «كنتم في أستانا 9 أيضا»
	}
	if _, ok := d.classAt(to, d.lang.common.talks); ok && d.lang.cased && d.text.Tokens[j].Kind == text.Word {
		return true // "the Riyadh II conference"
	}
	return d.entryAt(to, lexicon.Cardinal) != nil
}

// inTheCity tells whether "in the city of" stands before token i in a text without
// capitals: «في مدينة جنيف».
func (d *document) inTheCity(i int) bool {
	return !d.lang.cased && d.follows(i, d.lang.common.city) && d.inPlace(i-1)
}

// inPlace tells whether a word for "in" stands at or right before token i, or its
// ending behind the place there: "Cenevre'deki".
func (d *document) inPlace(i int) bool {
	if _, ok := d.locative(i); ok {
		return true
	}
	for _, kind := range [...]lexicon.Kind{lexicon.Place, lexicon.Party} {
		if f := d.entryAt(i, kind); f != nil && d.endsInPlace(f.To) {
			return true
		}
	}
	if i == 0 {
		return false
	}
	to, ok := d.classAt(i-1, d.lang.common.in)
	return ok && to == i
}

// talksBefore tells whether a noun such as negotiations, but not one for a
// single round, leads to the name at token i: "the talks in Geneva".
func (d *document) talksBefore(i int) bool {
	for back := 1; back <= 3 && i-back >= 0; back++ {
		j := i - back
		if to, ok := d.classAt(j, d.lang.common.talks); ok && (to == i || d.onlyBetween(to, i)) {
			_, unit := d.unitAt(j)
			return !unit
		}
	}
	return false
}

// talksBeside tells whether a noun such as talks, format or مسار stands right
// before or behind a name, or the name is itself in quotes.
func (d *document) talksBeside(from, to int) bool {
	end := d.sentenceEnd(from)
	i := d.quotes(to, end)
	for steps := 0; steps < 2 && i < end; steps++ {
		if _, ok := d.classAt(i, d.lang.common.talks); ok {
			return true
		}
		next, ok := d.classAt(i, d.lang.common.filler)
		if !ok {
			break
		}
		i = next
	}
	for back := 1; back <= 3 && from-back >= 0; back++ {
		if t, ok := d.classAt(from-back, d.lang.common.talks); ok && (t == from || d.onlyBetween(t, from)) {
			return true
		}
	}
	return false
}

// onlyBetween tells whether only quotes and connectives stand between.
func (d *document) onlyBetween(from, to int) bool {
	for i := from; i < to; {
		if d.text.Tokens[i].Norm == "\"" {
			i++
			continue
		}
		next, ok := d.classAt(i, d.lang.common.of)
		if !ok {
			return false
		}
		i = next
	}
	return true
}

// processBeside is the process that the phrase of a round names: inside it
// ("the eighth Astana round"), behind it with only words such as "of the talks
// on Syria in the format" between, or right before it; else "".
func (d *document) processBeside(processes []processMention, m *mention) string {
	// Those within reach; processes are in the order of their tokens.
	reach := func(token int) int {
		k, _ := slices.BinarySearchFunc(processes, token, func(p processMention, at int) int { return p.from - at })
		return k
	}
	processes = processes[reach(m.from-40):reach(m.to+14)]
	for _, p := range processes {
		if p.from >= m.from && p.from < m.to {
			return p.entry.ID // the name in the phrase, or the noun in the name
		}
	}
	_, ofIt := d.classAt(m.to, d.lang.class["of-it"])
	ofIt = ofIt || d.ofItsTalks(m.to)
	if ofIt = ofIt && m.to < d.sentenceEnd(m.from); ofIt || d.possessed(m.from) || !d.lang.cased && d.possessed(m.to-1) {
		// «اللجنة الدستورية التي أنهت جولتها الخامسة», «والجولة الخامسة منها», «ثالث اجتماعاتها»
		for k := len(processes) - 1; k >= 0; k-- {
			if p := processes[k]; p.to <= m.from && (ofIt || p.to > m.from-8) && (d.lang.cased || !d.follows(p.from, d.lang.common.city)) && d.text.Tokens[p.from].Sentence == d.text.Tokens[m.from].Sentence {
				return p.entry.ID
			}
		}
	}
	if id := d.processBefore(processes, m); id != "" {
		return id
	}
	to := d.pastAside(m.to)
	for k, p := range processes {
		if p.from >= to && p.from < m.to+14 && d.text.Tokens[p.from].Sentence == d.text.Tokens[m.from].Sentence && d.linked(to, p.from) {
			return d.inFormat(p, processes[k+1:]).entry.ID
		}
	}
	for _, p := range processes {
		if p.to <= m.from && d.text.Tokens[p.from].Sentence == d.text.Tokens[m.from].Sentence && (d.skippable(p.to, m.from) || d.goesTo(p, m)) {
			return p.entry.ID
		}
	}
	return ""
}

// inFormat is the talks in whose format those are held that are named without their
// place, «محادثات السلام السورية بصيغة أستانا»: the first of those behind them, if only
// a word or two that lead from a round to its talks stand between; else they themselves.
func (d *document) inFormat(p processMention, behind []processMention) processMention {
	if d.lang.cased || len(behind) == 0 || behind[0].from > p.to+3 || !d.linked(p.to, behind[0].from) {
		return p
	}
	for i := p.from; i < p.to; i++ {
		if d.entryAt(i, lexicon.Place) != nil {
			return p
		}
	}
	return behind[0]
}

// goesTo tells whether an Arabic text names a new round a few words behind its talks, and
// no mark stands between: «أما مفاوضات جنيف فتستأنف بجولة ثامنة», «دعوة اللجنة
// الدستورية إلى جولة ثالثة».
func (d *document) goesTo(p processMention, m *mention) bool {
	if d.lang.cased || p.bare || p.to < m.from-3 || d.carriesArticle(m.from) {
		return false
	}
	for i := p.to; i < m.from; i++ {
		if d.text.Tokens[i].Kind != text.Word {
			return false
		}
	}
	return true
}

// pastAside is the token behind a few words between commas that begin at token i, where
// a word such as of follows them: "the third meeting, a one-day affair, of the Moscow
// format"; i where there are none.
func (d *document) pastAside(i int) int {
	end := d.sentenceEnd(i)
	if !d.lang.cased || i >= end || d.text.Tokens[i].Norm != "," {
		return i
	}
	for j := i + 2; j < min(i+9, end-1); j++ {
		if d.text.Tokens[j].Norm == "," {
			if _, of := d.classAt(j+1, d.lang.common.of); of {
				return j + 1
			}
			return i
		}
	}
	return i
}

// ofItsTalks tells whether behind a round, which ends at token i, stands whose
// talks they are by a pronoun: «جولة سادسة من محادثاتها».
func (d *document) ofItsTalks(i int) bool {
	to, of := d.classAt(i, d.lang.common.of)
	if !of || d.lang.cased || to >= d.sentenceEnd(i) {
		return false
	}
	_, talks := d.classAt(to, d.lang.common.talks)
	return talks && d.possessed(to)
}

// processBefore is the process that the sentence before names first, by more than its
// city if it can be, where "its" round is the first thing that a sentence of the same
// paragraph says:
// «… مسار أستانا لم يقدم شيئا. فقد انتهت جولته الثالثة».
func (d *document) processBefore(processes []processMention, m *mention) string {
	s := int(d.text.Tokens[m.from].Sentence)
	from := d.text.Sentences[s].From
	if d.lang.cased || s == 0 || m.from > from+3 || d.text.Tokens[from].Line || !d.possessed(m.from) {
		return ""
	}
	city := "" // «جنيف - واصلت اللجنة الدستورية اجتماعاتها»
	for _, p := range processes {
		switch {
		case int(d.text.Tokens[p.from].Sentence) != s-1:
		case !p.bare:
			return p.entry.ID
		default:
			city = cmp.Or(city, p.entry.ID)
		}
	}
	return city
}

// possessed tells whether the word at token i carries a pronoun, جولتها, or
// one stands before it: "its second session".
func (d *document) possessed(i int) bool {
	if d.follows(i, d.lang.class["possessive"]) {
		return true
	}
	for _, f := range d.at(i) {
		if f.Clitics&lexicon.Pronoun != 0 {
			return true
		}
	}
	return false
}

// linked tells whether only words that lead from a round to its process stand
// between two tokens.
func (d *document) linked(from, to int) bool {
	for i := from; i < to; {
		if t := d.text.Tokens[i].Norm; t == "\"" || t == "'s" || t == "-" {
			i++
			continue
		}
		next := 0
		for _, class := range []int{d.lang.common.of, d.lang.common.talks, d.lang.common.filler, d.lang.common.in, d.lang.common.capital} {
			if end, ok := d.classAt(i, class); ok {
				next = max(next, end)
			}
		}
		if p := d.modifier(i); p != nil {
			next = max(next, p.to)
		}
		if next == 0 {
			return false
		}
		i = next
	}
	return true
}

// single tells whether a process met only once, and the article does not count its rounds.
func (d *document) single(process string) bool {
	p := d.e.lexicon.Entry(lexicon.Process, process)
	return p != nil && p.Single && !d.inSeries[process]
}

// findCounted notes the processes that met only once, by the lexicon, but of which the
// article counts rounds: "the second round of the Pretoria talks", or "the first round of the
// Doha talks" where a later round is told beside which no talks are named.
func (d *document) findCounted(found []*mention) {
	more := slices.ContainsFunc(found, func(m *mention) bool { return unclaimed(m) && m.round.number > 1 })
	for _, m := range found {
		if p := d.e.lexicon.Entry(lexicon.Process, m.round.process); p != nil && p.Single && p.Type == "process" && (m.round.number > 1 || m.round.number == 1 && more) && d.has(d.lang.common.unit, m.from, m.to) {
			d.inSeries[p.ID] = true
		}
	}
}

// countOwn notes that the article counts the rounds of its own talks, where by the lexicon
// they met only once, and it names a later round without saying of which talks: «محادثات
// السلام، في جولتها الأولى … الجولة الثانية من المحادثات ستنعقد في نيروبي». It gives back the
// mentions without those that name the talks alone, which are then no round.
func (d *document) countOwn(found []*mention, main string) []*mention {
	p := d.e.lexicon.Entry(lexicon.Process, main)
	if p == nil || !p.Single || p.Type != "process" || d.inSeries[main] || !slices.ContainsFunc(found, func(m *mention) bool {
		return unclaimed(m) && m.round.number > 1 && d.has(d.lang.common.unit, m.from, m.to) && d.besideSingle(m, main) == "" && d.elsewhere(m, main) == ""
	}) {
		return found
	}
	d.inSeries[main] = true
	return slices.DeleteFunc(found, func(m *mention) bool { return m.round.process == main && m.round.number == 0 })
}
