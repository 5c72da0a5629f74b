package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// mainProcess is the process that the article is about: that of the rounds
// named first, else the one named most.
func (d *document) mainProcess(found []*mention, processes []processMention) string {
	score, spoken := d.weighProcesses(found, processes)
	// Where a number counts rounds of talks that are not named, a congress that
	// met once is the article's only if its first words tell of it, and of no
	// such round.
	at := slices.IndexFunc(found, unclaimed)
	countsFirst := at >= 0 && d.inLead(found[at].from) && !d.singleBefore(found[at].from, processes)
	for id := range score {
		if !d.about(id) || at >= 0 && d.single(id) && (countsFirst || !d.toldEarly(id, processes)) {
			delete(score, id)
		} else if p := d.e.lexicon.Entry(lexicon.Process, id); p != nil && !d.aliveThen(p) {
			score[id] /= 8
		}
	}
	first := map[string]int{} // where a round of each process is named first
	for _, m := range found {
		if _, ok := first[m.round.process]; !ok {
			first[m.round.process] = m.from
		}
	}
	best := ""
	for id, s := range score {
		if best == "" || s > score[best] || s == score[best] && cmp.Or(first[id]-first[best], cmp.Compare(id, best)) < 0 {
			best = id
		}
	}
	if best != "" && !spoken[best] {
		d.passedOver = best // "… the first since the Kuwait talks collapsed"
	}
	return d.insteadOf(best, found, processes)
}

// unclaimed tells whether a round has a number and no process.
func unclaimed(m *mention) bool { return m.round.process == "" && m.round.number > 0 }

// weighProcesses says how much the places where each process and its rounds are
// named speak for its being the article's, and which ones something is said of.
func (d *document) weighProcesses(found []*mention, processes []processMention) (score map[string]int, spoken map[string]bool) {
	score, spoken = map[string]int{}, map[string]bool{}
	lead := d.leadEnds(1)
	weigh := func(id string, at, weight int) {
		if id == "" {
			return
		}
		switch s := int(d.text.Tokens[at].Sentence); {
		case d.blocks[s] == "title":
			weight *= 12
		case s == lead:
			weight *= 6
		case d.inLead(at):
			weight *= 4
		default:
			weight *= 2
		}
		score[id] += weight
	}
	for _, p := range processes {
		switch {
		case p.bare:
		case d.processInPassing(p), d.broughtUp(p, found, processes), d.byCommonWords(p):
			weigh(p.entry.ID, p.from, 1)
		case p.entry.Type == "summit" && int(d.text.Tokens[p.from].Sentence) == lead && !d.has(d.lang.common.future, d.text.Sentences[lead].From, p.from):
			weigh(p.entry.ID, p.from, 8) // "received his counterparts in Sochi for a summit on Syria"
			spoken[p.entry.ID] = true
		default:
			weigh(p.entry.ID, p.from, 2)
			spoken[p.entry.ID] = true
		}
	}
	if id, at := d.summitOf(lead); id != "" {
		weigh(id, at, 8)
		spoken[id] = true
	}
	for k, m := range found {
		weight, id := d.weightOf(m, lead), m.round.process
		if k == 0 && d.congressToOpen(m) {
			weight = 16
		}
		if id != "" && slices.ContainsFunc(processes, func(p processMention) bool { return p.entry.ID == id && d.broughtUp(p, found, processes) }) {
			weight = 1
		}
		if weight > 2 && id == "" && d.inLead(m.from) {
			id = cmp.Or(d.placed(m, processes), d.alone(m, processes))
		}
		weigh(id, m.from, weight)
		spoken[id] = spoken[id] || m.standing != passing
	}
	return score, spoken
}

// congressToOpen tells whether a congress that met once, the first talks that an article
// names, is said there to open or to be held: "The Syrian National Dialogue Congress will
// open on Monday".
func (d *document) congressToOpen(m *mention) bool {
	if m.round.number > 0 || m.standing != told || !d.single(m.round.process) || !d.lang.cased || d.blocks[d.text.Tokens[m.from].Sentence] != "body" {
		return false
	}
	to := min(m.to+3, d.sentenceEnd(m.from))
	return d.has(d.lang.class["begin-future"], m.to, to) || d.has(d.lang.class["begin"], m.to, to)
}

