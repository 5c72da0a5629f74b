package rules

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// composeDates makes a round's first and last day from what was said: that it
// was held on certain days, that it began or ended, that it lasts so long.
func (d *document) composeDates(r *round) {
	holds := d.find("hold", r)
	slices.SortStableFunc(holds, func(a, b *fact) int { return precision(b.date.Start()) - precision(a.date.Start()) })
	for _, f := range holds {
		if end := d.firmest("end", r); d.onNthDay(f) || !d.lang.cased && end.IsDay() && !f.date.Start().IsDay() && end.Earliest().Before(f.date.Start().Earliest()) {
			continue // what is held "early next year" is another thing
		}
		if !slices.ContainsFunc(d.find("start", r), func(o *fact) bool { return o.weight > 0 }) {
			d.derive(f, "start", f.date.Start())
		}
		if f.date.IsInterval() && f.date.End().IsDay() && len(d.find("end", r)) == 0 {
			d.derive(f, "end", f.date.End())
		}
	}
	for _, f := range d.find("until", r) {
		if len(d.find("end", r)) == 0 && f.date.End().IsDay() {
			d.derive(f, "end", f.date.End())
		}
	}
	d.weekLater(r)
	d.dropEarlyEnds(r)
	start, end := d.firmest("start", r), d.firmest("end", r)
	for _, f := range d.find("lasts", r) {
		days := d.durations[f.duration].Days
		if d.durations[f.duration].Nth {
			d.countDay(f, days)
			start, end = d.firmest("start", r), d.firmest("end", r)
			continue
		}
		if start.IsDay() && end.IsZero() {
			if d.weeksAhead(f, start) {
				days++ // "will last a week": to the same day of the next
			}
			d.derive(f, "end", edtf.OfTime(start.Earliest().AddDate(0, 0, days-1)))
		} else if end.IsDay() && start.IsZero() {
			d.derive(f, "start", edtf.OfTime(end.Earliest().AddDate(0, 0, 1-days)))
		}
	}
}

// weeksAhead tells whether an Arabic length is told in weeks, of a round that is only
// beginning: «تستمر اللقاءات أسبوعاً».
func (d *document) weeksAhead(f *fact, start edtf.Date) bool {
	length, anchor := d.durations[f.duration], d.anchor()
	if d.lang.cased || length.Days%7 != 0 || !anchor.IsDay() || anchor.Earliest().After(start.Earliest()) {
		return false
	}
	unit := d.text.Tokens[length.To-1].Norm
	if length.To-length.From > 1 && !strings.HasPrefix(unit, "اسا") {
		unit = d.text.Tokens[length.From].Norm // «أسبوع كامل»
	}
	return strings.Contains(unit, "اسبوع") || strings.HasPrefix(unit, "اسابيع")
}

// onNthDay tells whether the only day on which a round is told to be held is that
// of its second or a later day: «ثاني أيام «جنيف 6» (الأربعاء 17 أيار)».
func (d *document) onNthDay(hold *fact) bool {
	return hold.date.IsDay() && slices.ContainsFunc(d.find("lasts", hold.round), func(f *fact) bool {
		length := d.durations[f.duration]
		return length.Nth && length.Days > 1 && d.toldIn(f) == d.toldIn(hold) && f.spans[0][1] > hold.spans[0][0]
	})
}

// firmest is the date that stays of rival facts of a kind about a round: the
// first of the most exact and weightiest.
func (d *document) firmest(kind string, r *round) edtf.Date {
	var best *fact
	for _, f := range d.find(kind, r) {
		if best == nil || precision(f.date) > precision(best.date) || precision(f.date) == precision(best.date) && f.weight > best.weight {
			best = f
		}
	}
	if best == nil {
		return edtf.Date{}
	}
	return best.date
}

// composeSummits ends the article's summit on the day on which it began, where that
// is past (of an earlier one, and in Arabic, only the day is told), and makes those
// who came for their states members, where no word of leading is said: presidents are
// no heads of delegations by their title.
func (d *document) composeSummits() {
	for _, r := range d.rounds {
		p := d.e.lexicon.Entry(lexicon.Process, r.process)
		if p == nil || p.Type != "summit" {
			continue
		}
		for _, f := range d.find("head", r) {
			if d.lang.cased || d.toldToLead(f) {
				continue // "who led the Iranian side" says so of a president too
			}
			g := *f
			g.kind, g.derived = "member", "who comes to a summit leads no delegation there"
			d.drop(g.derived, func(o *fact) bool { return o == f })
			d.give(&g)
		}
		if r == d.main {
			d.seatLeaders(r, p.Leaders)
		}
		if r == d.main && len(d.find("start", r))+len(d.find("end", r)) == 0 {
			d.dayOfSummit()
		}
		if len(d.find("start", r)) == 0 {
			for _, f := range d.find("end", r) {
				if f.date.IsDay() {
					g := *f
					g.kind, g.derived = "start", "a summit lasts a day"
					d.give(&g)
					break
				}
			}
		}
		for _, f := range d.find("start", r) {
			if d.lang.cased && f.date.IsDay() && f.modality != graph.Planned && len(d.find("end", r)) == 0 && r == d.main && !d.anchor().IsZero() && !d.anchor().Earliest().Before(f.date.Earliest()) {
				g := *f
				g.kind, g.derived = "end", "a summit lasts a day"
				d.give(&g)
				break
			}
		}
	}
}

