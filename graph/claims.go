package graph

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// ClaimsByID answers claims, nil where there is none.
func (s *Store) ClaimsByID(ctx context.Context, ids []ID) ([]*StoredClaim, error) {
	return answer(ctx, s, func(v *view) ([]*StoredClaim, error) { return v.claims(ids) })
}

// claims answers claims by id, in two passes: what they say, then the reports
// on their subjects.
func (v *view) claims(ids []ID) ([]*StoredClaim, error) {
	triples, err := v.triples(ids)
	if err != nil {
		return nil, err
	}
	prefixes := map[string]bool{}
	for id, c := range triples {
		prefixes[string(newKey(tableSubject).id(c.Subject).predicate(c.Predicate).packed(mustPack(id, kindClaim)))] = true
	}
	found, err := v.candidates(prefixes, edtf.Date{})
	if err != nil {
		return nil, err
	}
	out := make([]*StoredClaim, len(ids))
	for i, id := range ids {
		if c, ok := found[id]; ok {
			out[i] = &c.StoredClaim
		}
	}
	return out, nil
}

// triples reads what claims say, in one pass.
func (v *view) triples(ids []ID) (map[ID]Claim, error) {
	var prefixes []key
	for _, id := range unique(slices.Clone(ids)) {
		if p, ok := pack(id, kindClaim); ok {
			prefixes = append(prefixes, newKey(tableEvidence).packed(p))
		}
	}
	out := map[ID]Claim{}
	err := v.scan(prefixes, func(k, record []byte) error {
		id := parseKey(k, tableEvidence).packed().id(kindClaim)
		if _, ok := out[id]; ok {
			return nil
		}
		c, _, err := decodeEvidence(k, record)
		out[id] = c.Claim
		return err
	})
	return out, err
}

// candidates reads the reports under prefixes of the table of subjects and
// groups them by claim.
func (v *view) candidates(prefixes map[string]bool, asOf edtf.Date) (map[ID]candidate, error) {
	var keys []key
	for p := range prefixes {
		keys = append(keys, key(p))
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(string(a), string(b)) })
	groups := map[packed][]report{}
	err := v.scan(keys, func(k, record []byte) error {
		r, err := decodeReport(k, record)
		if err == nil && by(r.reported, asOf) {
			groups[r.claim] = append(groups[r.claim], r)
		}
		return err
	})
	out := map[ID]candidate{}
	for _, g := range groups {
		c := newCandidate(g)
		out[c.ID] = c
	}
	return out, err
}

// Claims lists claims by subject, predicate and id.
func (s *Store) Claims(ctx context.Context, f ClaimFilter, p Page) (Connection[StoredClaim], error) {
	return list(ctx, s, p, func(v *view) (Connection[StoredClaim], error) {
		all, err := v.chosenClaims(f)
		if err != nil {
			return Connection[StoredClaim]{}, err
		}
		return connect(v, all, func(c StoredClaim) ID { return c.ID }, p, same)
	})
}

// chosenClaims lists the claims that a filter holds, by the index that
// narrows them best.
func (v *view) chosenClaims(f ClaimFilter) ([]StoredClaim, error) {
	prefixes := map[string]bool{}
	var err error
	switch {
	case f.Article != "":
		err = v.claimsOfArticle(f.Article, prefixes)
	case f.Subject != "":
		prefixes[string(subjectPrefix(f.Subject))] = true
	case f.Object != "":
		err = v.claimsThatName(f.Object, prefixes)
	case f.About != "":
		prefixes[string(subjectPrefix(f.About))] = true
		err = v.claimsThatName(f.About, prefixes)
	default:
		prefixes[string(newKey(tableSubject))] = true
	}
	if err != nil {
		return nil, err
	}
	found, err := v.candidates(prefixes, f.AsOf)
	if err != nil {
		return nil, err
	}
	var all []StoredClaim
	for _, c := range found {
		if f.holds(c) {
			all = append(all, c.StoredClaim)
		}
	}
	slices.SortFunc(all, func(a, b StoredClaim) int {
		return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

func (f ClaimFilter) holds(c candidate) bool {
	names := func(id ID) bool {
		return c.Object.Entity == id || slices.Contains(mentions(c.Claim), id)
	}
	return (f.Subject == "" || c.Subject == f.Subject) &&
		(f.Object == "" || names(f.Object)) &&
		(f.About == "" || c.Subject == f.About || names(f.About)) &&
		(len(f.Predicates) == 0 || slices.Contains(f.Predicates, c.Predicate)) &&
		(len(f.Statuses) == 0 || slices.Contains(f.Statuses, c.Status)) &&
		(f.Denied || c.affirmed())
}

// claimsOfArticle adds the prefixes of the claims that an article gives.
func (v *view) claimsOfArticle(article ID, prefixes map[string]bool) error {
	a, ok := pack(article, kindArticle)
	if !ok {
		return nil
	}
	var ids []ID
	err := v.scanKeys([]key{newKey(tableSays).packed(a)}, func(k []byte) error {
		p := parseKey(k, tableSays)
		p.packed()
		ids = append(ids, p.packed().id(kindClaim))
		return nil
	})
	if err != nil {
		return err
	}
	triples, err := v.triples(ids)
	for id, c := range triples {
		prefixes[string(newKey(tableSubject).id(c.Subject).predicate(c.Predicate).packed(mustPack(id, kindClaim)))] = true
	}
	return err
}

// claimsThatName adds the prefixes of the claims that name an entity beside
// their subject.
func (v *view) claimsThatName(entity ID, prefixes map[string]bool) error {
	return v.scanKeys([]key{newKey(tableMention).id(entity)}, func(k []byte) error {
		p := parseKey(k, tableMention)
		p.id()
		predicate, subject, claim := p.predicate(), p.id(), p.packed()
		prefixes[string(newKey(tableSubject).id(subject).predicate(predicate).packed(claim))] = true
		return nil
	})
}

// EvidenceOf lists the evidence of claims, the earliest reported first.
func (s *Store) EvidenceOf(ctx context.Context, claims []ID, f EvidenceFilter) ([][]Evidence, error) {
	return answer(ctx, s, func(v *view) ([][]Evidence, error) {
		var prefixes []key
		for _, id := range unique(slices.Clone(claims)) {
			if p, ok := pack(id, kindClaim); ok {
				prefixes = append(prefixes, newKey(tableEvidence).packed(p))
			}
		}
		found := map[ID][]Evidence{}
		err := v.scan(prefixes, func(k, record []byte) error {
			c, _, err := decodeEvidence(k, record)
			id := parseKey(k, tableEvidence).packed().id(kindClaim)
			for _, e := range c.Evidence {
				if by(e.Reported, f.AsOf) && (f.Denied == nil || *f.Denied == (e.Modality == Denied)) {
					found[id] = append(found[id], e)
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		for _, es := range found {
			slices.SortStableFunc(es, func(a, b Evidence) int {
				return -compareLatest(a.Reported, b.Reported)
			})
		}
		out := make([][]Evidence, len(claims))
		for i, id := range claims {
			out[i] = slices.Clone(found[id])
		}
		return out, nil
	})
}
