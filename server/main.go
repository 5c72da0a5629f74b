// Command peacetalks reads news articles about peace talks, keeps what they
// report as a graph of claims, each with the passage it came from, and answers
// questions about rounds, delegations, guarantors, agendas and timelines.
//
// Each subcommand is a file of this package. They share one way of failing:
// results go to standard output, progress and messages to standard error, and
// the exit status is 0 (done), 1 (failed), 2 (wrong usage) or 3 (some inputs
// failed; the others were dealt with).
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2 // the command line is wrong
	exitInputs = 3 // some inputs failed, each was named
)

// errInputs is returned by commands when inputs failed that were reported one
// by one.
var errInputs = errors.New("some inputs failed")

// A usageError is a mistake of the command line that its parser cannot see.
type usageError struct{ reason string }

func (e *usageError) Error() string { return e.reason }

// A commandLine is every flag and subcommand.
type commandLine struct {
	Data    string   `help:"Folder of the graph; ./peacetalks-data unless told." default:"./peacetalks-data" env:"PEACETALKS_DATA" placeholder:"DIR" completion:"dir"`
	Server  string   `help:"Work through the server at this address instead of opening the folder." placeholder:"URL"`
	Token   string   `help:"Bearer token for the server's mutations." env:"PEACETALKS_TOKEN" placeholder:"TOKEN"`
	Lexicon []string `help:"Folder of your own lexicon files, read after the built-in ones." placeholder:"DIR" type:"existingdir" completion:"dir"`
	JSON    bool     `name:"json" help:"Write results, progress and messages as JSON, for machines."`
	Color   string   `help:"Set words off by colour: ${enum}. Auto is on a terminal, unless NO_COLOR is set." enum:"auto,always,never" default:"auto" placeholder:"WHEN"`

	Serve   serveCmd   `cmd:"" group:"Every day" help:"Serve GraphQL, GraphiQL and the timeline page."`
	Load    loadCmd    `cmd:"" group:"Every day" help:"Read articles into the graph."`
	Extract extractCmd `cmd:"" group:"Every day" help:"Print what articles say, without storing it."`
	Query   queryCmd   `cmd:"" group:"Every day" help:"Answer a GraphQL query without a server."`
	Export  exportCmd  `cmd:"" group:"Every day" help:"Write the graph, or a timeline, in a format of other programs."`

	Retract   retractCmd   `cmd:"" group:"Care of the graph" help:"Remove articles and what only they report."`
	Reextract reextractCmd `cmd:"" group:"Care of the graph" help:"Read every stored article anew, after the rules have changed."`
	Check     checkCmd     `cmd:"" group:"Care of the graph" help:"Look for lost or altered records in the graph."`
	Backup    backupCmd    `cmd:"" group:"Care of the graph" help:"Write all of the graph into one file."`
	Restore   restoreCmd   `cmd:"" group:"Care of the graph" help:"Make a graph of a backup."`
	Score     scoreCmd     `cmd:"" group:"Care of the graph" help:"Measure what is found against hand-made gold files."`

	Help       helpCmd       `cmd:"" group:"More" help:"Explain a command or a subject by examples."`
	Version    versionCmd    `cmd:"" group:"More" help:"Print the version of the program and of its rules."`
	Completion completionCmd `cmd:"" group:"More" help:"Print what makes a shell complete commands and flags."`
	Man        manCmd        `cmd:"" group:"More" help:"Print the manual page."`
	Complete   completeCmd   `cmd:"" hidden:"" help:"List what could stand at the end of a command line, for the scripts of 'completion'."`

	VersionFlag kong.VersionFlag `name:"version" help:"Print the version."`
}

const about = `Reads news articles about peace talks and keeps what they report as a graph: rounds, delegations, guarantor states, agenda items, timelines, each with the passage it came from.

A first try:

  peacetalks serve --load testdata/articles

More of that kind:

  peacetalks help`

// A program is what commands know of the process: its streams, and the flags
// that all commands share.
type program struct {
	flags    *commandLine
	in       io.Reader
	out, err io.Writer

	// Terminals: what out and err are, and how wide a line of err is.
	outTerminal, errTerminal terminal

	drawn *meter // whose bar stands in the line of the cursor
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends what does not heed the first
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, outTerminal: terminalOf(os.Stdout), errTerminal: terminalOf(os.Stderr)}
	os.Exit(p.run(ctx, os.Args[1:]))
}

// An exit is thrown by the parser after it has printed help or the version.
type exit int

// run parses the command line, runs one command and answers the exit status.
func (p *program) run(ctx context.Context, args []string) (status int) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case exit:
			status = int(thrown)
		default:
			panic(thrown)
		}
	}()
	parser, err := p.parser(ctx)
	if err != nil {
		return p.status(err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		return p.status(misused(err, nil))
	}
	return p.status(misused(command.Run(), command.Selected()))
}

// parser makes the parser of the command line, which fills p.flags.
func (p *program) parser(ctx context.Context) (*kong.Kong, error) {
	p.flags = &commandLine{Color: "auto"}
	return kong.New(p.flags,
		kong.Name(name), kong.Description(about),
		kong.Writers(p.out, p.err), kong.Exit(func(code int) { panic(exit(code)) }),
		kong.Vars{"version": version(), "formats": formats(), "shells": shellNames(), "topics": topicNames()},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 100}),
		kong.Bind(p), kong.BindTo(ctx, (*context.Context)(nil)),
	)
}

// name is what the program is called in all that it says.
const name = "peacetalks"