// dayOfSummit takes the first day that the first sentences of an article on a summit
// name, where it is over and no rule found when it was held: news are of its day.
func (d *document) dayOfSummit() {
	anchor := d.anchor()
	if !d.lang.cased || d.main.number == 0 || !anchor.IsDay() || !slices.ContainsFunc(d.find("outcome", d.main), func(f *fact) bool { return f.modality == graph.Happened }) {
		return
	}
	for i := range d.leadsTo() {
		for _, m := range d.mentions[kindDate][i] {
			day := d.day(m)
			if d.blocks[d.text.Tokens[i].Sentence] != "body" || !day.IsDay() || !day.Earliest().Before(anchor.Earliest()) || anchor.Earliest().Sub(day.Earliest()).Hours() > 24*7 {
				continue
			}
			d.give(&fact{kind: "start", round: d.main, date: day, basis: d.solution.Resolved[m.date].Basis, modality: graph.Happened, rule: d.lang.name + ".day-of-summit",
				derived: "the day that the first sentences name, of a summit that is over", spans: [][2]int{{m.from, m.to}}, weight: 0})
			return
		}
	}
}

// toldToLead tells whether the sentence of a fact has a word of leading.
func (d *document) toldToLead(f *fact) bool {
	s := d.sentenceOf(f.spans[0][0])
	return d.has(d.lang.class["lead"], s[0], s[1]) || d.has(d.lang.common.leadNoun, s[0], s[1])
}

// countDay makes a round's first or last day from one that the article counts:
// "Tuesday, the second day", "for the third day" in news of the article's day.
func (d *document) countDay(f *fact, days int) {
	start, end := d.dateOf("start", f.round), d.dateOf("end", f.round)
	told := days > 1 || days == 1 && (d.blocks[d.toldIn(f)] == "title" || d.lang.cased && d.inLead(f.spans[0][0]))
	g := *f
	switch {
	case f.date.IsDay():
		g.basis = "counted from the day beside it"
		if days < 0 && end.IsZero() {
			d.derive(&g, "end", f.date)
		} else if days > 0 && start.IsZero() {
			d.derive(&g, "start", edtf.OfTime(f.date.Earliest().AddDate(0, 0, 1-days)))
		}
	case (start.IsZero() || d.talksLongAgo(start)) && f.round == d.main && told && d.anchor().IsDay() && f.modality != graph.Planned:
		// "for the third day": it began two days ago.
		g.basis = "counted back from the article's day"
		d.derive(&g, "start", edtf.OfTime(d.anchor().Earliest().AddDate(0, 0, 1-days)))
	}
}

// talksLongAgo tells whether the first day that a text without capitals gives is but a year
// before the article's own: «الجولة التاسعة من المفاوضات التي بدأت عام 2019».
func (d *document) talksLongAgo(start edtf.Date) bool {
	return !d.lang.cased && precision(start) == 1 && d.anchor().IsDay() && start.Year() < d.anchor().Year()
}

// weekLater moves a last day that was solved as the weekday before the first to
// the one behind it: "began on Wednesday and wraps up on Thursday". Where the round is
// said to have ended, and that one is yet to come, the first day was read wrongly.
func (d *document) weekLater(r *round) {
	start := d.firmest("start", r)
	if !start.IsDay() {
		return
	}
	for _, f := range d.find("end", r) {
		if !f.date.IsDay() || !f.date.Earliest().Before(start.Earliest()) {
			continue
		}
		later := f.date.Earliest().AddDate(0, 0, 7)
		if d.anchor().IsDay() && f.modality == graph.Happened && later.After(d.anchor().Earliest()) && strings.HasSuffix(f.rule, ".end.end") {
			d.drop("it lies after the last day", func(o *fact) bool {
				return o.kind == "start" && o.round == r && o.date.IsDay() && o.date.Earliest().After(f.date.Earliest())
			})
			if start = d.firmest("start", r); !start.IsDay() {
				return
			}
		} else if later.After(start.Earliest()) {
			f.date, f.basis = edtf.OfTime(later), "the weekday after the first day"
		}
	}
}

