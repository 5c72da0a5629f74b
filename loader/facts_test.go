package loader

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/clean"
)

const factsText = `Astana 14 opened in Nur-Sultan. Sedat Önal led the Turkish delegation; Iran did not attend. ` +
	`Russia met Turkey on Tuesday, and again on Wednesday. Önal spoke, and Mr Önal spoke again. Astana 13 and the talks in Oslo were recalled.`

// said builds claims whose evidence is the n-th occurrence of a quote.
type said []graph.Supported

func (s *said) add(subject graph.ID, p graph.Predicate, o graph.Object, quote string, n int, m graph.Modality) {
	at := -1
	for range n {
		next := strings.Index(factsText[at+1:], quote)
		if next < 0 {
			panic("no such passage: " + quote)
		}
		at += 1 + next
	}
	*s = append(*s, graph.Supported{
		Claim: graph.Claim{Subject: subject, Predicate: p, Object: o},
		Evidence: []graph.Evidence{{
			Spans: []graph.Span{{Start: at, End: at + len(quote), Quote: quote}}, Rule: "test/" + string(p), Modality: m, Confidence: 1,
		}},
	})
}

func (s *said) happened(subject graph.ID, p graph.Predicate, o graph.Object, quote string, n int) {
	s.add(subject, p, o, quote, n, graph.Happened)
}

func entity(id graph.ID) graph.Object { return graph.Object{Entity: id} }
func words(s string) graph.Object     { return graph.Object{Text: s, Language: "en"} }
func keyword(s string) graph.Object   { return graph.Object{Text: s} }
func date(s string) graph.Object      { return graph.Object{Date: edtf.MustParse(s)} }

// reading is what a reader would take from factsText, with a denied
// delegation, and a round whose number is not told beside one without.
func reading() graph.Reading {
	const a14, a13, oslo = graph.ID("round:astana-14"), graph.ID("round:astana-13"), graph.ID("round:oslo")
	var s said
	s.happened(a14, graph.PredProcess, entity("process:astana"), "Astana 14", 1)
	s.happened(a14, graph.PredNumber, graph.Object{Number: 14}, "Astana 14", 1)
	s.happened(a13, graph.PredProcess, entity("process:astana"), "Astana 13", 1)
	s.happened(a13, graph.PredNumber, graph.Object{Number: 13}, "Astana 13", 1)
	s.happened(oslo, graph.PredProcess, entity("process:oslo"), "the talks in Oslo", 1)
	s.happened("round:astana", graph.PredProcess, entity("process:astana"), "Astana", 2)
	s.happened(a14, graph.PredStatus, keyword("underway"), "opened", 1)
	s.happened(a14, graph.PredStart, date("2019-12-10"), "opened", 1)
	s.happened(a14, graph.PredEnd, date("2019-12~"), "opened", 1)
	s.happened(a14, graph.PredVenue, entity("place:nur-sultan"), "in Nur-Sultan", 1)
	s.happened(a14, graph.PredDelegation, entity("delegation:astana-14/turkey"), "the Turkish delegation", 1)
	s.add(a14, graph.PredDelegation, entity("delegation:astana-14/iran"), "Iran did not attend", 1, graph.Denied)
	s.happened("delegation:astana-14/turkey", graph.PredHead, entity("person:sedat-onal"), "Sedat Önal led", 1)
	s.happened(a14, graph.PredMeeting, entity("meeting:astana-14/russia+turkey"), "Russia met Turkey", 1)
	s.happened("meeting:astana-14/russia+turkey", graph.PredDate, date("2019-12-10"), "on Tuesday", 1)
	s.happened("meeting:astana-14/russia+turkey", graph.PredDate, date("2019-12-11"), "on Wednesday", 1)
	s.happened(a14, graph.PredPlenary, entity("meeting:astana-14/plenary"), "opened", 1)
	for n, id := range []graph.ID{"statement:1", "statement:2"} {
		s.happened(a14, graph.PredStatement, entity(id), "spoke", n+1)
		s.happened(id, graph.PredSpeaker, entity("person:sedat-onal"), "Önal", n+2)
	}
	s.happened(a14, graph.PredOutcome, entity("outcome:1"), "recalled", 1)
	s.happened("outcome:1", graph.PredKind, keyword("agreement"), "recalled", 1)
	s.happened("person:sedat-onal", graph.PredName, words("Sedat Önal"), "Sedat Önal", 1)
	s.happened("person:sedat-onal", graph.PredName, words("Önal"), "Önal", 2)
	s.happened("person:sedat-onal", graph.PredName, words("Sedat Onal"), "Sedat Önal", 1)
	s.happened("party:turkey", graph.PredName, words("Turkey"), "Turkey", 1)
	s.happened("party:russia", graph.PredName, words("Russia"), "Russia", 1)
	s.happened("party:russian-federation", graph.PredName, words("Russia"), "Russia", 1)
	s.happened("process:astana", graph.PredName, words("Astana"), "Astana", 1)
	return graph.Reading{Article: graph.Article{Text: factsText, Language: "en", Published: edtf.MustParse("2019-12-10")}, Claims: s}
}

