package graph

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// topicOf is the topic in the id of an agenda item.
func topicOf(item ID) ID {
	if ps := item.Parts(); len(ps) == 2 {
		return ps[1]
	}
	return ""
}

// AgendaOf lists the agenda items of rounds.
func (s *Store) AgendaOf(ctx context.Context, rounds []ID, asOf edtf.Date) ([][]AgendaItem, error) {
	return answer(ctx, s, func(v *view) ([][]AgendaItem, error) {
		rounds, err := v.current(rounds)
		if err != nil {
			return nil, err
		}
		return v.agendas(rounds, asOf)
	})
}

// agendas reads the agendas of rounds in one pass.
func (v *view) agendas(rounds []ID, asOf edtf.Date) ([][]AgendaItem, error) {
	prefixes := make([]key, 0, 2*len(rounds))
	for _, id := range rounds {
		prefixes = append(prefixes, subjectPrefix(id), subjectsPrefix("agenda:"+id.Name()+"/"))
	}
	found, err := v.fused(prefixes, asOf)
	if err != nil {
		return nil, err
	}
	out := make([][]AgendaItem, len(rounds))
	for i, id := range rounds {
		round := only(id, found[2*i], asOf)
		details := map[ID]facts{}
		for _, f := range found[2*i+1] {
			details[f.subject] = f
		}
		for _, c := range round.by[PredAgenda] {
			f := details[c.Object.Entity]
			item := AgendaItem{ID: c.Object.Entity, Round: id, Topic: topicOf(c.Object.Entity), Session: f.date(PredSession), Claims: []ID{c.ID}, AsOf: asOf}
			for _, w := range f.by[PredText] {
				item.Wording = append(item.Wording, w.Object.Text)
			}
			out[i] = append(out[i], item)
		}
		slices.SortFunc(out[i], func(a, b AgendaItem) int { return cmp.Compare(a.ID, b.ID) })
	}
	return out, nil
}

// AgendaItems lists agenda items across rounds.
func (s *Store) AgendaItems(ctx context.Context, f AgendaItemFilter, p Page) (Connection[AgendaItem], error) {
	return list(ctx, s, p, func(v *view) (Connection[AgendaItem], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[AgendaItem]{}, err
		}
		ids, err := v.chosenAgenda(&f)
		if err != nil {
			return Connection[AgendaItem]{}, err
		}
		return connect(v, ids, func(id ID) ID { return id }, p, func(ids []ID) ([]AgendaItem, error) {
			return v.agendaItems(ids, f.AsOf)
		})
	})
}

func (f *AgendaItemFilter) setting() setting {
	return setting{f.Process, f.Round, f.Rounds, f.From, f.To, f.Certainty, f.AsOf}
}

// chosenAgenda lists the agenda items that a filter holds.
func (v *view) chosenAgenda(f *AgendaItemFilter) ([]ID, error) {
	a, tests, err := settings(v, f)
	if err != nil {
		return nil, err
	}
	rounds := slices.Clone(a.byStart)
	if f.Order == AgendaByStartDesc {
		compare := ByStartDesc.compare()
		slices.SortFunc(rounds, func(x, y ID) int { return compare(a.rounds[x].Round, a.rounds[y].Round) })
	}
	var ids []ID
	for _, round := range rounds {
		b := a.rounds[round]
		for _, id := range b.agenda {
			if combined(f, func(g *AgendaItemFilter) bool {
				return g.setting().holds(b, tests) && (g.Topic == "" || v.under(topicOf(id), g.Topic))
			}) {
				ids = append(ids, id)
			}
		}
	}
	switch f.Order {
	case AgendaByTopic:
		slices.SortStableFunc(ids, func(x, y ID) int { return cmp.Compare(topicOf(x), topicOf(y)) })
	case AgendaByID:
		slices.Sort(ids)
	}
	return ids, nil
}

// agendaItems makes the views of items that are known to be on an agenda.
func (v *view) agendaItems(ids []ID, asOf edtf.Date) ([]AgendaItem, error) {
	var rounds []ID
	for _, id := range ids {
		rounds = append(rounds, id.roundOf())
	}
	slices.Sort(rounds)
	rounds = slices.Compact(rounds)
	agendas, err := v.agendas(rounds, asOf)
	if err != nil {
		return nil, err
	}
	by := map[ID]AgendaItem{}
	for _, agenda := range agendas {
		for _, item := range agenda {
			by[item.ID] = item
		}
	}
	out := make([]AgendaItem, 0, len(ids))
	for _, id := range ids {
		if item, ok := by[id]; ok {
			out = append(out, item)
		}
	}
	return out, nil
}

// under tells whether a topic is another or narrower than it, by the
// vocabulary.
func (v *view) under(topic, broad ID) bool {
	for range 20 { // a vocabulary that goes in circles ends here
		if topic == broad {
			return true
		}
		topic = v.store.options.Vocabulary.Terms[topic].Broader
		if topic == "" {
			return false
		}
	}
	return false
}
