package timelinepage

import (
	"encoding/xml"
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
	"peacetalks/server/web/layout"
	"peacetalks/server/web/webtest"
)

// A reply is an answer, read as a browser would.
type reply struct {
	*http.Response
	body string
	doc  *html.Node
}

// get asks for a page.
func get(t *testing.T, s *graph.Store, path string) reply {
	t.Helper()
	site, err := layout.New(s, "peacetalks test", nil)
	if err != nil {
		t.Fatal(err)
	}
	routes, err := New(site, s)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range routes {
		mux.Handle(pattern, h)
	}
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	r := reply{Response: w.Result()}
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	r.body = string(b)
	if r.doc, err = html.Parse(strings.NewReader(r.body)); err != nil {
		t.Fatal(err)
	}
	return r
}

// all lists the elements of a name.
func (r reply) all(name string) []*html.Node { return webtest.Elements(r.doc, name) }

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// titles are those of the events of the list.
func (r reply) titles() []string {
	var found []string
	for _, n := range r.all("h3") {
		found = append(found, text(n))
	}
	return found
}

// link is the address of the link with an attribute.
func (r reply) link(key, value string) string {
	for _, a := range r.all("a") {
		if webtest.Attribute(a, key) == value {
			return webtest.Attribute(a, "href")
		}
	}
	return ""
}

func TestPage(t *testing.T) {
	s := webtest.Store(t)
	english, arabic := []string{"Astana 14 opens in Nur-Sultan", "Astana 14 ends"}, []string{"انطلاق أستانة 14 في نور سلطان", "اختتام أستانة 14"}
	for _, c := range []struct {
		name, query, direction string
		titles                 []string
	}{
		{"English", "process=astana", "ltr", english},
		{"Arabic", "process=astana&language=ar", "rtl", arabic},
		{"names in Arabic", "process=astana&names=ar", "ltr", arabic},
		{"names in English", "process=astana&language=ar&names=en", "rtl", english},
		{"a language that the page does not speak", "process=astana&language=xx", "ltr", english},
		{"empty fields, as the form sends them", "process=astana&party=&person=&topic=&from=&to=&asOf=&language=en", "ltr", english},
		{"from a day", "from=2019-12-11&to=2019-12-31", "ltr", english[1:]},
		{"a kind", "kind=START&round=astana-14", "ltr", english[:1]},
		{"by what was known", "asOf=2019-12-31&from=2019-12-10", "ltr", english},
		{"lanes of parties", "process=astana&lanes=party", "ltr", english},
		{"nothing", "process=geneva", "ltr", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := get(t, s, "/timeline?"+c.query)
			if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
				t.Errorf("status %d, type %q", r.StatusCode, r.Header.Get("Content-Type"))
			}
			if got := webtest.Attribute(r.all("html")[0], "dir"); got != c.direction {
				t.Errorf("direction %s, want %s", got, c.direction)
			}
			if got := r.titles(); !slices.Equal(got, c.titles) {
				t.Errorf("titles %q, want %q", got, c.titles)
			}
			charts := slices.DeleteFunc(r.all("svg"), func(n *html.Node) bool { return webtest.Attribute(n, "direction") == "" })
			if len(charts) != 3 || webtest.Attribute(charts[0], "direction") != c.direction {
				t.Errorf("%d charts, the first %s", len(charts), webtest.Attribute(charts[0], "direction"))
			}
		})
	}
}

// TestPassages follows a passage to its sentence and to the article's own
// address.
func TestPassages(t *testing.T) {
	r := get(t, webtest.Store(t), "/timeline?round=astana-14&kind=START&language=ar")
	figures := r.all("figure")
	if len(figures) != 2 { // the date and the venue
		t.Fatalf("%d passages, want 2", len(figures))
	}
	for _, f := range figures {
		q := webtest.Elements(f, "blockquote")[0]
		if webtest.Attribute(q, "dir") != "auto" || webtest.Attribute(q, "lang") != "ar" || !strings.HasPrefix(text(q), "بدأت الجولة") {
			t.Errorf("passage %q, dir %q, lang %q", text(q), webtest.Attribute(q, "dir"), webtest.Attribute(q, "lang"))
		}
		links := webtest.Elements(f, "a")
		if len(links) != 2 || webtest.Attribute(links[0], "href") != "https://example.org/a14?x=1&y=2" {
			t.Fatalf("%d links, the first to %s", len(links), webtest.Attribute(links[0], "href"))
		}
		if sentence := webtest.Attribute(links[1], "href"); !strings.HasPrefix(sentence, "./articles/") || !strings.Contains(sentence, "?language=ar#claim-") {
			t.Errorf("link to the sentence: %q", sentence)
		}
	}
	if got, want := text(webtest.Elements(figures[0], "figcaption")[0]), "صحيفة المثال، انطلاق أستانة، 10 كانون الأول (ديسمبر) 2019 المقطع في المقالة"; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
	if got := webtest.Attribute(webtest.Elements(r.all("ol")[0], "a")[0], "href"); got != "./rounds/astana-14?language=ar" {
		t.Errorf("link to the round: %q", got)
	}
}

