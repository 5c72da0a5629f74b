package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestProgressInWords(t *testing.T) {
	left := func(s float64) *float64 { return &s }
	for _, c := range []struct {
		name string
		progress
		want string
	}{
		{"a total", progress{Unit: "article", Done: 120, Total: 500, Rate: 60.4, Left: left(6.3)}, "120 of 500 articles, 60/s, 7 s left"},
		{"no total", progress{Unit: "record", Done: 1, Rate: 0.5}, "1 record, 0.5/s"},
		{"minutes", progress{Unit: "article", Done: 1, Total: 9000, Rate: 9, Left: left(1000)}, "1 of 9000 articles, 9/s, 17 min left"},
		{"nothing yet", progress{Unit: "article", Total: 1}, "0 of 1 article"},
	} {
		if got := c.words(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// No bar is wider than the terminal, down to the narrowest.
func TestBarFits(t *testing.T) {
	left := 6.0
	s := progress{Doing: "loading", Unit: "article", Done: 120, Total: 500, Rate: 60, Left: &left}
	for width := range 120 {
		if bar := s.bar(width); utf8.RuneCountInString(bar) > width {
			t.Errorf("%d columns: %q has %d", width, bar, utf8.RuneCountInString(bar))
		}
	}
	if got, want := s.bar(79), "loading ███████░░░░░░░░░░░░░░░░░░░░░░░ 120 of 500 articles, 60/s, 6 s left"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Progress is a bar on a terminal, which messages do not run into; events for
// machines; lines elsewhere; and nothing before there is time to wonder.
func TestMeter(t *testing.T) {
	terminals := terminal{is: true, width: func() int { return 80 }}
	dumb := terminals
	dumb.plain = true
	for _, c := range []struct {
		name     string
		terminal terminal
		json     bool
		want     string
	}{
		{"terminal", terminals, false, "\rloading ███████████████░░░░░░░░░░░░░░░ 5 of 10 articles, 1/s, 5 s left\x1b[K\r\x1b[Kpeacetalks: something\n"},
		{"terminal, for machines", terminals, true, `{"event":"progress","doing":"loading","unit":"article","done":5,"total":10,"perSecond":1,"secondsLeft":5}` + "\n" + `{"event":"message","text":"something"}` + "\n"},
		{"terminal that moves no cursor", dumb, false, "peacetalks: loading: 5 of 10 articles, 1/s, 5 s left\npeacetalks: something\n"},
		{"file", terminal{}, false, "peacetalks: loading: 5 of 10 articles, 1/s, 5 s left\npeacetalks: something\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			p := &program{flags: &commandLine{JSON: c.json}, err: &out, errTerminal: c.terminal}
			m := p.meter("loading", "article", 10)
			m.step(1, "")
			if out.Len() > 0 {
				t.Errorf("at once it shows %q", &out)
			}
			m.began, m.last = m.began.Add(-5*time.Second), m.last.Add(-5*time.Second)
			m.step(5, "")
			p.say("something")
			m.end()
			if got := out.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Colours are shown where a terminal wants them, or where they are asked for.
func TestColour(t *testing.T) {
	for _, c := range []struct {
		flag     string
		terminal bool
		want     bool
	}{
		{"auto", true, true}, {"auto", false, false}, {"always", false, true}, {"never", true, false},
	} {
		p := &program{flags: &commandLine{Color: c.flag}}
		if got := strings.Contains(p.paint(terminal{colour: c.terminal}, bold, "word"), "\x1b"); got != c.want {
			t.Errorf("--color %s, a terminal that wants colours: %v: got %v", c.flag, c.terminal, got)
		}
	}
}
