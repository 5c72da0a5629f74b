package timeline

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// happening is an event of a round of the Astana process.
func happening(kind Kind, date string, n int) Event {
	return Event{
		ID: graph.ID(fmt.Sprintf("event:%s-%d", strings.ToLower(string(kind)), n)), Kind: kind, Process: "process:astana", Round: "round:astana-14",
		Date: graph.EventDate{EDTF: edtf.MustParse(date)}, Modality: graph.Happened, Subject: "meeting:astana-14/x",
		RoundStart: edtf.MustParse("2019-12-10"), RoundEnd: edtf.MustParse("2019-12-11"), RoundStatus: graph.Concluded,
		Actors: []graph.ID{"party:russia", "party:iran"}, Parties: []graph.ID{"party:iran", "party:russia"},
	}
}

// busyDay has two dozen marks on a day, and some on the next.
func busyDay() []Event {
	var events []Event
	for i := range 24 {
		events = append(events, happening([]Kind{Statement, Meeting, Outcome, Plenary, Session}[i%5], "2019-12-10", i))
	}
	for i := range 5 {
		events = append(events, happening(Statement, "2019-12-11~", 100+i))
	}
	return append(events, happening(Meeting, "2019-12-10/2019-12-11", 200), happening(Meeting, "2019-12", 201))
}

// TestBusyDay checks that two dozen marks on a day stay apart, at every zoom
// and on every screen, each within the days that it may mean.
func TestBusyDay(t *testing.T) {
	events := busyDay()
	for _, width := range []int{360, 1040} {
		for _, days := range []string{"2019-12-10/2019-12-10", "2019-12-09/2019-12-12", "2019-12-01/2019-12-31", "2019-10/2020-01", "2017/2020", "1900/2100"} {
			d := edtf.MustParse(days)
			c := NewChart(events, ChartOptions{Width: width, From: d.Start(), To: d.End()})
			shown := 0
			for _, l := range c.lanes {
				marks := boxes(l)
				for i, m := range marks {
					shown += len(m.dot.events)
					if m.x < c.scale.x0-0.5 || m.x+cellWidth > c.scale.x1+0.5 {
						t.Errorf("%d wide, %s: a mark from %.0f, outside", width, days, m.x)
					}
					for _, n := range marks[:i] {
						if m.y == n.y && math.Abs(m.x-n.x) < cellWidth-0.6 {
							t.Errorf("%d wide, %s: marks at %.1f and %.1f in one row", width, days, m.x, n.x)
						}
					}
				}
			}
			want := len(events)
			if d.Start() == d.End() {
				want -= 5 // of the next day
			}
			if shown != want {
				t.Errorf("%d wide, %s: %d events are shown, want %d", width, days, shown, want)
			}
			if c.height > 1200 {
				t.Errorf("%d wide, %s: %d high", width, days, c.height)
			}
		}
	}
}

// A box is where a mark lies.
type box struct {
	x   float64
	y   int
	dot dot
}

func boxes(l lane) []box {
	var found []box
	for _, b := range l.blocks {
		for i, d := range b.dots {
			found = append(found, box{b.x + float64(i%b.columns)*b.cell, b.row + i/b.columns, d})
		}
	}
	return found
}

// TestZoomTellsApart checks that what is one mark with a count from afar are
// marks of their own near by.
func TestZoomTellsApart(t *testing.T) {
	events := busyDay()
	far := NewChart(events, ChartOptions{From: edtf.MustParse("2010"), To: edtf.MustParse("2024")})
	near := NewChart(events, ChartOptions{From: edtf.MustParse("2019-12-09"), To: edtf.MustParse("2019-12-12")})
	if got := len(boxes(far.lanes[0])); got != 5 {
		t.Errorf("from afar there are %d marks, want one a kind", got)
	}
	if got := len(boxes(near.lanes[0])); got != len(events) {
		t.Errorf("near by there are %d marks, want one an event, %d", got, len(events))
	}
}

