package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"peacetalks/graph"
)

// contextLength is how many characters before and after a passage are told.
const contextLength = 32

// passages collects the nodes of one article's passages.
type passages struct {
	article    graph.Article
	characters func(offset int) int
	nodes      []node
	parts      map[string]bool // of the text, that are told already
}

func newPassages(article graph.Article) *passages {
	return &passages{article: article, characters: counter(article.Text), parts: map[string]bool{}}
}

// counterStep is how many bytes apart the counts are that are kept.
const counterStep = 1 << 10

// counter tells how many characters stand before an offset in bytes.
func counter(s string) func(offset int) int {
	var counts []int // before each step
	n := 0
	for at := 0; at < len(s); at += counterStep {
		counts = append(counts, n)
		n += starts(s[at:min(len(s), at+counterStep)])
	}
	counts = append(counts, n)
	return func(offset int) int {
		step := offset / counterStep
		return counts[step] + starts(s[step*counterStep:offset])
	}
}

// starts counts the bytes that begin a character.
func starts(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// add adds the n-th evidence of a claim.
func (p *passages) add(claim graph.ID, e graph.Evidence, n int) {
	if n == 1 {
		derived := node{subject: of(claim).iri}
		derived.add("prov:wasDerivedFrom", of(p.article.ID))
		p.nodes = append(p.nodes, derived)
	}
	fragment := "claim-" + claim.Name()
	if n > 1 {
		fragment += "." + strconv.Itoa(n)
	}
	note := node{subject: at(p.article.ID, fragment).iri}
	note.add("rdf:type", a("oa:Annotation"), a("pt:Passage"))
	note.add("oa:motivatedBy", a("oa:describing"))
	note.add("oa:hasBody", of(claim))
	for i, s := range e.Spans {
		part := p.part(s)
		note.add("oa:hasTarget", part)
		if i == 0 {
			note.add("pt:stating", part)
		}
	}
	note.add("pt:modality", text(string(e.Modality)))
	note.add("pt:rule", text(e.Rule))
	note.add("pt:confidence", typed(decimal(e.Confidence), "xsd:decimal"))
	for property, value := range map[string]string{"pt:citing": e.Citing, "pt:basis": e.Basis} {
		if value != "" {
			note.add(property, text(value))
		}
	}
	if !e.Reported.IsZero() {
		note.add("pt:reported", date(e.Reported))
	}
	p.nodes = append(p.nodes, note)
}

// decimal writes a number as xsd:decimal has it.
func decimal(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// part is a part of the text, which is told once.
func (p *passages) part(s graph.Span) term {
	start, end := p.characters(s.Start), p.characters(s.End)
	name := fmt.Sprintf("%d,%d", start, end)
	whole := at(p.article.ID, "char="+name) // RFC 5147
	if p.parts[name] {
		return whole
	}
	p.parts[name] = true
	n := node{subject: whole.iri}
	n.add("rdf:type", a("oa:SpecificResource"))
	n.add("oa:hasSource", of(p.article.ID))
	n.add("pt:quote", words(graph.ShortQuote(s.Quote), p.article.Language))
	position := node{subject: at(p.article.ID, "position="+name).iri}
	position.add("rdf:type", a("oa:TextPositionSelector"))
	position.add("oa:start", typed(strconv.Itoa(start), "xsd:integer"))
	position.add("oa:end", typed(strconv.Itoa(end), "xsd:integer"))
	n.add("oa:hasSelector", a(position.subject))
	p.nodes = append(p.nodes, position)
	if graph.ShortQuote(s.Quote) == s.Quote { // licence-safe
		quote := node{subject: at(p.article.ID, "quote="+name).iri}
		quote.add("rdf:type", a("oa:TextQuoteSelector"))
		quote.add("oa:exact", text(s.Quote))
		quote.add("oa:prefix", text(last(p.article.Text[:s.Start], contextLength)))
		quote.add("oa:suffix", text(first(p.article.Text[s.End:], contextLength)))
		n.add("oa:hasSelector", a(quote.subject))
		p.nodes = append(p.nodes, quote)
	}
	p.nodes = append(p.nodes, n)
	return whole
}

// first is the beginning of a text, at most n characters.
func first(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// last is the end of a text, at most n characters.
func last(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}
