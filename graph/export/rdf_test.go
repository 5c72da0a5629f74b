package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/export"
)

// statements reads N-Quads as we write them: subject → property → values, each
// shortened to the last part of its IRI.
func statements(t *testing.T, nq string) map[string]map[string][]string {
	t.Helper()
	line := regexp.MustCompile(`^<([^>]*)> <([^>]*)> (<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[a-z0-9-]+|\^\^<[^>]*>)?) \.$`)
	short := strings.NewReplacer("https://peacetalks.example/id/", "", "https://peacetalks.example/ns#", "pt:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:",
		"http://www.w3.org/ns/oa#", "oa:", "https://schema.org/", "schema:", "http://id.loc.gov/datatypes/edtf/", "edtf:", "http://www.w3.org/2001/XMLSchema#", "xsd:",
		"http://www.w3.org/ns/prov#", "prov:")
	out := map[string]map[string][]string{}
	for l := range strings.Lines(nq) {
		m := line.FindStringSubmatch(strings.TrimSuffix(l, "\n"))
		if m == nil {
			t.Fatalf("no statement: %q", l)
		}
		s, p, o := short.Replace(m[1]), short.Replace(m[2]), short.Replace(m[3])
		if out[s] == nil {
			out[s] = map[string][]string{}
		}
		if strings.HasPrefix(o, "<") {
			o = strings.Trim(o, "<>")
		}
		out[s][p] = append(out[s][p], o)
	}
	return out
}

// What is only denied, and what a curator rejected, is told and not asserted;
// what a curator added is asserted.
func TestDeniedIsNotAsserted(t *testing.T) {
	all := statements(t, exported(t, sampleGraph(t), "nq", export.Options{}))
	round := all[string(a14)]
	for property, want := range map[string][]string{
		"pt:guarantor": {"party:iran", "party:russia"}, "pt:observer": nil, "pt:mediator": {"party:un"},
		"pt:start": {`"2019-12-10"^^<edtf:EDTF>`}, "schema:startDate": {`"2019-12-10"^^<xsd:date>`}, "pt:number": {`"14"^^<xsd:integer>`},
	} {
		if !slices.Equal(round[property], want) {
			t.Errorf("%s: got %v, want %v", property, round[property], want)
		}
	}
	if geneva := all["round:geneva-9"]; geneva != nil {
		t.Errorf("a round that is only denied: %v", geneva)
	}
	for _, c := range []struct {
		claim                   graph.Claim
		status, modality, shown string
		support, denials        string
	}{
		{graph.Claim{Subject: a14, Predicate: graph.PredGuarantor, Object: entity("party:turkey")}, "EXTRACTED", "DENIED", "false", "0", "1"},
		{graph.Claim{Subject: a14, Predicate: graph.PredGuarantor, Object: entity("party:iran")}, "EXTRACTED", "HAPPENED", "true", "1", "1"},
		{graph.Claim{Subject: a14, Predicate: graph.PredStart, Object: day("2019-12-10")}, "EXTRACTED", "HAPPENED", "true", "2", "0"},
		{graph.Claim{Subject: a14, Predicate: graph.PredStart, Object: day("2019-12-09")}, "EXTRACTED", "HAPPENED", "false", "1", "0"},
		{graph.Claim{Subject: a14, Predicate: graph.PredObserver, Object: entity("party:un")}, "REJECTED", "HAPPENED", "false", "1", "0"},
		{graph.Claim{Subject: a14, Predicate: graph.PredMediator, Object: entity("party:un")}, "CURATED", "HAPPENED", "true", "0", "0"},
		{graph.Claim{Subject: "round:geneva-9", Predicate: graph.PredProcess, Object: entity("process:geneva")}, "EXTRACTED", "DENIED", "false", "0", "1"},
	} {
		n := all[string(c.claim.ID())]
		got := fmt.Sprint(n["pt:claimStatus"], n["pt:modality"], n["pt:shown"], n["pt:support"], n["pt:denials"])
		want := fmt.Sprintf(`["%s"] ["%s"] ["%s"^^<xsd:boolean>] ["%s"^^<xsd:integer>] ["%s"^^<xsd:integer>]`, c.status, c.modality, c.shown, c.support, c.denials)
		if got != want {
			t.Errorf("%v: got %s, want %s", c.claim, got, want)
		}
	}
	conflicts := 0
	for _, n := range all {
		if slices.Contains(n["rdf:type"], "pt:Conflict") {
			conflicts++
		}
	}
	if conflicts != 2 { // the start, and whether Iran is a guarantor
		t.Errorf("%d conflicts, want 2", conflicts)
	}
}

