package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

// hostileName would do harm in a page that does not escape it.
const hostileName = "\"><script>alert(1)</script><img src=x onerror=alert(2)>\u202Egnp"

// timelineReading is an article with a passage for each claim.
func timelineReading(t *testing.T, a graph.Article, claims ...graph.Claim) graph.Reading {
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

// timelineStore is a graph of a harmless article in Arabic and a hostile one.
func timelineStore(t *testing.T, more ...graph.Reading) *graph.Store {
	t.Helper()
	s, err := graph.Open(t.TempDir(), graph.Options{Vocabulary: graph.Vocabulary{Version: "test", Terms: map[graph.ID]graph.Term{
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
		timelineReading(t, graph.Article{
			URL: "https://example.org/a14?x=1&y=2", Title: "انطلاق أستانة", Source: "صحيفة المثال", Language: "ar",
			Published: edtf.MustParse("2019-12-10"), Text: "بدأت الجولة",
		},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredProcess, Object: entity("process:astana")},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredNumber, Object: graph.Object{Number: 14}},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredStart, Object: day("2019-12-10")},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredEnd, Object: day("2019-12-11")},
			graph.Claim{Subject: "round:astana-14", Predicate: graph.PredVenue, Object: entity("place:nur-sultan")},
		),
		timelineReading(t, graph.Article{
			URL: "javascript:alert(3)", Title: hostileName, Source: hostileName, Language: "en\" onmouseover=\"alert(4)",
			Published: edtf.MustParse("2020-01-01"), Text: "\u202E" + hostileName,
		},
			graph.Claim{Subject: "round:evil-1", Predicate: graph.PredProcess, Object: entity("process:evil")},
			graph.Claim{Subject: "process:evil", Predicate: graph.PredName, Object: graph.Object{Text: hostileName, Language: "en"}},
			graph.Claim{Subject: "round:evil-1", Predicate: graph.PredStart, Object: day("2020-01")},
			graph.Claim{Subject: "round:evil-1", Predicate: graph.PredStatement, Object: entity(bad)},
			graph.Claim{Subject: bad, Predicate: graph.PredSpeaker, Object: entity("person:evil")},
			graph.Claim{Subject: bad, Predicate: graph.PredText, Object: graph.Object{Text: hostileName, Language: "en"}},
			graph.Claim{Subject: bad, Predicate: graph.PredDate, Object: day("2020-01-02")},
			graph.Claim{Subject: "person:evil", Predicate: graph.PredName, Object: graph.Object{Text: hostileName, Language: "en"}},
		))
	if _, err := s.PutAll(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	return s
}

// timelineGet asks for a page and reads it as a browser would.
func timelineGet(t *testing.T, s *graph.Store, query string) (*http.Response, string, *html.Node) {
	t.Helper()
	w := httptest.NewRecorder()
	NewTimeline(s).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/timeline?"+query, nil))
	r := w.Result()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return r, string(b), doc
}

// elements lists the elements of a name.
func elements(doc *html.Node, name string) []*html.Node {
	var found []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func headings(doc *html.Node) []string {
	var titles []string
	for _, n := range elements(doc, "h4") {
		titles = append(titles, words(n))
	}
	return titles
}

func TestTimelinePage(t *testing.T) {
	s := timelineStore(t)
	cases := []struct {
		name, query, direction string
		titles                 []string
	}{
		{"English", "process=astana", "ltr", []string{"Astana 14 opens in Nur-Sultan", "Astana 14 ends"}},
		{"Arabic", "process=astana&language=ar", "rtl", []string{"انطلاق أستانة 14 في نور سلطان", "اختتام أستانة 14"}},
		{"a language that the page does not speak", "process=astana&language=xx", "ltr", []string{"Astana 14 opens in Nur-Sultan", "Astana 14 ends"}},
		{"empty fields, as the form sends them", "process=astana&party=&person=&from=&to=&language=en", "ltr", []string{"Astana 14 opens in Nur-Sultan", "Astana 14 ends"}},
		{"from a day", "from=2019-12-11&to=2019-12-31", "ltr", []string{"Astana 14 ends"}},
		{"a kind", "kind=START&round=astana-14", "ltr", []string{"Astana 14 opens in Nur-Sultan"}},
		{"nothing", "process=geneva", "ltr", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, _, doc := timelineGet(t, s, c.query)
			if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
				t.Errorf("status %d, type %q", r.StatusCode, r.Header.Get("Content-Type"))
			}
			root := elements(doc, "html")[0]
			if got := attribute(root, "dir"); got != c.direction || attribute(root, "lang") != r.Header.Get("Content-Language") {
				t.Errorf("direction %s, want %s; language %s, in the header %s", got, c.direction, attribute(root, "lang"), r.Header.Get("Content-Language"))
			}
			if got := headings(doc); !slices.Equal(got, c.titles) {
				t.Errorf("titles %q, want %q", got, c.titles)
			}
			if got := len(elements(doc, "svg")); got != min(1, len(c.titles)) {
				t.Errorf("%d charts for %d events", got, len(c.titles))
			}
		})
	}
}

