package dates

import (
	"fmt"

	"peacetalks/loader/text"
)

// weekdayAlone resolves a weekday without a date. News looks back: it is the
// article's day or one of the six before, unless the words around it speak of
// the future, or the article says elsewhere which day it is.
func (s *solver) weekdayAlone(i int, p Point, before []meaning) meaning {
	if len(before) > 0 {
		n := serialOf(before[len(before)-1].date) + 1
		for n.weekday() != p.Weekday {
			n++
		}
		return meaning{date: n.date(), basis: fmt.Sprintf("the %s after the day listed before it", p.Weekday)}
	}
	if !s.known {
		m := s.namedWeekday(i, p)
		if m.date.IsZero() {
			if beside, ok := s.besideNews(i, p); ok {
				return beside
			}
		}
		return m
	}
	back := s.anchor - serial((int(s.anchor.weekday())-int(p.Weekday)+7)%7)
	ahead := s.anchor + serial((int(p.Weekday)-int(s.anchor.weekday())+7)%7)
	switch {
	case p.WeekRef == Last || p.WeekRef == This || p.WeekRef == Next:
		shift := map[Ref]serial{Last: -7, Next: 7}[p.WeekRef]
		monday := s.anchor - serial(s.anchor.weekday()) + 1 + shift
		return meaning{date: (monday + serial(p.Weekday) - 1).date(), basis: s.since("of that week")}
	case p.DayRef == Last:
		if back == s.anchor {
			back -= 7
		}
		return meaning{date: back.date(), basis: s.since("the last " + p.Weekday.String())}
	case p.DayRef == Next:
		if ahead == s.anchor {
			ahead += 7
		}
		return meaning{date: ahead.date(), basis: s.since("the next " + p.Weekday.String())}
	}
	t := s.tenseAt(i)
	if m := &s.mentions[i]; m.Since && (t != future || m.p.l.uncased) {
		t = past // "meeting since Thursday"; an Arabic verb of the present may be one of the future
	}
	if t == unknown {
		t = s.tenseElsewhere(i, p)
	}
	switch {
	case t == future || p.DayRef == This && t != past:
		return meaning{date: ahead.date(), basis: s.since(fmt.Sprintf("the coming %s, as the words beside it speak of the future", p.Weekday))}
	case t == past:
		return meaning{date: back.date(), basis: s.since(fmt.Sprintf("the last %s, as the words beside it speak of the past", p.Weekday))}
	}
	if m := s.namedWeekday(i, p); !m.date.IsZero() {
		return m
	}
	if m, ok := s.inSequence(i, p); ok {
		return m
	}
	if m, ok := s.withinRange(i, p); ok {
		return m
	}
	return meaning{date: back.date(), basis: s.since(fmt.Sprintf("the last %s", p.Weekday))}
}

// tenseElsewhere is the tense in which the rest of the article speaks of the
// same weekday, where it speaks of it in one tense only.
func (s *solver) tenseElsewhere(i int, p Point) tense {
	found := unknown
	from, to := s.around(i)
	for j := from; j < to; j++ {
		if j == i || s.mentions[j].Points[0] != p {
			continue
		}
		switch t := s.tenseAt(j); {
		case found == unknown:
			found = t
		case t != unknown && t != found:
			return unknown
		}
	}
	return found
}

// namedWeekday finds a day near the article's that the article itself calls by
// that weekday ("tomorrow, Thursday"), or that is one ("the day after
// tomorrow").
func (s *solver) namedWeekday(i int, p Point) meaning {
	for _, exact := range []bool{true, false} {
		from, to := s.around(i)
		for j := from; j < to; j++ {
			m := s.mentions[j]
			if j == i || len(m.Points) != 1 || len(s.Resolved[j].Days) != 1 {
				continue
			}
			o, d := m.Points[0], s.Resolved[j].Days[0]
			if o.Base == NoBase && !o.dayMonth() || o.Base == FromPrevious || serialOf(d).weekday() != p.Weekday || (o.Weekday == p.Weekday) != exact {
				continue
			}
			if s.known && distance(s.anchor, d) > 6 || !exact && o.Offset < 0 {
				continue
			}
			return meaning{date: d, basis: fmt.Sprintf("the %s that the article names elsewhere", p.Weekday), support: []text.Range{s.rangeOf(j)}}
		}
	}
	return meaning{basis: "the article's own day is not known"}
}

