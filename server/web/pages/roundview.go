package pages

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// narrowWidth is that of a phone's drawing, in pixels.
const narrowWidth = 350

// A roundPage is what the template of a round shows.
type roundPage struct {
	*layout.Frame
	Say                          say
	ID                           graph.ID
	Name, When, Place            string
	Process                      ref
	Status, StatusClass          string
	Names                        []label
	Previous, Next               *ref
	Rows                         []row
	Delegations                  []delegation
	Agenda                       []item
	Meetings                     []item
	Statements                   []quoted
	StatementsBack, StatementsOn string
	Outcomes                     []item
	Conflicts                    []conflict
	Sources                      []source
	SourcesMore                  string
	Left                         map[string]int
	Timeline                     string
	Wide, Narrow                 template.HTML // drawings of the round
	Exports                      []layout.Choice
}

// A row is a kind of fact with its values.
type row struct {
	Label  string
	Values []value
}

// A value is a thing or a text with the passages that say so.
type value struct {
	ref
	Note timeline.Reason // how a date is known
	fact
}

type delegation struct {
	Anchor string
	Party  ref
	Roles  []string
	Head   *member
	Others []member
	fact
}

type member struct {
	ref
	Title, TitleLanguage string
	fact
}

// An item is an agenda item, a meeting or an outcome.
type item struct {
	Anchor         string
	Also           string // another anchor; may be empty
	Kind           string // a badge; may be empty
	Things         []ref
	When           string
	Basis          timeline.Reason
	Text, Language string
	fact
}

// A quoted is a statement.
type quoted struct {
	Anchor         string
	Speaker        ref
	Text, Language string
	Direct         bool
	When           string
	Basis          timeline.Reason
	ReportedBy     string
	Topics         []ref
	fact
}

// A source is an article in a list.
type source struct {
	Title, Language, LanguageName string
	Outlet, Date, Link            string
}

// round puts a round's page together.
func (b *book) round(d *dossier) (*roundPage, error) {
	r := d.round
	p := &roundPage{
		Frame: b.frame, Say: b.say, ID: r.ID, Name: b.name(r.ID), When: b.when(r), Names: b.labels(d.labels), Left: d.left,
		Timeline: b.frame.Link("timeline", "round", r.ID.Name()),
	}
	p.Title = p.Name
	if r.Process != "" {
		p.Process = b.ref(r.Process)
		p.Process.Link = b.frame.Link("processes/" + r.Process.Name())
	}
	if r.Venue != "" {
		p.Place = b.name(r.Venue)
	}
	if r.Status != "" {
		p.Status, p.StatusClass = b.say.Statuses[r.Status], lower(r.Status)
	}
	if d.previous != nil {
		p.Previous = &ref{d.previous.ID, b.name(d.previous.ID), b.frame.To(d.previous.ID)}
	}
	if d.next != nil {
		p.Next = &ref{d.next.ID, b.name(d.next.ID), b.frame.To(d.next.ID)}
	}
	p.Rows = b.rows(d)
	for _, of := range d.delegations {
		p.Delegations = append(p.Delegations, b.delegation(of, d))
	}
	for _, a := range d.agenda {
		p.Agenda = append(p.Agenda, b.agendaItem(a))
	}
	undated := map[string]bool{}
	for _, m := range d.meetings {
		shown := b.meeting(m)
		// Claims name a meeting without the day that tells it from another.
		if id, _, dated := strings.Cut(string(m.ID), "@"); dated && !undated[id] {
			undated[id], shown.Also = true, layout.Anchor(graph.ID(id))
		}
		p.Meetings = append(p.Meetings, shown)
	}
	for _, s := range d.statements {
		p.Statements = append(p.Statements, b.quoted(s))
	}
	if d.page > 1 {
		p.StatementsBack = b.frame.Again("statements", strconv.Itoa(d.page-1)) + "#statements"
	}
	if d.left["statements"] > 0 {
		p.StatementsOn = b.frame.Again("statements", strconv.Itoa(d.page+1)) + "#statements"
	}
	for _, o := range d.outcomes {
		p.Outcomes = append(p.Outcomes, b.outcome(o))
	}
	for _, c := range d.conflicts {
		p.Conflicts = append(p.Conflicts, b.conflict(c, d.sides))
	}
	for _, a := range d.sources.Nodes() {
		p.Sources = append(p.Sources, b.source(&a))
	}
	if extra := d.sources.TotalCount - len(p.Sources); extra > 0 {
		p.Left["sources"], p.SourcesMore = extra, b.frame.Link("articles", "about", string(r.ID))
	}
	for _, format := range timeline.Formats() {
		link := b.frame.Root + "export/timeline" + format.Extension + "?language=" + b.frame.Names + "&round=" + r.ID.Name()
		p.Exports = append(p.Exports, layout.Choice{Code: format.Summary, Name: format.Name, Link: link})
	}
	return p, p.draw(d.events)
}

