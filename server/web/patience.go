package web

import (
	"context"
	"net/http"
	"time"
)

// patient serves with a deadline for each write, so that a reader that has
// stalled does not hold what is read for it.
func patient(limit time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w, r, done := withDeadlines(w, r, limit)
		defer done()
		next.ServeHTTP(w, r)
	})
}

// within serves with a limit of the time that an answer may take.
func within(limit time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), limit)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// inTime serves with a deadline for the bodies of requests. It holds for those
// too that are refused unread: the server reads on a little before it answers.
func inTime(limit time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength != 0 {
			// Not all writers have deadlines; those of the real server do.
			_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(limit))
		}
		next.ServeHTTP(w, r)
	})
}

// withDeadlines gives each write a deadline; one that is missed ends the
// request's context.
func withDeadlines(w http.ResponseWriter, r *http.Request, limit time.Duration) (http.ResponseWriter, *http.Request, func()) {
	ctx, cancel := context.WithCancel(r.Context())
	return &deadlineWriter{w, http.NewResponseController(w), limit, cancel}, r.WithContext(ctx), cancel
}

type deadlineWriter struct {
	http.ResponseWriter
	control *http.ResponseController
	limit   time.Duration
	cancel  context.CancelFunc
}

// Unwrap gives the writer that is written to.
func (w *deadlineWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Write writes before the deadline, or not.
func (w *deadlineWriter) Write(b []byte) (int, error) {
	w.extend()
	n, err := w.ResponseWriter.Write(b)
	if err != nil {
		w.cancel()
	}
	return n, err
}

// Flush sends what was written.
func (w *deadlineWriter) Flush() {
	w.extend()
	if err := w.control.Flush(); err != nil {
		w.cancel()
	}
}

// extend moves the deadline. A writer of a test has none.
func (w *deadlineWriter) extend() { _ = w.control.SetWriteDeadline(time.Now().Add(w.limit)) }
