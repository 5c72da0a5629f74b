package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated/model"
)

// reviewer is who decides, and why.
func reviewer(name string, note *string) graph.Reviewer {
	return graph.Reviewer{Name: name, Note: or(note)}
}

// decision is the decision of an id that may be empty.
func (r *Resolver) decision(ctx context.Context, id graph.ID) (*graph.LoggedDecision, error) {
	if id == "" {
		return nil, nil
	}
	found, err := r.node(ctx, id)
	d, _ := found.(*graph.LoggedDecision)
	return d, err
}

// completeAll refuses ids that have no kind before them.
func completeAll(argument string, ids []graph.ID) error {
	for i := range ids {
		if err := complete(want(argument, &ids[i])); err != nil {
			return err
		}
	}
	return nil
}

// objectOf is the object of a claim to be added.
func objectOf(in *model.ClaimObjectInput) (graph.Object, error) {
	given := 0
	for _, is := range []bool{in.Entity != nil, in.Date != nil, in.Text != nil, in.Number != nil} {
		if is {
			given++
		}
	}
	if given != 1 || in.Language != nil && in.Text == nil {
		return graph.Object{}, badInput("object: give one of entity, date, text (with or without its language) and number")
	}
	return graph.Object{Entity: or(in.Entity), Date: or(in.Date), Text: or(in.Text), Language: or(in.Language), Number: or(in.Number)}, nil
}
