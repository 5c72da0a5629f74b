package dates

import (
	"fmt"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// closest is the day of a point nearest to another day: on or before it for a
// negative direction, on or after it for a positive one.
func closest(p Point, to serial, direction int) (serial, bool) {
	best, gap, ok := serial(0), 1<<30, false
	year, span := to.year(), 1
	if p.Day == 29 && p.Month == 2 {
		span = 8
	}
	for y := year - span; y <= year+span; y++ {
		for shift := range 2 {
			d := p.gregorian(y, shift)
			if d.IsZero() {
				continue
			}
			n := serialOf(d)
			if direction < 0 && n > to || direction > 0 && n < to {
				continue
			}
			if g := distance(n, to.date()); g < gap {
				best, gap, ok = n, g, true
			}
			if p.Calendar == Gregorian {
				break
			}
		}
	}
	return best, ok
}

// dayMonth resolves a day and month without a year.
func (s *solver) dayMonth(i int, p Point, before []meaning) meaning {
	if p.Calendar == Hijri {
		return meaning{basis: "a Hijri date without its year"}
	}
	if p.YearRef != NoRef {
		y, m := s.year(i, p.YearRef)
		if y != 0 {
			m.date = p.gregorian(y, 0)
		}
		return m
	}
	if _, ok := closest(p, 0, 0); !ok {
		return meaning{basis: "there is no such day in any year"} // 31 November
	}
	if len(before) > 0 {
		prev := before[len(before)-1]
		n, _ := closest(p, serialOf(prev.date), 1)
		return meaning{date: n.date(), basis: "the first such day after the one listed before it"}
	}
	if m, ok := s.sameDay(i, p); ok {
		return m
	}
	if s.ref.IsZero() {
		return s.byHints(p)
	}
	if s.known && p.Weekday != NoWeekday {
		return s.byWeekday(i, p)
	}
	n, m := s.place(i, p.MonthRef, func(to serial, direction int) (serial, bool) { return closest(p, to, direction) })
	m.date = n.date()
	if p.MonthRef == This {
		m.date = p.gregorian(s.ref.Year(), 0)
	}
	if p.AltMonth != 0 {
		m.basis += fmt.Sprintf("; the text names both %s and %s", monthNames[p.Month], monthNames[p.AltMonth])
	}
	return m
}

// sameDay finds another mention of the same day and month, or of all days of
// the same list, that has its year.
func (s *solver) sameDay(i int, p Point) (meaning, bool) {
	if p.MonthRef != NoRef {
		return meaning{}, false
	}
	from, to := s.around(i)
	for j := from; j < to; j++ {
		m := s.mentions[j]
		if j == i {
			continue
		}
		year := 0
		for _, q := range s.mentions[i].Points {
			o, ok := m.day(q)
			if !ok {
				year = 0
				break
			}
			if q == p {
				year = o.Year
			}
		}
		if year == 0 {
			continue
		}
		d := p.gregorian(year, 0)
		if p.Calendar != Gregorian || d.IsZero() || p.Weekday != NoWeekday && serialOf(d).weekday() != p.Weekday {
			continue
		}
		if n, ok := closest(p, s.anchor, 0); ok && s.known && distance(n, s.Anchor) <= 45 && n.date() != d {
			continue
		}
		return meaning{date: d, basis: "the article gives the same day with its year", support: []text.Range{s.rangeOf(j)}}, true
	}
	return meaning{}, false
}

// day is the point of a mention with the day and month of another point, and
// with a year.
func (m Mention) day(q Point) (Point, bool) {
	for _, o := range m.Points {
		if o.full() && o.Day == q.Day && o.Month == q.Month && o.Calendar == q.Calendar && !o.Swapped {
			return o, true
		}
	}
	return Point{}, false
}

// byHints solves a day and month, with or without a weekday, within the hints,
// where the article itself has no day.
func (s *solver) byHints(p Point) meaning {
	if len(s.c.Hints) == 0 {
		return meaning{basis: "nothing tells its year"}
	}
	m, ok := s.hinted[p]
	if !ok {
		m = s.findByHints(p)
		if s.hinted == nil {
			s.hinted = map[Point]meaning{}
		}
		s.hinted[p] = m
	}
	return m
}

// findByHints looks through the years.
func (s *solver) findByHints(p Point) meaning {
	var found []serial
	for y := firstYear; y <= lastYear; y++ {
		if d := p.gregorian(y, 0); !d.IsZero() && (p.Weekday == NoWeekday || serialOf(d).weekday() == p.Weekday) && s.allowed(serialOf(d), len(s.c.Hints)) {
			found = append(found, serialOf(d))
		}
	}
	if p.Weekday == NoWeekday {
		if len(found) != 1 {
			return meaning{basis: "nothing tells its year"}
		}
		return meaning{date: found[0].date(), basis: fmt.Sprintf("no other year fits (%s)", s.c.Hints[0].Basis)}
	}
	if len(found) != 1 {
		return meaning{basis: fmt.Sprintf("%d %s was a %s in %d years that fit", p.Day, monthNames[p.Month], p.Weekday, len(found))}
	}
	return meaning{date: found[0].date(), basis: fmt.Sprintf("%d %s was a %s in no other year that fits (%s)", p.Day, monthNames[p.Month], p.Weekday, s.c.Hints[0].Basis)}
}

// byWeekday is the day nearest to the article's on which the weekday is right;
// where none near is, the weekday is taken for a slip.
func (s *solver) byWeekday(i int, p Point) meaning {
	direction := map[Ref]int{Last: -1, Next: 1}[p.MonthRef]
	best, gap := serial(0), 1<<30
	for y := s.Anchor.Year() - 3; y <= s.Anchor.Year()+2; y++ {
		d := p.gregorian(y, 0)
		if d.IsZero() || serialOf(d).weekday() != p.Weekday || direction < 0 && serialOf(d) > s.anchor || direction > 0 && serialOf(d) < s.anchor {
			continue
		}
		if g := distance(s.anchor, d); g < gap {
			best, gap = serialOf(d), g
		}
	}
	near, ok := closest(p, s.anchor, direction)
	if gap == 1<<30 || gap > 300 && ok && distance(s.anchor, near.date()) < 45 {
		p.Weekday = NoWeekday
		m := s.dayMonth(i, p, nil)
		if m.date.IsDay() {
			m.basis += fmt.Sprintf("; %s was a %s, not the weekday that the text names", m.date, serialOf(m.date).weekday())
		}
		return m
	}
	return meaning{date: best.date(), basis: s.since(fmt.Sprintf("the nearest year in which %d %s was a %s", p.Day, monthNames[p.Month], p.Weekday))}
}

// place chooses between the past and the coming one of something that returns
// each year, by "last" and "next", else by a date named just before with its
// year, else by the tense of the words around it, else by nearness, in which
// news looks back rather than ahead.
func (s *solver) place(i int, ref Ref, at func(serial, int) (serial, bool)) (serial, meaning) {
	to := serialOf(s.ref)
	back, okBack := at(to, -1)
	ahead, okAhead := at(to, 1)
	if !okBack || !okAhead {
		n, _ := at(to, 0)
		return n, meaning{basis: s.near("the nearest")}
	}
	switch {
	case ref == Last:
		if back == to {
			back, _ = at(to-1, -1)
		}
		return back, meaning{basis: s.near("the last one")}
	case ref == Next:
		if ahead == to {
			ahead, _ = at(to+1, 1)
		}
		return ahead, meaning{basis: s.near("the next one")}
	case back == ahead:
		return back, meaning{basis: s.near("the same day")}
	}
	gapBack, gapAhead := int(to-back), int(ahead-to)
	t := unknown
	if s.known {
		t = s.tenseAt(i)
	}
	if t != future {
		if j, ok := s.narrated(i); ok {
			base := serialOf(s.Resolved[j].Date)
			n, _ := at(base, 0)
			return n, meaning{basis: fmt.Sprintf("in the course of what the text tells of %s", s.Resolved[j].Date), support: []text.Range{s.rangeOf(j)}}
		}
	}
	switch {
	case t == past && !(gapBack > 330 && gapAhead < 35):
		return back, meaning{basis: s.near("the last one, as the words beside it speak of the past")}
	case t == future && !(gapAhead > 330 && gapBack < 35):
		return ahead, meaning{basis: s.near("the next one, as the words beside it speak of the future")}
	case gapAhead <= 60 && gapAhead < gapBack, gapBack > 300:
		return ahead, meaning{basis: s.near("the nearest")}
	}
	return back, meaning{basis: s.near("the nearest, looking back")}
}

// near puts the reference day behind a reason.
func (s *solver) near(reason string) string {
	if s.known {
		return s.since(reason)
	}
	return fmt.Sprintf("%s to %s, which the article gives with its year", reason, s.ref)
}

// narrated finds a date with its own year in the same line before mention i,
// in another year than the article's.
func (s *solver) narrated(i int) (int, bool) {
	for j := i - 1; j >= max(0, i-reach) && s.line[j] == s.line[i]; j-- {
		m := s.mentions[j]
		p := m.Points[len(m.Points)-1]
		if p.Base == FromAnchor || p.MonthRef != NoRef || p.Weekday != NoWeekday && p.Day == 0 {
			return 0, false
		}
		if d := s.Resolved[j].Date; p.Year != 0 && p.Month != 0 && !m.Since && !d.IsZero() {
			if s.inAside(m, s.mentions[i]) {
				continue
			}
			return j, distance(serialOf(s.ref), d) > 200
		}
	}
	return 0, false
}

// inAside tells whether a mention stands between commas before another of its
// sentence: "The round, a format set up after the war of August 2008, was held on
// December 11", "the forum set up after the August 2008 war".
func (s *solver) inAside(m, of Mention) bool {
	t := s.t.Tokens
	to := m.To
	if m.Points[0].Day == 0 {
		for to < min(m.To+2, len(t)) && t[to].Kind == text.Word {
			to++
		}
	}
	if t[m.From].Sentence != t[of.From].Sentence || to >= len(t) || t[to].Norm != "," {
		return false
	}
	for i := s.t.Sentences[t[m.From].Sentence].From; i < m.From; i++ {
		if t[i].Norm == "," {
			return true
		}
	}
	return false
}

// monthAlone resolves a month without its year.
func (s *solver) monthAlone(i int, p Point, before []meaning) meaning {
	month := func(y int) edtf.Date {
		if d := p.gregorianMonth(y); !d.IsZero() {
			return d
		}
		return edtf.Date{}
	}
	if p.YearRef != NoRef {
		y, m := s.year(i, p.YearRef)
		if y != 0 {
			m.date = month(y)
		}
		return m
	}
	if s.ref.IsZero() {
		return meaning{basis: "nothing tells its year"}
	}
	if len(before) > 0 && !before[0].date.IsZero() {
		prev := before[len(before)-1].date
		d := month(prev.Year())
		if d.Compare(prev) < 0 {
			d = month(prev.Year() + 1)
		}
		return meaning{date: d, basis: "the first such month after the one listed before it"}
	}
	if p.MonthRef == Same {
		if at, ok := s.previous(i, func(r Resolved) bool { return true }); ok {
			return meaning{date: month(s.Resolved[at].Date.Year()), basis: "in the year named before it", support: []text.Range{s.rangeOf(at)}}
		}
	}
	if p.MonthRef == This {
		return meaning{date: month(s.ref.Year()), basis: s.near("this year's")}
	}
	ref := s.ref.Year()*12 + s.ref.Month()
	index := func(d edtf.Date) int { return d.Year()*12 + d.Month() }
	// A month holds the day that it is seen from, unless "last" or "next".
	n, m := s.place(i, p.MonthRef, func(to serial, direction int) (serial, bool) {
		base := to.date()
		at := index(base)
		if (p.MonthRef == Last || p.MonthRef == Next) && direction != 0 && index(month(base.Year())) == ref {
			at += direction
		}
		best, gap, ok := serial(0), 1<<30, false
		for y := base.Year() - 2; y <= base.Year()+2; y++ {
			d := month(y)
			g := (index(d) - at) * direction
			if direction == 0 {
				g = max(index(d)-at, at-index(d))
			}
			if d.IsZero() || g < 0 || g >= gap {
				continue
			}
			best, gap, ok = serialOf(d), g, true
			if g == 0 && direction != 0 {
				best = to
			}
		}
		return best, ok
	})
	m.date = monthOfDay(n.date())
	return m
}

// gregorianMonth is the month of a point in a Gregorian year.
func (p Point) gregorianMonth(year int) edtf.Date {
	switch p.Calendar {
	case Jalali:
		return monthOfDay(fromJalali(year-621, p.Month, 15))
	case Hijri:
		return edtf.Date{}
	}
	return edtf.Of(year, p.Month, 0)
}
