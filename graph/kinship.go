package graph

import (
	"errors"
	"maps"
	"slices"
	"sync"

	"github.com/dgraph-io/badger/v4"

	"peacetalks/graph/edtf"
)

// A kinKeeper knows which texts are nearly the same in the latest states of
// the graph. The first time it reads the whole index of bands; from then on it
// looks up the articles that came or went since, each by its bands.
type kinKeeper struct {
	mu      sync.Mutex
	recent  []*kinship // the newest last
	changes []kinChange
	since   uint64 // changes are complete after this version
}

// A kinChange is an article that a commit may have brought, changed or removed.
type kinChange struct {
	version uint64
	article packed
}

const (
	recentKinships = 4    // states that queries under way may still see
	maxKinChanges  = 2048 // after more than so many, reading all is as cheap
)

// note keeps which articles a commit touches. It may be called for a commit
// that then does not come about.
func (kk *kinKeeper) note(version uint64, set []row, remove [][]byte, before, after []intent) {
	kk.mu.Lock()
	defer kk.mu.Unlock()
	touch := func(k []byte) {
		if a, ok := articleOf(k); ok && table(k[0]) == tableArticle {
			kk.changes = append(kk.changes, kinChange{version, a})
		}
	}
	for _, r := range set {
		touch(r.key)
	}
	for _, k := range remove {
		touch(k)
	}
	for _, i := range slices.Concat(before, after) {
		kk.changes = append(kk.changes, kinChange{version, i.article})
	}
	if len(kk.changes) > maxKinChanges {
		kk.changes, kk.since = nil, version
	}
}

// of is the kinship in a view's state.
func (kk *kinKeeper) of(v *view) (*kinship, error) {
	kk.mu.Lock()
	defer kk.mu.Unlock()
	version := v.state.version
	for _, k := range kk.recent {
		if k.version == version {
			return k, nil
		}
	}
	var made *kinship
	var err error
	if n := len(kk.recent); n > 0 && min(kk.recent[n-1].version, version) >= kk.since {
		from := kk.recent[n-1]
		changed := map[packed]bool{}
		for _, c := range kk.changes {
			if c.version > min(from.version, version) && c.version <= max(from.version, version) {
				changed[c.article] = true
			}
		}
		made, err = from.with(v, changed)
	} else {
		made, err = readKinship(v)
	}
	if err != nil {
		return nil, err
	}
	kk.recent = append(kk.recent, made)
	slices.SortFunc(kk.recent, func(a, b *kinship) int { return int(int64(a.version - b.version)) })
	if len(kk.recent) > recentKinships {
		kk.recent = kk.recent[1:]
	}
	return made, nil
}

// with is the kinship in a view's state, which differs only in the articles
// given. Those that were kin of one of them are looked at anew, since not all
// that are near each other are noted.
func (k *kinship) with(v *view, changed map[packed]bool) (*kinship, error) {
	next := &kinship{v.state.version, maps.Clone(k.near), maps.Clone(k.about)}
	queue := slices.Collect(maps.Keys(changed))
	for i := 0; i < len(queue); i++ {
		for _, b := range next.near[queue[i]] {
			if !changed[b] {
				changed[b] = true
				queue = append(queue, b)
			}
		}
	}
	for a := range changed {
		delete(next.near, a)
		delete(next.about, a)
	}
	sketches := sketchReader{view: v}
	for a := range changed {
		one, err := sketches.of(a)
		if err != nil || one == nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		prefixes := make([]key, 0, bandCount)
		for band, hash := range bands(one.signature) {
			prefixes = append(prefixes, bandPrefix(byte(band), hash))
		}
		candidates := map[packed]bool{a: true}
		err = v.scanKeys(prefixes, func(k []byte) error {
			b, _ := articleOf(k)
			candidates[b] = true
			return nil
		})
		if err != nil {
			return nil, err
		}
		delete(candidates, a)
		for b := range candidates {
			if slices.Contains(next.near[a], b) {
				continue
			}
			other, err := sketches.of(b)
			if err != nil {
				return nil, err
			}
			if other != nil && nearly(one.signature, other.signature) {
				next.join(a, one.storyBrief, b, other.storyBrief)
			}
		}
	}
	return next, nil
}

