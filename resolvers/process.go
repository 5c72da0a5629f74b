package resolvers

import (
	"cmp"
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *processResolver) Name(ctx context.Context, obj *graph.Process, language *string) (string, error) {
	return r.name(ctx, obj.ID, language, edtf.Date{})
}

func (r *processResolver) Names(ctx context.Context, obj *graph.Process) ([]graph.Label, error) {
	return r.names(ctx, obj.ID)
}

func (r *processResolver) Guarantors(ctx context.Context, obj *graph.Process, asOf *edtf.Date) ([]graph.Party, error) {
	found, err := sessionOf(ctx).guarantors.Load(ctx, at[edtf.Date]{obj.ID, or(asOf)})
	return r.parties(found), err
}

func (r *processResolver) Rounds(ctx context.Context, obj *graph.Process, orderBy *graph.RoundOrder, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Round], error) {
	filter := graph.RoundFilter{Process: obj.ID, AsOf: or(asOf)}
	return connect(r.store.Rounds(ctx, filter, cmp.Or(or(orderBy), graph.ByNumber), r.page(first, after, last, before)))
}

func (r *processResolver) Timeline(ctx context.Context, obj *graph.Process, kinds []timeline.Kind, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[timeline.Event], error) {
	filter := timeline.Filter{Process: obj.ID, Kinds: kinds, AsOf: or(asOf)}
	return r.events(ctx, filter, r.page(first, after, last, before))
}

func (r *processResolver) Claims(ctx context.Context, obj *graph.Process, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsAbout(ctx, obj.ID, edtf.Date{})
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Process(ctx context.Context, id graph.ID) (*graph.Process, error) {
	if err := complete(want("id", &id, "process")); err != nil {
		return nil, err
	}
	return r.store.Process(ctx, id)
}

func (r *queryResolver) Processes(ctx context.Context, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Process], error) {
	return connect(r.store.Processes(ctx, r.page(first, after, last, before)))
}

func (r *Resolver) Process() generated.ProcessResolver { return &processResolver{r} }

type processResolver struct{ *Resolver }
