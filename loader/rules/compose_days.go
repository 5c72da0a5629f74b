package rules

import (
	"slices"
	"strings"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// composePlenaries gives a plenary whose day its sentence does not say the
// round's first or last day, where it opens or closes the round; one that is
// dated elsewhere needs no second fact.
func (d *document) composePlenaries(r *round) {
	var dated, open []*fact
	d.plenaryAhead(r)
	for _, f := range d.find("plenary", r) {
		if f.date.IsZero() {
			open = append(open, f)
		} else {
			dated = append(dated, f)
		}
	}
	for _, f := range dated {
		// "on Wednesday the body met in plenary on Thursday": the day behind counts.
		if slices.ContainsFunc(dated, func(o *fact) bool { return o != f && o.spans[0][0] > f.spans[0][0] && o.spans[0][0] < f.spans[0][1] }) {
			d.drop("a later day in the same words counts", func(o *fact) bool { return o == f })
			continue
		}
		if d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) && len(d.find("start", r)) == 0 {
			d.derive(f, "start", f.date)
		}
		if near := f.spans[0][1]-f.spans[0][0] <= 6; d.lang.cased && near && d.has(d.lang.common.closing, f.spans[0][0], f.spans[0][1]) && !d.dateOf("end", r).IsDay() {
			d.derive(f, "end", f.date)
		}
	}
	for _, f := range open {
		if !d.bothSessions(f) {
			d.datePlenary(r, f, dated)
		}
	}
}

// datePlenary gives a plenary without a day the one that follows from the round's and
// from those of its other plenaries, or takes it back where they tell it.
func (d *document) datePlenary(r *round, f *fact, dated []*fact) {
	if day := d.entryDay(f.spans[0][0]); day.IsDay() && len(dated) == 0 {
		f.date, f.basis = day, byEntry
		return
	}
	if end := d.dateOf("end", r); end.IsDay() && d.has(d.lang.common.closing, f.spans[0][0], f.spans[0][1]) &&
		len(dated) > 0 && !slices.ContainsFunc(dated, func(o *fact) bool { return !d.opensRound(o) }) {
		f.date, f.derived = end, "the closing session, besides the opening one"
		return
	}
	if start := d.dateOf("start", r); !d.lang.cased && start.IsDay() && d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) && f.modality == graph.Happened &&
		!slices.ContainsFunc(dated, func(o *fact) bool { return o.date == start }) {
		f.date, f.derived = start, "the opening session, besides the closing one"
		return
	}
	if len(dated) > 0 {
		d.drop("the plenary is dated elsewhere", func(o *fact) bool { return o == f })
		return
	}
	date := d.dateOf("end", r)
	if date.IsZero() && !d.lang.cased && d.isSummit(r) {
		date = d.dateOf("start", r) // a summit lasts a day
	}
	if n, start := d.nthDay(f.spans[0][0]), d.dateOf("start", r); n > 0 && start.IsDay() {
		date = edtf.OfTime(start.Earliest().AddDate(0, 0, n-1))
	}
	if d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) {
		date = d.dateOf("start", r)
	}
	if date.IsDay() {
		f.date, f.derived = date, "its day from the round's first or last"
	} else if anchor, start := d.anchor(), d.dateOf("start", r); r == d.main && f.modality == graph.Happened && anchor.IsDay() && start.IsDay() && date.IsZero() && !anchor.Earliest().Before(start.Earliest()) {
		f.date, f.derived = anchor, asNews
	}
}

// plenaryAhead moves a plenary that was solved as the weekday before the round to the
// one within it: «تنطلق الجولة غدا الثلاثاء، والجلسة العامة موعدها الأربعاء». In languages
// with capitals the words around a weekday tell.
func (d *document) plenaryAhead(r *round) {
	start, end := d.dateOf("start", r), d.dateOf("end", r)
	for _, f := range d.find("plenary", r) {
		if d.lang.cased || !start.IsDay() || !f.date.IsDay() || !f.date.Earliest().Before(start.Earliest()) {
			continue
		}
		later := edtf.OfTime(f.date.Earliest().AddDate(0, 0, 7))
		if !later.Earliest().Before(start.Earliest()) && !(end.IsDay() && end.Earliest().Before(later.Earliest())) {
			f.date, f.basis = later, "the weekday within the round"
		}
	}
}

// bothSessions dates a passage that tells of the opening and of the closing
// session in one: «الجلستين الافتتاحية والختامية».
func (d *document) bothSessions(f *fact) bool {
	from, to := f.spans[0][0], f.spans[0][1]
	start, end := d.dateOf("start", f.round), d.dateOf("end", f.round)
	if !start.IsDay() || !end.IsDay() || start == end || !d.has(d.lang.common.opening, from, to) || !d.has(d.lang.common.closing, from, to) {
		return false
	}
	const why = "its day from the round's first or last"
	closing := *f
	f.date, f.derived = start, why
	closing.date, closing.derived = end, why
	d.give(&closing)
	return true
}

