package rules

import (
	"fmt"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// Vocabulary is the lexicon's labels, countries and hierarchy, for showing
// what the graph names.
func (e *Engine) Vocabulary() graph.Vocabulary { return vocabulary(e.lexicon, e.digest) }

// Vocabulary gives the same as an engine's, without making the engine.
func Vocabulary(o Options) (graph.Vocabulary, error) {
	l, err := lexicon.List(o.Lexicon...)
	if err != nil {
		return graph.Vocabulary{}, fmt.Errorf("lexicon: %w", err)
	}
	d, err := Digest(o)
	return vocabulary(l, d), err
}

func vocabulary(l *lexicon.Lexicon, version string) graph.Vocabulary {
	v := graph.Vocabulary{Version: version, Terms: map[graph.ID]graph.Term{}}
	for _, k := range []struct {
		kind lexicon.Kind
		name string
	}{{lexicon.Party, "party"}, {lexicon.Process, "process"}, {lexicon.Person, "person"}, {lexicon.Place, "place"}, {lexicon.Topic, "topic"}} {
		for _, entry := range l.Entries(k.kind) {
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
