package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// Article answers an article's data without its text, nil if there is none.
func (s *Store) Article(ctx context.Context, id ID) (*ArticleInfo, error) {
	found, err := s.ArticlesByID(ctx, []ID{id})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// ArticlesByID is [Store.Article] for many ids, in their order.
func (s *Store) ArticlesByID(ctx context.Context, ids []ID) ([]*ArticleInfo, error) {
	return answer(ctx, s, func(v *view) ([]*ArticleInfo, error) { return v.articles(ids) })
}

// articles reads articles, in one pass, and their load times in another.
func (v *view) articles(ids []ID) ([]*ArticleInfo, error) {
	var heads, loads []key
	for _, id := range unique(slices.Clone(ids)) {
		if a, ok := pack(id, kindArticle); ok {
			heads, loads = append(heads, articleKey(a)), append(loads, loadedKey(a))
		}
	}
	found := map[ID]*ArticleInfo{}
	err := v.scan(heads, func(k, record []byte) error {
		a, err := decodeArticle(k, record)
		found[a.ID] = &ArticleInfo{ID: a.ID, URL: a.URL, Title: a.Title, Source: a.Source, Language: a.Language, Published: a.Published, Bytes: a.bytes}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = v.scan(loads, func(k, record []byte) error {
		t, err := decodeLoaded(k, record)
		if a := found[parseKey(k, tableLoaded).packed().id(kindArticle)]; a != nil {
			a.LoadedAt = t
		}
		return err
	})
	out := make([]*ArticleInfo, len(ids))
	for i, id := range ids {
		out[i] = found[id]
	}
	return out, err
}

// ArticleText answers an article's text; [ErrNotFound] if there is none.
func (s *Store) ArticleText(ctx context.Context, id ID) (string, error) {
	return answer(ctx, s, func(v *view) (string, error) {
		a, ok := pack(id, kindArticle)
		if !ok || v.state.hides(a) {
			return "", fmt.Errorf("%s: %w", id, ErrNotFound)
		}
		k := articleKey(a)
		v.store.reads.Add(1)
		record, err := getRecord(v.txn, k)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return "", fmt.Errorf("%s: %w", id, ErrNotFound)
		}
		if err != nil {
			return "", err
		}
		head, err := decodeArticle(k, record)
		if err != nil {
			return "", err
		}
		text, err := v.parts(newKey(tableText).packed(a), head.texts)
		return string(text), err
	})
}

// Articles lists articles, the latest published first, those without a date
// last.
func (s *Store) Articles(ctx context.Context, f ArticleFilter, p Page) (Connection[ArticleInfo], error) {
	return list(ctx, s, p, func(v *view) (Connection[ArticleInfo], error) {
		ids, err := v.articleIDs(f)
		if err != nil {
			return Connection[ArticleInfo]{}, err
		}
		return connect(v, ids, func(id ID) ID { return id }, p, func(ids []ID) ([]ArticleInfo, error) {
			found, err := v.articles(ids)
			out := make([]ArticleInfo, 0, len(found))
			for _, a := range found {
				if a == nil {
					return nil, &DamageError{printable([]byte{byte(tableArticle)}), "an article of an index is missing"}
				}
				out = append(out, *a)
			}
			return out, err
		})
	})
}

// articleIDs lists the articles that a filter holds, in the order of lists.
func (v *view) articleIDs(f ArticleFilter) ([]ID, error) {
	all, err := v.articlesByDay()
	if err != nil || f == (ArticleFilter{}) {
		return all, err
	}
	if f.About != "" {
		about := map[ID]bool{}
		err := v.scanKeys([]key{newKey(tableNode).id(f.About)}, func(k []byte) error {
			a, _ := articleOf(k)
			about[a.id(kindArticle)] = true
			return nil
		})
		if err != nil {
			return nil, err
		}
		all = slices.DeleteFunc(slices.Clone(all), func(id ID) bool { return !about[id] })
		if f == (ArticleFilter{About: f.About}) {
			return all, nil
		}
	}
	infos, err := v.articles(all)
	var out []ID
	for i, a := range infos {
		if a != nil && f.holds(*a) {
			out = append(out, all[i])
		}
	}
	return out, err
}

func (f ArticleFilter) holds(a ArticleInfo) bool {
	var published *EventDate
	if !a.Published.IsZero() {
		published = &EventDate{EDTF: a.Published}
	}
	return (f.Source == "" || a.Source == f.Source) &&
		(f.Language == "" || a.Language == f.Language) &&
		(f.URL == "" || a.URL == f.URL) &&
		published.within(f.From, f.To)
}

// articlesByDay lists all articles, the latest first.
func (v *view) articlesByDay() ([]ID, error) {
	return cached(v, "articles", func() ([]ID, error) {
		var ids []ID
		err := v.scanKeys([]key{newKey(tableDay)}, func(k []byte) error {
			p := parseKey(k, tableDay)
			p.text()
			ids = append(ids, p.packed().id(kindArticle))
			return nil
		})
		slices.Reverse(ids)
		return ids, err
	})
}
