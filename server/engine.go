package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"

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
	return graph.Options{Vocabulary: v, Fold: search.Folder{}}, p.ofLexicon(err)
}

// reading gives a loader, and the options of a graph of its readings.
func (p *program) reading() (*loader.Loader, graph.Options, error) {
	e, err := rules.New(p.rules())
	if err != nil {
		return nil, graph.Options{}, p.ofLexicon(err)
	}
	l := loader.New(e)
	return l, graph.Options{Vocabulary: e.Vocabulary(), Fold: search.Folder{}, Extractor: l.Digest()}, nil
}

// loader makes a loader that understands articles by the program's engine.
func (p *program) loader() (*loader.Loader, error) {
	e, err := rules.New(p.rules())
	if err != nil {
		return nil, p.ofLexicon(err)
	}
	return loader.New(e), nil
}

// ofLexicon names the user's own folders in what is wrong with names or rules:
// the built-in ones have nothing wrong with them.
func (p *program) ofLexicon(err error) error {
	if err == nil || len(p.flags.Lexicon) == 0 {
		return err
	}
	return fmt.Errorf("--lexicon %s: %w", strings.Join(p.flags.Lexicon, ", "), err)
}
