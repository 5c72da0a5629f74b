package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"peacetalks/graph/edtf"
)

// A NetworkFilter chooses the meetings that a network is made of.
type NetworkFilter struct {
	Process   ID
	Round     ID
	Rounds    *RoundFilter // at rounds that it holds
	Party     ID           // took part in the meeting
	Kinds     []MeetingKind
	From, To  edtf.Date // of the meeting; of its round, if nobody reports the meeting's day
	Certainty Certainty
	AsOf      edtf.Date
}

// A Network tells who met whom.
type Network struct {
	Meetings int           // that it is made of: those with two parties or more
	Nodes    []NetworkNode // who met most often first
	Edges    []NetworkEdge // who met each other most often first
}

// A NetworkNode is a party that met others.
type NetworkNode struct {
	Party    ID
	Meetings int // in which it took part
	Partners int // parties that it met
}

// A NetworkEdge is two parties that met.
type NetworkEdge struct {
	Parties  [2]ID     // sorted
	Meetings []Meeting // in which both took part, by date
}

// Weight is how often the two met.
func (e NetworkEdge) Weight() int { return len(e.Meetings) }

// Network answers who met whom. A plenary names no parties, and is none of
// their meetings.
func (s *Store) Network(ctx context.Context, f NetworkFilter) (*Network, error) {
	return answer(ctx, s, func(v *view) (*Network, error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return nil, err
		}
		meetings, err := v.meetingsBetween(f)
		if err != nil {
			return nil, err
		}
		return newNetwork(meetings), nil
	})
}

// meetingsBetween lists the meetings of two parties or more that a filter
// holds, by date.
func (v *view) meetingsBetween(f NetworkFilter) ([]Meeting, error) {
	tests := roundTests{}
	if err := tests.add(v, f.Rounds); err != nil {
		return nil, err
	}
	a, err := v.atlas(f.AsOf)
	if err != nil {
		return nil, err
	}
	at := setting{process: f.Process, round: f.Round, rounds: f.Rounds}
	var rounds []ID
	for _, id := range a.byStart {
		if at.holds(a.rounds[id], tests) {
			rounds = append(rounds, id)
		}
	}
	of, err := v.meetings(rounds, f.AsOf)
	if err != nil {
		return nil, err
	}
	all := slices.DeleteFunc(slices.Concat(of...), func(m Meeting) bool {
		in := m.Date.within(f.From, f.To, f.Certainty)
		if m.Date == nil {
			in = a.rounds[m.Round].within(f.From, f.To, f.Certainty)
		}
		return !in || len(m.Parties) < 2 || f.Party != "" && !slices.Contains(m.Parties, f.Party) ||
			len(f.Kinds) > 0 && !slices.Contains(f.Kinds, m.Kind)
	})
	slices.SortFunc(all, compareMeetings)
	return all, nil
}

func newNetwork(meetings []Meeting) *Network {
	nodes, edges := map[ID]*NetworkNode{}, map[[2]ID]*NetworkEdge{}
	node := func(id ID) *NetworkNode {
		if nodes[id] == nil {
			nodes[id] = &NetworkNode{Party: id}
		}
		return nodes[id]
	}
	for _, m := range meetings {
		parties := unique(slices.Clone(m.Parties))
		for i, a := range parties {
			node(a).Meetings++
			for _, b := range parties[i+1:] {
				pair := [2]ID{a, b}
				if edges[pair] == nil {
					edges[pair] = &NetworkEdge{Parties: pair}
					node(a).Partners++
					node(b).Partners++
				}
				edges[pair].Meetings = append(edges[pair].Meetings, m)
			}
		}
	}
	n := &Network{Meetings: len(meetings)}
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		n.Nodes = append(n.Nodes, *nodes[id])
	}
	for _, e := range edges {
		n.Edges = append(n.Edges, *e)
	}
	slices.SortStableFunc(n.Nodes, func(a, b NetworkNode) int { return cmp.Compare(b.Meetings, a.Meetings) })
	slices.SortFunc(n.Edges, func(a, b NetworkEdge) int {
		return cmp.Or(cmp.Compare(b.Weight(), a.Weight()), slices.Compare(a.Parties[:], b.Parties[:]))
	})
	return n
}
