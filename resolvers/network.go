package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *networkResolver) Nodes(ctx context.Context, obj *graph.Network, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.NetworkNode], error) {
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), obj.Nodes, func(n graph.NetworkNode) graph.ID { return n.Party }))
}

func (r *networkResolver) Edges(ctx context.Context, obj *graph.Network, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.NetworkEdge], error) {
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), obj.Edges, func(e graph.NetworkEdge) graph.ID { return e.Parties[0] + "+" + e.Parties[1] }))
}

func (r *networkEdgeResolver) Source(ctx context.Context, obj *graph.NetworkEdge) (*graph.Party, error) {
	return r.party(obj.Parties[0]), nil
}

func (r *networkEdgeResolver) Target(ctx context.Context, obj *graph.NetworkEdge) (*graph.Party, error) {
	return r.party(obj.Parties[1]), nil
}

func (r *networkEdgeResolver) Meetings(ctx context.Context, obj *graph.NetworkEdge, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Meeting], error) {
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), obj.Meetings, func(m graph.Meeting) graph.ID { return m.ID }))
}

func (r *networkNodeResolver) Party(ctx context.Context, obj *graph.NetworkNode) (*graph.Party, error) {
	return r.party(obj.Party), nil
}

func (r *queryResolver) Network(ctx context.Context, filter *graph.NetworkFilter) (*graph.Network, error) {
	f := or(filter)
	if err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"), want("party", &f.Party, "party")); err != nil {
		return nil, err
	}
	if err := completeRounds(f.Rounds); err != nil {
		return nil, err
	}
	return r.store.Network(ctx, f)
}

func (r *Resolver) Network() generated.NetworkResolver { return &networkResolver{r} }

func (r *Resolver) NetworkEdge() generated.NetworkEdgeResolver { return &networkEdgeResolver{r} }

func (r *Resolver) NetworkNode() generated.NetworkNodeResolver { return &networkNodeResolver{r} }

type (
	networkResolver     struct{ *Resolver }
	networkEdgeResolver struct{ *Resolver }
	networkNodeResolver struct{ *Resolver }
)