// TestHostileNames reads the page of a hostile article as a browser would: what
// the article says must come out as text, and only as text.
func TestHostileNames(t *testing.T) {
	s := webtest.Store(t)
	for _, query := range []string{"", "language=ar", "lanes=person", "process=evil&person=evil", url.Values{"from": {webtest.HostileName}}.Encode(), url.Values{"process": {webtest.HostileName}, "topic": {webtest.HostileName}, "language": {webtest.HostileName}, "lanes": {webtest.HostileName}}.Encode()} {
		r := get(t, s, "/timeline?"+query)
		if strings.Contains(r.body, "\u202E") {
			t.Errorf("%q: the page holds a character that turns the direction of text round", query)
		}
		if n := len(r.all("img")) + len(r.all("style")) + len(r.all("iframe")); n != 0 || len(r.all("script")) != 1 {
			t.Errorf("%q: %d elements that are not the page's, %d scripts", query, n, len(r.all("script")))
		}
		for n := range r.doc.Descendants() {
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on") || a.Key == "style":
					t.Errorf("%q: the attribute %s=%q", query, a.Key, a.Val)
				case a.Key == "href" && strings.Contains(strings.ToLower(a.Val), "javascript:"):
					t.Errorf("%q: a link to %q", query, a.Val)
				case a.Key == "src" && !strings.HasPrefix(a.Val, "./timeline/timeline.js?v="):
					t.Errorf("%q: something is fetched from %q", query, a.Val)
				}
			}
		}
	}
	want := []string{timeline.Plain(webtest.HostileName) + " 1 opens", "Statement by " + timeline.Plain(webtest.HostileName) + " (" + timeline.Plain(webtest.HostileName) + " 1)"}
	if got := get(t, s, "/timeline?process=evil").titles(); !slices.Equal(got, want) {
		t.Errorf("titles %q, want the hostile name as text: %q", got, want)
	}
}

func TestRefusals(t *testing.T) {
	s := webtest.Store(t)
	for query, says := range map[string]string{
		"from=soon": `from "soon"`, "kind=PARTY": "no such kind", "process=party:turkey": "not the id of a process",
		"page=0": "no such page", "page=x": "no such page", "page=999999999999": "no such page", "lanes=x": "no such lanes",
	} {
		r := get(t, s, "/timeline?"+query)
		alert := ""
		for _, p := range r.all("p") {
			if webtest.Attribute(p, "role") == "alert" {
				alert = text(p)
			}
		}
		if r.StatusCode != http.StatusBadRequest || !strings.Contains(alert, says) || len(r.all("form")) != 1 {
			t.Errorf("%s: status %d, says %q, want %q and the form", query, r.StatusCode, alert, says)
		}
	}
}

