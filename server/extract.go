package main

import (
	"context"

	"peacetalks/graph"
	"peacetalks/loader"
	"peacetalks/loader/source"
)

type extractCmd struct {
	inputs
	Format   string `help:"What to print: facts in the terms of gold files, one line an article; or claims, one line a claim." enum:"facts,claims" default:"facts"`
	Explain  bool   `help:"Say in words why each fact is there: the passage, the rule, and what each part was known by."`
	Sentence string `help:"Explain one sentence, given by its number or some of its words: what was seen in it, and why nothing came out." placeholder:"WHICH"`
}

// Help is shown below the flags.
func (extractCmd) Help() string {
	return `Nothing is stored, and each file is read by itself. Each fact comes with its evidence: the passages that state it as byte offsets into the article's text ("spans") and into the file ("file").

Examples:

  peacetalks extract article.txt
  peacetalks extract --format claims articles/
  peacetalks extract --explain article.txt
  peacetalks extract --sentence 4 article.txt
  peacetalks extract --sentence 'sat in as an observer' article.txt
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
	if c.Explain || c.Sentence != "" {
		return c.explain(ctx, p, l)
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

// explain prints why the articles' facts are there.
func (c *extractCmd) explain(ctx context.Context, p *program, l *loader.Loader) error {
	marks := loader.Brackets
	if p.coloured(p.outTerminal) {
		marks = loader.Marks{Open: "\x1b[1;4m", Close: "\x1b[0m"}
	}
	return each(ctx, p, &c.inputs, func(doc source.Document) (loader.Explained, error) {
		return l.Explain(doc, c.Sentence)
	}, func(x loader.Explained) error {
		if p.flags.JSON {
			return p.json(x)
		}
		return x.WriteText(p.out, marks)
	})
}

// printEach prints lines of JSON for each article, and names those that
// cannot be read.
func printEach(ctx context.Context, p *program, in *inputs, lines func(source.Document) ([]any, error)) error {
	return each(ctx, p, in, lines, func(values []any) error {
		for _, v := range values {
			if err := p.json(v); err != nil {
				return err
			}
		}
		return nil
	})
}

// each makes something of each article and prints it, and names those that
// cannot be read. The end of the context ends it at once, in the midst of an
// article if need be: nothing is stored, so that nothing is left half done.
func each[T any](ctx context.Context, p *program, in *inputs, of func(source.Document) (T, error), print func(T) error) error {
	type made struct {
		value T
		err   error
	}
	results := make(chan made)
	go func() {
		defer close(results)
		for value, err := range loader.Map(ctx, in.documents(ctx, p, in.Paths), 0, of) {
			select {
			case results <- made{value, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	failed := false
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case m, more := <-results:
			switch {
			case !more && failed:
				return errInputs
			case !more:
				return ctx.Err()
			case m.err != nil && ctx.Err() != nil:
				return ctx.Err()
			case m.err != nil:
				failed = true
				p.sayFailed(m.err)
				continue
			}
			if err := print(m.value); err != nil {
				return err
			}
		}
	}
}