// byCommonWords tells whether talks are named by words that are no name, without an
// article: "a quadripartite meeting", «اجتماع رباعي».
func (d *document) byCommonWords(p processMention) bool {
	last := p.to - 1
	for i := p.from; i < p.to; i++ {
		if d.entryAt(i, lexicon.Place) != nil || d.entryAt(i, lexicon.Party) != nil {
			return false
		}
	}
	if d.lang.cased {
		return !d.text.Tokens[last].Upper && d.follows(p.from, d.lang.class["indefinite"])
	}
	return d.lang.name == "ar" && last > p.from && !hasArticle(d.text.Tokens[p.from].Norm) && !hasArticle(d.text.Tokens[last].Norm)
}

// broughtUp tells whether a text without capitals, below its first sentence and nowhere
// before, names talks only for a round of theirs that was or is to come, where it has told
// of other talks, of which it counts no round: «تُفتتح محادثات أستانا غداً. … أما مفاوضات جنيف فتُستأنف
// بجولة ثامنة».
func (d *document) broughtUp(p processMention, found []*mention, processes []processMention) bool {
	if d.lang.cased {
		return false
	}
	sentence, other, ours := d.text.Tokens[p.from].Sentence, "", false
	for _, o := range processes {
		s := d.text.Tokens[o.from].Sentence
		switch {
		case o.bare || o.entry.ID == p.entry.ID && s == sentence:
		case o.entry.ID == p.entry.ID:
			return false
		case s < sentence && other == "" && d.blocks[s] == "body" && d.inLead(o.from) && d.entryAt(o.from, lexicon.Topic) == nil && !d.processInPassing(o) && d.about(o.entry.ID):
			other = o.entry.ID
		}
	}
	if other == "" {
		return false
	}
	for _, m := range found {
		switch {
		case m.round.process == other || m.round.process == "" && m.round.number > 0:
			return false
		case m.round.process != p.entry.ID:
		case d.text.Tokens[m.from].Sentence != sentence:
			return false
		default:
			ours = ours || m.round.number > 0 && (d.toCome(m) || m.standing == passing || d.datedBefore(m))
		}
	}
	return ours
}

// alone is the process whose talks the sentence of a round names before it, where it
// names no other, «خمسة أيام من اجتماعات اللجنة الدستورية انتهت من دون موعد لجولة سادسة»,
// or, where none stands before it there, the only one that the lead has named so far.
func (d *document) alone(m *mention, processes []processMention) string {
	id, here := "", false
	s := d.text.Tokens[m.from].Sentence
	for _, p := range processes {
		if p.bare || p.to > m.from {
			continue
		}
		same := d.text.Tokens[p.from].Sentence == s
		if id != "" && id != p.entry.ID || same && !d.has(d.lang.common.talks, p.from, p.to) && !d.talksBefore(p.from) {
			return ""
		}
		id, here = p.entry.ID, here || same
	}
	if here && slices.ContainsFunc(processes, func(p processMention) bool {
		return !p.bare && p.entry.ID != id && d.text.Tokens[p.from].Sentence == s
	}) {
		return ""
	}
	return id
}

// weightOf is how much a round's mention speaks for its process; lead is the
// article's first sentence.
func (d *document) weightOf(m *mention, lead int) int {
	switch {
	case m.round.number == 0 && m.standing == told && int(d.text.Tokens[m.from].Sentence) == lead && d.single(m.round.process) && !d.toCome(m):
		return 8 // "the congress ended in Sochi": it is as sure as one with a number
	case m.round.number == 0 && m.standing == told && d.inLead(m.from) && d.blocks[d.text.Tokens[m.from].Sentence] == "body" && d.single(m.round.process) && d.has(d.lang.class["hosted"], d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from):
		return 5 // "On Monday the resort plays host to the congress", in the second sentence
	case d.follows(m.from, d.lang.class["shortly"]):
		return 1 // «تنتهي قبيل مؤتمر سوتشي»
	case d.follows(m.from, d.lang.class["beside-round"]):
		return 2 // "to meet on the sidelines of the 15th Astana round"
	case m.round.number == 0 || m.standing == passing || m.relative:
		return 2
	case d.datedBefore(m):
		return 2
	case m.standing == aside || d.toCome(m):
		return 5
	}
	return 8
}

