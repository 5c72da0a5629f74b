package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// makeVenue records where a round is held, and its host where the phrase
// names the state too: "in the Kazakh capital".
func (d *document) makeVenue(base fact, at *mention) {
	f := base
	if f.place = d.placeOf(at); f.place == "" {
		d.trace.refuse("no place is known by these words")
		return
	}
	if at.here && base.round == d.main {
		d.trace.refuse("where the reporter is does not tell where the article's own round is held")
		return
	}
	if d.lang.cased && d.otherTalksBetween(base.round.process, base.spans[0][0], at.from) {
		d.trace.refuse("other talks are held there: \"resuming the work of the Constitutional Committee in Geneva\"")
		return
	}
	if d.follows(at.from, d.lang.class["those-in"]) {
		d.trace.refuse("who speaks is there: \"officials in Kabul\"")
		return
	}
	d.give(&f)
	for _, p := range at.parties {
		if d.e.countryOf(f.place) == p.id {
			h := base
			h.kind, h.party, h.place = "host", p.id, f.place
			d.give(&h)
		}
	}
}

// otherTalksBetween tells whether the name of talks other than a round's own, of which it
// counts no round there, stands between two tokens, right before the second.
func (d *document) otherTalksBetween(process string, from, to int) bool {
	for i := max(from, to-6); i < to; i++ {
		if f := d.entryAt(i, lexicon.Process); f != nil && f.Label.Entry.ID != process && f.To == to && f.To > i+1 {
			return len(d.mentions[kindRound][i]) == 0 && !d.inRound[i]
		}
	}
	return false
}

// makeDated records when a round begins, ends or is held, or a plenary.
func (d *document) makeDated(base fact, t template, m *machine, from int) {
	if when := m.took("date"); when != nil {
		when = d.ofPair(m, from, when)
		if d.headsNews(when) {
			d.trace.refuse("it is the dateline's day, and the sentence names another")
			return
		}
		resolved := d.solution.Resolved[when.date]
		base.date, base.basis = d.ahead(base.round, when, resolved), resolved.Basis
		if whole, pairs := base.date, len(d.pairsAt(m, from)); pairs > 0 && whole.IsInterval() && !whole.End().IsDay() {
			if pairs > 1 {
				d.trace.refuse("it is the time of several rounds")
				return
			}
			base.date = whole.End() // the second round of two, "in June and August"
			if d.instead != nil {
				base.date = whole.Start()
			}
		}
		for _, s := range resolved.Support {
			base.spans = append(base.spans, [2]int{s.From, s.To})
		}
		if t.kind == "end" && base.date.IsInterval() && base.date.End().IsDay() {
			base.date = base.date.End() // "wound up the round, held from 19 to 25 January"
		}
		if t.kind == "start" && base.date.IsInterval() && base.date.End().IsDay() {
			base.kind = "hold" // "begins on 1 and 2 August"
		}
		if t.kind == "end" && d.partBehind(when.to) {
			d.trace.refuse("it is a part of the round that ends then")
			return
		}
		if t.kind == "start" && d.plenaryBehind(when.to) {
			d.trace.refuse("it is a session that begins then, not the first one")
			return
		}
		if t.kind == "start" && d.sinceItBegan(base.spans[0][0]) {
			d.trace.refuse("something else began then, since when something has been so")
			return
		}
		if t.kind == "start" && d.laterDay(when) {
			d.trace.refuse("it is a later day of the round, on which it goes on")
			return
		}
		if t.kind == "plenary" {
			for _, day := range resolved.Days {
				f := base
				f.date = day
				d.give(&f)
			}
			base.date = d.day(when)
		}
	}
	if t.shift != 0 && !d.shift(&base, t.shift, m.took("duration")) {
		d.trace.refuse("the day it is counted from, or how long it is, is not known")
		return
	}
	if t.today {
		base.date, base.basis = d.anchor(), "the article's own day"
		if day := d.entryDay(base.spans[0][0]); day.IsDay() {
			base.date, base.basis = day, byEntry
		} else if day := d.dayOfParagraph(base.spans[0][0]); day.IsDay() {
			base.date, base.basis = day, "the day that the paragraph tells of"
		}
	}
	if t.days != 0 && base.date.IsDay() {
		base.date = edtf.OfTime(base.date.Earliest().AddDate(0, 0, t.days))
	}
	if base.date.IsZero() && t.kind != "plenary" || t.ranged && !base.date.IsInterval() && (base.date.IsDay() || !d.earlier(base.round)) {
		d.trace.refuse("the date cannot be solved, or is no range where the rule wants one")
		return
	}
	d.give(&base)
}

