package resolvers

import (
	"context"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/resolvers/scalar"
)

// What views name by id. Parties, people, places and topics hold nothing but
// what the vocabulary has of them, so that naming one reads nothing.

func (r *Resolver) party(id graph.ID) *graph.Party {
	if id == "" {
		return nil
	}
	return &graph.Party{ID: id, Kind: r.store.Vocabulary().Terms[id].Kind}
}

func (r *Resolver) place(id graph.ID) *scalar.Place {
	if id == "" {
		return nil
	}
	return &scalar.Place{Place: graph.Place{ID: id, Country: r.store.Vocabulary().Terms[id].Country}}
}

func (r *Resolver) topic(id graph.ID) *graph.Topic {
	if id == "" {
		return nil
	}
	return &graph.Topic{ID: id, Broader: r.store.Vocabulary().Terms[id].Broader}
}

func (r *Resolver) parties(ids []graph.ID) []graph.Party {
	return each(ids, func(id graph.ID) graph.Party { return *r.party(id) })
}

func (r *Resolver) topics(ids []graph.ID) []graph.Topic {
	return each(ids, func(id graph.ID) graph.Topic { return *r.topic(id) })
}

// each makes a list of another.
func each[S, T any](list []S, make1 func(S) T) []T {
	out := make([]T, len(list))
	for i, item := range list {
		out[i] = make1(item)
	}
	return out
}

// round is the round of an id, as reported by a day.
func (r *Resolver) round(ctx context.Context, id graph.ID, asOf edtf.Date) (*graph.Round, error) {
	found, err := sessionOf(ctx).rounds.Load(ctx, at[edtf.Date]{id, asOf})
	if found == nil && err == nil {
		found = &graph.Round{ID: id, AsOf: asOf}
	}
	return found, err
}

// roundIfAny is the round of an id that may be empty.
func (r *Resolver) roundIfAny(ctx context.Context, id graph.ID, asOf edtf.Date) (*graph.Round, error) {
	if id == "" {
		return nil, nil
	}
	return r.round(ctx, id, asOf)
}

// processOf is the process of a round; of one that no article puts into a
// process, the one that its id names.
func processOf(round *graph.Round) graph.ID {
	if round.Process != "" {
		return round.Process
	}
	name := round.ID.Name()
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		if _, err := strconv.Atoi(name[i+1:]); err == nil {
			name = name[:i]
		}
	}
	return graph.MakeID("process", name)
}

// node is anything by its id, nil if the graph has nothing.
func (r *Resolver) node(ctx context.Context, id graph.ID) (any, error) {
	if id.Kind() == "event" {
		event, err := sessionOf(ctx).events.Load(ctx, at[struct{}]{id: id})
		if event == nil {
			return nil, err
		}
		return event, err
	}
	found, err := sessionOf(ctx).nodes.Load(ctx, at[struct{}]{id: id})
	if place, ok := found.(*graph.Place); ok {
		return &scalar.Place{Place: *place}, err
	}
	return found, err
}

// subject is what the schema promises to be there: the node, or what its id
// says.
func (r *Resolver) subject(ctx context.Context, id graph.ID) (any, error) {
	found, err := r.node(ctx, id)
	if found == nil && err == nil {
		found = r.stub(id)
	}
	return found, err
}

// name is what something is called.
func (r *Resolver) name(ctx context.Context, id graph.ID, language *string, on edtf.Date) (string, error) {
	wanted := "en"
	if language != nil {
		wanted = *language
	}
	return sessionOf(ctx).name.Load(ctx, at[nameIn]{id, nameIn{wanted, on}})
}

func (r *Resolver) names(ctx context.Context, id graph.ID) ([]graph.Label, error) {
	return sessionOf(ctx).names.Load(ctx, at[edtf.Date]{id: id})
}

// events is a page of a timeline.
func (r *Resolver) events(ctx context.Context, f timeline.Filter, p graph.Page) (*scalar.Connection[timeline.Event], error) {
	if err := r.limits.Check(p); err != nil {
		return nil, err
	}
	var all []timeline.Event
	for e, err := range timeline.Events(ctx, r.store, f) {
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return connect(scalar.Paginate(r.limits, p, all, func(e timeline.Event) graph.ID { return e.ID }))
}

// page reads the arguments of a connection.
func (r *Resolver) page(first *int, after *string, last *int, before *string) graph.Page {
	if first == nil && last == nil {
		first = &r.limits.PageSize
	}
	return graph.Page{First: first, After: after, Last: last, Before: before}
}

// connect shows a page that was read.
func connect[T any](c graph.Connection[T], err error) (*scalar.Connection[T], error) {
	if err != nil {
		return nil, err
	}
	return scalar.Connect(c), nil
}

// articlesOf is a page of articles of which all ids are known.
func (r *Resolver) articlesOf(ctx context.Context, p graph.Page, ids []graph.ID) (*scalar.Connection[graph.ArticleInfo], error) {
	page, err := scalar.Paginate(r.limits, p, ids, func(id graph.ID) graph.ID { return id })
	if err != nil {
		return nil, err
	}
	wanted := each(page.Edges, func(e graph.Edge[graph.ID]) at[struct{}] { return at[struct{}]{id: e.Node} })
	found, err := sessionOf(ctx).articles.LoadAll(ctx, wanted)
	if err != nil {
		return nil, err
	}
	out := graph.Connection[graph.ArticleInfo]{TotalCount: page.TotalCount, HasNext: page.HasNext, HasPrevious: page.HasPrevious}
	for i, e := range page.Edges {
		out.Edges = append(out.Edges, graph.Edge[graph.ArticleInfo]{Cursor: e.Cursor, Node: *found[i]})
	}
	return scalar.Connect(out), nil
}

// or is what a pointer points at, or the zero value.
func or[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// some is a value where there is one: not the zero value.
func some[T comparable](value T) *T {
	var zero T
	if value == zero {
		return nil
	}
	return &value
}

// first is a label's text in a language, or the first of all if none is asked
// for; nil if there is none.
func firstIn(labels []graph.Label, language *string) *string {
	for _, l := range labels {
		if language == nil || strings.EqualFold(l.Language, *language) {
			return &l.Text
		}
	}
	return nil
}
