package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestHosts(t *testing.T) {
	here := serve(t, Options{Hosts: []string{"Talks.Example.org"}})
	everywhere := serve(t, Options{Public: true, Token: "secret"})
	cases := []struct {
		site site
		host string
		want int
	}{
		{here, "localhost", 200}, {here, "localhost:8080", 200}, {here, "LOCALHOST.", 200}, {here, "127.0.0.1", 200}, {here, "[::1]:8080", 200},
		{here, "127.8.9.10", 200}, {here, "talks.example.org:443", 200},
		{here, "evil.example", 421}, {here, "localhost.evil.example", 421}, {here, "127.0.0.1.evil.example", 421},
		{here, "10.0.0.1", 421}, {here, "example.org", 421},
		{everywhere, "10.0.0.1:8080", 200}, {everywhere, "evil.example", 421}, {everywhere, "localhost", 200},
	}
	for _, c := range cases {
		for _, path := range []string{"/healthz", "/", "/export/timeline.csv", "/graphql?query={__typename}"} {
			if got := c.site.do(http.MethodGet, path, "", "Host", c.host); got.status != c.want {
				t.Errorf("Host %s, %s: got %d, want %d", c.host, path, got.status, c.want)
			}
		}
	}
}

func TestOtherSitesArePagesAreRefused(t *testing.T) {
	s := serve(t, Options{Origins: []string{"https://friend.example"}})
	host := strings.TrimPrefix(s.url, "http://")
	cases := []struct {
		name    string
		headers []string
		want    int
	}{
		{"no browser", nil, 200},
		{"own page", []string{"Origin", s.url, "Sec-Fetch-Site", "same-origin"}, 200},
		{"typed address", []string{"Sec-Fetch-Site", "none"}, 200},
		{"another site", []string{"Origin", "https://evil.example"}, 403},
		{"another site without an origin", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"another port", []string{"Origin", "http://127.0.0.1:1", "Sec-Fetch-Site", "same-site"}, 403},
		{"nowhere", []string{"Origin", "null"}, 403},
		{"a name with ours in it", []string{"Origin", "http://" + host + ".evil.example"}, 403},
		{"no address", []string{"Origin", "evil"}, 403},
		{"a friend", []string{"Origin", "https://friend.example", "Sec-Fetch-Site", "cross-site"}, 200},
	}
	for _, c := range cases {
		for _, accept := range []string{"application/json", "text/event-stream"} {
			got := s.ask(loadMutation, append(c.headers, "Accept", accept)...)
			if got.status != c.want {
				t.Errorf("%s, %s: got %d %s, want %d", c.name, accept, got.status, got.body, c.want)
			}
			if c.want == 403 && got.code(t) != "FORBIDDEN" {
				t.Errorf("%s: got %s", c.name, got.body)
			}
		}
		if got := s.do(http.MethodGet, "/graphql?query={__typename}", "", c.headers...); got.status != c.want {
			t.Errorf("%s, GET: got %d, want %d", c.name, got.status, c.want)
		}
	}
}

func TestAFriendsPageMayCall(t *testing.T) {
	s := serve(t, Options{Origins: []string{"https://friend.example/"}})
	got := s.do(http.MethodOptions, "/graphql", "", "Origin", "https://friend.example", "Access-Control-Request-Method", "POST")
	if got.status != http.StatusNoContent || got.header.Get("Access-Control-Allow-Origin") != "https://friend.example" {
		t.Errorf("got %d %v, want 204 and the origin", got.status, got.header)
	}
	got = s.do(http.MethodOptions, "/graphql", "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST")
	if got.status != http.StatusForbidden || got.header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("got %d %v, want 403 and nothing allowed", got.status, got.header)
	}
}

func TestWhoMayChange(t *testing.T) {
	const yes, no = true, false
	cases := []struct {
		name          string
		options       Options
		authorization string
		may           bool
	}{
		{"this machine", Options{}, "", yes},
		{"this machine, with a token to give", Options{Token: "secret"}, "", no},
		{"the token", Options{Token: "secret"}, "Bearer secret", yes},
		{"the token, elsewhere", Options{Public: true, Token: "secret"}, "bearer secret", yes},
		{"another token", Options{Public: true, Token: "secret"}, "Bearer secre", no},
		{"another scheme", Options{Public: true, Token: "secret"}, "Basic secret", no},
		{"elsewhere, no token", Options{Public: true}, "", no},
		{"elsewhere, an empty token", Options{Public: true}, "Bearer ", no},
		{"off", Options{Token: "secret", NoMutations: true}, "Bearer secret", no},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, c.options)
			got := s.ask(loadMutation, "Authorization", c.authorization)
			if c.may {
				got.isData(t, `{"loadArticle":{"existing":false}}`)
				return
			}
			if got.status != http.StatusUnauthorized || got.code(t) != codeAccess || s.rounds() != 2 {
				t.Errorf("got %d %s, want 401 and nothing loaded", got.status, got.body)
			}
			s.ask(`{ rounds { totalCount } }`).isData(t, `{"rounds":{"totalCount":2}}`)
		})
	}
}
