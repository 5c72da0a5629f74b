package graph

import (
	"bytes"
	"context"
	"maps"
	"slices"

	"peacetalks/graph/edtf"
)

// Articles whose texts are nearly the same are one story: a cluster is a
// connected component of that relation, and its earliest article (by the day
// it was published, then by id; without a day last) stands for it. As of a day
// only the articles published by then count, also as links between others. So
// clusters are a function of the set of articles, whatever the order in which
// they came.

// A cluster is several articles with nearly one text.
type cluster struct {
	members []packed // in order: the first stands for all
	outlet  uint64   // of the first
}

// clusters are the clusters by article; articles that are alone have none.
type clusters map[packed]*cluster

// A storyBrief is what orders the articles of a cluster, and who is its source.
type storyBrief struct {
	published edtf.Date
	outlet    uint64
}

// A kinship is the relation of nearly the same texts in one state of the
// graph, enough of it to tell the clusters as of every day. It is not changed
// once made.
type kinship struct {
	version uint64
	near    map[packed][]packed // both ways; articles without any are not there
	about   map[packed]storyBrief
}

// compare is the order of articles: by day, then by id.
func (k *kinship) compare(a, b packed) int {
	x, y := k.about[a].published, k.about[b].published
	switch {
	case earlier(x, y):
		return -1
	case earlier(y, x):
		return 1
	}
	return bytes.Compare(a[:], b[:])
}

// clusters are the connected components among the articles published by a day.
func (k *kinship) clusters(asOf edtf.Date) clusters {
	visible := func(a packed) bool { return by(k.about[a].published, asOf) }
	out := clusters{}
	for a := range k.near {
		if out[a] != nil || !visible(a) {
			continue
		}
		c := &cluster{members: []packed{a}}
		out[a] = c
		for i := 0; i < len(c.members); i++ {
			for _, b := range k.near[c.members[i]] {
				if out[b] == nil && visible(b) {
					out[b] = c
					c.members = append(c.members, b)
				}
			}
		}
		slices.SortFunc(c.members, k.compare)
		c.outlet = k.about[c.members[0]].outlet
	}
	maps.DeleteFunc(out, func(_ packed, c *cluster) bool { return len(c.members) == 1 })
	return out
}

// clusters are those of the view as of a day.
func (v *view) clusters(asOf edtf.Date) (clusters, error) {
	return cached(v, "clusters "+asOf.String(), func() (clusters, error) {
		k, err := v.store.kin.of(v)
		if err != nil {
			return nil, err
		}
		return k.clusters(asOf), nil
	})
}

// ReprintsOf answers, for each article, the article that it reprints, "" if it
// is the earliest of its text or the only one, and the articles that reprint
// it, the earliest first.
func (s *Store) ReprintsOf(ctx context.Context, articles []ID) ([]Reprints, error) {
	return answer(ctx, s, func(v *view) ([]Reprints, error) {
		of, err := v.clusters(edtf.Date{})
		if err != nil {
			return nil, err
		}
		out := make([]Reprints, len(articles))
		for i, id := range articles {
			a, ok := pack(id, kindArticle)
			c := of[a]
			switch {
			case !ok || c == nil:
			case c.members[0] != a:
				out[i].Of = c.members[0].id(kindArticle)
			default:
				for _, m := range c.members[1:] {
					out[i].By = append(out[i].By, m.id(kindArticle))
				}
			}
		}
		return out, nil
	})
}
