package dates

import (
	"fmt"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// page is the date that the page bears: metadata's, else a dateline's.
func (s *solver) page(claims []claim) (day edtf.Date, at int, basis string) {
	if s.c.Published.IsDay() {
		return s.c.Published, -1, "published on " + s.c.Published.String()
	}
	for _, c := range claims {
		if c.point.Year != 0 && c.dateline {
			d, _ := c.point.whole()
			return d, c.index, "the article is dated " + d.String()
		}
	}
	for _, c := range claims {
		if d, _ := c.point.whole(); c.point.Year != 0 && !d.IsZero() {
			day := (serialOf(d) - serial(c.offset)).date()
			return day, c.index, fmt.Sprintf("the article calls %s %s", d, relativeName(c.offset))
		}
	}
	return edtf.Date{}, 0, ""
}

func relativeName(offset int) string {
	switch offset {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	case -1:
		return "yesterday"
	case 2:
		return "the day after tomorrow"
	case -2:
		return "the day before yesterday"
	}
	return fmt.Sprintf("%+d days from its own day", offset)
}

// anchorWeekday is the weekday of the article's day, where all mentions such
// as "today, Tuesday" and "yesterday, Monday" agree on one.
func (s *solver) anchorWeekday() (Weekday, int) {
	found, at := NoWeekday, -1
	for i, m := range s.mentions {
		for _, p := range m.Points {
			if p.Base != FromAnchor || p.Unit != Day || p.Weekday == NoWeekday {
				continue
			}
			w := Weekday(((int(p.Weekday)-1-p.Offset)%7+7)%7 + 1)
			if found != NoWeekday && found != w {
				return NoWeekday, -1
			}
			if found == NoWeekday {
				found, at = w, i
			}
		}
	}
	return found, at
}

// settle takes a page's date for the article's day unless the text says that
// its "today" is another day: the one before, where a page is dated a day
// late, or a day long before, where a page was renewed.
func (s *solver) settle(page edtf.Date, at int, basis string, claims []claim, weekday Weekday, weekdayAt int) {
	s.Anchor, s.AnchorBasis = page, basis
	if at >= 0 {
		s.AnchorFrom, s.AnchorTo = s.mentions[at].From, s.mentions[at].To
	}
	p := serialOf(page)
	for _, c := range claims {
		if c.dateline || c.index == at {
			continue
		}
		best, ok := s.nearestDay(c, p, weekday)
		if !ok || best == p {
			if ok {
				s.AnchorSupport = append(s.AnchorSupport, s.rangeOf(c.index))
				return
			}
			continue
		}
		s.Anchor = best.date()
		s.AnchorBasis = fmt.Sprintf("%s, but the article itself calls %s %s", basis, (best + serial(c.offset)).date(), relativeName(c.offset))
		s.support(at)
		s.AnchorFrom, s.AnchorTo = s.mentions[c.index].From, s.mentions[c.index].To
		return
	}
	if weekday == NoWeekday && s.filedBefore(at, p) {
		return
	}
	if weekday == NoWeekday || weekday == p.weekday() {
		return
	}
	for _, back := range []serial{1, 2, -1} {
		if (p - back).weekday() != weekday {
			continue
		}
		s.Anchor = (p - back).date()
		s.AnchorBasis = fmt.Sprintf("%s, but the article's own day is a %s", basis, weekday)
		s.support(at)
		s.AnchorFrom, s.AnchorTo = s.mentions[weekdayAt].From, s.mentions[weekdayAt].To
		return
	}
}

// filedBefore takes a story for one of the day of its dateline, where that is the
// day before the page's: "PARIS, Feb. 23 -" in a paper of 24 February.
func (s *solver) filedBefore(at int, page serial) bool {
	for i, m := range s.mentions {
		if i == at || len(m.Points) != 1 || !m.Points[0].dayMonth() || m.Points[0].Base != NoBase || !s.isDateline(i) {
			continue
		}
		if d, ok := s.nearestDay(claim{index: i, point: m.Points[0]}, page, NoWeekday); !ok || d != page-1 {
			return false
		}
		s.Anchor = (page - 1).date()
		s.AnchorBasis += ", but the story is of " + s.Anchor.String()
		s.support(at)
		s.AnchorFrom, s.AnchorTo = m.From, m.To
		return true
	}
	return false
}

func (s *solver) support(at int) {
	if at >= 0 {
		s.AnchorSupport = append(s.AnchorSupport, s.rangeOf(at))
	}
}

func (s *solver) rangeOf(i int) text.Range {
	return text.Range{From: s.mentions[i].From, To: s.mentions[i].To}
}

// nearestDay is the article's day by a claim: the last one that is no more
// than two days after the page's date, on the right weekday where one is
// named.
func (s *solver) nearestDay(c claim, page serial, weekday Weekday) (serial, bool) {
	year := page.year()
	for y := year + 1; y >= year-20; y-- {
		if c.point.Year != 0 && y != c.point.Year {
			continue
		}
		d := dayOf(y, c.point.Month, c.point.Day)
		if d.IsZero() {
			continue
		}
		n := serialOf(d) - serial(c.offset)
		if n > page+2 {
			continue
		}
		if page-n <= 3 || weekday == NoWeekday || n.weekday() == weekday || c.point.Year != 0 {
			return n, s.allowed(n, len(s.c.Hints)) || page-n <= 3
		}
	}
	return 0, false
}

// allowed tells whether a day lies in the windows of the first n hints.
func (s *solver) allowed(day serial, n int) bool {
	for _, h := range s.c.Hints[:n] {
		if !s.fits(h, day) {
			return false
		}
	}
	return true
}

// fits tells whether a hint allows a day to be the article's.
func (s *solver) fits(h Hint, day serial) bool {
	if !h.Pin {
		return inside(h.Window, day)
	}
	for i, m := range s.mentions {
		if m.From < h.From || m.To > h.To || m.fixed() || i > reach {
			continue
		}
		// What would the mention mean, if this were the article's day?
		try := *s
		try.known, try.anchor, try.Anchor, try.ref = true, day, day.date(), day.date()
		try.Resolved, try.tenses = make([]Resolved, len(s.mentions)), make([]tense, len(s.mentions))
		d := try.resolve(i).Date
		return d.IsZero() || d.Compatible(h.Window)
	}
	return true
}

func inside(window edtf.Date, day serial) bool {
	return window.IsZero() || window.Compatible(day.date())
}

// The years among which a date without a year is sought.
const firstYear, lastYear = 2000, 2030

// solveYear finds the year of an article that names its day without one: the
// only year in which that day was the weekday named, within the hints; where
// several are left, the one near the article's whole dates.
func (s *solver) solveYear(claims []claim, weekday Weekday, weekdayAt int) {
	for _, c := range claims {
		y := yearSearch{solver: s, claim: c, weekday: weekday, weekdayAt: weekdayAt}
		if c.point.Weekday != NoWeekday {
			y.weekday, y.weekdayAt = Weekday((int(c.point.Weekday)-1-c.offset%7+14)%7+1), c.index
		}
		if c.dateline && weekday != NoWeekday && c.point.Weekday == NoWeekday {
			y.weekday, y.weekdayAt = weekday, weekdayAt
		}
		if y.run() {
			return
		}
		if s.AnchorBasis == "" {
			s.AnchorBasis = y.basis()
		}
	}
	if len(claims) == 0 {
		s.AnchorBasis = "the article does not say on which day it was written"
	}
}

// A yearSearch narrows down the years of one claim.
type yearSearch struct {
	*solver
	claim     claim
	weekday   Weekday
	weekdayAt int
	days      []serial // the article's day in each year that is left
	tried     []string // the years in which the weekday is right
	reasons   []string
	ranges    []text.Range
}

func (y *yearSearch) run() bool {
	for year := firstYear; year <= lastYear; year++ {
		if d := dayOf(year, y.claim.point.Month, y.claim.point.Day); !d.IsZero() {
			y.days = append(y.days, serialOf(d)-serial(y.claim.offset))
		}
	}
	if y.weekday != NoWeekday {
		y.narrow("", func(n serial) bool { return n.weekday() == y.weekday })
	}
	y.tried = y.yearsOf(y.days)
	for _, h := range y.c.Hints {
		if len(y.days) == 1 {
			break
		}
		if y.narrow(h.Basis, func(n serial) bool { return y.fits(h, n) }) && h.To > h.From {
			y.ranges = append(y.ranges, text.Range{From: h.From, To: h.To})
		}
	}
	y.byOtherDays()
	y.byLead()
	y.byWholeDates()
	if len(y.days) != 1 || len(y.reasons) == 0 && y.weekday == NoWeekday {
		return false
	}
	s := y.solver
	s.Anchor, s.AnchorBasis = y.days[0].date(), y.basis()
	r := s.rangeOf(y.claim.index)
	s.AnchorFrom, s.AnchorTo = r.From, r.To
	if y.weekdayAt >= 0 && y.weekdayAt != y.claim.index {
		s.support(y.weekdayAt)
	}
	s.AnchorSupport = append(s.AnchorSupport, y.ranges...)
	return true
}

// narrow keeps the days that pass, if any does and any does not, and
// remembers the reason.
func (y *yearSearch) narrow(reason string, pass func(serial) bool) bool {
	var kept []serial
	for _, n := range y.days {
		if pass(n) {
			kept = append(kept, n)
		}
	}
	if len(kept) == 0 || len(kept) == len(y.days) {
		return false
	}
	y.days = kept
	if reason != "" {
		y.reasons = append(y.reasons, reason)
	}
	return true
}

// byOtherDays keeps the years in which the article's other days are the
// weekdays that it gives them.
func (y *yearSearch) byOtherDays() {
	for i, m := range y.mentions[:min(reach, len(y.mentions))] {
		for _, p := range m.Points {
			if len(y.days) == 1 {
				return
			}
			if i == y.claim.index || p.Weekday == NoWeekday || !p.dayMonth() || p.Year != 0 || p.YearRef != NoRef || p.Calendar != Gregorian {
				continue
			}
			reason := fmt.Sprintf("%d %s was a %s", p.Day, monthNames[p.Month], p.Weekday)
			if y.narrow(reason, func(n serial) bool {
				d, ok := closest(p, n, 0)
				return ok && d.weekday() == p.Weekday
			}) {
				y.ranges = append(y.ranges, y.rangeOf(i))
			}
		}
	}
}

// byLead keeps the years in which a dateline's day, or the one before it, is
// the weekday on which the story's first sentences say that something
// happened.
func (y *yearSearch) byLead() {
	if !y.claim.dateline || y.weekday != NoWeekday || len(y.days) < 2 {
		return
	}
	for i := y.claim.index + 1; i < len(y.mentions) && y.line[i]-y.line[y.claim.index] <= 3; i++ {
		p := y.mentions[i].Points[0]
		if p.Weekday == NoWeekday || p.Day != 0 || p.Base != NoBase || p.DayRef != NoRef || p.WeekRef != NoRef {
			continue
		}
		if len(y.mentions[i].Points) > 1 || y.p.tenseAround(y.mentions[i], y.t.Sentences) != past {
			return
		}
		for back := range serial(2) {
			reason := fmt.Sprintf("its first sentences tell of a %s", p.Weekday)
			if y.narrow(reason, func(n serial) bool { return (n - back).weekday() == p.Weekday }) {
				y.ranges = append(y.ranges, y.rangeOf(i))
				return
			}
		}
	}
}

// byWholeDates keeps the year nearest to the article's dates that have one,
// where the next is far off.
func (y *yearSearch) byWholeDates() {
	if len(y.days) < 2 {
		return
	}
	best, second, bestGap, nearest := serial(0), 1<<30, 1<<30, -1
	for _, n := range y.days {
		gap, at := 1<<30, -1
		for i, m := range y.mentions {
			for _, p := range m.Points {
				if d, _ := p.whole(); p.Year != 0 && p.Month != 0 && !d.IsZero() && !m.Since {
					if g := distance(n, d); g < gap {
						gap, at = g, i
					}
				}
			}
		}
		if gap < bestGap {
			best, second, bestGap, nearest = n, bestGap, gap, at
		} else if gap < second {
			second = gap
		}
	}
	if nearest < 0 || bestGap > 400 || second < 700 {
		return
	}
	d, _ := y.mentions[nearest].Points[0].whole()
	y.days = []serial{best}
	y.reasons = append(y.reasons, fmt.Sprintf("it is the one near %s, which the article gives with its year", d))
	y.ranges = append(y.ranges, y.rangeOf(nearest))
}

// distance is the number of days between a day and a date, 0 within it.
func distance(n serial, d edtf.Date) int {
	if from := serialOf(d); n < from {
		return int(from - n)
	}
	if to := lastOf(d); n > to {
		return int(n - to)
	}
	return 0
}

// basis says in words what the search rests on, or between which years it
// could not choose.
func (y *yearSearch) basis() string {
	p := y.claim.point
	day := fmt.Sprintf("%d %s", p.Day, monthNames[p.Month])
	weekday := Weekday((int(y.weekday)+6+y.claim.offset+14)%7 + 1)
	if y.weekday != NoWeekday {
		day = fmt.Sprintf("%s %s", weekday, day)
	}
	found := y.yearsOf(y.days)
	if len(y.days) != 1 {
		if len(found) > 6 {
			return day + ": the article does not say in which year"
		}
		return fmt.Sprintf("%s: the article does not say which of %s it means", day, yearsIn(found))
	}
	fits := strings.Join(y.reasons, "; ")
	switch {
	case y.weekday == NoWeekday:
		return fmt.Sprintf("%s: only %s fits: %s", day, found[0], fits)
	case len(y.reasons) == 0:
		return fmt.Sprintf("%d %s was a %s only in %s", p.Day, monthNames[p.Month], weekday, found[0])
	}
	return fmt.Sprintf("%d %s was a %s in %s; of these only %s fits: %s", p.Day, monthNames[p.Month], weekday, yearsIn(y.tried), found[0], fits)
}

func (y *yearSearch) yearsOf(days []serial) []string {
	var out []string
	for _, n := range days {
		out = append(out, fmt.Sprint((n + serial(y.claim.offset)).year()))
	}
	return out
}

// yearsIn lists years in words.
func yearsIn(years []string) string {
	if len(years) < 2 {
		return strings.Join(years, "")
	}
	return strings.Join(years[:len(years)-1], ", ") + " and " + years[len(years)-1]
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
