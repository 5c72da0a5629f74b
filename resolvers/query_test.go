package resolvers

import (
	"testing"
	"unicode/utf16"

	"peacetalks/graph"
)

func TestRound(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{ round(id: "astana-14") {
		id number name arabic: name(language: "ar") status
		start { edtf earliest latest }
		venue { id name now: name(on: "2024-01-01") country { id } }
		guarantors { id } observers { id kind }
		delegations { id roles head { person { id name } title(language: "en") } members { person { id } } }
		agenda { id topic { name broader { id } } wording }
		meetings { kind parties { name } }
		statements { totalCount nodes { speaker { ... on Person { id } } text direct reportedBy } }
		outcomes { kind }
		previous { number } next { id }
	} }`, `{ "round": {
		"id": "round:astana-14", "number": 14, "name": "Astana 14", "arabic": "أستانا 14", "status": "CONCLUDED",
		"start": {"edtf": "2019-12-11", "earliest": "2019-12-11", "latest": "2019-12-11"},
		"venue": {"id": "place:nur-sultan", "name": "Nur-Sultan", "now": "Astana", "country": {"id": "party:kazakhstan"}},
		"guarantors": [{"id": "party:iran"}, {"id": "party:russia"}, {"id": "party:turkey"}], "observers": [{"id": "party:iraq", "kind": "UNKNOWN"}],
		"delegations": [{"id": "delegation:astana-14/turkey", "roles": ["GUARANTOR", "PARTY"],
			"head": {"person": {"id": "person:sedat-onal", "name": "Sedat Onal"}, "title": "deputy foreign minister"}, "members": []}],
		"agenda": [{"id": "agenda:astana-14/ceasefire", "topic": {"name": "Ceasefire", "broader": {"id": "topic:security"}}, "wording": ["وقف إطلاق النار"]}],
		"meetings": [{"kind": "BILATERAL", "parties": [{"name": "Iran"}, {"name": "Russia"}]}],
		"statements": {"totalCount": 1, "nodes": [{"speaker": {"id": "person:sedat-onal"}, "text": "نريد حلا سياسيا", "direct": true, "reportedBy": "TASS"}]},
		"outcomes": [{"kind": "NEXT_ROUND_SET"}],
		"previous": {"number": 13}, "next": null
	} }`)
}

func TestRoundAsReportedByThen(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{
		then: round(process: "astana", number: 14, asOf: "2019-12-10") { status start { edtf } observers { id } delegations { head { title } } }
		now: round(id: "round:astana-14") { status then: status(asOf: "2019-12-10") before: status(asOf: "2019-12-09") }
		before: round(id: "astana-14", asOf: "2019-12-09") { id }
	}`, `{
		"then": {"status": "UNDERWAY", "start": {"edtf": "2019-12-10"}, "observers": [], "delegations": [{"head": {"title": "نائب وزير الخارجية"}}]},
		"now": {"status": "CONCLUDED", "then": "UNDERWAY", "before": null},
		"before": null
	}`)
}

