package dates

import (
	"fmt"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// order resolves the mentions, first those that need no others.
func (s *solver) order() {
	done := make([]bool, len(s.mentions))
	for _, pass := range []func(Mention) bool{
		func(m Mention) bool { return m.Points[0].Base == FromAnchor || m.fixed() },
		func(m Mention) bool { return m.Points[0].Month != 0 },
		func(m Mention) bool { return true },
	} {
		for i, m := range s.mentions {
			if !done[i] && pass(m) {
				s.Resolved[i], done[i] = s.resolve(i), true
			}
		}
	}
}

// fixed tells whether each point of a mention has its year.
func (m Mention) fixed() bool {
	for _, p := range m.Points {
		if p.Year == 0 {
			return false
		}
	}
	return true
}

// A meaning is what one point comes to.
type meaning struct {
	date        edtf.Date
	window      edtf.Date
	approximate bool
	basis       string
	support     []text.Range
}

// resolve puts together what the points of a mention mean.
func (s *solver) resolve(i int) Resolved {
	m := s.mentions[i]
	s.leaned = false
	var all []meaning
	for _, p := range m.Points {
		mean := s.point(i, p, all)
		if mean.date.IsZero() {
			return Resolved{Basis: mean.basis}
		}
		all = append(all, mean)
	}
	first, last := all[0], all[len(all)-1]
	r := Resolved{Date: first.date, Window: first.window, Basis: first.basis}
	for _, mean := range all {
		r.Approximate = r.Approximate || mean.approximate
		r.Support = append(r.Support, mean.support...)
	}
	if len(all) > 1 {
		r.Date = edtf.Between(first.date, last.date)
		r.Window = edtf.Date{}
		if r.Date.IsZero() {
			r.Date = first.date
		}
	}
	if s.leaned && s.AnchorTo > 0 && s.AnchorFrom != m.From {
		r.Support = append(r.Support, text.Range{From: s.AnchorFrom, To: s.AnchorTo})
	}
	if s.known && s.AnchorFrom == m.From && s.AnchorTo == m.To {
		r.Support = append(r.Support, s.AnchorSupport...)
		r.Basis = s.AnchorBasis
	}
	r.Days = days(m, all, r)
	return r
}

// days lists the days of a list, or those of a short range.
func days(m Mention, all []meaning, r Resolved) []edtf.Date {
	if r.Approximate {
		return nil
	}
	for _, mean := range all {
		if !mean.date.IsDay() {
			return nil
		}
	}
	var out []edtf.Date
	if !m.Range {
		for _, mean := range all {
			out = append(out, mean.date)
		}
		return out
	}
	from, to := serialOf(all[0].date), serialOf(all[len(all)-1].date)
	for n := from; n <= to && n < from+31; n++ {
		out = append(out, n.date())
	}
	return out
}

// point resolves one point of a mention; before holds what the points before
// it mean.
func (s *solver) point(i int, p Point, before []meaning) meaning {
	switch {
	case p.Year != 0:
		return s.withYear(i, p)
	case p.Base == FromAnchor:
		return s.fromAnchor(i, p)
	case p.Base == FromPrevious:
		return s.fromPrevious(i, p)
	case p.dayMonth():
		return s.dayMonth(i, p, before)
	case p.Day != 0:
		return s.dayOfMonth(i, p)
	case p.Weekday != NoWeekday:
		return s.weekdayAlone(i, p, before)
	case p.Month != 0:
		return partly(s.monthAlone(i, p, before), p.Part)
	case p.MonthRef != NoRef:
		return partly(s.monthRef(i, p), p.Part)
	case p.WeekRef != NoRef:
		return s.weekRef(p)
	case p.YearRef != NoRef:
		return partly(s.yearRef(i, p), p.Part)
	}
	return meaning{basis: "no part of it can be placed"}
}

// partly makes a month or a year approximate where only a part of it is
// meant.
func partly(m meaning, part Part) meaning {
	if part != Whole && !m.date.IsZero() {
		m.approximate, m.window = true, window(m.date, part)
	}
	return m
}

// withYear resolves a date that has its year.
func (s *solver) withYear(i int, p Point) meaning {
	d, approximate := p.whole()
	m := meaning{date: d, approximate: approximate, basis: "as written"}
	switch {
	case p.Calendar == Jalali:
		m.basis = "converted from the Solar Hijri calendar"
	case p.Calendar == Hijri:
		m.basis = "converted from the Hijri calendar of Umm al-Qura; other countries may differ by a day or two"
	case p.Swapped:
		m = s.swapped(p, m)
	case p.AltMonth != 0:
		m = otherMonth(p, m)
	}
	if p.Weekday != NoWeekday && m.date.IsDay() && !approximate && serialOf(m.date).weekday() != p.Weekday {
		m.basis += fmt.Sprintf("; %s was a %s, not a %s", m.date, serialOf(m.date).weekday(), p.Weekday)
	}
	if approximate && p.Calendar == Hijri {
		n := serialOf(d)
		m.window = edtf.Between((n - 2).date(), (n + 2).date())
	}
	return partly(m, p.Part)
}

// swapped chooses between day and month of "9/11/2020": by the weekday, else
// by the nearness to the article's day.
func (s *solver) swapped(p Point, m meaning) meaning {
	other := dayOf(p.Year, p.Day, p.Month)
	switch n := serialOf(other); {
	case other.IsZero() || other == m.date:
	case p.Weekday != NoWeekday && serialOf(m.date).weekday() != p.Weekday && n.weekday() == p.Weekday:
		m.date, m.basis = other, fmt.Sprintf("the order of its numbers follows from the weekday, %s", p.Weekday)
	case p.Weekday == NoWeekday && s.known && distance(s.anchor, other) <= 10 && distance(s.anchor, m.date) > 25:
		m.date, m.basis = other, "the order of its numbers follows from the article's day"
	default:
		m.basis = "as written, in the order of numbers that the language prefers"
	}
	return m
}

// otherMonth chooses between two contradicting names of a month by the
// weekday, else keeps the first.
func otherMonth(p Point, m meaning) meaning {
	other := dayOf(p.Year, p.AltMonth, p.Day)
	if p.Weekday != NoWeekday && !other.IsZero() && m.date.IsDay() && serialOf(m.date).weekday() != p.Weekday && serialOf(other).weekday() == p.Weekday {
		m.date = other
	}
	m.basis += fmt.Sprintf("; the text names both %s and %s", monthNames[p.Month], monthNames[p.AltMonth])
	return m
}

// fromAnchor resolves "yesterday", "two months ago".
func (s *solver) fromAnchor(i int, p Point) meaning {
	if !s.known {
		return meaning{basis: "the article's own day is not known"}
	}
	n := s.anchor + serial(p.Offset)
	switch p.Unit {
	case Week:
		n = s.anchor + serial(7*p.Offset)
		return meaning{date: monthOfDay(n.date()), window: edtf.Between((n - 3).date(), (n + 3).date()), approximate: true, basis: s.since("counted in weeks")}
	case Month:
		return meaning{date: monthOf(s.Anchor.Year(), s.Anchor.Month()+p.Offset), approximate: true, basis: s.since("counted in months")}
	case Year:
		return meaning{date: edtf.Of(s.Anchor.Year()+p.Offset, 0, 0), approximate: true, basis: s.since("counted in years")}
	}
	m := meaning{date: n.date(), basis: s.since(relativeName(p.Offset))}
	if p.dayMonth() {
		if d, ok := closest(p, n, 0); ok && d != n && distance(n, d.date()) > 3 {
			m.date, m.basis = d.date(), s.since(fmt.Sprintf("the day and month as written, although the text says %s", relativeName(p.Offset)))
		} else if ok {
			m.date = d.date()
		}
	}
	if p.Weekday != NoWeekday && serialOf(m.date).weekday() != p.Weekday {
		m.basis += fmt.Sprintf("; %s was a %s, not a %s", m.date, serialOf(m.date).weekday(), p.Weekday)
	}
	return m
}

// since puts the anchor behind a reason.
func (s *solver) since(reason string) string {
	if !s.known {
		return reason
	}
	s.leaned = true
	return reason + s.ofDay
}

// fromPrevious resolves "the next day".
func (s *solver) fromPrevious(i int, p Point) meaning {
	at, ok := s.previous(i, func(r Resolved) bool { return len(r.Days) > 0 })
	if !ok {
		if s.known && p.Offset == 0 {
			return meaning{date: s.Anchor, basis: s.since("the same day")}
		}
		return meaning{basis: "no day is mentioned before it"}
	}
	r := s.Resolved[at]
	last := serialOf(r.Days[len(r.Days)-1])
	n := last + serial(p.Offset)
	support := []text.Range{s.rangeOf(at)}
	switch p.Unit {
	case Week:
		n = last + serial(7*p.Offset)
		return meaning{date: monthOfDay(n.date()), window: edtf.Between((n - 3).date(), (n + 3).date()), approximate: true, basis: "counted from " + last.date().String(), support: support}
	case Month, Year:
		months := p.Offset
		if p.Unit == Year {
			months *= 12
		}
		d := last.date()
		return meaning{date: monthOf(d.Year(), d.Month()+months), approximate: true, basis: "counted from " + d.String(), support: support}
	}
	return meaning{date: n.date(), basis: fmt.Sprintf("%+d days from %s, named before it", p.Offset, last.date()), support: support}
}

// previous is the last resolved mention before i, within three lines, that
// passes.
func (s *solver) previous(i int, pass func(Resolved) bool) (int, bool) {
	for j := i - 1; j >= max(0, i-reach) && s.line[i]-s.line[j] <= 3; j-- {
		if !s.Resolved[j].Date.IsZero() && pass(s.Resolved[j]) {
			return j, true
		}
	}
	return 0, false
}

// dayOfMonth resolves "the 24th of this month".
func (s *solver) dayOfMonth(i int, p Point) meaning {
	ref := p.MonthRef
	if p.Loose && s.toldOfEarlier(i) {
		ref = Same
	}
	month := s.monthRef(i, Point{MonthRef: ref, YearRef: p.YearRef})
	if month.date.IsZero() {
		return month
	}
	d := dayOf(month.date.Year(), month.date.Month(), p.Day)
	if at, ok := s.previous(i, func(r Resolved) bool { return r.Date.IsDay() }); ok && p.MonthRef == Same && !d.IsZero() && d.Compare(s.Resolved[at].Date) < 0 && s.tenseAt(i) == future {
		next := monthOf(d.Year(), d.Month()+1)
		d = dayOf(next.Year(), next.Month(), p.Day) // "opened on March 30 and will go on until the 3rd"
	}
	if d.IsZero() {
		return meaning{basis: "that month has no such day"}
	}
	month.date = d
	return month
}

// toldOfEarlier tells whether the date before mention i, on its line, lies in a month before
// the article's, and mention i is told of as past: "They met in February. The talks broke up
// on the 8th of the month."
func (s *solver) toldOfEarlier(i int) bool {
	at, ok := s.previous(i, func(r Resolved) bool { return r.Date.Month() != 0 })
	if !ok || !s.known || s.line[at] != s.line[i] || s.tenseAt(i) != past {
		return false
	}
	d := s.Resolved[at].Date
	return monthOf(d.Year(), d.Month()).Compare(monthOf(s.Anchor.Year(), s.Anchor.Month())) < 0
}

// monthRef resolves "last month", "the same month".
func (s *solver) monthRef(i int, p Point) meaning {
	if p.MonthRef == Same {
		at, ok := s.previous(i, func(r Resolved) bool { return r.Date.Month() != 0 })
		if !ok && s.known {
			return meaning{date: monthOf(s.Anchor.Year(), s.Anchor.Month()), basis: s.since("the article's own month")}
		}
		if !ok {
			return meaning{basis: "no month is mentioned before it"}
		}
		d := s.Resolved[at].Date
		return meaning{date: edtf.Of(d.Year(), d.Month(), 0), basis: "the month named before it", support: []text.Range{s.rangeOf(at)}}
	}
	if !s.known {
		return meaning{basis: "the article's own day is not known"}
	}
	shift := map[Ref]int{Last: -1, Next: 1}[p.MonthRef]
	return meaning{date: monthOf(s.Anchor.Year(), s.Anchor.Month()+shift), basis: s.since([...]string{"", "last month", "this month", "next month"}[p.MonthRef%4])}
}

// weekRef resolves "next week" to the month that most of it lies in.
func (s *solver) weekRef(p Point) meaning {
	if !s.known || p.WeekRef == Same {
		return meaning{basis: "the article's own day is not known"}
	}
	shift := map[Ref]serial{Last: -7, Next: 7}[p.WeekRef]
	monday := s.anchor - serial(s.anchor.weekday()) + 1 + shift
	return meaning{date: monthOfDay((monday + 3).date()), window: edtf.Between(monday.date(), (monday + 6).date()), approximate: true,
		basis: s.since([...]string{"", "last week", "this week", "next week"}[p.WeekRef%4])}
}

// yearRef resolves "last year".
func (s *solver) yearRef(i int, p Point) meaning {
	y, m := s.year(i, p.YearRef)
	if y == 0 {
		return m
	}
	m.date = edtf.Of(y, 0, 0)
	return m
}

// year is the year that a reference means, with the reason.
func (s *solver) year(i int, ref Ref) (int, meaning) {
	if ref == Same {
		at, ok := s.previous(i, func(r Resolved) bool { return true })
		if !ok {
			return 0, meaning{basis: "no year is mentioned before it"}
		}
		return s.Resolved[at].Date.Year(), meaning{basis: "the year named before it", support: []text.Range{s.rangeOf(at)}}
	}
	if !s.known {
		return 0, meaning{basis: "the article's own day is not known"}
	}
	if ref == New {
		year := s.Anchor.Year()
		if s.Anchor.Month() > 4 {
			year++
		}
		return year, meaning{basis: s.since("the new year")}
	}
	shift := map[Ref]int{Last: -1, Next: 1}[ref]
	return s.Anchor.Year() + shift, meaning{basis: s.since([...]string{"", "last year", "this year", "next year"}[ref%4])}
}
