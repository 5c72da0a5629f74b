package timeline

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// line is an event in short.
func line(e Event) string {
	return fmt.Sprintf("%s %s %s %s", e.Date.EDTF, e.Kind, e.Modality, e.Title("en"))
}

func lines(events []Event) []string {
	out := make([]string, len(events))
	for i, e := range events {
		out[i] = line(e)
	}
	return out
}

func TestEvents(t *testing.T) {
	name := "=HYPERLINK(\"http://x.example/?\"&A1)<script>alert(1)</script>, {place}; \\n BEGIN:VALARM"
	want := []string{
		"2017-11~ MEETING PLANNED Meeting " + name + " – Russia (Geneva 8)",
		"2017-11 START PLANNED Geneva 8 opens",
		"2017-11-20~ STATEMENT HAPPENED Statement by " + name + " (Geneva 8)",
		"2019-12-10 START ONGOING Astana 14 opens in Nur-Sultan",
		"2019-12-10 MEETING HAPPENED Meeting Iran – Russia (Astana 14)",
		"2019-12-10 STATEMENT HAPPENED Statement by Alexander Lavrentyev (Astana 14)",
		"2019-12-11 PLENARY PLANNED Plenary session of Astana 14",
		"2019-12-11 SESSION PLANNED Astana 14 discusses: ceasefire",
		"2019-12-11 END HAPPENED Astana 14 ends",
		"2019-12-11~ OUTCOME HAPPENED Astana 14: joint statement",
	}
	events := collect(t, sampleStore(t), Filter{})
	got := lines(events)
	slices.SortFunc(events, Compare)
	if !slices.Equal(got, lines(events)) {
		t.Errorf("events are not in the order of Compare:\n%s", strings.Join(got, "\n"))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestEveryEventHasAPassage holds the graph's first invariant here: each
// event's claims are in the graph, and each quote is the article's text.
func TestEveryEventHasAPassage(t *testing.T) {
	s := sampleStore(t)
	for _, e := range collect(t, s, Filter{}) {
		if len(e.Claims) == 0 || len(e.Sources) == 0 || e.Date.Basis == "" {
			t.Errorf("%s: %d claims, %d sources, basis %q", line(e), len(e.Claims), len(e.Sources), e.Date.Basis)
		}
		claims, err := s.ClaimsByID(t.Context(), e.Claims, edtf.Date{})
		if err != nil || slices.Contains(claims, nil) {
			t.Errorf("%s: claims %v: %v, %v", line(e), e.Claims, claims, err)
		}
		for _, src := range e.Sources {
			text, err := s.ArticleText(t.Context(), src.Article)
			if err != nil {
				t.Fatal(err)
			}
			if text[src.Start:src.End] != src.Quote || src.Quote == "" || !slices.Contains(e.Claims, src.Claim) {
				t.Errorf("%s: the quote %q is not the text at %d to %d", line(e), src.Quote, src.Start, src.End)
			}
		}
	}
}

func TestVenueOfATitleHasAPassage(t *testing.T) {
	for _, e := range collect(t, sampleStore(t), Filter{Kinds: []Kind{Start}, Process: "process:astana"}) {
		rules := map[string]bool{}
		for _, s := range e.Sources {
			rules[s.Rule] = true
		}
		if !rules["test.start"] || !rules["test.venue"] {
			t.Errorf("%s: passages by the rules %v, want those of the date and of the venue", line(e), rules)
		}
	}
}

func TestFilter(t *testing.T) {
	s := sampleStore(t)
	cases := []struct {
		name, query string
		want        []Kind
	}{
		{"process", "process=geneva", []Kind{Start, Meeting, Statement}},
		{"round by full id", "round=round:astana-14", []Kind{Start, Meeting, Statement, Plenary, Session, End, Outcome}},
		{"unknown round", "round=astana-99", nil},
		{"party that meets, speaks by its envoy and has a delegation", "party=russia&process=astana", []Kind{Start, Meeting, Statement, Plenary, Session, End, Outcome}},
		{"party without the other's envoy", "party=iran&kind=statement", nil},
		{"person", "person=alexander-lavrentyev&kind=statement,meeting", []Kind{Statement}},
		{"topic", "topic=ceasefire&kind=SESSION&kind=STATEMENT", []Kind{Statement, Session}},
		{"broader topic", "topic=security&kind=session", []Kind{Session}},
		{"other topic", "topic=constitution", nil},
		{"from", "from=2019-12-11", []Kind{Plenary, Session, End, Outcome}},
		{"to a day within a month", "to=2017-11-15", []Kind{Start, Meeting}},
		{"a year", "from=2017&to=2017", []Kind{Start, Meeting, Statement}},
		{"as of the first report", "process=astana&asOf=2019-12-10", []Kind{Start, Meeting, Statement, Plenary, Session}},
		{"as of, in the command line's spelling", "process=astana&as-of=2019-12-09", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []Kind
			for _, e := range collect(t, s, parse(t, c.query)) {
				got = append(got, e.Kind)
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(c.want))
			if !slices.Equal(got, want) {
				t.Errorf("%s: got %v, want %v", c.query, got, want)
			}
		})
	}
}

// TestAsOfHidesLaterPassages checks that the passages, too, are those that were
// reported by the day.
func TestAsOfHidesLaterPassages(t *testing.T) {
	day := edtf.MustParse("2019-12-10")
	for _, e := range collect(t, sampleStore(t), Filter{AsOf: day}) {
		for _, s := range e.Sources {
			if s.Published.Latest().After(day.Latest()) {
				t.Errorf("%s: a passage of %s", line(e), s.Published)
			}
		}
	}
}

// TestOrderOfLoading checks that events do not depend on the order in which
// articles came, nor on how many are held at once.
func TestOrderOfLoading(t *testing.T) {
	readings := sampleReadings()
	want := collect(t, storeOf(t, readings...), Filter{})
	slices.Reverse(readings)
	s := storeOf(t, readings...)
	if got := collect(t, s, Filter{}); !reflect.DeepEqual(got, want) {
		t.Errorf("loaded in reverse:\n%v\nwant\n%v", lines(got), lines(want))
	}
	for limit := 1; limit < len(want)+2; limit++ {
		var got []Event
		for e, err := range eventsOnce(t.Context(), s, Filter{}, limit) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, e)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%d at once:\n%v\nwant\n%v", limit, lines(got), lines(want))
		}
	}
}

