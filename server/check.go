package main

import (
	"context"
	"fmt"

	"peacetalks/graph"
)

type checkCmd struct{}

// Help is shown below the flags.
func (checkCmd) Help() string {
	return `Reads every record and compares it with its checksum, every table with its count, and every quote with its article. The exit status is 1 if anything is lost or altered.

Example:

  peacetalks check --data ./peacetalks-data`
}

// Run checks the graph.
func (c *checkCmd) Run(ctx context.Context, p *program) (err error) {
	if p.flags.Server != "" {
		return &usageError{"check works on the folder: stop the server, and leave --server out"}
	}
	s, err := p.openToRead(graph.Options{})
	if err != nil {
		return alone(err)
	}
	defer closing(s, &err)
	m := p.meter("checking", "record", 0)
	damage, err := s.Check(ctx, m.to)
	m.end()
	if err != nil {
		return err
	}
	stats, err := s.Stats(ctx)
	if err != nil && len(damage) == 0 {
		return err
	}
	if p.flags.JSON {
		if damage == nil {
			damage = []graph.Damage{}
		}
		err = p.json(map[string]any{"articles": stats.Articles, "claims": stats.Claims, "evidence": stats.Evidence, "damage": damage})
		if err != nil {
			return err
		}
	} else if len(damage) == 0 {
		fmt.Fprintf(p.out, "sound: %s, %s, %d passages\n", count(stats.Articles, "article"), count(stats.Claims, "claim"), stats.Evidence)
	}
	for _, d := range damage {
		p.say("%s %s: %s", d.Table, d.Key, d.Reason)
	}
	if len(damage) > 0 {
		return fmt.Errorf("%s: %s lost or altered", p.flags.Data, count(len(damage), "record"))
	}
	return nil
}
