package loader

import (
	"strings"
	"testing"

	"peacetalks/loader/rules"
)

func TestExplanationsAreInertOnATerminal(t *testing.T) {
	text := "Ivan \x1b[31mled\u202E the \x07 delegation."
	x := Explained{File: "a\x1b]0;b.txt", Explanation: rules.Explanation{Facts: []rules.Reason{{
		Passage: rules.Passage{Sentence: 1, Text: text, Marks: [][2]int{{5, 13}}}, Citing: "TASS\x1b[2J", Clues: []rules.Clue{{What: "a verb", Quote: "led\u2067"}},
	}}}}
	var b strings.Builder
	if err := x.WriteText(&b, Brackets); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"\x1b", "\x07", "\u202E", "\u2067"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("%q is written as it is: %q", bad, b.String())
		}
	}
	if !strings.Contains(b.String(), "Ivan [[\uFFFD[31mled]]\uFFFD the") {
		t.Errorf("the words are not where they were: %q", b.String())
	}
}
