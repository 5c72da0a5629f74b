package web

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

//go:embed timeline
var timelineFiles embed.FS

var timelineTemplate = template.Must(template.ParseFS(timelineFiles, "timeline/page.html"))

// TimelinePolicy is the content security policy of the timeline page: it has
// no script, and its one style sheet is a file of this server.
const TimelinePolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'"

// What one page shows at most.
const (
	pageEvents   = 200
	pagePassages = 8    // of one event
	pagePeople   = 1000 // in the form
	lastPage     = 500
)

// NewTimeline serves the timeline page at "/timeline" and its style sheet at
// "/timeline.css". The page is made on the server and needs no script. Its
// query string is that of [timeline.ParseFilter], with language (en or ar) and
// page beside it.
func NewTimeline(s *graph.Store) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /timeline", &timelineHandler{store: s})
	mux.HandleFunc("GET /timeline.css", serveTimelineStyle)
	return mux
}

func serveTimelineStyle(w http.ResponseWriter, r *http.Request) {
	style, err := timelineFiles.ReadFile("timeline/timeline.css")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	sum := sha256.Sum256(style)
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(style))
}

type timelineHandler struct{ store *graph.Store }

func (h *timelineHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", TimelinePolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Cache-Control", "no-cache")

	page, status, err := h.page(r.Context(), r.URL.Query())
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			slog.ErrorContext(r.Context(), "timeline page", "error", err)
		}
		http.Error(w, "the graph could not be read", http.StatusInternalServerError)
		return
	}
	var b bytes.Buffer
	if err := timelineTemplate.Execute(&b, page); err != nil {
		slog.ErrorContext(r.Context(), "timeline page", "error", err)
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	header.Set("Content-Language", page.Language)
	w.WriteHeader(status)
	// An error here is the reader's hanging up.
	_, _ = b.WriteTo(w)
}

// A timelinePage is what the template shows.
type timelinePage struct {
	Language  string
	Direction string // ltr or rtl
	Text      timelineText
	Error     string // what is wrong with the query string

	Processes, Parties, People, Kinds, Languages []option
	From, To                                     string // days
	Kept                                         []kept

	Years       []timelineYear
	Chart       *chart
	First, Last int // of the events shown, from 1; 0 where there are none
	Older       string
	Newer       string
	Exports     []exportLink
}

// An option is a choice of the form.
type option struct {
	Value, Name string
	Chosen      bool
}

// A kept is a part of the filter that the form does not offer, with the link
// that leaves it out.
type kept struct{ Key, Value, Name, Without string }

type exportLink struct{ Name, Summary, Link string }

type timelineYear struct {
	Year   string
	Events []timelineEvent
}

type timelineEvent struct {
	Anchor   string
	Kind     string // lower case, for the style
	KindName string
	Lane     int
	Date     string
	DateTime string // for machines; "" where it is no date of HTML
	Basis    string
	Title    string
	Planned  bool
	Process  string // "" where the round's name says it
	Round    string
	RoundURL string
	Words    string // of a statement
	WordsIn  string // their language
	Direct   bool
	Passages []passage
	More     int // passages left out
}

type passage struct {
	Quote, Language           string
	Outlet, Title, Link, Date string
	Citing                    string
}

