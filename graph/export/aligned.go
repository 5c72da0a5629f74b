package export

import (
	"strconv"

	"peacetalks/graph"
)

// structure adds what follows from an id and from the vocabulary.
func (d *describer) structure(n *node, id graph.ID) {
	parts := id.Parts()
	if len(parts) > 0 {
		n.add("pt:round", of(parts[0]))
		property := map[string]string{"delegation": "pt:party", "agenda": "pt:topic", "meeting": "pt:participant"}[id.Kind()]
		for _, p := range parts[1:] {
			n.add(property, of(p))
		}
	}
	term := d.store.Vocabulary().Terms[id]
	if term.Kind != "" {
		n.add("pt:partyKind", text(term.Kind))
	}
	if term.Country != "" {
		n.add("pt:country", of(term.Country))
	}
	if id.Kind() == "topic" {
		n.add("skos:inScheme", a(topics))
		if term.Broader != "" {
			n.add("skos:broader", of(term.Broader))
		}
	}
}

// aligned adds what a claim says in the words of others, for those who do not
// know ours.
func aligned(n *node, c graph.Standing) {
	o := c.Object
	switch c.Predicate {
	case graph.PredStart, graph.PredEnd, graph.PredDate:
		property := map[graph.Predicate]string{graph.PredStart: "schema:startDate", graph.PredEnd: "schema:endDate", graph.PredDate: "schema:temporal"}[c.Predicate]
		if d, ok := schemaDate(o.Date); ok {
			n.add(property, d)
		}
	case graph.PredProcess:
		n.add("schema:superEvent", of(o.Entity))
	case graph.PredVenue:
		n.add("schema:location", of(o.Entity))
	case graph.PredText:
		n.add("schema:text", object(o))
	case graph.PredTitle:
		n.add("schema:jobTitle", object(o))
	}
}

// object is the third part of a claim.
func object(o graph.Object) term {
	switch {
	case o.Entity != "":
		return of(o.Entity)
	case !o.Date.IsZero():
		return date(o.Date)
	case o.Number != 0:
		return typed(strconv.Itoa(o.Number), "xsd:integer")
	}
	return words(o.Text, o.Language)
}
