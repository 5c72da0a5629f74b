package loader

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/clean"
	"peacetalks/loader/rules"
	"peacetalks/loader/search"
	"peacetalks/loader/source"
)

// A Loader makes readings of documents. It may be used by any number of
// goroutines at once.
type Loader struct {
	extractor Extractor
	digest    string
}

// New makes a loader that understands articles by an extractor.
func New(e Extractor) *Loader { return &Loader{e, Digest(e.Digest())} }

// Digest identifies everything that a reading depends on beside the article:
// rules, lexicon and code. A graph holds readings of one digest.
func (l *Loader) Digest() string { return l.digest }

// Extract makes a reading of one document. It is a pure function of the
// document and the extractor.
func (l *Loader) Extract(doc source.Document) (graph.Reading, error) {
	a, err := article(doc)
	if err != nil {
		return graph.Reading{}, err
	}
	return l.Read(a)
}

// Facts makes a reading of one document and writes it down as facts.
func (l *Loader) Facts(doc source.Document) (FactsRecord, error) {
	r, err := l.Extract(doc)
	if err != nil {
		return FactsRecord{}, err
	}
	place, err := fileSpans(doc)
	return Facts(r, doc.Name, place), err
}

// fileSpans answers the function that points at passages of a document's text
// in its file, nil if the file is not UTF-8 text.
func fileSpans(doc source.Document) (func(start, end int) []clean.Span, error) {
	if !doc.UTF8 {
		return nil, nil
	}
	if !doc.HTML {
		return func(start, end int) []clean.Span {
			return []clean.Span{{Start: doc.Body + start, End: doc.Body + end}}
		}, nil
	}
	content, err := clean.HTML(doc.Text, given(doc.Meta))
	if err != nil {
		return nil, err
	}
	return func(start, end int) []clean.Span {
		spans := content.FileSpans(start, end)
		for i := range spans {
			spans[i].Start += doc.Body
			spans[i].End += doc.Body
		}
		return spans
	}, nil
}

// article makes an article of a document: what was given with it, and, of a
// page, what its tags say.
func article(doc source.Document) (graph.Article, error) {
	meta, text := given(doc.Meta), doc.Text
	if doc.Meta.Published != "" && meta.Published == "" {
		return graph.Article{}, fmt.Errorf("published: %q is not a date; write it as 2019-12-10", doc.Meta.Published)
	}
	var parts []graph.Block
	if doc.HTML {
		content, err := clean.HTML(doc.Text, meta)
		if err != nil {
			return graph.Article{}, err
		}
		meta, text = content.Meta, content.Text
		for _, b := range content.Blocks {
			parts = append(parts, graph.Block{Start: b.Start, End: b.End, Kind: b.Kind.String()})
		}
	}
	a := graph.Article{
		URL: CanonicalURL(meta.URL), Title: meta.Title, Source: meta.Source,
		Language: tag(meta.Language), Published: day(meta.Published), Text: text, Blocks: parts,
	}
	a.ID = graph.ArticleID(a)
	return a, nil
}

// Read makes the reading of an article from what was given with it; fields
// that an earlier reading had solved are solved anew. It is what
// [graph.Store.Reextract] asks for.
func (l *Loader) Read(a graph.Article) (graph.Reading, error) {
	a = a.Given()
	a.ID = graph.ArticleID(a)
	was := a
	in, blocks := input(&a)
	out, err := l.extractor.Read(in)
	if err != nil {
		return graph.Reading{}, fmt.Errorf("reading the text: %w", err)
	}
	a.Language, a.Published = out.Language, out.Published
	a.Solved = solved(was, a)
	r := graph.Reading{Article: a, Extractor: l.digest, Outlet: l.extractor.Outlet(a.Source)}
	if r.Claims, err = complete(a, out.Claims, l.extractor.Outlet); err != nil {
		return graph.Reading{}, err
	}
	story := story(a, blocks)
	r.Terms = search.Terms(story, a.Language)
	r.Signatures = Signature(story)
	return r, nil
}

