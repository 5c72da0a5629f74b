package clean

import "sort"

// A Kind says what a block of text is on its page.
type Kind uint8

// The kinds of blocks.
const (
	Boilerplate Kind = iota // menus, appeals, related headlines, comments, notices
	Title                   // the article's headline
	Dateline                // place and date, byline, time of an entry
	Heading                 // a heading inside the story, or its deck
	Body                    // a paragraph or list item of the story
	Caption                 // what is written under a picture
)

var kindNames = [...]string{"boilerplate", "title", "dateline", "heading", "body", "caption"}

// String returns the kind's name in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Facts reports whether blocks of this kind belong to the story.
func (k Kind) Facts() bool { return k == Title || k == Dateline || k == Heading || k == Body }

// A Block is a line or a paragraph of the text. Hard-wrapped paragraphs and
// line breaks of a page leave single line ends inside a block.
type Block struct {
	Start, End int // byte offsets into Content.Text, without surrounding space
	Kind       Kind
}

// A Span is a range of bytes.
type Span struct {
	Start, End int
}

// Meta is what is known about an article. Published is YYYY-MM-DD, Language a
// BCP 47 tag; what is not known is empty.
type Meta struct {
	URL       string
	Source    string // the outlet's name
	Published string
	Language  string
	Title     string
}

// or fills what m leaves open from other.
func (m Meta) or(other Meta) Meta {
	fill := func(a *string, b string) {
		if *a == "" {
			*a = b
		}
	}
	fill(&m.URL, other.URL)
	fill(&m.Source, other.Source)
	fill(&m.Published, other.Published)
	fill(&m.Language, other.Language)
	fill(&m.Title, other.Title)
	return m
}

// Content is the article of one page.
type Content struct {
	Meta
	// Text is what is kept of the page, in UTF-8.
	Text string
	// Blocks cover the text in order, without overlap; between them is only
	// white space.
	Blocks []Block

	pieces []piece // nil when Text is the input
}

// A piece is a stretch of the text and the bytes of the input it stands for.
type piece struct {
	start, end int  // in Text
	in, out    int  // in the input
	exact      bool // byte for byte the same
}

// FileSpans returns where a stretch of the text stands in the input: one span
// where the input has it in one go, several where tags intervene, none where it
// was not in the input at all. A character that the input writes as an entity
// is covered whole.
func (c Content) FileSpans(start, end int) []Span {
	if start < 0 || end > len(c.Text) || start >= end {
		return nil
	}
	if c.pieces == nil {
		return []Span{{start, end}}
	}
	var spans []Span
	first := sort.Search(len(c.pieces), func(i int) bool { return c.pieces[i].end > start })
	for _, p := range c.pieces[first:] {
		if p.start >= end {
			break
		}
		s := Span{p.in, p.out}
		if p.exact {
			s = Span{p.in + max(start, p.start) - p.start, p.in + min(end, p.end) - p.start}
		}
		if n := len(spans); n > 0 && spans[n-1].End == s.Start {
			spans[n-1].End = s.End
			continue
		}
		spans = append(spans, s)
	}
	return spans
}
