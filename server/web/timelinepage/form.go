package timelinepage

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

// A form is the filter as the page offers it.
type form struct {
	Lists             []list
	Kinds             []option
	FirstDay, LastDay string
	AsOfDay           string
	Chips             []chip
	Hidden            map[string]string // what the form sends along
	Clear             string            // the page without a filter
}

// A list is a choice of one among many.
type list struct {
	Key, Name string
	Options   []option
}

type option struct {
	Value, Name string
	Chosen      bool
}

// A chip is a part of the filter that is in force, with the link that leaves it
// out.
type chip struct{ Name, Without string }

// form lists what can be chosen and what is chosen.
func (p *page) form(ctx context.Context, s *shown, f timeline.Filter) (form, error) {
	out := form{Hidden: s.Kept(), Clear: s.Link("timeline", "asOf", "")}
	delete(out.Hidden, "asOf")
	ids, err := p.choices(ctx)
	if err != nil {
		return form{}, err
	}
	for _, l := range []struct {
		key, name string
		ids       []graph.ID
		chosen    graph.ID
	}{
		{"process", s.Words.Process, ids[0], f.Process}, {"party", s.Words.Party, ids[1], f.Party},
		{"person", s.Words.Person, ids[2], f.Person}, {"topic", s.Words.Topic, ids[3], f.Topic},
		{"round", s.Words.Round, nil, f.Round},
	} {
		options, err := p.options(ctx, s.Names, l.ids, l.chosen)
		if err != nil {
			return form{}, err
		}
		if l.key != "round" {
			out.Lists = append(out.Lists, list{l.key, l.name, options})
		} else if f.Round != "" {
			out.Hidden["round"] = f.Round.Name()
		}
		for _, o := range options {
			if o.Chosen {
				out.Chips = append(out.Chips, chip{l.name + ": " + o.Name, s.Again(l.key, "", "page", "")})
			}
		}
	}
	for _, k := range timeline.Kinds() {
		out.Kinds = append(out.Kinds, option{string(k), timeline.KindName(k, s.Language), slices.Contains(f.Kinds, k)})
	}
	out.days(s, f)
	return out, nil
}

// days fills in the dates, and the chips of what is not one of a list.
func (o *form) days(s *shown, f timeline.Filter) {
	if !f.From.Start().IsZero() {
		o.FirstDay = f.From.Earliest().Format(time.DateOnly)
	}
	if !f.To.End().IsZero() {
		o.LastDay = f.To.Latest().Format(time.DateOnly)
	}
	if !f.AsOf.End().IsZero() {
		o.AsOfDay = f.AsOf.Latest().Format(time.DateOnly)
	}
	if len(f.Kinds) > 0 {
		names := make([]string, len(f.Kinds))
		for i, k := range f.Kinds {
			names[i] = timeline.KindName(k, s.Language)
		}
		o.Chips = append(o.Chips, chip{strings.Join(names, " · "), s.Again("kind", "", "page", "")})
	}
}

// choices are the processes, parties, people and topics of the graph.
func (p *page) choices(ctx context.Context) (ids [4][]graph.ID, err error) {
	processes, err := p.store.Processes(ctx, graph.Page{All: true})
	if err != nil {
		return ids, err
	}
	parties, err := p.store.Parties(ctx, graph.PartyFilter{}, graph.Page{All: true})
	if err != nil {
		return ids, err
	}
	people, err := p.store.People(ctx, graph.PersonFilter{}, graph.Page{First: new(pagePeople)})
	if err != nil {
		return ids, err
	}
	topics, err := p.store.Topics(ctx, graph.TopicFilter{}, graph.Page{All: true})
	if err != nil {
		return ids, err
	}
	for _, n := range processes.Nodes() {
		ids[0] = append(ids[0], n.ID)
	}
	for _, n := range parties.Nodes() {
		ids[1] = append(ids[1], n.ID)
	}
	for _, n := range people.Nodes() {
		ids[2] = append(ids[2], n.ID)
	}
	for _, n := range topics.Nodes() {
		ids[3] = append(ids[3], n.ID)
	}
	return ids, nil
}

// options names ids for a list to choose from, by name. What is chosen is
// always among them.
func (p *page) options(ctx context.Context, language string, ids []graph.ID, chosen graph.ID) ([]option, error) {
	if chosen != "" && !slices.Contains(ids, chosen) {
		ids = append(ids, chosen)
	}
	names, err := p.store.Name(ctx, ids, language, edtf.Date{})
	if err != nil {
		return nil, err
	}
	options := make([]option, len(ids))
	for i, id := range ids {
		options[i] = option{id.Name(), timeline.Plain(names[i]), id == chosen}
	}
	slices.SortFunc(options, func(a, b option) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	})
	return options, nil
}