// input is what an extractor is given of an article, with the article's blocks;
// what its text says of itself is set in the article.
func input(a *graph.Article) (rules.Input, []graph.Block) {
	blocks := a.Blocks
	if len(blocks) == 0 {
		content := clean.Text(a.Text, clean.Meta{
			URL: a.URL, Source: a.Source, Published: a.Published.String(), Language: a.Language, Title: a.Title,
		})
		a.Title, a.Source, a.Published = content.Title, content.Source, day(content.Published)
		for _, b := range content.Blocks {
			blocks = append(blocks, graph.Block{Start: b.Start, End: b.End, Kind: b.Kind.String()})
		}
	}
	in := rules.Input{
		Text: a.Text, Title: a.Title, Language: a.Language, Published: a.Published, Source: a.Source, URL: a.URL,
	}
	for _, b := range blocks {
		in.Blocks = append(in.Blocks, rules.Block(b))
	}
	return in, blocks
}

// solved names the fields that were not given and are known now.
func solved(given, now graph.Article) []string {
	var fields []string
	if given.Title == "" && now.Title != "" {
		fields = append(fields, "title")
	}
	if given.Source == "" && now.Source != "" {
		fields = append(fields, "source")
	}
	if given.Language == "" && now.Language != "" {
		fields = append(fields, "language")
	}
	if given.Published.IsZero() && !now.Published.IsZero() {
		fields = append(fields, "published")
	}
	return fields
}

// complete brings claims into the form in which readings are stored: the
// evidence names the article, its date and the outlet that is cited, each claim
// stands once, all evidence for it together, sorted by id.
func complete(a graph.Article, claims []graph.Supported, outlet func(string) string) ([]graph.Supported, error) {
	byID := map[graph.ID]graph.Supported{}
	for _, c := range claims {
		id := c.Claim.ID()
		kept := byID[id]
		kept.Claim = c.Claim
		for _, e := range c.Evidence {
			e.Article = a.ID
			e.Origin = outlet(e.Citing)
			if e.Reported.IsZero() {
				e.Reported = a.Published
			}
			for _, s := range e.Spans {
				if s.Start < 0 || s.Start >= s.End || s.End > len(a.Text) || a.Text[s.Start:s.End] != s.Quote {
					return nil, &graph.SpanError{Article: a.ID, Claim: id, Start: s.Start, End: s.End, Quote: s.Quote}
				}
			}
			kept.Evidence = append(kept.Evidence, e)
		}
		byID[id] = kept
	}
	out := make([]graph.Supported, 0, len(byID))
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		c := byID[id]
		slices.SortFunc(c.Evidence, compareEvidence)
		c.Evidence = slices.CompactFunc(c.Evidence, func(a, b graph.Evidence) bool { return compareEvidence(a, b) == 0 })
		out = append(out, c)
	}
	return out, nil
}

// compareEvidence orders evidence of one claim by its passages, then by all
// else that it says.
func compareEvidence(a, b graph.Evidence) int {
	return cmp.Or(
		slices.CompareFunc(a.Spans, b.Spans, func(s, t graph.Span) int {
			return cmp.Or(cmp.Compare(s.Start, t.Start), cmp.Compare(s.End, t.End))
		}),
		cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Modality, b.Modality),
		cmp.Compare(a.Citing, b.Citing), cmp.Compare(a.Basis, b.Basis),
		cmp.Compare(a.Confidence, b.Confidence), a.Reported.Compare(b.Reported),
	)
}

// story is what is searched and compared of an article: its headline and its
// text without the page's furniture.
func story(a graph.Article, blocks []graph.Block) string {
	var b strings.Builder
	if !strings.Contains(a.Text, a.Title) {
		b.WriteString(a.Title + "\n")
	}
	if len(blocks) == 0 {
		b.WriteString(a.Text)
	}
	for _, part := range blocks {
		if part.Kind != clean.Boilerplate.String() {
			b.WriteString(a.Text[part.Start:part.End] + "\n")
		}
	}
	return b.String()
}