// TestUndatedStatements checks where a statement stands that has no date: about
// the day of the first report, unless that looks back on a round of long ago.
func TestUndatedStatements(t *testing.T) {
	const a14 graph.ID = "round:astana-14"
	said := func(w *writer) graph.Reading {
		return w.say("Russia said so.").
			claim(graph.Happened, a14, graph.PredStatement, entity(statement("so"))).
			claim(graph.Happened, statement("so"), graph.PredSpeaker, entity("party:russia")).
			finish()
	}
	opened := func(w *writer) *writer {
		return w.say("The round was held on 10 and 11 December 2019.").round(a14, 14).
			claim(graph.Happened, a14, graph.PredStart, day("2019-12-10"), "as written").
			claim(graph.Happened, a14, graph.PredEnd, day("2019-12-11"), "as written")
	}
	soon := said(opened(write("2019-12-13", "en", "", "", "")))
	later := said(opened(write("2024-01-22", "en", "", "", "")))
	undated := said(write("2024-01-22", "en", "", "", "").say("Astana 14.").round(a14, 14))
	cases := []struct {
		name     string
		readings []graph.Reading
		want     string
	}{
		{"reported at once", []graph.Reading{soon}, "2019-12-13~"},
		{"reported at once and again", []graph.Reading{later, soon}, "2019-12-13~"},
		{"reported years later", []graph.Reading{later}, "2019-12-10/2019-12-11"},
		{"the round has no date", []graph.Reading{undated}, "2024-01-22~"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			events := collect(t, storeOf(t, c.readings...), Filter{Kinds: []Kind{Statement}})
			if len(events) != 1 || events[0].Date.EDTF.String() != c.want || events[0].Date.Basis == "" {
				t.Errorf("got %v, want one of %s", lines(events), c.want)
			}
		})
	}
}

func TestEventByID(t *testing.T) {
	s := sampleStore(t)
	for _, want := range collect(t, s, Filter{}) {
		got, err := EventByID(t.Context(), s, want.ID)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("EventByID(%s) = %v, %v, want %v", want.ID, line(got), err, line(want))
		}
	}
	for _, id := range []graph.ID{"event:none", "round:astana-14", ""} {
		if _, err := EventByID(t.Context(), s, id); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("EventByID(%q): %v, want ErrNotFound", id, err)
		}
	}
}

func TestEventsStops(t *testing.T) {
	s := sampleStore(t)
	for range Events(t.Context(), s, Filter{}) {
		break // must not go on, nor panic
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var failed error
	for _, err := range Events(ctx, s, Filter{}) {
		failed = err
	}
	if !errors.Is(failed, context.Canceled) {
		t.Errorf("with a cancelled context: %v, want it", failed)
	}
}

func TestMergedIdsFindTheirEvents(t *testing.T) {
	s := sampleStore(t)
	ask := func(id graph.ID) int {
		var f Filter
		*f.ids()[id.Kind()] = id
		return len(collect(t, s, f))
	}
	for _, c := range []struct{ old, now graph.ID }{
		{"person:alexander-lavrentyev", "person:a-lavrentyev"}, {"party:iran", "party:islamic-republic"},
		{"topic:ceasefire", "topic:truce"}, {"round:geneva-8", "round:geneva-viii"},
	} {
		before := ask(c.old)
		name := graph.Claim{Subject: c.now, Predicate: graph.PredName, Object: words("x", "en")}
		if _, err := s.AddClaim(t.Context(), name, graph.Happened, edtf.Date{}, graph.Reviewer{Name: "Ada"}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.MergeEntities(t.Context(), []graph.ID{c.old}, c.now, graph.Reviewer{Name: "Ada"}); err != nil {
			t.Fatal(err)
		}
		for _, id := range []graph.ID{c.old, c.now} {
			if got := ask(id); before == 0 || got != before {
				t.Errorf("%s: %d events after %s was merged into %s, %d before", id, got, c.old, c.now, before)
			}
		}
	}
}

// The basis of a date in a row is that of the passage in the row.
func TestBasisIsOfThePassage(t *testing.T) {
	e := Event{Date: graph.EventDate{Basis: "the weekday", Claims: []graph.ID{"claim:date"}}}
	for _, c := range []struct {
		passage Source
		want    string
	}{
		{Source{Claim: "claim:date", Basis: "in full"}, "in full"},
		{Source{Claim: "claim:date"}, "the weekday"},
		{Source{Claim: "claim:venue", Basis: "of something else"}, "the weekday"},
	} {
		if got := e.basis(c.passage); got != c.want {
			t.Errorf("beside %+v: got %q, want %q", c.passage, got, c.want)
		}
	}
}
