package resolvers

import (
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

const astana15 = graph.ID("round:astana-15")

// after is an article on a later round, with another head and another agenda.
func after(t *testing.T) *story {
	return tell(t, "Astana 15", "Agency", "en", "2021-02-18",
		"Round 15 opened on 16 February 2021. Russia and Turkey are the guarantors. Selcuk Unal led the Turkish delegation. "+
			"Detainees were discussed. Russia and Iran met twice, on 16 and on 17 February.").
		says("Round 15", astana15, graph.PredProcess, graph.ID("process:astana")).
		says("15", astana15, graph.PredNumber, 15).
		says("16 February 2021", astana15, graph.PredStart, edtf.MustParse("2021-02-16")).
		says("Russia and Turkey", astana15, graph.PredGuarantor, graph.ID("party:russia")).
		says("Turkey are the guarantors", astana15, graph.PredGuarantor, graph.ID("party:turkey")).
		says("the Turkish delegation", astana15, graph.PredDelegation, graph.ID("delegation:astana-15/turkey")).
		says("Selcuk Unal led", "delegation:astana-15/turkey", graph.PredHead, graph.ID("person:selcuk-unal")).
		says("Detainees", astana15, graph.PredAgenda, graph.ID("agenda:astana-15/detainees")).
		says("Russia and Iran met", astana15, graph.PredMeeting, graph.ID("meeting:astana-15/iran+russia")).
		says("on 16", "meeting:astana-15/iran+russia", graph.PredDate, edtf.MustParse("2021-02-16")).
		says("on 17 February", "meeting:astana-15/iran+russia", graph.PredDate, edtf.MustParse("2021-02-17"))
}

func TestRoundDiff(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t), after(t)), nil)
	a.wants(`{ roundDiff(a: "astana-14", b: "round:astana-15") {
		a { number } b { number }
		joined { party { id } } left { role party { id } claims { evidence(denied: false) { quote } } }
		guarantors { joined { party { id } } left { party { id } } kept { id } }
		observers { left { party { id } } }
		roles(role: PARTY) { role kept { id } }
		added { topic { id } claims { evidence { quote } } } dropped { topic { id } } kept { id }
		heads { party { id } replaced before { person { id } title(language: "en") } after { person { id } } }
		unsure: heads(replaced: false) { party { id } }
	} none: roundDiff(a: "astana-14", b: "astana-99") { joined { role } }
	then: roundDiff(a: "astana-14", b: "astana-15", asOf: "2020-01-01") { joined { role } } }`, `{ "roundDiff": {
		"a": {"number": 14}, "b": {"number": 15},
		"joined": [], "left": [
			{"role": "GUARANTOR", "party": {"id": "party:iran"}, "claims": [{"evidence": [{"quote": "روسيا وتركيا وإيران"}]}]},
			{"role": "OBSERVER", "party": {"id": "party:iraq"}, "claims": [{"evidence": [{"quote": "Iraq attended as an observer"}]}]}],
		"guarantors": {"joined": [], "left": [{"party": {"id": "party:iran"}}], "kept": [{"id": "party:russia"}, {"id": "party:turkey"}]},
		"observers": {"left": [{"party": {"id": "party:iraq"}}]},
		"roles": [{"role": "PARTY", "kept": [{"id": "party:turkey"}]}],
		"added": [{"topic": {"id": "topic:detainees"}, "claims": [{"evidence": [{"quote": "Detainees"}]}]}], "dropped": [{"topic": {"id": "topic:ceasefire"}}], "kept": [],
		"heads": [{"party": {"id": "party:turkey"}, "replaced": true, "before": {"person": {"id": "person:sedat-onal"}, "title": "deputy foreign minister"}, "after": {"person": {"id": "person:selcuk-unal"}}}],
		"unsure": []
	}, "none": null, "then": null }`)
}