// sinceItBegan tells whether a pronoun behind since stands before token i: "a cease-fire that
// has been fraying since it began on Dec. 30".
func (d *document) sinceItBegan(i int) bool {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	return d.lang.cased && i-2 >= from && d.follows(i-1, d.lang.class["counted-from"]) && d.follows(i, d.lang.class["it-called"])
}

// dayOfParagraph is the last day, of the week before the article's own, that the sentences before
// token i in its paragraph name: "On Wednesday I held the door for him. … So began the 18th
// round". The zero date where they name none.
func (d *document) dayOfParagraph(i int) edtf.Date {
	s := int(d.text.Tokens[i].Sentence)
	anchor := d.anchor()
	for ; s > 0 && anchor.IsDay() && d.lang.cased && !d.text.Tokens[d.text.Sentences[s].From].Line; s-- {
		before := d.text.Sentences[s-1]
		for j := before.To - 1; j >= before.From; j-- {
			for _, m := range d.mentions[kindDate][j] {
				day := d.day(m)
				if !day.IsDay() {
					continue
				}
				if ago := anchor.Earliest().Sub(day.Earliest()).Hours() / 24; ago > 0 && ago < 7 {
					return day
				}
				return edtf.Date{}
			}
		}
	}
	return edtf.Date{}
}

// shift moves a fact's date, or the article's own day where it has none, by a
// length of days, back or on: "on Tuesday, three days after the start of the round".
func (d *document) shift(f *fact, by int, length *mention) bool {
	if f.date.IsZero() {
		f.date = d.anchor()
	}
	if length == nil || !f.date.IsDay() || d.durations[length.date].Nth {
		return false
	}
	days := d.durations[length.date].Days
	f.date, f.basis = edtf.OfTime(f.date.Earliest().AddDate(0, 0, by*days)), "counted from the day that is named with it"
	return true
}

// headsNews tells whether a date is the day of a dateline whose sentence goes on
// to name another: «جنيف، 22 نيسان 2016 - بدأت أمس الجولة».
func (d *document) headsNews(m *mention) bool {
	sentence := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	news := d.pastDateline(sentence.From)
	if m.from >= news {
		return false
	}
	for i := news; i < min(news+24, sentence.To); i++ {
		if slices.ContainsFunc(d.mentions[kindDate][i], func(o *mention) bool { return d.day(o).IsDay() }) {
			return true
		}
	}
	return false
}

// plenaryBehind tells whether what begins on the day that ends at token i is a
// session named behind it, other than the opening one: «تلتئم اليوم، الخميس،
// الجلسة العامة».
func (d *document) plenaryBehind(i int) bool {
	if i < len(d.text.Tokens) && d.text.Tokens[i].Norm == "," {
		i++
	}
	to, ok := d.classAt(i, d.lang.class["plenary"])
	return ok && !d.lang.cased && !strings.HasPrefix(d.text.Tokens[i].Norm, "ب") && !d.has(d.lang.common.opening, i, to)
}

// laterDay tells whether a date is said right behind it to be a later day of the round:
// "resumed work on Monday, the second day". Of languages with capitals.
func (d *document) laterDay(m *mention) bool {
	if !d.lang.cased || m.to >= len(d.text.Tokens) || d.text.Tokens[m.to].Norm != "," {
		return false
	}
	for i := m.to + 1; i < min(m.to+3, len(d.text.Tokens)); i++ {
		for _, day := range d.mentions[kindDay][i] {
			if d.durations[day.date].Days != 1 {
				return true
			}
		}
	}
	return false
}

