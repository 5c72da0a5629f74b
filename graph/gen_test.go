package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// extractor is the digest that generated readings carry.
const extractor = "test-extractor"

// A chooser makes the choices that readings are generated from: rapid's, which
// it can shrink, or those of a seed, which a child process can repeat.
type chooser interface {
	upTo(n int) int // 0 to n, both included
}

type rapidChooser struct{ t *rapid.T }

func (c rapidChooser) upTo(n int) int { return rapid.IntRange(0, n).Draw(c.t, "n") }

type seedChooser struct{ r *rand.Rand }

func (c seedChooser) upTo(n int) int { return c.r.IntN(n + 1) }

func one[T any](c chooser, list ...T) T { return list[c.upTo(len(list)-1)] }

var (
	words   = strings.Fields("talks round delegation ceasefire Astana Geneva أستانة جولة وفد الأستانة وقف النار раунд переговоры görüşme « » 14 — 10")
	rounds  = []graph.ID{"round:astana-13", "round:astana-14", "round:geneva-4", "round:oslo"}
	parties = []string{"turkey", "russia", "iran", "syria-government"}
	topics  = []string{"ceasefire", "detainees", "constitution"}
	people  = []graph.ID{"person:sedat-onal", "person:ali-khaji", "person:o'neill"}
	dates   = []string{"2019-12-10", "2019-12-11", "2019-12", "2019", "2019-12-10/2019-12-11", "2018-01~"}
)

// genReading makes an article and what it says. Different articles speak of
// the same few things, so that they support and contradict each other.
func genReading(c chooser) graph.Reading {
	var text []string
	for range 3 + c.upTo(40) {
		text = append(text, one(c, words...))
	}
	a := graph.Article{
		Title:    one(c, "", "Talks open", "انطلاق المحادثات"),
		Source:   one(c, "", "Outlet A", "Outlet B", "وكالة"),
		Language: one(c, "", "ar", "en"),
		Text:     strings.Join(text, one(c, " ", "\n", "  ")) + one(c, "", ".", "\x00", "\x01"),
	}
	if c.upTo(2) > 0 {
		a.URL = fmt.Sprintf("https://example.org/%d", c.upTo(50))
	}
	if c.upTo(3) > 0 {
		a.Published = edtf.MustParse(one(c, "2019-12-09", "2019-12-10", "2019-12-12", "2020-01"))
	}
	if c.upTo(4) == 0 {
		a.Blocks = []graph.Block{{Start: 0, End: 3, Kind: "title"}, {Start: 4, End: len(a.Text), Kind: "body"}}
	}
	if c.upTo(4) == 0 && a.Title != "" {
		a.Solved = []string{"title"}
	}
	a.ID = graph.ArticleID(a)
	r := graph.Reading{Article: a, Extractor: extractor}
	claims := map[graph.ID]graph.Supported{}
	for range c.upTo(12) {
		cl := genClaim(c)
		s := graph.Supported{Claim: cl}
		for range 1 + c.upTo(1) {
			s.Evidence = append(s.Evidence, genEvidence(c, a))
		}
		claims[cl.ID()] = s
	}
	for _, s := range claims {
		r.Claims = append(r.Claims, s)
	}
	slices.SortFunc(r.Claims, func(x, y graph.Supported) int { return strings.Compare(string(x.Claim.ID()), string(y.Claim.ID())) })
	for _, w := range text {
		r.Terms = append(r.Terms, strings.ToLower(w))
	}
	slices.Sort(r.Terms)
	r.Terms = slices.Compact(r.Terms)
	for range c.upTo(3) {
		r.Signatures = append(r.Signatures, uint64(c.upTo(1<<30))<<33)
	}
	return r
}

