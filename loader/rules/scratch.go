package rules

import (
	"math/bits"

	"peacetalks/graph"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A slab hands out values that live as long as one document does, and takes
// them all back at once.
type slab[T any] struct {
	blocks [][]T
	block  int // the one in use
	used   int // of its values
}

// slabSize is how many values a block has.
const slabSize = 256

// new is a zero value.
func (s *slab[T]) new() *T { return &s.take(1)[0] }

// take is n zero values, which append will not grow into their neighbours.
func (s *slab[T]) take(n int) []T {
	if n > slabSize {
		return make([]T, n)
	}
	if len(s.blocks) == 0 || s.used+n > slabSize {
		if len(s.blocks) > 0 {
			s.block++
		}
		if s.block == len(s.blocks) {
			s.blocks = append(s.blocks, make([]T, slabSize))
		}
		s.used = 0
	}
	out := s.blocks[s.block][s.used : s.used+n : s.used+n]
	s.used += n
	return out
}

// reset takes everything back.
func (s *slab[T]) reset() {
	for k := range s.blocks[:min(s.block, len(s.blocks))] {
		clear(s.blocks[k])
	}
	if s.block < len(s.blocks) {
		clear(s.blocks[s.block][:s.used])
	}
	s.block, s.used = 0, 0
}

// A scratch is the memory that a document borrows while it is read: the engine
// lends it to one document after another. Nothing in it may be reached from
// what a reading gives back.
type scratch struct {
	tokenizer text.Tokenizer
	scanner   *lexicon.Scanner
	finder    *dates.Finder

	spots     []spot                  // by token; see addMention and choose
	first     []int32                 // first[i]: index of the first match at token i; one longer than the tokens
	blocks    []string                // kind of block, by sentence; "" where nothing is read
	mentions  [kindCount][][]*mention // by kind and token; every cell is empty between two documents
	listed    [kindCount][]listed     // the lists that were built, by kind and token
	added     int                     // counts the mentions: lists that are older may be out of date
	context   []*round                // by token
	topics    []*round                // by sentence: the other round that its paragraph turned to
	inRound   []bool                  // by token: inside the name of a round
	inName    []bool                  // by token: inside the name of a process, not at its start
	posted    map[int]bool            // parties that a title names as where somebody is posted
	isAbout   map[string]bool         // by process; see about
	inSeries  map[string]bool         // by process; see findCounted
	seen      seenTable
	told      map[*rule]int // by rule: the end of what it last took with a round
	fired     []*rule       // at the token being tried
	machine   machine
	ledger    ledger
	opened    int         // counts the articles
	whole     signature   // of the article: of all sentences together, with all kinds of mentions
	sentences []signature // of each sentence
	sentence  *signature  // of the one that the rules are being laid over
	begins    int         // the token where it does
	asked     int         // counts those, and what was added to them
	classesIn []uint64    // the signatures' bits
	choices   []choice    // by shelf
	position  position    // of the token being tried
	weighing  weighing

	bytes []byte
	taken []bool // by token: inside the name of a person

	mentionSlab slab[mention]
	partySlab   slab[party]
	factSlab    slab[fact]
	mentionRefs slab[*mention]
	partyRefs   slab[*party]
	ranges      slab[[2]int]
}

// A spot says in bits what begins at a token, so that most questions about it
// are answered without a look at lists.
type spot struct {
	classes  uint64 // of word classes: bit class%64
	mentions uint32 // of kinds of mentions
	entries  uint16 // of kinds of labels
	clitics  lexicon.Clitics
	opens    bool // a pattern begins with one of the classes
}

// sized is a slice of n zero values, in old's memory where it has room.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	old = old[:n]
	clear(old)
	return old
}

func newScratch(language string, phrases *lexicon.Phrases) *scratch {
	return &scratch{scanner: lexicon.NewScanner(phrases), finder: dates.NewFinder(language),
		ledger: ledger{wanted: map[graph.ID]int{}, named: map[naming]bool{}, taken: map[naming]bool{}},
		posted: map[int]bool{}, isAbout: map[string]bool{}, inSeries: map[string]bool{}, seen: seenTable{at: map[uint64]int{}}, told: map[*rule]int{}}
}

// open makes room for n tokens.
func (d *document) open(n int) {
	d.spots = sized(d.spots, n+1)
	d.first = sized(d.first, n+2)
	d.context = sized(d.context, n)
	d.inRound = sized(d.inRound, n+1)
	d.inName = sized(d.inName, n+1)
	for k := range d.mentions {
		if cap(d.mentions[k]) <= n {
			d.mentions[k] = make([][]*mention, n+1, n+1+n/4)
		}
		d.mentions[k] = d.mentions[k][:n+1]
		if madeOf[k] != 1<<k && cap(d.listed[k]) <= n {
			d.listed[k] = make([]listed, n+1+n/4)
		}
	}
	d.added++
	words := (d.lang.classes + 63) / 64
	d.classesIn = sized(d.classesIn, words*(len(d.text.Sentences)+1))
	d.sentences = sized(d.sentences, len(d.text.Sentences))
	for s := range d.sentences {
		d.sentences[s].kinds = anyKind
		d.sentences[s].classes = d.classesIn[words*s : words*(s+1)]
	}
	d.opened++
	d.whole = signature{classes: d.classesIn[words*len(d.text.Sentences):], kinds: anyKind | (1<<kindCount - 1)}
	if d.choices == nil {
		d.choices = make([]choice, len(d.lang.shelves))
	}
}

// close gives the memory back. The document is not to be used any more.
func (d *document) close() {
	for i := range d.spots {
		for m := d.spots[i].mentions; m != 0; m &= m - 1 {
			d.mentions[bits.TrailingZeros32(m)][i] = nil
		}
	}
	d.ledger.reset()
	d.weighing.end()
	d.mentionSlab.reset()
	d.partySlab.reset()
	d.factSlab.reset()
	d.partyRefs.reset()
	d.ranges.reset()
	d.mentionRefs.reset()
	clear(d.posted)
	clear(d.isAbout)
	clear(d.inSeries)
	d.seen.reset()
	clear(d.told)
	s := d.scratch
	d.scratch = nil
	s.machine = machine{captures: s.machine.captures[:0]}
	d.lang.scratches.Put(s)
}
