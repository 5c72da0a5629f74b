package timeline

import (
	"cmp"
	"slices"

	"peacetalks/graph"
)

// Lanes tell what a lane of a chart stands for.
type Lanes string

// The kinds of lanes.
const (
	ByProcess Lanes = "process"
	ByParty   Lanes = "party"
	ByPerson  Lanes = "person"
)

// AllLanes lists the kinds of lanes.
func AllLanes() []Lanes { return []Lanes{ByProcess, ByParty, ByPerson} }

// ParseLanes reads a kind of lanes; "" is [ByProcess]. Its error is a
// *[FilterError].
func ParseLanes(s string) (Lanes, error) {
	if s == "" {
		return ByProcess, nil
	}
	if l := Lanes(s); slices.Contains(AllLanes(), l) {
		return l, nil
	}
	return "", &FilterError{"lanes", brief(s), "no such lanes; there are " + joined(AllLanes())}
}

// A lane is what one process, party or person has to do with.
type lane struct {
	id     graph.ID // "": the talks of no known process, or what is nobody's own
	name   string
	bars   []bar
	events []Event // but for the first and last days of rounds
	weight int

	blocks               []block
	lines                []string // of the name
	top, rowsTop, height int
}

// lanesOf sorts events into lanes, in the order in which they begin; what
// belongs to nobody comes first. It keeps the fullest.
func lanesOf(events []Event, o ChartOptions, text *chartPhrases) (lanes []lane, hidden int) {
	at := map[graph.ID]int{}
	bars := map[[2]graph.ID]int{} // of a lane and a round
	processes := map[graph.ID]int{}
	for _, e := range events {
		for _, id := range laneIDs(e, o.Lanes) {
			i, ok := at[id]
			if !ok {
				i = len(lanes)
				at[id] = i
				lanes = append(lanes, lane{id: id, name: laneName(e, id, o, text)})
			}
			l := &lanes[i]
			l.weight++
			if !isBound(e) {
				l.events = append(l.events, e)
			}
			if id == "" && o.Lanes != ByProcess {
				continue // the rounds are in the lanes of those who take part
			}
			key := [2]graph.ID{id, e.Round}
			b, ok := bars[key]
			if !ok {
				b = len(l.bars)
				bars[key] = b
				l.bars = append(l.bars, newBar(e, o.Names))
				if o.Lanes != ByProcess {
					if _, ok := processes[e.Process]; !ok {
						processes[e.Process] = len(processes)
					}
					l.bars[b].colour = processes[e.Process]%processColours + 1
				}
			}
			l.bars[b].add(e)
		}
	}
	if o.MaxLanes > 0 && len(lanes) > o.MaxLanes {
		lanes, hidden = fullest(lanes, o.MaxLanes), len(lanes)-o.MaxLanes
	}
	slices.SortStableFunc(lanes, func(a, b lane) int { return cmp.Compare(last(a, o), last(b, o)) })
	for i := range lanes {
		slices.SortStableFunc(lanes[i].bars, func(a, b bar) int { return cmp.Compare(a.first(), b.first()) })
	}
	return lanes, hidden
}

// last puts the lane without a name where it belongs: shared events first,
// unknown processes last.
func last(l lane, o ChartOptions) int {
	switch {
	case l.id != "":
		return 0
	case o.Lanes == ByProcess:
		return 1
	}
	return -1
}

func fullest(lanes []lane, most int) []lane {
	weights := make([]int, len(lanes))
	for i, l := range lanes {
		weights[i] = l.weight
	}
	slices.Sort(weights)
	least := weights[len(weights)-most]
	spare := most // places for lanes that are just full enough
	for _, w := range weights {
		if w > least {
			spare--
		}
	}
	return slices.DeleteFunc(lanes, func(l lane) bool {
		if l.weight == least {
			spare--
			return spare < 0
		}
		return l.weight < least
	})
}

// laneIDs are the lanes that an event belongs to. Those who act in it have it
// in theirs; the days of a round are in the lane of each who takes part; what
// all of a round do together is in the lane "".
func laneIDs(e Event, by Lanes) []graph.ID {
	if by == ByProcess {
		return []graph.ID{e.Process}
	}
	ids := e.Parties
	if by == ByPerson {
		ids = e.Persons
	}
	own := isBound(e) || e.Kind == Meeting || e.Kind == Statement
	if !own || len(ids) == 0 && !isBound(e) {
		return []graph.ID{""}
	}
	return ids
}

func laneName(e Event, id graph.ID, o ChartOptions, text *chartPhrases) string {
	switch {
	case id != "":
		return e.Name(id, o.Names)
	case o.Lanes == ByProcess:
		return text.unknown
	}
	return text.together
}

// isBound tells whether an event is the first or the last day of its round,
// which the round's bar shows.
func isBound(e Event) bool { return e.Kind == Start || e.Kind == End }