func (h *timelineHandler) page(ctx context.Context, query url.Values) (*timelinePage, int, error) {
	ctx, release := h.store.Pin(ctx)
	defer release()
	text := timelineTextIn(query.Get("language"))
	p := &timelinePage{Language: text.Language, Direction: "ltr", Text: text}
	if timeline.RightToLeft(p.Language) {
		p.Direction = "rtl"
	}
	status := http.StatusOK
	f, err := timeline.ParseFilter(query)
	number, ok := pageNumber(query.Get("page"))
	if err != nil || !ok {
		status, p.Error, f, number = http.StatusBadRequest, text.BadPage, timeline.Filter{}, 1
		if err != nil {
			p.Error = err.Error()
		}
	}
	if err := h.fillForm(ctx, p, f); err != nil {
		return nil, 0, err
	}
	if status != http.StatusOK {
		return p, status, nil
	}
	events, more, err := h.events(ctx, f, (number-1)*pageEvents)
	if err != nil {
		return nil, 0, err
	}
	lanes := lanesOf(events)
	p.show(events, lanes)
	if p.Chart, err = h.chart(ctx, p, events, lanes, f.AsOf); err != nil {
		return nil, 0, err
	}
	if len(events) > 0 {
		p.First, p.Last = (number-1)*pageEvents+1, (number-1)*pageEvents+len(events)
	}
	if number > 1 {
		p.Older = p.link(f, "page", strconv.Itoa(number-1))
	}
	if more && number < lastPage {
		p.Newer = p.link(f, "page", strconv.Itoa(number+1))
	}
	for _, format := range timeline.Formats() {
		values := f.Values()
		values.Set("language", p.Language)
		p.Exports = append(p.Exports, exportLink{format.Name, format.Summary, "export/timeline" + format.Extension + "?" + values.Encode()})
	}
	return p, status, nil
}

