package timeline

import (
	"bytes"
	"cmp"
	_ "embed"
	"html/template"
	"strings"

	"peacetalks/graph"
)

//go:embed list.html
var listSource string

var listTemplate = template.Must(template.New("list").Parse(listSource))

// ListOptions tell how events are listed under a chart.
type ListOptions struct {
	Language string // of words
	Names    string // of titles and names; "" is Language
	Passages int    // of an event; 0: all
	Fold     bool   // passages open when they are asked for

	// Round is the address of the page of a round, Sentence that of a passage in
	// its article's page. nil or "": no link.
	Round    func(Event) string
	Sentence func(Source) string
}

// List is the markup of events with their passages, by year: what the marks of
// a [Chart] lead to by way of [Event.Anchor].
func List(events []Event, o ListOptions) (template.HTML, error) {
	o.Names = cmp.Or(o.Names, o.Language)
	l := listing{Text: phrasesIn(o.Language).chart.words(), Fold: o.Fold, Planned: PlannedName(o.Language)}
	for _, e := range events {
		year := shownYear(e.Date.EDTF)
		if n := len(l.Years); n == 0 || l.Years[n-1].Year != year {
			l.Years = append(l.Years, listedYear{Year: year})
		}
		y := &l.Years[len(l.Years)-1]
		y.Events = append(y.Events, listed(e, o))
	}
	var b bytes.Buffer
	err := listTemplate.Execute(&b, l)
	return template.HTML(b.String()), err
}

// Anchor is the event's name within a page.
func (e Event) Anchor() string { return e.ID.Kind() + "-" + e.ID.Name() }

type listing struct {
	Text    listWords
	Planned string
	Fold    bool
	Years   []listedYear
}

// listWords are the words of a list.
type listWords struct{ Passages, Passage, Citing, Basis, More, Comma string }

func (p *chartPhrases) words() listWords {
	return listWords{p.passages, p.passage, p.citing, p.basis, p.more, p.comma}
}

type listedYear struct {
	Year   string
	Events []listedEvent
}

type listedEvent struct {
	Anchor, Kind, KindName string
	Class, Path            string // of its shape
	Date, DateTime         string // DateTime for machines; "" where it is no day
	Basis                  Reason // how the date is known
	Title, Language        string // the title's language
	Planned, Vague         bool
	Process, Round, Link   string // Process is "" where the round's name says it
	Words, WordsLanguage   string // of a statement
	Direct                 bool
	Passages               []listedPassage
	More                   int // passages left out
}

type listedPassage struct {
	Quote, Language, Outlet, Title, Link, Sentence, Date, Citing string
}

func listed(e Event, o ListOptions) listedEvent {
	out := listedEvent{
		Anchor: e.Anchor(), Kind: strings.ToLower(string(e.Kind)), Class: strings.ToLower(string(e.Kind)), Path: shapes[e.Kind], KindName: KindName(e.Kind, o.Language),
		Date: DateText(e.Date.EDTF, o.Language), Basis: Because(e.Date.Basis, o.Language), Title: e.Title(o.Names), Language: o.Names,
		Planned: e.Modality == graph.Planned, Vague: isVague(e.Date.EDTF), Round: e.Name(e.Round, o.Names),
		WordsLanguage: e.TextLanguage, Direct: e.Direct,
	}
	if isBound(e) {
		out.Class, out.Path = "round", barShape
	}
	if first, last := e.Days(); first == last {
		out.DateTime = first
	}
	if name := e.Name(e.Process, o.Names); e.Process != "" && !strings.HasPrefix(out.Round, name) {
		out.Process = name
	}
	if o.Round != nil {
		out.Link = o.Round(e)
	}
	if e.Kind == Statement || e.Kind == Outcome {
		out.Words = Plain(graph.ShortQuote(e.Text))
	}
	passages := e.Passages()
	if o.Passages > 0 && len(passages) > o.Passages {
		out.More = len(passages) - o.Passages
		passages = passages[:o.Passages]
	}
	for _, s := range passages {
		out.Passages = append(out.Passages, listPassage(s, o))
	}
	return out
}

func listPassage(s Source, o ListOptions) listedPassage {
	p := listedPassage{
		Quote: Plain(s.ShortQuote()), Language: s.Language, Outlet: Plain(s.Outlet), Link: s.WebLink(),
		Title: Plain(cmp.Or(s.ArticleTitle, s.WebLink(), s.Article.Name())), Citing: Plain(s.Citing),
	}
	if !s.Published.IsZero() {
		p.Date = DateText(s.Published, o.Language)
	}
	if o.Sentence != nil {
		p.Sentence = o.Sentence(s)
	}
	return p
}

// barShape stands for the bar of a round in a list.
const barShape = "M-9-7H9Q12-7 12-4V4Q12 7 9 7H-9Q-12 7-12 4V-4Q-12-7-9-7Z"
