package loader

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"peacetalks/graph"
	"peacetalks/loader/source"
)

// A copy is an article of the made collection: one of the sample articles, or
// what an editor made of it. Copies of one story have one family.
type copy struct {
	kind   string
	family string
	doc    source.Document
}

// An editor makes other articles of one, always the same ones.
type editor struct {
	random *rand.Rand
	paras  []string
	filler func(words int) string // prose that is in no other article
}

// reprints are what newsrooms do with an agency's story.
var reprints = []struct {
	kind string
	edit func(e *editor) []string
}{
	{"headline and credit", func(e *editor) []string {
		return append([]string{e.filler(9), "(Agencies) - "}, e.paras[1:]...)
	}},
	{"another spelling", func(e *editor) []string {
		return respell(e.paras)
	}},
	{"last third dropped", func(e *editor) []string {
		return append([]string{e.filler(8)}, part(e.paras, 0, 0.67)...)
	}},
	{"half dropped, credit", func(e *editor) []string {
		return append(part(e.paras, 0, 0.5), "Reporting by our correspondents; writing by the desk.")
	}},
	{"own lead and ending", func(e *editor) []string {
		return slices.Concat([]string{e.filler(10), e.filler(25)}, part(e.paras, 0.15, 0.9), []string{e.filler(20)})
	}},
	{"one word in thirty changed", func(e *editor) []string { return e.reword(e.paras, 30) }},
	{"one word in sixteen changed", func(e *editor) []string { return e.reword(e.paras, 16) }},
	{"one word in nine changed", func(e *editor) []string { return e.reword(e.paras, 9) }},
	{"the first third alone", func(e *editor) []string { return part(e.paras, 0, 0.34) }},
	{"the first fifth alone", func(e *editor) []string { return part(e.paras, 0, 0.2) }},
	{"paragraphs moved", func(e *editor) []string {
		moved := slices.Clone(e.paras)
		e.random.Shuffle(len(moved), func(i, j int) { moved[i], moved[j] = moved[j], moved[i] })
		return moved
	}},
	{"reprint of a shortened reprint", func(e *editor) []string {
		return e.reword(respell(part(e.paras, 0, 0.75)), 30)
	}},
}

// others are articles that have much in common with one and are not reprints.
var others = []struct {
	kind string
	edit func(e *editor) []string
}{
	{"follow-up with background", func(e *editor) []string {
		background := part(e.paras, 0.6, 1)
		return append([]string{e.filler(10), e.filler(60), e.filler(60), e.filler(60)}, background...)
	}},
	{"brief news with the old background", func(e *editor) []string {
		background := part(e.paras, 0.75, 1)
		return append([]string{e.filler(10), e.filler(max(70, len(strings.Fields(strings.Join(background, " ")))))}, background...)
	}},
	{"form letter of another round", func(e *editor) []string { return e.reword(e.paras, 5) }},
	{"dossier that quotes it whole", func(e *editor) []string {
		n := len(strings.Fields(strings.Join(e.paras, " ")))
		return slices.Concat([]string{e.filler(n), e.filler(n)}, e.paras, []string{e.filler(n)})
	}},
}

// part is the paragraphs between two shares of the words.
func part(paras []string, from, to float64) []string {
	total := len(strings.Fields(strings.Join(paras, " ")))
	var out []string
	at := 0
	for _, p := range paras {
		n := len(strings.Fields(p))
		if middle := float64(at) + float64(n)/2; middle >= from*float64(total) && middle < to*float64(total) {
			out = append(out, p)
		}
		at += n
	}
	return out
}

// respell writes letters, digits and marks as another newsroom would.
func respell(paras []string) []string {
	r := strings.NewReplacer("أ", "ا", "إ", "ا", "ة", "ه", "ى", "ي", "،", ",", "«", "\"", "»", "\"", "“", "\"", "”", "\"",
		"ё", "е", "—", "-", "–", "-", "’", "'", "1", "١", "2", "٢", "9", "٩", "و", "وـ")
	out := make([]string, len(paras))
	for i, p := range paras {
		out[i] = r.Replace(p)
	}
	return out
}

