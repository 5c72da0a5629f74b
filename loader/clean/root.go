package clean

import (
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxReadability is the number of elements up to which a page is also given to
// the readability library, whose time grows faster than the page.
const maxReadability = 6000

// weights counts, for each element, the characters of running text in it.
type weights map[*html.Node]int

func weigh(lines []line) weights {
	w := weights{}
	for i := range lines {
		l := &lines[i]
		if l.hint == furniture || l.hint == captioned || !l.running() {
			continue
		}
		for n := l.block; n != nil; n = n.Parent {
			w[n] += l.chars
		}
	}
	return w
}

// running reports whether a line reads like a paragraph of a story.
func (l *line) running() bool {
	if l.linkShare() > 0.5 || l.chars < 40 {
		return false
	}
	text := l.plain()
	return l.chars >= 140 || endsSentence(text) || countSentences(text) > 1
}

// protect finds the elements that hold so much of the page's running text that
// their names cannot make them furniture. Comments are often longer than the
// story, so they are never protected while there is a story beside them.
func protect(lines []line) map[*html.Node]bool {
	unhinted := make([]line, len(lines))
	copy(unhinted, lines)
	for i := range unhinted {
		unhinted[i].hint = noHint
		for n := unhinted[i].block; n != nil; n = n.Parent {
			if isComments(n) {
				unhinted[i].hint = furniture
			}
		}
	}
	w := weigh(unhinted)
	total := 0
	for n, chars := range w {
		if n.DataAtom == atom.Body {
			total = chars
		}
	}
	protected := map[*html.Node]bool{}
	for i := range lines {
		if lines[i].hint != headline {
			continue
		}
		for n := lines[i].block; n != nil; n = n.Parent {
			if w[n] > 0 {
				protected[n] = true // a headline with running text below it
			}
		}
	}
	for n, chars := range w {
		if chars*100 >= total*40 && n.DataAtom != atom.P {
			protected[n] = true
		}
	}
	return protected
}

// isComments reports whether an element is named as the readers' comments.
func isComments(n *html.Node) bool {
	return n.DataAtom != atom.Body && n.DataAtom != atom.Html && n.DataAtom != atom.Article && named(n, commentNames)
}

var commentNames = nameSet(`comment comments commentlist comment-list disqus respond replies`)

// findRoot returns the element that holds the story: what the page's markup
// calls the article, unless readability finds a good deal more elsewhere.
func findRoot(p *page, lines []line) *html.Node {
	w := weigh(lines)
	marked := markedRoot(p.root, w)
	found := readableRoot(p, lines)
	switch {
	case marked == nil:
		return found
	case found == nil || w[marked]*10 >= w[found]*6:
		return marked
	}
	return found
}

// markedRoot returns the article element with the most running text, or the
// element around several that make one story (a live blog), or nil.
func markedRoot(root *html.Node, w weights) *html.Node {
	for _, is := range []func(*html.Node) bool{
		func(n *html.Node) bool { return n.DataAtom == atom.Article },
		func(n *html.Node) bool { return strings.EqualFold(attr(n, "itemprop"), "articleBody") },
		func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" },
	} {
		var best *html.Node
		around, parts := 0, 0
		for n := range root.Descendants() {
			if n.Type != html.ElementNode || !is(n) || w[n] == 0 {
				continue
			}
			if best == nil || w[n] > w[best] {
				best = n
			}
			if !within(n.Parent, is) {
				around += w[n]
				parts++
			}
		}
		if best == nil {
			continue
		}
		if parts > 2 && w[best]*2 < around {
			if shared := best.Parent; shared != nil && w[shared]*10 >= around*8 {
				return shared
			}
		}
		return best
	}
	return nil
}

func within(n *html.Node, is func(*html.Node) bool) bool {
	for ; n != nil; n = n.Parent {
		if is(n) {
			return true
		}
	}
	return false
}

// markAttr carries the number of an element through readability.
const markAttr = "data-peacetalks-n"

// readableRoot returns the smallest element around the running text that
// readability keeps, or nil.
func readableRoot(p *page, lines []line) (root *html.Node) {
	elements := 0
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode {
			elements++
		}
	}
	if elements > maxReadability {
		return heaviest(p.root, weigh(lines))
	}
	kept := readable(p.root)
	for i := range lines {
		l := &lines[i]
		if !l.running() || l.block == nil || !kept[attr(l.block, markAttr)] {
			continue
		}
		if root == nil {
			root = l.block
		}
		root = common(root, l.block)
	}
	return root
}

// readable numbers the elements of the tree, runs readability on a copy, and
// returns the numbers of those it keeps.
func readable(root *html.Node) (kept map[string]bool) {
	kept = map[string]bool{}
	defer func() {
		// A page that trips the library is read by its markup alone.
		if recover() != nil {
			kept = map[string]bool{}
		}
	}()
	numberElements(root)
	article, err := readability.FromDocument(root, nil)
	if err != nil || article.Node == nil {
		return kept
	}
	for n := range article.Node.Descendants() {
		if id := attr(n, markAttr); id != "" {
			kept[id] = true
		}
	}
	return kept
}

func numberElements(root *html.Node) {
	i := 0
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && !hasAttr(n, markAttr) {
			i++
			n.Attr = append(n.Attr, html.Attribute{Key: markAttr, Val: strconv.Itoa(i)})
		}
	}
}

// heaviest returns the deepest element with most of the running text.
func heaviest(root *html.Node, w weights) *html.Node {
	best := root
	for {
		var next *html.Node
		for c := range best.ChildNodes() {
			if w[c]*10 >= w[root]*8 && w[c] > 0 {
				next = c
			}
		}
		if next == nil {
			return best
		}
		best = next
	}
}

// common returns the deepest element that holds both.
func common(a, b *html.Node) *html.Node {
	above := map[*html.Node]bool{}
	for n := a; n != nil; n = n.Parent {
		above[n] = true
	}
	for n := b; n != nil; n = n.Parent {
		if above[n] {
			return n
		}
	}
	return a
}

// holds reports whether n lies in root.
func holds(root, n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == root {
			return true
		}
	}
	return false
}
