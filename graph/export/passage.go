package export

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"peacetalks/graph"
)

// The passages of an article are annotations of it, by the Web Annotation Data
// Model: the body is a claim, the targets are parts of the article's text, as
// it is stored. A part is told by its position and, where it is short, by its
// words with some that stand before and after it. The Recommendation counts
// positions in characters, that is in code points of Unicode, neither in bytes
// nor in code units of UTF-16.

// contextLength is how many characters before and after a passage are told.
const contextLength = 32

// articles tells of each article with its passages. Where a part of the graph
// is chosen, of those that say something of it.
func (d *describer) articles(ctx context.Context) error {
	readings := d.store.Readings(ctx)
	if d.claims != nil {
		chosen, err := d.articlesOf(ctx)
		if err != nil {
			return err
		}
		readings = d.store.ReadingsOf(ctx, chosen)
	}
	return d.readings(ctx, readings)
}

// articlesOf lists the articles that give the chosen claims, sorted.
func (d *describer) articlesOf(ctx context.Context) ([]graph.ID, error) {
	claims := make([]graph.ID, 0, len(d.claims))
	for id := range d.claims {
		claims = append(claims, id)
	}
	slices.Sort(claims)
	var articles []graph.ID
	for some := range slices.Chunk(claims, batchSize) {
		evidence, err := d.store.EvidenceOf(ctx, some, graph.EvidenceFilter{AsOf: d.o.Filter.AsOf})
		if err != nil {
			return nil, err
		}
		for _, e := range slices.Concat(evidence...) {
			articles = append(articles, e.Article)
		}
		slices.Sort(articles)
		articles = slices.Compact(articles)
	}
	return articles, nil
}

func (d *describer) readings(ctx context.Context, readings iter.Seq2[graph.Reading, error]) error {
	for r, err := range readings {
		if err != nil {
			return err
		}
		claims := make([]graph.ID, len(r.Claims))
		for i, c := range r.Claims {
			claims[i] = c.Claim.ID()
		}
		if claims, err = d.store.Canonical(ctx, claims); err != nil {
			return err
		}
		if err := d.article(ctx, r, claims); err != nil {
			return err
		}
	}
	return nil
}

// article tells of one article and its passages; claims are the ids by which
// the graph knows what the article says.
func (d *describer) article(ctx context.Context, r graph.Reading, claims []graph.ID) error {
	p := newPassages(r.Article)
	seen := map[graph.ID]int{}
	for i, c := range r.Claims {
		for _, e := range c.Evidence {
			if e.ReportedBy(d.o.Filter.AsOf) && (d.claims == nil || d.claims[claims[i]]) {
				seen[claims[i]]++
				p.add(claims[i], e, seen[claims[i]])
			}
		}
	}
	if len(p.nodes) == 0 && (d.claims != nil || !d.o.Filter.AsOf.IsZero() && !graph.Evidence{Reported: r.Article.Published}.ReportedBy(d.o.Filter.AsOf)) {
		return nil
	}
	n, err := d.articleNode(ctx, r.Article)
	if err != nil {
		return err
	}
	for _, n := range append([]node{n}, p.nodes...) {
		if err := d.put(n); err != nil {
			return err
		}
	}
	return nil
}

func (d *describer) articleNode(ctx context.Context, article graph.Article) (node, error) {
	n := node{subject: of(article.ID).iri}
	n.add("rdf:type", a("schema:NewsArticle"), a("prov:Entity"))
	n.add("schema:identifier", text(string(article.ID)))
	if article.URL != "" {
		n.add("schema:url", typed(strings.ToValidUTF8(article.URL, "\uFFFD"), "xsd:anyURI"))
	}
	if article.Title != "" {
		n.add("schema:headline", words(graph.ShortQuote(article.Title), article.Language))
	}
	if article.Source != "" {
		n.add("pt:outlet", text(article.Source))
	}
	if isTag(article.Language) {
		n.add("schema:inLanguage", text(article.Language))
	}
	if !article.Published.IsZero() {
		n.add("pt:published", date(article.Published))
		if day, ok := schemaDate(article.Published); ok {
			n.add("schema:datePublished", day)
		}
	}
	reprints, err := d.store.ReprintsOf(ctx, []graph.ID{article.ID})
	if err == nil && reprints[0].Of != "" {
		n.add("pt:reprintOf", of(reprints[0].Of))
	}
	return n, err
}

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