func pageNumber(s string) (int, bool) {
	if s == "" {
		return 1, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= lastPage
}

// events reads one page of events, and tells whether there are more.
func (h *timelineHandler) events(ctx context.Context, f timeline.Filter, skip int) (events []timeline.Event, more bool, err error) {
	for e, err := range timeline.Events(ctx, h.store, f) {
		switch {
		case err != nil:
			return nil, false, err
		case skip > 0:
			skip--
		case len(events) == pageEvents:
			return events, true, nil
		default:
			events = append(events, e)
		}
	}
	return events, false, nil
}

// link is the page with a filter and one more value.
func (p *timelinePage) link(f timeline.Filter, key, value string) string {
	values := f.Values()
	values.Set("language", p.Language)
	if key != "" {
		values.Set(key, value)
	}
	return "timeline?" + values.Encode()
}

// lanesOf numbers the processes of events in the order in which they occur.
func lanesOf(events []timeline.Event) map[graph.ID]int {
	lanes := map[graph.ID]int{}
	for _, e := range events {
		if _, ok := lanes[e.Process]; !ok {
			lanes[e.Process] = len(lanes)
		}
	}
	return lanes
}

// show lists events by year.
func (p *timelinePage) show(events []timeline.Event, lanes map[graph.ID]int) {
	for _, e := range events {
		year := strconv.Itoa(shownYear(e.Date.EDTF))
		if n := len(p.Years); n == 0 || p.Years[n-1].Year != year {
			p.Years = append(p.Years, timelineYear{Year: year})
		}
		y := &p.Years[len(p.Years)-1]
		y.Events = append(y.Events, p.event(e, lanes[e.Process]))
	}
}

func shownYear(d edtf.Date) int {
	if y := d.Start().Year(); y != 0 {
		return y
	}
	return d.End().Year()
}

func (p *timelinePage) event(e timeline.Event, lane int) timelineEvent {
	out := timelineEvent{
		Anchor: anchor(e), Kind: strings.ToLower(string(e.Kind)), KindName: timeline.KindName(e.Kind, p.Language),
		Lane: lane % laneColours, Date: timeline.DateText(e.Date.EDTF, p.Language), Basis: timeline.Plain(e.Date.Basis),
		Title: e.Title(p.Language), Planned: e.Modality == graph.Planned,
		Round:    e.Name(e.Round, p.Language),
		RoundURL: p.link(timeline.Filter{Round: e.Round}, "", ""),
		WordsIn:  e.TextLanguage, Direct: e.Direct,
	}
	if first, last := e.Days(); first == last {
		out.DateTime = first
	}
	if name := e.Name(e.Process, p.Language); e.Process != "" && !strings.HasPrefix(out.Round, name) {
		out.Process = name
	}
	if e.Kind == timeline.Statement {
		out.Words = timeline.Plain(e.Text)
	}
	passages := e.Passages()
	if len(passages) > pagePassages {
		out.More = len(passages) - pagePassages
		passages = passages[:pagePassages]
	}
	for _, s := range passages {
		q := passage{
			Quote: timeline.Plain(s.Quote), Language: s.Language, Outlet: timeline.Plain(s.Outlet), Link: s.WebLink(),
			Title: timeline.Plain(cmp.Or(s.ArticleTitle, s.WebLink(), s.Article.Name())), Citing: timeline.Plain(s.Citing),
		}
		if !s.Published.IsZero() {
			q.Date = timeline.DateText(s.Published, p.Language)
		}
		out.Passages = append(out.Passages, q)
	}
	return out
}

// anchor is the event's name within the page.
func anchor(e timeline.Event) string { return e.ID.Kind() + "-" + e.ID.Name() }

// fillForm lists what the form offers, and what it keeps.
func (h *timelineHandler) fillForm(ctx context.Context, p *timelinePage, f timeline.Filter) error {
	processes, err := h.store.Processes(ctx, graph.Page{All: true})
	if err != nil {
		return err
	}
	parties, err := h.store.Parties(ctx, graph.PartyFilter{}, graph.Page{All: true})
	if err != nil {
		return err
	}
	first := pagePeople
	people, err := h.store.People(ctx, graph.PersonFilter{}, graph.Page{First: &first})
	if err != nil {
		return err
	}
	var ids [3][]graph.ID
	for _, n := range processes.Nodes() {
		ids[0] = append(ids[0], n.ID)
	}
	for _, n := range parties.Nodes() {
		ids[1] = append(ids[1], n.ID)
	}
	for _, n := range people.Nodes() {
		ids[2] = append(ids[2], n.ID)
	}
	for i, to := range []*[]option{&p.Processes, &p.Parties, &p.People} {
		chosen := []graph.ID{f.Process, f.Party, f.Person}[i]
		if *to, err = h.options(ctx, p.Language, ids[i], chosen); err != nil {
			return err
		}
	}
	for _, k := range timeline.Kinds() {
		p.Kinds = append(p.Kinds, option{string(k), timeline.KindName(k, p.Language), slices.Contains(f.Kinds, k)})
	}
	for _, t := range timelineTexts {
		p.Languages = append(p.Languages, option{t.Language, t.Name, t.Language == p.Language})
	}
	if !f.From.Start().IsZero() {
		p.From = f.From.Earliest().Format(time.DateOnly)
	}
	if !f.To.End().IsZero() {
		p.To = f.To.Latest().Format(time.DateOnly)
	}
	return h.keep(ctx, p, f)
}

// keep lists the parts of the filter that the form does not offer.
func (h *timelineHandler) keep(ctx context.Context, p *timelinePage, f timeline.Filter) error {
	for _, k := range []struct {
		key, name string
		id        graph.ID
	}{{"round", p.Text.Round, f.Round}, {"topic", p.Text.Topic, f.Topic}} {
		if k.id == "" {
			continue
		}
		names, err := h.store.Name(ctx, []graph.ID{k.id}, p.Language, edtf.Date{})
		if err != nil {
			return err
		}
		p.Kept = append(p.Kept, kept{k.key, k.id.Name(), k.name + ": " + timeline.Plain(names[0]), p.without(f, k.key)})
	}
	if !f.AsOf.IsZero() {
		p.Kept = append(p.Kept, kept{"asOf", f.AsOf.String(), p.Text.AsOf + ": " + timeline.DateText(f.AsOf, p.Language), p.without(f, "asOf")})
	}
	return nil
}

// without is the page with a filter that lacks a key.
func (p *timelinePage) without(f timeline.Filter, key string) string {
	values := f.Values()
	values.Del(key)
	values.Set("language", p.Language)
	return "timeline?" + values.Encode()
}

// options names ids for a list to choose from, by name. What is chosen is
// always among them.
func (h *timelineHandler) options(ctx context.Context, language string, ids []graph.ID, chosen graph.ID) ([]option, error) {
	if chosen != "" && !slices.Contains(ids, chosen) {
		ids = append(ids, chosen)
	}
	names, err := h.store.Name(ctx, ids, language, edtf.Date{})
	if err != nil {
		return nil, err
	}
	options := make([]option, len(ids))
	for i, id := range ids {
		options[i] = option{id.Name(), timeline.Plain(names[i]), id == chosen}
	}
	slices.SortFunc(options, func(a, b option) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	})
	return options, nil
}
