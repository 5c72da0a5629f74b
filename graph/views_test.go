package graph_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// say is a claim for tests: subject, predicate and object as text, with
// "!" before it when it is denied and "?" when it is planned.
func say(outlet, reported string, claims ...string) graph.Reading {
	text := fmt.Sprintf("%s %s: ", outlet, reported) + strings.Join(claims, ". ")
	a := graph.Article{Source: outlet, Text: text, Language: "en", Title: outlet + " report"}
	if reported != "" {
		a.Published = edtf.MustParse(reported)
	}
	a.ID = graph.ArticleID(a)
	r := graph.Reading{Article: a, Extractor: extractor, Terms: strings.Fields(strings.ToLower(text))}
	for _, line := range claims {
		modality := graph.Happened
		body := line
		switch line[0] {
		case '!':
			modality, body = graph.Denied, line[1:]
		case '?':
			modality, body = graph.Planned, line[1:]
		}
		f := strings.SplitN(body, " ", 3)
		c := graph.Claim{Subject: graph.ID(f[0]), Predicate: graph.Predicate(f[1])}
		switch c.Predicate {
		case graph.PredStart, graph.PredEnd, graph.PredDate, graph.PredSession:
			c.Object.Date = edtf.MustParse(f[2])
		case graph.PredNumber:
			fmt.Sscan(f[2], &c.Object.Number)
		case graph.PredName, graph.PredTitle:
			c.Object.Language, c.Object.Text, _ = strings.Cut(f[2], ":")
		case graph.PredText, graph.PredStatus, graph.PredKind, graph.PredManner:
			c.Object.Text = f[2]
		default:
			c.Object.Entity = graph.ID(f[2])
		}
		at := strings.Index(text, line)
		r.Claims = append(r.Claims, graph.Supported{Claim: c, Evidence: []graph.Evidence{{
			Article: a.ID, Rule: "r", Modality: modality, Confidence: 0.9, Basis: "as " + outlet + " says", Reported: a.Published,
			Spans: []graph.Span{{Start: at, End: at + len(line), Quote: line}},
		}}})
	}
	return r
}

var vocabulary = graph.Vocabulary{Version: "1", Terms: map[graph.ID]graph.Term{
	"process:astana":    {Labels: map[string]string{"en": "Astana", "ar": "أستانة"}},
	"party:turkey":      {Labels: map[string]string{"en": "Turkey", "ar": "تركيا"}, Kind: "state"},
	"party:iran":        {Labels: map[string]string{"en": "Iran"}, Kind: "state"},
	"topic:idlib":       {Broader: "topic:de-escalation"},
	"place:nur-sultan":  {Labels: map[string]string{"en": "Astana"}, Country: "party:kazakhstan", Names: []graph.DatedLabel{{Labels: map[string]string{"en": "Astana"}, Until: "2019-03-22"}, {Labels: map[string]string{"en": "Nur-Sultan"}, Since: "2019-03-23", Until: "2022-09-16"}}},
	"party:not-in-news": {Labels: map[string]string{"en": "Nowhere"}, Kind: "state"},
}}

const r14 = "round:astana-14"

func loaded(t *testing.T, rs ...graph.Reading) *graph.Store {
	t.Helper()
	s := open(t, filepath.Join(t.TempDir(), "g"), graph.Options{Vocabulary: vocabulary})
	putAll(t, s, rs)
	return s
}

