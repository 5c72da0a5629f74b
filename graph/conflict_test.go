package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// What is a conflict and what is not: each case lists reports as
// "outlet day claim"; the want is the conflict's sides, the preferred first,
// a denying one after "!", or nothing.
func TestConflictTable(t *testing.T) {
	const turkey = "delegation:astana-14/turkey"
	s := open(t, t.TempDir()+"/g", graph.Options{Vocabulary: oneCity})
	for _, c := range []struct {
		name    string
		reports []string
		want    string
		reason  string
		shown   string // the object that the view shows
	}{
		// Start and end.
		{"two first days", []string{"A 2019-12-10 start 2019-12-10", "B 2019-12-10 start 2019-12-11", "C 2019-12-10 start 2019-12-11"}, "2019-12-11 2019-12-10", "2 independent sources against 1", "2019-12-11"},
		{"two last days", []string{"A 2019-12-12 end 2019-12-11", "B 2019-12-13 end 2019-12-12"}, "2019-12-12 2019-12-11", "reported later, on 2019-12-13", "2019-12-12"},
		{"a month agrees with its day", []string{"A 2019-12-10 start 2019-12", "B 2019-12-10 start 2019-12-10"}, "", "", "2019-12-10"},
		{"a month agrees with two days that contradict", []string{"A 2019-12-10 start 2019-12", "B 2019-12-10 start 2019-12-10", "C 2019-12-10 start 2019-12-11", "D 2019-12-10 start 2019-12-11"}, "2019-12-11 2019-12-10", "3 independent sources against 2, counting less precise", "2019-12-11"},
		{"a month contradicts another's day", []string{"A 2019-12-10 start 2019-11", "B 2019-12-10 start 2019-12-10", "C 2019-12-10 start 2019-12-10"}, "2019-12-10 2019-11", "2 independent sources against 1", "2019-12-10"},
		{"a range agrees with a day of it", []string{"A 2019-12-10 start 2019-12-10/2019-12-11", "B 2019-12-10 start 2019-12-11"}, "", "", "2019-12-11"},
		{"planned for October, held in December", []string{"A 2019-09-01 ?start 2019-10-15", "B 2019-09-02 ?start 2019-10-15", "C 2019-12-10 start 2019-12-10"}, "", "", "2019-12-10"},
		{"planned for October, told after it was held", []string{"C 2019-12-10 start 2019-12-10", "A 2019-12-11 ?start 2019-10-15"}, "", "", "2019-12-10"},
		{"still planned after it was held", []string{"C 2019-12-10 start 2019-12-10", "A 2019-12-11 ?start 2019-12-20"}, "2019-12-10 2019-12-20", "happened or under way, the other only as planned", "2019-12-10"},
		{"planned and held by reports of one day", []string{"A 2019-12-10 ?start 2019-12-11", "B 2019-12-10 start 2019-12-10"}, "2019-12-10 2019-12-11", "only as planned", "2019-12-10"},
		{"a plan moved, confirmed by two, against three before", []string{"A 2019-09-01 ?start 2019-10-15", "B 2019-09-01 ?start 2019-10-15", "C 2019-09-02 ?start 2019-10-15", "D 2019-10-01 ?start 2019-12-10", "E 2019-10-02 ?start 2019-12-10"}, "", "", "2019-12-10"},
		{"a plan moved by the outlet that told it", []string{"A 2019-09-01 ?start 2019-10-15", "A 2019-10-01 ?start 2019-12-10"}, "", "", "2019-12-10"},
		{"a plan moved, postponed in between", []string{"A 2019-09-01 ?start 2019-10-15", "B 2019-10-01 status postponed", "C 2019-10-05 ?start 2019-12-10"}, "", "", "2019-12-10"},
		{"two plans of two outlets", []string{"A 2019-09-01 ?start 2019-10-15", "B 2019-09-03 ?start 2019-10-17"}, "2019-10-17 2019-10-15", "reported later", "2019-10-17"},
		{"the old plan is still told", []string{"A 2019-09-01 ?start 2019-10-15", "B 2019-09-10 ?start 2019-12-10", "C 2019-09-11 ?start 2019-12-10", "D 2019-09-12 ?start 2019-10-15", "E 2019-09-13 ?start 2019-10-15"}, "2019-10-15 2019-12-10", "3 independent sources against 2", "2019-10-15"},
		{"plans of unknown days", []string{"A - ?start 2019-10-15", "B 2019-10-01 ?start 2019-12-10", "C 2019-10-01 ?start 2019-12-10"}, "2019-12-10 2019-10-15", "2 independent sources", "2019-12-10"},
		{"two days on which it is said to have begun, later confirmed", []string{"A 2019-12-10 start 2019-12-10", "B 2019-12-12 start 2019-12-11", "C 2019-12-12 start 2019-12-11"}, "2019-12-11 2019-12-10", "2 independent sources against 1", "2019-12-11"},

		// Venue, host, number.
		{"two venues", []string{"A 2019-12-10 venue place:geneva", "B 2019-12-10 venue place:nur-sultan", "C 2019-12-10 venue place:nur-sultan"}, "place:nur-sultan place:geneva", "2 independent sources against 1", "place:nur-sultan"},
		{"one city under two names", []string{"A 2019-12-10 venue place:astana", "B 2019-12-10 venue place:nur-sultan"}, "", "", ""},
		{"moved before it was held", []string{"A 2019-11-10 ?venue place:geneva", "B 2019-12-10 venue place:nur-sultan"}, "", "", "place:nur-sultan"},
		{"two hosts", []string{"A 2019-12-10 host party:russia", "B 2019-12-11 host party:kazakhstan"}, "party:kazakhstan party:russia", "reported later", "party:kazakhstan"},
		{"two numbers", []string{"A 2019-12-10 number 13", "B 2019-12-10 number 14", "C 2019-12-11 number 14"}, "14 13", "2 independent sources against 1", "14"},
		{"numbers do not change", []string{"A 2019-11-10 ?number 13", "B 2019-12-10 number 14"}, "14 13", "only as planned", "14"},

		// The head of a delegation.
		{"two heads", []string{"A 2019-12-10 head person:onal", "B 2019-12-11 head person:kaya"}, "person:kaya person:onal", "reported later, on 2019-12-11", "person:kaya"},
		{"a head replaced, as later reports agree", []string{"A 2019-12-10 head person:onal", "A 2019-12-10 head person:onal", "B 2019-12-11 head person:kaya", "C 2019-12-12 head person:kaya"}, "", "", "person:kaya"},
		{"a head replaced, against more sources before", []string{"A 2019-12-10 head person:onal", "B 2019-12-10 head person:onal", "C 2019-12-10 head person:onal", "D 2019-12-11 head person:kaya", "E 2019-12-12 head person:kaya"}, "", "", "person:kaya"},
		{"a head replaced, by the outlet that named the first", []string{"A 2019-12-10 head person:onal", "A 2019-12-11 head person:kaya"}, "", "", "person:kaya"},
		{"later reports do not agree", []string{"A 2019-12-10 head person:onal", "B 2019-12-11 head person:kaya", "C 2019-12-12 head person:kaya", "D 2019-12-12 head person:onal"}, "person:onal person:kaya", "the order of ids decides", "person:onal"},
		{"a look back after years contradicts", []string{"A 2019-12-10 head person:onal", "B 2021-12-11 head person:kaya", "C 2021-12-12 head person:kaya"}, "person:kaya person:onal", "2 independent sources", "person:kaya"},
		{"one was expected, another came", []string{"A 2019-12-01 ?head person:onal", "B 2019-12-02 ?head person:onal", "C 2019-12-10 head person:kaya"}, "", "", "person:kaya"},

		// Status.
		{"announced, under way, concluded", []string{"A 2019-12-01 status announced", "B 2019-12-10 status underway", "C 2019-12-11 status concluded"}, "", "", "concluded"},
		{"postponed, then held", []string{"A 2019-10-01 status postponed", "B 2019-12-10 status underway"}, "", "", "underway"},
		{"under way in the morning, concluded in the evening", []string{"A 2019-12-11 status underway", "B 2019-12-11 status concluded"}, "", "", "concluded"},
		{"cancelled and under way on one day", []string{"A 2019-12-10 status cancelled", "B 2019-12-10 status underway", "C 2019-12-10 status underway"}, "underway cancelled", "2 independent sources against 1", "underway"},
		{"concluded, and a day later under way", []string{"A 2019-12-11 status concluded", "B 2019-12-12 status underway"}, "underway concluded", "reported later", "underway"},

		// Denials.
		{"affirmed and denied", []string{"A 2019-12-10 venue place:geneva", "B 2019-12-10 venue place:geneva", "C 2019-12-10 !venue place:geneva"}, "place:geneva !place:geneva", "2 independent sources affirm it and 1 independent source denies it", "place:geneva"},
		{"a plan denied", []string{"A 2019-12-01 ?head person:onal", "B 2019-12-02 !head person:onal"}, "person:onal !person:onal", "denies", "person:onal"},
		{"only denied", []string{"A 2019-12-10 !venue place:geneva"}, "", "", ""},
		{"one value denied, another affirmed", []string{"A 2019-12-10 !venue place:geneva", "B 2019-12-10 venue place:nur-sultan"}, "", "", "place:nur-sultan"},

		// Of what there can be several, nothing contradicts.
		{"several guarantors", []string{"A 2019-12-10 guarantor party:iran", "B 2019-12-10 guarantor party:russia"}, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rs []graph.Reading
			predicate := ""
			for _, report := range c.reports {
				f := strings.SplitN(report, " ", 4)
				mark := strings.TrimRight(f[2], "abcdefghijklmnopqrstuvwxyz")
				p := strings.TrimPrefix(f[2], mark)
				subject := r14
				if p == "head" {
					subject = turkey
				}
				if p != "status" || predicate == "" {
					predicate = p
				}
				day := strings.TrimPrefix(f[1], "-")
				rs = append(rs, say(f[0], day, fmt.Sprintf("%s%s %s %s", mark, subject, p, f[3]), r14+" process process:astana"))
			}
			for _, order := range []string{"forwards", "backwards"} {
				putAll(t, s, rs)
				all, err := s.Conflicts(context.Background(), graph.ConflictFilter{Round: r14}, graph.Page{})
				if err != nil {
					t.Fatal(err)
				}
				got, reason := "", ""
				if all.TotalCount > 0 {
					got, reason = sidesOf(t, s, all.Nodes()[0]), all.Nodes()[0].Reason
				}
				if all.TotalCount > 1 || got != c.want || !strings.Contains(reason, c.reason) {
					t.Errorf("%s: got %d conflicts, %q because %q; want %q because %q", order, all.TotalCount, got, reason, c.want, c.reason)
				}
				if shown := shownOf(t, s, graph.Predicate(predicate)); c.shown != "" && shown != c.shown {
					t.Errorf("%s: the view shows %q, want %q", order, shown, c.shown)
				}
				clear(t, s)
				slices.Reverse(rs)
			}
		})
	}
}

