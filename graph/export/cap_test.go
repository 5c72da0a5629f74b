package export

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"peacetalks/graph"
)

// What holds the graph refuses more than its cap, before it writes anything.
func TestCaps(t *testing.T) {
	s, err := graph.Open(t.TempDir(), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := graph.Article{Title: "Talks", Language: "en", Text: "Russia and Iran."}
	a.ID = graph.ArticleID(a)
	r := graph.Reading{Article: a, Extractor: "digest"}
	claim := graph.Claim{Subject: "round:talks-1", Predicate: graph.PredGuarantor, Object: graph.Object{Entity: "party:iran"}}
	r.Claims = []graph.Supported{{Claim: claim, Evidence: []graph.Evidence{{
		Article: a.ID, Rule: "r", Modality: graph.Happened, Confidence: 1, Spans: []graph.Span{{Start: 0, End: 6, Quote: "Russia"}},
	}}}}
	if _, err := s.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if _, err := newNetwork(t.Context(), s, "gexf", 3, Options{}); err != nil {
		t.Errorf("two nodes and an edge: %v", err)
	}
	if err := fewClaims(t.Context(), s, 1, Options{}); err != nil {
		t.Errorf("one claim: %v", err)
	}
	var capped *graph.CapError
	if _, err := newNetwork(t.Context(), s, "gexf", 2, Options{}); !errors.As(err, &capped) || !strings.Contains(err.Error(), "gexf holds 2 nodes and edges at most") {
		t.Errorf("got %v, want a refusal", err)
	}
	if err := fewClaims(t.Context(), s, 0, Options{}); !errors.As(err, &capped) || !strings.Contains(err.Error(), "claims") {
		t.Errorf("got %v, want a refusal", err)
	}
	for _, f := range Formats() {
		if f.Streams == (f.Cap > 0) {
			t.Errorf("%s streams: %v, with the cap %d", f.Name, f.Streams, f.Cap)
		}
		if digits := strings.ReplaceAll(f.Summary, ",", ""); f.Cap > 0 && !strings.Contains(digits, "up to "+strconv.Itoa(f.Cap)+" ") {
			t.Errorf("%s does not say its cap, %d: %s", f.Name, f.Cap, f.Summary)
		}
	}
}

func TestEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"round:astana-14": "round:astana-14", "a b<c>\"`^{|}\\": "a%20b%3Cc%3E%22%60%5E%7B%7C%7D%5C", "person:o'neill": "person:o'neill",
		"topic:وقف": "topic:وقف", "x#y?z%": "x%23y%3Fz%25", "x\u202Ey\u200C": "x%E2%80%AEy%E2%80%8C", "[": "%5B",
	} {
		if got := escapeIRI(in); got != want {
			t.Errorf("escapeIRI(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"id:round:astana-14": "id:round:astana-14", "id:meeting:a-1/iran+russia@2019": `id:meeting:a-1\/iran\+russia\@2019`, "id:person:o'neill": `id:person:o\'neill`,
		"id:topic:وقف": "<https://peacetalks.example/id/topic:وقف>", "id:-a": "<https://peacetalks.example/id/-a>", "id:a%20b": "id:a%20b", "id:a.": `id:a\.`,
	} {
		if got := string(appendName(nil, in)); got != want {
			t.Errorf("appendName(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"a\"\\\n\r\t\b\f": `"a\"\\\n\r\t\b\f"`, "\x00\x1F\x7F\v": `"\u0000\u001F\u007F\u000B"`, "\u202E\uFFFF": `"\u202E\uFFFF"`, "é🕊": `"é🕊"`,
	} {
		if got := string(appendString(nil, in)); got != want {
			t.Errorf("appendString(%q) = %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"meeting:a-1/iran+russia@2019": "meeting:a-1·iran..russia·40·2019", "person:o'neill": "person:o·27·neill", "topic:وقف": "topic:وقف", "a.b": "a·2E·b"} {
		if got := nameToken(in); got != want {
			t.Errorf("nameToken(%q) = %q, want %q", in, got, want)
		}
	}
}
