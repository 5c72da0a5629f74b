package graph

import (
	"time"

	"peacetalks/graph/edtf"
)

// A Certainty tells how surely a date that may be imprecise lies in a range of
// days. It goes by the first and the last day that the date may mean: marks
// such as "~" do not widen it.
type Certainty string

// The certainties. What is certain is also possible. What has no date is
// neither.
const (
	Possibly  Certainty = "POSSIBLY"  // some day that the date may mean is in the range
	Certainly Certainty = "CERTAINLY" // every day that the date may mean is in the range
)

// inside tells whether days lie between two others, all included; a zero from
// or to does not bound. An empty certainty is [Possibly].
func inside(earliest, latest time.Time, from, to edtf.Date, c Certainty) bool {
	if c == Certainly {
		earliest, latest = latest, earliest
	}
	return (from.IsZero() || !latest.Before(from.Earliest())) && (to.IsZero() || !earliest.After(to.Latest()))
}

// Within tells how surely a date lies between two days, both included; "" if
// it cannot.
func (d EventDate) Within(from, to edtf.Date) Certainty {
	for _, c := range []Certainty{Certainly, Possibly} {
		if inside(d.Earliest(), d.Latest(), from, to, c) {
			return c
		}
	}
	return ""
}

// within tells whether a date that may be missing lies between two days. A
// missing one does only if there is no bound.
func (d *EventDate) within(from, to edtf.Date, c Certainty) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	return d != nil && inside(d.Earliest(), d.Latest(), from, to, c)
}

// within tells whether a round was held between two days: its days are those
// from the first that its start may mean to the last that its end may mean.
// If one of the two is not reported, the other stands for both.
func (r Round) within(from, to edtf.Date, c Certainty) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	first, last := r.Start, r.End
	if first == nil {
		first = last
	}
	if last == nil {
		last = first
	}
	if first == nil {
		return false
	}
	earliest, latest := first.Earliest(), last.Latest()
	if last.Earliest().Before(earliest) {
		earliest = last.Earliest()
	}
	if first.Latest().After(latest) {
		latest = first.Latest()
	}
	return inside(earliest, latest, from, to, c)
}
