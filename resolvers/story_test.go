package resolvers

import (
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A story is a reading in the making: an article and what it says.
type story struct {
	t       *testing.T
	reading graph.Reading
}

// tell begins an article with a headline, an outlet, a day and a text.
func tell(t *testing.T, title, source, language, published, text string) *story {
	t.Helper()
	a := graph.Article{Title: title, Source: source, Language: language, Text: text}
	if published != "" {
		a.Published = edtf.MustParse(published)
	}
	a.ID = graph.ArticleID(a)
	return &story{t, graph.Reading{Article: a, Extractor: "test", Terms: strings.Fields(strings.ToLower(text))}}
}

// says adds a claim that a quote states as something that happened.
func (s *story) says(quote string, subject graph.ID, p graph.Predicate, object any) *story {
	s.t.Helper()
	return s.puts(graph.Happened, "", quote, subject, p, object)
}

// puts adds a claim in a modality, with who is cited for it.
func (s *story) puts(m graph.Modality, citing, quote string, subject graph.ID, p graph.Predicate, object any) *story {
	s.t.Helper()
	start := strings.Index(s.reading.Article.Text, quote)
	if start < 0 {
		s.t.Fatalf("%q is not in the article", quote)
	}
	c := graph.Claim{Subject: subject, Predicate: p}
	switch o := object.(type) {
	case graph.ID:
		c.Object.Entity = o
	case edtf.Date:
		c.Object.Date = o
	case int:
		c.Object.Number = o
	case string:
		c.Object.Text = o
	case graph.Object:
		c.Object = o
	default:
		s.t.Fatalf("no object: %T", object)
	}
	s.reading.Claims = append(s.reading.Claims, graph.Supported{Claim: c, Evidence: []graph.Evidence{{
		Article: s.reading.Article.ID, Rule: "test/rule", Modality: m, Citing: citing, Confidence: 0.9, Reported: s.reading.Article.Published,
		Spans: []graph.Span{{Start: start, End: start + len(quote), Quote: quote}},
	}}})
	return s
}

func in(language, text string) graph.Object { return graph.Object{Text: text, Language: language} }

const astana14 = graph.ID("round:astana-14")

// arabic is an article on Astana 14 with a character beyond the first plane of
// Unicode in its first line, so that bytes, characters and UTF-16 code units
// all differ.
func arabic(t *testing.T) *story {
	return tell(t, "محادثات أستانا", "وكالة", "ar", "2019-12-10", "🕊 محادثات\n"+
		"انطلقت الثلاثاء في نور سلطان الجولة الرابعة عشرة من محادثات أستانا. "+
		"والدول الضامنة هي روسيا وتركيا وإيران. "+
		"يرأس الوفد التركي نائب وزير الخارجية سيدات أونال. "+
		"وتبحث الجولة وقف إطلاق النار. "+
		"والتقى الوفدان الروسي والإيراني. "+
		"قال أونال: نريد حلا سياسيا. "+
		"وأعلن مكان الجولة المقبلة.").
		says("الجولة الرابعة عشرة من محادثات أستانا", astana14, graph.PredProcess, graph.ID("process:astana")).
		says("الرابعة عشرة", astana14, graph.PredNumber, 14).
		says("انطلقت الثلاثاء", astana14, graph.PredStart, edtf.MustParse("2019-12-10")).
		says("في نور سلطان", astana14, graph.PredVenue, graph.ID("place:nur-sultan")).
		says("انطلقت", astana14, graph.PredStatus, "underway").
		says("والدول الضامنة هي روسيا", astana14, graph.PredGuarantor, graph.ID("party:russia")).
		says("الضامنة هي روسيا وتركيا", astana14, graph.PredGuarantor, graph.ID("party:turkey")).
		says("روسيا وتركيا وإيران", astana14, graph.PredGuarantor, graph.ID("party:iran")).
		says("الوفد التركي", astana14, graph.PredDelegation, graph.ID("delegation:astana-14/turkey")).
		says("يرأس الوفد التركي نائب وزير الخارجية سيدات أونال", "delegation:astana-14/turkey", graph.PredHead, graph.ID("person:sedat-onal")).
		says("نائب وزير الخارجية", "person:sedat-onal", graph.PredTitle, in("ar", "نائب وزير الخارجية")).
		says("سيدات أونال", "person:sedat-onal", graph.PredName, in("ar", "سيدات أونال")).
		says("وتبحث الجولة وقف إطلاق النار", astana14, graph.PredAgenda, graph.ID("agenda:astana-14/ceasefire")).
		says("وقف إطلاق النار", "agenda:astana-14/ceasefire", graph.PredText, in("ar", "وقف إطلاق النار")).
		says("والتقى الوفدان الروسي والإيراني", astana14, graph.PredMeeting, graph.ID("meeting:astana-14/iran+russia")).
		puts(graph.Happened, "TASS", "قال أونال: نريد حلا سياسيا", astana14, graph.PredStatement, graph.ID("statement:s1")).
		puts(graph.Happened, "TASS", "قال أونال", "statement:s1", graph.PredSpeaker, graph.ID("person:sedat-onal")).
		puts(graph.Happened, "TASS", "نريد حلا سياسيا", "statement:s1", graph.PredText, in("ar", "نريد حلا سياسيا")).
		says("أونال: نريد", "statement:s1", graph.PredManner, "direct").
		says("وأعلن مكان الجولة المقبلة", astana14, graph.PredOutcome, graph.ID("outcome:o1")).
		says("مكان الجولة المقبلة", "outcome:o1", graph.PredKind, "next-round-set")
}

// english is a later article that disagrees on the first day and on Iran, and
// knows that the round is over.
func english(t *testing.T) *story {
	return tell(t, "Astana talks end", "Agency", "en", "2019-12-12",
		"The 14th Astana round, which opened on 11 December 2019, has concluded. Iran is not a guarantor. "+
			"Sedat Onal, deputy foreign minister, led the Turkish delegation. Iraq attended as an observer. The 13th Astana round was in August.").
		says("14th Astana round", astana14, graph.PredProcess, graph.ID("process:astana")).
		says("14th", astana14, graph.PredNumber, 14).
		says("opened on 11 December 2019", astana14, graph.PredStart, edtf.MustParse("2019-12-11")).
		says("has concluded", astana14, graph.PredStatus, "concluded").
		puts(graph.Denied, "", "Iran is not a guarantor", astana14, graph.PredGuarantor, graph.ID("party:iran")).
		says("led the Turkish delegation", astana14, graph.PredDelegation, graph.ID("delegation:astana-14/turkey")).
		says("Sedat Onal, deputy foreign minister, led", "delegation:astana-14/turkey", graph.PredHead, graph.ID("person:sedat-onal")).
		says("deputy foreign minister", "person:sedat-onal", graph.PredTitle, in("en", "deputy foreign minister")).
		says("Sedat Onal", "person:sedat-onal", graph.PredName, in("en", "Sedat Onal")).
		says("Iraq attended as an observer", astana14, graph.PredObserver, graph.ID("party:iraq")).
		says("13th Astana round", "round:astana-13", graph.PredProcess, graph.ID("process:astana")).
		says("13th", "round:astana-13", graph.PredNumber, 13).
		says("August", "round:astana-13", graph.PredStart, edtf.MustParse("2019-08"))
}

// vocabulary labels some of what the stories name.
func vocabulary() graph.Vocabulary {
	label := func(en, ar string) map[string]string { return map[string]string{"en": en, "ar": ar} }
	return graph.Vocabulary{Version: "test", Terms: map[graph.ID]graph.Term{
		"process:astana":  {Labels: label("Astana", "أستانا")},
		"party:turkey":    {Labels: label("Turkey", "تركيا"), Kind: "state"},
		"party:russia":    {Labels: label("Russia", "روسيا"), Kind: "state"},
		"party:iran":      {Labels: label("Iran", "إيران"), Kind: "state"},
		"topic:ceasefire": {Labels: label("Ceasefire", "وقف إطلاق النار"), Broader: "topic:security"},
		"topic:security":  {Labels: label("Security", "الأمن")},
		"place:nur-sultan": {Labels: label("Astana", "أستانا"), Country: "party:kazakhstan", Names: []graph.DatedLabel{
			{Labels: label("Nur-Sultan", "نور سلطان"), Since: "2019-03-23", Until: "2022-09-16"},
		}},
	}}
}

// open makes a graph of stories.
func open(t *testing.T, stories ...*story) *graph.Store {
	t.Helper()
	store, err := graph.Open(t.TempDir(), graph.Options{Extractor: "test", Vocabulary: vocabulary()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	readings := make([]graph.Reading, len(stories))
	for i, s := range stories {
		readings[i] = s.reading
	}
	if _, err := store.PutAll(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return store
}
