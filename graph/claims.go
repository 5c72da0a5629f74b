package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"peacetalks/graph/edtf"
)

// ClaimsByID answers claims as reported by a day, nil where there is none.
func (s *Store) ClaimsByID(ctx context.Context, ids []ID, asOf edtf.Date) ([]*StoredClaim, error) {
	return answer(ctx, s, func(v *view) ([]*StoredClaim, error) {
		ids, err := v.current(ids)
		if err != nil {
			return nil, err
		}
		return v.claims(ids, asOf)
	})
}

// claims answers claims by id, in two passes: what they say, then the reports
// on their subjects.
func (v *view) claims(ids []ID, asOf edtf.Date) ([]*StoredClaim, error) {
	triples, err := v.triples(ids)
	if err != nil {
		return nil, err
	}
	prefixes := map[string]bool{}
	for id, c := range triples {
		prefixes[string(newKey(tableSubject).id(c.Subject).predicate(c.Predicate).packed(mustPack(id, kindClaim)))] = true
	}
	found, err := v.candidates(prefixes, asOf)
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
	in, err := v.scope(asOf)
	if err != nil {
		return nil, err
	}
	groups := map[packed][]report{}
	err = v.scan(keys, func(k, record []byte) error {
		r, err := decodeReport(k, record)
		if err == nil && counts(r.article, r.reported, asOf) {
			groups[r.claim] = append(groups[r.claim], r)
		}
		return err
	})
	out := map[ID]candidate{}
	for _, g := range groups {
		c := newCandidate(g, in)
		out[c.ID] = c
	}
	return out, err
}

// Claims lists claims. Where the filter is empty or goes by predicates, statuses
// and support alone, the first page of a version of the graph reads what is said
// of all subjects, and every other page the reports on its own claims; what an
// article, outlet, modality, day, as-of day or need of review restricts is chosen
// anew for each page. [Connection] tells what that reads.
func (s *Store) Claims(ctx context.Context, f ClaimFilter, p Page) (Connection[StoredClaim], error) {
	return list(ctx, s, p, func(v *view) (Connection[StoredClaim], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[StoredClaim]{}, err
		}
		if !p.All && f.listable() {
			return v.pageOfListed(&f, p)
		}
		all, err := v.chosenClaims(&f)
		if err != nil {
			return Connection[StoredClaim]{}, err
		}
		if f.NeedsReview {
			r, err := v.review(f.AsOf)
			if err != nil {
				return Connection[StoredClaim]{}, err
			}
			all = r.queue(all)
		}
		if !f.NeedsReview || f.Order != "" {
			slices.SortFunc(all, f.Order.compare())
		}
		return connect(v, all, func(c candidate) ID { return c.ID }, p, func(cs []candidate) ([]StoredClaim, error) {
			out := make([]StoredClaim, len(cs))
			for i, c := range cs {
				out[i] = c.StoredClaim
			}
			return out, nil
		})
	})
}

// compare is the order of claims; the default is by subject.
func (o ClaimOrder) compare() func(a, b candidate) int {
	bySubject := func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.ID, b.ID))
	}
	switch o {
	case ClaimsBySupport:
		return func(a, b candidate) int { return cmp.Or(cmp.Compare(b.Support, a.Support), bySubject(a, b)) }
	case ClaimsByReported:
		return func(a, b candidate) int { return cmp.Or(compareLatest(a.latest, b.latest), bySubject(a, b)) }
	}
	return bySubject
}

