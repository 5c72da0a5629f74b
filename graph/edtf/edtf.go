// Package edtf holds dates with uncertainty: the subset of ISO 8601-2
// (Extended Date/Time Format, level 1) that news about peace talks needs.
//
// A date is a day, a month or a year; it may be approximate ("2018-01~"),
// uncertain ("2018?") or both ("2018%"), or an interval of two such dates
// ("2017-09-14/2017-09-15") that may be open ("2017/..") or unknown ("2017/")
// at one end. Years have four digits, from 0001 to 9999.
//
// The package reads and writes that form and answers which days a date may
// be; it knows nothing of calendars other than the Gregorian.
package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Date is a point or an interval in time, as precise as it is known. The
// zero Date is "not known" and is written "". Dates are comparable with ==.
type Date struct {
	from, to point
	interval bool
}

// A point is one end of an interval.
type point struct {
	year       int16
	month, day int8
	qualifier  byte // 0, '?', '~' or '%'
	open       bool // ".."
}

// A SyntaxError reports a text that is no date of this package's subset.
type SyntaxError struct{ Text, Reason string }

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("date %q: %s; want a form such as 2019, 2019-12, 2019-12-10 or 2019-12-10/2019-12-11", e.Text, e.Reason)
}

// Parse reads a date. Its error is a *[SyntaxError].
func Parse(s string) (Date, error) {
	left, right, interval := strings.Cut(s, "/")
	from, err := parsePoint(left)
	if err != "" {
		return Date{}, &SyntaxError{s, err}
	}
	if !interval {
		if from.open || from == (point{}) {
			return Date{}, &SyntaxError{s, "no year"}
		}
		return Date{from: from}, nil
	}
	to, err := parsePoint(right)
	if err != "" {
		return Date{}, &SyntaxError{s, err}
	}
	d := Date{from: from, to: to, interval: true}
	if from.year == 0 && to.year == 0 {
		return Date{}, &SyntaxError{s, "an interval without a date"}
	}
	if from.year != 0 && to.year != 0 && to.last().Before(from.first()) {
		return Date{}, &SyntaxError{s, "the end is before the start"}
	}
	return d, nil
}

// MustParse is [Parse] for constants; it panics on an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func parsePoint(s string) (point, string) {
	var p point
	switch s {
	case "":
		return p, ""
	case "..":
		return point{open: true}, ""
	}
	if c := s[len(s)-1]; c == '?' || c == '~' || c == '%' {
		p.qualifier, s = c, s[:len(s)-1]
	}
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return p, "wrong length"
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') || !dash && (s[i] < '0' || s[i] > '9') {
			return p, "not digits and hyphens"
		}
	}
	digits := func(t string) int {
		n := 0
		for _, c := range t {
			n = n*10 + int(c-'0')
		}
		return n
	}
	p.year = int16(digits(s[:4]))
	if p.year == 0 {
		return p, "the year 0000 is not in the subset"
	}
	if len(s) >= 7 {
		p.month = int8(digits(s[5:7]))
		if p.month < 1 || p.month > 12 {
			return p, "no such month"
		}
	}
	if len(s) == 10 {
		p.day = int8(digits(s[8:10]))
		if p.day < 1 || int(p.day) > daysIn(int(p.year), int(p.month)) {
			return p, "no such day"
		}
	}
	return p, ""
}

// Of makes a date of a year, a month (0: unknown) and a day (0: unknown). It
// returns the zero Date where there is no such day.
func Of(year, month, day int) Date {
	if year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || month == 0 && day != 0 {
		return Date{}
	}
	if day != 0 && day > daysIn(year, month) {
		return Date{}
	}
	return Date{from: point{year: int16(year), month: int8(month), day: int8(day)}}
}

// OfTime is the day of a time, in the time's own location.
func OfTime(t time.Time) Date { return Of(t.Year(), int(t.Month()), t.Day()) }

// Between is the interval from the start of a to the end of b; one date where
// these are the same, and the zero Date where either is zero, b ends before a,
// or neither end is known.
func Between(a, b Date) Date {
	if a.IsZero() || b.IsZero() || b.Latest().Before(a.Earliest()) {
		return Date{}
	}
	to := b.from
	if b.interval {
		to = b.to
	}
	switch {
	case a == b:
		return a
	case a.from.year == 0 && to.year == 0:
		return Date{}
	case a.from == to:
		return Date{from: to}
	}
	return Date{from: a.from, to: to, interval: true}
}

