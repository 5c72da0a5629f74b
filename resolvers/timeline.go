package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

func (r *queryResolver) Timeline(ctx context.Context, filter *timeline.Filter, first *int, after *string, last *int, before *string) (*scalar.Connection[timeline.Event], error) {
	f := or(filter)
	err := complete(want("process", &f.Process, "process"), want("round", &f.Round, "round"), want("party", &f.Party, "party"),
		want("person", &f.Person, "person"), want("topic", &f.Topic, "topic"))
	if err != nil {
		return nil, err
	}
	return r.events(ctx, f, r.page(first, after, last, before))
}

func (r *timelineEventResolver) Title(ctx context.Context, obj *timeline.Event, language *string) (string, error) {
	if language == nil {
		return obj.Title("en"), nil
	}
	return obj.Title(*language), nil
}

func (r *timelineEventResolver) Process(ctx context.Context, obj *timeline.Event) (*graph.Process, error) {
	if obj.Process == "" {
		return nil, nil
	}
	return &graph.Process{ID: obj.Process}, nil
}

func (r *timelineEventResolver) Round(ctx context.Context, obj *timeline.Event) (*graph.Round, error) {
	return r.roundIfAny(ctx, obj.Round, obj.AsOf)
}

func (r *timelineEventResolver) Subject(ctx context.Context, obj *timeline.Event) (model.Node, error) {
	return r.subject(ctx, obj.Subject)
}

func (r *timelineEventResolver) Parties(ctx context.Context, obj *timeline.Event) ([]graph.Party, error) {
	return r.parties(obj.Parties), nil
}

func (r *timelineEventResolver) People(ctx context.Context, obj *timeline.Event) ([]graph.Person, error) {
	return each(obj.Persons, func(id graph.ID) graph.Person { return graph.Person{ID: id} }), nil
}

func (r *timelineEventResolver) Topics(ctx context.Context, obj *timeline.Event) ([]graph.Topic, error) {
	return r.topics(obj.Topics), nil
}

func (r *timelineEventResolver) Claims(ctx context.Context, obj *timeline.Event, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *Resolver) TimelineEvent() generated.TimelineEventResolver { return &timelineEventResolver{r} }

type timelineEventResolver struct{ *Resolver }
