package clean

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// The bounds of a page; a page beyond them is refused before it is read.
const (
	maxElements = 60_000 // start tags
	maxDepth    = 400    // elements within each other
)

// The reasons why a page gives no article.
var (
	ErrTooLarge  = errors.New("page is too large")
	ErrTooDeep   = errors.New("page is nested too deeply")
	ErrNoContent = errors.New("page holds no article text")
)

// A page is a parsed page that knows where each text stands in its source.
type page struct {
	root  *html.Node
	texts map[*html.Node][]run // the text nodes
	raw   string
}

// A run is one stretch of text between tags, at raw[start:end].
type run struct{ start, end int }

// Private-use characters that frame the number of a run while the tree is
// built.
const (
	runOpen  = '\uE000'
	runClose = '\uE001'
)

// parsePage builds the tree of a page.
//
// The parser of x/net/html forgets where text stood. But the shape of the tree
// does not depend on the text, only on whether there is any: so every run of
// text is replaced by its number, the skeleton is parsed, and the numbers in
// the tree tell which runs make which node, wherever the parser moved them.
func parsePage(raw string) (*page, error) {
	skeleton, runs, err := skeletonOf(raw)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(bytes.NewReader(skeleton))
	if err != nil {
		if strings.Contains(err.Error(), "exceeds") {
			return nil, ErrTooDeep
		}
		return nil, fmt.Errorf("parse page: %w", err)
	}
	p := &page{root: root, texts: map[*html.Node][]run{}, raw: raw}
	p.restore(root, runs)
	return p, nil
}

// skeletonOf replaces each run of text by its number.
func skeletonOf(raw string) ([]byte, []run, error) {
	var out bytes.Buffer
	out.Grow(len(raw))
	var runs []run
	z := html.NewTokenizer(strings.NewReader(raw))
	at, elements, depth := 0, 0, 0
	keep := false // inside a script or style
	for {
		t := z.Next()
		if t == html.ErrorToken {
			return out.Bytes(), runs, nil
		}
		token := z.Raw()
		from := at
		at += len(token)
		switch t {
		case html.StartTagToken:
			name, _ := z.TagName()
			keep = string(name) == "script" || string(name) == "style"
			if elements++; elements > maxElements {
				return nil, nil, fmt.Errorf("%w: more than %d elements", ErrTooLarge, maxElements)
			}
			if !void[string(name)] {
				depth++
			}
			// Unclosed paragraphs and items are no depth; the parser has
			// its own limit for what is really open.
			if depth > maxElements {
				return nil, nil, ErrTooDeep
			}
		case html.EndTagToken:
			keep = false
			depth--
		case html.TextToken:
			if !keep && len(bytes.TrimSpace(token)) > 0 {
				out.Write(leading(token))
				fmt.Fprintf(&out, "%c%d%c", runOpen, len(runs), runClose)
				out.Write(trailing(token))
				runs = append(runs, run{from, at})
				continue
			}
		}
		out.Write(token)
	}
}

func leading(b []byte) []byte  { return b[:len(b)-len(bytes.TrimLeft(b, " \t\r\n\f"))] }
func trailing(b []byte) []byte { return b[len(bytes.TrimRight(b, " \t\r\n\f")):] }

// void elements have no end.
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true,
	"input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true}

// restore puts the text back into the nodes of the tree.
func (p *page) restore(root *html.Node, runs []run) {
	for n := range root.Descendants() {
		if n.Type != html.TextNode || !strings.ContainsRune(n.Data, runOpen) {
			continue
		}
		var text strings.Builder
		rest := n.Data
		for {
			before, after, found := strings.Cut(rest, string(runOpen))
			text.WriteString(before)
			if !found {
				break
			}
			number, after, found := strings.Cut(after, string(runClose))
			i, err := strconv.Atoi(number)
			if !found || err != nil || i >= len(runs) {
				break
			}
			p.texts[n] = append(p.texts[n], runs[i])
			text.WriteString(strings.TrimFunc(html.UnescapeString(p.raw[runs[i].start:runs[i].end]), isBlank))
			rest = after
		}
		n.Data = text.String()
	}
}