// Which of two starts a round shows, and why.
func TestFusionOrder(t *testing.T) {
	start := func(date string) string { return r14 + " start " + date }
	for _, c := range []struct {
		name   string
		given  []graph.Reading
		want   string
		reason string // of the conflict; "" if there is none
	}{
		{"happened before planned", []graph.Reading{
			say("A", "2019-12-10", "?"+start("2019-12-12")), say("B", "2019-12-11", "?"+start("2019-12-12")), say("C", "2019-12-10", start("2019-12-10")),
		}, "2019-12-10", "happened or under way"},
		{"more sources", []graph.Reading{
			say("A", "2019-12-10", start("2019-12-10")), say("B", "2019-12-10", start("2019-12-10")), say("C", "2019-12-12", start("2019-12-09")),
		}, "2019-12-10", "2 independent sources against 1"},
		{"articles of one outlet are one source", []graph.Reading{
			say("A", "2019-12-10", start("2019-12-10")), say("A", "2019-12-11", start("2019-12-10")), say("C", "2019-12-12", start("2019-12-09")),
		}, "2019-12-09", "reported later"},
		{"later report", []graph.Reading{
			say("A", "2019-12-10", start("2019-12-10")), say("B", "2019-12-11", start("2019-12-09")),
		}, "2019-12-09", "reported later, on 2019-12-11"},
		{"a month supports its day", []graph.Reading{
			say("A", "2019-12-10", start("2019-12")), say("B", "2019-12-10", start("2019-12-10")), say("C", "2019-12-10", start("2019-11-30")),
		}, "2019-12-10", "2 independent sources against 1, counting less precise dates"},
		{"a month and its day agree, the finer is shown", []graph.Reading{
			say("A", "2019-12-12", start("2019-12")), say("B", "2019-12-12", start("2019-12")), say("C", "2019-12-10", start("2019-12-10")),
		}, "2019-12-10", ""},
		{"a denial makes no fact", []graph.Reading{
			say("A", "2019-12-12", "!"+start("2019-12-09")), say("B", "2019-12-10", start("2019-12-10")),
		}, "2019-12-10", ""},
		{"only denied", []graph.Reading{say("A", "2019-12-12", "!"+start("2019-12-09"), r14+" number 14")}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := loaded(t, c.given...)
			r, err := s.Round(context.Background(), r14, edtf.Date{})
			if err != nil || r == nil {
				t.Fatalf("got %v, %v", r, err)
			}
			got := ""
			if r.Start != nil {
				got = r.Start.EDTF.String()
			}
			if got != c.want {
				t.Errorf("got start %q, want %q", got, c.want)
			}
			conflicts, err := s.Conflicts(context.Background(), graph.ConflictFilter{Kinds: []graph.ConflictKind{graph.DifferentValues}}, graph.Page{})
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case c.reason == "" && conflicts.TotalCount > 0:
				t.Errorf("got conflict %+v, want none", conflicts.Nodes()[0])
			case c.reason != "" && (conflicts.TotalCount != 1 || !strings.Contains(conflicts.Nodes()[0].Reason, c.reason)):
				t.Errorf("got conflicts %+v, want one because %q", conflicts.Nodes(), c.reason)
			case c.reason != "":
				n, err := s.Node(context.Background(), conflicts.Nodes()[0].ID)
				if err != nil || n == nil || n.(*graph.Conflict).Preferred != r.Start.Claims[0] {
					t.Errorf("the conflict by its id is %+v, %v", n, err)
				}
			}
		})
	}
}

func TestDenialConflict(t *testing.T) {
	s := loaded(t, say("A", "2019-12-10", r14+" venue place:nur-sultan"), say("B", "2019-12-10", "!"+r14+" venue place:nur-sultan"))
	of, err := s.ConflictsOf(context.Background(), []graph.ID{r14}, edtf.Date{})
	if err != nil || len(of[0]) != 1 || of[0][0].Kind != graph.Denial || len(of[0][0].Sides) != 2 || !of[0][0].Sides[1].Denied {
		t.Fatalf("got %+v, %v", of, err)
	}
	claims, err := s.ClaimsByID(context.Background(), []graph.ID{of[0][0].Preferred}, edtf.Date{})
	if err != nil || claims[0].Support != 1 || claims[0].Denials != 1 {
		t.Errorf("got %+v, %v", claims[0], err)
	}
}

