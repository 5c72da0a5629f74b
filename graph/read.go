package graph

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"sync"

	"github.com/dgraph-io/badger/v4"

	"peacetalks/graph/edtf"
)

// A view is one state of the graph: what its methods read belongs together.
type view struct {
	store   *Store
	txn     *badger.Txn
	state   *state
	ctx     context.Context // whose end ends what is read; nil: nothing does
	raw     bool            // without the overlay: what is stored
	aside   *cache          // of subjects; nil: the store's
	release func()
}

type pinKey struct{ store *Store }

// Pin gives a context in which every reading method of the store answers from
// one state of the graph, and a function that lets go of it. A pinned store
// cannot close: let go soon.
func (s *Store) Pin(ctx context.Context) (context.Context, func()) {
	if _, ok := ctx.Value(pinKey{s}).(*view); ok {
		return ctx, func() {}
	}
	v, err := s.reader(ctx)
	if err != nil {
		return ctx, func() {} // the methods will say why
	}
	return context.WithValue(ctx, pinKey{s}, v), sync.OnceFunc(v.close)
}

// Pass is [Store.Pin] for whoever goes through the whole graph once: of what is
// read of single things only some is remembered, and none in the place of what
// others ask for again and again.
func (s *Store) Pass(ctx context.Context) (context.Context, func()) {
	ctx, release := s.Pin(ctx)
	if pinned, ok := ctx.Value(pinKey{s}).(*view); ok && pinned.aside == nil {
		passing := *pinned
		passing.aside = &cache{most: asideReports}
		ctx = context.WithValue(ctx, pinKey{s}, &passing)
	}
	return ctx, release
}

// reader is the view that a reading method answers from.
func (s *Store) reader(ctx context.Context) (*view, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if pinned, ok := ctx.Value(pinKey{s}).(*view); ok {
		shared := *pinned
		shared.ctx, shared.release = ctx, func() {}
		return &shared, nil
	}
	s.life.RLock()
	if s.closed {
		s.life.RUnlock()
		return nil, ErrClosed
	}
	v := s.view()
	v.ctx = ctx
	st, err := readState(v.txn)
	if err == nil && st == nil {
		err = &DamageError{printable(stateKey), "it is missing"}
	}
	if err != nil {
		v.close()
		s.life.RUnlock()
		return nil, err
	}
	v.state, v.raw = st, false
	v.release = func() {
		v.txn.Discard()
		s.life.RUnlock()
	}
	return v, nil
}

// view is for the store's own use while it commits: it sees what is hidden.
func (s *Store) view() *view {
	v := &view{store: s, txn: s.db.NewTransaction(false), state: &state{}, raw: true}
	v.release = v.txn.Discard
	return v
}

func (v *view) close() { v.release() }

// scan calls f for each row under the prefixes, in their order, in one pass.
// The key and the record are valid only during the call.
func (v *view) scan(prefixes []key, f func(k, record []byte) error) error {
	return v.pass(prefixes, func(k []byte, value func(func([]byte) error) error) error {
		return value(func(sealed []byte) error {
			record, err := unseal(k, sealed)
			if err != nil {
				return err
			}
			return f(k, record)
		})
	})
}

// scanKeys is scan without the records.
func (v *view) scanKeys(prefixes []key, f func(k []byte) error) error {
	return v.pass(prefixes, func(k []byte, _ func(func([]byte) error) error) error { return f(k) })
}

// patienceRows is after how many rows a pass looks whether anybody waits for
// what it reads.
const patienceRows = 256

// errStop ends a scan early, without an error.
var errStop = errors.New("stop")

