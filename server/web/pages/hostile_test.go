package pages

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/server/web/layout"
	"peacetalks/server/web/webtest"
)

// evil is an article that would do harm wherever it is shown.
func evil() graph.Reading {
	bad, end := graph.HashID("statement", "bad"), graph.HashID("outcome", "bad")
	words := graph.Object{Text: hostile, Language: "en\" onmouseover=\"alert(4)"}
	q := func(n int) string { return fmt.Sprintf("\u202E%s %d", hostile, n) }
	r := reading(graph.Article{
		URL: "javascript:alert(3)", Title: hostile, Source: hostile, Language: "en\" onmouseover=\"alert(4)", Published: edtf.MustParse("2020-01-01"),
	},
		sentence{q(1), "round:evil-1", graph.PredProcess, entity("process:evil"), ""},
		sentence{q(2), "process:evil", graph.PredName, words, ""},
		sentence{q(3), "round:evil-1", graph.PredStart, day("2020-01"), ""},
		sentence{q(4), "round:evil-1", graph.PredStart, day("2020-02"), ""},
		sentence{q(5), "round:evil-1", graph.PredStatement, entity(bad), ""},
		sentence{q(5), bad, graph.PredSpeaker, entity("person:evil"), ""},
		sentence{q(5), bad, graph.PredText, words, ""},
		sentence{q(6), "person:evil", graph.PredName, words, ""},
		sentence{q(6), "person:evil", graph.PredTitle, words, ""},
		sentence{q(7), "round:evil-1", graph.PredDelegation, entity("delegation:evil-1/evil"), ""},
		sentence{q(7), "delegation:evil-1/evil", graph.PredHead, entity("person:evil"), ""},
		sentence{q(7), "party:evil", graph.PredName, words, ""},
		sentence{q(8), "round:evil-1", graph.PredVenue, entity("place:evil"), ""},
		sentence{q(8), "place:evil", graph.PredName, words, ""},
		sentence{q(9), "round:evil-1", graph.PredAgenda, entity("agenda:evil-1/evil"), ""},
		sentence{q(9), "topic:evil", graph.PredName, words, ""},
		sentence{q(10), "round:evil-1", graph.PredOutcome, entity(end), ""},
		sentence{q(10), end, graph.PredText, words, ""},
		sentence{q(11), "round:evil-1", graph.PredMeeting, entity("meeting:evil-1/evil+worse"), graph.Denied},
	)
	for i := range r.Claims {
		for j := range r.Claims[i].Evidence {
			e := &r.Claims[i].Evidence[j]
			e.Rule, e.Citing, e.Basis = hostile, hostile, hostile
		}
	}
	return r
}

// TestHostileArticle reads every page about a hostile article as a browser
// would: what the article says must come out as text, and only as text.
func TestHostileArticle(t *testing.T) {
	bad := evil()
	w := serve(t, open(t, closing, bad))
	for _, path := range []string{
		"/rounds", "/rounds/evil-1", "/articles", "/articles?about=person:evil", "/articles/" + bad.Article.ID.Name(), "/people/evil",
		"/parties/evil", "/processes/evil", "/topics/evil", "/places/evil", "/rounds/evil-2", "/articles?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE",
		"/rounds/evil-1?language=%22%3E%3Cscript%3E&names=%22%3E&asOf=2020-03", "/people/%22%3E%3Cscript%3E", "/rounds/evil-1?asOf=%3Cscript%3E",
	} {
		for _, sign := range []string{"", "language=ar"} {
			target := path
			if sign != "" && !strings.Contains(path, "language") {
				target += map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")] + sign
			}
			r := w.get(target)
			if r.StatusCode >= 500 || !strings.Contains(r.body, "</html>") {
				t.Fatalf("%s: %d", target, r.StatusCode)
			}
			if r.Header.Get("Content-Security-Policy") != layout.Policy {
				t.Errorf("%s: its policy is %q", target, r.Header.Get("Content-Security-Policy"))
			}
			inert(t, target, r)
		}
	}
	if got := text(w.get("/people/evil").doc); !strings.Contains(got, graph.Plain(hostile)) {
		t.Errorf("the hostile name is not shown as text:\n%s", got)
	}
}