func TestAsOf(t *testing.T) {
	ctx := context.Background()
	s := loaded(t,
		say("A", "2019-12-01", r14+" status announced", "?"+r14+" start 2019-12-09"),
		say("B", "2019-12-10", r14+" status underway", r14+" start 2019-12-10"),
		say("C", "2019-12-12", r14+" status concluded"),
	)
	for _, c := range []struct{ asOf, status, start string }{
		{"2019-11-30", "", ""},
		{"2019-12-01", "ANNOUNCED", "2019-12-09"},
		{"2019-12-11", "UNDERWAY", "2019-12-10"},
		{"", "CONCLUDED", "2019-12-10"},
	} {
		var asOf edtf.Date
		if c.asOf != "" {
			asOf = edtf.MustParse(c.asOf)
		}
		r, err := s.Round(ctx, r14, asOf)
		if err != nil {
			t.Fatal(err)
		}
		if c.status == "" {
			if r != nil {
				t.Errorf("as of %s there is %+v, want nothing", c.asOf, r)
			}
			continue
		}
		if r == nil || string(r.Status) != c.status || r.Start.EDTF.String() != c.start {
			t.Errorf("as of %s: got %+v, want %s from %s", c.asOf, r, c.status, c.start)
		}
	}
}

func seedLike() []graph.Reading {
	return []graph.Reading{
		say("Enab", "2019-12-10",
			r14+" process process:astana", r14+" number 14", r14+" start 2019-12-10", r14+" venue place:nur-sultan",
			r14+" guarantor party:turkey", r14+" guarantor party:iran", r14+" observer party:un",
			r14+" delegation delegation:astana-14/turkey", "delegation:astana-14/turkey head person:sedat-onal", "delegation:astana-14/turkey member person:aide",
			r14+" agenda agenda:astana-14/idlib", r14+" agenda agenda:astana-14/ceasefire",
			r14+" meeting meeting:astana-14/iran+russia", "meeting:astana-14/iran+russia date 2019-12-10",
			r14+" plenary meeting:astana-14/plenary", "?meeting:astana-14/plenary date 2019-12-11",
			"person:sedat-onal title en:deputy foreign minister", "person:sedat-onal name en:Sedat Onal", "person:sedat-onal name ar:سيدات أونال",
			r14+" statement statement:s1", "statement:s1 speaker person:sedat-onal", "statement:s1 text we hope", "statement:s1 manner direct", "statement:s1 topic topic:idlib",
			r14+" outcome outcome:o1", "outcome:o1 kind joint-statement",
		),
		say("Other", "2019-12-11",
			"round:astana-13 process process:astana", "round:astana-13 number 13", "round:astana-15 process process:astana", "round:astana-15 number 15",
			"meeting:astana-14/iran+russia date 2019-12-11", r14+" meeting meeting:astana-14/iran+russia",
			"person:sedat-onal title en:minister",
		),
	}
}

