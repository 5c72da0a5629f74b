package timeline

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
)

// A Format is a way to write events.
type Format struct {
	Name      string // as on the command line
	Extension string // of a file's name, with the dot
	MediaType string
	Summary   string // what it is for, in a line
	Streams   bool   // its memory does not grow with the number of events

	encode func(w io.Writer, o Options, events iter.Seq2[Event, error]) error
}

// formats is the one table of formats.
var formats = []Format{
	{"json", ".json", "application/json", "an array of events with their passages", true, encodeJSON},
	{"timelinejs", ".timelinejs.json", "application/json", "slides for the web page of TimelineJS", true, encodeTimelineJS},
	{"csv", ".csv", "text/csv; charset=utf-8; header=present", "a row an event, for spreadsheets", true, encodeCSV},
	{"ics", ".ics", "text/calendar; charset=utf-8", "iCalendar, an all-day entry an event", true, encodeICS},
}

// Formats lists the formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatOf finds the format that a file's name ends in; the longest ending
// wins.
func FormatOf(name string) (format Format, ok bool) {
	for _, f := range formats {
		if strings.HasSuffix(name, f.Extension) && len(f.Extension) > len(format.Extension) {
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
	return fmt.Sprintf("no timeline format %q; there are %s", clip(e.Name), joined(names))
}

// Encode writes events in a format. The bytes depend on the events and options
// alone. An error of the events or the writer ends it; what was written by
// then stays written.
func Encode(w io.Writer, format string, o Options, events iter.Seq2[Event, error]) error {
	for _, f := range formats {
		if f.Name != format {
			continue
		}
		b := bufio.NewWriterSize(w, 32<<10)
		if err := f.encode(b, o, events); err != nil {
			return fmt.Errorf("timeline as %s: %w", format, err)
		}
		if err := b.Flush(); err != nil {
			return fmt.Errorf("timeline as %s: %w", format, err)
		}
		return nil
	}
	return &UnknownFormatError{format}
}
