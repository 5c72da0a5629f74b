package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

const (
	doNotEcho  = "do-not-echo"
	totalQuery = `"query": "{ rounds { totalCount } }"`
)

// noRequests are bodies that are no request.
var noRequests = map[string]string{
	"nothing":              "",
	"no JSON":              doNotEcho,
	"cut off":              `{"query": "` + doNotEcho,
	"null":                 "null",
	"a string":             `"` + doNotEcho + `"`,
	"a batch":              `[{` + totalQuery + `}, {` + totalQuery + `}]`,
	"a number":             "1",
	"something after":      `{` + totalQuery + `} ` + doNotEcho,
	"another object after": `{` + totalQuery + `}{` + totalQuery + `}`,
	"no query":             `{"variables": {}}`,
	"an empty query":       `{"query": " "}`,
	"a query of numbers":   `{"query": 1}`,
	"a name":               `{` + totalQuery + `, "operationName": {}}`,
	"variables of numbers": `{` + totalQuery + `, "variables": 1}`,
	"variables in a list":  `{` + totalQuery + `, "variables": []}`,
	"extensions":           `{` + totalQuery + `, "extensions": "` + doNotEcho + `"}`,
	"a name twice":         `{` + totalQuery + `, ` + totalQuery + `}`,
	"a name in two cases":  `{` + totalQuery + `, "Query": "` + doNotEcho + `"}`,
	"a variable twice":     `{` + totalQuery + `, "variables": {"a": 1, "a": 2}}`,
	"no UTF-8":             "{\"query\": \"{ rounds { totalCount } } # \xff\xfe\"}",
	"deep":                 `{` + totalQuery + `, "variables": {"a": ` + strings.Repeat("[", 50_000) + strings.Repeat("]", 50_000) + `}}`,
}

func TestBodiesThatAreRequests(t *testing.T) {
	s := serve(t, Options{})
	for name, body := range map[string]string{
		"null variables": `{"query": "{ rounds { totalCount } }", "variables": null, "operationName": null, "extensions": null}`,
		"more names":     `{"query": "{ rounds { totalCount } }", "id": 1, "x": [{"a": 1}, {"a": 2}]}`,
		"space after":    "{\"query\": \"{ rounds { totalCount } }\"}\n\n ",
		"a variable":     `{"query": "query($n: Int, $f: RoundFilter) { rounds(first: $n, filter: $f) { totalCount } }", "variables": {"n": 1, "f": {"process": null}}}`,
		"an operation":   `{"query": "query A { rounds { totalCount } } query B { parties { totalCount } }", "operationName": "A"}`,
	} {
		t.Run(name, func(t *testing.T) {
			s.do(http.MethodPost, "/graphql", body).isData(t, `{"rounds":{"totalCount":2}}`)
		})
	}
}

func TestGET(t *testing.T) {
	s := serve(t, Options{})
	get := func(values url.Values) reply { return s.do(http.MethodGet, "/graphql?"+values.Encode(), "") }
	get(url.Values{"query": {"query($n: Int) { rounds(first: $n) { totalCount } }"}, "variables": {`{"n": 1}`}}).isData(t, `{"rounds":{"totalCount":2}}`)
	for name, values := range map[string]url.Values{
		"no query":     {},
		"two queries":  {"query": {"{ rounds { totalCount } }", "{ parties { totalCount } }"}},
		"no variables": {"query": {"{ rounds { totalCount } }"}, "variables": {"1"}},
		"no JSON":      {"query": {"{ rounds { totalCount } }"}, "variables": {"{"}},
		"no UTF-8":     {"query": {"{ rounds { totalCount } } # \xff"}},
	} {
		if got := get(values); got.status != http.StatusBadRequest || got.code(t) != codeRequest {
			t.Errorf("%s: got %d %s, want 400", name, got.status, got.body)
		}
	}
}

const loadMutation = `mutation { loadArticle(input: {text: "harbour-1"}) { existing } }`

// mutationInURL is loadMutation as a query string has it.
var mutationInURL = url.QueryEscape(loadMutation)

