package web

import (
	"cmp"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// An attack is something that a server must not suffer from. The numbers are
// those of the project's list of attacks; those with a letter are beside it.
type attack struct {
	number, name string
	options      Options
	keeps        int64                                   // bytes that may stay: what caches hold
	run          func(t *testing.T, s site) (end string) // tells what became of it
}

// leeway is how much the heap may be larger after an attack than before it:
// buffers of connections, pools, what the store reads.
const leeway = 4 << 20

// refusalBytes is what refusing a query may allocate, and as much again for
// each byte of it, by both ends of the connection: work that grows faster than
// the query does shows here, however busy the machine is.
const refusalBytes = 4 << 20

// TestAttacks runs each attack against a server, and looks after it whether
// the server answers as before and its memory and goroutines are back at rest.
// With -v it prints the table of all.
func TestAttacks(t *testing.T) {
	var table []string
	lists := [][]attack{queryAttacks, requestAttacks, streamAttacks, storeAttacks}
	if testing.Short() { // for the race detector: where things run at once
		lists = lists[2:]
	}
	for _, list := range lists {
		for _, a := range list {
			t.Run(a.number+" "+a.name, func(t *testing.T) {
				s := serve(t, a.options)
				s.answers(t)
				before, routines := heap(), runtime.NumGoroutine()
				began := time.Now()
				end := a.run(t, s)
				took := time.Since(began)
				s.answers(t)
				grown := s.rests(t, before+leeway+a.keeps, routines) - before
				table = append(table, fmt.Sprintf("%3s  %-68s  %-66s %5d ms  %+5.1f MB",
					a.number, a.name, end, took.Milliseconds(), float64(grown)/(1<<20)))
			})
		}
	}
	slices.SortStableFunc(table, func(a, b string) int { return cmp.Compare(number(a), number(b)) })
	t.Log("\n" + strings.Join(table, "\n"))
}

// number is the number of a row of the table.
func number(row string) int {
	n := 0
	_, _ = fmt.Sscan(row, &n) // a letter may follow it
	return n
}

// answers fails if the server does not answer as it should.
func (s site) answers(t *testing.T) {
	t.Helper()
	s.t = t
	authorization := "Bearer " + cmp.Or(s.token, "none")
	s.ask(`{ round(id: "astana-14") { name number } }`, "Authorization", authorization).isData(t, `{"round":{"name":"Astana 14","number":14}}`)
}

// rests waits until the heap and the goroutines are back, and answers the heap.
func (s site) rests(t *testing.T, most int64, routines int) int64 {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		http.DefaultClient.CloseIdleConnections()
		got, n := heap(), runtime.NumGoroutine()
		if got <= most && n <= routines+5 {
			return got
		}
		if time.Now().After(end) {
			t.Errorf("the heap has %d bytes, want %d at most; %d goroutines, %d before", got, most, n, routines)
			return got
		}
	}
}

// heap is the size of what is reachable.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// allocated is how many bytes have been allocated so far.
func allocated() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.TotalAlloc)
}

// hang is the time after which something is held to come to no end. How long
// it takes on a machine that does nothing else is printed, and no verdict.
const hang = 10 * time.Second

// timed runs something that must not hang, and tells how long it took.
func timed(t *testing.T, run func()) string {
	t.Helper()
	began := time.Now()
	run()
	took := time.Since(began)
	if took > hang {
		t.Errorf("it took %v", took)
	}
	return fmt.Sprintf("in %.1f ms", float64(took.Microseconds())/1000)
}

// refused fails unless a query is refused without a read of the graph, with
// little memory, with few words, and for a reason that says this.
func (s site) refused(t *testing.T, query, says string) string {
	t.Helper()
	s.t = t
	var got reply
	reads, bytes := s.store.Reads(), allocated()
	took := timed(t, func() { got = s.ask(query) })
	reads, bytes = s.store.Reads()-reads, allocated()-bytes
	code := got.code(t)
	if !strings.Contains(strings.ToLower(got.body), says) {
		t.Errorf("%.60s: got %.300s, want a refusal that says %q", query, got.body, says)
	}
	if reads != 0 {
		t.Errorf("%.60s: %d reads for a query that is refused", query, reads)
	}
	if most := int64(refusalBytes + 20*len(query)); bytes > most {
		t.Errorf("%.60s: %d bytes allocated for a query of %d that is refused, want %d at most", query, bytes, len(query), most)
	}
	if len(got.body) > 5_000 {
		t.Errorf("%.60s: the refusal has %d bytes", query, len(got.body))
	}
	return code + " " + took
}