// datedBefore tells whether the sentence of a round gives a day that lies before the
// article's news, and none that is near it: "the committee's second session broke up
// on November 29", on 9 December.
func (d *document) datedBefore(m *mention) bool {
	s, day, over := d.text.Sentences[d.text.Tokens[m.from].Sentence], d.likelyDay(), false
	for i := s.From; i < s.To; i++ {
		for _, date := range d.mentions[kindDate][i] {
			if d.dates[date.date].Near(day) {
				return false
			}
			over = over || d.dates[date.date].Over(day)
		}
	}
	return over
}

// insteadOf is the process of the round that the article tells of, where the one
// named most is named in passing only; that one itself where it is not.
func (d *document) insteadOf(best string, found []*mention, processes []processMention) string {
	if best == "" {
		return best
	}
	ofBest := func(m *mention) bool { return m.round.process == best }
	own, known := func() string { id, _ := d.unnamedProcess(found); return id }, func(id string) bool { return d.e.lexicon.Entry(lexicon.Process, id) != nil }
	counted := slices.ContainsFunc(found, unclaimed)
	if !slices.ContainsFunc(found, ofBest) && d.onlyTopic(best, processes) {
		// The article speaks of the committee as a topic of other talks.
		if id := own(); id != best && known(id) {
			return id
		}
		if id := d.calledByPlace(best, processes); counted && id != "" {
			return id
		}
	}
	if d.passedOver == best {
		if id := own(); id != best && !(counted && d.single(id)) && known(id) {
			return id
		}
	}
	if id := cmp.Or(d.filedElsewhere(best, found, processes), d.roundOfLeaders(best, found)); id != "" {
		return id
	}
	// A round in the lead whose process is not named, and a process that is
	// named only further down: the lead's is that of its place and war.
	if !slices.ContainsFunc(processes, func(p processMention) bool { return p.entry.ID == best && d.inLead(p.from) }) &&
		!slices.ContainsFunc(found, func(m *mention) bool { return ofBest(m) && d.inLead(m.from) }) &&
		slices.ContainsFunc(found, func(m *mention) bool { return unclaimed(m) && d.inLead(m.from) }) {
		if id := own(); known(id) {
			return id
		}
	}
	return best
}

// filedElsewhere is the process on the same conflict as one that the text names only below
// its first sentence, and counts no round of, where that sentence tells of talks at the usual
// place of the other: "NAIROBI - Commanders signed a document after talks … at the peace talks
// in Pretoria, which ended on November 2"; "" where there is none.
func (d *document) filedElsewhere(best string, found []*mention, processes []processMention) string {
	own, lead := d.e.lexicon.Entry(lexicon.Process, best), d.leadEnds(1)
	if own == nil || !d.lang.cased || own.Type != "process" || own.Place == "" || lead >= len(d.text.Sentences) || slices.ContainsFunc(found, func(m *mention) bool { return m.round.number > 0 }) {
		return ""
	}
	s := d.text.Sentences[lead]
	if slices.ContainsFunc(processes, func(p processMention) bool { return p.entry.ID == best && p.from < s.To }) || !d.has(d.lang.common.talks, s.From, s.To) {
		return ""
	}
	for i := s.From; i < s.To; i++ {
		f := d.entryAt(i, lexicon.Place)
		if f == nil || i > s.From && !d.inPlace(i) || d.e.sameCity(f.Label.Entry.ID, own.Place) {
			continue
		}
		for _, e := range d.e.lexicon.Entries(lexicon.Process) {
			if e.Country == own.Country && (e.Party == "" || e.Party == own.Party) && e.Type == "process" && d.e.sameCity(e.Place, f.Label.Entry.ID) && d.aliveThen(e) {
				return e.ID
			}
		}
	}
	return ""
}

