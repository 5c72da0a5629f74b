package timeline

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"iter"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// The timelinejs format is what TimelineJS 3 reads: a title slide and event
// slides. Its texts are HTML and are escaped as such; its group and display
// dates are plain text that the program puts into a page, so they hold no
// angle brackets at all. A date that is known to the month or year has no
// finer parts. TimelineJS itself grows slow with some hundreds of slides.

type slide struct {
	StartDate   *slideDate `json:"start_date,omitempty"`
	EndDate     *slideDate `json:"end_date,omitempty"`
	DisplayDate string     `json:"display_date,omitempty"`
	Text        slideText  `json:"text"`
	Group       string     `json:"group,omitempty"`
	UniqueID    string     `json:"unique_id"`
	Autolink    bool       `json:"autolink"`
}

type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

func encodeTimelineJS(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	title, err := json.Marshal(slide{UniqueID: "title", Text: slideText{
		Headline: html.EscapeString(o.title()), Text: madeOf(o.Provenance),
	}})
	if err != nil {
		return err
	}
	header := fmt.Appendf(nil, "{\"scale\":\"human\",\n\"title\":%s}", title)
	return writeEvents(w, header, events, func(e Event) any { return toSlide(e, o.Language) })
}

// madeOf is the provenance as the text of the title slide.
func madeOf(p graph.Provenance) string {
	line := p.String()
	if line == "" {
		return ""
	}
	return `<p dir="ltr"><small>` + html.EscapeString(line) + "</small></p>"
}

func toSlide(e Event, language string) slide {
	s := slide{
		DisplayDate: withoutBrackets(DateText(e.Date.EDTF, language)),
		Text:        slideText{Headline: html.EscapeString(e.Title(language)), Text: slideHTML(e, language)},
		UniqueID:    e.ID.Kind() + "-" + e.ID.Name(),
	}
	if e.Process != "" {
		s.Group = withoutBrackets(e.Name(e.Process, language))
	}
	d := e.Date.EDTF
	from, to := d.Start(), d.End()
	if from.IsZero() {
		// A slide must have a start; the display date tells that it is the end.
		from = to
	}
	s.StartDate = &slideDate{from.Year(), from.Month(), from.Day()}
	if d.IsInterval() && !to.IsZero() && from != to {
		s.EndDate = &slideDate{to.Year(), to.Month(), to.Day()}
	}
	return s
}

// slideHTML is an event's text with its passages and where they stand.
func slideHTML(e Event, language string) string {
	var b strings.Builder
	if e.Modality == graph.Planned {
		fmt.Fprintf(&b, "<p><em>%s</em></p>", html.EscapeString(PlannedName(language)))
	}
	for _, s := range e.Passages() {
		fmt.Fprintf(&b, `<blockquote dir="auto" lang="%s">%s</blockquote>`,
			html.EscapeString(Plain(s.Language)), html.EscapeString(Plain(s.ShortQuote())))
		fmt.Fprintf(&b, "<p><bdi>%s</bdi></p>", citation(s, language))
	}
	return b.String()
}

// citation names a passage's source as HTML, with a link where there is one.
func citation(s Source, language string) string {
	var parts []string
	for _, p := range []string{s.Outlet, s.ArticleTitle} {
		if p = Plain(p); p != "" {
			parts = append(parts, html.EscapeString(p))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, html.EscapeString(string(s.Article)))
	}
	if link := s.WebLink(); link != "" {
		last := &parts[len(parts)-1]
		*last = fmt.Sprintf(`<a href="%s" rel="noopener nofollow">%s</a>`, html.EscapeString(link), *last)
	}
	if s.Published != (edtf.Date{}) {
		parts = append(parts, html.EscapeString(DateText(s.Published, language)))
	}
	return strings.Join(parts, ", ")
}

func withoutBrackets(s string) string {
	return strings.NewReplacer("<", "‹", ">", "›", "&", "＆").Replace(s)
}