func TestTimelinePassages(t *testing.T) {
	_, _, doc := timelineGet(t, timelineStore(t), "round=astana-14&kind=START")
	quotes := elements(doc, "blockquote")
	if len(quotes) != 2 { // the date and the venue
		t.Fatalf("%d passages, want 2", len(quotes))
	}
	for _, q := range quotes {
		if attribute(q, "dir") != "auto" || attribute(q, "lang") != "ar" || !strings.HasPrefix(words(q), "بدأت الجولة") {
			t.Errorf("passage %q, dir %q, lang %q", words(q), attribute(q, "dir"), attribute(q, "lang"))
		}
	}
	source := elements(doc, "figcaption")[0]
	if got, want := words(source), "صحيفة المثال, انطلاق أستانة, 10 December 2019"; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
	if got := attribute(elements(source, "a")[0], "href"); got != "https://example.org/a14?x=1&y=2" {
		t.Errorf("link to the article: %q", got)
	}
}

// TestTimelineHeaders checks that the page may do nothing but show itself.
func TestTimelineHeaders(t *testing.T) {
	r, _, _ := timelineGet(t, timelineStore(t), "")
	policy := r.Header.Get("Content-Security-Policy")
	for _, part := range []string{"default-src 'none'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy %q lacks %q", policy, part)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "script-src") {
		t.Errorf("the policy %q lets scripts or inline styles in", policy)
	}
	if r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("headers %v", r.Header)
	}
}

// TestTimelineHostileNames reads the page of a hostile article as a browser
// would: what the article says must come out as text, and only as text.
func TestTimelineHostileNames(t *testing.T) {
	for _, query := range []string{"", "language=ar", "process=evil&person=evil", url.Values{"from": {hostileName}}.Encode(), url.Values{"process": {hostileName}, "topic": {hostileName}, "language": {hostileName}}.Encode()} {
		_, body, doc := timelineGet(t, timelineStore(t), query)
		if strings.Contains(body, "\u202E") {
			t.Errorf("%q: the page holds a character that turns the direction of text round", query)
		}
		if n := len(elements(doc, "script")) + len(elements(doc, "img")) + len(elements(doc, "style")) + len(elements(doc, "iframe")); n != 0 {
			t.Errorf("%q: %d elements that are not the page's", query, n)
		}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on") || a.Key == "style":
					t.Errorf("%q: the attribute %s=%q", query, a.Key, a.Val)
				case a.Key == "href" && strings.Contains(strings.ToLower(a.Val), "javascript:"):
					t.Errorf("%q: a link to %q", query, a.Val)
				case a.Key == "src":
					t.Errorf("%q: something is fetched from %q", query, a.Val)
				}
			}
		}
	}
	_, _, doc := timelineGet(t, timelineStore(t), "process=evil")
	want := []string{timeline.Plain(hostileName) + " 1 opens", "Statement by " + timeline.Plain(hostileName) + " (" + timeline.Plain(hostileName) + " 1)"}
	if got := headings(doc); !slices.Equal(got, want) {
		t.Errorf("titles %q, want the hostile name as text: %q", got, want)
	}
}

