package timeline

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

//go:embed chart.svg
var chartSource string

// chartTemplate draws a [drawing]. What it fills in is escaped as text.
var chartTemplate = template.Must(template.New("chart").Parse(chartSource))

// A drawing is a chart as the template draws it: mirrored where it must be,
// with measures as text.
type drawing struct {
	ID, Title, Describe string
	Direction           string
	Width, Height       int
	Left, Right         string // of the days, for programs: on the page the first and the last
	First, Last         string
	AxisTop, AxisBottom int
	PlotX, PlotWidth    string
	Ticks, Above        []drawnTick
	Lanes               []drawnLane
	Legend              []legendItem
	Note                string
	NoteX               string
	NoteTop             int
	MiddleX             string
	None                string

	// Of a drawing that stands on its own.
	Standalone bool
	Style      template.CSS
	Heading    *drawnText
	Credit     []drawnText // lines below all
}

type drawnTick struct {
	X, Width      string // of its days
	Line          string // where it begins; "" outside
	Middle, Label string
	Begins        bool // the label stands behind the line, not in the middle
	Link, Name    string
}

type drawnLane struct {
	Name                string
	Lines               []drawnText
	Top, Height, Bottom int
	Striped             bool
	Bars                []drawnBar
	Blocks              []drawnBlock
}

type drawnText struct {
	X, Y, Text string
}

type drawnBar struct {
	link
	Class                 string
	X, Y, Width, Height   string
	Sure, SureWidth       string // "" where no day is certain
	Vague                 bool   // and the rest may be part of it
	Cross                 string // the path through a round that was called off
	Tail                  []string
	TailY, LabelX, LabelY string
	Label                 string
}

type drawnBlock struct {
	X, Y, Width, Height string // of the extent; "" where it is a day
	Dots                []drawnDot
}

type drawnDot struct {
	link
	Class, X, Y, Path, CountY, Count string
	HitX, HitWidth                   string // what can be pressed
	Label, LabelX, LabelY            string
}

// A link is where a mark leads, under what name, and which events it stands
// for.
type link struct{ Href, Name, Events string }

type legendItem struct {
	Class, Path, X, Y, TextX, Text string
	Bar, Sure                      bool
}

// x mirrors where something lies that is so wide.
func (c *Chart) x(x, width float64) string {
	if c.isMirrored() {
		x = float64(c.options.Width) - x - width
	}
	return measure(x)
}

func (c *Chart) isMirrored() bool { return RightToLeft(c.options.Language) }

func measure[N int | float64](x N) string {
	return strings.TrimSuffix(strconv.FormatFloat(float64(x), 'f', 1, 64), ".0")
}

// drawing turns the layout into what the template draws.
func (c *Chart) drawing() *drawing {
	first, last := c.Days()
	language := c.options.Language
	d := &drawing{
		ID: cmp.Or(c.options.ID, "chart"), Title: cmp.Or(Plain(c.options.Title), Heading(language)), Direction: "ltr",
		Describe: c.text.describe,
		Width:    c.options.Width, Height: c.height, Left: measure(c.scale.x0), Right: measure(c.scale.x1),
		AxisTop: axisHeight / 2, AxisBottom: c.height,
		PlotX: c.x(c.scale.x0-1, c.scale.x1-c.scale.x0+2), PlotWidth: measure(c.scale.x1 - c.scale.x0 + 2),
		MiddleX: measure(float64(c.options.Width) / 2),
	}
	if c.isMirrored() {
		d.Direction = "rtl"
	}
	if !c.isNowhere() {
		d.First, d.Last = first.String(), last.String()
		days := c.extent
		if days.IsZero() {
			days = Whole(first, last)
		}
		d.Describe = DateText(days, language) + ". " + d.Describe
		below, above := c.ticks()
		d.Ticks, d.Above = c.drawTicks(below), c.drawTicks(above)
	}
	for i := range c.lanes {
		d.Lanes = append(d.Lanes, c.drawLane(i))
	}
	if len(c.lanes) == 0 {
		d.None, d.Height, d.AxisBottom = c.text.none, d.Height+80, d.Height+60
	}
	if c.hidden > 0 {
		d.Note, d.NoteX, d.NoteTop = fill(c.text.hidden, "{n}", strconv.Itoa(c.hidden)), c.x(chartMargin, 0), d.Height+18
		d.Height += 26
	}
	c.drawLegend(d)
	return d
}