// opensRound tells whether a plenary that is dated opens its round: it is called
// so, or is held on the first of several days.
func (d *document) opensRound(f *fact) bool {
	first, last := d.dateOf("start", f.round), d.dateOf("end", f.round)
	return d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) || f.date.IsDay() && f.date == first && first != last
}

// dateMeetings gives a meeting that is told without its day the article's own
// day, where that lies within the round.
func (d *document) dateMeetings() {
	anchor := d.anchor()
	start, end := d.dateOf("start", d.main), d.dateOf("end", d.main)
	for _, f := range d.find("meeting", d.main) {
		if day := d.entryDay(f.spans[0][0]); f.date.IsZero() && day.IsDay() {
			f.date, f.basis = day, byEntry
		} else if s := d.text.Sentences[d.toldIn(f)]; f.date.IsZero() && d.live && (d.lang.cased && start.IsZero() || !d.lang.cased && d.clockAt(s.From, s.To)) && anchor.IsDay() && f.modality == graph.Happened {
			f.date, f.basis = anchor, "told on a page of the article's day, hour by hour"
		}
		if n := d.nthDay(f.spans[0][0]); n > 0 && f.date.IsZero() && start.IsDay() {
			f.date, f.basis = edtf.OfTime(start.Earliest().AddDate(0, 0, n-1)), "counted from the first day"
		}
	}
	d.dateAtSummit(start)
	if anchor.IsDay() && start.IsDay() && anchor.Earliest().Before(start.Earliest()) {
		for _, f := range d.find("meeting", d.main) {
			if day := d.dayBefore(f.spans[0][0]); f.date.IsZero() && (f.modality == graph.Happened || d.laterToday(f)) && (day.IsZero() || day.Compare(anchor) == 0) {
				f.date, f.basis = anchor, "told as news of the article's day, before the round"
			}
		}
	}
	d.dateEves(start)
	if d.dateByParagraph(anchor, start) || !anchor.IsDay() || start.IsZero() || anchor.Earliest().Before(start.Earliest()) {
		return
	}
	over := end.IsDay() && end.Earliest().Before(anchor.Earliest())
	for _, f := range d.find("meeting", d.main) {
		if !f.date.IsZero() || f.modality != graph.Happened && !d.laterToday(f) {
			continue
		}
		day := d.dayBefore(f.spans[0][0])
		if !day.IsDay() && start.IsDay() && start == end {
			f.date, f.basis = start, "the round's only day"
			continue
		}
		within := day.IsDay() && !(over && (day.Earliest().Before(start.Earliest()) || end.Earliest().Before(day.Earliest())))
		switch {
		case d.ofToday(f) && !over:
			f.date, f.basis = anchor, asNews
		case within && !anchor.Earliest().Before(day.Earliest()):
			f.date, f.basis = day, "the day that the paragraph names before"
		case !over || d.lang.cased && d.live:
			f.date, f.basis = anchor, asNews
		case f.modality == graph.Happened && anchor.Earliest().Sub(end.Earliest()) <= 24*time.Hour:
			f.date, f.basis = end, "told the morning after the round's last day"
		}
	}
}

// dateToday gives what happened at the round, and has no day yet, the article's own,
// where nothing says that the round is over on another day or still to come.
func (d *document) dateToday() {
	anchor := d.anchor()
	start, end := d.dateOf("start", d.main), d.dateOf("end", d.main)
	if !d.lang.cased || !anchor.IsDay() || start.IsDay() && anchor.Earliest().Before(start.Earliest()) || end.IsDay() && end.Earliest().Before(anchor.Earliest()) {
		return
	}
	if begun := func(f *fact) bool { return f.value == "underway" || f.value == "concluded" }; start.IsZero() && !slices.ContainsFunc(d.find("status", d.main), begun) {
		return
	}
	for _, kind := range [...]string{"meeting", "plenary"} {
		for _, f := range d.find(kind, d.main) {
			if f.date.IsZero() && (f.modality == graph.Happened || d.laterToday(f)) {
				f.date, f.derived = anchor, asNews
			}
		}
	}
}

