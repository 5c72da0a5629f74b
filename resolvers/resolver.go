package resolvers

import (
	"context"
	"log/slog"
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

// An Article is an article to load: a text or a page, with what is known of
// it. Just one of Text and HTML is set.
type Article struct {
	Text, HTML                              string
	URL, Title, Source, Language, Published string
}

// A Loader reads an article and stores what it says. What is wrong with the
// article itself it tells by an [ArticleError].
type Loader interface {
	LoadArticle(ctx context.Context, a Article) (graph.PutResult, error)
}

// Options tell how queries are answered.
type Options struct {
	Limits scalar.Limits // of lists that the store does not page; zero fields: 50 and 1000
	Feed   *Feed         // of the articles that are loaded; nil: one of its own
	Log    *slog.Logger  // for errors that clients are not told; nil: slog.Default()
}

// A Resolver answers queries from a graph.
type Resolver struct {
	store  *graph.Store
	loader Loader // nil: no articles are loaded
	feed   *Feed
	limits scalar.Limits
	log    *slog.Logger
}

// New makes a resolver.
func New(store *graph.Store, loader Loader, o Options) *Resolver {
	r := &Resolver{store, loader, o.Feed, o.Limits, o.Log}
	if r.feed == nil {
		r.feed = NewFeed()
	}
	if r.limits.PageSize == 0 {
		r.limits.PageSize = 50
	}
	if r.limits.MaxPage == 0 {
		r.limits.MaxPage = 1000
	}
	if r.log == nil {
		r.log = slog.Default()
	}
	return r
}

// Schema is the schema with the resolver behind it. It must be served with the
// resolver's [Resolver.Sessions].
func (r *Resolver) Schema() graphql.ExecutableSchema {
	return generated.NewExecutableSchema(generated.Config{Schema: schema(), Resolvers: r})
}

// schema is the schema of the files in schema/. The generated one has @defer
// beside it, whose answers come in several parts, which no transport sends.
func schema() *ast.Schema {
	s := *generated.NewExecutableSchema(generated.Config{}).Schema()
	s.Directives = maps.Clone(s.Directives)
	delete(s.Directives, "defer")
	return &s
}
