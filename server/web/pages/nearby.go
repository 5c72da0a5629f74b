package pages

import (
	"context"
	"net/http"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// mostNearby is how many things a page offers for one that there is not.
const mostNearby = 8

// Lost is the page for an address that none is at: it names what there is.
func Lost(_ context.Context, _ *http.Request, f *layout.Frame) (any, error) {
	return nil, &layout.Problem{Status: http.StatusNotFound, Reason: says.In(f.Language).NoPage, Near: f.Parts()}
}

// named is the id that a page's address names. What was merged into another
// thing is shown on the other's page.
func (p *pages) named(ctx context.Context, r *http.Request, f *layout.Frame, kind string) (graph.ID, error) {
	id := graph.MakeID(kind, r.PathValue("name"))
	if len(id) > graph.MaxID {
		return "", layout.NotFound()
	}
	now, err := p.store.Canonical(ctx, []graph.ID{id})
	if err != nil {
		return "", err
	}
	if now[0] != id {
		return "", &layout.Elsewhere{Link: f.To(now[0]), Status: http.StatusFound}
	}
	return id, nil
}

// missing is the answer where nothing is known of a thing, or was not by the
// as-of day.
func (p *pages) missing(ctx context.Context, f *layout.Frame, id graph.ID) error {
	say := says.In(f.Language)
	if !f.AsOf.IsZero() {
		if known, err := p.store.Exists(ctx, id); err != nil || known {
			return problemOr(err, &layout.Problem{
				Status: http.StatusNotFound, Reason: say.NothingYet, Near: []layout.Choice{{Name: say.ShowAll, Link: f.Again("asOf", "")}},
			})
		}
	}
	near, err := p.nearby(ctx, f, id)
	return problemOr(err, &layout.Problem{Status: http.StatusNotFound, Near: near})
}

func problemOr(err error, problem *layout.Problem) error {
	if err != nil {
		return err
	}
	return problem
}

// nearby finds what has a name like an id's: of its kind, else of any. Near a
// round are those of its process.
func (p *pages) nearby(ctx context.Context, f *layout.Frame, id graph.ID) ([]layout.Choice, error) {
	words := graph.Shorten(graph.Words(id.Name()), 100)
	var ids []graph.ID
	if id.Kind() == "round" {
		process := id.Name() // with a number behind it
		if i := strings.LastIndexByte(process, '-'); i > 0 {
			process = process[:i]
		}
		rounds, err := p.store.Rounds(ctx, graph.RoundFilter{Process: graph.MakeID("process", process), AsOf: f.AsOf}, graph.ByNumberDesc, graph.Page{First: new(mostNearby)})
		if err != nil {
			return nil, err
		}
		for _, r := range rounds.Nodes() {
			ids = append(ids, r.ID)
		}
	}
	for _, kinds := range [][]string{{id.Kind()}, {"round", "person", "party", "process", "topic", "place"}} {
		if len(ids) > 0 || words == "" {
			break
		}
		found, err := p.store.Search(ctx, graph.SearchFilter{Text: words, Kinds: kinds}, graph.Page{First: new(mostNearby)})
		if err != nil {
			return nil, err
		}
		for _, m := range found.Nodes() {
			ids = append(ids, m.ID)
		}
	}
	if len(ids) == 0 {
		return []layout.Choice{{Name: f.Text.Rounds, Link: f.Link("rounds")}, {Name: f.Text.Articles, Link: f.Link("articles", "q", words)}}, nil
	}
	names, err := p.store.Name(ctx, ids, f.Names, edtf.Date{})
	if err != nil {
		return nil, err
	}
	choices := make([]layout.Choice, len(ids))
	for i, near := range ids {
		choices[i] = layout.Choice{Code: string(near), Name: timeline.Plain(names[i]), Link: f.To(near)}
	}
	return choices, nil
}
