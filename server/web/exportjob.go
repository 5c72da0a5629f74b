package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/export"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/scalar"
)

// An Export is an export as it was asked for: of what, in which format, with
// which options. The command line and /export/{name} take the same parameters.
type Export struct {
	File      string // its usual name: timeline.csv
	MediaType string
	Fixed     bool            // it is the same for every graph, and needs none
	Events    bool            // it is of events, not of the graph
	Filter    timeline.Filter // what is chosen

	// Write writes it, and answers how many events are in it, if it is of events.
	Write func(ctx context.Context, w io.Writer, s *graph.Store, o ExportOptions) (events int, err error)
}

// ExportOptions are those that nobody asks for by a parameter.
type ExportOptions struct {
	Program  string                // with its version
	Progress func(done, total int) // of the canonical export; may be nil
}

// A ParameterError reports a parameter that an export does not take, or a value
// that it cannot have.
type ParameterError struct{ Key, Reason string }

func (e *ParameterError) Error() string { return e.Key + ": " + e.Reason }

// ErrNoExport is returned where there is no export of a name.
var ErrNoExport = errors.New("there is no such export")

// backupFile is the whole graph with load times, as the command restores it.
const backupFile = "backup.gz"

// ParseExport reads which export is wanted, by the name of a format (csv) or of
// a file (timeline.csv, graph.ndjson), from the parameters of a query string or
// the flags of a command line. A parameter that the format does not take is an
// error: a misspelt filter would otherwise give everything. Errors are
// [ErrNoExport], a *[ParameterError] or a *[timeline.FilterError].
func ParseExport(name string, values url.Values) (*Export, error) {
	if f, ok := timelineFormat(name); ok {
		return parseTimeline(f, values)
	}
	if f, ok := graphFormat(name); ok {
		return parseGraph(f, values)
	}
	if name == backupFile {
		x := &Export{File: backupFile, MediaType: "application/gzip"}
		x.Write = func(ctx context.Context, w io.Writer, s *graph.Store, _ ExportOptions) (int, error) {
			return 0, export.WriteBackup(ctx, w, s, nil)
		}
		if _, err := x.parse(values, nil, "a backup is the whole graph"); err != nil {
			return nil, err
		}
		return x, nil
	}
	return nil, ErrNoExport
}

// parseTimeline reads what is wanted of a timeline.
func parseTimeline(f timeline.Format, values url.Values) (*Export, error) {
	x := &Export{File: "timeline" + f.Extension, MediaType: f.MediaType, Events: true}
	known := []string{"language", "title", "process", "round", "party", "person", "topic", "kind", "from", "to", "as-of"}
	c, err := x.parse(values, append(known, f.Option), f.Name+" is of events")
	if err != nil {
		return nil, err
	}
	x.Write = func(ctx context.Context, w io.Writer, s *graph.Store, o ExportOptions) (int, error) {
		return timeline.Export(ctx, w, s, f.Name, x.Filter, timeline.Options{
			Language: c.language, Title: c.title, BOM: c.bom, Lanes: c.lanes, Provenance: graph.Provenance{Program: o.Program},
		})
	}
	return x, nil
}

// parseGraph reads what is wanted of the graph.
func parseGraph(f export.Format, values url.Values) (*Export, error) {
	x := &Export{File: "graph" + f.Extension, MediaType: f.MediaType, Fixed: f.Fixed}
	of, known := f.Whole(), []string{}
	if f.Chooses {
		of, known = f.Name+" is of the graph", []string{"language", "process", "round", "as-of"}
	}
	c, err := x.parse(values, append(known, f.Option), of)
	if err != nil {
		return nil, err
	}
	x.Write = func(ctx context.Context, w io.Writer, s *graph.Store, o ExportOptions) (int, error) {
		return 0, export.Export(ctx, w, s, f.Name, export.Options{
			WithoutText: c.withoutText, Language: c.language, BOM: c.bom, Progress: o.Progress,
			Filter:     export.Filter{Process: x.Filter.Process, Round: x.Filter.Round, AsOf: x.Filter.AsOf},
			Provenance: graph.Provenance{Program: o.Program},
		})
	}
	return x, nil
}

// choices are the options that parameters choose.
type choices struct {
	language, title  string
	bom, withoutText bool
	lanes            timeline.Lanes
}

// parse reads the filter and the options of an export that takes the known
// parameters; the last words say what it is of.
func (x *Export) parse(values url.Values, known []string, of string) (choices, error) {
	known = slices.DeleteFunc(known, func(s string) bool { return s == "" })
	for key := range values {
		if !slices.Contains(known, spelling(key)) {
			return choices{}, &ParameterError{graph.Shorten(graph.Plain(key), 40), takes(of, known)}
		}
	}
	c := choices{language: values.Get("language"), title: values.Get("title")}
	if c.language != "" && !scalar.IsLanguage(c.language) {
		return c, &ParameterError{"language", brief(c.language) + " is no language tag such as ar or en"}
	}
	var err error
	if x.Filter, err = timeline.ParseFilter(values); err != nil {
		return c, err
	}
	if c.lanes, err = timeline.ParseLanes(values.Get("lanes")); err != nil {
		return c, err
	}
	for key, to := range map[string]*bool{"bom": &c.bom, "without-text": &c.withoutText, "withoutText": &c.withoutText} {
		switch v := values.Get(key); v {
		case "", "false", "0":
		case "true", "1":
			*to = true
		default:
			return c, &ParameterError{key, brief(v) + " is neither true nor false"}
		}
	}
	return c, nil
}

// spelling is a parameter as flags have it; query strings may have asOf, too.
func spelling(key string) string {
	switch key {
	case "asOf":
		return "as-of"
	case "withoutText":
		return "without-text"
	}
	return key
}

// takes says what an export is of, and which parameters it takes.
func takes(of string, known []string) string {
	if len(known) == 0 {
		return "no such parameter: " + of
	}
	return fmt.Sprintf("no such parameter: %s, and takes %s", of, strings.Join(known, ", "))
}

// brief is a value as a message shows it.
func brief(s string) string { return strconv.Quote(graph.Shorten(s, 40)) }

// timelineFormat finds a format by its name or by that of a file.
func timelineFormat(name string) (timeline.Format, bool) {
	for _, f := range timeline.Formats() {
		if name == f.Name || name == "timeline"+f.Extension {
			return f, true
		}
	}
	return timeline.Format{}, false
}

// graphFormat finds a format of the graph by its name or by that of a file.
func graphFormat(name string) (export.Format, bool) {
	for _, f := range export.Formats() {
		if name == f.Name || name == "graph"+f.Extension {
			return f, true
		}
	}
	return export.Format{}, false
}

// exportNames lists what there is.
func exportNames() []string {
	names := []string{backupFile}
	for _, f := range export.Formats() {
		names = append(names, "graph"+f.Extension)
	}
	for _, f := range timeline.Formats() {
		names = append(names, "timeline"+f.Extension)
	}
	return names
}
