package rules

import "hash/maphash"

// A seenTable finds the facts that were given by their keys.
type seenTable struct {
	at   map[uint64]int // by hash: index into list, counted from one
	list []seenFact
}

type seenFact struct {
	key  factKey
	fact *fact // nil where it was taken back
	next int   // another of the same hash, counted from one; 0 if none
}

// seed differs from run to run; nothing that is read depends on it.
var seed = maphash.MakeSeed()

func (k *factKey) hash() uint64 {
	h := uint64(k.number)<<32 ^ uint64(k.said)
	for _, s := range [...]string{k.kind, k.party, k.person, k.parties, k.topic, k.value, string(k.modality)} {
		h *= 0x9e3779b97f4a7c15
		if s != "" {
			h ^= maphash.String(seed, s)
		}
	}
	return h
}

// find is the fact of a key, nil if there is none.
func (t *seenTable) find(key *factKey) *fact {
	for k := t.at[key.hash()]; k != 0; k = t.list[k-1].next {
		if s := &t.list[k-1]; s.fact != nil && s.key == *key {
			return s.fact
		}
	}
	return nil
}

func (t *seenTable) add(key *factKey, f *fact) {
	h := key.hash()
	t.list = append(t.list, seenFact{*key, f, t.at[h]})
	t.at[h] = len(t.list)
}

func (t *seenTable) remove(key *factKey) {
	for k := t.at[key.hash()]; k != 0; k = t.list[k-1].next {
		if s := &t.list[k-1]; s.key == *key {
			s.fact = nil
		}
	}
}

func (t *seenTable) reset() {
	clear(t.at)
	clear(t.list)
	t.list = t.list[:0]
}
