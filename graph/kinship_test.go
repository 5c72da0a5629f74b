package graph

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph/edtf"
)

// storyReading is an article with a signature and a claim, of one of a few
// stories that were cut and mixed.
func storyReading(t *rapid.T) Reading {
	pick := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name) }
	story, from, to := pick("story", 3), pick("from", 2), 6-pick("to", 2)
	other, share := pick("other", 3), pick("share", 2)
	seen := map[uint64]bool{}
	add := func(story, from, to int) {
		r := rand.New(rand.NewPCG(uint64(story), 1))
		for i := range 6 * 20 {
			if h := uint64(r.Uint32()); i >= from*20 && i < to*20 {
				seen[h] = true
			}
		}
	}
	add(story, from, to)
	add(other, 0, share)
	a := Article{
		Source: fmt.Sprintf("Outlet %d", pick("outlet", 3)),
		Text:   fmt.Sprintf("Talks in Astana: story %d, %d to %d, and %d, %d", story, from, to, other, share),
	}
	if day := pick("day", 4); day > 0 {
		a.Published = edtf.MustParse(fmt.Sprintf("2019-12-%02d", day))
	}
	a.ID = ArticleID(a)
	ev := []Evidence{{Article: a.ID, Spans: []Span{{9, 15, "Astana"}}, Rule: "r", Modality: Happened, Confidence: 1, Reported: a.Published}}
	return Reading{Article: a, Extractor: "x", Signatures: slices.Sorted(maps.Keys(seen)), Claims: []Supported{
		{Claim{"round:astana-1", PredVenue, Object{Entity: "place:astana"}}, ev},
	}}
}

// wantClusters finds clusters by comparing each article with each other that
// shares a band.
func wantClusters(rs []Reading, asOf edtf.Date) map[ID]ID {
	rs = slices.DeleteFunc(slices.Clone(rs), func(r Reading) bool { return !by(r.Article.Published, asOf) })
	slices.SortFunc(rs, func(a, b Reading) int {
		switch {
		case earlier(a.Article.Published, b.Article.Published):
			return -1
		case earlier(b.Article.Published, a.Article.Published):
			return 1
		}
		return bytes.Compare([]byte(a.Article.ID), []byte(b.Article.ID))
	})
	first := map[ID]ID{}
	for _, r := range rs {
		first[r.Article.ID] = r.Article.ID
	}
	for changed := true; changed; {
		changed = false
		for i, a := range rs {
			for _, b := range rs[i+1:] {
				x, y := bands(a.Signatures), bands(b.Signatures)
				meet := false
				for band := range x {
					meet = meet || x[band] == y[band]
				}
				if !meet || !nearly(a.Signatures, b.Signatures) || first[a.Article.ID] == first[b.Article.ID] {
					continue
				}
				changed = true
				for _, r := range rs { // the earliest of both stands for both
					if f := first[r.Article.ID]; f == first[a.Article.ID] || f == first[b.Article.ID] {
						first[a.Article.ID], first[b.Article.ID] = f, f
						break
					}
				}
			}
		}
	}
	return first
}

// Clusters are a function of the set of articles: the same in every order of
// loading, after retractions, and as of every day, whether they were made at
// once or change by change.
func TestClustersAreOfTheSetOfArticles(t *testing.T) {
	ctx := context.Background()
	s := openSmall(t, filepath.Join(t.TempDir(), "g"))
	defer s.Close()
	clustered := 0
	rapid.Check(t, func(t *rapid.T) {
		var rs []Reading
		seen := map[ID]bool{}
		for range 2 + rapid.IntRange(0, 8).Draw(t, "articles") {
			if r := storyReading(t); !seen[r.Article.ID] {
				seen[r.Article.ID] = true
				rs = append(rs, r)
			}
		}
		agree := func(rs []Reading, when string) {
			for _, day := range []string{"", "2019-12-02", "2019-12-03"} {
				var asOf edtf.Date
				if day != "" {
					asOf = edtf.MustParse(day)
				}
				got, err := answer(ctx, s, func(v *view) (clusters, error) { return v.clusters(asOf) })
				if err != nil {
					t.Fatalf("%v", err)
				}
				want := wantClusters(rs, asOf)
				for article, first := range want {
					a := mustPack(article, kindArticle)
					is := article
					if c := got[a]; c != nil {
						is = c.members[0].id(kindArticle)
					}
					if is != first {
						t.Fatalf("%s, as of %q: %s is of %s, want %s", when, day, article, is, first)
					}
					if first != article {
						clustered++
					}
				}
			}
		}
		order := rapid.Permutation(rs).Draw(t, "order")
		for i, r := range order {
			if _, err := s.Put(ctx, r); err != nil {
				t.Fatalf("%v", err)
			}
			if rapid.Bool().Draw(t, "ask") {
				agree(order[:i+1], "while loading")
			}
		}
		agree(rs, "loaded")
		s.kin.recent = nil // as if just opened
		s.cache = cache{}
		agree(rs, "read at once")
		left := order
		for len(left) > 0 {
			if err := s.Retract(ctx, left[0].Article.ID); err != nil {
				t.Fatalf("%v", err)
			}
			if left = left[1:]; rapid.Bool().Draw(t, "ask") {
				agree(left, "while retracting")
			}
		}
	})
	if clustered < 100 {
		t.Errorf("only %d reprints came up", clustered)
	}
}

// A view of an older state has the clusters of that state.
func TestClustersOfAnOlderState(t *testing.T) {
	ctx := context.Background()
	s := openSmall(t, filepath.Join(t.TempDir(), "g"))
	defer s.Close()
	signature := make([]uint64, 40)
	for i := range signature {
		signature[i] = Spread(uint64(i)) >> 32
	}
	slices.Sort(signature)
	var ids []ID
	put := func(n int) {
		r := smallReading()
		r.Article.Text += fmt.Sprint(" ", n)
		r.Article.Published = edtf.MustParse(fmt.Sprintf("2019-12-%02d", n))
		r.Article.ID = ArticleID(r.Article)
		for i := range r.Claims {
			r.Claims[i].Evidence = []Evidence{r.Claims[i].Evidence[0]}
			r.Claims[i].Evidence[0].Article = r.Article.ID
		}
		r.Signatures = signature
		if _, err := s.Put(ctx, r); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, r.Article.ID)
	}
	put(2)
	put(3)
	old, release := s.Pin(ctx)
	defer release()
	put(1)
	for _, c := range []struct {
		name string
		ctx  context.Context
		want ID
	}{{"now", ctx, ids[2]}, {"before", old, ids[0]}, {"now again", ctx, ids[2]}} {
		of, err := s.ReprintsOf(c.ctx, ids[1:2])
		if err != nil || of[0].Of != c.want {
			t.Errorf("%s: got %v, %v; want %s", c.name, of, err, c.want)
		}
	}
}
