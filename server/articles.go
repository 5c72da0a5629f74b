package main

import (
	"context"
	"errors"

	"peacetalks/graph"
	"peacetalks/loader"
	"peacetalks/loader/source"
	"peacetalks/resolvers"
)

// An articleLoader reads single articles that come by GraphQL into the graph.
type articleLoader struct {
	loader *loader.Loader
	store  *graph.Store
}

// LoadArticle reads an article as [loader.Loader] reads a file with the same
// text, so that both ways give the same article.
func (l articleLoader) LoadArticle(ctx context.Context, a resolvers.Article) (graph.PutResult, error) {
	doc, err := document(a)
	if err != nil {
		return graph.PutResult{}, unreadable(err)
	}
	r, err := l.loader.Extract(doc)
	if err != nil {
		return graph.PutResult{}, unreadable(err)
	}
	return l.store.Put(ctx, r)
}

// document makes a document of an article; what is said beside the text goes
// before what front matter in it says.
func document(a resolvers.Article) (source.Document, error) {
	name, text := "article.txt", a.Text
	if a.HTML != "" {
		name, text = "article.html", a.HTML
	}
	doc, err := source.Decode(name, []byte(text), source.Options{Charset: "utf-8"})
	if err != nil {
		return doc, err
	}
	one := func(yield func(source.Document, error) bool) { yield(doc, nil) }
	for doc = range loader.Override(one, source.Meta{
		URL: a.URL, Source: a.Source, Published: a.Published, Language: a.Language, Title: a.Title,
	}) {
	}
	return doc, nil
}

// unreadable is an error of the article itself, by its reason alone: a client
// knows no file names.
func unreadable(err error) error {
	if named := (*source.Error)(nil); errors.As(err, &named) {
		err = named.Err
	}
	return &resolvers.ArticleError{Err: err}
}
