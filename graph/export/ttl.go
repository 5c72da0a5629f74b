package export

import (
	"context"
	"fmt"
	"io"
	"strings"

	"peacetalks/graph"
)

// writeTurtle writes RDF as Turtle: one block for each node.
func writeTurtle(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	return describe(ctx, s, o, &turtle{w: w})
}

type turtle struct {
	w    io.Writer
	text []byte
}

func (t *turtle) begin() error {
	for _, p := range prefixes {
		if _, err := fmt.Fprintf(t.w, "@prefix %s: <%s> .\n", p.name, p.namespace); err != nil {
			return err
		}
	}
	return nil
}

func (t *turtle) end() error { return nil }

func (t *turtle) node(n node) error {
	t.text = appendName(append(t.text[:0], '\n'), n.subject)
	for i, p := range n.pairs {
		switch {
		case i == 0:
			t.text = append(t.text, "\n  "...)
		case n.pairs[i-1].property == p.property:
			t.text = append(t.text, ", "...)
		default:
			t.text = append(t.text, " ;\n  "...)
		}
		if i == 0 || n.pairs[i-1].property != p.property {
			t.text = appendProperty(t.text, p.property)
		}
		t.text = appendValue(t.text, p.value)
	}
	t.text = append(t.text, " .\n"...)
	_, err := t.w.Write(t.text)
	return err
}

func appendProperty(b []byte, property string) []byte {
	if property == "rdf:type" {
		return append(b, "a "...)
	}
	return append(appendName(b, property), ' ')
}

func appendValue(b []byte, v term) []byte {
	switch {
	case v.iri != "":
		return appendName(b, v.iri)
	case v.datatype == "xsd:integer" || v.datatype == "xsd:boolean" || v.datatype == "xsd:decimal":
		return append(b, v.value...) // which is how we write them
	}
	b = appendString(b, v.value)
	if v.language != "" {
		return append(append(b, '@'), v.language...)
	}
	if v.datatype != "" {
		return appendName(append(b, "^^"...), v.datatype)
	}
	return b
}

// appendName writes an IRI with its prefix, where what follows may stand in a
// prefixed name.
func appendName(b []byte, curie string) []byte {
	name, local, _ := strings.Cut(curie, ":")
	for i, r := range local {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == ':'
		if !letter && !strings.ContainsRune("-%/#@+,=.'()*!$&;~", r) || i == 0 && !letter {
			return appendWhole(b, curie)
		}
	}
	b = append(append(b, name...), ':')
	for _, c := range []byte(local) {
		if strings.IndexByte("/#@+,=.'()*!$&;~", c) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return b
}
