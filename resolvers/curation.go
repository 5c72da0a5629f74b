package resolvers

import (
	"context"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/generated/model"
	"peacetalks/resolvers/scalar"
)

func (r *agendaItemResolver) CanonicalID(ctx context.Context, obj *graph.AgendaItem) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *claimResolver) Doubts(ctx context.Context, obj *graph.StoredClaim) ([]graph.Doubt, error) {
	return sessionOf(ctx).doubts.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *decisionResolver) Note(ctx context.Context, obj *graph.LoggedDecision) (*string, error) {
	return some(obj.Note), nil
}

func (r *decisionResolver) Claim(ctx context.Context, obj *graph.LoggedDecision) (*graph.StoredClaim, error) {
	if obj.Claim == nil {
		return nil, nil
	}
	found, err := r.claim(ctx, obj.Claim.ID(), edtf.Date{})
	if found == nil && err == nil {
		found = &graph.StoredClaim{ID: obj.Claim.ID(), Claim: *obj.Claim, Status: graph.Extracted}
	}
	return found, err
}

func (r *decisionResolver) Modality(ctx context.Context, obj *graph.LoggedDecision) (*graph.Modality, error) {
	return some(obj.Modality), nil
}

func (r *decisionResolver) Entity(ctx context.Context, obj *graph.LoggedDecision) (model.Node, error) {
	if obj.Entity == "" {
		return nil, nil
	}
	return r.subject(ctx, obj.Entity)
}

func (r *decisionResolver) Undoes(ctx context.Context, obj *graph.LoggedDecision) (*graph.LoggedDecision, error) {
	return r.decision(ctx, obj.Undoes)
}

func (r *decisionResolver) UndoneBy(ctx context.Context, obj *graph.LoggedDecision) (*graph.LoggedDecision, error) {
	return r.decision(ctx, obj.UndoneBy)
}

func (r *delegationResolver) CanonicalID(ctx context.Context, obj *graph.Delegation) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *meetingResolver) CanonicalID(ctx context.Context, obj *graph.Meeting) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *mutationResolver) ReviewClaim(ctx context.Context, input model.ReviewClaimInput) (*model.ReviewClaimPayload, error) {
	if err := complete(want("claim", &input.Claim, "claim")); err != nil {
		return nil, err
	}
	d, err := r.store.ReviewClaim(ctx, input.Claim, input.Verdict, reviewer(input.Reviewer, input.Note))
	if err != nil {
		return nil, err
	}
	claim, err := r.claim(ctx, d.Claim.ID(), edtf.Date{})
	return &model.ReviewClaimPayload{Claim: claim, Decision: &d}, err
}

func (r *mutationResolver) AddClaim(ctx context.Context, input model.AddClaimInput) (*model.AddClaimPayload, error) {
	claim := graph.Claim{Subject: input.Subject, Predicate: input.Predicate}
	var err error
	if claim.Object, err = objectOf(input.Object); err != nil {
		return nil, err
	}
	if err := complete(want("subject", &claim.Subject), want("object", &claim.Object.Entity)); err != nil {
		return nil, err
	}
	d, err := r.store.AddClaim(ctx, claim, or(input.Modality), or(input.Reported), reviewer(input.Reviewer, input.Note))
	if err != nil {
		return nil, err
	}
	added, err := r.claim(ctx, d.Claim.ID(), edtf.Date{})
	return &model.AddClaimPayload{Claim: added, Decision: &d}, err
}

func (r *mutationResolver) MergeEntities(ctx context.Context, input model.MergeEntitiesInput) (*model.MergeEntitiesPayload, error) {
	if err := complete(want("into", &input.Into)); err != nil {
		return nil, err
	}
	if err := completeAll("ids", input.Ids); err != nil {
		return nil, err
	}
	d, err := r.store.MergeEntities(ctx, input.Ids, input.Into, reviewer(input.Reviewer, input.Note))
	if err != nil {
		return nil, err
	}
	entity, err := r.subject(ctx, d.Entity)
	return &model.MergeEntitiesPayload{Entity: entity, Decision: &d}, err
}

