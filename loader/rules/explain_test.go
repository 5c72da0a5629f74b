package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"peacetalks/graph"
)

func explain(t *testing.T, e *Engine, language, s, sentence string) Explanation {
	t.Helper()
	x, err := e.Explain(Input{Text: s, Language: language, Published: exampleDay}, sentence)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestExplainReads checks on the sample articles that a traced reading is the
// plain one, that every fact has a rule and a passage with words marked, and
// that every sentence can be explained.
func TestExplainReads(t *testing.T) {
	e := engine(t)
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in := Input{Text: string(b), Language: filepath.Base(name)[:2]}
		want, err := e.Read(in)
		if err != nil {
			t.Fatal(err)
		}
		x, err := e.Explain(in, "")
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(x.Output, want) {
			t.Errorf("%s: the reading changes when it is explained", name)
		}
		if len(x.Facts) == 0 {
			t.Errorf("%s: no facts", name)
		}
		for _, f := range x.Facts {
			if f.Rule == "" || f.Description == "" || len(f.Clues) == 0 || len(f.Passage.Marks) == 0 || !strings.Contains(in.Text, f.Passage.Text) {
				t.Errorf("%s: %v is not explained: %+v", name, f.Fact, f)
			}
		}
		all, err := e.Explain(in, "e")
		if err != nil && !errors.As(err, new(*SentenceError)) {
			t.Fatal(err)
		}
		for _, s := range all.Asked {
			gave := slices.ContainsFunc(s.Derived, given1) || slices.ContainsFunc(s.Matched, func(m Matched) bool { return slices.ContainsFunc(m.Gave, given1) })
			if gave == (s.Nothing != "") {
				t.Errorf("%s: sentence %d gives facts: %v, and why none: %q", name, s.Passage.Sentence, gave, s.Nothing)
			}
		}
	}
}

// TestEngineRulesDescribed checks that each rule that the code itself gives to
// facts is described, and no other is.
func TestEngineRulesDescribed(t *testing.T) {
	files, err := fs.Glob(embedded, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]bool{}
	for _, name := range files {
		code, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`lang\.name ?\+ ?"\.([a-z-]+)"`).FindAllSubmatch(code, -1) {
			given[string(m[1])] = true
		}
	}
	delete(given, "name") // names are no facts
	if got, want := slices.Sorted(maps.Keys(engineRules)), slices.Sorted(maps.Keys(given)); !slices.Equal(got, want) {
		t.Errorf("described are %q, given %q", got, want)
	}
}

// given1 tells the facts that stand and are not denied.
func given1(g Given) bool { return g.Dropped == "" && g.Modality != graph.Denied }

// TestExplainClues checks what the parts of facts were known by.
func TestExplainClues(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name, language, text string
		fact, clue, quote    string // words of the fact; the clue that it must have
	}{
		{"adjective", "ar", "أستانة 14\nوقاد الوفد التركي نائب وزير الخارجية سيدات أونال.", "head astana-14 turkey sedat-onal",
			"party turkey - its adjective in the lexicon", "التركي"},
		{"lexicon", "ar", "أستانة 14\nوقاد الوفد التركي نائب وزير الخارجية سيدات أونال.", "head astana-14 turkey sedat-onal",
			"person sedat-onal - a name in the lexicon", "سيدات أونال"},
		{"title", "en", "Astana 14\nThe Iraqi delegation was led by Deputy Foreign Minister Karim Zand.", "head astana-14 iraq karim-zand",
			"person karim-zand - a title introduces the name; no list has it, the id is the key of the name, one for all its spellings", "Karim Zand"},
		{"surname", "en", "Astana 14\nThe Iraqi delegation was led by Deputy Foreign Minister Karim Zand. Zand said the ceasefire held.", "statement astana-14 karim-zand",
			"person karim-zand - a surname or first name, completed within the article", "Zand"},
		{"pronoun", "en", "Astana 14\nThe Iraqi delegation was led by Deputy Foreign Minister Karim Zand. He said the ceasefire held.", "statement astana-14 karim-zand",
			"person karim-zand - a pronoun: whom the sentence before names first", "He"},
		{"date", "en", "Astana 14\nThe round opened on Tuesday and a ceasefire was discussed.", "start astana-14 2019-12-10",
			"date 2019-12-10 - the last Tuesday", "Tuesday"},
		{"duration", "en", "Astana 14\nThe two-day round opened in Nur-Sultan on 10 December. A ceasefire was discussed.", "end astana-14 2019-12-11",
			"counted from the start 2019-12-10 - ", "opened in Nur-Sultan on 10 December"},
		{"future", "ar", "أستانة 14\nستنطلق الجولة الرابعة عشرة في نور سلطان الخميس 12 كانون الأول لبحث وقف إطلاق النار.", "start astana-14 2019-12-12",
			"PLANNED - a word of the future", "ستنطلق"},
		{"denial", "en", "Astana 14\nAlexander Lavrentyev will not head the Russian delegation. A ceasefire was discussed.", "head astana-14 russia alexander-lavrentyev",
			"DENIED - a word of denial", "not"},
		{"acts for", "en", "Astana 14\nThe Iraqi delegation met Alexander Lavrentyev on Tuesday. A ceasefire was discussed.", "meeting astana-14 2019-12-10 iraq+russia",
			"party russia - the party for which alexander-lavrentyev acts, by the lexicon's hint for the name", ""},
		{"topic", "ar", "أستانة 14\nوناقش المجتمعون ملف المعتقلين.", "agenda astana-14 detainees", "topic detainees - a name in the lexicon", "ملف المعتقلين"},
		{"place", "en", "Astana 14\nThe round opened in the Kazakh capital on Tuesday. A ceasefire was discussed.", "venue astana-14 nur-sultan",
			"venue nur-sultan - the capital that the state had on the article's day", "in the Kazakh capital"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := explain(t, e, c.language, c.text, "")
			for _, r := range x.Facts {
				if strings.Join(r.Fact, " ") != c.fact {
					continue
				}
				for _, clue := range r.Clues {
					if strings.HasPrefix(clue.What+" - "+clue.By, c.clue) && clue.Quote == c.quote {
						return
					}
				}
				t.Fatalf("%s: no clue %q %q in %q", c.fact, c.clue, c.quote, r.Clues)
			}
			t.Fatalf("no fact %q", c.fact)
		})
	}
}

