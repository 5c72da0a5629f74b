package export

import (
	"context"
	_ "embed"
	"io"

	"peacetalks/graph"
)

// Ontology describes our own terms of the RDF formats, as Turtle.
//
//go:embed ontology.ttl
var Ontology string

// Shapes are what the RDF formats keep to, in the Shapes Constraint Language,
// as Turtle.
//
//go:embed shapes.ttl
var Shapes string

func writeOntology(_ context.Context, w io.Writer, _ *graph.Store, _ Options) error {
	_, err := io.WriteString(w, Ontology)
	return err
}

func writeShapes(_ context.Context, w io.Writer, _ *graph.Store, _ Options) error {
	_, err := io.WriteString(w, Shapes)
	return err
}
