package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// Reextract replaces the reading of every stored article that was read by
// another extractor, and tells how many there were. What is interrupted goes
// on where it stood when called again. Progress, if it is not nil, is told how
// many articles were gone over, of how many.
func (s *Store) Reextract(ctx context.Context, digest string, read func(Article) (Reading, error), progress func(done, total int)) (int, error) {
	if s.options.ReadOnly {
		return 0, ErrReadOnly
	}
	if digest == "" {
		return 0, errors.New("no extractor is named")
	}
	s.commitMu.Lock()
	defer s.commitMu.Unlock()
	if s.closed {
		return 0, ErrClosed
	}
	if s.state.extractor == digest && !s.state.reextracting {
		return 0, nil
	}
	next := s.state.clone()
	next.extractor, next.reextracting = digest, true
	if err := s.commit(next, nil, nil); err != nil {
		return 0, err
	}
	v := s.view()
	articles, err := v.articleKeys()
	v.close()
	if err != nil {
		return 0, err
	}
	n := 0
	for i, a := range articles {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		changed, err := s.replace(a, digest, read)
		if err != nil {
			return n, err
		}
		if changed {
			n++
		}
		if progress != nil {
			progress(i+1, len(articles))
		}
	}
	next = s.state.clone()
	next.reextracting = false
	return n, s.commit(next, nil, nil)
}

// replace reads one stored article anew and commits the rows that differ.
func (s *Store) replace(a packed, digest string, read func(Article) (Reading, error)) (bool, error) {
	old, _, err := s.stored(a)
	if err != nil || old.reading.Extractor == digest {
		return false, err
	}
	fresh, err := read(old.reading.Article)
	if err != nil {
		return false, fmt.Errorf("%s: %w", old.reading.Article.ID, err)
	}
	if fresh.Article.ID != old.reading.Article.ID || fresh.Extractor != digest {
		return false, &ReadingError{old.reading.Article.ID, "", "it was not read anew from the stored article by the extractor named"}
	}
	p, err := s.prepare(fresh)
	if err != nil {
		return false, err
	}
	had := map[string][]byte{}
	for _, r := range old.rows.all() {
		had[string(r.key)] = r.value
	}
	next := s.state.clone()
	var set []row
	for _, r := range p.rows.all() {
		value, ok := had[string(r.key)]
		delete(had, string(r.key))
		if ok && bytes.Equal(value, r.value) {
			continue
		}
		if ok {
			next.remove([]row{{r.key, value}})
		}
		next.add([]row{r})
		set = append(set, r)
	}
	var gone []row
	for k, v := range had {
		gone = append(gone, row{[]byte(k), v})
	}
	next.remove(gone)
	if !s.fits(sizeOf(set)+sizeOf(gone), len(set)+len(gone)) {
		return false, &ReadingError{old.reading.Article.ID, "", "its new reading is too large for one commit: retract the article and load it again"}
	}
	return true, s.commit(next, set, keysOf(gone))
}

// stored reads an article's reading back and makes its rows anew, the one of
// its load time included.
func (s *Store) stored(a packed) (prepared, []row, error) {
	v := s.view()
	defer v.close()
	r, terms, err := v.reading(a)
	if err != nil {
		return prepared{}, nil, err
	}
	p := prepared{a, r, rowsOf(r, terms)}
	all := p.rows.all()
	k := loadedKey(a)
	item, err := v.txn.Get(k)
	if err == nil {
		var value []byte
		if value, err = item.ValueCopy(nil); err == nil {
			all = append(all, row{k, value})
		}
	}
	if errors.Is(err, badger.ErrKeyNotFound) {
		err = nil
	}
	return p, all, err
}
