package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// A meter shows how far a load has come: a bar on a terminal, else a line
// every few seconds.
type meter struct {
	p     *program
	total int // 0: not known
	base  int // done before the part that is counted now
	bar   *progressbar.ProgressBar
	last  time.Time
}

const quietEvery = 5 * time.Second

func (p *program) meter(total int) *meter {
	m := &meter{p: p, total: total, last: time.Now()}
	if p.terminal && !p.flags.JSON {
		if total == 0 {
			total = -1 // shown as a count without an end
		}
		m.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.err), progressbar.OptionSetDescription("loading"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"),
			progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)
	}
	return m
}

// step is called after each article.
func (m *meter) step(done int, _ string) {
	done += m.base
	switch {
	case m.bar != nil:
		if m.total > 0 && done > m.total {
			// Archives hold more articles than files were counted.
			m.total = done
			m.bar.ChangeMax(done)
		}
		_ = m.bar.Set(done)
	case !m.p.flags.JSON && time.Since(m.last) >= quietEvery:
		m.last = time.Now()
		m.p.say("%d articles done", done)
	}
}

// end takes the bar away.
func (m *meter) end() {
	if m.bar != nil {
		_ = m.bar.Finish()
		fmt.Fprint(m.p.err, "\r")
	}
}
