package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// A mentionKind is the kind of thing that a stretch of text names.
type mentionKind uint8

const (
	kindParty       mentionKind = iota // a party, by name
	kindParties                        // one or more parties: "Russia, Turkey and Iran"
	kindDelegation                     // one delegation: "the Russian delegation"
	kindDelegations                    // one or more: "the delegations of Russia and Iran"
	kindPerson                         // somebody, with title and apposition where given
	kindInstitution                    // a ministry or presidency, which speaks for its state
	kindActor                          // one delegation, party, person or institution
	kindActors                         // one or more of them
	kindRound                          // a round
	kindPlace                          // a city or building
	kindDate                           // a temporal expression
	kindTopic                          // what can be on an agenda
	kindAdjective                      // a state's adjective that stands for its delegation
	kindName                           // words that may be somebody's name
	kindMedia                          // an agency or outlet
	kindProcess                        // a series of talks
	kindVenue                          // "in the Kazakh capital": a place where something is
	kindDuration                       // "two days"
	kindList                           // two or more parties
	kindOffice                         // "the Russian envoy", who acts for the party of the office
	kindGuarantors                     // "the guarantor states", as those who act
	kindPersons                        // two or more persons
	kindDay                            // "the second day"
	kindSeveral                        // two or more of those who can act
	kindCount
)

// mentionKinds names the kinds that a pattern's slots may take.
var mentionKinds = map[string]mentionKind{
	"party": kindParty, "parties": kindParties, "delegation": kindDelegation, "delegations": kindDelegations,
	"person": kindPerson, "institution": kindInstitution, "actor": kindActor, "actors": kindActors,
	"round": kindRound, "place": kindPlace, "date": kindDate, "topic": kindTopic, "adjective": kindAdjective,
	"name": kindName, "media": kindMedia, "process": kindProcess,
	"venue": kindVenue, "duration": kindDuration, "list": kindList, "persons": kindPersons,
	"day": kindDay, "guarantors": kindGuarantors, "several": kindSeveral, "office": kindOffice,
}

// A mention is a stretch of text that names something.
type mention struct {
	kind     mentionKind
	from, to int // token range
	short    int // a nearer end that will do too, 0 if none: the name without its apposition

	parties           []*party // of parties, delegations, actors
	persons           []*person
	person            *person
	round             *round
	entry             *lexicon.Entry // of place, topic, media, process
	date              int            // index into the document's dates, or durations
	capital, sameCity bool           // of a venue: named as a capital, as the same city
	here              bool           // … as where the reporter is
	town              bool           // of a venue or place: named as the town of a state
	title             [2]int         // token range of a person's title, if any
	name              [2]int         // token range of a person's name
	lead              int            // bytes of a proclitic before the name: the و of وأحمد
	weak              bool           // of a delegation: "representatives of", not a team; of a round: named by a noun such as meeting
	anaphor           bool           // of a delegation: named before, not here: "the delegation"
	relative          bool           // of a round: "the next round"
	own               bool           // of a round: its phrase names its process
	called            bool           // of a round: said to be the one that is spoken of, "it is the fifth"
	counting          bool           // of a round: counted on from how many there have been
	listed            bool           // of a round: one of those that a sentence counts as before the article's own
	also              []int          // of a round: the numbers of others that are told with it, "the sixth and seventh rounds"
	standing          standing       // of a round: how it is spoken of
	certain           bool           // of such a round: an adjective such as international makes it one
	form              lexicon.Form
}

// A party is who the article means by its name. A generic one ("the
// opposition") has no id until the talks are known.
type party struct {
	id      string
	generic *lexicon.Entry
	state   string // of a generic one: whose government it is called
	from    int    // token range of the spelling
	to      int
	form    lexicon.Form
}

// A person is somebody whom the article names.
type person struct {
	id       string
	known    *lexicon.Entry
	full     string      // folded full name
	key      lexicon.Key // by which who it is was told, "" where no key was asked
	others   []string    // other spellings of the full name, folded
	mentions []*mention
	party    string // by title or by office in the talks
}