// roundOfLeaders is the process of a round that the article calls by its number, where the
// leaders of a format that it does not count met for it, in its city: "Normandy leaders leave
// Minsk with a deal … the signing of Minsk-2".
func (d *document) roundOfLeaders(best string, found []*mention) string {
	own := d.e.lexicon.Entry(lexicon.Process, best)
	if own == nil || own.Type != "summit" || slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == best && counted(m) }) {
		return ""
	}
	for _, m := range found {
		e := d.e.lexicon.Entry(lexicon.Process, m.round.process)
		if e != nil && e.Type != "summit" && !e.Guaranteed && e.Country == own.Country && counted(m) && m.standing == told && d.onlyCity(e.Place) {
			return e.ID
		}
	}
	return ""
}

// onlyCity tells whether a city is the one that the first sentences name.
func (d *document) onlyCity(city string) bool {
	named := false
	for i := range d.leadsTo() {
		f := d.entryAt(i, lexicon.Place)
		if f == nil {
			continue
		}
		if !d.e.sameCity(f.Label.Entry.ID, city) {
			return false
		}
		named = true
	}
	return named
}

// singleBefore tells whether a congress that met once is named, by more than its
// place, in a sentence before that of token i.
func (d *document) singleBefore(i int, processes []processMention) bool {
	return d.lang.cased && slices.ContainsFunc(processes, func(p processMention) bool {
		return p.entry.Single && !p.bare && !d.headedFor(p) && d.text.Tokens[p.from].Sentence < d.text.Tokens[i].Sentence && d.blocks[d.text.Tokens[p.from].Sentence] == "body"
	})
}

// toldEarly tells whether one of the first sentences names a process, by more
// than its place, and not as where somebody is to go.
func (d *document) toldEarly(process string, processes []processMention) bool {
	return slices.ContainsFunc(processes, func(p processMention) bool {
		return p.entry.ID == process && !p.bare && d.inLead(p.from) && !d.headedFor(p)
	})
}

// headedFor tells whether talks are named only as where somebody is to go: "whether
// it would go to a congress in Sochi". Languages without a class "headed-for" do not
// ask.
func (d *document) headedFor(p processMention) bool {
	from := max(d.text.Sentences[d.text.Tokens[p.from].Sentence].From, p.from-4)
	return d.has(d.lang.class["headed-for"], from, p.from)
}

// calledByPlace is the process about the same conflict as another that the
// first sentences name by its place alone: «رئيس الوفد إلى أستانا».
func (d *document) calledByPlace(other string, processes []processMention) string {
	own := d.e.lexicon.Entry(lexicon.Process, other)
	for _, p := range processes {
		if p.bare && p.entry.Country == own.Country && p.entry.Place != own.Place && d.alive(p.entry) && d.inLead(p.from) && d.about(p.entry.ID) {
			return p.entry.ID
		}
	}
	return ""
}

// onlyTopic tells whether a process is named only by words that are also a
// topic: "the constitutional committee".
func (d *document) onlyTopic(process string, processes []processMention) bool {
	named := false
	for _, p := range processes {
		if p.entry.ID == process && d.entryAt(p.from, lexicon.Topic) == nil {
			return false
		}
		named = named || p.entry.ID == process
	}
	return named
}

// leadSentences is how many of the body's sentences are its lead.
const leadSentences = 4

// firstSentences are those of the lead, with what stands before them: titles, a
// dateline.
func (d *document) firstSentences() []text.Range {
	return d.text.Sentences[:min(d.leadEnd+1, len(d.text.Sentences))]
}

// inLead tells whether token i stands in the lead or before it.
func (d *document) inLead(i int) bool { return int(d.text.Tokens[i].Sentence) <= d.leadEnd }

// leadsTo is the token at which the lead ends.
func (d *document) leadsTo() int {
	if d.leadEnd >= len(d.text.Sentences) {
		return len(d.text.Tokens)
	}
	return d.text.Sentences[d.leadEnd].To
}

