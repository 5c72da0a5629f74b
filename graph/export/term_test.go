package export

import (
	"encoding/xml"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"peacetalks/graph"
)

// noIRI is what may not stand in an IRI, by RFC 3987 and N-Triples.
var noIRI = regexp.MustCompile("[\\x00-\\x20<>\"{}|^`\\\\]|[\\x{200E}\\x{200F}\\x{202A}-\\x{202E}]|%([^0-9A-F]|.[^0-9A-F]|.?$)")

// Whatever a text holds, it is one literal from which the same text is read,
// and an id is the last part of one IRI from which the same id is read.
func FuzzTerms(f *testing.F) {
	for _, s := range []string{"", "plain", "a\"\\\n\r\t\b\f\x00\x7F", "\u202E\u2066\uFFFE\uFFFF", "🕊 é", "\xff\xc0", "round:astana-14", "a/b+c@d#e?f%g[h]", "topic:وقف إطلاق"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := text(s).value
		literal := string(appendString(nil, want))
		if strings.ContainsFunc(literal, graph.ChangesDirection) || strings.ContainsAny(literal, "\n\r\x00") {
			t.Errorf("%q: %q", s, literal)
		}
		if got, err := strconv.Unquote(literal); err != nil || got != want {
			t.Errorf("%q: from %s is read %q, %v", s, literal, got, err)
		}
		if !utf8.ValidString(s) {
			return // no id
		}
		local := escapeIRI(s)
		if noIRI.MatchString(local) || strings.ContainsAny(local, "#?[]") {
			t.Errorf("%q: the IRI ends in %q", s, local)
		}
		if got, err := url.PathUnescape(local); err != nil || got != s {
			t.Errorf("%q: from %s is read %q, %v", s, local, got, err)
		}
		if name := nameToken(s); xml.Unmarshal([]byte("<a b=\""+name+"\"/>"), new(any)) != nil || strings.ContainsAny(name, " \"'<>&/+") {
			t.Errorf("%q: the name %q", s, name)
		}
	})
}
