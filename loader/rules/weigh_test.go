package rules

import (
	"math"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
)

// weighedFacts lists the predicates and objects of what was weighed in a text, as
// "head staffan-de-mistura".
func weighedFacts(t *testing.T, e *Engine, language, text string) []string {
	t.Helper()
	out, err := e.Read(Input{Text: text, Language: language})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, c := range out.Claims {
		if slices.ContainsFunc(c.Evidence, func(e graph.Evidence) bool { return e.Rule == language+".weighed" && e.Modality != graph.Denied }) {
			what := c.Claim.Object.Entity.Name()
			if d := c.Claim.Object.Date; !d.IsZero() {
				what = d.String()
			}
			found = append(found, string(c.Claim.Predicate)+" "+what)
		}
	}
	return found
}

// What no rule says comes out where its signs speak for it, but not where the rules know
// better, whatever the signs say.
func TestWeighed(t *testing.T) {
	const opened = "The 14th round of the Astana talks on Syria opened on 10 December 2019. "
	e := engine(t)
	never := "always =always" // nothing is likely without a sign
	for _, k := range weighedKinds {
		if k != "subject" {
			never += "\t" + k + "=-4"
		}
	}
	never += "\tsubject=9"
	for _, c := range []struct{ text, weights, want string }{
		{opened + "Tarek Nasri, to whom the Syrian government's delegation answers, took the chair by the window.", "first-word =nasri\thead=9", "head tarek-nasri"},
		{opened + "Tarek Nasri, to whom the Syrian government's delegation answers, took the chair by the window.", "first-word =nasri\thead=0.1", ""},
		{opened + "Of prisoners there will be talk in the afternoon instead.", "about-topic =detainees\tagenda=9", "agenda astana-14/detainees"},
		{opened + "Iraq looked on.", "first-word =iraq\tobserver=9", "observer iraq"},
		{opened + "Iraq will not look on as an observer.", "first-word =iraq\tobserver=9", ""},
		{opened + "According to our correspondent Samir Haddad, it snowed.", "first-word =haddad\tsay=9", ""},
		{opened + "The government delegation faced the opposition delegation.", "block =body\tmeeting=9", ""},
		{"Kazakhstan is hosting the 14th round of the Astana talks on Syria, which opened on 10 December 2019. Kazakh minister Mukhtar Tileuberdi stood by the door.", "first-word =tileuberdi\thead=9\tmember=9", ""},
		{opened + "Not the prisoners but the weather was talked about.", "about-topic =detainees\tagenda=9", ""},
		{opened + "The Iranian delegation, led by Parviz Naderi, came with Omid Karimi.", "first-word =karimi\thead=9", ""},
	} {
		w, err := parseWeights([]byte(never + "\n" + c.weights))
		if err != nil {
			t.Fatal(err)
		}
		e.languages["en"].weights = w.table(e.languages["en"])
		if got := strings.Join(weighedFacts(t, e, "en", c.text), ", "); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s\n%q\n got %q, want %q", c.text, c.weights, got, c.want)
		}
	}
}