// A round is a meeting of a process that the article names or means.
type round struct {
	process string
	number  int // 0: without a number
	id      string
	first   int // token of the first mention
	count   int
	weight  int      // how much its mentions say for its being the article's own
	told    *mention // the first that is not in passing
	news    *mention // the first in the lead that tells something of it
	title   bool
	tenses  uint8 // the bits of those in which it is spoken of
	later   bool  // without a number: the round after the article's own

	subjectID graph.ID // once asked for
}

// keyNumber tells rounds of one process apart: the number, 0 for one that has none, -1
// for the one after that.
func (r *round) keyNumber() int {
	if r.later {
		return -1
	}
	return r.number
}

// mentionsAt returns the mentions of a kind that begin at token i.
func (d *document) mentionsAt(k mentionKind, i int) []*mention {
	if d.spots[i].mentions&madeOf[k] == 0 {
		return nil
	}
	if madeOf[k] == 1<<k {
		return d.mentions[k][i]
	}
	l := &d.listed[k][i]
	if l.added != d.added {
		l.added, l.mentions = d.added, d.lists(k, i)
	}
	return l.mentions
}

// mentioned tells whether a mention of a kind begins at token i.
func (d *document) mentioned(k mentionKind, i int) bool {
	return d.spots[i].mentions&madeOf[k] != 0 && (k != kindList || len(d.mentionsAt(k, i)) > 0)
}

// addMention records a copy of a mention, unless one of its kind and extent is
// there, and returns what is recorded.
func (d *document) addMention(m *mention) *mention {
	d.added++
	list := d.mentions[m.kind][m.from]
	for _, o := range list {
		if o.to == m.to {
			return o
		}
	}
	// The longest comes first.
	i := 0
	for i < len(list) && list[i].to > m.to {
		i++
	}
	c := d.mentionSlab.new()
	*c = *m
	d.put(c, i)
	return c
}

// put adds a mention to those of its kind that begin where it does, as the
// n-th.
func (d *document) put(m *mention, n int) {
	list := d.mentions[m.kind][m.from]
	if list == nil {
		list = d.mentionRefs.take(1)
		list[0] = m
	} else {
		list = slices.Insert(list, n, m)
	}
	d.mentions[m.kind][m.from] = list
	d.spots[m.from].mentions |= 1 << m.kind
	s := &d.sentences[d.text.Tokens[m.from].Sentence]
	if s.kinds>>m.kind&1 == 0 {
		s.kinds |= 1 << m.kind
		d.asked++
	}
}

// again records a copy of a mention that begins at another token, behind those
// that are there.
func (d *document) again(m *mention, from int) *mention {
	c := d.mentionSlab.new()
	*c = *m
	c.from = from
	d.put(c, len(d.mentions[m.kind][from]))
	return c
}

func (m *mention) take(o *mention) {
	m.parties = joined(m.parties, o.parties)
	m.persons = joined(m.persons, o.persons)
	if o.person != nil && len(o.persons) == 0 {
		m.persons = append(m.persons, o.person)
	}
}

// acts tells whether somebody who can act is named from token i.
func (d *document) acts(i int) bool {
	const acting = 1<<kindParty | 1<<kindAdjective | 1<<kindDelegation | 1<<kindDelegations | 1<<kindPerson | 1<<kindInstitution
	return d.spots[i].mentions&acting != 0
}

// bracket passes over what stands in brackets behind an item of a list: "Iran
// (head: Ali Asghar Khaji), Russia".
func (d *document) bracket(i, end int) int {
	if to, ok := d.classAt(i, d.lang.common.leadNoun); ok && i < end {
		// «وفد روسيا برئاسة ألكسندر لافرنتييف، ووفد …»
		for j := to; j < min(to+2, end); j++ {
			for _, m := range d.mentions[kindPerson][j] {
				return m.to
			}
		}
		return i
	}
	if i >= end || d.text.Tokens[i].Norm != "(" {
		return i
	}
	for j := i + 1; j < min(end, i+20); j++ {
		if d.text.Tokens[j].Norm == ")" {
			return j + 1
		}
	}
	return i
}

// aligned is where the words "Iran-aligned", "Saudi-backed" that begin at token
// i end; i where none do.
func (d *document) aligned(i int) int {
	if i+2 < len(d.text.Tokens) && d.text.Tokens[i+1].Norm == "-" {
		if to, ok := d.classAt(i+2, d.lang.class["aligned"]); ok {
			return to
		}
	}
	return i
}
