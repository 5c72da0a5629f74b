package timeline

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// madeFrom is an export with its provenance.
func madeFrom(t *testing.T, s *graph.Store, format string, f Filter, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	o.Provenance.Program = "peacetalks v1 (test)"
	events, err := Export(t.Context(), &b, s, format, f, o)
	if err != nil || events != len(collect(t, s, f)) {
		t.Fatalf("%s: %d events, %v", format, events, err)
	}
	return b.Bytes()
}

// TestProvenance reads in each format what it was made of.
func TestProvenance(t *testing.T) {
	s := sampleStore(t)
	info, err := s.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	filter, err := ParseFilter(url.Values{"process": {"astana"}, "to": {"2020"}})
	if err != nil {
		t.Fatal(err)
	}
	want := graph.Provenance{Snapshot: info.Snapshot, Vocabulary: "test", Program: "peacetalks v1 (test)", Filter: "process=astana&to=2020"}
	line := "peacetalks v1 (test); graph " + info.Snapshot + "; vocabulary test; filter process=astana&to=2020"
	if want.String() != line {
		t.Errorf("in a line: %q", want)
	}
	readers := map[string]func([]byte){
		"json": func(b []byte) {
			var file struct{ Provenance graph.Provenance }
			if err := json.Unmarshal(b, &file); err != nil || file.Provenance != want {
				t.Errorf("json: %+v, %v; want %+v", file.Provenance, err, want)
			}
		},
		"timelinejs": func(b []byte) {
			if got := textOf(t, readTimelineJS(t, b).Title.Text.Text); got != line {
				t.Errorf("timelinejs: %q, want %q", got, line)
			}
		},
		"csv": func(b []byte) {
			rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows[1:] {
				if got := row[len(columns):]; !slices.Equal(got, provenanceCells(want)) {
					t.Errorf("csv: %q", got)
				}
			}
		},
		"ics": func(b []byte) {
			cal := readICS(t, b)
			for name, want := range map[string]string{
				"PRODID": "-//peacetalks//peacetalks v1 (test)//EN", "DESCRIPTION": line, "X-WR-CALDESC": line,
				"X-PEACETALKS-SNAPSHOT": want.Snapshot, "X-PEACETALKS-VOCABULARY": want.Vocabulary, "X-PEACETALKS-FILTER": want.Filter,
			} {
				if got := text(t, cal.Component, name); got != want {
					t.Errorf("ics: %s is %q, want %q", name, got, want)
				}
			}
		},
	}
	for _, f := range Formats() {
		got := madeFrom(t, s, f.Name, filter, Options{})
		if read, ok := readers[f.Name]; ok {
			read(got)
		} else if f.Name != "xlsx" && !bytes.Contains(got, []byte(info.Snapshot)) {
			t.Errorf("%s does not say what it was made of", f.Name)
		}
	}
}

// TestSameGraphSameBytes loads the articles in another order, at another time.
func TestSameGraphSameBytes(t *testing.T) {
	one, other := sampleStore(t), storeOf(t)
	for _, r := range slices.Backward(sampleReadings()) {
		if _, err := other.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range Formats() {
		for _, language := range []string{"en", "ar"} {
			a := madeFrom(t, one, f.Name, Filter{}, Options{Language: language})
			b := madeFrom(t, other, f.Name, Filter{}, Options{Language: language})
			if !bytes.Equal(a, b) {
				t.Errorf("%s, %s: the bytes differ", f.Name, language)
			}
		}
	}
}

// TestSnapshotFollowsTheGraph checks that a snapshot's id is of what the graph
// holds, a curator's decision included.
func TestSnapshotFollowsTheGraph(t *testing.T) {
	s := sampleStore(t)
	snapshot := func() string {
		p, err := s.Provenance(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return p.Snapshot
	}
	before := snapshot()
	extra := write("2021-02-16", "en", "Wire", "", "Sochi").say("Round 15 of the Astana talks.").round("round:astana-15", 15).finish()
	if _, err := s.Put(t.Context(), extra); err != nil {
		t.Fatal(err)
	}
	if len(before) != 32 || snapshot() == before {
		t.Errorf("an article more: %s, before it %s", snapshot(), before)
	}
	if err := s.Retract(t.Context(), extra.Article.ID); err != nil {
		t.Fatal(err)
	}
	if snapshot() != before {
		t.Errorf("the article taken out: %s, want %s", snapshot(), before)
	}
	claim := collect(t, s, Filter{})[0].Claims[0]
	if _, err := s.ReviewClaim(t.Context(), claim, graph.Reject, graph.Reviewer{Name: "A"}); err != nil {
		t.Fatal(err)
	}
	if snapshot() == before {
		t.Error("a claim was rejected, and the snapshot stayed")
	}
}

// TestLongQuotes checks that no format copies an article by its passages.
func TestLongQuotes(t *testing.T) {
	long := strings.Repeat("The delegations spoke at length. ", 40)
	event := Event{
		ID: "event:x", Kind: Statement, Round: "round:minsk", Date: graph.EventDate{EDTF: edtf.MustParse("2014")}, Text: long,
		Sources: []Source{{Article: "article:x", Quote: long, End: len(long)}},
	}
	for _, f := range Formats() {
		var b bytes.Buffer
		if err := Encode(&b, f.Name, Options{}, few(event)); err != nil {
			t.Fatal(err)
		}
		// A calendar's lines are folded.
		got := strings.ReplaceAll(b.String(), "\r\n ", "")
		if n := strings.Count(got, "The delegations spoke"); f.Name != "xlsx" && f.Name != "svg" && (n == 0 || n > 20 || !strings.Contains(got, "…")) {
			t.Errorf("%s has the sentence %d times, want it cut", f.Name, n)
		}
	}
}

// TestCaps checks that a format which holds everything at once says what it
// cannot hold, before it writes anything.
func TestCaps(t *testing.T) {
	capped := Format{Name: "some", Cap: 2}
	e := Event{ID: "event:x"}
	for n, want := range []int{0, 1, 2, 2, 2} {
		got := 0
		var tooMany *graph.CapError
		for _, err := range capped.capped(few(make([]Event, n)...)) {
			if err == nil {
				got++
			} else if !errors.As(err, &tooMany) || tooMany.Cap != 2 || tooMany.Format != "some" {
				t.Errorf("%d events: %v", n, err)
			}
		}
		if got != want || (tooMany != nil) != (n > 2) {
			t.Errorf("%d events: %d came, %v", n, got, tooMany)
		}
	}
	for _, f := range Formats() {
		if f.Streams != (f.Cap == 0) {
			t.Errorf("%s streams: %t, and has the cap %d", f.Name, f.Streams, f.Cap)
		}
		if f.Cap == 0 {
			continue
		}
		many := func(yield func(Event, error) bool) {
			for range f.Cap + 1 {
				if !yield(e, nil) {
					return
				}
			}
		}
		var b bytes.Buffer
		var tooMany *graph.CapError
		if err := Encode(&b, f.Name, Options{}, many); !errors.As(err, &tooMany) || b.Len() != 0 {
			t.Errorf("%s: %v after %d bytes", f.Name, err, b.Len())
		}
	}
	if err := Encode(io.Discard, "json", Options{}, few(e)); err != nil {
		t.Error(err)
	}
}
