package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// requestAttacks are requests that are not what they should be.
var requestAttacks = []attack{
	{number: "10", name: "a batch of requests in an array", run: func(t *testing.T, s site) string {
		one := fmt.Sprintf(`{"query": %q}`, loadMutation)
		reads := s.store.Reads()
		got := s.do(http.MethodPost, "/graphql", "["+strings.Repeat(one+",", 999)+one+"]")
		if got.code(t); got.status != http.StatusBadRequest || s.store.Reads() != reads {
			t.Errorf("got %d %.200s, want 400 and nothing executed", got.status, got.body)
		}
		return s.unchanged(t, "400")
	}},
	{number: "11", name: "a mutation by GET, as text, as a form, as multipart", run: func(t *testing.T, s site) string {
		s.changesElsewise(t)
		if got := s.do(http.MethodGet, "/graphql?query="+mutationInURL, "", "Accept", mediaEvents); !strings.Contains(got.body, codeMethod) {
			t.Errorf("by GET, as a stream: got %d %s", got.status, got.body)
		}
		return s.unchanged(t, "405, 415")
	}},
	{number: "12", name: "a foreign Origin or Sec-Fetch-Site on POST, GET, a stream, a socket", run: func(t *testing.T, s site) string {
		for _, headers := range [][]string{
			{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://127.0.0.1:1"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"},
		} {
			for _, accept := range []string{mediaJSON, mediaEvents} {
				headers := append(headers, "Accept", accept)
				for _, got := range []reply{s.ask(loadMutation, headers...), s.do(http.MethodGet, "/graphql?query={__typename}", "", headers...)} {
					if got.code(t) != "FORBIDDEN" || got.status != http.StatusForbidden {
						t.Errorf("%v: got %d %s, want 403", headers, got.status, got.body)
					}
				}
			}
			conn, resp, err := s.dial(socketProtocol, http.Header{headers[0]: {headers[1]}})
			if err == nil {
				conn.CloseNow()
			}
			if resp == nil || resp.StatusCode != http.StatusForbidden {
				t.Errorf("%v: got a socket, or %v", headers, err)
			}
		}
		return s.unchanged(t, "403")
	}},
	{number: "13", name: "a foreign Host, as names that are made to point here have", run: func(t *testing.T, s site) string {
		for _, host := range []string{"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "10.0.0.1", ""} {
			for _, path := range []string{"/", "/graphql?query={__typename}", "/timeline", "/export/graph.ndjson", "/metrics", "/healthz", "/graphiql/x"} {
				if got := s.do(http.MethodGet, path, "", "Host", host); host != "" && got.status != http.StatusMisdirectedRequest {
					t.Errorf("Host %q, %s: got %d, want 421", host, path, got.status)
				}
			}
		}
		return "421"
	}},
	{number: "14", name: "a body of 50 MB, with its length and without", run: func(t *testing.T, s site) string {
		body := `{"query": "` + strings.Repeat("x", 50<<20) + `"}`
		before := allocated()
		got := s.do(http.MethodPost, "/graphql", body)
		grown := allocated() - before
		if got.status != http.StatusRequestEntityTooLarge || got.code(t) != codeLimit {
			t.Errorf("got %d %.200s, want 413", got.status, got.body)
		}
		if grown > 1<<20 {
			t.Errorf("%d bytes were allocated for a body that was refused", grown)
		}
		// Without a length it is read as far as bodies may be long.
		r, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/graphql", io.MultiReader(strings.NewReader(body)))
		r.Header.Set("Content-Type", "application/json")
		if resp, err := http.DefaultClient.Do(r); err == nil { // else the connection was closed while it was sent
			resp.Body.Close()
			if resp.StatusCode != http.StatusRequestEntityTooLarge {
				t.Errorf("without a length: got %d, want 413", resp.StatusCode)
			}
		}
		return fmt.Sprintf("413, %d kB allocated", grown>>10)
	}},
	{number: "14b", name: "2 MB from somebody who may change nothing", options: Options{Token: "secret"}, run: func(t *testing.T, s site) string {
		body := fmt.Sprintf(`{"query": %q, "variables": {"t": %q}}`, loadMutation, strings.Repeat("x", 2<<20))
		if got := s.do(http.MethodPost, "/graphql", body); got.status != http.StatusRequestEntityTooLarge {
			t.Errorf("got %d %.200s, want 413", got.status, got.body)
		}
		if got := s.do(http.MethodPost, "/graphql", body, "Authorization", "Bearer secret"); got.status == http.StatusRequestEntityTooLarge {
			t.Error("with the token: got 413 too")
		}
		return "413; with the token it is read"
	}},
	{number: "15", name: "bodies that are no JSON, no UTF-8, cut off, doubled, nested", run: func(t *testing.T, s site) string {
		for name, body := range noRequests {
			got := s.do(http.MethodPost, "/graphql", body)
			if got.status != http.StatusBadRequest || got.code(t) != codeRequest {
				t.Errorf("%s: got %d %.200s, want 400", name, got.status, got.body)
			}
			if strings.Contains(got.body, doNotEcho) {
				t.Errorf("%s: the answer has the body in it: %.200s", name, got.body)
			}
		}
		return fmt.Sprintf("%d bodies: 400, not echoed", len(noRequests))
	}},
	{number: "15b", name: "variables of 400,000 values, by POST and over a socket", run: func(t *testing.T, s site) string {
		variables := `{"a": [` + strings.Repeat("1,", 400_000) + `1]}`
		var code string
		took := timed(t, func() {
			got := s.do(http.MethodPost, "/graphql", `{"query": "{ __typename }", "variables": `+variables+`}`)
			if code = got.code(t); got.status != http.StatusBadRequest || code != codeLimit {
				t.Errorf("got %d %.200s, want a refusal", got.status, got.body)
			}
		})
		c := s.connect("{}")
		c.send(`{"id": "1", "type": "subscribe", "payload": {"query": "{ __typename }", "variables": ` + variables + `}}`)
		if got := c.receive(); !strings.Contains(string(got.Payload), codeLimit) {
			t.Errorf("over a socket: got %+v %s", got, got.Payload)
		}
		c.conn.CloseNow()
		return code + " " + took
	}},
	{number: "15c", name: "persisted queries: hashes of others, 600 of 10 kB", keeps: int64(DefaultLimits().Persisted + DefaultLimits().Cache), run: func(t *testing.T, s site) string {
		for _, extension := range []string{`1`, `[]`, `{}`, `{"version": 2, "sha256Hash": "a"}`, `{"version": 1, "sha256Hash": 1}`, `{"version": 1, "sha256Hash": "a"}`} {
			got := s.do(http.MethodPost, "/graphql", `{"query": "{ __typename }", "extensions": {"persistedQuery": `+extension+`}}`)
			if got.status != http.StatusBadRequest || got.code(t) != codeRequest {
				t.Errorf("%s: got %d %s, want 400", extension, got.status, got.body)
			}
		}
		var first string
		for i := range 600 {
			query := fmt.Sprintf("{ __typename } # %d %s", i, strings.Repeat("x", 10_000))
			sum := sha256.Sum256([]byte(query))
			hash := hex.EncodeToString(sum[:])
			if i == 0 {
				first = hash
			}
			s.do(http.MethodPost, "/graphql", fmt.Sprintf(`{"query": %q, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": %q}}}`, query, hash)).isData(t, `{"__typename":"Query"}`)
		}
		got := s.do(http.MethodPost, "/graphql", fmt.Sprintf(`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": %q}}}`, first))
		if got.code(t) != codeUnknownHash {
			t.Errorf("the first of too many: got %s, want it forgotten", got.body)
		}
		return "400; the oldest are forgotten"
	}},
}

// unchanged fails if something was loaded.
func (s site) unchanged(t *testing.T, end string) string {
	t.Helper()
	if n := s.rounds(); n != 2 {
		t.Errorf("got %d rounds: something was loaded", n)
	}
	return end + ", no effect"
}

// Every answer has the headers that keep browsers safe.
func TestSecurityHeaders(t *testing.T) {
	s := serve(t, Options{})
	for name, got := range map[string]reply{
		"GraphiQL": s.do(http.MethodGet, "/", ""), "timeline": s.do(http.MethodGet, "/timeline", ""), "style": s.do(http.MethodGet, "/timeline/timeline.css", ""),
		"answer": s.ask("{ __typename }"), "refusal": s.ask("{"), "stream": s.ask("{ __typename }", "Accept", mediaEvents),
		"export": s.do(http.MethodGet, "/export/timeline.csv", ""), "graph": s.do(http.MethodGet, "/export/graph.ndjson", ""),
		"metrics": s.do(http.MethodGet, "/metrics", ""), "health": s.do(http.MethodGet, "/healthz", ""), "ready": s.do(http.MethodGet, "/readyz", ""),
		"404": s.do(http.MethodGet, "/none", ""), "no export": s.do(http.MethodGet, "/export/none", ""), "405": s.do(http.MethodPost, "/timeline", ""),
		"421": s.do(http.MethodGet, "/", "", "Host", "evil.example"), "403": s.ask("{ __typename }", "Origin", "https://evil.example"),
		"no page": s.do(http.MethodGet, "/timeline?page=-1", ""), "redirect": s.do(http.MethodGet, "//", ""),
	} {
		for header, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if v := got.header.Get(header); v != want {
				t.Errorf("%s: %s is %q, want %q", name, header, v, want)
			}
		}
		policy := got.header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy is %q, want %s in it", name, policy, want)
			}
		}
		if strings.Contains(policy, "unsafe-eval") || strings.Contains(policy, "script-src 'unsafe-inline'") || got.header.Get("Content-Type") == "" && got.body != "" {
			t.Errorf("%s: the policy is %q, the type %q", name, policy, got.header.Get("Content-Type"))
		}
	}
}
