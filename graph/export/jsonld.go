package export

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"peacetalks/graph"
)

// writeJSONLD writes RDF as JSON-LD 1.1 with its context in it: an object with
// one node a line in @graph. Whoever reads it holds it as a whole, so that it
// has a cap.
func writeJSONLD(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	if err := fewClaims(ctx, s, linkedCap, o); err != nil {
		return err
	}
	return describe(ctx, s, o, &linked{w: w, between: "\n"})
}

// fewClaims refuses more claims than limit.
func fewClaims(ctx context.Context, s *graph.Store, limit int, o Options) error {
	n := 0
	for t, err := range s.Things(ctx, o.Filter.things()) {
		if err != nil {
			return err
		}
		if n += len(t.Claims); n > limit {
			return &graph.CapError{Format: "jsonld", Cap: limit, Things: "claims"}
		}
	}
	return nil
}

// coerced are the properties whose values are all of one kind: an IRI ("@id")
// or a literal with a datatype. They are written as plain strings.
var coerced = map[string]string{
	"oa:hasBody": "@id", "oa:hasSelector": "@id", "oa:hasSource": "@id", "oa:hasTarget": "@id",
	"oa:motivatedBy": "@id", "owl:sameAs": "@id", "prov:used": "@id", "prov:wasDerivedFrom": "@id", "rdf:predicate": "@id", "rdf:subject": "@id",
	"schema:location": "@id", "schema:superEvent": "@id", "skos:broader": "@id", "skos:inScheme": "@id",
	"oa:start": "xsd:integer", "oa:end": "xsd:integer", "prov:endedAtTime": "xsd:dateTime", "schema:url": "xsd:anyURI",

	"pt:process": "@id", "pt:venue": "@id", "pt:host": "@id", "pt:guarantor": "@id", "pt:observer": "@id", "pt:mediator": "@id",
	"pt:guest": "@id", "pt:delegation": "@id", "pt:head": "@id", "pt:member": "@id", "pt:agenda": "@id", "pt:meeting": "@id",
	"pt:plenary": "@id", "pt:statement": "@id", "pt:speaker": "@id", "pt:topic": "@id", "pt:outcome": "@id",
	"pt:number": "xsd:integer", "pt:start": "edtf:EDTF", "pt:end": "edtf:EDTF", "pt:session": "edtf:EDTF", "pt:date": "edtf:EDTF",

	"pt:round": "@id", "pt:party": "@id", "pt:participant": "@id", "pt:country": "@id", "pt:about": "@id", "pt:disputed": "@id",
	"pt:preferred": "@id", "pt:side": "@id", "pt:stating": "@id", "pt:reprintOf": "@id", "pt:entity": "@id", "pt:other": "@id",
	"pt:undoes": "@id", "pt:undoneBy": "@id",
	"pt:support": "xsd:integer", "pt:denials": "xsd:integer", "pt:shown": "xsd:boolean", "pt:confidence": "xsd:decimal",
	"pt:firstReported": "edtf:EDTF", "pt:lastReported": "edtf:EDTF", "pt:reported": "edtf:EDTF", "pt:published": "edtf:EDTF",
}

// key is a property as the context has it: ours by the name alone.
func key(property string) string {
	if name, ok := strings.CutPrefix(property, "pt:"); ok {
		return name
	}
	return property
}

type linked struct {
	w       io.Writer
	between string
}

// begin writes the context.
func (l *linked) begin() error {
	var b bytes.Buffer
	b.WriteString("{\"@context\": {\n  \"@version\": 1.1,\n  \"@vocab\": ")
	writeJSON(&b, namespaces["pt"])
	for _, p := range prefixes {
		b.WriteString(",\n  ")
		writeJSON(&b, p.name)
		b.WriteString(": ")
		writeJSON(&b, p.namespace)
	}
	for _, property := range slices.Sorted(maps.Keys(coerced)) {
		b.WriteString(",\n  ")
		writeJSON(&b, key(property))
		b.WriteString(": ")
		writeJSON(&b, map[string]string{"@id": property, "@type": coerced[property]})
	}
	b.WriteString("\n},\n\"@graph\": [")
	_, err := l.w.Write(b.Bytes())
	return err
}

func (l *linked) end() error {
	_, err := io.WriteString(l.w, "\n]}\n")
	return err
}

func (l *linked) node(n node) error {
	b := bytes.NewBufferString(l.between + `{"@id": `)
	l.between = ",\n"
	writeJSON(b, n.subject)
	for i := 0; i < len(n.pairs); {
		property := n.pairs[i].property
		var values []any
		for ; i < len(n.pairs) && n.pairs[i].property == property; i++ {
			values = append(values, jsonValue(property, n.pairs[i].value))
		}
		b.WriteString(", ")
		if property == "rdf:type" {
			property = "@type"
		}
		writeJSON(b, key(property))
		b.WriteString(": ")
		if len(values) == 1 {
			writeJSON(b, values[0])
		} else {
			writeJSON(b, values)
		}
	}
	b.WriteByte('}')
	_, err := l.w.Write(b.Bytes())
	return err
}

// jsonValue is a value as the context lets it be written.
func jsonValue(property string, v term) any {
	switch as := coerced[property]; {
	case v.iri != "" && (property == "rdf:type" || as == "@id"):
		return v.iri
	case v.iri != "":
		return map[string]string{"@id": v.iri}
	case v.language != "":
		return map[string]string{"@value": v.value, "@language": v.language}
	case v.datatype == as:
		return v.value
	case v.datatype == "":
		return map[string]string{"@value": v.value}
	default:
		return map[string]string{"@value": v.value, "@type": v.datatype}
	}
}

// writeJSON writes a value. What would be markup where the file is shown, and
// what would change the direction of text, is written as an escape.
func writeJSON(b *bytes.Buffer, v any) {
	data, err := json.Marshal(v)
	if err != nil { // texts, lists and maps of texts can always be written
		panic(err)
	}
	for _, r := range string(data) {
		if graph.ChangesDirection(r) {
			const digits = "0123456789abcdef"
			b.WriteString(`\u`)
			for shift := 12; shift >= 0; shift -= 4 {
				b.WriteByte(digits[r>>shift&15])
			}
			continue
		}
		b.WriteRune(r)
	}
}
