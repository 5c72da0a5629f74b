package layout

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

// A Frame is what stands around a page. What a page's template shows has it
// embedded, so that the frame's template finds its fields.
type Frame struct {
	Title  string // of the page; its function sets it
	Here   string // the link of the header that leads here: explore, timeline, rounds, index or articles
	Status int    // of the answer; 200 unless the page's function sets it

	Language  string // of the interface
	Direction string // of the interface: ltr or rtl
	Names     string // language that names are shown in
	AsOf      edtf.Date
	Text      Words
	Root      string // the way from the page's address to that of the site, such as "../"

	Style, Icon string // paths of the site's files
	Styles      []string
	Modules     []string // paths of ES modules

	Navigation    []Choice
	Languages     []Choice
	NameLanguages []Choice

	Program, Snapshot string // what made the page: the program with its version, and the graph's state

	path string     // of the page, from the site's root
	keep url.Values // what links take along
	all  url.Values // the whole query string
}

// A Choice is a link among others, one of which may be where the reader is.
type Choice struct {
	Code, Name, Link string
	Chosen           bool
}

// maxQuery is the longest query string in bytes. A page repeats it in its
// links, so that a long one would give a page hundreds of times as long.
const maxQuery = 4_000

// frame reads what a request says of languages and of the as-of day. An as-of
// day that is none is an error of the caller's, as is a long query string.
func (s *Site) frame(r *http.Request) (*Frame, error) {
	query, tooLong := r.URL.Query(), len(r.URL.RawQuery) > maxQuery
	if tooLong {
		query = url.Values{}
	}
	path := strings.TrimPrefix(r.URL.EscapedPath(), "/")
	f := &Frame{
		Status: http.StatusOK, Language: languageOf(r, query), Direction: "ltr",
		Root: strings.Repeat("../", strings.Count(path, "/")), path: path, keep: url.Values{}, all: query, Program: s.program,
	}
	if f.Root == "" {
		f.Root = "./"
	}
	if timeline.RightToLeft(f.Language) {
		f.Direction = "rtl"
	}
	f.Text, f.Names = words.In(f.Language), f.Language
	if has(NameLanguages, query.Get("names")) {
		f.Names = query.Get("names")
		f.keep.Set("names", f.Names)
	}
	if has(Interface, query.Get("language")) {
		f.keep.Set("language", f.Language)
	}
	f.Style, f.Icon = f.Root+s.files.Path("site.css"), f.Root+s.files.Path("icon.svg")
	f.switches()
	if tooLong {
		return f, &Problem{Status: http.StatusRequestURITooLong, Reason: fmt.Sprintf("the query string is longer than %d bytes", maxQuery)}
	}
	day := strings.TrimSpace(query.Get("asOf"))
	if day == "" {
		return f, nil
	}
	var err error
	if f.AsOf, err = edtf.Parse(day); err != nil {
		return f, &Problem{Status: http.StatusBadRequest, Reason: "asOf: a day is written as 2019-12-10, a month as 2019-12, a year as 2019"}
	}
	f.keep.Set("asOf", f.AsOf.String())
	return f, nil
}

// languageOf is the language of the interface: the one asked for, else the
// first of the browser's that there is.
func languageOf(r *http.Request, query url.Values) string {
	if l := query.Get("language"); has(Interface, l) {
		return l
	}
	for wish := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(wish), ";")
		if primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); has(Interface, primary) {
			return primary
		}
	}
	return Interface[0].Code
}

func has(languages []Language, code string) bool {
	return slices.ContainsFunc(languages, func(l Language) bool { return l.Code == code })
}

// switches fills in the links of the header.
func (f *Frame) switches() {
	for _, l := range Interface {
		f.Languages = append(f.Languages, Choice{l.Code, l.Name, f.Again("language", l.Code), l.Code == f.Language})
	}
	for _, l := range NameLanguages {
		f.NameLanguages = append(f.NameLanguages, Choice{l.Code, l.Name, f.Again("names", l.Code), l.Code == f.Names})
	}
}

// Parts links to the parts of the site.
func (f *Frame) Parts() []Choice {
	return []Choice{
		{Name: f.Text.Explore, Link: f.Root, Chosen: f.Here == "explore"},
		{Name: f.Text.Timeline, Link: f.Link("timeline"), Chosen: f.Here == "timeline"},
		{Name: f.Text.Rounds, Link: f.Link("rounds"), Chosen: f.Here == "rounds"},
		{Name: f.Text.Index, Link: f.Link(Folder("person")), Chosen: f.Here == "index"},
		{Name: f.Text.Articles, Link: f.Link("articles"), Chosen: f.Here == "articles"},
	}
}

// Date writes a date in the language of the interface, no more precisely than
// it is known.
func (f *Frame) Date(d edtf.Date) string { return timeline.DateText(d, f.Language) }

// Day is the last day of a date as forms have it; "" where there is none.
func (f *Frame) Day(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Latest().Format(time.DateOnly)
}
