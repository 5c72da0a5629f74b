package resolvers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// manyRounds is an article on n rounds, each with delegations, their heads and
// a statement.
func manyRounds(t *testing.T, rounds, delegations int) *story {
	t.Helper()
	var text strings.Builder
	for r := range rounds {
		fmt.Fprintf(&text, "Round %03d began on 2020-01-%02d. ", r+1, r%28+1)
		for d := range delegations {
			fmt.Fprintf(&text, "Head %02d led team %02d at %03d. ", d+1, d+1, r+1)
		}
		fmt.Fprintf(&text, "It spoke of %03d. ", r+1)
	}
	s := tell(t, "Rounds", "Agency", "en", "2020-02-01", text.String())
	for r := range rounds {
		name := fmt.Sprintf("talks-%d", r+1)
		round := graph.MakeID("round", name)
		quote := fmt.Sprintf("Round %03d began on 2020-01-%02d", r+1, r%28+1)
		s.says(quote, round, graph.PredProcess, graph.ID("process:talks")).
			says(quote, round, graph.PredNumber, r+1).
			says(quote, round, graph.PredStart, edtf.Of(2020, 1, r%28+1))
		for d := range delegations {
			quote := fmt.Sprintf("Head %02d led team %02d at %03d", d+1, d+1, r+1)
			delegation := graph.MakeID("delegation", fmt.Sprintf("%s/team-%d", name, d+1))
			s.says(quote, round, graph.PredDelegation, delegation).
				says(quote, delegation, graph.PredHead, graph.MakeID("person", fmt.Sprintf("head-%d-%d", r+1, d+1)))
		}
		quote = fmt.Sprintf("It spoke of %03d", r+1)
		statement := graph.MakeID("statement", fmt.Sprint("s", r+1))
		s.says(quote, round, graph.PredStatement, statement).
			says(quote, statement, graph.PredSpeaker, graph.ID("party:team-1")).
			says(quote, statement, graph.PredText, in("en", quote))
	}
	return s
}

func TestPagesCoverTheList(t *testing.T) {
	a := serve(t, open(t, manyRounds(t, 25, 1)), nil)
	type connection struct {
		TotalCount int
		Nodes      []struct{ ID string }
		Edges      []struct{ Cursor string }
		PageInfo   struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
	}
	lists := map[string]string{
		"store":    `list: rounds(orderBy: NUMBER, %s)`,
		"timeline": `list: timeline(filter: {kinds: [START]}, %s)`,
	}
	for name, field := range lists {
		t.Run(name, func(t *testing.T) {
			page := func(args string) connection {
				t.Helper()
				var got struct{ List connection }
				a.read(&got, "{"+fmt.Sprintf(field, args)+"{ totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }", nil)
				if len(got.List.Nodes) != len(got.List.Edges) || got.List.TotalCount != 25 {
					t.Fatalf("got %+v", got)
				}
				return got.List
			}
			ids := func(c connection) (ids []string) {
				for _, n := range c.Nodes {
					ids = append(ids, n.ID)
				}
				return ids
			}
			all := ids(page("first: 100"))
			var forward, backward []string
			for c := page("first: 10"); ; c = page(fmt.Sprintf("first: 10, after: %q", *c.PageInfo.EndCursor)) {
				forward = append(forward, ids(c)...)
				if !c.PageInfo.HasNextPage {
					break
				}
			}
			for c := page("last: 10"); ; c = page(fmt.Sprintf("last: 10, before: %q", *c.PageInfo.StartCursor)) {
				backward = append(ids(c), backward...)
				if !c.PageInfo.HasPreviousPage {
					break
				}
			}
			if !slices.Equal(all, forward) || !slices.Equal(all, backward) || len(all) != 25 {
				t.Errorf("got %v forward and %v backward, want %v", forward, backward, all)
			}
			if none := page("first: 0"); len(none.Nodes) != 0 || !none.PageInfo.HasNextPage || none.PageInfo.EndCursor != nil {
				t.Errorf("first: 0: got %+v, want an empty page", none)
			}
		})
	}
}

