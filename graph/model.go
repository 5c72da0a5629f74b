package graph

import "peacetalks/graph/edtf"

// A Predicate is the kind of thing that a claim says. The set is closed.
type Predicate string

// The predicates, with the subject and the object that each takes.
const (
	Process    Predicate = "process"    // round → process
	Number     Predicate = "number"     // round → number
	Start      Predicate = "start"      // round → date
	End        Predicate = "end"        // round → date
	Venue      Predicate = "venue"      // round → place
	Host       Predicate = "host"       // round → party
	Guarantor  Predicate = "guarantor"  // round → party
	Observer   Predicate = "observer"   // round → party
	Mediator   Predicate = "mediator"   // round → party
	Delegate   Predicate = "delegation" // round → delegation (delegation:<round>/<party>)
	Head       Predicate = "head"       // delegation → person
	Member     Predicate = "member"     // delegation → person
	Title      Predicate = "title"      // person → text
	Agenda     Predicate = "agenda"     // round → agenda item (agenda:<round>/<topic>)
	Session    Predicate = "session"    // agenda item → date on which it is discussed
	Meet       Predicate = "meeting"    // round → meeting (meeting:<round>/<party>+<party>)
	Plenary    Predicate = "plenary"    // round → meeting (meeting:<round>/plenary)
	Date       Predicate = "date"       // meeting, plenary, statement or outcome → date
	Said       Predicate = "statement"  // round → statement
	Speaker    Predicate = "speaker"    // statement → person or party
	Wording    Predicate = "text"       // statement, outcome or agenda item → text
	About      Predicate = "topic"      // statement → topic
	Result     Predicate = "outcome"    // round → outcome
	ResultKind Predicate = "kind"       // outcome → text, one of the OutcomeKinds
	State      Predicate = "status"     // round → text, one of the Statuses
	Name       Predicate = "name"       // process, round, party, person, place or topic → text
)

// OutcomeKinds lists the values that a [ResultKind] claim may have.
var OutcomeKinds = []string{
	"joint-statement", "agreement", "next-round-set", "no-agreement",
	"prisoner-exchange", "working-group", "zones-agreed", "postponed",
}

// Statuses lists the values that a [State] claim may have.
var Statuses = []string{"announced", "underway", "concluded", "postponed", "cancelled"}

// An Object is the third part of a claim. Exactly one of its fields is set;
// Language may accompany Text.
type Object struct {
	Entity   ID        `json:"entity,omitempty"`
	Date     edtf.Date `json:"date,omitzero"`
	Text     string    `json:"text,omitempty"`
	Language string    `json:"language,omitempty"` // BCP 47, of Text; empty for codes such as a status
	Number   int       `json:"number,omitempty"`
}

// A Claim is one thing that articles or curators say.
type Claim struct {
	Subject   ID        `json:"subject"`
	Predicate Predicate `json:"predicate"`
	Object    Object    `json:"object"`
}

// A Modality tells how an article presents a claim.
type Modality string

// The modalities.
const (
	Happened Modality = "HAPPENED"
	Ongoing  Modality = "ONGOING"
	Planned  Modality = "PLANNED"
	Denied   Modality = "DENIED"
)

// A Span is a passage of an article's stored text.
type Span struct {
	Start int    `json:"start"` // byte offset of the first byte
	End   int    `json:"end"`   // byte offset just past the last byte
	Quote string `json:"quote"` // the stored bytes from Start to End
}

// Evidence is one passage that supports or denies a claim.
type Evidence struct {
	Article    ID        `json:"article"`
	Spans      []Span    `json:"spans"` // the stating passage first, then what the claim was inferred from
	Rule       string    `json:"rule"`
	Modality   Modality  `json:"modality"`
	Citing     string    `json:"citing,omitempty"`  // who is cited for it, as the article names them
	Basis      string    `json:"basis,omitempty"`   // how a date was solved, in words
	Confidence float64   `json:"confidence"`        // 0 to 1
	Reported   edtf.Date `json:"reported,omitzero"` // the article's date
}

// An Article is a text with what is known of its publication.
type Article struct {
	ID        ID        `json:"id"`            // ArticleID of the other fields
	URL       string    `json:"url,omitempty"` // canonical
	Title     string    `json:"title,omitempty"`
	Source    string    `json:"source,omitempty"` // the outlet's name
	Language  string    `json:"language,omitempty"`
	Published edtf.Date `json:"published,omitzero"`
	Text      string    `json:"text"` // UTF-8; spans point into it
}

// Supported is a claim with the evidence that one article gives for it.
type Supported struct {
	Claim    Claim      `json:"claim"`
	Evidence []Evidence `json:"evidence"`
}

// A Reading is one article and what it says. It is a pure function of the
// article's bytes, its metadata and the extractor.
type Reading struct {
	Article    Article     `json:"article"`
	Extractor  string      `json:"extractor"`            // digest of rules, lexicon and code
	Claims     []Supported `json:"claims"`               // sorted by claim id, each once
	Terms      []string    `json:"terms,omitempty"`      // folded search terms of the text and title, sorted, each once
	Signatures []uint64    `json:"signatures,omitempty"` // of the text, for finding reprints
}
