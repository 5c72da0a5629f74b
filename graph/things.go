package graph

import (
	"context"
	"iter"
	"maps"
	"slices"

	"peacetalks/graph/edtf"
)

// A Thing is an entity of the graph with all that is said of it.
type Thing struct {
	ID        ID
	Known     bool       // something affirms it; false: it is only denied, or its claims were rejected
	Claims    []Standing // with it as their subject, by predicate and id; denied and rejected ones too
	Conflicts []Conflict // about it
}

// A Standing is a claim with what views make of it.
type Standing struct {
	StoredClaim
	Shown    bool      // views give it as what holds: of claims that exclude each other, the preferred
	Modality Modality  // the firmest of those in which it is affirmed; Denied if nobody affirms it
	First    edtf.Date // the first report that affirms or denies it
	Last     edtf.Date // the last
}

// A ThingFilter chooses things. A field that is zero does not restrict.
type ThingFilter struct {
	Process ID // the rounds of a process, what belongs to them, and what is named there
	Round   ID // a round, what belongs to it, and what is named there
	AsOf    edtf.Date
}

// everything tells whether the filter chooses the whole graph.
func (f ThingFilter) everything() bool { return f.Process == "" && f.Round == "" }

// Things yields the things of the graph by id. It holds what is said of one
// thing at a time; where a process or a round is chosen, the ids of those that
// belong there, too.
func (s *Store) Things(ctx context.Context, f ThingFilter) iter.Seq2[Thing, error] {
	return func(yield func(Thing, error) bool) {
		v, err := s.reader(ctx)
		if err != nil {
			yield(Thing{}, err)
			return
		}
		defer v.close()
		f, err := currentFilter(v, f)
		if err != nil {
			yield(Thing{}, err)
			return
		}
		if f.everything() {
			v.allThings(f.AsOf, yield)
		} else {
			v.chosenThings(f, yield)
		}
	}
}

// allThings goes through the tables of subjects and of nodes side by side: both
// are in the order of ids.
func (v *view) allThings(asOf edtf.Date, yield func(Thing, error) bool) {
	in, err := v.scope(asOf)
	if err != nil {
		yield(Thing{}, err)
		return
	}
	nodes, stop := newCursor(v.affirmed(asOf))
	defer stop()
	for f, err := range v.subjects(in) {
		if err != nil {
			yield(Thing{}, err)
			return
		}
		if !nodes.before(f.subject, yield) || !yield(f.thing(nodes.skip(f.subject)), nil) {
			return
		}
	}
	nodes.before("", yield)
}

// A cursor stands at one of the entities that somebody affirms.
type cursor struct {
	next func() (ID, error, bool)
	id   ID
	err  error
	more bool
}

func newCursor(ids iter.Seq2[ID, error]) (*cursor, func()) {
	next, stop := iter.Pull2(ids)
	c := &cursor{next: next}
	c.advance()
	return c, stop
}

func (c *cursor) advance() { c.id, c.err, c.more = c.next() }

// before yields the entities before an id, "" for all that are left: they are
// named, and nothing is said of them. It tells whether more are wanted.
func (c *cursor) before(id ID, yield func(Thing, error) bool) bool {
	for c.more && c.err == nil && (id == "" || c.id < id) {
		if !yield(Thing{ID: c.id, Known: true}, nil) {
			return false
		}
		c.advance()
	}
	if c.err != nil {
		yield(Thing{}, c.err)
	}
	return c.err == nil
}

// skip tells whether the cursor stands at an id, and goes past it.
func (c *cursor) skip(id ID) bool {
	here := c.more && c.id == id
	if here {
		c.advance()
	}
	return here
}

// subjects yields what is said of each subject, by id.
func (v *view) subjects(in scope) iter.Seq2[facts, error] {
	return func(yield func(facts, error) bool) {
		var group []report
		flush := func() bool {
			f := fuse(group[0].subject, group, in)
			group = nil
			return len(f.all) == 0 || yield(f, nil)
		}
		err := v.scan([]key{newKey(tableSubject)}, func(k, record []byte) error {
			r, err := decodeReport(k, record)
			if err != nil {
				return err
			}
			if len(group) > 0 && group[0].subject != r.subject && !flush() {
				return errStop
			}
			group = append(group, r)
			return nil
		})
		if err != nil {
			yield(facts{}, err)
		} else if len(group) > 0 {
			flush()
		}
	}
}

// affirmed yields the entities that somebody affirmed by a day, by id.
func (v *view) affirmed(asOf edtf.Date) iter.Seq2[ID, error] {
	return func(yield func(ID, error) bool) {
		var last ID
		err := v.scan([]key{newKey(tableNode)}, func(k, record []byte) error {
			f := &fields{rest: record}
			reported := f.date()
			if err := f.end(k); err != nil {
				return err
			}
			article, _ := articleOf(k)
			id := parseKey(k[:len(k)-len(article)], tableNode).id()
			if id == last || !counts(article, reported, asOf) {
				return nil
			}
			if last = id; !yield(id, nil) {
				return errStop
			}
			return nil
		})
		if err != nil {
			yield("", err)
		}
	}
}

