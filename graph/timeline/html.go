package timeline

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"iter"

	"peacetalks/graph"
)

// pageCap is how many events one page holds: with their passages they make
// some megabytes.
const pageCap = 2000

//go:embed page.html
var pageSource string

//go:embed page.css
var pageStyle string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// A document is the html export: one file that needs nothing else, neither a
// script nor the network.
type document struct {
	Language, Direction string
	Title, Lead         string
	Style               template.CSS
	Charts, List        template.HTML
	Events              string
	Provenance          graph.Provenance
	Credit              string
}

func encodeHTML(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	all, err := gather(events)
	if err != nil {
		return err
	}
	language := phrasesIn(o.Language).language
	d := document{
		Language: language, Direction: "ltr", Title: o.title(), Style: template.CSS(pageStyle + chartStyle),
		Events: labelEvents.in(language), Provenance: o.Provenance, Credit: o.Provenance.String(),
	}
	if RightToLeft(d.Language) {
		d.Direction = "rtl"
	}
	chart := ChartOptions{
		Language: d.Language, Title: d.Title, Lanes: o.Lanes, From: o.From, To: o.To, MaxLanes: chartLanes,
		Link: func(e Event) string { return "#" + e.Anchor() },
	}
	drawings, _, _, err := Charts(all, chart)
	if err != nil {
		return err
	}
	d.Charts, d.Lead = drawings, DateText(extent(all, chart), d.Language)
	if d.List, err = List(all, ListOptions{Language: d.Language}); err != nil {
		return err
	}
	return pageTemplate.Execute(w, d)
}

// HTML is the drawing as a part of a page.
func (c *Chart) HTML() (template.HTML, error) {
	var b bytes.Buffer
	err := chartTemplate.ExecuteTemplate(&b, "svg", c.drawing())
	return template.HTML(b.String()), err
}