// dateAtSummit gives a meeting that is told to be right before a summit, or on its
// margins, the summit's day: «سيجري قبلها لقاءين مع نظيريه».
func (d *document) dateAtSummit(start edtf.Date) {
	class := d.lang.class["at-summit"]
	if class == 0 || !start.IsDay() || !d.isSummit(d.main) {
		return
	}
	for _, f := range d.find("meeting", d.main) {
		s := d.text.Sentences[d.toldIn(f)]
		from, to := f.spans[0][0], f.spans[0][1]
		back := 8
		if d.has(d.lang.class["several"], s.From, from) {
			back = 30 // an item of a list: "three meetings before the summit: A with B, then B with C"
		}
		if d.has(class, from, to) || f.date.IsZero() && (d.lang.cased && f.modality == graph.Planned || d.has(class, max(s.From, from-back), min(to+6, s.To))) {
			f.date, f.basis = start, "told to be at the summit"
		}
	}
}

// dateEves gives a meeting that is told to be on the eve of the round the day
// before it begins, «عقدوا لقاء مغلقا عشية الافتتاح», and one shortly before it opened its first.
func (d *document) dateEves(start edtf.Date) {
	if !start.IsDay() {
		return
	}
	eve, opening, before := d.lang.class["eve"], d.lang.class["before-opening"], edtf.OfTime(start.Earliest().AddDate(0, 0, -1))
	for _, f := range d.find("meeting", d.main) {
		s := d.text.Sentences[d.toldIn(f)]
		from, to := max(s.From, f.spans[0][0]-8), min(f.spans[0][1]+4, s.To)
		switch {
		case f.date.IsZero() && d.has(opening, from, to):
			f.date, f.basis = start, "shortly before the round opened"
		case (f.date.IsZero() || !d.lang.cased && weeksApart(f.date, before)) && d.has(eve, from, to):
			f.date, f.basis = before, "the eve of the round"
		}
	}
}

// weeksApart tells whether two days are another week's of one name: «يوم الأحد، أي عشية
// الافتتاح» is no Sunday behind the round.
func weeksApart(a, b edtf.Date) bool {
	return a.IsDay() && b.IsDay() && a != b && a.Earliest().Weekday() == b.Earliest().Weekday()
}

// dateByParagraph gives meetings without a day, in an Arabic article that does not
// say when the round began or of which day it is itself, the day that their paragraph
// names before, or else the article's own, and tells whether it is such an article.
func (d *document) dateByParagraph(anchor, start edtf.Date) bool {
	if d.lang.cased || !start.IsZero() && anchor.IsDay() {
		return false
	}
	for _, f := range d.find("meeting", d.main) {
		if !f.date.IsZero() || f.modality == graph.Denied {
			continue
		}
		if day := d.dayBefore(f.spans[0][0]); day.IsDay() {
			f.date, f.basis = day, "the day that the paragraph names before"
		} else if anchor.IsDay() {
			f.date, f.basis = anchor, asNewsOnly
		}
	}
	return true
}

// asNews is how the day of what is told without one is known in an article of
// that day; asNewsOnly the same, where the article does not say when the round
// began.
const (
	asNews     = "told as news of the article's day"
	asNewsOnly = "told as news of the article's day, in which no day of the round is told"
)

// byEntry is how the day of what an entry tells is known, on a page that is told
// hour by hour.
const byEntry = "the day in the line over the entry"

// entryDay is the day that a line over the entry of token i gives, in a programme or on
// a page that is told hour by hour; the zero date where none does: "Thursday 6 July" over
// "22:15 The plenary has begun".
func (d *document) entryDay(i int) edtf.Date {
	if day := d.programmeDay(int(d.text.Tokens[i].Sentence)); day.IsDay() && d.isProgramme() {
		return day
	}
	if day := d.diaryDayAt(i); day.IsDay() {
		return day
	}
	if !d.lang.cased || !d.live {
		return edtf.Date{}
	}
	for s := int(d.text.Tokens[i].Sentence) - 1; s >= 0; s-- {
		if m, ok := d.dateLine(s); ok && d.text.Tokens[d.text.Sentences[s].From].Line {
			return d.day(m)
		}
	}
	return edtf.Date{}
}

// openedInEntry dates an opening session by the article's own day, where a page in Arabic tells
// of it in an entry under a time of day: «10:05 | انطلقت الجلسة الافتتاحية».
func (d *document) openedInEntry(f *fact) {
	if f.kind != "plenary" || !f.date.IsZero() || d.lang.cased || !d.live || f.modality != graph.Happened || f.round != d.main {
		return
	}
	from, to := f.spans[0][0], f.spans[0][1]
	if day := d.anchor(); day.IsDay() && d.has(d.lang.common.opening, from, to) && d.inEntry(from) {
		f.date, f.basis = day, byEntry
	}
}

