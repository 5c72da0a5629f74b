// Package timelinepage makes the page of the timeline: the chart with its
// filters and zoom, and below it the events with their passages.
//
// The idea to know: the page is a view of a query string. Each filter, zoom and
// choice of lanes is a link or a form to the same page with another one, so
// that it works without a script and can be sent to others. The script draws
// nothing: it turns gestures into such links and shows a mark's passages, which
// are in the list, beside the chart.
package timelinepage

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"iter"
	"net/http"
	"strconv"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

//go:embed files
var embedded embed.FS

// What one page shows at most.
const (
	listEvents   = 50
	chartEvents  = 2000 // a multiple of listEvents
	pagePassages = 6    // of one event
	pagePeople   = 1000 // in the form
	lastPage     = 1000
	chartLanes   = 30
)

type page struct {
	store         *graph.Store
	template      *template.Template
	files, charts layout.Files
}

// New gives the page and its files by the patterns of [http.ServeMux] under
// which they are served. The query string is that of [timeline.ParseFilter],
// with lanes, page and what [layout.Frame] reads beside it.
func New(s *layout.Site, store *graph.Store) (map[string]http.Handler, error) {
	p := &page{store: store}
	var err error
	if p.template, err = layout.Template(embedded, "files/page.html"); err != nil {
		return nil, fmt.Errorf("timeline page: %w", err)
	}
	if p.files, err = layout.ReadFiles(embedded, "files", "timeline"); err != nil {
		return nil, fmt.Errorf("timeline page: %w", err)
	}
	if p.charts, err = layout.ReadFiles(timeline.ChartFiles, ".", "chart"); err != nil {
		return nil, fmt.Errorf("timeline page: %w", err)
	}
	return map[string]http.Handler{
		"GET /timeline":  s.Handler(p.template, p.show),
		"GET /timeline/": p.files,
		"GET /chart/":    p.charts,
	}, nil
}

// shown is what the template shows.
type shown struct {
	*layout.Frame
	Words words
	Error string // what is wrong with the query string
	form

	LaneChoices  []layout.Choice
	Zoom         zoom
	Charts       template.HTML
	Note         string // about events that are not drawn
	List         template.HTML
	First, Last  int // of the events listed, from 1; 0 where there are none
	Count        int // of all events; 0 where it is not known
	Size, Start  int // of a page of the list; how many events come before those of the chart
	Older, Newer string
	Exports      []exportLink
}

type exportLink struct{ Name, Summary, Link string }

func (p *page) show(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
	s := &shown{Frame: f, Words: texts.In(f.Language)}
	f.Title, f.Here = s.Words.Heading, "timeline"
	f.Styles = []string{p.charts.Path("chart.css"), p.files.Path("timeline.css")}
	f.Modules = []string{p.files.Path("timeline.js")}

	query := r.URL.Query()
	filter, err := timeline.ParseFilter(query)
	number, ok := pageNumber(query.Get("page"))
	lanes, unknown := timeline.ParseLanes(query.Get("lanes"))
	if err == nil && !ok {
		err = errors.New(s.Words.BadPage)
	}
	err = cmp.Or(err, unknown)
	if err != nil {
		f.Status, s.Error, filter = http.StatusBadRequest, err.Error(), timeline.Filter{}
	}
	if s.form, err = p.form(ctx, s, filter); err != nil || s.Error != "" {
		return s, err
	}
	if lanes != timeline.ByProcess {
		s.Hidden["lanes"] = string(lanes)
	}
	return s, p.fill(ctx, s, filter, lanes, number)
}

// fill adds the chart and the list to a page.
func (p *page) fill(ctx context.Context, s *shown, filter timeline.Filter, lanes timeline.Lanes, number int) error {
	skip := (number - 1) * listEvents
	start := skip / chartEvents * chartEvents // of the events that are drawn
	events, more, err := take(timeline.Events(ctx, p.store, filter), start, chartEvents)
	if err != nil {
		return err
	}
	s.Size, s.Start = listEvents, start
	listed := events[min(skip-start, len(events)):min(skip-start+listEvents, len(events))]
	if err := s.draw(events, filter, lanes, start, number); err != nil {
		return err
	}
	s.List, err = timeline.List(listed, timeline.ListOptions{
		Language: s.Language, Names: s.Names, Passages: pagePassages, Fold: true,
		Round:    func(e timeline.Event) string { return s.To(e.Round) },
		Sentence: func(q timeline.Source) string { return s.Link(layout.PassagePath(q.Article, q.Claim, q.Start)) },
	})
	if err != nil {
		return err
	}
	if len(listed) > 0 {
		s.First, s.Last = skip+1, skip+len(listed)
	}
	if !more {
		s.Count = start + len(events)
	}
	if number > 1 {
		s.Older = s.Again("page", strconv.Itoa(number-1))
	}
	if (more || s.Last < start+len(events)) && number < lastPage && s.Last > 0 {
		s.Newer = s.Again("page", strconv.Itoa(number+1))
	}
	if more || start > 0 {
		s.Note = fmt.Sprintf("%s %d–%d", s.Words.Drawn, start+1, start+len(events))
	}
	s.export(filter, lanes)
	return nil
}

// draw draws the events, from the start-th.
func (s *shown) draw(events []timeline.Event, filter timeline.Filter, lanes timeline.Lanes, start, number int) error {
	place := make(map[graph.ID]int, len(events))
	for i, e := range events {
		place[e.ID] = (start+i)/listEvents + 1
	}
	o := timeline.ChartOptions{
		Language: s.Language, Names: s.Names, Lanes: lanes, MaxLanes: chartLanes, From: filter.From, To: filter.To,
		Title: s.Words.Chart, Zoom: s.zoomTo,
		Link: func(e timeline.Event) string {
			if place[e.ID] == number {
				return "#" + e.Anchor()
			}
			return s.Again("page", strconv.Itoa(place[e.ID])) + "#" + e.Anchor()
		},
	}
	drawings, first, last, err := timeline.Charts(events, o)
	if err != nil {
		return err
	}
	s.Charts = drawings
	s.Zoom = s.zoom(first, last, !filter.From.IsZero() || !filter.To.IsZero())
	for _, l := range timeline.AllLanes() {
		s.LaneChoices = append(s.LaneChoices, layout.Choice{Code: string(l), Name: s.Words.lanes(l), Link: s.Again("lanes", string(l)), Chosen: l == lanes})
	}
	return nil
}

// take answers some elements after those that are skipped, and whether there
// are more.
func take(events iter.Seq2[timeline.Event, error], skip, most int) (taken []timeline.Event, more bool, err error) {
	for e, err := range events {
		switch {
		case err != nil:
			return nil, false, err
		case skip > 0:
			skip--
		case len(taken) == most:
			return taken, true, nil
		default:
			taken = append(taken, e)
		}
	}
	return taken, false, nil
}

func pageNumber(s string) (int, bool) {
	if s == "" {
		return 1, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= lastPage
}

// export lists the formats, with links that keep the filter.
func (s *shown) export(filter timeline.Filter, lanes timeline.Lanes) {
	for _, format := range timeline.Formats() {
		values := filter.Values()
		values.Set("language", s.Names)
		if format.Option == "lanes" {
			values.Set("lanes", string(lanes))
		}
		s.Exports = append(s.Exports, exportLink{format.Name, format.Summary, s.Root + "export/timeline" + format.Extension + "?" + values.Encode()})
	}
}