// What was merged is one thing, and the passages are of the claims as they are
// now.
func TestMergedThingsAreOne(t *testing.T) {
	all := statements(t, exported(t, sampleGraph(t), "nq", export.Options{}))
	if got := all["person:alexander-lavrentyev"]["http://www.w3.org/2002/07/owl#sameAs"]; !slices.Equal(got, []string{"person:a-lavrentyev"}) || all["person:a-lavrentyev"] != nil {
		t.Errorf("got %v, want the other id; under that: %v", got, all["person:a-lavrentyev"])
	}
	speaker := graph.Claim{Subject: statement, Predicate: graph.PredSpeaker, Object: entity("person:alexander-lavrentyev")}
	if got := all[string(statement)]["pt:speaker"]; !slices.Equal(got, []string{"person:alexander-lavrentyev"}) {
		t.Errorf("the speaker: got %v", got)
	}
	passages := 0
	for _, n := range all {
		if slices.Contains(n["oa:hasBody"], string(speaker.ID())) {
			passages++
		}
		for _, body := range n["oa:hasBody"] {
			if all[body]["rdf:subject"] == nil {
				t.Errorf("a passage of %s, which is no claim", body)
			}
		}
	}
	if passages != 1 {
		t.Errorf("%d passages say who speaks, want 1", passages)
	}
}

// Positions count characters, and the words at them are the quote.
func TestPositionsAreCharacters(t *testing.T) {
	s := sampleGraph(t)
	all := statements(t, exported(t, s, "nq", export.Options{}))
	texts := map[string][]rune{}
	for _, r := range sample() {
		texts[string(r.Article.ID)] = []rune(r.Article.Text)
	}
	number := func(values []string) (n int) {
		if _, err := fmt.Sscanf(values[0], `"%d"^^`, &n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	unquote := strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, "\n", `\r`, "\r", `\u202E`, "\u202E", `\u0001`, "\x01", `\uFFFF`, "\uFFFF")
	quotes, outside := 0, 0
	for id, n := range all {
		article, name, found := strings.Cut(id, "#quote=")
		if !found {
			continue
		}
		quotes++
		position := all[article+"#position="+name]
		start, end := number(position["oa:start"]), number(position["oa:end"])
		text := texts[article]
		if got, want := unquote.Replace(strings.Trim(n["oa:exact"][0], `"`)), string(text[start:end]); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
		if got, want := unquote.Replace(strings.Trim(n["oa:prefix"][0], `"`)), string(text[max(0, start-32):start]); got != want {
			t.Errorf("%s: before it %q, want %q", id, got, want)
		}
		if got, want := unquote.Replace(strings.Trim(n["oa:suffix"][0], `"`)), string(text[end:min(len(text), end+32)]); got != want {
			t.Errorf("%s: after it %q, want %q", id, got, want)
		}
		if utf8.RuneCountInString(string(text[:start])) != len(string(text[:start])) {
			outside++
		}
	}
	if quotes < 9 || outside == 0 {
		t.Errorf("%d quotes, %d of them behind characters of several bytes", quotes, outside)
	}
}

// Every term of our own is described, and the shapes know every predicate.
func TestOntologyDescribesEveryTerm(t *testing.T) {
	s := sampleGraph(t)
	described := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(pt:[A-Za-z]+) a `).FindAllStringSubmatch(export.Ontology, -1) {
		if described[m[1]] {
			t.Errorf("%s is described twice", m[1])
		}
		described[m[1]] = true
	}
	for _, text := range []string{exported(t, s, "nq", export.Options{Filter: export.Filter{Process: "process:astana"}}), exported(t, s, "jsonld", export.Options{}), export.Shapes} {
		for _, m := range regexp.MustCompile(`(?:https://peacetalks[.]example/ns#|\bpt:)([A-Za-z]+)`).FindAllStringSubmatch(text, -1) {
			if !described["pt:"+m[1]] && !strings.HasSuffix(m[1], "Shape") {
				t.Errorf("pt:%s is not described", m[1])
			}
		}
	}
	for _, p := range []graph.Predicate{
		graph.PredProcess, graph.PredNumber, graph.PredStart, graph.PredEnd, graph.PredVenue, graph.PredHost, graph.PredGuarantor, graph.PredObserver,
		graph.PredMediator, graph.PredGuest, graph.PredDelegation, graph.PredHead, graph.PredMember, graph.PredTitle, graph.PredAgenda, graph.PredSession,
		graph.PredMeeting, graph.PredPlenary, graph.PredDate, graph.PredStatement, graph.PredSpeaker, graph.PredManner, graph.PredText, graph.PredTopic,
		graph.PredOutcome, graph.PredKind, graph.PredStatus, graph.PredName,
	} {
		if !described["pt:"+string(p)] || !strings.Contains(export.Shapes, "pt:"+string(p)) {
			t.Errorf("%s is not described, or no shape knows it", p)
		}
	}
}
