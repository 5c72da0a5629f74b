package pages

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/server/web/layout"
)

// hostile would do harm in a page that does not escape it.
const hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>\u202Egnp"

// A sentence is a claim as an article of the tests says it: with the sentence.
type sentence struct {
	quote     string
	subject   graph.ID
	predicate graph.Predicate
	object    graph.Object
	modality  graph.Modality // empty: happened
}

func entity(id graph.ID) graph.Object { return graph.Object{Entity: id} }
func day(d string) graph.Object       { return graph.Object{Date: edtf.MustParse(d)} }

// reading is an article made of sentences, each of which says something.
// Sentences that are the same stand there once.
func reading(a graph.Article, all ...sentence) graph.Reading {
	r := graph.Reading{Extractor: "test"}
	spans := map[string]graph.Span{}
	var text strings.Builder
	for _, s := range all {
		if _, ok := spans[s.quote]; !ok {
			spans[s.quote] = graph.Span{Start: text.Len(), End: text.Len() + len(s.quote), Quote: s.quote}
			text.WriteString(s.quote + "\n\n")
		}
	}
	a.Text = text.String()
	a.ID = graph.ArticleID(a)
	r.Article = a
	r.Terms = strings.Fields(strings.ToLower(strings.NewReplacer(".", " ").Replace(a.Title + " " + a.Text)))
	slices.Sort(r.Terms)
	r.Terms = slices.Compact(r.Terms)
	for _, s := range all {
		modality := s.modality
		if modality == "" {
			modality = graph.Happened
		}
		r.Claims = append(r.Claims, graph.Supported{
			Claim: graph.Claim{Subject: s.subject, Predicate: s.predicate, Object: s.object},
			Evidence: []graph.Evidence{{
				Article: a.ID, Spans: []graph.Span{spans[s.quote]}, Rule: "test.rule", Modality: modality,
				Basis: "as written", Confidence: 0.9, Reported: a.Published,
			}},
		})
	}
	slices.SortFunc(r.Claims, func(a, b graph.Supported) int { return strings.Compare(string(a.Claim.ID()), string(b.Claim.ID())) })
	return r
}

// vocabulary labels what the tests' articles name.
var vocabulary = graph.Vocabulary{Version: "test", Terms: map[graph.ID]graph.Term{
	"process:astana":    {Labels: map[string]string{"en": "Astana", "ar": "أستانة", "ru": "Астана"}},
	"place:nur-sultan":  {Labels: map[string]string{"en": "Nur-Sultan", "ar": "نور سلطان"}, Country: "party:kazakhstan"},
	"party:turkey":      {Labels: map[string]string{"en": "Türkiye", "ar": "تركيا"}, Kind: "state"},
	"party:russia":      {Labels: map[string]string{"en": "Russia", "ar": "روسيا"}, Kind: "state"},
	"party:kazakhstan":  {Labels: map[string]string{"en": "Kazakhstan", "ar": "كازاخستان"}, Kind: "state"},
	"topic:ceasefire":   {Labels: map[string]string{"en": "ceasefire", "ar": "وقف إطلاق النار"}},
	"person:sedat-onal": {Labels: map[string]string{"en": "Sedat Onal", "ar": "سيدات أونال"}},
}}

var statement = graph.HashID("statement", "onal")

