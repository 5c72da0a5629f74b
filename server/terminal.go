package main

import (
	"os"

	"golang.org/x/term"
)

// A terminal is what a stream of the program is connected to.
type terminal struct {
	is     bool       // a terminal, not a file or a pipe
	plain  bool       // that moves no cursor and shows no colours
	colour bool       // colours are wanted unless --color says otherwise
	width  func() int // of a line
}

// terminalOf tells what a file is connected to.
func terminalOf(f *os.File) terminal {
	t := terminal{is: term.IsTerminal(int(f.Fd())), plain: os.Getenv("TERM") == "dumb"}
	t.colour = t.is && !t.plain && os.Getenv("NO_COLOR") == ""
	t.width = func() int {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
		return 80
	}
	return t
}

// A paint is the number of a way to set words off.
type paint string

const (
	bold paint = "1"
	red  paint = "1;31"
)

// coloured tells whether words are set off by colour on a terminal.
func (p *program) coloured(t terminal) bool {
	if p.flags == nil || p.flags.Color == "auto" || p.flags.Color == "" {
		return t.colour
	}
	return p.flags.Color == "always"
}

// paint sets words off, where colours are wanted.
func (p *program) paint(t terminal, how paint, words string) string {
	if !p.coloured(t) {
		return words
	}
	return "\x1b[" + string(how) + "m" + words + "\x1b[0m"
}
