package export

import (
	"strconv"

	"peacetalks/graph"
)

// claimNode is a claim as a statement about a statement.
func claimNode(c graph.Standing) node {
	n := node{subject: of(c.ID).iri}
	n.add("rdf:type", a("pt:Claim"), a("rdf:Statement"))
	n.add("rdf:subject", of(c.Subject))
	n.add("rdf:predicate", a("pt:"+string(c.Predicate)))
	n.add("rdf:object", object(c.Object))
	n.add("pt:claimStatus", text(string(c.Status)))
	n.add("pt:modality", text(string(c.Modality)))
	n.add("pt:support", typed(strconv.Itoa(c.Support), "xsd:integer"))
	n.add("pt:denials", typed(strconv.Itoa(c.Denials), "xsd:integer"))
	n.add("pt:shown", typed(strconv.FormatBool(c.Shown), "xsd:boolean"))
	if !c.First.IsZero() {
		n.add("pt:firstReported", date(c.First))
		n.add("pt:lastReported", date(c.Last))
	}
	return n
}

// conflictNode is a disagreement with its sides.
func conflictNode(c graph.Conflict) node {
	n := node{subject: of(c.ID).iri}
	n.add("rdf:type", a("pt:Conflict"))
	n.add("pt:about", of(c.Subject))
	n.add("pt:disputed", a("pt:"+string(c.Predicate)))
	n.add("pt:conflictKind", text(string(c.Kind)))
	n.add("pt:preferred", of(c.Preferred))
	n.add("pt:reason", text(c.Reason))
	for _, s := range c.Sides {
		n.add("pt:side", of(s.Claim))
	}
	return n
}
