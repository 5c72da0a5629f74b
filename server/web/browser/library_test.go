package browser

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// A saved query of GraphiQL's library, or for a kind of node.
type savedQuery struct {
	file, text string
	variables  json.RawMessage
}

func savedQueries(t *testing.T, pattern string) []savedQuery {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: found none (%v)", pattern, err)
	}
	var saved []savedQuery
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		variables, err := os.ReadFile(strings.TrimSuffix(file, ".graphql") + ".json")
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		saved = append(saved, savedQuery{file, string(text), variables})
	}
	return saved
}

// ask gives the data that a server answers, and fails where it answers errors.
func ask(t *testing.T, url, query string, variables any) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Data   map[string]any
		Errors json.RawMessage
	}
	if err := json.Unmarshal(text, &answer); err != nil || answer.Errors != nil {
		t.Fatalf("%v %.500s", err, text)
	}
	return answer.Data
}

// Each question of the library has an answer in the sample articles, within the
// limits that a server has unless told.
func TestLibraryAnswers(t *testing.T) {
	url := serve(t)
	for _, saved := range savedQueries(t, "../graphiql/library/*/*.graphql") {
		if strings.Contains(saved.text, "subscription Loaded") {
			continue // TestGraphiQLSubscription follows it.
		}
		for field, value := range ask(t, url, saved.text, saved.variables) {
			if !hasFacts(value) && !mayBeEmpty[field] {
				t.Errorf("%s: nothing in %s", saved.file, field)
			}
		}
	}
}

// mayBeEmpty is what a question asks for beside its answer.
var mayBeEmpty = map[string]bool{"decisions": true}

// hasFacts tells whether an answer has more than nulls, zeros and empty lists.
func hasFacts(value any) bool {
	switch v := value.(type) {
	case map[string]any:
		if count, ok := v["totalCount"].(float64); ok {
			return count > 0
		}
		for _, inner := range v {
			if hasFacts(inner) {
				return true
			}
		}
		return false
	case []any:
		return len(v) > 0
	case float64:
		return v != 0
	case string:
		return v != ""
	}
	return false
}

// The query for each kind of node finds one in the sample articles, and what
// it has beside its id.
func TestNodeQueriesAnswer(t *testing.T) {
	url := serve(t)
	ids := idsByKind(ask(t, url, `{
		rounds(first: 1) { nodes { id process { id } venue { id } agenda { id topic { id } } meetings { id } delegations { id party { id } head { person { id } } } } }
		articles(first: 1) { nodes { id } } claims(first: 1) { nodes { id } } statements(first: 1) { nodes { id } }
		outcomes(first: 1) { nodes { id } } conflicts(first: 1) { nodes { id } } timeline(first: 1) { nodes { id } }
	}`, nil))
	ids["decision"] = decide(t, url, ids["claim"])
	for _, saved := range savedQueries(t, "../graphiql/nodes/*.graphql") {
		kind := strings.TrimSuffix(path.Base(saved.file), ".graphql")
		node, _ := ask(t, url, saved.text, map[string]string{"id": ids[kind]})["node"].(map[string]any)
		if node["id"] != ids[kind] || len(node) < 4 {
			t.Errorf("%s of %q: got %v", kind, ids[kind], node)
		}
	}
}

// idsByKind finds one id of each kind in an answer.
func idsByKind(value any) map[string]string {
	ids := map[string]string{}
	var collect func(any)
	collect = func(value any) {
		switch v := value.(type) {
		case map[string]any:
			if id, ok := v["id"].(string); ok {
				kind, _, _ := strings.Cut(id, ":")
				ids[kind] = id
			}
			for _, inner := range v {
				collect(inner)
			}
		case []any:
			for _, inner := range v {
				collect(inner)
			}
		}
	}
	collect(value)
	return ids
}

// decide accepts a claim and gives the decision's id.
func decide(t *testing.T, url, claim string) string {
	t.Helper()
	data := ask(t, url, `mutation($claim: ID!) { reviewClaim(input: {claim: $claim, verdict: ACCEPT, reviewer: "test"}) { decision { id } } }`,
		map[string]string{"claim": claim})
	return idsByKind(data)["decision"]
}
