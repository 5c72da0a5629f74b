package clean

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkText(b *testing.B) {
	data, err := os.ReadFile("../../../shared/corpus/seed-astana-14.txt")
	if err != nil {
		b.Skip(err)
	}
	s := string(data)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if c := Text(s, Meta{}); !strings.HasPrefix(c.Title, "وقف") {
			b.Fatalf("title %q", c.Title)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	data, err := os.ReadFile("../../../shared/corpus/ar-astana-10-sochi.html")
	if err != nil {
		b.Skip(err)
	}
	s := string(data)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if c, err := HTML(s, Meta{}); err != nil || c.Published != "2018-07-30" {
			b.Fatalf("published %q, error %v", c.Published, err)
		}
	}
}
