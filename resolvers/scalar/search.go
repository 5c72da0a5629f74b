package scalar

import "peacetalks/graph"

// A SearchResultEdge is something that a search found, with its place in the
// list.
type SearchResultEdge struct {
	Cursor string
	Node   any // the view that it is shown as
	Match  *graph.Match
}

// Matched is how many words of the query it has.
func (e SearchResultEdge) Matched() int { return e.Match.Matched }

// Score is how well it fits.
func (e SearchResultEdge) Score() float64 { return e.Match.Score }

// A HighlightRange is where a word stands in a passage.
type HighlightRange struct {
	Start, End           int // bytes
	StartUtf16, EndUtf16 int // UTF-16 code units
}
