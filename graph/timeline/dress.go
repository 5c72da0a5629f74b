package timeline

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A dresser adds passages and names to drafts.
type dresser struct {
	store  *graph.Store
	filter Filter
	names  map[nameKey]map[string]string
}

// A nameKey is what a name depends on: places change theirs.
type nameKey struct {
	id graph.ID
	on edtf.Date // of places only
}

// manyNames is the number of names that are remembered.
const manyNames = 10_000

func (d *dresser) dress(ctx context.Context, events []Event) error {
	if err := d.addVenueClaims(ctx, events); err != nil {
		return err
	}
	if err := d.addSources(ctx, events); err != nil {
		return err
	}
	return d.addNames(ctx, events)
}

// addVenueClaims adds what says where a round is held to the claims of the
// event whose title tells it.
func (d *dresser) addVenueClaims(ctx context.Context, events []Event) error {
	for i := range events {
		e := &events[i]
		e.Claims = distinct(e.Claims, e.Date.Claims)
		if e.Place == "" {
			continue
		}
		c, err := d.store.Claims(ctx, graph.ClaimFilter{
			Subject: e.Round, Predicates: []graph.Predicate{graph.PredVenue}, Object: e.Place, AsOf: d.filter.AsOf,
		}, graph.Page{All: true})
		if err != nil {
			return err
		}
		for _, claim := range c.Nodes() {
			e.Claims = distinct(e.Claims, []graph.ID{claim.ID})
		}
	}
	return nil
}

// addSources reads the passages of events, and how they are reported.
func (d *dresser) addSources(ctx context.Context, events []Event) error {
	var claims []graph.ID
	for _, e := range events {
		claims = append(claims, e.Claims...)
	}
	claims = sorted(claims)
	evidence, err := d.store.EvidenceOf(ctx, claims, affirming(d.filter.AsOf))
	if err != nil {
		return err
	}
	var articles []graph.ID
	byClaim := make(map[graph.ID][]graph.Evidence, len(claims))
	for i, id := range claims {
		byClaim[id] = evidence[i]
		for _, ev := range evidence[i] {
			articles = append(articles, ev.Article)
		}
	}
	articles = sorted(articles)
	infos, err := d.store.ArticlesByID(ctx, articles)
	if err != nil {
		return err
	}
	for i := range events {
		e := &events[i]
		for j, id := range e.Claims {
			for _, ev := range byClaim[id] {
				at, found := slices.BinarySearch(articles, ev.Article)
				if !found || infos[at] == nil || len(ev.Spans) == 0 {
					continue
				}
				e.Sources = append(e.Sources, sourceOf(id, ev, infos[at]))
				if j == 0 || e.Modality == "" {
					e.Modality = firmer(e.Modality, ev.Modality)
				}
			}
		}
	}
	return nil
}

func sourceOf(claim graph.ID, e graph.Evidence, a *graph.ArticleInfo) Source {
	return Source{
		Claim: claim, Article: a.ID, URL: a.URL, ArticleTitle: a.Title, Outlet: a.Source,
		Language: a.Language, Published: e.Reported, Citing: e.Citing, Rule: e.Rule, Basis: e.Basis, Modality: e.Modality,
		Quote: e.Spans[0].Quote, Start: e.Spans[0].Start, End: e.Spans[0].End,
	}
}

// firmer is the modality that says more: what happened, then what is under
// way, then what is planned.
func firmer(a, b graph.Modality) graph.Modality {
	order := []graph.Modality{graph.Happened, graph.Ongoing, graph.Planned}
	for _, m := range order {
		if a == m || b == m {
			return m
		}
	}
	return cmp.Or(a, b)
}

// addNames names every thing of the events in every language of [Languages].
func (d *dresser) addNames(ctx context.Context, events []Event) error {
	if len(d.names) > manyNames {
		clear(d.names)
	}
	missing := map[edtf.Date][]graph.ID{} // by the day that the name must hold on
	for i := range events {
		for _, k := range events[i].nameKeys() {
			if _, ok := d.names[k]; !ok {
				d.names[k] = make(map[string]string, len(languages))
				missing[k.on] = append(missing[k.on], k.id)
			}
		}
	}
	for on, ids := range missing {
		for _, language := range Languages() {
			names, err := d.store.Name(ctx, ids, language, on)
			if err != nil {
				return err
			}
			for i, id := range ids {
				d.names[nameKey{id, on}][language] = names[i]
			}
		}
	}
	for i := range events {
		e := &events[i]
		e.Names = Names{}
		for _, k := range e.nameKeys() {
			e.Names[k.id] = d.names[k]
		}
	}
	return nil
}

// nameKeys lists the names that an event needs.
func (e *Event) nameKeys() []nameKey {
	keys := make([]nameKey, 0, 8)
	for _, ids := range [][]graph.ID{{e.Process, e.Round}, e.Actors, e.Parties, e.Persons, e.Topics} {
		for _, id := range ids {
			if id != "" {
				keys = append(keys, nameKey{id: id})
			}
		}
	}
	if e.Place != "" {
		keys = append(keys, nameKey{e.Place, e.Date.EDTF.Start()})
	}
	return keys
}

// distinct appends those of more that are not there yet.
func distinct(ids, more []graph.ID) []graph.ID {
	ids = slices.Clone(ids)
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
