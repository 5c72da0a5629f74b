package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
)

func (r *eventDateResolver) Claims(ctx context.Context, obj *graph.EventDate, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *Resolver) EventDate() generated.EventDateResolver { return &eventDateResolver{r} }

type eventDateResolver struct{ *Resolver }
