package rules

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A ledger gathers claims with their evidence. Its memory is borrowed, but for
// the strings; see claims.
type ledger struct {
	d        *document
	reported edtf.Date
	entries  []entry
	order    []place
	spans    []graph.Span
	ids      strings.Builder  // holds the letters of ids; see id
	things   []graph.ID       // those whose names are wanted
	wanted   map[graph.ID]int // their numbers, counted from one
	named    map[naming]bool  // as the article writes them
	taken    map[naming]bool  // folded
	nameRule string
	bytes    []byte
}

// An entry is a claim with one piece of evidence.
type entry struct {
	id       [32]byte // of the claim
	claim    graph.Claim
	evidence graph.Evidence // without its spans
	from, to int            // its part of the ledger's spans
}

// A place is where an entry belongs in the order of ids: key is made of its
// id's first letters.
type place struct {
	key uint64
	at  int // index into entries
}

// A naming is one way of writing the name of a thing.
type naming struct {
	thing    int // its number
	spelling string
}

// id makes an id of its parts. Many share a piece of memory, which none gives
// back before the last.
func (l *ledger) id(parts ...string) graph.ID {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	if l.ids.Cap()-l.ids.Len() < n {
		l.ids.Reset()
		l.ids.Grow(max(n, 2048))
	}
	from := l.ids.Len()
	for _, p := range parts {
		l.ids.WriteString(p)
	}
	return graph.ID(l.ids.String()[from:])
}

// entity is an object of a kind and name.
func (l *ledger) entity(kind, name string) graph.Object {
	return graph.Object{Entity: l.id(kind, ":", name)}
}

// supported is what was gathered, in memory of its own.
func (l *ledger) supported() []graph.Supported {
	l.sort()
	out := make([]graph.Supported, 0, len(l.entries))
	evidence := make([]graph.Evidence, 0, len(l.entries))
	spans := slices.Clone(l.spans)
	for k := 0; k < len(l.order); {
		first := &l.entries[l.order[k].at]
		from := len(evidence)
		for ; k < len(l.order) && l.entries[l.order[k].at].id == first.id; k++ {
			e := &l.entries[l.order[k].at]
			e.evidence.Spans = spans[e.from:e.to:e.to]
			if !slices.ContainsFunc(evidence[from:], func(o graph.Evidence) bool { return o.Spans[0] == e.evidence.Spans[0] && o.Rule == e.evidence.Rule }) {
				evidence = append(evidence, e.evidence)
			}
		}
		out = append(out, graph.Supported{Claim: first.claim, Evidence: evidence[from:len(evidence):len(evidence)]})
	}
	return out
}

// sort puts the entries in the order of their ids, those of one claim in the
// order in which they came.
func (l *ledger) sort() {
	const prefix = len("claim:")
	for k := range l.entries {
		l.order = append(l.order, place{binary.BigEndian.Uint64(l.entries[k].id[prefix:]), k})
	}
	slices.SortFunc(l.order, func(a, b place) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return cmp.Or(bytes.Compare(l.entries[a.at].id[:], l.entries[b.at].id[:]), cmp.Compare(a.at, b.at))
	})
}

// reset forgets what was gathered.
func (l *ledger) reset() {
	clear(l.entries)
	clear(l.spans)
	l.d, l.entries, l.order, l.spans = nil, l.entries[:0], l.order[:0], l.spans[:0]
	l.ids.Reset()
	clear(l.things)
	l.things = l.things[:0]
	clear(l.wanted)
	clear(l.named)
	clear(l.taken)
}

// add records one piece of evidence for a claim.
func (l *ledger) add(subject graph.ID, p graph.Predicate, o graph.Object, f *fact) {
	c := graph.Claim{Subject: subject, Predicate: p, Object: o}
	e := graph.Evidence{Rule: f.rule, Modality: f.modality, Citing: f.citing, Confidence: confidence(f), Reported: l.reported}
	if p == graph.PredStart || p == graph.PredEnd || p == graph.PredDate {
		e.Basis = f.basis
	}
	var id [32]byte
	c.AppendID(id[:0])
	l.entries = append(l.entries, entry{id: id, claim: c, evidence: e, from: len(l.spans), to: len(l.spans) + len(f.spans)})
	for _, span := range f.spans {
		l.spans = append(l.spans, l.span(span, f.lead))
	}
}

func (l *ledger) span(r [2]int, lead int) graph.Span {
	t := l.d.text
	return graph.Span{Start: t.Tokens[r[0]].Start + lead, End: t.Tokens[r[1]-1].End, Quote: t.Quote(r[0], r[1])[lead:]}
}
