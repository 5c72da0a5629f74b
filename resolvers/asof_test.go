package resolvers

import (
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A round announced for October and held in December: as of each day the graph
// shows what had been reported, down to the evidence, and nothing of a day that
// had not come or is not known.
func TestAnnouncedForOctoberHeldInDecember(t *testing.T) {
	told := func(source, day, text string) *story { return tell(t, source, source, "en", day, text) }
	turkey, onal := graph.ID("delegation:astana-14/turkey"), graph.ID("person:sedat-onal")
	a := serve(t, open(t,
		told("Herald", "2019-09-20", "Round 14 will open on 15 October in Geneva. Sedat Onal is to lead the Turks.").
			puts(graph.Planned, "", "Round 14", astana14, graph.PredStatus, "announced").
			puts(graph.Planned, "", "15 October", astana14, graph.PredStart, edtf.MustParse("2019-10-15")).
			puts(graph.Planned, "", "Geneva", astana14, graph.PredVenue, graph.ID("place:geneva")).
			puts(graph.Planned, "", "Sedat Onal", turkey, graph.PredHead, onal).
			says("Sedat Onal", onal, graph.PredName, in("en", "Sedat Onal")),
		told("Gazette", "2019-10-10", "Round 14 is put off.").says("put off", astana14, graph.PredStatus, "postponed"),
		told("Herald", "2019-12-10", "Round 14 opened on 10 December in Nur-Sultan. Sedat Onal leads the Turks.").
			says("opened", astana14, graph.PredStatus, "underway").
			says("10 December", astana14, graph.PredStart, edtf.MustParse("2019-12-10")).
			says("Nur-Sultan", astana14, graph.PredVenue, graph.ID("place:nur-sultan")).
			says("Sedat Onal", turkey, graph.PredHead, onal),
		told("Gazette", "", "Round 14 opened on 11 December.").says("11 December", astana14, graph.PredStart, edtf.MustParse("2019-12-11")),
		told("Journal", "2019-12-12", "Round 14 ended.").says("ended", astana14, graph.PredStatus, "concluded"),
	), nil)
	a.wants(`{
		before: round(id: "astana-14", asOf: "2019-09-19") { id }
		september: round(id: "astana-14", asOf: "2019-09-20") { ...all }
		october: round(id: "astana-14", asOf: "2019-10-15") { status start { edtf } }
		december: round(id: "astana-14", asOf: "2019-12-10") { ...all }
		now: round(id: "astana-14") {
			status start { edtf } venue { id } conflicts { predicate preferred { object { ... on DateValue { edtf } } } }
			a: status(asOf: "2019-09-30") b: status(asOf: "2019-11-01") c: status(asOf: "2019-12-11") d: status(asOf: "2019-12-12") none: status(asOf: "2019-01-01")
		}
		announced: rounds(filter: {statuses: [ANNOUNCED], asOf: "2019-09-30"}) { nodes { id start { edtf } } }
		stillAnnounced: rounds(filter: {statuses: [ANNOUNCED]}) { totalCount }
		then: timeline(filter: {asOf: "2019-09-30"}) { nodes { kind modality date { edtf } round { status } claims { predicate evidence { reported } } } }
		today: timeline { nodes { kind modality date { edtf } } }
	}
	fragment all on Round {
		status start { edtf claims { independentSources evidence { reported } } } venue { id }
		delegations { head { person { id } claims { support evidence { reported modality } } } }
		articles { nodes { published } } conflicts { id }
	}`, `{
		"before": null,
		"september": {
			"status": "ANNOUNCED", "start": {"edtf": "2019-10-15", "claims": [{"independentSources": 1, "evidence": [{"reported": "2019-09-20"}]}]}, "venue": {"id": "place:geneva"},
			"delegations": [{"head": {"person": {"id": "person:sedat-onal"}, "claims": [{"support": 1, "evidence": [{"reported": "2019-09-20", "modality": "PLANNED"}]}]}}],
			"articles": {"nodes": [{"published": "2019-09-20"}]}, "conflicts": []
		},
		"october": {"status": "POSTPONED", "start": {"edtf": "2019-10-15"}},
		"december": {
			"status": "UNDERWAY", "start": {"edtf": "2019-12-10", "claims": [{"independentSources": 1, "evidence": [{"reported": "2019-12-10"}]}]}, "venue": {"id": "place:nur-sultan"},
			"delegations": [{"head": {"person": {"id": "person:sedat-onal"}, "claims": [{"support": 1, "evidence": [{"reported": "2019-09-20", "modality": "PLANNED"}, {"reported": "2019-12-10", "modality": "HAPPENED"}]}]}}],
			"articles": {"nodes": [{"published": "2019-12-10"}, {"published": "2019-10-10"}, {"published": "2019-09-20"}]}, "conflicts": []
		},
		"now": {
			"status": "CONCLUDED", "start": {"edtf": "2019-12-10"}, "venue": {"id": "place:nur-sultan"},
			"conflicts": [{"predicate": "START", "preferred": {"object": {"edtf": "2019-12-10"}}}],
			"a": "ANNOUNCED", "b": "POSTPONED", "c": "UNDERWAY", "d": "CONCLUDED", "none": null
		},
		"announced": {"nodes": [{"id": "round:astana-14", "start": {"edtf": "2019-10-15"}}]},
		"stillAnnounced": {"totalCount": 0},
		"then": {"nodes": [{"kind": "START", "modality": "PLANNED", "date": {"edtf": "2019-10-15"}, "round": {"status": "ANNOUNCED"}, "claims": [{"predicate": "START", "evidence": [{"reported": "2019-09-20"}]}, {"predicate": "VENUE", "evidence": [{"reported": "2019-09-20"}]}]}]},
		"today": {"nodes": [{"kind": "START", "modality": "HAPPENED", "date": {"edtf": "2019-12-10"}}]}
	}`)
}