// TestTimelineFetchesNothingElse checks that all that a browser loads by
// itself comes from this server.
func TestTimelineFetchesNothingElse(t *testing.T) {
	_, _, doc := timelineGet(t, timelineStore(t), "")
	links := elements(doc, "link")
	if len(links) == 0 {
		t.Fatal("no style sheet")
	}
	for _, l := range links {
		if href := attribute(l, "href"); href != "timeline.css" && href != "data:," {
			t.Errorf("the page loads %q", href)
		}
	}
	w := httptest.NewRecorder()
	NewTimeline(timelineStore(t)).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/timeline.css", nil))
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/css; charset=utf-8" || w.Body.Len() == 0 {
		t.Errorf("the style sheet: %d, %q, %d bytes", w.Code, w.Header().Get("Content-Type"), w.Body.Len())
	}
	if css := w.Body.String(); strings.Contains(css, "url(") || strings.Contains(css, "@import") {
		t.Error("the style sheet loads something")
	}
}

func TestTimelineRefusesFilters(t *testing.T) {
	s := timelineStore(t)
	for query, says := range map[string]string{
		"from=soon": `from "soon"`, "kind=PARTY": "no such kind", "process=party:turkey": "not the id of a process",
		"page=0": "no such page", "page=x": "no such page", "page=999999999999": "no such page",
	} {
		r, _, doc := timelineGet(t, s, query)
		alert := ""
		for _, p := range elements(doc, "p") {
			if attribute(p, "role") == "alert" {
				alert = words(p)
			}
		}
		if r.StatusCode != http.StatusBadRequest || !strings.Contains(alert, says) || len(elements(doc, "form")) != 1 {
			t.Errorf("%s: status %d, says %q, want %q and the form", query, r.StatusCode, alert, says)
		}
	}
}

// TestTimelineKeepsTheFilter checks that the form, the exports and the links
// to other pages have what was asked for.
func TestTimelineKeepsTheFilter(t *testing.T) {
	_, _, doc := timelineGet(t, timelineStore(t), "round=astana-14&kind=START&kind=END&from=2019&asOf=2020&language=ar")
	exports := 0
	for _, a := range elements(doc, "a") {
		link, err := url.Parse(attribute(a, "href"))
		if err != nil {
			t.Fatal(err)
		}
		name, ok := strings.CutPrefix(link.Path, "export/")
		if !ok {
			continue
		}
		exports++
		if _, ok := timeline.FormatOf(name); !ok {
			t.Errorf("no format writes %q", name)
		}
		f, err := timeline.ParseFilter(link.Query())
		if err != nil || f.Round != "round:astana-14" || len(f.Kinds) != 2 || f.From.String() != "2019" || f.AsOf.String() != "2020" || link.Query().Get("language") != "ar" {
			t.Errorf("the export %s has the filter %+v, %v", link, f, err)
		}
	}
	if exports != len(timeline.Formats()) {
		t.Errorf("%d exports, want %d", exports, len(timeline.Formats()))
	}
	sent := url.Values{}
	for _, in := range elements(doc, "input") {
		boxed := attribute(in, "type") == "checkbox" && !slices.ContainsFunc(in.Attr, func(a html.Attribute) bool { return a.Key == "checked" })
		if v := attribute(in, "value"); v != "" && !boxed {
			sent.Add(attribute(in, "name"), v)
		}
	}
	if got, want := sent.Encode(), "asOf=2020&from=2019-01-01&kind=START&kind=END&round=astana-14"; got != want {
		t.Errorf("the form sends %s, want %s", got, want)
	}
}