// besideNews resolves a weekday in an article without a day of its own by the day of
// the news that it gives in full, with its weekday: "ended on Wednesday, May 29, 2019.
// It had begun on Monday". The day after the news is nearer than the one six days before.
func (s *solver) besideNews(i int, p Point) (meaning, bool) {
	j, ok := s.newsDay(i)
	t := s.tenseAt(i)
	if !ok || p.DayRef != NoRef || p.WeekRef != NoRef || t == unknown {
		return meaning{}, false
	}
	news := serialOf(s.Resolved[j].Date)
	back := (int(news.weekday()) - int(p.Weekday) + 7) % 7
	day := news - serial(back)
	if t == future && back > 0 || t == past && back == 6 && s.tenseAt(j) == past {
		day += 7
	}
	return meaning{date: day.date(), basis: fmt.Sprintf("the %s beside %s, which the article gives in full", p.Weekday, news.date()), support: []text.Range{s.rangeOf(j)}}, true
}

// newsDay finds the mention, the last before mention i or else the first behind it, that
// gives a day in full with its weekday.
func (s *solver) newsDay(i int) (int, bool) {
	from, to := s.around(i)
	found, ok := 0, false
	for j := from; j < to && !(ok && j > i); j++ {
		m := s.mentions[j]
		p := m.Points[0]
		if j != i && len(m.Points) == 1 && !m.Since && p.full() && p.Weekday != NoWeekday && p.Base == NoBase && s.Resolved[j].Date.IsDay() {
			found, ok = j, true
		}
	}
	return found, ok
}

// withinRange finds a weekday among the days that the article gives for what begins on its
// own day or later: "The 20th meeting will be held on June 20-21. … The plenary: Wednesday".
func (s *solver) withinRange(i int, p Point) (meaning, bool) {
	from, to := s.around(i)
	for j := from; j < to; j++ {
		if j == i || len(s.mentions[j].Points) != 2 || len(s.Resolved[j].Days) != 2 {
			continue
		}
		first, last := serialOf(s.Resolved[j].Days[0]), serialOf(s.Resolved[j].Days[1])
		if first < s.anchor || first > s.anchor+6 || last > first+6 {
			continue
		}
		for n := first; n <= last; n++ {
			if n.weekday() == p.Weekday {
				return meaning{date: n.date(), basis: fmt.Sprintf("the %s of the days that the article names elsewhere", p.Weekday), support: []text.Range{s.rangeOf(j)}}, true
			}
		}
	}
	return meaning{}, false
}

// inSequence continues a programme: "Thursday: …", "Friday: …".
func (s *solver) inSequence(i int, p Point) (meaning, bool) {
	if i == 0 || s.line[i]-s.line[i-1] > 1 || len(s.Resolved[i-1].Days) == 0 {
		return meaning{}, false
	}
	prev := s.mentions[i-1].Points[0]
	n := serialOf(s.Resolved[i-1].Days[len(s.Resolved[i-1].Days)-1])
	if prev.Weekday == NoWeekday || prev.Day != 0 || prev.Base != NoBase || n < s.anchor {
		return meaning{}, false
	}
	for n++; n.weekday() != p.Weekday; n++ {
	}
	if n > s.anchor+6 {
		return meaning{}, false
	}
	return meaning{date: n.date(), basis: fmt.Sprintf("the %s after the day named before it", p.Weekday), support: []text.Range{s.rangeOf(i - 1)}}, true
}
