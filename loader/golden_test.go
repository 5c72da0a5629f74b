package loader

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"peacetalks/graph"
	"peacetalks/loader/rules"
	"peacetalks/loader/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var articles = filepath.Join("..", "testdata", "articles")

var engine = sync.OnceValues(func() (*rules.Engine, error) { return rules.New(rules.Options{}) })

// real is a loader with the program's own rules.
func real(t testing.TB) *Loader {
	t.Helper()
	e, err := engine()
	if err != nil {
		t.Fatal(err)
	}
	return New(e)
}

// factsIn is what a text gives.
func factsIn(t *testing.T, l *Loader, text string) FactsRecord {
	t.Helper()
	record, err := l.Facts(source.Document{Path: "text.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return record
}

// score compares what is found in a folder's articles with their gold.
func score(t *testing.T, l *Loader, paths ...string) Report {
	t.Helper()
	var report Report
	for doc, err := range source.Read(t.Context(), source.Options{}, paths...) {
		if err != nil {
			t.Fatal(err)
		}
		gold, err := ReadGold(GoldFile(doc.Path))
		if err != nil {
			t.Fatal(err)
		}
		found, err := l.Facts(doc)
		if err != nil {
			t.Fatal(err)
		}
		report.Results = append(report.Results, Compare(gold, found))
	}
	return report
}

// TestScoreGolden keeps the figures of the sample articles in a file, so that
// every change shows what it did to them. After reading the difference, run
// go test ./loader -run Golden -update.
func TestScoreGolden(t *testing.T) {
	var out strings.Builder
	report := score(t, real(t), articles)
	if err := report.WriteTable(&out, "language", "fact", "article"); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("..", "testdata", "golden", "score.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != string(want) {
		t.Errorf("the figures have changed (- was, + is):\n%s", changed(string(want), got))
	}
}

// changed lists the lines that only one of two texts has.
func changed(was, is string) string {
	var out strings.Builder
	old, now := strings.Split(was, "\n"), strings.Split(is, "\n")
	for i := range max(len(old), len(now)) {
		if i < len(old) && !slices.Contains(now, old[i]) {
			out.WriteString("- " + old[i] + "\n")
		}
		if i < len(now) && !slices.Contains(old, now[i]) {
			out.WriteString("+ " + now[i] + "\n")
		}
	}
	return out.String()
}

// TestSeed holds the customer's article to its gold, exactly.
func TestSeed(t *testing.T) {
	seed := filepath.Join("..", "..", "shared", "corpus", "seed-astana-14.txt")
	if _, err := os.Stat(seed); errors.Is(err, fs.ErrNotExist) {
		t.Skip("needs ../shared/corpus beside the repository")
	}
	report := score(t, real(t), seed)
	if got, want := report.Counts(), (Counts{TruePositives: 30}); got != want {
		var misses strings.Builder
		if err := report.WriteMisses(&misses); err != nil {
			t.Fatal(err)
		}
		t.Errorf("got %+v, want %+v%s", got, want, misses.String())
	}
}

// TestQuotesStandWhereTheySay checks the passages of all sample articles: in
// the stored text and, where the file can be pointed at, in the file.
func TestQuotesStandWhereTheySay(t *testing.T) {
	l := real(t)
	for doc, err := range source.Read(t.Context(), source.Options{}, articles) {
		if err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(doc.Path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := l.Extract(doc)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := r.Article.ID, graph.ArticleID(r.Article); got != want {
			t.Errorf("%s: the article's id is %s, want %s", doc.Name, got, want)
		}
		facts, err := l.Facts(doc)
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range facts.Evidence {
			for _, s := range e.Spans {
				if r.Article.Text[s.Start:s.End] != s.Quote {
					t.Errorf("%s: %s: %q is not the stored text from %d to %d", doc.Name, facts.Facts[i], s.Quote, s.Start, s.End)
				}
			}
			if len(e.Spans) == 0 || e.File == nil {
				t.Errorf("%s: %s has no passage, or none in the file", doc.Name, facts.Facts[i])
				continue
			}
			if !doc.HTML {
				for n, s := range e.File {
					if string(file[s.Start:s.End]) != e.Spans[n].Quote {
						t.Errorf("%s: %s: the file says %q, not %q", doc.Name, facts.Facts[i], file[s.Start:s.End], e.Spans[n].Quote)
					}
				}
			}
		}
	}
}
