package pages

import (
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/server/web/webtest"
)

// byID finds the element with an id.
func (r reply) byID(t *testing.T, id string) *html.Node {
	t.Helper()
	for d := range r.doc.Descendants() {
		if d.Type == html.ElementNode && webtest.Attribute(d, "id") == id {
			return d
		}
	}
	t.Fatalf("nothing has the id %q", id)
	return nil
}

// text is what an element says, in one line.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// every is the address of each page about the tests' articles.
func every() []string {
	return []string{
		"/rounds", "/rounds?process=astana", "/rounds/astana-14", "/rounds/astana-15", "/articles", "/articles?q=Astana",
		"/articles?about=round:astana-14", "/articles/" + closing.Article.ID.Name(), "/articles/" + denying.Article.ID.Name(),
		"/people/sedat-onal", "/parties/turkey", "/parties/russia", "/processes/astana", "/topics/ceasefire", "/places/nur-sultan",
		"/people", "/people?q=onal", "/parties", "/processes", "/topics", "/places",
	}
}

func TestRoundPage(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	r := w.get("/rounds/astana-14")
	if r.StatusCode != http.StatusOK {
		t.Fatalf("status %d: %s", r.StatusCode, r.body)
	}
	all := text(r.doc)
	for _, want := range []string{
		"Astana 14", "Nur-Sultan", "9–11 December 2019", "how the date is known: as written", // the start that was reported later
		"Guarantors Russia", "Türkiye guarantor", "Head Sedat Onal نائب وزير الخارجية",
		"Agenda ceasefire", "bilateral Russia – Türkiye", "denied by others", "Statements Sedat Onal", "العمل مستمر", "joint statement",
		"Where sources disagree", "begins 9 December 2019 1 independent source preferred", "begins 10 December 2019",
		"Next round Astana 15", "أستانة 14", "Астана 14", "صحيفة المثال", "The Example",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the page does not say %q:\n%s", want, all)
		}
	}
	for id, want := range map[string]string{
		"delegation-turkey": "Sedat Onal", "agenda-ceasefire": "ceasefire", "meeting-russia+turkey": "Russia – Türkiye",
		"statement-" + statement.Name(): "العمل مستمر", "outcome-" + outcome.Name(): "joint statement",
	} {
		if got := text(r.byID(t, id)); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q in it", id, got, want)
		}
	}
	arabic := text(w.get("/rounds/astana-14?language=ar").doc)
	for _, want := range []string{"أستانة 14", "رئيس الوفد سيدات أونال", "الأطراف الضامنة روسيا", "حيث تختلف المصادر", "ينفيه آخرون"} {
		if !strings.Contains(arabic, want) {
			t.Errorf("the Arabic page does not say %q:\n%s", want, arabic)
		}
	}
	if mixed := text(w.get("/rounds/astana-14?language=ar&names=en").doc); !strings.Contains(mixed, "رئيس الوفد Sedat Onal") {
		t.Errorf("names in English on the Arabic page:\n%s", mixed)
	}
}

// TestFactsLeadToTheirSentences follows every passage of every page to the
// article, where its words must be marked.
func TestFactsLeadToTheirSentences(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	followed := 0
	for _, page := range every() {
		for _, figure := range webtest.Elements(w.get(page).doc, "figure") {
			link, err := url.Parse(webtest.Attribute(webtest.Elements(figure, "a")[0], "href"))
			if err != nil {
				t.Fatal(err)
			}
			article := w.get("/" + strings.TrimLeft(link.Path, "./"))
			anchor := article.byID(t, link.Fragment)
			if quote := text(webtest.Elements(figure, "blockquote")[0]); anchor.Parent.Data != "mark" || !strings.HasPrefix(text(anchor.Parent), quote) {
				t.Errorf("%s: %q leads to %q", page, quote, text(anchor.Parent))
			}
			if caption := text(webtest.Elements(figure, "figcaption")[0]); !strings.Contains(caption, "December 2019") || !strings.Contains(caption, "xample") && !strings.Contains(caption, "المثال") {
				t.Errorf("%s: the source of a passage is %q", page, caption)
			}
			followed++
		}
	}
	if followed < 20 {
		t.Errorf("%d passages were followed, which proves little", followed)
	}
}

