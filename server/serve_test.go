package main

import (
	"bytes"
	"strings"
	"testing"
)

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
