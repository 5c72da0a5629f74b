package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *headCountResolver) Person(ctx context.Context, obj *graph.HeadCount) (*graph.Person, error) {
	return &graph.Person{ID: obj.Person}, nil
}

func (r *partyHeadsResolver) Party(ctx context.Context, obj *graph.PartyHeads) (*graph.Party, error) {
	return r.party(obj.Party), nil
}

func (r *processCountResolver) Process(ctx context.Context, obj *graph.ProcessCount) (*graph.Process, error) {
	return &graph.Process{ID: obj.Process}, nil
}

func (r *queryResolver) RoundSummary(ctx context.Context, filter *graph.RoundFilter) (*graph.RoundSummary, error) {
	f := or(filter)
	if err := completeRounds(&f); err != nil {
		return nil, err
	}
	return r.store.SummarizeRounds(ctx, f)
}

func (r *roundSummaryResolver) ByProcess(ctx context.Context, obj *graph.RoundSummary, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.ProcessCount], error) {
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), obj.Processes, func(c graph.ProcessCount) graph.ID { return c.Process }))
}

func (r *roundSummaryResolver) HeadsByParty(ctx context.Context, obj *graph.RoundSummary, party *graph.ID, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.PartyHeads], error) {
	if err := complete(want("party", party, "party")); err != nil {
		return nil, err
	}
	chosen := only(obj.Parties, func(p graph.PartyHeads) bool { return party == nil || p.Party == *party })
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), chosen, func(p graph.PartyHeads) graph.ID { return p.Party }))
}

func (r *roundSummaryResolver) Topics(ctx context.Context, obj *graph.RoundSummary, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.TopicCount], error) {
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), obj.Topics, func(c graph.TopicCount) graph.ID { return c.Topic }))
}

func (r *roundSummaryResolver) TopicsByRound(ctx context.Context, obj *graph.RoundSummary, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.RoundTopics], error) {
	return connect(scalar.Paginate(r.limits, r.page(first, after, last, before), obj.ByRound, func(t graph.RoundTopics) graph.ID { return t.Round.ID }))
}

func (r *roundTopicsResolver) Topics(ctx context.Context, obj *graph.RoundTopics) ([]graph.Topic, error) {
	return r.topics(obj.Topics), nil
}

func (r *statusCountResolver) Status(ctx context.Context, obj *graph.StatusCount) (*graph.RoundStatus, error) {
	return some(obj.Status), nil
}

func (r *topicCountResolver) Topic(ctx context.Context, obj *graph.TopicCount) (*graph.Topic, error) {
	return r.topic(obj.Topic), nil
}

func (r *Resolver) HeadCount() generated.HeadCountResolver { return &headCountResolver{r} }

func (r *Resolver) PartyHeads() generated.PartyHeadsResolver { return &partyHeadsResolver{r} }

func (r *Resolver) ProcessCount() generated.ProcessCountResolver { return &processCountResolver{r} }

func (r *Resolver) RoundSummary() generated.RoundSummaryResolver { return &roundSummaryResolver{r} }

func (r *Resolver) RoundTopics() generated.RoundTopicsResolver { return &roundTopicsResolver{r} }

func (r *Resolver) StatusCount() generated.StatusCountResolver { return &statusCountResolver{r} }

func (r *Resolver) TopicCount() generated.TopicCountResolver { return &topicCountResolver{r} }

type (
	headCountResolver    struct{ *Resolver }
	partyHeadsResolver   struct{ *Resolver }
	processCountResolver struct{ *Resolver }
	roundSummaryResolver struct{ *Resolver }
	roundTopicsResolver  struct{ *Resolver }
	statusCountResolver  struct{ *Resolver }
	topicCountResolver   struct{ *Resolver }
)
