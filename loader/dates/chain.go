package dates

import "peacetalks/loader/text"

// chain reads the further pieces of a list or a range: "14 و15 سبتمبر",
// "Monday to Wednesday". Behind a word for between the second is the end of a
// range: «بين 13 فبراير و10 مارس».
func (p *parser) chain(pieces []piece, between bool) ([]piece, bool) {
	ranged := false
	for len(pieces) < 8 {
		last := &pieces[len(pieces)-1]
		if last.closed {
			break
		}
		j, to, ok := p.connector(last)
		if !ok || !p.same(last.to-1, j) || p.barred(j) {
			break
		}
		on := j
		j = p.skip(j, classOn)
		if j >= len(p.toks) || !p.same(last.to-1, j) {
			break
		}
		if last.Month != 0 && last.Day == 0 {
			p.monthEnd = j
		}
		next, ok := p.piece(j)
		if next.bare && last.nextDay(&next) {
			next.Day, next.bare, next.to = 0, false, next.plain // «أمس واليوم (28 و29 نوفمبر)»
		}
		if !ok || !p.joins(last, &next, to || between && len(pieces) == 1 && next.dayMonth()) || on < j && !to && (next.precision() > Day || p.is(last.to, ",")) {
			break
		}
		if last.bare && last.Weekday == NoWeekday && next.Weekday != NoWeekday && p.is(last.to, ",") {
			break // «أستانا 21، الخميس 25 يناير»
		}
		ranged = ranged || to
		pieces = append(pieces, next)
	}
	return pieces, ranged
}

// connector reads what joins two dates after a piece, and whether it means
// "to".
func (p *parser) connector(last *piece) (next int, to, ok bool) {
	i := last.to
	if i >= len(p.toks) {
		return i, false, false
	}
	if j, s := p.match(i, classTo); s != nil {
		return j, true, true
	}
	switch p.toks[i].Norm {
	case "-":
		return i + 1, true, true
	case "/":
		return i + 1, false, last.bare && i+1 < len(p.toks) && p.toks[i+1].Kind == text.Number
	case ",":
		if !last.bare && (last.Weekday == NoWeekday || last.Day != 0) {
			return i, false, false
		}
		return p.skip(i+1, classAnd), false, true
	}
	if j, s := p.match(i, classAnd); s != nil {
		return j, false, true
	}
	if p.at[i] == nil {
		return i, false, false
	}
	for _, s := range p.at[i].senses {
		if s.and && (s.class.starts() || s.class == classOn) && p.follows(i+1, s.rest) {
			return i, false, true
		}
	}
	return i, false, false
}

// joins tells whether two pieces can be parts of one list or range.
func (p *parser) joins(a, b *piece, to bool) bool {
	switch {
	case a.bare && (b.Day <= a.Day || a.ordinal != b.ordinal):
		return false
	case a.bare && b.bare:
		return true
	case a.bare && b.dayMonth(), a.bare && b.Day != 0 && b.MonthRef != NoRef:
		return true
	case b.bare && b.Weekday == NoWeekday:
		// "December 11, 2019 - The 14th round" has no range.
		return a.monthFirst && a.Year == 0 && a.ordinal == b.ordinal && b.Day > a.Day && b.Day-a.Day <= 14
	case b.bare:
		return a.Weekday != NoWeekday && a.Day == 0
	case a.dayMonth() && b.dayMonth() && !to && a.Month != b.Month:
		// A list of days far apart is two dates.
		return (b.Month-a.Month+12)%12 == 1 && b.Day+30-a.Day <= 10
	case a.dayMonth() && b.dayMonth():
		return !to || a.Calendar != b.Calendar || a.Year != 0 && b.Year > a.Year || a.Month < b.Month || a.Month == b.Month && a.Day < b.Day || a.Month-b.Month > 6
	case a.Weekday != NoWeekday && a.Day == 0 && b.Weekday != NoWeekday && b.Day != 0:
		return true
	case a.Day != 0 || b.Day != 0:
		return false
	case a.Month != 0 && b.Month != 0 && !to:
		// Months are a list only where one needs the other's year.
		return a.Year == 0 && a.MonthRef == NoRef && (b.Year != 0 || b.YearRef != NoRef) || b.Month-a.Month == 1
	}
	if a.Base == FromAnchor && b.Base == FromAnchor && b.Offset-a.Offset != 1 {
		return false
	}
	return a.precision() == b.precision() && a.Part == Whole && b.Part == Whole && (a.Base != FromPrevious)
}

