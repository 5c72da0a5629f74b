package export

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// An attribute is a column of a network's nodes or edges, with its type in the
// formats.
type attribute[T any] struct {
	name  string
	kind  string // string, int, double or boolean
	value func(T) string
}

func textOf(name string) attribute[*vertex] {
	return attribute[*vertex]{name, "string", func(v *vertex) string { return v.texts[name] }}
}

// nodeAttributes are the attributes of nodes beside the label. A value that is
// empty is left out. None has a name that Gephi keeps for itself.
var nodeAttributes = []attribute[*vertex]{
	{"thing", "string", func(v *vertex) string { return string(v.id) }},
	{"kind", "string", func(v *vertex) string { return v.id.Kind() }},
	{"number", "int", func(v *vertex) string {
		if v.number == 0 {
			return ""
		}
		return strconv.Itoa(v.number)
	}},
	textOf("status"), textOf("start_edtf"), textOf("end_edtf"), textOf("date_edtf"), textOf("session_edtf"),
	{"first_day", "string", func(v *vertex) string {
		if len(v.spells) == 0 {
			return ""
		}
		return v.spells[0].first
	}},
	{"last_day", "string", func(v *vertex) string {
		if len(v.spells) == 0 {
			return ""
		}
		return v.spells[len(v.spells)-1].last
	}},
	textOf("party_kind"), textOf("title"), textOf("manner"), textOf("type"), textOf("text"),
}

// ofClaim is an attribute that only claims have.
func ofClaim(name, kind string, value func(e edge) string) attribute[edge] {
	return attribute[edge]{name, kind, func(e edge) string {
		if e.basis != "claim" {
			return ""
		}
		return value(e)
	}}
}

// ofEvidence is an attribute that only claims of articles have.
func ofEvidence(name, kind string, value func(e *graph.Evidence, a *graph.ArticleInfo) string) attribute[edge] {
	return attribute[edge]{name, kind, func(e edge) string {
		if e.evidence == nil || e.article == nil {
			return ""
		}
		return value(e.evidence, e.article)
	}}
}

// edgeAttributes are the attributes of edges beside their weight.
var edgeAttributes = []attribute[edge]{
	{"predicate", "string", func(e edge) string { return e.predicate }},
	{"basis", "string", func(e edge) string { return e.basis }},
	ofClaim("claim", "string", func(e edge) string { return string(e.claim.ID) }),
	ofClaim("modality", "string", func(e edge) string { return string(e.claim.Modality) }),
	ofClaim("claim_status", "string", func(e edge) string { return string(e.claim.Status) }),
	ofClaim("shown", "boolean", func(e edge) string { return strconv.FormatBool(e.claim.Shown) }),
	ofClaim("support", "int", func(e edge) string { return strconv.Itoa(e.claim.Support) }),
	ofClaim("denials", "int", func(e edge) string { return strconv.Itoa(e.claim.Denials) }),
	ofClaim("articles", "int", func(e edge) string { return strconv.Itoa(e.articles) }),
	ofClaim("first_reported", "string", func(e edge) string { return e.claim.First.String() }),
	ofClaim("last_reported", "string", func(e edge) string { return e.claim.Last.String() }),
	ofEvidence("article", "string", func(e *graph.Evidence, _ *graph.ArticleInfo) string { return string(e.Article) }),
	ofEvidence("outlet", "string", func(_ *graph.Evidence, a *graph.ArticleInfo) string { return graph.Plain(a.Source) }),
	ofEvidence("url", "string", func(_ *graph.Evidence, a *graph.ArticleInfo) string { return graph.Plain(a.URL) }),
	ofEvidence("published", "string", func(_ *graph.Evidence, a *graph.ArticleInfo) string { return a.Published.String() }),
	ofEvidence("citing", "string", func(e *graph.Evidence, _ *graph.ArticleInfo) string { return graph.Plain(e.Citing) }),
	ofEvidence("quote", "string", func(e *graph.Evidence, _ *graph.ArticleInfo) string {
		return graph.Plain(graph.ShortQuote(e.Spans[0].Quote))
	}),
	ofEvidence("start_byte", "int", func(e *graph.Evidence, _ *graph.ArticleInfo) string { return strconv.Itoa(e.Spans[0].Start) }),
	ofEvidence("end_byte", "int", func(e *graph.Evidence, _ *graph.ArticleInfo) string { return strconv.Itoa(e.Spans[0].End) }),
}

// weight is how heavy an edge is: its independent sources, at least one.
func (e edge) weight() int { return max(1, e.claim.Support) }

// provenance is what a network says of itself, by name.
func provenance(o Options) [][2]string {
	p := o.Provenance
	return [][2]string{{"snapshot", p.Snapshot}, {"vocabulary", p.Vocabulary}, {"program", p.Program}, {"filter", p.Filter}, {"language", o.language()}}
}

// A tagger writes XML, and remembers the first error.
type tagger struct {
	w   io.Writer
	err error
}

// raw writes markup.
func (t *tagger) raw(parts ...string) {
	if t.err == nil {
		_, t.err = io.WriteString(t.w, strings.Join(parts, ""))
	}
}

// text writes a text, in an element or in an attribute. Characters that XML
// does not know become U+FFFD.
func (t *tagger) text(s string) {
	if t.err == nil {
		t.err = xml.EscapeText(t.w, []byte(s))
	}
}

// open writes a tag with the attributes that are not empty; the tag ends as it
// is told: ">" or "/>".
func (t *tagger) open(indent, name, end string, attributes ...string) {
	t.raw(indent, "<", name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			t.raw(" ", attributes[i], `="`)
			t.text(attributes[i+1])
			t.raw(`"`)
		}
	}
	t.raw(end, "\n")
}

// element writes an element that has a text.
func (t *tagger) element(indent, name, text string, attributes ...string) {
	t.raw(indent, "<", name)
	for i := 0; i+1 < len(attributes); i += 2 {
		t.raw(" ", attributes[i], `="`, attributes[i+1], `"`)
	}
	t.raw(">")
	t.text(text)
	t.raw("</", name, ">\n")
}
