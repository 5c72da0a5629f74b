package clean

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkContent checks what holds for every content: blocks in order, without
// overlap, on whole characters, with nothing but white space between them.
func checkContent(t *testing.T, c Content) {
	t.Helper()
	at := 0
	for i, b := range c.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(c.Text) {
			t.Fatalf("block %d is [%d,%d) after %d in a text of %d bytes", i, b.Start, b.End, at, len(c.Text))
		}
		if between := strings.TrimFunc(c.Text[at:b.Start], isBlank); between != "" {
			t.Fatalf("block %d: %q stands before it in no block", i, between)
		}
		text := c.Text[b.Start:b.End]
		if text != strings.TrimFunc(text, isBlank) {
			t.Fatalf("block %d is not trimmed: %q", i, text)
		}
		if utf8.ValidString(c.Text) && !utf8.ValidString(text) {
			t.Fatalf("block %d cuts a character: %q", i, text)
		}
		if b.Kind.String() == "unknown" {
			t.Fatalf("block %d has no kind", i)
		}
		at = b.End
	}
	if rest := strings.TrimFunc(c.Text[at:], isBlank); rest != "" {
		t.Fatalf("%q stands at the end in no block", rest)
	}
	if c.Published != "" {
		if d, ok := Date(c.Published, ""); !ok || d != c.Published {
			t.Fatalf("published %q is no date", c.Published)
		}
	}
}

// checkSpans checks that what the text maps to lies in the page, in order of
// the text, and reads the same where no entity intervenes.
func checkSpans(t *testing.T, c Content, page string) {
	t.Helper()
	for _, b := range c.Blocks {
		spans := c.FileSpans(b.Start, b.End)
		var raw strings.Builder
		for _, s := range spans {
			if s.Start < 0 || s.End <= s.Start || s.End > len(page) {
				t.Fatalf("span [%d,%d) in a page of %d bytes", s.Start, s.End, len(page))
			}
			raw.WriteString(page[s.Start:s.End])
		}
		if strings.Contains(raw.String(), "&") || len(spans) == 0 {
			continue
		}
		got := strings.Join(strings.Fields(raw.String()), "")
		want := strings.Join(strings.Fields(c.Text[b.Start:b.End]), "")
		if got != want {
			t.Fatalf("%s %q comes from %q", b.Kind, want, got)
		}
	}
}

func TestFileSpansPointIntoThePage(t *testing.T) {
	files, _ := filepath.Glob("testdata/pages/*.html")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, err := HTML(string(data), Meta{})
		if err != nil {
			t.Fatal(err)
		}
		checkSpans(t, c, string(data))
	}
}

func TestFileSpans(t *testing.T) {
	page := `<article><h1>Talks</h1><p>Ahmed <a href="/t">Tomah</a> said &quot;no&quot; on Friday.</p></article>`
	c, err := HTML(page, Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, quote, want string }{
		{"across a tag", "Ahmed Tomah said", "Ahmed |Tomah| said"},
		{"inside a link", "Tomah", "Tomah"},
		{"with an entity, which is covered whole", `"no"`, "&quot;no&quot;"},
		{"after an entity", "on Friday", "on Friday"},
	} {
		at := strings.Index(c.Text, tc.quote)
		if at < 0 {
			t.Errorf("%s: %q is not in %q", tc.name, tc.quote, c.Text)
			continue
		}
		var got []string
		for _, s := range c.FileSpans(at, at+len(tc.quote)) {
			got = append(got, page[s.Start:s.End])
		}
		if s := strings.Join(got, "|"); s != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, s, tc.want)
		}
	}
	if s := c.FileSpans(5, 5); s != nil {
		t.Errorf("an empty stretch has spans %v", s)
	}
}

func FuzzText(f *testing.F) {
	seed(f, "testdata/pages/*.txt")
	f.Add("\r\n\u200f\n- \n1. \n©\n(c)\nنشر في: 1")
	f.Add("Sport | 20:\xd9")
	f.Fuzz(func(t *testing.T, s string) {
		c := Text(s, Meta{})
		if c.Text != s {
			t.Fatal("the text changed")
		}
		checkContent(t, c)
	})
}

func FuzzHTML(f *testing.F) {
	seed(f, "testdata/pages/*.html")
	f.Add("<table>a<tr>b<td>The round ended on Friday.<svg><title>x</title></svg>&amp;&#x41;&notit;")
	f.Add("<p>\ue0001\ue001 The round ended.<textarea>x</textarea><title>&lt;p></title>")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // package source hands out UTF-8 only
		}
		c, err := HTML(s, Meta{})
		if err != nil {
			if !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrTooDeep) && !errors.Is(err, ErrNoContent) {
				t.Fatal(err)
			}
			return
		}
		checkContent(t, c)
		for i := range c.Blocks {
			for _, s2 := range c.FileSpans(c.Blocks[i].Start, c.Blocks[i].End) {
				if s2.Start < 0 || s2.End > len(s) || s2.Start >= s2.End {
					t.Fatalf("span %v in a page of %d bytes", s2, len(s))
				}
			}
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, tc := range dateCases {
		f.Add(tc.in, tc.language)
	}
	f.Fuzz(func(t *testing.T, s, language string) {
		got, ok := Date(s, language)
		if ok != (got != "") {
			t.Fatalf("Date(%q) = %q, %v", s, got, ok)
		}
		if again, _ := Date(got, ""); again != got {
			t.Fatalf("Date(%q) = %q, which reads as %q", s, got, again)
		}
	})
}

func seed(f *testing.F, pattern string) {
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
}
