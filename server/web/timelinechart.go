package web

import (
	"context"
	"slices"
	"strconv"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

// Measures of the chart, in units of its view box.
const (
	chartWidth  = 1000
	chartMargin = 24 // on both sides, within the width
	axisHeight  = 28
	laneHeight  = 80
	barTop      = 26 // within the lane, as markTop and labelTop are
	barHeight   = 14
	markTop     = 52
	labelTop    = 72
	leastBar    = 8
	labelWidth  = 26 // room that a round's label needs
	laneColours = 8  // in the style sheet
)

// A chart shows rounds as bars and other events as marks, in a lane for each
// process. Time runs in the direction of the page's language.
type chart struct {
	Width, Height int
	Ticks         []tick
	Lanes         []lane
}

type tick struct {
	X, Y, Bottom int
	Label        string
}

type lane struct {
	Name         string
	X, Y, LabelY int
	Colour       int
	Bars         []bar
	Marks        []mark
}

type bar struct {
	X, Y, Width, Height int
	Title, Link         string
	Label               string // "" where there is no room
	LabelX, LabelY      int
	Planned             bool
}

type mark struct {
	X, Y        int
	Kind        string
	Title, Link string
	Planned     bool
}

// A scale places days on the chart.
type scale struct {
	from, to time.Time
	mirrored bool
}

func (s scale) x(t time.Time) int {
	const room = chartWidth - 2*chartMargin
	x := chartMargin + int(room*t.Sub(s.from).Hours()/s.to.Sub(s.from).Hours())
	if s.mirrored {
		return chartWidth - x
	}
	return x
}

// chart draws the events of a page and their rounds; nil where there are none.
func (h *timelineHandler) chart(ctx context.Context, p *timelinePage, events []timeline.Event, lanes map[graph.ID]int, asOf edtf.Date) (*chart, error) {
	if len(events) == 0 {
		return nil, nil
	}
	anchors := map[graph.ID]string{} // round → the first event of it
	names := map[graph.ID]string{}
	var ids []graph.ID
	for _, e := range events {
		if anchors[e.Round] == "" {
			anchors[e.Round], names[e.Round] = anchor(e), e.Name(e.Round, p.Language)
			ids = append(ids, e.Round)
		}
	}
	rounds, err := h.store.RoundsByID(ctx, ids, asOf)
	if err != nil {
		return nil, err
	}
	rounds = slices.DeleteFunc(rounds, func(r *graph.Round) bool { return r == nil || r.Start == nil && r.End == nil })

	s := scaleOf(p, events, rounds)
	c := &chart{Width: chartWidth, Height: axisHeight + laneHeight*len(lanes), Lanes: make([]lane, len(lanes))}
	c.Ticks = s.ticks(c.Height)
	for process, i := range lanes {
		l := &c.Lanes[i]
		l.Name, l.Colour, l.Y = p.Text.Unknown, i%laneColours, axisHeight+i*laneHeight
		l.X, l.LabelY = chartMargin/2, l.Y+17
		if s.mirrored {
			l.X = chartWidth - l.X
		}
		for _, e := range events {
			if e.Process == process && process != "" {
				l.Name = e.Name(process, p.Language)
				break
			}
		}
	}
	for _, r := range rounds {
		l := &c.Lanes[lanes[r.Process]]
		b := s.bar(*r, l.Y)
		b.Title = names[r.ID]
		if r.Start != nil {
			b.Title += ": " + timeline.DateText(bounds(*r), p.Language)
		}
		b.Link = "#" + anchors[r.ID]
		if r.Number != nil {
			b.Label = strconv.Itoa(*r.Number)
		}
		b.Planned = r.Status == graph.Announced || r.Status == graph.Postponed || r.Status == graph.Cancelled
		l.Bars = append(l.Bars, b)
	}
	for _, e := range events {
		if e.Kind == timeline.Start || e.Kind == timeline.End {
			continue
		}
		l := &c.Lanes[lanes[e.Process]]
		from, to := span(e.Date.EDTF)
		l.Marks = append(l.Marks, mark{
			X: (s.x(from) + s.x(to.AddDate(0, 0, 1))) / 2, Y: l.Y + markTop, Kind: string(e.Kind),
			Title: timeline.DateText(e.Date.EDTF, p.Language) + ": " + e.Title(p.Language), Link: "#" + anchor(e),
			Planned: e.Modality == graph.Planned,
		})
	}
	for i := range c.Lanes {
		c.Lanes[i].thin()
	}
	return c, nil
}

// thin leaves out labels that would run into one another.
func (l *lane) thin() {
	slices.SortFunc(l.Bars, func(a, b bar) int { return a.X - b.X })
	last := -labelWidth
	for i := range l.Bars {
		b := &l.Bars[i]
		if b.LabelX-last < labelWidth {
			b.Label = ""
		}
		if b.Label != "" {
			last = b.LabelX
		}
	}
}

// bar places a round.
func (s scale) bar(r graph.Round, laneY int) bar {
	from, to := span(bounds(r))
	a, b := s.x(from), s.x(to.AddDate(0, 0, 1))
	if a > b {
		a, b = b, a
	}
	if b-a < leastBar {
		middle := (a + b) / 2
		a, b = middle-leastBar/2, middle+leastBar/2
	}
	return bar{
		X: a, Width: b - a, Y: laneY + barTop, Height: barHeight,
		LabelX: (a + b) / 2, LabelY: laneY + labelTop,
	}
}

// bounds are the days of a round that has at least one of them.
func bounds(r graph.Round) edtf.Date {
	switch {
	case r.Start == nil:
		return r.End.EDTF
	case r.End == nil:
		return r.Start.EDTF
	}
	if d := edtf.Between(r.Start.EDTF, r.End.EDTF); !d.IsZero() {
		return d
	}
	return r.Start.EDTF
}

// span is the first and the last day of a date; an open end is where the other
// is.
func span(d edtf.Date) (from, to time.Time) {
	switch {
	case d.Start().IsZero():
		d = d.End()
	case d.End().IsZero():
		d = d.Start()
	}
	return d.Earliest(), d.Latest()
}

// scaleOf fits the days of events and rounds, with some room about them.
func scaleOf(p *timelinePage, events []timeline.Event, rounds []*graph.Round) scale {
	from, to := span(events[0].Date.EDTF)
	widen := func(d edtf.Date) {
		a, b := span(d)
		if a.Before(from) {
			from = a
		}
		if b.After(to) {
			to = b
		}
	}
	for _, e := range events {
		widen(e.Date.EDTF)
	}
	for _, r := range rounds {
		widen(bounds(*r))
	}
	pad := max(to.Sub(from)/40, 24*time.Hour)
	return scale{from: from.Add(-pad), to: to.Add(pad + 24*time.Hour), mirrored: p.Direction == "rtl"}
}

// ticks divide the axis into years, months or days, at most a dozen or so.
func (s scale) ticks(bottom int) []tick {
	days := int(s.to.Sub(s.from).Hours() / 24)
	type step struct {
		days, years, months, stepDays int
		format                        string
	}
	steps := []step{
		{14, 0, 0, 1, "01-02"}, {100, 0, 0, 7, "01-02"}, {400, 0, 1, 0, "2006-01"}, {1200, 0, 3, 0, "2006-01"},
		{4500, 1, 0, 0, "2006"}, {20000, 5, 0, 0, "2006"}, {1 << 30, 50, 0, 0, "2006"},
	}
	i := slices.IndexFunc(steps, func(st step) bool { return days <= st.days })
	st := steps[i]
	at := time.Date(s.from.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	if st.years > 1 {
		at = at.AddDate(-(at.Year() % st.years), 0, 0)
	}
	if st.stepDays > 0 {
		at = s.from.Truncate(24 * time.Hour)
	}
	var ticks []tick
	for ; !at.After(s.to); at = at.AddDate(st.years, st.months, st.stepDays) {
		if !at.Before(s.from) {
			ticks = append(ticks, tick{X: s.x(at), Y: 17, Bottom: bottom, Label: at.Format(st.format)})
		}
	}
	return ticks
}
