package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"peacetalks/graph/edtf"
)

// single lists the predicates of which a subject has one value at a time, so
// that two values are a conflict.
var single = map[Predicate]bool{
	PredStart: true, PredEnd: true, PredVenue: true, PredHost: true,
	PredNumber: true, PredStatus: true, PredHead: true,
}

// Conflicts lists conflicts by subject and predicate.
func (s *Store) Conflicts(ctx context.Context, f ConflictFilter, p Page) (Connection[Conflict], error) {
	return list(ctx, s, p, func(v *view) (Connection[Conflict], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Conflict]{}, err
		}
		var all []Conflict
		switch {
		case f.Subject != "":
			var of [][]Conflict
			of, err = v.conflictsAt([]key{subjectPrefix(f.Subject)}, f.AsOf)
			all = slices.Concat(of...)
		case f.Round != "":
			var of [][]Conflict
			of, err = v.conflictsOf([]ID{f.Round}, f.AsOf)
			all = slices.Concat(of...)
		default:
			all, err = v.allConflicts(f.AsOf)
		}
		if err != nil {
			return Connection[Conflict]{}, err
		}
		a, err := v.atlas(f.AsOf)
		if err != nil {
			return Connection[Conflict]{}, err
		}
		all = slices.DeleteFunc(slices.Clone(all), func(c Conflict) bool {
			if f.Process != "" {
				round := a.rounds[c.Subject.roundOf()]
				if round == nil || round.Process != f.Process {
					return true
				}
			}
			return len(f.Predicates) > 0 && !slices.Contains(f.Predicates, c.Predicate) ||
				len(f.Kinds) > 0 && !slices.Contains(f.Kinds, c.Kind)
		})
		return connect(v, all, func(c Conflict) ID { return c.ID }, p, same)
	})
}

// ConflictsOf lists the conflicts about subjects; those about a round include
// its delegations, agenda items, meetings, statements and outcomes.
func (s *Store) ConflictsOf(ctx context.Context, subjects []ID, asOf edtf.Date) ([][]Conflict, error) {
	return answer(ctx, s, func(v *view) ([][]Conflict, error) {
		subjects, err := v.current(subjects)
		if err != nil {
			return nil, err
		}
		return v.conflictsOf(subjects, asOf)
	})
}

func (v *view) conflictsOf(subjects []ID, asOf edtf.Date) ([][]Conflict, error) {
	fs, err := v.facts(subjects, asOf)
	if err != nil {
		return nil, err
	}
	var prefixes []key
	var owner []int
	add := func(i int, p key) { prefixes, owner = append(prefixes, p), append(owner, i) }
	for i, id := range subjects {
		add(i, subjectPrefix(id))
		if id.Kind() != "round" {
			continue
		}
		for _, kind := range []string{"agenda", "delegation", "meeting"} {
			add(i, subjectsPrefix(kind+":"+id.Name()+"/"))
		}
		for _, of := range slices.Concat(fs[i].entities(PredStatement), fs[i].entities(PredOutcome)) {
			add(i, subjectPrefix(of))
		}
	}
	found, err := v.conflictsAt(prefixes, asOf)
	if err != nil {
		return nil, err
	}
	out := make([][]Conflict, len(subjects))
	for j, cs := range found {
		out[owner[j]] = append(out[owner[j]], cs...)
	}
	for _, cs := range out {
		slices.SortFunc(cs, compareConflicts)
	}
	return out, nil
}

func compareConflicts(a, b Conflict) int {
	return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.ID, b.ID))
}

// conflictsAt finds the conflicts about the subjects under each prefix.
func (v *view) conflictsAt(prefixes []key, asOf edtf.Date) ([][]Conflict, error) {
	found, err := v.fused(prefixes, asOf)
	if err != nil {
		return nil, err
	}
	out := make([][]Conflict, len(prefixes))
	for i, fs := range found {
		for _, f := range fs {
			out[i] = append(out[i], f.conflicts()...)
		}
	}
	return out, nil
}

// allConflicts goes through all that is said, one subject at a time.
func (v *view) allConflicts(asOf edtf.Date) ([]Conflict, error) {
	return cached(v, "conflicts "+asOf.String(), func() ([]Conflict, error) {
		in, err := v.scope(asOf)
		if err != nil {
			return nil, err
		}
		var out []Conflict
		var group []report
		flush := func() {
			if len(group) > 0 {
				out = append(out, fuse(group[0].subject, group, in).conflicts()...)
				group = group[:0]
			}
		}
		err = v.scan([]key{newKey(tableSubject)}, func(k, record []byte) error {
			r, err := decodeReport(k, record)
			if err != nil {
				return err
			}
			if len(group) > 0 && group[0].subject != r.subject {
				flush()
			}
			group = append(group, r)
			return nil
		})
		flush()
		slices.SortFunc(out, compareConflicts)
		return out, err
	})
}

// conflict answers one conflict by its id.
func (v *view) conflict(id ID) (*Conflict, error) {
	all, err := v.allConflicts(edtf.Date{})
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if c.ID == id {
			return &c, nil
		}
	}
	return nil, nil
}

