package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// doubling is n fragments of which each uses the next twice.
func doubling(n int) string {
	var q strings.Builder
	q.WriteString("{ ...f0 }")
	for i := range n {
		fmt.Fprintf(&q, " fragment f%d on Query { ...f%d ...f%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&q, " fragment f%d on Query { __typename }", n)
	return q.String()
}

// deep is a query of n levels through a cycle of types.
func deep(n int) string {
	return `{ round(id: "astana-14") ` + strings.Repeat("{ process { rounds { nodes ", n/3) + "{ id }" + strings.Repeat(" } } }", n/3) + "}"
}

// overlapping is n fragments that select the same field over and over.
func overlapping(n int) string {
	var q strings.Builder
	q.WriteString("{")
	for i := range n {
		fmt.Fprintf(&q, " ...f%d", i)
	}
	q.WriteString(" }")
	for i := range n {
		fmt.Fprintf(&q, " fragment f%d on Query { rounds { nodes { process { id } } } }", i)
	}
	return q.String()
}

func TestQueriesThatAskForTooMuch(t *testing.T) {
	repeat := strings.Repeat
	cases := []struct {
		name, query string
		says        string // of the refusal
	}{
		{"deep", deep(60), "fields within fields"},
		{"braces", "{ a" + repeat("{ a", 50_000), "exceeded"},
		{"nested lists", `{ nodes(ids: ` + repeat("[", 90_000) + `) { id } }`, "exceeded"},
		{"aliases", "{" + repeat(" a: __typename", 7_000) + "}", "exceeded token limit"},
		{"fewer aliases", aliases(101), "more than 50 fields at the root"},
		{"aliases below", `{ rounds { nodes { ` + aliasNames(101) + ` } } }`, "more than 100 aliases"},
		{"directives", "{ __typename" + repeat(" @a", 30_000) + "}", "exceeded token limit"},
		{"directives that there are", "{ __typename" + repeat(" @skip(if: false)", 200) + "}", "@skip"},
		{"fields", "{" + repeat(" __typename", 9_000) + "}", "exceeded token limit"},
		{"a cycle of fragments", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "fragment"},
		{"doubling fragments", doubling(30), "fields"},
		{"overlapping fragments", overlapping(1_200), "exceeded token limit"},
		{"introspection of introspection", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "introspection"},
		{"pages of pages", `{ processes(first: 1000) { nodes { rounds(first: 1000) { nodes { articles(first: 1000) { nodes { id } } } } } } }`, "ask for smaller pages"},
		{"a long text", `{ rounds { totalCount } } # ` + repeat("x", 200_000), "bytes, more than"},
		{"a long string", `{ search(text: "` + repeat("x", 90_000) + `") { totalCount } }`, ""},
	}
	s := serve(t, Options{})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			before := s.store.Reads()
			got := s.ask(c.query)
			if len(got.body) > 20_000 {
				t.Errorf("got an answer of %d bytes", len(got.body))
			}
			if c.says == "" {
				return // it need only be answered
			}
			got.code(t)
			if !strings.Contains(strings.ToLower(got.body), c.says) {
				t.Errorf("got %.300s, want a refusal that says %q", got.body, c.says)
			}
			if reads := s.store.Reads() - before; reads != 0 {
				t.Errorf("%d reads for a query that is refused", reads)
			}
		})
	}
}

func aliases(n int) string {
	var q strings.Builder
	q.WriteString("{")
	for i := range n {
		fmt.Fprintf(&q, " a%d: __typename", i)
	}
	return q.String() + " }"
}

func aliasNames(n int) string {
	var q strings.Builder
	for i := range n {
		fmt.Fprintf(&q, " a%d: id", i)
	}
	return q.String()
}

// What people do ask for passes.
func TestQueriesThatAreFine(t *testing.T) {
	s := serve(t, Options{})
	for _, file := range glob(t, "graphiql/examples/*.graphql") {
		query := string(readFile(t, file))
		if strings.Contains(query, "subscription") {
			continue
		}
		var variables map[string]any
		if name := strings.TrimSuffix(file, ".graphql") + ".json"; slices.Contains(glob(t, "graphiql/examples/*.json"), name) {
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

func TestLargeBodiesAreNotRead(t *testing.T) {
	s := serve(t, Options{})
	body := `{"query": "` + strings.Repeat("x", 50<<20) + `"}`
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := s.do(http.MethodPost, "/graphql", body)
	runtime.ReadMemStats(&after)
	if got.status != http.StatusRequestEntityTooLarge || got.code(t) != codeLimit {
		t.Errorf("got %d %.200s, want 413", got.status, got.body)
	}
	if grown := int64(after.TotalAlloc - before.TotalAlloc); grown > 16<<20 {
		t.Errorf("%d bytes were allocated for a body that was refused", grown)
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

func TestPanicsSayNothing(t *testing.T) {
	got := serve(t, Options{}).ask(`mutation { loadArticle(input: {text: "panic"}) { existing } }`)
	if got.status != http.StatusOK || !strings.Contains(got.body, `"INTERNAL"`) || strings.Contains(got.body, "secret") || strings.Contains(got.body, ".go") {
		t.Errorf("got %d %s, want an internal error that says nothing", got.status, got.body)
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