// beside joins a list of weekdays to the list of dates beside it: "Tuesday and
// Wednesday, 4 and 5 July", "4-5 July (Tuesday and Wednesday)".
func (p *parser) beside(pieces []piece) []piece {
	n := len(pieces)
	if n < 2 {
		return pieces
	}
	// In "Tuesday and Wednesday 4 and 5 July" the first number went to
	// Wednesday.
	if k := (n + 1) / 2; n%2 == 1 && k >= 2 && weekdaysThenDays(pieces, k) {
		return zip(pieces[:k], pieces[k-1:])
	}
	last := &pieces[n-1]
	if last.bare || last.closed {
		return pieces
	}
	j, open := p.glue(last.to)
	if j >= len(p.toks) || !p.same(last.to-1, j) || p.barred(j) {
		return pieces
	}
	first, ok := p.piece(j)
	if !ok {
		return pieces
	}
	others, _ := p.chain([]piece{first}, false)
	others, to := p.complete(others)
	if len(others) != n {
		return pieces
	}
	if open && p.is(to, ")") {
		others[n-1].to = to + 1
	}
	switch {
	case onlyWeekdays(pieces) && onlyDays(others):
		return zip(pieces, others)
	case onlyRelative(pieces) && onlyDays(others):
		for i := range others {
			others[i].Base, others[i].Offset, others[i].Unit = pieces[i].Base, pieces[i].Offset, pieces[i].Unit
		}
		return others
	case onlyDays(pieces) && onlyWeekdays(others):
		out := zip(others, pieces)
		out[n-1].to = others[n-1].to
		return out
	}
	return pieces
}

func weekdaysThenDays(pieces []piece, k int) bool {
	return onlyWeekdays(pieces[:k-1]) && pieces[k-1].Weekday != NoWeekday && pieces[k-1].Day != 0 && onlyDays(pieces[k:])
}

func onlyWeekdays(pieces []piece) bool {
	for _, q := range pieces {
		if q.Weekday == NoWeekday || q.Day != 0 || q.Base != NoBase {
			return false
		}
	}
	return true
}

func onlyRelative(pieces []piece) bool {
	for _, q := range pieces {
		if q.Base != FromAnchor || q.Unit != Day || q.Day != 0 || q.Weekday != NoWeekday {
			return false
		}
	}
	return true
}

// nextDay tells whether two pieces are counted from the article's day and the second is
// the day after the first: "yesterday and today".
func (q *piece) nextDay(next *piece) bool {
	return q.Base == FromAnchor && next.Base == FromAnchor && q.Unit == Day && next.Unit == Day && q.Day == 0 && next.Offset-q.Offset == 1
}

func onlyDays(pieces []piece) bool {
	for _, q := range pieces {
		if q.Weekday != NoWeekday || q.Day == 0 {
			return false
		}
	}
	return true
}

// zip gives the weekdays of one list to the days of another.
func zip(weekdays, days []piece) []piece {
	out := make([]piece, len(days))
	for i, d := range days {
		out[i] = d
		out[i].Weekday = weekdays[i].Weekday
	}
	return out
}

// complete gives each piece the month and year that a neighbour has, and drops
// what stays without a month at the end. It returns the token after the rest.
func (p *parser) complete(pieces []piece) ([]piece, int) {
	pieces = split(pieces)
	for k := 1; k < len(pieces); k++ {
		if prev := &pieces[k-1]; pieces[k].bare && prev.monthFirst {
			pieces[k].adopt(prev)
			pieces[k].monthFirst = true
			p.yearAfter(&pieces[k])
		}
	}
	for k := len(pieces) - 2; k >= 0; k-- {
		if next := &pieces[k+1]; pieces[k].bare && !next.bare && next.Day != 0 {
			pieces[k].adopt(next)
		} else {
			pieces[k].borrowYear(next)
		}
		if q := &pieces[k]; q.Weekday != NoWeekday && q.DayRef == NoRef && q.Base == NoBase {
			q.DayRef = pieces[k+1].DayRef
		}
	}
	for k := range pieces {
		q := &pieces[k]
		if !q.bare {
			continue
		}
		if q.Weekday == NoWeekday && q.Base == NoBase {
			pieces = pieces[:k]
			break
		}
		q.Day, q.bare, q.to = 0, false, q.plain
		pieces = pieces[:k+1]
		break
	}
	if len(pieces) == 0 {
		return nil, 0
	}
	return pieces, pieces[len(pieces)-1].to
}

// split makes two pieces of a day that lost its hyphen; without a month it is
// just a number.
func split(pieces []piece) []piece {
	for k := range pieces {
		q := pieces[k]
		if q.also == 0 {
			continue
		}
		second := q
		second.Day, second.also = q.also, 0
		out := append(append([]piece{}, pieces[:k+1]...), second)
		return append(out, pieces[k+1:]...)
	}
	return pieces
}

// adopt takes the month and year of another piece.
func (q *piece) adopt(o *piece) {
	q.Month, q.MonthRef, q.Year, q.YearRef, q.Calendar, q.AltMonth = o.Month, o.MonthRef, o.Year, o.YearRef, o.Calendar, o.AltMonth
	q.bare, q.Swapped = false, o.Swapped
}

// borrowYear takes the year of the next piece: "30 May and 3 June 2022", "30
// December to 2 January 2018".
func (q *piece) borrowYear(next *piece) {
	if q.Month == 0 || next.Month == 0 || q.Calendar != next.Calendar || q.Year != 0 || q.YearRef != NoRef {
		return
	}
	if next.Year != 0 {
		q.Year = next.Year
		if q.Month > next.Month {
			q.Year--
		}
	}
	if q.Month <= next.Month {
		q.YearRef = next.YearRef
		if q.MonthRef == NoRef {
			q.MonthRef = next.MonthRef
		}
	}
}
