package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"peacetalks/graph/edtf"
)

// A DecisionKind is what a curator decides.
type DecisionKind string

// The kinds of decisions.
const (
	Accept  DecisionKind = "ACCEPT"  // a claim holds, whoever else says so
	Reject  DecisionKind = "REJECT"  // no view shows a claim
	Restore DecisionKind = "RESTORE" // a claim is again as it was before it was accepted or rejected
	Add     DecisionKind = "ADD"     // a claim holds that need stand in no article
	Merge   DecisionKind = "MERGE"   // several ids name one thing
	Split   DecisionKind = "SPLIT"   // ids that were merged, or some of the names of a thing, are another
	Undo    DecisionKind = "UNDO"    // a decision does not count
)

// A Decision is an entry in the log of curation. The log only grows: what is
// undone stays in it, with the decision that undid it. Decisions count in the
// order of their time, so that logs that were kept apart can be joined in any
// order.
type Decision struct {
	ID       ID           `json:"id"` // a hash of all else
	Kind     DecisionKind `json:"kind"`
	Time     time.Time    `json:"time"` // UTC, to the microsecond
	Reviewer string       `json:"reviewer"`
	Note     string       `json:"note,omitempty"`

	// Of Accept, Reject, Restore and Add: the whole claim, so that the decision
	// needs no article.
	Claim    *Claim    `json:"claim,omitempty"`
	Modality Modality  `json:"modality,omitempty"` // of Accept and Add: how it is affirmed
	Reported edtf.Date `json:"reported,omitzero"`  // of Accept and Add: the day from which views as of a day count it; zero: always

	Entity ID       `json:"entity,omitempty"` // of Merge: the id that stays; of Split: what is told apart
	Others []ID     `json:"others,omitempty"` // of Merge: the ids that join Entity; of Split: those that leave it
	Names  []string `json:"names,omitempty"`  // of Split: the names that are another thing's, which is then the one in Others

	Undoes ID `json:"undoes,omitempty"` // of Undo
}

// kindDecision is the kind of decisions' ids.
const kindDecision = "decision"

// MaxNote is the longest note, and MaxReviewer the longest name of a reviewer,
// in bytes.
const (
	MaxNote     = 10_000
	MaxReviewer = 200
)

// maxIDsOfDecision bounds the ids and the names of one decision.
const maxIDsOfDecision = 100

// A DecisionError tells why something cannot be decided.
type DecisionError struct{ Reason string }

func (e *DecisionError) Error() string { return e.Reason }

func undecidable(format string, args ...any) error {
	return &DecisionError{fmt.Sprintf(format, args...)}
}

// decisionTime is the form of times in records and ids.
const decisionTime = "2006-01-02T15:04:05.000000Z"

// hash is the id that a decision must have.
func (d Decision) hash() ID {
	parts := []string{string(d.Kind), d.Time.UTC().Format(decisionTime), d.Reviewer, d.Note, string(d.Modality), d.Reported.String(), string(d.Entity), string(d.Undoes)}
	if d.Claim != nil {
		parts = append(parts, string(d.Claim.Subject), string(d.Claim.Predicate), d.Claim.Object.Canonical())
	}
	for _, id := range d.Others {
		parts = append(parts, "other", string(id))
	}
	for _, n := range d.Names {
		parts = append(parts, "name", n)
	}
	return HashID(kindDecision, parts...)
}

func compareDecisions(a, b Decision) int {
	return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID))
}

// Check tells whether a decision that was made elsewhere is what its id says,
// and whole; its error is a *[DecisionError].
func (d Decision) Check() error {
	if err := d.problem(); err != nil {
		return err
	}
	if d.ID != d.hash() {
		return undecidable("%s: the id is not the hash of the decision, %s", d.ID, d.hash())
	}
	return nil
}

// decisionShapes tells which fields the kinds have.
var decisionShapes = map[DecisionKind]struct{ claim, affirms, entities, names, undoes bool }{
	Accept:  {claim: true, affirms: true},
	Reject:  {claim: true},
	Restore: {claim: true},
	Add:     {claim: true, affirms: true},
	Merge:   {entities: true},
	Split:   {entities: true, names: true},
	Undo:    {undoes: true},
}

