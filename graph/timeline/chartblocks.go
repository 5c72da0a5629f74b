package timeline

import (
	"cmp"
	"math"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A dot is a mark: one event, or several of a kind where there is no room for
// each.
type dot struct {
	kind           Kind
	planned, vague bool
	events         []Event
}

// A block is the marks of one time, side by side and one above the other.
type block struct {
	a, b    float64 // the days that it may mean
	soft    bool    // more than a day: the extent is drawn
	dots    []dot
	columns int
	cell    float64 // the width of a column
	labels  bool    // beside the marks, where a column has room for them
	x       float64 // where the first column begins
	row     int
}

// A block whose days have room for labels has them, unless it grows too tall.
const (
	leastLabelled = 90
	labelled      = 150
	mostLabelled  = 14 // rows
)

func (b *block) rows() int { return (len(b.dots) + b.columns - 1) / b.columns }

func (b *block) width() float64 { return float64(b.columns) * b.cell }

// arrange divides the block into columns.
func (b *block) arrange() {
	width := b.b - b.a
	b.columns, b.cell = max(1, min(len(b.dots), int(width/cellWidth))), cellWidth
	columns := max(1, min(len(b.dots), int(width/labelled)))
	if rows := (len(b.dots) + columns - 1) / columns; width >= leastLabelled && rows <= mostLabelled {
		b.labels, b.columns, b.cell = true, columns, min(width/float64(columns), 2*labelled)
	}
}

// blocks groups the events of a lane by their days. Days that are narrower than
// a mark are put together with their neighbours.
func (c *Chart) blocks(events []Event) []block {
	var found []block
	var near []timed // what takes less room than a mark
	byDays := map[[2]int]int{}
	for _, e := range events {
		first, last := daysOf(e.Date.EDTF)
		a, b, ok := c.scale.clip(first, last)
		if !ok {
			continue
		}
		if b-a < cellWidth {
			near = append(near, timed{(a + b) / 2, e})
			continue
		}
		i, ok := byDays[[2]int{first, last}]
		if !ok {
			i = len(found)
			byDays[[2]int{first, last}] = i
			found = append(found, block{a: a, b: b, soft: last > first})
		}
		found[i].add(e, c.scale.day() < cellWidth)
	}
	found = append(found, c.neighbours(near)...)
	for i := range found {
		b := &found[i]
		b.arrange()
		b.x = c.within((b.a+b.b)/2, b.width())
	}
	slices.SortStableFunc(found, func(a, b block) int { return cmp.Compare(a.x, b.x) })
	return found
}

// A timed is an event and where it lies.
type timed struct {
	x     float64
	event Event
}

// neighbours puts together events that lie close to each other.
func (c *Chart) neighbours(events []timed) []block {
	slices.SortStableFunc(events, func(a, b timed) int { return cmp.Compare(a.x, b.x) })
	var found []block
	for len(events) > 0 {
		n, sum := 0, 0.0
		for n < len(events) && events[n].x-events[0].x < 0.75*cellWidth {
			sum += events[n].x
			n++
		}
		x := c.within(math.Round(sum/float64(n)), cellWidth)
		b := block{a: x, b: x + cellWidth}
		for _, t := range events[:n] {
			b.add(t.event, true)
		}
		found, events = append(found, b), events[n:]
	}
	return found
}

// add gives the block a mark for an event, or counts it to one of its kind.
func (b *block) add(e Event, together bool) {
	planned, vague := e.Modality == graph.Planned, isVague(e.Date.EDTF)
	if together {
		for i := range b.dots {
			if d := &b.dots[i]; d.kind == e.Kind && d.planned == planned {
				d.events, d.vague = append(d.events, e), d.vague && vague
				return
			}
		}
	}
	b.dots = append(b.dots, dot{e.Kind, planned, vague, []Event{e}})
	slices.SortStableFunc(b.dots, func(a, b dot) int {
		return cmp.Compare(slices.Index(Kinds(), a.kind), slices.Index(Kinds(), b.kind))
	})
}

// days are the first and the last day of the events of a mark.
func (d dot) days() edtf.Date {
	first, last := math.MaxInt, math.MinInt
	for _, e := range d.events {
		a, b := daysOf(e.Date.EDTF)
		first, last = min(first, a), max(last, b)
	}
	return edtf.Between(dateOfDay(first), dateOfDay(last))
}
