package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
)

func (r *mutationResolver) LoadArticle(ctx context.Context, input model.LoadArticleInput) (*model.LoadArticlePayload, error) {
	a := Article{
		Text: or(input.Text), HTML: or(input.HTML), URL: or(input.URL), Title: or(input.Title),
		Source: or(input.Source), Language: or(input.Language), Published: or(input.Published),
	}
	switch {
	case r.loader == nil:
		return nil, graph.ErrReadOnly
	case (a.Text == "") == (a.HTML == ""):
		return nil, badInput("loadArticle: give either text or html")
	}
	result, err := r.loader.LoadArticle(ctx, a)
	if err != nil {
		return nil, err
	}
	if !result.Existing {
		r.feed.Publish(result)
	}
	return r.loaded(ctx, result)
}

func (r *mutationResolver) RetractArticle(ctx context.Context, id graph.ID) (*model.RetractArticlePayload, error) {
	if err := complete(want("id", &id, "article")); err != nil {
		return nil, err
	}
	if err := r.store.Retract(ctx, id); err != nil {
		return nil, err
	}
	return &model.RetractArticlePayload{ID: id}, nil
}

func (r *subscriptionResolver) ArticleLoaded(ctx context.Context) (<-chan *model.LoadArticlePayload, error) {
	results := r.feed.Subscribe(ctx)
	payloads := make(chan *model.LoadArticlePayload)
	go r.follow(ctx, results, payloads)
	return payloads, nil
}

func (r *Resolver) Mutation() generated.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Subscription() generated.SubscriptionResolver { return &subscriptionResolver{r} }

type (
	mutationResolver     struct{ *Resolver }
	subscriptionResolver struct{ *Resolver }
)
