package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
)

var update = flag.Bool("update", false, "write the golden files")

func exported(t *testing.T, s *graph.Store, format string, o export.Options) string {
	t.Helper()
	var b bytes.Buffer
	o.Provenance.Program = "peacetalks v1 (test)"
	if err := export.Export(t.Context(), &b, s, format, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// chosen are the formats of which a part may be chosen.
func chosen() []export.Format {
	return slices.DeleteFunc(export.Formats(), func(f export.Format) bool { return !f.Chooses })
}

// Each format of the sample is as it was. Decisions have ids that depend on
// the clock of the test alone.
func TestGolden(t *testing.T) {
	s := sampleGraph(t)
	for _, f := range chosen() {
		for _, language := range []string{"en", "ar"} {
			if language == "ar" && f.Name != "rows" && f.Name != "gexf" {
				continue // RDF has all languages
			}
			o := export.Options{Language: language}
			if f.Name == "nq" { // which is long
				o.Filter.Round = a15
			}
			got := exported(t, s, f.Name, o)
			file := filepath.Join("testdata", "golden", "sample."+language+f.Extension)
			if *update {
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs: run the test with -update, and read what changed", file)
			}
		}
	}
}

// The same articles in another order give the same bytes.
func TestOrderDoesNotMatter(t *testing.T) {
	rs := sample()
	slices.Reverse(rs)
	one, other := sampleGraph(t), sampleGraph(t, rs...)
	for _, f := range export.Formats() {
		if exported(t, one, f.Name, export.Options{}) != exported(t, other, f.Name, export.Options{}) {
			t.Errorf("%s: the order of the articles shows", f.Name)
		}
	}
}

// Whatever articles say, files are what they seem, and every format is well
// formed.
func TestHostileTextsAreInert(t *testing.T) {
	s := sampleGraph(t)
	for _, f := range chosen() {
		got := exported(t, s, f.Name, export.Options{})
		if !utf8.ValidString(got) {
			t.Errorf("%s: not UTF-8", f.Name)
		}
		for i, r := range got {
			if graph.ChangesDirection(r) || unicode.IsControl(r) && r != '\n' && r != '\r' {
				t.Errorf("%s: %q at %d", f.Name, r, i)
			}
		}
		if strings.Contains(f.Name, "json") || strings.HasPrefix(f.Name, "g") {
			if strings.Contains(got, "<script") {
				t.Errorf("%s: it has an element of an article", f.Name)
			}
		}
		switch f.Name {
		case "rows":
			inertRows(t, got)
		case "graphml", "gexf":
			d := xml.NewDecoder(strings.NewReader(got))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
			}
		case "jsonld":
			if !json.Valid([]byte(got)) {
				t.Error("jsonld: not JSON")
			}
		case "nq":
			for line := range strings.Lines(got) {
				if !strings.HasPrefix(line, "<https://peacetalks.example/id/") || !strings.HasSuffix(line, " .\n") {
					t.Errorf("nq: a line is no statement: %q", line)
				}
			}
		}
	}
}

func inertRows(t *testing.T, got string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v; want the header, two rounds and two meetings", len(rows), err)
	}
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%s: the cell %q is a formula", rows[0][i], cell)
			}
		}
	}
}

// What is chosen is a part of the whole, and something is left out.
func TestChoosing(t *testing.T) {
	s := sampleGraph(t)
	whole := strings.SplitAfter(exported(t, s, "nq", export.Options{}), "\n")
	for _, filter := range []export.Filter{
		{Process: "process:astana", Round: a14}, {Round: a15}, {Process: "process:astana"}, {Round: "round:none"},
	} {
		part := strings.SplitAfter(exported(t, s, "nq", export.Options{Filter: filter}), "\n")
		for _, line := range part {
			if !slices.Contains(whole, line) && !strings.Contains(line, "ns#filter>") {
				t.Errorf("%v: %s is not in the whole", filter, line)
			}
		}
		if len(part) >= len(whole) {
			t.Errorf("%v: %d lines of %d", filter, len(part), len(whole))
		}
		text := strings.Join(part, "")
		if filter.Round != "" && (strings.Contains(text, "id/"+string(a14)+"> <http") != (filter.Round == a14)) {
			t.Errorf("%v: it tells of another round, or not of its own", filter)
		}
		if filter.Round == "round:none" && len(part) != 10 { // what the export is, and the scheme of topics
			t.Errorf("of no round: %d lines:\n%s", len(part), text)
		}
	}
}

// As of a day nothing is told that was reported later.
func TestAsOf(t *testing.T) {
	s := sampleGraph(t)
	o := export.Options{Filter: export.Filter{AsOf: edtf.MustParse("2019-12-11")}}
	for _, f := range chosen() {
		got := exported(t, s, f.Name, o)
		for _, later := range []string{"Other Wire", "December 9", "The Example", "example.net", "2019-12-12"} {
			if strings.Contains(got, later) {
				t.Errorf("%s: %q was reported later", f.Name, later)
			}
		}
		if !strings.Contains(got, "صحيفة المثال") || !strings.Contains(got, "asOf=2019-12-11") {
			t.Errorf("%s: it lacks what was reported, or what was chosen", f.Name)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]string{
		"x.ndjson": "ndjson", "x.rows.csv": "rows", "x.graphml": "graphml", "x.gexf": "gexf", "x.jsonld": "jsonld", "x.ttl": "ttl", "x.nq": "nq",
		"x.ontology.ttl": "ontology", "x.shapes.ttl": "shapes", "x.csv": "", "X.TTL": "ttl", "x": "",
	} {
		if f, _ := export.FormatOf(name); f.Name != want {
			t.Errorf("%s: got %q, want %q", name, f.Name, want)
		}
	}
	var unknown *export.UnknownFormatError
	if err := export.Export(t.Context(), io.Discard, nil, "docx", export.Options{}); !errors.As(err, &unknown) || !strings.Contains(err.Error(), "gexf") {
		t.Errorf("got %v, want the formats that there are", err)
	}
}

// Every export says what it was made of.
func TestProvenance(t *testing.T) {
	s := sampleGraph(t)
	info, err := s.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range chosen() {
		got := exported(t, s, f.Name, export.Options{Filter: export.Filter{Round: a14}})
		for _, want := range []string{info.Snapshot, "words-1", "peacetalks v1 (test)", "round=astana-14"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: it lacks %q", f.Name, want)
			}
		}
	}
}
