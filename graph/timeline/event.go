package timeline

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A Kind is what an event is.
type Kind string

// The kinds of event.
const (
	Start     Kind = "START"     // the first day of a round
	Plenary   Kind = "PLENARY"   // a plenary, extended or closing session
	Session   Kind = "SESSION"   // the day on which an agenda item is discussed
	Meeting   Kind = "MEETING"   // of parties, at or on the margins of a round
	Statement Kind = "STATEMENT" // what a speaker said
	Outcome   Kind = "OUTCOME"   // a result of a round
	End       Kind = "END"       // the last day of a round
)

// Kinds lists the kinds in the order in which events of one day are shown.
func Kinds() []Kind {
	return []Kind{Start, Plenary, Session, Meeting, Statement, Outcome, End}
}

// An Event is something that happened, or is planned, at a time.
type Event struct {
	ID       graph.ID // of its kind and subject: it stays when a better date is reported
	Kind     Kind
	Date     graph.EventDate
	Modality graph.Modality // how it is reported at best: as happened, as under way, as planned
	AsOf     edtf.Date      // the report date that it was asked for; zero: all reports

	Subject graph.ID // the round, meeting, statement, outcome or agenda item
	Process graph.ID // "" if not reported
	Round   graph.ID
	Place   graph.ID   // of a START: the venue, "" if not reported
	Actors  []graph.ID // the speaker of a STATEMENT, the parties of a MEETING

	// What the event has to do with, sorted: for a MEETING or a STATEMENT those
	// who act in it, for the others everything that the round has.
	Parties, Persons, Topics []graph.ID

	Outcome      string // of an OUTCOME: one of graph.OutcomeKinds
	Text         string // the words of a STATEMENT or an OUTCOME; may be empty
	TextLanguage string // BCP 47, of Text
	Direct       bool   // of a STATEMENT: Text is a quotation

	// The round as a whole, so that a chart can draw it behind any of its events.
	RoundNumber          *int
	RoundStart, RoundEnd edtf.Date // zero where they are not reported
	RoundStatus          graph.RoundStatus

	Claims  []graph.ID // what the event rests on, the stating claims first
	Sources []Source   // the passages of the claims, in their order
	Names   Names      // of every id above
}

// Names are the names of things by language.
type Names map[graph.ID]map[string]string

// EventID is the id of the event of a kind that a subject has.
func EventID(k Kind, subject graph.ID) graph.ID {
	return graph.HashID("event", string(k), string(subject))
}

// Compare orders events by their first day, their last day, the text of the
// date, the kind, the round and the subject. Only an event and itself are
// equal in it.
func Compare(a, b Event) int {
	return cmp.Or(
		a.Date.EDTF.Compare(b.Date.EDTF),
		cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind)),
		strings.Compare(string(a.Round), string(b.Round)),
		strings.Compare(string(a.Subject), string(b.Subject)),
	)
}

// Name is the name of something in a language: in it, else in English, else in
// any, else what the id says. It is plain text.
func (e Event) Name(id graph.ID, language string) string {
	names := e.Names[id]
	for _, l := range append([]string{phrasesIn(language).language, "en"}, Languages()...) {
		if n := Plain(names[l]); n != "" {
			return n
		}
	}
	return graph.Words(id.Name())
}

// Days gives the first and the last day that the event may have been on, as
// YYYY-MM-DD; "" where the date has no such end.
func (e Event) Days() (first, last string) {
	d := e.Date.EDTF
	if !d.Start().IsZero() {
		first = d.Earliest().Format(time.DateOnly)
	}
	if !d.End().IsZero() {
		last = d.Latest().Format(time.DateOnly)
	}
	return first, last
}

// basis is how the event's date was solved: as the passage beside it says, if
// it gives the date.
func (e *Event) basis(beside Source) string {
	if slices.Contains(e.Date.Claims, beside.Claim) {
		return cmp.Or(beside.Basis, e.Date.Basis)
	}
	return e.Date.Basis
}
