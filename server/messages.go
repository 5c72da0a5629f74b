package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"peacetalks/graph"
)

// say writes a message for people; for machines, an event.
func (p *program) say(format string, args ...any) {
	p.tell(message{Event: "message", Text: fmt.Sprintf(format, args...)})
}

// A message is what the program says on standard error; with --json each is an
// object on a line of its own.
type message struct {
	Event string `json:"event"` // message, error or failed
	Text  string `json:"text"`
	Path  string `json:"path,omitempty"` // of failed: the input
}

func (p *program) tell(m message) {
	if p.drawn != nil {
		p.drawn.clear()
	}
	if p.flags != nil && p.flags.JSON {
		p.event(m)
		return
	}
	prefix := name + ":"
	if m.Event != "message" {
		prefix = p.paint(p.errTerminal, red, prefix)
	}
	fmt.Fprintf(p.err, "%s %s\n", prefix, m.Text)
}

// event writes a line of JSON to standard error.
func (p *program) event(v any) {
	e := json.NewEncoder(p.err)
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
}

// status prints an error, if it is news, and answers the exit status for it.
func (p *program) status(err error) int {
	fail := func(text string) { p.tell(message{Event: "error", Text: strings.TrimRight(text, "\n")}) }
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errInputs):
		return exitInputs
	case errors.As(err, &usage):
		fail(err.Error())
		return exitUsage
	case errors.Is(err, context.Canceled):
		fail("interrupted")
	default:
		// A file is named with what is wrong with it, not with the system's call.
		if file := (*fs.PathError)(nil); errors.As(err, &file) && err.Error() == file.Error() {
			err = fmt.Errorf("%s: %w", file.Path, file.Err)
		}
		fail(err.Error())
		p.suggest(err)
	}
	return exitFailed
}

// suggest says what to do first where there is no graph yet.
func (p *program) suggest(err error) {
	if folder := (*graph.FolderError)(nil); errors.As(err, &folder) && folder.Kind == graph.NoGraph {
		p.say("to make one: %s", p.command("load "+p.samples()))
	}
}

// noValue is how the parser says that a flag stands at the end.
var noValue = regexp.MustCompile(`^(--\S+): expected .* value but got "EOL" \(<EOL>\)$`)

// misused says in one line what is wrong with a command line, and where to
// look; other errors it leaves alone.
func misused(err error, selected *kong.Node) error {
	var usage *usageError
	parse := (*kong.ParseError)(nil)
	switch {
	case errors.As(err, &parse):
		if parse.Context != nil {
			selected = parse.Context.Selected()
		}
	case !errors.As(err, &usage):
		return err
	}
	reason, command := noValue.ReplaceAllString(err.Error(), "$1: a value is missing"), name
	if selected != nil {
		command += " " + selected.Name
		for _, a := range selected.Positional {
			if a.Required && reason == fmt.Sprintf("expected %q", a.Summary()) {
				reason += ": " + strings.TrimSuffix(a.Help, ".")
			}
		}
	}
	return &usageError{withHint(reason, command+" --help")}
}

// withHint adds where to look to what is wrong.
func withHint(reason, command string) string {
	if strings.HasSuffix(reason, "?") {
		return fmt.Sprintf("%s See `%s`", reason, command)
	}
	return fmt.Sprintf("%s; see `%s`", reason, command)
}
