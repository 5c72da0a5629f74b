package graph

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// Statements lists statements across rounds, by date.
func (s *Store) Statements(ctx context.Context, f StatementFilter, p Page) (Connection[Statement], error) {
	return list(ctx, s, p, func(v *view) (Connection[Statement], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Statement]{}, err
		}
		ids, err := v.statementIDs(f)
		if err != nil {
			return Connection[Statement]{}, err
		}
		found, err := v.statements(ids, f.AsOf)
		if err != nil {
			return Connection[Statement]{}, err
		}
		var all []Statement
		for _, st := range found {
			if st != nil && f.holds(*st) {
				all = append(all, *st)
			}
		}
		slices.SortFunc(all, compareStatements)
		return connect(v, all, func(st Statement) ID { return st.ID }, p, same)
	})
}

// StatementsOf lists the statements at rounds, by date.
func (s *Store) StatementsOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Statement, error) {
	return answer(ctx, s, func(v *view) ([][]Statement, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		fs, err := v.facts(rounds, asOf)
		if err != nil {
			return nil, err
		}
		var ids []ID
		for _, f := range fs {
			ids = append(ids, f.entities(PredStatement)...)
		}
		found, err := v.statements(unique(ids), asOf)
		if err != nil {
			return nil, err
		}
		out := make([][]Statement, len(rounds))
		for i, round := range rounds {
			for _, st := range found {
				if st != nil && st.Round == round {
					out[i] = append(out[i], *st)
				}
			}
			slices.SortFunc(out[i], compareStatements)
		}
		return out, nil
	})
}

func compareStatements(a, b Statement) int {
	return cmp.Or(compareEventDates(a.Date, b.Date, 1), cmp.Compare(a.Round, b.Round), cmp.Compare(a.Speaker, b.Speaker), cmp.Compare(a.ID, b.ID))
}

func (f StatementFilter) holds(st Statement) bool {
	return (f.Process == "" || st.Round != "" && st.process == f.Process) &&
		(f.Round == "" || st.Round == f.Round) &&
		(f.Speaker == "" || st.Speaker == f.Speaker) &&
		(f.Topic == "" || slices.Contains(st.Topics, f.Topic)) &&
		st.Date.within(f.From, f.To, Possibly)
}

// statementIDs lists the statements that a filter may hold, by the index that
// narrows them best.
func (v *view) statementIDs(f StatementFilter) ([]ID, error) {
	switch {
	case f.Round != "":
		fs, err := v.facts([]ID{f.Round}, f.AsOf)
		if err != nil {
			return nil, err
		}
		return fs[0].entities(PredStatement), nil
	case f.Speaker != "":
		return v.subjectsThatName(f.Speaker, PredSpeaker)
	case f.Topic != "":
		return v.subjectsThatName(f.Topic, PredTopic)
	}
	return v.nodes("statement")
}

// subjectsThatName lists the subjects of claims of a predicate that name an
// entity, each once.
func (v *view) subjectsThatName(entity ID, p Predicate) ([]ID, error) {
	var ids []ID
	err := v.scan([]key{newKey(tableMention).id(entity).predicate(p)}, func(k, record []byte) error {
		m, err := decodeMention(k, record)
		if len(ids) == 0 || ids[len(ids)-1] != m.subject {
			ids = append(ids, m.subject)
		}
		return err
	})
	return ids, err
}

