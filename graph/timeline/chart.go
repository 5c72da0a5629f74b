package timeline

import (
	"cmp"
	"html/template"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// The chart is one drawing, in SVG, that the page, the svg export and the html
// export share. It is laid out here in pixels, with time from left to right,
// and mirrored as a whole for languages that are written from right to left.
//
// A lane is a stack of rows. Rounds lie in the upper ones as bars, everything
// else below as marks, each where its date has room for it. A date that is no
// day is drawn as the extent that it may mean, never as a point.

// Measures of the chart, in pixels.
const (
	chartWidth  = 1040 // unless given
	middleWidth = 720  // of a tablet
	narrowWidth = 360  // of a phone
	leastWidth  = 280
	wideChart   = 700 // from here on the lanes' names stand beside them
	chartMargin = 10
	gutterWidth = 150 // for the lanes' names beside them
	stripHeight = 22  // for a lane's name above it
	axisHeight  = 46
	rowHeight   = 26
	cellWidth   = 24 // of a mark: what a finger can hit
	barHeight   = 20
	lanePadding = 6
	nameHeight  = 17 // of a line of a lane's name
)

// ChartOptions tell how a chart is drawn.
type ChartOptions struct {
	Language string    // of its words, and of the direction of time
	Names    string    // language of titles and names; "" is Language
	Lanes    Lanes     // "" is [ByProcess]
	MaxLanes int       // the fullest are kept; 0: all
	From, To edtf.Date // the days shown; zero: those of the events
	Width    int       // in pixels; 0 is that of a desktop
	ID       string    // begins the ids of the drawing, where a page has several
	Title    string    // "" is [Heading]

	// Link is the address of the event that a mark opens, Zoom that of a chart of
	// some days. nil or "": no link.
	Link func(Event) string
	Zoom func(first, last edtf.Date) string
}

// A Chart is a drawing of events.
type Chart struct {
	options ChartOptions
	text    *chartPhrases
	scale   scale
	extent  edtf.Date        // the days of the events
	index   map[graph.ID]int // event → its place among the events
	lanes   []lane
	hidden  int // lanes left out
	height  int
}

// NewChart lays out events, which are in the order of [Compare]. It draws
// also when there are none.
func NewChart(events []Event, o ChartOptions) *Chart {
	o.Lanes = cmp.Or(o.Lanes, ByProcess)
	o.Names = cmp.Or(o.Names, o.Language)
	o.Width = max(cmp.Or(o.Width, chartWidth), leastWidth)
	c := &Chart{options: o, text: &phrasesIn(o.Language).chart, extent: extent(events, o), index: make(map[graph.ID]int, len(events))}
	for i, e := range events {
		c.index[e.ID] = i
	}
	c.scale = c.fit(events)
	c.lanes, c.hidden = lanesOf(events, o, c.text)
	c.height = axisHeight
	for i := range c.lanes {
		c.layOut(&c.lanes[i])
	}
	return c
}

// Days are the first and the last day that the chart shows; zero where it has
// no events and was asked for no days.
func (c *Chart) Days() (first, last edtf.Date) {
	if c.isNowhere() {
		return first, last
	}
	return dateOfDay(c.scale.from), dateOfDay(c.scale.to - 1)
}

// isWide tells whether the lanes' names stand beside them.
func (c *Chart) isWide() bool { return c.options.Width >= wideChart }

// isNowhere tells whether nothing says which days the chart is of.
func (c *Chart) isNowhere() bool {
	return len(c.index) == 0 && c.options.From.Start().IsZero() && c.options.To.End().IsZero()
}

// fit makes the scale of the days that are asked for, or of all that the
// events have.
func (c *Chart) fit(events []Event) scale {
	s := scale{x0: chartMargin, x1: float64(c.options.Width - chartMargin)}
	if c.isWide() {
		s.x0 += gutterWidth
	}
	s.from, s.to = roundDays(daysOfAll(events))
	if d := c.options.From; !d.Start().IsZero() {
		s.from = dayOf(d.Earliest())
	}
	if d := c.options.To; !d.End().IsZero() {
		s.to = dayOf(d.Latest()) + 1
		if len(events) == 0 && c.options.From.Start().IsZero() {
			s.from = s.to - 1
		}
	}
	s.to = max(s.to, s.from+1)
	return s
}

// layOut places the bars and the marks of a lane and gives it its height.
func (c *Chart) layOut(l *lane) {
	l.top = c.height
	l.rowsTop = l.top + lanePadding
	if !c.isWide() {
		l.rowsTop = l.top + stripHeight
	}
	var rows rows
	for i := range l.bars {
		c.fitBar(&l.bars[i])
	}
	l.bars = slices.DeleteFunc(l.bars, func(b bar) bool { return b.width == 0 })
	for i := range l.bars {
		b := &l.bars[i]
		b.row = rows.place(b.x, b.x+b.width+b.tail(), 1, 0)
	}
	below := len(rows)
	l.blocks = c.blocks(l.events)
	for i := range l.blocks {
		b := &l.blocks[i]
		b.row = rows.place(min(b.x, b.a), max(b.x+b.width(), b.b), b.rows(), below)
	}
	l.lines = c.nameLines(l.name)
	l.height = l.rowsTop - l.top + max(len(rows), 1)*rowHeight + lanePadding
	if c.isWide() {
		l.height = max(l.height, len(l.lines)*nameHeight+2*lanePadding)
	}
	c.height += l.height
}

// nameLines breaks a lane's name into lines.
func (c *Chart) nameLines(name string) []string {
	const size = 14 // bold 13
	if c.isWide() {
		return wrapText(name, size, gutterWidth-8, 3)
	}
	return []string{fitText(name, size, float64(c.options.Width-2*chartMargin))}
}

// Charts are drawings of the same events for wide, middling and narrow windows,
// each in an element of the class wide, middle or narrow: a style sheet shows
// the one that fits.
func Charts(events []Event, o ChartOptions) (drawings template.HTML, first, last edtf.Date, err error) {
	for _, size := range []struct {
		name  string
		width int
	}{{"wide", chartWidth}, {"middle", middleWidth}, {"narrow", narrowWidth}} {
		o.ID, o.Width = size.name, size.width
		c := NewChart(events, o)
		drawing, err := c.HTML()
		if err != nil {
			return "", first, last, err
		}
		drawings += template.HTML(`<div class="`+size.name+`">`) + drawing + "</div>\n"
		first, last = c.Days()
	}
	return drawings, first, last, nil
}
