package timeline

import (
	"strings"

	"peacetalks/graph"
)

// phrases are what a language needs to speak of events. In the phrases for
// kinds, {round}, {place}, {who}, {topic} and {outcome} stand for names.
//
// Names are not inflected here, so the phrases put them where their language
// needs no inflection.
type phrases struct {
	language  string // BCP 47
	rtl       bool
	title     string          // of a whole timeline
	titles    map[Kind]string // of an event
	startAt   string          // of a START with a venue
	kinds     map[Kind]string // the name of the kind
	outcomes  map[string]string
	planned   string
	day       string // a date, of {day}, {month} and {year}
	month     string
	months    [12]string // as in a date
	monthOnly [12]string // without a day; empty: as in a date
	about     string     // {date}: near that date
	perhaps   string     // {date}: maybe that date
	from      string     // {date}: then and later
	until     string     // {date}: then and before
	possibly  string     // {date}: the days that an event may have been on
	chart     chartPhrases
	labels    map[label]string
}

// languages lists what is said in every language. The first serves every
// language that has nothing of its own.
var languages = []*phrases{&english, &arabic, &persian, &french, &russian, &turkish}

// Languages lists the languages that titles are made in.
func Languages() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.language
	}
	return codes
}

// phrasesIn are the phrases for a BCP 47 language, English for those that have
// none.
func phrasesIn(language string) *phrases {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	for _, p := range languages {
		if p.language == primary {
			return p
		}
	}
	return languages[0]
}

// KindName is the name of a kind in a language.
func KindName(k Kind, language string) string { return phrasesIn(language).kinds[k] }

// RightToLeft tells whether a language of [Languages] is written so.
func RightToLeft(language string) bool { return phrasesIn(language).rtl }

// Heading is the title of a whole timeline in a language.
func Heading(language string) string { return phrasesIn(language).title }

// Title says in a language what the event is. It is plain text on one line.
func (e Event) Title(language string) string {
	p := phrasesIn(language)
	phrase := p.titles[e.Kind]
	if e.Kind == Start && e.Place != "" {
		phrase = p.startAt
	}
	topic := ""
	if e.Kind == Session && len(e.Topics) > 0 {
		topic = e.Name(e.Topics[0], language)
	}
	return strings.NewReplacer(
		"{round}", e.Name(e.Round, language),
		"{place}", e.Name(e.Place, language),
		"{who}", e.who(language),
		"{topic}", topic,
		"{outcome}", e.outcomeName(language),
	).Replace(phrase)
}

// who names those who act in the event.
func (e Event) who(language string) string {
	names := make([]string, len(e.Actors))
	for i, id := range e.Actors {
		names[i] = e.Name(id, language)
	}
	return strings.Join(names, " – ")
}

func (e Event) outcomeName(language string) string {
	if name, ok := phrasesIn(language).outcomes[e.Outcome]; ok {
		return name
	}
	return graph.Words(e.Outcome)
}

// PlannedName is the word for what is reported only as planned.
func PlannedName(language string) string { return phrasesIn(language).planned }
