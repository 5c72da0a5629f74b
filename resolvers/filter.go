package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

func (r *eventDateResolver) Within(ctx context.Context, obj *graph.EventDate, from *edtf.Date, to *edtf.Date) (*graph.Certainty, error) {
	how := obj.Within(or(from), or(to))
	if how == "" {
		return nil, nil
	}
	return &how, nil
}

func (r *personFilterResolver) Role(ctx context.Context, obj *graph.PersonFilter, data *graph.Role) error {
	if data != nil {
		obj.Roles = append(obj.Roles, *data)
	}
	return nil
}
