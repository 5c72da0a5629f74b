package timeline

import (
	"embed"
	"html/template"
	"io"
	"iter"
	"regexp"
	"strings"
)

// chartCap is how many events a picture holds: more would be nothing but
// numbers.
const chartCap = 5000

// chartLanes is how many lanes a picture has at most.
const chartLanes = 40

//go:embed chart.css
var chartStyle string

// ChartFiles hold the style sheet of charts, chart.css. It keeps to the class
// "peacetalks-chart", takes its colours from custom properties, and knows dark
// and light.
//
//go:embed chart.css
var ChartFiles embed.FS

// pictureStyle is the style sheet for programs that show SVG and know no custom
// properties: a rule with the light colour stands before each that has one.
var pictureStyle = func() template.CSS {
	light, _, _ := strings.Cut(chartStyle, "}")
	colours := map[string]string{}
	for _, m := range regexp.MustCompile(`--(\w+): ([^;]+);`).FindAllStringSubmatch(light, -1) {
		colours[m[1]] = m[2]
	}
	rule := regexp.MustCompile(`([\w-]+): var\(--(\w+)\);`)
	return template.CSS(rule.ReplaceAllStringFunc(chartStyle, func(s string) string {
		m := rule.FindStringSubmatch(s)
		return m[1] + ": " + colours[m[2]] + "; " + s
	}))
}()

// encodeSVG draws the chart as a file of its own, which can be put into an
// article or a slide. A mark leads to the article that its first passage is
// from.
func encodeSVG(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	all, err := gather(events)
	if err != nil {
		return err
	}
	c := NewChart(all, ChartOptions{
		Language: o.Language, Title: o.title(), Lanes: o.Lanes, From: o.From, To: o.To, MaxLanes: chartLanes,
		Link: Event.webLink,
	})
	d := c.drawing()
	d.Standalone, d.Style = true, pictureStyle
	for _, line := range wrapText(o.Provenance.String(), 11, float64(d.Width-2*chartMargin), 3) {
		d.Credit = append(d.Credit, drawnText{c.x(chartMargin, 0), measure(d.Height + 12), line})
		d.Height += 18
	}
	if _, err := io.WriteString(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"); err != nil {
		return err
	}
	if err := chartTemplate.ExecuteTemplate(w, "svg", d); err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n")
	return err
}

// gather is all events.
func gather(events iter.Seq2[Event, error]) ([]Event, error) {
	var all []Event
	for e, err := range events {
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}
