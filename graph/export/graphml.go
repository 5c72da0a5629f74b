package export

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"peacetalks/graph"
)

// writeGraphML writes the network as GraphML 1.0. Ids of nodes are names of
// XML, and so have · for / and .. for +; the attribute thing has them as they are.
func writeGraphML(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	n, err := newNetwork(ctx, s, "graphml", networkCap, o)
	if err != nil {
		return err
	}
	t := &tagger{w: w}
	t.raw(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, p := range provenance(o) {
		t.open("  ", "key", "/>", "id", "g."+p[0], "for", "graph", "attr.name", p[0], "attr.type", "string")
	}
	t.open("  ", "key", "/>", "id", "n.label", "for", "node", "attr.name", "label", "attr.type", "string")
	for _, a := range nodeAttributes {
		t.open("  ", "key", "/>", "id", "n."+a.name, "for", "node", "attr.name", a.name, "attr.type", a.kind)
	}
	t.open("  ", "key", "/>", "id", "e.weight", "for", "edge", "attr.name", "weight", "attr.type", "double")
	for _, a := range edgeAttributes {
		t.open("  ", "key", "/>", "id", "e."+a.name, "for", "edge", "attr.name", a.name, "attr.type", a.kind)
	}
	t.open("  ", "graph", ">", "id", "peacetalks", "edgedefault", "directed")
	for _, p := range provenance(o) {
		if p[1] != "" {
			t.element("    ", "data", p[1], "key", "g."+p[0])
		}
	}
	for _, v := range n.nodes {
		t.open("    ", "node", ">", "id", nameToken(string(v.id)))
		t.element("      ", "data", v.label, "key", "n.label")
		data(t, "n.", nodeAttributes, v)
		t.raw("    </node>\n")
	}
	for _, e := range n.edges {
		t.open("    ", "edge", ">", "id", nameToken(e.id), "source", nameToken(string(e.from)), "target", nameToken(string(e.to)))
		t.element("      ", "data", strconv.Itoa(e.weight()), "key", "e.weight")
		data(t, "e.", edgeAttributes, e)
		t.raw("    </edge>\n")
	}
	t.raw("  </graph>\n</graphml>\n")
	return t.err
}

func data[T any](t *tagger, prefix string, attributes []attribute[T], of T) {
	for _, a := range attributes {
		if value := a.value(of); value != "" {
			t.element("      ", "data", value, "key", prefix+a.name)
		}
	}
}

// nameToken writes an id with the characters that a name of XML may have; what
// no name has, and what stands for another, stands by its number.
func nameToken(id string) string {
	var b strings.Builder
	for _, r := range id {
		switch {
		case r == '/':
			b.WriteRune('·')
		case r == '+':
			b.WriteString("..")
		case r < 0x80 && strings.ContainsRune("-_:", r), unicode.IsLetter(r), r < 0x80 && unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "·%X·", r)
		}
	}
	return b.String()
}
