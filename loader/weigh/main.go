// Command weigh learns the weights by which the engine decides on what no rule says
// (loader/rules/data/weights.tsv), from articles with gold files:
//
//	go run ./loader/weigh -o loader/rules/data/weights.tsv testdata/unseen* testdata/short* testdata/constructions testdata/leads testdata/leads-2 testdata/other-subjects
//	go run ./loader/weigh --test testdata/unseen-26 testdata/unseen* testdata/short* testdata/constructions testdata/leads testdata/leads-2 testdata/other-subjects
//
// The second leaves the folders to test out of those to learn from, and shows how
// well articles are read that neither the weights nor, as far as can be, the rules were
// made with: with the rules alone, and with the weights.
//
// testdata/articles is left out: it has the articles of the corpus, whose score is to
// say something.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/alecthomas/kong"

	"peacetalks/loader"
	"peacetalks/loader/rules"
	"peacetalks/loader/source"
)

type command struct {
	Dirs   []string `arg:"" help:"Folders of articles, each with its gold file beside it." type:"existingdir"`
	Output string   `short:"o" help:"The file to write." placeholder:"FILE"`
	Test   []string `help:"Folders to leave out, and to score with what was learnt." placeholder:"DIR" type:"existingdir"`
}

func main() {
	var c command
	k := kong.Parse(&c, kong.Description("Learns the weights by which the engine decides on what no rule says."))
	k.FatalIfErrorf(c.Run())
}

// Run learns, and writes or tests what it learnt.
func (c *command) Run() error {
	alone, err := rules.New(rules.Options{Weights: []byte{}})
	if err != nil {
		return err
	}
	dirs := slices.DeleteFunc(c.Dirs, func(d string) bool {
		return slices.ContainsFunc(c.Test, func(t string) bool { return filepath.Clean(t) == filepath.Clean(d) })
	})
	docs, err := documents(dirs)
	if err != nil {
		return err
	}
	m, err := learn(docs, alone)
	if err != nil {
		return err
	}
	var learnt bytes.Buffer
	m.write(&learnt)
	if c.Output != "" {
		if err := os.WriteFile(c.Output, learnt.Bytes(), 0o644); err != nil {
			return err
		}
	}
	if len(c.Test) == 0 {
		return nil
	}
	weighing, err := rules.New(rules.Options{Weights: learnt.Bytes()})
	if err != nil {
		return err
	}
	for _, e := range []struct {
		what   string
		engine *rules.Engine
	}{{"the rules alone", alone}, {"with the weights", weighing}} {
		fmt.Println(e.what)
		report, err := score(loader.New(e.engine), c.Test)
		if err != nil {
			return err
		}
		if err := report.WriteTable(os.Stdout, "language", "fact"); err != nil {
			return err
		}
	}
	return nil
}

// score scores the articles of some folders.
func score(l *loader.Loader, dirs []string) (loader.Report, error) {
	var report loader.Report
	for result, err := range loader.Map(context.Background(), source.Read(context.Background(), source.Options{}, dirs...), 0, func(doc source.Document) (loader.Result, error) {
		gold, err := loader.ReadGold(loader.GoldFile(doc.Path))
		if err != nil {
			return loader.Result{}, err
		}
		found, err := l.Facts(doc)
		return loader.Compare(gold, found), err
	}) {
		if err != nil {
			return report, err
		}
		report.Results = append(report.Results, result)
	}
	return report, nil
}
