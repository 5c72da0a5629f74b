package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *outcomeResolver) Round(ctx context.Context, obj *graph.Outcome) (*graph.Round, error) {
	return r.roundIfAny(ctx, obj.Round, obj.AsOf)
}

func (r *outcomeResolver) Claims(ctx context.Context, obj *graph.Outcome, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Outcomes(ctx context.Context, filter *graph.OutcomeFilter, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Outcome], error) {
	f := or(filter)
	if err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round")); err != nil {
		return nil, err
	}
	return connect(r.store.Outcomes(ctx, f, r.page(first, after, last, before)))
}

func (r *Resolver) Outcome() generated.OutcomeResolver { return &outcomeResolver{r} }

type outcomeResolver struct{ *Resolver }
