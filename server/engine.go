package main

import (
	"io/fs"
	"os"

	"peacetalks/loader"
	"peacetalks/loader/rules"
)

// engine makes the program's engine, with the user's own lexicon.
func (p *program) engine() (*rules.Engine, error) {
	var own []fs.FS
	for _, dir := range p.flags.Lexicon {
		own = append(own, os.DirFS(dir))
	}
	return rules.New(rules.Options{Lexicon: own})
}

// loader makes a loader that understands articles by the program's engine.
func (p *program) loader() (*loader.Loader, error) {
	e, err := p.engine()
	if err != nil {
		return nil, err
	}
	return loader.New(e), nil
}
