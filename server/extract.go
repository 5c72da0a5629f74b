package main

import (
	"context"

	"peacetalks/graph"
	"peacetalks/loader"
	"peacetalks/loader/source"
)

type extractCmd struct {
	inputs
	Format string `help:"What to print: facts in the terms of gold files, one line an article; or claims, one line a claim." enum:"facts,claims" default:"facts"`
}

// Help is shown below the flags.
func (extractCmd) Help() string {
	return `Nothing is stored, and each file is read by itself. Each fact comes with its evidence: the passages that state it as byte offsets into the article's text ("spans") and into the file ("file").

Examples:

  peacetalks extract article.txt
  peacetalks extract --format claims articles/
  pdftotext report.pdf - | peacetalks extract -`
}

// A claimLine is a claim as it is printed.
type claimLine struct {
	File    string   `json:"file"`
	Article graph.ID `json:"article"`
	ID      graph.ID `json:"id"`
	graph.Supported
}

// Run prints what the articles say.
func (c *extractCmd) Run(ctx context.Context, p *program) error {
	l, err := p.loader()
	if err != nil {
		return err
	}
	if c.Format == "claims" {
		return printEach(ctx, p, &c.inputs, func(doc source.Document) ([]any, error) {
			r, err := l.Extract(doc)
			lines := make([]any, len(r.Claims))
			for i, claim := range r.Claims {
				lines[i] = claimLine{doc.Name, r.Article.ID, claim.Claim.ID(), claim}
			}
			return lines, err
		})
	}
	return printEach(ctx, p, &c.inputs, func(doc source.Document) ([]any, error) {
		facts, err := l.Facts(doc)
		return []any{facts}, err
	})
}

// printEach prints lines of JSON for each article, and names those that
// cannot be read.
func printEach(ctx context.Context, p *program, in *inputs, lines func(source.Document) ([]any, error)) error {
	failed := false
	for values, err := range loader.Map(ctx, in.documents(ctx, p, in.Paths), 0, lines) {
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			failed = true
			p.sayFailed(err)
			continue
		}
		for _, v := range values {
			if err := p.json(v); err != nil {
				return err
			}
		}
	}
	if failed {
		return errInputs
	}
	return nil
}
