package graph

import (
	"cmp"
	"slices"

	"peacetalks/graph/edtf"
)

// Fusion turns reports into facts. Of the claims that exclude each other, and
// of which none gave way to another in time (see succession.go), a view shows
// the one that comes first in this order:
//
//  1. what a curator has said;
//  2. what is reported as happened or under way, before what is only planned;
//  3. what more independent sources say (see source.go);
//  4. what was reported later;
//  5. the higher confidence (of the best passage);
//  6. the smaller claim id.
//
// Evidence that denies a claim never makes it a fact; it makes a conflict.

// A candidate is a claim with the reports that count as of a day.
type candidate struct {
	StoredClaim
	reports  []report // of articles
	word     report   // a curator's, if Status is not Extracted
	in       scope
	curated  bool // a curator affirms it
	replaced bool // it gave way to another value
	realised bool
	latest   edtf.Date // the last report that affirms it
	best     float64   // the highest confidence
}

// affirmed tells whether anything but denials supports the claim, and no
// curator has rejected it.
func (c candidate) affirmed() bool { return c.Status != Rejected && (c.curated || c.Support > 0) }

// newCandidate weighs the reports of one claim.
func newCandidate(reports []report, in scope) candidate {
	c := candidate{reports: reports, in: in}
	first := reports[0]
	c.ID = first.claim.id(kindClaim)
	c.Claim = Claim{first.subject, first.predicate, first.object}
	c.Status, c.AsOf = Extracted, in.asOf
	if first.article == curator {
		c.word, c.reports = first, reports[1:]
		switch {
		case first.modalities&bitRejected != 0:
			c.Status = Rejected
		case first.modalities&bitAdded != 0:
			c.Status, c.curated = Curated, true
		default:
			c.Status, c.curated = Accepted, true
		}
	}
	c.weigh()
	return c
}

// weigh sets what the order goes by, from the reports.
func (c *candidate) weigh() {
	c.realised, c.latest, c.best = false, edtf.Date{}, 0
	for _, r := range append(c.reports[:len(c.reports):len(c.reports)], c.word) {
		if r.modalities&affirming == 0 {
			continue
		}
		c.realised = c.realised || r.modalities&realised != 0
		c.best = max(c.best, r.confidence)
		if r.reported != c.latest && !r.reported.IsZero() && (c.latest.IsZero() || r.reported.Compare(c.latest) > 0) {
			c.latest = r.reported
		}
	}
	c.Support = sources(c.reports, affirming, c.in.clusters)
	c.Denials = sources(c.reports, bitDenied, c.in.clusters)
}

// compareSupport is the order of fusion without its last step.
func compareSupport(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(truth(b.curated), truth(a.curated)),
		cmp.Compare(truth(b.realised), truth(a.realised)),
		cmp.Compare(b.Support, a.Support),
		compareLatest(a.latest, b.latest),
		cmp.Compare(b.best, a.best),
	)
}