func (c *Chart) drawTicks(ticks []tick) []drawnTick {
	var drawn []drawnTick
	for _, t := range ticks {
		a, b, ok := c.scale.clip(t.first, t.last)
		if !ok {
			continue
		}
		dt := drawnTick{X: c.x(a, b-a), Width: measure(b - a), Middle: c.x((a+b)/2, 0), Label: t.label, Begins: t.begins}
		if t.begins {
			dt.Middle = c.x(a+4, 0)
		}
		if t.first >= c.scale.from {
			dt.Line = c.x(a, 0)
		}
		if c.options.Zoom != nil && t.label != "" {
			dt.Link = c.options.Zoom(dateOfDay(t.first), dateOfDay(t.last))
			if name := DateText(Whole(dateOfDay(t.first), dateOfDay(t.last)), c.options.Language); name != t.label {
				dt.Name = t.label + c.text.comma + name
			}
		}
		drawn = append(drawn, dt)
	}
	return drawn
}

func (c *Chart) drawLane(i int) drawnLane {
	l := &c.lanes[i]
	d := drawnLane{Name: l.name, Top: l.top, Height: l.height, Bottom: l.top + l.height, Striped: i%2 == 1}
	first := l.top + 16 // the line that the first one of the name stands on
	if c.isWide() {
		first = l.top + 20
	}
	for n, line := range l.lines {
		d.Lines = append(d.Lines, drawnText{c.x(chartMargin, 0), measure(first + n*nameHeight), line})
	}
	for j := range l.bars {
		d.Bars = append(d.Bars, c.drawBar(l, &l.bars[j]))
	}
	for j := range l.blocks {
		d.Blocks = append(d.Blocks, c.drawBlock(l, &l.blocks[j]))
	}
	return d
}

func (c *Chart) drawBar(l *lane, b *bar) drawnBar {
	top := float64(l.rowsTop + b.row*rowHeight + (rowHeight-barHeight)/2)
	d := drawnBar{
		Class: "round", X: c.x(b.x, b.width), Y: measure(top), Width: measure(b.width), Height: measure(barHeight),
		LabelX: c.x(b.x+b.width/2, 0), LabelY: measure(top + 14.5), Label: b.label(),
	}
	if b.colour > 0 {
		d.Class += " process" + strconv.Itoa(b.colour)
	}
	width := b.till - b.sure
	switch {
	case b.isOff() || b.planned || width <= 0:
		d.Class += " unsure"
	case width < b.width*3/4:
		d.Class += " partly thin" // the label has no ground of its own
	case width < b.width-1:
		d.Class += " partly"
	}
	if width > 0 && !b.isOff() && !b.planned {
		d.Sure, d.SureWidth = c.x(b.sure, width), measure(width)
	}
	switch {
	case b.status == graph.Cancelled:
		d.Class += " cancelled"
		d.Cross = fmt.Sprintf("M%s %sh%s", d.X, measure(top+barHeight/2), d.Width)
	case b.status == graph.Postponed:
		d.Class += " postponed"
	case b.planned:
		d.Class += " planned"
	}
	d.Vague = b.isVague()
	if b.isOpen() && b.x+b.width+tailWidth < c.scale.x1 {
		for n := range 3 {
			d.Tail = append(d.Tail, c.x(b.x+b.width+4+float64(n)*4.5, 0))
		}
		d.TailY = measure(top + barHeight/2)
	}
	events := b.bounds
	if len(events) == 0 {
		events = []Event{b.any}
	}
	d.link = c.link(events, c.barName(b))
	return d
}

