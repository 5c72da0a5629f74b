package rules

import (
	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// Vocabulary is the lexicon's labels, countries and hierarchy, for showing
// what the graph names.
func (e *Engine) Vocabulary() graph.Vocabulary {
	v := graph.Vocabulary{Version: e.digest, Terms: map[graph.ID]graph.Term{}}
	for _, k := range []struct {
		kind lexicon.Kind
		name string
	}{{lexicon.Party, "party"}, {lexicon.Process, "process"}, {lexicon.Person, "person"}, {lexicon.Place, "place"}, {lexicon.Topic, "topic"}} {
		for _, entry := range e.lexicon.Entries(k.kind) {
			t := graph.Term{Labels: entry.Labels, Kind: entry.Type, Same: entry.Same}
			if entry.Country != "" && k.kind == lexicon.Place {
				t.Country = graph.MakeID("party", entry.Country)
			}
			if entry.Broader != "" {
				t.Broader = graph.MakeID("topic", entry.Broader)
			}
			for _, r := range entry.Renamed {
				t.Names = append(t.Names, graph.DatedLabel{Labels: r.Labels, Since: r.Since, Until: r.Until})
			}
			v.Terms[graph.MakeID(k.name, entry.ID)] = t
		}
	}
	return v
}