// join notes that two articles are near each other.
func (k *kinship) join(a packed, one storyBrief, b packed, other storyBrief) {
	k.near[a] = append(slices.Clip(k.near[a]), b)
	k.near[b] = append(slices.Clip(k.near[b]), a)
	k.about[a], k.about[b] = one, other
}

// readKinship makes the kinship from the index of bands. Articles are taken in
// their order, and each is compared with one earlier article of a cluster after
// another until one is near: so the clusters as of every day are right, and a
// story with a thousand reprints needs a thousand comparisons, not a million.
func readKinship(v *view) (*kinship, error) {
	k := &kinship{v.state.version, map[packed][]packed{}, map[packed]storyBrief{}}
	runs, of, err := v.bandRuns()
	if err != nil {
		return nil, err
	}
	order, err := v.storyOrder()
	if err != nil {
		return nil, err
	}
	place := make(map[packed]int, len(order))
	for i, a := range order {
		place[a] = i
	}
	sketches := sketchReader{view: v}
	sets := union[packed]{}
	for i, a := range order {
		tried := map[packed]bool{}
		for _, run := range of[a] {
			for _, b := range runs[run] {
				if place[b] >= i || tried[b] || sets.root(a) == sets.root(b) {
					continue
				}
				tried[b] = true
				one, err := sketches.of(a)
				if err != nil {
					return nil, err
				}
				other, err := sketches.of(b)
				if err != nil {
					return nil, err
				}
				if one != nil && other != nil && nearly(one.signature, other.signature) {
					sets.join(a, b)
					k.join(a, one.storyBrief, b, other.storyBrief)
				}
			}
		}
	}
	return k, nil
}

// bandRuns lists the articles that share a hash of a band, and the lists that
// each article is in.
func (v *view) bandRuns() (runs [][]packed, of map[packed][]int, err error) {
	of = map[packed][]int{}
	var last []byte
	var run []packed
	flush := func() {
		if len(run) > 1 {
			for _, a := range run {
				of[a] = append(of[a], len(runs))
			}
			runs = append(runs, slices.Clone(run))
		}
		run = run[:0]
	}
	err = v.scanKeys([]key{newKey(tableBand)}, func(k []byte) error {
		a, _ := articleOf(k)
		band := k[:len(k)-len(a)]
		if string(band) != string(last) {
			flush()
			last = append(last[:0], band...)
		}
		run = append(run, a)
		return nil
	})
	flush()
	return runs, of, err
}

// storyOrder lists all articles by day, then by id; those without a day last.
func (v *view) storyOrder() ([]packed, error) {
	k := kinship{about: map[packed]storyBrief{}}
	var order []packed
	err := v.scanKeys([]key{newKey(tableDay)}, func(row []byte) error {
		p := parseKey(row, tableDay)
		day := p.text()
		a := p.packed()
		order = append(order, a)
		if day == "" {
			return nil
		}
		published, err := edtf.Parse(day)
		k.about[a] = storyBrief{published: published}
		return err
	})
	slices.SortFunc(order, k.compare)
	return order, err
}

// A sketch is what of an article tells whether another is nearly the same.
type sketch struct {
	storyBrief
	signature []uint64
}

// A sketchReader reads sketches, and keeps those read last.
type sketchReader struct {
	view *view
	kept map[packed]*sketch
}

const maxKeptSketches = 4096 // some 16 MB

// of is the sketch of an article, nil if it is not there.
func (s *sketchReader) of(a packed) (*sketch, error) {
	if one, ok := s.kept[a]; ok {
		return one, nil
	}
	one, err := s.view.sketch(a)
	if err != nil {
		return nil, err
	}
	if s.kept == nil || len(s.kept) >= maxKeptSketches {
		s.kept = map[packed]*sketch{}
	}
	s.kept[a] = one
	return one, nil
}

func (v *view) sketch(a packed) (*sketch, error) {
	if v.state.hides(a) {
		return nil, nil
	}
	k := articleKey(a)
	v.store.reads.Add(1)
	record, err := getRecord(v.txn, k)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	head, err := decodeArticle(k, record)
	if err != nil {
		return nil, err
	}
	list, err := v.parts(newKey(tableTerms).packed(a), head.lists)
	if err != nil {
		return nil, err
	}
	var r Reading
	if err := decodeDetails(termsKey(a, 0), list, &r); err != nil {
		return nil, err
	}
	return &sketch{storyBrief{head.Published, outletHash(head.outlet, head.Article)}, r.Signatures}, nil
}
