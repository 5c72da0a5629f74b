package timeline

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"golang.org/x/net/html"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

var update = flag.Bool("update", false, "write the golden files anew")

// encoded is the sample graph in a format.
func encoded(t *testing.T, format string, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, format, o, Events(t.Context(), sampleStore(t), Filter{})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		for _, language := range []string{"en", "ar"} {
			t.Run(f.Name+" "+language, func(t *testing.T) {
				got := encoded(t, f.Name, Options{Language: language})
				path := filepath.Join("testdata", "golden", "sample."+language+f.Extension)
				if f.Name == "xlsx" { // what is in its cells: the file itself cannot be read
					got, path = dump(readXLSX(t, got)), path+".txt"
				}
				if *update {
					if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(path, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("%s differs from what is written; run with -update and read the difference", path)
				}
			})
		}
	}
}

// TestDirectionsAreInert checks that no file of any format holds a raw
// character that changes the direction of text, though the articles do.
func TestDirectionsAreInert(t *testing.T) {
	for _, f := range Formats() {
		got := encoded(t, f.Name, Options{Language: "ar", Title: "a\u202Eb"})
		if f.Name == "xlsx" {
			got = bytes.Join(slices.Collect(maps.Values(parts(t, got))), nil)
		}
		if bytes.ContainsFunc(got, isDirection) || !utf8.Valid(got) {
			t.Errorf("%s holds a character that changes the direction of text, or is not UTF-8", f.Name)
		}
	}
}

func TestJSON(t *testing.T) {
	type source struct {
		Article, URL, Title, Outlet, Language, Published, Quote, Modality, Claim string
		Start, End                                                               int
	}
	type event struct {
		ID, Kind, Title string
		Titles          map[string]string
		Date            struct {
			EDTF, Basis      string
			Earliest, Latest *string
		}
		Process, Round *struct{ ID, Name string }
		Claims         []string
		Sources        []source
	}
	s := sampleStore(t)
	want := collect(t, s, Filter{})
	var file struct {
		Title, Language string
		Events          []event
	}
	if err := json.Unmarshal(encoded(t, "json", Options{Language: "ar"}), &file); err != nil {
		t.Fatal(err)
	}
	if file.Title != Heading("ar") || file.Language != "ar" {
		t.Errorf("the title %q in %q", file.Title, file.Language)
	}
	got := file.Events
	if len(got) != len(want) {
		t.Fatalf("%d events, want %d", len(got), len(want))
	}
	for i, g := range got {
		w := want[i]
		if g.ID != string(w.ID) || g.Kind != string(w.Kind) || g.Date.EDTF != w.Date.EDTF.String() || g.Date.Basis != w.Date.Basis {
			t.Errorf("event %d: %+v, want %s", i, g, line(w))
		}
		if g.Title != w.Title("ar") || g.Titles["ru"] != w.Title("ru") || len(g.Titles) != len(Languages()) {
			t.Errorf("event %d: titles %q, %q", i, g.Title, g.Titles)
		}
		if *g.Date.Earliest != w.Date.Earliest().Format(time.DateOnly) || *g.Date.Latest != w.Date.Latest().Format(time.DateOnly) {
			t.Errorf("event %d: from %s to %s", i, *g.Date.Earliest, *g.Date.Latest)
		}
		if len(g.Sources) != len(w.Sources) {
			t.Fatalf("event %d: %d sources, want %d", i, len(g.Sources), len(w.Sources))
		}
		for j, src := range g.Sources {
			text, err := s.ArticleText(t.Context(), graph.ID(src.Article))
			if err != nil || text[src.Start:src.End] != src.Quote {
				t.Errorf("event %d, source %d: the quote %q is not the text's (%v)", i, j, src.Quote, err)
			}
			if o := w.Sources[j]; src.Outlet != o.Outlet || src.Title != o.ArticleTitle || src.URL != o.URL || src.Published != o.Published.String() {
				t.Errorf("event %d, source %d: %+v, want %+v", i, j, src, o)
			}
		}
	}
}

func TestJSONOpenDates(t *testing.T) {
	events := few(Event{ID: "event:x", Kind: Start, Round: "round:minsk", Date: graph.EventDate{EDTF: edtf.MustParse("2014-09/..")}})
	var b bytes.Buffer
	if err := Encode(&b, "json", Options{}, events); err != nil {
		t.Fatal(err)
	}
	if want := `"date":{"edtf":"2014-09/..","earliest":"2014-09-01","latest":null,"basis":""}`; !strings.Contains(b.String(), want) {
		t.Errorf("got %s, want %s in it", b.String(), want)
	}
}

