package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *agendaItemResolver) Round(ctx context.Context, obj *graph.AgendaItem) (*graph.Round, error) {
	return r.round(ctx, obj.Round, obj.AsOf)
}

func (r *agendaItemResolver) Topic(ctx context.Context, obj *graph.AgendaItem) (*graph.Topic, error) {
	return r.topic(obj.Topic), nil
}

func (r *agendaItemResolver) Claims(ctx context.Context, obj *graph.AgendaItem, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) AgendaItems(ctx context.Context, filter *graph.AgendaItemFilter, orderBy *graph.AgendaItemOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.AgendaItem], error) {
	f := or(filter)
	f.Order = or(orderBy)
	if err := completeAgendaItems(&f); err != nil {
		return nil, err
	}
	return connect(r.store.AgendaItems(ctx, f, r.page(first, after, last, before)))
}

func (r *Resolver) AgendaItem() generated.AgendaItemResolver { return &agendaItemResolver{r} }

type agendaItemResolver struct{ *Resolver }
