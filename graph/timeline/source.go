package timeline

import (
	"net/url"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A Source is a passage that an event rests on.
type Source struct {
	Claim        graph.ID
	Article      graph.ID
	URL          string
	ArticleTitle string
	Outlet       string
	Language     string    // of the article, BCP 47
	Published    edtf.Date // the article's date
	Citing       string    // who is cited for it, as the article names them
	Rule         string
	Basis        string // how its date was solved, if it gives one
	Modality     graph.Modality
	Quote        string // the article's stored bytes from Start to End
	Start, End   int    // byte offsets into the article's text
}

// WebLink is the address of the source's article if that may stand in a page or
// a calendar: absolute, of the web, and free of anything that is not a URL's;
// else "".
func (s Source) WebLink() string {
	u, err := url.Parse(s.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Opaque != "" || s.URL != Plain(s.URL) {
		return ""
	}
	return u.String()
}

// first is the passage that states the event; the zero value where there is
// none.
func (e Event) first() Source {
	if len(e.Sources) == 0 {
		return Source{}
	}
	return e.Sources[0]
}

// webLink is the first address that an event's sources have; "" where none has
// one.
func (e Event) webLink() string {
	for _, s := range e.Sources {
		if link := s.WebLink(); link != "" {
			return link
		}
	}
	return ""
}

// ShortQuote is the quote as exports have it: [graph.ShortQuote]. Start and End
// stay those of the whole.
func (s Source) ShortQuote() string { return graph.ShortQuote(s.Quote) }

// Passages are the sources without those that repeat a passage for another
// claim.
func (e Event) Passages() []Source {
	type place struct {
		article    graph.ID
		start, end int
	}
	seen := make(map[place]bool, len(e.Sources))
	return slices.DeleteFunc(slices.Clone(e.Sources), func(s Source) bool {
		p := place{s.Article, s.Start, s.End}
		defer func() { seen[p] = true }()
		return seen[p]
	})
}
