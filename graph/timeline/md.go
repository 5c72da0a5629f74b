package timeline

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// The md format is Markdown that reads well as it is and as a page: a table of
// events for each year, whose numbers stand for articles; then the articles by
// number, with the passages that the events rest on. Tables are those of
// GitHub's dialect, everything else is CommonMark; there is no HTML in it.
//
// The articles come last and belong to all years: they are held until then.
const mdEvents = 10_000

func encodeMD(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	p := &page{language: o.Language, numbers: map[graph.ID]int{}, seen: map[string]int{}}
	// Nothing is written before all events are there: there may be too many.
	all, err := gather(events)
	if err != nil {
		return err
	}
	fmt.Fprintf(&p.out, "# %s\n", markdown(o.title()))
	for i := range all {
		p.event(&all[i])
	}
	p.articles()
	if line := Plain(o.Provenance.String()); line != "" {
		fmt.Fprintf(&p.out, "\n---\n\n%s\n", markdown(line))
	}
	_, err = io.WriteString(w, p.out.String())
	return err
}

// A page is Markdown under construction.
type page struct {
	out      strings.Builder
	language string
	year     string
	cited    []citedArticle
	numbers  map[graph.ID]int // of articles, from 1
	seen     map[string]int   // passages of articles, by where they stand
}

// A citedArticle is one that events rest on.
type citedArticle struct {
	source   Source
	passages []citedPassage
}

// A citedPassage is a passage, and the titles of what rests on it.
type citedPassage struct {
	source Source
	events []string
}

// event writes a row of a table, which it begins where a year does.
func (p *page) event(e *Event) {
	if year := shownYear(e.Date.EDTF); year != p.year {
		p.year = year
		fmt.Fprintf(&p.out, "\n## %s\n\n| %s | %s | %s |\n| --- | --- | --- |\n", year,
			labelDate.in(p.language), labelEvent.in(p.language), labelSources.in(p.language))
	}
	title := e.Title(p.language)
	cell := markdown(title)
	if e.Modality == graph.Planned {
		cell += " *(" + markdown(PlannedName(p.language)) + ")*"
	}
	var marks []string
	for _, s := range e.Passages() {
		mark := "[" + strconv.Itoa(p.cite(s, title)) + "]"
		if !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
	}
	fmt.Fprintf(&p.out, "| %s | %s | %s |\n", markdown(DateText(e.Date.EDTF, p.language)), cell, strings.Join(marks, " "))
}

// cite notes a passage and answers its article's number.
func (p *page) cite(s Source, title string) int {
	n, ok := p.numbers[s.Article]
	if !ok {
		p.cited = append(p.cited, citedArticle{source: s})
		n = len(p.cited)
		p.numbers[s.Article] = n
	}
	article := &p.cited[n-1]
	place := fmt.Sprintf("%d %d %d", n, s.Start, s.End)
	i, ok := p.seen[place]
	if !ok {
		i = len(article.passages)
		p.seen[place] = i
		article.passages = append(article.passages, citedPassage{source: s})
	}
	passage := &article.passages[i]
	passage.events = append(passage.events, title)
	return n
}

// articles writes the articles with their passages, and what makes links of
// the numbers in the tables.
func (p *page) articles() {
	if len(p.cited) == 0 {
		return
	}
	fmt.Fprintf(&p.out, "\n## %s\n", labelSources.in(p.language))
	for i, a := range p.cited {
		number := strconv.Itoa(i+1) + ". "
		fmt.Fprintf(&p.out, "\n%s%s\n", number, p.reference(a.source))
		indent := strings.Repeat(" ", len(number))
		for _, c := range a.passages {
			bytes := fill(labelBytes.in(p.language), "{from}", strconv.Itoa(c.source.Start), "{to}", strconv.Itoa(c.source.End))
			fmt.Fprintf(&p.out, "%s- “%s” (%s): %s\n", indent, markdown(Plain(c.source.ShortQuote())), bytes, markdown(strings.Join(c.events, "; ")))
		}
	}
	p.out.WriteByte('\n')
	for i, a := range p.cited {
		if link := a.source.WebLink(); link != "" {
			fmt.Fprintf(&p.out, "[%d]: <%s>\n", i+1, destination(link))
		}
	}
}

// reference names an article: outlet, title, day.
func (p *page) reference(s Source) string {
	title := markdown(Plain(articleName(s)))
	if link := s.WebLink(); link != "" {
		title = "[" + title + "](<" + destination(link) + ">)"
	} else {
		title = "“" + title + "”"
	}
	parts := []string{title}
	if outlet := Plain(s.Outlet); outlet != "" {
		parts = []string{"**" + markdown(outlet) + "**", title}
	}
	if !s.Published.IsZero() {
		parts = append(parts, markdown(DateText(s.Published, p.language)))
	}
	return strings.Join(parts, ", ")
}

// destination is an address as it stands between angle brackets.
func destination(link string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", "|", "%7C").Replace(link)
}

// markdown escapes a plain text, so that it is read as itself wherever it
// stands in a line: neither markup nor HTML, nor an address that some readers
// would make a link of.
func markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;") // no element, even for readers that know no escapes
			continue
		case strings.ContainsRune("\\`*_[]>|~&$@", r),
			i == 0 && strings.ContainsRune("#+-=", r),
			r == ':' && strings.HasPrefix(s[i:], "://"),
			r == '!' && strings.HasPrefix(s[i:], "!["),
			r == '.' && endsIn(s[:i], "www"),
			(r == '.' || r == ')') && isNumber(s[:i]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func endsIn(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

// isNumber tells whether a text is digits alone, which would begin a list.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
