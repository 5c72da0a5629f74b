package web

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// What is taken for a request is JSON that every decoder reads alike.
func FuzzBody(f *testing.F) {
	for _, seed := range []string{
		`{"query": "{ rounds { totalCount } }"}`, `{"query": "{a}", "variables": {"a": [1, {"b": null}], "c": "\ud83d\udd4a"}}`,
		`{"query": "{a}"}{}`, `[{"query": "{a}"}]`, `{"query": "{a}", "Query": "{b}"}`, `{"query": "{a}", "variables": {"a": 1, "a": 2}}`,
		"null", "", "{", `{"query": 1}`, "\xff", `{"query": "{a}", "variables": [[[]]]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := bodyParams(data, DefaultLimits())
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" {
				t.Error("a refusal without a reason")
			}
			return
		}
		if !json.Valid(data) || !utf8.Valid(data) {
			t.Errorf("%q was taken for JSON", data)
		}
		var want struct{ Query string }
		if err := json.Unmarshal(data, &want); err != nil || want.Query != p.query {
			t.Errorf("got the query %q, encoding/json reads %q (%v)", p.query, want.Query, err)
		}
	})
}
