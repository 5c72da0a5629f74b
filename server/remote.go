package main

import (
	"context"
	"encoding/json"
	"io"
	"net/url"
	"time"

	"peacetalks/graph"
	"peacetalks/loader"
	"peacetalks/loader/source"
)

const loadMutation = `mutation Load($input: LoadArticleInput!) {
  loadArticle(input: $input) { article { id } existing claimCount }
}`

const retractMutation = `mutation Retract($id: ID!) { retractArticle(id: $id) { id } }`

// remoteWorkers is how many articles are sent to a server at once: it groups
// their commits.
const remoteWorkers = 4

// remoteLoad sends articles to a server, which reads and stores them.
func (p *program) remoteLoad(ctx context.Context, in *inputs) error {
	c, err := p.remote()
	if err != nil {
		return err
	}
	articles, exports := in.sniff(p)
	if len(exports) > 0 {
		return &usageError{exports[0] + " is the export of a graph: load it into a folder, without --server"}
	}
	m := p.meter("loading", "article", source.Count(articles...))
	began := time.Now()
	var summary loader.Summary
	results := loader.Map(ctx, in.documents(ctx, p, articles), remoteWorkers, func(doc source.Document) (loaded, error) {
		return c.load(ctx, doc)
	})
	for l, err := range results {
		switch {
		case err != nil && ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			summary.Failed = append(summary.Failed, err)
		case l.Existing:
			summary.Known++
		default:
			summary.Loaded++
			summary.Claims += l.ClaimCount
		}
		m.step(summary.Done(), "")
	}
	m.end()
	summary.Elapsed = time.Since(began)
	return p.summarise(summary)
}

// loaded is the answer to the load mutation.
type loaded struct {
	Article    struct{ ID graph.ID }
	Existing   bool
	ClaimCount int
}

// load sends one article.
func (c *client) load(ctx context.Context, doc source.Document) (loaded, error) {
	input := map[string]string{}
	for field, value := range map[string]string{
		"url": doc.Meta.URL, "title": doc.Meta.Title, "source": doc.Meta.Source,
		"language": doc.Meta.Language, "published": doc.Meta.Published,
	} {
		if value != "" {
			input[field] = value
		}
	}
	if doc.HTML {
		input["html"] = doc.Text
	} else {
		input["text"] = doc.Text
	}
	data, err := c.mutate(ctx, loadMutation, map[string]any{"input": input})
	if err != nil {
		return loaded{}, err
	}
	var answer struct{ LoadArticle loaded }
	err = json.Unmarshal(data, &answer)
	return answer.LoadArticle, err
}

// retract asks the server to remove an article; an article that it does not
// have gives graph.ErrNotFound.
func (c *client) retract(ctx context.Context, id graph.ID) error {
	_, err := c.mutate(ctx, retractMutation, map[string]any{"id": id})
	return err
}

// remoteExport copies an export from a server.
func (p *program) remoteExport(ctx context.Context, w io.Writer, file string, values url.Values) error {
	c, err := p.remote()
	if err != nil {
		return err
	}
	return c.download(ctx, w, "/export/"+file+"?"+values.Encode())
}