// changesElsewise tries a mutation by every way but the one.
func (s site) changesElsewise(t *testing.T) {
	t.Helper()
	form := "query=" + mutationInURL
	multipart := "--b\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n" + fmt.Sprintf(`{"query": %q}`, loadMutation) +
		"\r\n--b\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{}\r\n--b--\r\n"
	json := fmt.Sprintf(`{"query": %q}`, loadMutation)
	for name, c := range map[string]struct {
		got  reply
		want int
	}{
		"GET":       {s.do(http.MethodGet, "/graphql?"+form, ""), http.StatusMethodNotAllowed},
		"PUT":       {s.do(http.MethodPut, "/graphql", json, "Content-Type", "application/json"), http.StatusMethodNotAllowed},
		"text":      {s.do(http.MethodPost, "/graphql", json, "Content-Type", "text/plain"), http.StatusUnsupportedMediaType},
		"no type":   {s.do(http.MethodPost, "/graphql", json, "Content-Type", ""), http.StatusUnsupportedMediaType},
		"form":      {s.do(http.MethodPost, "/graphql", form, "Content-Type", "application/x-www-form-urlencoded"), http.StatusUnsupportedMediaType},
		"multipart": {s.do(http.MethodPost, "/graphql", multipart, "Content-Type", "multipart/form-data; boundary=b"), http.StatusUnsupportedMediaType},
		"graphql":   {s.do(http.MethodPost, "/graphql", loadMutation, "Content-Type", "application/graphql"), http.StatusUnsupportedMediaType},
		"UTF-16":    {s.do(http.MethodPost, "/graphql", json, "Content-Type", "application/json; charset=utf-16"), http.StatusUnsupportedMediaType},
	} {
		if c.got.code(t); c.got.status != c.want {
			t.Errorf("%s: got %d %s, want %d", name, c.got.status, c.got.body, c.want)
		}
	}
	if allow := s.do(http.MethodGet, "/graphql?"+form, "").header.Get("Allow"); allow != http.MethodPost {
		t.Errorf("got Allow: %q, want POST", allow)
	}
}

func TestChangesComeByPOSTAndJSON(t *testing.T) {
	s := serve(t, Options{})
	s.ask(loadMutation).isData(t, `{"loadArticle":{"existing":false}}`)
	if n := s.rounds(); n != 3 {
		t.Errorf("got %d rounds, want the loaded one too", n)
	}
}

func TestStatusAndMediaType(t *testing.T) {
	s := serve(t, Options{})
	cases := []struct {
		name, query, accept, media string
		status                     int
	}{
		{"an answer", "{ rounds { totalCount } }", "", mediaJSON, 200},
		{"an answer, new type", "{ rounds { totalCount } }", mediaGraphQL, mediaGraphQL, 200},
		{"both", "{ rounds { totalCount } }", mediaGraphQL + ", application/json;q=0.9", mediaGraphQL, 200},
		{"the older preferred", "{ rounds { totalCount } }", mediaGraphQL + ";q=0.1, application/json", mediaJSON, 200},
		{"anything", "{ rounds { totalCount } }", "*/*", mediaJSON, 200},
		{"a syntax error", "{", mediaJSON, mediaJSON, 200},
		{"a syntax error, new type", "{", mediaGraphQL, mediaGraphQL, 400},
		{"no such field", "{ none }", mediaJSON, mediaJSON, 200},
		{"no such field, new type", "{ none }", mediaGraphQL, mediaGraphQL, 400},
		{"too deep, new type", deep(60), mediaGraphQL, mediaGraphQL, 400},
		{"no query", " ", mediaJSON, mediaJSON, 400},
		{"a subscription", "subscription { articleLoaded { existing } }", mediaGraphQL, mediaGraphQL, 400},
	}
	for _, c := range cases {
		got := s.ask(c.query, "Accept", c.accept)
		if media := got.header.Get("Content-Type"); got.status != c.status || media != c.media+"; charset=utf-8" {
			t.Errorf("%s: got %d %s %.200s, want %d %s", c.name, got.status, media, got.body, c.status, c.media)
		}
		if strings.Contains(got.body, `"data":null`) {
			t.Errorf("%s: got null data: %s", c.name, got.body)
		}
	}
}

// What there is not is told to a browser by a page, and to others in a line.
func TestNothingThere(t *testing.T) {
	s := serve(t, Options{})
	for _, c := range []struct {
		name, method, path, accept, want string
		status                           int
	}{
		{"a browser", http.MethodGet, "/nothing", "text/html,*/*;q=0.8", "There is no page at this address.", http.StatusNotFound},
		{"another program", http.MethodGet, "/nothing", "*/*", "404 page not found", http.StatusNotFound},
		{"a browser that posts", http.MethodPost, "/rounds", "text/html", "Method Not Allowed", http.StatusMethodNotAllowed},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := s.do(c.method, c.path, "", "Accept", c.accept); got.status != c.status || !strings.Contains(got.body, c.want) {
				t.Errorf("got %d %.300s, want %d and %q", got.status, got.body, c.status, c.want)
			}
		})
	}
}
