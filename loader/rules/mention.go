package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
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
	kindCount
)

// mentionKinds names the kinds that a pattern's slots may take.
var mentionKinds = map[string]mentionKind{
	"party": kindParty, "parties": kindParties, "delegation": kindDelegation, "delegations": kindDelegations,
	"person": kindPerson, "institution": kindInstitution, "actor": kindActor, "actors": kindActors,
	"round": kindRound, "place": kindPlace, "date": kindDate, "topic": kindTopic, "adjective": kindAdjective,
	"name": kindName, "media": kindMedia, "process": kindProcess,
	"venue": kindVenue, "duration": kindDuration, "list": kindList, "persons": kindPersons,
	"day": kindDay,
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
	title             [2]int         // token range of a person's title, if any
	name              [2]int         // token range of a person's name
	lead              int            // bytes of a proclitic before the name: the و of وأحمد
	weak              bool           // of a delegation: \"representatives of\", not a team; of a round: named by a noun such as meeting
	anaphor           bool           // of a delegation: named before, not here: "the delegation"
	relative          bool           // of a round: \"the next round\"
	own               bool           // of a round: its phrase names its process
	certain           bool           // of such a round: an adjective such as international makes it one
	form              lexicon.Form
}

// A party is who the article means by its name. A generic one ("the
// opposition") has no id until the talks are known.
type party struct {
	id      string
	generic *lexicon.Entry
	from    int // token range of the spelling
	to      int
	form    lexicon.Form
}

// A person is somebody whom the article names.
type person struct {
	id       string
	known    *lexicon.Entry
	full     string // folded full name
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
	title   bool

	subjectID graph.ID // once asked for
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

// madeOf has, for each kind, a bit for each kind of mention with which one may
// begin: lists are put together from others when they are asked for.
var madeOf = func() (of [kindCount]uint32) {
	for k := range of {
		of[k] = 1 << k
	}
	of[kindParties] = 1 << kindParty
	of[kindList] = 1 << kindParty
	of[kindPersons] = 1 << kindPerson
	of[kindDelegations] |= 1 << kindDelegation
	for _, k := range actors {
		of[kindActor] |= 1 << k
	}
	of[kindActors] = of[kindActor]
	return of
}()

// A listed is what a list was put together to, when so many mentions had been
// added.
type listed struct {
	added    int
	mentions []*mention
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

// actors are the kinds of mentions of those who can act, in the order in which
// they are looked for.
var actors = [...]mentionKind{kindDelegation, kindDelegations, kindGuarantors, kindPerson, kindOffice, kindInstitution, kindParty}

// lists builds the coordinated mentions that begin at token i.
func (d *document) lists(k mentionKind, i int) []*mention {
	switch k {
	case kindActor:
		var out []*mention
		for _, single := range actors {
			if len(out) > 0 && single == kindParty {
				break
			}
			if d.spots[i].mentions>>single&1 != 0 {
				out = joined(out, d.mentions[single][i])
			}
		}
		return out
	case kindActors:
		return d.coordinate(k, i, kindActor)
	case kindParties:
		return d.coordinate(k, i, kindParty)
	case kindPersons:
		if l := d.coordinate(k, i, kindPerson); len(l) > 0 && len(l[0].persons) > 1 {
			return l
		}
		return nil
	case kindList:
		if l := d.coordinate(k, i, kindParty); len(l) > 0 && len(l[0].parties) > 1 {
			return l
		}
		return nil
	}
	return joined(d.mentions[k][i], d.coordinate(k, i, kindDelegation))
}

// joined is one list after another; where one is empty, the other itself.
func joined[T any](a, b []T) []T {
	switch {
	case len(b) == 0:
		return slices.Clip(a)
	case len(a) == 0:
		return slices.Clip(b)
	}
	return slices.Concat(a, b)
}

// coordinate joins mentions of one kind: "X, Y and Z", «X وY وZ».
func (d *document) coordinate(k mentionKind, i int, of mentionKind) []*mention {
	list := d.mentionsAt(of, i)
	if len(list) == 0 {
		return nil
	}
	m := d.mentionSlab.new()
	m.kind, m.from, m.to = k, i, list[0].to
	m.take(list[0])
	for {
		j, ok := d.connector(m.to)
		if !ok {
			break
		}
		next := d.mentionsAt(of, j)
		if len(next) == 0 || of == kindActor && d.newClause(i, m.to, next[0].to) {
			break
		}
		m.take(next[0])
		m.to = next[0].to
	}
	out := d.mentionRefs.take(1)
	out[0] = m
	return out
}

// newClause tells whether what follows ", and" begins a clause of its own rather
// than goes on with the list that begins at token i: "consultations with the
// Iranian delegation, and the UN team, headed by Pedersen, met the Turks". The
// list ends at token end, the next item at token to.
func (d *document) newClause(i, end, to int) bool {
	if !d.lang.cased || i == 0 || end+1 >= len(d.text.Tokens) || d.text.Tokens[end].Norm != "," || d.text.Tokens[end+1].Norm != "and" {
		return false
	}
	if object := d.text.Tokens[i-1].Norm; object != "with" && !(object == "the" && i > 1 && (d.text.Tokens[i-2].Norm == "with" || d.follows(i-1, d.lang.class["met"]))) && !d.follows(i, d.lang.class["met"]) {
		return false
	}
	stop := min(d.sentenceEnd(i), to+14)
	if to < stop && d.text.Tokens[to].Norm == "," {
		for to++; to < stop && d.text.Tokens[to].Norm != ","; to++ {
		}
		to++
	}
	if to >= stop {
		return false
	}
	_, met := d.classAt(to, d.lang.class["met"])
	return met
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
	if to, ok := d.classAt(i, d.lang.class["lead-noun"]); ok && i < end {
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

// connector tells whether a list goes on at token i, and where its next item
// begins: after a comma, a conjunction or both, or at a word that carries the
// proclitic و.
func (d *document) connector(i int) (int, bool) {
	end := d.sentenceEnd(i)
	if i >= end {
		return 0, false
	}
	i = d.quotes(d.bracket(i, end), end)
	found := false
	if d.lang.name == "tr" && i < end && d.text.Tokens[i].Kind == text.Suffix {
		i++ // "Irak'ın, Lübnan'ın ve Ürdün'ün"
	}
	if i < end && d.text.Tokens[i].Norm == "," {
		i, found = d.quotes(i+1, end), true
	}
	if to, ok := d.classAt(i, d.lang.common.and); ok {
		i, found = d.quotes(to, end), true
	}
	for i < end {
		if to := d.aligned(i); to > i {
			i = to // "the Iran-aligned Houthis"
			continue
		}
		if d.acts(i) {
			break
		}
		to, ok := d.classAt(i, d.lang.common.filler)
		if !ok {
			break
		}
		i = d.quotes(to, end)
	}
	if i < end && (found || d.joined(i)) {
		return i, true
	}
	return 0, false
}
