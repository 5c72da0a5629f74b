package web

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/export"
	"peacetalks/graph/timeline"
)

// languageTag is what the parameter language may be.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// An exporter serves exports at /export/{name}: by the name of a format (csv)
// or as a file (timeline.csv, graph.ndjson).
type exporter struct {
	store   *graph.Store
	log     *slog.Logger
	program string // with its version
}

// A job is an export that is about to be written.
type job struct {
	file, media string
	write       func(ctx context.Context, w io.Writer) error
}

// ServeHTTP streams an export.
func (e *exporter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		say(w, http.StatusBadRequest, "the query string cannot be read")
		return
	}
	events, isTimeline := timelineFormat(name)
	whole, isGraph := graphFormat(name)
	var j job
	switch {
	case isGraph:
		j, err = e.graph(whole, values)
	case name == backupFile:
		j, err = e.backup(values)
	case isTimeline:
		j, err = e.timeline(events, values)
	default:
		say(w, http.StatusNotFound, "there is no export %.40q; there are %s", name, strings.Join(exportNames(), ", "))
		return
	}
	if err != nil {
		say(w, http.StatusBadRequest, "%v", err)
		return
	}
	e.send(w, r, j)
}

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

// graph is the export of the graph, or of a part of it.
func (e *exporter) graph(f export.Format, values url.Values) (job, error) {
	o := export.Options{Language: values.Get("language"), Provenance: graph.Provenance{Program: e.program}}
	var known []string
	if f.Chooses {
		known = []string{"language", "process", "round", "asOf", "as-of"}
	}
	if f.Option != "" {
		known = append(known, f.Option)
	}
	if err := unknown(values, known...); err != nil {
		if !f.Chooses {
			return job{}, errors.New(err.Error() + ": " + f.Whole())
		}
		return job{}, errors.New(err.Error() + ": " + f.Name + " is of the graph, and takes " + strings.Join(known, ", "))
	}
	var err error
	if o.BOM, err = flag(values, "bom"); err != nil {
		return job{}, err
	}
	if o.WithoutText, err = flag(values, "withoutText"); err != nil {
		return job{}, err
	}
	chosen, err := timeline.ParseFilter(values)
	if err != nil {
		return job{}, err
	}
	o.Filter = export.Filter{Process: chosen.Process, Round: chosen.Round, AsOf: chosen.AsOf}
	if o.Language != "" && !languageTag.MatchString(o.Language) {
		return job{}, errNoLanguage
	}
	return job{"graph" + f.Extension, f.MediaType, func(ctx context.Context, w io.Writer) error {
		return export.Export(ctx, w, e.store, f.Name, o)
	}}, nil
}

var errNoLanguage = errors.New("language: it is no BCP 47 tag such as ar or en")

// backupFile is the whole graph with load times, as the command restores it.
const backupFile = "backup.gz"

// backup is the graph as it stands, for a restore.
func (e *exporter) backup(values url.Values) (job, error) {
	if err := unknown(values); err != nil {
		return job{}, err
	}
	return job{backupFile, "application/gzip", func(ctx context.Context, w io.Writer) error {
		return export.WriteBackup(ctx, w, e.store, nil)
	}}, nil
}

// timeline is the export of chosen events.
func (e *exporter) timeline(f timeline.Format, values url.Values) (job, error) {
	filter, err := timeline.ParseFilter(values)
	if err != nil {
		return job{}, err
	}
	bom, err := flag(values, "bom")
	if err != nil {
		return job{}, err
	}
	o := timeline.Options{Language: values.Get("language"), Title: values.Get("title"), BOM: bom, Provenance: graph.Provenance{Program: e.program}}
	if o.Language != "" && !languageTag.MatchString(o.Language) {
		return job{}, errNoLanguage
	}
	known := []string{"language", "title", "process", "round", "party", "person", "topic", "kind", "from", "to", "asOf", "as-of"}
	if f.Option != "" {
		known = append(known, f.Option)
	}
	if err := unknown(values, known...); err != nil {
		return job{}, err
	}
	if o.Lanes, err = timeline.ParseLanes(values.Get("lanes")); err != nil {
		return job{}, err
	}
	return job{"timeline" + f.Extension, f.MediaType, func(ctx context.Context, w io.Writer) error {
		_, err := timeline.Export(ctx, w, e.store, f.Name, filter, o)
		return err
	}}, nil
}

// unknown refuses parameters that there are not: a misspelt filter would
// otherwise give everything.
func unknown(values url.Values, known ...string) error {
	for key := range values {
		if !slices.Contains(known, key) {
			return errors.New("there is no parameter " + strconv.Quote(graph.Shorten(key, 40)))
		}
	}
	return nil
}

// flag reads a parameter that is true or false.
func flag(values url.Values, key string) (bool, error) {
	switch v := values.Get(key); v {
	case "", "false", "0":
		return false, nil
	case "true", "1":
		return true, nil
	default:
		return false, errors.New(key + ": " + strconv.Quote(graph.Shorten(v, 40)) + " is neither true nor false")
	}
}

// send streams an export. What fails before the first byte is told; after it
// the connection is broken off, so that nobody takes a part for the whole.
func (e *exporter) send(w http.ResponseWriter, r *http.Request, j job) {
	h := w.Header()
	h.Set("Content-Type", j.media)
	h.Set("Content-Disposition", `attachment; filename="`+j.file+`"`)
	h.Set("Cache-Control", "no-cache")
	if r.Method == http.MethodHead {
		return
	}
	out := &counting{w: w}
	err := j.write(r.Context(), out)
	var tooMany *graph.CapError
	switch {
	case err == nil:
	case r.Context().Err() != nil:
		panic(http.ErrAbortHandler)
	case out.n == 0 && errors.As(err, &tooMany):
		h.Del("Content-Disposition")
		say(w, http.StatusUnprocessableEntity, "%v", tooMany)
	case out.n == 0:
		e.log.ErrorContext(r.Context(), "export", "file", j.file, "error", err)
		h.Del("Content-Disposition")
		say(w, http.StatusInternalServerError, "the export could not be made; the server's log has the reason")
	default:
		e.log.ErrorContext(r.Context(), "export broken off", "file", j.file, "error", err)
		panic(http.ErrAbortHandler)
	}
}

// counting counts the bytes that were written.
type counting struct {
	w io.Writer
	n int
}

// Write writes.
func (c *counting) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += n
	return n, err
}
