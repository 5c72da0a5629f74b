package layout

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"strings"
)

// A Page finds out what its template shows: it reads the graph, all of it in
// one state, sets the frame's title, and answers a value that has the frame
// embedded. Its error may be a *[Problem] or a *[Elsewhere].
type Page func(ctx context.Context, r *http.Request, f *Frame) (shown any, err error)

// A Problem is an answer that shows no more than what is wrong, and what there
// is instead.
type Problem struct {
	Status int
	Reason string   // in words; empty: the status says it
	Near   []Choice // what the reader may have meant
}

func (p *Problem) Error() string { return fmt.Sprintf("%d: %s", p.Status, p.Reason) }

// NotFound is the problem that there is no such thing.
func NotFound() *Problem { return &Problem{Status: http.StatusNotFound} }

// Elsewhere sends the reader to another page.
type Elsewhere struct {
	Link   string // as [Frame.Link] makes it
	Status int    // such as 303
}

func (e *Elsewhere) Error() string { return "elsewhere: " + e.Link }

// Handler serves a page.
func (s *Site) Handler(t *template.Template, page Page) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, t, page) })
}

func (s *Site) serve(w http.ResponseWriter, r *http.Request, t *template.Template, page Page) {
	h := w.Header()
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Language")
	f, err := s.frame(r)
	// The tag is of the state before it is pinned, so that what is read is at
	// least as new as the tag says.
	tag := s.tag(r, f)
	if err == nil && matches(r.Header.Get("If-None-Match"), tag) {
		h.Set("ETag", tag)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	ctx, release := s.store.Pin(r.Context())
	defer release()
	var shown any
	if err == nil {
		shown, err = s.make(ctx, r, f, page)
	}
	if err != nil {
		s.explain(w, r, f, err)
		return
	}
	if f.Status == http.StatusOK {
		h.Set("ETag", tag)
	}
	s.write(w, r, f, t, shown)
}

// make adds to a frame what it says of the graph, and makes the page.
func (s *Site) make(ctx context.Context, r *http.Request, f *Frame, page Page) (any, error) {
	info, err := s.store.Info(ctx)
	if err != nil {
		return nil, err
	}
	f.Snapshot = info.Snapshot
	return page(ctx, r, f)
}

// tag is the entity tag of a page: it changes with the graph, with the program
// and with what was asked for.
func (s *Site) tag(r *http.Request, f *Frame) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %s %s", s.start, s.store.Version(), f.Language, r.URL.RequestURI()))
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

func matches(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		if one = strings.TrimSpace(one); one == tag || one == "*" || "W/"+one == tag {
			return true
		}
	}
	return false
}

// explain answers an error: the page that helps, or the way elsewhere.
func (s *Site) explain(w http.ResponseWriter, r *http.Request, f *Frame, err error) {
	var elsewhere *Elsewhere
	if errors.As(err, &elsewhere) {
		// As it stands: behind a proxy the site may lie under a path.
		w.Header().Set("Location", elsewhere.Link)
		w.WriteHeader(elsewhere.Status)
		return
	}
	p := &problemPage{Frame: f}
	var problem *Problem
	switch {
	case errors.As(err, &problem):
		f.Status, p.Reason, p.Nearby = problem.Status, problem.Reason, problem.Near
	case errors.Is(err, context.DeadlineExceeded):
		f.Status = http.StatusServiceUnavailable
		w.Header().Set("Retry-After", "1")
	default:
		f.Status = http.StatusInternalServerError
		if r.Context().Err() == nil {
			s.log.ErrorContext(r.Context(), "page", "path", r.URL.Path, "error", err)
		}
	}
	p.say()
	s.write(w, r, f, s.problem, p)
}

// write fills in the template and sends it.
func (s *Site) write(w http.ResponseWriter, r *http.Request, f *Frame, t *template.Template, shown any) {
	f.Navigation = f.Parts()
	var b bytes.Buffer
	if err := t.Execute(&b, shown); err != nil {
		s.log.ErrorContext(r.Context(), "page", "path", r.URL.Path, "error", err)
		http.Error(w, f.Text.Broken, http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", f.Language)
	w.WriteHeader(f.Status)
	if r.Method != http.MethodHead {
		// An error here is the reader's hanging up.
		_, _ = b.WriteTo(w)
	}
}

// A problemPage tells what is wrong.
type problemPage struct {
	*Frame
	Heading, Reason, Help string
	Nearby                []Choice
}

func (p *problemPage) say() {
	switch p.Status {
	case http.StatusNotFound:
		p.Heading = p.Text.NotFound
		if p.Reason == "" {
			p.Help = p.Text.NotFoundHelp
		}
	case http.StatusServiceUnavailable:
		p.Heading = p.Text.Busy
	case http.StatusInternalServerError:
		p.Heading, p.Help = p.Text.Broken, p.Text.BrokenHelp
	default:
		p.Heading = p.Text.BadRequest
	}
	p.Title = p.Heading
}
