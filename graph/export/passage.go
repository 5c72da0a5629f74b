package export

import (
	"context"
	"iter"
	"slices"
	"strings"

	"peacetalks/graph"
)

// The passages of an article are annotations of it, by the Web Annotation Data
// Model: the body is a claim, the targets are parts of the article's text, as
// it is stored. A part is told by its position and, where it is short, by its
// words with some that stand before and after it. The Recommendation counts
// positions in characters, that is in code points of Unicode, neither in bytes
// nor in code units of UTF-16.

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
