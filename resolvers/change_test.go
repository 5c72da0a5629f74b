package resolvers

import (
	"context"
	"fmt"
	"testing"

	"peacetalks/graph"
)

// storing is a loader that stores a story whatever it is given.
func storing(store *graph.Store, s *story) Loader {
	return loads(func(ctx context.Context, _ Article) (graph.PutResult, error) { return store.Put(ctx, s.reading) })
}

func TestLoadAndRetract(t *testing.T) {
	store := open(t)
	s := arabic(t)
	a := serve(t, store, storing(store, s))
	id := s.reading.Article.ID
	load := `mutation { loadArticle(input: {text: "…"}) { existing claimCount article { id title claims { totalCount } } } }`
	want := func(existing bool) string {
		return fmt.Sprintf(`{"loadArticle": {"existing": %t, "claimCount": 21, "article": {"id": %q, "title": "محادثات أستانا", "claims": {"totalCount": 21}}}}`, existing, id)
	}
	a.wants(load, want(false))
	a.wants(load, want(true))
	a.wants(`mutation { retractArticle(id: "`+string(id)+`") { id } }`, fmt.Sprintf(`{"retractArticle": {"id": %q}}`, id))
	a.wants(`{ rounds { totalCount } articles { totalCount } }`, `{"rounds": {"totalCount": 0}, "articles": {"totalCount": 0}}`)
	a.refuses(`mutation { retractArticle(id: "`+string(id)+`") { id } }`, CodeNotFound)
}

// Each root field of a mutation sees what the one before it did.
func TestChangesSeeEachOther(t *testing.T) {
	store := open(t)
	s := arabic(t)
	a := serve(t, store, storing(store, s))
	a.wants(fmt.Sprintf(`mutation {
		one: loadArticle(input: {text: "…"}) { article { claims(predicate: [NUMBER]) { nodes { subject { ... on Round { number } } } } } }
		gone: retractArticle(id: %q) { id }
		two: loadArticle(input: {text: "…"}) { existing article { claims(predicate: [NUMBER]) { nodes { subject { ... on Round { number } } } } } }
	}`, s.reading.Article.ID), fmt.Sprintf(`{
		"one": {"article": {"claims": {"nodes": [{"subject": {"number": 14}}]}}},
		"gone": {"id": %q},
		"two": {"existing": false, "article": {"claims": {"nodes": [{"subject": {"number": 14}}]}}}
	}`, s.reading.Article.ID))
}

func TestFeedTellsAllAndWaitsForNobody(t *testing.T) {
	f := NewFeed()
	ctx, cancel := context.WithCancel(t.Context())
	quick, slow := f.Subscribe(ctx), f.Subscribe(ctx)
	for i := range feedBuffer + 1 {
		f.Publish(graph.PutResult{Claims: i})
		if got := <-quick; got.Claims != i {
			t.Fatalf("got %d, want %d", got.Claims, i)
		}
	}
	n := 0
	for range slow {
		n++
	}
	if n != feedBuffer {
		t.Errorf("the slow subscriber got %d, want the %d that it had room for, and the end", n, feedBuffer)
	}
	cancel()
	if _, open := <-quick; open {
		t.Error("the channel is open after the context has ended")
	}
}