func TestRoundViews(t *testing.T) {
	ctx := context.Background()
	s := loaded(t, seedLike()...)
	none := edtf.Date{}
	r, err := s.RoundByNumber(ctx, "process:astana", 14, none)
	if err != nil || r == nil || r.ID != r14 || r.Venue != "place:nur-sultan" || r.Start.Basis != "as Enab says" {
		t.Fatalf("round: %+v, %v", r, err)
	}
	prev, next, err := s.Neighbours(ctx, r14, none)
	if err != nil || prev == nil || prev.ID != "round:astana-13" || next == nil || next.ID != "round:astana-15" {
		t.Errorf("neighbours: %+v, %+v, %v", prev, next, err)
	}
	parts, err := s.ParticipationsOf(ctx, []graph.ID{r14}, []graph.Role{graph.RoleGuarantor}, none)
	if got := fmt.Sprint(len(parts[0])); err != nil || got != "2" || parts[0][0].Party != "party:iran" {
		t.Errorf("guarantors: %+v, %v", parts, err)
	}
	ds, err := s.DelegationsOf(ctx, []graph.ID{r14, "round:astana-13"}, none)
	if err != nil || len(ds[0]) != 1 || len(ds[1]) != 0 {
		t.Fatalf("delegations: %+v, %v", ds, err)
	}
	d := ds[0][0]
	if d.Party != "party:turkey" || d.Head == nil || d.Head.Person != "person:sedat-onal" || len(d.Members) != 1 ||
		!slices.Equal(d.Roles, []graph.Role{graph.RoleGuarantor, graph.RoleParty}) {
		t.Errorf("delegation: %+v", d)
	}
	titles, err := s.ParticipantTitles(ctx, []graph.Participant{*d.Head}, none)
	if err != nil || len(titles[0]) != 2 || titles[0][0].Text != "deputy foreign minister" {
		t.Errorf("titles: %v, %v", titles, err)
	}
	ms, err := s.MeetingsOf(ctx, []graph.ID{r14}, none)
	var got []string
	for _, m := range ms[0] {
		got = append(got, fmt.Sprintf("%s %s %s", m.ID, m.Kind, m.Date.EDTF))
	}
	want := []string{
		"meeting:astana-14/iran+russia@2019-12-10 BILATERAL 2019-12-10",
		"meeting:astana-14/iran+russia@2019-12-11 BILATERAL 2019-12-11",
		"meeting:astana-14/plenary PLENARY 2019-12-11",
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("meetings:\n%s\nwant\n%s, %v", strings.Join(got, "\n"), strings.Join(want, "\n"), err)
	}
	items, err := s.AgendaItems(ctx, graph.AgendaItemFilter{Topic: "topic:de-escalation"}, graph.Page{})
	if err != nil || items.TotalCount != 1 || items.Nodes()[0].Topic != "topic:idlib" {
		t.Errorf("agenda items under a broader topic: %+v, %v", items, err)
	}
	st, err := s.Statements(ctx, graph.StatementFilter{Process: "process:astana", Speaker: "person:sedat-onal"}, graph.Page{})
	if err != nil || st.TotalCount != 1 || !st.Nodes()[0].Direct || st.Nodes()[0].Text != "we hope" || st.Nodes()[0].Round != r14 {
		t.Errorf("statements: %+v, %v", st, err)
	}
	parties, err := s.Parties(ctx, graph.PartyFilter{Roles: []graph.Role{graph.RoleGuarantor}, Kind: "state"}, graph.Page{})
	if err != nil || parties.TotalCount != 2 {
		t.Errorf("guarantor states: %+v, %v", parties, err)
	}
	guarantors, err := s.GuarantorsOf(ctx, []graph.ID{"process:astana"}, none)
	if err != nil || !slices.Equal(guarantors[0], []graph.ID{"party:iran", "party:turkey"}) {
		t.Errorf("guarantors of the process: %v, %v", guarantors, err)
	}
	about, err := s.Articles(ctx, graph.ArticleFilter{About: "party:turkey"}, graph.Page{})
	if err != nil || about.TotalCount != 1 {
		t.Errorf("articles about Turkey: %+v, %v", about, err)
	}
	claims, err := s.Claims(ctx, graph.ClaimFilter{About: "party:turkey"}, graph.Page{})
	if err != nil || claims.TotalCount != 4 {
		t.Errorf("claims about Turkey: got %d, want guarantor, delegation, head and member: %v", claims.TotalCount, err)
	}
	stats, err := s.Stats(ctx)
	if err != nil || stats.Articles != 2 || stats.Nodes["round"] != 3 || stats.Claims == 0 {
		t.Errorf("stats: %+v, %v", stats, err)
	}
}

