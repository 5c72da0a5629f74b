package main

import (
	"io/fs"
	"os"

	"peacetalks/graph"
	"peacetalks/loader"
	"peacetalks/loader/rules"
	"peacetalks/loader/search"
)

// engine makes the program's engine, with the user's own lexicon.
func (p *program) engine() (*rules.Engine, error) {
	var own []fs.FS
	for _, dir := range p.flags.Lexicon {
		own = append(own, os.DirFS(dir))
	}
	return rules.New(rules.Options{Lexicon: own})
}

// words are the options by which a graph has names and finds words.
func words(e *rules.Engine) graph.Options {
	return graph.Options{Vocabulary: e.Vocabulary(), Fold: search.Folder{}}
}

// vocabulary gives the options of a graph that is only asked.
func (p *program) vocabulary() (graph.Options, error) {
	e, err := p.engine()
	if err != nil {
		return graph.Options{}, err
	}
	return words(e), nil
}

// reading gives a loader, and the options of a graph of its readings.
func (p *program) reading() (*loader.Loader, graph.Options, error) {
	e, err := p.engine()
	if err != nil {
		return nil, graph.Options{}, err
	}
	l, o := loader.New(e), words(e)
	o.Extractor = l.Digest()
	return l, o, nil
}

// loader makes a loader that understands articles by the program's engine.
func (p *program) loader() (*loader.Loader, error) {
	e, err := p.engine()
	if err != nil {
		return nil, err
	}
	return loader.New(e), nil
}