// TestKeepsTheFilter checks that the form, the exports and the links to other
// days have what was asked for.
func TestKeepsTheFilter(t *testing.T) {
	const query = "round=astana-14&kind=START&kind=END&from=2019&asOf=2020&language=ar&lanes=party"
	r := get(t, webtest.Store(t), "/timeline?"+query)
	exports := 0
	for _, a := range r.all("a") {
		link, err := url.Parse(webtest.Attribute(a, "href"))
		if err != nil {
			t.Fatal(err)
		}
		name, ok := strings.CutPrefix(link.Path, "./export/")
		if !ok {
			continue
		}
		exports++
		format, ok := timeline.FormatOf(name)
		if !ok {
			t.Errorf("no format writes %q", name)
		}
		f, err := timeline.ParseFilter(link.Query())
		if err != nil || f.Round != "round:astana-14" || len(f.Kinds) != 2 || f.From.String() != "2019" || f.AsOf.String() != "2020" || link.Query().Get("language") != "ar" {
			t.Errorf("the export %s has the filter %+v, %v", link, f, err)
		}
		if drawn := format.Name == "svg" || format.Name == "html"; drawn != (link.Query().Get("lanes") == "party") {
			t.Errorf("the export %s has the lanes %q", link, link.Query().Get("lanes"))
		}
	}
	if exports != len(timeline.Formats()) {
		t.Errorf("%d exports, want %d", exports, len(timeline.Formats()))
	}
	sent := url.Values{}
	for _, in := range r.all("input") {
		boxed := webtest.Attribute(in, "type") == "checkbox" && !slices.ContainsFunc(in.Attr, func(a html.Attribute) bool { return a.Key == "checked" })
		if v := webtest.Attribute(in, "value"); v != "" && !boxed {
			sent.Add(webtest.Attribute(in, "name"), v)
		}
	}
	if got, want := sent.Encode(), "asOf=2020-12-31&from=2019-01-01&kind=START&kind=END&lanes=party&language=ar&round=astana-14"; got != want {
		t.Errorf("the form sends %s, want %s", got, want)
	}
	later, err := url.Parse(r.link("data-zoom", "later"))
	if err != nil {
		t.Fatal(err)
	}
	values := later.Query()
	asked, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"from", "to"} {
		values.Del(key)
		asked.Del(key)
	}
	if values.Encode() != asked.Encode() {
		t.Errorf("later days: %s, want %s", values.Encode(), asked.Encode())
	}
}

// TestPages walks through more events than one page of the list shows.
func TestPages(t *testing.T) {
	var claims []graph.Claim
	const rounds = listEvents + 30
	for i := range rounds {
		id := graph.MakeID("round", fmt.Sprintf("long-%d", i+1))
		claims = append(claims,
			graph.Claim{Subject: id, Predicate: graph.PredProcess, Object: graph.Object{Entity: "process:long"}},
			graph.Claim{Subject: id, Predicate: graph.PredStart, Object: graph.Object{Date: edtf.Of(1700+i, 1, 1)}})
	}
	s := webtest.Store(t, webtest.Reading(t, graph.Article{Text: "long", Published: edtf.MustParse("2000")}, claims...))
	first := get(t, s, "/timeline?process=long")
	next, ok := strings.CutPrefix(first.link("rel", "next"), ".")
	if !ok {
		t.Fatalf("the link to the next page is %q", next)
	}
	second := get(t, s, next)
	a, b := first.titles(), second.titles()
	if len(a) != listEvents || len(b) != rounds-listEvents {
		t.Fatalf("%d and %d events, want %d and %d", len(a), len(b), listEvents, rounds-listEvents)
	}
	all := append(a, b...)
	slices.Sort(all)
	if all = slices.Compact(all); len(all) != rounds {
		t.Errorf("%d different events, want %d", len(all), rounds)
	}
	// The chart has all of them: a mark leads to the page that lists its event.
	lists := map[string]reply{"": first, "2": second}
	marks := 0
	for _, a := range first.all("a") {
		if !strings.HasPrefix(webtest.Attribute(a, "class"), "mark") {
			continue
		}
		marks++
		link, err := url.Parse(webtest.Attribute(a, "href"))
		if err != nil {
			t.Fatal(err)
		}
		if page, ok := lists[link.Query().Get("page")]; !ok || !slices.ContainsFunc(page.all("li"), func(n *html.Node) bool { return webtest.Attribute(n, "id") == link.Fragment }) {
			t.Errorf("a mark leads to %s, which is not there", link)
		}
	}
	if marks != 3*rounds {
		t.Errorf("%d marks in three drawings, want %d", marks, 3*rounds)
	}
}

// TestChartIsXML checks that the drawings can be read as SVG, which is stricter
// than HTML.
func TestChartIsXML(t *testing.T) {
	body := get(t, webtest.Store(t), "/timeline").body
	for drawing := range strings.SplitSeq(body, "<svg xmlns") {
		end := strings.Index(drawing, "</svg>")
		if !strings.HasPrefix(drawing, "=") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader("<svg xmlns" + drawing[:end] + "</svg>"))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestTextsAreWhole checks that no phrase is missing in a language.
func TestTextsAreWhole(t *testing.T) {
	for _, l := range layout.Interface {
		if s := fmt.Sprintf("%q", texts[l.Code]); strings.Contains(s, `""`) || len(texts) != len(layout.Interface) {
			t.Errorf("%s lacks a phrase: %s", l.Code, s)
		}
	}
}
