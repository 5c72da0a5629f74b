package main

import (
	"context"
	"fmt"

	"peacetalks/graph"
)

type reextractCmd struct{}

// Help is shown below the flags.
func (reextractCmd) Help() string {
	return `A graph holds readings of one set of rules. After an update of peacetalks, or of your own lexicon, this reads the stored articles by the rules of now. Nothing is fetched: the texts are in the graph.

Example:

  peacetalks reextract --data ./peacetalks-data`
}

// Run reads every stored article anew.
func (c *reextractCmd) Run(ctx context.Context, p *program) (err error) {
	if p.flags.Server != "" {
		return &usageError{"reextract works on the folder: stop the server, and leave --server out"}
	}
	l, o, err := p.reading()
	if err != nil {
		return err
	}
	o.Reextract, o.Existing = true, true
	s, err := graph.Open(p.flags.Data, o)
	if err != nil {
		return alone(err)
	}
	defer closing(s, &err)
	m := p.meter("reading anew", "article", 0)
	n, err := s.Reextract(ctx, l.Digest(), l.Read, m.to)
	m.end()
	if err != nil {
		return fmt.Errorf("after %s: %w", count(n, "article"), err)
	}
	if p.flags.JSON {
		return p.json(map[string]int{"read": n})
	}
	if n == 0 {
		fmt.Fprintln(p.out, "every article was read by these rules already")
		return nil
	}
	fmt.Fprintf(p.out, "%s read anew\n", count(n, "article"))
	return nil
}
