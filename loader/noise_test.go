package loader

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"peacetalks/loader/source"
)

var (
	letters = regexp.MustCompile(`[\pL\pM]{5,}`)
	ends    = regexp.MustCompile(`(\pL\pL\.) `)
)

// noises are what pages and programs do to a text without changing what it says.
var noises = []struct {
	name  string
	apply func(string) string
}{
	{"carriage returns", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"a byte order mark", func(s string) string { return "\ufeff" + s }},
	{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }},
	{"right-to-left marks", everyFourth(func(word string) string { return "\u200f" + word + "\u200f" })},
	{"soft hyphens", everyFourth(func(word string) string { r := []rune(word); return string(r[:3]) + "\u00ad" + string(r[3:]) })},
	{"entities", strings.NewReplacer(`"`, "&quot;", "'", "&#39;").Replace},
	{"links", inStory(everyFourth(func(word string) string { return "[" + word + "](https://news.example/tag)" }))},
	{"notes", func(s string) string { return ends.ReplaceAllString(s, "$1[3] ") }},
	{"blank lines doubled", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\n") }},
}

// everyFourth changes every fourth of the longer words of a text.
func everyFourth(change func(string) string) func(string) string {
	return func(s string) string {
		n := 0
		return letters.ReplaceAllStringFunc(s, func(word string) string {
			if n++; n%4 != 0 {
				return word
			}
			return change(word)
		})
	}
}

// inStory changes the longer lines of a text, which are its story's.
func inStory(change func(string) string) func(string) string {
	return func(s string) string {
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			if utf8.RuneCountInString(line) > 150 {
				lines[i] = change(line)
			}
		}
		return strings.Join(lines, "\n")
	}
}

// What a page does to a text changes nothing of what is read.
func TestNoiseChangesNoFacts(t *testing.T) {
	l := real(t)
	for doc, err := range source.Read(t.Context(), source.Options{}, filepath.Join("..", "testdata", "articles")) {
		if err != nil {
			t.Fatal(err)
		}
		if doc.HTML {
			continue
		}
		want := factsOf(t, l, doc)
		for _, noise := range noises {
			noisy := doc
			noisy.Text = noise.apply(doc.Text)
			if got := factsOf(t, l, noisy); !slices.Equal(got, want) {
				t.Errorf("%s with %s: lost %q, won %q", doc.Name, noise.name, without(want, got), without(got, want))
			}
		}
	}
}

// factsOf are an article's facts, one string each, in order.
func factsOf(t *testing.T, l *Loader, doc source.Document) []string {
	t.Helper()
	record, err := l.Facts(doc)
	if err != nil {
		t.Fatal(doc.Name, err)
	}
	var out []string
	for _, f := range record.Facts {
		out = append(out, strings.Join(f, " "))
	}
	slices.Sort(out)
	return out
}

// without are the strings of a that b lacks.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}
