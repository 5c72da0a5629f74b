package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"peacetalks/graph"
)

// samples is where the repository has articles to try, if the program runs
// there, else a word for wherever the user's are.
func (p *program) samples() string {
	const articles = "testdata/articles"
	if info, err := os.Stat(articles); err == nil && info.IsDir() {
		return articles
	}
	return "PATH"
}

// command is a command line of this program, with the flags by which it finds
// the same graph.
func (p *program) command(line string) string {
	words := []string{name}
	words = append(words, line)
	if p.flags.Data != defaultData && os.Getenv("PEACETALKS_DATA") == "" {
		words = append(words, "--data", quoted(p.flags.Data))
	}
	return "`" + strings.Join(words, " ") + "`"
}

// defaultData is the folder of the graph where none is named.
const defaultData = "./peacetalks-data"

// quoted is a word as a shell takes it.
func quoted(word string) string {
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return !strings.ContainsRune("-_./:,+@%=", r) && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// ifEmpty says what to do first where the graph has nothing in it.
func (p *program) ifEmpty(ctx context.Context, s *graph.Store) {
	if info, err := s.Info(ctx); err == nil && info.Articles+info.Decisions == 0 {
		p.say("the graph in %s is empty; to load articles: %s", p.flags.Data, p.command("load "+p.samples()))
	}
}

// next says what could be tried after a load, to a person who watches.
func (p *program) next() {
	if !p.outTerminal.is || p.flags.JSON {
		return
	}
	fmt.Fprintln(p.out, "\nNext, for example:")
	for _, line := range []string{
		"query '{ rounds { nodes { id name start { edtf } venue { name } } } }'",
		"export --format html -o timeline.html",
		"serve",
		"help queries",
	} {
		fmt.Fprintf(p.out, "  %s\n", p.paint(p.outTerminal, bold, strings.Trim(p.command(line), "`")))
	}
}
