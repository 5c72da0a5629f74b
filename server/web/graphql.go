package web

import (
	"context"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	coderws "github.com/coder/websocket"

	"peacetalks/graph"
	"peacetalks/resolvers"
	"peacetalks/resolvers/scalar"
)

// keepAlive is how often an open stream is written to when nothing happens.
const keepAlive = 20 * time.Second

// newGraphQL serves GraphQL over HTTP, server-sent events and WebSockets.
func newGraphQL(store *graph.Store, loader resolvers.Loader, o Options, m *metrics, open *streams) http.Handler {
	l := o.Limits
	r := resolvers.New(store, loader, resolvers.Options{
		Limits: scalar.Limits{PageSize: l.PageSize, MaxPage: l.MaxPage}, Feed: o.Feed, Log: o.Log,
	})
	s := handler.New(r.Schema())
	s.AddTransport(transport.Websocket{
		// The guard has looked at the origin.
		Implementation:   hastySockets{transport.CoderWebsocketImplementation{AcceptOptions: coderws.AcceptOptions{InsecureSkipVerify: true}}, l.Write},
		InitTimeout:      l.Init,
		InitFunc:         openSocket(l.PerSocket),
		PingPongInterval: keepAlive,
		PayloadReadLimit: &l.Message,
	})
	s.AddTransport(overEvents{keepAlive})
	s.AddTransport(overHTTP{})
	s.SetQueryCache(newCache(l.Cache, weighQuery))
	s.SetParserTokenLimit(l.Tokens)
	s.SetDisableSuggestion(o.NoSuggestions)
	s.SetErrorPresenter(r.Present)
	s.SetRecoverFunc(r.Recover)
	if !o.NoIntrospection {
		s.Use(extension.Introspection{})
	}
	s.Use(&limiter{l, !o.NoIntrospection, !o.NoSuggestions, newCrowd(l.Concurrent, l.Wait), m}) // first, so that nothing large is kept
	s.Use(&persisted{newCache(l.Persisted, weighText)})
	s.Use(r.Sessions())
	return &endpoint{l, open, newCrowd(l.Bodies, l.Wait), s}
}

// An endpoint brings requests into the form that the transports expect, or
// refuses them.
type endpoint struct {
	limits  Limits
	streams *streams
	bodies  *crowd // places for bodies that are not small
	next    http.Handler
}

// ServeHTTP answers a GraphQL request.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodGet && r.Header.Get("Upgrade") != "":
		e.socket(w, r)
	case r.Method == http.MethodGet:
		params, err := queryParams(r.URL.RawQuery, e.limits)
		e.answer(w, r, params, err)
	case r.Method == http.MethodPost:
		e.post(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		refuse(w, r, http.StatusMethodNotAllowed, codeRequest, "GraphQL is asked by GET or POST")
	}
}

func (e *endpoint) post(w http.ResponseWriter, r *http.Request) {
	media, given, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if charset := strings.ToLower(given["charset"]); err != nil || media != "application/json" || charset != "" && charset != "utf-8" {
		refuse(w, r, http.StatusUnsupportedMediaType, codeRequest, "a GraphQL request is sent as application/json in UTF-8")
		return
	}
	if r.ContentLength < 0 || r.ContentLength > smallBody {
		leave, ok := e.bodies.enter(r.Context())
		if !ok {
			w.Header().Set("Retry-After", "1")
			refuse(w, r, http.StatusServiceUnavailable, codeBusy, busyMessage)
			return
		}
		defer leave()
	}
	data, err := readBody(w, r, e.limits)
	if err != nil {
		refuseWith(w, r, err)
		return
	}
	params, err := bodyParams(data, e.limits)
	e.answer(w, r, params, err)
}

// answer hands a request on, to be answered by one message or by a stream.
func (e *endpoint) answer(w http.ResponseWriter, r *http.Request, p *params, err error) {
	if err != nil {
		refuseWith(w, r, err)
		return
	}
	if p.events = wantsEvents(r); p.events {
		release, ok := e.streams.acquire()
		if !ok {
			refuse(w, r, http.StatusServiceUnavailable, codeLimit, "too many open streams; try again later")
			return
		}
		defer release()
	}
	w, r, done := withDeadlines(w, r, e.limits.Write)
	defer done()
	e.next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), paramsKey{}, p)))
}

// socket hands a request on that opens a WebSocket.
func (e *endpoint) socket(w http.ResponseWriter, r *http.Request) {
	var offered []string
	for _, header := range r.Header.Values("Sec-WebSocket-Protocol") {
		for p := range strings.SplitSeq(header, ",") {
			offered = append(offered, strings.TrimSpace(p))
		}
	}
	if !slices.Contains(offered, socketProtocol) {
		refuse(w, r, http.StatusBadRequest, codeRequest, "a socket speaks "+socketProtocol+" here")
		return
	}
	release, ok := e.streams.acquire()
	if !ok {
		refuse(w, r, http.StatusServiceUnavailable, codeLimit, "too many open streams; try again later")
		return
	}
	defer release()
	// Other protocols that were offered beside it are not for choosing.
	r.Header.Set("Sec-WebSocket-Protocol", socketProtocol)
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	e.next.ServeHTTP(w, r.WithContext(ctx))
}
