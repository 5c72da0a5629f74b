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