// inEntry tells whether the paragraph of token i begins with a time of day.
func (d *document) inEntry(i int) bool {
	for s := int(d.text.Tokens[i].Sentence); s >= 0; s-- {
		if first := d.text.Sentences[s].From; d.text.Tokens[first].Line {
			return d.clockAt(first, d.text.Sentences[s].To)
		}
	}
	return false
}

// isProgramme tells whether the text has two entries or more under lines of nothing but a
// date and an hour.
func (d *document) isProgramme() bool {
	n := 0
	for s := 0; s < len(d.text.Sentences) && n < 2; s++ {
		if d.programmeDay(s).IsDay() {
			n++
		}
	}
	return n > 1
}

// programmeDay is the day in the line of nothing but a date and an hour right over
// sentence s, "22 December, 11.00"; the zero date where none is.
func (d *document) programmeDay(s int) edtf.Date {
	if s == 0 || d.blocks[s] != "body" || d.blocks[s-1] != "dateline" || !d.text.Tokens[d.text.Sentences[s].From].Line {
		return edtf.Date{}
	}
	line := d.text.Sentences[s-1]
	if d.entryAt(line.From, lexicon.Place) != nil {
		return edtf.Date{}
	}
	for i := line.From; i < min(line.From+3, line.To); i++ {
		if list := d.mentions[kindDate][i]; len(list) > 0 {
			return d.day(list[0])
		}
	}
	return edtf.Date{}
}

// dropToldAgain takes back a meeting without a day whose parties another tells
// with one.
func (d *document) dropToldAgain() {
	d.drop("the same parties' meeting is dated elsewhere", func(f *fact) bool {
		return f.kind == "meeting" && f.round == d.main && f.date.IsZero() && d.lang.cased && slices.ContainsFunc(d.find("meeting", d.main), func(o *fact) bool {
			return !o.date.IsZero() && slices.Equal(o.parties, f.parties) && d.toldIn(o) != d.toldIn(f)
		})
	})
}

// dropSmallerMeetings takes back a meeting of some of those who met, where the same
// words tell of one with all of them: «اجتمع الرئيسان المشتركان معا بالمبعوث».
func (d *document) dropSmallerMeetings() {
	d.drop("the same words tell of a meeting with more", func(f *fact) bool {
		return f.kind == "meeting" && strings.HasSuffix(f.rule, ".meeting.together") && slices.ContainsFunc(d.find("meeting", f.round), func(o *fact) bool {
			return len(o.parties) > len(f.parties) && o.spans[0][0] <= f.spans[0][0] && o.spans[0][1] > f.spans[0][0] && within(f.parties, o.parties)
		})
	})
}

// laterToday tells whether the sentence of a meeting that is to come says that
// it is the same day: "later in the day", "this afternoon".
func (d *document) laterToday(f *fact) bool {
	s := d.text.Sentences[d.toldIn(f)]
	return f.modality != graph.Denied && d.has(d.lang.class["same-day"], s.From, s.To)
}

// ofToday tells whether the sentence of a meeting in an Arabic text says that it is of
// the article's day, whatever day was named before: it is to come later, or was just
// now: «يلتقي مساء», «انتهى قبل قليل لقاء».
func (d *document) ofToday(f *fact) bool {
	s := d.text.Sentences[d.toldIn(f)]
	return !d.lang.cased && (f.modality == graph.Planned && d.laterToday(f) || d.has(d.lang.class["just-now"], s.From, s.To))
}

// nthDay is the number of the round's day that the sentence of token i names,
// "on the first day", 0 where it names none.
func (d *document) nthDay(i int) int {
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	for _, m := range d.durations {
		if m.Nth && m.From >= sentence.From && m.To <= sentence.To {
			return max(m.Days, 0)
		}
	}
	return 0
}

// dayBefore is the day that the same paragraph names last before token i, other than
// in a relative clause, or, where
// that goes on about the day named before, «وكان النهار قد», or is an item of an
// Arabic list, the paragraph before it.
func (d *document) dayBefore(i int) edtf.Date {
	for j := i - 1; j >= 0; j-- {
		// "got down to work on Wednesday in the talks, which began on Tuesday"
		if list := d.mentions[kindDate][j]; len(list) > 0 && !d.inRelative(j) {
			return d.day(list[0])
		}
		if d.text.Tokens[j].Line && !d.has(d.lang.class["that-day"], j, i) && (d.lang.cased || !d.bullet(j)) {
			break
		}
	}
	return edtf.Date{}
}

// inRelative tells whether token i stands in a relative clause behind a comma. Only
// in languages with capitals.
func (d *document) inRelative(i int) bool {
	from := d.clauseStart(i)
	if !d.lang.cased || from == 0 || d.text.Tokens[from-1].Norm != "," {
		return false
	}
	_, ok := d.classAt(from, d.lang.common.relative)
	return ok
}
