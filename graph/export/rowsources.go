package export

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// addEvidence reads the passages of rows and their articles, and counts
// sources.
func (r *roundData) addEvidence(ctx context.Context, events []event) error {
	var claims []graph.ID
	for _, e := range events {
		claims = append(claims, e.claims...)
	}
	slices.Sort(claims)
	claims = slices.Compact(claims)
	affirmed := false
	evidence, err := r.store.EvidenceOf(ctx, claims, graph.EvidenceFilter{Denied: &affirmed, AsOf: r.asOf})
	if err != nil {
		return err
	}
	standing, err := r.store.ClaimsByID(ctx, claims, r.asOf)
	if err != nil {
		return err
	}
	var articles []graph.ID
	for _, of := range evidence {
		for _, e := range of {
			articles = append(articles, e.Article)
		}
	}
	slices.Sort(articles)
	articles = slices.Compact(articles)
	infos, err := r.store.ArticlesByID(ctx, articles)
	if err != nil {
		return err
	}
	for i := range events {
		e := &events[i]
		for _, id := range e.claims {
			at, _ := slices.BinarySearch(claims, id)
			if len(e.evidence) == 0 {
				e.modality = firmest(evidence[at])
			}
			e.evidence = append(e.evidence, evidence[at]...)
			if c := standing[at]; c != nil {
				e.independent = max(e.independent, c.Support)
			}
		}
		for _, ev := range e.evidence {
			at, _ := slices.BinarySearch(articles, ev.Article)
			if a := infos[at]; a != nil && !slices.Contains(e.articles, a) {
				e.articles = append(e.articles, a)
			}
		}
		slices.SortFunc(e.articles, func(a, b *graph.ArticleInfo) int {
			return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID))
		})
	}
	return nil
}

// firmest is the firmest way in which something is reported.
func firmest(of []graph.Evidence) graph.Modality {
	for _, m := range []graph.Modality{graph.Happened, graph.Ongoing, graph.Planned} {
		if slices.ContainsFunc(of, func(e graph.Evidence) bool { return e.Modality == m }) {
			return m
		}
	}
	return ""
}

// addNames names what rows are about.
func addNames(ctx context.Context, s *graph.Store, events []event, language string) error {
	byDay := map[edtf.Date][]graph.ID{} // places change their names
	for _, e := range events {
		ids := append([]graph.ID{e.round.ID, e.round.Process}, e.topics...)
		ids = append(append(ids, e.third...), e.local...)
		for _, p := range e.people {
			ids = append(ids, p.person, p.party)
		}
		if country := s.Vocabulary().Terms[e.round.Venue].Country; country != "" {
			ids = append(ids, country)
		}
		byDay[edtf.Date{}] = append(byDay[edtf.Date{}], ids...)
		if e.round.Venue != "" {
			byDay[e.day()] = append(byDay[e.day()], e.round.Venue)
		}
	}
	names := map[edtf.Date]map[graph.ID]string{}
	for day, ids := range byDay {
		slices.Sort(ids)
		ids = slices.Compact(ids)
		found, err := s.Name(ctx, ids, language, day)
		if err != nil {
			return err
		}
		names[day] = map[graph.ID]string{}
		for i, id := range ids {
			names[day][id] = graph.Plain(found[i])
		}
	}
	for i := range events {
		e := &events[i]
		e.names, e.country = names[edtf.Date{}], s.Vocabulary().Terms[e.round.Venue].Country
		e.place = names[e.day()][e.round.Venue]
	}
	return nil
}

// day is the day on which a place must have borne its name.
func (e event) day() edtf.Date {
	if e.round.Start == nil {
		return edtf.Date{}
	}
	return e.round.Start.EDTF.Start()
}
