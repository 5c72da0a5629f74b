package dates

import (
	"unicode/utf8"

	"peacetalks/loader/text"
)

// date reads a date in numbers or with a month, a part of a month or a year,
// "last month", or a year alone.
func (p *parser) date(i int) (piece, bool) {
	tok := &p.toks[i]
	if tok.Kind == text.Number {
		if q, ok := p.numeric(i); ok {
			return q, true
		}
		if q, ok := p.dayAndMonth(i); ok {
			return q, true
		}
		if q, ok := p.datelineDay(i); ok {
			return q, true
		}
		if year(tok) && (tok.Value >= 1900 || p.l.calendar == Jalali) {
			return p.yearLed(i)
		}
	}
	if q, ok := p.dayLed(i); ok {
		return q, true
	}
	if to, s := p.match(i, classPart); s != nil {
		if q, ok := p.period(p.skip(p.skip(p.hyphen(to), classOf), classOn), true); ok && q.Day == 0 {
			q.Part = Part(s.value)
			return q, true
		}
	}
	return p.period(i, false)
}

func (p *parser) hyphen(i int) int {
	if p.is(i, "-") && p.toks[i].Glued {
		return i + 1
	}
	return i
}

// day reads the number of a day, in digits or as an ordinal.
func (p *parser) day(i int) (day, also, to int) {
	if to, s := p.match(i, classOrdinal); s != nil {
		return int(s.value), 0, to
	}
	if i >= len(p.toks) || p.toks[i].Kind != text.Number || len(p.toks[i].Norm) > 2 && len(p.toks[i].Norm) != 4 {
		return 0, 0, i
	}
	v := p.toks[i].Value
	day, to = v, i+1
	switch {
	case v >= 1 && v <= 31:
	case v > 31 && v < 100 && v%10 == v/10+1:
		day, also = v/10, v%10
	case v >= 1000 && v%100 == v/100+1 && v%100 <= 31 && (v < 1900 || v >= 2100):
		day, also = v/100, v%100
	default:
		return 0, 0, i
	}
	if to < len(p.toks) {
		switch next := &p.toks[to]; {
		case p.clock(i):
			return 0, 0, i
		case next.Kind == text.Suffix:
			to++
		case next.Glued && p.has(to, classSuffix):
			to++
		case next.Norm == "-" && next.Glued && to+1 < len(p.toks) && p.toks[to+1].Glued && p.has(to+1, classSuffix):
			to += 2
		}
	}
	return day, also, to
}

// dayLed reads a date that begins with its day: "10 من كانون الأول 2019", "the
// 24th of this month", or a bare day for a chain.
func (p *parser) dayLed(i int) (piece, bool) {
	day, also, to := p.day(i)
	if day == 0 {
		return piece{}, false
	}
	q := piece{Point: Point{Day: day}, also: also, to: to, plain: to, ordinal: p.toks[i].Kind == text.Word}
	if p.toks[to-1].Kind == text.Suffix && p.has(to, classMonth) {
		q.bare = true // "15'incisinin mart ayında": the 15th one's, in March
		return q, true
	}
	after := p.skip(to, classOf)
	j := after
	if after > to {
		j = p.skip(after, classOn)
	} else if p.separated(to) {
		j = to + 1 // «9/تموز/2021»
	}
	if j = p.skip(j, classMonthWord); p.month(j, &q, true) {
		return q, true
	}
	if end, s := p.match(to, classMonthRef); s != nil {
		q.MonthRef, q.to, q.plain = Ref(s.value), end, end
		return q, true
	}
	if unit, ref, to, ok := p.unitRef(j); ok && unit == Month {
		q.MonthRef, q.to, q.plain = ref, to, to
		p.yearAfter(&q)
		return q, true
	}
	if end, s := p.match(j, classRefBefore); s != nil && after > to && p.month(end, &q, true) {
		if q.Year == 0 && q.YearRef == NoRef {
			q.MonthRef = Ref(s.value) // "the 22nd of last October"
		}
		return q, true
	}
	if end, s := p.match(j, classDefinite); s != nil && after > to && Precision(s.value) == Month {
		q.MonthRef, q.Loose, q.to, q.plain = This, true, end, end
		return q, true
	}
	if end, s := p.match(to, classRefAfter); s != nil && Ref(s.value) == This && (p.has(i-1, classOn) || p.has(i-1, classTo)) {
		q.MonthRef, q.to, q.plain = This, end, end
		return q, true
	}
	if p.ofSameMonth(i, to) {
		q.MonthRef = Same
		return q, true
	}
	q.bare = true
	return q, true
}

