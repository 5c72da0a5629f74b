package graph

import "slices"

// Two texts are nearly the same, and so one source, when they share most of
// the shorter and a good part of both:
//
//   - Containment, the share of the shorter text's shingles that the other has,
//     is high for a reprint, however much of the story an editor dropped, and
//     low for two stories on one event, and for a new story that repeats a few
//     paragraphs of background.
//   - Resemblance (Jaccard), the share of all shingles of both that both have,
//     keeps a brief, or a long article that quotes one, from standing for each
//     other: what the longer says beyond the other is its own.
//
// Every changed word costs up to four shingles of four words, so that an edit
// of one word in thirty leaves a containment of nine tenths.
const (
	leastContainment = 0.60
	leastResemblance = 0.30
	leastShingles    = 12 // texts with fewer are nearly the same only if all shingles are
)

// MaxShingles is the most hashes of a [Reading]'s Signatures that stand for
// all its shingles: where there are as many, they are a sample.
const MaxShingles = 4096

// The bands of a signature: each is a hash of two minima. Texts that share a
// share s of their shingles meet in a given band with probability s², and in
// any of them with 1-(1-s²)^24: 0.9 at the least resemblance, 0.999 at one
// half, and 0.01 for texts that share a fiftieth.
const (
	bandCount = 24
	bandRows  = 2
)

// bands are the hashes under which an article is found by those whose text may
// be nearly the same; none for a text without words.
func bands(signature []uint64) []uint64 {
	if len(signature) == 0 {
		return nil
	}
	var least [bandCount * bandRows]uint64
	for i := range least {
		seed := Spread(uint64(i) + 1)
		least[i] = ^uint64(0)
		for _, s := range signature {
			least[i] = min(least[i], Spread(s^seed))
		}
	}
	out := make([]uint64, bandCount)
	for i := range out {
		for _, m := range least[i*bandRows : (i+1)*bandRows] {
			out[i] = Spread(out[i] ^ m)
		}
	}
	return out
}

// Spread makes every bit of the result depend on every bit of x: the finaliser
// of splitmix64, of which the hashes of signatures are made.
func Spread(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// nearly tells whether two texts are nearly the same, by all their shingles.
func nearly(a, b []uint64) bool {
	containment, resemblance, shorter := overlap(a, b)
	if shorter < leastShingles {
		return shorter > 0 && resemblance == 1
	}
	return containment >= leastContainment && resemblance >= leastResemblance
}

// overlap measures what two texts have in common, and the number of shingles
// of the shorter.
func overlap(a, b []uint64) (containment, resemblance float64, shorter int) {
	a, b = ascending(a), ascending(b)
	// Of a sample, only the range that it covers whole can be compared.
	for _, s := range [][]uint64{a, b} {
		if len(s) >= MaxShingles {
			last := s[len(s)-1]
			a, b = upTo(a, last), upTo(b, last)
		}
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	if shorter = min(len(a), len(b)); shorter == 0 {
		return 0, 0, 0
	}
	return float64(common) / float64(shorter), float64(common) / float64(len(a)+len(b)-common), shorter
}

func ascending(s []uint64) []uint64 {
	if slices.IsSorted(s) {
		return s
	}
	return slices.Sorted(slices.Values(s))
}

// upTo is the part of an ascending list up to a value.
func upTo(s []uint64, last uint64) []uint64 {
	n, found := slices.BinarySearch(s, last)
	if found {
		n++
	}
	return s[:n]
}
