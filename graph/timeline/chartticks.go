package timeline

import (
	"strconv"
	"time"
)

// A tick is a year, a month or a day of the axis, or several of them.
type tick struct {
	first, last int // its days
	label       string
	begins      bool // the label is of the first of several, and stands where they begin
}

// An axisUnit is what the ticks of an axis stand for.
type axisUnit struct {
	years, months, days int
	least               float64 // the width that one needs
}

// axisUnits are the choices, the finest first.
var axisUnits = []axisUnit{
	{0, 0, 1, 22}, {0, 0, 7, 26}, {0, 1, 0, 34}, {0, 3, 0, 34},
	{1, 0, 0, 36}, {2, 0, 0, 36}, {5, 0, 0, 36}, {10, 0, 0, 36}, {20, 0, 0, 36}, {50, 0, 0, 36}, {100, 0, 0, 36}, {500, 0, 0, 36}, {2000, 0, 0, 36},
}

func (u axisUnit) width(day float64) float64 {
	return day * (float64(u.years)*365 + float64(u.months)*28 + float64(u.days))
}

// next is when the tick after the one of a time begins.
func (u axisUnit) next(t time.Time) time.Time { return t.AddDate(u.years, u.months, u.days) }

// begin is when the tick begins that a time is in: a week on a Monday, a
// quarter in January, April, July or October.
func (u axisUnit) begin(t time.Time) time.Time {
	switch {
	case u.days == 7:
		return t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	case u.days == 1:
		return t
	case u.months > 0:
		month := (int(t.Month())-1)/u.months*u.months + 1
		return time.Date(t.Year(), time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(t.Year()/u.years*u.years, 1, 1, 0, 0, 0, 0, time.UTC)
}

// above is what the line over the ticks stands for; ok is false where the
// ticks say all.
func (u axisUnit) above() (axisUnit, bool) {
	switch {
	case u.days > 0:
		return axisUnit{months: 1}, true
	case u.months > 0:
		return axisUnit{years: 1}, true
	}
	return axisUnit{}, false
}

// label names the tick that begins at a time.
func (u axisUnit) label(t time.Time, text *chartPhrases) string {
	switch {
	case u.days > 0:
		return strconv.Itoa(t.Day())
	case u.months > 0:
		return text.months[t.Month()-1]
	}
	return strconv.Itoa(t.Year())
}

// ticks are those of the axis and of the line over it, whose labels have room.
func (c *Chart) ticks() (below, above []tick) {
	unit := axisUnits[len(axisUnits)-1]
	for _, u := range axisUnits {
		if u.width(c.scale.day()) >= u.least {
			unit = u
			break
		}
	}
	below = c.ticksOf(unit, func(t time.Time) []string { return []string{unit.label(t, c.text)} })
	if over, ok := unit.above(); ok {
		above = c.ticksOf(over, func(t time.Time) []string {
			year := strconv.Itoa(t.Year())
			if over.years > 0 {
				return []string{year}
			}
			month := c.text.months[t.Month()-1]
			return []string{month + " " + year, month}
		})
	}
	return below, above
}

// ticksOf are the ticks of a unit. Each has the first of its labels that it has
// room for, or none.
func (c *Chart) ticksOf(u axisUnit, labels func(time.Time) []string) []tick {
	const size = 12
	var ticks []tick
	for at := u.begin(timeOfDay(c.scale.from)); dayOf(at) < c.scale.to; at = u.next(at) {
		t := tick{first: dayOf(at), last: dayOf(u.next(at)) - 1, begins: u.years+u.months+u.days > 1}
		a, b, ok := c.scale.clip(t.first, t.last)
		ok = ok && (!t.begins || t.first >= c.scale.from)
		for _, label := range labels(at) {
			if ok && t.label == "" && textWidth(label, size) <= b-a-2 {
				t.label = label
			}
		}
		ticks = append(ticks, t)
	}
	return ticks
}
