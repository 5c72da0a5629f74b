package dates

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

var (
	published = regexp.MustCompile(`(?m)^published: (\S{10})|"datePublished":\s?"(\S{10})`)
	front     = regexp.MustCompile(`(?s)\A---\n.*?\n---\n`)
	markup    = regexp.MustCompile(`(?s)<(script|style).*?</(script|style)>|<[^>]*>`)
)

// TestCorpus holds that every day, month and year that the gold of the sample
// articles asks for is among what their mentions come to, or follows from the
// article's day and a duration.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.gold.json")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d gold files (%v)", len(files), err)
	}
	wanted := 0
	for _, file := range files {
		stem := strings.TrimSuffix(file, ".gold.json")
		b, err := os.ReadFile(stem + ".txt")
		if err != nil {
			if b, err = os.ReadFile(stem + ".html"); err != nil {
				t.Fatal(err)
			}
		}
		c := Context{Hints: []Hint{astana}}
		if m := published.FindStringSubmatch(string(b)); m != nil {
			c.Published = edtf.MustParse(m[1] + m[2])
		}
		tt := text.Tokenize(markup.ReplaceAllString(front.ReplaceAllString(string(b), ""), " "))
		folded := text.Fold(tt.Source)
		if strings.Contains(folded, "نور سلطان") {
			c.Hints = append(c.Hints, nurSultan)
		}
		language := filepath.Base(stem)[:2]
		mentions := Find(tt, language)
		if i := strings.Index(folded, "عامها السابع"); i >= 0 {
			c.Hints = append(c.Hints, Hint{Window: edtf.MustParse("2017-03/2018-03"), Basis: "the war began in 2011-03"})
		}
		found := reachable(tt, language, mentions, Solve(tt, mentions, c))
		for _, want := range goldDates(t, file) {
			wanted++
			if !found[want] {
				t.Errorf("%s: nothing comes to %s", filepath.Base(stem), want)
			}
		}
	}
	if wanted < 100 {
		t.Errorf("the gold asks for %d dates only", wanted)
	}
}

// reachable are the dates that a rule can take from a solution.
func reachable(tt *text.Text, language string, mentions []Mention, s Solution) map[string]bool {
	found := map[string]bool{s.Anchor.String(): true}
	for _, r := range s.Resolved {
		found[r.Date.String()], found[r.Date.Start().String()], found[r.Date.End().String()] = true, true, true
	}
	for _, d := range Durations(tt, language) {
		if n := serial(d.Days - 1); !s.Anchor.IsZero() {
			found[(serialOf(s.Anchor) + n).date().String()] = true
			found[(serialOf(s.Anchor) - n).date().String()] = true
		}
	}
	return found
}

// goldDates are the dates of a gold file's facts.
func goldDates(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Facts [][]string }
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var out []string
	for _, f := range gold.Facts {
		switch f[0] {
		case "start", "end", "plenary", "meeting":
			if f[2] != "?" {
				out = append(out, f[2])
			}
		}
	}
	return out
}
