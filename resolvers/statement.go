package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

func (r *queryResolver) Statements(ctx context.Context, filter *graph.StatementFilter, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Statement], error) {
	f := or(filter)
	err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"),
		want("speaker", &f.Speaker, "person", "party"), want("topic", &f.Topic, "topic"))
	if err != nil {
		return nil, err
	}
	return connect(r.store.Statements(ctx, f, r.page(first, after, last, before)))
}

func (r *statementResolver) Round(ctx context.Context, obj *graph.Statement) (*graph.Round, error) {
	return r.roundIfAny(ctx, obj.Round, obj.AsOf)
}

func (r *statementResolver) Speaker(ctx context.Context, obj *graph.Statement) (model.Speaker, error) {
	return r.named(obj.Speaker), nil
}

func (r *statementResolver) ReportedBy(ctx context.Context, obj *graph.Statement) (*string, error) {
	return scalar.Optional(obj.ReportedBy), nil
}

func (r *statementResolver) Topics(ctx context.Context, obj *graph.Statement) ([]graph.Topic, error) {
	return r.topics(obj.Topics), nil
}

func (r *statementResolver) Claims(ctx context.Context, obj *graph.Statement, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *Resolver) Statement() generated.StatementResolver { return &statementResolver{r} }

type statementResolver struct{ *Resolver }
