package resolvers

import (
	"context"
	"errors"
	"strings"
	"testing"

	"peacetalks/graph"
)

func TestArgumentsThatCannotBe(t *testing.T) {
	a := serve(t, open(t, arabic(t)), nil)
	for _, query := range []string{
		`{ round(id: "party:turkey") { id } }`,
		`{ round(process: "astana") { id } }`,
		`{ round(number: 14) { id } }`,
		`{ round(id: "astana-14", number: 14) { id } }`,
		`{ round { id } }`,
		`{ rounds(filter: {party: "person:sedat-onal"}) { totalCount } }`,
		`{ statements(filter: {speaker: "sedat-onal"}) { totalCount } }`,
		`{ round(id: "astana-14", asOf: "yesterday") { id } }`,
		`{ rounds(filter: {from: "2019-13-01"}) { totalCount } }`,
		`{ process(id: "astana") { name(language: "<script>") } }`,
		`{ process(id: "astana") { name(language: "xx") } }`,
		`{ parties(filter: {kind: UNKNOWN}) { totalCount } }`,
		`mutation { loadArticle(input: {text: "a", html: "b"}) { existing } }`,
		`mutation { loadArticle(input: {}) { existing } }`,
	} {
		if strings.HasPrefix(query, "mutation") {
			serve(t, open(t), loads(nil)).refuses(query, CodeBadInput)
			continue
		}
		a.refuses(query, CodeBadInput)
	}
	a.wants(`{ process(id: "none") { id } round(id: "none-1") { id } node(id: "round:none") { id } nodes(ids: ["party:turkey", "other:x", "claim:none", "astana"]) { id } }`,
		`{"process": null, "round": null, "node": null, "nodes": [{"id": "party:turkey"}, null, null, null]}`)
}

func TestNullRestrictsNothing(t *testing.T) {
	a := serve(t, open(t, arabic(t)), nil)
	a.wants(`{
		rounds(filter: {process: null, number: null, statuses: null, role: null, from: null, asOf: null}, orderBy: null, first: null, after: null) { totalCount }
		none: rounds(filter: null) { totalCount }
		claims(filter: {denied: null, subject: null, predicates: null}, first: 0) { totalCount }
		articles(filter: {source: null, language: null, url: null, about: null}) { totalCount }
		people(filter: {head: null}) { totalCount }
		parties(filter: {kind: null}) { totalCount }
		timeline(filter: {kinds: null, party: null}, first: 0) { pageInfo { hasNextPage } }
		search(text: "onal", kinds: null) { totalCount }
		process(id: "astana") { name(language: null) }
	}`, `{"rounds": {"totalCount": 1}, "none": {"totalCount": 1}, "claims": {"totalCount": 21}, "articles": {"totalCount": 1}, "people": {"totalCount": 1},
		"parties": {"totalCount": 3}, "timeline": {"pageInfo": {"hasNextPage": true}}, "search": {"totalCount": 0}, "process": {"name": "Astana"}}`)
}

// loads is a loader that answers by a function.
type loads func(context.Context, Article) (graph.PutResult, error)

func (f loads) LoadArticle(ctx context.Context, a Article) (graph.PutResult, error) { return f(ctx, a) }

func TestErrorsThatClientsAreTold(t *testing.T) {
	cases := []struct {
		name          string
		err           error
		code, message string
	}{
		{"the article's fault", &ArticleError{errors.New("it is empty")}, CodeArticle, "it is empty"},
		{"ours", errors.New("open /secret/path: no such file"), CodeInternal, "internal error; the server's log has it"},
		{"a graph for reading", graph.ErrReadOnly, CodeReadOnly, "the graph is open for reading only"},
		{"time", context.DeadlineExceeded, CodeTimeout, "the query takes too long; ask for less at a time"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := serve(t, open(t), loads(func(context.Context, Article) (graph.PutResult, error) { return graph.PutResult{}, c.err }))
			got := a.ask(`mutation { loadArticle(input: {text: "a"}) { existing } }`, nil)
			if len(got.Errors) != 1 || got.Errors[0].Extensions.Code != c.code || got.Errors[0].Message != c.message {
				t.Errorf("got %+v, want %s: %s", got.Errors, c.code, c.message)
			}
		})
	}
}

func TestPanicsAreInternalErrors(t *testing.T) {
	a := serve(t, open(t), loads(func(context.Context, Article) (graph.PutResult, error) { panic("secret") }))
	got := a.ask(`mutation { loadArticle(input: {text: "a"}) { existing } }`, nil)
	if len(got.Errors) != 1 || got.Errors[0].Extensions.Code != CodeInternal || strings.Contains(got.Errors[0].Message, "secret") {
		t.Errorf("got %+v, want one internal error that says nothing", got.Errors)
	}
}

func TestPanicsInBatchesAreInternalErrors(t *testing.T) {
	_, err := safely(t.Context(), nil, func(context.Context, []graph.ID) ([]int, error) { panic("secret") })
	if message, code := public(err); err == nil || message != "" || code != "" {
		t.Errorf("got %v, shown as %q, want an error of ours", err, message)
	}
}

func TestNoLoaderNoLoading(t *testing.T) {
	serve(t, open(t), nil).refuses(`mutation { loadArticle(input: {text: "a"}) { existing } }`, CodeReadOnly)
}