// reword replaces about one word in n by one that stands nowhere else.
func (e *editor) reword(paras []string, n int) []string {
	out := make([]string, len(paras))
	for i, p := range paras {
		words := strings.Fields(p)
		for j := range words {
			if e.random.IntN(n) == 0 {
				words[j] = e.filler(1)
			}
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

// madeCollection is every sample article with its reprints and with articles
// that only look like reprints.
func madeCollection(t *testing.T) []copy {
	t.Helper()
	var originals []source.Document
	for doc, err := range source.Read(t.Context(), source.Options{}, articles, unseen, unseen2) {
		if err != nil {
			t.Fatal(err)
		}
		originals = append(originals, doc)
	}
	l := real(t)
	var words []string // of all articles, for prose of other people's
	for _, doc := range originals {
		if !doc.HTML {
			words = append(words, strings.FieldsFunc(doc.Text, func(r rune) bool { return !unicode.IsLetter(r) })...)
		}
	}
	var out []copy
	for i, doc := range originals {
		r, err := l.Extract(doc)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, copy{"original", doc.Name, doc})
		random := rand.New(rand.NewPCG(uint64(i), 7))
		filler := func(n int) string {
			chosen := make([]string, n)
			for j := range chosen {
				chosen[j] = words[random.IntN(len(words))]
			}
			return strings.Join(chosen, " ")
		}
		e := &editor{random: random, filler: filler}
		for p := range strings.SplitSeq(r.Article.Text, "\n") {
			if strings.TrimSpace(p) != "" {
				e.paras = append(e.paras, p)
			}
		}
		add := func(kind, family string, paras []string) {
			n := len(out)
			published := r.Article.Published.String()
			out = append(out, copy{kind, family, source.Document{
				Path: fmt.Sprintf("made/%d.txt", n), Name: fmt.Sprintf("%d.txt", n), UTF8: true, Text: strings.Join(paras, "\n\n"),
				Meta: source.Meta{Source: fmt.Sprintf("Outlet %d", n%17), Published: published, Language: r.Article.Language},
			}})
		}
		for _, k := range reprints {
			add(k.kind, doc.Name, k.edit(e))
		}
		for _, k := range others {
			add(k.kind, fmt.Sprintf("%s, %s", doc.Name, k.kind), k.edit(e))
		}
		if i >= 4 {
			// A round-up: the first lines of each of four stories.
			paras := []string{filler(12)}
			for _, c := range originals[i-4 : i] {
				story := strings.Fields(c.Text)
				paras = append(paras, strings.Join(story[:min(60, len(story)/4)], " "), filler(30))
			}
			add("round-up", doc.Name+", round-up", paras)
		}
	}
	return out
}

var unseen, unseen2 = filepath.Join("..", "testdata", "unseen"), filepath.Join("..", "testdata", "unseen-2")

// TestReprintGolden keeps how well reprints are found in a made collection, and
// of each kind how many. Its clusters must be the same in any order of loading.
func TestReprintGolden(t *testing.T) {
	l := real(t)
	made := madeCollection(t)
	readings := make([]graph.Reading, len(made))
	byArticle := map[graph.ID]int{}
	for i, c := range made {
		r, err := l.Extract(c.doc)
		if err != nil {
			t.Fatal(err)
		}
		r.Claims, r.Terms = nil, nil // clusters are of texts
		readings[i] = r
		byArticle[r.Article.ID] = i
	}
	if len(byArticle) != len(made) {
		t.Fatalf("%d articles of %d are different", len(byArticle), len(made))
	}
	found := clustersOf(t, readings)
	backwards := slices.Clone(readings)
	slices.Reverse(backwards)
	for article, of := range clustersOf(t, backwards) {
		if found[article] != of {
			t.Errorf("%s: loaded backwards it is of %s, else of %s", made[byArticle[article]].doc.Name, of, found[article])
		}
	}

	var right, wrong, missed int // pairs
	hit, all := map[string]int{}, map[string]int{}
	originals := map[string]graph.ID{}
	for i, c := range made {
		if c.kind == "original" {
			originals[c.family] = readings[i].Article.ID
		}
	}
	for i, c := range made {
		a := readings[i].Article.ID
		all[c.kind]++
		story := originals[strings.Split(c.family, ", ")[0]]
		if joined := found[a] == found[story]; joined == (c.family == made[byArticle[story]].family) {
			hit[c.kind]++
		}
		for j, d := range made[:i] {
			same, together := c.family == d.family, found[a] == found[readings[j].Article.ID]
			switch {
			case same && together:
				right++
			case together:
				wrong++
			case same:
				missed++
			}
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "articles   %d\nstories    %d\n", len(made), len(originals))
	fmt.Fprintf(&out, "precision  %.4f  of %d pairs found\n", share(right, wrong), right+wrong)
	fmt.Fprintf(&out, "recall     %.4f  of %d pairs of one story\n\njoined to their story\n", share(right, missed), right+missed)
	for _, k := range reprints {
		fmt.Fprintf(&out, "  %-36s %3d of %d\n", k.kind, hit[k.kind], all[k.kind])
	}
	fmt.Fprintf(&out, "told from the story\n")
	for _, k := range others {
		fmt.Fprintf(&out, "  %-36s %3d of %d\n", k.kind, hit[k.kind], all[k.kind])
	}
	fmt.Fprintf(&out, "  %-36s %3d of %d\n", "round-up", hit["round-up"], all["round-up"])
	golden(t, filepath.Join("..", "testdata", "golden", "reprints.txt"), out.String())
}

func share(right, other int) float64 { return float64(right) / float64(right+other) }

// clustersOf loads readings in their order, and tells which article stands for
// each.
func clustersOf(t *testing.T, readings []graph.Reading) map[graph.ID]graph.ID {
	t.Helper()
	store, err := graph.Open(filepath.Join(t.TempDir(), "g"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.PutAll(t.Context(), readings); err != nil {
		t.Fatal(err)
	}
	ids := make([]graph.ID, len(readings))
	for i, r := range readings {
		ids[i] = r.Article.ID
	}
	of, err := store.ReprintsOf(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	out := map[graph.ID]graph.ID{}
	for i, r := range of {
		out[ids[i]] = cmp.Or(r.Of, ids[i])
	}
	return out
}

// golden compares with a file, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