func TestAsOf(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	before := text(w.get("/rounds/astana-14?asOf=2019-12-11").doc)
	if strings.Contains(before, "Where sources disagree") || !strings.Contains(before, "As reported by 11 December 2019") {
		t.Errorf("before the second article:\n%s", before)
	}
	r := w.get("/rounds/astana-14?asOf=2019-12-01")
	if r.StatusCode != http.StatusNotFound || !strings.Contains(text(r.doc), "Nothing had been reported of this by then") {
		t.Errorf("before both: %d %s", r.StatusCode, text(r.doc))
	}
	for _, a := range webtest.Elements(w.get("/rounds/astana-14?asOf=2019-12-11").doc, "a") {
		if link := webtest.Attribute(a, "href"); strings.Contains(link, "rounds/astana-15") && !strings.Contains(link, "asOf=2019-12-11") {
			t.Errorf("the day is lost on the way to %s", link)
		}
	}
}

func TestIndexes(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	for address, want := range map[string][]string{
		"/people?names=ar":   {"S Onal", "سيدات أونال نائب وزير الخارجية"},
		"/people":            {"S Onal", "Sedat Onal"}, // an Arabic title is none for readers of English
		"/people?q=أونال":    {"Sedat Onal"},
		"/people?q=nobody":   nil,
		"/processes":         {"Astana Russia – Türkiye"},
		"/places":            {"Nur-Sultan Kazakhstan"},
		"/topics":            {"ceasefire"},
		"/parties?q=türkiye": {"Türkiye state"},
	} {
		t.Run(address, func(t *testing.T) {
			r := w.get(address)
			var got []string
			for _, list := range webtest.Elements(r.doc, "ul") {
				if webtest.Attribute(list, "class") == "plain index" {
					for _, item := range webtest.Elements(list, "li") {
						got = append(got, text(item))
					}
				}
			}
			if r.StatusCode != http.StatusOK || !reflect.DeepEqual(got, want) {
				t.Errorf("status %d, %q, want %q", r.StatusCode, got, want)
			}
		})
	}
	if r := w.get("/people?q=" + strings.Repeat("x", longestSearch+1)); r.StatusCode != http.StatusBadRequest {
		t.Errorf("a search that is too long: status %d", r.StatusCode)
	}
}

func TestListOfRounds(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	rows := webtest.Elements(w.get("/rounds").doc, "tr")
	var got []string
	for _, row := range rows[1:] {
		got = append(got, text(row))
	}
	want := []string{"Astana 14 9–11 December 2019 Nur-Sultan – Articles 2", "Astana 15 March 2020 – – Articles 1"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if none := text(w.get("/rounds?process=geneva").doc); !strings.Contains(none, "No rounds.") {
		t.Errorf("a process without rounds:\n%s", none)
	}
	if r := w.get("/rounds?after=nonsense"); r.StatusCode != http.StatusBadRequest {
		t.Errorf("a cursor that is none: %d", r.StatusCode)
	}
}

func TestListOfArticles(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	for query, want := range map[string]int{"": 2, "?q=began": 1, "?about=party:turkey": 2, "?about=topic:ceasefire": 1, "?q=nothing": 0, "?asOf=2019-12-11": 1} {
		r := w.get("/articles" + query)
		got := 0
		for _, a := range webtest.Elements(r.doc, "a") {
			if strings.Contains(webtest.Attribute(a, "href"), "articles/") {
				got++
			}
		}
		if r.StatusCode != http.StatusOK || got != want {
			t.Errorf("%s: %d with %d articles, want %d", query, r.StatusCode, got, want)
		}
	}
	for _, query := range []string{"?about=nonsense", "?before=x", "?q=" + strings.Repeat("a", longestSearch+1)} {
		if r := w.get("/articles" + query); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%.40s: %d, want 400", query, r.StatusCode)
		}
	}
}

