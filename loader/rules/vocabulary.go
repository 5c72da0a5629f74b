package rules

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
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

// Fold is the folded words of a query, in order.
func (e *Engine) Fold(query string) []string {
	var out []string
	for _, t := range text.Tokenize(query).Tokens {
		if t.Kind == text.Word || t.Kind == text.Number {
			out = append(out, bare(t.Norm))
		}
	}
	return out
}

// Terms is the folded words of a text, sorted, each once.
func (e *Engine) Terms(s string) []string {
	out := e.Fold(s)
	slices.Sort(out)
	return slices.Compact(out)
}

// bare takes the proclitics that a search should not mind off an Arabic word.
func bare(w string) string {
	for _, p := range []string{"وال", "بال", "فال", "كال", "ال", "لل"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) >= 6 {
			return rest
		}
	}
	return w
}
