package main

import (
	"context"
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed help/*.txt
var helpTexts embed.FS

// subjects lists what `peacetalks help` explains by a text of its own, in the
// order in which a newcomer may want them. Commands without a text are
// explained by their --help.
var subjects = []struct{ name, about string }{
	{"start", "from articles to answers in five commands"},
	{"load", "read articles into the graph, again and again"},
	{"articles", "which files are read, and what is known of an article"},
	{"extract", "see what is found in an article, and why"},
	{"queries", "ask questions by GraphQL"},
	{"dates", "how dates are read, written and asked for"},
	{"ids", "what everything is called"},
	{"exports", "take timelines and the graph to other programs"},
	{"serve", "GraphiQL, the timeline and GraphQL for others"},
	{"backup", "backup and restore"},
	{"curation", "say where articles are wrong"},
	{"lexicon", "names of your own"},
	{"scripts", "exit statuses, JSON, standard input"},
}

// otherNames are further words for subjects.
var otherNames = map[string]string{
	"query": "queries", "export": "exports", "restore": "backup", "timeline": "exports", "timelines": "exports",
	"graphql": "queries", "id": "ids", "date": "dates", "formats": "exports", "json": "scripts", "languages": "articles",
	"reextract": "lexicon", "server": "serve", "article": "articles",
}

func topicNames() string {
	var names []string
	for _, s := range subjects {
		names = append(names, s.name)
	}
	return strings.Join(names, ", ")
}

func topicsOfHelp() []suggestion {
	var list []suggestion
	for _, s := range subjects {
		list = append(list, suggestion{s.name, s.about})
	}
	return list
}

type helpCmd struct {
	Topic string `arg:"" optional:"" help:"A command, or one of ${topics}."`
}

// Help is shown below the flags.
func (helpCmd) Help() string {
	return `Each text is short and made of commands that can be tried as they stand, in a clone of the repository.

Examples:

  peacetalks help
  peacetalks help start
  peacetalks help dates`
}

// Run prints a text.
func (c *helpCmd) Run(ctx context.Context, p *program) error {
	topic := strings.ToLower(c.Topic)
	if other, ok := otherNames[topic]; ok {
		topic = other
	}
	if topic == "" || topic == "help" {
		return p.contents()
	}
	text, err := helpTexts.ReadFile("help/" + topic + ".txt")
	if err == nil {
		p.lesson(string(text))
		return nil
	}
	parser, err := (&program{out: p.out, err: p.err}).parser(ctx)
	if err != nil {
		return err
	}
	known := strings.Split(topicNames(), ", ")
	for _, command := range commandsOf(parser.Model.Node) {
		known = append(known, command.text)
	}
	if slices.Contains(known, topic) {
		_, err := parser.Parse([]string{topic, "--help"}) // which throws the exit
		return err
	}
	return &usageError{fmt.Sprintf("there is nothing about %q%s", c.Topic, didYouMean(topic, known))}
}

// contents lists what there is.
func (p *program) contents() error {
	fmt.Fprintf(p.out, "%s reads articles about peace talks into a graph, and answers questions about it.\n\n", name)
	for _, s := range subjects {
		fmt.Fprintf(p.out, "  %s  %s\n", p.paint(p.outTerminal, bold, fmt.Sprintf("%s help %-9s", name, s.name)), s.about)
	}
	fmt.Fprintf(p.out, "\n`%s --help` lists the commands, and `%s COMMAND --help` the flags of each.\n", name, name)
	return nil
}

// lesson prints a text; commands in it are set off.
func (p *program) lesson(text string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "  $ ") || strings.HasPrefix(line, "  > ") {
			line = p.paint(p.outTerminal, bold, line)
		}
		fmt.Fprintln(p.out, line)
	}
}

// didYouMean offers the known word that is most like another, if one is.
func didYouMean(word string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		if d := distance(word, k); d < least {
			best, least = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(", did you mean %q?", best)
}

// distance is the number of letters to change, add or leave out.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
