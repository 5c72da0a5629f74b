package resolvers

import (
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers/scalar"
)

// A claimChoice is the arguments of Sourced.claims.
type claimChoice struct {
	predicates []graph.Predicate
	object     *graph.ID
	statuses   []graph.ClaimStatus
}

func (c claimChoice) holds(claim graph.StoredClaim) bool {
	return (len(c.predicates) == 0 || slices.Contains(c.predicates, claim.Predicate)) &&
		(c.object == nil || claim.Object.Entity == *c.object) &&
		(len(c.statuses) == 0 && claim.Status != graph.Rejected || slices.Contains(c.statuses, claim.Status))
}

// anyStatus are all statuses: rejected claims are read only where they are
// asked for.
var anyStatus = []graph.ClaimStatus{graph.Extracted, graph.Accepted, graph.Rejected, graph.Curated}

// choose keeps the claims that the arguments ask for.
func choose(claims []graph.StoredClaim, predicates []graph.Predicate, object *graph.ID, statuses []graph.ClaimStatus) ([]graph.StoredClaim, error) {
	if err := complete(want("object", object)); err != nil {
		return nil, err
	}
	chosen := []graph.StoredClaim{}
	for _, c := range claims {
		if (claimChoice{predicates, object, statuses}).holds(c) {
			chosen = append(chosen, c)
		}
	}
	return chosen, nil
}

// claimsByID are the claims of ids as reported by a day, each once.
func (r *Resolver) claimsByID(ctx context.Context, ids []graph.ID, asOf edtf.Date) ([]graph.StoredClaim, error) {
	keys := make([]at[edtf.Date], 0, len(ids))
	for _, id := range ids {
		if key := (at[edtf.Date]{id, asOf}); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	found, err := sessionOf(ctx).claims.LoadAll(ctx, keys)
	if err != nil {
		return nil, err
	}
	var claims []graph.StoredClaim
	for _, c := range found {
		if c != nil {
			claims = append(claims, *c)
		}
	}
	return claims, nil
}

// claim is the claim of an id as reported by a day; nil if there is none.
func (r *Resolver) claim(ctx context.Context, id graph.ID, asOf edtf.Date) (*graph.StoredClaim, error) {
	if id == "" {
		return nil, nil
	}
	return sessionOf(ctx).claims.Load(ctx, at[edtf.Date]{id, asOf})
}

// claimsAbout are the claims that name something as subject or object.
func (r *Resolver) claimsAbout(ctx context.Context, id graph.ID, asOf edtf.Date) ([]graph.StoredClaim, error) {
	return sessionOf(ctx).about.Load(ctx, at[edtf.Date]{id, asOf})
}

// evidence is the evidence of a claim, all of it unless denied says which.
func (r *Resolver) evidence(ctx context.Context, claim graph.ID, denied *bool, asOf edtf.Date) ([]scalar.Evidence, error) {
	of := evidenceOf{asOf: asOf}
	if denied != nil {
		of.side = affirming
		if *denied {
			of.side = denying
		}
	}
	found, err := sessionOf(ctx).evidence.Load(ctx, at[evidenceOf]{claim, of})
	return each(found, func(e graph.Evidence) scalar.Evidence { return scalar.Evidence{Evidence: e} }), err
}