func TestPagesThatCannotBeHad(t *testing.T) {
	store := open(t, manyRounds(t, 3, 1))
	a := serve(t, store, nil)
	for _, args := range []string{
		"first: 1, last: 1", "first: -1", "last: -1", "first: 1001", "first: 1000000000",
		`after: "no cursor"`, `before: "YQ"`,
	} {
		for _, field := range []string{"rounds(%s)", "timeline(%s)", `search(text: "round", %s)`, "articles(%s)"} {
			before := store.Reads()
			a.refuses("{"+fmt.Sprintf(field, args)+"{ totalCount } }", CodeBadInput)
			if reads := store.Reads() - before; reads != 0 {
				t.Errorf("%s: %s: %d reads before the error", field, args, reads)
			}
		}
	}
}

// Twice the rounds, with four times the delegations, are read by about as many
// passes: the reads follow the depth of the query.
func TestReadsDoNotGrowWithTheAnswer(t *testing.T) {
	const query = `{ rounds(first: 200) { nodes {
		name start { claims { evidence { quote article { title } } } }
		delegations { party { name } head { person { name } title claims { support evidence { quote spans { startUtf16 } article { source } } } } claims { id } round { number } }
		agenda { topic { name } } meetings { date { edtf } } outcomes { kind } guarantors { id } conflicts { id }
		statements { nodes { text speaker { ... on Party { name } } claims { evidence { quote } } } }
	} } }`
	reads := func(rounds, delegations int) int64 {
		store := open(t, manyRounds(t, rounds, delegations))
		a := serve(t, store, nil)
		before := store.Reads()
		got := a.ask(query, nil)
		if len(got.Errors) > 0 {
			t.Fatal(got.Errors)
		}
		if n := strings.Count(string(got.Data), `"head":{`); n != rounds*delegations {
			t.Fatalf("got %d heads, want %d", n, rounds*delegations)
		}
		return store.Reads() - before
	}
	few, many := reads(5, 2), reads(60, 10)
	t.Logf("%d reads for 5 rounds of 2 delegations, %d for 60 rounds of 10", few, many)
	// A batch may be cut in two when the machine is busy. 600 delegations
	// would show by 600 reads and more.
	if many > 3*few+30 {
		t.Errorf("got %d reads for 60 rounds of 10 delegations, %d for 5 of 2: they grow with the answer", many, few)
	}
}

// A page of claims takes as many reads, over as many rows, in a large graph as
// in a small one: its total is kept.
func TestReadsOfClaimPages(t *testing.T) {
	type cost struct{ reads, rows int64 }
	for _, args := range []string{"", "filter: {statuses: [EXTRACTED]}, ", "filter: {needsReview: false}, orderBy: REPORTED_DESC, "} {
		costs := func(rounds, delegations int) (first, next cost) {
			store := open(t, manyRounds(t, rounds, delegations))
			a := serve(t, store, nil)
			page := func(after string) (cursor string, _ cost) {
				t.Helper()
				reads, rows := store.Reads(), store.Rows()
				var got struct {
					Claims struct {
						TotalCount int
						Edges      []struct{ Cursor string }
						PageInfo   struct{ EndCursor string }
					}
				}
				a.read(&got, "{ claims("+args+"first: 20"+after+") { totalCount edges { cursor } pageInfo { endCursor } } }", nil)
				if want := rounds * (6 + 2*delegations); len(got.Claims.Edges) != 20 || got.Claims.TotalCount != want {
					t.Fatalf("got %d of %d claims, want 20 of %d", len(got.Claims.Edges), got.Claims.TotalCount, want)
				}
				return got.Claims.PageInfo.EndCursor, cost{store.Reads() - reads, store.Rows() - rows}
			}
			cursor, first := page("")
			_, next = page(fmt.Sprintf(", after: %q", cursor))
			return first, next
		}
		fewFirst, few := costs(4, 2)
		manyFirst, many := costs(60, 10)
		t.Logf("claims(%sfirst: 20): 4 rounds %+v, then %+v; 60 rounds %+v, then %+v", args, fewFirst, few, manyFirst, many)
		if few != many || many.rows != 20 || fewFirst.reads != manyFirst.reads {
			t.Errorf("%s: got %+v and then %+v for 60 rounds, %+v and then %+v for 4: they grow with the graph", args, manyFirst, many, fewFirst, few)
		}
	}
}