// draw draws the round for a desk and for a phone: the style sheet shows one.
func (p *roundPage) draw(events []timeline.Event) (err error) {
	if len(events) < 2 {
		return nil
	}
	o := timeline.ChartOptions{
		Language: p.Language, Names: p.Frame.Names, ID: "wide", Title: p.Say.Chart,
		Link: func(e timeline.Event) string {
			if e.Subject == p.ID {
				return ""
			}
			return "#" + layout.Anchor(e.Subject)
		},
	}
	if p.Wide, err = timeline.NewChart(events, o).HTML(); err != nil {
		return err
	}
	o.ID, o.Width = "narrow", narrowWidth
	p.Narrow, err = timeline.NewChart(events, o).HTML()
	return err
}

// when writes the days of a round, "" where none is reported.
func (b *book) when(r graph.Round) string {
	switch {
	case r.Start == nil && r.End == nil:
		return ""
	case r.Start == nil:
		return b.say.Until + " " + b.frame.Date(r.End.EDTF)
	case r.End == nil:
		return b.frame.Date(r.Start.EDTF)
	}
	start, end := r.Start, r.End
	if start.EDTF != end.EDTF && !start.Earliest().After(end.Earliest()) && !start.Latest().Before(end.Latest()) {
		// "April 2019 – 26 April 2019" says no more than its end.
		return b.say.Until + " " + b.frame.Date(end.EDTF)
	}
	if d := edtf.Between(start.EDTF, end.EDTF); !d.IsZero() && start.EDTF != end.EDTF {
		return b.frame.Date(d)
	}
	return b.frame.Date(start.EDTF)
}

// rows lists the facts of the round itself.
func (b *book) rows(d *dossier) []row {
	var rows []row
	add := func(label string, values ...value) {
		if len(values) > 0 {
			rows = append(rows, row{label, values})
		}
	}
	add(b.say.Starts, b.dated(d.round.Start)...)
	add(b.say.Ends, b.dated(d.round.End)...)
	if d.round.Status != "" {
		claims := b.claims(d.claims[graph.PredStatus], func(o graph.Object) bool { return strings.EqualFold(o.Text, string(d.round.Status)) })
		add(b.say.Status, value{ref: ref{Name: b.say.Statuses[d.round.Status]}, fact: b.fact(claims...)})
	}
	if d.round.Venue != "" {
		claims := b.claims(d.claims[graph.PredVenue], func(o graph.Object) bool { return o.Entity == d.round.Venue })
		add(b.say.Venue, value{ref: b.ref(d.round.Venue), fact: b.fact(claims...)})
	}
	for _, role := range []graph.Role{graph.RoleHost, graph.RoleGuarantor, graph.RoleMediator, graph.RoleObserver, graph.RoleGuest} {
		var values []value
		for _, p := range d.participations {
			if p.Role == role {
				values = append(values, value{ref: b.ref(p.Party), fact: b.fact(p.Claims...)})
			}
		}
		add(b.say.Many[role], values...)
	}
	if d.round.Process != "" {
		claims := b.claims(d.claims[graph.PredProcess], func(o graph.Object) bool { return o.Entity == d.round.Process })
		add(b.say.Process, value{ref: b.ref(d.round.Process), fact: b.fact(claims...)})
	}
	return rows
}

