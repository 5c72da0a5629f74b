package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *meetingResolver) Round(ctx context.Context, obj *graph.Meeting) (*graph.Round, error) {
	return r.round(ctx, obj.Round, obj.AsOf)
}

func (r *meetingResolver) Parties(ctx context.Context, obj *graph.Meeting) ([]graph.Party, error) {
	return r.parties(obj.Parties), nil
}

func (r *meetingResolver) Claims(ctx context.Context, obj *graph.Meeting, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Meetings(ctx context.Context, filter *graph.MeetingFilter, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Meeting], error) {
	f := or(filter)
	err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"), want("party", &f.Party, "party"))
	if err != nil {
		return nil, err
	}
	return connect(r.store.Meetings(ctx, f, r.page(first, after, last, before)))
}

func (r *Resolver) Meeting() generated.MeetingResolver { return &meetingResolver{r} }

type meetingResolver struct{ *Resolver }
