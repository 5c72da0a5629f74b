package dates

import "peacetalks/loader/text"

// A piece is a point on its way, with what the grammar must still know of it.
type piece struct {
	Point
	to         int  // token after it
	plain      int  // token after it without its bare day
	bare       bool // a day of a month that is named elsewhere
	monthFirst bool // "January 23": a further day may follow
	also       int  // "78 Temmuz": the second of two days that lost their hyphen
	ordinal    bool // the day is an ordinal in words
	closed     bool // nothing of the same date can follow, as in "Wednesday's"
}

// mention reads the mention that begins at token i: a chain of pieces, which
// complete one another's months and years.
func (p *parser) mention(i int) (Mention, bool) {
	if p.barred(i) {
		return Mention{}, false
	}
	first, ok := p.piece(i)
	if !ok {
		return Mention{}, false
	}
	pieces, ranged := p.chain([]piece{first}, p.opens(i, classBetween))
	pieces = p.beside(pieces)
	pieces, to := p.complete(pieces)
	if len(pieces) == 0 {
		return Mention{}, false
	}
	m := Mention{From: i, To: to, p: p}
	for _, q := range pieces {
		m.Points = append(m.Points, q.Point)
		ranged = ranged || q.also != 0
	}
	m.Range = len(pieces) > 1 && (ranged || len(pieces) == 2 && p.opens(i, classBetween))
	m.Since = p.opens(i, classSince)
	return m, true
}

// opens tells whether the mention at i begins with a word of a class, or has
// one before it.
func (p *parser) opens(i int, c class) bool {
	for j := i; j >= 0 && j >= i-2 && p.same(j, i); j-- {
		if p.has(j, c) {
			return true
		}
		if j < i && !p.has(j, classOn) && !p.has(j, classYearWord) {
			return false
		}
	}
	return false
}

// piece reads one point: up to three components such as "tomorrow",
// "Wednesday" and "the 11th of December", in any sensible order.
func (p *parser) piece(i int) (piece, bool) {
	q := piece{to: i}
	open, n := false, 0
	for j := i; n < 3 && !q.closed && !p.barred(j); n++ {
		if !p.component(j, &q, n == 0) {
			break
		}
		if open && p.is(q.to, ")") {
			q.to++
			open = false
		}
		var opened bool
		j, opened = p.glue(q.to)
		open = open || opened
	}
	return q, n > 0
}

// glue passes over what may stand between the components of one date.
func (p *parser) glue(i int) (int, bool) {
	j, comma, open := i, false, false
	for n := 0; n < 4 && j < len(p.toks) && p.same(i-1, j); n++ {
		tok := &p.toks[j]
		switch {
		case tok.Norm == "," && !comma && !open:
			comma = true
			j++
		case tok.Norm == "(" && !open:
			open = true
			j++
		case tok.Norm == "-" && !tok.Glued || tok.Norm == "/" && p.matchesHijri(j+1):
			j++
		case p.has(j, classMatching):
			j = p.skip(j, classMatching)
		case p.has(j, classOn):
			j = p.skip(j, classOn)
		case p.has(j, classPartOfDay):
			j = p.skip(j, classPartOfDay)
		default:
			return j, open
		}
	}
	return j, open
}

// matchesHijri tells whether a number stands at i: the other half of a date in
// two calendars, written with a slash.
func (p *parser) matchesHijri(i int) bool { return i < len(p.toks) && p.toks[i].Kind == text.Number }

// component reads one component at token i into q and moves q.to past it.
func (p *parser) component(i int, q *piece, first bool) bool {
	if i >= len(p.toks) || !first && !p.same(q.to-1, i) {
		return false
	}
	if first && p.relative(i, q) {
		return true
	}
	if q.Weekday == NoWeekday && !q.bare && (first || q.Base != NoBase || q.Day != 0) && p.weekday(i, q) {
		return true
	}
	return p.dateComponent(i, q, first)
}

// dateComponent adds a date to a piece, where it fits what the piece has.
func (p *parser) dateComponent(i int, q *piece, first bool) bool {
	d, ok := p.date(i)
	if !ok {
		return false
	}
	switch {
	case first:
		*q = d
	case q.dayMonth() && d.dayMonth() && q.Calendar != d.Calendar:
		// One day in two calendars: the Gregorian one counts.
		if d.Calendar == Gregorian {
			d.Weekday, d.Base, d.Offset, d.Unit = q.Weekday, q.Base, q.Offset, q.Unit
			*q = d
		}
		q.to, q.plain = d.to, d.to
	case q.Day != 0 || q.Month != 0 || q.MonthRef != NoRef || q.Base != NoBase && q.Unit != Day || q.Base == NoBase && q.Weekday == NoWeekday:
		return false
	case d.Day == 0:
		return false
	default:
		d.Weekday, d.DayRef, d.Base, d.Offset, d.Unit, d.WeekRef = q.Weekday, q.DayRef, q.Base, q.Offset, q.Unit, q.WeekRef
		d.plain = q.to
		*q = d
	}
	return true
}

