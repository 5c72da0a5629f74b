package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *queryResolver) Topic(ctx context.Context, id graph.ID) (*graph.Topic, error) {
	if err := complete(want("id", &id, "topic")); err != nil {
		return nil, err
	}
	return r.store.Topic(ctx, id)
}

func (r *queryResolver) Topics(ctx context.Context, filter *graph.TopicFilter, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Topic], error) {
	f := or(filter)
	err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"), want("broader", &f.Broader, "topic"))
	if err != nil {
		return nil, err
	}
	return connect(r.store.Topics(ctx, f, r.page(first, after, last, before)))
}

func (r *topicResolver) Name(ctx context.Context, obj *graph.Topic, language *string) (string, error) {
	return r.name(ctx, obj.ID, language, edtf.Date{})
}

func (r *topicResolver) Names(ctx context.Context, obj *graph.Topic) ([]graph.Label, error) {
	return r.names(ctx, obj.ID)
}

func (r *topicResolver) Broader(ctx context.Context, obj *graph.Topic) (*graph.Topic, error) {
	return r.topic(obj.Broader), nil
}

func (r *topicResolver) Narrower(ctx context.Context, obj *graph.Topic, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Topic], error) {
	return connect(r.store.Topics(ctx, graph.TopicFilter{Broader: obj.ID}, r.page(first, after, last, before)))
}

func (r *topicResolver) Rounds(ctx context.Context, obj *graph.Topic, process *graph.ID, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Round], error) {
	if err := complete(want("process", process, "process")); err != nil {
		return nil, err
	}
	filter := graph.RoundFilter{Topic: obj.ID, Process: or(process)}
	return connect(r.store.Rounds(ctx, filter, graph.ByStart, r.page(first, after, last, before)))
}

func (r *Resolver) Topic() generated.TopicResolver { return &topicResolver{r} }

type topicResolver struct{ *Resolver }
