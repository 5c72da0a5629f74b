package graph

// A Page chooses a part of a list, as in the Relay connection specification.
// First and Last exclude each other. Without either, the store's default page
// size holds.
type Page struct {
	First, Last   *int
	After, Before *string // cursors
	All           bool    // the whole list, for exports and timelines: the other fields must be nil
}

// A Connection is a page of a list.
type Connection[T any] struct {
	Edges       []Edge[T]
	TotalCount  int // of the whole list
	HasPrevious bool
	HasNext     bool
}

// An Edge is an item of a list with its place in it.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Nodes lists the page's items.
func (c Connection[T]) Nodes() []T {
	nodes := make([]T, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}
