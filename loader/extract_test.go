package loader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"peacetalks/loader/source"
)

func TestCanonicalURL(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"as it is", "https://news.example/a/1?id=7", "https://news.example/a/1?id=7"},
		{"case of scheme and host", "HTTPS://News.Example/A", "https://news.example/A"},
		{"default port", "http://news.example:80/a", "http://news.example/a"},
		{"another port stays", "http://news.example:8080/a", "http://news.example:8080/a"},
		{"fragment", "https://news.example/a#comments", "https://news.example/a"},
		{"tracking", "https://news.example/a?utm_source=x&id=7&fbclid=y", "https://news.example/a?id=7"},
		{"only tracking", "https://news.example/a?utm_source=x", "https://news.example/a"},
		{"no path", "https://news.example", "https://news.example/"},
		{"Arabic path", "https://news.example/أستانا", "https://news.example/%D8%A3%D8%B3%D8%AA%D8%A7%D9%86%D8%A7"},
		{"no URL", " clipping 14 ", "clipping 14"},
		{"empty", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := CanonicalURL(c.in)
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if again := CanonicalURL(got); again != got {
				t.Errorf("the canonical form of %s is %s", got, again)
			}
		})
	}
}

func TestGivenMetadata(t *testing.T) {
	cases := []struct {
		name string
		in   source.Meta
		want string
	}{
		{"as written", source.Meta{Published: "2019-12-10", Language: "ar", Source: "عنب بلدي"}, "2019-12-10 ar عنب بلدي"},
		{"date in words", source.Meta{Published: "12 ноября 2024, 18:20", Language: "ru"}, "2024-11-12 ru "},
		{"no date", source.Meta{Published: "yesterday", Language: "en"}, " en "},
		{"language in another form", source.Meta{Language: "AR_sy"}, " ar-SY "},
		{"no language", source.Meta{Language: "Klingon?"}, "  "},
		{"spaces", source.Meta{Source: " The \n Ledger "}, "  The Ledger"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := given(c.in)
			if got := m.Published + " " + m.Language + " " + m.Source; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// alike is the share of their shingles that two texts have in common.
func alike(a, b string) float64 {
	x, y := Signature(a), Signature(b)
	both := slices.Concat(x, y)
	slices.Sort(both)
	both = slices.Compact(both)
	n := 0
	for _, h := range both {
		_, inX := slices.BinarySearch(x, h)
		_, inY := slices.BinarySearch(y, h)
		if inX && inY {
			n++
		}
	}
	return float64(n) / float64(len(both))
}

func TestSignature(t *testing.T) {
	article := strings.Repeat("انطلقت الجولة الرابعة عشرة من مباحثات أستانة في نور سلطان. ", 1) +
		"وتشمل المحادثات وقف إطلاق النار والعملية السياسية والدستورية، ويترأس الوفد الروسي ألكسندر لافرنتييف، فيما يترأس الوفد الإيراني علي أصغر حاجي، " +
		"ويبحث الاجتماع الموسع إطلاق سراح المعتقلين وإجراءات بناء الثقة وتكثيف المساعدات الإنسانية وعودة اللاجئين إلى ديارهم وتطورات العملية السياسية."
	cases := []struct {
		name     string
		a, b     string
		min, max float64
	}{
		{"itself", article, article, 1, 1},
		{"marks, letter variants and layout", article, strings.NewReplacer("أ", "ا", "،", " -", ". ", ".\n\n").Replace(article), 1, 1},
		{"with a line before it", "وكالات - ننشر لكم نص الخبر. " + article, article, 0.7, 0.99},
		{"another text", article, "The talks in Oslo ended without an agreement on Friday, diplomats who were there said.", 0, 0},
		{"three words", "Talks in Oslo", "talks in OSLO!", 1, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := alike(c.a, c.b); got < c.min || got > c.max {
				t.Errorf("alike to %.2f, want between %.2f and %.2f", got, c.min, c.max)
			}
		})
	}
	if got := Signature(" … "); got != nil {
		t.Errorf("a text without words has the signature %v", got)
	}
	long := ""
	for i := range 2 * maxShingles {
		long += fmt.Sprintf("word%d ", i)
	}
	if got := Signature(long); len(got) != maxShingles || !slices.IsSorted(got) {
		t.Errorf("a long text has %d hashes, want %d in order", len(got), maxShingles)
	}
}
