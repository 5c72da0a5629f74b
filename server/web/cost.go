package web

import (
	"encoding/json"
	"math"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// listLength is how long a list is taken to be that is not a connection: the
// delegations of a round, the passages of a claim.
const listLength = 5

// most is where counting stops: no limit is as high.
const most = math.MaxInt32

// A size is how much a query, or a part of it, asks for.
type size struct {
	depth      int // levels of fields
	selections int // fields, those of fragments where they are used
	cost       int // fields of the answer, with lists as long as they may be
	roots      int // fields of the operation itself
	aliases    int
	directives int
	page       int // the largest page that is asked for

	introspects bool // the schema is asked for
}

// and puts two selections side by side.
func (a size) and(b size) size {
	return size{
		max(a.depth, b.depth), add(a.selections, b.selections), add(a.cost, b.cost), 0,
		add(a.aliases, b.aliases), add(a.directives, b.directives), max(a.page, b.page), a.introspects || b.introspects,
	}
}

func add(a, b int) int { return min(a+b, most) }

func times(a, b int) int {
	if b > 0 && a > most/b {
		return most
	}
	return a * b
}

// A counter measures an operation. A fragment is measured once, however often
// it is used, so that fragments that double each other cost nothing to refuse.
type counter struct {
	variables map[string]any
	limits    Limits
	fragments map[string]size
}

// measure tells how much a valid operation asks for.
func measure(op *ast.OperationDefinition, variables map[string]any, l Limits) size {
	c := counter{variables, l, map[string]size{}}
	s := c.set(op.SelectionSet)
	s.directives = add(s.directives, len(op.Directives))
	s.roots = c.roots(op.SelectionSet, map[string]int{})
	return s
}

func (c *counter) set(set ast.SelectionSet) size {
	var total size
	for _, selection := range set {
		total = total.and(c.selection(selection))
	}
	return total
}

func (c *counter) selection(selection ast.Selection) size {
	switch s := selection.(type) {
	case *ast.Field:
		inner := c.set(s.SelectionSet)
		inner.depth++
		length, page := c.length(s)
		inner.page = max(inner.page, page)
		inner.cost = add(1, times(inner.cost, length))
		inner.selections = add(inner.selections, 1)
		inner.directives = add(inner.directives, len(s.Directives))
		inner.introspects = inner.introspects || s.Name == "__schema" || s.Name == "__type"
		if s.Alias != s.Name {
			inner.aliases = add(inner.aliases, 1)
		}
		return inner
	case *ast.InlineFragment:
		inner := c.set(s.SelectionSet)
		inner.directives = add(inner.directives, len(s.Directives))
		return inner
	case *ast.FragmentSpread:
		inner, known := c.fragments[s.Name]
		if !known {
			inner = c.set(s.Definition.SelectionSet)
			c.fragments[s.Name] = inner
		}
		inner.directives = add(inner.directives, len(s.Directives))
		return inner
	}
	return size{}
}

// roots counts the fields of an operation itself, through its fragments.
func (c *counter) roots(set ast.SelectionSet, known map[string]int) int {
	n := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			n = add(n, 1)
		case *ast.InlineFragment:
			n = add(n, c.roots(s.SelectionSet, known))
		case *ast.FragmentSpread:
			if _, ok := known[s.Name]; !ok {
				known[s.Name] = c.roots(s.Definition.SelectionSet, known)
			}
			n = add(n, known[s.Name])
		}
	}
	return n
}

// length is how many times what is selected in a field may be answered, and
// the size of the page that the field asks for, 0 if it asks for none.
func (c *counter) length(f *ast.Field) (length, page int) {
	switch {
	case f.Definition == nil:
		return 1, 0
	case strings.HasSuffix(f.Definition.Type.Name(), "Connection"):
		for _, name := range []string{"first", "last"} {
			if n, ok := c.number(f.Arguments.ForName(name)); ok {
				return max(0, min(n, c.limits.MaxPage)), n
			}
		}
		return c.limits.PageSize, 0
	case f.Definition.Type.Elem != nil && f.Name != "edges" && f.Name != "nodes":
		return listLength, 0
	}
	return 1, 0
}

// number is the value of a number argument; one that cannot be read is taken
// for the largest.
func (c *counter) number(a *ast.Argument) (int, bool) {
	if a == nil {
		return 0, false
	}
	value, err := a.Value.Value(c.variables)
	if err != nil {
		return most, true
	}
	switch n := value.(type) {
	case nil:
		return 0, false
	case int64:
		return int(max(math.MinInt32, min(n, most))), true
	case int:
		return max(math.MinInt32, min(n, most)), true
	case json.Number:
		i, err := n.Int64()
		if err != nil {
			return most, true
		}
		return int(max(math.MinInt32, min(i, most))), true
	}
	return most, true
}
