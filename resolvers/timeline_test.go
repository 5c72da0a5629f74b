package resolvers

import (
	"testing"
)

func TestTimeline(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{ timeline(filter: {round: "astana-14", kinds: [START, MEETING]}) { totalCount nodes {
		kind title arabic: title(language: "ar") date { edtf claims { predicate } } round { number } process { id } subject { id } claims { evidence { quote } }
	} } }`, `{"timeline": {"totalCount": 2, "nodes": [
		{"kind": "START", "title": "Astana 14 opens in Nur-Sultan", "arabic": "انطلاق أستانا 14 في نور سلطان", "date": {"edtf": "2019-12-11", "claims": [{"predicate": "START"}]},
			"round": {"number": 14}, "process": {"id": "process:astana"}, "subject": {"id": "round:astana-14"}, "claims": [{"evidence": [{"quote": "opened on 11 December 2019"}]}, {"evidence": [{"quote": "في نور سلطان"}]}]},
		{"kind": "MEETING", "title": "Meeting Iran – Russia (Astana 14)", "arabic": "اجتماع إيران – روسيا (أستانا 14)", "date": {"edtf": "2019-12-11~", "claims": [{"predicate": "START"}]},
			"round": {"number": 14}, "process": {"id": "process:astana"}, "subject": {"id": "meeting:astana-14/iran+russia"},
			"claims": [{"evidence": [{"quote": "والتقى الوفدان الروسي والإيراني"}]}, {"evidence": [{"quote": "opened on 11 December 2019"}]}]}
	]}}`)
}

func TestEventsAreNodes(t *testing.T) {
	a := serve(t, open(t, arabic(t)), nil)
	var got struct {
		Timeline struct{ Nodes []struct{ ID string } }
	}
	a.read(&got, `{ timeline(filter: {kinds: [START]}) { nodes { id } } }`, nil)
	if len(got.Timeline.Nodes) != 1 {
		t.Fatalf("got %+v, want one event", got)
	}
	id := got.Timeline.Nodes[0].ID
	a.wants(`{ node(id: "`+id+`") { __typename id } none: node(id: "event:none") { id } }`, `{"node": {"__typename": "TimelineEvent", "id": "`+id+`"}, "none": null}`)
}

// Whatever the answers name by id is found by that id, as what it is.
func TestEveryIDIsANode(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	var got struct {
		Claims struct {
			Nodes []struct {
				ID              string
				Subject, Object struct {
					Typename string `json:"__typename"`
					ID       string
				}
			}
		}
	}
	a.read(&got, `{ claims { nodes { id subject { __typename id } object { __typename ... on Node { id } } } } }`, nil)
	want := map[string]string{}
	for _, c := range got.Claims.Nodes {
		want[c.ID] = "Claim"
		want[c.Subject.ID] = c.Subject.Typename
		if c.Object.ID != "" {
			want[c.Object.ID] = c.Object.Typename
		}
	}
	if len(want) < 30 {
		t.Fatalf("got %d ids, want those of the stories", len(want))
	}
	for id, typename := range want {
		a.wants(`{ node(id: "`+id+`") { __typename id } }`, `{"node": {"__typename": "`+typename+`", "id": "`+id+`"}}`)
	}
}

func TestSearch(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{ search(text: "onal") { totalCount nodes { __typename ... on Person { name(language: "ar") } ... on Article { source } } } place: search(text: "nur-sultan", kinds: [PLACE]) { edges { node { ... on Place { id } } } } }`,
		`{"search": {"totalCount": 2, "nodes": [{"__typename": "Person", "name": "سيدات أونال"}, {"__typename": "Article", "source": "Agency"}]}, "place": {"edges": [{"node": {"id": "place:nur-sultan"}}]}}`)
}

func TestSearchMarksWords(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	a.wants(`{ search(text: "sedat delegation", kinds: [PERSON, ARTICLE]) { totalCount pageInfo { hasNextPage } edges { matched highlights {
			field text language start fragments { text match } ranges { start end startUtf16 endUtf16 } } } }
		none: search(text: "sedat", kinds: [ARTICLE]) { edges { highlights(first: 0) { text } } } }`, `{"search": {"totalCount": 2, "pageInfo": {"hasNextPage": false}, "edges": [
		{"matched": 1, "highlights": [{"field": "NAME", "text": "Sedat Onal", "language": "en", "start": 0, "fragments": [{"text": "Sedat", "match": true}, {"text": " Onal", "match": false}], "ranges": [{"start": 0, "end": 5, "startUtf16": 0, "endUtf16": 5}]}]},
		{"matched": 2, "highlights": [{"field": "TEXT", "text": "The 14th Astana round, which opened on 11 December 2019, has concluded. Iran is not a guarantor. Sedat Onal, deputy foreign minister, led the Turkish delegation. Iraq attended as an observer. The 13th Astana round was in August.",
			"language": "en", "start": 0, "fragments": [
				{"text": "The 14th Astana round, which opened on 11 December 2019, has concluded. Iran is not a guarantor. ", "match": false}, {"text": "Sedat", "match": true}, {"text": " Onal, deputy foreign minister, led the Turkish ", "match": false},
				{"text": "delegation", "match": true}, {"text": ". Iraq attended as an observer. The 13th Astana round was in August.", "match": false}],
			"ranges": [{"start": 97, "end": 102, "startUtf16": 97, "endUtf16": 102}, {"start": 150, "end": 160, "startUtf16": 150, "endUtf16": 160}]}]}
	]}, "none": {"edges": [{"highlights": []}]}}`)
	a.refuses(`{ search(text: "sedat") { edges { highlights(first: -1) { text } } } }`, CodeBadInput)
}
