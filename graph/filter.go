package graph

import "peacetalks/graph/edtf"

// In every filter, a field that is zero does not restrict; AsOf counts only
// what was reported by that day.

// A RoundFilter chooses rounds.
type RoundFilter struct {
	Process  ID
	Number   *int
	Statuses []RoundStatus
	Venue    ID
	Host     ID
	Party    ID        // takes part in any role
	Roles    []Role    // of Party
	Person   ID        // leads or belongs to a delegation
	Topic    ID        // is on the agenda
	From, To edtf.Date // overlaps these days, both included
	AsOf     edtf.Date
}

// A RoundOrder is an order of rounds.
type RoundOrder string

// The orders of rounds. Rounds without a date or number come last.
const (
	ByStart     RoundOrder = "START"
	ByStartDesc RoundOrder = "START_DESC"
	ByNumber    RoundOrder = "NUMBER" // by process, then number
	ByID        RoundOrder = "ID"
)

// A DelegationFilter chooses delegations across rounds.
type DelegationFilter struct {
	Process  ID
	Round    ID
	Party    ID
	Roles    []Role // the party has one of these roles in the round
	Head     ID
	Person   ID        // head or member
	From, To edtf.Date // of the round
	AsOf     edtf.Date
}

// An AgendaItemFilter chooses agenda items across rounds.
type AgendaItemFilter struct {
	Process  ID
	Round    ID
	Topic    ID        // this topic or one that is narrower
	From, To edtf.Date // of the round
	AsOf     edtf.Date
}

// A PartyFilter chooses parties.
type PartyFilter struct {
	Roles   []Role // in any round, or in those of Process or Round
	Kind    string
	Process ID
	Round   ID
	AsOf    edtf.Date
}

// A PersonFilter chooses people.
type PersonFilter struct {
	Party   ID // belongs to or leads a delegation of it
	Process ID
	Round   ID
	Head    bool // leads a delegation
	AsOf    edtf.Date
}

// A TopicFilter chooses topics.
type TopicFilter struct {
	Process ID
	Round   ID
	Broader ID
}

// A MeetingFilter chooses meetings across rounds.
type MeetingFilter struct {
	Process  ID
	Round    ID
	Party    ID
	Kinds    []MeetingKind
	From, To edtf.Date
	AsOf     edtf.Date
}

// A StatementFilter chooses statements across rounds.
type StatementFilter struct {
	Process  ID
	Round    ID
	Speaker  ID
	Topic    ID
	From, To edtf.Date
	AsOf     edtf.Date
}

// An OutcomeFilter chooses outcomes across rounds.
type OutcomeFilter struct {
	Process  ID
	Round    ID
	Kinds    []string
	From, To edtf.Date
	AsOf     edtf.Date
}

// An ArticleFilter chooses articles.
type ArticleFilter struct {
	Source   string
	Language string
	URL      string
	About    ID        // mentions this round, party, person, place, topic or process
	From, To edtf.Date // published
}

// A ClaimFilter chooses claims.
type ClaimFilter struct {
	Subject    ID
	Object     ID
	About      ID // subject or object
	Article    ID // is read from this article
	Predicates []Predicate
	Statuses   []ClaimStatus
	Denied     bool // include claims that articles only deny
	AsOf       edtf.Date
}

// An EvidenceFilter chooses evidence.
type EvidenceFilter struct {
	Denied *bool // true: only denials; false: only what affirms
	AsOf   edtf.Date
}

// A ConflictFilter chooses conflicts.
type ConflictFilter struct {
	Subject    ID
	Round      ID // of the round, its delegations, meetings and so on
	Process    ID
	Predicates []Predicate
	Kinds      []ConflictKind
	AsOf       edtf.Date
}

// A SearchFilter chooses what a search answers.
type SearchFilter struct {
	Text  string
	Kinds []string // article, round, person, party, place, topic, process; empty: all
}
