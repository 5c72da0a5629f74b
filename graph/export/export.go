// Package export writes a whole graph as canonical records and reads them back.
package export

import (
	"context"
	"errors"
	"io"
	"iter"

	"peacetalks/graph"
)

// Options choose what is written.
type Options struct {
	WithoutText bool // leave out the articles' texts: such an export cannot be read back
}

// Write writes the graph as one JSON record a line. The same graph gives the
// same bytes.
func Write(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	return errors.New("not built yet")
}

// Read yields the readings of an export.
func Read(r io.Reader) iter.Seq2[graph.Reading, error] { return nil }
