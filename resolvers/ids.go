package resolvers

import (
	"slices"
	"strings"

	"peacetalks/graph"
)

// A wanted is an id of an argument and the kinds that it may be of.
type wanted struct {
	argument string
	id       *graph.ID
	kinds    []string // of one kind: the id may come without it; none: any kind
}

func want(argument string, id *graph.ID, kinds ...string) wanted { return wanted{argument, id, kinds} }

// complete puts the kind before ids that come without it, and refuses those of
// another kind. Ids that are not given stay so.
func complete(all ...wanted) error {
	for _, w := range all {
		switch {
		case w.id == nil || *w.id == "":
		case !strings.Contains(string(*w.id), ":"):
			if len(w.kinds) != 1 {
				return badInput("%s: %.60q has no kind before it, as in round:astana-14", w.argument, string(*w.id))
			}
			*w.id = graph.MakeID(w.kinds[0], string(*w.id))
		case len(w.kinds) > 0 && !slices.Contains(w.kinds, w.id.Kind()):
			return badInput("%s: %.60q is no id of a %s", w.argument, string(*w.id), strings.Join(w.kinds, " or "))
		}
	}
	return nil
}

// stub is a view of an id that says no more than the id does. It stands where
// the schema promises something and no article affirms it, such as the subject
// of a claim that is only denied.
func (r *Resolver) stub(id graph.ID) any {
	round, rest, _ := strings.Cut(id.Name(), "/")
	of := graph.MakeID("round", round)
	switch id.Kind() {
	case "round":
		return &graph.Round{ID: id}
	case "delegation":
		return &graph.Delegation{ID: id, Round: of, Party: graph.MakeID("party", rest)}
	case "agenda":
		return &graph.AgendaItem{ID: id, Round: of, Topic: graph.MakeID("topic", rest)}
	case "meeting":
		m := &graph.Meeting{ID: id, Round: of, Kind: graph.Plenary}
		if rest != "plenary" {
			m.Kind = graph.Multilateral
			for name := range strings.SplitSeq(rest, "+") {
				m.Parties = append(m.Parties, graph.MakeID("party", name))
			}
			if len(m.Parties) == 2 {
				m.Kind = graph.Bilateral
			}
		}
		return m
	case "statement":
		return &graph.Statement{ID: id}
	case "outcome":
		return &graph.Outcome{ID: id}
	}
	return r.named(id)
}

// named is the view of an id that needs no reading: what it holds comes from
// the vocabulary.
func (r *Resolver) named(id graph.ID) any {
	switch id.Kind() {
	case "process":
		return &graph.Process{ID: id}
	case "party":
		return r.party(id)
	case "person":
		return &graph.Person{ID: id}
	case "place":
		return r.place(id)
	case "topic":
		return r.topic(id)
	}
	return nil
}