// chosenClaims lists the claims that a filter holds, read by the index that
// narrows them best.
func (v *view) chosenClaims(f *ClaimFilter) ([]candidate, error) {
	of := map[ID]map[ID]bool{} // article → its claims
	err := Walk(f, func(g *ClaimFilter, depth int) error {
		if depth > 0 && !g.AsOf.IsZero() {
			return errInnerAsOf
		}
		if depth > 0 && g.NeedsReview {
			return &FilterError{"needsReview belongs to the outermost filter only"}
		}
		if g.Article != "" {
			of[g.Article] = map[ID]bool{}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	rejected := f.asksForRejected()
	if err := v.claimsOfArticles(of); err != nil {
		return nil, err
	}
	prefixes := map[string]bool{}
	narrowed, err := v.narrow(f, of, prefixes)
	if err != nil {
		return nil, err
	}
	if !narrowed {
		prefixes = map[string]bool{string(newKey(tableSubject)): true}
	}
	found, err := v.candidates(prefixes, f.AsOf)
	if err != nil {
		return nil, err
	}
	var all []candidate
	for _, c := range found {
		if f.shows(c.Status, c.affirmed(), rejected) && combined(f, func(g *ClaimFilter) bool { return g.own(c, of) }) {
			all = append(all, c)
		}
	}
	return all, nil
}

// asksForRejected tells whether a filter, or one inside it, names the status.
func (f *ClaimFilter) asksForRejected() bool {
	asks := func(g ClaimFilter) bool { return g.asksForRejected() }
	return slices.Contains(f.Statuses, Rejected) || slices.ContainsFunc(f.And, asks) || slices.ContainsFunc(f.Or, asks) ||
		f.Not != nil && f.Not.asksForRejected()
}

// shows tells whether the outermost filter lets a claim be seen at all: denied
// and rejected ones only if they are asked for.
func (f *ClaimFilter) shows(status ClaimStatus, affirmed, rejected bool) bool {
	if status == Rejected {
		return rejected
	}
	return f.Denied || affirmed
}

// narrow adds the prefixes under which all claims lie that a filter holds;
// false if no index has them.
func (v *view) narrow(f *ClaimFilter, of map[ID]map[ID]bool, prefixes map[string]bool) (bool, error) {
	switch {
	case f.Subject != "":
		prefixes[string(subjectPrefix(f.Subject))] = true
		return true, nil
	case f.Article != "":
		return true, v.claimPrefixes(slices.Collect(maps.Keys(of[f.Article])), prefixes)
	case f.Object != "":
		return true, v.claimsThatName(f.Object, prefixes)
	case f.About != "":
		prefixes[string(subjectPrefix(f.About))] = true
		return true, v.claimsThatName(f.About, prefixes)
	}
	for i := range f.And {
		if ok, err := v.narrow(&f.And[i], of, prefixes); ok || err != nil {
			return ok, err
		}
	}
	if f.Or == nil {
		return false, nil
	}
	for i := range f.Or {
		if ok, err := v.narrow(&f.Or[i], of, prefixes); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

// own tells whether the filter's own conditions hold.
func (f *ClaimFilter) own(c candidate, of map[ID]map[ID]bool) bool {
	names := func(id ID) bool {
		return c.Object.Entity == id || slices.Contains(mentions(c.Claim), id)
	}
	return (f.Subject == "" || c.Subject == f.Subject) &&
		(f.Object == "" || names(f.Object)) &&
		(f.About == "" || c.Subject == f.About || names(f.About)) &&
		(f.Article == "" || of[f.Article][c.ID]) &&
		(len(f.Predicates) == 0 || slices.Contains(f.Predicates, c.Predicate)) &&
		(len(f.Statuses) == 0 || slices.Contains(f.Statuses, c.Status)) &&
		c.Support >= f.MinSupport && f.reported(c)
}

// reported tells whether one and the same article reports a claim as the
// filter asks.
func (f *ClaimFilter) reported(c candidate) bool {
	if f.Source == "" && len(f.Modalities) == 0 && f.From.IsZero() && f.To.IsZero() {
		return true
	}
	var modalities byte
	for _, m := range f.Modalities {
		modalities |= bit(m)
	}
	outlet := hash64(outletOf(Article{Source: f.Source}))
	return slices.ContainsFunc(c.reports, func(r report) bool {
		var day *EventDate
		if !r.reported.IsZero() {
			day = &EventDate{EDTF: r.reported}
		}
		return (f.Source == "" || r.outlet == outlet) && (modalities == 0 || r.modalities&modalities != 0) &&
			day.within(f.From, f.To, f.Certainty)
	})
}

// claimsOfArticles adds the claims that articles give, in one pass.
func (v *view) claimsOfArticles(of map[ID]map[ID]bool) error {
	var prefixes []key
	for id := range of {
		if a, ok := pack(id, kindArticle); ok {
			prefixes = append(prefixes, newKey(tableSays).packed(a))
		}
	}
	slices.SortFunc(prefixes, func(a, b key) int { return cmp.Compare(string(a), string(b)) })
	return v.scanKeys(prefixes, func(k []byte) error {
		p := parseKey(k, tableSays)
		article := p.packed().id(kindArticle)
		of[article][p.packed().id(kindClaim)] = true
		return nil
	})
}

// claimPrefixes adds the prefixes of claims.
func (v *view) claimPrefixes(ids []ID, prefixes map[string]bool) error {
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
		claims, err := v.current(claims)
		if err != nil {
			return nil, err
		}
		article, ok := pack(f.Article, kindArticle)
		if f.Article != "" && !ok {
			return make([][]Evidence, len(claims)), nil
		}
		var prefixes []key
		for _, id := range unique(slices.Clone(claims)) {
			if p, ok := pack(id, kindClaim); ok {
				prefix := newKey(tableEvidence).packed(p)
				if f.Article != "" {
					prefix = prefix.packed(article)
				}
				prefixes = append(prefixes, prefix)
			}
		}
		found := map[ID][]Evidence{}
		err = v.scan(prefixes, func(k, record []byte) error {
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