// conflicts finds what the reports on a subject disagree about.
func (f facts) conflicts() []Conflict {
	var out []Conflict
	for p, cs := range f.by {
		if single[p] {
			if c, ok := f.disagreement(p, cs); ok {
				out = append(out, c)
			}
		}
	}
	for _, c := range f.all {
		if c.affirmed() && c.Denials > 0 {
			out = append(out, f.denial(c))
		}
	}
	slices.SortFunc(out, compareConflicts)
	return out
}

// denial is the conflict over a claim that some affirm and some deny.
func (f facts) denial(c candidate) Conflict {
	why := fmt.Sprintf("%s %s it and %s %s it: it is shown, since somebody affirms it",
		sourceCount(c.Support), verb(c.Support, "affirm"), sourceCount(c.Denials), verb(c.Denials, "deny"))
	if c.curated {
		why = "a curator says so"
	}
	return Conflict{
		ID: HashID("conflict", string(c.ID)), Subject: f.subject, Predicate: c.Predicate, Kind: Denial, Preferred: c.ID, AsOf: f.in.asOf,
		Sides: []ConflictSide{
			{Claim: c.ID, IndependentSources: c.Support, AsOf: f.in.asOf},
			{Claim: c.ID, Denied: true, IndependentSources: c.Denials, AsOf: f.in.asOf},
		},
		Reason: why,
	}
}

// disagreement is the conflict between the values of a predicate, if they
// cannot all be true and none gave way to another in time.
func (f facts) disagreement(p Predicate, cs []candidate) (Conflict, bool) {
	switch p {
	case PredStatus:
		cs = orderStatus(cs)
	case PredStart, PredEnd:
		cs = orderDates(cs)
	}
	sides := cs[:1:1]
	for _, c := range cs[1:] {
		if !c.replaced && !f.agree(c, cs[0]) {
			sides = append(sides, c)
		}
	}
	if len(sides) < 2 {
		return Conflict{}, false
	}
	out := Conflict{
		ID: HashID("conflict", string(f.subject), string(p)), Subject: f.subject, Predicate: p, Kind: DifferentValues, AsOf: f.in.asOf,
		Preferred: cs[0].ID, Reason: f.reason(sides[0], sides[1], cs),
	}
	for _, c := range sides {
		out.Sides = append(out.Sides, ConflictSide{Claim: c.ID, IndependentSources: c.Support, AsOf: f.in.asOf})
	}
	return out, true
}

// agree tells whether a value and the preferred one can both be true.
func (f facts) agree(c, preferred candidate) bool {
	switch c.Predicate {
	case PredStatus:
		return follows(c, preferred)
	case PredStart, PredEnd:
		// A coarser date agrees with a finer one that it holds.
		return c.Object.Date.Compatible(preferred.Object.Date)
	case PredVenue:
		// A city that was renamed is one place.
		same := f.in.terms[c.Object.Entity].Same
		return same != "" && same == f.in.terms[preferred.Object.Entity].Same
	}
	return false
}

// reason is why the first of two claims is preferred among all that are about
// the same.
func (f facts) reason(a, b candidate, all []candidate) string {
	switch a.Predicate {
	case PredStatus:
		return statusReason(a, b)
	case PredStart, PredEnd:
		own := a.Support
		a, b = pool(a, all), pool(b, all)
		why := reason(a, b)
		if compareSupport(a, b) == 0 && days(a.Object.Date) < days(b.Object.Date) {
			why = "the support is equal; it is more precise"
		}
		if a.Support > own {
			why += ", counting less precise dates that agree with it"
		}
		return why
	}
	return reason(a, b)
}

// reason says by which step of the order of fusion the first claim comes
// before the second.
func reason(a, b candidate) string {
	switch {
	case a.curated && !b.curated:
		return "a curator says so"
	case a.realised && !b.realised:
		return "it is reported as happened or under way, the other only as planned"
	case a.Support > b.Support:
		return fmt.Sprintf("%s against %d", sourceCount(a.Support), b.Support)
	case compareLatest(a.latest, b.latest) < 0:
		return reportedLater(a, b)
	case a.best > b.best:
		return fmt.Sprintf("its passage is clearer (confidence %.2f against %.2f)", a.best, b.best)
	}
	return "the support is equal; the order of ids decides"
}

func reportedLater(a, b candidate) string {
	if b.latest.IsZero() {
		return fmt.Sprintf("it was reported on %s, the other on a day that is not known", a.latest)
	}
	return fmt.Sprintf("it was reported later, on %s; the other on %s", a.latest, b.latest)
}

// statusReason is reason for statuses, of which the last reported comes first.
func statusReason(a, b candidate) string {
	switch {
	case a.curated && !b.curated:
		return "a curator says so"
	case compareLatest(a.latest, b.latest) != 0:
		return reportedLater(a, b)
	case compareSupport(a, b) == 0:
		return "the support is equal; it is the status that is further on"
	}
	return reason(a, b)
}

func sourceCount(n int) string {
	if n == 1 {
		return "1 independent source"
	}
	return fmt.Sprintf("%d independent sources", n)
}

// verb is a verb in the form that fits a number of sources.
func verb(n int, v string) string {
	switch {
	case n != 1:
		return v
	case v == "deny":
		return "denies"
	}
	return v + "s"
}
