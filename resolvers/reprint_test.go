package resolvers

import (
	"testing"

	"peacetalks/graph"
)

// signed gives a story shingles, in part those of one that begins nearby.
func (s *story) signed(first int) *story {
	for i := range 40 {
		s.reading.Signatures = append(s.reading.Signatures, uint64(first+i)*1_000_003)
	}
	return s
}

func TestReprints(t *testing.T) {
	told := func(source, day string, first int, text string) *story {
		return tell(t, source+" on the talks", source, "en", day, text).signed(first).
			says("opened in Nur-Sultan", astana14, graph.PredVenue, graph.ID("place:nur-sultan"))
	}
	wire := told("Agency", "2019-12-10", 100, "The talks opened in Nur-Sultan, diplomats said.")
	a := serve(t, open(t, wire,
		told("Daily", "2019-12-11", 105, "(Agency) The talks opened in Nur-Sultan, diplomats said."),
		told("Weekly", "2019-12-12", 108, "The talks opened in Nur-Sultan, diplomats said. More soon."),
		told("Herald", "2019-12-11", 900, "Our reporter saw how talks opened in Nur-Sultan."),
	), nil)
	a.wants(`{
		articles { nodes { source reprintOf { source } reprints { totalCount nodes { source } } } }
		claims(filter: {predicates: [VENUE]}) { nodes { independentSources support evidence { article { source } } } }
	}`, `{
		"articles": {"nodes": [
			{"source": "Weekly", "reprintOf": {"source": "Agency"}, "reprints": {"totalCount": 0, "nodes": []}},
			{"source": "Daily", "reprintOf": {"source": "Agency"}, "reprints": {"totalCount": 0, "nodes": []}},
			{"source": "Herald", "reprintOf": null, "reprints": {"totalCount": 0, "nodes": []}},
			{"source": "Agency", "reprintOf": null, "reprints": {"totalCount": 2, "nodes": [{"source": "Daily"}, {"source": "Weekly"}]}}
		]},
		"claims": {"nodes": [{"independentSources": 2, "support": 2, "evidence": [
			{"article": {"source": "Agency"}}, {"article": {"source": "Herald"}}, {"article": {"source": "Daily"}}, {"article": {"source": "Weekly"}}
		]}]}
	}`)
	a.wants(`{ article(id: "`+string(wire.reading.Article.ID)+`") { reprints(first: 1) { nodes { source } pageInfo { hasNextPage } } } }`,
		`{"article": {"reprints": {"nodes": [{"source": "Daily"}], "pageInfo": {"hasNextPage": true}}}}`)
}