var oneCity = graph.Vocabulary{Version: "1", Terms: map[graph.ID]graph.Term{
	"place:astana": {Same: "kazakh-capital"}, "place:nur-sultan": {Same: "kazakh-capital"},
}}

// sidesOf writes down a conflict's sides.
func sidesOf(t *testing.T, s *graph.Store, c graph.Conflict) string {
	t.Helper()
	var out []string
	for _, side := range c.Sides {
		claims, err := s.ClaimsByID(context.Background(), []graph.ID{side.Claim}, edtf.Date{})
		if err != nil || claims[0] == nil {
			t.Fatalf("%s: %v", side.Claim, err)
		}
		mark := ""
		if side.Denied {
			mark = "!"
		}
		if side.IndependentSources == 0 {
			t.Errorf("a side without a source: %+v", side)
		}
		out = append(out, mark+object(claims[0].Object))
	}
	if c.Sides[0].Claim != c.Preferred {
		t.Errorf("the first side is %s, the preferred claim is %s", c.Sides[0].Claim, c.Preferred)
	}
	return strings.Join(out, " ")
}

func object(o graph.Object) string {
	switch {
	case o.Entity != "":
		return string(o.Entity)
	case !o.Date.IsZero():
		return o.Date.String()
	case o.Number != 0:
		return fmt.Sprint(o.Number)
	}
	return o.Text
}

// shownOf is the value of a predicate that the views of the round show.
func shownOf(t *testing.T, s *graph.Store, p graph.Predicate) string {
	t.Helper()
	ctx := context.Background()
	r, err := s.Round(ctx, r14, edtf.Date{})
	if err != nil || r == nil {
		t.Fatalf("got %v, %v", r, err)
	}
	teams, err := s.DelegationsOf(ctx, []graph.ID{r14}, edtf.Date{})
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case p == graph.PredStart && r.Start != nil:
		return r.Start.EDTF.String()
	case p == graph.PredEnd && r.End != nil:
		return r.End.EDTF.String()
	case p == graph.PredVenue:
		return string(r.Venue)
	case p == graph.PredHost:
		return string(r.Host)
	case p == graph.PredNumber && r.Number != nil:
		return fmt.Sprint(*r.Number)
	case p == graph.PredStatus:
		return strings.ToLower(string(r.Status))
	case p == graph.PredHead && len(teams[0]) > 0 && teams[0][0].Head != nil:
		return string(teams[0][0].Head.Person)
	}
	return ""
}