func (r *mutationResolver) SplitEntity(ctx context.Context, input model.SplitEntityInput) (*model.SplitEntityPayload, error) {
	if err := complete(want("id", &input.ID), want("newId", input.NewID)); err != nil {
		return nil, err
	}
	if err := completeAll("ids", input.Ids); err != nil {
		return nil, err
	}
	by := reviewer(input.Reviewer, input.Note)
	var d graph.LoggedDecision
	var err error
	switch {
	case (len(input.Ids) == 0) == (len(input.Names) == 0):
		err = badInput("splitEntity: give either ids or names")
	case len(input.Names) > 0:
		d, err = r.store.SplitNames(ctx, input.ID, input.Names, or(input.NewID), by)
	case input.NewID != nil:
		err = badInput("splitEntity: newId is for names; ids that were merged have their own")
	default:
		d, err = r.store.SplitEntity(ctx, input.ID, input.Ids, by)
	}
	if err != nil {
		return nil, err
	}
	payload := &model.SplitEntityPayload{Decision: &d, Others: make([]model.Node, len(d.Others))}
	if payload.Entity, err = r.subject(ctx, d.Entity); err != nil {
		return nil, err
	}
	for i, id := range d.Others {
		if payload.Others[i], err = r.subject(ctx, id); err != nil {
			return nil, err
		}
	}
	return payload, nil
}

func (r *mutationResolver) UndoDecision(ctx context.Context, input model.UndoDecisionInput) (*model.UndoDecisionPayload, error) {
	if err := complete(want("id", &input.ID, "decision")); err != nil {
		return nil, err
	}
	d, err := r.store.UndoDecision(ctx, input.ID, reviewer(input.Reviewer, input.Note))
	if err != nil {
		return nil, err
	}
	undone, err := r.decision(ctx, input.ID)
	return &model.UndoDecisionPayload{Undone: undone, Decision: &d}, err
}

func (r *outcomeResolver) CanonicalID(ctx context.Context, obj *graph.Outcome) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *outcomeResolver) FormerIds(ctx context.Context, obj *graph.Outcome) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *partyResolver) CanonicalID(ctx context.Context, obj *graph.Party) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *partyResolver) FormerIds(ctx context.Context, obj *graph.Party) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *personResolver) CanonicalID(ctx context.Context, obj *graph.Person) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *personResolver) FormerIds(ctx context.Context, obj *graph.Person) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *placeResolver) CanonicalID(ctx context.Context, obj *scalar.Place) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *placeResolver) FormerIds(ctx context.Context, obj *scalar.Place) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *processResolver) CanonicalID(ctx context.Context, obj *graph.Process) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *processResolver) FormerIds(ctx context.Context, obj *graph.Process) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *queryResolver) Decisions(ctx context.Context, filter *graph.DecisionFilter, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.LoggedDecision], error) {
	f := or(filter)
	if err := complete(want("subject", &f.Subject), want("claim", &f.Claim, "claim")); err != nil {
		return nil, err
	}
	return connect(r.store.Decisions(ctx, f, r.page(first, after, last, before)))
}

func (r *roundResolver) CanonicalID(ctx context.Context, obj *graph.Round) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *roundResolver) FormerIds(ctx context.Context, obj *graph.Round) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *statementResolver) CanonicalID(ctx context.Context, obj *graph.Statement) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *statementResolver) FormerIds(ctx context.Context, obj *graph.Statement) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *topicResolver) CanonicalID(ctx context.Context, obj *graph.Topic) (graph.ID, error) {
	return sessionOf(ctx).canonical.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *topicResolver) FormerIds(ctx context.Context, obj *graph.Topic) ([]graph.ID, error) {
	return sessionOf(ctx).former.Load(ctx, at[struct{}]{id: obj.ID})
}

func (r *Resolver) Decision() generated.DecisionResolver { return &decisionResolver{r} }

type decisionResolver struct{ *Resolver }
