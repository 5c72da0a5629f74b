package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *partyResolver) Name(ctx context.Context, obj *graph.Party, language *string) (string, error) {
	return r.name(ctx, obj.ID, language, edtf.Date{})
}

func (r *partyResolver) Names(ctx context.Context, obj *graph.Party) ([]graph.Label, error) {
	return r.names(ctx, obj.ID)
}

func (r *partyResolver) Delegations(ctx context.Context, obj *graph.Party, process *graph.ID, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Delegation], error) {
	if err := complete(want("process", process, "process")); err != nil {
		return nil, err
	}
	filter := graph.DelegationFilter{Party: obj.ID, Process: or(process), AsOf: or(asOf)}
	return connect(r.store.Delegations(ctx, filter, r.page(first, after, last, before)))
}

func (r *partyResolver) Rounds(ctx context.Context, obj *graph.Party, role *graph.Role, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Round], error) {
	filter := graph.RoundFilter{Party: obj.ID, AsOf: or(asOf)}
	if role != nil {
		filter.Roles = []graph.Role{*role}
	}
	return connect(r.store.Rounds(ctx, filter, graph.ByStart, r.page(first, after, last, before)))
}

func (r *partyResolver) People(ctx context.Context, obj *graph.Party, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Person], error) {
	return connect(r.store.People(ctx, graph.PersonFilter{Party: obj.ID}, r.page(first, after, last, before)))
}

func (r *partyResolver) Statements(ctx context.Context, obj *graph.Party, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Statement], error) {
	return connect(r.store.Statements(ctx, graph.StatementFilter{Speaker: obj.ID}, r.page(first, after, last, before)))
}

func (r *partyResolver) Timeline(ctx context.Context, obj *graph.Party, kinds []timeline.Kind, asOf *edtf.Date, first *int, after *string, last *int, before *string) (*scalar.Connection[timeline.Event], error) {
	filter := timeline.Filter{Party: obj.ID, Kinds: kinds, AsOf: or(asOf)}
	return r.events(ctx, filter, r.page(first, after, last, before))
}

func (r *partyResolver) Claims(ctx context.Context, obj *graph.Party, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsAbout(ctx, obj.ID, edtf.Date{})
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Party(ctx context.Context, id graph.ID) (*graph.Party, error) {
	if err := complete(want("id", &id, "party")); err != nil {
		return nil, err
	}
	return r.store.Party(ctx, id)
}

func (r *queryResolver) Parties(ctx context.Context, filter *graph.PartyFilter, orderBy *graph.EntityOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Party], error) {
	f := or(filter)
	f.Order = or(orderBy)
	if err := completeParties(&f); err != nil {
		return nil, err
	}
	return connect(r.store.Parties(ctx, f, r.page(first, after, last, before)))
}

func (r *partyFilterResolver) Role(ctx context.Context, obj *graph.PartyFilter, data *graph.Role) error {
	if data != nil {
		obj.Roles = append(obj.Roles, *data)
	}
	return nil
}

func (r *Resolver) Party() generated.PartyResolver { return &partyResolver{r} }

func (r *Resolver) PartyFilter() generated.PartyFilterResolver { return &partyFilterResolver{r} }

type (
	partyResolver       struct{ *Resolver }
	partyFilterResolver struct{ *Resolver }
)
