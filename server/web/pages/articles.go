package pages

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// What a list of articles shows at most, and what a search may be.
const (
	pageArticles  = 50
	longestSearch = 300 // bytes
)

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
	shown := &articlesPage{Frame: f, Say: b.say, Query: strings.TrimSpace(query.Get("q"))}
	f.Title = b.say.ArticlesHeading
	if len(shown.Query) > longestSearch {
		return nil, &layout.Problem{Status: http.StatusBadRequest, Reason: "q: a search may have " + strconv.Itoa(longestSearch) + " bytes"}
	}
	filter := graph.ArticleFilter{Text: shown.Query, To: f.AsOf}
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
	shown.Total, shown.Query = found.TotalCount, timeline.Plain(shown.Query)
	shown.Earlier, shown.Later = besides(f, found)
	return shown, nil
}
