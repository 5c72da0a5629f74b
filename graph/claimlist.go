package graph

import (
	"cmp"
	"reflect"
	"slices"

	"peacetalks/graph/edtf"
)

// A listedClaim is what a list of claims is chosen and ordered by, where a
// filter names no thing, article, outlet or day.
type listedClaim struct {
	prefix    string // of its reports in the table of subjects
	predicate Predicate
	status    ClaimStatus
	affirmed  bool
	support   int
	latest    edtf.Date
}

func (c *listedClaim) id() ID {
	return packed([]byte(c.prefix[len(c.prefix)-len(packed{}):])).id(kindClaim)
}

// listable tells whether a filter asks for no more than a listed claim holds.
func (f *ClaimFilter) listable() bool {
	ok := !f.NeedsReview && f.AsOf.IsZero()
	err := Walk(f, func(g *ClaimFilter, _ int) error {
		rest := *g
		rest.Nested, rest.Order, rest.Denied, rest.Certainty = Nested[ClaimFilter]{}, "", false, ""
		rest.Predicates, rest.Statuses, rest.MinSupport = nil, nil, 0
		ok = ok && reflect.ValueOf(rest).IsZero()
		return nil
	})
	return ok && err == nil
}

// listedClaims lists all claims, the denied and the rejected ones too, in the
// order of their subjects, predicates and ids, which is that of the keys.
func (v *view) listedClaims() ([]listedClaim, error) {
	return cached(v, "claims", func() ([]listedClaim, error) {
		in, err := v.scope(edtf.Date{})
		if err != nil {
			return nil, err
		}
		var out []listedClaim
		var reports []report // of one claim
		var prefix string
		weigh := func() {
			if len(reports) > 0 {
				c := newCandidate(reports, in)
				out = append(out, listedClaim{prefix, c.Predicate, c.Status, c.affirmed(), c.Support, c.latest})
			}
			reports = reports[:0]
		}
		err = v.scan([]key{newKey(tableSubject)}, func(k, record []byte) error {
			r, err := decodeReport(k, record)
			if err != nil {
				return err
			}
			if len(reports) == 0 || r.claim != reports[0].claim {
				weigh()
				prefix = string(k[:len(k)-len(packed{})])
			}
			reports = append(reports, r)
			return nil
		})
		weigh()
		return out, err
	})
}

// pageOfListed is a page of the claims that a listable filter holds. It reads
// the reports on the page's claims only.
func (v *view) pageOfListed(f *ClaimFilter, p Page) (Connection[StoredClaim], error) {
	list, err := v.listedClaims()
	if err != nil {
		return Connection[StoredClaim]{}, err
	}
	rejected := f.asksForRejected()
	var all []*listedClaim
	for i := range list {
		c := &list[i]
		of := candidate{StoredClaim: StoredClaim{Claim: Claim{Predicate: c.predicate}, Status: c.status, Support: c.support}}
		if f.shows(c.status, c.affirmed, rejected) && combined(f, func(g *ClaimFilter) bool { return g.own(of, nil) }) {
			all = append(all, c)
		}
	}
	switch f.Order {
	case ClaimsBySupport:
		slices.SortStableFunc(all, func(a, b *listedClaim) int { return cmp.Compare(b.support, a.support) })
	case ClaimsByReported:
		slices.SortStableFunc(all, func(a, b *listedClaim) int { return compareLatest(a.latest, b.latest) })
	}
	return connect(v, all, (*listedClaim).id, p, func(cs []*listedClaim) ([]StoredClaim, error) {
		prefixes := map[string]bool{}
		for _, c := range cs {
			prefixes[c.prefix] = true
		}
		found, err := v.candidates(prefixes, f.AsOf)
		out := make([]StoredClaim, len(cs))
		for i, c := range cs {
			out[i] = found[c.id()].StoredClaim
		}
		return out, err
	})
}