// The weights that were learnt tell the first day of a round that is unfurled, and what is
// on the table of those who meet.
func TestWeighedAsLearnt(t *testing.T) {
	weighing, alone := engine(t), unweighed(t)
	for _, c := range []struct{ language, text, want string }{
		{"en", "The third round of the Astana talks was unfurled on 14 March 2017.", "start 2017-03-14"},
		{"ar", "انطلقت في نور سلطان الجولة الرابعة عشرة من محادثات أستانا حول سوريا في 10 كانون الأول 2019. وعلى مائدة المجتمعين ملف المعتقلين قبل غيره.", "agenda astana-14/detainees"},
	} {
		if got := weighedFacts(t, weighing, c.language, c.text); !slices.Contains(got, c.want) {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
		if got := weighedFacts(t, alone, c.language, c.text); len(got) > 0 {
			t.Errorf("%s\n got %q without weights", c.text, got)
		}
	}
}

// Trees tell prospects apart by what speaks for their rivals, and take back what a rule
// found where all speaks against it.
func TestWeighedByTrees(t *testing.T) {
	const opened = "The 14th round of the Astana talks on Syria opened on 10 December 2019. "
	e := engine(t)
	const chair = opened + "Tarek Nasri, to whom the Syrian government's delegation answers, took the chair by the window."
	for _, c := range []struct {
		text, weights, fact string
		told                bool
	}{
		{chair, "tree\thead\tsum<1 =-5 =5", "head tarek-nasri", true},
		{chair, "tree\thead\trivals<99 =-5 =5", "head tarek-nasri", false},
		{chair, "tree\thead\ttimes<2 own<1 =-5 =5 =-5", "head tarek-nasri", true},
		{opened + "The Iraqi delegation arrived.", "tree\tdelegation\t=-9", "delegation iraq", false},
		{opened + "The Iraqi delegation arrived.", "tree\tdelegation\t=0", "delegation iraq", true},
	} {
		w, err := parseWeights([]byte("always =always\tsubject=9\nfirst-word =nasri\thead=9\tmember=-9\n" + c.weights))
		if err != nil {
			t.Fatal(err)
		}
		e.languages["en"].weights = w.table(e.languages["en"])
		told := slices.ContainsFunc(reading(t, e, "en", c.text).facts, func(f *fact) bool {
			return f.kind+" "+f.party == c.fact || f.person != nil && f.kind+" "+f.person.id == c.fact
		})
		if told != c.told {
			t.Errorf("%s\n%q\n%s is told: %v, want %v", c.text, c.weights, c.fact, told, c.told)
		}
	}
}

// TestHopeless checks the sum below which the trees are not asked: where none of their answers
// would make a prospect clear, whatever else is known of it.
func TestHopeless(t *testing.T) {
	for _, c := range []struct {
		trees string
		of    weighed
		want  float32
	}{
		{"tree\tmember\tsum<1 =-5 =5", weighedMember, 1},
		{"tree\tmember\ttimes<2 sum<1 =-5 =5 sum<2 =-5 =5", weighedMember, 1},
		{"tree\tmember\tsum<1 =-5 =5\ntree\tmember\tsum<3 =-9 =0", weighedMember, 3},
		{"tree\tmember\ttimes<2 =5 sum<1 =-5 =5", weighedMember, float32(math.Inf(-1))}, // what is found may also be taken back
		{"tree\thead\ttimes<2 =5 sum<1 =-5 =5", weighedHead, hopelessSum},
		{"", weighedHead, hopelessSum},
	} {
		w, err := parseWeights([]byte(c.trees))
		if err != nil {
			t.Fatal(err)
		}
		if got := w.hopeless[c.of]; got != c.want {
			t.Errorf("%q: got %v, want %v", c.trees, got, c.want)
		}
	}
}

// TestWeighedExplained checks that what was weighed says how likely it was, and why.
func TestWeighedExplained(t *testing.T) {
	x, err := engine(t).Explain(Input{Text: "The third round of the Astana talks was unfurled on 14 March 2017.", Language: "en"}, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range x.Facts {
		if f.Rule == "en.weighed" {
			if !strings.HasPrefix(f.Derived, "weighed at 0.") || !strings.Contains(f.Derived, "; for it speak most: ") {
				t.Errorf("%v is explained by %q", f.Fact, f.Derived)
			}
			return
		}
	}
	t.Errorf("nothing was weighed: %v", x.Facts)
}

// TestWeights checks that the file of weights names classes that there are, each in some
// language, and that what is wrong in such a file is told by its line.
func TestWeights(t *testing.T) {
	e := engine(t)
	data, err := embedded.ReadFile(weightsFile)
	if err != nil {
		t.Fatal(err)
	}
	w, err := parseWeights(data)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"-": true, "": true}
	for _, l := range e.languages {
		for name := range l.class {
			known[name] = true
		}
	}
	for _, k := range kindNames {
		known["a:"+k] = true
	}
	for s := range w.class {
		if !known[s.class] || !known[s.other] {
			t.Errorf("%s %s %s: no language has such a class; learn the weights again", signPlaces[s.at], s.class, s.other)
		}
	}
	for text, want := range map[string]string{
		"# note\nnowhere leads\thead=1":    `data/weights.tsv:2: no place is called "nowhere"`,
		"in-sentence leads\thead":          `data/weights.tsv:1: "head" is no kind with its weight`,
		"in-sentence -\thead=1":            `data/weights.tsv:1: "in-sentence -" names no class`,
		"in-sentence leads\tcaptain=1":     `data/weights.tsv:1: "captain=1" is no kind with its weight`,
		"in-sentence =word\thead=1\tsay=x": `data/weights.tsv:1: "say=x" is no kind with its weight`,
		"tree\tcaptain\t=1":                `data/weights.tsv:1: "captain" is no kind that has trees`,
		"tree\thead\tsum<1 =2":             `data/weights.tsv:1: the tree ends without an answer to each question`,
		"tree\thead\t=1 =2":                `data/weights.tsv:1: nothing leads to "=2"`,
		"tree\thead\tage<1 =1 =2":          `data/weights.tsv:1: "age<1" is neither a question`,
		"tree\thead\t1":                    `data/weights.tsv:1: "1" is neither a question`,
	} {
		if _, err := New(Options{Weights: []byte(text)}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

// unweighed is an engine of the rules alone.
func unweighed(t *testing.T) *Engine {
	t.Helper()
	e, err := New(Options{Weights: []byte{}})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
