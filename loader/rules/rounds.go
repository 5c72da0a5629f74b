package rules

import (
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph/edtf"
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
	for i := range d.where(0, lexicon.Process) {
		f := d.entryAt(i, lexicon.Process)
		if f == nil || len(out) > 0 && f.From < out[len(out)-1].to {
			continue
		}
		for j := f.From + 1; j < f.To; j++ {
			d.inName[j] = true
		}
		bare := false
		for _, o := range d.at(i) {
			if o.Label.Kind == lexicon.Place && o.To == f.To {
				bare = true
			}
		}
		p := processMention{f.From, f.To, f.Label.Entry, bare}
		if bare && d.talksBeside(f.From, f.To) {
			p.bare = false
		}
		if bare && d.inPlace(f.From) && !d.talksBefore(f.From) && !d.numberBehind(f.To) {
			continue // «بجنيف»: the place
		}
		out = append(out, p)
		if !p.bare {
			d.addMention(&mention{kind: kindProcess, from: p.from, to: p.to, entry: p.entry})
		}
	}
	return out
}

// numberBehind tells whether the number of a round stands at token i, right
// behind a place's name: "at Astana 13 on Syria", but not "in Geneva 5 envoys".
func (d *document) numberBehind(i int) bool {
	end := d.sentenceEnd(i)
	j := i
	for j < end && (d.text.Tokens[j].Norm == "-" && d.text.Tokens[j].Glued || d.text.Tokens[j].Norm == "\"") {
		j++
	}
	n, to := d.number(j, end, !d.lang.cased)
	if n == 0 || n > 60 || d.dateAt(j) {
		return false
	}
	if j > i || to >= end || d.text.Tokens[to].Kind == text.Punct || strings.HasPrefix(d.text.Tokens[to].Norm, "ال") {
		return true
	}
	for _, class := range []int{d.lang.common.of, d.lang.common.stop, d.lang.common.that, d.lang.common.in, d.lang.common.relative, d.lang.class["begin"], d.lang.class["end"], d.lang.class["held"], d.lang.class["with"]} {
		if _, ok := d.classAt(to, class); ok {
			return true
		}
	}
	return d.entryAt(to, lexicon.Cardinal) != nil
}

