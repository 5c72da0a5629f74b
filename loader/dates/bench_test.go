package dates

import (
	"os"
	"path/filepath"
	"testing"

	"peacetalks/loader/text"
)

func article(tb testing.TB, name string) string {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("../../testdata/articles", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct {
		language, file string
		mentions       int
	}{
		{"ar", "ar-astana-03-empty-chairs.txt", 8},
		{"en", "en-geneva-04-baskets.txt", 6},
		{"ru", "ru-astana-22.html", 8},
		{"tr", "tr-astana-07.txt", 8},
	} {
		t := text.Tokenize(article(b, c.file))
		b.Run(c.language, func(b *testing.B) {
			b.SetBytes(int64(len(t.Source)))
			b.ReportAllocs()
			for b.Loop() {
				if got := len(Find(t, c.language)); got != c.mentions {
					b.Fatalf("%d mentions, want %d", got, c.mentions)
				}
			}
		})
	}
}

func BenchmarkSolve(b *testing.B) {
	t := text.Tokenize(article(b, "ar-astana-18-day-one.txt"))
	mentions := Find(t, "ar")
	b.SetBytes(int64(len(t.Source)))
	b.ReportAllocs()
	for b.Loop() {
		if s := Solve(t, mentions, Context{Hints: []Hint{nurSultan}}); s.Anchor.String() != "2022-06-15" {
			b.Fatalf("anchor %s (%s)", s.Anchor, s.AnchorBasis)
		}
	}
}
