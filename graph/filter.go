package graph

import "peacetalks/graph/edtf"

// In every filter, a field that is zero does not restrict; AsOf counts only
// what was reported by that day. AsOf and Order belong to the outermost of
// filters that nest. An Order that is zero is the first of its constants.

// A RoundFilter chooses rounds.
type RoundFilter struct {
	Nested[RoundFilter]
	Process   ID
	Number    *int
	Statuses  []RoundStatus
	Venue     ID
	Country   ID // the party in whose country the venue lies, by the vocabulary
	Host      ID
	Party     ID        // takes part in any role
	Roles     []Role    // of Party
	Person    ID        // leads or belongs to a delegation
	Head      ID        // leads a delegation
	Topic     ID        // it or a narrower one is on the agenda
	Source    string    // an article of this outlet names the round
	Article   ID        // names the round
	Dated     *bool     // its start or end is reported
	From, To  edtf.Date // it was held between these days, both included
	Certainty Certainty // of that; "" is Possibly
	AsOf      edtf.Date
}

// A RoundOrder is an order of rounds.
type RoundOrder string

// The orders of rounds. Rounds without a date or number come last.
const (
	ByStart      RoundOrder = "START"
	ByStartDesc  RoundOrder = "START_DESC"
	ByNumber     RoundOrder = "NUMBER" // by process, then number
	ByNumberDesc RoundOrder = "NUMBER_DESC"
	ByReports    RoundOrder = "REPORTS_DESC" // by how many articles name it, the most first
	ByID         RoundOrder = "ID"
)

// A DelegationFilter chooses delegations across rounds.
type DelegationFilter struct {
	Nested[DelegationFilter]
	Order     DelegationOrder // of the outermost filter
	Process   ID
	Round     ID
	Rounds    *RoundFilter // at rounds that it holds
	Party     ID
	Roles     []Role // the party has one of these roles in the round
	Head      ID
	Person    ID        // head or member
	Headed    *bool     // its head is reported
	From, To  edtf.Date // of the round
	Certainty Certainty
	AsOf      edtf.Date
}

// A DelegationOrder is an order of delegations.
type DelegationOrder string

// The orders of delegations. Those of rounds without a date come last.
const (
	DelegationsByStart     DelegationOrder = "START" // of the round, then id
	DelegationsByStartDesc DelegationOrder = "START_DESC"
	DelegationsByParty     DelegationOrder = "PARTY" // then the round's start
	DelegationsByID        DelegationOrder = "ID"
)

// An AgendaItemFilter chooses agenda items across rounds.
type AgendaItemFilter struct {
	Nested[AgendaItemFilter]
	Order     AgendaItemOrder // of the outermost filter
	Process   ID
	Round     ID
	Rounds    *RoundFilter // of rounds that it holds
	Topic     ID           // this topic or one that is narrower
	From, To  edtf.Date    // of the round
	Certainty Certainty
	AsOf      edtf.Date
}

// An AgendaItemOrder is an order of agenda items.
type AgendaItemOrder string

// The orders of agenda items. Those of rounds without a date come last.
const (
	AgendaByStart     AgendaItemOrder = "START" // of the round, then id
	AgendaByStartDesc AgendaItemOrder = "START_DESC"
	AgendaByTopic     AgendaItemOrder = "TOPIC" // then the round's start
	AgendaByID        AgendaItemOrder = "ID"
)

// A PartyFilter chooses parties. Roles, Process, Round, Rounds and the days are
// about one and the same part that the party takes in a round.
type PartyFilter struct {
	Nested[PartyFilter]
	Order     EntityOrder // of the outermost filter
	Roles     []Role
	Kind      string
	Process   ID
	Round     ID
	Rounds    *RoundFilter // takes part in a round that it holds
	From, To  edtf.Date    // of the round
	Certainty Certainty
	AsOf      edtf.Date
}

// An EntityOrder is an order of parties or people.
type EntityOrder string

// The orders of parties and people.
const (
	EntitiesByID     EntityOrder = "ID"
	EntitiesByRounds EntityOrder = "ROUNDS_DESC" // by how many rounds they take part in, the most first
)

// A PersonFilter chooses people. All but Nested are about one and the same
// delegation.
type PersonFilter struct {
	Nested[PersonFilter]
	Order     EntityOrder // of the outermost filter
	Party     ID          // belongs to or leads a delegation of it
	Roles     []Role
	Process   ID
	Round     ID
	Rounds    *RoundFilter
	Head      bool      // leads a delegation
	From, To  edtf.Date // of the round
	Certainty Certainty
	AsOf      edtf.Date
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
	Nested[ArticleFilter]
	Order     ArticleOrder // of the outermost filter
	Source    string       // in any case
	Language  string
	URL       string
	About     ID        // mentions this round, party, person, place, topic or process
	Text      string    // has all of these words, as a search finds them
	From, To  edtf.Date // published
	Certainty Certainty
}

// An ArticleOrder is an order of articles.
type ArticleOrder string

// The orders of articles. Those without what they are ordered by come last.
const (
	ArticlesByDayDesc ArticleOrder = "PUBLISHED_DESC"
	ArticlesByDay     ArticleOrder = "PUBLISHED"
	ArticlesBySource  ArticleOrder = "SOURCE" // then the latest first
)

// A ClaimFilter chooses claims.
type ClaimFilter struct {
	Nested[ClaimFilter]
	Order      ClaimOrder // of the outermost filter
	Subject    ID
	Object     ID
	About      ID // subject or object
	Article    ID // is read from this article
	Predicates []Predicate
	Statuses   []ClaimStatus
	Source     string     // an article of this outlet affirms or denies it
	Modalities []Modality // an article presents it in one of these ways
	MinSupport int        // as many independent sources affirm it
	// NeedsReview chooses what no curator has looked at and what is not certain;
	// of the outermost filter. The least certain come first, unless Order says
	// another order.
	NeedsReview bool
	Denied      bool      // include claims that articles only deny; of the outermost filter
	From, To    edtf.Date // an article of these days reports it
	Certainty   Certainty
	AsOf        edtf.Date
}

// A ClaimOrder is an order of claims.
type ClaimOrder string

// The orders of claims.
const (
	ClaimsBySubject  ClaimOrder = "SUBJECT" // then predicate and id
	ClaimsBySupport  ClaimOrder = "SUPPORT_DESC"
	ClaimsByReported ClaimOrder = "REPORTED_DESC" // by the last report that affirms it
)

// An EvidenceFilter chooses evidence.
type EvidenceFilter struct {
	Denied  *bool // true: only denials; false: only what affirms
	Article ID    // only what this article says
	AsOf    edtf.Date
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
