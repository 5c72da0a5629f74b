package main

import (
	"errors"
	"fmt"

	"peacetalks/graph"
)

// alone is an error of opening the graph for a command that no server can do
// instead.
func alone(err error) error {
	if folder := (*graph.FolderError)(nil); errors.As(err, &folder) && folder.Kind == graph.Locked {
		return &graph.FolderError{Folder: folder.Folder, Kind: folder.Kind, Remedy: "stop that process first", Err: folder.Err}
	}
	return err
}

// closing adds the error of closing a store to that of a command.
func closing(s *graph.Store, err *error) {
	if e := s.Close(); e != nil {
		*err = errors.Join(*err, fmt.Errorf("closing the graph: %w", e))
	}
}