// inPlace tells whether a word for "in" stands at or right before token i.
func (d *document) inPlace(i int) bool {
	if _, ok := d.locative(i); ok {
		return true
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

// findRounds marks the rounds, and decides which one the article is about.
func (d *document) findRounds() {
	processes := d.findProcesses()
	var found []*mention
	find := func(m *mention) {
		if m.round.process == "" {
			m.round.process = d.processBeside(processes, m)
		}
		if id := d.summitAt(m, processes); id != "" {
			m.round.process = id
		}
		m.own = m.round.process != ""
		found = append(found, m)
	}
	for i := 0; i < len(d.text.Tokens); i++ {
		if d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		m := d.numbered(processes, i)
		if m == nil {
			m = d.timeRound(processes, i)
		}
		if m == nil {
			m = d.unitRound(i)
		}
		if m == nil {
			m = d.apposedOrdinal(i)
		}
		if m != nil {
			find(m)
			i = m.to - 1
			continue
		}
		if m = d.bareOrdinal(i, found); m != nil {
			if len(found) > 0 {
				m.round.process = found[len(found)-1].round.process
			}
			found = append(found, m)
			i = m.to - 1
		}
	}
	found = slices.DeleteFunc(found, func(m *mention) bool { return !m.own && d.otherCounts>>min(m.round.number, 63)&1 == 1 })
	d.sessions(found, processes)
	named := slices.ContainsFunc(found, func(m *mention) bool { return m.weak && (m.certain || m.round.process != "") })
	found = slices.DeleteFunc(found, func(m *mention) bool {
		return m.weak && !m.certain && m.round.process == "" && !named && !d.heldSoon(m)
	})
	for _, p := range processes {
		if p.entry.Single {
			found = append(found, &mention{kind: kindRound, from: p.from, to: p.to, round: &round{process: p.entry.ID}, own: true})
		}
	}
	slices.SortStableFunc(found, func(a, b *mention) int { return a.from - b.from })
	d.settle(found, processes)
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
		if p.from >= m.from && p.to <= m.to {
			return p.entry.ID
		}
	}
	_, ofIt := d.classAt(m.to, d.lang.class["of-it"])
	if ofIt = ofIt && m.to < d.sentenceEnd(m.from); ofIt || d.possessed(m.from) {
		// «اللجنة الدستورية التي أنهت جولتها الخامسة», «والجولة الخامسة منها»
		for k := len(processes) - 1; k >= 0; k-- {
			if p := processes[k]; p.to <= m.from && (ofIt || p.to > m.from-8) && d.text.Tokens[p.from].Sentence == d.text.Tokens[m.from].Sentence {
				return p.entry.ID
			}
		}
	}
	for _, p := range processes {
		if p.from >= m.to && p.from < m.to+14 && d.text.Tokens[p.from].Sentence == d.text.Tokens[m.from].Sentence && d.linked(m.to, p.from) {
			return p.entry.ID
		}
	}
	for _, p := range processes {
		if p.to <= m.from && d.text.Tokens[p.from].Sentence == d.text.Tokens[m.from].Sentence && d.skippable(p.to, m.from) {
			return p.entry.ID
		}
	}
	return ""
}

// summitAt is the series of summits that a number counts, where their name
// stands in the phrase or right behind it: "the seventh trilateral summit in
// the Astana format" is none of the Astana rounds; or where a summit is counted
// and the text names other talks on the same conflict: "the seventh summit of
// the Astana trio".
func (d *document) summitAt(m *mention, processes []processMention) string {
	for i := m.from; i < min(m.to+2, d.sentenceEnd(m.from)); i++ {
		if f := d.entryAt(i, lexicon.Process); f != nil && f.Label.Entry.Type == "summit" && f.To >= m.to {
			return f.Label.Entry.ID
		}
	}
	if !d.has(d.lang.class["summit"], m.from, m.to) {
		return ""
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Type == "summit" && d.alive(e) && slices.ContainsFunc(processes, func(p processMention) bool { return p.entry.Country == e.Country }) {
			return e.ID
		}
	}
	return ""
}

// heldSoon tells whether a verb of beginning, ending or being held, or a day,
// stands right behind what may be a round, or such a verb right before it.
func (d *document) heldSoon(m *mention) bool {
	end := min(m.to+5, d.sentenceEnd(m.from))
	for i := m.to; i < end; i++ {
		if d.dateAt(i) {
			return true
		}
	}
	for _, name := range []string{"held", "begin", "end", "hosted"} {
		if d.has(d.lang.class[name], m.to, end) || d.has(d.lang.class[name], max(0, m.from-2), m.from) {
			return true
		}
	}
	return false
}

// possessed tells whether the word at token i carries a pronoun, جولتها, or
// one stands before it: "its second session".
func (d *document) possessed(i int) bool {
	if i > 0 {
		if to, ok := d.classAt(i-1, d.lang.class["possessive"]); ok && to == i {
			return true
		}
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
	if n == 0 || n > 60 || j == p.to && d.joined(j) {
		return nil
	}
	if to < end && d.dateAt(j) {
		return nil
	}
	if counted, ok := d.lang.class["counted"]; ok && to < end {
		if _, ok := d.classAt(to, counted); ok {
			return nil // "the committee's 45 members"
		}
	}
	if _, ok := d.classAt(to, d.lang.common.guarantors); ok && to < end {
		return nil // "the Astana 3 guarantors"
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{process: p.entry.ID, number: n}}
}

// dateAt tells whether a temporal expression begins at token i.
func (d *document) dateAt(i int) bool { return len(d.mentions[kindDate][i]) > 0 }

// number reads a number: digits, an ordinal, a cardinal or, after a name,
// a Roman numeral.
func (d *document) number(i, end int, named bool) (value, to int) {
	if i >= end {
		return 0, i
	}
	if n, to := d.ordinal(i, end); n > 0 {
		return n, to
	}
	t := &d.text.Tokens[i]
	if t.Kind == text.Number && t.Value > 0 {
		to := i + 1
		if next, ok := d.classAt(to, d.lang.common.ordinalSuffix); ok && d.text.Tokens[to].Glued {
			to = next
		}
		return t.Value, to
	}
	if !named {
		return 0, i
	}
	if f := d.entryAt(i, lexicon.Cardinal); f != nil && f.Clitics == 0 {
		return f.Label.Class, f.To
	}
	if t.Upper {
		if n := roman(t.Norm); n > 0 {
			return n, i + 1
		}
	}
	return 0, i
}

// ordinal reads "third", «الرابعة عشرة», «الحادية والعشرين», "двадцать первая",
// "21st", «الـ19», "16'ıncısı".
func (d *document) ordinal(i, end int) (value, to int) {
	if i >= end {
		return 0, i
	}
	t := &d.text.Tokens[i]
	if t.Kind == text.Number {
		if next, ok := d.classAt(i+1, d.lang.common.ordinalSuffix); ok && i+1 < end {
			return t.Value, next
		}
		if i+2 < end && d.text.Tokens[i+1].Norm == "-" && d.text.Tokens[i+1].Glued {
			if next, ok := d.classAt(i+2, d.lang.common.ordinalSuffix); ok {
				return t.Value, next
			}
		}
		return 0, i
	}
	if t.Norm == "ال" || t.Norm == "لل" || t.Norm == "بال" || t.Norm == "وال" {
		j := d.quotes(i+1, end)
		if j < end && d.text.Tokens[j].Kind == text.Number {
			return d.text.Tokens[j].Value, d.quotes(j+1, end)
		}
		return 0, i
	}
	if d.spots[i].entries&(1<<lexicon.Ordinal|1<<lexicon.Cardinal) == 0 {
		return 0, i
	}
	f := d.entryAt(i, lexicon.Ordinal)
	if f == nil {
		if c := d.entryAt(i, lexicon.Cardinal); c != nil && c.Label.Class >= 10 {
			if o := d.entryAt(c.To, lexicon.Ordinal); o != nil && o.Label.Class < 10 {
				return c.Label.Class + o.Label.Class, o.To
			}
			if c.To+1 < end && d.text.Tokens[c.To].Norm == "-" {
				if o := d.entryAt(c.To+1, lexicon.Ordinal); o != nil && o.Label.Class < 10 {
					return c.Label.Class + o.Label.Class, o.To
				}
			}
		}
		return 0, i
	}
	value, to = f.Label.Class, f.To
	if !d.lang.cased && strings.HasPrefix(d.bare(i), "واحد") && (to >= end || d.entryAt(to, lexicon.Ordinal) == nil) {
		return 0, i // «جولة واحدة»: one round
	}
	if value < 10 {
		if next, ok := d.classAt(to, d.lang.common.teen); ok && to < end {
			return value + 10, next
		}
		if o := d.entryAt(to, lexicon.Ordinal); o != nil && to < end && o.Label.Class >= 20 && o.Clitics&lexicon.Conjunction != 0 {
			return value + o.Label.Class, o.To
		}
	}
	return value, to
}

// roman reads a Roman numeral up to 30; 0 if it is none.
func roman(s string) int {
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10}
	n := 0
	for k := range len(s) {
		v := values[s[k]]
		if v == 0 {
			return 0
		}
		if k+1 < len(s) && values[s[k+1]] > v {
			v = -v
		}
		n += v
	}
	if n > 30 {
		return 0
	}
	return n
}

// unitRound reads a noun for a round with an ordinal before or behind it:
// "the 21st international meeting on Syria", «الجولة الرابعة عشرة», «جولتها
// العاشرة», "22-я встреча".
func (d *document) unitRound(i int) *mention {
	end := d.sentenceEnd(i)
	if to, ok := d.unitAt(i); ok && d.lang.after {
		if n := d.calledLater(to, end); n > 0 && !d.countsElse(n, to, end) {
			return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, weak: d.weakUnit(i)}
		}
		j := d.fill(to, end, 3)
		if n, stop := d.ordinal(j, end); n > 0 && n <= 60 && !d.countsElse(n, stop, end) && !d.othersMeeting(i) {
			return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(i), certain: j > d.quotes(to, end)}
		}
	}
	if to, ok := d.classAt(i, d.lang.common.unit); ok && to < end {
		// "round 21"
		if t := &d.text.Tokens[to]; t.Kind == text.Number && t.Value > 0 && t.Value <= 60 && !d.dateAt(to) && (to+1 >= end || d.text.Tokens[to+1].Kind != text.Number) {
			return &mention{kind: kindRound, from: i, to: to + 1, round: &round{number: t.Value}}
		}
		// "cycle eighteen"
		if f := d.entryAt(to, lexicon.Cardinal); d.lang.cased && f != nil && f.Label.Class > 1 && !d.several(i) && !d.dateAt(to) {
			return &mention{kind: kindRound, from: i, to: f.To, round: &round{number: f.Label.Class}}
		}
	}
	n, to := d.ordinal(i, end)
	if !d.lang.before {
		// «أول جولة», «أولى جولات»
		stop, ok := d.unitAt(to)
		if !ok && n > 1 {
			stop, ok = d.classAt(to, d.lang.common.talks) // «سادس اجتماعات اللجنة»
		}
		if n > 0 && ok && to < end && !d.countsElse(n, stop, end) {
			if next, of := d.classAt(stop, d.lang.common.of); n > 1 || of && next < end {
				return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(to), certain: n > 1}
			}
		}
		return nil
	}
	if n == 0 && d.text.Tokens[i].Kind == text.Number && i+2 < end && d.text.Tokens[i+1].Norm == "." && d.text.Tokens[i+1].Glued {
		n, to = d.text.Tokens[i].Value, i+2
	}
	if n == 0 || n > 60 {
		return nil
	}
	j := d.fill(to, end, 5)
	if stop, ok := d.unitAt(j); ok && !d.countsElse(n, stop, end) {
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, weak: d.weakUnit(j), certain: j > d.quotes(to, end) || d.ofTalks(stop, end)}
	}
	return nil
}

