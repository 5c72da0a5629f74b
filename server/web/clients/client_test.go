package clients

import (
	"context"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/Khan/genqlient/graphql"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/server/web"
)

//go:generate go tool genqlient

// serve serves a graph of numbered rounds.
func serve(t *testing.T, rounds int) graphql.Client {
	t.Helper()
	store, err := graph.Open(t.TempDir(), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	a := graph.Article{Title: "Rounds", Language: "en", Published: edtf.MustParse("2020-02-01"), Text: "All rounds were held."}
	a.ID = graph.ArticleID(a)
	reading := graph.Reading{Article: a, Extractor: "test"}
	says := func(subject graph.ID, p graph.Predicate, object graph.Object) {
		reading.Claims = append(reading.Claims, graph.Supported{
			Claim: graph.Claim{Subject: subject, Predicate: p, Object: object},
			Evidence: []graph.Evidence{{Article: a.ID, Rule: "test", Modality: graph.Happened, Confidence: 1,
				Spans: []graph.Span{{Start: 0, End: len(a.Text), Quote: a.Text}}}},
		})
	}
	for i := range rounds {
		id := graph.MakeID("round", fmt.Sprintf("talks-%d", i+1))
		says(id, graph.PredProcess, graph.Object{Entity: "process:talks"})
		says(id, graph.PredNumber, graph.Object{Number: i + 1})
		says(id, graph.PredStart, graph.Object{Date: edtf.Of(2020, 1, i%28+1)})
	}
	slices.SortFunc(reading.Claims, func(a, b graph.Supported) int { return strings.Compare(string(a.Claim.ID()), string(b.Claim.ID())) })
	if _, err := store.Put(t.Context(), reading); err != nil {
		t.Fatal(err)
	}
	h, err := web.New(store, nil, web.Options{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return graphql.NewClient(server.URL+"/graphql", server.Client())
}

// A client that genqlient makes of the schema and its operations pages through
// the rounds, and finds each again by its id.
func TestAGoClientPages(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	const rounds = 23
	client := serve(t, rounds)
	var ids []string
	numbers := map[string]int{}
	for after := (*string)(nil); ; {
		page, err := Rounds(ctx, client, 5, after)
		if err != nil {
			t.Fatal(err)
		}
		if page.Rounds.TotalCount != rounds {
			t.Fatalf("got %d rounds in all, want %d", page.Rounds.TotalCount, rounds)
		}
		for _, r := range page.Rounds.Nodes {
			if r.Number == nil || r.Start == nil || r.Start.Edtf == "" || r.Name == "" {
				t.Fatalf("got the round %+v, want its number, its name and its start", r)
			}
			ids = append(ids, r.Id)
			numbers[r.Id] = *r.Number
		}
		if after = page.Rounds.PageInfo.EndCursor; !page.Rounds.PageInfo.HasNextPage {
			break
		}
	}
	if len(ids) != rounds || len(numbers) != rounds || !slices.IsSorted(ids) {
		t.Fatalf("got the rounds %v, want each of %d once and in order", ids, rounds)
	}
	again, err := Things(ctx, client, append(ids, "round:none"))
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range again.Nodes {
		if i == rounds {
			if n != nil {
				t.Errorf("got %+v for an unknown id, want nothing", *n)
			}
			continue
		}
		round, ok := (*n).(*ThingsNodesRound)
		if !ok || round.Id != ids[i] || *round.Number != numbers[ids[i]] {
			t.Errorf("got %+v, want the round %s", *n, ids[i])
		}
	}
}

// What the server refuses comes as an error with its message.
func TestAGoClientIsTold(t *testing.T) {
	_, err := Rounds(t.Context(), serve(t, 1), 1_000_000, nil)
	if err == nil || !strings.Contains(err.Error(), "one page may hold") {
		t.Errorf("got %v, want the refusal", err)
	}
}
