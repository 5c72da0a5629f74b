package export

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph"
)

// A linker writes nodes in one of the formats of RDF.
type linker interface {
	begin() error
	node(n node) error
	end() error
}

// compare orders pairs: what something is, then by property and value.
func (p pair) compare(q pair) int {
	return cmp.Or(
		cmp.Compare(rank(p.property), rank(q.property)), cmp.Compare(p.property, q.property),
		cmp.Compare(p.value.iri, q.value.iri), cmp.Compare(p.value.value, q.value.value),
		cmp.Compare(p.value.datatype, q.value.datatype), cmp.Compare(p.value.language, q.value.language),
	)
}

func rank(property string) int {
	if property == "rdf:type" {
		return 0
	}
	return 1
}

// A describer tells all of a graph in RDF: what it is, each thing with the
// claims and the conflicts about it, each article with its passages, and what
// curators decided.
//
// What views show stands as plain triples, such as
//
//	id:round:astana-14 pt:guarantor id:party:turkey .
//
// Every claim, shown or not, is a resource of its own with its three parts, so
// that what articles deny, or what a curator rejected, is told without being
// asserted.
type describer struct {
	store *graph.Store
	o     Options
	out   linker

	// Where a part of the graph is chosen: its claims. Otherwise nil.
	claims map[graph.ID]bool
}

// describe writes the graph.
func describe(ctx context.Context, s *graph.Store, o Options, out linker) error {
	d := &describer{store: s, o: o, out: out}
	if o.Filter.Process != "" || o.Filter.Round != "" {
		d.claims = map[graph.ID]bool{}
	}
	if err := out.begin(); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{d.dataset, d.things, d.articles, d.decisions} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return out.end()
}

// put writes a node, each of its pairs once and in order.
func (d *describer) put(n node) error {
	slices.SortFunc(n.pairs, pair.compare)
	n.pairs = slices.Compact(n.pairs)
	if len(n.pairs) == 0 {
		return nil
	}
	return d.out.node(n)
}

// topics is the scheme that all topics are in.
const topics = "id:topics"

// dataset says what the export is.
func (d *describer) dataset(context.Context) error {
	p := d.o.Provenance
	n := node{subject: "id:snapshot:" + escapeIRI(p.Snapshot)}
	n.add("rdf:type", a("schema:Dataset"), a("prov:Entity"))
	n.add("pt:snapshot", text(p.Snapshot))
	for property, value := range map[string]string{"pt:vocabulary": p.Vocabulary, "pt:program": p.Program, "pt:filter": p.Filter} {
		if value != "" {
			n.add(property, text(value))
		}
	}
	n.add("rdfs:label", text("What articles report about peace talks"))
	if err := d.put(n); err != nil {
		return err
	}
	scheme := node{subject: topics}
	scheme.add("rdf:type", a("skos:ConceptScheme"))
	scheme.add("rdfs:label", text("Topics of peace talks"))
	return d.put(scheme)
}

// classes tell what the kinds of things are.
var classes = map[string][]term{
	"process":    {a("pt:Process"), a("schema:EventSeries")},
	"round":      {a("pt:Round"), a("schema:Event")},
	"delegation": {a("pt:Delegation")},
	"party":      {a("pt:Party"), a("schema:Organization")},
	"person":     {a("schema:Person")},
	"place":      {a("schema:Place")},
	"topic":      {a("skos:Concept")},
	"agenda":     {a("pt:AgendaItem")},
	"meeting":    {a("pt:Meeting"), a("schema:Event")},
	"statement":  {a("pt:Statement"), a("schema:Quotation")},
	"outcome":    {a("pt:Outcome")},
}

func (d *describer) things(ctx context.Context) error {
	for batch, err := range batches(ctx, d.store, d.o) {
		if err != nil {
			return err
		}
		names, err := d.store.Names(ctx, batch.ids(), d.o.Filter.AsOf)
		if err != nil {
			return err
		}
		former, err := d.store.FormerIDs(ctx, batch.ids())
		if err != nil {
			return err
		}
		for i, t := range batch.things {
			if t.Known {
				n := d.known(t, batch.labels[t.ID], names[i])
				for _, id := range former[i] {
					n.add("owl:sameAs", of(id))
				}
				if err := d.put(n); err != nil {
					return err
				}
			}
			if err := d.said(t); err != nil {
				return err
			}
		}
	}
	return nil
}

// said tells the claims and the conflicts about a thing.
func (d *describer) said(t graph.Thing) error {
	for _, c := range t.Claims {
		if d.claims != nil {
			d.claims[c.ID] = true
		}
		if err := d.put(claimNode(c)); err != nil {
			return err
		}
	}
	for _, c := range t.Conflicts {
		if err := d.put(conflictNode(c)); err != nil {
			return err
		}
	}
	return nil
}

// known tells of a thing that somebody affirms: what it is and is called, what
// its id and the vocabulary say, and what views show of it.
func (d *describer) known(t graph.Thing, label string, names []graph.Label) node {
	n := node{subject: of(t.ID).iri}
	n.add("rdf:type", classes[t.ID.Kind()]...)
	if label != "" {
		n.add("rdfs:label", text(label))
	}
	preferred := map[string]bool{}
	for _, name := range names {
		w := words(graph.Plain(name.Text), name.Language)
		if w.value == "" {
			continue
		}
		if preferred[w.language] {
			n.add("skos:altLabel", w)
			continue
		}
		preferred[w.language] = true
		n.add("skos:prefLabel", w)
	}
	n.pairs = slices.DeleteFunc(n.pairs, func(p pair) bool { // SKOS: a label is preferred or not
		return p.property == "skos:altLabel" && slices.Contains(n.pairs, pair{"skos:prefLabel", p.value})
	})
	n.add("schema:identifier", text(string(t.ID)))
	d.structure(&n, t.ID)
	for _, c := range t.Claims {
		if c.Shown {
			n.add("pt:"+string(c.Predicate), object(c.Object))
			aligned(&n, c)
		}
	}
	return n
}
