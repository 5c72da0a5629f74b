package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A prefix is a namespace with its short name.
type prefix struct{ name, namespace string }

// prefixes are the namespaces of the RDF formats, in the order in which they
// are declared. Those of example are nobody's, by RFC 2606: they are names. A
// server answers the same path: id/round:astana-14.
var prefixes = []prefix{
	{"id", "https://peacetalks.example/id/"},
	{"pt", "https://peacetalks.example/ns#"},
	{"edtf", "http://id.loc.gov/datatypes/edtf/"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"schema", "https://schema.org/"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

var namespaces = func() map[string]string {
	m := map[string]string{}
	for _, p := range prefixes {
		m[p.name] = p.namespace
	}
	return m
}()

// A term is an IRI or a literal of RDF. IRIs are written as a prefix, a colon
// and a local part, as in pt:start; there are no blank nodes, so that the parts
// of an export can be joined.
type term struct {
	iri      string // "" for literals
	value    string
	datatype string // as an IRI; "": a text
	language string // in lower case; of texts
}

// expand is the whole of an IRI.
func expand(curie string) string {
	name, local, _ := strings.Cut(curie, ":")
	return namespaces[name] + local
}

// of names a thing of the graph.
func of(id graph.ID) term { return term{iri: "id:" + escapeIRI(string(id))} }

// at names a part of a thing.
func at(id graph.ID, fragment string) term {
	return term{iri: "id:" + escapeIRI(string(id)) + "#" + fragment}
}

// a names something of a vocabulary.
func a(curie string) term { return term{iri: curie} }

func text(s string) term                { return term{value: strings.ToValidUTF8(s, "\uFFFD")} }
func typed(value, datatype string) term { return term{value: value, datatype: datatype} }

// date is a date with its uncertainty.
func date(d edtf.Date) term { return typed(d.String(), "edtf:EDTF") }

// words is a text in a language, as far as that is known.
func words(s, language string) term {
	t := text(s)
	if isTag(language) {
		t.language = strings.ToLower(language)
	}
	return t
}

// isTag tells whether a language may stand in RDF.
func isTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 || strings.ContainsFunc(part, func(r rune) bool {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
			return !letter && (i == 0 || r < '0' || r > '9')
		}) {
			return false
		}
	}
	return true
}

// schemaDate is a date in the way of XML Schema, for those that know no
// uncertainty; false where it cannot be said so.
func schemaDate(d edtf.Date) (term, bool) {
	switch {
	case d.IsZero() || d.IsInterval() || d.IsApproximate() || d.IsUncertain():
		return term{}, false
	case d.Day() != 0:
		return typed(d.String(), "xsd:date"), true
	case d.Month() != 0:
		return typed(d.String(), "xsd:gYearMonth"), true
	}
	return typed(d.String(), "xsd:gYear"), true
}

// escapeIRI writes an id as the last part of an IRI. Letters of all scripts may
// stand in it; what may not, what would end it and what cannot be seen is
// written as bytes.
func escapeIRI(s string) string {
	var b strings.Builder
	for _, r := range s {
		plain := r < utf8.RuneSelf && strings.ContainsRune("-._~:/@!$&'()*+,;=", r) ||
			unicode.IsLetter(r) || unicode.IsDigit(r) || r > utf8.RuneSelf && unicode.IsMark(r)
		if plain && r != utf8.RuneError {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		}
	}
	return b.String()
}

// A pair is a property of something with a value.
type pair struct {
	property string
	value    term
}

// A node is something with its properties.
type node struct {
	subject string
	pairs   []pair
}

func (n *node) add(property string, values ...term) {
	for _, v := range values {
		n.pairs = append(n.pairs, pair{property, v})
	}
}