func TestThings(t *testing.T) {
	w := serve(t, open(t, closing, denying))
	for path, want := range map[string][]string{
		"/people/sedat-onal": {"Sedat Onal", "سيدات أونال", "نائب وزير الخارجية", "Astana 14", "Head", "العمل مستمر"},
		"/parties/turkey":    {"Türkiye state", "تركيا", "Astana 14 guarantor delegation", "Head: Sedat Onal"},
		"/processes/astana":  {"Astana", "Астана", "Guarantors Russia Türkiye", "Astana 15 March 2020"},
		"/topics/ceasefire":  {"وقف إطلاق النار", "Astana 14"},
		"/places/nur-sultan": {"نور سلطان", "Country Kazakhstan", "Astana 14"},
	} {
		r := w.get(path)
		for _, one := range want {
			if all := text(r.doc); r.StatusCode != http.StatusOK || !strings.Contains(all, one) {
				t.Errorf("%s: %d, does not say %q:\n%s", path, r.StatusCode, one, all)
			}
		}
	}
}

func TestMissing(t *testing.T) {
	unlisted := reading(graph.Article{Title: "Kuwait", Source: "Example", Published: edtf.MustParse("2016-04-21")},
		sentence{"The first round opened in Kuwait.", "round:kuwait-yemen-1", graph.PredProcess, entity("process:kuwait-yemen"), ""})
	w := serve(t, open(t, closing, denying, unlisted))
	for path, near := range map[string]string{
		"/rounds/astana-99": "rounds/astana-14", "/rounds/kuwait-yemen-99": "rounds/kuwait-yemen-1", "/people/onal": "people/sedat-onal", "/parties/russ": "parties/russia", "/rounds/x": "rounds",
		"/articles/x": "articles", "/topics/sedat": "people/sedat-onal", "/people/" + url.PathEscape(hostile): "articles", "/processes/x": "rounds",
	} {
		r := w.get(path)
		found := false
		for _, a := range webtest.Elements(webtest.Elements(r.doc, "main")[0], "a") {
			found = found || strings.HasPrefix(strings.TrimLeft(webtest.Attribute(a, "href"), "./"), near)
		}
		if r.StatusCode != http.StatusNotFound || !found {
			t.Errorf("%s: %d, want a way to %s:\n%s", path, r.StatusCode, near, text(r.doc))
		}
	}
	if r := w.get("/people/" + strings.Repeat("a", graph.MaxID)); r.StatusCode != http.StatusNotFound {
		t.Errorf("an id that is too long: %d", r.StatusCode)
	}
}

func TestMerged(t *testing.T) {
	store := open(t, closing, denying)
	if _, err := store.MergeEntities(t.Context(), []graph.ID{"person:sedat-onal"}, "person:s-onal", graph.Reviewer{Name: "Ada"}); err != nil {
		t.Fatal(err)
	}
	w := serve(t, store)
	r := w.get("/people/sedat-onal?language=ar")
	if r.StatusCode != http.StatusFound || r.Header.Get("Location") != "../people/s-onal?language=ar" {
		t.Errorf("%d to %s", r.StatusCode, r.Header.Get("Location"))
	}
	if got := text(w.get("/people/s-onal").doc); !strings.Contains(got, "Also under the ids person:sedat-onal") {
		t.Errorf("the other page:\n%s", got)
	}
}

