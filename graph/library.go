package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Articles lists articles.
func (s *Store) Articles(ctx context.Context, f ArticleFilter, p Page) (Connection[ArticleInfo], error) {
	return list(ctx, s, p, func(v *view) (Connection[ArticleInfo], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[ArticleInfo]{}, err
		}
		ids, err := v.chosenArticles(&f)
		if err != nil {
			return Connection[ArticleInfo]{}, err
		}
		return connect(v, ids, func(id ID) ID { return id }, p, v.articleInfos)
	})
}

// articleInfos reads articles that an index has.
func (v *view) articleInfos(ids []ID) ([]ArticleInfo, error) {
	found, err := v.articles(ids)
	out := make([]ArticleInfo, 0, len(found))
	for _, a := range found {
		if a == nil {
			return nil, &DamageError{printable([]byte{byte(tableArticle)}), "an article of an index is missing"}
		}
		out = append(out, *a)
	}
	return out, err
}

// empty tells whether the filter restricts nothing.
func (f *ArticleFilter) empty() bool {
	return f.And == nil && f.Or == nil && f.Not == nil && f.Source == "" && f.Language == "" && f.URL == "" &&
		f.About == "" && f.Text == "" && f.From.IsZero() && f.To.IsZero()
}

// An articleTest is what a filter of articles needs beside the articles.
type articleTest struct {
	catalogue map[packed]listed
	about     map[ID]map[packed]bool
	text      map[string]map[packed]bool
}

func (v *view) articleTest(f *ArticleFilter) (articleTest, error) {
	t := articleTest{about: map[ID]map[packed]bool{}, text: map[string]map[packed]bool{}}
	var prefixes []key
	err := Walk(f, func(g *ArticleFilter, _ int) error {
		if g.About != "" && t.about[g.About] == nil {
			t.about[g.About] = map[packed]bool{}
			prefixes = append(prefixes, newKey(tableNode).id(g.About))
		}
		if g.Text != "" && t.text[g.Text] == nil {
			found, err := v.articlesWith(g.Text)
			t.text[g.Text] = found
			return err
		}
		return nil
	})
	if err != nil {
		return t, err
	}
	slices.SortFunc(prefixes, func(a, b key) int { return cmp.Compare(string(a), string(b)) })
	err = v.scanKeys(prefixes, func(k []byte) error {
		a, _ := articleOf(k)
		t.about[parseKey(k[:len(k)-len(a)], tableNode).id()][a] = true
		return nil
	})
	if err != nil {
		return t, err
	}
	t.catalogue, err = v.catalogue()
	return t, err
}

// own tells whether the filter's own conditions hold of an article.
func (f *ArticleFilter) own(a packed, t articleTest) bool {
	l := t.catalogue[a]
	var published *EventDate
	if !l.published.IsZero() {
		published = &EventDate{EDTF: l.published}
	}
	return (f.Source == "" || isOutlet(l.source, f.Source)) &&
		(f.Language == "" || strings.EqualFold(l.language, f.Language)) &&
		(f.URL == "" || l.url == f.URL) &&
		(f.About == "" || t.about[f.About][a]) &&
		(f.Text == "" || t.text[f.Text][a]) &&
		published.within(f.From, f.To, f.Certainty)
}

// chosenArticles lists the articles that a filter holds.
func (v *view) chosenArticles(f *ArticleFilter) ([]ID, error) {
	ids, err := v.articlesByDay()
	if err != nil {
		return nil, err
	}
	if f.empty() && f.Order != ArticlesBySource && f.Order != ArticlesByDay {
		return ids, nil
	}
	t, err := v.articleTest(f)
	if err != nil {
		return nil, err
	}
	ids = slices.DeleteFunc(slices.Clone(ids), func(id ID) bool {
		a := mustPack(id, kindArticle)
		return !combined(f, func(g *ArticleFilter) bool { return g.own(a, t) })
	})
	of := func(id ID) listed { return t.catalogue[mustPack(id, kindArticle)] }
	switch f.Order {
	case ArticlesByDay:
		// What has no date comes last in either direction.
		undated := len(ids)
		for undated > 0 && of(ids[undated-1]).published.IsZero() {
			undated--
		}
		slices.Reverse(ids[:undated])
	case ArticlesBySource:
		slices.SortStableFunc(ids, func(x, y ID) int {
			a, b := of(x).source, of(y).source
			return cmp.Or(cmp.Compare(truth(a == ""), truth(b == "")), cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
		})
	}
	return ids, nil
}