// claims lists those claims whose object is the one shown.
func (b *book) claims(of []graph.StoredClaim, shown func(graph.Object) bool) (ids []graph.ID) {
	for _, c := range of {
		if shown(c.Object) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func (b *book) dated(d *graph.EventDate) []value {
	if d == nil {
		return nil
	}
	return []value{{ref: ref{Name: b.frame.Date(d.EDTF)}, Note: timeline.Because(d.Basis, b.frame.Language), fact: b.fact(d.Claims...)}}
}

func (b *book) delegation(of graph.Delegation, d *dossier) delegation {
	out := delegation{Anchor: layout.Anchor(of.ID), Party: b.ref(of.Party), fact: b.fact(of.Claims...)}
	for _, role := range of.Roles {
		if role != graph.RoleParty {
			out.Roles = append(out.Roles, b.say.Roles[role])
		}
	}
	person := func(p graph.Participant) member {
		title := d.titles[p.Delegation+" "+p.Person]
		claims := slices.Clone(p.Claims)
		if title.Claim != "" {
			claims = append(claims, title.Claim)
		}
		return member{b.ref(p.Person), graph.Shorten(timeline.Plain(title.Text), 300), title.Language, b.fact(claims...)}
	}
	if of.Head != nil {
		head := person(*of.Head)
		out.Head = &head
	}
	for _, p := range of.Members {
		out.Others = append(out.Others, person(p))
	}
	return out
}

func (b *book) agendaItem(a graph.AgendaItem) item {
	out := item{Anchor: layout.Anchor(a.ID), Things: []ref{b.ref(a.Topic)}, fact: b.fact(slices.Concat(a.Claims, dateClaims(a.Session))...)}
	out.When, out.Basis = b.whenOf(a.Session)
	if len(a.Wording) > 0 {
		out.Text = graph.Shorten(timeline.Plain(a.Wording[0]), mostQuote)
	}
	return out
}

func (b *book) meeting(m graph.Meeting) item {
	out := item{
		Anchor: layout.Anchor(m.ID), Kind: b.say.Meetings[m.Kind], Things: b.refs(m.Parties),
		fact: b.fact(slices.Concat(m.Claims, dateClaims(m.Date))...),
	}
	out.When, out.Basis = b.whenOf(m.Date)
	return out
}

func (b *book) outcome(o graph.Outcome) item {
	out := item{
		Anchor: layout.Anchor(o.ID), Kind: b.outcomeKind(o.Kind), Text: graph.Shorten(timeline.Plain(o.Text), mostQuote), Language: o.Language,
		fact: b.fact(slices.Concat(o.Claims, dateClaims(o.Date))...),
	}
	out.When, out.Basis = b.whenOf(o.Date)
	return out
}

// outcomeKind is what a kind of outcome is called.
func (b *book) outcomeKind(kind string) string {
	if name, ok := b.say.Outcomes[kind]; ok {
		return name
	}
	return graph.Words(kind)
}

func (b *book) quoted(s graph.Statement) quoted {
	out := quoted{
		Anchor: layout.Anchor(s.ID), Speaker: b.ref(s.Speaker), Text: graph.Shorten(timeline.Plain(s.Text), 2*mostQuote), Language: s.Language,
		Direct: s.Direct, ReportedBy: timeline.Plain(s.ReportedBy), Topics: b.refs(s.Topics),
		fact: b.fact(slices.Concat(s.Claims, dateClaims(s.Date))...),
	}
	out.When, out.Basis = b.whenOf(s.Date)
	return out
}

// whenOf writes a date and what it rests on.
func (b *book) whenOf(d *graph.EventDate) (when string, basis timeline.Reason) {
	if d == nil {
		return "", timeline.Reason{}
	}
	return b.frame.Date(d.EDTF), timeline.Because(d.Basis, b.frame.Language)
}

func (b *book) source(a *graph.ArticleInfo) source {
	return source{
		Title: b.title(a), Language: a.Language, LanguageName: languageName(a.Language),
		Outlet: timeline.Plain(a.Source), Date: b.day(a.Published), Link: b.frame.To(a.ID),
	}
}
