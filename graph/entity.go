package graph

import (
	"cmp"
	"context"
	"slices"

	"peacetalks/graph/edtf"
)

// Process answers one process, nil if no article names it.
func (s *Store) Process(ctx context.Context, id ID) (*Process, error) {
	return node[Process](ctx, s, id)
}

// Party answers one party, nil if neither an article nor the vocabulary names it.
func (s *Store) Party(ctx context.Context, id ID) (*Party, error) { return node[Party](ctx, s, id) }

// Person answers one person, nil if no article names them.
func (s *Store) Person(ctx context.Context, id ID) (*Person, error) { return node[Person](ctx, s, id) }

// Place answers one place, nil if neither an article nor the vocabulary names it.
func (s *Store) Place(ctx context.Context, id ID) (*Place, error) { return node[Place](ctx, s, id) }

// Topic answers one topic, nil if neither an article nor the vocabulary names it.
func (s *Store) Topic(ctx context.Context, id ID) (*Topic, error) { return node[Topic](ctx, s, id) }

// node answers the view of an id where it is of the type asked for.
func node[T any](ctx context.Context, s *Store, id ID) (*T, error) {
	n, err := s.Node(ctx, id)
	t, _ := n.(*T)
	return t, err
}

func (s *Store) party(id ID) Party { return Party{id, s.options.Vocabulary.Terms[id].Kind} }
func (s *Store) place(id ID) Place { return Place{id, s.options.Vocabulary.Terms[id].Country} }
func (s *Store) topic(id ID) Topic { return Topic{id, s.options.Vocabulary.Terms[id].Broader} }

// Processes lists the processes by id.
func (s *Store) Processes(ctx context.Context, p Page) (Connection[Process], error) {
	return entities(ctx, s, p, "process", func(id ID) Process { return Process{id} })
}

// Places lists places by id.
func (s *Store) Places(ctx context.Context, p Page) (Connection[Place], error) {
	return entities(ctx, s, p, "place", s.place)
}

// entities lists all the entities of a kind.
func entities[T any](ctx context.Context, s *Store, p Page, kind string, make func(ID) T) (Connection[T], error) {
	return list(ctx, s, p, func(v *view) (Connection[T], error) {
		ids, err := v.nodes(kind)
		if err != nil {
			return Connection[T]{}, err
		}
		return connect(v, ids, func(id ID) ID { return id }, p, func(ids []ID) ([]T, error) { return each(ids, make), nil })
	})
}

func each[T any](ids []ID, make func(ID) T) []T {
	var out []T
	for _, id := range ids {
		out = append(out, make(id))
	}
	return out
}

// unique sorts ids and drops those that come twice.
func unique(ids []ID) []ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Topics lists topics by id.
func (s *Store) Topics(ctx context.Context, f TopicFilter, p Page) (Connection[Topic], error) {
	return list(ctx, s, p, func(v *view) (Connection[Topic], error) {
		f, err := currentFilter(v, f)
		if err != nil {
			return Connection[Topic]{}, err
		}
		ids, err := v.topicIDs(f)
		if err != nil {
			return Connection[Topic]{}, err
		}
		ids = slices.DeleteFunc(slices.Clone(ids), func(id ID) bool {
			return f.Broader != "" && (id == f.Broader || !v.under(id, f.Broader))
		})
		return connect(v, ids, func(id ID) ID { return id }, p, func(ids []ID) ([]Topic, error) { return each(ids, s.topic), nil })
	})
}

func (v *view) topicIDs(f TopicFilter) ([]ID, error) {
	if f.Process == "" && f.Round == "" {
		return v.nodes("topic")
	}
	rounds, err := v.chosenOf(RoundFilter{Process: f.Process}, f.Round)
	if err != nil {
		return nil, err
	}
	var ids []ID
	for _, b := range rounds {
		for _, item := range b.agenda {
			ids = append(ids, topicOf(item))
		}
	}
	return unique(ids), nil
}

// Stats counts what the graph holds.
type Stats struct {
	Articles, Claims, Evidence, Conflicts int            // evidence: pairs of a claim and an article
	Nodes                                 map[string]int // by kind: round, person, …
}

// Stats counts what the graph holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	return answer(ctx, s, func(v *view) (Stats, error) {
		st := Stats{Nodes: map[string]int{}}
		st.Articles = int(v.state.tables[tableArticle].count)
		st.Evidence = int(v.state.tables[tableEvidence].count)
		var err error
		st.Claims, err = cached(v, "claims", func() (n int, err error) {
			var last packed
			err = v.scanKeys([]key{newKey(tableEvidence)}, func(k []byte) error {
				if claim := parseKey(k, tableEvidence).packed(); claim != last || n == 0 {
					last = claim
					n++
				}
				return nil
			})
			return n, err
		})
		if err != nil {
			return st, err
		}
		conflicts, err := v.allConflicts(edtf.Date{})
		if err != nil {
			return st, err
		}
		st.Conflicts = len(conflicts)
		for _, kind := range kinds {
			ids, err := v.nodes(kind)
			if err != nil {
				return st, err
			}
			if len(ids) > 0 {
				st.Nodes[kind] = len(ids)
			}
		}
		return st, nil
	})
}

// Exists tells whether the graph, or the vocabulary, knows an id.
func (s *Store) Exists(ctx context.Context, id ID) (bool, error) {
	n, err := s.Node(ctx, id)
	return n != nil, err
}

