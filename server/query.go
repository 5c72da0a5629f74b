package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"peacetalks/server/web"
)

type queryCmd struct {
	Query     string `arg:"" optional:"" help:"The query; or give it in a file with --file."`
	File      string `short:"f" help:"Read the query from this file, - for standard input." placeholder:"FILE" completion:"file"`
	Variables string `help:"Variables of the query, as a JSON object." placeholder:"JSON"`
	Operation string `help:"Which operation to run, if the query has several." placeholder:"NAME"`
}

// Help is shown below the flags.
func (queryCmd) Help() string {
	return `The answer is printed as JSON; with --json on one line. The exit status is 1 if it has errors. The schema's documentation is in GraphiQL, which 'peacetalks serve' opens.

Examples:

  peacetalks query '{ rounds { nodes { name venue { name } start { edtf } } } }'
  peacetalks query '{ parties(filter: {role: GUARANTOR}) { nodes { name } } }'
  peacetalks query -f round.graphql --variables '{"id": "astana-14"}'`
}

// Run answers the query.
func (c *queryCmd) Run(ctx context.Context, p *program) (err error) {
	r, err := c.request(p)
	if err != nil {
		return err
	}
	to, done, err := p.client(ctx)
	if err != nil {
		return err
	}
	defer done(&err)
	answer, err := to.graphql(ctx, r)
	if err != nil {
		return err
	}
	if len(answer.Data) > 0 && !bytes.Equal(answer.Data, []byte("null")) {
		if err := p.answer(answer); err != nil {
			return err
		}
	}
	if err := answer.err(); err != nil {
		return fmt.Errorf("the query: %w", err)
	}
	return nil
}

// request reads the query and its variables.
func (c *queryCmd) request(p *program) (request, error) {
	r := request{Query: c.Query, OperationName: c.Operation}
	switch {
	case (c.Query == "") == (c.File == ""):
		return r, &usageError{"give either a query, or a file with one by --file"}
	case c.File == "-":
		text, err := io.ReadAll(p.in)
		if err != nil {
			return r, err
		}
		r.Query = string(text)
	case c.File != "":
		text, err := os.ReadFile(c.File)
		if err != nil {
			return r, err
		}
		r.Query = string(text)
	}
	if c.Variables != "" {
		var variables map[string]any
		if err := json.Unmarshal([]byte(c.Variables), &variables); err != nil {
			return r, &usageError{`--variables: want a JSON object such as {"number": 14}`}
		}
		r.Variables = json.RawMessage(c.Variables)
	}
	return r, nil
}

// answer prints a response: for people over several lines.
func (p *program) answer(r response) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	if !p.flags.JSON {
		e.SetIndent("", "  ")
	}
	return e.Encode(r)
}

// client is a client of the server, or of a handler over the folder; done must
// be called when it is used no more.
func (p *program) client(ctx context.Context) (c *client, done func(*error), err error) {
	if p.flags.Server != "" {
		c, err := p.remote()
		return c, func(*error) {}, err
	}
	o, err := p.vocabulary()
	if err != nil {
		return nil, nil, err
	}
	s, err := p.openToRead(o)
	if err != nil {
		return nil, nil, err
	}
	done = func(err *error) { closing(s, err) }
	p.ifEmpty(ctx, s)
	h, err := web.New(s, articleLoader{}, web.Options{NoMutations: true})
	if err != nil {
		done(&err)
		return nil, nil, err
	}
	return local(h), done, nil
}
