package export

import (
	"context"
	"encoding/csv"
	"io"
	"iter"

	"peacetalks/graph"
)

// An event is a row: a round of talks, or a meeting or plenary at one.
type event struct {
	round   graph.Round
	meeting *graph.Meeting // nil: the row is the round
	start   *graph.EventDate
	end     *graph.EventDate

	third    []graph.ID // parties that help others to agree, the mediators first
	local    []graph.ID // parties to the conflict
	roles    map[graph.Role][]graph.ID
	people   []individual    // of rounds
	topics   []graph.ID      // of rounds
	outcomes []graph.Outcome // of rounds

	claims      []graph.ID     // that the row rests on
	modality    graph.Modality // of the first of them
	independent int            // sources of the best supported of them
	disputed    []string       // what reports disagree about
	evidence    []graph.Evidence
	articles    []*graph.ArticleInfo // of the evidence, each once, by date

	names   map[graph.ID]string
	place   string   // the round's, as it was called then
	country graph.ID // in which it lies
}

// An individual is somebody in a delegation.
type individual struct {
	person, party graph.ID
	head          bool
	title         string
}

// writeRows writes one row a mediation event.
func writeRows(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	if o.BOM {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for rounds, err := range roundsOf(ctx, s, o.Filter) {
		if err != nil {
			return err
		}
		events, err := eventsOf(ctx, s, rounds, o)
		if err != nil {
			return err
		}
		for i := range events {
			for j, c := range columns {
				row[j] = graph.Inert(graph.Plain(c.cell(&events[i], o)))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
		if out.Flush(); out.Error() != nil {
			return out.Error()
		}
	}
	out.Flush()
	return out.Error()
}

// roundsOf yields the chosen rounds by id, some at a time.
func roundsOf(ctx context.Context, s *graph.Store, f Filter) iter.Seq2[[]graph.Round, error] {
	if f.Round == "" {
		return s.EachRound(ctx, f.Process, f.AsOf)
	}
	return func(yield func([]graph.Round, error) bool) {
		r, err := s.Round(ctx, f.Round, f.AsOf)
		if err != nil {
			yield(nil, err)
		} else if r != nil && (f.Process == "" || r.Process == f.Process) {
			yield([]graph.Round{*r}, nil)
		}
	}
}
