package graph

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"peacetalks/graph/edtf"
)

// MergeEntities has ids name one thing, that of into. What is already merged
// goes along with the ids, so that merges chain.
func (s *Store) MergeEntities(ctx context.Context, ids []ID, into ID, by Reviewer) (LoggedDecision, error) {
	return s.record(ctx, func(v *view, c *curation) (Decision, error) {
		d := by.decision(Merge)
		if len(ids) == 0 {
			return d, undecidable("no ids are given that are to be merged")
		}
		d.Entity = c.root(into)
		for _, id := range ids {
			d.Others = append(d.Others, c.root(id))
		}
		d.Others = unique(d.Others)
		if slices.Contains(d.Others, d.Entity) {
			return d, undecidable("%s is already the same as %s", ids[slices.IndexFunc(ids, func(id ID) bool { return c.root(id) == d.Entity })], into)
		}
		if err := d.entitiesProblem(); err != nil {
			return d, err
		}
		return d, v.mustKnow(append(slices.Clone(d.Others), d.Entity))
	})
}

// SplitEntity undoes merges: ids are again things of their own, each with what
// was merged into it.
func (s *Store) SplitEntity(ctx context.Context, entity ID, ids []ID, by Reviewer) (LoggedDecision, error) {
	return s.record(ctx, func(_ *view, c *curation) (Decision, error) {
		d := by.decision(Split)
		if len(ids) == 0 {
			return d, undecidable("no ids are given that are to be split off")
		}
		d.Entity, d.Others = c.root(entity), unique(slices.Clone(ids))
		for _, id := range d.Others {
			if c.root(id) != d.Entity || id == d.Entity {
				return d, undecidable("%s was not merged into %s", id, d.Entity)
			}
		}
		return d, nil
	})
}

// SplitNames tells some of the names of a thing apart: articles that call it by
// no other name are about the thing named into, and the names are its own. An
// id that is empty is made of entity's.
func (s *Store) SplitNames(ctx context.Context, entity ID, names []string, into ID, by Reviewer) (LoggedDecision, error) {
	return s.record(ctx, func(v *view, c *curation) (Decision, error) {
		d := by.decision(Split)
		d.Entity, d.Names = c.root(entity), names
		if len(names) == 0 {
			return d, undecidable("no names are given that are to be told apart")
		}
		if err := v.mustKnow([]ID{d.Entity}); err != nil {
			return d, err
		}
		fs, err := v.facts([]ID{d.Entity}, edtf.Date{})
		if err != nil {
			return d, err
		}
		for _, n := range names {
			if !slices.ContainsFunc(fs[0].by[PredName], func(c candidate) bool { return sameName(c.Object.Text) == sameName(n) }) {
				return d, undecidable("no article calls %s %q", d.Entity, n)
			}
		}
		if into == "" {
			if into, err = v.freeID(d.Entity); err != nil {
				return d, err
			}
		}
		if c.root(into) == d.Entity {
			return d, undecidable("%s is merged into %s: split that first, or give another id", into, d.Entity)
		}
		d.Others = []ID{into}
		if err := d.entitiesProblem(); err != nil {
			return d, err
		}
		return d, v.mustBeWellMade(into)
	})
}

// freeID is an id like another that nothing has.
func (v *view) freeID(like ID) (ID, error) {
	for n := 2; ; n++ {
		id := like + ID("-"+strconv.Itoa(n))
		known, err := v.knownAmong([]ID{id})
		if err != nil || !known[id] {
			return id, err
		}
	}
}

// mustKnow refuses ids that neither the graph nor the vocabulary knows.
func (v *view) mustKnow(ids []ID) error {
	known, err := v.knownAmong(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, labelled := v.store.options.Vocabulary.Terms[id]; !known[id] && !labelled {
			return fmt.Errorf("%s: %w", id, ErrNotFound)
		}
	}
	return nil
}

// Canonical gives ids the form that the graph uses: the id of what their thing
// was merged into.
func (s *Store) Canonical(ctx context.Context, ids []ID) ([]ID, error) {
	return answer(ctx, s, func(v *view) ([]ID, error) { return v.current(ids) })
}

// FormerIDs lists, for each thing, the other ids that were merged into it.
func (s *Store) FormerIDs(ctx context.Context, ids []ID) ([][]ID, error) {
	return answer(ctx, s, func(v *view) ([][]ID, error) {
		c, err := v.curation()
		out := make([][]ID, len(ids))
		for i, id := range ids {
			if err == nil {
				out[i] = slices.Clone(c.former[c.id(id)])
			}
		}
		return out, err
	})
}
