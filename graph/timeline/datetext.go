package timeline

import (
	"strconv"
	"strings"
	"time"

	"peacetalks/graph/edtf"
)

// DateText writes a date for readers of a language, no more precisely than it
// is known: "10 December 2019", "December 2019", "about 2018". Digits are
// Western ones in every language, as in the names of rounds.
func DateText(d edtf.Date, language string) string {
	p := phrasesIn(language)
	if !d.IsInterval() {
		return p.date(d)
	}
	from, to := d.Start(), d.End()
	switch {
	case to.IsZero():
		return fill(p.from, "{date}", p.date(from))
	case from.IsZero():
		return fill(p.until, "{date}", p.date(to))
	case isPlainDay(from) && isPlainDay(to) && from.Year() == to.Year() && from.Month() == to.Month():
		return p.days(to, strconv.Itoa(from.Day())+"–"+strconv.Itoa(to.Day()))
	}
	return p.date(from) + " – " + p.date(to)
}

// closed are the first and the last day of a date; an open end is where the
// other is.
func closed(d edtf.Date) (first, last time.Time) {
	switch {
	case d.Start().IsZero():
		d = d.End()
	case d.End().IsZero():
		d = d.Start()
	}
	return d.Earliest(), d.Latest()
}

// shownYear is the year under which a date is listed.
func shownYear(d edtf.Date) string {
	first, _ := closed(d)
	return strconv.Itoa(first.Year())
}

// date writes a date that is no interval.
func (p *phrases) date(d edtf.Date) string {
	text := strconv.Itoa(d.Year())
	switch {
	case d.Day() != 0:
		text = p.days(d, strconv.Itoa(d.Day()))
	case d.Month() != 0:
		month := p.monthOnly[d.Month()-1]
		if month == "" {
			month = p.months[d.Month()-1]
		}
		text = fill(p.month, "{month}", month, "{year}", text)
	}
	if d.IsApproximate() {
		text = fill(p.about, "{date}", text)
	}
	if d.IsUncertain() {
		text = fill(p.perhaps, "{date}", text)
	}
	return text
}

// days writes a day, or several days of one month.
func (p *phrases) days(d edtf.Date, days string) string {
	if p.language == "fr" && days == "1" {
		days = "1er"
	}
	return fill(p.day, "{day}", days, "{month}", p.months[d.Month()-1], "{year}", strconv.Itoa(d.Year()))
}

func isPlainDay(d edtf.Date) bool {
	return d.IsDay() && !d.IsApproximate() && !d.IsUncertain()
}

func fill(phrase string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(phrase)
}
