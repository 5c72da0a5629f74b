package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"peacetalks/graph"
)

type retractCmd struct {
	Articles []string `arg:"" name:"article" help:"Ids of the articles, such as article:3f5a…, as queries show them."`
}

// Help is shown below the flags.
func (retractCmd) Help() string {
	return `The graph is then as if the article had never been loaded: what other articles report too stays. A curator's decisions stay.

Example, with an id that a query has shown:

  peacetalks query '{ articles { nodes { id title } } }'
  peacetalks retract article:3f5a...`
}

// Run removes the articles.
func (c *retractCmd) Run(ctx context.Context, p *program) (err error) {
	retract, done, err := p.retracter()
	if err != nil {
		return err
	}
	defer done(&err)
	failed := false
	retracted := []graph.ID{}
	for _, name := range c.Articles {
		id := graph.ID(name)
		if !strings.Contains(name, ":") {
			id = graph.MakeID("article", name)
		}
		switch err := retract(ctx, id); {
		case err == nil:
			retracted = append(retracted, id)
			if !p.flags.JSON {
				fmt.Fprintf(p.out, "%s retracted\n", id)
			}
		case errors.Is(err, graph.ErrNotFound):
			failed = true
			p.say("%s: there is no such article in the graph", id)
		default:
			return err
		}
	}
	if p.flags.JSON {
		if err := p.json(map[string][]graph.ID{"retracted": retracted}); err != nil {
			return err
		}
	}
	if failed {
		return errInputs
	}
	return nil
}

// retracter answers the function that retracts from the folder or through the
// server, and the one that must be called when all is retracted.
func (p *program) retracter() (retract func(context.Context, graph.ID) error, done func(*error), err error) {
	if p.flags.Server != "" {
		c, err := p.remote()
		if err != nil {
			return nil, nil, err
		}
		return c.retract, func(*error) {}, nil
	}
	s, err := graph.Open(p.flags.Data, graph.Options{Existing: true})
	if err != nil {
		return nil, nil, err
	}
	return s.Retract, func(err *error) { closing(s, err) }, nil
}