// problem is what keeps a decision out of the log whatever else is in it, or
// nil.
func (d Decision) problem() error {
	shape, ok := decisionShapes[d.Kind]
	switch {
	case !ok:
		return undecidable("no such kind of decision: %q", d.Kind)
	case strings.TrimSpace(d.Reviewer) == "":
		return undecidable("no reviewer is named")
	case len(d.Reviewer) > MaxReviewer || len(d.Note) > MaxNote:
		return undecidable("the reviewer's name has %d bytes of at most %d, the note %d of at most %d", len(d.Reviewer), MaxReviewer, len(d.Note), MaxNote)
	case !utf8.ValidString(d.Reviewer + d.Note + strings.Join(d.Names, "")):
		return undecidable("text that is not UTF-8")
	case d.Time.IsZero() || !d.Time.Equal(d.Time.Truncate(time.Microsecond)):
		return undecidable("a time that is not to the microsecond")
	case shape.claim != (d.Claim != nil), shape.entities != (d.Entity != ""), shape.entities != (len(d.Others) > 0),
		shape.undoes != (d.Undoes != ""), !shape.names && len(d.Names) > 0,
		shape.affirms != (d.Modality != ""), !shape.affirms && !d.Reported.IsZero():
		return undecidable("a decision to %s has other fields", strings.ToLower(string(d.Kind)))
	case shape.affirms && bit(d.Modality)&affirming == 0:
		return undecidable("a claim is affirmed as happened, ongoing or planned, not as %q", d.Modality)
	case len(d.Others) > maxIDsOfDecision || len(d.Names) > maxIDsOfDecision:
		return undecidable("more than %d ids or names in one decision", maxIDsOfDecision)
	}
	if d.Claim != nil {
		if reason := d.Claim.problem(); reason != "" {
			return undecidable("%s", reason)
		}
	}
	if shape.entities {
		return d.entitiesProblem()
	}
	return nil
}

// mergeable lists the kinds of things that are merged and split by themselves.
// Delegations, agenda items and meetings follow their rounds, parties and
// topics.
var mergeable = []string{"process", "round", "party", "person", "topic", "place", "statement", "outcome"}

func (d Decision) entitiesProblem() error {
	kind := d.Entity.Kind()
	if !slices.Contains(mergeable, kind) {
		return undecidable("%.60q: things of this kind follow their rounds, parties and topics: merge or split those", string(d.Entity))
	}
	for _, id := range append(slices.Clone(d.Others), d.Entity) {
		if reason := id.problem([]string{kind}); reason != "" {
			return undecidable("%s", reason)
		}
	}
	switch {
	case slices.Contains(d.Others, d.Entity):
		return undecidable("%s is named twice", d.Entity)
	case len(d.Names) > 0 && len(d.Others) != 1:
		return undecidable("names are told apart under one new id")
	case slices.ContainsFunc(d.Names, func(n string) bool { return strings.TrimSpace(n) == "" }):
		return undecidable("an empty name")
	}
	return nil
}

// encode is the record of a decision.
func (d Decision) encode() []byte {
	b := putText(nil, string(d.Kind))
	b = putInt(b, int(d.Time.UnixMicro()))
	for _, s := range []string{d.Reviewer, d.Note, string(d.Modality), d.Reported.String(), string(d.Entity), string(d.Undoes)} {
		b = putText(b, s)
	}
	b = append(b, byte(truth(d.Claim != nil)))
	if d.Claim != nil {
		b = putText(putText(b, string(d.Claim.Subject)), string(d.Claim.Predicate))
		b = putObject(b, d.Claim.Object)
	}
	b = putInt(b, len(d.Others))
	for _, id := range d.Others {
		b = putText(b, string(id))
	}
	b = putInt(b, len(d.Names))
	for _, n := range d.Names {
		b = putText(b, n)
	}
	return b
}

func decodeDecision(k, record []byte) (Decision, error) {
	f := &fields{rest: record}
	d := Decision{ID: parseKey(k, tableDecision).packed().id(kindDecision)}
	d.Kind, d.Time = DecisionKind(f.text()), time.UnixMicro(int64(f.int())).UTC()
	d.Reviewer, d.Note, d.Modality = f.text(), f.text(), Modality(f.text())
	d.Reported, d.Entity, d.Undoes = f.date(), ID(f.text()), ID(f.text())
	if f.byte() == 1 {
		d.Claim = &Claim{ID(f.text()), Predicate(f.text()), f.object()}
	}
	for n := f.int(); n > 0 && f.err == nil; n-- {
		d.Others = append(d.Others, ID(f.text()))
	}
	for n := f.int(); n > 0 && f.err == nil; n-- {
		d.Names = append(d.Names, f.text())
	}
	return d, f.end(k)
}

// decisionRow is the row of a decision in the log.
func decisionRow(d Decision) row {
	k := decisionKey(mustPack(d.ID, kindDecision))
	return row{k, seal(k, d.encode())}
}
