package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A line is a paragraph of a page with what its markup says of it.
type line struct {
	runs  []inline
	hint  hint
	links int        // characters inside links
	chars int        // characters in all
	block *html.Node // the element that it is a paragraph of
}

// box is the element in which the line's own element stands, nil where it has none.
func (l *line) box() *html.Node {
	if l.block == nil {
		return nil
	}
	return l.block.Parent
}

// An inline is a text node, or a line break, within a line.
type inline struct {
	node *html.Node // nil for a line break
}

// lines cuts the page below n into paragraphs, in the order of the document.
// protected elements are part of the story whatever they are called.
func (p *page) lines(n *html.Node, protected map[*html.Node]bool) []line {
	w := lineWalker{page: p, protected: protected}
	w.walk(n, state{})
	w.flush()
	return w.lines
}

// A lineWalker gathers text nodes into lines.
type lineWalker struct {
	page      *page
	protected map[*html.Node]bool
	lines     []line
	current   line
}

func (w *lineWalker) walk(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		w.text(n, s)
		return
	case html.ElementNode:
		if isHidden(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if n.DataAtom == atom.Br {
		w.lineBreak()
		return
	}
	outer := s
	s = s.enter(n, w.protected)
	block := blockElements[n.DataAtom] || s.hint != outer.hint && (s.hint == furniture || s.hint == captioned) && n.DataAtom != atom.Span
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, s)
	}
	if block {
		w.flush()
	}
}

// text adds a text node to the line. The first one gives the line its hint,
// unless a later one says more.
func (w *lineWalker) text(n *html.Node, s state) {
	if strings.TrimFunc(n.Data, isBlank) == "" {
		if len(w.current.runs) > 0 {
			w.current.runs = append(w.current.runs, inline{n})
		}
		return
	}
	chars := utf8.RuneCountInString(n.Data)
	switch {
	case w.current.chars == 0:
		w.current.hint, w.current.block = s.hint, s.block
	case w.current.hint == bylined && s.hint != bylined && s.hint != furniture:
		w.current.hint = s.hint
	}
	w.current.runs = append(w.current.runs, inline{n})
	w.current.chars += chars
	if s.link {
		w.current.links += chars
	}
}

// lineBreak ends a line inside a paragraph; two in a row end the paragraph.
func (w *lineWalker) lineBreak() {
	if len(w.current.runs) == 0 {
		return
	}
	for i := len(w.current.runs) - 1; i >= 0; i-- {
		switch r := w.current.runs[i]; {
		case r.node == nil:
			hint, block := w.current.hint, w.current.block
			w.flush()
			w.current.hint, w.current.block = hint, block
			return
		case strings.TrimFunc(r.node.Data, isBlank) == "":
			continue
		}
		break
	}
	w.current.runs = append(w.current.runs, inline{nil})
}

func (w *lineWalker) flush() {
	if w.current.chars > 0 {
		w.lines = append(w.lines, w.current)
	}
	w.current = line{}
}

// plain is the text of a line with single spaces.
func (l *line) plain() string {
	var b strings.Builder
	for _, r := range l.runs {
		if r.node == nil {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(r.node.Data)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// linkShare is the part of the line that is inside links.
func (l *line) linkShare() float64 {
	if l.chars == 0 {
		return 0
	}
	return float64(l.links) / float64(l.chars)
}
