package graph

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"sync"

	"peacetalks/graph/edtf"
)

// Curation is applied when reading, and changes nothing of what was read from
// articles. An overlay is what differs between the rows in the database and
// those that the readings would have made had their claims had the ids and the
// standing that curators gave them: some rows are hidden and others are added.
// Scans of the tables below see the rows in the database with the overlay laid
// over them, so that views, searches and lists know nothing of curation.

// overlaid are the tables that an overlay may change.
var overlaid = map[table]bool{
	tableSays: true, tableEvidence: true, tableSubject: true, tableMention: true, tableNode: true, tableName: true,
}

// An overlay is the difference that a curation makes to one state of the graph.
type overlay struct {
	curation *curation
	hidden   map[string]bool // keys
	added    []row           // sorted by key, each key once
	alias    map[ID]ID       // claim as it was read → claim with canonical ids
	parts    map[packed]*overlayPart
	version  uint64
}

// An overlayPart is the difference in the rows of one article. It is a pure
// function of the article's reading and of what touches it.
type overlayPart struct {
	touched string // what of the curation touches the article
	reader  string // the extractor whose reading it was
	hidden  []string
	added   []row
	alias   map[ID]ID
}

// curator stands for an article in the rows that come of a curator's word.
var curator packed

// Bits of reports beside the modalities: a curator's word.
const (
	bitAccepted byte = 1 << (4 + iota)
	bitAdded
	bitRejected
)

// counts tells whether a row counts in a view as of a day: a curator's word
// without a date always does.
func counts(article packed, reported, asOf edtf.Date) bool {
	return article == curator && reported.IsZero() || by(reported, asOf)
}

// overlayKeeper keeps the overlay of the latest state that was asked for.
type overlayKeeper struct {
	mu   sync.Mutex
	last *overlay
}

// overlay is the overlay of the view's state; nil if nobody has decided
// anything, or if the view is of what is stored.
func (v *view) overlay() (*overlay, error) {
	if v.raw || v.state.tables[tableDecision].count == 0 {
		return nil, nil
	}
	k := &v.store.overlays
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.last != nil && k.last.version == v.state.version {
		return k.last, nil
	}
	stored := *v
	stored.raw = true
	made, err := stored.makeOverlay(k.last)
	if err == nil && (k.last == nil || made.version > k.last.version) {
		k.last = made
	}
	return made, err
}

// makeOverlay makes the overlay of a view's state, with the parts of an older
// one that still hold.
func (v *view) makeOverlay(old *overlay) (*overlay, error) {
	log, err := v.decisions()
	if err != nil {
		return nil, err
	}
	o := &overlay{curation: newCuration(log), hidden: map[string]bool{}, alias: map[ID]ID{}, parts: map[packed]*overlayPart{}, version: v.state.version}
	touched, err := v.touched(o.curation)
	if err != nil {
		return nil, err
	}
	for _, a := range slices.SortedFunc(maps.Keys(touched), func(a, b packed) int { return bytes.Compare(a[:], b[:]) }) {
		what := strings.Join(slices.Sorted(maps.Keys(touched[a])), "\n")
		var part *overlayPart
		if old != nil && !v.state.reextracting {
			part = old.parts[a]
		}
		if part == nil || part.touched != what || part.reader != v.state.extractor {
			if part, err = v.overlayPart(a, o.curation); err != nil {
				return nil, err
			}
			part.touched = what
		}
		o.parts[a] = part
		for _, k := range part.hidden {
			o.hidden[k] = true
		}
		o.added = append(o.added, part.added...)
		maps.Copy(o.alias, part.alias)
	}
	for _, d := range log {
		if d.Claim != nil {
			if claim := o.curation.claim(*d.Claim); claim != *d.Claim {
				o.alias[d.Claim.ID()] = claim.ID()
			}
		}
	}
	for _, w := range o.curation.words {
		o.added = append(o.added, v.store.rowsOfWord(w)...)
	}
	o.added = append(o.added, nodesOfWords(o.curation.words)...)
	slices.SortFunc(o.added, func(a, b row) int { return bytes.Compare(a.key, b.key) })
	return o, nil
}

