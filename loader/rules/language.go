package rules

import "sync"

// A language is the rules and word classes of one language.
type language struct {
	name      string
	before    bool     // a delegation's party may stand before its noun
	after     bool     // … or behind it
	cased     bool     // names begin with capitals
	declined  bool     // names stand in cases
	plurals   []string // how the plurals of adjectives and titles end
	peoples   bool     // adjectives of states have a capital only where they stand for people
	class     map[string]int
	common    classes
	rules     []*rule
	least     int // the first of the language's classes
	classes   int // how many there are
	scratches sync.Pool
	shelves   []shelf       // of the patterns that begin with a class, a kind of mention, or something else, then those of last resort; one more at the end
	openers   []mentionKind // the kinds with which patterns begin
	others    opening       // of the patterns that begin with something else
	attempts  []attempt
	tests     []test
	naming    []test // of the patterns that ask for a name
	resorts   []test // of the patterns of rules of last resort

	classNames []string // by number, counted from the least
	weights    *weightTable
}

// classes are the word classes that the engine itself knows by name. A
// language that has no such words leaves them out.
type classes struct {
	and, filler, stop, of, delegation, unit, session, talks, notRound, next, previous, ordinalSuffix, teen,
	notName, particle, ministry, say, deny, future, continues, guarantors, capital, same, side, city, in, that, weakUnit, representatives, each, opening, closing, relative, pronoun, belongs, article, times, their, sides, posted, aside, according, outsider, superseded, undenied, talkNoun, endPast, auxiliary,
	the, three, one, is, there, town, thatPlace, theCity, it, leadNoun, formOfTalks, topicAside, phase, butAlso int // 0 where the language has none
}

// bind looks up the engine's classes; one that the file does not have is empty.
func (l *language) bind(empty func() int) {
	c := &l.common
	for name, to := range map[string]*int{
		"and": &c.and, "filler": &c.filler, "stop": &c.stop, "of": &c.of, "delegation": &c.delegation,
		"unit": &c.unit, "session": &c.session, "talks": &c.talks, "not-round": &c.notRound, "next": &c.next,
		"previous": &c.previous, "ordinal-suffix": &c.ordinalSuffix, "teen": &c.teen, "not-name": &c.notName,
		"particle": &c.particle, "ministry": &c.ministry, "say": &c.say, "deny": &c.deny, "future": &c.future,
		"continues": &c.continues, "guarantors": &c.guarantors, "capital": &c.capital, "same": &c.same, "side": &c.side,
		"city": &c.city, "in": &c.in, "that": &c.that, "weak-unit": &c.weakUnit, "representatives": &c.representatives,
		"relative": &c.relative, "according": &c.according, "outsider": &c.outsider, "posted": &c.posted, "aside": &c.aside, "article": &c.article, "times": &c.times, "their": &c.their, "sides": &c.sides, "pronoun": &c.pronoun, "belongs": &c.belongs, "each": &c.each, "opening": &c.opening, "closing": &c.closing,
		"superseded": &c.superseded, "undenied": &c.undenied, "talk-noun": &c.talkNoun, "end-past": &c.endPast, "auxiliary": &c.auxiliary,
	} {
		if _, ok := l.class[name]; !ok {
			l.class[name] = empty()
		}
		*to = l.class[name]
	}
	c.thatPlace, c.theCity, c.it = l.class["at-that-place"], l.class["the-city"], l.class["it"]
	c.the, c.three, c.one, c.is, c.there, c.town = l.class["the"], l.class["three"], l.class["one"], l.class["is"], l.class["there"], l.class["town"]
	c.phase, c.butAlso = l.class["phase"], l.class["but-also"]
	c.leadNoun, c.formOfTalks, c.topicAside = l.class["lead-noun"], l.class["form-of-talks"], l.class["topic-aside"]
}

// A rule turns a pattern of mentions and words into facts.
type rule struct {
	id       string
	says     string // its description
	patterns [][]element
	sources  []string // the patterns as they are written
	facts    []template
	modality string
	headline bool  // reads titles and headings too
	fallback bool  // counts only where no other rule tells such a thing
	after    []int // one of these classes must stand earlier in the sentence
	told     []int // one of these must stand in the sentence before, of the same paragraph
	unless   []int // none of these may stand in the sentence
	behind   []int // none of these may stand right before the match
	examples []example
}

// A template is one fact that a rule gives: its kind, the slots that fill it,
// and settings such as kind=agreement.
type template struct {
	kind   string
	slots  []string
	value  string // kind=
	weight int    // weight=, 1 unless said
	item   int    // item=: only that one of the parties that a list names, counted from 1
	before bool   // before=: the topics that stand before the slot's
	today  bool   // date=today
	days   int    // days=: so many days behind its date
	ranged bool   // range=: only a date of several days
	nth    bool   // nth=: only the number of a day, no length
	summit bool   // summit=: only where the round is a summit
	shift  int    // shift=: the date lies so long before (-1) or after (1) the one that is named, or before or after the article's own day
	with   bool   // with=mediator: the mediator is the other one
	firm   bool   // firm=: a party that is said to send a delegation, not only to attend
	envoy  bool   // mediator=own: a mediator's envoy who comes with a delegation is not of it
	past   bool   // with=before: so are those whose meeting was told last
	same   bool   // with=same: so is he who met in the meeting told last
	beside string // beside=: the slot of the person in whose delegation they sit
	again  bool   // with=each-before: he meets each whom he met then
	pair   bool   // with=pair: an item of a list of meetings, each with its two sides
	source bool   // source=yes: who speaks is somebody of the party whom nothing names
	loose  bool   // loose=yes: the party may be only where the person comes from
}

// An example is a text with the facts that the rule must, or must not, give.
type example struct {
	Text  string     `yaml:"text"`
	About string     `yaml:"about"` // the round that the article is about, such as astana-14
	Gives [][]string `yaml:"gives"`
}
