package pages

import (
	"context"
	"net/http"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// pageArticles is how many articles one page of their list shows.
const pageArticles = 50

// An articlesPage is what the template of the list shows.
type articlesPage struct {
	*layout.Frame
	Say            say
	Query          string
	About          *ref // only articles that name this
	WithoutAbout   string
	Articles       []source
	Total          int
	Earlier, Later string
}

// TotalText says how many articles there are.
func (p *articlesPage) TotalText() string { return p.Say.CountArticles(p.Total) }

// articles lists articles, the latest first, or those that a search finds.
func (p *pages) articles(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
	f.Here = "articles"
	b := p.newBook(f)
	query := r.URL.Query()
	words, err := searchOf(query)
	if err != nil {
		return nil, err
	}
	shown := &articlesPage{Frame: f, Say: b.say, Query: timeline.Plain(words)}
	f.Title = b.say.ArticlesHeading
	filter := graph.ArticleFilter{Text: words, To: f.AsOf}
	if about := graph.ID(query.Get("about")); about != "" {
		if len(about) > graph.MaxID || about.Name() == "" {
			return nil, &layout.Problem{Status: http.StatusBadRequest, Reason: "about: want an id such as round:astana-14"}
		}
		if err := b.nameAll(ctx, about); err != nil {
			return nil, err
		}
		named := b.ref(about)
		filter.About, shown.About, shown.WithoutAbout = about, &named, f.Again("about", "", "after", "", "before", "")
	}
	found, err := p.store.Articles(ctx, filter, partOfList(query, pageArticles))
	if err != nil {
		return nil, badPage(err)
	}
	for _, a := range found.Nodes() {
		shown.Articles = append(shown.Articles, b.source(&a))
	}
	shown.Total = found.TotalCount
	shown.Earlier, shown.Later = besides(f, found)
	return shown, nil
}
