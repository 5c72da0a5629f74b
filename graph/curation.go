package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
)

// A curation is what a log of decisions comes to.
type curation struct {
	log    []Decision // by time
	undone map[ID]ID  // decision → the standing decision that undid it
	parent map[ID]ID  // merged id → the id that it joined; never in circles
	former map[ID][]ID
	splits []nameSplit
	words  map[ID]*word // claim, by its canonical ids → what was said of it
}

// A nameSplit tells some of the names of a thing apart.
type nameSplit struct {
	decision ID
	entity   ID
	names    map[string]bool
	into     ID
}

// A word is what curators have said of one claim.
type word struct {
	claim    Claim // with canonical ids
	added    bool
	judged   DecisionKind // Accept, Reject or ""
	modality Modality
	reported edtf.Date
	by       ID // the decision that counts
}

func (w word) status() ClaimStatus {
	switch {
	case w.judged == Reject:
		return Rejected
	case w.added:
		return Curated
	case w.judged == Accept:
		return Accepted
	}
	return Extracted
}

// newCuration replays a log, sorted by time.
func newCuration(log []Decision) *curation {
	c := &curation{log: log, undone: standing(log), parent: map[ID]ID{}, former: map[ID][]ID{}, words: map[ID]*word{}}
	var claims []Decision
	for _, d := range log {
		if _, gone := c.undone[d.ID]; gone {
			continue
		}
		switch d.Kind {
		case Merge:
			for _, id := range d.Others {
				if from, to := c.root(id), c.root(d.Entity); from != to {
					c.parent[from] = to
				}
			}
		case Split:
			c.split(d)
		case Undo:
		default:
			claims = append(claims, d)
		}
	}
	for id := range c.parent {
		to := c.root(id)
		c.former[to] = append(c.former[to], id)
	}
	for _, ids := range c.former {
		slices.Sort(ids)
	}
	// What is said of a claim holds for all the claims that the merges make one.
	for _, d := range claims {
		c.judge(d)
	}
	maps.DeleteFunc(c.words, func(_ ID, w *word) bool { return w.status() == Extracted })
	return c
}

// standing finds which decisions are undone, and by which: an undoing that is
// itself undone does not count.
func standing(log []Decision) map[ID]ID {
	undone := map[ID]ID{}
	for _, d := range slices.Backward(log) {
		if _, gone := undone[d.ID]; d.Kind == Undo && !gone {
			if _, twice := undone[d.Undoes]; !twice {
				undone[d.Undoes] = d.ID
			}
		}
	}
	return undone
}

// split undoes merges, or notes which names are told apart.
func (c *curation) split(d Decision) {
	if len(d.Names) == 0 {
		for _, id := range d.Others {
			delete(c.parent, id)
		}
		return
	}
	s := nameSplit{d.ID, d.Entity, map[string]bool{}, d.Others[0]}
	for _, n := range d.Names {
		s.names[sameName(n)] = true
	}
	delete(c.parent, s.into)
	c.splits = append(c.splits, s)
}

// sameName is a name without differences of case and spacing.
func sameName(n string) string { return strings.ToLower(strings.Join(strings.Fields(n), " ")) }

// judge adds a decision on a claim.
func (c *curation) judge(d Decision) {
	claim := c.claim(*d.Claim)
	id := claim.ID()
	w := c.words[id]
	if w == nil {
		w = &word{claim: claim}
		c.words[id] = w
	}
	w.by = d.ID
	switch d.Kind {
	case Add:
		w.added, w.judged, w.modality, w.reported = true, "", d.Modality, d.Reported
	case Accept:
		w.judged = Accept
		if !w.added {
			w.modality, w.reported = d.Modality, d.Reported
		}
	case Reject:
		w.judged = Reject
	case Restore:
		w.judged = ""
	}
}

// root is the id that a merged id has joined, in the end.
func (c *curation) root(id ID) ID {
	for {
		to, ok := c.parent[id]
		if !ok {
			return id
		}
		id = to
	}
}

