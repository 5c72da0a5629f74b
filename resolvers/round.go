package resolvers

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/generated"
	"peacetalks/resolvers/scalar"
)

func (r *participationResolver) Party(ctx context.Context, obj *graph.Participation) (*graph.Party, error) {
	return r.party(obj.Party), nil
}

func (r *participationResolver) Claims(ctx context.Context, obj *graph.Participation, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsByID(ctx, obj.Claims, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *queryResolver) Round(ctx context.Context, id *graph.ID, process *graph.ID, number *int, asOf *edtf.Date) (*graph.Round, error) {
	if err := complete(want("id", id, "round"), want("process", process, "process")); err != nil {
		return nil, err
	}
	switch {
	case id != nil && process == nil && number == nil:
		return r.store.Round(ctx, *id, or(asOf))
	case id == nil && process != nil && number != nil:
		return r.store.RoundByNumber(ctx, *process, *number, or(asOf))
	}
	return nil, badInput("round: give either its id, or its process and number")
}

func (r *queryResolver) Rounds(ctx context.Context, filter *graph.RoundFilter, orderBy *graph.RoundOrder, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Round], error) {
	f := or(filter)
	if err := completeRounds(&f); err != nil {
		return nil, err
	}
	return connect(r.store.Rounds(ctx, f, cmp.Or(or(orderBy), graph.ByStart), r.page(first, after, last, before)))
}

func (r *roundResolver) Process(ctx context.Context, obj *graph.Round) (*graph.Process, error) {
	return &graph.Process{ID: processOf(obj)}, nil
}

func (r *roundResolver) Name(ctx context.Context, obj *graph.Round, language *string) (string, error) {
	return r.name(ctx, obj.ID, language, edtf.Date{})
}

func (r *roundResolver) Names(ctx context.Context, obj *graph.Round) ([]graph.Label, error) {
	return r.names(ctx, obj.ID)
}

func (r *roundResolver) Status(ctx context.Context, obj *graph.Round, asOf *edtf.Date) (*graph.RoundStatus, error) {
	status := obj.Status
	if asOf != nil && *asOf != obj.AsOf {
		then, err := r.round(ctx, obj.ID, *asOf)
		if err != nil {
			return nil, err
		}
		status = then.Status
	}
	return some(status), nil
}

func (r *roundResolver) Venue(ctx context.Context, obj *graph.Round) (*scalar.Place, error) {
	place := r.place(obj.Venue)
	if place != nil && obj.Start != nil {
		place.On = obj.Start.EDTF
	}
	return place, nil
}

func (r *roundResolver) Host(ctx context.Context, obj *graph.Round) (*graph.Party, error) {
	return r.party(obj.Host), nil
}

func (r *roundResolver) Guarantors(ctx context.Context, obj *graph.Round) ([]graph.Party, error) {
	return r.partiesAs(ctx, obj, graph.RoleGuarantor)
}

func (r *roundResolver) Observers(ctx context.Context, obj *graph.Round) ([]graph.Party, error) {
	return r.partiesAs(ctx, obj, graph.RoleObserver)
}

func (r *roundResolver) Mediators(ctx context.Context, obj *graph.Round) ([]graph.Party, error) {
	return r.partiesAs(ctx, obj, graph.RoleMediator)
}

func (r *roundResolver) Participations(ctx context.Context, obj *graph.Round, role *graph.Role) ([]graph.Participation, error) {
	return r.participations(ctx, obj, role)
}

func (r *roundResolver) Delegations(ctx context.Context, obj *graph.Round, role *graph.Role) ([]graph.Delegation, error) {
	found, err := sessionOf(ctx).delegations.Load(ctx, at[edtf.Date]{obj.ID, obj.AsOf})
	return only(found, func(d graph.Delegation) bool { return role == nil || slices.Contains(d.Roles, *role) }), err
}

