package timeline

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A Format is a way to write events.
type Format struct {
	Name      string // as on the command line
	Extension string // of a file's name, with the dot
	MediaType string
	Summary   string // what it is for, in a line
	Streams   bool   // its memory does not grow with the number of events
	Cap       int    // how many events it takes, if it does not stream
	Option    string // that it takes beside language and title, as query strings have it: bom or lanes

	encode func(w io.Writer, o Options, events iter.Seq2[Event, error]) error
}

// formats is the one table of formats.
var formats = []Format{
	{"json", ".json", "application/json", "events with their passages, for programs", true, 0, "", encodeJSON},
	{"timelinejs", ".timelinejs.json", "application/json", "slides for the web page of TimelineJS", true, 0, "", encodeTimelineJS},
	{"csv", ".csv", "text/csv; charset=utf-8; header=present", "a row an event, for spreadsheets", true, 0, "bom", encodeCSV},
	{"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a workbook: events, their passages, what it is made of", false, xlsxEvents, "", encodeXLSX},
	{"md", ".md", "text/markdown; charset=utf-8; variant=GFM", "Markdown: a table of events, and the articles that they rest on", false, mdEvents, "", encodeMD},
	{"ics", ".ics", "text/calendar; charset=utf-8", "iCalendar, an all-day entry an event", true, 0, "", encodeICS},
	{"html", ".html", "text/html; charset=utf-8", "one page with a chart and the passages, to read, send and print", false, pageCap, "lanes", encodeHTML},
	{"svg", ".svg", "image/svg+xml", "the chart as a picture", false, chartCap, "lanes", encodeSVG},
}

// Formats lists the formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatNamed finds a format by its name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// FormatOf finds the format that a file's name ends in; the longest ending
// wins.
func FormatOf(name string) (format Format, ok bool) {
	for _, f := range formats {
		if strings.HasSuffix(strings.ToLower(name), f.Extension) && len(f.Extension) > len(format.Extension) {
			format, ok = f, true
		}
	}
	return format, ok
}

// Options tell how events are written.
type Options struct {
	Language string // of titles and names, BCP 47; "" and unknown ones are English
	Title    string // of the whole, where the format has one; "" is [Heading]
	BOM      bool   // csv: begin with a byte-order mark, by which some spreadsheets know UTF-8

	Lanes    Lanes     // html, svg: what a lane of the chart stands for
	From, To edtf.Date // html, svg: the days that the chart shows; zero: those of the events

	// Provenance is written where the format has room for it. [Export] fills
	// all of it but the program.
	Provenance graph.Provenance
}

func (o Options) title() string {
	if t := Plain(o.Title); t != "" {
		return t
	}
	return Heading(o.Language)
}

// An UnknownFormatError reports a format that there is not.
type UnknownFormatError struct{ Name string }

func (e *UnknownFormatError) Error() string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return fmt.Sprintf("no timeline format %q; there are %s", brief(e.Name), joined(names))
}

// Export writes the chosen events of a graph in a format, with what they were
// made of, all from one state of the graph. It answers how many they were.
func Export(ctx context.Context, w io.Writer, s *graph.Store, format string, f Filter, o Options) (events int, err error) {
	ctx, release := s.Pin(ctx)
	defer release()
	made, err := s.Provenance(ctx)
	if err != nil {
		return 0, fmt.Errorf("timeline: %w", err)
	}
	made.Program, made.Filter = o.Provenance.Program, f.Values().Encode()
	o.Provenance, o.From, o.To = made, f.From, f.To
	counted := func(yield func(Event, error) bool) {
		for e, err := range eventsOnce(ctx, s, f, draftLimit) {
			events++
			if !yield(e, err) {
				return
			}
		}
	}
	return events, Encode(w, format, o, counted)
}

// Encode writes events in a format. The bytes depend on the events and options
// alone. An error of the events or the writer ends it; what was written by
// then stays written. A format with a cap writes nothing if there are more
// events: the error is a *[graph.CapError].
func Encode(w io.Writer, format string, o Options, events iter.Seq2[Event, error]) error {
	f, ok := FormatNamed(format)
	if !ok {
		return &UnknownFormatError{format}
	}
	b := bufio.NewWriterSize(w, 32<<10)
	if err := f.encode(b, o, f.capped(events)); err != nil {
		return fmt.Errorf("timeline as %s: %w", format, err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("timeline as %s: %w", format, err)
	}
	return nil
}

// capped ends events with an error where there are more than the format takes.
func (f Format) capped(events iter.Seq2[Event, error]) iter.Seq2[Event, error] {
	if f.Cap == 0 {
		return events
	}
	return func(yield func(Event, error) bool) {
		n := 0
		for e, err := range events {
			if n++; n > f.Cap && err == nil {
				e, err = Event{}, &graph.CapError{Format: f.Name, Cap: f.Cap, Things: "events"}
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}