// ofSameMonth tells whether a day from token i, "31st", is one of a month that was
// named before: "opened on January 29 and will end on the 31st".
func (p *parser) ofSameMonth(i, to int) bool {
	if p.toks[i].Kind != text.Number || to == i+1 || i < 2 || !p.same(i-2, i) {
		return false
	}
	if end, s := p.match(i-2, classDayLead); s == nil || end != i {
		return false
	}
	if !p.same(i, to) || p.is(to, ".") || p.is(to, ";") || p.is(to, ":") || p.is(to, ")") {
		return true
	}
	if p.is(to, ",") {
		return to+1 < len(p.toks) && p.toks[to+1].Kind == text.Word && !p.has(to+1, classOrdinal)
	}
	return p.has(to, classIn) && !p.has(to, classOf) && !p.has(to, classTo)
}

// separated tells whether a slash or hyphen at token i stands, without spaces,
// between a day and the name of a month.
func (p *parser) separated(i int) bool {
	return (p.is(i, "/") || p.is(i, "-")) && p.toks[i].Glued && i+1 < len(p.toks) && p.toks[i+1].Glued && p.toks[i+1].Kind == text.Word
}

// month reads a month's name at i with what may follow it: its second name,
// the year, "last". withDay tells that a day stands before it.
func (p *parser) month(i int, q *piece, withDay bool) bool {
	if i >= len(p.toks) || q.to > 0 && i > q.to && !p.same(q.to-1, i) {
		return false
	}
	to, s := p.match(i, classMonth)
	if s == nil || s.weak && !p.spelled(i) && !p.has(to, classMonthWord) {
		return false
	}
	q.Month, q.Calendar, q.to = int(s.value), s.calendar, to
	if !withDay && (p.l.monthFirst || p.dayWithYear(q.to)) && p.monthDay(q) || !withDay && p.dayBehindMonth(q) {
		return true
	}
	p.caseEnding(q)
	q.to = p.skip(q.to, classMonthWord)
	p.secondName(q)
	p.yearAfter(q)
	if end, r := p.match(q.to, classRefAfter); r != nil && q.Year == 0 && q.YearRef == NoRef {
		q.MonthRef, q.to = Ref(r.value), end
	}
	if end, s := p.match(q.to, classPartAfter); s != nil && !withDay {
		q.Part, q.to = Part(s.value), end
	}
	q.plain = q.to
	return true
}

// spelled tells whether a weak month's name is spelled as the month: with a
// capital where the language has them, and آب without the hamza of أب.
func (p *parser) spelled(i int) bool {
	if p.l.capitals {
		return p.toks[i].Upper
	}
	r, _ := utf8.DecodeRuneInString(p.source[p.toks[i].Start:])
	return r != 'أ' || p.toks[i].Norm != "اب"
}

func (p *parser) caseEnding(q *piece) {
	if q.to < len(p.toks) && p.toks[q.to].Kind == text.Suffix {
		q.to++
	}
	if p.is(q.to, ".") && p.toks[q.to].Glued && q.to+1 < len(p.toks) && p.same(q.to, q.to+1) && (year(&p.toks[q.to+1]) || p.dayNumber(q.to+1)) {
		q.to++
	}
}

// monthDay reads the day of "January 23", with the year of "January 23, 2017".
func (p *parser) monthDay(q *piece) bool {
	p.caseEnding(q)
	j := p.skip(q.to, classOn)
	if j >= len(p.toks) || !p.same(q.to-1, j) || j > q.to && !p.has(j, classOrdinal) && p.toks[j].Kind != text.Number {
		return false
	}
	day, also, to := p.day(j)
	if day == 0 || p.toks[j].Kind != text.Number && p.has(to, classOf) || p.has(to, classMonth) && p.toks[j].Kind == text.Number && !p.has(to, classOn) {
		return false
	}
	q.Day, q.also, q.to, q.monthFirst = day, also, to, true
	p.yearAfter(q)
	q.plain = q.to
	return true
}

// dayBehindMonth reads a day that stands with an ending behind a month and a word for month:
// "ocak ayının 25'i".
func (p *parser) dayBehindMonth(q *piece) bool {
	to := p.skip(q.to, classMonthWord)
	if to == q.to || to+1 >= len(p.toks) || p.toks[to].Kind != text.Number || p.toks[to+1].Kind != text.Suffix || !p.same(q.to, to) {
		return false
	}
	month := *q
	if q.to = to; p.monthDay(q) {
		return true
	}
	*q = month
	return false
}

