package pages

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peacetalks/graph"
)

// deepest is how many marks may lie within one another; what lies deeper keeps
// its anchors and its number, and has no mark of its own.
const deepest = 8

// A mark is a passage of a text that something was read from.
type mark struct {
	start, end int
	number     int      // under which it is listed; 0: it lies in one that is, or is none
	class      string   // happened, planned, denied, …
	anchors    []string // names of the claims that it states
	goesOn     bool     // its own rest comes later, and then its number
}

// A token is a piece of a marked text: one of its fields is set.
type token struct {
	Text  string
	Open  *opening
	Close bool
	Refer int // the number of the passage that ends here
}

type opening struct {
	Class   string
	Number  int
	Anchors []string
}

// paragraphs lays a text out with its marks: for each paragraph the tokens in
// order, each mark closed in the paragraph in which it was opened. Marks lie
// within the text; offsets are those of the whole article, of which the text
// begins at from.
func paragraphs(text string, from int, marks []mark) [][]token {
	slices.SortStableFunc(marks, compareMarks)
	var out [][]token
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		end := from + len(line)
		var of []mark
		for len(marks) > 0 && marks[0].start < end {
			m := marks[0]
			marks = marks[1:]
			if m.end > end {
				// The rest belongs to the paragraphs that follow.
				later := m
				later.start, later.anchors = min(end+1, m.end), nil
				if m.end, m.goesOn = end, later.start < later.end; m.goesOn {
					marks = insert(marks, later)
				}
			}
			of = append(of, m)
		}
		if strings.TrimSpace(line) != "" {
			out = append(out, lay(line, from, of))
		}
		from += len(text) - len(rest)
		text = rest
	}
	return out
}

// compareMarks puts first what begins first, then what holds the other.
func compareMarks(a, b mark) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.number, b.number))
}

// insert puts a mark where it belongs among those that follow.
func insert(marks []mark, m mark) []mark {
	i, _ := slices.BinarySearchFunc(marks, m, compareMarks)
	return slices.Insert(slices.Clone(marks), i, m)
}

// lay nests the marks of one line. Where two cross, the later one is cut in
// two at the end of the earlier.
func lay(line string, from int, marks []mark) []token {
	var out []token
	var stack []mark
	at := from
	write := func(to int) {
		if to > at {
			if text := inline(line[at-from : to-from]); text != "" {
				out = append(out, token{Text: text})
			}
			at = to
		}
	}
	pop := func() {
		top := stack[len(stack)-1]
		write(top.end)
		out = append(out, token{Close: true})
		if !top.goesOn && top.number > 0 {
			out = append(out, token{Refer: top.number})
		}
		stack = stack[:len(stack)-1]
	}
	for len(marks) > 0 {
		m := marks[0]
		marks = marks[1:]
		for len(stack) > 0 && stack[len(stack)-1].end <= m.start {
			pop()
		}
		write(m.start)
		if len(stack) > 0 && m.end > stack[len(stack)-1].end {
			rest := m
			rest.start, rest.anchors = stack[len(stack)-1].end, nil
			m.end, m.goesOn = rest.start, true
			marks = insert(marks, rest)
		}
		if len(stack) == deepest {
			m.class, m.end = "deep", m.start
		}
		out = append(out, token{Open: &opening{m.class, m.number, m.anchors}})
		stack = append(stack, m)
		if m.class == "deep" {
			pop()
		}
	}
	for len(stack) > 0 {
		pop()
	}
	write(from + len(line))
	return out
}

// inline is a piece of a text as a page shows it: plain, with a space where it
// began or ended with one.
func inline(s string) string {
	plain := graph.Plain(s)
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case plain == "" && unicode.IsSpace(first):
		return " "
	case plain == "":
		return ""
	}
	if unicode.IsSpace(first) {
		plain = " " + plain
	}
	if unicode.IsSpace(last) {
		plain += " "
	}
	return plain
}
