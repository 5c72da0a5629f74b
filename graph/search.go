package graph

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// searchKinds is the order of names that answer equally well.
var searchKinds = []string{"round", "process", "party", "person", "place", "topic", kindArticle}

// Search finds things by name, in any script, and articles by their words,
// where a name counts in all its spellings that the graph knows. At least half
// of the words must occur; the last may be the beginning of one. Names come
// before articles; then what has more of the words; then names that the query
// says in full, and articles with the rarer words, the latest first.
func (s *Store) Search(ctx context.Context, f SearchFilter, p Page) (Connection[Match], error) {
	return list(ctx, s, p, func(v *view) (Connection[Match], error) {
		all, err := v.search(f)
		if err != nil {
			return Connection[Match]{}, err
		}
		return connect(v, all, func(m Match) ID { return m.ID }, p, same)
	})
}

func (v *view) search(f SearchFilter) ([]Match, error) {
	q := v.store.question(f.Text)
	if len(q.words) == 0 {
		return nil, nil
	}
	wanted := func(kind string) bool {
		return slices.Contains(searchKinds, kind) && (len(f.Kinds) == 0 || slices.Contains(f.Kinds, kind))
	}
	found, err := v.searchNames(q)
	if err != nil {
		return nil, err
	}
	if wanted("round") {
		if err := v.searchRounds(q, found); err != nil {
			return nil, err
		}
	}
	var all []Match
	for id, n := range found {
		if wanted(id.Kind()) && n.known && count(n.answers) >= q.need {
			all = append(all, Match{ID: id, Score: n.score(), Matched: count(n.answers), name: n.label, question: q})
		}
	}
	slices.SortFunc(all, func(a, b Match) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score),
			cmp.Compare(slices.Index(searchKinds, a.ID.Kind()), slices.Index(searchKinds, b.ID.Kind())), cmp.Compare(a.ID, b.ID),
		)
	})
	if !wanted(kindArticle) {
		return all, nil
	}
	articles, err := v.searchArticles(q)
	return append(all, articles...), err
}

// searchArticles finds the articles that have enough of the words.
func (v *view) searchArticles(q *question) ([]Match, error) {
	had, err := v.wordsOfArticles(q)
	if err != nil || len(had) == 0 {
		return nil, err
	}
	// A word that few articles have weighs more.
	weights, total := make([]float64, len(q.words)), 1.0
	for i := range q.words {
		n := 0
		for _, words := range had {
			n += int(words >> i & 1)
		}
		weights[i] = math.Log(1 + float64(v.state.tables[tableArticle].count)/float64(max(n, 1)))
		total += weights[i]
	}
	ids, err := v.articlesByDay()
	if err != nil {
		return nil, err
	}
	var out []Match
	for _, id := range ids {
		words, matched, weight := had[mustPack(id, kindArticle)], 0, 0.0
		for i, w := range weights {
			if words>>i&1 == 1 {
				matched++
				weight += w
			}
		}
		if matched >= q.need {
			out = append(out, Match{ID: id, Score: float64(matched) + weight/total, Matched: matched, question: q})
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return out, nil
}

// wordsOfArticles finds which of the words articles have, as bits.
func (v *view) wordsOfArticles(q *question) (map[packed]uint32, error) {
	had := map[packed]uint32{}
	err := v.postings(q, func(answers []float64, a packed) {
		words := had[a]
		for i, n := range answers {
			words |= uint32(truth(n > 0)) << i
		}
		had[a] = words
	})
	return had, err
}

// articlesWith finds the articles that have all the words of a text.
func (v *view) articlesWith(text string) (map[packed]bool, error) {
	q := v.store.question(text)
	if _, err := v.searchNames(q); err != nil {
		return nil, err
	}
	had, err := v.wordsOfArticles(q)
	out := map[packed]bool{}
	for a, words := range had {
		if words == 1<<len(q.words)-1 {
			out[a] = true
		}
	}
	return out, err
}