func TestEntryPoints(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{
		rounds(filter: {process: "astana", statuses: [CONCLUDED]}) { nodes { id } }
		byNumber: rounds(orderBy: NUMBER) { nodes { number } }
		parties(filter: {role: GUARANTOR, process: "process:astana"}) { totalCount nodes { name kind } }
		both: parties(filter: {roles: [OBSERVER, GUARANTOR]}) { totalCount }
		delegations(filter: {party: "turkey", head: "sedat-onal"}) { nodes { round { name } party { id } } }
		agendaItems(filter: {topic: "security"}) { nodes { id round { number } } }
		people(filter: {head: true}) { nodes { id titles { text language } delegations { nodes { id } } } }
		topics(filter: {broader: "security"}) { nodes { id } }
		processes { nodes { id guarantors { id } rounds { totalCount } } }
		meetings(filter: {party: "iran"}) { nodes { id } }
		outcomes(filter: {kinds: [NEXT_ROUND_SET]}) { nodes { id } }
		statements(filter: {speaker: "person:sedat-onal"}) { nodes { id round { id } } }
		articles { nodes { title source published } }
		places { nodes { id name rounds { totalCount } } }
	}`, `{
		"rounds": {"nodes": [{"id": "round:astana-14"}]},
		"byNumber": {"nodes": [{"number": 13}, {"number": 14}]},
		"parties": {"totalCount": 3, "nodes": [{"name": "Iran", "kind": "STATE"}, {"name": "Russia", "kind": "STATE"}, {"name": "Turkey", "kind": "STATE"}]},
		"both": {"totalCount": 4},
		"delegations": {"nodes": [{"round": {"name": "Astana 14"}, "party": {"id": "party:turkey"}}]},
		"agendaItems": {"nodes": [{"id": "agenda:astana-14/ceasefire", "round": {"number": 14}}]},
		"people": {"nodes": [{"id": "person:sedat-onal", "titles": [{"text": "deputy foreign minister", "language": "en"}, {"text": "نائب وزير الخارجية", "language": "ar"}],
			"delegations": {"nodes": [{"id": "delegation:astana-14/turkey"}]}}]},
		"topics": {"nodes": [{"id": "topic:ceasefire"}]},
		"processes": {"nodes": [{"id": "process:astana", "guarantors": [{"id": "party:iran"}, {"id": "party:russia"}, {"id": "party:turkey"}], "rounds": {"totalCount": 2}}]},
		"meetings": {"nodes": [{"id": "meeting:astana-14/iran+russia"}]},
		"outcomes": {"nodes": [{"id": "outcome:o1"}]},
		"statements": {"nodes": [{"id": "statement:s1", "round": {"id": "round:astana-14"}}]},
		"articles": {"nodes": [{"title": "Astana talks end", "source": "Agency", "published": "2019-12-12"}, {"title": "محادثات أستانا", "source": "وكالة", "published": "2019-12-10"}]},
		"places": {"nodes": [{"id": "place:nur-sultan", "name": "Astana", "rounds": {"totalCount": 1}}]}
	}`)
}

func TestProvenanceLeadsToThePassage(t *testing.T) {
	a := serve(t, open(t, arabic(t)), nil)
	var got struct {
		Round struct {
			Delegations []struct {
				Head struct {
					Claims []struct {
						Predicate string
						Support   int
						Evidence  []struct {
							Quote, Rule, Modality, Reported string
							Start, End                      int
							Spans                           []struct{ Start, End, StartUtf16, EndUtf16 int }
							Article                         struct{ Text, Language string }
						}
					}
				}
			}
		}
	}
	a.read(&got, `{ round(id: "astana-14") { delegations { head { claims { predicate support evidence {
		quote start end rule modality reported spans { start end startUtf16 endUtf16 } article { text language }
	} } } } } }`, nil)
	if len(got.Round.Delegations) != 1 || len(got.Round.Delegations[0].Head.Claims) != 1 {
		t.Fatalf("got %+v, want one head with one claim", got)
	}
	claim := got.Round.Delegations[0].Head.Claims[0]
	if claim.Predicate != "HEAD" || claim.Support != 1 || len(claim.Evidence) != 1 {
		t.Fatalf("got %+v, want a claim of a head with one passage", claim)
	}
	e := claim.Evidence[0]
	if want := "يرأس الوفد التركي نائب وزير الخارجية سيدات أونال"; e.Quote != want || e.Article.Text[e.Start:e.End] != want {
		t.Errorf("got the quote %q, at its place %q, want %q", e.Quote, e.Article.Text[e.Start:e.End], want)
	}
	units := utf16.Encode([]rune(e.Article.Text))
	span := e.Spans[0]
	if got := string(utf16.Decode(units[span.StartUtf16:span.EndUtf16])); got != e.Quote {
		t.Errorf("by UTF-16 offsets: got %q, want %q", got, e.Quote)
	}
	if e.Modality != "HAPPENED" || e.Rule != "test/rule" || e.Reported != "2019-12-10" || e.Article.Language != "ar" {
		t.Errorf("got %+v", e)
	}
}

func TestConflictsShowBothSides(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{ conflicts(filter: {round: "astana-14"}) { totalCount nodes { kind predicate subject { id } preferred { object { ... on DateValue { edtf } ... on Node { id } } }
		sides { denied independentSources claim { object { ... on DateValue { edtf } ... on Party { name } } } evidence { quote } } } } }`,
		`{"conflicts": {"totalCount": 2, "nodes": [
			{"kind": "DENIAL", "predicate": "GUARANTOR", "subject": {"id": "round:astana-14"}, "preferred": {"object": {"id": "party:iran"}}, "sides": [
				{"denied": false, "independentSources": 1, "claim": {"object": {"name": "Iran"}}, "evidence": [{"quote": "روسيا وتركيا وإيران"}]},
				{"denied": true, "independentSources": 1, "claim": {"object": {"name": "Iran"}}, "evidence": [{"quote": "Iran is not a guarantor"}]}]},
			{"kind": "VALUES", "predicate": "START", "subject": {"id": "round:astana-14"}, "preferred": {"object": {"edtf": "2019-12-11"}}, "sides": [
				{"denied": false, "independentSources": 1, "claim": {"object": {"edtf": "2019-12-11"}}, "evidence": [{"quote": "opened on 11 December 2019"}]},
				{"denied": false, "independentSources": 1, "claim": {"object": {"edtf": "2019-12-10"}}, "evidence": [{"quote": "انطلقت الثلاثاء"}]}]}
		]}}`)
}

func TestClaimsCanBeChosen(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{ round(id: "astana-14") {
		guarantors: claims(predicate: [GUARANTOR], object: "party:iran") { support denials object { ... on Party { id } } denied: evidence(denied: true) { quote } }
		none: claims(status: [CURATED]) { id }
		participations(role: OBSERVER) { role party { id } claims { evidence { quote } } }
		start { claims { object { ... on DateValue { edtf } } } }
	}
	claims(filter: {about: "party:iraq"}) { nodes { predicate subject { id } } } }`, `{ "round": {
		"guarantors": [{"support": 1, "denials": 1, "object": {"id": "party:iran"}, "denied": [{"quote": "Iran is not a guarantor"}]}],
		"none": [],
		"participations": [{"role": "OBSERVER", "party": {"id": "party:iraq"}, "claims": [{"evidence": [{"quote": "Iraq attended as an observer"}]}]}],
		"start": {"claims": [{"object": {"edtf": "2019-12-11"}}]}
	}, "claims": {"nodes": [{"predicate": "OBSERVER", "subject": {"id": "round:astana-14"}}]} }`)
}

func TestWhatIsOnlyDeniedKeepsItsSubject(t *testing.T) {
	s := tell(t, "Denied", "Agency", "en", "2020-01-01", "There is no second round in Vienna.").
		puts(graph.Denied, "", "no second round", "round:vienna-2", graph.PredProcess, graph.ID("process:vienna"))
	a := serve(t, open(t, s), nil)
	a.wants(`{ round(id: "vienna-2") { id } claims(filter: {denied: true}) { nodes { subject { id ... on Round { number process { id } } } support denials } } }`,
		`{"round": null, "claims": {"nodes": [{"subject": {"id": "round:vienna-2", "number": null, "process": {"id": "process:vienna"}}, "support": 0, "denials": 1}]}}`)
}
