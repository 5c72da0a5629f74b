package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

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
	terms := slices.Clone(s.options.Fold(c.Claim.Object.Text))
	slices.Sort(terms)
	return slices.DeleteFunc(slices.Compact(terms), func(t string) bool { return t == "" })
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
	all = append(all, row{loaded, seal(loaded, encodeLoaded(s.options.Now()))})
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

// chunks cuts rows into pieces that fit a commit, and never parts the
// evidence of a claim from the row before it, which leads to it.
func (s *Store) chunks(rs []row) [][]row {
	var out [][]row
	for start := 0; start < len(rs); {
		end, size := start, int64(0)
		for end < len(rs) && s.fits(size+sizeOf(rs[end:end+1]), end-start+1) {
			size += sizeOf(rs[end : end+1])
			end++
		}
		if end < len(rs) && rs[end].key[0] == byte(tableEvidence) {
			end--
		}
		end = max(end, start+1)
		out = append(out, rs[start:end])
		start = end
	}
	return out
}

// putLarge stores a reading that fits no single commit: under an intent, what
// was read first, then the indexes; the commit that ends the intent makes it
// visible.
func (s *Store) putLarge(p prepared, all []row) error {
	next := s.state.clone()
	next.begin(p.article, writingRead)
	if next.extractor == "" {
		next.extractor = p.reading.Extractor
	}
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	for _, chunk := range s.chunks(p.rows.read) {
		if err := s.commit(s.state.clone(), chunk, nil); err != nil {
			return err
		}
	}
	next = s.state.clone()
	next.advance(p.article, writingIndex)
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	return s.finishPut(p, all)
}

// finishPut writes the indexes of a reading whose other rows are whole.
func (s *Store) finishPut(p prepared, all []row) error {
	rest := all[len(p.rows.read):]
	for _, chunk := range s.chunks(rest) {
		if err := s.commit(s.state.clone(), chunk, nil); err != nil {
			return err
		}
	}
	next := s.state.clone()
	next.add(all)
	next.finish(p.article)
	return s.commit(next, nil, nil)
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

// finishRetract removes the rows of an article whose intent says so.
func (s *Store) finishRetract(a packed, index []row) error {
	for _, chunk := range s.chunks(index) {
		if err := s.commit(s.state.clone(), nil, keysOf(chunk)); err != nil {
			return err
		}
	}
	next := s.state.clone()
	next.advance(a, removingRead)
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	return s.removeRead(a)
}

// removeRead removes what was read of an article, whole or not, and ends its
// intent. The rows that say lead to the evidence and so go with it.
func (s *Store) removeRead(a packed) error {
	v := s.view()
	var found []row
	err := v.scanKeys([]key{newKey(tableSays).packed(a), articleKey(a), newKey(tableText).packed(a), newKey(tableTerms).packed(a), loadedKey(a)}, func(k []byte) error {
		found = append(found, row{key: bytes.Clone(k)})
		if table(k[0]) == tableSays {
			p := parseKey(k, tableSays)
			p.packed()
			found = append(found, row{key: evidenceKey(p.packed(), a)})
		}
		return nil
	})
	v.close()
	if err != nil {
		return err
	}
	for _, chunk := range s.chunks(found) {
		if err := s.commit(s.state.clone(), nil, keysOf(chunk)); err != nil {
			return err
		}
	}
	next := s.state.clone()
	next.finish(a)
	return s.commit(next, nil, nil)
}

func keysOf(rs []row) [][]byte {
	keys := make([][]byte, len(rs))
	for i, r := range rs {
		keys[i] = r.key
	}
	return keys
}

// recover completes or removes what a crash or an error has left half done.
// The caller holds commitMu, or is alone with the store.
func (s *Store) recover(ctx context.Context) error {
	for len(s.state.intents) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		i := s.state.intents[0]
		var err error
		switch i.step {
		case writingRead, removingRead:
			err = s.removeRead(i.article)
		case writingIndex, removingIndex:
			var p prepared
			var all []row
			p, all, err = s.stored(i.article)
			switch {
			case err != nil:
			case i.step == removingIndex:
				err = s.finishRetract(i.article, p.rows.index)
			default:
				all = all[:len(p.rows.read)+len(p.rows.index)]
				k := loadedKey(i.article)
				all = append(all, row{k, seal(k, encodeLoaded(s.options.Now()))})
				err = s.finishPut(p, all)
			}
		default:
			err = &DamageError{printable(stateKey), fmt.Sprintf("an intent with step %d", i.step)}
		}
		if err != nil {
			return fmt.Errorf("%s: recovery of %s: %w", s.dir, i.article.id(kindArticle), err)
		}
	}
	return nil
}

// Reextract replaces the reading of every stored article that was read by
// another extractor, and tells how many there were. What is interrupted goes
// on where it stood when called again.
func (s *Store) Reextract(ctx context.Context, digest string, read func(Article) (Reading, error)) (int, error) {
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
	for _, a := range articles {
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