// dayWithYear tells whether a day and, behind a comma, a year stand at token i, as in
// «ديسمبر 10, 2019».
func (p *parser) dayWithYear(i int) bool {
	return p.dayNumber(i) && p.is(i+1, ",") && i+2 < len(p.toks) && year(&p.toks[i+2]) && p.same(i-1, i+2)
}

// secondName reads the other name of a month: "كانون الأول/ديسمبر", "نوفمبر
// (تشرين الثاني)".
func (p *parser) secondName(q *piece) {
	for n := 0; n < 2; n++ {
		mark := ""
		for _, m := range []string{"/", "(", "-"} {
			if p.is(q.to, m) {
				mark = m
			}
		}
		to, s := p.match(p.skip(q.to+1, classMonthWord), classMonth)
		if mark == "" {
			to, s = p.match(q.to, classMonth)
			if s != nil && (int(s.value) != q.Month || s.and) {
				return
			}
		}
		if s == nil || s.calendar != q.Calendar || !p.same(q.to-1, to-1) {
			return
		}
		if mark == "(" {
			if !p.is(to, ")") {
				return
			}
			to++
		}
		if int(s.value) != q.Month {
			if mark == "-" || q.AltMonth != 0 {
				return
			}
			q.AltMonth = int(s.value)
		}
		q.to = to
	}
}

// yearAfter reads the year that follows what q has: in digits, or "of last
// year".
func (p *parser) yearAfter(q *piece) {
	if q.to >= len(p.toks) || !p.same(q.to-1, q.to) {
		return
	}
	j := q.to
	if p.is(j, ",") || (p.is(j, "/") || p.is(j, "-")) && p.toks[j].Glued && j+1 < len(p.toks) && p.toks[j+1].Glued && q.Day != 0 {
		j++
	}
	j = p.skip(p.skip(j, classOf), classOn)
	k := p.skip(j, classYearWord)
	if k < len(p.toks) && p.same(q.to-1, k) && year(&p.toks[k]) && (p.toks[k].Value >= 1900) == (q.Calendar == Gregorian) && !p.clock(k) {
		q.Year, q.to = p.toks[k].Value, p.yearEnd(k+1, q.Calendar)
		return
	}
	if p.is(q.to, ",") {
		return
	}
	if unit, ref, to, ok := p.unitRef(j); ok && unit == Year {
		q.YearRef, q.to = ref, to
	}
}

// clock tells whether the number at token i is the hour of a time of day: "20:15".
func (p *parser) clock(i int) bool {
	return p.is(i+1, ":") && p.toks[i+1].Glued && i+2 < len(p.toks) && p.toks[i+2].Kind == text.Number && p.toks[i+2].Glued
}

// yearEnd passes over what may follow a year's digits: a case ending, the word
// "year", the era.
func (p *parser) yearEnd(i int, c Calendar) int {
	if i < len(p.toks) && p.toks[i].Kind == text.Suffix {
		i++
	}
	to := p.skip(i, classYearWord)
	if p.is(to, ".") && to > i && p.toks[to].Glued && p.same(i-1, to) && to-i == 1 && len(p.toks[i].Norm) <= 2 {
		to++
	}
	if c == Hijri {
		return p.skip(to, classHijri)
	}
	return p.skip(to, classEra)
}

// unitRef reads "last month", "الشهر الجاري", "the new year".
func (p *parser) unitRef(i int) (Precision, Ref, int, bool) {
	if to, s := p.match(i, classYearRef); s != nil {
		return Year, Ref(s.value), to, true
	}
	if j, r := p.match(i, classRefBefore); r != nil {
		if to, s := p.match(j, classDefinite); s != nil {
			return Precision(s.value), Ref(r.value), to, true
		}
	}
	if j, s := p.match(i, classDefinite); s != nil {
		if to, r := p.match(j, classRefAfter); r != nil {
			return Precision(s.value), Ref(r.value), to, true
		}
	}
	return 0, NoRef, i, false
}

