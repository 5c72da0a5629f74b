package export

import (
	"context"
	"io"
	"strconv"

	"peacetalks/graph"
)

// colours tell the kinds of nodes apart, also for most who see fewer colours
// (after Okabe and Ito).
var colours = map[string][3]string{
	"process": {"0", "0", "0"}, "round": {"0", "114", "178"}, "delegation": {"86", "180", "233"}, "party": {"213", "94", "0"},
	"person": {"230", "159", "0"}, "place": {"0", "158", "115"}, "topic": {"204", "121", "167"}, "agenda": {"221", "170", "204"},
	"meeting": {"120", "120", "120"}, "statement": {"240", "228", "66"}, "outcome": {"100", "60", "30"},
}

// writeGEXF writes the network as GEXF 1.3 with its times, so that Gephi's
// timeline shows who was there when. Days that are not known for sure are the
// first and the last that the date may mean.
func writeGEXF(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	n, err := newNetwork(ctx, s, "gexf", networkCap, o)
	if err != nil {
		return err
	}
	t := &tagger{w: w}
	t.raw(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
`)
	t.element("    ", "creator", o.Provenance.Program)
	t.element("    ", "description", "What articles report about peace talks: "+o.Provenance.String()+"; language "+o.language())
	t.raw("  </meta>\n")
	t.open("  ", "graph", ">", "defaultedgetype", "directed", "idtype", "string", "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval")
	declare(t, "node", nodeAttributes)
	declare(t, "edge", edgeAttributes)
	t.raw("    <nodes>\n")
	for _, v := range n.nodes {
		start, end := bounds(v.spells)
		t.open("      ", "node", ">", "id", string(v.id), "label", v.label, "start", start, "end", end)
		values(t, nodeAttributes, v)
		writeSpells(t, v.spells)
		if c, ok := colours[v.id.Kind()]; ok {
			t.open("        ", "viz:color", "/>", "r", c[0], "g", c[1], "b", c[2])
		}
		t.raw("      </node>\n")
	}
	t.raw("    </nodes>\n    <edges>\n")
	for _, e := range n.edges {
		spells := n.during(e)
		start, end := bounds(spells)
		t.open("      ", "edge", ">", "id", e.id, "source", string(e.from), "target", string(e.to), "kind", e.predicate,
			"label", e.predicate, "weight", strconv.Itoa(e.weight()), "start", start, "end", end)
		values(t, edgeAttributes, e)
		writeSpells(t, spells)
		t.raw("      </edge>\n")
	}
	t.raw("    </edges>\n  </graph>\n</gexf>\n")
	return t.err
}

// declare writes the columns of nodes or edges.
func declare[T any](t *tagger, class string, attributes []attribute[T]) {
	kinds := map[string]string{"string": "string", "int": "integer", "double": "double", "boolean": "boolean"}
	t.open("    ", "attributes", ">", "class", class, "mode", "static")
	for _, a := range attributes {
		t.open("      ", "attribute", "/>", "id", a.name, "title", a.name, "type", kinds[a.kind])
	}
	t.raw("    </attributes>\n")
}

func values[T any](t *tagger, attributes []attribute[T], of T) {
	t.raw("        <attvalues>\n")
	for _, a := range attributes {
		if value := a.value(of); value != "" {
			t.open("          ", "attvalue", "/>", "for", a.name, "value", value)
		}
	}
	t.raw("        </attvalues>\n")
}

// bounds are the days of one spell. Several stand as elements.
func bounds(spells []spell) (start, end string) {
	if len(spells) != 1 {
		return "", ""
	}
	return spells[0].first, spells[0].last
}

func writeSpells(t *tagger, spells []spell) {
	if len(spells) < 2 {
		return
	}
	t.raw("        <spells>\n")
	for _, s := range spells {
		t.open("          ", "spell", "/>", "start", s.first, "end", s.last)
	}
	t.raw("        </spells>\n")
}
