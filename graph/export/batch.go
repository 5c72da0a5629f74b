package export

import (
	"context"
	"iter"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// batchSize is how many things are named at once.
const batchSize = 64

// A batch is some of the things of a graph, in their order, with a label each.
type batch struct {
	things []graph.Thing
	labels map[graph.ID]string // in the language of the export, plain text
}

func (b batch) ids() []graph.ID {
	ids := make([]graph.ID, len(b.things))
	for i, t := range b.things {
		ids[i] = t.ID
	}
	return ids
}

// batches yields the chosen things, some at a time.
func batches(ctx context.Context, s *graph.Store, o Options) iter.Seq2[batch, error] {
	return func(yield func(batch, error) bool) {
		var things []graph.Thing
		flush := func() bool {
			if len(things) == 0 {
				return true
			}
			labels, err := labelsOf(ctx, s, things, o.language())
			ok := yield(batch{things, labels}, err)
			things = nil
			return ok && err == nil
		}
		for t, err := range s.Things(ctx, o.Filter.things()) {
			if err != nil {
				yield(batch{}, err)
				return
			}
			if things = append(things, t); len(things) == batchSize && !flush() {
				return
			}
		}
		flush()
	}
}

// labelsOf makes a label for each thing: its name, or what it is made of.
func labelsOf(ctx context.Context, s *graph.Store, things []graph.Thing, language string) (map[graph.ID]string, error) {
	var ids []graph.ID
	for _, t := range things {
		ids = append(append(ids, t.ID, shown(t, graph.PredSpeaker).Entity), t.ID.Parts()...)
	}
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id graph.ID) bool { return id == "" })
	names, err := s.Name(ctx, ids, language, edtf.Date{})
	if err != nil {
		return nil, err
	}
	name := func(id graph.ID) string {
		i, ok := slices.BinarySearch(ids, id)
		if !ok {
			return ""
		}
		return graph.Plain(names[i])
	}
	labels := map[graph.ID]string{}
	for _, t := range things {
		labels[t.ID] = label(t, name, language)
	}
	return labels, nil
}

// plenary is what a meeting of all is called.
var plenary = map[string]string{
	"ar": "جلسة عامة", "en": "plenary", "fa": "نشست عمومی", "fr": "séance plénière", "ru": "пленарное заседание", "tr": "genel oturum",
}

// longestLabel is the length of a label that is made of a text, in characters.
const longestLabel = 80

func label(t graph.Thing, name func(graph.ID) string, language string) string {
	switch t.ID.Kind() {
	case "delegation", "agenda", "meeting":
		parts := t.ID.Parts()
		if len(parts) == 0 {
			return name(t.ID)
		}
		var of []string
		for _, p := range parts[1:] {
			of = append(of, name(p))
		}
		if len(of) == 0 {
			base, _, _ := strings.Cut(language, "-")
			of = []string{plenary["en"]}
			if word, ok := plenary[base]; ok {
				of[0] = word
			}
		}
		return name(parts[0]) + ": " + strings.Join(of, ", ")
	case "statement":
		said := graph.Shorten(graph.Plain(shown(t, graph.PredText).Text), longestLabel)
		if speaker := name(shown(t, graph.PredSpeaker).Entity); speaker != "" && said != "" {
			return speaker + ": " + said
		}
		return said
	case "outcome":
		if said := graph.Shorten(graph.Plain(shown(t, graph.PredText).Text), longestLabel); said != "" {
			return said
		}
		return graph.Words(shown(t, graph.PredKind).Text)
	}
	return name(t.ID)
}

// shown is the value that views give a thing.
func shown(t graph.Thing, p graph.Predicate) graph.Object {
	for _, c := range t.Claims {
		if c.Predicate == p && c.Shown {
			return c.Object
		}
	}
	return graph.Object{}
}