// TestExplainDrops checks that facts which do not stand say why.
func TestExplainDrops(t *testing.T) {
	e := engine(t)
	for _, c := range []struct{ name, text, sentence, fact, why string }{
		{"rival", "Astana 14\nThe 14th round opened in Nur-Sultan on 10 December 2019. The round opened in Nur-Sultan in December.", "in December",
			"start astana-14 2019-12", "a rival: another is more precise, said more firmly or said before: start astana-14 2019-12-10"},
		{"visitor", "Astana 14\nAhmed Tomah, head of the opposition delegation, met Alexander Lavrentyev.", "Tomah",
			"member astana-14 russia alexander-lavrentyev", "a visitor: nothing says that the party takes part"},
		{"head", "Astana 14\nAhmed Tomah, head of the opposition delegation, met Alexander Lavrentyev.", "Tomah",
			"member astana-14 syria-opposition ahmad-tomah", "the person heads the delegation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := explain(t, e, "en", c.text, c.sentence)
			var got []string
			for _, g := range given(x.Asked[0].Matched) {
				if strings.Join(g.Fact, " ") == c.fact {
					got = append(got, g.Dropped)
				}
			}
			if !slices.Contains(got, c.why) {
				t.Errorf("%s: taken back for %q, want %q", c.fact, got, c.why)
			}
		})
	}
}

// TestExplainNothing checks why nothing comes out.
func TestExplainNothing(t *testing.T) {
	e := engine(t)
	const talks = "Astana 14\nThe 14th round of the Astana talks on Syria opened in Nur-Sultan on Tuesday.\n"
	for _, c := range []struct{ name, language, text, sentence, want string }{
		{"empty", "en", talks + "It rained all day.", "rained", "nothing is named in it"},
		{"reporter", "ar", "أستانة 14\nوقال المراسل كريم زند إن وقف إطلاق النار صامد.", "المراسل", "a reporter speaks"},
		{"match", "en", "The 14th Astana round of the chess league was played on Saturday. The players of the home team won every match, and their coach praised the fans.", "1", "its words are those of another subject (weighed at 0."},
		{"weather", "en", "It rained all day.", "1", "names none that the lexicon knows"},
		{"denied", "en", talks + "Alexander Lavrentyev will not head the Russian delegation.", "3", "it denies head astana-14 russia alexander-lavrentyev"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := explain(t, e, c.language, c.text, c.sentence).Asked[0].Nothing
			if !strings.Contains(got, c.want) {
				t.Errorf("got %q, want it to contain %q", got, c.want)
			}
		})
	}
	if x := explain(t, e, "sw", "Mazungumzo ya amani.", ""); x.Nothing != "there are no rules for the language sw" {
		t.Errorf("got %q", x.Nothing)
	}
	if x := explain(t, e, "en", "It rained all day.", ""); len(x.Facts) != 0 || x.Nothing == "" {
		t.Errorf("facts %v, why none %q", x.Facts, x.Nothing)
	}
}

