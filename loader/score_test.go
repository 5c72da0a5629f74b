package loader

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// facts parses one fact a line, its parts parted by spaces.
func facts(lines string) []Fact {
	var out []Fact
	for line := range strings.Lines(lines) {
		if f := strings.Fields(line); len(f) > 0 {
			out = append(out, f)
		}
	}
	return out
}

func TestCompare(t *testing.T) {
	people := func(s Spellings) Names { return Names{Persons: s} }
	parties := func(s Spellings) Names { return Names{Parties: s} }
	cases := []struct {
		name        string
		gold, found string
		goldNames   Names
		foundNames  Names
		want        Counts
	}{
		{name: "equal", gold: "round a-1\nhead a-1 x p", found: "head a-1 x p\nround a-1", want: Counts{2, 0, 0}},
		{name: "missed and spurious", gold: "venue a-1 oslo", found: "venue a-1 paris", want: Counts{0, 1, 1}},
		{name: "another kind with equal arguments", gold: "guarantor a-1 x", found: "observer a-1 x", want: Counts{0, 1, 1}},
		{name: "duplicates count once", gold: "round a-1\nround a-1", found: "round a-1\nround a-1", want: Counts{1, 0, 0}},
		{name: "empty gold", found: "round a-1\nvenue a-1 oslo", want: Counts{0, 2, 0}},
		{name: "dates as they stand", gold: "start a-1 2019-12", found: "start a-1 2019-12-10", want: Counts{0, 1, 1}},
		{
			name: "person by a spelling", gold: "head a-1 x sedat-onal", found: "head a-1 x s-oenal",
			goldNames: people(Spellings{"sedat-onal": {"Sedat Önal", "سيدات أونال"}}), foundNames: people(Spellings{"s-oenal": {"سيدات اونال"}}),
			want: Counts{1, 0, 0},
		},
		{
			name: "case, marks and punctuation", gold: "member a-1 x khaji", found: "member a-1 x haji",
			goldNames: people(Spellings{"khaji": {"Ali-Asghar Khaji"}}), foundNames: people(Spellings{"haji": {"ALI ASGHAR “KHAJÍ”"}}),
			want: Counts{1, 0, 0},
		},
		{
			name: "a spelling of somebody else", gold: "head a-1 x sedat-onal", found: "head a-1 x selcuk-unal",
			goldNames: people(Spellings{"sedat-onal": {"سيدات أونال"}}), foundNames: people(Spellings{"selcuk-unal": {"سلجوق أونال"}}),
			want: Counts{0, 1, 1},
		},
		{
			name: "one gold fact is not matched twice", gold: "statement a-1 p", found: "statement a-1 p\nstatement a-1 q",
			goldNames: people(Spellings{"p": {"P P"}}), foundNames: people(Spellings{"q": {"P P"}}),
			want: Counts{1, 1, 0},
		},
		{
			name: "party by a spelling", gold: "delegation a-1 houthis", found: "delegation a-1 ansar-allah",
			goldNames: parties(Spellings{"houthis": {"الحوثيون", "أنصار الله"}}), foundNames: parties(Spellings{"ansar-allah": {"انصار الله"}}),
			want: Counts{1, 0, 0},
		},
		{
			name: "speaker is a party", gold: "statement a-1 houthis", found: "statement a-1 ansar-allah",
			goldNames: parties(Spellings{"houthis": {"أنصار الله"}}), foundNames: parties(Spellings{"ansar-allah": {"أنصار الله"}}),
			want: Counts{1, 0, 0},
		},
		{
			name: "sides of a meeting by spellings, in any order", gold: "meeting a-1 2019-12-10 houthis+un", found: "meeting a-1 2019-12-10 ansar-allah+un",
			goldNames: parties(Spellings{"houthis": {"أنصار الله"}}), foundNames: parties(Spellings{"ansar-allah": {"أنصار الله"}}),
			want: Counts{1, 0, 0},
		},
		{name: "a meeting of more sides is another", gold: "meeting a-1 ? x+y", found: "meeting a-1 ? x+y+z", want: Counts{0, 1, 1}},
		{name: "gold ? is any date", gold: "meeting a-1 ? x+y\nplenary a-1 ?", found: "meeting a-1 2019-12-10 x+y\nplenary a-1 2019-12-11", want: Counts{2, 0, 0}},
		{name: "found ? is not any date", gold: "plenary a-1 2019-12-11", found: "plenary a-1 ?", want: Counts{0, 1, 1}},
		{
			name: "? leaves the dated one to its equal", gold: "meeting a-1 ? x+y\nmeeting a-1 2019-12-10 x+y",
			found: "meeting a-1 2019-12-10 x+y\nmeeting a-1 2019-12-11 x+y", want: Counts{2, 0, 0},
		},
		{name: "? is a day of a meeting only", gold: "start a-1 ?", found: "start a-1 2019-12-10", want: Counts{0, 1, 1}},
		{
			name: "process by a spelling", gold: "round harbour-3", found: "round port-talks-3",
			goldNames:  Names{Processes: Spellings{"harbour": {"Harbour talks"}}},
			foundNames: Names{Processes: Spellings{"port-talks": {"harbour talks"}}}, want: Counts{1, 0, 0},
		},
		{
			name: "the number counts", gold: "round harbour-3", found: "round port-talks-4",
			goldNames:  Names{Processes: Spellings{"harbour": {"Harbour talks"}}},
			foundNames: Names{Processes: Spellings{"port-talks": {"harbour talks"}}}, want: Counts{0, 1, 1},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := Compare(Gold{Names: c.goldNames, Facts: facts(c.gold)}, FactsRecord{Names: c.foundNames, Facts: facts(c.found)})
			if got := r.Counts(); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if len(r.Missed) != c.want.FalseNegatives || len(r.Spurious) != c.want.FalsePositives {
				t.Errorf("listed %d missed and %d spurious facts, want %d and %d", len(r.Missed), len(r.Spurious), c.want.FalseNegatives, c.want.FalsePositives)
			}
		})
	}
}

