package export

import (
	"context"
	"slices"

	"peacetalks/graph"
)

// decisions tells what curators decided, those that were undone too. Where a
// part of the graph is chosen, what they decided on its claims.
func (d *describer) decisions(ctx context.Context) error {
	all, err := d.store.Decisions(ctx, graph.DecisionFilter{}, graph.Page{All: true})
	if err != nil {
		return err
	}
	log := all.Nodes()
	slices.Reverse(log)
	for _, l := range log {
		var claim graph.ID
		if l.Claim != nil {
			ids, err := d.store.Canonical(ctx, []graph.ID{l.Claim.ID()})
			if err != nil {
				return err
			}
			claim = ids[0]
		}
		if d.claims != nil && !d.claims[claim] {
			continue
		}
		if err := d.put(decisionNode(l, claim)); err != nil {
			return err
		}
	}
	return nil
}

func decisionNode(l graph.LoggedDecision, claim graph.ID) node {
	n := node{subject: of(l.ID).iri}
	n.add("rdf:type", a("pt:Decision"), a("prov:Activity"))
	n.add("pt:decision", text(string(l.Kind)))
	n.add("prov:endedAtTime", typed(l.Time.UTC().Format("2006-01-02T15:04:05.999999Z"), "xsd:dateTime"))
	n.add("pt:reviewer", text(l.Reviewer))
	if l.Note != "" {
		n.add("pt:note", text(l.Note))
	}
	if claim != "" {
		n.add("prov:used", of(claim))
	}
	for property, id := range map[string]graph.ID{"pt:entity": l.Entity, "pt:undoes": l.Undoes, "pt:undoneBy": l.UndoneBy} {
		if id != "" {
			n.add(property, of(id))
		}
	}
	for _, id := range l.Others {
		n.add("pt:other", of(id))
	}
	for _, name := range l.Names {
		n.add("pt:splitName", text(name))
	}
	return n
}
