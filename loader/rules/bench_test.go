package rules

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"peacetalks/graph/edtf"
)

// BenchmarkRead measures extraction as a whole, in bytes of article text, over
// all sample articles of a language.
func BenchmarkRead(b *testing.B) {
	e := engine(b)
	for _, lang := range []string{"ar", "en"} {
		b.Run(lang, func(b *testing.B) { readAll(b, e, lang, nil) })
	}
}

// BenchmarkStages shows what each stage takes of the whole, in percent.
func BenchmarkStages(b *testing.B) {
	e := engine(b)
	for _, lang := range []string{"ar", "en"} {
		b.Run(lang, func(b *testing.B) {
			watch := &stopwatch{}
			readAll(b, e, lang, watch)
			sum := time.Duration(0)
			for _, t := range watch.took {
				sum += t
			}
			for k, t := range watch.took {
				b.ReportMetric(100*float64(t)/float64(sum), "%"+stageNameOf[k])
			}
		})
	}
}

// readAll reads the sample articles of a language over and over.
func readAll(b *testing.B, e *Engine, lang string, watch *stopwatch) {
	articles := samples(b, lang)
	size := 0
	for _, in := range articles {
		size += len(in.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		claims := 0
		for _, in := range articles {
			if watch != nil {
				watch.since = time.Now()
			}
			out, err := e.read(in, watch, nil)
			if err != nil {
				b.Fatal(err)
			}
			claims += len(out.Claims)
		}
		if claims < 20*len(articles) {
			b.Fatalf("%d claims in %d articles", claims, len(articles))
		}
	}
}

// samples are the sample articles of a language that are plain text.
func samples(b *testing.B, lang string) []Input {
	b.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "articles", lang+"-*.txt"))
	if err != nil || len(names) < 5 {
		b.Fatalf("%d articles, error %v", len(names), err)
	}
	var out []Input
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, Input{Text: string(data), Language: lang, Published: edtf.MustParse("2017-09-16")})
	}
	return out
}
