package pages

import (
	"context"
	"net/http"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// pageEntries is how many entries one page of an index shows.
const pageEntries = 200

// An indexPage is what the template of an index shows: all that articles name,
// of one kind.
type indexPage struct {
	*layout.Frame
	Say            say
	Kinds          []layout.Choice
	MostFirst      bool // by how many rounds they take part in
	Query          string
	Entries        []indexEntry
	Earlier, Later string
}

// An indexEntry is a thing in an index.
type indexEntry struct {
	ref
	Kind  string
	Title string // of a person, in the language of names
	With  []ref  // the country of a place, what a topic is part of, the guarantors of a process
}

// An index lists the things of a kind, and tells for each of them what a reader
// knows it by.
type index struct {
	kind string
	most bool // those in the most rounds come first
	list func(ctx context.Context, b *book, p graph.Page) (graph.Connection[graph.ID], error)
	note func(ctx context.Context, b *book, of []indexEntry) error
}

// indexes lists the kinds that have an index, in the order in which pages offer
// them.
var indexes = []index{
	{"person", true, func(ctx context.Context, b *book, p graph.Page) (graph.Connection[graph.ID], error) {
		found, err := b.store.People(ctx, graph.PersonFilter{Order: graph.EntitiesByRounds, AsOf: b.frame.AsOf}, p)
		return idsOf(found, func(n graph.Person) graph.ID { return n.ID }), err
	}, noteTitles},
	{"party", true, func(ctx context.Context, b *book, p graph.Page) (graph.Connection[graph.ID], error) {
		found, err := b.store.Parties(ctx, graph.PartyFilter{Order: graph.EntitiesByRounds, AsOf: b.frame.AsOf}, p)
		return idsOf(found, func(n graph.Party) graph.ID { return n.ID }), err
	}, noteNodes},
	{"process", false, func(ctx context.Context, b *book, p graph.Page) (graph.Connection[graph.ID], error) {
		found, err := b.store.Processes(ctx, p)
		return idsOf(found, func(n graph.Process) graph.ID { return n.ID }), err
	}, noteGuarantors},
	{"topic", false, func(ctx context.Context, b *book, p graph.Page) (graph.Connection[graph.ID], error) {
		found, err := b.store.Topics(ctx, graph.TopicFilter{}, p)
		return idsOf(found, func(n graph.Topic) graph.ID { return n.ID }), err
	}, noteNodes},
	{"place", false, func(ctx context.Context, b *book, p graph.Page) (graph.Connection[graph.ID], error) {
		found, err := b.store.Places(ctx, p)
		return idsOf(found, func(n graph.Place) graph.ID { return n.ID }), err
	}, noteNodes},
}

func idsOf[T any](found graph.Connection[T], id func(T) graph.ID) graph.Connection[graph.ID] {
	out := graph.Connection[graph.ID]{TotalCount: found.TotalCount, HasPrevious: found.HasPrevious, HasNext: found.HasNext}
	for _, e := range found.Edges {
		out.Edges = append(out.Edges, graph.Edge[graph.ID]{Cursor: e.Cursor, Node: id(e.Node)})
	}
	return out
}

// indexes lists the pages of indexes by their patterns.
func (p *pages) indexes() map[string]layout.Page {
	out := map[string]layout.Page{}
	for _, of := range indexes {
		out["/"+layout.Folder(of.kind)] = p.index(of)
	}
	return out
}

// index makes the page of an index: all of it, or what has a name like the
// words searched for.
func (p *pages) index(of index) layout.Page {
	return func(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
		f.Here = "index"
		b := p.newBook(f)
		query := r.URL.Query()
		words, err := searchOf(query)
		if err != nil {
			return nil, err
		}
		shown := &indexPage{Frame: f, Say: b.say, MostFirst: of.most && words == "", Query: timeline.Plain(words)}
		f.Title = b.say.Indexes[of.kind]
		for _, other := range indexes {
			shown.Kinds = append(shown.Kinds, layout.Choice{
				Name: b.say.Indexes[other.kind], Link: f.Link(layout.Folder(other.kind)), Chosen: other.kind == of.kind,
			})
		}
		found, err := of.find(ctx, b, words, partOfList(query, pageEntries))
		if err != nil {
			return nil, badPage(err)
		}
		if err := b.nameAll(ctx, found.Nodes()...); err != nil {
			return nil, err
		}
		for _, id := range found.Nodes() {
			shown.Entries = append(shown.Entries, indexEntry{ref: b.ref(id)})
		}
		shown.Earlier, shown.Later = besides(f, found)
		return shown, of.note(ctx, b, shown.Entries)
	}
}

func (of index) find(ctx context.Context, b *book, words string, p graph.Page) (graph.Connection[graph.ID], error) {
	if words == "" {
		return of.list(ctx, b, p)
	}
	found, err := b.store.Search(ctx, graph.SearchFilter{Text: words, Kinds: []string{of.kind}}, p)
	return idsOf(found, func(m graph.Match) graph.ID { return m.ID }), err
}

func things(of []indexEntry) []graph.ID {
	ids := make([]graph.ID, len(of))
	for i, e := range of {
		ids[i] = e.ID
	}
	return ids
}

// noteTitles adds to people the first of their titles in the language of names.
func noteTitles(ctx context.Context, b *book, of []indexEntry) error {
	titles, err := b.store.Titles(ctx, things(of), b.frame.AsOf)
	for i := range titles {
		for _, t := range titles[i] {
			if t.Language == b.frame.Names && of[i].Title == "" {
				of[i].Title = graph.Shorten(timeline.Plain(t.Text), 300)
			}
		}
	}
	return err
}

// noteNodes adds of what kind a party is, in which country a place lies, and
// what a topic is part of.
func noteNodes(ctx context.Context, b *book, of []indexEntry) error {
	nodes, err := b.store.Nodes(ctx, things(of))
	if err != nil {
		return err
	}
	within := make([][]graph.ID, len(of))
	for i, node := range nodes {
		switch n := node.(type) {
		case *graph.Party:
			of[i].Kind = b.say.Kinds[n.Kind]
		case *graph.Place:
			within[i] = []graph.ID{n.Country}
		case *graph.Topic:
			within[i] = []graph.ID{n.Broader}
		}
	}
	return b.addWithin(ctx, of, within)
}

// noteGuarantors adds to processes who guarantees them.
func noteGuarantors(ctx context.Context, b *book, of []indexEntry) error {
	guarantors, err := b.store.GuarantorsOf(ctx, things(of), b.frame.AsOf)
	if err != nil {
		return err
	}
	return b.addWithin(ctx, of, guarantors)
}

// addWithin names what entries go with; "" is nothing.
func (b *book) addWithin(ctx context.Context, of []indexEntry, within [][]graph.ID) error {
	err := b.nameAll(ctx, slices.Concat(within...)...)
	for i := range of {
		for _, id := range within[i] {
			if id != "" {
				of[i].With = append(of[i].With, b.ref(id))
			}
		}
	}
	return err
}
