package pages

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// What one fact shows at most.
const (
	mostPassages = 6
	mostQuote    = 900 // letters of a passage
)

// A book holds what a page needs of many things at once: their names and the
// passages of claims. Each is read in one go, before the page is put together.
type book struct {
	*pages
	frame    *layout.Frame
	say      say
	names    map[graph.ID]string
	evidence map[graph.ID][]graph.Evidence
	articles map[graph.ID]*graph.ArticleInfo
	speakers map[graph.ID]graph.ID // of statements, where the page knows them
	kinds    map[graph.ID]string   // of outcomes, likewise
}

func (p *pages) newBook(f *layout.Frame) *book {
	return &book{
		pages: p, frame: f, say: says.In(f.Language),
		names: map[graph.ID]string{}, evidence: map[graph.ID][]graph.Evidence{}, articles: map[graph.ID]*graph.ArticleInfo{},
		speakers: map[graph.ID]graph.ID{}, kinds: map[graph.ID]string{},
	}
}

// nameAll reads the names of things in the reader's language, and of what
// their ids are made of.
func (b *book) nameAll(ctx context.Context, ids ...graph.ID) error {
	return b.nameOn(ctx, edtf.Date{}, ids...)
}

// nameOn is nameAll by what places were called on a day.
func (b *book) nameOn(ctx context.Context, on edtf.Date, ids ...graph.ID) error {
	var missing []graph.ID
	for _, id := range ids {
		parts := id.Parts()
		if len(parts) == 0 {
			parts = []graph.ID{id}
		}
		for _, part := range parts {
			if _, ok := b.names[part]; !ok && part.Name() != "" {
				b.names[part] = ""
				missing = append(missing, part)
			}
		}
	}
	names, err := b.store.Name(ctx, missing, b.frame.Names, on)
	for i := range names {
		b.names[missing[i]] = timeline.Plain(names[i])
	}
	return err
}

// A ref is a thing with its name and its page.
type ref struct {
	ID         graph.ID
	Name, Link string
}

func (b *book) ref(id graph.ID) ref {
	return ref{id, b.name(id), b.frame.To(id)}
}

func (b *book) refs(ids []graph.ID) []ref {
	out := make([]ref, len(ids))
	for i, id := range ids {
		out[i] = b.ref(id)
	}
	return out
}

func (b *book) name(id graph.ID) string {
	return cmp.Or(b.names[id], graph.Words(id.Name()))
}

// readPassages reads the evidence of claims and the articles that it stands
// in.
func (b *book) readPassages(ctx context.Context, claims []graph.ID) error {
	slices.Sort(claims)
	claims = slices.Compact(claims)
	found, err := b.store.EvidenceOf(ctx, claims, graph.EvidenceFilter{AsOf: b.frame.AsOf})
	if err != nil {
		return err
	}
	var articles []graph.ID
	for i, id := range claims {
		b.evidence[id] = found[i]
		for _, e := range found[i] {
			articles = append(articles, e.Article)
		}
	}
	slices.Sort(articles)
	articles = slices.Compact(articles)
	infos, err := b.store.ArticlesByID(ctx, articles)
	for i := range infos {
		b.articles[articles[i]] = infos[i]
	}
	return err
}

// A fact is what a page shows, with the passages that say so.
type fact struct {
	Say      say
	Planned  bool // reported only as planned
	Denials  int  // passages that deny it
	Curated  bool // only a curator says so
	Passages []passage
	More     int // passages left out
}

// A passage is a quotation from an article.
type passage struct {
	Quote, Language        string
	Outlet, Title, Date    string
	Link                   string // the sentence in the article's page
	Citing, CitingLabel    string
	Modality, ModalityName string
}

// fact gathers the passages of claims, each place in an article once.
func (b *book) fact(claims ...graph.ID) fact {
	return b.factOf(func(graph.Evidence) bool { return true }, claims...)
}

// factOf is fact, of the evidence that is chosen.
func (b *book) factOf(chosen func(graph.Evidence) bool, claims ...graph.ID) fact {
	type place struct {
		article    graph.ID
		start, end int
	}
	f := fact{Say: b.say, Curated: len(claims) > 0}
	seen := map[place]bool{}
	affirmed, planned := 0, 0
	for _, claim := range claims {
		for _, e := range b.evidence[claim] {
			a := b.articles[e.Article]
			if a == nil || len(e.Spans) == 0 || !chosen(e) {
				continue
			}
			at := place{e.Article, e.Spans[0].Start, e.Spans[0].End}
			if seen[at] {
				continue
			}
			seen[at], f.Curated = true, false
			switch e.Modality {
			case graph.Denied:
				f.Denials++
			case graph.Planned:
				planned++
				fallthrough
			default:
				affirmed++
			}
			if len(f.Passages) == mostPassages {
				f.More++
				continue
			}
			f.Passages = append(f.Passages, b.passage(claim, e, a))
		}
	}
	f.Planned = affirmed > 0 && affirmed == planned
	return f
}

func (b *book) passage(claim graph.ID, e graph.Evidence, a *graph.ArticleInfo) passage {
	return passage{
		Quote: graph.Shorten(timeline.Plain(e.Spans[0].Quote), mostQuote), Language: a.Language,
		Outlet: timeline.Plain(a.Source), Title: b.title(a), Date: b.day(e.Reported),
		Link: b.frame.Link(layout.PassagePath(a.ID, claim, e.Spans[0].Start)), Citing: timeline.Plain(e.Citing), CitingLabel: b.say.Citing,
		Modality: lower(e.Modality), ModalityName: b.say.Modalities[e.Modality],
	}
}

// title is what an article is called.
func (b *book) title(a *graph.ArticleInfo) string {
	return graph.Shorten(cmp.Or(timeline.Plain(a.Title), timeline.Plain(a.URL), b.say.Untitled), 300)
}

// day writes a date, "" where there is none.
func (b *book) day(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return b.frame.Date(d)
}

// Total is how many passages there are, shown or not, for templates.
func (f fact) Total() int { return len(f.Passages) + f.More }
