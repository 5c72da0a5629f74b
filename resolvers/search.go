package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

func (r *highlightResolver) Ranges(ctx context.Context, obj *graph.Highlight) ([]scalar.HighlightRange, error) {
	t := newText(obj.Text)
	return each(obj.Ranges, func(g graph.Range) scalar.HighlightRange {
		return scalar.HighlightRange{Start: g.Start, End: g.End, StartUtf16: t.utf16(g.Start), EndUtf16: t.utf16(g.End)}
	}), nil
}

func (r *queryResolver) Search(ctx context.Context, text string, kinds []string, first *int, after *string, last *int, before *string) (*model.SearchResultConnection, error) {
	found, err := r.store.Search(ctx, graph.SearchFilter{Text: text, Kinds: kinds}, r.page(first, after, last, before))
	if err != nil {
		return nil, err
	}
	return r.matches(ctx, found)
}

func (r *searchResultEdgeResolver) Node(ctx context.Context, obj *scalar.SearchResultEdge) (model.SearchResult, error) {
	return obj.Node, nil
}

func (r *searchResultEdgeResolver) Highlights(ctx context.Context, obj *scalar.SearchResultEdge, first *int) ([]graph.Highlight, error) {
	most := usualHighlights
	if first != nil {
		most = *first
	}
	if most < 0 {
		return nil, badInput("first: %d is negative", most)
	}
	found, err := sessionOf(ctx).highlights.Load(ctx, obj.Match)
	return found[:min(most, len(found))], err
}

func (r *Resolver) Highlight() generated.HighlightResolver { return &highlightResolver{r} }

func (r *Resolver) SearchResultEdge() generated.SearchResultEdgeResolver {
	return &searchResultEdgeResolver{r}
}

type (
	highlightResolver        struct{ *Resolver }
	searchResultEdgeResolver struct{ *Resolver }
)