func genClaim(c chooser) graph.Claim {
	round := one(c, rounds...)
	party := one(c, parties...)
	delegation := graph.MakeID("delegation", round.Name()+"/"+party)
	meeting := graph.MakeID("meeting", round.Name()+"/iran+"+one(c, "russia", "turkey"))
	agenda := graph.MakeID("agenda", round.Name()+"/"+one(c, topics...))
	statement := graph.HashID("statement", one(c, "a", "b"))
	outcome := graph.HashID("outcome", string(round))
	date := graph.Object{Date: edtf.MustParse(one(c, dates...))}
	entity := func(id graph.ID) graph.Object { return graph.Object{Entity: id} }
	text := func(t, l string) graph.Object { return graph.Object{Text: t, Language: l} }
	return one(c,
		graph.Claim{Subject: round, Predicate: graph.PredProcess, Object: entity(one[graph.ID](c, "process:astana", "process:geneva"))},
		graph.Claim{Subject: round, Predicate: graph.PredNumber, Object: graph.Object{Number: one(c, 13, 14, 4)}},
		graph.Claim{Subject: round, Predicate: graph.PredStart, Object: date},
		graph.Claim{Subject: round, Predicate: graph.PredEnd, Object: date},
		graph.Claim{Subject: round, Predicate: graph.PredVenue, Object: entity(one[graph.ID](c, "place:nur-sultan", "place:astana"))},
		graph.Claim{Subject: round, Predicate: graph.PredHost, Object: entity("party:kazakhstan")},
		graph.Claim{Subject: round, Predicate: graph.PredGuarantor, Object: entity(graph.MakeID("party", party))},
		graph.Claim{Subject: round, Predicate: graph.PredObserver, Object: entity(graph.MakeID("party", party))},
		graph.Claim{Subject: round, Predicate: graph.PredDelegation, Object: entity(delegation)},
		graph.Claim{Subject: delegation, Predicate: graph.PredHead, Object: entity(one(c, people...))},
		graph.Claim{Subject: delegation, Predicate: graph.PredMember, Object: entity(one(c, people...))},
		graph.Claim{Subject: one(c, people...), Predicate: graph.PredTitle, Object: text(one(c, "deputy minister", "نائب الوزير"), one(c, "en", "ar"))},
		graph.Claim{Subject: round, Predicate: graph.PredAgenda, Object: entity(agenda)},
		graph.Claim{Subject: agenda, Predicate: graph.PredSession, Object: date},
		graph.Claim{Subject: round, Predicate: graph.PredMeeting, Object: entity(meeting)},
		graph.Claim{Subject: meeting, Predicate: graph.PredDate, Object: date},
		graph.Claim{Subject: round, Predicate: graph.PredPlenary, Object: entity(graph.MakeID("meeting", round.Name()+"/plenary"))},
		graph.Claim{Subject: round, Predicate: graph.PredStatement, Object: entity(statement)},
		graph.Claim{Subject: statement, Predicate: graph.PredSpeaker, Object: entity(one(c, people...))},
		graph.Claim{Subject: statement, Predicate: graph.PredText, Object: text(one(c, "we hope", "نأمل"), "")},
		graph.Claim{Subject: statement, Predicate: graph.PredTopic, Object: entity(graph.MakeID("topic", one(c, topics...)))},
		graph.Claim{Subject: round, Predicate: graph.PredOutcome, Object: entity(outcome)},
		graph.Claim{Subject: outcome, Predicate: graph.PredKind, Object: text(one(c, graph.OutcomeKinds...), "")},
		graph.Claim{Subject: round, Predicate: graph.PredStatus, Object: text(one(c, graph.Statuses...), "")},
		graph.Claim{Subject: one(c, people...), Predicate: graph.PredName, Object: text(one(c, "Sedat Önal", "سيدات أونال", "Седат Онал"), one(c, "en", "ar"))},
	)
}

func genEvidence(c chooser, a graph.Article) graph.Evidence {
	e := graph.Evidence{
		Article:    a.ID,
		Rule:       one(c, "rule-1", "rule-2"),
		Modality:   one(c, graph.Happened, graph.Ongoing, graph.Planned, graph.Denied),
		Citing:     one(c, "", "TASS"),
		Basis:      one(c, "", "weekday and month"),
		Confidence: float64(c.upTo(4)) / 4,
		Reported:   a.Published,
	}
	for range 1 + c.upTo(1) {
		e.Spans = append(e.Spans, genSpan(c, a.Text))
	}
	return e
}

func genSpan(c chooser, text string) graph.Span {
	start := c.upTo(len(text) - 1)
	for !utf8.RuneStart(text[start]) {
		start--
	}
	end := min(len(text), start+1+c.upTo(20))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return graph.Span{Start: start, End: end, Quote: text[start:end]}
}

// genReadings makes readings of different articles.
func genReadings(c chooser, most int) []graph.Reading {
	var out []graph.Reading
	seen := map[graph.ID]bool{}
	for range 1 + c.upTo(most-1) {
		r := genReading(c)
		if !seen[r.Article.ID] {
			seen[r.Article.ID] = true
			out = append(out, r)
		}
	}
	return out
}
