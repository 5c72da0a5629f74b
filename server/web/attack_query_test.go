package web

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// queryAttacks are GraphQL that asks for too much.
var queryAttacks = []attack{
	{number: "1", name: "a query 60 levels deep through a cycle of types", run: func(t *testing.T, s site) string {
		return s.refused(t, deep(60), "fields within fields")
	}},
	{number: "2", name: "100,000 braces, nested list literals", run: func(t *testing.T, s site) string {
		s.refused(t, "{ nodes(ids: "+strings.Repeat("[", 100_000)+") { id } }", "exceeded")
		return s.refused(t, strings.Repeat("{", 100_000), "expected name")
	}},
	{number: "3", name: "20,000 aliases", run: func(t *testing.T, s site) string {
		s.refused(t, aliases(101), "more than 50 fields at the root")
		s.refused(t, "{ rounds { nodes { "+aliasNames(101)+" } } }", "more than 100 aliases")
		return s.refused(t, "{"+strings.Repeat(" a:id", 20_000)+"}", "exceeded token limit")
	}},
	{number: "4", name: "100,000 unknown directives; as many as may be parsed", run: func(t *testing.T, s site) string {
		s.refused(t, "{ __typename"+strings.Repeat(" @a", 900)+"}", "unknown directive")
		s.refused(t, "{ __typename"+strings.Repeat(" @skip(if: false)", 200)+"}", "@skip")
		if got := s.ask("{ __typename" + strings.Repeat(" @a", 100_000) + "}"); len(got.body) > 1000 {
			t.Errorf("the refusal has %d bytes", len(got.body))
		}
		return s.refused(t, "{ __typename"+strings.Repeat(" @a", 100_000)+"}", "bytes, more than")
	}},
	{number: "5", name: "200,000 repeated fields; just under the limit", keeps: 2 << 20, run: func(t *testing.T, s site) string {
		s.refused(t, "{ rounds { nodes {"+strings.Repeat(" id", 30_000)+"} } }", "exceeded token limit")
		end := s.refused(t, "{ rounds { nodes {"+strings.Repeat(" id", 200_000)+"} } }", "bytes, more than")
		took := timed(t, func() {
			s.ask("{ rounds { nodes {"+strings.Repeat(" id", 1900)+" } } }").isData(t, `{"rounds":{"nodes":[{"id":"round:astana-14"},{"id":"round:evil-1"}]}}`)
		})
		return end + "; answered " + took
	}},
	{number: "6", name: "a cycle of fragments", run: func(t *testing.T, s site) string {
		s.refused(t, "{ ...a } fragment a on Query { ...a }", "fragment")
		return s.refused(t, "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "cannot spread fragment")
	}},
	{number: "7", name: "30 fragments that double each other", run: func(t *testing.T, s site) string {
		s.ask(doubling(5)) // five are fine, see TestQueriesThatAreFine
		return s.refused(t, doubling(30), "fields")
	}},
	{number: "8", name: "3,000 overlapping fragments; as many as may be parsed", run: func(t *testing.T, s site) string {
		s.refused(t, overlapping(90), "more than 50 fields at the root")
		s.refused(t, overlapping(1_200), "exceeded token limit")
		return s.refused(t, overlapping(3_000), "bytes, more than")
	}},
	{number: "9", name: "nested introspection; GraphiQL's own", run: func(t *testing.T, s site) string {
		if got := s.ask(introspection); got.status != http.StatusOK || strings.Contains(got.body, `"errors"`) {
			t.Errorf("GraphiQL's introspection: got %d %.300s", got.status, got.body)
		}
		s.refused(t, "{ __schema { types {"+strings.Repeat(" fields { type {", 8)+" name "+strings.Repeat("} }", 8)+"} } }", "introspection")
		return s.refused(t, "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "introspection") + "; passes"
	}},
	{number: "17b", name: "names of the schema guessed, suggestions and introspection off", options: Options{NoSuggestions: true, NoIntrospection: true},
		run: func(t *testing.T, s site) string {
			for _, query := range []string{
				"{ round(id: \"a\") { nam } }", "{ roun { id } }", "{ rounds(filtr: {}) { totalCount } }", "{ rounds(filter: {proces: 1}) { totalCount } }",
				"{ rounds(orderBy: STAR) { totalCount } }", "{ ... on Roun { id } }", "query($a: RoundFilte) { rounds(filter: $a) { totalCount } }",
			} {
				got := s.ask(query)
				if got.code(t); strings.Contains(strings.ToLower(got.body), "did you mean") {
					t.Errorf("%s: got %s", query, got.body)
				}
			}
			s.refused(t, `{ __type(name: "Round") { name } }`, "queries for its schema")
			s.refused(t, `{ ...a } fragment a on Query { b: __schema { types { name } } }`, "queries for its schema")
			s.ask("{ __typename }").isData(t, `{"__typename":"Query"}`)
			return s.refused(t, introspection, "queries for its schema")
		}},
	{number: "18", name: "300 queries of 200 kB, 300 of 90 kB, 40 of 1,900 tokens", keeps: int64(DefaultLimits().Cache), run: func(t *testing.T, s site) string {
		for i := range 300 {
			s.refused(t, fmt.Sprintf("{ rounds { totalCount } } # %d ", i)+strings.Repeat("x", 200_000), "bytes, more than")
			s.ask(fmt.Sprintf("{ rounds { totalCount } } # %d ", i)+strings.Repeat("x", 90_000)).isData(t, `{"rounds":{"totalCount":2}}`)
		}
		for i := range 40 {
			s.ask(fmt.Sprintf(`{ nodes(ids: [%s]) { id } } # %d`, strings.Repeat(`"a:b"`, 900), i))
		}
		return "refused, answered; what is kept is bounded"
	}},
	{number: "19", name: "first: -1, 10⁹, 10²⁰; first and last", run: func(t *testing.T, s site) string {
		for _, args := range []string{"first: -1", "last: -1", "first: 1000000000", "last: 1000000000", "first: 100000000000000000000", "first: 1, last: 1"} {
			for _, field := range []string{"rounds", "timeline", "claims", "articles", "parties"} {
				reads := s.store.Reads()
				got := s.ask(fmt.Sprintf("{ %s(%s) { nodes { __typename } } }", field, args))
				if !strings.Contains(got.body, `"errors"`) || strings.Contains(got.body, `"nodes"`) {
					t.Errorf("%s(%s): got %s, want an error", field, args, got.body)
				}
				if n := s.store.Reads() - reads; n != 0 {
					t.Errorf("%s(%s): %d reads before the error", field, args, n)
				}
			}
		}
		return s.refused(t, "{ processes(first: 1000) { nodes { rounds(first: 1000) { nodes { articles(first: 1000) { nodes { id } } } } } } }", "ask for smaller pages") + ", no read"
	}},
}

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

func aliases(n int) string { return "{" + aliasNames(n) + " }" }

func aliasNames(n int) string {
	var q strings.Builder
	for i := range n {
		fmt.Fprintf(&q, " a%d: __typename", i)
	}
	return q.String()
}