// dropEarlyEnds takes back a last day that lies before the first: it is another
// round's. "They last came together in the format on Feb. 16-17."
func (d *document) dropEarlyEnds(r *round) {
	start := d.firmest("start", r)
	if !start.IsDay() || !d.lang.cased {
		return
	}
	d.drop("it lies before the first day", func(f *fact) bool {
		return f.kind == "end" && f.round == r && f.date.IsDay() && f.date.Earliest().Before(start.Earliest())
	})
}

// datedEntries reads a list of dates, each followed by what happened then: a
// line that is only a date, then a sentence that begins with a round.
func (d *document) datedEntries() {
	for s := 0; s+1 < len(d.text.Sentences) && d.hasEntries(); s++ {
		date, ok := d.dateLine(s)
		if !ok || d.blocks[s+1] != "body" {
			continue
		}
		entry := d.text.Sentences[s+1]
		resolved := d.solution.Resolved[date.date]
		for j := entry.From; j < min(entry.From+8, entry.To) && resolved.Date.Start().IsDay(); j++ {
			for _, m := range d.mentions[kindRound][j] {
				d.give(&fact{kind: "hold", round: m.round, date: resolved.Date, basis: resolved.Basis, rule: d.lang.name + ".dated-entry", derived: "the line above is only a date",
					spans: [][2]int{{date.from, date.to}, {m.from, m.to}}, weight: 0})
			}
		}
	}
}

// datedHead is the round of which sentence s is the head, with its date, where it is a line that
// says nothing else: "5 SEPTEMBER 2014: MINSK I", "Minsk I (5 September 2014)". Nil where it is none.
func (d *document) datedHead(s int) (r, date *mention) {
	line := d.text.Sentences[s]
	if kind := d.blocks[s]; kind != "heading" && kind != "dateline" || !d.text.Tokens[line.From].Line || line.To-line.From > longestAsk {
		return nil, nil
	}
	for i := line.From; i < line.To; i++ {
		for _, m := range d.mentions[kindRound][i] {
			if r != nil && r.round != m.round || m.round.number == 0 {
				return nil, nil
			}
			r = m
		}
		for _, m := range d.mentions[kindDate][i] {
			if date != nil && m.from >= date.to {
				return nil, nil
			}
			if date == nil {
				date = m
			}
		}
	}
	if r == nil || date == nil {
		return nil, nil
	}
	for i := line.From; i < line.To; i++ {
		if (i < r.from || i >= r.to) && (i < date.from || i >= date.to) && d.text.Tokens[i].Kind != text.Punct {
			return nil, nil // "10 MARCH 2015: NO MINSK II"
		}
	}
	switch d.text.Tokens[min(r.to, date.to)].Norm {
	case ":", "(":
		return r, date
	}
	return nil, nil
}

// datedHeads dates the rounds that heads name with their date.
func (d *document) datedHeads() {
	for s := range d.text.Sentences {
		if r, date := d.datedHead(s); r != nil {
			resolved := d.solution.Resolved[date.date]
			d.give(&fact{kind: "hold", round: r.round, date: resolved.Date, basis: resolved.Basis, rule: d.lang.name + ".dated-entry", derived: "a head is the round and its date",
				spans: [][2]int{{date.from, date.to}, {r.from, r.to}}})
		}
	}
}

// closeByStatement ends the article's round on the day of the plenary at which
// the joint statement was read, where its last day is not told.
func (d *document) closeByStatement() {
	lasts := d.find("lasts", d.main)
	if d.dateOf("end", d.main).IsDay() || len(lasts) > 0 && !d.dateOf("start", d.main).IsZero() {
		return
	}
	var statement *fact
	for _, f := range d.find("outcome", d.main) {
		if f.value == "joint-statement" {
			statement = f
		}
	}
	for _, f := range d.find("plenary", d.main) {
		if statement != nil && f.date.IsDay() && f.modality == graph.Happened && !d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) {
			g := *f
			g.kind, g.basis, g.rule = "end", "the joint statement was read at that day's plenary", d.lang.name+".end-by-joint-statement"
			g.derived = "the end by the joint statement"
			g.spans = append(slices.Clone(f.spans), statement.spans[0])
			d.give(&g)
			for _, l := range lasts {
				if length := d.durations[l.duration]; !length.Nth && d.dateOf("start", d.main).IsZero() {
					d.derive(l, "start", edtf.OfTime(f.date.Earliest().AddDate(0, 0, 1-length.Days)))
				}
			}
			return
		}
	}
}

// precision is 3 for a day, 2 for a month, 1 for a year.
func precision(date edtf.Date) int {
	switch {
	case date.Day() != 0:
		return 3
	case date.Month() != 0:
		return 2
	case date.Year() != 0:
		return 1
	}
	return 0
}
