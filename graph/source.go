package graph

import "encoding/binary"

// A source of a claim is whoever says it on their own account. An article that
// cites somebody speaks for the one it cites: two outlets that cite one agency
// are one source, as are the agency itself and who cites it. A reprint speaks
// for the earliest article of its cluster, and so for that one's outlet, or for
// whom that one cites. All other articles of one outlet are one source.

// A tie is what joins reports into one source: their text, their cluster or
// who speaks in them.
type tie struct {
	kind tieKind
	hash uint64
}

type tieKind uint8

const (
	tieText tieKind = iota
	tieCluster
	tieSpeaker // an outlet, or who is cited
)

// speaker is who speaks in a report on their own account, as far as the report
// tells.
func (r report) speaker(c *cluster) uint64 {
	switch {
	case r.origin != 0:
		return r.origin
	case c != nil:
		return c.outlet
	}
	return r.outlet
}

// sources counts the independent sources of the reports with one of the
// modalities.
func sources(reports []report, modalities byte, of clusters) int {
	if len(reports) == 1 {
		return truth(reports[0].modalities&modalities != 0)
	}
	set := union[tie]{}
	own, derived := map[uint64]bool{}, map[uint64]uint64{} // by outlet
	for _, r := range reports {
		if r.modalities&modalities == 0 {
			continue
		}
		c := of[r.article]
		speaker := r.speaker(c)
		text := tie{tieText, r.text}
		set.join(text, tie{tieSpeaker, speaker})
		if c != nil {
			set.join(text, tie{tieCluster, binary.BigEndian.Uint64(c.members[0][:])})
		}
		if speaker == r.outlet {
			own[speaker] = true
		} else if had, ok := derived[r.outlet]; !ok || speaker < had {
			derived[r.outlet] = speaker
		}
	}
	// An outlet that says it only after another is no source to those who cite
	// the outlet. Where it follows several, those who cite it count with one.
	for outlet, speaker := range derived {
		if !own[outlet] {
			set.join(tie{tieSpeaker, outlet}, tie{tieSpeaker, speaker})
		}
	}
	roots := map[tie]bool{}
	for _, r := range reports {
		if r.modalities&modalities != 0 {
			roots[set.root(tie{tieText, r.text})] = true
		}
	}
	return len(roots)
}

// A union joins things into disjoint sets.
type union[T comparable] map[T]T

// root is the thing that stands for the set of x.
func (u union[T]) root(x T) T {
	for {
		up, ok := u[x]
		if !ok {
			u[x] = x
			return x
		}
		if up == x {
			return x
		}
		u[x] = u[up]
		x = up
	}
}

func (u union[T]) join(x, y T) {
	if a, b := u.root(x), u.root(y); a != b {
		u[a] = b
	}
}
