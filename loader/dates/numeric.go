package dates

import "peacetalks/loader/text"

// numeric reads a whole date in numbers: "22-11-2022", "2021.02.16",
// "9/11/2020", "16.02.21".
func (p *parser) numeric(i int) (piece, bool) {
	if i+4 >= len(p.toks) {
		return piece{}, false
	}
	sep := p.toks[i+1].Norm
	if sep != "-" && sep != "/" && sep != "." || p.toks[i+3].Norm != sep || !p.same(i, i+4) {
		return piece{}, false
	}
	var n, width [3]int
	for k := range n {
		tok := &p.toks[i+2*k]
		if tok.Kind != text.Number || k > 0 && sep == "." && !tok.Glued {
			return piece{}, false
		}
		n[k], width[k] = tok.Value, len(tok.Norm)
	}
	q := piece{to: i + 5, plain: i + 5}
	switch {
	case width[0] == 4 && width[1] <= 2 && width[2] <= 2:
		q.Year, q.Month, q.Day = n[0], n[1], n[2]
	case width[0] <= 2 && width[1] <= 2 && width[2] == 4:
		q.Day, q.Month, q.Year = p.order(n[0], n[1], sep, i+5, &q), 0, n[2]
	case sep != "-" && width[0] <= 2 && width[1] == 2 && width[2] == 2 && n[2] >= 10 && n[2] <= 39:
		q.Day, q.Month, q.Year = p.order(n[0], n[1], sep, i+5, &q), 0, 2000+n[2]
	default:
		return piece{}, false
	}
	if q.Month == 0 {
		q.Month = n[0] + n[1] - q.Day
	}
	switch {
	case q.Year >= 1900 && q.Year < 2100:
	case q.Year >= 1300 && q.Year < 1500:
		q.Calendar = p.l.calendar
	default:
		return piece{}, false
	}
	if q.Month < 1 || q.Month > 12 || q.Day < 1 || q.Day > 31 || q.Calendar == Gregorian && dayOf(q.Year, q.Month, q.Day).IsZero() {
		return piece{}, false
	}
	q.to = p.yearEnd(q.to, q.Calendar)
	// "2019-12-10T08:00": the time is no part of the date.
	q.plain = q.to
	return q, true
}

// dayAndMonth reads "10/12", which is a date only behind a weekday or a word
// such as "day".
func (p *parser) dayAndMonth(i int) (piece, bool) {
	if i < 1 || i+2 >= len(p.toks) || p.l.mdy || !p.is(i+1, "/") || !p.same(i-1, i+2) || !p.dayNumber(i) {
		return piece{}, false
	}
	if p.is(i+3, "/") || p.has(i+3, classMonth) || p.is(i+3, "%") || !p.has(i-1, classOn) && !p.has(i-1, classWeekday) {
		return piece{}, false
	}
	return p.dayOfMonth(i)
}

// datelineDay reads the day and month of an agency's dateline, a few words into
// the line and before the agency's name: «الكويت - 6 - 8 (كونا) --».
func (p *parser) datelineDay(i int) (piece, bool) {
	if i < 1 || i+3 >= len(p.toks) || p.l.mdy || !p.is(i+1, "-") && !p.is(i+1, "/") || !p.is(i+3, "(") || !p.same(i-1, i+3) || !p.dayNumber(i) {
		return piece{}, false
	}
	ends := i + 4
	for ends < min(i+9, len(p.toks)-1) && !p.is(ends, ")") {
		ends++
	}
	if !p.is(ends, ")") || !p.is(ends+1, "-") && !p.is(ends+1, ":") {
		return piece{}, false
	}
	for j := i - 1; j >= max(0, i-4); j-- {
		if p.toks[j].Line {
			return p.dayOfMonth(i)
		}
	}
	return piece{}, false
}

// dayOfMonth is the date that the number at token i and the one after the next
// make as day and month.
func (p *parser) dayOfMonth(i int) (piece, bool) {
	day, month := &p.toks[i], &p.toks[i+2]
	if month.Kind != text.Number || month.Value < 1 || month.Value > 12 || len(month.Norm) > 2 || dayOf(2000, month.Value, day.Value).IsZero() {
		return piece{}, false
	}
	return piece{Point: Point{Day: day.Value, Month: month.Value}, to: i + 3, plain: i}, true
}

// order tells which of two numbers before token to is the day: by their size, else as
// the language writes them, which the article's other dates may overrule. The month is
// first only between slashes, and not before an hour of twenty-four: "10/12/2019 - 14:25".
func (p *parser) order(a, b int, sep string, to int, q *piece) int {
	switch {
	case b > 12:
		return b
	case a > 12 || a == b:
		return a
	}
	q.Swapped = true
	if p.l.mdy && sep == "/" && !p.fullClock(to) {
		return b
	}
	return a
}

// fullClock tells whether an hour past noon stands at token i, behind a mark or none,
// as those write it who put the day first: "14:25".
func (p *parser) fullClock(i int) bool {
	if p.is(i, "-") || p.is(i, ",") || p.is(i, "|") {
		i++
	}
	return i < len(p.toks) && p.toks[i].Kind == text.Number && p.toks[i].Value > 12 && p.toks[i].Value < 24 && p.clock(i)
}
