package pages

import (
	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// A conflict is a disagreement with all its sides.
type conflict struct {
	Anchor string
	About  string          // what is disagreed on
	Reason timeline.Reason // why one side is preferred
	Sides  []side
}

// A side is one of the things reported.
type side struct {
	Words     []piece
	Preferred bool
	Denied    bool
	Sources   string
	fact
}

func (b *book) conflict(c graph.Conflict, claims map[graph.ID]*graph.StoredClaim) conflict {
	out := conflict{Anchor: layout.Anchor(c.ID), About: b.say.Predicates[c.Predicate], Reason: timeline.Because(c.Reason, b.frame.Language)}
	for _, s := range c.Sides {
		claim := claims[s.Claim]
		if claim == nil {
			continue
		}
		denied := s.Denied
		out.Sides = append(out.Sides, side{
			Words: b.words(claim.Claim), Preferred: s.Claim == c.Preferred && !denied, Denied: denied,
			Sources: b.say.count(b.say.Independent, s.IndependentSources),
			fact:    b.factOf(func(e graph.Evidence) bool { return (e.Modality == graph.Denied) == denied }, s.Claim),
		})
	}
	return out
}
