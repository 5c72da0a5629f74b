package timeline

import (
	"cmp"
	"strconv"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A bar is a round on the chart.
type bar struct {
	name       string
	number     *int
	start, end edtf.Date
	status     graph.RoundStatus
	planned    bool
	bounds     []Event // its first and last day, where they are shown
	any        Event   // an event of the round
	colour     int     // of its process, from 1, where the lane does not tell it; else 0

	x, width   float64 // the days that it may have been on
	sure, till float64 // the days that it was on for certain; equal: none
	row        int
}

// processColours is how many the style sheet has.
const processColours = 8

const tailWidth = 16 // of the dots that say that an end is not known

func newBar(e Event, names string) bar {
	return bar{
		name: e.Name(e.Round, names), number: e.RoundNumber, start: e.RoundStart, end: e.RoundEnd,
		status: e.RoundStatus, planned: e.RoundStatus == graph.Announced, any: e,
	}
}

// add tells the bar of an event of its round.
func (b *bar) add(e Event) {
	if isBound(e) {
		b.bounds = append(b.bounds, e)
		b.planned = b.planned || e.Kind == Start && e.Modality == graph.Planned && b.status == ""
	}
}

// days are the first and the last day that the round may have been on, and
// whether any is known.
func (b *bar) days() (first, last int, ok bool) {
	switch {
	case b.start.IsZero() && b.end.IsZero():
		return 0, 0, false
	case b.start.IsZero():
		first, last = daysOf(b.end)
		return first, last, true
	}
	first, last = daysOf(b.start)
	if !b.end.IsZero() {
		_, end := daysOf(b.end)
		last = max(last, end)
	}
	return first, last, true
}

// certain are the days that the round was on for certain; none where last is
// before first.
func (b *bar) certain() (first, last int) {
	start, end := cmp.Or(b.start, b.end), cmp.Or(b.end, b.start)
	if isVague(start) && isVague(end) {
		return 0, -1
	}
	_, first = daysOf(start)
	last, _ = daysOf(end)
	switch {
	case isVague(start):
		first = last
	case isVague(end):
		last = max(first, last)
	}
	return first, last
}

func (b *bar) first() int {
	first, _, _ := b.days()
	return first
}

// isOpen tells whether the round began on a known day and nothing says when it
// ended.
func (b *bar) isOpen() bool {
	return !b.start.IsZero() && b.end.IsZero() && b.start.IsDay() && !b.isOff()
}

// isVague tells whether a part of the bar may not have been part of the round.
func (b *bar) isVague() bool {
	return !b.planned && !b.isOff() && b.till-b.sure < b.width-1
}

// isOff tells whether the round was called off, for good or for a time.
func (b *bar) isOff() bool { return b.status == graph.Cancelled || b.status == graph.Postponed }

func (b *bar) tail() float64 {
	if b.isOpen() {
		return tailWidth
	}
	return 0
}

// fitBar places a bar; one that is not within the days shown gets no width.
// What would be too narrow to hit is as wide as a mark.
func (c *Chart) fitBar(b *bar) {
	first, last, ok := b.days()
	if !ok {
		return
	}
	from, to, ok := c.scale.clip(first, last)
	if !ok {
		return
	}
	b.x, b.width = from, to-from
	if b.width < cellWidth {
		b.x, b.width = c.within((from+to)/2, cellWidth), cellWidth
	}
	b.sure, b.till = b.x, b.x+b.width
	first, last = b.certain()
	if sure, till, ok := c.scale.clip(first, last); last < first || !ok {
		b.till = b.sure
	} else if to-from >= cellWidth {
		b.sure, b.till = sure, till
	}
}

// within gives where something begins that lies about x and not outside.
func (c *Chart) within(x, width float64) float64 {
	return max(c.scale.x0, min(x-width/2, c.scale.x1-width))
}

// label is the round's name, or its number where there is no room for more.
func (b *bar) label() string {
	const size, room = 12, 10
	if textWidth(b.name, size) <= b.width-room {
		return b.name
	}
	if b.number != nil && textWidth(strconv.Itoa(*b.number), size) <= b.width {
		return strconv.Itoa(*b.number)
	}
	if b.width >= leastNamed {
		return fitText(b.name, size, b.width-room)
	}
	return ""
}

// leastNamed is the width from which a bar has a part of its name at least.
const leastNamed = 60
