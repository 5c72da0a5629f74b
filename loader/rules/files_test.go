package rules

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"peacetalks/graph"
)

const germanRules = `
language: de
party: before
cased: true
ordinals: {3: [dritte, dritten]}
classes:
  unit: [Runde]
  talks: [Runde, Friedensgespräche]
  begin: [begann]
rules:
  - {id: begin, description: a round that begins on a day, pattern: "{round} ...6 @begin ...1 {date}", fact: start date}
`

// A user's rules make a language that there was not, and add to those that
// there are.
func TestOwnRules(t *testing.T) {
	own := fstest.MapFS{
		"processes.yml": {Data: []byte("- {id: juba, country: sudan, labels: {en: Juba talks}, names: {de: [Friedensgespräche von Juba]}}")},
		"rules/de.yml":  {Data: []byte(germanRules)},
		"rules/en.yml": {Data: []byte(`
language: en
classes: {delegation: [squad]}
rules:
  - {id: own.kick-off, description: "a round that kicks off on a day", pattern: "{round} ...4 was unfurled on {date}", fact: start date}
`)},
	}
	e, err := New(Options{Lexicon: []fs.FS{own}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"a new language", "Die dritte Runde der Friedensgespräche von Juba begann am 14.3.2017.", "de.begin"},
		{"a rule for an old one", "The third round of the Astana talks was unfurled on 14 March 2017.", "en.own.kick-off"},
	} {
		out, err := e.Read(Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(out.Claims, func(s graph.Supported) bool {
			return s.Claim.Predicate == graph.PredStart && s.Claim.Object.Date.String() == "2017-03-14" && s.Evidence[0].Rule == c.want
		}) {
			t.Errorf("%s: no start by %s among %d claims", c.name, c.want, len(out.Claims))
		}
	}
	if d, err := Digest(Options{Lexicon: []fs.FS{own}}); err != nil || d != e.Digest() {
		t.Errorf("the digest is %s, %v, the engine's %s", d, err, e.Digest())
	}
}

// What is wrong with a user's rules is told with the file and the place.
func TestOwnRulesRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no YAML", "language: de\nparty: [", "rules/de.yml: [2:8]"},
		{"no language", "party: both", "rules/de.yml: language: is missing"},
		{"an unknown key", "language: de\npartei: both", `rules/de.yml: [2:1] unknown field "partei"`},
		{"no side of the party", "language: de", "de: party: want before, after or both"},
		{"a class that is not there", "language: en\nrules: [{id: x, description: y, pattern: '@nothing', fact: start date}]", `de.yml: [2:9] rule "x": `},
		{"a pattern that does not end", "language: en\nrules: [{id: x, description: y, pattern: '( {round}', fact: start date}]", `de.yml: [2:9] rule "x": `},
		{"no fact", "language: en\nrules: [{id: x, description: y, pattern: '{round}'}]", `de.yml: [2:9] rule "x": want an id, a description, a pattern and a fact`},
		{"an unknown setting", "language: en\nrules: [{id: x, description: y, pattern: '{round}', fact: 'start date wieght=2'}]", `de.yml: [2:9] rule "x": fact "start date wieght=2": "wieght=2": want a setting`},
		{"a number that is none", "language: en\nrules: [{id: x, description: y, pattern: '{round}', fact: 'start date days=two'}]", `de.yml: [2:9] rule "x": fact "start date days=two": "days=two": want a setting`},
		{"a direction that is none", "language: en\nrules: [{id: x, description: y, pattern: '{round}', fact: 'start date shift=forward'}]", `"shift=forward": want a setting`},
		{"an empty fact", "language: en\nrules: [{id: x, description: y, pattern: '{round}', fact: ' '}]", `de.yml: [2:9] rule "x": want the kind of a fact`},
	} {
		_, err := New(Options{Lexicon: []fs.FS{fstest.MapFS{"rules/de.yml": {Data: []byte(c.text)}}}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}
