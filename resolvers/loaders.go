package resolvers

import (
	"context"
	"errors"
	"time"

	"github.com/vikstrous/dataloadgen"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/scalar"
)

// batchWait is how long a reading waits for others of its kind. The fields of
// one level of a query are resolved at once, in many goroutines.
const batchWait = time.Millisecond

// at is what one field asks for: something of a thing, in a certain way.
type at[A comparable] struct {
	id  graph.ID
	arg A
}

// A batch gathers what the fields of an answer ask for one by one, and reads
// it together, each thing once.
type batch[A comparable, V any] = dataloadgen.Loader[at[A], V]

// newBatch makes a batch of a method of the store that answers for many ids, in
// their order.
func newBatch[A comparable, V any](read func(ctx context.Context, ids []graph.ID, arg A) ([]V, error)) *batch[A, V] {
	return dataloadgen.NewLoader(func(ctx context.Context, keys []at[A]) ([]V, []error) {
		values := make([]V, len(keys))
		places := map[A][]int{}
		for i, k := range keys {
			places[k.arg] = append(places[k.arg], i)
		}
		for arg, of := range places {
			ids := each(of, func(i int) graph.ID { return keys[i].id })
			found, err := readSafely(ctx, ids, arg, read)
			if err != nil {
				return nil, []error{err}
			}
			for j, i := range of {
				values[i] = found[j]
			}
		}
		return values, nil
	}, dataloadgen.WithWait(batchWait))
}

// readSafely reads, and makes an error of a panic: a batch runs in a goroutine
// of its own, where nobody else would recover.
func readSafely[A comparable, V any](ctx context.Context, ids []graph.ID, arg A, read func(context.Context, []graph.ID, A) ([]V, error)) (found []V, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &panicError{cause}
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return read(ctx, ids, arg)
}

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
	rounds         *batch[edtf.Date, *graph.Round]
	participations *batch[edtf.Date, []graph.Participation]
	delegations    *batch[edtf.Date, []graph.Delegation]
	agenda         *batch[edtf.Date, []graph.AgendaItem]
	meetings       *batch[edtf.Date, []graph.Meeting]
	statements     *batch[edtf.Date, []graph.Statement]
	outcomes       *batch[edtf.Date, []graph.Outcome]
	conflicts      *batch[edtf.Date, []graph.Conflict]
	guarantors     *batch[edtf.Date, []graph.ID] // of processes
	name           *batch[nameIn, string]
	names          *batch[edtf.Date, []graph.Label]
	titles         *batch[edtf.Date, []graph.Label]                        // of people
	participants   *dataloadgen.Loader[*scalar.Participant, []graph.Label] // titles
	nodes          *batch[struct{}, any]
	events         *batch[struct{}, *timeline.Event]
	claims         *batch[struct{}, *graph.StoredClaim]
	about          *batch[edtf.Date, []graph.StoredClaim]
	evidence       *batch[evidenceOf, []graph.Evidence]
	articles       *batch[struct{}, *graph.ArticleInfo]
	texts          *batch[struct{}, *text]
}

func (r *Resolver) newSession() *session {
	s := r.store
	return &session{
		rounds: newBatch(s.RoundsByID),
		participations: newBatch(func(ctx context.Context, ids []graph.ID, asOf edtf.Date) ([][]graph.Participation, error) {
			return s.ParticipationsOf(ctx, ids, nil, asOf)
		}),
		delegations:  newBatch(s.DelegationsOf),
		agenda:       newBatch(s.AgendaOf),
		meetings:     newBatch(s.MeetingsOf),
		statements:   newBatch(s.StatementsOf),
		outcomes:     newBatch(s.OutcomesOf),
		conflicts:    newBatch(s.ConflictsOf),
		guarantors:   newBatch(s.GuarantorsOf),
		names:        newBatch(s.Names),
		titles:       newBatch(s.Titles),
		participants: dataloadgen.NewLoader(participantTitles(s), dataloadgen.WithWait(batchWait)),
		name: newBatch(func(ctx context.Context, ids []graph.ID, in nameIn) ([]string, error) {
			return s.Name(ctx, ids, in.language, in.on)
		}),
		nodes:    newBatch(plain(s.Nodes)),
		claims:   newBatch(plain(s.ClaimsByID)),
		articles: newBatch(plain(s.ArticlesByID)),
		events: newBatch(oneByOne(func(ctx context.Context, id graph.ID, _ struct{}) (*timeline.Event, error) {
			event, err := timeline.EventByID(ctx, s, id)
			if errors.Is(err, graph.ErrNotFound) {
				return nil, nil
			}
			return &event, err
		})),
		texts: newBatch(oneByOne(func(ctx context.Context, id graph.ID, _ struct{}) (*text, error) {
			t, err := s.ArticleText(ctx, id)
			return newText(t), err
		})),
		about: newBatch(oneByOne(func(ctx context.Context, id graph.ID, asOf edtf.Date) ([]graph.StoredClaim, error) {
			found, err := s.Claims(ctx, graph.ClaimFilter{About: id, AsOf: asOf}, graph.Page{All: true})
			return found.Nodes(), err
		})),
		evidence: newBatch(func(ctx context.Context, ids []graph.ID, of evidenceOf) ([][]graph.Evidence, error) {
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

// participantTitles reads the titles of participants.
func participantTitles(s *graph.Store) func(context.Context, []*scalar.Participant) ([][]graph.Label, []error) {
	return func(ctx context.Context, ps []*scalar.Participant) ([][]graph.Label, []error) {
		titles := make([][]graph.Label, len(ps))
		places := map[edtf.Date][]int{}
		for i, p := range ps {
			places[p.AsOf] = append(places[p.AsOf], i)
		}
		for asOf, of := range places {
			people := each(of, func(i int) graph.Participant { return ps[i].Participant })
			found, err := readSafely(ctx, nil, asOf, func(ctx context.Context, _ []graph.ID, asOf edtf.Date) ([][]graph.Label, error) {
				return s.ParticipantTitles(ctx, people, asOf)
			})
			if err != nil {
				return nil, []error{err}
			}
			for j, i := range of {
				titles[i] = found[j]
			}
		}
		return titles, nil
	}
}
