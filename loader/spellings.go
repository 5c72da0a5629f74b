package loader

import (
	"maps"
	"slices"
	"strings"

	"peacetalks/graph"
)

// names fills the tables of spellings: those of what the facts name, as they
// stand in the article, each under one slug.
func (w *factWriter) names() {
	named := map[string]bool{}
	for _, f := range w.record.Facts {
		for _, argument := range f[1:] {
			for _, slug := range strings.Split(argument, "+") {
				named[slug] = true
			}
		}
		if i := strings.LastIndexByte(f[1], '-'); i > 0 {
			named[f[1][:i]] = true
		}
	}
	w.record.Persons = w.table("person", named)
	w.record.Parties = w.table("party", named)
	w.record.Processes = w.table("process", named)
	w.record.Topics = w.table("topic", named)
}

// table lists the spellings of one kind of things. A spelling that names two
// of them counts for the one that it names more often, then for the one whose
// slug comes first.
func (w *factWriter) table(kind string, named map[string]bool) Spellings {
	type owner struct {
		slug, text string
		uses       int
	}
	owners := map[string]owner{} // by folded spelling
	out := Spellings{}
	var all []owner
	for _, id := range slices.Sorted(maps.Keys(w.claims)) {
		if id.Kind() != kind || !named[id.Name()] {
			continue
		}
		for _, c := range w.claims[id][graph.PredName] {
			if !strings.Contains(w.reading.Article.Text, c.object.Text) {
				continue
			}
			o := owner{id.Name(), c.object.Text, len(c.evidence)}
			all = append(all, o)
			key := FoldSpelling(o.text)
			if have, ok := owners[key]; !ok || o.uses > have.uses {
				owners[key] = o
			}
		}
	}
	for _, o := range all {
		if owners[FoldSpelling(o.text)].slug == o.slug {
			out[o.slug] = append(out[o.slug], o.text)
		}
	}
	return out
}