// isDateline tells whether a sentence is but the line of an agency that names where and
// when it was sent, the place in capitals: «СОЧИ, 22 ноя — ТАСС.», "GENEVA (Reuters)."
func (d *document) isDateline(s text.Range) bool {
	first := &d.text.Tokens[s.From]
	if !d.lang.cased || !first.Line || s.To-s.From > longestDateline || s.To-s.From < 2 || d.text.Tokens[s.From+1].Kind != text.Punct {
		return false
	}
	place := d.text.Quote(s.From, s.From+1)
	return d.entryAt(s.From, lexicon.Place) != nil && utf8.RuneCountInString(place) > 2 && strings.ToUpper(place) == place && strings.ToLower(place) != place
}

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 9

// leadEnds is the index of the nth sentence of the body, or past the last one.
// Notes such as "(Adds comment)" are no part of it, nor are datelines.
func (d *document) leadEnds(n int) int {
	for s, r := range d.text.Sentences {
		if d.blocks[s] == "body" && d.text.Tokens[r.From].Norm != "(" && !d.isDateline(r) && !d.isLine(s) {
			if n--; n == 0 {
				return s
			}
		}
	}
	return len(d.text.Sentences)
}

// isLine tells whether a sentence is a short line of its own that does not end as
// sentences do: "WORLD NEWS", "By Tomas Bellini", "4 Min Read".
func (d *document) isLine(s int) bool {
	r := d.text.Sentences[s]
	return d.text.Tokens[r.From].Line && r.To-r.From <= longestLine && s+1 < len(d.text.Sentences) && d.text.Tokens[r.To].Line && d.text.Tokens[r.To-1].Kind != text.Punct
}

// longestLine is how many tokens a line has at most that is no sentence.
const longestLine = 14

// namesRegion tells whether the text names, before a token, a region of a state that
// is in conflict.
func (d *document) namesRegion(state string, before int) bool {
	for i := range d.where(0, lexicon.Region) {
		if i >= before {
			break
		}
		if f := d.entryAt(i, lexicon.Region); f != nil && f.Label.Entry.Country == state {
			return true
		}
	}
	return false
}

// generic tells whether a round's process is called by no place there: "the
// Syrian peace talks".
func (d *document) generic(processes []processMention, m *mention) bool {
	own := d.e.lexicon.Entry(lexicon.Process, m.round.process)
	if own == nil || own.Place != own.ID {
		return false
	}
	for _, p := range processes {
		if p.entry.ID != own.ID || p.to < m.from-3 || p.from > m.to+14 {
			continue
		}
		for i := p.from; i < p.to; i++ {
			if f := d.entryAt(i, lexicon.Place); f != nil && f.Label.Entry.ID == own.Place {
				return false
			}
		}
		return true
	}
	return false
}

// genericElsewhere is the process that is meant where the text names one only
// by words that hold for others too, "the Syrian peace talks", counts no round
// of it, and puts the talks at the usual place of another: «بدأت في أستانا
// محادثات السلام السورية».
func (d *document) genericElsewhere(main string, found []*mention, processes []processMention) string {
	own := d.e.lexicon.Entry(lexicon.Process, main)
	if own == nil || own.Single && own.Type == "congress" && d.aliveThen(own) || own.Place != "" && !calledByCity(own) || slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == main && m.round.number > 0 }) {
		return ""
	}
	if own.Place == "" {
		return d.placedInLead(own)
	}
	id := ""
	for _, p := range processes {
		if p.entry.ID != main {
			continue
		}
		for i := p.from; i < p.to; i++ {
			if d.entryAt(i, lexicon.Place) != nil {
				return id // "" where it comes first
			}
		}
		if m := (&mention{from: p.from, to: p.to}); id == "" {
			id = cmp.Or(d.elsewhere(m, main), d.talksElsewhere(m, own))
		}
	}
	return id
}

