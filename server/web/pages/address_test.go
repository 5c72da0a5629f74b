package pages

import (
	"net/http"
	"net/url"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

func TestAddresses(t *testing.T) {
	store := open(t, closing, denying)
	w := serve(t, store)
	conflicts, err := store.ConflictsOf(t.Context(), []graph.ID{"round:astana-14"}, graph.Round{}.AsOf)
	if err != nil || len(conflicts[0]) == 0 {
		t.Fatalf("conflicts %v, %v", conflicts, err)
	}
	conflict := conflicts[0][0].ID
	head := graph.Claim{Subject: "delegation:astana-14/turkey", Predicate: graph.PredHead, Object: entity("person:sedat-onal")}.ID()
	curated, err := store.AddClaim(t.Context(), graph.Claim{Subject: "round:astana-14", Predicate: graph.PredObserver, Object: entity("party:jordan")}, graph.Happened, graph.Round{}.AsOf, graph.Reviewer{Name: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	opening := timeline.EventID(timeline.Start, "round:astana-14")
	for id, want := range map[graph.ID]string{
		"round:astana-14":             "../rounds/astana-14",
		"party:none":                  "../parties/none",
		"delegation:astana-14/turkey": "../../rounds/astana-14#delegation-turkey",
		"agenda:astana-14/ceasefire":  "../../rounds/astana-14#agenda-ceasefire",
		"meeting:astana-14/plenary":   "../../rounds/astana-14#meeting-plenary",
		closing.Article.ID:            "../articles/" + closing.Article.ID.Name(),
		head:                          "../articles/" + closing.Article.ID.Name() + "#claim-" + head.Name(),
		statement:                     "../rounds/astana-14#statement-" + statement.Name(),
		outcome:                       "../rounds/astana-14#outcome-" + outcome.Name(),
		conflict:                      "../rounds/astana-14#conflict-" + conflict.Name(),
		curated.Claim.ID():            "../rounds/astana-14",
		curated.ID:                    "../rounds/astana-14",
		opening:                       "../timeline?round=astana-14#event-" + opening.Name(),
	} {
		r := w.get("/id/" + string(id))
		if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != want {
			t.Errorf("%s: %d to %s, want %s", id, r.StatusCode, r.Header.Get("Location"), want)
		}
	}
	if got := w.get("/id/" + string(head) + "?language=ar").Header.Get("Location"); got != "../articles/"+closing.Article.ID.Name()+"?language=ar#claim-"+head.Name() {
		t.Errorf("in Arabic: %s", got)
	}
	if got := w.get("/id/" + string(opening) + "?language=ar").Header.Get("Location"); got != "../timeline?round=astana-14&language=ar#event-"+opening.Name() {
		t.Errorf("an event in Arabic: %s", got)
	}
	for _, id := range []string{"claim:none", "statement:none", "event:none", "decision:none", "sorcerer:x", "nonsense", "round:", hostile} {
		if r := w.get("/id/" + url.PathEscape(id)); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d to %s, want 404", id, r.StatusCode, r.Header.Get("Location"))
		}
	}
}

func TestTheAddressOfWhatIsOnlyDenied(t *testing.T) {
	none := graph.HashID("outcome", "none")
	denial := reading(graph.Article{Title: "No statement", Source: "The Example", Published: edtf.MustParse("2019-12-12")},
		sentence{"No joint statement was adopted.", "round:astana-14", graph.PredOutcome, entity(none), graph.Denied})
	w := serve(t, open(t, closing, denial))
	claim := graph.Claim{Subject: "round:astana-14", Predicate: graph.PredOutcome, Object: entity(none)}.ID()
	r := w.get("/id/" + string(none))
	if want := "../articles/" + denial.Article.ID.Name() + "#claim-" + claim.Name(); r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != want {
		t.Errorf("%d to %s, want %s", r.StatusCode, r.Header.Get("Location"), want)
	}
}
