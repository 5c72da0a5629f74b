package scalar

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// A Connection is a page of a list as the schema shows it.
type Connection[T any] struct{ page graph.Connection[T] }

// Connect shows a page.
func Connect[T any](page graph.Connection[T]) *Connection[T] { return &Connection[T]{page} }

// Edges are the items with their places.
func (c Connection[T]) Edges() []Edge[T] {
	edges := make([]Edge[T], len(c.page.Edges))
	for i, e := range c.page.Edges {
		edges[i] = Edge[T]{e.Cursor, e.Node}
	}
	return edges
}

// Nodes are the items.
func (c Connection[T]) Nodes() []T { return c.page.Nodes() }

// PageInfo tells where the page lies.
func (c Connection[T]) PageInfo() *PageInfo {
	info := &PageInfo{HasNextPage: c.page.HasNext, HasPreviousPage: c.page.HasPrevious}
	if n := len(c.page.Edges); n > 0 {
		info.StartCursor, info.EndCursor = &c.page.Edges[0].Cursor, &c.page.Edges[n-1].Cursor
	}
	return info
}

// TotalCount is the length of the whole list.
func (c Connection[T]) TotalCount() int { return c.page.TotalCount }

// An Edge is an item with its place in the list.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// PageInfo tells where a page lies in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Limits bound the pages of lists that are not the store's.
type Limits struct {
	PageSize int // of a page that asks for no size
	MaxPage  int // the largest page
}

// Check refuses a page that cannot be had.
func (l Limits) Check(p graph.Page) error {
	if p.First != nil && p.Last != nil {
		return &graph.PageError{Reason: "first and last exclude each other: give one of them"}
	}
	for name, n := range map[string]*int{"first": p.First, "last": p.Last} {
		switch {
		case n == nil:
		case *n < 0:
			return &graph.PageError{Reason: fmt.Sprintf("%s: %d is negative", name, *n)}
		case *n > l.MaxPage:
			return &graph.PageError{Reason: fmt.Sprintf("%s: %d is more than the %d that one page may hold", name, *n, l.MaxPage)}
		}
	}
	for name, c := range map[string]*string{"after": p.After, "before": p.Before} {
		if c == nil {
			continue
		}
		if _, _, err := openCursor(*c); err != nil {
			return &graph.PageError{Reason: fmt.Sprintf("%s: %.40q is no cursor of this list", name, *c)}
		}
	}
	return nil
}

// Paginate takes a page of a whole list.
func Paginate[T any](l Limits, p graph.Page, all []T, id func(T) graph.ID) (graph.Connection[T], error) {
	if err := l.Check(p); err != nil {
		return graph.Connection[T]{}, err
	}
	from, to := 0, len(all)
	if p.After != nil {
		at, there := find(all, *p.After, id)
		from = at
		if there {
			from++
		}
	}
	if p.Before != nil {
		at, _ := find(all, *p.Before, id)
		to = max(at, from)
	}
	switch {
	case p.First != nil:
		to = min(to, from+*p.First)
	case p.Last != nil:
		from = max(from, to-*p.Last)
	default:
		to = min(to, from+l.PageSize)
	}
	c := graph.Connection[T]{TotalCount: len(all), HasPrevious: from > 0, HasNext: to < len(all)}
	for i, item := range all[from:to] {
		c.Edges = append(c.Edges, graph.Edge[T]{Cursor: makeCursor(from+i, id(item)), Node: item})
	}
	return c, nil
}

// find is the place of a cursor: of its item where that is still there, else
// the place that it had.
func find[T any](all []T, cursor string, id func(T) graph.ID) (at int, there bool) {
	i, want, _ := openCursor(cursor)
	if i >= 0 && i < len(all) && id(all[i]) == want {
		return i, true
	}
	for j, item := range all {
		if id(item) == want {
			return j, true
		}
	}
	return max(0, min(i, len(all))), false
}

func makeCursor(i int, id graph.ID) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(i) + ":" + string(id)))
}

func openCursor(c string) (int, graph.ID, error) {
	b, err := base64.RawURLEncoding.DecodeString(c)
	if err != nil {
		return 0, "", err
	}
	n, id, _ := strings.Cut(string(b), ":")
	i, err := strconv.Atoi(n)
	return i, graph.ID(id), err
}