// thingBatch is how many chosen things are read at once.
const thingBatch = 100

func (v *view) chosenThings(f ThingFilter, yield func(Thing, error) bool) {
	ids, err := v.thingsAt(f)
	if err != nil {
		yield(Thing{}, err)
		return
	}
	for batch := range slices.Chunk(ids, thingBatch) {
		fs, err := v.facts(batch, f.AsOf)
		if err != nil {
			yield(Thing{}, err)
			return
		}
		for i, f := range fs {
			known := f.known()
			if !known {
				if known, err = v.known(batch[i], f.in.asOf); err != nil {
					yield(Thing{}, err)
					return
				}
			}
			if (known || len(f.all) > 0) && !yield(f.thing(known), nil) {
				return
			}
		}
	}
}

// thingsAt lists the ids of what belongs to the chosen rounds and of what is
// named there, sorted.
func (v *view) thingsAt(f ThingFilter) ([]ID, error) {
	rounds, err := v.chosenOf(RoundFilter{Process: f.Process, AsOf: f.AsOf}, f.Round)
	if err != nil {
		return nil, err
	}
	ids := map[ID]bool{}
	for batch := range slices.Chunk(rounds, thingBatch) {
		var prefixes []key
		for _, b := range batch {
			ids[b.ID], ids[b.Process] = true, true
			prefixes = append(prefixes, subjectPrefix(b.ID))
			for _, kind := range []string{"agenda", "delegation", "meeting"} {
				prefixes = append(prefixes, subjectsPrefix(kind+":"+b.ID.Name()+"/"))
			}
		}
		inner, err := v.addNamed(prefixes, f.AsOf, ids)
		if err != nil {
			return nil, err
		}
		if _, err := v.addNamed(inner, f.AsOf, ids); err != nil {
			return nil, err
		}
	}
	delete(ids, "")
	return slices.Sorted(maps.Keys(ids)), nil
}

// addNamed adds the subjects under prefixes and what is named there to ids, and
// gives the prefixes of statements and outcomes among them.
func (v *view) addNamed(prefixes []key, asOf edtf.Date, ids map[ID]bool) (inner []key, err error) {
	found, err := v.fused(prefixes, asOf)
	if err != nil {
		return nil, err
	}
	for _, fs := range found {
		for _, f := range fs {
			ids[f.subject] = true
			for _, c := range f.all {
				for _, id := range mentions(c.Claim) {
					if kind := id.Kind(); (kind == "statement" || kind == "outcome") && !ids[id] {
						inner = append(inner, subjectPrefix(id))
					}
					ids[id] = true
				}
			}
		}
	}
	return inner, nil
}

// thing is what is said of a subject, for whom it interests as a whole.
func (f facts) thing(known bool) Thing {
	t := Thing{ID: f.subject, Known: known, Claims: make([]Standing, len(f.all))}
	shown := f.shown()
	for i, c := range f.all {
		t.Claims[i] = Standing{StoredClaim: c.StoredClaim, Shown: shown[c.ID], Modality: c.modality()}
		t.Claims[i].First, t.Claims[i].Last = c.reportDays()
	}
	t.Conflicts = f.conflicts()
	return t
}

// one lists the predicates of which views show one value.
var one = map[Predicate]bool{
	PredProcess: true, PredNumber: true, PredStart: true, PredEnd: true, PredVenue: true, PredHost: true, PredStatus: true,
	PredHead: true, PredSession: true, PredDate: true, PredSpeaker: true, PredManner: true, PredKind: true, PredText: true,
}

// shown tells which claims views give as what holds.
func (f facts) shown() map[ID]bool {
	out := map[ID]bool{}
	for p, cs := range f.by {
		switch {
		case p == PredDate && f.subject.Kind() == "meeting": // there may have been several
			for _, m := range meetingsOf(f.subject, f, nil, f) {
				if m.Date != nil {
					out[m.Date.Claims[0]] = true
				}
			}
		case p == PredStart || p == PredEnd || p == PredSession || p == PredDate:
			out[preferredDate(cs).Claims[0]] = true
		case p == PredStatus:
			out[orderStatus(cs)[0].ID] = true
		case one[p] && (p != PredText || f.subject.Kind() != "agenda"):
			out[cs[0].ID] = true
		default:
			for _, c := range cs {
				out[c.ID] = true
			}
		}
	}
	return out
}

// modality is the firmest modality in which a claim is affirmed.
func (c candidate) modality() Modality {
	var all byte
	for _, r := range append(c.reports[:len(c.reports):len(c.reports)], c.word) {
		all |= r.modalities
	}
	for _, m := range []Modality{Happened, Ongoing, Planned} {
		if all&bit(m) != 0 {
			return m
		}
	}
	return Denied
}

// reportDays are the first and the last day on which articles report a claim.
func (c candidate) reportDays() (first, last edtf.Date) {
	for _, r := range c.reports {
		if r.reported.IsZero() {
			continue
		}
		if first.IsZero() || r.reported.Compare(first) < 0 {
			first = r.reported
		}
		if last.IsZero() || r.reported.Compare(last) > 0 {
			last = r.reported
		}
	}
	return first, last
}