// TestExplainAsked checks which sentences an article has.
func TestExplainAsked(t *testing.T) {
	e := engine(t)
	const s = "Astana 14\nThe round opened on Tuesday. The ROUND will close on Wednesday."
	if x := explain(t, e, "en", s, "the round"); len(x.Asked) != 2 || x.Asked[1].Passage.Sentence != 3 {
		t.Errorf("got %+v", x.Asked)
	}
	for sentence, want := range map[string]string{
		"0": "has no sentence 0: its sentences are numbered from 1 to 3", "4": "has no sentence 4: its sentences are numbered from 1 to 3",
		"snow": `has no sentence with the words "snow"`,
	} {
		_, err := e.Explain(Input{Text: s, Language: "en"}, sentence)
		if err == nil || err.Error() != want {
			t.Errorf("sentence %s: got %v, want %s", sentence, err, want)
		}
	}
}

// trial is a language of few rules, so that it is known which fit.
const trial = `
language: qq
party: both
cased: true
classes:
  talks: [talks]
  delegation: [delegation]
  article: [the]
  conflict: [ceasefire]
  led: [led by]
  arrive: [arrived]
  rumour: [reportedly]
  before: [before]
  yesterday: [yesterday]
rules:
  - {id: lead, description: who leads, pattern: "{delegation} ...3 @led {person}", fact: head delegation person}
  - {id: arrive, description: who arrives, pattern: "{delegation} @arrive", fact: delegation delegation, unless: [rumour], not-behind: [before]}
  - {id: after, description: who came, pattern: "{delegation} came", fact: delegation delegation, after: [yesterday]}
  - {id: either, description: who went, pattern: "{delegation} (went @talks | left @arrive)", fact: delegation delegation}
`

// TestExplainNearly checks which rules come close, and what stops them.
func TestExplainNearly(t *testing.T) {
	e := engine(t)
	f, err := readRules(fstest.MapFS{"trial.yml": {Data: []byte(trial)}}, "trial.yml")
	if err != nil {
		t.Fatal(err)
	}
	if err := e.load(f); err != nil {
		t.Fatal(err)
	}
	l := e.languages["qq"]
	phrases := e.lexicon.Matcher.Select(l.reads)
	l.scratches.New = func() any { return newScratch(l.name, phrases) }
	for _, c := range []struct{ name, sentence, want string }{
		{"too far", "The Russian delegation, seen in the town on Monday, was led by Alexander Lavrentyev.",
			`lead 1 of 3 "The Russian delegation" at ...3 @led, there ", seen in": what is wanted stands 9 words on, where the gap takes 3`},
		{"before", "It was led by Alexander Lavrentyev, the Russian delegation.",
			`lead 1 of 3 "the Russian delegation" at ...3 @led, there ".": what is wanted does not stand behind that`},
		{"last", "The Russian delegation was led by nobody but Alexander Lavrentyev.",
			`lead 2 of 3 "The Russian delegation was led by" at {person}, there "nobody but Alexander": what is wanted stands 2 words on`},
		{"within a group", "The Russian delegation went home, the talks arrived.", `either 1 of 2 "The Russian delegation" at @talks, there "went home,": what is wanted stands 4 words on`},
		{"unless", "The Russian delegation arrived, reportedly.", `arrive stopped: unless forbids a word of the class rumour in the sentence "reportedly"`},
		{"not behind", "Long before Russian delegation arrived, it snowed.", `arrive stopped: not-behind forbids a word of the class before right before it "before"`},
		{"after", "The Russian delegation came.", `after stopped: after wants a word of one of its classes before it: yesterday ""`},
		{"fits", "The Russian delegation arrived.", `arrive fits: delegation astana-14 russia`},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := explain(t, e, "qq", "Astana 14. The talks on a ceasefire go on.\n"+c.sentence, "russian")
			var got []string
			for _, s := range x.Asked {
				got = append(got, outcomes(s)...)
			}
			if !slices.Contains(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), c.want)
			}
		})
	}
}

// outcomes writes what came of a sentence, a line for each rule.
func outcomes(s Sentence) []string {
	var out []string
	for _, m := range s.Matched {
		for _, g := range m.Gave {
			out = append(out, strings.TrimPrefix(m.Rule, "qq.")+" fits: "+strings.Join(g.Fact, " "))
		}
	}
	for _, x := range s.Stopped {
		out = append(out, strings.TrimPrefix(x.Rule, "qq.")+" stopped: "+x.Why+` "`+x.Word+`"`)
	}
	for _, n := range s.Nearly {
		out = append(out, fmt.Sprintf("%s %d of %d %q at %s, there %q: %s", strings.TrimPrefix(n.Rule, "qq."), n.Met, n.Of, n.Quote, n.Failed, n.Stands, n.Why))
	}
	return out
}
