package resolvers

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"peacetalks/graph"
)

// Relay's specification of object identification, as far as the schema shows
// that it holds.
func TestNodeIsAsRelayHasIt(t *testing.T) {
	s := schema()
	if node := s.Types["Node"]; node.Kind != ast.Interface || len(node.Fields) != 1 || node.Fields[0].Type.String() != "ID!" {
		t.Errorf("Node is %+v, want an interface with id: ID! alone", node)
	}
	for name, want := range map[string]string{"node": "(id: ID!): Node", "nodes": "(ids: [ID!]!): [Node]!"} {
		f := s.Query.Fields.ForName(name)
		if got := fmt.Sprintf("(%s: %s): %s", f.Arguments[0].Name, f.Arguments[0].Type, f.Type); len(f.Arguments) != 1 || got != want {
			t.Errorf("%s%s, want %s", name, got, want)
		}
	}
	for name, def := range s.Types {
		if id := def.Fields.ForName("id"); def.Kind == ast.Object && id != nil && id.Type.String() == "ID!" &&
			!slices.Contains(def.Interfaces, "Node") && !strings.HasSuffix(name, "Payload") {
			t.Errorf("%s has an id and is no Node", name)
		}
	}
}

// Relay's specification of connections, as far as the schema shows that it
// holds.
func TestConnectionsAreAsRelayHasThem(t *testing.T) {
	s := schema()
	want := func(def *ast.Definition, field, of string) {
		t.Helper()
		if f := def.Fields.ForName(field); f == nil || f.Type.String() != of {
			t.Errorf("%s.%s is %v, want %s", def.Name, field, f, of)
		}
	}
	found := 0
	for name, def := range s.Types {
		item, ok := strings.CutSuffix(name, "Connection")
		if !ok {
			continue
		}
		found++
		edge := s.Types[item+"Edge"]
		want(def, "edges", "["+edge.Name+"!]!")
		want(def, "pageInfo", "PageInfo!")
		want(edge, "cursor", "String!")
		want(def, "nodes", "["+edge.Fields.ForName("node").Type.String()+"]!")
	}
	for field, of := range map[string]string{"hasNextPage": "Boolean!", "hasPreviousPage": "Boolean!", "startCursor": "String", "endCursor": "String"} {
		want(s.Types["PageInfo"], field, of)
	}
	if found < 15 {
		t.Errorf("%d connections were found", found)
	}
}

