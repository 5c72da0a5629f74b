package graph

import (
	"time"

	"peacetalks/graph/edtf"
)

// A Predicate is the kind of thing that a claim says. The set is closed.
type Predicate string

// The predicates, with the subject and the object that each takes.
const (
	PredProcess    Predicate = "process"    // round → process
	PredNumber     Predicate = "number"     // round → number
	PredStart      Predicate = "start"      // round → date
	PredEnd        Predicate = "end"        // round → date
	PredVenue      Predicate = "venue"      // round → place
	PredHost       Predicate = "host"       // round → party
	PredGuarantor  Predicate = "guarantor"  // round → party
	PredObserver   Predicate = "observer"   // round → party
	PredMediator   Predicate = "mediator"   // round → party
	PredGuest      Predicate = "guest"      // round → party, that attends without being a side or an observer
	PredDelegation Predicate = "delegation" // round → delegation (delegation:<round>/<party>)
	PredHead       Predicate = "head"       // delegation → person
	PredMember     Predicate = "member"     // delegation → person
	PredTitle      Predicate = "title"      // person → text
	PredAgenda     Predicate = "agenda"     // round → agenda item (agenda:<round>/<topic>)
	PredSession    Predicate = "session"    // agenda item → date on which it is discussed
	PredMeeting    Predicate = "meeting"    // round → meeting (meeting:<round>/<party>+<party>)
	PredPlenary    Predicate = "plenary"    // round → meeting (meeting:<round>/plenary)
	PredDate       Predicate = "date"       // meeting, plenary, statement or outcome → date
	PredStatement  Predicate = "statement"  // round → statement
	PredSpeaker    Predicate = "speaker"    // statement → person or party
	PredManner     Predicate = "manner"     // statement → text, "direct" (quoted) or "indirect" (paraphrased)
	PredText       Predicate = "text"       // statement, outcome or agenda item → text
	PredTopic      Predicate = "topic"      // statement → topic
	PredOutcome    Predicate = "outcome"    // round → outcome
	PredKind       Predicate = "kind"       // outcome → text, one of the OutcomeKinds; meeting → text, "technical"
	PredStatus     Predicate = "status"     // round → text, one of the Statuses
	PredName       Predicate = "name"       // process, round, party, person, place or topic → text
)

// OutcomeKinds lists the values that a [PredKind] claim may have.
var OutcomeKinds = []string{
	"joint-statement", "agreement", "next-round-set", "no-agreement",
	"prisoner-exchange", "working-group", "zones-agreed", "postponed",
}

// Statuses lists the values that a [PredStatus] claim may have.
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
	Origin     string    `json:"origin,omitempty"`  // key of the outlet that is cited, whatever it is called; empty if it is not known
	Basis      string    `json:"basis,omitempty"`   // how a date was solved, in words
	Confidence float64   `json:"confidence"`        // 0 to 1
	Reported   edtf.Date `json:"reported,omitzero"` // the article's date
}

// ReportedBy tells whether the evidence counts in views as of a day; the zero
// day is every day.
func (e Evidence) ReportedBy(day edtf.Date) bool { return by(e.Reported, day) }

// An Article is a text with what is known of its publication.
type Article struct {
	ID        ID        `json:"id"`            // ArticleID of the fields that were given
	URL       string    `json:"url,omitempty"` // canonical
	Title     string    `json:"title,omitempty"`
	Source    string    `json:"source,omitempty"` // the outlet's name
	Language  string    `json:"language,omitempty"`
	Published edtf.Date `json:"published,omitzero"`
	Text      string    `json:"text"` // UTF-8; spans point into it

	// Blocks are the parts of a text that was taken from a page, whose tags told
	// them apart; empty for plain text, whose parts are found anew when it is read.
	Blocks []Block `json:"blocks,omitempty"`
	// Solved names those of title, source, language and published that were
	// found in the text and not given with it: they depend on the extractor, and
	// so are no part of the article's identity.
	Solved []string `json:"solved,omitempty"`
}

// A Block is a part of an article's text, such as its headline, a paragraph or
// the page's furniture.
type Block struct {
	Start int    `json:"start"` // byte offset of the first byte
	End   int    `json:"end"`   // byte offset just past the last byte
	Kind  string `json:"kind"`  // title, dateline, heading, body, caption or boilerplate
}

// Given is the article as it came: without the fields that were found in its
// text.
func (a Article) Given() Article {
	for _, field := range a.Solved {
		switch field {
		case "title":
			a.Title = ""
		case "source":
			a.Source = ""
		case "language":
			a.Language = ""
		case "published":
			a.Published = edtf.Date{}
		}
	}
	a.Solved = nil
	return a
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
	Outlet     string      `json:"outlet,omitempty"`     // key of the article's outlet, whatever it is called; empty if it is not known
	Loaded     time.Time   `json:"-"`                    // when it was loaded, of a reading that comes from a backup; zero: as it is put
	Signatures []uint64    `json:"signatures,omitempty"` // hashes of the text's shingles, sorted, for finding reprints; of a long text a sample, the smallest [MaxShingles]
}
