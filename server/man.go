package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

type manCmd struct{}

// Help is shown below the flags.
func (manCmd) Help() string {
	return `The page is made from the same words as --help, so that the two agree.

Examples:

  peacetalks man | man -l -
  peacetalks man > /usr/local/share/man/man1/peacetalks.1`
}

// Run prints the page.
func (c *manCmd) Run(ctx context.Context, p *program) error {
	another := &program{out: p.out, err: p.err} // parsing fills the flags of a program
	parser, err := another.parser(ctx)
	if err != nil {
		return err
	}
	m := manual{w: p.out}
	m.page(parser.Model.Node)
	return m.err
}

// A manual writes the page by troff's macros "man".
type manual struct {
	w   io.Writer
	err error
}

// line writes a line as it is.
func (m *manual) line(format string, args ...any) {
	if m.err == nil {
		_, m.err = fmt.Fprintf(m.w, format+"\n", args...)
	}
}

// The day of the page, which changes when its words do; troff wants one.
const manualDay = "2026-11-28"

func (m *manual) page(app *kong.Node) {
	m.line(`.TH PEACETALKS 1 "%s" "%s" "User Commands"`, manualDay, name)
	m.line(".SH NAME")
	m.line(`%s \- a graph of what articles report about peace talks`, name)
	m.line(".SH SYNOPSIS")
	m.line(".B %s\n.I command\n[\\fIflags\\fR]", name)
	m.line(".SH DESCRIPTION")
	m.prose(app.Help)
	m.line(".SH FLAGS OF EVERY COMMAND")
	m.flags(app.Flags)
	m.line(".SH COMMANDS")
	for _, c := range app.Children {
		if !c.Hidden {
			m.command(c)
		}
	}
	m.line(".SH EXIT STATUS")
	for _, s := range [][2]string{
		{"0", "done"}, {"1", "failed; the reason is on standard error"}, {"2", "the command line is wrong"},
		{"3", "some inputs failed, each of which was named; the others were dealt with"},
	} {
		m.line(".TP\n.B %s\n%s", s[0], roff(s[1]))
	}
	m.line(".SH ENVIRONMENT")
	for _, v := range [][2]string{
		{"PEACETALKS_DATA", "folder of the graph, as --data"}, {"PEACETALKS_TOKEN", "bearer token, as --token"},
		{"NO_COLOR", "no colours, unless --color always"},
	} {
		m.line(".TP\n.B %s\n%s", v[0], roff(v[1]))
	}
}

// command writes what there is to know of a command.
func (m *manual) command(c *kong.Node) {
	m.line(".SS %s", roff(c.Name))
	m.line(".B %s %s", name, roff(c.Name))
	for _, a := range c.Positional {
		m.line("%s", roff(a.Summary()))
	}
	m.line(`[\fIflags\fR]`)
	m.line(".PP")
	m.prose(c.Help)
	for _, a := range c.Positional {
		m.item(a.Summary(), a.Help)
	}
	m.flags(c.Flags)
	if c.Detail != "" {
		m.line(".PP")
		m.prose(c.Detail)
	}
}

func (m *manual) flags(flags []*kong.Flag) {
	for _, f := range flags {
		if !f.Hidden {
			m.item(f.String(), kong.DefaultHelpValueFormatter(f.Value))
		}
	}
}

func (m *manual) item(term, text string) {
	m.line(".TP\n.B %s\n%s", roff(term), roff(text))
}

// prose writes paragraphs; lines that are indented are set as they are.
func (m *manual) prose(text string) {
	var example []string
	flush := func() {
		if len(example) > 0 {
			m.line(".RS 4\n.nf\n%s\n.fi\n.RE", strings.Join(example, "\n"))
			example = nil
		}
	}
	for i, block := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 && !strings.HasPrefix(block, "  ") {
			flush()
			m.line(".PP")
		}
		for l := range strings.SplitSeq(block, "\n") {
			if set, ok := strings.CutPrefix(l, "  "); ok {
				example = append(example, roff(set))
				continue
			}
			flush()
			m.line("%s", roff(l))
		}
	}
	flush()
}

// roff writes words so that troff takes none for a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", "\\`", "~", `\(ti`, "^", `\(ha`, "…", "...").Replace(strings.TrimSpace(s))
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}
