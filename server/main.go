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
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"
	"golang.org/x/term"
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
	Data    string   `help:"Folder of the graph; ./peacetalks-data unless told." default:"./peacetalks-data" env:"PEACETALKS_DATA" placeholder:"DIR"`
	Server  string   `help:"Work through the server at this address instead of opening the folder." placeholder:"URL"`
	Token   string   `help:"Bearer token for the server's mutations." env:"PEACETALKS_TOKEN" placeholder:"TOKEN"`
	Lexicon []string `help:"Folder of your own lexicon files, read after the built-in ones." placeholder:"DIR" type:"existingdir"`
	JSON    bool     `name:"json" help:"Write results as JSON, for machines; no progress bar."`

	Serve     serveCmd     `cmd:"" help:"Serve GraphQL, GraphiQL and the timeline page."`
	Load      loadCmd      `cmd:"" help:"Read articles into the graph."`
	Extract   extractCmd   `cmd:"" help:"Print what articles say, without storing it."`
	Export    exportCmd    `cmd:"" help:"Write the graph, or a timeline, in a format of other programs."`
	Query     queryCmd     `cmd:"" help:"Answer a GraphQL query without a server."`
	Retract   retractCmd   `cmd:"" help:"Remove articles and what only they report."`
	Reextract reextractCmd `cmd:"" help:"Read every stored article anew, after the rules have changed."`
	Check     checkCmd     `cmd:"" help:"Look for lost or altered records in the graph."`
	Score     scoreCmd     `cmd:"" help:"Measure what is found against hand-made gold files."`

	Version kong.VersionFlag `help:"Print the version."`
}

const about = `Reads news articles about peace talks and keeps what they report as a graph: rounds, delegations, guarantor states, agenda items, timelines, each with the passage it came from.

A first try:

  peacetalks serve --load testdata/articles`

// A program is what commands know of the process: its streams, and the flags
// that all commands share.
type program struct {
	flags    *commandLine
	in       io.Reader
	out, err io.Writer
	terminal bool // err is a terminal: progress is a bar
	colour   bool // out is a terminal: words may be set off
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends what does not heed the first
	p := &program{in: os.Stdin, out: os.Stdout, err: os.Stderr, terminal: term.IsTerminal(int(os.Stderr.Fd()))}
	p.colour = term.IsTerminal(int(os.Stdout.Fd())) && os.Getenv("NO_COLOR") == ""
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
	p.flags = &commandLine{}
	parser, err := kong.New(p.flags,
		kong.Name("peacetalks"), kong.Description(about),
		kong.Writers(p.out, p.err), kong.Exit(func(code int) { panic(exit(code)) }),
		kong.Vars{"version": version(), "formats": formats()}, kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Bind(p), kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if err != nil {
		return p.status(err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		return p.status(&usageError{err.Error()})
	}
	return p.status(command.Run())
}

// status prints an error, if it is news, and answers the exit status for it.
func (p *program) status(err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errInputs):
		return exitInputs
	case errors.As(err, &usage):
		p.say("%v", err)
		p.say("run `peacetalks --help`, or `peacetalks COMMAND --help`, for what there is")
		return exitUsage
	case errors.Is(err, context.Canceled):
		p.say("interrupted")
	default:
		p.say("%v", err)
	}
	return exitFailed
}

// say writes a message for people.
func (p *program) say(format string, args ...any) {
	fmt.Fprintf(p.err, "peacetalks: "+format+"\n", args...)
}

// version is the module's version and revision, as far as the build knows.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "peacetalks, version unknown"
	}
	v := "peacetalks " + info.Main.Version + " " + info.GoVersion
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v += " " + s.Value
		}
	}
	return v
}
