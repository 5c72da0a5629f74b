package main

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"
)

// A meter shows how far long work has come: a bar on a terminal, lines every
// few seconds elsewhere, events for machines.
type meter struct {
	p          *program
	verb, unit string // "loading", "article"
	total      int    // 0: not known
	base       int    // done before the part that is counted now
	began      time.Time
	last       time.Time // when it was shown
	shown      bool
}

// How often progress is shown.
const (
	barEvery   = 100 * time.Millisecond
	eventEvery = time.Second
	quietEvery = 5 * time.Second
)

// meter begins work on so many units; 0 if their number is not known.
func (p *program) meter(verb, unit string, total int) *meter {
	now := time.Now()
	return &meter{p: p, verb: verb, unit: unit, total: total, began: now, last: now}
}

// bars tells whether progress is a bar.
func (p *program) bars() bool { return p.errTerminal.is && !p.errTerminal.plain && !p.flags.JSON }

// step is called after each article; it is what a loader asks for.
func (m *meter) step(done int, _ string) { m.show(m.base+done, false) }

// to tells that so much is done of a total.
func (m *meter) to(done, total int) {
	m.total = total
	m.show(done, false)
}

// behind is to, or nothing where what is written to standard output would run
// into the bar.
func (m *meter) behind(output string) func(done, total int) {
	if m.p.bars() && m.p.outTerminal.is && (output == "" || output == "-") {
		return nil
	}
	return m.to
}

func (m *meter) show(done int, last bool) {
	// Archives hold more articles than files were counted.
	if m.total > 0 && done > m.total {
		m.total = done
	}
	every := quietEvery
	switch {
	case m.p.flags.JSON:
		every = eventEvery
	case m.p.bars():
		every = barEvery
	}
	if !last && time.Since(m.last) < every {
		return
	}
	m.last, m.shown = time.Now(), true
	now := m.state(done)
	switch {
	case m.p.flags.JSON:
		m.p.event(now)
	case m.p.bars():
		m.p.drawn = m
		fmt.Fprint(m.p.err, "\r"+now.bar(m.p.errTerminal.width()-1)+"\x1b[K")
	default:
		m.p.say("%s: %s", now.Doing, now.words())
	}
}

// end takes the bar away.
func (m *meter) end() { m.clear() }

func (m *meter) clear() {
	if m.p.drawn == m {
		fmt.Fprint(m.p.err, "\r\x1b[K")
		m.p.drawn = nil
	}
}

// A progress is how far work has come, as machines are told.
type progress struct {
	Event string   `json:"event"`
	Doing string   `json:"doing"`
	Unit  string   `json:"unit"`
	Done  int      `json:"done"`
	Total int      `json:"total,omitempty"`
	Rate  float64  `json:"perSecond"`
	Left  *float64 `json:"secondsLeft,omitempty"`
}

func (m *meter) state(done int) progress {
	s := progress{Event: "progress", Doing: m.verb, Unit: m.unit, Done: done, Total: m.total}
	if seconds := time.Since(m.began).Seconds(); seconds > 0 {
		s.Rate = math.Round(10*float64(done)/seconds) / 10
	}
	if s.Rate > 0 && m.total > 0 {
		left := math.Round(10*float64(m.total-done)/s.Rate) / 10
		s.Left = &left
	}
	return s
}

// words says it for people: "120 of 500 articles, 60/s, 6 s left".
func (s progress) words() string {
	text := count(s.Done, s.Unit)
	if s.Total > 0 {
		text = fmt.Sprintf("%d of %s", s.Done, count(s.Total, s.Unit))
	}
	if s.Rate >= 1 {
		text += fmt.Sprintf(", %.0f/s", s.Rate)
	} else if s.Rate > 0 {
		text += fmt.Sprintf(", %.1f/s", s.Rate)
	}
	if s.Left != nil {
		text += ", " + rough(*s.Left) + " left"
	}
	return text
}

// rough is a time as people want to know it while they wait.
func rough(seconds float64) string {
	switch {
	case seconds < 90:
		return fmt.Sprintf("%.0f s", math.Ceil(seconds))
	case seconds < 90*60:
		return fmt.Sprintf("%.0f min", seconds/60)
	}
	return fmt.Sprintf("%.0f h", seconds/3600)
}

// The longest bar, and the shortest that is worth drawing.
const (
	barMost  = 30
	barLeast = 8
)

// bar draws a line of at most so many columns.
func (s progress) bar(width int) string {
	words := s.words()
	room := min(barMost, width-utf8.RuneCountInString(s.Doing+words)-3)
	switch {
	case s.Total > 0 && room >= barLeast:
		full := room * s.Done / s.Total
		return s.Doing + " " + strings.Repeat("█", full) + strings.Repeat("░", room-full) + " " + words
	case len(s.Doing)+1+len(words) <= width:
		return s.Doing + " " + words
	}
	return words[:max(0, min(len(words), width))]
}
