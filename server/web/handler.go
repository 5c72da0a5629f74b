// Package web serves a graph over HTTP: GraphQL, GraphiQL, the timeline and the
// other pages, exports, health and metrics.
//
// The idea to know: whatever comes in is bounded before it costs anything. The
// guard looks at where a request comes from, body.go at what it is, limits.go
// at how much the query asks for; only then is anything read. Each limit is a
// field of [Limits], and each refusal says which limit it was.
package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"peacetalks/graph"
	"peacetalks/resolvers"
	"peacetalks/server/web/layout"
	"peacetalks/server/web/pages"
	"peacetalks/server/web/timelinepage"
)

// New serves a graph. Articles are loaded by the loader; nil: none are.
func New(store *graph.Store, loader resolvers.Loader, o Options) (http.Handler, error) {
	if store == nil {
		return nil, errors.New("web: no graph to serve")
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	o.Limits = o.Limits.withDefaults()
	graphiql, err := GraphiQL()
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	m := newMetrics(store)
	guard, err := newGuard(o)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	streams := &streams{max: o.Limits.Sockets}
	m.watch(streams)
	frame, err := layout.New(store, o.Program, o.Log)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	routes, err := pages.New(frame, store)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	chronicle, err := timelinepage.New(frame, store)
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	exports := newCrowd(o.Limits.Exports, o.Limits.Wait)
	readers := newCrowd(o.Limits.Pages, o.Limits.Wait)

	mux := http.NewServeMux()
	handle := func(pattern, name string, h http.Handler) { mux.Handle(pattern, m.count(name, h)) }
	handle("/graphql", "graphql", guard.sameSite(newGraphQL(store, loader, o, m, streams)))
	handle("GET /export/{name}", "export", exports.admit(patient(o.Limits.Write, &exporter{store, o.Log, o.Program})))
	for pattern, h := range chronicle {
		handle(pattern, "timeline", exports.admit(within(o.Limits.Timeout, patient(o.Limits.Write, compressed(h)))))
	}
	page := func(h http.Handler) http.Handler {
		return readers.admit(within(o.Limits.Timeout, patient(o.Limits.Write, compressed(h))))
	}
	for pattern, h := range routes {
		handle(pattern, "pages", page(h))
	}
	handle("GET /site/", "site", frame.Files())
	handle("GET /{$}", "graphiql", graphiql)
	handle("GET /graphiql/", "graphiql", graphiql)
	handle("GET /healthz", "healthz", http.HandlerFunc(healthy))
	handle("GET /readyz", "readyz", ready(store, o.Ready))
	handle("GET /metrics", "metrics", m.handler())
	return inTime(o.Limits.Read, guard.wrap(orLost(mux, m.count("pages", page(frame.Handler(nil, pages.Lost)))))), nil
}

// orLost answers a browser that asks for a page which there is not with one
// that helps. A pattern for all paths would do so for other programs too, and
// take the place of the answer that a method is not allowed.
func orLost(mux *http.ServeMux, lost http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reads := r.Method == http.MethodGet || r.Method == http.MethodHead
		if reads && strings.Contains(r.Header.Get("Accept"), "text/html") {
			if _, pattern := mux.Handler(r); pattern == "" {
				lost.ServeHTTP(w, r)
				return
			}
		}
		mux.ServeHTTP(w, r)
	})
}

// Server serves a handler with the bounds that lie before any handler: on
// headers, and on connections that nothing is asked on.
func Server(h http.Handler) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
}

// healthy answers that the process runs.
func healthy(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok") }

// ready answers whether queries can be answered.
func ready(store *graph.Store, also func() error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := store.Info(r.Context())
		if err == nil && also != nil {
			err = also()
		}
		if err != nil {
			w.Header().Set("Retry-After", "1")
			say(w, http.StatusServiceUnavailable, "not ready")
			return
		}
		say(w, http.StatusOK, "ready")
	})
}

// say answers a line of text.
func say(w http.ResponseWriter, status int, format string, args ...any) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintf(w, format+"\n", args...)
}
