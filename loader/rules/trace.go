package rules

import "slices"

// A trace is what happened while an article was read, kept for those who ask
// why. A nil trace keeps nothing, and costs nothing.
type trace struct {
	matches []*match
	now     *match // whose facts are being made; nil while facts are composed
	origin  map[*fact]*match
	dropped map[*fact]string // why facts were taken back
	order   []*fact          // every fact that was given, the first first
	stopped string           // why the article is about no talks
}

// A match is where a rule's pattern fitted, with what came of it.
type match struct {
	rule     *rule
	from, to int // token range
	captures []capture
	facts    []*fact
	refused  []string // why the rule gave no fact, or fewer than it could
}

// fire notes that a rule's pattern fitted; the facts given until done are its.
func (t *trace) fire(r *rule, m *machine, from int) {
	if t == nil {
		return
	}
	t.now = &match{rule: r, from: from, to: max(m.extent, from+1), captures: slices.Clone(m.captures)}
	t.matches = append(t.matches, t.now)
}

func (t *trace) done() {
	if t != nil {
		t.now = nil
	}
}

// forbid notes that a rule's pattern fitted, but may not count.
func (t *trace) forbid(r *rule, m *machine, from int, why string) {
	if t != nil {
		t.fire(r, m, from)
		t.refuse(why)
		t.done()
	}
}

// give notes a fact, or that one was given again.
func (t *trace) give(f *fact) {
	if t == nil {
		return
	}
	if _, ok := t.origin[f]; !ok {
		t.origin[f] = t.now
		t.order = append(t.order, f)
	}
	if t.now != nil && !slices.Contains(t.now.facts, f) {
		t.now.facts = append(t.now.facts, f)
	}
}

// refuse notes why what a rule took makes no fact.
func (t *trace) refuse(why string) {
	if t != nil && t.now != nil && !slices.Contains(t.now.refused, why) {
		t.now.refused = append(t.now.refused, why)
	}
}

// drop notes why a fact was taken back.
func (t *trace) drop(f *fact, why string) {
	if t != nil {
		t.dropped[f] = why
	}
}

// stop notes why the article is not about the talks that it names.
func (t *trace) stop(why string) {
	if t != nil {
		t.stopped = why
	}
}