// id is the canonical form of an id: where its thing, or one that its id is
// made of, was merged, the id of what it was merged into.
func (c *curation) id(id ID) ID {
	if len(c.parent) == 0 {
		return id
	}
	return renamed(id, c.root)
}

// claim is a claim with canonical ids.
func (c *curation) claim(claim Claim) Claim {
	if len(c.parent) == 0 {
		return claim
	}
	return renamedClaim(claim, c.root)
}

func renamedClaim(c Claim, root func(ID) ID) Claim {
	c.Subject = renamed(c.Subject, root)
	if c.Object.Entity != "" {
		c.Object.Entity = renamed(c.Object.Entity, root)
	}
	return c
}

// renamed is an id with each of the ids that it is made of replaced.
func renamed(id ID, root func(ID) ID) ID {
	parts := id.Parts()
	if len(parts) == 0 {
		return root(id)
	}
	name := root(parts[0]).Name()
	switch id.Kind() {
	case "meeting":
		_, rest, _ := strings.Cut(id.Name(), "/")
		_, date, dated := strings.Cut(rest, "@")
		var parties []string
		for _, p := range parts[1:] {
			parties = append(parties, root(p).Name())
		}
		slices.Sort(parties)
		name += "/" + cmp.Or(strings.Join(slices.Compact(parties), "+"), plenaryName)
		if dated {
			name += "@" + date
		}
	default:
		name += "/" + root(parts[1]).Name()
	}
	return MakeID(id.Kind(), name)
}

// reading is what an article says under a curation: its claims with canonical
// ids and names told apart, without those that were rejected. The evidence of
// claims that become one is joined.
func (c *curation) reading(r Reading) (kept, rejected Reading) {
	root := c.rootIn(r)
	claims := map[ID]*Supported{}
	for _, s := range r.Claims {
		claim := renamedClaim(s.Claim, root)
		if claim.Predicate == PredName {
			claim.Subject = c.named(s.Claim, claim.Subject)
		}
		id := claim.ID()
		if claims[id] == nil {
			claims[id] = &Supported{Claim: claim}
		}
		claims[id].Evidence = append(claims[id].Evidence, s.Evidence...)
	}
	kept, rejected = r, r
	kept.Claims, rejected.Claims = nil, nil
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		s := claims[id]
		slices.SortFunc(s.Evidence, compareEvidence)
		s.Evidence = slices.CompactFunc(s.Evidence, func(a, b Evidence) bool { return compareEvidence(a, b) == 0 })
		if w := c.words[id]; w != nil && w.status() == Rejected {
			rejected.Claims = append(rejected.Claims, *s)
		} else {
			kept.Claims = append(kept.Claims, *s)
		}
	}
	return kept, rejected
}

// rootIn is root within an article: where all the names that the article has
// for a thing were told apart from it, the article is about the other.
func (c *curation) rootIn(r Reading) func(ID) ID {
	if len(c.splits) == 0 {
		return c.root
	}
	names := map[ID][]string{}
	for _, s := range r.Claims {
		if s.Claim.Predicate == PredName {
			id := c.root(s.Claim.Subject)
			names[id] = append(names[id], sameName(s.Claim.Object.Text))
		}
	}
	other := map[ID]ID{}
	for _, s := range c.splits {
		id := c.root(s.entity)
		if len(names[id]) > 0 && !slices.ContainsFunc(names[id], func(n string) bool { return !s.names[n] }) {
			other[id] = c.root(s.into)
		}
	}
	return func(id ID) ID {
		id = c.root(id)
		return cmp.Or(other[id], id)
	}
}

// named is the subject of a name claim: what the name was told apart as, if it
// was.
func (c *curation) named(raw Claim, otherwise ID) ID {
	for _, s := range c.splits {
		if s.names[sameName(raw.Object.Text)] && c.root(s.entity) == c.root(raw.Subject) {
			otherwise = c.root(s.into)
		}
	}
	return otherwise
}
