package main

import (
	"errors"
	"fmt"

	"peacetalks/graph"
)

// closing adds the error of closing a store to that of a command.
func closing(s *graph.Store, err *error) {
	if e := s.Close(); e != nil {
		*err = errors.Join(*err, fmt.Errorf("closing the graph: %w", e))
	}
}