// owners finds the round of each statement or outcome, in one pass, with the
// claims that say so; the best supported round if there are several.
func (v *view) owners(ids []ID, p Predicate, asOf edtf.Date) (map[ID]candidate, error) {
	prefixes := make([]key, 0, len(ids))
	for _, id := range slices.Sorted(slices.Values(ids)) {
		prefixes = append(prefixes, newKey(tableMention).id(id).predicate(p))
	}
	rounds := map[ID][]ID{} // round → its statements
	err := v.scan(slices.CompactFunc(prefixes, func(a, b key) bool { return string(a) == string(b) }), func(k, record []byte) error {
		m, err := decodeMention(k, record)
		if !slices.Contains(rounds[m.subject], m.entity) {
			rounds[m.subject] = append(rounds[m.subject], m.entity)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	names := make([]ID, 0, len(rounds))
	for id := range rounds {
		names = append(names, id)
	}
	slices.Sort(names)
	fs, err := v.facts(names, asOf)
	if err != nil {
		return nil, err
	}
	out := map[ID]candidate{}
	for _, f := range fs {
		for _, c := range f.by[p] {
			if had, ok := out[c.Object.Entity]; !ok || compareCandidates(c, had) < 0 {
				out[c.Object.Entity] = c
			}
		}
	}
	return out, nil
}

// statements makes the views of statements, nil where nothing affirms one.
func (v *view) statements(ids []ID, asOf edtf.Date) ([]*Statement, error) {
	fs, err := v.facts(ids, asOf)
	if err != nil {
		return nil, err
	}
	owner, err := v.owners(ids, PredStatement, asOf)
	if err != nil {
		return nil, err
	}
	process := map[ID]ID{}
	var rounds []ID
	for _, c := range owner {
		rounds = append(rounds, c.Subject)
	}
	rfs, err := v.facts(rounds, asOf)
	if err != nil {
		return nil, err
	}
	for _, f := range rfs {
		r, err := v.roundOf(f, asOf)
		if err != nil {
			return nil, err
		}
		process[f.subject] = r.Process
	}
	out := make([]*Statement, len(ids))
	for i, f := range fs {
		c, owned := owner[f.subject]
		if !f.known() && !owned || f.subject.Kind() != "statement" {
			continue
		}
		st := &Statement{ID: f.subject, Speaker: f.entity(PredSpeaker), Date: f.date(PredDate), Claims: f.claims(PredSpeaker, PredText), AsOf: asOf}
		if owned {
			st.Round, st.process = c.Subject, process[c.Subject]
			st.Claims = append([]ID{c.ID}, st.Claims...)
		}
		st.Text, st.Language = f.text(PredText)
		manner, _ := f.text(PredManner)
		st.Direct = manner == "direct"
		st.Topics = slices.Sorted(slices.Values(f.entities(PredTopic)))
		st.ReportedBy = citingOf(slices.Concat(f.by[PredText], f.by[PredSpeaker], []candidate{c}))
		out[i] = st
	}
	return out, nil
}

// citingOf is who is cited for claims, by the best report that says so.
func citingOf(cs []candidate) string {
	for _, c := range cs {
		if r, ok := bestReport(c.reports, func(r report) bool { return r.citing != "" }); ok {
			return r.citing
		}
	}
	return ""
}

// OutcomesOf lists the outcomes of rounds.
func (s *Store) OutcomesOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Outcome, error) {
	return answer(ctx, s, func(v *view) ([][]Outcome, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		return v.outcomesOf(rounds, asOf)
	})
}

func (v *view) outcomesOf(rounds []ID, asOf edtf.Date) ([][]Outcome, error) {
	fs, err := v.facts(rounds, asOf)
	if err != nil {
		return nil, err
	}
	var ids []ID
	for _, f := range fs {
		ids = append(ids, f.entities(PredOutcome)...)
	}
	details, err := v.factsOf(ids, asOf)
	if err != nil {
		return nil, err
	}
	out := make([][]Outcome, len(rounds))
	for i, f := range fs {
		for _, c := range f.by[PredOutcome] {
			out[i] = append(out[i], outcomeOf(c, details[c.Object.Entity]))
		}
		slices.SortFunc(out[i], func(a, b Outcome) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	}
	return out, nil
}

func outcomeOf(c candidate, f facts) Outcome {
	o := Outcome{ID: c.Object.Entity, Round: c.Subject, Date: f.date(PredDate), Claims: append([]ID{c.ID}, f.claims(PredKind)...), AsOf: c.AsOf}
	o.Kind, _ = f.text(PredKind)
	o.Text, o.Language = f.text(PredText)
	return o
}

// outcome answers one outcome by its id.
func (v *view) outcome(id ID) (*Outcome, error) {
	owner, err := v.owners([]ID{id}, PredOutcome, edtf.Date{})
	if err != nil {
		return nil, err
	}
	c, ok := owner[id]
	if !ok {
		return nil, nil
	}
	fs, err := v.facts([]ID{id}, edtf.Date{})
	if err != nil {
		return nil, err
	}
	o := outcomeOf(c, fs[0])
	return &o, nil
}

// Outcomes lists outcomes across rounds, by the round's start and id.
func (s *Store) Outcomes(ctx context.Context, f OutcomeFilter, p Page) (Connection[Outcome], error) {
	return list(ctx, s, p, func(v *view) (Connection[Outcome], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Outcome]{}, err
		}
		rounds, err := v.chosenOf(RoundFilter{Process: f.Process, From: f.From, To: f.To, AsOf: f.AsOf}, f.Round)
		if err != nil {
			return Connection[Outcome]{}, err
		}
		of, err := v.outcomesOf(idsOf(rounds), f.AsOf)
		if err != nil {
			return Connection[Outcome]{}, err
		}
		all := slices.DeleteFunc(slices.Concat(of...), func(o Outcome) bool {
			return len(f.Kinds) > 0 && !slices.Contains(f.Kinds, o.Kind)
		})
		return connect(v, all, func(o Outcome) ID { return o.ID }, p, same)
	})
}