// TestTimelinePages walks through more events than one page shows.
func TestTimelinePages(t *testing.T) {
	var claims []graph.Claim
	const rounds = pageEvents + 30
	for i := range rounds {
		id := graph.MakeID("round", fmt.Sprintf("long-%d", i+1))
		claims = append(claims,
			graph.Claim{Subject: id, Predicate: graph.PredProcess, Object: graph.Object{Entity: "process:long"}},
			graph.Claim{Subject: id, Predicate: graph.PredStart, Object: graph.Object{Date: edtf.Of(1700+i, 1, 1)}})
	}
	s := timelineStore(t, timelineReading(t, graph.Article{Text: "long", Published: edtf.MustParse("2000")}, claims...))
	_, _, first := timelineGet(t, s, "process=long")
	next := ""
	for _, a := range elements(first, "a") {
		if attribute(a, "rel") == "next" {
			next = attribute(a, "href")
		}
	}
	query, ok := strings.CutPrefix(next, "timeline?")
	if !ok {
		t.Fatalf("the link to the next page is %q", next)
	}
	_, _, second := timelineGet(t, s, query)
	a, b := headings(first), headings(second)
	if len(a) != pageEvents || len(b) != rounds-pageEvents {
		t.Fatalf("%d and %d events, want %d and %d", len(a), len(b), pageEvents, rounds-pageEvents)
	}
	seen := map[string]bool{}
	for _, title := range append(a, b...) {
		seen[title] = true
	}
	if len(seen) != rounds {
		t.Errorf("%d different events, want %d", len(seen), rounds)
	}
}

// TestTimelineChart checks that time runs with the language: to the right in
// English, to the left in Arabic, and that all stays within the picture.
func TestTimelineChart(t *testing.T) {
	s := timelineStore(t)
	for language, sign := range map[string]int{"en": 1, "ar": -1} {
		_, _, doc := timelineGet(t, s, "language="+language)
		bars := elements(doc, "rect")
		if len(bars) != 2 {
			t.Fatalf("%s: %d bars, want one for each round", language, len(bars))
		}
		var x [2]int
		for i, b := range bars {
			var width int
			if _, err := fmt.Sscan(attribute(b, "x")+" "+attribute(b, "width"), &x[i], &width); err != nil {
				t.Fatal(err)
			}
			if x[i] < 0 || x[i]+width > chartWidth || width < leastBar {
				t.Errorf("%s: a bar from %d, %d wide", language, x[i], width)
			}
		}
		if (x[1]-x[0])*sign <= 0 { // the rounds are listed by lane, the earlier first
			t.Errorf("%s: December 2019 at %d, January 2020 at %d", language, x[0], x[1])
		}
	}
}

// TestTimelineTextsAreWhole checks that no phrase is missing in a language.
func TestTimelineTextsAreWhole(t *testing.T) {
	for _, text := range timelineTexts {
		if s := fmt.Sprintf("%q", text); strings.Contains(s, `""`) {
			t.Errorf("%s lacks a phrase: %s", text.Language, s)
		}
	}
}

func TestTimelineTicks(t *testing.T) {
	for _, years := range []string{"2019-12-10/2019-12-11", "2019-10/2019-12", "2019", "2017/2019", "2017/2024", "1990/2024", "1700/2024"} {
		d := edtf.MustParse(years)
		s := scale{from: d.Earliest(), to: d.Latest().AddDate(0, 0, 1)}
		ticks := s.ticks(100)
		if len(ticks) == 0 || len(ticks) > 16 {
			t.Errorf("%s: %d ticks", years, len(ticks))
		}
		for _, k := range ticks {
			if k.X < chartMargin || k.X > chartWidth-chartMargin || k.Label == "" {
				t.Errorf("%s: tick %+v", years, k)
			}
		}
	}
}
