package timeline

import (
	"math"
	"time"

	"peacetalks/graph/edtf"
)

// A scale places days, counted from 1970-01-01, on the chart.
type scale struct {
	from, to int     // the first day shown, and the day after the last
	x0, x1   float64 // where they lie
}

func (s scale) x(day int) float64 {
	return s.x0 + (s.x1-s.x0)*float64(day-s.from)/float64(s.to-s.from)
}

// day is the width of a day.
func (s scale) day() float64 { return (s.x1 - s.x0) / float64(s.to-s.from) }

// clip gives the part of some days that is shown, the last day included; ok is
// false where there is none.
func (s scale) clip(first, last int) (a, b float64, ok bool) {
	if last < s.from || first >= s.to {
		return 0, 0, false
	}
	return s.x(max(first, s.from)), s.x(min(last+1, s.to)), true
}

func dayOf(t time.Time) int { return int(math.Floor(float64(t.Unix()) / (24 * 60 * 60))) }

func timeOfDay(day int) time.Time { return time.Unix(int64(day)*24*60*60, 0).UTC() }

func dateOfDay(day int) edtf.Date { return edtf.OfTime(timeOfDay(day)) }

// daysOf are the first and the last day of a date; an open end is where the
// other is.
func daysOf(d edtf.Date) (first, last int) {
	from, to := closed(d)
	return dayOf(from), dayOf(to)
}

// daysOfAll is the days of all events and their rounds, the last excluded.
func daysOfAll(events []Event) (from, to int) {
	if len(events) == 0 {
		return 0, 1
	}
	from, to = math.MaxInt, math.MinInt
	for _, e := range events {
		for _, d := range []edtf.Date{e.Date.EDTF, e.RoundStart, e.RoundEnd} {
			if !d.IsZero() {
				first, last := daysOf(d)
				from, to = min(from, first), max(to, last+1)
			}
		}
	}
	return from, to
}

// extent is from the first to the last day of events, within the days that a
// chart is asked for; zero where there are no events.
func extent(events []Event, o ChartOptions) edtf.Date {
	if len(events) == 0 {
		return edtf.Date{}
	}
	from, to := daysOfAll(events)
	if !o.From.Start().IsZero() {
		from = max(from, dayOf(o.From.Earliest()))
	}
	if !o.To.End().IsZero() {
		to = min(to, dayOf(o.To.Latest())+1)
	}
	return Whole(dateOfDay(from), dateOfDay(max(from, to-1)))
}

// roundDays widens days to whole years or months, where they are many, so that
// an axis begins and ends with what it counts.
func roundDays(from, to int) (int, int) {
	first, last := timeOfDay(from), timeOfDay(to-1)
	switch {
	case to-from > 2*365:
		return dayOf(time.Date(first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)), dayOf(time.Date(last.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC))
	case to-from > 60:
		return dayOf(first.AddDate(0, 0, 1-first.Day())), dayOf(last.AddDate(0, 0, 1-last.Day()).AddDate(0, 1, 0))
	}
	return from - 1, to + 1
}

// isVague tells whether a date is less than a certain day.
func isVague(d edtf.Date) bool { return !isPlainDay(d) }

// Whole is the interval of two days, as years or months where it is made of
// whole ones.
func Whole(first, last edtf.Date) edtf.Date {
	from, to := first.Earliest(), last.Latest()
	next := to.AddDate(0, 0, 1)
	switch {
	case from.YearDay() == 1 && next.YearDay() == 1:
		return edtf.Between(edtf.Of(from.Year(), 0, 0), edtf.Of(to.Year(), 0, 0))
	case from.Day() == 1 && next.Day() == 1:
		return edtf.Between(edtf.Of(from.Year(), int(from.Month()), 0), edtf.Of(to.Year(), int(to.Month()), 0))
	}
	return edtf.Between(first, last)
}
