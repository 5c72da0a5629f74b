package graph_test

import (
	"context"
	"fmt"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// BenchmarkPut stores batches of 50 readings, synced.
func BenchmarkPut(b *testing.B) {
	s := open(b, b.TempDir()+"/g", graph.Options{})
	b.ReportAllocs()
	n := 0
	bytes := int64(0)
	for b.Loop() {
		b.StopTimer()
		batch := make([]graph.Reading, 0, 50)
		c := seeded(uint64(n))
		for i := range 50 {
			batch = append(batch, renamed(genReading(c), fmt.Sprint(n, i)))
			bytes += int64(len(batch[i].Article.Text))
		}
		n++
		b.StartTimer()
		results, err := s.PutAll(context.Background(), batch)
		if err != nil || len(results) != 50 || results[0].Existing {
			b.Fatal(results, err)
		}
	}
	b.ReportMetric(float64(n*50)/b.Elapsed().Seconds(), "articles/s")
	b.SetBytes(bytes / int64(n))
}

// renamed is the reading as that of another article with the same text.
func renamed(r graph.Reading, name string) graph.Reading {
	r.Article.URL = "https://example.org/" + name
	r.Article.ID = graph.ArticleID(r.Article)
	for i := range r.Claims {
		for j := range r.Claims[i].Evidence {
			r.Claims[i].Evidence[j].Article = r.Article.ID
		}
	}
	return r
}

// BenchmarkRound makes the view of a round that 1,000 articles speak of, with
// its delegations, agenda and meetings; the cache is of no use, since the
// graph changes each time.
func BenchmarkRound(b *testing.B) {
	for _, changing := range []bool{false, true} {
		b.Run(fmt.Sprintf("changing=%v", changing), func(b *testing.B) {
			s := open(b, b.TempDir()+"/g", graph.Options{})
			c := seeded(1)
			for n := range 20 {
				var batch []graph.Reading
				for i := range 50 {
					batch = append(batch, renamed(genReading(c), fmt.Sprint(n, i)))
				}
				putAll(b, s, batch)
			}
			ctx := context.Background()
			ids := []graph.ID{r14}
			var none edtf.Date
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				if changing {
					b.StopTimer()
					putAll(b, s, []graph.Reading{renamed(genReading(c), fmt.Sprint("more", n))})
					n++
					b.StartTimer()
				}
				r, err := s.Round(ctx, r14, none)
				if err != nil || r == nil || r.Start == nil {
					b.Fatal(r, err)
				}
				ds, err := s.DelegationsOf(ctx, ids, none)
				if err != nil || len(ds[0]) != 4 {
					b.Fatal(ds, err)
				}
				if items, err := s.AgendaOf(ctx, ids, none); err != nil || len(items[0]) != 3 {
					b.Fatal(items, err)
				}
				if ms, err := s.MeetingsOf(ctx, ids, none); err != nil || len(ms[0]) == 0 {
					b.Fatal(ms, err)
				}
			}
		})
	}
}
