package export

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A column of the rows. Where MEND or PA-X has the variable, its name and its
// coding are theirs; doc.go has the table.
type column struct {
	name string
	cell func(e *event, o Options) string
}

var columns = []column{
	{"med_event_ID", func(e *event, _ Options) string { return string(e.id()) }},
	{"event_type", func(e *event, _ Options) string { return e.kind() }},
	{"event_name", func(e *event, o Options) string { return e.title(o.language()) }},
	{"round_id", func(e *event, _ Options) string { return string(e.round.ID) }},
	{"round_number", func(e *event, _ Options) string {
		if e.round.Number == nil {
			return ""
		}
		return strconv.Itoa(*e.round.Number)
	}},
	{"PP", func(e *event, _ Options) string { return string(e.round.Process) }},
	{"PPName", func(e *event, _ Options) string { return e.names[e.round.Process] }},
	{"status", func(e *event, _ Options) string {
		if e.meeting != nil {
			return ""
		}
		return string(e.round.Status)
	}},
	{"modality", func(e *event, _ Options) string { return string(e.modality) }},
	{"Day", func(e *event, _ Options) string { return part(e.first().Day()) }},
	{"Month", func(e *event, _ Options) string { return part(e.first().Month()) }},
	{"Year", func(e *event, _ Options) string { return part(e.first().Year()) }},
	{"start_edtf", func(e *event, _ Options) string { return edtfOf(e.start) }},
	{"start_date", func(e *event, _ Options) string { return earliest(e.start) }},
	{"start_date_latest", func(e *event, _ Options) string { return latest(e.start) }},
	{"start_precision", func(e *event, _ Options) string { return precision(e.start) }},
	{"start_basis", func(e *event, _ Options) string { return basis(e.start) }},
	{"end_edtf", func(e *event, _ Options) string { return edtfOf(e.end) }},
	{"end_date_earliest", func(e *event, _ Options) string { return earliest(e.end) }},
	{"end_date", func(e *event, _ Options) string { return latest(e.end) }},
	{"end_precision", func(e *event, _ Options) string { return precision(e.end) }},
	{"end_basis", func(e *event, _ Options) string { return basis(e.end) }},
	{"med_location", func(e *event, _ Options) string { return e.location() }},
	{"med_location_id", func(e *event, _ Options) string { return string(e.round.Venue) }},
	{"med_location_basis", func(e *event, _ Options) string {
		switch {
		case e.round.Venue == "":
			return ""
		case e.meeting != nil:
			return "venue of the round"
		}
		return "reported"
	}},
	{"med_loc_cty", func(e *event, _ Options) string { return isoCode(e.country) }},
	{"actors_basis", func(e *event, _ Options) string {
		if e.meeting != nil && e.meeting.Kind == graph.Plenary {
			return "those of the round"
		}
		return "reported"
	}},
	{"third_party", func(e *event, _ Options) string { return e.list(e.third) }},
	{"third_party_id", func(e *event, _ Options) string { return ids(e.third) }},
	{"third_party_id_GW", func(e *event, _ Options) string { return gwCodes(e.third) }},
	{"num_med", func(e *event, _ Options) string { return strconv.Itoa(len(e.third)) }},
	{"mediators", func(e *event, _ Options) string { return e.list(e.roles[graph.RoleMediator]) }},
	{"guarantors", func(e *event, _ Options) string { return e.list(e.roles[graph.RoleGuarantor]) }},
	{"hosts", func(e *event, _ Options) string { return e.list(e.roles[graph.RoleHost]) }},
	{"observers", func(e *event, _ Options) string { return e.list(e.roles[graph.RoleObserver]) }},
	{"guests", func(e *event, _ Options) string { return e.list(e.roles[graph.RoleGuest]) }},
	{"individual_med_named", func(e *event, _ Options) string { return e.persons(e.third, "; ", person) }},
	{"individual_med_id", func(e *event, _ Options) string { return e.persons(e.third, ";", personID) }},
	{"local_parties", func(e *event, _ Options) string { return e.list(e.local) }},
	{"local_party_id", func(e *event, _ Options) string { return ids(e.local) }},
	{"num_local", func(e *event, _ Options) string { return strconv.Itoa(len(e.local)) }},
	{"local_indiv_group", func(e *event, _ Options) string { return e.persons(e.local, "; ", person) }},
	{"local_indiv_id", func(e *event, _ Options) string { return e.persons(e.local, ";", personID) }},
	{"individual_roles", func(e *event, _ Options) string {
		return e.persons(slices.Concat(e.third, e.local), "; ", describedPerson)
	}},
	{"issues", func(e *event, _ Options) string { return e.list(e.topics) }},
	{"issue_ids", func(e *event, _ Options) string { return ids(e.topics) }},
	{"outcomes", func(e *event, _ Options) string { return e.results(func(o graph.Outcome) string { return o.Kind }) }},
	{"agmt", func(e *event, _ Options) string { return e.agreed() }},
	{"agmt_name", func(e *event, _ Options) string {
		return e.results(func(o graph.Outcome) string {
			if !agreements[o.Kind] {
				return ""
			}
			return graph.ShortQuote(o.Text)
		})
	}},
	{"disputed", func(e *event, _ Options) string { return strings.Join(e.disputed, ";") }},
	{"num_sources", func(e *event, _ Options) string { return strconv.Itoa(len(e.articles)) }},
	{"num_independent_sources", func(e *event, _ Options) string { return strconv.Itoa(e.independent) }},
	{"source_outlets", func(e *event, _ Options) string {
		return e.sources("; ", func(a *graph.ArticleInfo) string { return graph.Plain(a.Source) })
	}},
	{"source_urls", func(e *event, _ Options) string {
		return e.sources(";", func(a *graph.ArticleInfo) string { return link(a.URL) })
	}},
	{"source_ids", func(e *event, _ Options) string {
		return e.sources(";", func(a *graph.ArticleInfo) string { return string(a.ID) })
	}},
	{"Summary", func(e *event, _ Options) string {
		if q := e.quoted(); q != nil {
			return graph.ShortQuote(q.Spans[0].Quote)
		}
		return ""
	}},
	{"Summary_article", func(e *event, _ Options) string {
		if q := e.quoted(); q != nil {
			return string(q.Article)
		}
		return ""
	}},
	{"Summary_start_byte", func(e *event, _ Options) string {
		if q := e.quoted(); q != nil {
			return strconv.Itoa(q.Spans[0].Start)
		}
		return ""
	}},
	{"Summary_end_byte", func(e *event, _ Options) string {
		if q := e.quoted(); q != nil {
			return strconv.Itoa(q.Spans[0].End)
		}
		return ""
	}},
	{"as_of", func(_ *event, o Options) string { return o.Filter.AsOf.String() }},
	{"snapshot", func(_ *event, o Options) string { return o.Provenance.Snapshot }},
	{"vocabulary", func(_ *event, o Options) string { return o.Provenance.Vocabulary }},
	{"program", func(_ *event, o Options) string { return o.Provenance.Program }},
	{"filter", func(_ *event, o Options) string { return o.Provenance.Filter }},
}

