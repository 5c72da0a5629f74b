package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// A RoundSummary counts rounds, and what belongs to them.
type RoundSummary struct {
	Rounds    int
	Undated   int // without a date, or with one that leaves more than maxYears open
	Years     []YearCount
	Statuses  []StatusCount  // in the order of the statuses
	Processes []ProcessCount // the most rounds first
	Parties   []PartyHeads   // by party
	Topics    []TopicCount   // the most rounds first
	ByRound   []RoundTopics  // by the rounds' start; without those that have no agenda
}

// A YearCount is how many rounds began in a year.
type YearCount struct {
	Year      int
	Certainly int // began then
	Possibly  int // may have begun then; those that did among them
}

// A StatusCount is how many rounds have a status; "" for those of which none
// is reported.
type StatusCount struct {
	Status RoundStatus
	Rounds int
}

// A ProcessCount is how many of the rounds belong to a process.
type ProcessCount struct {
	Process ID
	Rounds  int
}

// A PartyHeads is who led a party's delegations.
type PartyHeads struct {
	Party       ID
	Delegations int
	Heads       []HeadCount // who led most often first
}

// A HeadCount is how often somebody led a party's delegation.
type HeadCount struct {
	Person      ID
	Rounds      int
	First, Last Round // by start
}

// A TopicCount is how many rounds had a topic on the agenda.
type TopicCount struct {
	Topic       ID
	Rounds      int
	First, Last Round // by start
}

// A RoundTopics is what was on a round's agenda.
type RoundTopics struct {
	Round  Round
	Topics []ID
}

// maxYears bounds the years in which one round may have begun.
const maxYears = 20

// SummarizeRounds counts the rounds that a filter holds. It reads no more than
// a list of them.
func (s *Store) SummarizeRounds(ctx context.Context, f RoundFilter) (*RoundSummary, error) {
	return answer(ctx, s, func(v *view) (*RoundSummary, error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return nil, err
		}
		rounds, err := v.chosen(&f)
		if err != nil {
			return nil, err
		}
		out := &RoundSummary{Rounds: len(rounds)}
		out.countYears(rounds)
		out.countKinds(rounds)
		out.countHeads(rounds)
		out.countTopics(rounds)
		return out, nil
	})
}

func (s *RoundSummary) countYears(rounds []*roundBrief) {
	years := map[int]YearCount{}
	for _, b := range rounds {
		d := b.when()
		if d == nil || d.Latest().Year()-d.Earliest().Year() >= maxYears {
			s.Undated++
			continue
		}
		first, last := d.Earliest().Year(), d.Latest().Year()
		for y := first; y <= last; y++ {
			c := years[y]
			years[y] = YearCount{y, c.Certainly + truth(first == last), c.Possibly + 1}
		}
	}
	for _, y := range slices.Sorted(maps.Keys(years)) {
		s.Years = append(s.Years, years[y])
	}
}

func (s *RoundSummary) countKinds(rounds []*roundBrief) {
	statuses, processes := map[RoundStatus]int{}, map[ID]int{}
	for _, b := range rounds {
		statuses[b.Status]++
		processes[b.Process]++
	}
	for _, status := range []RoundStatus{Announced, Underway, Concluded, Postponed, Cancelled, ""} {
		if n := statuses[status]; n > 0 {
			s.Statuses = append(s.Statuses, StatusCount{status, n})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(processes)) {
		s.Processes = append(s.Processes, ProcessCount{id, processes[id]})
	}
	slices.SortStableFunc(s.Processes, func(a, b ProcessCount) int { return cmp.Compare(b.Rounds, a.Rounds) })
}

func (s *RoundSummary) countHeads(rounds []*roundBrief) {
	parties := map[ID]*PartyHeads{}
	for _, b := range rounds {
		for _, d := range b.delegations {
			p := parties[d.Party]
			if p == nil {
				p = &PartyHeads{Party: d.Party}
				parties[d.Party] = p
			}
			p.Delegations++
			if d.Head == nil {
				continue
			}
			i := slices.IndexFunc(p.Heads, func(h HeadCount) bool { return h.Person == d.Head.Person })
			if i < 0 {
				i = len(p.Heads)
				p.Heads = append(p.Heads, HeadCount{Person: d.Head.Person, First: b.Round})
			}
			p.Heads[i].Rounds++
			p.Heads[i].Last = b.Round
		}
	}
	for _, id := range slices.Sorted(maps.Keys(parties)) {
		p := parties[id]
		slices.SortFunc(p.Heads, func(a, b HeadCount) int {
			return cmp.Or(cmp.Compare(b.Rounds, a.Rounds), cmp.Compare(a.Person, b.Person))
		})
		s.Parties = append(s.Parties, *p)
	}
}

func (s *RoundSummary) countTopics(rounds []*roundBrief) {
	topics := map[ID]*TopicCount{}
	for _, b := range rounds {
		var of []ID
		for _, item := range b.agenda {
			of = append(of, topicOf(item))
		}
		for _, id := range unique(of) {
			if topics[id] == nil {
				topics[id] = &TopicCount{Topic: id, First: b.Round}
			}
			topics[id].Rounds++
			topics[id].Last = b.Round
		}
		if len(of) > 0 {
			s.ByRound = append(s.ByRound, RoundTopics{b.Round, slices.Compact(of)})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(topics)) {
		s.Topics = append(s.Topics, *topics[id])
	}
	slices.SortStableFunc(s.Topics, func(a, b TopicCount) int { return cmp.Compare(b.Rounds, a.Rounds) })
}