// touched finds the articles whose rows a curation changes, and what of it
// changes them.
func (v *view) touched(c *curation) (map[packed]map[string]bool, error) {
	causes := map[string][]string{} // prefix → what changes the articles under it
	add := func(p key, what string) { causes[string(p)] = append(causes[string(p)], what) }
	names := func(id ID, what string) {
		add(subjectPrefix(id), what)
		add(newKey(tableMention).id(id), what)
	}
	split := func(s nameSplit, what string) {
		root := c.root(s.entity)
		for _, id := range append(slices.Clone(c.former[root]), root) {
			add(newKey(tableSubject).id(id).predicate(PredName), what)
		}
	}
	for id := range c.parent {
		names(id, "merge "+string(id)+" "+string(c.root(id)))
	}
	for id, w := range c.words {
		if w.status() != Rejected {
			continue
		}
		what := "reject " + string(id)
		add(newKey(tableEvidence).packed(mustPack(id, kindClaim)), what)
		// The claim may have been read with ids that were merged since.
		for _, entity := range append(mentions(w.claim), w.claim.Subject) {
			for _, former := range c.former[entity] {
				names(former, what)
			}
			for _, s := range c.splits {
				if c.root(s.into) == entity {
					split(s, what)
				}
			}
		}
	}
	for _, s := range c.splits {
		split(s, "split "+string(s.decision)+" "+string(c.root(s.entity))+" "+string(c.root(s.into)))
	}
	out := map[packed]map[string]bool{}
	prefixes := slices.SortedFunc(maps.Keys(causes), strings.Compare)
	for _, p := range prefixes {
		err := v.scanKeys([]key{key(p)}, func(k []byte) error {
			a, _ := articleOf(k)
			if out[a] == nil {
				out[a] = map[string]bool{}
			}
			for _, what := range causes[p] {
				out[a][what] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// overlayPart compares the rows of an article's reading with those of the
// reading as curators have it.
func (v *view) overlayPart(a packed, c *curation) (*overlayPart, error) {
	r, _, err := v.reading(a)
	if err != nil {
		return nil, err
	}
	part := &overlayPart{reader: r.Extractor, alias: map[ID]ID{}}
	for _, s := range r.Claims {
		if claim := c.claim(s.Claim); claim != s.Claim {
			part.alias[s.Claim.ID()] = claim.ID()
		}
	}
	r.Terms, r.Signatures = nil, nil // no part of the tables that are overlaid
	had := map[string][]byte{}
	for _, row := range rowsOf(r, v.store.fold).all() {
		if overlaid[table(row.key[0])] {
			had[string(row.key)] = row.value
		}
	}
	kept, rejected := c.reading(r)
	made := rowsOf(kept, v.store.fold).all()
	for _, row := range rowsOf(rejected, v.store.fold).all() {
		switch table(row.key[0]) {
		case tableSays, tableEvidence, tableSubject, tableMention: // it can be listed
			made = append(made, row)
		}
	}
	for _, row := range made {
		value, ok := had[string(row.key)]
		delete(had, string(row.key))
		if overlaid[table(row.key[0])] && !(ok && bytes.Equal(value, row.value)) {
			part.added = append(part.added, row)
			if ok {
				part.hidden = append(part.hidden, string(row.key))
			}
		}
	}
	part.hidden = append(part.hidden, slices.Sorted(maps.Keys(had))...)
	return part, nil
}

// rowsOfWord are the rows that stand for a curator's word on a claim.
func (s *Store) rowsOfWord(w *word) []row {
	c := Supported{Claim: w.claim}
	claim := mustPack(w.claim.ID(), kindClaim)
	folded := s.fold(c)
	var out []row
	add := func(k key, fields []byte) { out = append(out, row{k, seal(k, fields)}) }
	rep := report{
		claim: claim, article: curator, subject: w.claim.Subject, predicate: w.claim.Predicate, object: w.claim.Object,
		modalities: bit(w.modality), confidence: 1, reported: w.reported,
	}
	switch w.status() {
	case Rejected:
		rep.modalities, rep.confidence, rep.reported = bitRejected, 0, edtf.Date{}
	case Curated:
		rep.modalities |= bitAdded
	default:
		rep.modalities |= bitAccepted
	}
	add(evidenceKey(claim, curator), encodeEvidence(c, folded))
	add(subjectKey(rep.subject, rep.predicate, claim, curator), rep.encode())
	for _, entity := range mentions(w.claim) {
		add(mentionKey(entity, rep.predicate, rep.subject, claim, curator), rep.encodeShort())
	}
	if rep.modalities&bitRejected != 0 {
		return out
	}
	for _, t := range folded {
		add(nameKey(t, rep.subject, claim, curator), []byte{rep.modalities})
	}
	return out
}

// nodesOfWords are the rows of what curators' words affirm, with the earliest
// day from which one of them counts; a word without a day counts always.
func nodesOfWords(words map[ID]*word) []row {
	since := map[ID]edtf.Date{}
	for _, w := range words {
		if w.status() == Rejected {
			continue
		}
		for _, entity := range append(mentions(w.claim), w.claim.Subject) {
			had, ok := since[entity]
			if !ok || w.reported.IsZero() || !had.IsZero() && w.reported.Latest().Before(had.Latest()) {
				since[entity] = w.reported
			}
		}
	}
	var out []row
	for entity, reported := range since {
		k := nodeKey(entity, curator)
		out = append(out, row{k, seal(k, putText(nil, reported.String()))})
	}
	return out
}

// under is the part of the added rows that begin with a prefix.
func (o *overlay) under(prefix []byte) []row {
	from, _ := slices.BinarySearchFunc(o.added, prefix, func(r row, p []byte) int { return bytes.Compare(r.key, p) })
	to := from
	for to < len(o.added) && bytes.HasPrefix(o.added[to].key, prefix) {
		to++
	}
	return o.added[from:to]
}