// closing and denial are two articles that do not agree.
var (
	closing = reading(graph.Article{
		URL: "https://example.org/a14?x=1&y=2", Title: "اختتام أستانة 14", Source: "صحيفة المثال", Language: "ar", Published: edtf.MustParse("2019-12-11"),
	},
		sentence{"بدأت الجولة الرابعة عشرة في نور سلطان.", "round:astana-14", graph.PredProcess, entity("process:astana"), ""},
		sentence{"بدأت الجولة الرابعة عشرة في نور سلطان.", "round:astana-14", graph.PredNumber, graph.Object{Number: 14}, ""},
		sentence{"بدأت الجولة الرابعة عشرة في نور سلطان.", "round:astana-14", graph.PredVenue, entity("place:nur-sultan"), ""},
		sentence{"وذلك الثلاثاء 10 كانون الأول.", "round:astana-14", graph.PredStart, day("2019-12-10"), ""},
		sentence{"واختتمت الأربعاء.", "round:astana-14", graph.PredEnd, day("2019-12-11"), ""},
		sentence{"برعاية تركيا وروسيا.", "round:astana-14", graph.PredGuarantor, entity("party:turkey"), ""},
		sentence{"برعاية تركيا وروسيا.", "round:astana-14", graph.PredGuarantor, entity("party:russia"), ""},
		sentence{"قاد الوفد التركي نائب وزير الخارجية سيدات أونال.", "round:astana-14", graph.PredDelegation, entity("delegation:astana-14/turkey"), ""},
		sentence{"قاد الوفد التركي نائب وزير الخارجية سيدات أونال.", "delegation:astana-14/turkey", graph.PredHead, entity("person:sedat-onal"), ""},
		sentence{"قاد الوفد التركي نائب وزير الخارجية سيدات أونال.", "person:sedat-onal", graph.PredTitle, graph.Object{Text: "نائب وزير الخارجية", Language: "ar"}, ""},
		sentence{"وبحثت وقف إطلاق النار.", "round:astana-14", graph.PredAgenda, entity("agenda:astana-14/ceasefire"), ""},
		sentence{"والتقى الوفدان الروسي والتركي.", "round:astana-14", graph.PredMeeting, entity("meeting:astana-14/russia+turkey"), ""},
		sentence{"وقال أونال إن العمل مستمر.", "round:astana-14", graph.PredStatement, entity(statement), ""},
		sentence{"وقال أونال إن العمل مستمر.", statement, graph.PredSpeaker, entity("person:sedat-onal"), ""},
		sentence{"وقال أونال إن العمل مستمر.", statement, graph.PredText, graph.Object{Text: "العمل مستمر", Language: "ar"}, ""},
		sentence{"وصدر بيان مشترك.", "round:astana-14", graph.PredOutcome, entity(outcome), ""},
		sentence{"وصدر بيان مشترك.", outcome, graph.PredKind, graph.Object{Text: "joint-statement"}, ""},
		sentence{"وستُعقد الجولة المقبلة في آذار.", "round:astana-15", graph.PredProcess, entity("process:astana"), graph.Planned},
		sentence{"وستُعقد الجولة المقبلة في آذار.", "round:astana-15", graph.PredNumber, graph.Object{Number: 15}, graph.Planned},
		sentence{"وستُعقد الجولة المقبلة في آذار.", "round:astana-15", graph.PredStart, day("2020-03"), graph.Planned},
	)
	denying = reading(graph.Article{
		URL: "https://example.com/b", Title: "Astana 14 ends", Source: "The Example", Language: "en", Published: edtf.MustParse("2019-12-12"),
	},
		sentence{"The round began on 9 December.", "round:astana-14", graph.PredStart, day("2019-12-09"), ""},
		sentence{"The round began on 9 December.", "round:astana-14", graph.PredProcess, entity("process:astana"), ""},
		sentence{"The Turkish and Russian delegations did not meet.", "round:astana-14", graph.PredMeeting, entity("meeting:astana-14/russia+turkey"), graph.Denied},
		sentence{"S. Onal sat beside the Turkish delegation's head.", "delegation:astana-14/turkey", graph.PredMember, entity("person:s-onal"), ""},
	)
	outcome = graph.HashID("outcome", "14")
)

// open is a graph of some articles.
func open(t *testing.T, readings ...graph.Reading) *graph.Store {
	t.Helper()
	s, err := graph.Open(t.TempDir(), graph.Options{Vocabulary: vocabulary})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := s.PutAll(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return s
}

// A web serves the pages of a graph.
type web struct {
	t   *testing.T
	mux *http.ServeMux
}

func serve(t *testing.T, store *graph.Store) web {
	t.Helper()
	frame, err := layout.New(store, "peacetalks test", nil)
	if err != nil {
		t.Fatal(err)
	}
	routes, err := New(frame, store)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range routes {
		mux.Handle(pattern, h)
	}
	return web{t, mux}
}

// A reply is an answer, read as a browser would.
type reply struct {
	*http.Response
	body string
	doc  *html.Node
}

func (w web) get(target string) reply {
	w.t.Helper()
	rec := httptest.NewRecorder()
	w.mux.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, target, nil))
	r := rec.Result()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(string(b)))
	if err != nil {
		w.t.Fatal(err)
	}
	return reply{r, string(b), doc}
}
