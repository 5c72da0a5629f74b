package pages

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// written writes tokens so that they can be compared: [3 text 3] is a mark.
func written(of [][]token) string {
	var b strings.Builder
	for i, line := range of {
		if i > 0 {
			b.WriteString("|")
		}
		for _, k := range line {
			switch {
			case k.Open != nil:
				fmt.Fprintf(&b, "[%s", strings.Join(k.Open.Anchors, ","))
			case k.Close:
				b.WriteString("]")
			case k.Refer > 0:
				fmt.Fprintf(&b, "^%d", k.Refer)
			default:
				b.WriteString(k.Text)
			}
		}
	}
	return b.String()
}

func TestMarks(t *testing.T) {
	m := func(start, end, number int, anchors ...string) mark {
		return mark{start: start, end: end, number: number, class: "happened", anchors: anchors}
	}
	for _, c := range []struct {
		name, text string
		from       int
		marks      []mark
		want       string
	}{
		{"none", "abc\n\ndef", 0, nil, "abc|def"},
		{"one", "abcdef", 0, []mark{m(1, 3, 1, "x")}, "a[xbc]^1def"},
		{"two apart", "abcdef", 0, []mark{m(4, 5, 2), m(0, 2, 1)}, "[ab]^1cd[e]^2f"},
		{"nested", "abcdef", 0, []mark{m(0, 6, 1, "x"), m(2, 4, 0, "y")}, "[xab[ycd]ef]^1"},
		{"the same twice", "abcdef", 0, []mark{m(2, 4, 1, "x"), m(2, 4, 2, "y")}, "ab[x[ycd]^2]^1ef"},
		{"crossing", "abcdef", 0, []mark{m(0, 4, 1, "x"), m(2, 6, 2, "y")}, "[xab[ycd]]^1[ef]^2"},
		{"over a line's end", "abc\ndef", 0, []mark{m(1, 6, 1, "x")}, "a[xbc]|[de]^1f"},
		{"to a line's end", "abc\ndef", 0, []mark{m(1, 4, 1, "x")}, "a[xbc]^1|def"},
		{"in a part of the text", "abc\ndef", 100, []mark{m(101, 102, 7, "x")}, "a[xb]^7c|def"},
		{"control characters", "a\u202Eb\x00c", 0, []mark{m(0, 4, 1)}, "[a]^1bc"},
		{"spaces", "  a  b ", 0, []mark{m(2, 3, 1)}, " [a]^1 b "},
	} {
		if got := written(paragraphs(c.text, c.from, c.marks)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestMarksKeepTheText checks for any marks that the text is whole, that marks
// are closed in the order in which they were opened, that none is empty or too
// deep, and that each anchor and each number stands there once.
func TestMarksKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-f]{1,4}\n?){1,30}`).Draw(t, "text")
		n := rapid.IntRange(0, 40).Draw(t, "n")
		var marks []mark
		for i := range n {
			start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
			end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
			if strings.Trim(text[start:end], "\n") == "" || text[start] == '\n' {
				continue
			}
			marks = append(marks, mark{start: start, end: end, number: i + 1, anchors: []string{fmt.Sprint(i)}})
		}
		wanted := len(marks)
		plain, anchors, numbers := "", map[string]int{}, map[int]int{}
		for _, line := range paragraphs(text, 0, marks) {
			depth := 0
			for _, k := range line {
				switch {
				case k.Open != nil:
					depth++
					for _, a := range k.Open.Anchors {
						anchors[a]++
					}
				case k.Close:
					depth--
				case k.Refer > 0:
					numbers[k.Refer]++
				}
				plain += k.Text
				if depth < 0 || depth > deepest+1 {
					t.Fatalf("%d marks within one another", depth)
				}
			}
			if depth != 0 {
				t.Fatalf("%d marks stay open at the end of a line", depth)
			}
		}
		if want := strings.ReplaceAll(text, "\n", ""); plain != want {
			t.Fatalf("got the text %q, want %q", plain, want)
		}
		if len(anchors) != wanted || len(numbers) != wanted {
			t.Fatalf("%d anchors and %d numbers of %d marks", len(anchors), len(numbers), wanted)
		}
		for _, n := range anchors {
			if n != 1 {
				t.Fatal("an anchor stands there twice")
			}
		}
		for _, n := range numbers {
			if n != 1 {
				t.Fatal("a number stands there twice")
			}
		}
	})
}
