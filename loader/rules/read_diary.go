package rules

import (
	"slices"

	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/text"
)

// longestDiary is how many days a diary covers at most from its first head to its last.
const longestDiary = 21

// A diaryDay is a part of a diary that stands under a line of nothing but its day.
type diaryDay struct {
	date     edtf.Date
	from, to int // tokens
}

// diary lists the parts of an article that is told day by day, each under the line of its own
// day, "Thursday, August 1". It is nil where there are no two such lines, or their days do not
// follow each other within some weeks.
func (d *document) diary() []diaryDay {
	var days []diaryDay
	for s, sentence := range d.text.Sentences {
		m := d.diaryHead(s)
		if m == nil {
			continue
		}
		day := d.solution.Resolved[m.date].Date
		if !day.IsDay() || s+1 == len(d.text.Sentences) || d.blocks[s+1] != "body" && !d.live {
			continue
		}
		if k := len(days); k > 0 {
			if days[k-1].date == day {
				continue // one part, however often its day stands over it
			}
			days[k-1].to = sentence.From
		}
		days = append(days, diaryDay{day, sentence.To, len(d.text.Tokens)})
	}
	if d.live {
		return d.liveDays(days)
	}
	if len(days) > 2 && days[0].date == d.anchor() && days[1].date.Compare(days[0].date) < 0 {
		days = days[1:] // the line above it all is the article's own day
	}
	if len(days) < 2 || !slices.IsSortedFunc(days, func(a, b diaryDay) int { return a.date.Compare(b.date) }) {
		return nil
	}
	first, last := days[0].date.Earliest(), days[len(days)-1].date.Earliest()
	if !first.Before(last) || last.After(first.AddDate(0, 0, longestDiary)) {
		return nil
	}
	return days
}

// liveDays are the days of a page that tells the latest first, below what it tells of the
// article's own day: each but that one is under its head, and before the one above it.
func (d *document) liveDays(days []diaryDay) []diaryDay {
	if len(days) > 0 && days[0].date == d.anchor() {
		days = days[1:]
	}
	above := d.anchor()
	for _, day := range days {
		if !above.IsDay() || day.date.Compare(above) >= 0 {
			return nil
		}
		above = day.date
	}
	if len(days) == 0 || above.Earliest().Before(d.anchor().Earliest().AddDate(0, 0, -longestDiary)) {
		return nil
	}
	return days
}

// diaryHead is the date in sentence s where that is a line of nothing else but the number of a
// day: "Thursday, August 1", "Day two (August 2)", "Friday"; nil where it is none.
func (d *document) diaryHead(s int) *mention {
	line := d.text.Sentences[s]
	from, end := line.From, line.To
	if !d.text.Tokens[from].Line || d.blocks[s] == "" || d.blocks[s] == "title" || end-from > 10 {
		return nil
	}
	if d.bullet(from) {
		from++
	}
	for _, day := range d.mentions[kindDay][min(from, end-1)] {
		from = day.to
	}
	for from < end && d.text.Tokens[from].Kind == text.Punct {
		from++
	}
	if from == end {
		return nil
	}
	for _, m := range d.mentions[kindDate][from] {
		p := d.dates[m.date].Points
		if len(p) == 1 && (p[0].Day != 0 || p[0].Weekday != dates.NoWeekday) && p[0].Base == dates.NoBase && m.to >= end-1 && (m.to == end || d.text.Tokens[m.to].Kind == text.Punct) {
			return m
		}
	}
	return nil
}

// dateDiary resolves what is said from the day on which it was written by the day of its part
// of a diary: "tomorrow" under "Wednesday, July 31".
func (d *document) dateDiary() {
	if !d.lang.cased && !d.live {
		return
	}
	d.days = d.diary()
	for _, part := range d.days {
		solution := dates.Solve(d.text, d.dates, dates.Context{Published: part.date, Certain: true})
		for i, m := range d.dates {
			if m.From >= part.from && m.From < part.to && saidOfDay(m) {
				d.solution.Resolved[i] = solution.Resolved[i]
			}
		}
	}
}

// saidOfDay tells whether what a date means depends on the day on which it is said.
func saidOfDay(m dates.Mention) bool {
	return len(m.Points) > 0 && !slices.ContainsFunc(m.Points, func(p dates.Point) bool {
		return p.Base != dates.FromAnchor && (p.Weekday == dates.NoWeekday || p.Day != 0 || p.Month != 0)
	})
}

// diaryDayAt is the day of the part of a diary in which token i stands; the zero date where it
// stands in none.
func (d *document) diaryDayAt(i int) edtf.Date {
	for _, part := range d.days {
		if i >= part.from && i < part.to {
			return part.date
		}
	}
	return edtf.Date{}
}
