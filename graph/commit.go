package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// A PutResult tells what became of a reading.
type PutResult struct {
	Article  ID
	Existing bool // it was there already; nothing changed
	Claims   int  // in the reading
}

// A job is what one caller wants stored. Callers that come while a commit is
// under way wait for the next, and share it.
type job struct {
	items   []prepared
	results []PutResult
	err     error
	done    bool
}

type prepared struct {
	article packed
	reading Reading
	rows    rows
}

// Put stores a reading, synced when it returns.
func (s *Store) Put(ctx context.Context, r Reading) (PutResult, error) {
	results, err := s.PutAll(ctx, []Reading{r})
	if err != nil {
		return PutResult{}, err
	}
	return results[0], nil
}

// PutAll stores readings, many to a commit. It stops at the first error; the
// results are those of the readings stored by then.
func (s *Store) PutAll(ctx context.Context, readings []Reading) ([]PutResult, error) {
	if s.options.ReadOnly {
		return nil, ErrReadOnly
	}
	j := &job{}
	var refused error
	for _, r := range readings {
		if refused = ctx.Err(); refused != nil {
			break
		}
		var p prepared
		if p, refused = s.prepare(r); refused != nil {
			break
		}
		j.items = append(j.items, p)
	}
	if len(j.items) > 0 {
		s.queueMu.Lock()
		s.queue = append(s.queue, j)
		s.queueMu.Unlock()
		s.commitMu.Lock()
		if !j.done {
			s.commitQueue()
		}
		s.commitMu.Unlock()
	}
	return j.results, errors.Join(j.err, refused)
}

func (s *Store) prepare(r Reading) (prepared, error) {
	n, err := normalize(r)
	if err != nil {
		return prepared{}, err
	}
	out := rowsOf(n, s.fold)
	for _, row := range out.all() {
		if len(row.key)+len(row.value) > int(s.db.MaxBatchSize()/2) {
			return prepared{}, &ReadingError{r.Article.ID, "", fmt.Sprintf("a record of %d bytes is too large for the database", len(row.value))}
		}
	}
	return prepared{mustPack(n.Article.ID, kindArticle), n, out}, nil
}

// fold gives the search terms of a name claim.
func (s *Store) fold(c Supported) []string {
	if c.Claim.Predicate != PredName {
		return nil
	}
	return nameTermsOf(s.options.Fold, c.Claim.Object.Text, c.Claim.Object.Language)
}

// commitQueue stores what waits. The caller holds commitMu.
func (s *Store) commitQueue() {
	s.queueMu.Lock()
	jobs := s.queue
	s.queue = nil
	s.queueMu.Unlock()

	g := group{store: s}
	for _, j := range jobs {
		j.done = true
		for _, p := range j.items {
			if j.err == nil {
				g.put(j, p)
			}
		}
	}
	g.flush()
}

// A group is the readings that the next commit will hold.
type group struct {
	store    *Store
	next     *state
	rows     []row
	size     int64
	accepted map[packed]bool
	waiting  []waiter
}

type waiter struct {
	job    *job
	result PutResult
}

// put adds a reading to the group, or answers its job.
func (g *group) put(j *job, p prepared) {
	s := g.store
	if err := s.admit(p.reading); err != nil {
		j.err = err
		return
	}
	result := PutResult{Article: p.reading.Article.ID, Claims: len(p.reading.Claims)}
	has, err := s.has(p.article)
	if err != nil {
		j.err = err
		return
	}
	if has || g.accepted[p.article] {
		result.Existing = true
		g.waiting = append(g.waiting, waiter{j, result})
		return
	}
	all := p.rows.all()
	loaded := loadedKey(p.article)
	at := p.reading.Loaded
	if at.IsZero() {
		at = s.options.Now()
	}
	all = append(all, row{loaded, seal(loaded, encodeLoaded(at))})
	size := sizeOf(all)
	if !s.fits(size, len(all)) {
		g.flush()
		if j.err = s.putLarge(p, all); j.err == nil {
			j.results = append(j.results, result)
		}
		return
	}
	if !s.fits(g.size+size, len(g.rows)+len(all)) {
		g.flush()
	}
	if g.next == nil {
		g.next, g.accepted = s.state.clone(), map[packed]bool{}
	}
	if g.next.extractor == "" {
		g.next.extractor = p.reading.Extractor
	}
	g.next.add(all)
	g.rows = append(g.rows, all...)
	g.size += size
	g.accepted[p.article] = true
	g.waiting = append(g.waiting, waiter{j, result})
}

