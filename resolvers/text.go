package resolvers

import (
	"context"

	"peacetalks/resolvers/scalar"
)

// textStep is how many bytes lie between two marks of a text.
const textStep = 1024

// A text counts in UTF-16 code units, as browsers do, what the graph counts in
// bytes.
type text struct {
	text  string
	marks []int // code units before each textStep bytes
}

func newText(s string) *text {
	t := &text{text: s}
	units := 0
	for i := range len(s) {
		if i%textStep == 0 {
			t.marks = append(t.marks, units)
		}
		units += unitsAt(s[i])
	}
	return t
}

// unitsAt is the code units of the character that begins with a byte: none if
// none does, two if it is written by four bytes.
func unitsAt(b byte) int {
	switch {
	case b&0xC0 == 0x80:
		return 0
	case b >= 0xF0:
		return 2
	}
	return 1
}

// utf16 is the number of code units before a byte offset.
func (t *text) utf16(offset int) int {
	offset = max(0, min(offset, len(t.text)))
	mark := offset / textStep
	if mark == len(t.marks) { // the end of a text whose length is a multiple of the step
		mark--
	}
	if mark < 0 {
		return 0
	}
	units := t.marks[mark]
	for i := mark * textStep; i < offset; i++ {
		units += unitsAt(t.text[i])
	}
	return units
}

// utf16 is a byte offset of a span's article in code units.
func (r *Resolver) utf16(ctx context.Context, s *scalar.Span, offset int) (int, error) {
	t, err := sessionOf(ctx).texts.Load(ctx, at[struct{}]{id: s.Article})
	if err != nil {
		return 0, err
	}
	return t.utf16(offset), nil
}