func compareCandidates(a, b candidate) int {
	return cmp.Or(cmp.Compare(truth(a.replaced), truth(b.replaced)), compareSupport(a, b), cmp.Compare(a.ID, b.ID))
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// facts are the candidates about one subject.
type facts struct {
	subject ID
	in      scope
	all     []candidate               // denied ones too
	by      map[Predicate][]candidate // affirmed, in the order of fusion
}

// A scope is what reports are weighed by.
type scope struct {
	asOf     edtf.Date // only what was reported by this day counts; zero: everything
	clusters clusters  // as of that day
	terms    map[ID]Term
}

// scope is the scope of a day in a view.
func (v *view) scope(asOf edtf.Date) (scope, error) {
	of, err := v.clusters(asOf)
	return scope{asOf, of, v.store.options.Vocabulary.Terms}, err
}

// fuse groups the reports of one subject that count as of a day.
func fuse(subject ID, reports []report, in scope) facts {
	f := facts{subject: subject, in: in, by: map[Predicate][]candidate{}}
	if !in.asOf.IsZero() {
		reports = slices.DeleteFunc(slices.Clone(reports), func(r report) bool { return !counts(r.article, r.reported, in.asOf) })
	}
	for len(reports) > 0 {
		n := 1
		for n < len(reports) && reports[n].claim == reports[0].claim {
			n++
		}
		c := newCandidate(reports[:n:n], in)
		reports = reports[n:]
		f.all = append(f.all, c)
		if c.affirmed() {
			f.by[c.Predicate] = append(f.by[c.Predicate], c)
		}
	}
	for _, cs := range f.by {
		slices.SortFunc(cs, compareCandidates)
	}
	f.markReplaced()
	return f
}

// fuseAll fuses reports of several subjects, in the order of the subjects.
func fuseAll(reports []report, in scope) []facts {
	var out []facts
	for len(reports) > 0 {
		n := 1
		for n < len(reports) && reports[n].subject == reports[0].subject {
			n++
		}
		out = append(out, fuse(reports[0].subject, reports[:n], in))
		reports = reports[n:]
	}
	return out
}

// known tells whether anything is affirmed of the subject.
func (f facts) known() bool { return len(f.by) > 0 }

// entity is the preferred object of a single-valued predicate, or "".
func (f facts) entity(p Predicate) ID {
	if cs := f.by[p]; len(cs) > 0 {
		return cs[0].Object.Entity
	}
	return ""
}

// entities lists the objects of a predicate, the best supported first.
func (f facts) entities(p Predicate) []ID {
	var ids []ID
	for _, c := range f.by[p] {
		ids = append(ids, c.Object.Entity)
	}
	return ids
}

// text is the preferred text of a predicate.
func (f facts) text(p Predicate) (text, language string) {
	if cs := f.by[p]; len(cs) > 0 {
		return cs[0].Object.Text, cs[0].Object.Language
	}
	return "", ""
}

// claims lists the ids of affirmed claims with any of the predicates.
func (f facts) claims(ps ...Predicate) []ID {
	var ids []ID
	for _, p := range ps {
		for _, c := range f.by[p] {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// date is the preferred date of a predicate.
func (f facts) date(p Predicate) *EventDate { return preferredDate(f.by[p]) }

// preferredDate chooses among dates. A coarser date that holds a finer one
// supports it: of those that agree the finest is shown.
func preferredDate(cs []candidate) *EventDate {
	if len(cs) == 0 {
		return nil
	}
	best := orderDates(cs)[0]
	d := &EventDate{EDTF: best.Object.Date, Basis: best.basis(), Claims: []ID{best.ID}, AsOf: best.in.asOf}
	for _, c := range cs {
		if c.ID != best.ID && c.Object.Date.Compatible(best.Object.Date) {
			d.Claims = append(d.Claims, c.ID)
		}
	}
	return d
}

// orderDates sorts claims of dates by the support of each together with that
// of the coarser dates that hold it.
func orderDates(cs []candidate) []candidate {
	if len(cs) < 2 {
		return cs
	}
	type pooled struct{ pool, own candidate }
	ps := make([]pooled, len(cs))
	for i, c := range cs {
		ps[i] = pooled{pool(c, cs), c}
	}
	slices.SortFunc(ps, func(a, b pooled) int {
		return cmp.Or(
			cmp.Compare(truth(a.own.replaced), truth(b.own.replaced)),
			compareSupport(a.pool, b.pool),
			cmp.Compare(days(a.own.Object.Date), days(b.own.Object.Date)),
			compareCandidates(a.own, b.own),
		)
	})
	out := make([]candidate, len(ps))
	for i, p := range ps {
		out[i] = p.own
	}
	return out
}

// pool is a claim of a date with the reports of all that hold it.
func pool(c candidate, cs []candidate) candidate {
	c.reports = nil
	for _, d := range cs {
		if holds(d.Object.Date, c.Object.Date) {
			c.reports = append(c.reports, d.reports...)
			if d.curated && !c.curated {
				c.curated, c.word = true, d.word
			}
		}
	}
	c.weigh()
	return c
}

// holds tells whether every day that the finer date may mean is one that the
// coarser may mean.
func holds(coarse, fine edtf.Date) bool {
	return !coarse.Earliest().After(fine.Earliest()) && !coarse.Latest().Before(fine.Latest())
}

// days is how many days a date may mean.
func days(d edtf.Date) int {
	return int(d.Latest().Unix()/86400-d.Earliest().Unix()/86400) + 1
}

// basis is how a date was solved, by the best report that says so.
func (c candidate) basis() string {
	r, ok := bestReport(c.reports, func(r report) bool { return r.basis != "" })
	if !ok && c.curated {
		return "a curator says so"
	}
	return r.basis
}

// bestReport is the report that is the most certain of those that fit.
func bestReport(reports []report, fits func(report) bool) (best report, ok bool) {
	for _, r := range reports {
		if r.modalities&affirming == 0 || !fits(r) {
			continue
		}
		if !ok || cmp.Or(
			cmp.Compare(truth(r.modalities&realised != 0), truth(best.modalities&realised != 0)),
			cmp.Compare(r.confidence, best.confidence),
		) > 0 {
			best, ok = r, true
		}
	}
	return best, ok
}

// statusOrder is how far each status is in the course of a round.
var statusOrder = map[string]int{"announced": 1, "postponed": 2, "cancelled": 3, "underway": 4, "concluded": 5}

// orderStatus sorts claims of a status: it changes in time, so the last
// report comes first; of one day's reports the order of fusion decides, then
// the status that is further on.
func orderStatus(cs []candidate) []candidate {
	out := slices.Clone(cs)
	slices.SortFunc(out, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(truth(b.curated), truth(a.curated)),
			compareLatest(a.latest, b.latest),
			compareSupport(a, b),
			cmp.Compare(statusOrder[b.Object.Text], statusOrder[a.Object.Text]),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return out
}

// compareLatest puts the later date first and an unknown one last.
func compareLatest(a, b edtf.Date) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return b.Compare(a)
}