// flush commits the group and answers those who wait for it.
func (g *group) flush() {
	var err error
	if len(g.rows) > 0 {
		err = g.store.commit(g.next, g.rows, nil)
	}
	for _, w := range g.waiting {
		if err != nil {
			w.job.err = err
		} else {
			w.job.results = append(w.job.results, w.result)
		}
	}
	*g = group{store: g.store}
}

// admit refuses a reading of another extractor.
func (s *Store) admit(r Reading) error {
	if s.closed {
		return ErrClosed
	}
	if s.state.reextracting || s.state.extractor != "" && s.state.extractor != r.Extractor {
		return &ExtractorError{s.dir, s.state.extractor, r.Extractor}
	}
	return s.recover(context.Background())
}

func (s *Store) has(a packed) (bool, error) {
	txn := s.db.NewTransaction(false)
	defer txn.Discard()
	_, err := txn.Get(articleKey(a))
	if errors.Is(err, badger.ErrKeyNotFound) {
		return false, nil
	}
	return err == nil, err
}

// sizeOf estimates what rows take in a transaction.
func sizeOf(rs []row) (n int64) {
	for _, r := range rs {
		n += int64(len(r.key) + len(r.value) + 24)
	}
	return n
}

// fits tells whether a commit can hold so much, with the state beside it.
func (s *Store) fits(size int64, rows int) bool {
	return size < s.db.MaxBatchSize()*3/4 && int64(rows) < s.db.MaxBatchCount()*3/4
}

// errStopped ends a commit where a test wants the process to have died.
var errStopped = errors.New("stopped by a test")

// commit makes a new state with its rows visible, in one transaction, synced.
func (s *Store) commit(next *state, set []row, remove [][]byte) error {
	if s.stopAfter > 0 && s.state.version >= s.stopAfter {
		return errStopped
	}
	next.version = s.state.version + 1
	txn := s.db.NewTransaction(true)
	defer txn.Discard()
	for _, r := range set {
		if err := txn.Set(r.key, r.value); err != nil {
			return fmt.Errorf("%s: %w", s.dir, err)
		}
	}
	for _, k := range remove {
		if err := txn.Delete(k); err != nil {
			return fmt.Errorf("%s: %w", s.dir, err)
		}
	}
	if err := txn.Set(stateKey, seal(stateKey, next.encode())); err != nil {
		return fmt.Errorf("%s: %w", s.dir, err)
	}
	s.kin.note(next.version, set, remove, s.state.intents, next.intents)
	if err := txn.Commit(); err != nil {
		// Whether it was written is not known: go on from what the database says.
		after := s.view()
		defer after.close()
		if st, readErr := readState(after.txn); readErr == nil && st != nil {
			s.state = st
			s.version.Store(st.version)
		}
		return fmt.Errorf("%s: %w", s.dir, err)
	}
	s.state = next
	s.version.Store(next.version)
	return nil
}

// Retract removes an article and all that only it supports. An article that
// is not there gives [ErrNotFound].
func (s *Store) Retract(ctx context.Context, article ID) error {
	if s.options.ReadOnly {
		return ErrReadOnly
	}
	a, ok := pack(article, kindArticle)
	if !ok {
		return fmt.Errorf("%s: %w", article, ErrNotFound)
	}
	s.commitMu.Lock()
	defer s.commitMu.Unlock()
	if s.closed {
		return ErrClosed
	}
	if err := errors.Join(ctx.Err(), s.recover(ctx)); err != nil {
		return err
	}
	has, err := s.has(a)
	if err != nil {
		return err
	}
	if !has {
		return fmt.Errorf("%s: %w", article, ErrNotFound)
	}
	p, all, err := s.stored(a)
	if err != nil {
		return err
	}
	next := s.state.clone()
	next.remove(all)
	if s.fits(sizeOf(all), len(all)) {
		return s.commit(next, nil, keysOf(all))
	}
	next.begin(a, removingIndex)
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	return s.finishRetract(a, p.rows.index)
}

func keysOf(rs []row) [][]byte {
	keys := make([][]byte, len(rs))
	for i, r := range rs {
		keys[i] = r.key
	}
	return keys
}