func TestNetwork(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t), after(t)), nil)
	a.wants(`{
		network { meetings nodes(first: 1) { totalCount pageInfo { hasNextPage } nodes { party { id } meetings partners } }
			edges { totalCount nodes { source { id } target { id } weight meetings(first: 2) { totalCount nodes { id date { edtf } claims { evidence { quote } } } } } } }
		day: network(filter: {process: "astana", from: "2021-02-17", to: "2021-02-17", certainty: CERTAINLY}) { meetings edges { nodes { weight } } }
		round: network(filter: {round: "astana-14", kinds: [BILATERAL], party: "iran"}) { meetings }
		none: network(filter: {rounds: {number: 13}}) { meetings nodes { totalCount } edges { nodes { weight } } }
	}`, `{
		"network": {"meetings": 3, "nodes": {"totalCount": 2, "pageInfo": {"hasNextPage": true}, "nodes": [{"party": {"id": "party:iran"}, "meetings": 3, "partners": 1}]},
			"edges": {"totalCount": 1, "nodes": [{"source": {"id": "party:iran"}, "target": {"id": "party:russia"}, "weight": 3, "meetings": {"totalCount": 3, "nodes": [
				{"id": "meeting:astana-15/iran+russia@2021-02-16", "date": {"edtf": "2021-02-16"}, "claims": [{"evidence": [{"quote": "Russia and Iran met"}]}]},
				{"id": "meeting:astana-15/iran+russia@2021-02-17", "date": {"edtf": "2021-02-17"}, "claims": [{"evidence": [{"quote": "Russia and Iran met"}]}]}]}}]}},
		"day": {"meetings": 1, "edges": {"nodes": [{"weight": 1}]}},
		"round": {"meetings": 1},
		"none": {"meetings": 0, "nodes": {"totalCount": 0}, "edges": {"nodes": []}}
	}`)
}

func TestRoundSummary(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t), after(t)), nil)
	a.wants(`{ roundSummary(filter: {process: "astana"}) {
		rounds undated perYear { year certainly possibly } byStatus { status rounds } byProcess { nodes { process { id } rounds } }
		headsByParty(party: "turkey") { totalCount nodes { party { id } delegations heads { person { id } rounds first { number } last { number } } } }
		topics { nodes { topic { id } rounds first { number } last { number } } }
		topicsByRound(last: 1) { pageInfo { hasPreviousPage } nodes { round { number } topics { id } } }
	} late: roundSummary(filter: {from: "2021-01-01"}) { rounds } }`, `{ "roundSummary": {
		"rounds": 3, "undated": 0, "perYear": [{"year": 2019, "certainly": 2, "possibly": 2}, {"year": 2021, "certainly": 1, "possibly": 1}],
		"byStatus": [{"status": "CONCLUDED", "rounds": 1}, {"status": null, "rounds": 2}],
		"byProcess": {"nodes": [{"process": {"id": "process:astana"}, "rounds": 3}]},
		"headsByParty": {"totalCount": 1, "nodes": [{"party": {"id": "party:turkey"}, "delegations": 2, "heads": [
			{"person": {"id": "person:sedat-onal"}, "rounds": 1, "first": {"number": 14}, "last": {"number": 14}},
			{"person": {"id": "person:selcuk-unal"}, "rounds": 1, "first": {"number": 15}, "last": {"number": 15}}]}]},
		"topics": {"nodes": [{"topic": {"id": "topic:ceasefire"}, "rounds": 1, "first": {"number": 14}, "last": {"number": 14}}, {"topic": {"id": "topic:detainees"}, "rounds": 1, "first": {"number": 15}, "last": {"number": 15}}]},
		"topicsByRound": {"pageInfo": {"hasPreviousPage": true}, "nodes": [{"round": {"number": 15}, "topics": [{"id": "topic:detainees"}]}]}
	}, "late": {"rounds": 1} }`)
}

// Filters, differences, networks and summaries of many rounds take as many
// reads as those of few.
func TestExploringTakesFewReads(t *testing.T) {
	query := `{
		rounds(filter: {or: [{source: "Agency"}, {head: "head-1-1"}], not: {number: 3}}, first: 5) { totalCount }
		delegations(filter: {rounds: {process: "talks"}}, orderBy: PARTY, first: 5) { totalCount }
		roundDiff(a: "talks-1", b: "talks-2") { heads { party { id } } }
		network { meetings edges { totalCount } }
		roundSummary { rounds perYear { year } headsByParty { totalCount } }
		articles(filter: {source: "agency"}) { totalCount }
	}`
	reads := func(rounds, delegations int) int64 {
		store := open(t, manyRounds(t, rounds, delegations))
		a := serve(t, store, nil)
		before := store.Reads()
		if got := a.ask(query, nil); len(got.Errors) > 0 {
			t.Fatal(got.Errors)
		}
		return store.Reads() - before
	}
	few, many := reads(4, 2), reads(60, 10)
	t.Logf("%d reads for 4 rounds of 2 delegations, %d for 60 of 10", few, many)
	if many > few+6 { // fields that run at once may each make a table that one would have kept
		t.Errorf("got %d reads for 60 rounds, %d for 4: they grow with the graph", many, few)
	}
}
