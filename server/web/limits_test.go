package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// What people do ask for passes.
func TestQueriesThatAreFine(t *testing.T) {
	s := serve(t, Options{})
	for _, file := range glob(t, "graphiql/library/*/*.graphql") {
		query := string(readFile(t, file))
		if strings.Contains(query, "subscription") {
			continue
		}
		var variables map[string]any
		if name := strings.TrimSuffix(file, ".graphql") + ".json"; slices.Contains(glob(t, "graphiql/library/*/*.json"), name) {
			readJSON(t, name, &variables)
		}
		data, err := json.Marshal(map[string]any{"query": query, "variables": variables})
		if err != nil {
			t.Fatal(err)
		}
		got := s.do(http.MethodPost, "/graphql", string(data))
		if got.status != http.StatusOK || strings.Contains(got.body, `"errors"`) {
			t.Errorf("%s: got %d %.300s", file, got.status, got.body)
		}
	}
	got := s.ask(introspection)
	if got.status != http.StatusOK || strings.Contains(got.body, `"errors"`) || !strings.Contains(got.body, `"TimelineEvent"`) {
		t.Errorf("GraphiQL's introspection: got %d %.300s", got.status, got.body)
	}
	if got := s.ask(doubling(5)); got.status != http.StatusOK || strings.Contains(got.body, `"errors"`) {
		t.Errorf("five doubling fragments: got %d %.300s", got.status, got.body)
	}
}

// introspection is what GraphiQL asks for when it starts.
const introspection = `query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name }
	types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
fragment FullType on __Type { kind name description specifiedByURL
	fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
	inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
	enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
	ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }`

func TestLimitsCanBeSet(t *testing.T) {
	cases := []struct {
		limits Limits
		query  string
		code   string
	}{
		{Limits{Depth: 2}, "{ rounds { nodes { id } } }", codeLimit},
		{Limits{Selections: 2}, "{ rounds { nodes { id } } }", codeLimit},
		{Limits{Cost: 50}, "{ rounds { nodes { id } } }", codeLimit},
		{Limits{RootFields: 1}, "{ rounds { totalCount } parties { totalCount } }", codeLimit},
		{Limits{Aliases: 1}, "{ a: rounds { b: totalCount } }", codeLimit},
		{Limits{Directives: 1}, "{ rounds @include(if: true) { totalCount @include(if: true) } }", codeLimit},
		{Limits{Tokens: 3}, "{ rounds { totalCount } }", "GRAPHQL_PARSE_FAILED"},
		{Limits{Query: 10}, "{ rounds { totalCount } }", codeLimit},
		{Limits{Body: 20}, "{ rounds { totalCount } }", codeLimit},
	}
	for _, c := range cases {
		if got := serve(t, Options{Limits: c.limits}).ask(c.query).code(t); got != c.code {
			t.Errorf("%+v: got %s, want %s", c.limits, got, c.code)
		}
	}
	s := serve(t, Options{Limits: Limits{MaxPage: 3, PageSize: 1}})
	for query, want := range map[string]string{
		`{ claims(first: 4) { totalCount } }`:           "3 that one page may hold",
		`{ timeline(last: 2147483647) { totalCount } }`: "3 that one page may hold",
		`{ rounds { nodes { __typename } } }`:           `{"data":{"rounds":{"nodes":[{"__typename":"Round"}]}}}`,
		`{ timeline { nodes { __typename } } }`:         `{"data":{"timeline":{"nodes":[{"__typename":"TimelineEvent"}]}}}`,
	} {
		if got := s.ask(query); !strings.Contains(got.body, want) {
			t.Errorf("%s: got %s, want %q", query, got.body, want)
		}
	}
}

func TestErrorsAreFew(t *testing.T) {
	s := serve(t, Options{})
	var q strings.Builder
	for i := range 400 {
		fmt.Fprintf(&q, " n%d", i)
	}
	var got struct{ Errors []struct{ Message string } }
	if err := json.Unmarshal([]byte(s.ask("{"+q.String()+"}").body), &got); err != nil {
		t.Fatal(err)
	}
	if n := len(got.Errors); n != 21 || got.Errors[20].Message != "and 380 more errors" {
		t.Errorf("got %d errors, the last %+v, want 20 and how many more there are", n, got.Errors[n-1])
	}
}

func TestTimeIsBounded(t *testing.T) {
	got := serve(t, Options{Limits: Limits{Timeout: 1}}).ask(`{ rounds { totalCount } }`)
	if !strings.Contains(got.body, `"TIMEOUT"`) {
		t.Errorf("got %d %s, want the code TIMEOUT", got.status, got.body)
	}
}

func TestOfDocumentsOnlySomeAreKept(t *testing.T) {
	d := newCache(1000, func(text string, _ *ast.QueryDocument) int { return len(text) })
	for i := range 300 {
		d.Add(t.Context(), strconv.Itoa(i)+strings.Repeat("x", 90), nil)
	}
	if d.bytes > 1000 || len(d.byKey) > 11 || d.recent.Len() != len(d.byKey) {
		t.Errorf("got %d bytes of %d documents, want 1000 at most", d.bytes, len(d.byKey))
	}
	if _, ok := d.Get(t.Context(), "299"+strings.Repeat("x", 90)); !ok {
		t.Error("the last one is gone")
	}
	d.Add(t.Context(), strings.Repeat("y", 200), nil)
	if _, ok := d.Get(t.Context(), strings.Repeat("y", 200)); ok {
		t.Error("one that takes too much room was kept")
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
