package export_test

import (
	"fmt"
	"runtime"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
)

// many is a graph of n rounds, each in an article of its own.
func many(t *testing.T, n int) *graph.Store {
	t.Helper()
	var rs []graph.Reading
	for i := range n {
		id := graph.MakeID("round", fmt.Sprintf("talks-%d", i+1))
		team := graph.MakeID("delegation", id.Name()+"/russia")
		who := graph.MakeID("person", fmt.Sprintf("p-%d", i))
		date := edtf.Of(1990+i/300, 1+i%12, 1+i%28)
		w := write(date.String(), "en", fmt.Sprintf("Outlet %d", i%50), fmt.Sprintf("https://example.org/%d", i), fmt.Sprint("Round ", i)).
			say(fmt.Sprintf("Round %d was held in the harbour, and %d others were not, said envoy %d.", i, i*7, i*31)).
			claim(graph.Happened, id, graph.PredProcess, entity("process:talks")).
			claim(graph.Happened, id, graph.PredNumber, graph.Object{Number: i + 1}).
			claim(graph.Happened, id, graph.PredStart, graph.Object{Date: date}).
			claim(graph.Happened, id, graph.PredGuarantor, entity("party:iran")).
			claim(graph.Happened, id, graph.PredDelegation, entity(team)).
			claim(graph.Happened, team, graph.PredHead, entity(who)).
			claim(graph.Happened, who, graph.PredName, said(fmt.Sprintf("Envoy %d", i), "en"))
		rs = append(rs, w.finish())
	}
	s := sampleGraph(t)
	if _, err := s.PutAll(t.Context(), rs); err != nil {
		t.Fatal(err)
	}
	return s
}

// A gauge measures the heap as it is written to.
type gauge struct {
	written, next int
	most          uint64
}

// Write looks at the heap now and then.
func (g *gauge) Write(b []byte) (int, error) {
	if g.written += len(b); g.written >= g.next {
		g.next = g.written + 1<<20
		g.most = max(g.most, heap())
	}
	return len(b), nil
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// Of ten times as large a graph, the formats that stream hold no more, but for
// the few thousand reports that a pass over the graph remembers.
func TestStreamsDoNotGrow(t *testing.T) {
	if testing.Short() {
		t.Skip("it loads a large graph")
	}
	const rounds = 150
	grown := func(n int) map[string]uint64 {
		s := many(t, n)
		out := map[string]uint64{}
		for _, f := range export.Formats() {
			if !f.Streams || !f.Chooses {
				continue
			}
			before := heap()
			var g gauge
			if err := export.Export(t.Context(), &g, s, f.Name, export.Options{}); err != nil {
				t.Fatal(err)
			}
			if g.written < n*100 {
				t.Errorf("%s: %d bytes of %d rounds", f.Name, g.written, n)
			}
			out[f.Name] = max(g.most, before) - before
		}
		return out
	}
	small, large := grown(rounds), grown(10*rounds)
	for format := range small {
		t.Logf("%s: %d kB more of %d rounds, %d kB of %d", format, small[format]>>10, rounds, large[format]>>10, 10*rounds)
		if large[format] > 2*small[format]+4<<20 {
			t.Errorf("%s: %d bytes more of %d rounds, %d of %d", format, small[format], rounds, large[format], 10*rounds)
		}
	}
}
