package export

import (
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"peacetalks/graph"
)

// writeNQuads writes RDF as N-Quads, one statement a line, all in the default
// graph: each file is N-Triples, too. The lines are canonical, as RDF Dataset
// Canonicalization has them, but for the characters that change the direction
// of text, which are written as escapes, so that the file can be looked at.
func writeNQuads(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	return describe(ctx, s, o, &quads{w: w})
}

type quads struct {
	w    io.Writer
	line []byte
}

func (q *quads) begin() error { return nil }
func (q *quads) end() error   { return nil }

func (q *quads) node(n node) error {
	for _, p := range n.pairs {
		q.line = appendWhole(q.line[:0], n.subject)
		q.line = appendWhole(append(q.line, ' '), p.property)
		q.line = append(q.line, ' ')
		if v := p.value; v.iri != "" {
			q.line = appendWhole(q.line, v.iri)
		} else {
			q.line = appendString(q.line, v.value)
			if v.language != "" {
				q.line = append(append(q.line, '@'), v.language...)
			} else if v.datatype != "" {
				q.line = appendWhole(append(q.line, "^^"...), v.datatype)
			}
		}
		q.line = append(q.line, " .\n"...)
		if _, err := q.w.Write(q.line); err != nil {
			return err
		}
	}
	return nil
}

func appendWhole(b []byte, curie string) []byte {
	return append(append(append(b, '<'), expand(curie)...), '>')
}

// appendString writes a text in quotes.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case strings.ContainsRune("\b\t\n\f\r", r):
			b = append(b, '\\', "btn_fr"[r-'\b'])
		case r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF || graph.ChangesDirection(r):
			b = append(b, '\\', 'u')
			for shift := 12; shift >= 0; shift -= 4 {
				b = append(b, "0123456789ABCDEF"[r>>shift&15])
			}
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
