package main

import (
	"errors"
	"net/http"

	"peacetalks/graph"
	"peacetalks/loader"
)

// An engine is what the program needs to understand texts and queries.
type engine interface {
	loader.Extractor
	Vocabulary() graph.Vocabulary
	Fold(query string) []string
}

// engine makes the program's engine, with the user's own lexicon.
func (p *program) engine() (engine, error) {
	return nil, errors.New("the extractor is not there yet")
}

// loader makes a loader that understands articles by the program's engine.
func (p *program) loader() (*loader.Loader, error) {
	e, err := p.engine()
	if err != nil {
		return nil, err
	}
	return loader.New(e), nil
}

// handler answers GraphQL and serves the pages.
func (p *program) handler(*graph.Store, *loader.Loader) (http.Handler, error) {
	return nil, errors.New("the handler is not there yet")
}