// calledLater is the number that a sentence gives its round behind the noun,
// which ends at token to: «الجولة التي تنطلق غدا هي السادسة».
func (d *document) calledLater(to, end int) int {
	for i := to; i < min(to+9, end); i++ {
		if _, unit := d.unitAt(i); unit || d.text.Tokens[i].Norm == ";" {
			return 0
		}
		is, ok := d.classAt(i, d.lang.class["is"])
		if !ok || is >= end || !d.definite(is) {
			continue
		}
		if n, stop := d.ordinal(is, end); n > 1 && n <= 60 {
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
	if n < 2 || n > 60 || !d.has(d.lang.class["convene"], sentence.From, min(sentence.From+5, i)) {
		return nil
	}
	for _, p := range processes {
		if p.from >= sentence.From && p.to <= sentence.To {
			return &mention{kind: kindRound, from: i, to: stop, round: &round{process: p.entry.ID, number: n}}
		}
	}
	return nil
}

// ofTalks tells whether "of the talks" or the like stands at token i: "the
// first meeting of the conference".
func (d *document) ofTalks(i, end int) bool {
	from := i
	for i < end {
		to, ok := d.classAt(i, d.lang.common.of)
		if !ok {
			break
		}
		i = to
	}
	_, ok := d.classAt(i, d.lang.common.talks)
	return ok && i > from && i < end
}

// weakUnit tells whether the noun at token i means a round only beside the
// name of its process: meeting, اجتماع.
func (d *document) weakUnit(i int) bool {
	_, strong := d.classAt(i, d.lang.common.unit)
	return !strong
}

// bareOrdinal reads an ordinal that stands for a round after others were
// named: "The second followed on 15 February", «والثانية في شباط».
func (d *document) bareOrdinal(i int, found []*mention) *mention {
	end := d.sentenceEnd(i)
	counted := d.countedBefore(i)
	if i > 0 && !d.lang.cased && strings.HasPrefix(d.text.Tokens[i-1].Norm, "ال") {
		return nil // «اليوم الأول»: the ordinal of that noun
	}
	if len(found) == 0 && !counted || d.blocks[d.text.Tokens[i].Sentence] != "body" || i == 0 {
		return nil
	}
	n, to := d.ordinal(i, end)
	if n == 0 || n > 60 || to >= end || !d.definite(i) && !d.another(i, n, found) || d.countsOther(i, n, found) {
		return nil
	}
	if counted && i <= d.text.Sentences[d.text.Tokens[i].Sentence].From+1 {
		return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
	}
	j := to
	if d.text.Tokens[j].Norm == "," {
		j++
	}
	if next, ok := d.classAt(j, d.lang.common.in); ok {
		j = next
	} else if next, ok := d.classAt(j, d.lang.common.of); ok {
		j = next
	}
	dated := j < end && d.dateAt(j)
	if !dated && j < end && strings.HasPrefix(d.text.Tokens[j].Norm, "يوم") {
		dated = j+1 < end && d.dateAt(j+1) || j+2 < end && d.dateAt(j+2)
	}
	held := d.follows(i, d.lang.class["begin-noun"]) || d.follows(i, d.lang.class["hold-noun"])
	next := to
	if d.text.Tokens[next].Norm == "," {
		next++
	}
	if after, ok := d.classAt(next, d.lang.common.relative); ok {
		next = after // «بعد الخامسة التي عقدت»
	}
	if next+1 < end && d.text.Tokens[next].Norm == "قد" {
		next++ // «وكانت الثامنة عشرة قد اختتمت»
	}
	verbs := []string{"held", "begin", "end", "set-date"}
	if counted {
		verbs = append(verbs, "lasts")
	}
	for _, name := range verbs {
		_, ok := d.classAt(next, d.lang.class[name])
		held = held || ok
	}
	if !dated && !held || j == to && dated && !strings.HasPrefix(d.text.Tokens[j].Norm, "يوم") {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}}
}

// countedBefore tells whether the sentence before counts as many rounds as come
// before the ordinal at token i: "So far ten such meetings … The eleventh …".
func (d *document) countedBefore(i int) bool {
	s := d.text.Tokens[i].Sentence
	if s == 0 {
		return false
	}
	n, _ := d.ordinal(i, d.sentenceEnd(i))
	before := d.text.Sentences[s-1]
	for j := before.From; j < before.To && n > 1; j++ {
		count, to := d.text.Tokens[j].Value, j+1
		if f := d.entryAt(j, lexicon.Cardinal); f != nil {
			count, to = f.Label.Class, f.To
		}
		if count == n-1 && d.has(d.lang.common.talks, to, min(to+3, before.To)) {
			return true
		}
	}
	return false
}

// another tells whether the ordinal at token i, which has no article, counts
// the next after a round that was named: "back here for a fifth", or stands
// behind a word such as previous: "прошлая, 19-я,".
func (d *document) another(i, n int, found []*mention) bool {
	if _, ok := d.classAt(i-1, d.lang.common.article); ok {
		return slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n-1 })
	}
	if d.text.Tokens[i-1].Norm != "," || i < 2 {
		return false
	}
	for _, class := range []int{d.lang.common.previous, d.lang.common.next} {
		if to, ok := d.classAt(i-2, class); ok && to == i-1 {
			return true
		}
	}
	return false
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
	return d.text.Tokens[i-1].Norm == "the"
}