// Approximate is the date marked "~", about then, or "%" where it was marked
// "?" already. Intervals stay as they are.
func (d Date) Approximate() Date {
	if d.IsZero() || d.interval {
		return d
	}
	if d.IsUncertain() {
		d.from.qualifier = '%'
	} else {
		d.from.qualifier = '~'
	}
	return d
}

// IsApproximate tells whether the date, or an end of it, is marked "~" or "%".
func (d Date) IsApproximate() bool {
	return d.from.is('~') || d.to.is('~')
}

// IsUncertain tells whether the date, or an end of it, is marked "?" or "%".
func (d Date) IsUncertain() bool {
	return d.from.is('?') || d.to.is('?')
}

// IsZero tells whether nothing is known.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval tells whether the date was given as two dates.
func (d Date) IsInterval() bool { return d.interval }

// Start is the interval's first date, or the date itself; zero where the
// interval has no start.
func (d Date) Start() Date {
	if d.from.year == 0 {
		return Date{}
	}
	return Date{from: d.from}
}

// End is the interval's last date, or the date itself; zero where the interval
// has no end.
func (d Date) End() Date {
	if !d.interval {
		return d
	}
	if d.to.year == 0 {
		return Date{}
	}
	return Date{from: d.to}
}

// Year is the (first) year, 0 if unknown.
func (d Date) Year() int { return int(d.from.year) }

// Month is the (first) month from 1 to 12, 0 if unknown.
func (d Date) Month() int { return int(d.from.month) }

// Day is the (first) day of the month, 0 if unknown.
func (d Date) Day() int { return int(d.from.day) }

// IsDay tells whether the date is one whole day.
func (d Date) IsDay() bool { return !d.interval && d.from.day != 0 }

// Earliest is the first day that the date may mean, at midnight UTC; for an
// interval without a start, the first day of the year 1.
func (d Date) Earliest() time.Time {
	if d.from.year == 0 {
		return time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return d.from.first()
}

// Latest is the last day that the date may mean, at midnight UTC; for an
// interval without an end, the last day of the year 9999.
func (d Date) Latest() time.Time {
	p := d.from
	if d.interval {
		p = d.to
	}
	if p.year == 0 {
		return time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return p.last()
}

// Compatible tells whether the two may be the same time: whether their days
// overlap. A month agrees with any of its days.
func (d Date) Compatible(e Date) bool {
	return !d.Latest().Before(e.Earliest()) && !e.Latest().Before(d.Earliest())
}

// Compare orders dates by their first day, then by their last, then as text.
func (d Date) Compare(e Date) int {
	if c := d.Earliest().Compare(e.Earliest()); c != 0 {
		return c
	}
	if c := d.Latest().Compare(e.Latest()); c != 0 {
		return c
	}
	return strings.Compare(d.String(), e.String())
}

// String is the form that [Parse] reads; "" for the zero Date.
func (d Date) String() string {
	var room [32]byte
	return string(d.append(room[:0]))
}

func (d Date) append(b []byte) []byte {
	if !d.interval {
		return d.from.append(b)
	}
	return d.to.append(append(d.from.append(b), '/'))
}

// AppendText appends the form that [Parse] reads.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText writes the form that [Parse] reads.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads what [Parse] reads, and "" as the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	var err error
	*d, err = Parse(string(b))
	return err
}

// is tells whether the point is marked so, alone or as a part of "%".
func (p point) is(mark byte) bool { return p.qualifier == mark || p.qualifier == '%' }

func (p point) first() time.Time {
	return time.Date(int(p.year), time.Month(max(p.month, 1)), int(max(p.day, 1)), 0, 0, 0, 0, time.UTC)
}

func (p point) last() time.Time {
	switch {
	case p.day != 0:
		return p.first()
	case p.month != 0:
		return p.first().AddDate(0, 1, -1)
	}
	return p.first().AddDate(1, 0, -1)
}

func (p point) append(b []byte) []byte {
	if p.open {
		return append(b, ".."...)
	}
	if p.year == 0 {
		return b
	}
	b = appendNumber(b, int(p.year), 1000)
	if p.month != 0 {
		b = appendNumber(append(b, '-'), int(p.month), 10)
	}
	if p.day != 0 {
		b = appendNumber(append(b, '-'), int(p.day), 10)
	}
	if p.qualifier != 0 {
		b = append(b, p.qualifier)
	}
	return b
}

// appendNumber writes n with zeros before it, so that it has the digits of
// least, a power of ten.
func appendNumber(b []byte, n, least int) []byte {
	for ; n < least && least > 1; least /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