// inert checks that a page has nothing that is not its own.
func inert(t *testing.T, target string, r reply) {
	t.Helper()
	if strings.ContainsRune(r.body, '\u202E') {
		t.Errorf("%s: the page holds a character that turns the direction of text round", target)
	}
	for n := range r.doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case n.Data == "script" && (webtest.Attribute(n, "type") != "module" || !strings.Contains(webtest.Attribute(n, "src"), "pages/") || n.FirstChild != nil):
			t.Errorf("%s: a script that is not the page's: %v", target, n.Attr)
		case n.Data == "img", n.Data == "iframe", n.Data == "style", n.Data == "object":
			t.Errorf("%s: the element %s", target, n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style":
				t.Errorf("%s: the attribute %s=%q", target, a.Key, a.Val)
			case a.Key == "href" && strings.Contains(strings.ToLower(a.Val), "javascript:"):
				t.Errorf("%s: a link to %q", target, a.Val)
			}
		}
	}
}

// TestLargeRound shows a round of more than a page may hold: 5000 statements,
// a thousand delegations, and a process of a thousand rounds.
func TestLargeRound(t *testing.T) {
	const statements, rounds = 5000, 1000
	var all []sentence
	for i := range statements {
		id := graph.HashID("statement", fmt.Sprint(i))
		quote := fmt.Sprintf("Statement %d.", i)
		all = append(all,
			sentence{quote, "round:long-1", graph.PredStatement, entity(id), ""},
			sentence{quote, id, graph.PredSpeaker, entity(graph.MakeID("person", fmt.Sprintf("s-%d", i%500))), ""},
			sentence{quote, id, graph.PredText, graph.Object{Text: fmt.Sprintf("word %d", i), Language: "en"}, ""})
	}
	for i := range rounds {
		quote := fmt.Sprintf("Round or delegation %d.", i)
		all = append(all,
			sentence{quote, graph.MakeID("round", fmt.Sprintf("long-%d", i+1)), graph.PredProcess, entity("process:long"), ""},
			sentence{quote, "round:long-1", graph.PredDelegation, entity(graph.MakeID("delegation", fmt.Sprintf("long-1/p%d", i))), ""})
	}
	w := serve(t, open(t, reading(graph.Article{Title: "long", Published: edtf.MustParse("2020-01-01")}, all...)))
	seen := map[string]bool{}
	next := "/rounds/long-1"
	for pages := 0; next != "" && pages < 3; pages++ {
		start := time.Now()
		r := w.get(next)
		t.Logf("%s: %d bytes in %v", next, len(r.body), time.Since(start))
		if r.StatusCode != http.StatusOK || len(r.body) > 500_000 {
			t.Fatalf("%s: %d, %d bytes", next, r.StatusCode, len(r.body))
		}
		next = ""
		for _, a := range webtest.Elements(r.doc, "a") {
			if webtest.Attribute(a, "rel") == "next" && strings.Contains(webtest.Attribute(a, "href"), "statements=") {
				next, _, _ = strings.Cut("/"+strings.TrimLeft(webtest.Attribute(a, "href"), "./"), "#")
			}
		}
		for _, n := range webtest.Elements(r.doc, "li") {
			if id := webtest.Attribute(n, "id"); strings.HasPrefix(id, "statement-") {
				if seen[id] {
					t.Errorf("%s is on two pages", id)
				}
				seen[id] = true
			}
		}
		if !strings.Contains(text(r.doc), fmt.Sprintf("+%d more are not shown here", rounds-mostDelegations)) {
			t.Error("what is left out of the delegations is not told")
		}
	}
	if len(seen) != 3*pageStatements {
		t.Errorf("%d statements on three pages, want %d", len(seen), 3*pageStatements)
	}
	last := w.get("/id/" + string(graph.HashID("statement", "77"))).Header.Get("Location")
	if !strings.Contains(w.get("/"+strings.TrimLeft(strings.Split(last, "#")[0], "./")).body, `id="statement-`+graph.HashID("statement", "77").Name()) {
		t.Errorf("a statement's address leads to %s, where it is not", last)
	}
	list := w.get("/rounds?process=long")
	if n := len(webtest.Elements(list.doc, "tr")); n != pageRounds+1 || !strings.Contains(list.body, `rel="next"`) {
		t.Errorf("the list of %d rounds has %d rows", rounds, n)
	}
	if r := w.get("/processes/long"); len(r.body) > 300_000 || !strings.Contains(text(r.doc), fmt.Sprintf("+%d more", rounds-mostParts)) {
		t.Errorf("the process of %d rounds: %d bytes", rounds, len(r.body))
	}
	if r := w.get("/rounds/long-1?statements=999"); r.StatusCode != http.StatusOK {
		t.Errorf("a page beyond the last: %d", r.StatusCode)
	}
	for _, bad := range []string{"0", "-1", "x", "99999999999999"} {
		if r := w.get("/rounds/long-1?statements=" + bad); r.StatusCode != http.StatusBadRequest {
			t.Errorf("statements=%s: %d, want 400", bad, r.StatusCode)
		}
	}
}

