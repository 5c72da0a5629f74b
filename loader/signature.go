package loader

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/text"
)

const (
	shingleWords = 4    // words in a shingle
	maxShingles  = 4096 // in a signature
)

// Signature is the shingles of a text, by which reprints are found and told
// from texts that only have something in common: a hash of 32 bits for each
// distinct run of four folded words, in ascending order. Case, marks, letter
// variants, punctuation and layout do not count. A text of fewer than four
// words has one shingle, one without words none. Of a text of more than 4096
// the smallest 4096 stand for all: they are a fair sample.
func Signature(s string) []uint64 {
	t := text.Tokenize(s)
	var words []uint64
	for _, token := range t.Tokens {
		if token.Kind == text.Word || token.Kind == text.Number {
			words = append(words, hash(token.Norm))
		}
	}
	if len(words) == 0 {
		return nil
	}
	n := min(shingleWords, len(words))
	hashes := make([]uint64, 0, len(words))
	for i := 0; i+n <= len(words); i++ {
		var h uint64
		for _, w := range words[i : i+n] {
			h = graph.Spread(h ^ w)
		}
		hashes = append(hashes, h>>32)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return slices.Clip(hashes[:min(maxShingles, len(hashes))])
}

// hash is FNV-1a over the bytes of a word.
func hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}
