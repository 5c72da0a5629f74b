package main

import (
	"io/fs"
	"os"

	"peacetalks/graph"
	"peacetalks/loader"
	"peacetalks/loader/rules"
	"peacetalks/loader/search"
)

// rules are the options of an engine with the user's own lexicon.
func (p *program) rules() rules.Options {
	var own []fs.FS
	for _, dir := range p.flags.Lexicon {
		own = append(own, os.DirFS(dir))
	}
	return rules.Options{Lexicon: own}
}

// vocabulary gives the options of a graph that is only asked: names, and the
// way to find words, for which no engine need be made.
func (p *program) vocabulary() (graph.Options, error) {
	v, err := rules.Vocabulary(p.rules())
	return graph.Options{Vocabulary: v, Fold: search.Folder{}}, err
}

// reading gives a loader, and the options of a graph of its readings.
func (p *program) reading() (*loader.Loader, graph.Options, error) {
	e, err := rules.New(p.rules())
	if err != nil {
		return nil, graph.Options{}, err
	}
	l := loader.New(e)
	return l, graph.Options{Vocabulary: e.Vocabulary(), Fold: search.Folder{}, Extractor: l.Digest()}, nil
}

// loader makes a loader that understands articles by the program's engine.
func (p *program) loader() (*loader.Loader, error) {
	e, err := rules.New(p.rules())
	if err != nil {
		return nil, err
	}
	return loader.New(e), nil
}