func TestFactsAreTheClaimsInGoldTerms(t *testing.T) {
	got := Facts(reading(), "a.txt", nil)
	want := facts(`
		round astana-14
		status astana-14 underway
		start astana-14 2019-12-10
		end astana-14 2019-12
		venue astana-14 nur-sultan
		delegation astana-14 turkey
		head astana-14 turkey sedat-onal
		meeting astana-14 2019-12-10 russia+turkey
		meeting astana-14 2019-12-11 russia+turkey
		plenary astana-14 ?
		statement astana-14 sedat-onal
		outcome astana-14 agreement
		round astana-13
		round oslo-1`)
	if !slices.EqualFunc(got.Facts, want, slices.Equal[Fact]) {
		t.Errorf("got\n%v\nwant\n%v", got.Facts, want)
	}
	if len(got.Evidence) != len(got.Facts) {
		t.Fatalf("%d pieces of evidence for %d facts", len(got.Evidence), len(got.Facts))
	}
	names := Names{
		Persons:   Spellings{"sedat-onal": {"Sedat Önal", "Önal"}}, // "Sedat Onal" does not stand in the article
		Parties:   Spellings{"russia": {"Russia"}, "turkey": {"Turkey"}},
		Processes: Spellings{"astana": {"Astana"}},
		Topics:    Spellings{},
	}
	a, _ := json.Marshal(got.Names)
	b, _ := json.Marshal(names)
	if string(a) != string(b) {
		t.Errorf("got names\n%s\nwant\n%s", a, b)
	}
}

func TestFactsOfMeetingsPointAtTheirDates(t *testing.T) {
	got := Facts(reading(), "a.txt", func(start, end int) []clean.Span {
		return []clean.Span{{Start: 100 + start, End: 100 + end}}
	})
	for i, f := range got.Facts {
		if f[0] != "meeting" {
			continue
		}
		day := map[string]string{"2019-12-10": "on Tuesday", "2019-12-11": "on Wednesday"}[f[2]]
		e := got.Evidence[i]
		if len(e.Spans) != 2 || e.Spans[0].Quote != "Russia met Turkey" || e.Spans[1].Quote != day {
			t.Errorf("%s rests on %v, want the meeting and %q", f, e.Spans, day)
		}
		if len(e.File) != 2 || e.File[1].Start != 100+e.Spans[1].Start {
			t.Errorf("%s stands at %v in the file, want 100 after %v", f, e.File, e.Spans)
		}
	}
}

func TestRoundsWithoutNumber(t *testing.T) {
	cases := []struct {
		name   string
		rounds map[graph.ID]string // id: first day
		want   []string
	}{
		{"the only one is the first", map[graph.ID]string{"round:oslo": ""}, []string{"oslo-1"}},
		{"in the order of their days", map[graph.ID]string{"round:oslo-2019": "2019-01", "round:oslo-2018": "2018-12-06"}, []string{"oslo-1", "oslo-2"}},
		{"those without a day come last", map[graph.ID]string{"round:oslo": "", "round:oslo-2018": "2018-12-06"}, []string{"oslo-1", "oslo-2"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var s said
			for id, day := range c.rounds {
				s.happened(id, graph.PredProcess, entity("process:oslo"), "Oslo", 1)
				if day != "" {
					s.happened(id, graph.PredStart, date(day), "Oslo", 1)
				}
			}
			r := Facts(graph.Reading{Article: graph.Article{Text: factsText}, Claims: s}, "a.txt", nil)
			var got []string
			for _, f := range r.Facts {
				if f[0] == "round" {
					got = append(got, f[1])
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestFactsJSON(t *testing.T) {
	b, err := json.Marshal(Facts(graph.Reading{}, "empty.txt", nil))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"file":"empty.txt","article":{"language":"","published":"","source":"","title":""},"persons":{},"parties":{},"processes":{},"topics":{},"facts":[],"evidence":[]}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

// A party that a common noun names with its state's adjective is spelled so too.
func TestSpellingsOfGovernments(t *testing.T) {
	l := real(t)
	for _, c := range []struct{ text, id, want string }{
		{"29 October 2016. The second round of talks between the Philippine government and the NDFP opened in Oslo on Saturday.", "philippines", "Philippine government"},
		{"29 أكتوبر 2016. انطلقت في أوسلو الجولة الثانية من المحادثات بين الحكومة الفلبينية والجبهة الوطنية الديمقراطية. ويرأس الوفد الحكومي أوتي باتينيو.", "philippines", "الحكومة الفلبينية"},
	} {
		found := factsIn(t, l, c.text)
		if got := found.Parties[c.id]; !slices.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q among them", c.id, got, c.want)
		}
	}
}