// unitAt is the end of a noun for a round that begins at token i: round,
// meeting or session, in the order of how surely it means one.
func (d *document) unitAt(i int) (int, bool) {
	c := &d.lang.common
	if i >= len(d.spots) || d.spots[i].classes&(classBit(c.unit)|classBit(c.weakUnit)|classBit(c.session)) == 0 {
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
			if _, ok := d.unitAt(f.To - 1); ok && f.To > i+1 && d.lang.before {
				return f.To - 1 // "the eighth Astana round"
			}
			i = f.To
			continue
		}
		if f := d.entryAt(i, lexicon.Place); f != nil && d.lang.before {
			i = f.To
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

// notRound tells whether what is counted is something else's meeting: "eighth
// meeting of the Working Group".
func (d *document) notRound(i, end int) bool {
	of, skipped := false, 0
	for n := 0; n < 5 && i < end; n++ {
		if _, ok := d.classAt(i, d.lang.common.notRound); ok {
			return true
		}
		if f := d.entryAt(i, lexicon.Process); f != nil && f.To > i+1 {
			return false // "of the Constitutional Committee"
		}
		to, ok := d.classAt(i, d.lang.common.of)
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

// settle decides what each mention of a round means: which process, which
// round the article is about, and which round each word is about.
func (d *document) settle(found []*mention, processes []processMention) {
	main := d.mainProcess(found, processes)
	if main == "" {
		if main, d.country = d.unnamedProcess(found); main == "" {
			main = d.cityProcess(found)
		}
		if main == "" {
			return
		}
	}
	if len(found) == 0 && !d.leadAbout(main) {
		d.trace.stop("it names talks only in passing, and no round of them")
		return
	}
	byKey := map[string]*round{}
	for _, m := range found {
		if m.round.process == "" || !d.about(m.round.process) {
			m.round.process = main
			if p := d.elsewhere(m, main); p != "" {
				m.round.process = p
			}
		} else if d.generic(processes, m) {
			if p := d.elsewhere(m, m.round.process); p != "" {
				m.round.process = p
			}
		}
		key := m.round.process + "-" + strconv.Itoa(m.round.number)
		r, ok := byKey[key]
		if !ok {
			r = m.round
			r.first = m.from
			byKey[key] = r
			d.rounds = append(d.rounds, r)
		}
		r.count++
		m.round = r
		if d.blocks[d.text.Tokens[m.from].Sentence] == "title" {
			r.title = true
		}
		d.addMention(m)
		for i := m.from; i < m.to && m.round.number > 0; i++ {
			d.inRound[i] = true
		}
	}
	d.chooseMain(main)
	d.relative()
	d.spread()
}

// mainProcess is the process that the article is about: that of the rounds
// named first, else the one named most.
func (d *document) mainProcess(found []*mention, processes []processMention) string {
	score := map[string]int{}
	early := d.leadEnd()
	weigh := func(id string, at, weight int) {
		if id == "" {
			return
		}
		if d.blocks[d.text.Tokens[at].Sentence] == "title" {
			weight *= 3
		}
		if int(d.text.Tokens[at].Sentence) <= early {
			weight *= 2
		}
		score[id] += weight
	}
	for _, p := range processes {
		if !p.bare {
			weigh(p.entry.ID, p.from, 2)
		}
	}
	for _, m := range found {
		weight := 8
		if m.round.number == 0 {
			weight = 2
		}
		weigh(m.round.process, m.from, weight)
	}
	unclaimed := slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == "" && m.round.number > 0 })
	for id := range score {
		if !d.about(id) || unclaimed && d.e.single(id) {
			delete(score, id)
		}
	}
	best := ""
	for id, s := range score {
		if best == "" || s > score[best] || s == score[best] && id < best {
			best = id
		}
	}
	if best != "" && !slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == best }) && d.onlyTopic(best, processes) {
		// The article speaks of the committee as a topic of other talks.
		if own, _ := d.unnamedProcess(found); own != best && d.e.lexicon.Entry(lexicon.Process, own) != nil {
			return own
		}
	}
	// A round in the lead whose process is not named, and a process that is
	// named only further down: the lead's is that of its place and war.
	inLead := func(at int) bool { return int(d.text.Tokens[at].Sentence) <= early }
	if best != "" && !slices.ContainsFunc(processes, func(p processMention) bool { return p.entry.ID == best && inLead(p.from) }) &&
		!slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == best && inLead(m.from) }) &&
		slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == "" && m.round.number > 0 && inLead(m.from) }) {
		if own, _ := d.unnamedProcess(found); d.e.lexicon.Entry(lexicon.Process, own) != nil {
			return own
		}
	}
	return best
}

