package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *articleResolver) Title(ctx context.Context, obj *graph.ArticleInfo) (*string, error) {
	return scalar.Optional(obj.Title), nil
}

func (r *articleResolver) Source(ctx context.Context, obj *graph.ArticleInfo) (*string, error) {
	return scalar.Optional(obj.Source), nil
}

func (r *articleResolver) URL(ctx context.Context, obj *graph.ArticleInfo) (*string, error) {
	return scalar.Optional(obj.URL), nil
}

func (r *articleResolver) Text(ctx context.Context, obj *graph.ArticleInfo) (string, error) {
	t, err := sessionOf(ctx).texts.Load(ctx, at[struct{}]{id: obj.ID})
	if err != nil {
		return "", err
	}
	return t.text, nil
}

func (r *articleResolver) Claims(ctx context.Context, obj *graph.ArticleInfo, predicate []graph.Predicate, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.StoredClaim], error) {
	filter := graph.ClaimFilter{Article: obj.ID, Predicates: predicate, Denied: true}
	return connect(r.store.Claims(ctx, filter, r.page(first, after, last, before)))
}

func (r *articleResolver) ReprintOf(ctx context.Context, obj *graph.ArticleInfo) (*graph.ArticleInfo, error) {
	of, err := sessionOf(ctx).reprints.Load(ctx, at[struct{}]{id: obj.ID})
	if err != nil || of.Of == "" {
		return nil, err
	}
	return sessionOf(ctx).articles.Load(ctx, at[struct{}]{id: of.Of})
}

func (r *articleResolver) Reprints(ctx context.Context, obj *graph.ArticleInfo, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.ArticleInfo], error) {
	p := r.page(first, after, last, before)
	if err := r.limits.Check(p); err != nil {
		return nil, err
	}
	of, err := sessionOf(ctx).reprints.Load(ctx, at[struct{}]{id: obj.ID})
	if err != nil {
		return nil, err
	}
	return r.articlesOf(ctx, p, of.By)
}

func (r *queryResolver) Article(ctx context.Context, id graph.ID) (*graph.ArticleInfo, error) {
	if err := complete(want("id", &id, "article")); err != nil {
		return nil, err
	}
	return r.store.Article(ctx, id)
}

func (r *queryResolver) Articles(ctx context.Context, filter *graph.ArticleFilter, orderBy *graph.ArticleOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.ArticleInfo], error) {
	f := or(filter)
	f.Order = or(orderBy)
	if err := completeArticles(&f); err != nil {
		return nil, err
	}
	return connect(r.store.Articles(ctx, f, r.page(first, after, last, before)))
}

func (r *Resolver) Article() generated.ArticleResolver { return &articleResolver{r} }

type articleResolver struct{ *Resolver }
