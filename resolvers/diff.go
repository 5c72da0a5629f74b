package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *headChangeResolver) Party(ctx context.Context, obj *graph.HeadChange) (*graph.Party, error) {
	return r.party(obj.Party), nil
}

func (r *headChangeResolver) Before(ctx context.Context, obj *graph.HeadChange) (*scalar.Participant, error) {
	if obj.Before == nil {
		return nil, nil
	}
	return &scalar.Participant{Participant: *obj.Before, AsOf: obj.AsOf}, nil
}

func (r *headChangeResolver) After(ctx context.Context, obj *graph.HeadChange) (*scalar.Participant, error) {
	if obj.After == nil {
		return nil, nil
	}
	return &scalar.Participant{Participant: *obj.After, AsOf: obj.AsOf}, nil
}

func (r *queryResolver) RoundDiff(ctx context.Context, a graph.ID, b graph.ID, asOf *edtf.Date) (*graph.RoundDiff, error) {
	if err := complete(want("a", &a, "round"), want("b", &b, "round")); err != nil {
		return nil, err
	}
	return r.store.DiffRounds(ctx, a, b, or(asOf))
}

func (r *roleChangeResolver) Kept(ctx context.Context, obj *graph.RoleChange) ([]graph.Party, error) {
	return r.parties(obj.Kept), nil
}

func (r *roundDiffResolver) Guarantors(ctx context.Context, obj *graph.RoundDiff) (*graph.RoleChange, error) {
	return obj.In(graph.RoleGuarantor), nil
}

func (r *roundDiffResolver) Observers(ctx context.Context, obj *graph.RoundDiff) (*graph.RoleChange, error) {
	return obj.In(graph.RoleObserver), nil
}

func (r *roundDiffResolver) Roles(ctx context.Context, obj *graph.RoundDiff, role *graph.Role) ([]graph.RoleChange, error) {
	return only(obj.Roles, func(c graph.RoleChange) bool { return role == nil || c.Role == *role }), nil
}

func (r *roundDiffResolver) Kept(ctx context.Context, obj *graph.RoundDiff) ([]graph.Topic, error) {
	return r.topics(obj.Kept), nil
}

func (r *roundDiffResolver) Heads(ctx context.Context, obj *graph.RoundDiff, replaced *bool) ([]graph.HeadChange, error) {
	return only(obj.Heads, func(h graph.HeadChange) bool { return replaced == nil || h.Replaced() == *replaced }), nil
}

func (r *Resolver) HeadChange() generated.HeadChangeResolver { return &headChangeResolver{r} }

func (r *Resolver) RoleChange() generated.RoleChangeResolver { return &roleChangeResolver{r} }

func (r *Resolver) RoundDiff() generated.RoundDiffResolver { return &roundDiffResolver{r} }

type (
	headChangeResolver struct{ *Resolver }
	roleChangeResolver struct{ *Resolver }
	roundDiffResolver  struct{ *Resolver }
)