// onlyTopic tells whether a process is named only by words that are also a
// topic: "the constitutional committee".
func (d *document) onlyTopic(process string, processes []processMention) bool {
	for _, p := range processes {
		if p.entry.ID == process && d.entryAt(p.from, lexicon.Topic) == nil {
			return false
		}
	}
	return true
}

// leadEnd is the index of the last of the first four sentences of the body.
func (d *document) leadEnd() int {
	n := 0
	for s := range d.text.Sentences {
		if d.blocks[s] == "body" {
			if n++; n == 4 {
				return s
			}
		}
	}
	return len(d.text.Sentences)
}

// leadAbout tells whether the article's first sentences name the state whose
// conflict a process is about, or a party of it. An article that names no
// round and speaks of that war only further down is about something else.
func (d *document) leadAbout(process string) bool {
	p := d.e.lexicon.Entry(lexicon.Process, process)
	if p == nil || p.Country == "" {
		return true
	}
	last := d.text.Sentences[min(d.leadEnd()+1, len(d.text.Sentences)-1)].To
	for _, k := range []mentionKind{kindParty, kindAdjective} {
		for _, list := range d.mentions[k][:last] {
			for _, m := range list {
				if m.parties[0].generic != nil {
					return true
				}
				e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
				if e != nil && (e.ID == p.Country || e.Country == p.Country) {
					return true
				}
			}
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

// elsewhere is another process about the same conflict, where the clause of a
// round puts it at that process's usual place: «تنطلق في جنيف الجولة الرابعة»
// in an article about Astana.
func (d *document) elsewhere(m *mention, main string) string {
	own := d.e.lexicon.Entry(lexicon.Process, main)
	if own == nil || own.Place == "" {
		return ""
	}
	from := d.clauseStart(m.from)
	for i := from; i < min(m.to+8, d.sentenceEnd(m.from)); i++ {
		f := d.entryAt(i, lexicon.Place)
		if f == nil || f.Label.Entry.ID == own.Place || !d.inPlace(i) {
			continue
		}
		for _, e := range d.e.lexicon.Entries(lexicon.Process) {
			if e.ID == f.Label.Entry.ID && e.Place == e.ID && e.Country == own.Country && !e.Single {
				return e.ID
			}
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
	elsewhere := false
	for _, k := range []mentionKind{kindParty, kindAdjective} {
		for _, list := range d.mentions[k] {
			for _, m := range list {
				e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
				if e != nil && (e.ID == p.Country || e.Country == p.Country) {
					return true
				}
				elsewhere = elsewhere || e != nil && (e.Acts != "" || e.Country != "" && e.Type != "state")
			}
		}
	}
	return !elsewhere
}

// chooseMain picks the round that the article is about.
func (d *document) chooseMain(process string) {
	best, bestScore := (*round)(nil), -1
	for k, r := range d.rounds {
		if r.process != process {
			continue
		}
		score := r.count*10 - min(k, 9)
		if r.title {
			score += 60
		}
		if k == 0 {
			score += 25
		}
		if score > bestScore {
			best, bestScore = r, score
		}
	}
	if best != nil && best.title {
		if r := d.justHeld(best); r != nil {
			best = r
		}
	}
	if best == nil {
		best = &round{process: process}
		d.rounds = append(d.rounds, best)
	}
	d.main = best
	if e := d.e.lexicon.Entry(lexicon.Process, process); e != nil && e.Country != "" {
		d.country = e.Country
	}
}

// justHeld is the round before the one that a title names, where the first
// sentences tell that it has ended: "Juba: third round in November" over "… the
// end of the second round".
func (d *document) justHeld(title *round) *round {
	for s := 0; s <= min(d.leadEnd(), len(d.text.Sentences)-1); s++ {
		sentence := d.text.Sentences[s]
		if d.blocks[s] != "body" {
			continue
		}
		for i := sentence.From; i < sentence.To; i++ {
			for _, m := range d.mentions[kindRound][i] {
				if m.round.process != title.process || m.round.number != title.number-1 || m.round.number == 0 {
					continue
				}
				if d.has(d.lang.common.endPast, max(sentence.From, i-6), i) || d.has(d.lang.common.endPast, m.to, min(m.to+4, sentence.To)) {
					return m.round
				}
			}
		}
		return nil
	}
	return nil
}

// relative marks "the next round" and "the previous round".
func (d *document) relative() {
	for i := range d.where(classBit(d.lang.common.unit) | classBit(d.lang.common.weakUnit) | classBit(d.lang.common.session) | classBit(d.lang.class["one"])) {
		to, ok := d.unitAt(i)
		if !ok {
			to, ok = d.theOne(i)
		}
		if !ok || len(d.mentions[kindRound][i]) > 0 || d.several(i) {
			continue
		}
		end := d.sentenceEnd(i)
		from, step := i, 0
		if d.lang.after {
			if next, ok := d.classAt(to, d.lang.common.next); ok && to < end {
				step, to = 1, next
			} else if next, ok := d.classAt(to, d.lang.common.previous); ok && to < end {
				step, to = -1, next
			}
		}
		if step == 0 && d.lang.before && i > 0 {
			if at, ok := d.nextBefore(i); ok {
				step, from = 1, at
			} else if next, ok := d.classAt(i-1, d.lang.common.previous); ok && next == i {
				step, from = -1, i-1
			}
		}
		base := d.lastRound(from)
		if step == 1 && d.newInLead(i, from, to, base) {
			d.addMention(&mention{kind: kindRound, from: from, to: to, round: d.main, relative: true})
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

// theOne is the end of "one" at token i, where it stands for a round: "the
// previous one".
func (d *document) theOne(i int) (int, bool) {
	to, ok := d.classAt(i, d.lang.class["one"])
	if !ok || i < 2 {
		return 0, false
	}
	for _, class := range []int{d.lang.common.previous, d.lang.common.next} {
		if next, ok := d.classAt(i-1, class); ok && next == i {
			_, article := d.classAt(i-2, d.lang.common.article)
			return to, article
		}
	}
	return 0, false
}

// newInLead tells whether "a new round" at token i is the article's own: named
// so in its first sentences, before any round that has a number.
func (d *document) newInLead(i, from, to int, base *round) bool {
	class, ok := d.lang.class["new"]
	return ok && base == d.main && int(d.text.Tokens[i].Sentence) <= max(d.leadEnd()-2, 1) &&
		d.has(class, from, to) && (d.main.count == 0 || d.main.first >= i)
}

// numberedApart goes over the number that stands between commas behind a
// relative round: "la session précédente, la septième,".
func (d *document) numberedApart(to, end, number int) int {
	if to >= end || d.text.Tokens[to].Norm != "," {
		return to
	}
	i := to + 1
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
		d.next = &round{process: d.main.process, first: at}
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
			if _, article := d.classAt(j-1, d.lang.common.article); !article {
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
			topic = nil
		}
		if topic != nil && topic.process == d.main.process && topic.number < d.main.number && d.has(d.lang.common.future, sentence.From, sentence.To) && !d.has(d.lang.common.say, sentence.From, sentence.To) {
			topic = nil // what is to come is not said of an earlier round
		}
		if topic != nil {
			base = topic
		}
		if _, ok := d.classAt(sentence.From, d.lang.common.continues); ok && s > 0 && !d.text.Tokens[sentence.From].Line {
			base = last
		}
		if len(named) > 0 {
			topic = nil
			if d.opens(named[0], sentence.From) {
				base = named[0].round
				if base != d.main && !d.has(d.lang.common.say, sentence.From, named[0].from) {
					topic = base
				}
			} else if base == last && base != d.main {
				base = d.main
			}
		}
		current, until := base, sentence.To
		k := 0
		for i := sentence.From; i < sentence.To; i++ {
			if i >= until {
				current, until = base, sentence.To
			}
			for k < len(named) && d.takesOver(named, k) <= i {
				if current = named[k].round; current != base {
					until = d.aside(named[k], sentence.To)
				} else {
					until = sentence.To
				}
				k++
			}
			d.context[i] = current
		}
		last = current
		d.topics[s] = topic
	}
}

// opens tells whether a sentence that begins at token from is about the round:
// it is named near the beginning and not after a word such as since.
func (d *document) opens(m *mention, from int) bool {
	if m.relative || m.from > from+7 {
		return m.round == d.main
	}
	if d.text.Tokens[from].Line && m.from > from && d.dateAt(from) && d.text.Tokens[d.mentions[kindDate][from][0].to].Norm == ":" {
		return true // «أيار 2019: الجولة السادسة، من غير اتفاق»
	}
	return d.clauseStart(m.from) <= from+2 && !d.has(d.lang.common.aside, max(from, m.from-3), m.from)
}

// aside is where a clause that names another round ends: at the next comma,
// past a relative clause.
func (d *document) aside(m *mention, end int) int {
	relative := false
	for i := m.to; i < end; i++ {
		switch d.text.Tokens[i].Norm {
		case ")", ";", ":":
			return i
		case ",":
			next := d.quotes(i+1, end)
			_, clause := d.classAt(next, d.lang.common.relative)
			if _, short := d.classAt(next, d.lang.class["reduced"]); clause || short {
				relative = true
				i++
				continue
			}
			if !relative && !d.dateAt(i+1) {
				return i
			}
			relative = false // the comma that closes the relative clause
		}
	}
	return end
}

// takesOver is the token from which the sentence speaks of its k-th round: the
// start of the clause, but, where that clause named another before, the few
// words right before the name.
func (d *document) takesOver(named []*mention, k int) int {
	if named[k].relative || named[k].round.number == 0 && named[k].round != d.main {
		return named[k].from
	}
	start := d.clauseStart(named[k].from)
	if k > 0 && start <= named[k-1].from {
		start = max(named[k].from-2, named[k-1].to)
	}
	return start
}

// clauseStart is where the clause of token i begins: past the last comma,
// semicolon or conjunction before it.
func (d *document) clauseStart(i int) int {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; j > from; j-- {
		switch d.text.Tokens[j].Norm {
		case ",", ";", ":", "-":
			return j + 1
		}
		if to, ok := d.classAt(j, d.lang.common.that); ok && to <= i {
			return to
		}
	}
	return from
}

// ids names the rounds: process and number, else process and year.
func (d *document) ids(start func(*round) edtf.Date) {
	slices.SortStableFunc(d.rounds, func(a, b *round) int { return b2i(b == d.main) - b2i(a == d.main) })
	for _, r := range d.rounds {
		switch date := start(r); {
		case r.number > 0:
			r.id = r.process + "-" + strconv.Itoa(r.number)
		case d.e.single(r.process) || date.IsZero():
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

// single tells whether a process met only once.
func (e *Engine) single(process string) bool {
	p := e.lexicon.Entry(lexicon.Process, process)
	return p != nil && p.Single
}
