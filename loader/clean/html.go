package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTML finds the article in a saved web page. The text that is kept begins
// with the headline; paragraphs are set apart by blank lines. What is known
// already wins over what the page says of itself. The errors are [ErrTooLarge],
// [ErrTooDeep] and [ErrNoContent].
func HTML(raw string, known Meta) (Content, error) {
	p, err := parsePage(raw)
	if err != nil {
		return Content{}, err
	}
	if date, ok := Date(known.Published, known.Language); ok {
		known.Published = date
	}
	meta, articleBody := metaOfPage(p)
	meta = known.or(meta)

	all := p.lines(p.root, nil)
	all = p.lines(p.root, protect(all))
	r := p.story(all, meta)
	if said := len([]rune(articleBody)); said > 2*r.said() && said > 200 {
		return fromBody(articleBody, meta), nil
	}
	if r.said() == 0 {
		return Content{}, ErrNoContent
	}
	meta = meta.or(timeMeta(p.root, meta.Language)).or(metaOf(r.units, meta.Language)).or(ownerMeta(all))
	return r.content(meta, raw), nil
}

// story renders the lines of the story and gives them their kinds.
func (p *page) story(all []line, meta Meta) *renderer {
	from, to := storyRange(findRoot(p, all), all)
	r := p.render(all[from:to], meta)
	if r.said() == 0 && to-from < len(all) {
		r = p.render(all, meta)
	}
	return r
}

func (p *page) render(lines []line, meta Meta) *renderer {
	r := &renderer{page: p}
	for i := range lines {
		r.line(&lines[i])
	}
	s := r.text.String()
	r.units = unwrap(s, r.units)
	for i := range r.units {
		r.units[i].measure(s)
	}
	classify(r.units, meta.Title, meta.Source)
	return r
}

// storyRange returns which lines to read: those in the root, and what stands
// between the page's headline and it.
func storyRange(root *html.Node, all []line) (from, to int) {
	from, to = -1, 0
	for i := range all {
		if root != nil && holds(root, all[i].block) {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		return 0, len(all)
	}
	for i := range all[from:to] {
		if all[from+i].hint == headline {
			return from, to
		}
	}
	for i := from - 1; i >= 0; i-- {
		if all[i].hint == headline {
			return i, to
		}
	}
	return from, to
}

// said counts the characters of the story.
func (r *renderer) said() int {
	n := 0
	for i := range r.units {
		if r.units[i].kind == Body {
			n += r.units[i].runes
		}
	}
	return n
}

// content cuts away what stands before and after the story.
func (r *renderer) content(meta Meta, raw string) Content {
	from, to := 0, len(r.units)
	for from < to && r.units[from].kind == Boilerplate {
		from++
	}
	for to > from && r.units[to-1].kind == Boilerplate {
		to--
	}
	units := r.units[from:to]
	begin, end := units[0].start, units[len(units)-1].end
	c := Content{Meta: meta, Text: r.text.String()[begin:end], pieces: []piece{}}
	shift := 0
	titled := false
	for i := range units {
		titled = titled || units[i].kind == Title
	}
	if !titled && meta.Title != "" {
		lead := oneLine(meta.Title)
		c.Text = lead + "\n\n" + c.Text
		c.Blocks = append(c.Blocks, Block{0, len(lead), Title})
		shift = len(lead) + 2
		if at := strings.Index(raw, lead); at >= 0 {
			c.pieces = append(c.pieces, piece{0, len(lead), at, at + len(lead), true})
		}
	}
	for _, u := range units {
		c.Blocks = append(c.Blocks, Block{u.start - begin + shift, u.end - begin + shift, u.kind})
	}
	for _, p := range r.pieces {
		if p.end <= begin || p.start >= end {
			continue
		}
		if p.start < begin && p.exact {
			p.in += begin - p.start
		}
		if p.end > end && p.exact {
			p.out -= p.end - end
		}
		p.start, p.end = max(p.start, begin)-begin+shift, min(p.end, end)-begin+shift
		c.pieces = append(c.pieces, p)
	}
	return c
}

// fromBody makes the article from the text that a page gives in its structured
// data and shows only by script.
func fromBody(body string, meta Meta) Content {
	text := strings.TrimSpace(body)
	if meta.Title != "" {
		text = oneLine(meta.Title) + "\n\n" + text
	}
	c := Text(text, meta)
	c.pieces = []piece{}
	return c
}

// timeMeta reads the day from the first time element that stands in the
// article, or from one that is marked as the day of publication.
func timeMeta(root *html.Node, language string) Meta {
	var m Meta
	for n := range root.Descendants() {
		if n.DataAtom != atom.Time || m.Published != "" {
			continue
		}
		inArticle := within(n, func(n *html.Node) bool { return n.DataAtom == atom.Article || n.DataAtom == atom.Main })
		inFurniture := within(n.Parent, func(n *html.Node) bool {
			return n.DataAtom == atom.Aside || n.DataAtom == atom.Nav || n.DataAtom == atom.Footer || n.DataAtom == atom.Li || isComments(n)
		})
		if inFurniture || !inArticle && !hasAttr(n, "pubdate") {
			continue
		}
		m.Published, _ = Date(first(attr(n, "datetime"), nodeText(n)), language)
	}
	return m
}

// ownerMeta reads the outlet from the copyright line of a page.
func ownerMeta(all []line) Meta {
	var m Meta
	v := vocab()
	for i := len(all) - 1; i >= 0 && m.Source == ""; i-- {
		text := all[i].plain()
		u := unit{start: 0, end: len(text)}
		u.measure(text)
		m.Source = v.owner(&u)
	}
	return m
}