// Nodes is [Store.Node] for many ids, in their order.
func (s *Store) Nodes(ctx context.Context, ids []ID) ([]any, error) {
	return answer(ctx, s, func(v *view) ([]any, error) {
		current, err := v.current(ids)
		if err != nil {
			return nil, err
		}
		found, err := v.resolve(current)
		for i, n := range found {
			asAsked(n, ids[i])
		}
		return found, err
	})
}

// Node answers the view of any id: *Process, *Round, *Delegation, *Party,
// *Person, *Place, *Topic, *AgendaItem, *Meeting, *Statement, *Outcome,
// *ArticleInfo, *StoredClaim, *Conflict or *LoggedDecision; nil if there is none.
func (s *Store) Node(ctx context.Context, id ID) (any, error) {
	ns, err := s.Nodes(ctx, []ID{id})
	if err != nil {
		return nil, err
	}
	return ns[0], nil
}

// resolve answers ids of any kind; those of one kind are read together.
func (v *view) resolve(ids []ID) ([]any, error) {
	out := make([]any, len(ids))
	by := map[string][]int{}
	for i, id := range ids {
		by[id.Kind()] = append(by[id.Kind()], i)
	}
	for kind, at := range by {
		of := make([]ID, len(at))
		for j, i := range at {
			of[j] = ids[i]
		}
		found, err := v.resolveKind(kind, of)
		if err != nil {
			return nil, err
		}
		for j, i := range at {
			out[i] = found[j]
		}
	}
	return out, nil
}

// resolveKind answers ids of one kind.
func (v *view) resolveKind(kind string, ids []ID) ([]any, error) {
	none := edtf.Date{}
	switch kind {
	case "round":
		found, err := v.rounds(ids, none)
		return nodesOf(found), err
	case "statement":
		found, err := v.statements(ids, none)
		return nodesOf(found), err
	case kindArticle:
		found, err := v.articles(ids)
		return nodesOf(found), err
	case kindClaim:
		found, err := v.claims(ids, none)
		return nodesOf(found), err
	case kindDecision:
		found, err := v.decisionsByID(ids)
		return nodesOf(found), err
	case "delegation":
		found, err := v.delegations(ids)
		return nodesOf(found), err
	case "process", "party", "person", "place", "topic":
		return v.resolveNamed(kind, ids)
	case "agenda":
		items, err := v.agendaItems(ids, none)
		by := map[ID]any{}
		for i := range items {
			by[items[i].ID] = &items[i]
		}
		return each(ids, func(id ID) any { return by[id] }), err
	}
	out := make([]any, len(ids))
	for i, id := range ids {
		n, err := v.resolveOne(kind, id)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

// nodesOf makes nodes of views; a view that is nil is no node.
func nodesOf[T any](found []*T) []any {
	out := make([]any, len(found))
	for i, f := range found {
		if f != nil {
			out[i] = f
		}
	}
	return out
}

func (v *view) resolveOne(kind string, id ID) (any, error) {
	switch kind {
	case "meeting":
		m, err := v.meeting(id)
		return nodesOf([]*Meeting{m})[0], err
	case "outcome":
		o, err := v.outcome(id)
		return nodesOf([]*Outcome{o})[0], err
	case "conflict":
		c, err := v.conflict(id)
		return nodesOf([]*Conflict{c})[0], err
	}
	return nil, nil
}

// resolveNamed answers ids of a kind that the vocabulary may label, too. A
// process or a person is there only if an article says so.
func (v *view) resolveNamed(kind string, ids []ID) ([]any, error) {
	known, err := v.knownAmong(ids)
	if err != nil {
		return nil, err
	}
	return each(ids, func(id ID) any {
		_, labelled := v.store.options.Vocabulary.Terms[id]
		if !known[id] && (!labelled || kind == "process" || kind == "person") {
			return nil
		}
		switch kind {
		case "process":
			return &Process{id}
		case "person":
			return &Person{id}
		case "party":
			p := v.store.party(id)
			return &p
		case "place":
			p := v.store.place(id)
			return &p
		}
		t := v.store.topic(id)
		return &t
	}), nil
}

// knownAmong tells which of the ids some article affirms, in one pass.
func (v *view) knownAmong(ids []ID) (map[ID]bool, error) {
	known := map[ID]bool{}
	var prefixes []key
	for _, id := range unique(slices.Clone(ids)) {
		prefixes = append(prefixes, newKey(tableNode).id(id))
	}
	err := v.scanKeys(prefixes, func(k []byte) error {
		known[parseKey(k[:len(k)-len(packed{})], tableNode).id()] = true
		return nil
	})
	return known, err
}

// delegations answers delegations by id.
func (v *view) delegations(ids []ID) ([]*Delegation, error) {
	var rounds []ID
	for _, id := range ids {
		rounds = append(rounds, cmp.Or(id.roundOf(), "round:"))
	}
	_, of, err := v.attendance(unique(slices.Clone(rounds)), edtf.Date{})
	if err != nil {
		return nil, err
	}
	by := map[ID]*Delegation{}
	for _, ds := range of {
		for _, d := range ds {
			by[d.ID] = &d
		}
	}
	out := make([]*Delegation, len(ids))
	for i, id := range ids {
		out[i] = by[id]
	}
	return out, nil
}
