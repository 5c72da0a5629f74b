package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/dgraph-io/badger/v4"

	"peacetalks/graph/edtf"
)

// A DecisionFilter chooses decisions. A field that is zero does not restrict.
type DecisionFilter struct {
	Subject  ID // about this thing: the subject of the claim, or what was merged or split, under any of its ids
	Claim    ID // on this claim
	Reviewer string
	Kinds    []DecisionKind
	Standing bool // only what is not undone
}

// A LoggedDecision is a decision as the graph holds it.
type LoggedDecision struct {
	Decision
	UndoneBy ID // the decision that undid it; "" if it stands
}

// Decisions lists the log of curation, the newest first.
func (s *Store) Decisions(ctx context.Context, f DecisionFilter, p Page) (Connection[LoggedDecision], error) {
	return list(ctx, s, p, func(v *view) (Connection[LoggedDecision], error) {
		c, err := v.curation()
		if err != nil {
			return Connection[LoggedDecision]{}, err
		}
		var all []LoggedDecision
		for _, d := range slices.Backward(c.log) {
			if l := (LoggedDecision{d, c.undone[d.ID]}); f.holds(l, c) {
				all = append(all, l)
			}
		}
		return connect(v, all, func(d LoggedDecision) ID { return d.ID }, p, same)
	})
}

func (f DecisionFilter) holds(d LoggedDecision, c *curation) bool {
	about := func(id ID) bool { return c.id(id) == c.id(f.Subject) || id == f.Subject }
	return (f.Subject == "" || d.Claim != nil && about(d.Claim.Subject) || d.Entity != "" && about(d.Entity) || slices.ContainsFunc(d.Others, about)) &&
		(f.Claim == "" || d.Claim != nil && (d.Claim.ID() == f.Claim || c.claim(*d.Claim).ID() == f.Claim)) &&
		(f.Reviewer == "" || d.Reviewer == f.Reviewer) &&
		(len(f.Kinds) == 0 || slices.Contains(f.Kinds, d.Kind)) &&
		(!f.Standing || d.UndoneBy == "")
}

// curation is what the log comes to in a view.
func (v *view) curation() (*curation, error) {
	o, err := v.overlay()
	if err != nil || o == nil {
		return newCuration(nil), err
	}
	return o.curation, nil
}

// decisions reads the log, by time.
func (v *view) decisions() ([]Decision, error) {
	var log []Decision
	err := v.scan([]key{newKey(tableDecision)}, func(k, record []byte) error {
		d, err := decodeDecision(k, record)
		log = append(log, d)
		return err
	})
	slices.SortFunc(log, compareDecisions)
	return log, err
}

// AllDecisions lists the whole log, by time, for exports.
func (s *Store) AllDecisions(ctx context.Context) ([]Decision, error) {
	return answer(ctx, s, (*view).decisions)
}

// decisionsByID answers decisions, nil where there is none.
func (v *view) decisionsByID(ids []ID) ([]*LoggedDecision, error) {
	c, err := v.curation()
	if err != nil {
		return nil, err
	}
	out := make([]*LoggedDecision, len(ids))
	for i, id := range ids {
		if at := slices.IndexFunc(c.log, func(d Decision) bool { return d.ID == id }); at >= 0 {
			out[i] = &LoggedDecision{c.log[at], c.undone[id]}
		}
	}
	return out, nil
}

// PutDecisions adds decisions that were made elsewhere, and tells how many
// were new. What they say of articles and ids that are not there yet counts as
// soon as they are. They are stored together, or none is.
func (s *Store) PutDecisions(ctx context.Context, ds []Decision) (int, error) {
	for _, d := range ds {
		if err := d.Check(); err != nil {
			return 0, err
		}
	}
	n := 0
	err := s.decide(ctx, func(*view) ([]Decision, error) {
		fresh, err := s.unknown(ds)
		n = len(fresh)
		return fresh, err
	})
	return n, err
}

// unknown keeps the decisions that are not in the log, each once.
func (s *Store) unknown(ds []Decision) ([]Decision, error) {
	txn := s.db.NewTransaction(false)
	defer txn.Discard()
	var out []Decision
	seen := map[ID]bool{}
	for _, d := range ds {
		if seen[d.ID] {
			continue
		}
		seen[d.ID] = true
		switch _, err := txn.Get(decisionKey(mustPack(d.ID, kindDecision))); {
		case errors.Is(err, badger.ErrKeyNotFound):
			out = append(out, d)
		case err != nil:
			return nil, err
		}
	}
	return out, nil
}

// decide adds to the log what choose makes of the latest state; nobody else
// commits meanwhile. It is synced when it returns.
func (s *Store) decide(ctx context.Context, choose func(*view) ([]Decision, error)) error {
	if s.options.ReadOnly {
		return ErrReadOnly
	}
	s.commitMu.Lock()
	defer s.commitMu.Unlock()
	if s.closed {
		return ErrClosed
	}
	if err := errors.Join(ctx.Err(), s.recover(ctx)); err != nil {
		return err
	}
	v, err := s.reader(context.Background()) // the latest state, even where ctx is pinned to one before it
	if err != nil {
		return err
	}
	ds, err := choose(v)
	v.close()
	if err != nil || len(ds) == 0 {
		return err
	}
	rows := make([]row, len(ds))
	for i, d := range ds {
		rows[i] = decisionRow(d)
	}
	if !s.fits(sizeOf(rows), len(rows)) {
		return undecidable("%d decisions are too many for one commit", len(ds))
	}
	next := s.state.clone()
	next.add(rows)
	return s.commit(next, rows, nil)
}