// period reads a month, "last month" or a year, a part of which may be meant.
func (p *parser) period(i int, part bool) (piece, bool) {
	if i >= len(p.toks) {
		return piece{}, false
	}
	q := piece{to: i}
	ref, j := NoRef, i
	if to, s := p.match(i, classRefBefore); s != nil {
		ref, j = Ref(s.value), to
	}
	m := p.skip(j, classMonthWord)
	if p.monthAlone(m, &q, part || ref != NoRef || m > j) {
		if ref != NoRef {
			q.MonthRef = ref
		}
		return q, true
	}
	if unit, ref, to, ok := p.unitRef(i); ok {
		q.to, q.plain = to, to
		switch unit {
		case Week:
			q.WeekRef = ref
		case Month:
			q.MonthRef = ref
			p.yearAfter(&q)
			p.dayAfter(&q)
		default:
			q.YearRef = ref
			if p.l.yearFirst && p.same(i, to) {
				p.monthOfYear(to, &q)
			}
		}
		p.partAfter(&q)
		return q, unit != Day
	}
	if to, s := p.match(i, classDefinite); s != nil && (part || p.has(to, classPartAfter)) {
		q.to, q.plain = to, to
		switch Precision(s.value) {
		case Month:
			q.MonthRef = This
			p.yearAfter(&q)
		case Year:
			k := p.skip(to, classOf)
			if k < len(p.toks) && year(&p.toks[k]) && p.same(i, k) {
				q.Year, q.to = p.toks[k].Value, k+1
			} else {
				q.YearRef = This
			}
		default:
			return q, false
		}
		p.partAfter(&q)
		return q, true
	}
	if k := p.skip(i, classYearWord); part && k < len(p.toks) && year(&p.toks[k]) && p.toks[k].Value >= 1900 {
		q.Year, q.to = p.toks[k].Value, p.yearEnd(k+1, Gregorian)
		q.plain = q.to
		return q, true
	}
	return q, false
}

// dayAfter reads the day behind its month: "bu ayın 24'ünde".
func (p *parser) dayAfter(q *piece) {
	if !p.l.yearFirst || !p.dayNumber(q.to) || q.to+1 >= len(p.toks) || p.toks[q.to+1].Kind != text.Suffix || !p.same(q.to-1, q.to) {
		return
	}
	q.Day, q.to = p.toks[q.to].Value, q.to+2
	q.plain = q.to
}

func (p *parser) partAfter(q *piece) {
	if q.to < len(p.toks) && p.toks[q.to].Kind == text.Suffix {
		q.to++
	}
	if end, s := p.match(q.to, classPartAfter); s != nil {
		q.Part, q.to, q.plain = Part(s.value), end, end
	}
}

// monthAlone reads a month without a day before it. A weak name needs a sign
// that it is one.
func (p *parser) monthAlone(i int, q *piece, sign bool) bool {
	to, s := p.match(i, classMonth)
	if s == nil || !p.month(i, q, false) || q.Calendar == Hijri && q.Year == 0 || q.Calendar == Jalali && q.Year == 0 && !sign {
		return false
	}
	if s.weak && !sign && q.to == to && !p.company(i) {
		return false
	}
	return true
}

// yearLed reads a date that begins with a year: "2017 yılının Mayıs ayında", or
// a year alone where the words beside it say that it is one.
func (p *parser) yearLed(i int) (piece, bool) {
	q := piece{to: i}
	j := p.yearEnd(i+1, Gregorian)
	if p.l.yearFirst {
		if p.same(i, j) && p.monthOfYear(j, &q) {
			p.partAfter(&q)
			q.Year, q.plain = p.toks[i].Value, q.to
			return q, true
		}
	}
	if p.toks[i].Value < 1900 {
		return q, false
	}
	before := i > 0 && p.same(i-1, i) && (p.has(i-1, classIn) || p.has(i-1, classYearWord) || p.has(i-1, classSince) || p.has(i-1, classBetween) || p.yearListed(i))
	if !before && j == i+1 {
		return q, false
	}
	q.Year, q.to, q.plain = p.toks[i].Value, j, j
	p.partAfter(&q)
	return q, true
}

// monthOfYear reads a month that stands behind its year.
func (p *parser) monthOfYear(i int, q *piece) bool {
	to, s := p.match(i, classMonth)
	if s == nil || s.weak && !p.spelled(i) && !p.has(to, classMonthWord) {
		return false
	}
	q.Month, q.Calendar, q.to = int(s.value), s.calendar, to
	p.caseEnding(q)
	q.to = p.skip(q.to, classMonthWord)
	q.plain = q.to
	return true
}

// yearListed tells whether a year before "and" or a dash stands before the
// year at i.
func (p *parser) yearListed(i int) bool {
	return i > 1 && (p.has(i-1, classAnd) || p.has(i-1, classTo) || p.is(i-1, "-")) && year(&p.toks[i-2])
}
