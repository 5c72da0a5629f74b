package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated/model"
)

func (r *queryResolver) Search(ctx context.Context, text string, kinds []string, first *int, after *string, last *int, before *string) (*model.SearchResultConnection, error) {
	found, err := r.store.Search(ctx, graph.SearchFilter{Text: text, Kinds: kinds}, r.page(first, after, last, before))
	if err != nil {
		return nil, err
	}
	return r.matches(ctx, found)
}
