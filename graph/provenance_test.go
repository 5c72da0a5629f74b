package graph

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShortQuote(t *testing.T) {
	word := "كلمة "
	cases := []struct{ name, quote, want string }{
		{"short", "Astana 14 opened.", "Astana 14 opened."},
		{"just as long", strings.Repeat("a", 300), strings.Repeat("a", 300)},
		{"after a word", strings.Repeat(word, 100), strings.TrimSpace(strings.Repeat(word, 59)) + "…"},
		{"one long word", strings.Repeat("ж", 400), strings.Repeat("ж", 299) + "…"},
	}
	for _, c := range cases {
		got := ShortQuote(c.quote)
		if got != c.want || utf8.RuneCountInString(got) > 300 {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestProvenanceInALine(t *testing.T) {
	p := Provenance{Snapshot: "0f", Program: "peacetalks v1", Filter: "process=astana"}
	if got, want := p.String(), "peacetalks v1; graph 0f; filter process=astana"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string]string{
		"prisoner-exchange": "prisoner exchange", "astana-14/iran+russia": "astana 14 iran russia", "x\u202Ey": "xy", "": "",
	} {
		if got := Words(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
