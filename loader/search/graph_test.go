package search_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/search"
)

// article makes a reading of a text in which names are said of people.
func article(title, language, published, text string, names ...string) graph.Reading {
	a := graph.Article{Title: title, Source: title, Language: language, Published: edtf.MustParse(published), Text: text}
	a.ID = graph.ArticleID(a)
	r := graph.Reading{Article: a, Extractor: "test", Terms: search.Terms(title+"\n"+text, language)}
	for _, name := range names {
		id, said, _ := strings.Cut(name, "=")
		at := strings.Index(text, said)
		r.Claims = append(r.Claims, graph.Supported{
			Claim: graph.Claim{Subject: graph.ID(id), Predicate: graph.PredName, Object: graph.Object{Text: said, Language: language}},
			Evidence: []graph.Evidence{{Article: a.ID, Rule: "r", Modality: graph.Happened, Confidence: 1, Reported: a.Published,
				Spans: []graph.Span{{Start: at, End: at + len(said), Quote: said}}}},
		})
	}
	slices.SortFunc(r.Claims, func(x, y graph.Supported) int { return strings.Compare(string(x.Claim.ID()), string(y.Claim.ID())) })
	return r
}

func library(t *testing.T) (*graph.Store, map[graph.ID]string) {
	t.Helper()
	s, err := graph.Open(t.TempDir(), graph.Options{Extractor: "test", Fold: search.Folder{}, Vocabulary: graph.Vocabulary{Terms: map[graph.ID]graph.Term{
		"person:alexander-lavrentyev": {Labels: map[string]string{"en": "Alexander Lavrentyev", "ar": "ألكسندر لافرنتييف", "ru": "Александр Лаврентьев"}},
		"party:russia":                {Labels: map[string]string{"en": "Russia", "ar": "روسيا", "ru": "Россия"}, Kind: "state"},
		"topic:ceasefire":             {Labels: map[string]string{"en": "Ceasefire", "ar": "وقف إطلاق النار"}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	rs := []graph.Reading{
		article("arabic", "ar", "2019-12-10", "انطلقت الجولة في نور سلطان. وقال ألكسندر لافرنتييف إن الأطراف متفقة على وقف إطلاق النار بإدلب.", "person:alexander-lavrentyev=ألكسندر لافرنتييف"),
		article("russian", "ru", "2019-12-11", "Переговоры завершились. Россия ждёт продолжения. По словам Лаврентьева, стороны договорились."),
		article("english", "en", "2019-12-12", "The negotiations ended. The delegations discussed the ceasefire in Idlib, and a new constitution."),
		article("unlisted", "ar", "2019-12-09", "التقى الوفد بمحمد علوشنيان في العاصمة.", "person:mhmd-alushnian=محمد علوشنيان"),
		article("french", "fr", "2018-01-01", "Les négociations de Genève portent sur l'accord de cessez-le-feu."),
	}
	if _, err := s.PutAll(context.Background(), rs); err != nil {
		t.Fatal(err)
	}
	names := map[graph.ID]string{}
	for _, r := range rs {
		names[r.Article.ID] = r.Article.Title
	}
	return s, names
}

func ask(t *testing.T, s *graph.Store, text string) []graph.Match {
	t.Helper()
	c, err := s.Search(context.Background(), graph.SearchFilter{Text: text}, graph.Page{All: true})
	if err != nil {
		t.Fatal(err)
	}
	return c.Nodes()
}

// What is found, in order: names before articles, more of the words first.
func TestSearchInEveryScript(t *testing.T) {
	s, titles := library(t)
	for _, c := range []struct{ name, query, want string }{
		{"a Latin name finds Arabic and Russian texts", "Lavrentyev", "person:alexander-lavrentyev russian arabic"},
		{"another spelling of it", "Lavrentiev", "person:alexander-lavrentyev russian arabic"},
		{"the beginning of it", "lavrent", "person:alexander-lavrentyev russian arabic"},
		{"the Arabic name finds them", "لافرنتييف", "person:alexander-lavrentyev russian arabic"},
		{"the Arabic name with a proclitic", "ولافرنتييف", "person:alexander-lavrentyev russian arabic"},
		{"the Russian name in a case", "Лаврентьеву", "person:alexander-lavrentyev russian arabic"},
		{"in full", "Alexander Lavrentyev", "person:alexander-lavrentyev arabic russian"},
		{"a Latin query finds a name that only Arabic articles give", "Alloushnian", "person:mhmd-alushnian unlisted"},
		{"a phrase", "وقف إطلاق النار", "arabic"},
		{"a phrase in another way of writing", "وَقْفَ اطلاق النّار", "arabic"},
		{"English, other forms", "negotiation delegate", "english"},
		{"French, without accents", "negociation geneve", "french"},
		{"Russian, other form", "переговорах", "russian"},
		{"a place behind a preposition", "إدلب", "arabic"},
		{"more words first", "negotiations delegations geneve talks", "english"},
		{"nothing", "Reykjavik", ""},
		{"no words", "؟ !", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range ask(t, s, c.query) {
				if title, ok := titles[m.ID]; ok {
					got = append(got, title)
				} else {
					got = append(got, string(m.ID))
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%q: got %s, want %s", c.query, strings.Join(got, " "), c.want)
			}
		})
	}
}

// The passages, with the words in brackets.
func TestHighlights(t *testing.T) {
	s, titles := library(t)
	for _, c := range []struct{ query, of, want string }{
		{"Lavrentyev", "arabic", "TEXT: وقال ألكسندر [لافرنتييف] إن الأطراف متفقة على وقف إطلاق النار بإدلب."},
		{"Lavrentyev", "russian", "TEXT: По словам [Лаврентьева], стороны договорились."},
		{"إدلب وقف", "arabic", "TEXT: وقال ألكسندر لافرنتييف إن الأطراف متفقة على [وقف] إطلاق النار [بإدلب]."},
		{"lavrent", "person:alexander-lavrentyev", "NAME: Alexander [Lavrentyev]"},
		{"لافرنتييف", "person:alexander-lavrentyev", "NAME: ألكسندر [لافرنتييف]"},
		{"english constitution", "english", "TITLE: [english] | TEXT: The delegations discussed the ceasefire in Idlib, and a new [constitution]."},
		{"negotiating ended", "english", "TEXT: The [negotiations] [ended]."},
		{"accord", "french", "TEXT: Les négociations de Genève portent sur l'[accord] de cessez-le-feu."},
		{"Alloushnian", "unlisted", "TEXT: التقى الوفد بمحمد [علوشنيان] في العاصمة."},
	} {
		ms := ask(t, s, c.query)
		hs, err := s.Highlights(context.Background(), ms)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, m := range ms {
			if titles[m.ID] != c.of && string(m.ID) != c.of {
				continue
			}
			for _, h := range hs[i] {
				var b strings.Builder
				for _, f := range h.Fragments() {
					if f.Match {
						fmt.Fprintf(&b, "[%s]", f.Text)
					} else {
						b.WriteString(f.Text)
					}
				}
				got = append(got, fmt.Sprintf("%s: %s", h.Field, b.String()))
				if h.Field == graph.InText {
					text, err := s.ArticleText(context.Background(), m.ID)
					if err != nil || text[h.Start:h.Start+len(h.Text)] != h.Text {
						t.Errorf("%q in %s: the passage does not stand at %d", c.query, c.of, h.Start)
					}
				}
			}
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%q in %s:\n got %s\nwant %s", c.query, c.of, strings.Join(got, " | "), c.want)
		}
	}
}

// Pages of a search cover it, and a cursor keeps its place when an article is
// loaded that comes before it.
func TestSearchPages(t *testing.T) {
	ctx := context.Background()
	s, titles := library(t)
	var many []graph.Reading
	for i := range 30 {
		many = append(many, article(fmt.Sprint("n", i), "en", fmt.Sprintf("2020-01-%02d", i+1), fmt.Sprintf("Negotiations went on, day %d.", i)))
	}
	if _, err := s.PutAll(ctx, many); err != nil {
		t.Fatal(err)
	}
	if rare := ask(t, s, "Genève negotiations"); titles[rare[0].ID] != "french" {
		t.Errorf("the article with the rarer word is not the first of %v", rare)
	}
	f, ten := graph.SearchFilter{Text: "negotiations", Kinds: []string{"article"}}, 10
	var got []graph.ID
	page := graph.Page{First: &ten}
	for {
		c, err := s.Search(ctx, f, page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range c.Nodes() {
			got = append(got, m.ID)
		}
		if !c.HasNext {
			break
		}
		after := c.Edges[len(c.Edges)-1].Cursor
		page.After = &after
		if len(got) == ten { // the latest article comes first from now on
			if _, err := s.Put(ctx, article("new", "en", "2021-01-01", "Negotiations resumed.")); err != nil {
				t.Fatal(err)
			}
		}
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(got))); len(got) != 31 || len(unique) != 31 {
		t.Errorf("got %d articles, %d different, want 31 each once", len(got), len(unique))
	}
}

// A search takes as many reads however much it finds.
func TestSearchReads(t *testing.T) {
	ctx := context.Background()
	reads := func(n int) int64 {
		s, _ := library(t)
		var rs []graph.Reading
		for i := range n {
			rs = append(rs, article(fmt.Sprint("n", i), "en", "2020-01-01", fmt.Sprintf("Ivan Petrov%d spoke of negotiations.", i), fmt.Sprintf("person:p%d=Ivan Petrov%d", i, i)))
		}
		if _, err := s.PutAll(ctx, rs); err != nil {
			t.Fatal(err)
		}
		before := s.Reads()
		hundred := 100
		c, err := s.Search(ctx, graph.SearchFilter{Text: "ivan negotiations"}, graph.Page{First: &hundred})
		if err != nil || c.TotalCount < n {
			t.Fatalf("got %d, %v", c.TotalCount, err)
		}
		if _, err := s.Highlights(ctx, c.Nodes()); err != nil {
			t.Fatal(err)
		}
		return s.Reads() - before
	}
	few, many := reads(2), reads(60)
	t.Logf("%d reads for 2 articles and people, %d for 60", few, many)
	if few != many {
		t.Errorf("got %d reads for 60 articles, %d for 2", many, few)
	}
}