// partBehind tells whether what ends on the day that ends at token i is a part of the
// round, named behind it: «انقضى الاثنين، اليوم الأول من الدورة».
func (d *document) partBehind(i int) bool {
	if i < len(d.text.Tokens) && d.text.Tokens[i].Norm == "," {
		i++
	}
	_, ok := d.classAt(i, d.lang.class["part-of-round"])
	return ok
}

// makeLength records how long a round lasts, or which of its days one is.
func (d *document) makeLength(base fact, t template, m *machine, length *mention) {
	base.duration = length.date
	nth := d.durations[base.duration].Nth
	if t.nth && !nth {
		d.trace.refuse("a length, where the rule wants the number of a day")
		return
	}
	if day := m.took("date"); day != nil {
		base.date = d.day(day)
	} else if nth {
		base.date = d.onlyDay(length)
	}
	d.give(&base)
}

// ahead is the date of a mention, a year later where it says no year, or a week where it
// says "for" and the weekday alone, and would put a later round before the article's own day.
func (d *document) ahead(r *round, m *mention, resolved dates.Resolved) edtf.Date {
	anchor, date := d.anchor(), resolved.Date
	if anchor.IsZero() && d.lang.cased {
		anchor = cmp.Or(d.dateOf("end", d.main).End(), d.dateOf("start", d.main).Start())
	}
	if r.process != d.main.process || r.number <= d.main.number || d.main.number == 0 || !anchor.IsDay() || date.IsZero() || !date.Latest().Before(anchor.Earliest()) {
		return date
	}
	points := d.dates[m.date].Points
	if d.follows(m.from, d.lang.class["for-day"]) && len(points) == 1 && date.IsDay() && points[0] == (dates.Point{Weekday: points[0].Weekday}) {
		return edtf.OfTime(date.Earliest().AddDate(0, 0, 7)) // "has called the second round for Monday"
	}
	if len(points) == 0 || slices.ContainsFunc(points, func(p dates.Point) bool { return p.Year != 0 || p.Month == 0 || p.Weekday != dates.NoWeekday }) {
		return date
	}
	if date.IsInterval() {
		if !date.Start().IsDay() || !date.End().IsDay() {
			return date
		}
		return edtf.Between(yearOn(date.Start()), yearOn(date.End()))
	}
	return yearOn(date)
}

// yearOn is a date a year later.
func yearOn(date edtf.Date) edtf.Date { return edtf.Of(date.Year()+1, date.Month(), date.Day()) }

// day is the date of a mention, its first day where it is a range.
func (d *document) day(m *mention) edtf.Date {
	return d.solution.Resolved[m.date].Date.Start()
}

// onlyDay is the day that the sentence of "the second day" names beside it: the
// only one within a few words, the zero date where there is none.
func (d *document) onlyDay(nth *mention) edtf.Date {
	day := edtf.Date{}
	sentence := d.text.Sentences[d.text.Tokens[nth.from].Sentence]
	reach := 14
	if !d.lang.cased && nth.from <= sentence.From+2 {
		reach = 22 // «في اليوم الثاني من الجولة …، اجتمع … الأربعاء»
	}
	for i := max(sentence.From, nth.from-10); i < min(sentence.To, nth.to+reach); i++ {
		for _, m := range d.mentions[kindDate][i] {
			if o := d.day(m); o.IsDay() && day.IsZero() {
				day = o
			} else {
				return edtf.Date{}
			}
		}
	}
	return day
}

