package graph

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// A Page chooses a part of a list, as in the Relay connection specification.
// First and Last exclude each other. Without either, the store's default page
// size holds.
type Page struct {
	First, Last   *int
	After, Before *string // cursors
	All           bool    // the whole list, for exports and timelines: the other fields must be nil
}

// A Connection is a page of a list. Its total is the length of the list of ids,
// or of views in brief, that the page is cut from. Those are made of index rows
// in one pass for each version of the graph and then kept: of rounds, and of all
// that belongs to rounds, the rows about rounds and delegations; of articles,
// the days, and for filters the articles' records without their texts; of
// parties, people and other things, the rows that name them; of claims that are
// chosen by predicates, statuses and support alone, the rows about all subjects.
// Totals of other lists of claims, of statements and of conflicts count the rows
// of the index that narrows them best, which are read for each page: all of them
// where a filter names nothing. Totals of a search count the postings of its
// words.
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

// check refuses a page that cannot be had, before anything is read.
func (p Page) check(o Options) error {
	size := func(name string, n *int) error {
		switch {
		case n == nil:
			return nil
		case *n < 0:
			return &PageError{fmt.Sprintf("%s: %d is negative", name, *n)}
		case *n > o.MaxPage:
			return &PageError{fmt.Sprintf("%s: %d is more than the %d that one page may hold", name, *n, o.MaxPage)}
		}
		return nil
	}
	switch {
	case p.All && (p.First != nil || p.Last != nil || p.After != nil || p.Before != nil):
		return &PageError{"a page cannot be a part and all"}
	case p.First != nil && p.Last != nil:
		return &PageError{"first and last exclude each other: give one of them"}
	}
	if err := size("first", p.First); err != nil {
		return err
	}
	if err := size("last", p.Last); err != nil {
		return err
	}
	for name, c := range map[string]*string{"after": p.After, "before": p.Before} {
		if c == nil {
			continue
		}
		if _, _, err := openCursor(*c); err != nil {
			return &PageError{fmt.Sprintf("%s: %.40q is no cursor of this list", name, *c)}
		}
	}
	return nil
}

// A cursor holds the item's place and its id, so that it is found again when
// the list has grown, and its place when the item is gone.
func makeCursor(i int, id ID) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(i) + ":" + string(id)))
}

func openCursor(c string) (int, ID, error) {
	b, err := base64.RawURLEncoding.DecodeString(c)
	if err != nil {
		return 0, "", err
	}
	n, id, _ := strings.Cut(string(b), ":")
	i, err := strconv.Atoi(n)
	return i, ID(id), err
}

// window is the part of a list that a page chooses.
type window struct{ from, to int }

// place finds a page in a list of n items.
func (p Page) place(n int, id func(int) ID, o Options) (window, error) {
	if err := p.check(o); err != nil {
		return window{}, err
	}
	if p.All {
		return window{0, n}, nil
	}
	find := func(cursor string) (at int, there bool) {
		i, want, _ := openCursor(cursor)
		if i >= 0 && i < n && id(i) == want {
			return i, true
		}
		for j := range n {
			if id(j) == want {
				return j, true
			}
		}
		return max(0, min(i, n)), false
	}
	w := window{0, n}
	if p.After != nil {
		at, there := find(*p.After)
		w.from = at + truth(there)
	}
	if p.Before != nil {
		at, _ := find(*p.Before)
		w.to = max(at, w.from)
	}
	switch {
	case p.First != nil:
		w.to = min(w.to, w.from+*p.First)
	case p.Last != nil:
		w.from = max(w.from, w.to-*p.Last)
	default:
		w.to = min(w.to, w.from+o.PageSize)
	}
	return w, nil
}

// connect makes a page of a list whose items are made only for the page.
func connect[S, T any](v *view, list []S, id func(S) ID, p Page, load func([]S) ([]T, error)) (Connection[T], error) {
	w, err := p.place(len(list), func(i int) ID { return id(list[i]) }, v.store.options)
	if err != nil {
		return Connection[T]{}, err
	}
	nodes, err := load(list[w.from:w.to])
	if err != nil {
		return Connection[T]{}, err
	}
	c := Connection[T]{TotalCount: len(list), HasPrevious: w.from > 0, HasNext: w.to < len(list), Edges: make([]Edge[T], len(nodes))}
	for i, n := range nodes {
		c.Edges[i] = Edge[T]{makeCursor(w.from+i, id(list[w.from+i])), n}
	}
	return c, nil
}

func same[T any](list []T) ([]T, error) { return list, nil }

// answer runs a reading method on one state of the graph.
func answer[T any](ctx context.Context, s *Store, f func(*view) (T, error)) (T, error) {
	v, err := s.reader(ctx)
	if err != nil {
		var none T
		return none, err
	}
	defer v.close()
	return f(v)
}

// list runs a listing method on one state of the graph, once the page is
// known to be good.
func list[T any](ctx context.Context, s *Store, p Page, f func(*view) (Connection[T], error)) (Connection[T], error) {
	if err := p.check(s.options); err != nil {
		return Connection[T]{}, err
	}
	return answer(ctx, s, f)
}
