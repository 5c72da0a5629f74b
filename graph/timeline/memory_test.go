package timeline

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// talks are readings of rounds with four events each, an article a round.
func talks(rounds int) iter.Seq[graph.Reading] {
	return func(yield func(graph.Reading) bool) {
		for i := range rounds {
			id := graph.MakeID("round", fmt.Sprintf("astana-%d", i+1))
			meeting := graph.MakeID("meeting", id.Name()+"/iran+russia")
			said := statement(id.Name())
			date := edtf.Of(1000+i/300, i/25%12+1, i%25+1)
			w := write(date.String(), "en", "The Example", fmt.Sprintf("https://example.org/%d", i), "Talks").
				say(fmt.Sprintf("Round %d of the talks opened, as the foreign ministry of the host had announced a week before.", i+1)).round(id, i+1).
				claim(graph.Happened, id, graph.PredStart, graph.Object{Date: date}, "as written").
				claim(graph.Happened, id, graph.PredEnd, graph.Object{Date: date}, "as written").
				say("Russia met Iran.").
				claim(graph.Happened, id, graph.PredMeeting, entity(meeting)).
				claim(graph.Happened, meeting, graph.PredDate, graph.Object{Date: date}, "as written").
				say("Russia said that the delegations had agreed on the most part of what was on the table.").
				claim(graph.Happened, id, graph.PredStatement, entity(said)).
				claim(graph.Happened, said, graph.PredSpeaker, entity("party:russia"))
			if !yield(w.finish()) {
				return
			}
		}
	}
}

// heap is what is in use on the heap, in bytes.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// peak runs a function that writes and answers what the heap held at most
// while it wrote, beyond what it had before.
func peak(t *testing.T, every int, write func(w writerFunc) error) int64 {
	t.Helper()
	before, most, n := heap(), int64(0), 0
	err := write(func(b []byte) (int, error) {
		if n++; n%every == 0 {
			most = max(most, heap()-before)
		}
		return len(b), nil
	})
	if err != nil || n < 2*every {
		t.Fatalf("%d writes, %v", n, err)
	}
	return most
}

// TestEncodersHoldNothing measures the heap while the formats that stream
// write events, each with names and passages of its own, and ten times as
// many: they hold no more of them.
func TestEncodersHoldNothing(t *testing.T) {
	sample := collect(t, sampleStore(t), Filter{})
	made := func(n int) iter.Seq2[Event, error] {
		return func(yield func(Event, error) bool) {
			for i := range n {
				e := sample[i%len(sample)]
				e.ID = graph.HashID("event", fmt.Sprint(i))
				e.Sources = slices.Clone(e.Sources)
				for j := range e.Sources {
					e.Sources[j].Article, e.Sources[j].Quote = graph.HashID("article", fmt.Sprint(i)), e.Sources[j].Quote+fmt.Sprint(i)
				}
				if !yield(e, nil) {
					return
				}
			}
		}
	}
	const events = 1000
	var all []Event
	before := heap()
	for e := range made(10 * events) {
		all = append(all, e)
	}
	held := heap() - before
	runtime.KeepAlive(all)
	all = nil
	for _, f := range Formats() {
		if !f.Streams {
			continue
		}
		one := peak(t, 5, func(w writerFunc) error { return Encode(w, f.Name, Options{}, made(events)) })
		ten := peak(t, 50, func(w writerFunc) error { return Encode(w, f.Name, Options{}, made(10*events)) })
		t.Logf("%s: %d kB for %d events, %d kB for %d, which are %d kB", f.Name, one>>10, events, ten>>10, 10*events, held>>10)
		if ten > one+held/20 {
			t.Errorf("%s: the heap grows with the events", f.Name)
		}
	}
}

// TestExportsHoldPartOfTheGraph measures the heap while a graph is exported,
// and one of ten times as many rounds: what is held of it is bounded.
func TestExportsHoldPartOfTheGraph(t *testing.T) {
	if testing.Short() {
		t.Skip("it loads many articles")
	}
	const rounds, window = 150, 300 // two windows of events, and twenty
	held := int64(0)
	measure := func(rounds int) int64 {
		s := storeOf(t, slices.Collect(talks(rounds))...)
		n := 0
		most := peak(t, 3, func(w writerFunc) error {
			return Encode(w, "csv", Options{}, func(yield func(Event, error) bool) {
				for e, err := range eventsOnce(t.Context(), s, Filter{}, window) {
					n++
					if !yield(e, err) {
						return
					}
				}
			})
		})
		if n != 4*rounds {
			t.Fatalf("%d events, want %d", n, 4*rounds)
		}
		before := heap()
		all := collect(t, s, Filter{})
		held = heap() - before
		runtime.KeepAlive(all)
		return most
	}
	one, ten := measure(rounds), measure(10*rounds)
	t.Logf("%d kB for %d rounds, %d kB for %d, whose events and what is remembered of them are %d kB", one>>10, rounds, ten>>10, 10*rounds, held>>10)
	if ten > one+held/2 {
		t.Error("the heap grows with the graph")
	}
}