// TestImpreciseDates checks that what is not known to the day is drawn as the
// extent that it may mean, and what is approximate is not drawn as certain.
func TestImpreciseDates(t *testing.T) {
	c := NewChart([]Event{
		happening(Meeting, "2019-12", 1), happening(Statement, "2019-12-10~", 2), happening(Outcome, "2019-12-11", 3), happening(Plenary, "2019-12-12/..", 4),
	}, ChartOptions{From: edtf.MustParse("2019-12"), To: edtf.MustParse("2019-12")})
	for _, b := range c.lanes[0].blocks {
		d := b.dots[0]
		soft, vague := d.kind == Meeting, d.kind != Outcome
		if b.soft != soft || d.vague != vague {
			t.Errorf("%s: soft %t, want %t; vague %t, want %t", d.kind, b.soft, soft, d.vague, vague)
		}
		if soft && (b.a != c.scale.x0 || b.b != c.scale.x1) {
			t.Errorf("a month from %.0f to %.0f, want all of the axis", b.a, b.b)
		}
	}
}

func TestBars(t *testing.T) {
	for _, c := range []struct {
		name, start, end string
		status           graph.RoundStatus
		class            string // of the drawing
		sure             bool
		tail             bool
		says             string
	}{
		{"days", "2019-12-10", "2019-12-11", graph.Concluded, "round", true, false, "minsk 1, 10–11 December 2019, concluded"},
		{"an end that nobody reported", "2019-12-10", "", graph.Underway, "round", true, true, "minsk 1, 10 December 2019, under way, end not reported"},
		{"a month", "2019-12", "", "", "round unsure", false, false, "minsk 1, December 2019"},
		{"begun in a month, ended on a day", "2019-12", "2019-12-11", "", "round partly thin", true, false, "minsk 1, December 2019 – 11 December 2019"},
		{"announced", "2019-12-10", "2019-12-11", graph.Announced, "round unsure planned", false, false, "minsk 1, 10–11 December 2019, announced"},
		{"postponed", "2019-12-10", "", graph.Postponed, "round unsure postponed", false, false, "minsk 1, 10 December 2019, postponed"},
		{"cancelled", "2019-12-10", "2019-12-11", graph.Cancelled, "round unsure cancelled", false, false, "minsk 1, 10–11 December 2019, cancelled"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := Event{ID: "event:x", Kind: Start, Round: "round:minsk-1", RoundStatus: c.status, RoundStart: edtf.MustParse(c.start)}
			if c.end != "" {
				e.RoundEnd = edtf.MustParse(c.end)
			}
			e.Date.EDTF = e.RoundStart
			chart := NewChart([]Event{e}, ChartOptions{From: edtf.MustParse("2019-12"), To: edtf.MustParse("2019-12")})
			d := chart.drawing()
			b := d.Lanes[0].Bars[0]
			if b.Class != c.class {
				t.Errorf("class %q, want %q", b.Class, c.class)
			}
			if (b.Sure != "") != c.sure || (b.Tail != nil) != c.tail || (b.Cross != "") != (c.status == graph.Cancelled) {
				t.Errorf("certain days %q, tail %v, cross %q", b.Sure, b.Tail, b.Cross)
			}
			if b.Name != c.says {
				t.Errorf("says %q, want %q", b.Name, c.says)
			}
		})
	}
}

// TestMirror checks that time runs from right to left in languages that are
// written so, and that nothing else differs.
func TestMirror(t *testing.T) {
	events := busyDay()
	left, right := NewChart(events, ChartOptions{Language: "en"}).drawing(), NewChart(events, ChartOptions{Language: "ar"}).drawing()
	if left.Direction != "ltr" || right.Direction != "rtl" {
		t.Errorf("directions %s and %s", left.Direction, right.Direction)
	}
	for i, l := range left.Lanes {
		for j, b := range l.Blocks {
			for k, d := range b.Dots {
				other := right.Lanes[i].Blocks[j].Dots[k]
				var x, y float64
				if _, err := fmt.Sscan(d.X+" "+other.X, &x, &y); err != nil {
					t.Fatal(err)
				}
				if math.Abs(x+y-float64(left.Width)) > 0.2 || d.Y != other.Y {
					t.Errorf("%s at %s, %s and at %s, %s", d.Name, d.X, d.Y, other.X, other.Y)
				}
			}
		}
	}
}

