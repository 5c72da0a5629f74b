// Package webtest has the graph that tests of pages are served from: a harmless
// article in Arabic, and one whose every text is an attack. It is for tests
// only.
package webtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// HostileName would do harm in a page that does not escape it.
const HostileName = "\"><script>alert(1)</script><img src=x onerror=alert(2)>\u202Egnp"

// Reading is an article with a passage for each claim.
func Reading(t *testing.T, a graph.Article, claims ...graph.Claim) graph.Reading {
	t.Helper()
	r := graph.Reading{Article: a, Extractor: "test"}
	var spans []graph.Span
	for i, c := range claims {
		quote := fmt.Sprintf("%s %d: %s %s.", a.Text, i, c.Predicate, c.Object.Canonical())
		start := len(r.Article.Text)
		r.Article.Text += quote
		spans = append(spans, graph.Span{Start: start, End: start + len(quote), Quote: quote})
		r.Article.Text += "\n"
	}
	r.Article.ID = graph.ArticleID(r.Article)
	for i, c := range claims {
		r.Claims = append(r.Claims, graph.Supported{Claim: c, Evidence: []graph.Evidence{{
			Article: r.Article.ID, Spans: spans[i : i+1], Rule: "test", Modality: graph.Happened,
			Basis: "as written", Confidence: 1, Reported: a.Published,
		}}})
	}
	slices.SortFunc(r.Claims, func(a, b graph.Supported) int { return strings.Compare(string(a.Claim.ID()), string(b.Claim.ID())) })
	return r
}

// Store is a graph of both articles, and of others that a test needs.
func Store(t *testing.T, more ...graph.Reading) *graph.Store {
	t.Helper()
	s, err := graph.Open(t.TempDir(), graph.Options{BlockCache: 1 << 20, Vocabulary: graph.Vocabulary{Version: "test", Terms: map[graph.ID]graph.Term{
		"process:astana":   {Labels: map[string]string{"en": "Astana", "ar": "أستانة"}},
		"place:nur-sultan": {Labels: map[string]string{"en": "Nur-Sultan", "ar": "نور سلطان"}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	entity := func(id graph.ID) graph.Object { return graph.Object{Entity: id} }
	day := func(d string) graph.Object { return graph.Object{Date: edtf.MustParse(d)} }
	bad := graph.HashID("statement", "bad")
	readings := append(more,
		Reading(t, graph.Article{
			URL: "https://example.org/a14?x=1&y=2", Title: "انطلاق أستانة", Source: "صحيفة المثال", Language: "ar",
			Published: edtf.MustParse("2019-12-10"), Text: "بدأت الجولة",
		},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredProcess, Object: entity("process:astana")},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredNumber, Object: graph.Object{Number: 14}},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredStart, Object: day("2019-12-10")},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredEnd, Object: day("2019-12-11")},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredVenue, Object: entity("place:nur-sultan")},
		),
		Reading(t, graph.Article{
			URL: "javascript:alert(3)", Title: HostileName, Source: HostileName, Language: "en\" onmouseover=\"alert(4)",
			Published: edtf.MustParse("2020-01-01"), Text: "\u202E" + HostileName,
		},
			graph.Claim{Subject: "round:evil-1", Predicate: graph.PredProcess, Object: entity("process:evil")},
			graph.Claim{Subject: "process:evil", Predicate: graph.PredName, Object: graph.Object{Text: HostileName, Language: "en"}},
			graph.Claim{Subject: "round:evil-1", Predicate: graph.PredStart, Object: day("2020-01")},
			graph.Claim{Subject: "round:evil-1", Predicate: graph.PredStatement, Object: entity(bad)},
			graph.Claim{Subject: bad, Predicate: graph.PredSpeaker, Object: entity("person:evil")},
			graph.Claim{Subject: bad, Predicate: graph.PredText, Object: graph.Object{Text: HostileName, Language: "en"}},
			graph.Claim{Subject: bad, Predicate: graph.PredDate, Object: day("2020-01-02")},
			graph.Claim{Subject: "person:evil", Predicate: graph.PredName, Object: graph.Object{Text: HostileName, Language: "en"}},
		))
	if _, err := s.PutAll(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return s
}