// dateIn is the date that the sentence of a passage gives it: one within the
// passage, else the only one of the sentence; the zero date where none does.
func (d *document) dateIn(span [2]int) edtf.Date {
	var inside, around []*mention
	sentence := d.text.Sentences[d.text.Tokens[span[0]].Sentence]
	for i := sentence.From; i < sentence.To; i++ {
		for _, m := range d.mentions[kindDate][i] {
			if !d.lang.cased && i >= span[1] && d.has(d.lang.class["met-next"], span[1], i) {
				break // «التقى X عقب الجلسة الوفد الحكومي، ومن المقرر أن يلتقي غداً وفد الحوثيين»
			}
			if i >= span[0] && i < span[1] {
				inside = append(inside, m)
			}
			around = append(around, m)
		}
	}
	if len(inside) > 0 {
		return d.day(inside[0])
	}
	if day := d.dayRightBehind(span, around); !day.IsZero() {
		return day
	}
	if day := d.dayRightBefore(span, around); !day.IsZero() {
		return day
	}
	if !d.lang.cased {
		for k := len(around) - 1; k >= 0; k-- {
			if around[k].to <= span[0] && d.day(around[k]).IsDay() {
				return d.day(around[k])
			}
		}
	}
	if len(around) > 1 && around[0].to <= span[0] && d.parted(around[0].to, span[0]) {
		// "A met B on Sunday, and C saw D in his hotel on Tuesday."
		for _, m := range around[1:] {
			if m.from >= span[1] && m.from <= span[1]+8 && d.day(m).IsDay() && !d.parted(span[1], m.from) {
				return d.day(m)
			}
		}
	}
	if len(around) > 0 && !d.lang.cased && around[0].from >= span[1] && d.has(d.lang.class["other-day"], span[1], around[0].from) {
		return edtf.Date{} // «اجتمع X بY، في حين أرجئ لقاؤه مع Z إلى صباح الأربعاء»
	}
	if len(around) > 0 && !(d.lang.cased && around[0].from >= span[1] && (d.metAgain(span[1], around[0].from) || d.otherClause(span[1], around[0].from))) {
		return d.day(around[0])
	}
	return edtf.Date{}
}

// dayRightBehind is the day that stands a few words behind a passage, in a language with
// capitals only if it is not the only one around: "began on Tuesday and was extended by
// the envoy, who saw both sides separately on Thursday", «هذا الأسبوع … التقى … وفد
// المعارضة الثلاثاء».
func (d *document) dayRightBehind(span [2]int, around []*mention) edtf.Date {
	for _, m := range around {
		if m.from < span[1] || m.from > span[1]+3 || d.parted(span[1], m.from) {
			continue
		}
		if d.lang.cased && (len(around) < 2 || d.has(d.lang.common.aside, span[1], m.from) || around[0].to <= span[0] && d.has(d.lang.common.and, span[1], m.from)) {
			continue // "On Saturday Griffiths received the Houthis and on Sunday the government side"
		}
		if day := d.day(m); day.IsDay() {
			return day
		}
	}
	return edtf.Date{}
}

// dayRightBefore is the day that stands right before a passage of which the sentence names another
// day before, in a language with capitals: "moved to Geneva on Friday, and on Saturday, 25 January,
// the two delegations met".
func (d *document) dayRightBefore(span [2]int, around []*mention) edtf.Date {
	for k := 1; k < len(around) && d.lang.cased; k++ {
		at := around[k].to
		if at < span[0] && d.text.Tokens[at].Norm == "," {
			at++
		}
		if at < span[0] && d.isArticle(at) {
			at++
		}
		if day := d.day(around[k]); at == span[0] && day.IsDay() {
			return day
		}
	}
	return edtf.Date{}
}

// otherClause tells whether a semicolon stands between two tokens.
func (d *document) otherClause(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text.Tokens[i].Norm == ";" {
			return true
		}
	}
	return false
}

// metAgain tells whether another meeting is told between two tokens: "met the
// government in the morning and was due to meet the opposition on Tuesday".
func (d *document) metAgain(from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := d.classAt(i, d.lang.common.and); ok && d.has(d.lang.class["met"], i, to) {
			return true
		}
	}
	return false
}

// parted tells whether a mark or a word that carries the proclitic و stands
// between two tokens.
func (d *document) parted(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text.Tokens[i].Kind == text.Punct || d.joined(i) {
			return true
		}
	}
	return false
}

