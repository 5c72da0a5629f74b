package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

func (r *conflictResolver) Subject(ctx context.Context, obj *graph.Conflict) (model.Node, error) {
	return r.subject(ctx, obj.Subject)
}

func (r *conflictResolver) Preferred(ctx context.Context, obj *graph.Conflict) (*graph.StoredClaim, error) {
	return r.claim(ctx, obj.Preferred, obj.AsOf)
}

func (r *conflictSideResolver) Claim(ctx context.Context, obj *graph.ConflictSide) (*graph.StoredClaim, error) {
	return r.claim(ctx, obj.Claim, obj.AsOf)
}

func (r *conflictSideResolver) Evidence(ctx context.Context, obj *graph.ConflictSide) ([]scalar.Evidence, error) {
	return r.evidence(ctx, obj.Claim, &obj.Denied, obj.AsOf)
}

func (r *queryResolver) Conflicts(ctx context.Context, filter *graph.ConflictFilter, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Conflict], error) {
	f := or(filter)
	err := complete(want("subject", &f.Subject), want("round", &f.Round, "round"), want("process", &f.Process, "process"))
	if err != nil {
		return nil, err
	}
	return connect(r.store.Conflicts(ctx, f, r.page(first, after, last, before)))
}

func (r *Resolver) Conflict() generated.ConflictResolver { return &conflictResolver{r} }

func (r *Resolver) ConflictSide() generated.ConflictSideResolver { return &conflictSideResolver{r} }

type (
	conflictResolver     struct{ *Resolver }
	conflictSideResolver struct{ *Resolver }
)
