package text

import (
	"encoding/binary"
	"math/bits"
)

// words numbers the folded words of texts, so that what is known of a word is
// found by its number instead of its letters. A number holds for an epoch.
type words struct {
	epoch  int
	norms  []string // by number; the first is no word
	hashes []uint32
	slots  []int32 // numbers by hash, 0 where free; a power of two of them
}

// remembered bounds how many words are numbered.
const remembered = 1 << 16

// trim forgets all words once they are too many.
func (w *words) trim() {
	if len(w.norms) > remembered {
		w.epoch++
		w.norms, w.hashes = w.norms[:1], w.hashes[:1]
		clear(w.slots)
	}
}

// of is the number of a folded word.
func (w *words) of(norm string) int32 {
	return w.number(append(append(make([]byte, 0, 64), norm...), padding...), len(norm))
}

// padding stands behind a word so that it can be read eight bytes at a time.
const padding = "\x00\x00\x00\x00\x00\x00\x00\x00"

// number is the number of the word in the first n bytes of b, which has eight
// bytes more.
func (w *words) number(b []byte, n int) int32 {
	if len(w.norms)*2 >= len(w.slots) {
		w.grow()
	}
	h := hash(b, n)
	mask := uint32(len(w.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		k := w.slots[at]
		if k == 0 {
			k = int32(len(w.norms))
			w.norms, w.hashes = append(w.norms, string(b[:n])), append(w.hashes, h)
			w.slots[at] = k
			return k
		}
		if w.hashes[k] == h && w.norms[k] == string(b[:n]) {
			return k
		}
	}
}

func (w *words) grow() {
	if len(w.norms) == 0 {
		w.norms, w.hashes = make([]string, 1, 1024), make([]uint32, 1, 1024)
	}
	w.slots = make([]int32, max(2048, 2*len(w.slots)))
	mask := uint32(len(w.slots) - 1)
	for k := 1; k < len(w.norms); k++ {
		at := w.hashes[k] & mask
		for w.slots[at] != 0 {
			at = (at + 1) & mask
		}
		w.slots[at] = int32(k)
	}
}

func hash(b []byte, n int) uint32 {
	const k0, k1 = 0x9e3779b97f4a7c15, 0xd6e8feb86659fd93
	h := uint64(n) * k1
	for ; n > 8; n -= 8 {
		h = bits.RotateLeft64((h^binary.LittleEndian.Uint64(b))*k0, 29)
		b = b[8:]
	}
	last := binary.LittleEndian.Uint64(b) & (1<<(8*uint(n)&63) - 1)
	if n == 8 {
		last = binary.LittleEndian.Uint64(b)
	}
	h = (h ^ last) * k0
	return uint32(h>>32 ^ h>>17)
}

// Words is one more than the highest number of the text's words.
func (t *Text) Words() int {
	if t.words == nil {
		return 1
	}
	return max(len(t.words.norms), 1)
}

// Epoch changes where the words of a Tokenizer's texts are numbered anew.
func (t *Text) Epoch() int {
	if t.words == nil {
		return 0
	}
	return t.words.epoch
}
