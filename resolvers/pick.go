package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

// only keeps what fits. The list is shared by all that ask for it in an answer,
// so it is not changed.
func only[T any](list []T, fits func(T) bool) []T {
	kept := make([]T, 0, len(list))
	for _, item := range list {
		if fits(item) {
			kept = append(kept, item)
		}
	}
	return kept
}

// participations are those of a round in a role, all if none is asked for.
func (r *Resolver) participations(ctx context.Context, round *graph.Round, role *graph.Role) ([]graph.Participation, error) {
	found, err := sessionOf(ctx).participations.Load(ctx, at[edtf.Date]{round.ID, round.AsOf})
	return only(found, func(p graph.Participation) bool { return role == nil || p.Role == *role }), err
}

// partiesAs are the parties of a round in a role.
func (r *Resolver) partiesAs(ctx context.Context, round *graph.Round, role graph.Role) ([]graph.Party, error) {
	found, err := r.participations(ctx, round, &role)
	return each(found, func(p graph.Participation) graph.Party { return *r.party(p.Party) }), err
}

// usualHighlights is how many passages of a result are shown unless told.
const usualHighlights = 3

// matches shows what a search found.
func (r *Resolver) matches(ctx context.Context, found graph.Connection[graph.Match]) (*model.SearchResultConnection, error) {
	ids := each(found.Nodes(), func(m graph.Match) graph.ID { return m.ID })
	nodes, err := r.store.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	c := &model.SearchResultConnection{
		TotalCount: found.TotalCount, PageInfo: scalar.Connect(found).PageInfo(),
		Edges: []scalar.SearchResultEdge{}, Nodes: []model.SearchResult{},
	}
	for i, e := range found.Edges {
		node := nodes[i]
		switch n := node.(type) {
		case nil:
			node = r.stub(ids[i])
		case *graph.Place:
			node = &scalar.Place{Place: *n}
		}
		c.Edges = append(c.Edges, scalar.SearchResultEdge{Cursor: e.Cursor, Node: node, Match: &found.Edges[i].Node})
		c.Nodes = append(c.Nodes, node)
	}
	return c, nil
}

// loaded tells of an article that was loaded.
func (r *Resolver) loaded(ctx context.Context, result graph.PutResult) (*model.LoadArticlePayload, error) {
	article, err := r.store.Article(ctx, result.Article)
	if err != nil || article == nil {
		return nil, err
	}
	return &model.LoadArticlePayload{Article: article, Existing: result.Existing, ClaimCount: result.Claims}, nil
}

// follow passes on what is loaded, until the context or the feed ends. An
// article that has been retracted meanwhile is left out.
func (r *Resolver) follow(ctx context.Context, results <-chan graph.PutResult, payloads chan<- *model.LoadArticlePayload) {
	defer close(payloads)
	for result := range results {
		payload, err := r.loaded(ctx, result)
		if err != nil || payload == nil {
			continue
		}
		select {
		case payloads <- payload:
		case <-ctx.Done():
			return
		}
	}
}
