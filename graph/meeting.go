package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
)

// MeetingsOf lists the meetings and plenaries of rounds, by date.
func (s *Store) MeetingsOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]Meeting, error) {
	return answer(ctx, s, func(v *view) ([][]Meeting, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		return v.meetings(rounds, asOf)
	})
}

// meetings reads the meetings of rounds in one pass.
func (v *view) meetings(rounds []ID, asOf edtf.Date) ([][]Meeting, error) {
	prefixes := make([]key, 0, 2*len(rounds))
	for _, id := range rounds {
		prefixes = append(prefixes, subjectPrefix(id), subjectsPrefix("meeting:"+id.Name()+"/"))
	}
	found, err := v.fused(prefixes, asOf)
	if err != nil {
		return nil, err
	}
	out := make([][]Meeting, len(rounds))
	for i, id := range rounds {
		round := only(id, found[2*i], asOf)
		details := map[ID]facts{}
		for _, f := range found[2*i+1] {
			details[f.subject] = f
		}
		claims := map[ID][]ID{}
		for _, c := range slices.Concat(round.by[PredMeeting], round.by[PredPlenary]) {
			claims[c.Object.Entity] = append(claims[c.Object.Entity], c.ID)
		}
		for meeting, ids := range claims {
			out[i] = append(out[i], meetingsOf(meeting, round, ids, details[meeting])...)
		}
		slices.SortFunc(out[i], compareMeetings)
	}
	return out, nil
}

func compareMeetings(a, b Meeting) int {
	return cmp.Or(compareEventDates(a.Date, b.Date, 1), cmp.Compare(a.ID, b.ID))
}

// meetingsOf tells the meetings of the same parties in one round apart: dates
// that do not agree are different meetings.
func meetingsOf(id ID, round facts, claims []ID, f facts) []Meeting {
	m := Meeting{ID: id, Round: round.subject, Claims: claims, AsOf: round.in.asOf}
	_, rest, _ := strings.Cut(id.Name(), "/")
	m.Parties = meetingParties(rest)
	m.Kind = meetingKind(rest, len(m.Parties), f)

	// The finest dates come first, so that each coarser one joins a finer.
	dates := slices.Clone(f.by[PredDate])
	slices.SortStableFunc(dates, func(a, b candidate) int {
		return cmp.Compare(days(a.Object.Date), days(b.Object.Date))
	})
	var groups [][]candidate
next:
	for _, c := range dates {
		for i, g := range groups {
			if g[0].Object.Date.Compatible(c.Object.Date) {
				groups[i] = append(g, c)
				continue next
			}
		}
		groups = append(groups, []candidate{c})
	}
	if len(groups) == 0 {
		return []Meeting{m}
	}
	out := make([]Meeting, len(groups))
	for i, g := range groups {
		out[i] = m
		out[i].Date = preferredDate(g)
		if len(groups) > 1 {
			out[i].ID = id + "@" + ID(g[0].Object.Date.String())
		}
	}
	return out
}

func meetingKind(rest string, parties int, f facts) MeetingKind {
	if kind, _ := f.text(PredKind); kind == "technical" {
		return Technical
	}
	switch {
	case rest == plenaryName:
		return Plenary
	case parties == 2:
		return Bilateral
	case parties == 3:
		return Trilateral
	}
	return Multilateral
}

// Meetings lists meetings across rounds, by date.
func (s *Store) Meetings(ctx context.Context, f MeetingFilter, p Page) (Connection[Meeting], error) {
	return list(ctx, s, p, func(v *view) (Connection[Meeting], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Meeting]{}, err
		}
		rounds, err := v.chosenOf(RoundFilter{Process: f.Process, AsOf: f.AsOf}, f.Round)
		if err != nil {
			return Connection[Meeting]{}, err
		}
		of, err := v.meetings(idsOf(rounds), f.AsOf)
		if err != nil {
			return Connection[Meeting]{}, err
		}
		all := slices.DeleteFunc(slices.Concat(of...), func(m Meeting) bool {
			return f.Party != "" && !slices.Contains(m.Parties, f.Party) ||
				len(f.Kinds) > 0 && !slices.Contains(f.Kinds, m.Kind) || !m.Date.within(f.From, f.To, Possibly)
		})
		slices.SortFunc(all, compareMeetings)
		return connect(v, all, func(m Meeting) ID { return m.ID }, p, same)
	})
}

func idsOf(rounds []*roundBrief) []ID {
	ids := make([]ID, len(rounds))
	for i, b := range rounds {
		ids[i] = b.ID
	}
	return ids
}

// meeting answers one meeting by its id, with or without a date.
func (v *view) meeting(id ID) (*Meeting, error) {
	base, _, dated := strings.Cut(string(id), "@")
	of, err := v.meetings([]ID{ID(base).roundOf()}, edtf.Date{})
	if err != nil {
		return nil, err
	}
	var first *Meeting
	for _, m := range of[0] {
		own, _, _ := strings.Cut(string(m.ID), "@")
		switch {
		case m.ID == id, dated && own == base && m.Date != nil && base+"@"+m.Date.EDTF.String() == string(id):
			return &m, nil
		case !dated && own == base && first == nil:
			first = &m
		}
	}
	return first, nil
}
