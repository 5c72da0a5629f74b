package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"peacetalks/graph/export"
	"peacetalks/loader"
	"peacetalks/loader/clean"
	"peacetalks/loader/source"
	"peacetalks/resolvers/scalar"
)

// An inputs is the part of a command line that names articles and says what is
// known of them.
type inputs struct {
	Paths     []string `arg:"" name:"path" help:"Files (.txt, .html, .jsonl, .zip, ...), folders, addresses, or - for standard input." completion:"file"`
	Published string   `help:"Day on which the articles were published, instead of what they say." placeholder:"DATE"`
	Source    string   `help:"Outlet that published them, instead of what they say." placeholder:"NAME"`
	Language  string   `help:"Their language, such as ar or en, instead of what they say." placeholder:"TAG"`
	Encoding  string   `help:"Their character encoding, such as windows-1256, where it is not recognised." placeholder:"NAME"`
}

// Validate is called by the parser.
func (i *inputs) Validate() error {
	if i.Language != "" && !scalar.IsLanguage(i.Language) {
		return &usageError{fmt.Sprintf("--language: %q is no language tag such as ar or en", i.Language)}
	}
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

// documents reads the articles at paths.
func (i *inputs) documents(ctx context.Context, p *program, paths []string) iter.Seq2[source.Document, error] {
	docs := source.Read(ctx, source.Options{Charset: i.Encoding, Stdin: p.in}, paths...)
	return loader.Override(docs, source.Meta{Published: i.Published, Source: i.Source, Language: i.Language})
}

// sniff tells the paths of articles from those of exports of a graph.
func (i *inputs) sniff(p *program) (articles, exports []string) {
	for _, path := range i.Paths {
		if path == "-" && p.sniffInput() || path != "-" && isExport(path) {
			exports = append(exports, path)
		} else {
			articles = append(articles, path)
		}
	}
	return articles, exports
}

// sniffInput tells whether standard input begins like an export.
func (p *program) sniffInput() bool {
	in := bufio.NewReaderSize(p.in, sniffed)
	p.in = in
	head, _ := in.Peek(sniffed) // what there is; reading on tells what is wrong
	return export.Sniff(head)
}

// sniffed is how many bytes are enough to know an export.
const sniffed = 4096

// isExport tells whether a path is a file that begins like an export.
func isExport(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false // whatever it is, it will be named when it is read
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, sniffed)
	n, _ := io.ReadFull(f, head)
	return export.Sniff(head[:n])
}

// sayFailed names an input that failed, with its reason and, where a flag
// helps, the flag.
func (p *program) sayFailed(err error) {
	if errors.Is(err, source.ErrCharset) {
		err = fmt.Errorf("%w; --encoding NAME names it", err)
	}
	m := message{Event: "failed", Text: err.Error()}
	if named := (*source.Error)(nil); errors.As(err, &named) {
		m.Path = named.Path
	}
	p.tell(m)
}
