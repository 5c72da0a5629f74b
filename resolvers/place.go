package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *placeResolver) Name(ctx context.Context, obj *scalar.Place, language *string, on *edtf.Date) (string, error) {
	day := obj.On
	if on != nil {
		day = *on
	}
	return r.name(ctx, obj.ID, language, day)
}

func (r *placeResolver) Names(ctx context.Context, obj *scalar.Place) ([]graph.Label, error) {
	return r.names(ctx, obj.ID)
}

func (r *placeResolver) Country(ctx context.Context, obj *scalar.Place) (*graph.Party, error) {
	return r.party(obj.Country), nil
}

func (r *placeResolver) Rounds(ctx context.Context, obj *scalar.Place, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Round], error) {
	return connect(r.store.Rounds(ctx, graph.RoundFilter{Venue: obj.ID}, graph.ByStart, r.page(first, after, last, before)))
}

func (r *queryResolver) Place(ctx context.Context, id graph.ID) (*scalar.Place, error) {
	if err := complete(want("id", &id, "place")); err != nil {
		return nil, err
	}
	place, err := r.store.Place(ctx, id)
	if place == nil {
		return nil, err
	}
	return &scalar.Place{Place: *place}, err
}

func (r *queryResolver) Places(ctx context.Context, first *int, after *string, last *int, before *string) (*scalar.Connection[scalar.Place], error) {
	found, err := r.store.Places(ctx, r.page(first, after, last, before))
	shown := graph.Connection[scalar.Place]{TotalCount: found.TotalCount, HasPrevious: found.HasPrevious, HasNext: found.HasNext}
	for _, e := range found.Edges {
		shown.Edges = append(shown.Edges, graph.Edge[scalar.Place]{Cursor: e.Cursor, Node: scalar.Place{Place: e.Node}})
	}
	return connect(shown, err)
}

func (r *Resolver) Place() generated.PlaceResolver { return &placeResolver{r} }

type placeResolver struct{ *Resolver }