// The types below follow the documentation of TimelineJS 3's JSON format; a
// key that it does not name is an error.
type (
	timelineJS struct {
		Title  *timelineSlide
		Events []timelineSlide
		Eras   []json.RawMessage
		Scale  string
	}
	timelineSlide struct {
		StartDate   *timelineDate `json:"start_date"`
		EndDate     *timelineDate `json:"end_date"`
		Text        *struct{ Headline, Text string }
		Media       json.RawMessage
		Group       string
		DisplayDate string `json:"display_date"`
		Background  json.RawMessage
		Autolink    *bool
		UniqueID    string `json:"unique_id"`
	}
	timelineDate struct {
		Year, Month, Day *int
		DisplayDate      string `json:"display_date"`
		Format           string
	}
)

func (d *timelineDate) String() string {
	if d == nil {
		return ""
	}
	s := strconv.Itoa(*d.Year)
	for _, part := range []*int{d.Month, d.Day} {
		if part != nil {
			s += fmt.Sprintf("-%02d", *part)
		}
	}
	return s
}

func readTimelineJS(t *testing.T, data []byte) timelineJS {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var tl timelineJS
	if err := d.Decode(&tl); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Token(); err != io.EOF {
		t.Fatalf("more than one value: %v", err)
	}
	return tl
}

