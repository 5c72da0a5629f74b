package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

func (r *eventDateResolver) Within(ctx context.Context, obj *graph.EventDate, from *edtf.Date, to *edtf.Date) (*graph.Certainty, error) {
	return some(obj.Within(or(from), or(to))), nil
}

func (r *personFilterResolver) Role(ctx context.Context, obj *graph.PersonFilter, data *graph.Role) error {
	if data != nil {
		obj.Roles = append(obj.Roles, *data)
	}
	return nil
}
