package rules

import (
	"time"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// How many days before a round an article may tell of it without a number, and after
// it, to be taken for one on that round.
const (
	daysAhead  = 2
	daysBehind = 3
)

// roundOn is the number of the round that a process held on a day, by the lexicon's days,
// else of the one nearest to it that it may tell of; 0 where there is none.
func (e *Engine) roundOn(process string, day edtf.Date, ahead, behind int) int {
	p := e.lexicon.Entry(lexicon.Process, process)
	if p == nil || len(p.Rounds) == 0 || !day.IsDay() {
		return 0
	}
	return nearestRound(p, day.Earliest(), ahead, behind)
}

func nearestRound(p *lexicon.Entry, day time.Time, ahead, behind int) int {
	best, least := 0, 0
	for n, days := range p.Rounds {
		for _, span := range days.Spans() {
			apart, ok := daysApart(span, day, ahead, behind)
			if ok && (best == 0 || apart < least || apart == least && n > best) {
				best, least = n, apart
			}
		}
	}
	return best
}

// daysApart is how many days lie between a day and a span of days, and whether they
// are no more than it may be before and behind it.
func daysApart(span [2]string, day time.Time, ahead, behind int) (int, bool) {
	first, err := time.Parse(time.DateOnly, span[0])
	last, err2 := time.Parse(time.DateOnly, span[1])
	if err != nil || err2 != nil {
		return 0, false
	}
	const hours = 24
	switch {
	case day.Before(first):
		apart := int(first.Sub(day).Hours()) / hours
		return apart, apart <= ahead
	case day.After(last):
		apart := int(day.Sub(last).Hours()) / hours
		return apart, apart <= behind
	}
	return 0, true
}

// nowRound is the number of the round of a process that the lexicon has on the
// article's day or next to it.
func (d *document) nowRound(process string) int {
	return d.e.roundOn(process, d.likelyDay(), daysAhead, daysBehind)
}

// numberByStart gives a round without a number the one that the lexicon has on the
// day on which it began, unless the article speaks of that round besides.
func (d *document) numberByStart(r *round, start edtf.Date) {
	if r.number > 0 || d.e.single(r.process) {
		return
	}
	n := d.e.roundOn(r.process, start, 1, 0)
	for _, o := range d.rounds {
		if o.process == r.process && o.number == n {
			return
		}
	}
	r.number = n
}
