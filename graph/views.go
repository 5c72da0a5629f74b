package graph

import (
	"time"

	"peacetalks/graph/edtf"
)

// The views below are computed from claims whenever they are asked for. Each
// carries ids only; what they name is asked for by id. Claims lists the claims
// that say so, so that every value leads to its passages.

// A Role is the part that a party takes in a round.
type Role string

// The roles.
const (
	RoleGuarantor Role = "GUARANTOR"
	RoleParty     Role = "PARTY" // it has a delegation
	RoleObserver  Role = "OBSERVER"
	RoleMediator  Role = "MEDIATOR"
	RoleHost      Role = "HOST"
	RoleGuest     Role = "GUEST"
)

// A RoundStatus tells how far a round has come.
type RoundStatus string

// The statuses of a round; the empty status is "nothing reported".
const (
	Announced RoundStatus = "ANNOUNCED"
	Underway  RoundStatus = "UNDERWAY"
	Concluded RoundStatus = "CONCLUDED"
	Postponed RoundStatus = "POSTPONED"
	Cancelled RoundStatus = "CANCELLED"
)

// A MeetingKind tells who meets.
type MeetingKind string

// The kinds of meeting.
const (
	Bilateral    MeetingKind = "BILATERAL"
	Trilateral   MeetingKind = "TRILATERAL"
	Multilateral MeetingKind = "MULTILATERAL"
	Technical    MeetingKind = "TECHNICAL"
	Plenary      MeetingKind = "PLENARY"
)

// A ClaimStatus tells what curators have said of a claim.
type ClaimStatus string

// The statuses of a claim.
const (
	Extracted ClaimStatus = "EXTRACTED" // read from articles, nobody has judged it
	Accepted  ClaimStatus = "ACCEPTED"
	Rejected  ClaimStatus = "REJECTED"
	Curated   ClaimStatus = "CURATED" // added by a curator
)

// A ConflictKind tells how reports disagree.
type ConflictKind string

// The kinds of conflict.
const (
	DifferentValues ConflictKind = "VALUES" // values that cannot all be true
	Denial          ConflictKind = "DENIAL" // affirmed by some, denied by others
)

// A Process is a series of rounds.
type Process struct{ ID ID }

// A Round is one round of talks.
type Round struct {
	ID      ID
	Process ID
	Number  *int
	Status  RoundStatus // as of AsOf; "" if nothing was reported
	Start   *EventDate
	End     *EventDate
	Venue   ID        // "" if not reported
	Host    ID        // "" if not reported
	AsOf    edtf.Date // the report date that the view was asked for; zero: all reports
}

// An EventDate is when something happened, as reported.
type EventDate struct {
	EDTF   edtf.Date
	Basis  string    // how the date was solved, in words
	Claims []ID      // the claims that say so, the best first
	AsOf   edtf.Date // the report date that the view was asked for; zero: all reports
}

// Earliest is the first day that the date may mean.
func (d EventDate) Earliest() time.Time { return d.EDTF.Earliest() }

// Latest is the last day that the date may mean.
func (d EventDate) Latest() time.Time { return d.EDTF.Latest() }

// A Participation is the part that one party takes in one round.
type Participation struct {
	Round, Party ID
	Role         Role
	Claims       []ID
	AsOf         edtf.Date // the report date that the view was asked for; zero: all reports
}

// A Delegation is a party's team at a round.
type Delegation struct {
	ID           ID
	Round, Party ID
	Roles        []Role // of the party in the round, in the order of the constants
	Head         *Participant
	Members      []Participant // without the head
	AsOf         edtf.Date
	Claims       []ID // that the delegation takes part
}

// A Participant is a person in a delegation.
type Participant struct {
	Delegation ID
	Person     ID
	Head       bool
	Claims     []ID
}

// A Party is a state, movement or organisation.
type Party struct {
	ID   ID
	Kind string // of the vocabulary: state, government, opposition, movement, organisation; "" if unknown
}

