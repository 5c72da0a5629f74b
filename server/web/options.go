package web

import (
	"cmp"
	"log/slog"
	"time"

	"peacetalks/resolvers"
)

// Options tell how a graph is served. The zero value serves a server that only
// this machine can reach.
type Options struct {
	// Public tells that others than this machine can reach the server: mutations
	// then need the token, and are off without one.
	Public      bool
	Token       string   // bearer token that mutations need; empty: none on this machine
	NoMutations bool     // nothing can be changed over HTTP
	Hosts       []string // names that the server is reached by, beside those of this machine
	Origins     []string // origins of other pages that may call it, such as https://example.org

	NoIntrospection bool // queries for the schema are refused
	NoSuggestions   bool // refusals suggest no names of the schema

	Program string // with its version, as exports name it

	Ready  func() error
	Feed   *resolvers.Feed // of the articles that are loaded; nil: one of its own
	Log    *slog.Logger    // nil: slog.Default()
	Limits Limits
}

// Limits bound what a request may ask for. A field that is zero takes the
// value of [DefaultLimits].
type Limits struct {
	Body       int64 // bytes of a request's body, of those who may change something
	Message    int64 // bytes of the body of others, and of a message over a socket
	Values     int   // in a request's JSON: those of variables above all
	Query      int   // bytes of a query's text
	Tokens     int   // of a query's text
	Depth      int   // levels of fields within fields
	Selections int   // fields, each fragment counted where it is used
	Cost       int   // fields of the answer, as far as can be told ahead
	Aliases    int
	Directives int
	RootFields int
	PageSize   int           // of a connection that is asked for no size
	MaxPage    int           // the largest size of a page
	Errors     int           // that one answer tells
	Timeout    time.Duration // of a query or mutation
	Init       time.Duration // for connection_init on a socket
	Write      time.Duration // for a reader to take what was written
	Read       time.Duration // for a body to arrive
	Sockets    int           // sockets and event streams at a time
	PerSocket  int           // operations at a time on one socket
	Concurrent int           // queries and mutations that are executed at a time
	Exports    int           // exports and timeline pages at a time
	Pages      int           // other pages at a time
	Bodies     int           // bodies of more than 64 kB at a time
	Wait       time.Duration // for a place among those four
	Cache      int           // bytes that the queries that are kept parsed take, about
	Persisted  int           // bytes of the queries that are kept under their hashes
}

// DefaultLimits are the limits that are not set otherwise.
func DefaultLimits() Limits {
	return Limits{
		Body: 16 << 20, Message: 1 << 20, Values: 10_000, Query: 100 << 10, Tokens: 2000, Depth: 20, Selections: 2000, Cost: 1_000_000,
		Aliases: 100, Directives: 100, RootFields: 50, PageSize: 50, MaxPage: 1000, Errors: 20,
		Timeout: 30 * time.Second, Init: 5 * time.Second, Write: 30 * time.Second, Read: 30 * time.Second,
		Sockets: 200, PerSocket: 20,
		Concurrent: 32, Exports: 8, Pages: 16, Bodies: 16, Wait: 2 * time.Second, Cache: 16 << 20, Persisted: 4 << 20,
	}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	return Limits{
		cmp.Or(l.Body, d.Body), cmp.Or(l.Message, d.Message), cmp.Or(l.Values, d.Values), cmp.Or(l.Query, d.Query), cmp.Or(l.Tokens, d.Tokens), cmp.Or(l.Depth, d.Depth),
		cmp.Or(l.Selections, d.Selections), cmp.Or(l.Cost, d.Cost), cmp.Or(l.Aliases, d.Aliases),
		cmp.Or(l.Directives, d.Directives), cmp.Or(l.RootFields, d.RootFields), cmp.Or(l.PageSize, d.PageSize),
		cmp.Or(l.MaxPage, d.MaxPage), cmp.Or(l.Errors, d.Errors), cmp.Or(l.Timeout, d.Timeout), cmp.Or(l.Init, d.Init),
		cmp.Or(l.Write, d.Write), cmp.Or(l.Read, d.Read), cmp.Or(l.Sockets, d.Sockets), cmp.Or(l.PerSocket, d.PerSocket),
		cmp.Or(l.Concurrent, d.Concurrent), cmp.Or(l.Exports, d.Exports), cmp.Or(l.Pages, d.Pages), cmp.Or(l.Bodies, d.Bodies), cmp.Or(l.Wait, d.Wait),
		cmp.Or(l.Cache, d.Cache), cmp.Or(l.Persisted, d.Persisted),
	}
}