// Every id that a view gives can be asked for, and answers under that id.
func TestNodes(t *testing.T) {
	ctx := context.Background()
	s := loaded(t, seedLike()...)
	a := seedLike()[0]
	ids := []graph.ID{
		"process:astana", r14, "delegation:astana-14/turkey", "party:turkey", "party:not-in-news", "person:sedat-onal", "place:nur-sultan", "topic:idlib",
		"agenda:astana-14/idlib", "meeting:astana-14/plenary", "meeting:astana-14/iran+russia@2019-12-11", "statement:s1", "outcome:o1",
		a.Article.ID, a.Claims[0].Claim.ID(),
	}
	nodes, err := s.Nodes(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range nodes {
		if n == nil || !strings.Contains(fmt.Sprintf("%+v", n), string(ids[i])) {
			t.Errorf("%s: got %+v", ids[i], n)
		}
	}
	for _, id := range []graph.ID{"", "x", "round:", "round:astana-99", "person:nobody", "process:none", "delegation:x", "meeting:astana-14/x+y", "meeting:y", "article:x", "claim:x", "conflict:x", "agenda:x", "statement:none", "outcome:none", "party:\x00"} {
		if n, err := s.Node(ctx, id); n != nil || err != nil {
			t.Errorf("%q: got %+v, %v; want nothing", id, n, err)
		}
	}
}

func TestNames(t *testing.T) {
	ctx := context.Background()
	s := loaded(t, seedLike()...)
	for _, c := range []struct {
		id           graph.ID
		language, on string
		want         string
	}{
		{r14, "ar", "", "أستانة 14"},
		{r14, "fr", "", "Astana 14"},
		{"person:sedat-onal", "ar", "", "سيدات أونال"},
		{"person:aide", "en", "", "Aide"},
		{"party:turkey", "ar-SY", "", "تركيا"},
		{"place:nur-sultan", "en", "", "Astana"},
		{"place:nur-sultan", "en", "2019-12-10", "Nur-Sultan"},
		{"place:nur-sultan", "en", "2018-01-01", "Astana"},
	} {
		var on edtf.Date
		if c.on != "" {
			on = edtf.MustParse(c.on)
		}
		got, err := s.Name(ctx, []graph.ID{c.id}, c.language, on)
		if err != nil || got[0] != c.want {
			t.Errorf("%s in %s on %s: got %q, %v; want %q", c.id, c.language, c.on, got, err, c.want)
		}
	}
	names, err := s.Names(ctx, []graph.ID{"person:sedat-onal"}, edtf.Date{})
	if err != nil || len(names[0]) != 2 || names[0][0].Claim == "" {
		t.Errorf("names: %v, %v", names, err)
	}
}

func TestSearch(t *testing.T) {
	ctx := context.Background()
	s := loaded(t, seedLike()...)
	for _, c := range []struct {
		text  string
		kinds []string
		want  graph.ID // the first answer; "" for none
	}{
		{"سيدات", nil, "person:sedat-onal"},
		{"Onal Sedat", nil, "person:sedat-onal"},
		{"seda", nil, "person:sedat-onal"},
		{"أستانة 14", nil, r14},
		{"astana 14", []string{"round"}, r14},
		{"astana 99", []string{"round"}, ""},
		{"تركيا", []string{"party"}, "party:turkey"},
		{"nowhere", nil, ""},
		{"astana", []string{"process"}, "process:astana"},
		{"enab", nil, seedLike()[0].Article.ID},
		{"enab number other astana-15", []string{"article"}, seedLike()[1].Article.ID}, // it has more of the words
		{"enab tomorrow yesterday", []string{"article"}, ""},                           // less than half of the words
		{"  ", nil, ""},
	} {
		got, err := s.Search(ctx, graph.SearchFilter{Text: c.text, Kinds: c.kinds}, graph.Page{})
		if err != nil {
			t.Fatal(err)
		}
		first := graph.ID("")
		if len(got.Edges) > 0 {
			first = got.Edges[0].Node.ID
		}
		if first != c.want {
			t.Errorf("%q among %v: got %+v, want %q first", c.text, c.kinds, got.Nodes(), c.want)
		}
	}
}

// Walking a list in pages, forward or backward, gives the list.
func TestPages(t *testing.T) {
	ctx := context.Background()
	s := loaded(t, seedLike()...)
	page := func(p graph.Page) (graph.Connection[graph.Party], string) {
		t.Helper()
		c, err := s.Parties(ctx, graph.PartyFilter{}, p)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, n := range c.Nodes() {
			ids = append(ids, n.ID.Name())
		}
		return c, strings.Join(ids, " ")
	}
	n := func(i int) *int { return &i }
	c, all := page(graph.Page{All: true})
	if all != "iran russia turkey un" || c.TotalCount != 4 {
		t.Fatalf("got %s", all)
	}
	c, got := page(graph.Page{First: n(3)})
	if got != "iran russia turkey" || !c.HasNext || c.HasPrevious {
		t.Errorf("first 3: got %s, %+v", got, c)
	}
	if c, got := page(graph.Page{First: n(3), After: &c.Edges[2].Cursor}); got != "un" || c.HasNext || !c.HasPrevious {
		t.Errorf("after that: got %s, %+v", got, c)
	}
	if _, got := page(graph.Page{Last: n(2), Before: &c.Edges[2].Cursor}); got != "iran russia" {
		t.Errorf("last 2 before the third: got %s", got)
	}
	if c, got := page(graph.Page{First: n(0)}); got != "" || c.TotalCount != 4 {
		t.Errorf("first 0: got %s, %+v", got, c)
	}
	x := "x"
	for _, p := range []graph.Page{{First: n(-1)}, {Last: n(-1)}, {First: n(1_000_000_000)}, {First: n(1), Last: n(1)}, {After: &x}, {All: true, First: n(1)}} {
		var bad *graph.PageError
		if _, err := s.Parties(ctx, graph.PartyFilter{}, p); !errors.As(err, &bad) {
			t.Errorf("%+v: got %v, want a PageError", p, err)
		}
	}
	// A new item does not shift the pages that follow.
	putAll(t, s, []graph.Reading{say("New", "2020-01-01", r14+" guarantor party:albania")})
	if _, got := page(graph.Page{First: n(3), After: &c.Edges[2].Cursor}); got != "un" {
		t.Errorf("after a new item: got %s", got)
	}
}

// A pinned context sees one state, whatever is loaded meanwhile.
func TestPin(t *testing.T) {
	s := loaded(t, seedLike()[0])
	ctx, unpin := s.Pin(context.Background())
	defer unpin()
	putAll(t, s, seedLike()[1:])
	c, err := s.Rounds(ctx, graph.RoundFilter{}, graph.ByID, graph.Page{})
	if err != nil || c.TotalCount != 1 {
		t.Errorf("pinned: got %d rounds, %v; want 1", c.TotalCount, err)
	}
	c, err = s.Rounds(context.Background(), graph.RoundFilter{}, graph.ByID, graph.Page{})
	if err != nil || c.TotalCount != 3 {
		t.Errorf("unpinned: got %d rounds, %v; want 3", c.TotalCount, err)
	}
}

// The reads of a batch do not grow with the batch.
func TestReadsOfBatches(t *testing.T) {
	ctx := context.Background()
	var rs []graph.Reading
	var ids []graph.ID
	for i := 1; i <= 40; i++ {
		r := fmt.Sprintf("round:astana-%d", i)
		ids = append(ids, graph.ID(r))
		rs = append(rs, say("A", "2019-12-10", r+" process process:astana", r+fmt.Sprintf(" number %d", i),
			r+fmt.Sprintf(" delegation delegation:astana-%d/turkey", i), fmt.Sprintf("delegation:astana-%d/turkey head person:p%d", i, i),
			r+fmt.Sprintf(" statement statement:s%d", i), fmt.Sprintf("statement:s%d speaker person:p%d", i, i)))
	}
	reads := func(n int) int64 {
		s := loaded(t, rs...)
		before := s.Reads()
		if _, err := s.RoundsByID(ctx, ids[:n], edtf.Date{}); err != nil {
			t.Fatal(err)
		}
		if ds, err := s.DelegationsOf(ctx, ids[:n], edtf.Date{}); err != nil || len(ds[n-1]) != 1 {
			t.Fatal(ds, err)
		}
		if st, err := s.StatementsOf(ctx, ids[:n], edtf.Date{}); err != nil || len(st[n-1]) != 1 {
			t.Fatal(st, err)
		}
		return s.Reads() - before
	}
	if two, forty := reads(2), reads(40); two != forty || two == 0 {
		t.Errorf("2 rounds take %d reads, 40 take %d", two, forty)
	}
}