// TestTicks checks that an axis has some ticks at every zoom, as many as have
// room for their labels.
func TestTicks(t *testing.T) {
	for _, width := range []int{360, 1040} {
		for _, days := range []string{"2019-12-10/2019-12-10", "2019-12-10/2019-12-12", "2019-12", "2019-10/2019-12", "2019", "2017/2019", "2017/2024", "1990/2024", "1700/2024", "0001/9999"} {
			d := edtf.MustParse(days)
			c := NewChart(nil, ChartOptions{Width: width, From: d.Start(), To: d.End()})
			below, above := c.ticks()
			labels := 0
			for _, line := range [][]tick{below, above} {
				end := -1.0
				for _, k := range line {
					a, b, ok := c.scale.clip(k.first, k.last)
					if k.label == "" || !ok {
						continue
					}
					labels++
					from := (a + b - textWidth(k.label, 12)) / 2
					if k.begins {
						from = a + 4
					}
					if from < end {
						t.Errorf("%s, %d wide: %s runs into the label before it", days, width, k.label)
					}
					end = from + textWidth(k.label, 12)
				}
			}
			if labels == 0 || len(below) > 50 {
				t.Errorf("%s, %d wide: %d ticks, %d labels", days, width, len(below), labels)
			}
		}
	}
}

func TestLanes(t *testing.T) {
	meeting, statement, start, outcome := happening(Meeting, "2019-12-10", 1), happening(Statement, "2019-12-10", 2), happening(Start, "2019-12-10", 3), happening(Outcome, "2019-12-11", 4)
	statement.Actors, statement.Parties, statement.Persons = []graph.ID{"person:lavrentyev"}, []graph.ID{"party:russia"}, []graph.ID{"person:lavrentyev"}
	other := happening(Outcome, "2020-01-01", 5)
	other.Process, other.Round, other.RoundStart, other.RoundEnd = "", "round:x", edtf.Date{}, edtf.Date{}
	events := []Event{start, meeting, statement, outcome, other}
	for by, want := range map[Lanes]string{
		ByProcess: "astana: 1 bars, 3 events; Other talks: 1 bars, 1 events",
		ByParty:   "All together: 0 bars, 2 events; iran: 1 bars, 1 events; russia: 1 bars, 2 events",
		ByPerson:  "All together: 0 bars, 3 events; lavrentyev: 1 bars, 1 events",
	} {
		lanes, _ := lanesOf(events, ChartOptions{Lanes: by}, &phrasesIn("en").chart)
		var got []string
		for _, l := range lanes {
			got = append(got, fmt.Sprintf("%s: %d bars, %d events", l.name, len(l.bars), len(l.events)))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("by %s: %s, want %s", by, s, want)
		}
	}
	if lanes, hidden := lanesOf(events, ChartOptions{Lanes: ByParty, MaxLanes: 2}, &phrasesIn("en").chart); len(lanes) != 2 || hidden != 1 {
		t.Errorf("%d lanes and %d hidden, want 2 and 1", len(lanes), hidden)
	}
}

// TestChartTextsAreWhole checks that no phrase is missing in a language.
func TestChartTextsAreWhole(t *testing.T) {
	for _, p := range languages {
		if s := fmt.Sprintf("%q", p.chart); strings.Contains(s, `""`) {
			t.Errorf("%s lacks a phrase: %s", p.language, s)
		}
	}
}

func TestAChartOfNothingHasNoDays(t *testing.T) {
	for days, want := range map[string]string{"": "", "from=2019": "2019-01-01", "to=1960": "1960-12-31"} {
		f := parse(t, days)
		c := NewChart(nil, ChartOptions{Language: "en", From: f.From, To: f.To})
		drawn, err := c.HTML()
		if err != nil {
			t.Fatal(err)
		}
		if first, _ := c.Days(); first.String() != want && !(want == "" && first.IsZero()) {
			t.Errorf("%q: from %s, want %q", days, first, want)
		}
		if strings.Contains(string(drawn), "1970") || strings.Contains(string(drawn), "1969") {
			t.Errorf("%q: days that nothing says: %s", days, drawn)
		}
	}
}
