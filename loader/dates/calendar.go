package dates

import (
	"time"

	"github.com/hablullah/go-hijri"
	"github.com/jalaali/go-jalaali"

	"peacetalks/graph/edtf"
)

// A serial is a day as the number of days since the first of January 1970.
type serial int

// serialOf is the first day that a date may mean.
func serialOf(d edtf.Date) serial {
	if d.Year() == 0 {
		return serial(d.Earliest().Unix() / 86400)
	}
	// Years begin in March here, so that the leap day comes last; 400 of them
	// are 146,097 days.
	y, m := d.Year(), max(1, d.Month())
	if m < 3 {
		y, m = y-1, m+12
	}
	return serial(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + max(1, d.Day()) - 719469)
}

func (n serial) date() edtf.Date {
	days := int(n) + 719468
	if days < 0 {
		return edtf.Date{}
	}
	day := days % 146097
	year := (day - day/1460 + day/36524 - day/146096) / 365
	of := day - (365*year + year/4 - year/100)
	m := (5*of + 2) / 153
	year += days / 146097 * 400
	if m >= 10 {
		year, m = year+1, m-12
	}
	return edtf.Of(year, m+3, of-(153*((m+12)%12)+2)/5+1)
}

func (n serial) year() int { return n.date().Year() }

// weekday counts from the first of January 1970, a Thursday.
func (n serial) weekday() Weekday { return Weekday(((int(n)+3)%7+7)%7 + 1) }

// lastOf is the last day that a date may mean.
func lastOf(d edtf.Date) serial {
	if d.IsDay() {
		return serialOf(d)
	}
	return serial(d.Latest().Unix() / 86400)
}

// dayOf is the Gregorian day; zero where there is none.
func dayOf(year, month, day int) edtf.Date {
	if month == 0 || day == 0 {
		return edtf.Date{}
	}
	return edtf.Of(year, month, day)
}

// monthOf is a month counted on from a year: month 0 is December before it.
func monthOf(year, month int) edtf.Date {
	t := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return edtf.Of(t.Year(), int(t.Month()), 0)
}

// gregorian is the day that a point's day and month are in a Gregorian year;
// for another calendar, in the year of its own that overlaps it by shift.
func (p Point) gregorian(year, shift int) edtf.Date {
	switch p.Calendar {
	case Jalali:
		return fromJalali(year-621-shift, p.Month, p.Day)
	case Hijri:
		return edtf.Date{}
	}
	return dayOf(year, p.Month, p.Day)
}

func fromJalali(year, month, day int) edtf.Date {
	if !jalaali.IsValidDate(year, month, day) {
		return edtf.Date{}
	}
	y, m, d, err := jalaali.ToGregorian(year, jalaali.Month(month), day)
	if err != nil {
		return edtf.Date{}
	}
	return edtf.Of(y, int(m), d)
}

// fromHijri is the day by the calendar of Umm al-Qura, from which sightings of
// the moon in other places differ by a day or two.
func fromHijri(year, month, day int) edtf.Date {
	if year < 1356 || year > 1500 || month < 1 || month > 12 || day < 1 || day > 30 {
		return edtf.Date{}
	}
	return edtf.OfTime(hijri.UmmAlQuraDate{Day: int64(day), Month: int64(month), Year: int64(year)}.ToGregorian())
}

// whole is the Gregorian date of a point with a year: a day, a month or a
// year, and whether it is approximate.
func (p Point) whole() (edtf.Date, bool) {
	switch {
	case p.Calendar == Jalali && p.Day != 0:
		return fromJalali(p.Year, p.Month, p.Day), false
	case p.Calendar == Hijri && p.Day != 0:
		return fromHijri(p.Year, p.Month, p.Day), true
	case p.Calendar == Jalali:
		return monthOfDay(fromJalali(p.Year, p.Month, 15)), true
	case p.Calendar == Hijri:
		return monthOfDay(fromHijri(p.Year, p.Month, 15)), true
	}
	return edtf.Of(p.Year, p.Month, p.Day), false
}

func monthOfDay(d edtf.Date) edtf.Date {
	if d.IsZero() {
		return d
	}
	return edtf.Of(d.Year(), d.Month(), 0)
}

// window is the days of a part of a month or a year.
func window(d edtf.Date, part Part) edtf.Date {
	first, last := serialOf(d), lastOf(d)
	n := last - first + 1
	week := serial(7)
	switch part {
	case Early:
		last = first + n/3
	case Middle:
		first, last = first+n/4, last-n/4
	case Late:
		first = last - n/3
	case FirstHalf:
		last = first + n/2
	case SecondHalf:
		first = last - n/2
	case FirstWeek:
		last = first + week - 1
	case SecondWeek:
		first, last = first+week, first+2*week-1
	case ThirdWeek:
		first, last = first+2*week, first+3*week-1
	case LastWeek:
		first = last - week + 1
	default:
		return edtf.Date{}
	}
	return edtf.Between(first.date(), last.date())
}
