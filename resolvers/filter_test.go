package resolvers

import (
	"strings"
	"testing"
)

func TestFiltersNest(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{
		either: rounds(filter: {or: [{number: 13}, {party: "turkey", role: GUARANTOR}]}) { totalCount nodes { id } }
		notThat: rounds(filter: {process: "astana", not: {head: "sedat-onal"}}) { nodes { id } }
		both: rounds(filter: {and: [{party: "turkey", role: GUARANTOR}, {party: "iraq", role: OBSERVER}]}) { nodes { id } }
		none: rounds(filter: {or: []}) { totalCount }
		broad: rounds(filter: {topic: "security", country: "kazakhstan", source: "agency"}) { nodes { id } }
		august: rounds(filter: {from: "2019-08-10", to: "2019-08-20"}) { nodes { id } }
		surely: rounds(filter: {from: "2019-08-10", to: "2019-08-20", certainty: CERTAINLY}) { totalCount }
		wholeMonth: rounds(filter: {from: "2019-08-01", to: "2019-08-31", certainty: CERTAINLY}) { nodes { id start { within(from: "2019-08-10") sure: within(to: "2019-08-31") no: within(from: "2019-09-01") } } }
		last: rounds(orderBy: NUMBER_DESC) { nodes { number } }
		teams: delegations(filter: {rounds: {topic: "ceasefire"}, not: {headed: false}}, orderBy: PARTY) { nodes { id } }
		items: agendaItems(filter: {rounds: {number: 14}}, orderBy: TOPIC) { nodes { id } }
		sides: parties(filter: {role: GUARANTOR, rounds: {number: 14}, not: {role: PARTY}}, orderBy: ROUNDS_DESC) { nodes { id } }
		people(filter: {role: GUARANTOR, from: "2019-12-01", to: "2019-12-31"}) { nodes { id } }
		articles(filter: {or: [{language: "fr"}, {text: "concluded"}]}, orderBy: SOURCE) { nodes { title } }
		claims(filter: {about: "round:astana-14", or: [{predicates: [OBSERVER]}, {predicates: [VENUE]}], source: "Agency"}) { nodes { predicate } }
	}`, `{
		"either": {"totalCount": 2, "nodes": [{"id": "round:astana-13"}, {"id": "round:astana-14"}]},
		"notThat": {"nodes": [{"id": "round:astana-13"}]},
		"both": {"nodes": [{"id": "round:astana-14"}]},
		"none": {"totalCount": 0},
		"broad": {"nodes": [{"id": "round:astana-14"}]},
		"august": {"nodes": [{"id": "round:astana-13"}]},
		"surely": {"totalCount": 0},
		"wholeMonth": {"nodes": [{"id": "round:astana-13", "start": {"within": "POSSIBLY", "sure": "CERTAINLY", "no": null}}]},
		"last": {"nodes": [{"number": 14}, {"number": 13}]},
		"teams": {"nodes": [{"id": "delegation:astana-14/turkey"}]},
		"items": {"nodes": [{"id": "agenda:astana-14/ceasefire"}]},
		"sides": {"nodes": [{"id": "party:iran"}, {"id": "party:russia"}]},
		"people": {"nodes": [{"id": "person:sedat-onal"}]},
		"articles": {"nodes": [{"title": "Astana talks end"}]},
		"claims": {"nodes": [{"predicate": "OBSERVER"}]}
	}`)
}

// Filters that go too far, or ask for what cannot be, are refused before
// anything is read.
func TestFiltersThatAreRefused(t *testing.T) {
	store := open(t, arabic(t))
	a := serve(t, store, nil)
	for _, query := range []string{
		`{ rounds(filter: ` + strings.Repeat("{not: ", 20) + `{number: 1}` + strings.Repeat("}", 20) + `) { totalCount } }`,
		`{ rounds(filter: {or: [` + strings.Repeat("{number: 1} ", 200) + `]}) { totalCount } }`,
		`{ rounds(filter: {not: {asOf: "2019-12-10"}}) { totalCount } }`,
		`{ delegations(filter: {rounds: {asOf: "2019-12-10"}}) { totalCount } }`,
		`{ rounds(filter: {or: [{process: "party:turkey"}]}) { totalCount } }`,
		`{ parties(filter: {and: [{rounds: {head: "party:turkey"}}]}) { totalCount } }`,
	} {
		before := store.Reads()
		a.refuses(query, CodeBadInput)
		if reads := store.Reads() - before; reads != 0 {
			t.Errorf("%.60s: %d reads before the error", query, reads)
		}
	}
}