// makeNext records that a later round was set: its date, and that setting it
// is an outcome of the article's own.
func (d *document) makeNext(base fact, m *machine) {
	date := m.took("date")
	var next *round
	named := true
	if r := m.took("round"); r != nil {
		next = r.round
	} else if next = d.forRound(m.extent); next != nil && d.lang.cased {
		named = true // "They will be back on April 3 for the sixth round"
	} else if d.lang.cased && d.main.number == 0 && d.forTalks(m.extent) && int(d.text.Tokens[base.spans[0][0]].Sentence) <= d.leadEnds(1) {
		d.returnFor(base, m) // "Afghan negotiators are to return to Doha on Saturday for peace talks"
		return
	} else if next = d.countedIn(base.spans[0][0], m.extent); next == nil {
		next, named = d.roundAfter(m.extent-1), false // "They will meet again in July"
	}
	if d.former != nil && (next == d.former || d.lang.cased && d.context[base.spans[0][0]] == d.former) {
		d.trace.refuse("it is said of other talks")
		return
	}
	if date == nil || next == d.main || base.modality == graph.Denied && d.lang.cased {
		d.trace.refuse("it has no date, or is the article's own round")
		return
	}
	resolved := d.solution.Resolved[date.date]
	resolved.Date = d.ahead(next, date, resolved)
	if resolved.Date.IsZero() || !d.anchor().IsZero() && resolved.Date.Latest().Before(d.anchor().Earliest()) {
		d.trace.refuse("the date cannot be solved, or was over on the article's day")
		return
	}
	if !named && d.withinDays(resolved.Date, 2) {
		d.trace.refuse("so soon they meet again in the same round")
		return
	}
	held := base
	held.kind, held.round, held.date, held.basis, held.modality = "hold", next, resolved.Date, resolved.Basis, graph.Planned
	d.give(&held)
	if at := m.took("venue"); at != nil {
		there := held
		there.kind, there.date = "venue", edtf.Date{}
		d.makeVenue(there, at)
	}
	if next.process != d.main.process {
		return
	}
	if d.onlyLikely(base.spans[0][0]) {
		d.trace.refuse("the date is only likely")
		return
	}
	base.kind, base.round, base.value, base.modality = "outcome", d.main, "next-round-set", graph.Happened
	d.give(&base)
}

// forRound is the round that stands behind "for" right behind token i, within a few words of
// the same sentence: "will meet again on Thursday for the next one, the 25th". Languages without a
// class "for-next" have none.
func (d *document) forRound(i int) *round {
	if _, ok := d.classAt(i, d.lang.class["for-next"]); !ok {
		return nil
	}
	for j := i; j < min(i+7, d.sentenceEnd(i-1)); j++ {
		for _, m := range d.mentions[kindRound][j] {
			if m.round.number > 0 && m.round.process == d.main.process {
				return m.round
			}
		}
	}
	return nil
}

// returnFor records when and where those meet again for the article's own talks.
func (d *document) returnFor(base fact, m *machine) {
	date := m.took("date")
	if date == nil || base.modality == graph.Denied {
		return
	}
	resolved := d.solution.Resolved[date.date]
	base.kind, base.round, base.date, base.basis, base.modality = "hold", d.main, resolved.Date, resolved.Basis, graph.Planned
	d.give(&base)
	if at := m.took("venue"); at != nil {
		base.kind, base.date = "venue", edtf.Date{}
		d.makeVenue(base, at)
	}
}

// forTalks tells whether "for" and, within three words, a word for talks stand at token i.
func (d *document) forTalks(i int) bool {
	_, ok := d.classAt(i, d.lang.class["for-next"])
	return ok && d.has(d.lang.common.talks, i+1, min(i+4, d.sentenceEnd(i-1)))
}

// withinDays tells whether a day is no more than some days behind the article's own.
func (d *document) withinDays(day edtf.Date, days int) bool {
	anchor := d.anchor()
	return anchor.IsDay() && day.IsDay() && !day.Earliest().After(anchor.Earliest().AddDate(0, 0, days))
}

// earlier tells whether a round is not the article's, nor one that follows it.
func (d *document) earlier(r *round) bool {
	return r.process != d.main.process || r.number > 0 && r.number < d.main.number
}

// onlyLikely tells whether a word such as likely stands in the clause before token i:
// «مرجحا أن يكون اللقاء التالي في حزيران». Languages without a class "likely" do not ask.
func (d *document) onlyLikely(i int) bool {
	class, ok := d.lang.class["likely"]
	return ok && d.has(class, max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-4), i+1)
}
