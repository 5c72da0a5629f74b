package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
)

// A Doubt is a reason for a curator to look at a claim.
type Doubt string

// The doubts, the gravest first.
const (
	InConflict        Doubt = "CONFLICT"           // it is a side of a conflict
	SingleSource      Doubt = "SINGLE_SOURCE"      // one independent source affirms it
	LowConfidence     Doubt = "LOW_CONFIDENCE"     // no passage states it clearly
	UncertainIdentity Doubt = "UNCERTAIN_IDENTITY" // it names a person who may be another of the party's people
)

var allDoubts = []Doubt{InConflict, SingleSource, LowConfidence, UncertainIdentity}

// clearly is the least confidence of a passage that leaves no doubt.
const clearly = 0.7

// A review tells what is doubtful, by what was reported by a day.
type review struct {
	conflict map[ID]bool // claims that are a side of a conflict
	alike    map[ID]bool // people
}

func (v *view) review(asOf edtf.Date) (review, error) {
	return cached(v, "review "+asOf.String(), func() (review, error) {
		r := review{map[ID]bool{}, map[ID]bool{}}
		conflicts, err := v.allConflicts(asOf)
		if err != nil {
			return r, err
		}
		for _, c := range conflicts {
			for _, side := range c.Sides {
				r.conflict[side.Claim] = true
			}
		}
		a, err := v.atlas(asOf)
		if err != nil {
			return r, err
		}
		people := map[ID][]ID{} // by party
		for _, b := range a.rounds {
			for _, d := range b.delegations {
				if d.Head != nil {
					people[d.Party] = append(people[d.Party], d.Head.Person)
				}
				for _, m := range d.Members {
					people[d.Party] = append(people[d.Party], m.Person)
				}
			}
		}
		for _, ids := range people {
			ids = unique(ids)
			for i, x := range ids {
				for _, y := range ids[i+1:] {
					if alike(x, y) {
						r.alike[x], r.alike[y] = true, true
					}
				}
			}
		}
		return r, nil
	})
}

// alike tells whether two people's names may be one's: one is a part of the
// other, or two letters make the difference.
func alike(x, y ID) bool {
	a, b := strings.Split(x.Name(), "-"), strings.Split(y.Name(), "-")
	if len(a) > len(b) {
		a, b = b, a
	}
	if !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) }) {
		return true
	}
	return min(len(x.Name()), len(y.Name())) >= 8 && distance(x.Name(), y.Name()) <= 2
}

// distance is how many letters must be added, left out or replaced to make one
// name of another.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := min(row[j+1]+1, row[j]+1, diagonal+truth(a[i] != b[j]))
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}

// doubts lists why a curator should look at a claim, the gravest first; none
// if one has.
func (r review) doubts(c candidate) []Doubt {
	if c.Status != Extracted || !c.affirmed() {
		return nil
	}
	names := func(id ID) bool { return r.alike[id] }
	var out []Doubt
	for _, d := range allDoubts {
		holds := false
		switch d {
		case InConflict:
			holds = r.conflict[c.ID]
		case SingleSource:
			holds = c.Support == 1
		case LowConfidence:
			holds = c.best < clearly
		case UncertainIdentity:
			holds = names(c.Subject) || names(c.Object.Entity)
		}
		if holds {
			out = append(out, d)
		}
	}
	return out
}

// queue keeps of claims those that a curator should look at. Unless another
// order is asked for, the least certain come first: by the doubts in their
// order, then by confidence.
func (r review) queue(all []candidate) []candidate {
	doubts := map[ID][]bool{}
	all = slices.DeleteFunc(all, func(c candidate) bool {
		of := r.doubts(c)
		for _, d := range allDoubts {
			doubts[c.ID] = append(doubts[c.ID], slices.Contains(of, d))
		}
		return len(of) == 0
	})
	slices.SortFunc(all, func(a, b candidate) int {
		for i := range allDoubts {
			if n := cmp.Compare(truth(doubts[b.ID][i]), truth(doubts[a.ID][i])); n != 0 {
				return n
			}
		}
		return cmp.Or(cmp.Compare(a.best, b.best), ClaimsBySubject.compare()(a, b))
	})
	return all
}

// Doubts lists for each claim why a curator should look at it, the gravest
// first.
func (s *Store) Doubts(ctx context.Context, claims []ID) ([][]Doubt, error) {
	return answer(ctx, s, func(v *view) ([][]Doubt, error) {
		claims, err := v.current(claims)
		if err != nil {
			return nil, err
		}
		r, err := v.review(edtf.Date{})
		if err != nil {
			return nil, err
		}
		prefixes := map[string]bool{}
		if err := v.claimPrefixes(claims, prefixes); err != nil {
			return nil, err
		}
		found, err := v.candidates(prefixes, edtf.Date{})
		out := make([][]Doubt, len(claims))
		for i, id := range claims {
			if c, ok := found[id]; ok {
				out[i] = r.doubts(c)
			}
		}
		return out, err
	})
}