// talksElsewhere is the process on the conflict of one that is called by its
// city, where the first sentences put talks that are named by the conflict alone
// in another city: "Intra-Afghan talks in Tehran" are none of Doha's.
func (d *document) talksElsewhere(m *mention, own *lexicon.Entry) string {
	if own.Type != "process" || own.Party != "" || !d.inLead(m.from) {
		return ""
	}
	to, in := d.classAt(m.to, d.lang.common.in)
	if !in || to >= d.sentenceEnd(m.from) {
		return ""
	}
	f := d.entryAt(to, lexicon.Place)
	if f == nil || d.e.sameCity(f.Label.Entry.ID, own.Place) {
		return ""
	}
	return cmp.Or(d.talksAt(f.Label.Entry.ID, own, false), f.Label.Entry.ID+"-"+own.Country)
}

// calledByCity tells whether a process goes by its usual place: geneva,
// doha-afghanistan.
func calledByCity(e *lexicon.Entry) bool { return strings.HasPrefix(e.ID, e.Place) }

// talksAt is the process about the same conflict as another that usually meets
// at a place, and met more than once if that is asked; "" where the lexicon
// knows none of then.
func (d *document) talksAt(place string, own *lexicon.Entry, again bool) string {
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country == own.Country && e.Party == "" && !(again && e.Single) && d.e.sameCity(e.Place, place) && d.aliveThen(e) {
			return e.ID
		}
	}
	return ""
}

// placedInLead is the process about the same conflict as one that meets at no
// usual place, where the first sentences put the talks at that of the other:
// "Cyprus reunification talks ... in the Swiss resort of Crans-Montana".
func (d *document) placedInLead(own *lexicon.Entry) string {
	if own.Type != "process" || own.Party != "" {
		return ""
	}
	for i := range d.where(0, lexicon.Place) {
		if !d.inLead(i) {
			break
		}
		if id := d.talksAt(d.entryAt(i, lexicon.Place).Label.Entry.ID, own, true); id != "" {
			return id
		}
	}
	return ""
}

// about tells whether a process that is called by its place is the one that is
// meant: talks in Geneva are about many wars. It is not where the article names
// the parties of another conflict, and nobody of this one's.
func (d *document) about(process string) bool {
	answer, ok := d.isAbout[process]
	if !ok {
		answer = d.findAbout(process)
		d.isAbout[process] = answer
	}
	return answer
}

func (d *document) findAbout(process string) bool {
	p := d.e.lexicon.Entry(lexicon.Process, process)
	if p == nil || p.Country == "" || d.e.lexicon.Entry(lexicon.Place, p.ID) == nil {
		return true
	}
	if day := d.likelyDay(); d.lang.cased && !day.IsZero() && p.Since != "" && p.Since > strconv.Itoa(day.Year()+2) {
		return false // the Geneva conference of 1976
	}
	elsewhere := false
	for _, k := range []mentionKind{kindParty, kindAdjective} {
		for _, list := range d.mentions[k] {
			for _, m := range list {
				e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
				if e != nil && (e.ID == p.Country || e.Country == p.Country) {
					return true
				}
				elsewhere = elsewhere || e != nil && (e.Acts != "" || e.Country != "" && e.Type != "state" || d.lang.cased && d.meetsAt(e.ID, p.Place))
			}
		}
	}
	return !elsewhere
}

// meetsAt tells whether the lexicon knows talks on a state's conflict at a
// place.
func (d *document) meetsAt(state, place string) bool {
	return slices.ContainsFunc(d.e.lexicon.Entries(lexicon.Process), func(e *lexicon.Entry) bool {
		return e.Country == state && e.Place == place && d.alive(e)
	})
}

// hub tells whether a process is called by a place at which the lexicon knows
// talks on other conflicts.
func (d *document) hub(process string) bool {
	p := d.e.lexicon.Entry(lexicon.Process, process)
	return p != nil && p.ID == p.Place && slices.ContainsFunc(d.e.lexicon.Entries(lexicon.Process), func(e *lexicon.Entry) bool {
		return e.Place == p.Place && e.Country != p.Country
	})
}

// strife tells whether the text has a word of strife or of guarantors. In a
// language without such a class it is taken to have one.
func (d *document) strife() bool {
	class, end := d.lang.class["strife"], len(d.text.Tokens)
	return class == 0 || d.has(class, 0, end) || d.has(d.lang.common.guarantors, 0, end)
}
