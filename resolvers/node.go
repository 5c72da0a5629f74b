package resolvers

import (
	"context"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
)

func (r *nameResolver) Claim(ctx context.Context, obj *graph.Label) (*graph.StoredClaim, error) {
	return r.claim(ctx, obj.Claim, edtf.Date{})
}

func (r *queryResolver) Node(ctx context.Context, id graph.ID) (model.Node, error) {
	return r.node(ctx, id)
}

func (r *queryResolver) Nodes(ctx context.Context, ids []graph.ID) ([]model.Node, error) {
	if len(ids) > r.limits.MaxPage {
		return nil, badInput("ids: %d are more than the %d that one may ask for at a time", len(ids), r.limits.MaxPage)
	}
	found := make([]model.Node, len(ids))
	var group errgroup.Group
	for i, id := range ids {
		group.Go(func() (err error) {
			found[i], err = r.node(ctx, id)
			return err
		})
	}
	return found, group.Wait()
}

func (r *queryResolver) Statistics(ctx context.Context) (*model.Statistics, error) {
	s, err := r.store.Stats(ctx)
	if err != nil {
		return nil, err
	}
	st := &model.Statistics{Articles: s.Articles, Claims: s.Claims, Evidence: s.Evidence, Conflicts: s.Conflicts, Nodes: []model.NodeCount{}}
	for _, kind := range slices.Sorted(maps.Keys(s.Nodes)) {
		st.Nodes = append(st.Nodes, model.NodeCount{Kind: kind, Count: s.Nodes[kind]})
	}
	return st, nil
}

func (r *titleResolver) Claim(ctx context.Context, obj *graph.Label) (*graph.StoredClaim, error) {
	return r.claim(ctx, obj.Claim, edtf.Date{})
}

func (r *Resolver) Name() generated.NameResolver { return &nameResolver{r} }

func (r *Resolver) Query() generated.QueryResolver { return &queryResolver{r} }

func (r *Resolver) Title() generated.TitleResolver { return &titleResolver{r} }

type (
	nameResolver  struct{ *Resolver }
	queryResolver struct{ *Resolver }
	titleResolver struct{ *Resolver }
)