// TestSaysAreWhole checks that no phrase is missing in a language.
func TestSaysAreWhole(t *testing.T) {
	for language, s := range says {
		v := reflect.ValueOf(s)
		for i := range v.NumField() {
			if shown := fmt.Sprintf("%q", v.Field(i).Interface()); strings.Contains(shown, `""`) || shown == "map[]" {
				t.Errorf("%s lacks %s", language, v.Type().Field(i).Name)
			}
			if m := v.Field(i); m.Kind() == reflect.Map {
				if got, want := m.Len(), reflect.ValueOf(english).Field(i).Len(); got != want {
					t.Errorf("%s has %d of %s, English %d", language, got, v.Type().Field(i).Name, want)
				}
			}
		}
		for _, p := range order {
			if s.Claims[p] == "" || s.Predicates[p] == "" {
				t.Errorf("%s has no words for %s", language, p)
			}
		}
	}
}

func TestCounting(t *testing.T) {
	for n, want := range map[int]string{1: "مقطع واحد", 2: "مقطعان", 3: "3 مقاطع", 10: "10 مقاطع", 11: "11 مقطعًا", 100: "100 مقطعًا", 103: "103 مقاطع"} {
		if got := arabic.CountPassages(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

// TestReadsAreFew checks that the number of reads does not grow with what a
// page shows.
func TestReadsAreFew(t *testing.T) {
	var more []sentence
	for i := range 60 {
		statement := graph.HashID("statement", fmt.Sprint(i))
		quote := fmt.Sprintf("Speaker %d of the delegation of party %d spoke.", i, i)
		party, person := graph.MakeID("party", fmt.Sprintf("p%d", i)), graph.MakeID("person", fmt.Sprintf("s%d", i))
		delegation := graph.MakeID("delegation", "astana-14/"+party.Name())
		more = append(more,
			sentence{quote, "round:astana-14", graph.PredDelegation, entity(delegation), ""},
			sentence{quote, delegation, graph.PredHead, entity(person), ""},
			sentence{quote, "round:astana-14", graph.PredStatement, entity(statement), ""},
			sentence{quote, statement, graph.PredSpeaker, entity(person), ""},
			sentence{quote, graph.MakeID("round", fmt.Sprintf("astana-%d", 100+i)), graph.PredProcess, entity("process:astana"), ""})
	}
	small := open(t, closing, denying)
	large := open(t, closing, denying, reading(graph.Article{Title: "long", Source: "Example", Published: edtf.MustParse("2019-12-10")}, more...))
	for _, page := range every() {
		reads := func(s *graph.Store) int64 {
			w := serve(t, s)
			w.get(page) // fills caches
			before := s.Reads()
			if r := w.get(page); r.StatusCode != http.StatusOK {
				t.Errorf("%s: %d", page, r.StatusCode)
			}
			return s.Reads() - before
		}
		few, many := reads(small), reads(large)
		t.Logf("%s: %d and %d reads", page, few, many)
		if many > few+6 {
			t.Errorf("%s: %d reads of a small graph, %d of one with sixty times as much to show", page, few, many)
		}
	}
}

func TestAMeetingHasTheAnchorThatClaimsLinkTo(t *testing.T) {
	const met = graph.ID("meeting:astana-14/russia+turkey")
	claim := func(title, date string) graph.Reading {
		return reading(graph.Article{Title: title, Source: title, Published: edtf.MustParse("2019-12-12")},
			sentence{"They met.", "round:astana-14", graph.PredMeeting, entity(met), ""}, sentence{"They met.", met, graph.PredDate, day(date), ""})
	}
	w := serve(t, open(t, closing, claim("a", "2019-12-10"), claim("b", "2019-12-11")))
	body := w.get("/rounds/astana-14").body
	for _, id := range []string{`id="meeting-russia&#43;turkey@2019-12-10"`, `id="meeting-russia&#43;turkey@2019-12-11"`, `id="meeting-russia&#43;turkey"`} {
		if n := strings.Count(body, id); n != 1 {
			t.Errorf("%d times %s, want 1", n, id)
		}
	}
}
