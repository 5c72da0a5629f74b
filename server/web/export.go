package web

import (
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"peacetalks/graph"
)

// An exporter serves exports at /export/{name}: by the name of a format (csv)
// or as a file (timeline.csv, graph.ndjson).
type exporter struct {
	store   *graph.Store
	log     *slog.Logger
	program string // with its version
}

// ServeHTTP streams an export.
func (e *exporter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		say(w, http.StatusBadRequest, "the query string cannot be read")
		return
	}
	x, err := ParseExport(name, values)
	switch {
	case errors.Is(err, ErrNoExport):
		say(w, http.StatusNotFound, "there is no export %.40q; there are %s", name, strings.Join(exportNames(), ", "))
	case err != nil:
		say(w, http.StatusBadRequest, "%v", err)
	default:
		e.send(w, r, x)
	}
}

// send streams an export. What fails before the first byte is told; after it
// the connection is broken off, so that nobody takes a part for the whole.
func (e *exporter) send(w http.ResponseWriter, r *http.Request, x *Export) {
	h := w.Header()
	h.Set("Content-Type", x.MediaType)
	h.Set("Content-Disposition", `attachment; filename="`+x.File+`"`)
	h.Set("Cache-Control", "no-cache")
	if r.Method == http.MethodHead {
		return
	}
	out := &counting{w: w}
	_, err := x.Write(r.Context(), out, e.store, ExportOptions{Program: e.program})
	var tooMany *graph.CapError
	switch {
	case err == nil:
	case r.Context().Err() != nil:
		panic(http.ErrAbortHandler)
	case out.n == 0 && errors.As(err, &tooMany):
		h.Del("Content-Disposition")
		say(w, http.StatusUnprocessableEntity, "%v", tooMany)
	case out.n == 0:
		e.log.ErrorContext(r.Context(), "export", "file", x.File, "error", err)
		h.Del("Content-Disposition")
		say(w, http.StatusInternalServerError, "the export could not be made; the server's log has the reason")
	default:
		e.log.ErrorContext(r.Context(), "export broken off", "file", x.File, "error", err)
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
