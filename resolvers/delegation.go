package resolvers

import (
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *delegationResolver) Round(ctx context.Context, obj *graph.Delegation) (*graph.Round, error) {
	return r.round(ctx, obj.Round, obj.AsOf)
}

func (r *delegationResolver) Party(ctx context.Context, obj *graph.Delegation) (*graph.Party, error) {
	return r.party(obj.Party), nil
}

func (r *delegationResolver) Head(ctx context.Context, obj *graph.Delegation) (*scalar.Participant, error) {
	if obj.Head == nil {
		return nil, nil
	}
	return &scalar.Participant{Participant: *obj.Head, AsOf: obj.AsOf}, nil
}

func (r *delegationResolver) Members(ctx context.Context, obj *graph.Delegation) ([]scalar.Participant, error) {
	return each(obj.Members, func(p graph.Participant) scalar.Participant {
		return scalar.Participant{Participant: p, AsOf: obj.AsOf}
	}), nil
}

func (r *delegationResolver) Meetings(ctx context.Context, obj *graph.Delegation) ([]graph.Meeting, error) {
	found, err := sessionOf(ctx).meetings.Load(ctx, at[edtf.Date]{obj.Round, obj.AsOf})
	return only(found, func(m graph.Meeting) bool { return slices.Contains(m.Parties, obj.Party) }), err
}

func (r *delegationResolver) Claims(ctx context.Context, obj *graph.Delegation, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	ids := slices.Clone(obj.Claims)
	if obj.Head != nil {
		ids = append(ids, obj.Head.Claims...)
	}
	for _, m := range obj.Members {
		ids = append(ids, m.Claims...)
	}
	claims, err := r.claimsByID(ctx, ids, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *participantResolver) Person(ctx context.Context, obj *scalar.Participant) (*graph.Person, error) {
	return &graph.Person{ID: obj.Person}, nil
}

func (r *participantResolver) Delegation(ctx context.Context, obj *scalar.Participant) (*graph.Delegation, error) {
	found, err := r.subject(ctx, obj.Delegation)
	if err != nil {
		return nil, err
	}
	return found.(*graph.Delegation), nil
}

func (r *participantResolver) Title(ctx context.Context, obj *scalar.Participant, language *string) (*string, error) {
	titles, err := sessionOf(ctx).participants.Load(ctx, obj)
	return firstIn(titles, language), err
}

func (r *participantResolver) Titles(ctx context.Context, obj *scalar.Participant) ([]graph.Label, error) {
	return sessionOf(ctx).participants.Load(ctx, obj)
}

func (r *participantResolver) Claims(ctx context.Context, obj *scalar.Participant, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Delegations(ctx context.Context, filter *graph.DelegationFilter, orderBy *graph.DelegationOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Delegation], error) {
	f := or(filter)
	f.Order = or(orderBy)
	if err := completeDelegations(&f); err != nil {
		return nil, err
	}
	return connect(r.store.Delegations(ctx, f, r.page(first, after, last, before)))
}

func (r *delegationFilterResolver) Role(ctx context.Context, obj *graph.DelegationFilter, data *graph.Role) error {
	if data != nil {
		obj.Roles = append(obj.Roles, *data)
	}
	return nil
}

func (r *Resolver) Delegation() generated.DelegationResolver { return &delegationResolver{r} }

func (r *Resolver) Participant() generated.ParticipantResolver { return &participantResolver{r} }

func (r *Resolver) DelegationFilter() generated.DelegationFilterResolver {
	return &delegationFilterResolver{r}
}

type (
	delegationResolver       struct{ *Resolver }
	participantResolver      struct{ *Resolver }
	delegationFilterResolver struct{ *Resolver }
)
