package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"peacetalks/graph"
	"peacetalks/server/web"
)

type serveCmd struct {
	Listen   string   `help:"Address to listen on." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Load     []string `help:"Load these articles first: a file or a folder; may be given several times." placeholder:"PATH" sep:"none" completion:"file"`
	ReadOnly bool     `help:"Take no mutations: articles are loaded and retracted by the command line only."`
	Host     []string `help:"Another name that the server is reached by." placeholder:"NAME"`
	Origin   []string `help:"A web site whose pages may ask the server, such as https://example.org." placeholder:"URL"`

	NoIntrospection bool          `help:"Refuse queries for the schema."`
	NoSuggestions   bool          `help:"Suggest no names of the schema in refusals."`
	Timeout         time.Duration `help:"How long a query may take." default:"30s"`
}

// options tell the handler whom it serves. Where others than this machine
// reach it, mutations need a token.
func (c *serveCmd) options(p *program) web.Options {
	host, _, err := net.SplitHostPort(c.Listen)
	ip := net.ParseIP(host)
	loopback := err == nil && (host == "localhost" || ip != nil && ip.IsLoopback())
	if !loopback && p.flags.Token == "" && !c.ReadOnly {
		p.say("no mutations: %s is reached from elsewhere, and there is no --token", c.Listen)
	}
	return web.Options{
		Program: build(),
		Public:  !loopback, Token: p.flags.Token, NoMutations: c.ReadOnly, Hosts: c.Host, Origins: c.Origin,
		NoIntrospection: c.NoIntrospection, NoSuggestions: c.NoSuggestions, Limits: web.Limits{Timeout: c.Timeout},
	}
}

// check finds mistakes in the flags before anything is opened.
func (c *serveCmd) check() error {
	_, port, err := net.SplitHostPort(c.Listen)
	if err == nil {
		_, err = net.LookupPort("tcp", port)
	}
	if err != nil {
		return &usageError{fmt.Sprintf("--listen: %q is no address such as 127.0.0.1:8080", c.Listen)}
	}
	if c.Timeout <= 0 {
		return &usageError{fmt.Sprintf("--timeout: %v is no time that a query could take", c.Timeout)}
	}
	return nil
}

// Help is shown below the flags.
func (serveCmd) Help() string {
	return `Opens the graph, loads what --load names, and serves until it is interrupted. Loading again what is loaded already changes nothing.

Examples:

  peacetalks serve --load testdata/articles
  peacetalks serve --listen 127.0.0.1:9000 --data /var/lib/peacetalks
  PEACETALKS_TOKEN=... peacetalks serve --listen 0.0.0.0:8080 --host graph.example.org`
}

// How long requests that are under way may go on after the end was asked for,
// and how long they then may take to notice.
const (
	shutdownGrace = 2 * time.Second
	shutdownTime  = 10 * time.Second
)

// Run serves until the context ends.
func (c *serveCmd) Run(ctx context.Context, p *program) (err error) {
	if p.flags.Server != "" {
		return &usageError{"serve opens a graph's folder: leave --server out"}
	}
	if err := c.check(); err != nil {
		return err
	}
	s, l, err := p.openToLoad()
	if err != nil {
		return alone(err)
	}
	defer closing(s, &err)
	handler, err := web.New(s, articleLoader{l, s}, c.options(p))
	if err != nil {
		return err
	}
	// The port is taken before the load, which may be long, so that a port
	// that cannot be had is told at once.
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("%w; choose another address with --listen", err)
	}
	gate := &gate{}
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	server := web.Server(gate)
	server.BaseContext = func(net.Listener) context.Context { return running }
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	// What is under way may finish; subscriptions end with the context.
	shutdown := func() error {
		defer time.AfterFunc(shutdownGrace, stop).Stop()
		end, cancel := context.WithTimeout(context.Background(), shutdownTime)
		defer cancel()
		return errors.Join(server.Shutdown(end), ignore(<-served, http.ErrServerClosed))
	}
	if len(c.Load) > 0 {
		switch err := p.load(ctx, l, s, &inputs{Paths: c.Load}, 0); {
		case ctx.Err() != nil:
			return shutdown()
		case err != nil && !errors.Is(err, errInputs):
			return errors.Join(err, shutdown())
		}
	}
	gate.open(handler)
	p.announce(ctx, s, listener.Addr())
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
		p.say("stopping")
		return shutdown()
	}
}

// announce prints where the server is, and a hint where there is nothing to
// see yet.
func (p *program) announce(ctx context.Context, s *graph.Store, addr net.Addr) {
	at := "http://" + addr.String()
	if host, port, err := net.SplitHostPort(addr.String()); err == nil && net.ParseIP(host).IsUnspecified() {
		at = "http://" + net.JoinHostPort("localhost", port)
	}
	if p.flags.JSON {
		_ = p.json(map[string]string{"graphql": at + "/graphql", "graphiql": at + "/", "timeline": at + "/timeline", "rounds": at + "/rounds"})
	} else {
		fmt.Fprintf(p.out, "GraphQL   %s/graphql\nGraphiQL  %s/\nTimeline  %s/timeline\nRounds    %s/rounds\n", at, at, at, at)
	}
	if info, err := s.Info(ctx); err == nil && info.Articles == 0 {
		p.say("the graph is empty; in another terminal: `%s load --server %s %s`", name, at, p.samples())
	}
}

func ignore(err, known error) error {
	if errors.Is(err, known) {
		return nil
	}
	return err
}

// A gate answers that the server is loading until it is opened.
type gate struct{ handler atomic.Pointer[http.Handler] }

func (g *gate) open(h http.Handler) { g.handler.Store(&h) }

// ServeHTTP serves by the handler, once it is there.
func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h := g.handler.Load(); h != nil {
		(*h).ServeHTTP(w, r)
		return
	}
	web.SecurityHeaders(w.Header())
	if r.URL.Path == "/healthz" {
		fmt.Fprintln(w, "ok")
		return
	}
	w.Header().Set("Retry-After", "1")
	http.Error(w, "articles are being loaded", http.StatusServiceUnavailable)
}
