package rules

import (
	"slices"

	"peacetalks/graph"
)

// toldBy lists, for a kind of fact that a round has once, the kinds that tell it.
var toldBy = map[string][]string{
	"start": {"start", "hold"}, "end": {"end", "hold", "until"}, "hold": {"hold", "start"}, "until": {"until", "end", "hold"},
	"venue": {"venue"}, "host": {"host"}, "status": {"status"},
}

// lastResort lays the rules of last resort over the text, once all else is
// composed, and keeps what they read where neither another rule nor what
// follows from other rules tells such a thing: of the round, if it has it once,
// as a day or a place; of the person who sits there; else in the sentence. It
// tells whether anything is left of it.
func (d *document) lastResort() bool {
	if len(d.lang.resorts) == 0 {
		return false
	}
	firm := slices.Clone(d.facts)
	d.resorting = true
	d.apply()
	d.resorting = false
	d.drop("a rule of last resort: others tell such a thing", func(f *fact) bool {
		return f.fallback && slices.ContainsFunc(firm, func(o *fact) bool {
			return o.modality != graph.Denied && o.round == f.round && d.tellsSuch(o, f)
		})
	})
	return len(d.facts) > len(firm)
}

// tellsSuch tells whether a fact tells what another of the same round would.
func (d *document) tellsSuch(o, f *fact) bool {
	if kinds, ok := toldBy[f.kind]; ok {
		return slices.Contains(kinds, o.kind)
	}
	switch f.kind {
	case "head", "member":
		return (o.kind == "head" || o.kind == "member") && (o.person == f.person || o.kind == f.kind && f.kind == "head" && o.party == f.party)
	case "say":
		return o.kind == "say" && o.person == f.person && o.party == f.party
	case "outcome":
		return o.kind == "outcome" && o.value == f.value
	case "plenary":
		return o.kind == "plenary" && (!o.date.IsZero() || f.date.IsZero())
	}
	return o.kind == f.kind && d.toldIn(o) == d.toldIn(f)
}