func (r *roundResolver) Agenda(ctx context.Context, obj *graph.Round) ([]graph.AgendaItem, error) {
	return sessionOf(ctx).agenda.Load(ctx, at[edtf.Date]{obj.ID, obj.AsOf})
}

func (r *roundResolver) Meetings(ctx context.Context, obj *graph.Round, kind *graph.MeetingKind) ([]graph.Meeting, error) {
	found, err := sessionOf(ctx).meetings.Load(ctx, at[edtf.Date]{obj.ID, obj.AsOf})
	return only(found, func(m graph.Meeting) bool { return kind == nil || m.Kind == *kind }), err
}

func (r *roundResolver) Statements(ctx context.Context, obj *graph.Round, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.Statement], error) {
	p := r.page(first, after, last, before)
	if err := r.limits.Check(p); err != nil {
		return nil, err
	}
	found, err := sessionOf(ctx).statements.Load(ctx, at[edtf.Date]{obj.ID, obj.AsOf})
	if err != nil {
		return nil, err
	}
	return connect(scalar.Paginate(r.limits, p, found, func(s graph.Statement) graph.ID { return s.ID }))
}

func (r *roundResolver) Outcomes(ctx context.Context, obj *graph.Round) ([]graph.Outcome, error) {
	return sessionOf(ctx).outcomes.Load(ctx, at[edtf.Date]{obj.ID, obj.AsOf})
}

func (r *roundResolver) Timeline(ctx context.Context, obj *graph.Round, kinds []timeline.Kind, first *int, after *string, last *int, before *string) (*scalar.Connection[timeline.Event], error) {
	filter := timeline.Filter{Round: obj.ID, Kinds: kinds, AsOf: obj.AsOf}
	return r.events(ctx, filter, r.page(first, after, last, before))
}

func (r *roundResolver) Articles(ctx context.Context, obj *graph.Round, first *int, after *string, last *int, before *string) (*scalar.Connection[graph.ArticleInfo], error) {
	filter := graph.ArticleFilter{About: obj.ID}
	if !obj.AsOf.IsZero() {
		filter.To, filter.Certainty = obj.AsOf, graph.Certainly
	}
	return connect(r.store.Articles(ctx, filter, r.page(first, after, last, before)))
}

func (r *roundResolver) Conflicts(ctx context.Context, obj *graph.Round) ([]graph.Conflict, error) {
	return sessionOf(ctx).conflicts.Load(ctx, at[edtf.Date]{obj.ID, obj.AsOf})
}

func (r *roundResolver) Previous(ctx context.Context, obj *graph.Round) (*graph.Round, error) {
	previous, _, err := r.store.Neighbours(ctx, obj.ID, obj.AsOf)
	return previous, err
}

func (r *roundResolver) Next(ctx context.Context, obj *graph.Round) (*graph.Round, error) {
	_, next, err := r.store.Neighbours(ctx, obj.ID, obj.AsOf)
	return next, err
}

func (r *roundResolver) Claims(ctx context.Context, obj *graph.Round, predicate []graph.Predicate, object *graph.ID, status []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	claims, err := r.claimsAbout(ctx, obj.ID, obj.AsOf)
	if err != nil {
		return nil, err
	}
	return choose(claims, predicate, object, status)
}

func (r *roundFilterResolver) Role(ctx context.Context, obj *graph.RoundFilter, data *graph.Role) error {
	if data != nil {
		obj.Roles = append(obj.Roles, *data)
	}
	return nil
}

func (r *Resolver) Participation() generated.ParticipationResolver { return &participationResolver{r} }

func (r *Resolver) Round() generated.RoundResolver { return &roundResolver{r} }

func (r *Resolver) RoundFilter() generated.RoundFilterResolver { return &roundFilterResolver{r} }

type (
	participationResolver struct{ *Resolver }
	roundResolver         struct{ *Resolver }
	roundFilterResolver   struct{ *Resolver }
)