// handMade is a report on two articles, one without gold facts.
func handMade() Report {
	gold := Gold{Facts: facts("round a-1\nvenue a-1 oslo\nvenue a-1 paris\nhead a-1 x p")}
	gold.Article.Language = "ar"
	nothing := Gold{}
	nothing.Article.Language = "en"
	return Report{[]Result{
		Compare(gold, FactsRecord{
			File: "one.txt", Facts: facts("round a-1\nvenue a-1 oslo\nhost a-1 norway"),
			Evidence: []FactEvidence{{}, {}, {Rule: "en/host"}},
		}),
		Compare(nothing, FactsRecord{File: "two.txt", Facts: facts("round b-1")}),
	}}
}

func TestMicroAverages(t *testing.T) {
	got := handMade().Counts()
	want := Counts{TruePositives: 2, FalsePositives: 2, FalseNegatives: 2}
	if got != want {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	if p, r, f := got.Precision(), got.Recall(), got.F1(); p != 0.5 || r != 0.5 || f != 0.5 {
		t.Errorf("precision, recall and F1 are %v, %v, %v, want 0.5 each", p, r, f)
	}
	if f := (Counts{}).F1(); !math.IsNaN(f) {
		t.Errorf("F1 of nothing is %v, want none", f)
	}
}

func TestScoreTable(t *testing.T) {
	const want = `          articles   gold  found     tp     fp     fn  precision  recall      f1
all              2      4      4      2      2      2     0.5000  0.5000  0.5000

language  articles   gold  found     tp     fp     fn  precision  recall      f1
ar               1      4      3      2      1      2     0.6667  0.5000  0.5714
en               1      0      1      0      1      0     0.0000       -  0.0000

fact      articles   gold  found     tp     fp     fn  precision  recall      f1
round            2      1      2      1      1      0     0.5000  1.0000  0.6667
venue            1      2      1      1      0      1     1.0000  0.5000  0.6667
host             1      0      1      0      1      0     0.0000       -  0.0000
head             1      1      0      0      0      1          -  0.0000  0.0000
`
	var out strings.Builder
	if err := handMade().WriteTable(&out, "language", "fact"); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMisses(t *testing.T) {
	const want = `
one.txt
  missed    venue a-1 paris
  missed    head a-1 x p
  spurious  host a-1 norway
            by en/host: ""

two.txt
  spurious  round b-1
`
	var out strings.Builder
	if err := handMade().WriteMisses(&out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFactKindsAreThoseOfGold(t *testing.T) {
	if got, want := len(FactKinds), len(arity); got != want {
		t.Errorf("%d kinds are shown, %d are known", got, want)
	}
	for kind := range arity {
		if !slices.Contains(FactKinds, kind) {
			t.Errorf("%s is not shown", kind)
		}
	}
}

func TestReadGold(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"sound", `{"article": {"language": "ar", "published": null, "source": null}, "persons": {}, "facts": [["round", "a-1"]]}`, ""},
		{"no JSON", `{`, "unexpected end"},
		{"unknown kind", `{"facts": [["rumour", "a-1"]]}`, `fact 0: unknown kind "rumour"`},
		{"too few arguments", `{"facts": [["round", "a-1"], ["head", "a-1", "x"]]}`, "fact 1: head takes 3 arguments, not 2"},
		{"empty fact", `{"facts": [[]]}`, "fact 0: it is empty"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "x.gold.json")
			if err := os.WriteFile(name, []byte(c.text), 0o666); err != nil {
				t.Fatal(err)
			}
			_, err := ReadGold(name)
			switch {
			case c.want == "" && err != nil:
				t.Errorf("got %v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), name)):
				t.Errorf("got %v, want the file's name and %q", err, c.want)
			}
		})
	}
}
