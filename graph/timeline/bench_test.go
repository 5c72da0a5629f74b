package timeline

import (
	"fmt"
	"io"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// BenchmarkEvents reads a graph of 400 rounds with four events each, passages
// and names included.
func BenchmarkEvents(b *testing.B) {
	const rounds = 400
	s, err := graph.Open(b.TempDir(), graph.Options{Vocabulary: vocabulary})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	var readings []graph.Reading
	for i := range rounds {
		id := graph.MakeID("round", fmt.Sprintf("astana-%d", i+1))
		meeting := graph.MakeID("meeting", id.Name()+"/iran+russia")
		said := statement(id.Name())
		date := edtf.Of(2000+i/12, i%12+1, 10)
		w := write(date.String(), "en", "The Example", fmt.Sprintf("https://example.org/%d", i), "Talks").
			say(fmt.Sprintf("Round %d of the talks opened.", i+1)).round(id, i+1).
			claim(graph.Happened, id, graph.PredStart, graph.Object{Date: date}, "as written").
			claim(graph.Happened, id, graph.PredEnd, graph.Object{Date: date}, "as written").
			say("Russia met Iran.").
			claim(graph.Happened, id, graph.PredMeeting, entity(meeting)).
			claim(graph.Happened, meeting, graph.PredDate, graph.Object{Date: date}, "as written").
			say("Russia said so.").
			claim(graph.Happened, id, graph.PredStatement, entity(said)).
			claim(graph.Happened, said, graph.PredSpeaker, entity("party:russia"))
		readings = append(readings, w.finish())
	}
	if _, err := s.PutAll(b.Context(), readings); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		n := 0
		for _, err := range Events(b.Context(), s, Filter{}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 4*rounds {
			b.Fatalf("%d events, want %d", n, 4*rounds)
		}
	}
	b.ReportMetric(float64(b.N)*4*rounds/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkEncode writes one event with two passages many times.
func BenchmarkEncode(b *testing.B) {
	e := Event{
		ID: EventID(Start, "round:astana-14"), Kind: Start, Round: "round:astana-14", Subject: "round:astana-14",
		Date:   graph.EventDate{EDTF: edtf.MustParse("2019-12-10"), Basis: "as written"},
		Claims: []graph.ID{"claim:a"}, Names: Names{"round:astana-14": {"en": "Astana 14", "ar": "أستانة 14"}},
		Sources: []Source{
			{Article: "article:a", Outlet: "The Example", Quote: "The 14th round opened.", Start: 0, End: 22},
			{Article: "article:b", Outlet: "صحيفة المثال", Quote: "بدأت الجولة", Language: "ar", Start: 0, End: 21},
		},
	}
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			events := func(yield func(Event, error) bool) {
				for b.Loop() {
					if !yield(e, nil) {
						return
					}
				}
			}
			if err := Encode(io.Discard, f.Name, Options{Language: "ar"}, events); err != nil {
				b.Fatal(err)
			}
		})
	}
}
