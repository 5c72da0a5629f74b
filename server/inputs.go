package main

import (
	"context"
	"iter"

	"peacetalks/loader"
	"peacetalks/loader/clean"
	"peacetalks/loader/source"
)

// An inputs is the part of a command line that names articles and says what is
// known of them.
type inputs struct {
	Paths     []string `arg:"" name:"path" help:"Files (.txt, .html, .jsonl, .zip, ...), folders, or - for standard input."`
	Published string   `help:"Day on which the articles were published, instead of what they say." placeholder:"DATE"`
	Source    string   `help:"Outlet that published them, instead of what they say." placeholder:"NAME"`
	Language  string   `help:"Their language, such as ar or en, instead of what they say." placeholder:"TAG"`
	Encoding  string   `help:"Their character encoding, such as windows-1256, where it is not recognised." placeholder:"NAME"`
}

// Validate is called by the parser.
func (i *inputs) Validate() error {
	if i.Published == "" {
		return nil
	}
	day, ok := clean.Date(i.Published, i.Language)
	if !ok {
		return &usageError{"--published: " + i.Published + " is not a date; write it as 2019-12-10"}
	}
	i.Published = day
	return nil
}

// documents reads the articles.
func (i *inputs) documents(ctx context.Context, p *program) iter.Seq2[source.Document, error] {
	docs := source.Read(ctx, source.Options{Charset: i.Encoding, Stdin: p.in}, i.Paths...)
	return loader.Override(docs, source.Meta{Published: i.Published, Source: i.Source, Language: i.Language})
}