// A Person is somebody whom articles name.
type Person struct{ ID ID }

// A Place is a city or building.
type Place struct {
	ID      ID
	Country ID // the party that is its state, of the vocabulary; "" if unknown
}

// A Topic is what talks are about.
type Topic struct {
	ID      ID
	Broader ID // of the vocabulary; "" if it has none
}

// An AgendaItem is a topic of one round.
type AgendaItem struct {
	ID           ID
	Round, Topic ID
	Session      *EventDate
	Wording      []string // as articles put it, the best supported first
	Claims       []ID
	AsOf         edtf.Date // the report date that the view was asked for; zero: all reports
}

// A Meeting is a meeting at or on the margins of a round, or its plenary. Two
// meetings of the same parties are told apart by dates that do not agree; the
// id of each then ends in "@" and its date.
type Meeting struct {
	ID      ID
	Round   ID
	Kind    MeetingKind
	Date    *EventDate
	Parties []ID
	Claims  []ID
	AsOf    edtf.Date // the report date that the view was asked for; zero: all reports
}

// A Statement is what a speaker said, or is reported to have said.
type Statement struct {
	ID         ID
	Round      ID // "" if it belongs to none
	Speaker    ID // a person or a party
	Text       string
	Language   string
	Direct     bool // quoted, not paraphrased
	Date       *EventDate
	ReportedBy string // who is cited for it; "" if nobody is
	Topics     []ID
	process    ID
	Claims     []ID
	AsOf       edtf.Date // the report date that the view was asked for; zero: all reports
}

// An Outcome is a result of a round.
type Outcome struct {
	ID       ID
	Round    ID
	Kind     string // one of OutcomeKinds
	Text     string // as an article puts it; may be empty
	Language string
	Date     *EventDate
	Claims   []ID
	AsOf     edtf.Date // the report date that the view was asked for; zero: all reports
}

// A Label is a name or a title in one language.
type Label struct {
	Text       string
	Language   string
	Vocabulary bool // it comes from the vocabulary, not from an article
	Claim      ID   // that says so; "" for the vocabulary's labels
	Support    int  // independent sources that use it
}

// A StoredClaim is a claim as the graph holds it.
type StoredClaim struct {
	ID ID
	Claim
	Status  ClaimStatus
	Support int       // independent sources that affirm it
	Denials int       // independent sources that deny it
	AsOf    edtf.Date // the report date that the view was asked for; zero: all reports
}

// A Conflict is a disagreement between reports.
type Conflict struct {
	ID        ID // by a hash of subject and predicate, or of the denied claim
	Subject   ID
	Predicate Predicate
	Kind      ConflictKind
	Sides     []ConflictSide // the preferred first
	Preferred ID             // the claim that views show
	Reason    string         // why it is preferred, in words
	AsOf      edtf.Date      // the report date that the view was asked for; zero: all reports
}

// A ConflictSide is one of the things reported.
type ConflictSide struct {
	Claim              ID
	Denied             bool // the side of those who deny the claim
	IndependentSources int
	AsOf               edtf.Date // only what was reported by this day counts; zero: everything
}

// An ArticleInfo is an article without its text.
type ArticleInfo struct {
	ID        ID
	URL       string
	Title     string
	Source    string
	Language  string
	Published edtf.Date
	LoadedAt  time.Time
	Bytes     int // length of the text
}

// Reprints tells what an article has to do with others of nearly the same text.
type Reprints struct {
	Of ID   // the earliest of them; "" if the article is it, or the only one
	By []ID // of the earliest: the others, in their order
}

// A Match is one answer to a search.
type Match struct {
	ID       ID
	Matched  int     // words of the query that it has
	Score    float64 // higher is better; comparable among names, and among articles
	name     Label   // by which it was found; none for an article
	question *question
}

// A Mention is a dated claim, for timelines.
type Mention struct {
	Claim   StoredClaim
	Date    edtf.Date
	Basis   string
	Planned bool // reported only as planned
}
