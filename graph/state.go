package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"slices"

	"github.com/dgraph-io/badger/v4"
)

// A state is the one record that every commit rewrites: it says what the
// commits before it have made visible.
type state struct {
	version      uint64 // counts commits
	extractor    string // digest of the readings; "" before the first
	reextracting bool   // some articles may still be read by another extractor
	intents      []intent
	tables       map[table]digest
}

// A digest stands for a set of rows: their number and the sum of their
// hashes, which does not depend on their order.
type digest struct{ count, high, low uint64 }

func (d *digest) add(r row) {
	high, low := r.hash()
	d.count, d.high, d.low = d.count+1, d.high+high, d.low+low
}

func (d *digest) remove(r row) {
	high, low := r.hash()
	d.count, d.high, d.low = d.count-1, d.high-high, d.low-low
}

func (r row) hash() (high, low uint64) {
	h := sha256.New()
	h.Write(r.key)
	h.Write(r.value)
	var sum [sha256.Size]byte
	h.Sum(sum[:0])
	return binary.BigEndian.Uint64(sum[:]), binary.BigEndian.Uint64(sum[8:])
}

// An intent is a change that did not fit one transaction and is under way.
// While it stands, nobody sees the article.
type intent struct {
	article packed
	step    step
}

// A step is what an intent is doing, and so what recovery has to do.
type step byte

const (
	writingRead   step = 1 // putting: what was read may be there in part; recovery removes it
	writingIndex  step = 2 // putting: what was read is whole; recovery writes the indexes
	removingIndex step = 3 // retracting: what was read is whole; recovery removes the indexes, then the rest
	removingRead  step = 4 // retracting: no index is left; recovery removes the rest
)

// hides tells whether an article is not to be seen.
func (s *state) hides(a packed) bool {
	for i := range s.intents {
		if s.intents[i].article == a {
			return true
		}
	}
	return false
}

func (s *state) clone() *state {
	c := *s
	c.intents = slices.Clone(s.intents)
	c.tables = make(map[table]digest, len(s.tables))
	for t, d := range s.tables {
		c.tables[t] = d
	}
	return &c
}

func (s *state) add(rs []row) {
	for _, r := range rs {
		d := s.tables[table(r.key[0])]
		d.add(r)
		s.tables[table(r.key[0])] = d
	}
}

func (s *state) remove(rs []row) {
	for _, r := range rs {
		d := s.tables[table(r.key[0])]
		d.remove(r)
		s.tables[table(r.key[0])] = d
	}
}

// begin, advance and finish keep the intents.
func (s *state) begin(a packed, st step) { s.intents = append(s.intents, intent{a, st}) }

func (s *state) advance(a packed, st step) {
	for i := range s.intents {
		if s.intents[i].article == a {
			s.intents[i].step = st
		}
	}
}

func (s *state) finish(a packed) {
	s.intents = slices.DeleteFunc(s.intents, func(i intent) bool { return i.article == a })
}

// snapshotID is a hash of all that is stored, load times apart: of what was
// read, since the indexes are made of it, and of what curators decided.
func (s *state) snapshotID() string {
	var b []byte
	for _, t := range append(slices.Clone(readTables), tableDecision) {
		d := s.tables[t]
		b = append(b, byte(t))
		for _, n := range []uint64{d.count, d.high, d.low} {
			b = binary.BigEndian.AppendUint64(b, n)
		}
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}

var stateKey = metaKey("state")

func (s *state) encode() []byte {
	b := binary.AppendUvarint(nil, s.version)
	b = putText(b, s.extractor)
	if s.reextracting {
		b = append(b, 1)
	} else {
		b = append(b, 0)
	}
	b = binary.AppendUvarint(b, uint64(len(s.intents)))
	for _, i := range s.intents {
		b = append(append(b, i.article[:]...), byte(i.step))
	}
	for _, t := range slices.Concat(readTables, indexTables, ownTables) {
		d := s.tables[t]
		for _, n := range []uint64{d.count, d.high, d.low} {
			b = binary.BigEndian.AppendUint64(b, n)
		}
	}
	return b
}

func decodeState(record []byte) (*state, error) {
	f := &fields{rest: record}
	s := &state{version: f.uint(), extractor: f.text(), reextracting: f.byte() == 1, tables: map[table]digest{}}
	for range f.len() {
		var i intent
		for j := range i.article {
			i.article[j] = f.byte()
		}
		i.step = step(f.byte())
		s.intents = append(s.intents, i)
	}
	for _, t := range slices.Concat(readTables, indexTables, ownTables) {
		s.tables[t] = digest{f.fixed64(), f.fixed64(), f.fixed64()}
	}
	return s, f.end(stateKey)
}

// readState reads the state as a transaction sees it; nil in a new database.
func readState(txn *badger.Txn) (*state, error) {
	record, err := getRecord(txn, stateKey)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return decodeState(record)
}

// getRecord reads and unseals one record.
func getRecord(txn *badger.Txn, k key) ([]byte, error) {
	item, err := txn.Get(k)
	if err != nil {
		return nil, err
	}
	var out []byte
	err = item.Value(func(v []byte) error {
		f, err := unseal(k, v)
		out = slices.Clone(f)
		return err
	})
	return out, err
}
