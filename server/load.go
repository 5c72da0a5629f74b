package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"peacetalks/graph"
	"peacetalks/graph/export"
	"peacetalks/loader"
	"peacetalks/loader/source"
)

type loadCmd struct {
	inputs
	Workers int `help:"Articles to read at once; 0: one for each processor." default:"0"`
}

// Help is shown below the flags.
func (loadCmd) Help() string {
	return `An article that is in the graph already changes nothing, so that a load can be repeated after an interruption. Articles that cannot be read are named, the others are loaded, and the exit status is 3.

Examples:

  peacetalks load testdata/articles
  peacetalks load saved-pages.zip articles.jsonl https://news.example/astana-14
  peacetalks load graph.ndjson                      (an export of another graph)
  peacetalks load --published 2019-12-10 --source "Enab Baladi" article.txt
  peacetalks load --server http://127.0.0.1:8080 article.html`
}

// Run loads the articles.
func (c *loadCmd) Run(ctx context.Context, p *program) (err error) {
	if p.flags.Server != "" {
		return p.remoteLoad(ctx, &c.inputs)
	}
	s, l, err := p.openToLoad()
	if err != nil {
		return err
	}
	defer closing(s, &err)
	err = p.load(ctx, l, s, &c.inputs, c.Workers)
	if err == nil || errors.Is(err, errInputs) {
		p.next()
	}
	return err
}

// openToLoad opens the graph for readings of this program.
func (p *program) openToLoad() (*graph.Store, *loader.Loader, error) {
	l, o, err := p.reading()
	if err != nil {
		return nil, nil, err
	}
	s, err := graph.Open(p.flags.Data, o)
	return s, l, err
}

// load loads articles and exports with progress, names those that fail, and
// sums up.
func (p *program) load(ctx context.Context, l *loader.Loader, dst *graph.Store, in *inputs, workers int) error {
	articles, exports := in.sniff(p)
	m := p.meter("loading", "article", source.Count(articles...)+len(exports))
	options := loader.Options{Workers: workers, Progress: m.step}
	summary, err := l.Load(ctx, dst, in.documents(ctx, p, articles), options)
	for _, name := range exports {
		if err != nil {
			break
		}
		m.base = summary.Done()
		var more loader.Summary
		more, err = p.loadExport(ctx, l, dst, name, options)
		summary = summary.Add(more)
	}
	m.end()
	if e := p.summarise(summary); err == nil {
		err = e
	}
	if errors.Is(err, context.Canceled) {
		p.say("what is counted above is stored; loading again goes on from there")
	}
	return err
}

// loadExport reads a canonical export back: its articles, then what curators
// decided.
func (p *program) loadExport(ctx context.Context, l *loader.Loader, dst *graph.Store, name string, o loader.Options) (loader.Summary, error) {
	in := p.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return loader.Summary{Failed: []error{&source.Error{Path: name, Err: err}}}, nil
		}
		defer f.Close()
		in = f
	}
	var log []graph.Decision
	readings := export.Read(in, func(d graph.Decision) { log = append(log, d) })
	summary, err := l.LoadReadings(ctx, dst, name, readings, o)
	if err != nil {
		return summary, err
	}
	if n, err := dst.PutDecisions(ctx, log); err != nil {
		summary.Failed = append(summary.Failed, &source.Error{Path: name, Err: err})
	} else if n > 0 {
		p.say("%s of curators read from %s", count(n, "decision"), name)
	}
	return summary, nil
}

// summarise prints what became of a load; its error is errInputs if inputs
// failed.
func (p *program) summarise(s loader.Summary) error {
	for _, err := range s.Failed {
		p.sayFailed(err)
	}
	if p.flags.JSON {
		type failure struct {
			Path   string `json:"path"`
			Reason string `json:"reason"`
		}
		failed := make([]failure, len(s.Failed))
		for i, err := range s.Failed {
			failed[i].Reason = err.Error()
			if named := (*source.Error)(nil); errors.As(err, &named) {
				failed[i] = failure{named.Path, named.Err.Error()}
			}
		}
		err := p.json(struct {
			Loaded  int       `json:"loaded"`
			Known   int       `json:"known"`
			Claims  int       `json:"claims"`
			Failed  []failure `json:"failed"`
			Seconds float64   `json:"seconds"`
			Rate    float64   `json:"articlesPerSecond"`
		}{s.Loaded, s.Known, s.Claims, failed, s.Elapsed.Seconds(), s.Rate()})
		if err != nil {
			return err
		}
	} else {
		fmt.Fprintf(p.out, "%s loaded with %s, %d known already, %d failed (%.1f s, %.0f articles/s)\n",
			count(s.Loaded, "article"), count(s.Claims, "claim"), s.Known, len(s.Failed), s.Elapsed.Seconds(), s.Rate())
	}
	if len(s.Failed) > 0 {
		return errInputs
	}
	return nil
}