func TestTimelineJS(t *testing.T) {
	tl := readTimelineJS(t, encoded(t, "timelinejs", Options{Language: "en"}))
	if tl.Scale != "human" || tl.Title == nil || tl.Title.Text.Headline != "Peace talks" || tl.Title.StartDate != nil {
		t.Errorf("scale %q, title %+v", tl.Scale, tl.Title)
	}
	events := collect(t, sampleStore(t), Filter{})
	if len(tl.Events) != len(events) {
		t.Fatalf("%d slides, want %d", len(tl.Events), len(events))
	}
	ids := map[string]bool{}
	for i, s := range tl.Events {
		if s.StartDate == nil || s.Text == nil || s.DisplayDate == "" || s.Autolink == nil || *s.Autolink {
			t.Fatalf("slide %d: %+v", i, s)
		}
		if !regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`).MatchString(s.UniqueID) || ids[s.UniqueID] {
			t.Errorf("slide %d: unique_id %q is none, or no fragment of an address", i, s.UniqueID)
		}
		ids[s.UniqueID] = true
		if want := strings.TrimRight(events[i].Date.EDTF.Start().String(), "~"); s.StartDate.String() != want {
			t.Errorf("slide %d: start_date %s, want %s", i, s.StartDate, want)
		}
		if text := textOf(t, s.Text.Headline); text != events[i].Title("en") {
			t.Errorf("slide %d: the headline reads %q, want %q", i, text, events[i].Title("en"))
		}
		if strings.ContainsAny(s.Group+s.DisplayDate, "<>&") {
			t.Errorf("slide %d: markup in %q, %q", i, s.Group, s.DisplayDate)
		}
	}
	if g := tl.Events[len(events)-1].Group; g != "Astana" {
		t.Errorf("group %q, want the process", g)
	}
}

func TestTimelineJSDates(t *testing.T) {
	cases := []struct{ date, start, end, display string }{
		{"2019-12-10", "2019-12-10", "", "10 December 2019"},
		{"2019-12", "2019-12", "", "December 2019"},
		{"2018~", "2018", "", "about 2018"},
		{"2017-09-14/2017-09-15", "2017-09-14", "2017-09-15", "14–15 September 2017"},
		{"2017-09/2018", "2017-09", "2018", "September 2017 – 2018"},
		{"2014/..", "2014", "", "from 2014"},
		{"../2014-09", "2014-09", "", "until September 2014"},
	}
	for _, c := range cases {
		t.Run(c.date, func(t *testing.T) {
			var b bytes.Buffer
			event := Event{ID: "event:x", Kind: Start, Round: "round:minsk", Date: graph.EventDate{EDTF: edtf.MustParse(c.date)}}
			if err := Encode(&b, "timelinejs", Options{}, few(event)); err != nil {
				t.Fatal(err)
			}
			s := readTimelineJS(t, b.Bytes()).Events[0]
			if s.StartDate.String() != c.start || s.EndDate.String() != c.end || s.DisplayDate != c.display {
				t.Errorf("start %s, end %s, display %q; want %s, %s, %q", s.StartDate, s.EndDate, s.DisplayDate, c.start, c.end, c.display)
			}
		})
	}
}

// TestTimelineJSMarkup reads the slides' HTML as a browser would: nothing of
// what articles say may be an element, an attribute or a script's address.
func TestTimelineJSMarkup(t *testing.T) {
	allowed := map[string]bool{"p": true, "blockquote": true, "bdi": true, "em": true, "a": true, "html": true, "head": true, "body": true}
	quotes := 0
	for _, s := range readTimelineJS(t, encoded(t, "timelinejs", Options{})).Events {
		doc, err := html.Parse(strings.NewReader(s.Text.Headline + s.Text.Text))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if !allowed[n.Data] {
				t.Errorf("the element %q in %q", n.Data, s.Text.Text)
			}
			if n.Data == "blockquote" {
				quotes++
			}
			for _, a := range n.Attr {
				if a.Key == "href" && !strings.HasPrefix(a.Val, "https://example.org/") {
					t.Errorf("a link to %q", a.Val)
				}
			}
		}
	}
	if quotes == 0 {
		t.Error("no passage is quoted")
	}
}

func textOf(t *testing.T, markup string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func TestCSV(t *testing.T) {
	data := encoded(t, "csv", Options{Language: "en"})
	if bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) {
		t.Error("a line does not end in CR LF")
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll() // also checks that all rows are as long
	if err != nil {
		t.Fatal(err)
	}
	events := collect(t, sampleStore(t), Filter{})
	if len(rows) != len(events)+1 {
		t.Fatalf("%d rows, want a header and %d", len(rows), len(events))
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for i, row := range rows[1:] {
		e := events[i]
		want := map[string]string{
			"id": string(e.ID), "kind": string(e.Kind), "date": e.Date.EDTF.String(), "title": e.Title("en"),
			"first_day": e.Date.Earliest().Format(time.DateOnly), "last_day": e.Date.Latest().Format(time.DateOnly),
			"quote": Plain(e.Sources[0].Quote), "round_id": string(e.Round), "claim_id": string(e.Sources[0].Claim),
		}
		for name, text := range want {
			if got := row[at[name]]; got != text {
				t.Errorf("row %d, %s: %q, want %q", i, name, got, text)
			}
		}
		for j, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("row %d, %s: a spreadsheet may take %q for a formula", i, rows[0][j], cell)
			}
		}
	}
	all := string(data)
	for _, cell := range []string{"'=HYPERLINK(", "'-1+1"} {
		if !strings.Contains(all, cell) {
			t.Errorf("the hostile cell %s is not there", cell)
		}
	}
}

func TestCSVByteOrderMark(t *testing.T) {
	with, without := encoded(t, "csv", Options{BOM: true}), encoded(t, "csv", Options{})
	if got, ok := bytes.CutPrefix(with, []byte("\xEF\xBB\xBF")); !ok || !bytes.Equal(got, without) {
		t.Error("the byte-order mark is missing, or is not all that differs")
	}
}

func TestInert(t *testing.T) {
	for _, cell := range []string{"=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"} {
		if got := inert(cell); got != "'"+cell {
			t.Errorf("inert(%q) = %q", cell, got)
		}
	}
	for _, cell := range []string{"", "Astana 14", "1-2", "أستانة", "'=1"} {
		if got := inert(cell); got != cell {
			t.Errorf("inert(%q) = %q", cell, got)
		}
	}
}

// readICS reads a calendar with another reader than the one whose writer made
// it, after checking what that reader forgives.
func readICS(t *testing.T, data []byte) *ical.Calendar {
	t.Helper()
	for l := range bytes.SplitSeq(data, []byte("\r\n")) {
		if len(l) > 75 || bytes.ContainsAny(l, "\r\n") || !utf8.Valid(l) {
			t.Errorf("the line %q is longer than 75 bytes, not UTF-8 or does not end in CR LF", l)
		}
	}
	d := ical.NewDecoder(bytes.NewReader(data))
	cal, err := d.Decode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Decode(); err != io.EOF {
		t.Fatalf("more than one calendar: %v", err)
	}
	return cal
}

func text(t *testing.T, c *ical.Component, name string) string {
	t.Helper()
	p := c.Props.Get(name)
	if p == nil {
		return ""
	}
	s, err := p.Text()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestICS(t *testing.T) {
	data := encoded(t, "ics", Options{Language: "ar"})
	cal := readICS(t, data)
	if got := text(t, cal.Component, ical.PropVersion); got != "2.0" {
		t.Errorf("version %q", got)
	}
	events := collect(t, sampleStore(t), Filter{})
	if len(cal.Children) != len(events) {
		t.Fatalf("%d components, want %d entries and no alarm", len(cal.Children), len(events))
	}
	seen := map[string]bool{}
	for i, c := range cal.Children {
		e := events[i]
		if c.Name != ical.CompEvent || len(c.Children) != 0 {
			t.Fatalf("component %d is a %s", i, c.Name)
		}
		for name, ps := range c.Props {
			if len(ps) != 1 {
				t.Errorf("entry %d has %d of %s", i, len(ps), name)
			}
		}
		uid := text(t, c, ical.PropUID)
		if !strings.HasPrefix(uid, e.ID.Name()) || seen[uid] {
			t.Errorf("entry %d: uid %q", i, uid)
		}
		seen[uid] = true
		if got := text(t, c, ical.PropSummary); !strings.HasPrefix(got, e.Title("ar")) {
			t.Errorf("entry %d: summary %q, want %q", i, got, e.Title("ar"))
		}
		if got := c.Props.Get(ical.PropSummary).Params.Get("LANGUAGE"); got != "ar" {
			t.Errorf("entry %d: the summary's language is %q", i, got)
		}
		if got := text(t, c, ical.PropDescription); !strings.Contains(got, Plain(e.Sources[0].Quote)) {
			t.Errorf("entry %d: the description has no passage: %q", i, got)
		}
		start, end := c.Props.Get(ical.PropDateTimeStart), c.Props.Get(ical.PropDateTimeEnd)
		if start.ValueType() != ical.ValueDate || end.ValueType() != ical.ValueDate {
			t.Errorf("entry %d is no all-day entry", i)
		}
		if want := e.Date.Earliest().Format("20060102"); start.Value != want {
			t.Errorf("entry %d begins on %s, want %s", i, start.Value, want)
		}
		if want := e.Date.Latest().AddDate(0, 0, 1).Format("20060102"); end.Value != want {
			t.Errorf("entry %d ends before %s, want the day after its last, %s", i, end.Value, want)
		}
		if p := c.Props.Get(ical.PropURL); p != nil && !strings.HasPrefix(p.Value, "https://example.org/") {
			t.Errorf("entry %d: the address %q", i, p.Value)
		}
		status := "CONFIRMED"
		if e.Modality == graph.Planned {
			status = "TENTATIVE"
		}
		if got := text(t, c, ical.PropStatus); got != status {
			t.Errorf("entry %d: status %s, want %s", i, got, status)
		}
	}
}

// TestICSDates checks how dates that are no plain day stand in a calendar.
func TestICSDates(t *testing.T) {
	cases := []struct{ date, start, end, says string }{
		{"2019-12-10", "20191210", "20191211", ""},
		{"2019-12-10~", "20191210", "20191211", " [about 10 December 2019]"},
		{"2017-11", "20171101", "20171201", " [some time in: November 2017]"},
		{"2020", "20200101", "20210101", " [some time in: 2020]"},
		{"2017-09-14/2017-09-15", "20170914", "20170916", " [some time in: 14–15 September 2017]"},
		{"2014-09-05/..", "20140905", "20140906", " [from 5 September 2014]"},
		{"../2014-09", "20140901", "20141001", " [until September 2014]"},
		{"9999", "99990101", "", " [some time in: 9999]"},
	}
	for _, c := range cases {
		t.Run(c.date, func(t *testing.T) {
			var b bytes.Buffer
			event := Event{ID: "event:x", Kind: Start, Round: "round:minsk", Date: graph.EventDate{EDTF: edtf.MustParse(c.date)}}
			if err := Encode(&b, "ics", Options{}, few(event)); err != nil {
				t.Fatal(err)
			}
			entry := readICS(t, b.Bytes()).Children[0]
			end := ""
			if p := entry.Props.Get(ical.PropDateTimeEnd); p != nil {
				end = p.Value
			}
			start, says := entry.Props.Get(ical.PropDateTimeStart).Value, text(t, entry, ical.PropSummary)
			if start != c.start || end != c.end || says != "minsk opens"+c.says {
				t.Errorf("from %s to before %s, %q; want %s, %s, %q", start, end, says, c.start, c.end, "minsk opens"+c.says)
			}
			if got := text(t, entry, "X-PEACETALKS-EDTF"); got != c.date {
				t.Errorf("X-PEACETALKS-EDTF %q, want %q", got, c.date)
			}
		})
	}
}

func TestNoEvents(t *testing.T) {
	want := map[string]func([]byte) bool{
		"json":       func(b []byte) bool { return strings.HasSuffix(string(b), ",\n\"events\":[]}\n") && json.Valid(b) },
		"timelinejs": func(b []byte) bool { tl := readTimelineJS(t, b); return tl.Events != nil && len(tl.Events) == 0 },
		"xlsx":       func(b []byte) bool { return len(readXLSX(t, b)[0].Rows) == 1 },
		"md":         func(b []byte) bool { return string(b) == "# Peace talks\n" },
		"csv":        func(b []byte) bool { return bytes.Count(b, []byte("\n")) == 1 },
		"ics":        func(b []byte) bool { return len(readICS(t, b).Children) == 1 },
		"html": func(b []byte) bool {
			return bytes.Contains(b, []byte("No events.")) && !bytes.Contains(b, []byte("<li"))
		},
		"svg": func(b []byte) bool { return bytes.Contains(b, []byte("No events.")) },
	}
	for _, f := range Formats() {
		var b bytes.Buffer
		if err := Encode(&b, f.Name, Options{}, few()); err != nil || want[f.Name] == nil || !want[f.Name](b.Bytes()) {
			t.Errorf("%s of no events: %q, %v", f.Name, b.Bytes(), err)
		}
	}
}

func TestEncodeErrors(t *testing.T) {
	var unknown *UnknownFormatError
	if err := Encode(io.Discard, "pdf", Options{}, few()); !errors.As(err, &unknown) || !strings.Contains(err.Error(), "json, timelinejs, csv, xlsx, md, ics") {
		t.Errorf("an unknown format: %v, want the formats that there are", err)
	}
	broken := errors.New("broken")
	failing := func(yield func(Event, error) bool) { yield(Event{}, broken) }
	many := func(yield func(Event, error) bool) {
		e := Event{ID: "event:x", Kind: Start, Round: "round:minsk", Date: graph.EventDate{EDTF: edtf.MustParse("2014")}}
		for range 2000 {
			if !yield(e, nil) {
				return
			}
		}
	}
	for _, f := range Formats() {
		if err := Encode(io.Discard, f.Name, Options{}, failing); !errors.Is(err, broken) {
			t.Errorf("%s: an error of the events: %v", f.Name, err)
		}
		if err := Encode(brokenWriter{broken}, f.Name, Options{}, many); !errors.Is(err, broken) {
			t.Errorf("%s: an error of the writer: %v", f.Name, err)
		}
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestFormatOf(t *testing.T) {
	for file, want := range map[string]string{
		"timeline.json": "json", "timeline.timelinejs.json": "timelinejs", "a.csv": "csv", "A.CSV": "csv", "/x/y.ics": "ics", "a.pdf": "", "json": "",
	} {
		if f, ok := FormatOf(file); f.Name != want || ok != (want != "") {
			t.Errorf("FormatOf(%q) = %q, %t, want %q", file, f.Name, ok, want)
		}
	}
}

// few yields events.
func few(events ...Event) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// TestStreams checks that the formats which stream hold little, however many
// events there are: ten times as many need no more memory at once.
func TestStreams(t *testing.T) {
	e := collect(t, sampleStore(t), Filter{})[3]
	for _, f := range Formats() {
		if !f.Streams {
			continue
		}
		most := 0
		pending := 0
		w := writerFunc(func(b []byte) (int, error) { pending = 0; return len(b), nil })
		events := func(yield func(Event, error) bool) {
			for range 3000 {
				pending++
				most = max(most, pending)
				if !yield(e, nil) {
					return
				}
			}
		}
		if err := Encode(w, f.Name, Options{}, events); err != nil {
			t.Fatal(err)
		}
		if most > 200 {
			t.Errorf("%s took %d events before it wrote", f.Name, most)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