// barName says all of a round that its bar shows.
func (c *Chart) barName(b *bar) string {
	parts := []string{b.name}
	date := cmp.Or(edtf.Between(b.start, b.end), b.start, b.end)
	parts = append(parts, DateText(date, c.options.Language))
	if s := c.text.status(b.status); s != "" {
		parts = append(parts, s)
	} else if b.planned {
		parts = append(parts, PlannedName(c.options.Language))
	}
	if b.isOpen() {
		parts = append(parts, c.text.open)
	}
	return strings.Join(parts, c.text.comma)
}

func (c *Chart) drawBlock(l *lane, b *block) drawnBlock {
	top := float64(l.rowsTop + b.row*rowHeight)
	var d drawnBlock
	if b.soft {
		height := float64(b.rows()*rowHeight - 4)
		d.X, d.Y, d.Width, d.Height = c.x(b.a, b.b-b.a), measure(top+2), measure(b.b-b.a), measure(height)
	}
	for i, mark := range b.dots {
		x := b.x + float64(i%b.columns)*b.cell + cellWidth/2
		y := top + float64(i/b.columns*rowHeight) + rowHeight/2
		dot := c.drawDot(mark, x, y)
		if b.labels {
			c.labelDot(&dot, mark, x, y, b.cell)
		}
		d.Dots = append(d.Dots, dot)
	}
	return d
}

func (c *Chart) drawDot(dot dot, x, y float64) drawnDot {
	d := drawnDot{Class: strings.ToLower(string(dot.kind)), X: c.x(x, 0), Y: measure(y), Path: shapes[dot.kind], HitX: measure(-cellWidth / 2), HitWidth: measure(cellWidth)}
	if dot.planned {
		d.Class += " planned"
	} else if dot.vague {
		d.Class += " vague"
	}
	if n := len(dot.events); n > 1 {
		d.Count, d.CountY = strconv.Itoa(n), measure(3.5+countAt[dot.kind])
	}
	d.link = c.link(dot.events, c.dotName(dot))
	return d
}

// labelDot gives a mark a label beside it, which can be pressed as well.
func (c *Chart) labelDot(d *drawnDot, mark dot, x, y, cell float64) {
	const size, gap = 12, 14
	d.Label = fitText(c.short(mark), size, cell-cellWidth-4)
	d.LabelX, d.LabelY, d.HitWidth = c.x(x+gap, 0), measure(y+4), measure(cell)
	if c.isMirrored() {
		d.HitX = measure(cellWidth/2 - cell)
	}
}

// dotName says what a mark shows: the event, or the kind and number of events.
func (c *Chart) dotName(d dot) string {
	language := c.options.Language
	if len(d.events) > 1 {
		return KindName(d.kind, language) + " × " + strconv.Itoa(len(d.events)) + c.text.comma + DateText(d.days(), language)
	}
	e := d.events[0]
	name := DateText(e.Date.EDTF, language) + ": " + e.Title(c.options.Names)
	if label := c.short(d); !strings.Contains(name, label) {
		name = label + c.text.comma + name // who speaks to the page says what is seen
	}
	if d.planned {
		name += " (" + PlannedName(language) + ")"
	}
	return name
}

// short is the label beside a mark, where its shape says the kind: who acts, or
// what came out.
func (c *Chart) short(d dot) string {
	e, kind := d.events[0], KindName(d.kind, c.options.Language)
	switch {
	case len(d.events) > 1:
		return kind
	case d.kind == Outcome:
		return e.outcomeName(c.options.Names)
	case d.kind == Session && len(e.Topics) > 0:
		return e.Name(e.Topics[0], c.options.Names)
	case len(e.Actors) > 0:
		return e.who(c.options.Names)
	}
	return kind
}

func (c *Chart) link(events []Event, name string) link {
	l := link{Name: name}
	if c.options.Link != nil {
		l.Href = c.options.Link(events[0])
	}
	places := make([]string, len(events))
	for i, e := range events {
		places[i] = strconv.Itoa(c.index[e.ID])
	}
	l.Events = strings.Join(places, " ")
	return l
}