// TestLargeArticle reads the first pages and the last of an article of five
// megabytes.
func TestLargeArticle(t *testing.T) {
	var all []sentence
	for i := range 2000 {
		quote := fmt.Sprintf("Paragraph %d. ", i) + strings.Repeat("كلمات كثيرة جدًا في هذه الفقرة الطويلة. ", 38)
		all = append(all, sentence{quote, graph.MakeID("round", fmt.Sprintf("long-%d", i)), graph.PredProcess, entity("process:long"), ""})
	}
	r := reading(graph.Article{Title: "long", Language: "ar", Published: edtf.MustParse("2020-01-01")}, all...)
	if len(r.Article.Text) < 5<<20 {
		t.Fatalf("the article has only %d bytes", len(r.Article.Text))
	}
	w := serve(t, open(t, r))
	paragraphs := func(path string) (first, last string, next string) {
		start := time.Now()
		page := w.get(path)
		t.Logf("%s: %d bytes in %v", path, len(page.body), time.Since(start))
		if page.StatusCode != http.StatusOK || len(page.body) > 300_000 {
			t.Fatalf("%s: %d, %d bytes", path, page.StatusCode, len(page.body))
		}
		for _, a := range webtest.Elements(page.doc, "a") {
			if webtest.Attribute(a, "rel") == "next" {
				next = "/" + strings.TrimLeft(webtest.Attribute(a, "href"), "./")
			}
		}
		all := webtest.Elements(webtest.Elements(page.doc, "article")[0], "p")
		return strings.Fields(text(all[0]))[1], strings.Fields(text(all[len(all)-1]))[1], next
	}
	path := "/articles/" + r.Article.ID.Name()
	first, last, next := paragraphs(path)
	second, _, _ := paragraphs(next)
	var x, y int
	if _, err := fmt.Sscan(strings.ReplaceAll(last+" "+second, ".", ""), &x, &y); err != nil || first != "0." || y != x+1 {
		t.Errorf("the first page has the paragraphs %s to %s, the second begins with %s", first, last, second)
	}
	if _, last, next := paragraphs(fmt.Sprintf("%s?page=%d", path, (len(r.Article.Text)+pageBytes-1)/pageBytes)); last != "1999." || next != "" {
		t.Errorf("the last page ends with paragraph %s, and leads on to %q", last, next)
	}
	claim := graph.Claim{Subject: "round:long-1234", Predicate: graph.PredProcess, Object: entity("process:long")}.ID()
	target := w.get("/id/" + string(claim)).Header.Get("Location")
	path, anchor, _ := strings.Cut(strings.TrimLeft(target, "./"), "#")
	if got := text(w.get("/"+path).byID(t, anchor).Parent); !strings.HasPrefix(got, "Paragraph 1234.") {
		t.Errorf("the address of a claim leads to %.60q", got)
	}
	if r := w.get("/articles/" + r.Article.ID.Name() + "?page=1000"); r.StatusCode != http.StatusNotFound {
		t.Errorf("a page beyond the last: %d", r.StatusCode)
	}
}

// TestCutting checks that the pages of a text are all of it, each offset on
// the page that says so.
func TestCutting(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("كلمة ", 100_000), strings.Repeat(strings.Repeat("a", 990)+"\n", 300), strings.Repeat("x", 3*pageBytes), "short", "",
	} {
		at := 0
		for part := 1; part <= max(1, (len(text)+pageBytes-1)/pageBytes); part++ {
			from, to := cut(text, (part-1)*pageBytes), cut(text, part*pageBytes)
			if from != at || to < from || !utf8.ValidString(text[from:to]) || to-from > pageBytes+mostEdge {
				t.Fatalf("page %d goes from %d to %d, the one before it to %d", part, from, to, at)
			}
			at = to
			for _, offset := range []int{from, (from + to) / 2, to - 1} {
				if offset >= from && partOf(text, offset) != part {
					t.Errorf("offset %d: page %d, want %d", offset, partOf(text, offset), part)
				}
			}
		}
		if at != len(text) {
			t.Errorf("the pages end at %d of %d", at, len(text))
		}
	}
}
