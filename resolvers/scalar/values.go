package scalar

import (
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A DateValue is a date as the object of a claim.
type DateValue struct{ EDTF edtf.Date }

// Earliest is the first day that the date may mean.
func (d DateValue) Earliest() time.Time { return d.EDTF.Earliest() }

// Latest is the last day that the date may mean.
func (d DateValue) Latest() time.Time { return d.EDTF.Latest() }

// A TextValue is a text as the object of a claim.
type TextValue struct{ Text, Language string }

// A NumberValue is a number as the object of a claim.
type NumberValue struct{ Number int }

// A Place is a place with the day for which it is named unless told.
type Place struct {
	graph.Place
	On edtf.Date
}

// A Participant is a participant as reported by a day.
type Participant struct {
	graph.Participant
	AsOf edtf.Date
}

// Evidence is evidence whose passages know their article.
type Evidence struct{ graph.Evidence }

// Stating is the passage that states the claim: the first.
func (e Evidence) Stating() graph.Span {
	if len(e.Evidence.Spans) == 0 {
		return graph.Span{}
	}
	return e.Evidence.Spans[0]
}

// Quote is the stating passage.
func (e Evidence) Quote() string { return e.Stating().Quote }

// Start is the stating passage's first byte.
func (e Evidence) Start() int { return e.Stating().Start }

// End is the offset just past the stating passage's last byte.
func (e Evidence) End() int { return e.Stating().End }

// Citing is who is cited, nil if nobody is.
func (e Evidence) Citing() *string { return Optional(e.Evidence.Citing) }

// Basis is how a date was solved, nil if there was nothing to solve.
func (e Evidence) Basis() *string { return Optional(e.Evidence.Basis) }

// Spans are the passages, the stating one first.
func (e Evidence) Spans() []Span {
	spans := make([]Span, len(e.Evidence.Spans))
	for i, s := range e.Evidence.Spans {
		spans[i] = Span{s, e.Article}
	}
	return spans
}

// A Span is a passage that knows its article.
type Span struct {
	graph.Span
	Article graph.ID
}

// Optional is nil for the empty string.
func Optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
