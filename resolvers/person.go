package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *personResolver) Name(ctx context.Context, obj *graph.Person, language *string) (string, error) {
	return r.name(ctx, obj.ID, language, edtf.Date{})
}

func (r *personResolver) Names(ctx context.Context, obj *graph.Person) ([]graph.Label, error) {
	return r.names(ctx, obj.ID)
}

func (r *personResolver) Titles(ctx context.Context, obj *graph.Person) ([]graph.Label, error) {
	return sessionOf(ctx).titles.Load(ctx, at[edtf.Date]{id: obj.ID})
}

func (r *personResolver) Delegations(ctx context.Context, obj *graph.Person, head *bool, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Delegation], error) {
	filter := graph.DelegationFilter{Person: obj.ID, AsOf: or(asOf)}
	if or(head) {
		filter.Head = obj.ID
	}
	return connect(r.store.Delegations(ctx, filter, r.page(first, after, last, before)))
}

func (r *personResolver) Statements(ctx context.Context, obj *graph.Person, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Statement], error) {
	return connect(r.store.Statements(ctx, graph.StatementFilter{Speaker: obj.ID}, r.page(first, after, last, before)))
}

func (r *personResolver) Timeline(ctx context.Context, obj *graph.Person, kinds []timeline.Kind, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[timeline.Event], error) {
	filter := timeline.Filter{Person: obj.ID, Kinds: kinds, AsOf: or(asOf)}
	return r.events(ctx, filter, r.page(first, after, last, before))
}

func (r *personResolver) Claims(ctx context.Context, obj *graph.Person, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsAbout(ctx, obj.ID, edtf.Date{})
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Person(ctx context.Context, id graph.ID) (*graph.Person, error) {
	if err := complete(want("id", &id, "person")); err != nil {
		return nil, err
	}
	return r.store.Person(ctx, id)
}

func (r *queryResolver) People(ctx context.Context, filter *graph.PersonFilter, orderBy *graph.EntityOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Person], error) {
	f := or(filter)
	f.Order = or(orderBy)
	if err := completePeople(&f); err != nil {
		return nil, err
	}
	return connect(r.store.People(ctx, f, r.page(first, after, last, before)))
}

func (r *Resolver) Person() generated.PersonResolver { return &personResolver{r} }

func (r *Resolver) PersonFilter() generated.PersonFilterResolver { return &personFilterResolver{r} }

type (
	personResolver       struct{ *Resolver }
	personFilterResolver struct{ *Resolver }
)
