package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

func TestFlagsOfServe(t *testing.T) {
	p := &program{flags: &commandLine{Token: "secret"}, err: io.Discard}
	parser, err := kong.New(p.flags, kong.Vars{"version": "", "formats": "", "shells": shellNames(), "topics": ""}, kong.Bind(p))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse([]string{"serve", "--no-introspection", "--no-suggestions", "--timeout", "5s", "--read-only", "--host", "talks.example.org", "--origin", "https://example.org"}); err != nil {
		t.Fatal(err)
	}
	o := p.flags.Serve.options(p)
	if !o.NoIntrospection || !o.NoSuggestions || !o.NoMutations || o.Limits.Timeout != 5*time.Second || o.Hosts[0] != "talks.example.org" || o.Origins[0] != "https://example.org" {
		t.Errorf("got %+v", o)
	}
	for _, timeout := range []time.Duration{0, -time.Second} {
		if err := (&serveCmd{Listen: "127.0.0.1:0", Timeout: timeout}).check(); err == nil {
			t.Errorf("--timeout %v: got no error", timeout)
		}
	}
}

func TestWhoIsServed(t *testing.T) {
	cases := []struct {
		name, listen, token string
		public, warned      bool
	}{
		{"loopback", "127.0.0.1:8080", "", false, false},
		{"loopback by name", "localhost:8080", "", false, false},
		{"loopback of IPv6", "[::1]:8080", "", false, false},
		{"every interface", ":8080", "", true, true},
		{"every interface, with a token", "0.0.0.0:8080", "secret", true, false},
		{"one interface", "192.0.2.7:8080", "secret", true, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var messages bytes.Buffer
			p := &program{flags: &commandLine{Token: c.token}, err: &messages}
			o := (&serveCmd{Listen: c.listen}).options(p)
			if o.Public != c.public || o.Token != c.token {
				t.Errorf("public %v with token %q, want %v with %q", o.Public, o.Token, c.public, c.token)
			}
			if warned := strings.Contains(messages.String(), "no mutations"); warned != c.warned {
				t.Errorf("said %q, want a warning: %v", messages.String(), c.warned)
			}
		})
	}
}
