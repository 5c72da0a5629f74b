package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"peacetalks/loader"
	"peacetalks/loader/source"
)

type scoreCmd struct {
	Dir    string   `arg:"" help:"Folder of articles, each with its gold file beside it: one.txt and one.gold.json." completion:"dir"`
	By     []string `help:"Break the figures down by ${enum}; may be given several times." enum:"language,fact,article" default:"language"`
	Misses bool     `help:"List each fact that was missed, and each that should not be there, with its rule and passage."`
	Found  string   `help:"Score the facts in this file, as 'extract' prints them, instead of reading the articles." placeholder:"FILE" completion:"file"`
}

// Help is shown below the flags.
func (scoreCmd) Help() string {
	return `Precision, recall and F1 are micro-averages over all facts. A found fact matches a gold fact of the same kind with equal arguments; people and parties are equal when their slugs are or when they have a spelling in common.

Examples:

  peacetalks score testdata/articles
  peacetalks score testdata/articles --by fact --by article --misses
  peacetalks extract articles > found.jsonl && peacetalks score articles --found found.jsonl`
}

// Run scores a folder.
func (c *scoreCmd) Run(ctx context.Context, p *program) error {
	report, failures, err := c.report(ctx, p)
	if err != nil {
		return err
	}
	for _, err := range failures {
		p.say("%v", err)
	}
	if len(report.Results) == 0 {
		return fmt.Errorf("%s: no article with a gold file in it", c.Dir)
	}
	if p.flags.JSON {
		err = p.json(scoreJSON(report, c.By))
	} else if err = report.WriteTable(p.out, c.By...); err == nil && c.Misses {
		err = report.WriteMisses(p.out)
	}
	if err == nil && len(failures) > 0 {
		err = errInputs
	}
	return err
}

// report scores every article of the folder.
func (c *scoreCmd) report(ctx context.Context, p *program) (loader.Report, []error, error) {
	facts, err := c.facts(p)
	if err != nil {
		return loader.Report{}, nil, err
	}
	orphans, err := goldFiles(c.Dir)
	if err != nil {
		return loader.Report{}, nil, err
	}
	scored := loader.Map(ctx, source.Read(ctx, source.Options{}, c.Dir), 0, func(doc source.Document) (loader.Result, error) {
		gold, err := loader.ReadGold(loader.GoldFile(doc.Path))
		if errors.Is(err, fs.ErrNotExist) {
			return loader.Result{}, fmt.Errorf("has no gold file beside it (%s)", filepath.Base(loader.GoldFile(doc.Path)))
		} else if err != nil {
			return loader.Result{}, err
		}
		found, err := facts(doc)
		if name, err := filepath.Rel(c.Dir, doc.Path); err == nil {
			found.File = name
		}
		return loader.Compare(gold, found), err
	})
	var report loader.Report
	var failures []error
	for result, err := range scored {
		switch named := (*source.Error)(nil); {
		case err == nil:
			report.Results = append(report.Results, result)
			delete(orphans, loader.GoldFile(filepath.Join(c.Dir, result.File)))
		case ctx.Err() != nil:
			return report, nil, ctx.Err()
		default:
			failures = append(failures, err)
			if errors.As(err, &named) {
				delete(orphans, loader.GoldFile(named.Path))
			}
		}
	}
	for _, orphan := range slices.Sorted(maps.Keys(orphans)) {
		failures = append(failures, fmt.Errorf("%s: has no article beside it", orphan))
	}
	return report, failures, nil
}

// facts answers the function that gives an article's facts: as found in a
// file, or read from the article.
func (c *scoreCmd) facts(p *program) (func(source.Document) (loader.FactsRecord, error), error) {
	if c.Found == "" {
		l, err := p.loader()
		if err != nil {
			return nil, err
		}
		return l.Facts, nil
	}
	records, err := readFacts(c.Found)
	if err != nil {
		return nil, err
	}
	return func(doc source.Document) (loader.FactsRecord, error) {
		r, ok := records[doc.Name]
		if !ok {
			return r, fmt.Errorf("has no line in %s", c.Found)
		}
		return r, nil
	}, nil
}

// readFacts reads lines of facts records, by the file that each is about.
func readFacts(name string) (map[string]loader.FactsRecord, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records := map[string]loader.FactsRecord{}
	d := json.NewDecoder(bufio.NewReader(f))
	for {
		var r loader.FactsRecord
		switch err := d.Decode(&r); {
		case errors.Is(err, io.EOF):
			return records, nil
		case err != nil:
			return nil, fmt.Errorf("%s: record %d: %w", name, len(records)+1, err)
		}
		records[r.File] = r
	}
}

// goldFiles is the set of gold files in a folder.
func goldFiles(dir string) (map[string]bool, error) {
	files := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(path, ".gold.json") {
			files[path] = true
		}
		return err
	})
	return files, err
}

// scoreJSON is the report for machines; shares that do not exist are null.
func scoreJSON(r loader.Report, by []string) any {
	type figures struct {
		Name     string `json:"name"`
		Articles int    `json:"articles"`
		Gold     int    `json:"gold"`
		Found    int    `json:"found"`
		loader.Counts
		Precision *float64 `json:"precision"`
		Recall    *float64 `json:"recall"`
		F1        *float64 `json:"f1"`
	}
	share := func(x float64) *float64 {
		if math.IsNaN(x) {
			return nil
		}
		return &x
	}
	row := func(r loader.Row) figures {
		return figures{r.Name, r.Articles, r.Gold(), r.Found(), r.Counts, share(r.Precision()), share(r.Recall()), share(r.F1())}
	}
	out := struct {
		All      figures              `json:"all"`
		By       map[string][]figures `json:"by"`
		Articles []loader.Result      `json:"articles"`
	}{row(loader.Row{Name: "all", Articles: len(r.Results), Counts: r.Counts()}), map[string][]figures{}, r.Results}
	for _, b := range by {
		for _, part := range r.Rows(b) {
			out.By[b] = append(out.By[b], row(part))
		}
	}
	return out
}
