package loader

import (
	"slices"

	"peacetalks/loader/text"
)

const (
	shingleWords  = 4  // words in a shingle
	signatureSize = 64 // hashes in a signature
)

// Signature is a sketch of a text by which reprints are found: the 64 smallest
// distinct hashes of its shingles, runs of four folded words, in ascending
// order. Two texts share about as large a part of the smallest 64 hashes of
// both signatures as they share of their shingles (a bottom-k sketch): case,
// marks, punctuation and layout do not count, and an added paragraph changes
// little. A text of fewer than four words has one shingle; one without words
// has no signature.
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
			h = mix(h ^ w)
		}
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return slices.Clip(hashes[:min(signatureSize, len(hashes))])
}

// hash is FNV-1a over the bytes of a word.
func hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}

// mix spreads a change of any bit over all bits (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
