package resolvers

import (
	"context"
	"errors"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/scalar"
)

type nameIn struct {
	language string
	on       edtf.Date
}

type side uint8

const (
	bothSides side = iota
	affirming
	denying
)

type evidenceOf struct {
	side side
	asOf edtf.Date
}

// A session holds the batches of one answer.
type session struct {
	pulse          *pulse
	rounds         *batch[at[edtf.Date], *graph.Round]
	participations *batch[at[edtf.Date], []graph.Participation]
	delegations    *batch[at[edtf.Date], []graph.Delegation]
	agenda         *batch[at[edtf.Date], []graph.AgendaItem]
	meetings       *batch[at[edtf.Date], []graph.Meeting]
	statements     *batch[at[edtf.Date], []graph.Statement]
	outcomes       *batch[at[edtf.Date], []graph.Outcome]
	conflicts      *batch[at[edtf.Date], []graph.Conflict]
	guarantors     *batch[at[edtf.Date], []graph.ID] // of processes
	name           *batch[at[nameIn], string]
	names          *batch[at[edtf.Date], []graph.Label]
	titles         *batch[at[edtf.Date], []graph.Label]       // of people
	participants   *batch[*scalar.Participant, []graph.Label] // titles
	nodes          *batch[at[struct{}], any]
	events         *batch[at[struct{}], *timeline.Event]
	claims         *batch[at[edtf.Date], *graph.StoredClaim]
	about          *batch[at[edtf.Date], []graph.StoredClaim]
	evidence       *batch[at[evidenceOf], []graph.Evidence]
	articles       *batch[at[struct{}], *graph.ArticleInfo]
	reprints       *batch[at[struct{}], graph.Reprints]
	canonical      *batch[at[struct{}], graph.ID]
	former         *batch[at[struct{}], []graph.ID]
	doubts         *batch[at[struct{}], []graph.Doubt]
	texts          *batch[at[struct{}], *text]
	highlights     *batch[*graph.Match, []graph.Highlight]
}

func (r *Resolver) newSession() *session {
	s, p := r.store, &pulse{}
	return &session{
		pulse:  p,
		rounds: newBatch(p, s.RoundsByID),
		participations: newBatch(p, func(ctx context.Context, ids []graph.ID, asOf edtf.Date) ([][]graph.Participation, error) {
			return s.ParticipationsOf(ctx, ids, nil, asOf)
		}),
		delegations: newBatch(p, s.DelegationsOf),
		agenda:      newBatch(p, s.AgendaOf),
		meetings:    newBatch(p, s.MeetingsOf),
		statements:  newBatch(p, s.StatementsOf),
		outcomes:    newBatch(p, s.OutcomesOf),
		conflicts:   newBatch(p, s.ConflictsOf),
		guarantors:  newBatch(p, s.GuarantorsOf),
		names:       newBatch(p, s.Names),
		titles:      newBatch(p, s.Titles),
		participants: groupedBatch(p, func(who *scalar.Participant) edtf.Date { return who.AsOf },
			func(ctx context.Context, ps []*scalar.Participant, asOf edtf.Date) ([][]graph.Label, error) {
				return s.ParticipantTitles(ctx, each(ps, func(who *scalar.Participant) graph.Participant { return who.Participant }), asOf)
			}),
		name: newBatch(p, func(ctx context.Context, ids []graph.ID, in nameIn) ([]string, error) {
			return s.Name(ctx, ids, in.language, in.on)
		}),
		nodes:     newBatch(p, plain(s.Nodes)),
		claims:    newBatch(p, s.ClaimsByID),
		articles:  newBatch(p, plain(s.ArticlesByID)),
		canonical: newBatch(p, plain(s.Canonical)),
		former:    newBatch(p, plain(s.FormerIDs)),
		doubts:    newBatch(p, plain(s.Doubts)),
		reprints:  newBatch(p, plain(s.ReprintsOf)),
		events: newBatch(p, oneByOne(func(ctx context.Context, id graph.ID, _ struct{}) (*timeline.Event, error) {
			event, err := timeline.EventByID(ctx, s, id)
			if errors.Is(err, graph.ErrNotFound) {
				return nil, nil
			}
			return &event, err
		})),
		texts: newBatch(p, oneByOne(func(ctx context.Context, id graph.ID, _ struct{}) (*text, error) {
			t, err := s.ArticleText(ctx, id)
			return newText(t), err
		})),
		highlights: groupedBatch(p, func(*graph.Match) struct{} { return struct{}{} },
			func(ctx context.Context, ms []*graph.Match, _ struct{}) ([][]graph.Highlight, error) {
				return s.Highlights(ctx, each(ms, func(m *graph.Match) graph.Match { return *m }))
			}),
		about: newBatch(p, oneByOne(func(ctx context.Context, id graph.ID, asOf edtf.Date) ([]graph.StoredClaim, error) {
			found, err := s.Claims(ctx, graph.ClaimFilter{About: id, AsOf: asOf, Statuses: anyStatus}, graph.Page{All: true})
			return found.Nodes(), err
		})),
		evidence: newBatch(p, func(ctx context.Context, ids []graph.ID, of evidenceOf) ([][]graph.Evidence, error) {
			f := graph.EvidenceFilter{AsOf: of.asOf}
			if of.side != bothSides {
				denied := of.side == denying
				f.Denied = &denied
			}
			return s.EvidenceOf(ctx, ids, f)
		}),
	}
}

// plain is a method of the store without an argument beside the ids.
func plain[V any](read func(context.Context, []graph.ID) ([]V, error)) func(context.Context, []graph.ID, struct{}) ([]V, error) {
	return func(ctx context.Context, ids []graph.ID, _ struct{}) ([]V, error) { return read(ctx, ids) }
}

// oneByOne reads what the store cannot read together. Each thing is still read
// only once in an answer.
func oneByOne[A comparable, V any](read func(context.Context, graph.ID, A) (V, error)) func(context.Context, []graph.ID, A) ([]V, error) {
	return func(ctx context.Context, ids []graph.ID, arg A) ([]V, error) {
		values := make([]V, len(ids))
		for i, id := range ids {
			var err error
			if values[i], err = read(ctx, id, arg); err != nil {
				return nil, err
			}
		}
		return values, nil
	}
}
