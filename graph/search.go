package graph

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph/edtf"
)

// searchKinds is the order of answers.
var searchKinds = []string{"round", "process", "party", "person", "place", "topic", kindArticle}

// Search finds things by name, in any script, and articles by their words.
// Every word must occur; the last may be the beginning of one. Things whose
// names have few other words come first; articles by date.
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
	var words []string
	for _, w := range v.store.options.Fold(f.Text) {
		if w != "" && !slices.Contains(words, w) && len(words) < maxWords {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return nil, nil
	}
	wanted := func(kind string) bool { return len(f.Kinds) == 0 || slices.Contains(f.Kinds, kind) }
	named, err := v.searchNames(words)
	if err != nil {
		return nil, err
	}
	if wanted("round") {
		rounds, err := v.searchRounds(words)
		if err != nil {
			return nil, err
		}
		for id, score := range rounds {
			named[id] = max(named[id], score)
		}
	}
	var all []Match
	for id, score := range named {
		if wanted(id.Kind()) && slices.Contains(searchKinds, id.Kind()) {
			all = append(all, Match{id, score})
		}
	}
	slices.SortFunc(all, func(a, b Match) int {
		return cmp.Or(
			cmp.Compare(slices.Index(searchKinds, a.ID.Kind()), slices.Index(searchKinds, b.ID.Kind())),
			cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID),
		)
	})
	if !wanted(kindArticle) {
		return all, nil
	}
	articles, err := v.searchArticles(words)
	return append(all, articles...), err
}

// maxWords bounds the words of a search: each costs a scan.
const maxWords = 16

// searchNames finds what the vocabulary or an article calls by all the words.
func (v *view) searchNames(words []string) (map[ID]float64, error) {
	c, err := v.curation()
	if err != nil {
		return nil, err
	}
	var hits map[ID]float64
	for i, w := range words {
		found := map[ID]float64{}
		add := func(id ID, whole bool) {
			id = c.id(id) // the vocabulary goes by ids that may have been merged
			score := 0.5
			if whole {
				score = 1
			}
			if i > 0 {
				had, ok := hits[id]
				if !ok {
					return
				}
				score += had
			}
			found[id] = max(found[id], score)
		}
		last := i == len(words)-1
		for _, id := range v.store.labels[w] {
			add(id, true)
		}
		prefix := newKey(tableName).text(termText(w))
		if last {
			prefix = prefix.open()
			for t, ids := range v.store.labels {
				if strings.HasPrefix(t, w) && t != w {
					for _, id := range ids {
						add(id, false)
					}
				}
			}
		}
		err := v.scan([]key{prefix}, func(k, record []byte) error {
			p := parseKey(k, tableName)
			term, id := p.text(), p.id()
			if len(record) == 1 && record[0]&affirming != 0 {
				add(id, term == w)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		hits = found
	}
	ids := make([]ID, 0, len(hits))
	for id := range hits {
		ids = append(ids, id)
	}
	known, err := v.knownAmong(ids)
	if err != nil {
		return nil, err
	}
	for id := range hits {
		if !known[id] {
			delete(hits, id)
		}
	}
	return v.exactness(hits, words)
}

// exactness raises the score of things that some name describes with few other
// words.
func (v *view) exactness(hits map[ID]float64, words []string) (map[ID]float64, error) {
	ids := make([]ID, 0, len(hits))
	for id := range hits {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	fs, err := v.facts(ids, edtf.Date{})
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		best := 0.0
		for _, l := range append(v.store.vocabularyLabels(id, edtf.Date{}), labelsOf(fs[i], PredName)...) {
			terms := v.store.options.Fold(l.Text)
			n := 0
			for _, w := range words {
				n += truth(slices.Contains(terms, w))
			}
			if len(terms) > 0 {
				best = max(best, float64(n)/float64(len(terms)))
			}
		}
		hits[id] = hits[id]/float64(len(words)) + best
	}
	return hits, nil
}

// searchRounds finds rounds by the names of their process and their number.
func (v *view) searchRounds(words []string) (map[ID]float64, error) {
	a, err := v.atlas(edtf.Date{})
	if err != nil {
		return nil, err
	}
	out := map[ID]float64{}
	for i, w := range words {
		n, err := strconv.Atoi(w)
		if err != nil {
			continue
		}
		rest := slices.Delete(slices.Clone(words), i, i+1)
		var processes map[ID]float64
		if len(rest) > 0 {
			if processes, err = v.searchNames(rest); err != nil {
				return nil, err
			}
		}
		for process, ids := range a.byProcess {
			if _, ok := processes[process]; !ok {
				continue
			}
			for _, id := range ids {
				if r := a.rounds[id]; r.Number != nil && *r.Number == n {
					out[id] = 2
				}
			}
		}
	}
	if len(out) > 0 || len(words) == 0 {
		return out, nil
	}
	// Without a number: all the rounds of the processes of that name.
	processes, err := v.searchNames(words)
	for process, score := range processes {
		for _, id := range a.byProcess[process] {
			out[id] = score / 2
		}
	}
	return out, err
}

// searchArticles finds the articles that have all the words, the latest first.
func (v *view) searchArticles(words []string) ([]Match, error) {
	var hits map[packed]bool
	for i, w := range words {
		prefix := newKey(tablePosting).text(termText(w))
		if i == len(words)-1 && len(w) <= maxTerm {
			prefix = prefix.open()
		}
		found := map[packed]bool{}
		err := v.scanKeys([]key{prefix}, func(k []byte) error {
			a, _ := articleOf(k)
			if i == 0 || hits[a] {
				found[a] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		hits = found
	}
	if len(hits) == 0 {
		return nil, nil
	}
	ids, err := v.articlesByDay()
	if err != nil {
		return nil, err
	}
	var out []Match
	for _, id := range ids {
		if hits[mustPack(id, kindArticle)] {
			out = append(out, Match{id, 1})
		}
	}
	return out, nil
}

// articlesWith finds the articles that have all the words of a text.
func (v *view) articlesWith(text string) (map[packed]bool, error) {
	found, err := v.searchArticles(v.store.options.Fold(text))
	out := map[packed]bool{}
	for _, m := range found {
		out[mustPack(m.ID, kindArticle)] = true
	}
	return out, err
}
