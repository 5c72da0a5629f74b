package resolvers

import (
	"fmt"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A curator rejects what an article says of a head and adds another; every
// view follows, the decisions outlive the article, and each can be undone.
func TestReviewAndAdd(t *testing.T) {
	store := open(t)
	s := arabic(t)
	a := serve(t, store, storing(store, s))
	load := `mutation { loadArticle(input: {text: "…"}) { existing } }`
	head := `{ round(id: "astana-14") { delegations { head { person { id } } } } }`
	is := func(person string) string {
		return `{"round": {"delegations": [{"head": {"person": {"id": "` + person + `"}}}]}}`
	}
	a.wants(load, `{"loadArticle": {"existing": false}}`)
	a.wants(head, is("person:sedat-onal"))
	claim := graph.Claim{Subject: "delegation:astana-14/turkey", Predicate: graph.PredHead, Object: graph.Object{Entity: "person:sedat-onal"}}.ID()
	a.wants(fmt.Sprintf(`mutation { reviewClaim(input: {claim: %q, verdict: REJECT, reviewer: "Ada", note: "by the minutes"}) {
		claim { status support } decision { kind reviewer note claim { id } modality undoneBy { id } } } }`, claim), fmt.Sprintf(`{"reviewClaim": {
		"claim": {"status": "REJECTED", "support": 1},
		"decision": {"kind": "REJECT", "reviewer": "Ada", "note": "by the minutes", "claim": {"id": %q}, "modality": null, "undoneBy": null}}}`, claim))
	a.wants(`mutation { addClaim(input: {subject: "delegation:astana-14/turkey", predicate: HEAD, object: {entity: "person:selcuk-unal"}, reviewer: "Ada"}) {
		claim { status support evidence { quote } } decision { kind modality reported note } } }`,
		`{"addClaim": {"claim": {"status": "CURATED", "support": 0, "evidence": []}, "decision": {"kind": "ADD", "modality": "HAPPENED", "reported": null, "note": null}}}`)
	a.wants(head, is("person:selcuk-unal"))
	a.wants(`{ people { nodes { id } } }`, `{"people": {"nodes": [{"id": "person:sedat-onal"}, {"id": "person:selcuk-unal"}]}}`)
	listed := `{ shown: claims(filter: {predicates: [HEAD]}) { totalCount } rejected: claims(filter: {statuses: [REJECTED]}) { nodes { id status } }
		round(id: "astana-14") { claims(predicate: [HEAD]) { status } rejected: claims(status: [REJECTED]) { status } } }`
	a.wants(listed, fmt.Sprintf(`{"shown": {"totalCount": 1}, "rejected": {"nodes": [{"id": %q, "status": "REJECTED"}]},
		"round": {"claims": [{"status": "CURATED"}], "rejected": [{"status": "REJECTED"}]}}`, claim))

	a.wants(`mutation { retractArticle(id: "`+string(s.reading.Article.ID)+`") { id } }`, fmt.Sprintf(`{"retractArticle": {"id": %q}}`, s.reading.Article.ID))
	a.wants(head, is("person:selcuk-unal"))
	a.wants(`{ people { nodes { id } } }`, `{"people": {"nodes": [{"id": "person:selcuk-unal"}]}}`)
	a.wants(load, `{"loadArticle": {"existing": false}}`)
	a.wants(head, is("person:selcuk-unal"))

	log, err := store.AllDecisions(t.Context())
	if err != nil || len(log) != 2 {
		t.Fatalf("got %v, %v; want two decisions", log, err)
	}
	for _, d := range log {
		a.wants(fmt.Sprintf(`mutation { undoDecision(input: {id: %q, reviewer: "Bo"}) { undone { id undoneBy { reviewer } } decision { kind undoes { id } } } }`, d.ID),
			fmt.Sprintf(`{"undoDecision": {"undone": {"id": %q, "undoneBy": {"reviewer": "Bo"}}, "decision": {"kind": "UNDO", "undoes": {"id": %q}}}}`, d.ID, d.ID))
	}
	a.wants(head, is("person:sedat-onal"))
	a.wants(`{ decisions { totalCount nodes { kind } } by: decisions(filter: {reviewer: "Ada"}) { totalCount } of: decisions(filter: {claim: "`+string(claim)+`"}) { nodes { kind } }
		standing: decisions(filter: {standing: true, kinds: [REJECT, ADD]}) { totalCount } }`, `{
		"decisions": {"totalCount": 4, "nodes": [{"kind": "UNDO"}, {"kind": "UNDO"}, {"kind": "ADD"}, {"kind": "REJECT"}]},
		"by": {"totalCount": 2}, "of": {"nodes": [{"kind": "REJECT"}]}, "standing": {"totalCount": 0}}`)
	a.wants(fmt.Sprintf(`{ node(id: %q) { id ... on Decision { reviewer } } }`, log[0].ID), fmt.Sprintf(`{"node": {"id": %q, "reviewer": "Ada"}}`, log[0].ID))
}

// A thing that was merged answers under its old id, and filters by it hold.
func TestMergeAndSplit(t *testing.T) {
	other := tell(t, "Onal", "Third", "en", "2019-12-11", "Sadat Onal led the Turkish delegation.").
		says("Sadat Onal led", "delegation:astana-14/turkey", graph.PredHead, graph.ID("person:sadat-onal")).
		says("Sadat Onal", "person:sadat-onal", graph.PredName, in("en", "Sadat Onal"))
	a := serve(t, open(t, english(t), other), nil)
	a.wants(`{ conflicts(filter: {predicates: [HEAD]}) { totalCount } }`, `{"conflicts": {"totalCount": 1}}`)
	a.wants(`mutation { mergeEntities(input: {ids: ["person:sadat-onal"], into: "person:sedat-onal", reviewer: "Ada"}) {
		entity { id ... on Person { canonicalId formerIds names { text } } } decision { kind others entity { id } } } }`, `{"mergeEntities": {
		"entity": {"id": "person:sedat-onal", "canonicalId": "person:sedat-onal", "formerIds": ["person:sadat-onal"], "names": [{"text": "Sedat Onal"}, {"text": "Sadat Onal"}]},
		"decision": {"kind": "MERGE", "others": ["person:sadat-onal"], "entity": {"id": "person:sedat-onal"}}}}`)
	old := `{ node(id: "person:sadat-onal") { id ... on Person { canonicalId titles { text } delegations { totalCount } } }
		delegations(filter: {head: "person:sadat-onal"}) { totalCount } conflicts(filter: {predicates: [HEAD]}) { totalCount }
		round(id: "astana-14") { delegations { head { person { id } claims { support } } } } }`
	a.wants(old, `{"node": {"id": "person:sadat-onal", "canonicalId": "person:sedat-onal", "titles": [{"text": "deputy foreign minister"}], "delegations": {"totalCount": 1}},
		"delegations": {"totalCount": 1}, "conflicts": {"totalCount": 0},
		"round": {"delegations": [{"head": {"person": {"id": "person:sedat-onal"}, "claims": [{"support": 2}]}}]}}`)
	for _, circle := range []string{
		`{ids: ["person:sedat-onal"], into: "person:sadat-onal", reviewer: "Ada"}`,
		`{ids: ["person:sadat-onal"], into: "person:sadat-onal", reviewer: "Ada"}`,
		`{ids: ["party:iran"], into: "person:sedat-onal", reviewer: "Ada"}`,
		`{ids: ["delegation:astana-14/iran"], into: "delegation:astana-14/turkey", reviewer: "Ada"}`,
		`{ids: ["person:sedat-onal"], into: "person:sedat-onal", reviewer: " "}`,
	} {
		a.refuses(`mutation { mergeEntities(input: `+circle+`) { decision { id } } }`, CodeBadInput)
	}
	a.refuses(`mutation { mergeEntities(input: {ids: ["person:nobody"], into: "person:sedat-onal", reviewer: "Ada"}) { decision { id } } }`, CodeNotFound)
	a.wants(`mutation { splitEntity(input: {id: "person:sedat-onal", ids: ["person:sadat-onal"], reviewer: "Ada"}) { entity { id } others { id } } }`,
		`{"splitEntity": {"entity": {"id": "person:sedat-onal"}, "others": [{"id": "person:sadat-onal"}]}}`)
	a.wants(`{ conflicts(filter: {predicates: [HEAD]}) { totalCount } }`, `{"conflicts": {"totalCount": 1}}`)
	a.refuses(`mutation { splitEntity(input: {id: "person:sedat-onal", ids: ["person:sadat-onal"], reviewer: "Ada"}) { decision { id } } }`, CodeBadInput)
}

// Names that two people share are told apart by the articles that use them.
func TestSplitNames(t *testing.T) {
	other := tell(t, "Onal", "Third", "en", "2019-12-11", "S. Onal led the Turkish delegation.").
		says("S. Onal led", "delegation:astana-14/turkey", graph.PredHead, graph.ID("person:sedat-onal")).
		says("S. Onal", "person:sedat-onal", graph.PredName, in("en", "S. Onal"))
	a := serve(t, open(t, english(t), other), nil)
	a.refuses(`mutation { splitEntity(input: {id: "person:sedat-onal", names: ["Nobody"], reviewer: "Ada"}) { decision { id } } }`, CodeBadInput)
	a.wants(`mutation { splitEntity(input: {id: "person:sedat-onal", names: ["s. onal"], reviewer: "Ada"}) { entity { ... on Person { names { text } } } others { id ... on Person { names { text } } } } }`,
		`{"splitEntity": {"entity": {"names": [{"text": "Sedat Onal"}]}, "others": [{"id": "person:sedat-onal-2", "names": [{"text": "S. Onal"}]}]}}`)
	a.wants(`{ conflicts(filter: {predicates: [HEAD]}) { nodes { sides { claim { object { ... on Person { id } } } } } } }`,
		`{"conflicts": {"nodes": [{"sides": [{"claim": {"object": {"id": "person:sedat-onal"}}}, {"claim": {"object": {"id": "person:sedat-onal-2"}}}]}]}}`)
}

// What is least certain comes first in the queue; what was judged is not in it.
func TestReviewQueue(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	queue := `{ claims(filter: {needsReview: true}, first: 4) { nodes { predicate doubts object { ... on DateValue { edtf } ... on TextValue { text } ... on Node { id } } } } }`
	var got struct {
		Claims struct {
			Nodes []struct {
				Predicate string
				Doubts    []string
			}
		}
	}
	a.read(&got, queue, nil)
	want := [][]string{{"CONFLICT", "SINGLE_SOURCE"}, {"CONFLICT", "SINGLE_SOURCE"}, {"CONFLICT", "SINGLE_SOURCE"}, {"SINGLE_SOURCE"}}
	for i, n := range got.Claims.Nodes {
		if fmt.Sprint(n.Doubts) != fmt.Sprint(want[i]) {
			t.Errorf("%d: got %s with %v, want %v", i, n.Predicate, n.Doubts, want[i])
		}
	}
	if len(got.Claims.Nodes) != len(want) {
		t.Fatalf("got %d claims, want %d", len(got.Claims.Nodes), len(want))
	}
	start := graph.Claim{Subject: astana14, Predicate: graph.PredStart, Object: graph.Object{Date: edtf.MustParse("2019-12-10")}}.ID()
	judge := func(verdict string) {
		t.Helper()
		a.wants(fmt.Sprintf(`mutation { reviewClaim(input: {claim: %q, verdict: %s, reviewer: "Ada"}) { decision { kind } } }`, start, verdict),
			fmt.Sprintf(`{"reviewClaim": {"decision": {"kind": %q}}}`, verdict))
	}
	conflicts := `{ round(id: "astana-14") { start { edtf } conflicts { predicate reason } } doubtful: claims(filter: {needsReview: true, predicates: [START], subject: "round:astana-14"}) { totalCount } }`
	judge("ACCEPT")
	a.wants(conflicts, `{"round": {"start": {"edtf": "2019-12-10"}, "conflicts": [
		{"predicate": "GUARANTOR", "reason": "1 independent source affirms it and 1 independent source denies it: it is shown, since somebody affirms it"},
		{"predicate": "START", "reason": "a curator says so"}]}, "doubtful": {"totalCount": 1}}`)
	judge("RESTORE")
	judge("REJECT")
	a.wants(conflicts, `{"round": {"start": {"edtf": "2019-12-11"}, "conflicts": [
		{"predicate": "GUARANTOR", "reason": "1 independent source affirms it and 1 independent source denies it: it is shown, since somebody affirms it"}]}, "doubtful": {"totalCount": 1}}`)
	a.refuses(`mutation { reviewClaim(input: {claim: "claim:aaaaaaaaaaaaaaaaaaaaaaaaaa", verdict: ACCEPT, reviewer: "Ada"}) { decision { id } } }`, CodeNotFound)
	a.refuses(`mutation { addClaim(input: {subject: "round:astana-14", predicate: START, object: {number: 3}, reviewer: "Ada"}) { decision { id } } }`, CodeBadInput)
	a.refuses(`mutation { addClaim(input: {subject: "round:astana-14", predicate: START, object: {number: 3, text: "x"}, reviewer: "Ada"}) { decision { id } } }`, CodeBadInput)
}