// record completes a decision with its time and id, and adds it to the log.
func (s *Store) record(ctx context.Context, complete func(*view, *curation) (Decision, error)) (LoggedDecision, error) {
	var made Decision
	err := s.decide(ctx, func(v *view) ([]Decision, error) {
		c, err := v.curation()
		if err != nil {
			return nil, err
		}
		if made, err = complete(v, c); err != nil {
			return nil, err
		}
		made.Time = s.options.Now().UTC().Truncate(time.Microsecond)
		if n := len(c.log); n > 0 && !made.Time.After(c.log[n-1].Time) {
			made.Time = c.log[n-1].Time.Add(time.Microsecond) // what is decided later counts later
		}
		if err := made.problem(); err != nil {
			return nil, err
		}
		made.ID = made.hash()
		return []Decision{made}, nil
	})
	return LoggedDecision{Decision: made}, err
}

// A Reviewer is who decides, and why.
type Reviewer struct{ Name, Note string }

func (r Reviewer) decision(k DecisionKind) Decision {
	return Decision{Kind: k, Reviewer: r.Name, Note: r.Note}
}

// ReviewClaim accepts, rejects or restores a claim. One that the graph does not
// have gives [ErrNotFound].
func (s *Store) ReviewClaim(ctx context.Context, claim ID, k DecisionKind, by Reviewer) (LoggedDecision, error) {
	return s.record(ctx, func(v *view, _ *curation) (Decision, error) {
		d := by.decision(k)
		if k != Accept && k != Reject && k != Restore {
			return d, undecidable("a claim is accepted, rejected or restored")
		}
		ids, err := v.current([]ID{claim})
		if err != nil {
			return d, err
		}
		c, err := v.candidate(ids[0])
		if err != nil {
			return d, err
		}
		if k == Restore && (c.Status == Extracted || c.Status == Curated) {
			return d, undecidable("%s: it was neither accepted nor rejected", claim)
		}
		d.Claim = &c.Claim
		if k == Accept {
			d.Modality, d.Reported = c.affirmation()
		}
		return d, nil
	})
}

// candidate is one claim with its reports.
func (v *view) candidate(id ID) (candidate, error) {
	triples, err := v.triples([]ID{id})
	if err != nil {
		return candidate{}, err
	}
	claim, ok := triples[id]
	if !ok {
		return candidate{}, fmt.Errorf("%s: %w", id, ErrNotFound)
	}
	prefix := newKey(tableSubject).id(claim.Subject).predicate(claim.Predicate).packed(mustPack(id, kindClaim))
	found, err := v.candidates(map[string]bool{string(prefix): true}, edtf.Date{})
	return found[id], err
}

// affirmation is how, and since when, a claim is affirmed.
func (c candidate) affirmation() (Modality, edtf.Date) {
	modality, reported := Planned, edtf.Date{}
	bits := c.word.modalities
	for _, r := range c.reports {
		bits |= r.modalities
		if r.modalities&affirming != 0 && earlier(r.reported, reported) {
			reported = r.reported
		}
	}
	switch {
	case bits&bitHappened != 0, bits&affirming == 0:
		modality = Happened
	case bits&bitOngoing != 0:
		modality = Ongoing
	}
	if reported.IsZero() {
		reported = c.word.reported
	}
	return modality, reported
}

// AddClaim adds a claim that needs no article. Things that nothing has named
// yet must be spelt as ids are.
func (s *Store) AddClaim(ctx context.Context, claim Claim, modality Modality, reported edtf.Date, by Reviewer) (LoggedDecision, error) {
	return s.record(ctx, func(v *view, c *curation) (Decision, error) {
		d := by.decision(Add)
		if reason := claim.problem(); reason != "" {
			return d, undecidable("%s", reason)
		}
		claim := c.claim(claim)
		if err := v.mustBeWellMade(append(mentions(claim), claim.Subject)...); err != nil {
			return d, err
		}
		d.Claim, d.Modality, d.Reported = &claim, cmp.Or(modality, Happened), reported
		return d, nil
	})
}

// UndoDecision takes a decision back. Undoing what undid another makes that
// count again.
func (s *Store) UndoDecision(ctx context.Context, id ID, by Reviewer) (LoggedDecision, error) {
	return s.record(ctx, func(_ *view, c *curation) (Decision, error) {
		d := by.decision(Undo)
		if !slices.ContainsFunc(c.log, func(l Decision) bool { return l.ID == id }) {
			return d, fmt.Errorf("%s: %w", id, ErrNotFound)
		}
		if by, gone := c.undone[id]; gone {
			return d, undecidable("%s: it was undone already, by %s", id, by)
		}
		d.Undoes = id
		return d, nil
	})
}