// An object is the same however it is come by, and its id leads back to it.
func TestNodesByTheirIDs(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	var got struct {
		Claims struct {
			Nodes []struct{ ID string }
		}
		Nodes []map[string]any
	}
	a.read(&got, `{ claims(first: 3) { nodes { id } } }`, nil)
	ids := []string{"round:astana-14", "party:turkey", "round:astana-14", "nothing", "", "round:none", "claim:none", "no kind", ":", "event:x", "person:sedat-onal",
		"place:nur-sultan", "topic:ceasefire", "process:astana", "delegation:astana-14/turkey", "statement:s1", "outcome:o1", "agenda:astana-14/ceasefire",
		"meeting:astana-14/iran+russia", got.Claims.Nodes[0].ID, got.Claims.Nodes[2].ID, got.Claims.Nodes[1].ID}
	const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Round { number } ... on Party { name } ... on Person { name } } }`
	a.read(&got, query, map[string]any{"ids": ids})
	if len(got.Nodes) != len(ids) {
		t.Fatalf("got %d nodes for %d ids", len(got.Nodes), len(ids))
	}
	for i, id := range ids {
		var one struct{ Node map[string]any }
		a.read(&one, `query ($id: ID!) { node(id: $id) { __typename id ... on Round { number } ... on Party { name } ... on Person { name } } }`, map[string]any{"id": id})
		unknown := i >= 3 && i <= 9
		if (got.Nodes[i] == nil) != unknown || !maps.Equal(got.Nodes[i], one.Node) || !unknown && got.Nodes[i]["id"] != id {
			t.Errorf("%q: got %v among others and %v alone", id, got.Nodes[i], one.Node)
		}
	}
	a.wants(`{ nodes(ids: []) { id } }`, `{"nodes": []}`)
	a.wants(`{ round(process: "astana", number: 14) { id delegations { id party { id } } } node(id: "delegation:astana-14/turkey") { ... on Delegation { round { id } party { id } } } }`,
		`{"round": {"id": "round:astana-14", "delegations": [{"id": "delegation:astana-14/turkey", "party": {"id": "party:turkey"}}]}, "node": {"round": {"id": "round:astana-14"}, "party": {"id": "party:turkey"}}}`)
}

// A window is what a page shows of a list: its cursors and where it lies.
type window struct {
	Edges    []struct{ Cursor string }
	Nodes    []struct{ Typename string }
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	TotalCount int
}

// relayWindow pages as the specification has it: after and before cut the
// list, then first or last.
func relayWindow(all []string, first, last *int, after, before *string) (cursors []string, previous, next bool) {
	from, to := 0, len(all)
	if after != nil {
		from = slices.Index(all, *after) + 1
	}
	if before != nil {
		to = max(from, slices.Index(all, *before))
	}
	if first != nil {
		to = min(to, from+*first)
	}
	if last != nil {
		from = max(from, to-*last)
	}
	return all[from:to], from > 0, to < len(all)
}

// Every list of the schema that is a connection pages as Relay has it, on a
// graph that has something in most of them.
func TestEveryConnectionPages(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t), manyRounds(t, 9, 2)), nil)
	s := schema()
	objects := map[string]string{"Query": "", "Process": "process:talks", "Round": "round:astana-14", "Party": "party:turkey", "Person": "person:sedat-onal",
		"Place": "place:nur-sultan", "Topic": "topic:ceasefire", "Article": string(arabic(t).reading.Article.ID)}
	random := rand.New(rand.NewPCG(1, 2))
	tried, longest := 0, 0
	for _, typename := range slices.Sorted(maps.Keys(objects)) {
		for _, f := range s.Types[typename].Fields {
			if !strings.HasSuffix(f.Type.Name(), "Connection") {
				continue
			}
			given := ""
			if f.Arguments.ForName("text") != nil {
				given = `text: "round", `
			} else if slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
				continue
			}
			tried++
			page := func(first, last *int, after, before *string) window {
				t.Helper()
				args := given
				for name, v := range map[string]any{"first": first, "last": last, "after": after, "before": before} {
					text, _ := json.Marshal(v)
					args += name + ": " + string(text) + " "
				}
				query := f.Name + "(" + args + ") { edges { cursor node { __typename } } nodes { __typename } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }"
				var got map[string]window
				if typename == "Query" {
					a.read(&got, "{ "+query+" }", nil)
					return got[f.Name]
				}
				var inner struct{ Node map[string]window }
				a.read(&inner, fmt.Sprintf("{ node(id: %q) { ... on %s { %s } } }", objects[typename], typename, query), nil)
				return inner.Node[f.Name]
			}
			most := 1000
			whole := page(&most, nil, nil, nil)
			all := cursors(whole)
			longest = max(longest, len(all))
			if len(all) != whole.TotalCount || len(slices.Compact(slices.Sorted(slices.Values(all)))) != len(all) {
				t.Errorf("%s.%s: %d cursors of %d items, or one twice", typename, f.Name, len(all), whole.TotalCount)
			}
			for range 12 {
				var first, last *int
				n := random.IntN(len(all) + 2)
				if random.IntN(2) == 0 {
					first = &n
				} else {
					last = &n
				}
				var after, before *string
				if len(all) > 0 && random.IntN(2) == 0 {
					after = &all[random.IntN(len(all))]
				}
				if len(all) > 0 && random.IntN(2) == 0 {
					before = &all[random.IntN(len(all))]
				}
				got := page(first, last, after, before)
				want, previous, next := relayWindow(all, first, last, after, before)
				var start, end string
				if len(want) > 0 {
					start, end = want[0], want[len(want)-1]
				}
				if !slices.Equal(cursors(got), want) || len(got.Nodes) != len(want) || got.TotalCount != len(all) || got.PageInfo.HasNextPage != next ||
					got.PageInfo.HasPreviousPage != previous || or(got.PageInfo.StartCursor) != start || or(got.PageInfo.EndCursor) != end {
					t.Errorf("%s.%s(first: %v, last: %v, after: %v, before: %v) of %v\n got %+v\nwant %v, before it %t, after it %t", typename, f.Name,
						show(first), show(last), show(after), show(before), all, got, want, previous, next)
				}
			}
		}
	}
	if tried < 25 || longest < 20 {
		t.Errorf("%d connections were tried, the longest of %d", tried, longest)
	}
}

func cursors(w window) []string {
	list := make([]string, len(w.Edges))
	for i, e := range w.Edges {
		list[i] = e.Cursor
	}
	return list
}

func show[T cmp.Ordered](p *T) string {
	if p == nil {
		return "null"
	}
	return fmt.Sprint(*p)
}

// A cursor of an item that is gone still tells where it was.
func TestCursorsOutliveTheirItems(t *testing.T) {
	first, second := arabic(t), english(t)
	store := open(t, first, second, manyRounds(t, 4, 1))
	a := serve(t, store, nil)
	var got struct {
		Rounds struct {
			Edges []struct {
				Cursor string
				Node   struct{ ID string }
			}
		}
	}
	a.read(&got, `{ rounds(orderBy: ID) { edges { cursor node { id } } } }`, nil)
	if len(got.Rounds.Edges) != 6 || got.Rounds.Edges[0].Node.ID != "round:astana-13" {
		t.Fatalf("got %+v, want six rounds", got)
	}
	if err := store.Retract(t.Context(), graph.ID(second.reading.Article.ID)); err != nil { // with Astana 13
		t.Fatal(err)
	}
	var after struct {
		Rounds struct{ Nodes []struct{ ID string } }
	}
	a.read(&after, fmt.Sprintf(`{ rounds(orderBy: ID, after: %q) { nodes { id } } }`, got.Rounds.Edges[1].Cursor), nil)
	if len(after.Rounds.Nodes) != 4 || after.Rounds.Nodes[0].ID != "round:talks-1" {
		t.Errorf("after Astana 14: got %+v, want the four rounds that follow it", after)
	}
	a.read(&after, fmt.Sprintf(`{ rounds(orderBy: ID, first: 2, after: %q) { nodes { id } } }`, got.Rounds.Edges[0].Cursor), nil)
	if len(after.Rounds.Nodes) != 2 {
		t.Errorf("after a round that is gone: got %+v, want two rounds", after)
	}
}