// relative reads "today", "the next day", "two days ago".
func (p *parser) relative(i int, q *piece) bool {
	base := FromAnchor
	to, s := p.match(i, classDay)
	if end, previous := p.match(i, classPrevious); previous != nil && end > to {
		base, to, s = FromPrevious, end, previous
	}
	if s == nil {
		return p.ago(i, q)
	}
	if p.has(to, classThan) {
		return false // "a day later than planned"
	}
	q.Base, q.Offset, q.to, q.plain = base, int(s.value), to, to
	p.suffix(q)
	return true
}

// suffix passes over a case ending after an apostrophe.
func (p *parser) suffix(q *piece) {
	if q.to < len(p.toks) && p.toks[q.to].Kind == text.Suffix {
		q.closed = p.toks[q.to].Norm == "'s"
		q.to++
	}
}

// ago reads a count of days, weeks, months or years before or after the
// article's day, or after the day mentioned before.
func (p *parser) ago(i int, q *piece) bool {
	j, sign, base := i, 0, FromAnchor
	if to, s := p.match(i, classAgoBefore); s != nil {
		j, sign = to, -1
	} else if to, s := p.match(i, classInBefore); s != nil {
		j, sign = to, 1
	}
	n, unit, to, ok := p.count(j)
	if !ok {
		return false
	}
	if sign == 0 {
		if after, s := p.match(to, classAgoAfter); s != nil {
			to, sign = after, -1
		} else if after, s := p.match(to, classLaterAfter); s != nil {
			to, sign, base = after, 1, FromPrevious
		}
	}
	if sign == 0 || p.has(to, classOf) || p.has(to, classThan) || n > 60 { // "three days later than planned"
		return false
	}
	q.Base, q.Offset, q.Unit, q.to, q.plain = base, sign*n, unit, to, to
	return true
}

// count reads "two days", "أسبوعين", "a month".
func (p *parser) count(i int) (n int, unit Precision, to int, ok bool) {
	if to, s := p.match(i, classTwoUnits); s != nil {
		return 2, Precision(s.value), to, true
	}
	if to, s := p.match(i, classOneUnit); s != nil {
		return 1, Precision(s.value), to, true
	}
	j := i
	if to, s := p.match(i, classNumber); s != nil {
		n, j = int(s.value), to
	} else if i < len(p.toks) && p.toks[i].Kind == text.Number {
		n, j = p.toks[i].Value, i+1
	}
	to, s := p.match(j, classUnit)
	if s == nil || n < 1 {
		return 0, 0, i, false
	}
	return n, Precision(s.value), to, true
}

// weekday reads "Monday", "الاثنين الماضي", "Monday of next week".
func (p *parser) weekday(i int, q *piece) bool {
	ref, j := NoRef, i
	if to, s := p.match(i, classRefBefore); s != nil {
		ref, j = Ref(s.value), to
	}
	to, s := p.match(j, classWeekday)
	if s == nil || s.weak && !p.dated(j, to, q) {
		return false
	}
	q.Weekday, q.to, q.plain = Weekday(s.value), to, to
	p.suffix(q)
	if after, s := p.match(q.to, classRefAfter); s != nil {
		ref, q.to = Ref(s.value), after
	}
	q.DayRef = ref
	if unit, ref, after, ok := p.unitRef(p.skip(p.skip(q.to, classOf), classOn)); ok && unit == Week && !q.closed {
		q.WeekRef, q.to = ref, after
	}
	q.plain = q.to
	return true
}

// company tells whether a word that is also something else, at i, has a word
// before it that makes it a date.
func (p *parser) company(i int) bool {
	j := i - 1
	return i > 0 && i == p.monthEnd || j >= 0 && p.same(j, i) && (p.has(j, classOn) || p.has(j, classIn) || p.has(j, classPartOfDay) || p.has(j, classSince))
}

// dated tells whether a weekday's short or ambiguous name, from i to to, has a
// date or the word "day" beside it.
func (p *parser) dated(i, to int, q *piece) bool {
	if q.Day != 0 || q.Base != NoBase {
		return true
	}
	if !p.l.capitals {
		return p.company(i) || p.is(to, ",") || p.has(to, classPartOfDay)
	}
	if p.is(to, ".") || p.is(to, ",") {
		to++
	} else if p.has(to, classOn) && p.toks[i].Upper {
		return true
	}
	return p.toks[i].Upper && p.same(i, to) && (p.dayNumber(to) || p.has(to, classMonth))
}

func (p *parser) dayNumber(i int) bool {
	return i < len(p.toks) && p.toks[i].Kind == text.Number && p.toks[i].Value >= 1 && p.toks[i].Value <= 31
}
