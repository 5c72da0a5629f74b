package dates

import "peacetalks/graph/edtf"

// Whole is the day that the words give in full, with its year; zero if they
// give none.
func (m Mention) Whole() edtf.Date {
	for _, p := range m.Points {
		if p.full() && p.Calendar == Gregorian && !p.Swapped {
			return dayOf(p.Year, p.Month, p.Day)
		}
	}
	return edtf.Date{}
}

// Near tells whether the words themselves put a mention within days of the
// article's own, which need not be known: "today", "on Monday".
func (m Mention) Near(day edtf.Date) bool {
	for _, p := range m.Points {
		switch {
		case p.Base == FromAnchor:
			if p.Unit == Day && p.Offset > -nearDays && p.Offset < nearDays {
				return true
			}
		case p.dayMonth() && !day.IsZero() && p.Calendar == Gregorian:
			if n, ok := p.since(day); ok && n > -nearDays && n < nearDays {
				return true
			}
		case p.Weekday != NoWeekday && p.Day == 0 && p.DayRef == NoRef && p.WeekRef != Last:
			return true
		case p.WeekRef == This, p.Day == 0 && p.Month == 0 && p.MonthRef == This && p.Base == NoBase:
			return true
		}
	}
	return false
}

// Past tells whether the words themselves put a mention weeks or more before
// the article's day, as far as that is known: "in May last year", "last month",
// "on May 6" in October.
func (m Mention) Past(day edtf.Date) bool {
	for _, p := range m.Points {
		if !m.Since && p.Base == FromAnchor && (p.Unit == Week && p.Offset < -2 || p.Unit > Week && p.Offset < 0 || p.Unit == Day && p.Offset < -pastDays) {
			return true
		}
		if p.YearRef == Last || p.MonthRef == Last && p.Month == 0 {
			return true
		}
		if p.Base != NoBase || p.Calendar != Gregorian || day.IsZero() {
			continue
		}
		if p.Month == 0 {
			if p.Year != 0 && p.Year < day.Year() {
				return true
			}
			continue
		}
		if n, ok := p.since(day); ok && (n > pastDays || p.Day == 0 && n > 2) {
			return true // "in February", on 14 March
		}
	}
	return false
}

// OtherMonth tells whether the words give a month, without its year, that is not the
// one of a day nor next to it.
func (m Mention) OtherMonth(day edtf.Date) bool {
	if day.IsZero() || len(m.Points) != 1 {
		return false
	}
	const months = 12
	p := m.Points[0]
	apart := (p.Month - day.Month() + months) % months
	return p.Month != 0 && p.Day == 0 && p.Year == 0 && p.Calendar == Gregorian && apart > 1 && apart < months-1
}

// Over tells whether the words themselves give a day that lies before the article's own
// news: "on November 29", on 9 December.
func (m Mention) Over(day edtf.Date) bool {
	if day.IsZero() {
		return false
	}
	for _, p := range m.Points {
		if p.MonthRef == This && p.Month == 0 && p.Day != 0 && p.Base == NoBase && !m.Since && day.Day()-p.Day >= nearDays {
			return true // "the eighth of this month", on the 26th
		}
		if m.Since || p.Base != NoBase || p.Calendar != Gregorian || p.Day == 0 || p.Month == 0 {
			continue
		}
		if n, ok := p.since(day); ok && n >= nearDays {
			return true
		}
	}
	return false
}

// MonthsBefore is how many months before the article's day the words put a mention, where
// they name a month or a year.
func (m Mention) MonthsBefore(day edtf.Date) (int, bool) {
	if day.IsZero() || len(m.Points) == 0 {
		return 0, false
	}
	const months = 12
	switch p := m.Points[0]; {
	case p.Calendar != Gregorian:
		return 0, false
	case p.Year != 0 && p.Month != 0:
		return (day.Year()-p.Year)*months + day.Month() - p.Month, true
	case p.Year != 0:
		return (day.Year() - p.Year) * months, true
	case p.Month != 0:
		return (day.Month() - p.Month + months) % months, true
	case p.Base == FromAnchor && p.Unit == Month:
		return -p.Offset, true
	case p.Base == FromAnchor && p.Unit < Month, p.MonthRef == This, p.MonthRef == Last:
		return 1, true
	}
	return 0, false
}

// Ahead tells whether the words themselves put a mention after the article's
// day: "tomorrow", "later this month", "on February 18" ten days before.
func (m Mention) Ahead(day edtf.Date) bool {
	for _, p := range m.Points {
		if p.Base == FromAnchor && p.Offset > 0 || p.DayRef == Next || p.WeekRef == Next || p.MonthRef == Next || p.YearRef == Next || p.Part == Later {
			return true
		}
		if p.MonthRef == This && p.Month == 0 && p.Day > day.Day() && !day.IsZero() {
			return true // "on the 28th of this month"
		}
		if p.Base != NoBase || p.Calendar != Gregorian || day.IsZero() || p.Month == 0 {
			continue
		}
		if n, ok := p.since(day); ok && (p.Day != 0 && n < 0 || n < -31) {
			return true
		}
	}
	return false
}

// What is within nearDays of the article's day is news, what lies more than
// pastDays before it is not.
const nearDays, pastDays = 7, 20

// since is how many days before a day the point's own last day lies; without a
// year, in that of the two years in which it is nearer.
func (p Point) since(day edtf.Date) (int, bool) {
	at := func(year int) (int, bool) {
		d := monthOf(year, p.Month)
		if p.Day != 0 {
			d = dayOf(year, p.Month, p.Day)
		}
		if d.IsZero() {
			return 0, false
		}
		return int(day.Earliest().Sub(d.Latest()).Hours() / 24), true
	}
	switch {
	case p.Year != 0:
		return at(p.Year)
	case p.YearRef == This:
		return at(day.Year())
	case p.YearRef == Last:
		return at(day.Year() - 1)
	}
	n, ok := at(day.Year())
	switch {
	case ok && n > 182:
		if next, ok := at(day.Year() + 1); ok && p.MonthRef != Last {
			return next, true
		}
	case ok && n < -182 || ok && n < 0 && p.MonthRef == Last:
		return at(day.Year() - 1)
	}
	return n, ok
}
