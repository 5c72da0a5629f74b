package export

import (
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A network is the graph as nodes and edges: the things that somebody affirms,
// and each claim that names another thing as an edge between the two. What
// articles only deny, and what curators rejected, is no edge. Edges that follow
// from an id (the party of a delegation) or stand in the vocabulary (the
// country of a place) say so.
type network struct {
	nodes []*vertex
	edges []edge
	by    map[graph.ID]*vertex
}

// A vertex is a thing.
type vertex struct {
	id     graph.ID
	label  string
	number int
	texts  map[string]string // attributes by name, where there are any
	spells []spell           // when it is: of a round, its days; of who takes part, the days of the rounds
	dated  bool              // the spells are its own, or its round's
}

// A spell is a time with its first and its last day, "" where it is open.
type spell struct{ first, last string }

// An edge joins two things.
type edge struct {
	id        string
	from, to  graph.ID
	predicate string
	basis     string // claim, id or vocabulary

	// Of claims.
	claim    graph.Standing
	articles int
	evidence *graph.Evidence    // the first that affirms it
	article  *graph.ArticleInfo // of the evidence
}

// newNetwork collects the network for a format, with at most limit nodes and
// edges.
func newNetwork(ctx context.Context, s *graph.Store, format string, limit int, o Options) (*network, error) {
	n := &network{by: map[graph.ID]*vertex{}}
	for b, err := range batches(ctx, s, o) {
		if err != nil {
			return nil, err
		}
		if err := n.add(ctx, s, b, o); err != nil {
			return nil, err
		}
		if len(n.nodes)+len(n.edges) > limit {
			return nil, &graph.CapError{Format: format, Cap: limit, Things: "nodes and edges"}
		}
	}
	if err := n.addEnds(ctx, s, o.language()); err != nil {
		return nil, err
	}
	n.addTimes()
	return n, nil
}

// add takes the things of a batch.
func (n *network) add(ctx context.Context, s *graph.Store, b batch, o Options) error {
	first := len(n.edges)
	for _, t := range b.things {
		if !t.Known {
			continue
		}
		n.addVertex(newVertex(t, b.labels[t.ID], s.Vocabulary().Terms[t.ID]))
		n.structure(s, t.ID)
		for _, c := range t.Claims {
			if c.Object.Entity != "" && c.Status != graph.Rejected && c.Modality != graph.Denied {
				n.edges = append(n.edges, edge{id: string(c.ID), from: c.Subject, to: c.Object.Entity, predicate: string(c.Predicate), basis: "claim", claim: c})
			}
		}
	}
	return addSources(ctx, s, n.edges[first:], o.Filter.AsOf)
}

func (n *network) addVertex(v *vertex) {
	n.nodes = append(n.nodes, v)
	n.by[v.id] = v
}

// newVertex takes from a thing what is shown of it as attributes.
func newVertex(t graph.Thing, label string, term graph.Term) *vertex {
	v := &vertex{id: t.ID, label: label, texts: map[string]string{"party_kind": term.Kind}}
	for _, c := range t.Claims {
		if !c.Shown {
			continue
		}
		switch o := c.Object; c.Predicate {
		case graph.PredNumber:
			v.number = o.Number
		case graph.PredStatus, graph.PredManner:
			v.texts[string(c.Predicate)] = graph.Plain(o.Text)
		case graph.PredKind: // of an outcome or a meeting
			v.texts["type"] = graph.Plain(o.Text)
		case graph.PredText:
			v.texts["text"] = graph.ShortQuote(graph.Plain(o.Text))
		case graph.PredTitle:
			if v.texts["title"] == "" {
				v.texts["title"] = graph.Plain(o.Text)
			}
		case graph.PredStart, graph.PredEnd, graph.PredDate, graph.PredSession:
			if name := string(c.Predicate) + "_edtf"; v.texts[name] == "" {
				v.texts[name] = o.Date.String()
			}
			v.spells = append(v.spells, spellOf(o.Date, o.Date))
		}
	}
	if start, end := shown(t, graph.PredStart).Date, shown(t, graph.PredEnd).Date; !start.IsZero() && !end.IsZero() {
		v.spells = []spell{spellOf(start, end)}
	}
	v.spells = merged(v.spells)
	v.dated = len(v.spells) > 0
	return v
}

// structure adds the edges that follow from an id and from the vocabulary.
func (n *network) structure(s *graph.Store, id graph.ID) {
	join := func(to graph.ID, predicate, basis string) {
		if to != "" {
			n.edges = append(n.edges, edge{id: string(id) + "|" + predicate + "|" + string(to), from: id, to: to, predicate: predicate, basis: basis})
		}
	}
	if parts := id.Parts(); len(parts) > 0 {
		for _, p := range parts[1:] {
			join(p, p.Kind(), "id")
		}
	}
	term := s.Vocabulary().Terms[id]
	join(term.Country, "country", "vocabulary")
	join(term.Broader, "broader", "vocabulary")
}

// addSources reads for each edge that is a claim where it was read.
func addSources(ctx context.Context, s *graph.Store, edges []edge, asOf edtf.Date) error {
	var claims []graph.ID
	for _, e := range edges {
		if e.basis == "claim" {
			claims = append(claims, e.claim.ID)
		}
	}
	affirmed := false
	evidence, err := s.EvidenceOf(ctx, claims, graph.EvidenceFilter{Denied: &affirmed, AsOf: asOf})
	if err != nil {
		return err
	}
	var articles []graph.ID
	at := 0
	for i := range edges {
		e := &edges[i]
		if e.basis != "claim" {
			continue
		}
		of := map[graph.ID]bool{}
		for j := range evidence[at] {
			if e.evidence == nil {
				e.evidence = &evidence[at][j]
				articles = append(articles, e.evidence.Article)
			}
			of[evidence[at][j].Article] = true
		}
		e.articles = len(of)
		at++
	}
	infos, err := s.ArticlesByID(ctx, articles)
	if err != nil {
		return err
	}
	for i := range edges {
		if edges[i].evidence != nil {
			edges[i].article, infos = infos[0], infos[1:]
		}
	}
	return nil
}

// addEnds adds the things in which edges end and which nobody names: those of
// the vocabulary.
func (n *network) addEnds(ctx context.Context, s *graph.Store, language string) error {
	var missing []graph.ID
	for _, e := range n.edges {
		for _, id := range []graph.ID{e.from, e.to} {
			if n.by[id] == nil {
				missing = append(missing, id)
			}
		}
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	names, err := s.Name(ctx, missing, language, edtf.Date{})
	if err != nil {
		return err
	}
	for i, id := range missing {
		n.addVertex(newVertex(graph.Thing{ID: id}, graph.Plain(names[i]), s.Vocabulary().Terms[id]))
	}
	return nil
}
