package pages

import (
	"context"
	"net/http"
	"strconv"

	"peacetalks/graph"
	"peacetalks/server/web/layout"
)

// What a list of rounds shows at most.
const (
	pageRounds    = 100
	mostProcesses = 200
)

// A roundsPage is what the template of the list shows.
type roundsPage struct {
	*layout.Frame
	Say            say
	Processes      []layout.Choice // Code is how many rounds there are
	Groups         []roundGroup
	Earlier, Later string
}

// A roundGroup is the rounds of a process, or those of them on this page.
type roundGroup struct {
	Process ref
	roundTable
}

// A roundTable is a table of rounds.
type roundTable struct {
	Say    say
	Rounds []roundLine
}

// A roundLine is a round in a list.
type roundLine struct {
	ref
	When, Place         string
	Status, StatusClass string
	Articles            string
	Roles               []string // of whom the page is about
}

// rounds lists rounds by process.
func (p *pages) rounds(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
	f.Here = "rounds"
	b := p.newBook(f)
	shown := &roundsPage{Frame: f, Say: b.say}
	f.Title = b.say.RoundsHeading
	query := r.URL.Query()
	only := graph.ID("")
	if name := query.Get("process"); name != "" {
		only = graph.MakeID("process", name)
	}
	found, err := p.store.Rounds(ctx, graph.RoundFilter{Process: only, AsOf: f.AsOf}, graph.ByNumber, partOfList(query, pageRounds))
	if err != nil {
		return nil, badPage(err)
	}
	shown.Earlier, shown.Later = besides(f, found)
	lines, err := b.roundLines(ctx, found.Nodes())
	if err != nil {
		return nil, err
	}
	if err := shown.list(ctx, b, only); err != nil {
		return nil, err
	}
	for i, of := range found.Nodes() {
		if n := len(shown.Groups); n == 0 || shown.Groups[n-1].Process.ID != of.Process {
			shown.Groups = append(shown.Groups, roundGroup{b.ref(of.Process), roundTable{Say: b.say}})
		}
		g := &shown.Groups[len(shown.Groups)-1]
		g.Rounds = append(g.Rounds, lines[i])
	}
	return shown, nil
}

// list offers the processes to choose from.
func (p *roundsPage) list(ctx context.Context, b *book, only graph.ID) error {
	summary, err := b.store.SummarizeRounds(ctx, graph.RoundFilter{AsOf: p.AsOf})
	if err != nil {
		return err
	}
	counts := summary.Processes[:min(len(summary.Processes), mostProcesses)]
	ids := make([]graph.ID, 0, len(counts)+1)
	for _, c := range counts {
		ids = append(ids, c.Process)
	}
	if err := b.nameAll(ctx, append(ids, only)...); err != nil {
		return err
	}
	p.Processes = append(p.Processes, layout.Choice{Name: b.say.AllProcesses, Link: p.link(""), Chosen: only == ""})
	for _, c := range counts {
		p.Processes = append(p.Processes, layout.Choice{
			Code: strconv.Itoa(c.Rounds), Name: b.name(c.Process), Link: p.link(c.Process), Chosen: c.Process == only,
		})
	}
	return nil
}

func (p *roundsPage) link(process graph.ID) string {
	return p.Again("process", process.Name(), "after", "", "before", "")
}

// roundLines makes the lines of rounds: names, places and numbers of articles
// each in one go.
func (b *book) roundLines(ctx context.Context, rounds []graph.Round) ([]roundLine, error) {
	ids := make([]graph.ID, len(rounds))
	var all []graph.ID
	for i, r := range rounds {
		ids[i] = r.ID
		all = append(all, r.ID, r.Process, r.Venue)
	}
	if err := b.nameAll(ctx, all...); err != nil {
		return nil, err
	}
	reports, err := b.store.ReportsOf(ctx, ids, b.frame.AsOf)
	if err != nil {
		return nil, err
	}
	lines := make([]roundLine, len(rounds))
	for i, r := range rounds {
		lines[i] = roundLine{ref: b.ref(r.ID), When: b.when(r), Articles: strconv.Itoa(reports[i])}
		if r.Venue != "" {
			lines[i].Place = b.name(r.Venue)
		}
		if r.Status != "" {
			lines[i].Status, lines[i].StatusClass = b.say.Statuses[r.Status], lower(r.Status)
		}
	}
	return lines, nil
}
