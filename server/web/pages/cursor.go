package pages

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/server/web/layout"
)

// longestSearch is what a search may be, in bytes.
const longestSearch = 300

// searchOf is what a query string searches a list for; "" is all of it.
func searchOf(query url.Values) (string, error) {
	words := strings.TrimSpace(query.Get("q"))
	if len(words) > longestSearch {
		return "", &layout.Problem{Status: http.StatusBadRequest, Reason: "q: a search may have " + strconv.Itoa(longestSearch) + " bytes"}
	}
	return words, nil
}

// partOfList is the part of a long list that a query string asks for: the first
// ones, or those after or before a cursor.
func partOfList(query url.Values, size int) graph.Page {
	if after := query.Get("after"); after != "" {
		return graph.Page{First: &size, After: &after}
	}
	if before := query.Get("before"); before != "" {
		return graph.Page{Last: &size, Before: &before}
	}
	return graph.Page{First: &size}
}

// besides links to the parts of a list before and after the one shown; "" where
// there is none.
func besides[T any](f *layout.Frame, shown graph.Connection[T]) (earlier, later string) {
	n := len(shown.Edges)
	if n > 0 && shown.HasPrevious {
		earlier = f.Again("before", shown.Edges[0].Cursor, "after", "")
	}
	if n > 0 && shown.HasNext {
		later = f.Again("after", shown.Edges[n-1].Cursor, "before", "")
	}
	return earlier, later
}

// badPage tells of a cursor that cannot be.
func badPage(err error) error {
	if bad := (*graph.PageError)(nil); errors.As(err, &bad) {
		return &layout.Problem{Status: http.StatusBadRequest, Reason: bad.Error()}
	}
	return err
}
