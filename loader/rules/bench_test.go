package rules

import (
	"os"
	"path/filepath"
	"testing"

	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// articles are the texts that the benchmarks read, by language.
var articles = map[string]string{
	"ar": "ar-astana-06-idlib-zone.txt",
	"en": "en-astana-05-no-deal.txt",
}

// BenchmarkRead measures extraction as a whole, in bytes of article text.
func BenchmarkRead(b *testing.B) {
	e := engine(b)
	for lang, name := range articles {
		b.Run(lang, func(b *testing.B) {
			in := Input{Text: article(b, name), Language: lang, Published: edtf.MustParse("2017-09-16")}
			b.SetBytes(int64(len(in.Text)))
			b.ReportAllocs()
			for b.Loop() {
				out, err := e.Read(in)
				if err != nil || len(out.Claims) < 20 {
					b.Fatalf("%d claims, error %v", len(out.Claims), err)
				}
			}
		})
	}
}

// BenchmarkStages shows what each stage of reading costs: tokens, names, dates.
func BenchmarkStages(b *testing.B) {
	e := engine(b)
	for lang, name := range articles {
		s := article(b, name)
		t := text.Tokenize(s)
		scanner := lexicon.NewScanner(e.lexicon.Matcher.Select(e.languages[lang].reads))
		mentions := dates.Find(t, lang)
		for _, stage := range []struct {
			name string
			run  func() bool
		}{
			{"tokens", func() bool { return len(text.Tokenize(s).Tokens) > 100 }},
			{"names", func() bool { return len(scanner.Scan(t)) > 100 }},
			{"dates", func() bool { return len(dates.Find(t, lang)) > 3 }},
			{"solve", func() bool {
				return dates.Solve(t, mentions, dates.Context{Published: edtf.MustParse("2017-09-16")}).Anchor.IsDay()
			}},
		} {
			b.Run(lang+"/"+stage.name, func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				b.ReportAllocs()
				for b.Loop() {
					if !stage.run() {
						b.Fatal("found too little")
					}
				}
			})
		}
	}
}

func article(b *testing.B, name string) string {
	b.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "articles", name))
	if err != nil {
		b.Fatal(err)
	}
	return string(data)
}
