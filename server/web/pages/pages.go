// Package pages makes the pages for readers beside the timeline: rounds,
// articles, people, parties, processes, topics and places.
//
// The idea to know: a page shows what views answer, each fact with a way to the
// passages that say so, and each passage with a way to its sentence in the
// article. What belongs together is read together, so that the number of reads
// does not grow with what a page shows; and every list has a bound, with a link
// to the rest.
package pages

import (
	"net/http"

	"peacetalks/graph"
	"peacetalks/server/web/layout"
)

// pages holds what the pages read.
type pages struct {
	site  *layout.Site
	store *graph.Store
}

// New gives the pages by the patterns of [http.ServeMux] under which they are
// served.
func New(s *layout.Site, store *graph.Store) (map[string]http.Handler, error) {
	p := &pages{s, store}
	return map[string]http.Handler{
		"GET /id/{id...}": s.Handler(nil, p.address),
	}, nil
}
