package pages

import (
	"strconv"

	"peacetalks/graph"
	"peacetalks/server/web/layout"
)

// A say is what the pages say in a language of the interface, apart from names
// and what articles say.
type say struct {
	// Headings and labels.
	RoundsHeading, RoundsLead, ArticlesHeading, ArticlesLead                     string
	Round, Dates, Where, Status, Sources, Process, Processes, AllProcesses       string
	Starts, Ends, Until, Venue, Names, Previous, Next, Delegations, Agenda       string
	MeetingsHeading, Statements, OutcomesHeading, Conflicts, ConflictsLead       string
	SourcesHeading, Take, Head, Members, Timeline, Preferred, Reason, Undated    string
	Earlier, Later, More, Left, Denies, Curated, Planned, Search, SearchHint, Go string
	Clear, About, Untitled, Original, Facts, FactsLead, Text                     string
	Rule, Citing, RestsOn, InText, Passage, NoFacts, Part, Of                    string
	NoRounds, NoArticles, Load, Basis, DelegationOf, MeetingOf, StatementBy      string
	Statement, Outcome, Former, Led, Titles, Narrower, Broader                   string
	Guarantors, RoundsOf, Country, NothingYet, ShowAll, Reprints, ReprintOf      string
	AsOfLabel, Show, Legend, Chart, IndexLead, IndexSearch, NoEntries, NoPage    string
	MostFirst                                                                    string

	Passages, Independent, Articles, FactCount plural

	Quotes [2]string // before and after what is quoted

	Many       map[graph.Role]string // of the parties in a role
	Roles      map[graph.Role]string // of one
	Statuses   map[graph.RoundStatus]string
	Modalities map[graph.Modality]string
	Meetings   map[graph.MeetingKind]string
	Manners    map[string]string
	Outcomes   map[string]string
	Kinds      map[string]string          // of parties
	Indexes    map[string]string          // of all things of a kind
	Predicates map[graph.Predicate]string // what reports disagree on
	Claims     map[graph.Predicate]string // what claims say; {s} and {o} stand for subject and object
}

// A plural is a word with a number, as the language counts: one, two, few (3
// to 10) and many. # stands for the number.
type plural struct{ One, Two, Few, Many string }

// count says how many.
func (say) count(p plural, n int) string {
	form := p.Many
	switch {
	case n == 1:
		form = p.One
	case n == 2:
		form = p.Two
	case n%100 >= 3 && n%100 <= 10:
		form = p.Few
	}
	out := ""
	for _, r := range form {
		if r == '#' {
			out += strconv.Itoa(n)
			continue
		}
		out += string(r)
	}
	return out
}

// CountPassages says how many passages there are, for templates.
func (s say) CountPassages(n int) string { return s.count(s.Passages, n) }

// CountArticles says how many articles there are, for templates.
func (s say) CountArticles(n int) string { return s.count(s.Articles, n) }

// CountFacts says how many facts there are, for templates.
func (s say) CountFacts(n int) string { return s.count(s.FactCount, n) }

var says = layout.Texts[say]{"en": english, "ar": arabic}

// Modality is what a modality is called, for templates.
func (s say) Modality(m graph.Modality) string { return s.Modalities[m] }
