package graph

import (
	"fmt"
	"slices"
)

// Nested are conditions that a filter combines with its own: all of And hold,
// one of Or holds, and Not does not. A nil Or does not restrict, an empty one
// holds nothing. They are about the same thing: "not led by her" chooses what
// has no other reading under which she leads it.
type Nested[F any] struct {
	And, Or []F
	Not     *F
}

func (n *Nested[F]) nested() *Nested[F] { return n }

// A nestable is a pointer to a filter that nests.
type nestable[F any] interface {
	*F
	nested() *Nested[F]
}

// The bounds of filters that nest: each condition is tried on each item.
const (
	maxNesting    = 8
	maxConditions = 100
)

// Walk calls f for a filter and each of those inside it, the outer first,
// with how deep it lies. It refuses filters that nest too deep or hold too many
// conditions by a *[FilterError].
func Walk[F any, P nestable[F]](filter P, f func(filter P, depth int) error) error {
	conditions := 0
	return walk(filter, 0, &conditions, f)
}

func walk[F any, P nestable[F]](filter P, depth int, conditions *int, f func(P, int) error) error {
	*conditions++
	switch {
	case depth > maxNesting:
		return &FilterError{fmt.Sprintf("it nests deeper than %d levels", maxNesting)}
	case *conditions > maxConditions:
		return &FilterError{fmt.Sprintf("it holds more than %d filters", maxConditions)}
	}
	if err := f(filter, depth); err != nil {
		return err
	}
	n := filter.nested()
	for _, inner := range [][]F{n.And, n.Or} {
		for i := range inner {
			if err := walk(P(&inner[i]), depth+1, conditions, f); err != nil {
				return err
			}
		}
	}
	if n.Not != nil {
		return walk(P(n.Not), depth+1, conditions, f)
	}
	return nil
}

// combined tells whether a filter holds, given what tells whether the
// conditions of one hold that are its own.
func combined[F any, P nestable[F]](filter P, own func(P) bool) bool {
	if !own(filter) {
		return false
	}
	n := filter.nested()
	for i := range n.And {
		if !combined(P(&n.And[i]), own) {
			return false
		}
	}
	if n.Or != nil && !slices.ContainsFunc(n.Or, func(f F) bool { return combined(P(&f), own) }) {
		return false
	}
	return n.Not == nil || !combined(P(n.Not), own)
}

// errInnerAsOf refuses an as-of day inside of a filter: the whole answer is
// by one day's reports.
var errInnerAsOf = &FilterError{"asOf belongs to the outermost filter only"}