func (e *event) id() graph.ID {
	if e.meeting != nil {
		return e.meeting.ID
	}
	return e.round.ID
}

func (e *event) kind() string {
	if e.meeting != nil {
		return string(e.meeting.Kind)
	}
	return "ROUND"
}

// title names a row: the round, and of a meeting who meets there.
func (e *event) title(language string) string {
	name := e.names[e.round.ID]
	if e.meeting == nil {
		return name
	}
	of := graph.Thing{ID: e.meeting.ID}
	return label(of, func(id graph.ID) string { return e.names[id] }, language)
}

// first is the day, month and year of a row, as far as they are certain.
func (e *event) first() edtf.Date {
	if e.start == nil || e.start.EDTF.IsApproximate() || e.start.EDTF.IsUncertain() {
		return edtf.Date{}
	}
	return e.start.EDTF.Start()
}

func part(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func edtfOf(d *graph.EventDate) string {
	if d == nil {
		return ""
	}
	return d.EDTF.String()
}

// earliest and latest are the days that a date may mean at the outside, ""
// where it is open.
func earliest(d *graph.EventDate) string {
	if d == nil || d.EDTF.Start().IsZero() {
		return ""
	}
	return d.EDTF.Earliest().Format(time.DateOnly)
}

func latest(d *graph.EventDate) string {
	if d == nil || d.EDTF.End().IsZero() {
		return ""
	}
	return d.EDTF.Latest().Format(time.DateOnly)
}

func basis(d *graph.EventDate) string {
	if d == nil {
		return ""
	}
	return d.Basis
}

// precision is how precisely a date is known.
func precision(d *graph.EventDate) string {
	if d == nil {
		return ""
	}
	p := "year"
	switch {
	case d.EDTF.IsInterval():
		p = "interval"
	case d.EDTF.Day() != 0:
		p = "day"
	case d.EDTF.Month() != 0:
		p = "month"
	}
	if d.EDTF.IsApproximate() {
		p += ", approximate"
	}
	if d.EDTF.IsUncertain() {
		p += ", uncertain"
	}
	return p
}

// location is a place with its country, as MEND writes it.
func (e *event) location() string {
	if country := e.names[e.country]; country != "" && country != e.place {
		return e.place + ", " + country
	}
	return e.place
}

// list joins the names of things.
func (e *event) list(of []graph.ID) string {
	names := make([]string, len(of))
	for i, id := range of {
		names[i] = e.names[id]
	}
	return strings.Join(names, "; ")
}

func ids(of []graph.ID) string {
	out := make([]string, len(of))
	for i, id := range of {
		out[i] = string(id)
	}
	return strings.Join(out, ";")
}

// gwCodes joins the numbers of states, in the order of the parties; a party
// that is no state has an empty place.
func gwCodes(of []graph.ID) string {
	out := make([]string, len(of))
	for i, id := range of {
		out[i] = gwCode(id)
	}
	if codes := strings.Join(out, ";"); strings.Trim(codes, ";") != "" {
		return codes
	}
	return ""
}

// persons joins those who belong to some parties, each once.
func (e *event) persons(of []graph.ID, between string, write func(e *event, i individual) string) string {
	var out []string
	for _, i := range e.people {
		if text := write(e, i); slices.Contains(of, i.party) && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, between)
}

func person(e *event, i individual) string   { return e.names[i.person] }
func personID(_ *event, i individual) string { return string(i.person) }
func describedPerson(e *event, i individual) string {
	role := "member"
	if i.head {
		role = "head"
	}
	if title := graph.Plain(i.title); title != "" {
		role += ", " + title
	}
	return e.names[i.person] + " (" + e.names[i.party] + ", " + role + ")"
}

// agreements are the outcomes by which something was agreed.
var agreements = map[string]bool{"agreement": true, "zones-agreed": true}

// agreed is 1 where a round ended in an agreement, else 0; a meeting has no
// outcomes of its own.
func (e *event) agreed() string {
	if e.meeting != nil {
		return ""
	}
	for _, o := range e.outcomes {
		if agreements[o.Kind] {
			return "1"
		}
	}
	return "0"
}

// results joins what is told of outcomes.
func (e *event) results(tell func(graph.Outcome) string) string {
	var out []string
	for _, o := range e.outcomes {
		if text := tell(o); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

// longestCell is how much a cell of a spreadsheet holds, less some.
const longestCell = 32_000

// sources joins what is told of articles, each once, as many as a cell holds.
func (e *event) sources(between string, tell func(*graph.ArticleInfo) string) string {
	var out []string
	seen := map[string]bool{}
	length := 0
	for _, a := range e.articles {
		text := tell(a)
		if text == "" || seen[text] {
			continue
		}
		if length += len(text) + len(between); length > longestCell {
			break
		}
		seen[text] = true
		out = append(out, text)
	}
	return strings.Join(out, between)
}

// link is an address in a list of addresses, in which no other character may
// stand for the one that parts them.
func link(url string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(url, ";", "%3B"))
}

// quoted is the passage that is shown: the earliest of the first claim.
func (e *event) quoted() *graph.Evidence {
	for i := range e.evidence {
		if len(e.evidence[i].Spans) > 0 {
			return &e.evidence[i]
		}
	}
	return nil
}
