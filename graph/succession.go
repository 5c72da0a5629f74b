package graph

import (
	"slices"
	"strings"

	"peacetalks/graph/edtf"
)

// What changes in time is no contradiction: a round is planned for October, put
// off, and held in December; the deputy minister leads a delegation until the
// minister comes. A value gives way to another of the same predicate, without
// a conflict and behind it in the order, in these cases:
//
//   - It was only ever planned, and the other was reported to have come about
//     later than each report of the plan, or after the planned day was over.
//   - Both were only planned, and the plan changed: the other was reported
//     later, and is confirmed.
//   - Both led one delegation, and the head was replaced: the other was
//     reported later, within a month, and is confirmed.
//
// A later value is confirmed where at least two independent sources have it, or
// where everybody who had the earlier one has it now, or, for dates, where the
// round was reported as postponed in between. Each comparison needs report
// dates: what was reported on a day that nobody knows, or on the same day,
// gives way to nothing. What curators have said never gives way.

// changes lists the predicates whose value may change before it comes about.
// The number of a round does not, and its status is a change by itself.
var changes = map[Predicate]bool{PredStart: true, PredEnd: true, PredVenue: true, PredHost: true, PredHead: true}

// longestHandover is how many days may lie between the last report of one head
// and the first of the next: later reports look back, and contradict.
const longestHandover = 31

// markReplaced tells the candidates of each predicate that gave way to another.
func (f *facts) markReplaced() {
	for p, cs := range f.by {
		if !changes[p] || len(cs) < 2 {
			continue
		}
		for i := range cs {
			cs[i].replaced = slices.ContainsFunc(cs, func(d candidate) bool { return f.gaveWay(cs[i], d) })
		}
		slices.SortFunc(cs, compareCandidates)
	}
}

// gaveWay tells whether one value gave way to another.
func (f *facts) gaveWay(was, is candidate) bool {
	if was.curated || is.curated || was.ID == is.ID || was.realised && !is.realised {
		return false
	}
	if !was.Object.Date.IsZero() && was.Object.Date.Compatible(is.Object.Date) {
		return false
	}
	counts := affirming
	if is.realised {
		counts = realised
	}
	since := firstReport(is.reports, counts)
	switch {
	case since.IsZero():
		return false
	case was.realised:
		return was.Predicate == PredHead && before(was.reports, since) &&
			daysBetween(was.latest, since) <= longestHandover && f.confirmed(was, is, since)
	case is.realised:
		return overBefore(was, since)
	}
	return before(was.reports, since) && f.confirmed(was, is, since)
}

// firstReport is the earliest known day of the reports with a modality, zero
// if one of them has none.
func firstReport(reports []report, modalities byte) (first edtf.Date) {
	for _, r := range reports {
		if r.modalities&modalities == 0 {
			continue
		}
		if r.reported.IsZero() {
			return edtf.Date{}
		}
		if first.IsZero() || r.reported.Earliest().Before(first.Earliest()) {
			first = r.reported
		}
	}
	return first
}

// before tells whether all that affirms was reported before a day.
func before(reports []report, since edtf.Date) bool {
	return !slices.ContainsFunc(reports, func(r report) bool {
		return r.modalities&affirming != 0 && !r.before(since)
	})
}

func (r report) before(since edtf.Date) bool {
	return !r.reported.IsZero() && r.reported.Latest().Before(since.Earliest())
}

// overBefore is before, for a plan: a report of a plan whose day is over tells
// what had been planned.
func overBefore(plan candidate, since edtf.Date) bool {
	return !slices.ContainsFunc(plan.reports, func(r report) bool {
		if r.modalities&affirming == 0 || r.before(since) {
			return false
		}
		day := plan.Object.Date
		return day.IsZero() || r.reported.IsZero() || !day.Latest().Before(r.reported.Earliest())
	})
}

// confirmed tells whether the later of two values can be taken for a change.
func (f *facts) confirmed(was, is candidate, since edtf.Date) bool {
	support := is.Support
	if !is.Object.Date.IsZero() {
		support = pool(is, f.by[is.Predicate]).Support
	}
	if support >= 2 {
		return true
	}
	has := map[uint64]bool{}
	for _, r := range is.reports {
		if r.modalities&affirming != 0 {
			has[r.speaker(is.in.clusters[r.article])] = true
		}
	}
	same := !slices.ContainsFunc(was.reports, func(r report) bool {
		return r.modalities&affirming != 0 && !has[r.speaker(was.in.clusters[r.article])]
	})
	return same || (was.Predicate == PredStart || was.Predicate == PredEnd) && f.postponed(was.latest, since)
}

// postponed tells whether the round was reported as postponed between two
// reports, on the days of either included.
func (f *facts) postponed(from, to edtf.Date) bool {
	for _, c := range f.by[PredStatus] {
		if c.Object.Text != strings.ToLower(string(Postponed)) {
			continue
		}
		for _, r := range c.reports {
			if r.modalities&affirming != 0 && !r.reported.IsZero() && r.reported.Compare(from) >= 0 && r.reported.Compare(to) <= 0 {
				return true
			}
		}
	}
	return false
}

func daysBetween(a, b edtf.Date) int {
	return int(b.Earliest().Sub(a.Latest()).Hours() / 24)
}

// follows tells whether a round can have had one status and then, that day or
// later, the other. Within a day the order of reports is not known.
func follows(was, is candidate) bool {
	a, b := RoundStatus(strings.ToUpper(was.Object.Text)), RoundStatus(strings.ToUpper(is.Object.Text))
	ended := func(s RoundStatus) bool { return s == Concluded }
	held := func(s RoundStatus) bool { return s == Underway || s == Concluded }
	off := func(s RoundStatus) bool { return s == Postponed || s == Cancelled }
	if compareLatest(was.latest, is.latest) == 0 {
		return !(off(a) && held(b) || held(a) && off(b) || off(a) && off(b))
	}
	return !ended(a) || was.latest.IsZero() || is.latest.IsZero() || !was.latest.Latest().Before(is.latest.Earliest())
}