// pass calls f for each row under the prefixes, with the function that gives
// the sealed record to another. The rows are those in the database with the
// overlay laid over them.
func (v *view) pass(prefixes []key, f func(k []byte, value func(func([]byte) error) error) error) error {
	if len(prefixes) == 0 {
		return nil
	}
	var over *overlay
	if !v.raw && overlaid[table(prefixes[0][0])] {
		var err error
		if over, err = v.overlay(); err != nil {
			return err
		}
	}
	v.store.reads.Add(1)
	o := badger.DefaultIteratorOptions
	o.PrefetchValues = false
	o.Prefix = commonPrefix(prefixes)
	it := v.txn.NewIterator(o)
	defer it.Close()
	rows := 0
	defer func() { v.store.rows.Add(int64(rows)) }()
	patient := func(k []byte, value func(func([]byte) error) error) error {
		if rows++; rows%patienceRows == 0 && v.ctx != nil && v.ctx.Err() != nil {
			return v.ctx.Err()
		}
		return f(k, value)
	}
	for _, p := range prefixes {
		var added []row
		if over != nil {
			added = over.under(p)
		}
		err := v.merge(it, p, over, added, patient)
		if errors.Is(err, errStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// merge is the pass over one prefix.
func (v *view) merge(it *badger.Iterator, p key, over *overlay, added []row, f func([]byte, func(func([]byte) error) error) error) error {
	before := func(k []byte) error {
		for len(added) > 0 && (k == nil || bytes.Compare(added[0].key, k) < 0) {
			r := added[0]
			added = added[1:]
			if err := f(r.key, func(g func([]byte) error) error { return g(r.value) }); err != nil {
				return err
			}
		}
		return nil
	}
	for it.Seek(p); it.ValidForPrefix(p); it.Next() {
		item := it.Item()
		k := item.Key()
		if len(v.state.intents) > 0 {
			if a, ok := articleOf(k); ok && v.state.hides(a) {
				continue
			}
		}
		if over != nil && over.hidden[string(k)] {
			continue
		}
		if err := before(k); err != nil {
			return err
		}
		if err := f(k, item.Value); err != nil {
			return err
		}
	}
	return before(nil)
}

func commonPrefix(prefixes []key) []byte {
	c := []byte(prefixes[0])
	for _, p := range prefixes[1:] {
		n := 0
		for n < len(c) && n < len(p) && c[n] == p[n] {
			n++
		}
		c = c[:n]
	}
	return c
}

// subjectPrefix is the prefix of all that is said of one subject, subjectsPrefix
// that of all subjects whose ids begin so.
func subjectPrefix(id ID) key         { return newKey(tableSubject).id(id) }
func subjectsPrefix(begin string) key { return newKey(tableSubject).text(begin).open() }

// fused reads what is said of the subjects under each prefix, in one pass for
// all that the cache does not have, and fuses what was reported by a day. The
// facts may be shared: they must not be changed.
func (v *view) fused(prefixes []key, asOf edtf.Date) ([][]facts, error) {
	entries, err := v.entries(prefixes)
	if err != nil {
		return nil, err
	}
	in, err := v.scope(asOf)
	if err != nil {
		return nil, err
	}
	out := make([][]facts, len(prefixes))
	for i, e := range entries {
		if asOf.IsZero() {
			e.once.Do(func() { e.facts = fuseAll(e.reports, in) })
			out[i] = e.facts
		} else {
			out[i] = fuseAll(e.reports, in)
		}
	}
	return out, nil
}

// only is the facts under the prefix of one subject.
func only(id ID, fs []facts, asOf edtf.Date) facts {
	if len(fs) == 0 {
		return facts{subject: id, in: scope{asOf: asOf}}
	}
	return fs[0]
}

// entries reads the rows under each prefix.
func (v *view) entries(prefixes []key) ([]*entry, error) {
	out := make([]*entry, len(prefixes))
	missing := map[string]*entry{}
	for i, p := range prefixes {
		if e, ok := missing[string(p)]; ok {
			out[i] = e
		} else if out[i] = v.subjectCache().entry(v.state.version, string(p)); out[i] == nil {
			out[i] = &entry{}
			missing[string(p)] = out[i]
		}
	}
	var keys []key
	for p := range missing {
		keys = append(keys, key(p))
	}
	slices.SortFunc(keys, func(a, b key) int { return bytes.Compare(a, b) })
	at := 0
	err := v.scan(keys, func(k, record []byte) error {
		for !bytes.HasPrefix(k, keys[at]) {
			at++
		}
		r, err := decodeReport(k, record)
		e := missing[string(keys[at])]
		e.reports = append(e.reports, r)
		return err
	})
	if err != nil {
		return nil, err
	}
	for p, e := range missing {
		v.subjectCache().keep(v.state.version, p, e)
	}
	return out, nil
}

// A cache keeps what was computed from one state of the graph. It may be
// thrown away at any time.
type cache struct {
	mu      sync.Mutex
	version uint64
	entries map[string]*entry
	size    int // reports in entries
	most    int // that there may be; 0: maxCachedReports
	made    map[string]any
}

func (v *view) subjectCache() *cache {
	if v.aside != nil {
		return v.aside
	}
	return &v.store.cache
}

// An entry is what is said of the subjects under one prefix.
type entry struct {
	reports []report
	once    sync.Once
	facts   []facts // of all reports
}

// maxCachedReports bounds the entries of the cache: some 100 MB.
const maxCachedReports = 200_000

// asideReports bounds those of a view aside: what some rounds take that are
// read together.
const asideReports = 4_000

// at prepares the cache for a version; false if it is past it. The caller
// holds mu.
func (c *cache) at(version uint64) bool {
	if version > c.version || c.entries == nil {
		c.version, c.entries, c.size, c.made = version, map[string]*entry{}, 0, map[string]any{}
	}
	return version == c.version
}

// entry is the entry of a prefix, nil if there is none.
func (c *cache) entry(version uint64, prefix string) *entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.at(version) {
		return nil
	}
	return c.entries[prefix]
}

func (c *cache) keep(version uint64, prefix string, e *entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	most := cmp.Or(c.most, maxCachedReports)
	if !c.at(version) || len(e.reports) > most/4 {
		return
	}
	if c.size+len(e.reports)+1 > most {
		c.entries, c.size = map[string]*entry{}, 0
	}
	c.entries[prefix] = e
	c.size += len(e.reports) + 1
}

// cached computes something once for each version of the graph.
func cached[T any](v *view, name string, compute func() (T, error)) (T, error) {
	c := &v.store.cache
	c.mu.Lock()
	if c.at(v.state.version) {
		if made, ok := c.made[name].(T); ok {
			c.mu.Unlock()
			return made, nil
		}
	}
	c.mu.Unlock()
	made, err := compute()
	if err != nil {
		return made, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at(v.state.version) {
		if len(c.made) >= maxCachedViews {
			c.made = map[string]any{}
		}
		c.made[name] = made
	}
	return made, nil
}

// maxCachedViews bounds the number of lists and tables that are kept.
const maxCachedViews = 32

// nodes lists the entities of a kind that some article affirms, sorted.
func (v *view) nodes(kind string) ([]ID, error) {
	return cached(v, "nodes "+kind, func() ([]ID, error) {
		var ids []ID
		var last []byte
		err := v.scanKeys([]key{newKey(tableNode).text(kind + ":").open()}, func(k []byte) error {
			entity := k[:len(k)-len(packed{})]
			if bytes.Equal(entity, last) {
				return nil
			}
			last = append(last[:0], entity...)
			ids = append(ids, parseKey(entity, tableNode).id())
			return nil
		})
		return ids, err
	})
}

// articleKeys lists all articles, sorted.
func (v *view) articleKeys() ([]packed, error) {
	var out []packed
	err := v.scanKeys([]key{newKey(tableArticle)}, func(k []byte) error {
		out = append(out, parseKey(k, tableArticle).packed())
		return nil
	})
	return out, err
}

// reading reads an article's reading back, with the folded terms of its names.
func (v *view) reading(a packed) (Reading, nameTerms, error) {
	var r Reading
	k := articleKey(a)
	record, err := getRecord(v.txn, k)
	if err != nil {
		return r, nil, readError(k, err)
	}
	v.store.reads.Add(1)
	head, err := decodeArticle(k, record)
	if err != nil {
		return r, nil, err
	}
	text, err := v.parts(newKey(tableText).packed(a), head.texts)
	if err != nil {
		return r, nil, err
	}
	list, err := v.parts(newKey(tableTerms).packed(a), head.lists)
	if err != nil {
		return r, nil, err
	}
	r.Article, r.Extractor, r.Outlet = head.Article, head.extractor, head.outlet
	r.Article.Text = string(text)
	if err = decodeDetails(termsKey(a, 0), list, &r); err != nil {
		return r, nil, err
	}
	folded := map[ID][]string{}
	r.Claims = make([]Supported, 0, head.claims)
	err = v.scanKeys([]key{newKey(tableSays).packed(a)}, func(k []byte) error {
		p := parseKey(k, tableSays)
		p.packed()
		ek := evidenceKey(p.packed(), a)
		v.store.reads.Add(1)
		record, err := getRecord(v.txn, ek)
		if err != nil {
			return readError(ek, err)
		}
		c, terms, err := decodeEvidence(ek, record)
		if err != nil {
			return err
		}
		r.Claims = append(r.Claims, c)
		folded[c.Claim.ID()] = terms
		return nil
	})
	if err == nil && len(r.Claims) != head.claims {
		err = &DamageError{printable(k), "claims of the article are missing"}
	}
	return r, func(c Supported) []string { return folded[c.Claim.ID()] }, err
}

func readError(k key, err error) error {
	if errors.Is(err, badger.ErrKeyNotFound) {
		return &DamageError{printable(k), "it is missing"}
	}
	return err
}

// parts reads what is stored in parts.
func (v *view) parts(prefix key, n int) ([]byte, error) {
	var out []byte
	found := 0
	if n == 0 {
		return nil, nil
	}
	v.store.reads.Add(1)
	for i := range n {
		k := append(slices.Clone(prefix), key{}.number(uint32(i))...)
		part, err := getRecord(v.txn, k)
		if err != nil {
			return nil, readError(k, err)
		}
		out = append(out, part...)
		found++
	}
	return out, nil
}

// Readings yields every reading, sorted by article id, just as it was put.
func (s *Store) Readings(ctx context.Context) iter.Seq2[Reading, error] {
	return s.readings(ctx, (*view).articleKeys)
}

// ReadingsOf is [Store.Readings] of some articles, in their order. Those that
// are not there are left out.
func (s *Store) ReadingsOf(ctx context.Context, articles []ID) iter.Seq2[Reading, error] {
	return s.readings(ctx, func(v *view) ([]packed, error) {
		found, err := v.articles(articles)
		var out []packed
		for _, a := range found {
			if a != nil {
				out = append(out, mustPack(a.ID, kindArticle))
			}
		}
		return out, err
	})
}

func (s *Store) readings(ctx context.Context, list func(*view) ([]packed, error)) iter.Seq2[Reading, error] {
	return func(yield func(Reading, error) bool) {
		v, err := s.reader(ctx)
		if err != nil {
			yield(Reading{}, err)
			return
		}
		v.raw = true
		defer v.close()
		articles, err := list(v)
		if err != nil {
			yield(Reading{}, err)
			return
		}
		for _, a := range articles {
			if v.state.hides(a) {
				continue
			}
			r, _, err := v.reading(a)
			if err == nil {
				err = ctx.Err()
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Info describes the graph as a whole.
type Info struct {
	Schema    int
	Extractor string
	Snapshot  string // a hash of all that is stored, load times apart
	Version   uint64 // counts the commits; grows with every change
	Articles  int
	Decisions int // of curators
}

// Info describes the graph as a whole.
func (s *Store) Info(ctx context.Context) (Info, error) {
	v, err := s.reader(ctx)
	if err != nil {
		return Info{}, err
	}
	defer v.close()
	st := v.state
	return Info{
		SchemaVersion, st.extractor, st.snapshotID(), st.version,
		int(st.tables[tableArticle].count), int(st.tables[tableDecision].count),
	}, nil
}
