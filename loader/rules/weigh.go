package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// What the rules leave open is weighed. A sentence that names a person, a party,
// a topic, a place or a day may say a thing that no rule's pattern fits: a candidate.
// The signs around it, such as the word classes of its clause or the words of a title,
// speak for it or against it, each with a weight learnt from the labelled articles in
// testdata (data/weights.tsv; `go run ./loader/weigh` learns them). All candidates that
// would be one fact are a prospect, which is weighed against the article's others
// (prospects.go). One that is clear becomes a fact, where nothing that the rules found
// contradicts it.

// A weighed is a kind of thing that is weighed. Outcomes are weighed each by itself.
type weighed uint8

const (
	weighedHead weighed = iota
	weighedMember
	weighedDelegation
	weighedObserver
	weighedGuarantor
	weighedHost
	weighedSay
	weighedMeeting
	weighedAgenda
	weighedVenue
	weighedStart
	weighedEnd
	weighedOutcome                                               // and those behind it, in the order of outcomeKinds
	weighedSubject = weighedOutcome + weighed(len(outcomeKinds)) // whether an article is about talks; no fact
	weighedCount   = weighedSubject + 1
)

// outcomeKinds are the outcomes that are weighed.
var outcomeKinds = [...]string{"joint-statement", "agreement", "next-round-set", "no-agreement", "prisoner-exchange", "working-group", "zones-agreed", "postponed"}

// weighedKinds name the kinds: that of the fact, for outcomes with the value behind a colon, and
// "subject".
var weighedKinds = func() (names [weighedCount]string) {
	copy(names[:], []string{"head", "member", "delegation", "observer", "guarantor", "host", "say", "meeting", "agenda", "venue", "start", "end"})
	for k, v := range outcomeKinds {
		names[int(weighedOutcome)+k] = "outcome:" + v
	}
	names[weighedSubject] = "subject"
	return names
}()

// clearly is how likely a prospect of a kind must be: where precision and recall balance
// on articles that the rules were not written for (`go run ./loader/weigh --test` shows
// the figures).
var clearly = [weighedCount]float32{
	weighedHead: .55, weighedMember: .65, weighedDelegation: .75, weighedObserver: .5, weighedGuarantor: .4, weighedHost: .55,
	weighedSay: .75, weighedMeeting: .65, weighedAgenda: .6, weighedVenue: .6, weighedStart: .6, weighedEnd: .6,
	weighedOutcome: clearOutcome, weighedOutcome + 1: clearOutcome, weighedOutcome + 2: clearOutcome, weighedOutcome + 3: clearOutcome,
	weighedOutcome + 4: clearOutcome, weighedOutcome + 5: clearOutcome, weighedOutcome + 6: clearOutcome, weighedOutcome + 7: clearOutcome,
}

const clearOutcome = .85

// doubtful is how likely a prospect of a kind must be at least where a rule found it; of the
// others nothing is taken back.
var doubtful = [weighedCount]float32{weighedDelegation: .03, weighedMember: .02}

// ownOnly are the kinds that are only told of the article's own round.
var ownOnly = [weighedCount]bool{weighedAgenda: true, weighedMeeting: true, weighedSay: true, weighedGuarantor: true, weighedObserver: true}

// clearlyElse is how likely a prospect must be that is about another round than the
// article's own.
const clearlyElse = .6

// A focus is a mention that a candidate is about. The signs that it shows are kept with
// it, both as those of a candidate's first focus and as those of its second.
type focus struct {
	from, to       int     // token range
	person         *person // of a person
	number         int32   // … among the things that prospects are about
	side           *side   // who is named, or for whom the person acts; nil where that is open
	kind           mentionKind
	self, clause   [2]portion
	before, behind int32 // the nearest classes
}

// A weighing is the weighing of one article.
type weighing struct {
	d         *document
	table     *weightTable
	parties   map[string]*side // those that sentences name, by their ids
	sponsors  []string         // the guarantors that the text names
	listing   bool             // the signs are listed, too, for those who ask what they are
	occurring []int32          // by class, and by kind of mention behind them: how often it occurs
	subject   portion          // the signs of what the article is about

	// Of the sentence being weighed.
	from     int // its first token
	tokens   []weighedToken
	classes  []int32 // of its tokens
	sentence portion // the signs that all its candidates share
	who      []focus // those who act
	other    focus   // a mention of nobody who acts
	all      []*side // for whom they act

	// Of the portion being gathered.
	portion *portion
	kinds   kindRange
	signs   []sign
	counted []uint32 // by row: the turn in which it was last added
	turn    uint32

	// Of the candidates being weighed, which are about the same.
	first  *focus     // nil of those about a sentence
	at     [2]int     // the words that they are about
	round  *round     // that they would be told of, nil if none
	shared []*portion // what they share with others
	rows   []int32    // of the signs that they have beside
	own    []sign     // these signs

	prospects
	offered *Offer // all prospects, likely or not, for those who learn weights; nil else
}

// weighCandidates adds what speaks clearly for itself, the likeliest first, and tells
// whether it added anything.
func (d *document) weighCandidates() bool {
	if d.lang.weights == nil || d.main == nil || !d.anythingSaid() {
		return false // what is said of nothing else is not said of a round
	}
	w := &d.weighing
	w.begin(d, d.lang.weights)
	w.article()
	added := false
	for _, k := range w.likelyOnes() {
		p := &w.list[k]
		f := p.tell(d)
		if f.modality = d.modality(p.at[0], w.told(p.of, p.at)); f.modality == graph.Denied || w.settled(f) {
			continue
		}
		if f.kind == "meeting" {
			f.date = d.dateIn(f.spans[0])
		}
		f.rule, f.derived = d.lang.name+".weighed", "weighed"
		if p.why != "" {
			f.derived = fmt.Sprintf("weighed at %.2f; for it speak most: %s", p.likely, p.why)
		}
		added = d.give(f) != nil || added
	}
	return added
}

// dropDoubtful takes back what rules found that is all but certainly not so by all that
// was weighed. It comes last: what is composed anew may follow from something else again.
func (d *document) dropDoubtful() {
	w := &d.weighing
	if w.d == nil {
		return
	}
	d.drop("what is around it speaks against it", func(f *fact) bool {
		if f.modality == graph.Denied {
			return false
		}
		k, ok := w.doubtfulProspect(f)
		return ok && w.likelihood(k) < doubtful[w.list[k].of]
	})
}

// begin takes over the memory that the weighing of the article before borrowed.
func (w *weighing) begin(d *document, table *weightTable) {
	*w = weighing{d: d, table: table, listing: d.trace != nil || d.offered != nil, parties: w.parties, sponsors: w.sponsors[:0], occurring: w.occurring,
		tokens: w.tokens[:0], classes: w.classes[:0], who: w.who[:0], all: w.all[:0], counted: w.counted, turn: w.turn,
		shared: w.shared[:0], rows: w.rows[:0], own: w.own[:0], prospects: w.prospects}
	if len(w.counted) != len(table.rows) {
		w.counted = make([]uint32, len(table.rows))
	}
	if w.parties == nil {
		w.parties = map[string]*side{}
	}
}

// end forgets the article: what is kept is memory for the next.
func (w *weighing) end() {
	clear(w.parties)
	clear(w.sponsors[:cap(w.sponsors)])
	clear(w.who[:cap(w.who)])
	clear(w.all[:cap(w.all)])
	clear(w.shared[:cap(w.shared)])
	clear(w.own[:cap(w.own)])
	w.prospects.forget()
	w.d, w.offered, w.other, w.first, w.round = nil, nil, focus{}, nil, nil
	w.sentence, w.subject, w.portion, w.signs = portion{}, portion{}, nil, nil
}

// article weighs what each sentence may say.
func (w *weighing) article() {
	for _, p := range w.d.namedGuarantors() {
		w.sponsors = append(w.sponsors, w.d.resolve(p))
	}
	for s := range w.d.text.Sentences {
		if b := w.d.blocks[s]; b != "" && b != "dateline" {
			w.weighSentence(s)
		}
	}
}

// weighSentence weighs what one sentence may say.
func (w *weighing) weighSentence(s int) {
	d, r := w.d, w.d.text.Sentences[s]
	w.beginSentence(s)
	w.turnTo(nil, nil)
	for k, value := range outcomeKinds {
		w.weigh(weighedOutcome+weighed(k), fact{kind: "outcome", value: value, wording: [2]int{r.From, r.To}})
	}
	goesOn := d.has(d.lang.class["goes-on"], r.From, r.To)
	for i := d.pastDateline(r.From); i < r.To; i++ {
		for _, m := range d.mentions[kindTopic][i] {
			if d.bullet(r.From) {
				continue
			}
			w.turnTo(w.focus(m), nil)
			w.weigh(weighedAgenda, fact{kind: "agenda", topic: m.entry.ID, wording: [2]int{m.from, m.to}})
		}
		for _, m := range d.mentions[kindPlace][i] {
			if m.entry != nil && !d.inRound[i] && !w.inNameOfTalks(i) && !d.stateActs(m) {
				w.turnTo(w.focus(m), nil)
				w.weigh(weighedVenue, fact{kind: "venue", place: m.entry.ID})
			}
		}
		for _, m := range d.mentions[kindDate][i] {
			if day := d.day(m); day.IsDay() && !d.headsAlone(m) {
				w.turnTo(w.focus(m), nil)
				if !goesOn {
					w.weigh(weighedStart, fact{kind: "start", date: day})
				}
				w.weigh(weighedEnd, fact{kind: "end", date: day})
			}
		}
	}
	for k := range w.who {
		w.weighActor(&w.who[k])
	}
	w.weighMeetings()
}

// headsAlone tells whether a date and the place before it are all of a sentence in a text with
// capitals: "MINSK, December 24. /TASS/. The third round …".
func (d *document) headsAlone(m *mention) bool {
	r := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	place := d.entryAt(r.From, lexicon.Place)
	return d.lang.cased && d.text.Tokens[r.From].Line && place != nil && place.To+1 >= m.from && m.to+1 >= r.To
}

// stateActs tells whether a city that is called as its state is rather the state, which does
// something or to which something is done: "hosted by Kuwait". Of languages with capitals.
func (d *document) stateActs(m *mention) bool {
	f := d.entryAt(m.from, lexicon.Party)
	return d.lang.cased && f != nil && f.To == m.to && f.Label.Entry.Type == "state" && strings.HasPrefix(m.entry.ID, f.Label.Entry.ID) && m.to == m.from+1 && !d.inPlace(m.from) && m.from > d.text.Sentences[d.text.Tokens[m.from].Sentence].From
}

// inNameOfTalks tells whether a place is named at token i as part of the name of talks.
func (w *weighing) inNameOfTalks(i int) bool {
	d := w.d
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-8); j <= i; j++ {
		if slices.ContainsFunc(d.mentions[kindProcess][j], func(m *mention) bool { return m.to > i }) {
			return true
		}
	}
	return false
}

// weighActor weighs what a sentence may say of somebody who acts.
func (w *weighing) weighActor(f *focus) {
	r := w.d.sentenceOf(f.from)
	w.turnTo(f, nil)
	if f.side != nil {
		w.weigh(weighedDelegation, fact{kind: "delegation", weak: true}, f.side)
		w.weigh(weighedObserver, fact{kind: "observer"}, f.side)
		w.weigh(weighedGuarantor, fact{kind: "guarantor"}, f.side)
		w.weigh(weighedHost, fact{kind: "host"}, f.side)
	}
	if f.person == nil {
		w.weigh(weighedSay, fact{kind: "say", wording: r}, f.side)
		return
	}
	if !w.d.has(w.d.lang.class["wordless"], f.to, min(f.to+8, r[1])) { // "Kenyatta, to his credit, said nothing at all"
		w.weigh(weighedSay, fact{kind: "say", person: f.person, wording: r})
	}
	if f.side != nil {
		w.weighSeat(f, f.side)
	}
	for k := range w.who {
		o := &w.who[k]
		if o.person == nil && o.side != f.side && w.near(f, o) && !w.weighedBefore(f, k) {
			w.turnTo(f, o)
			w.weighSeat(f, o.side)
		}
	}
}

// weighedBefore tells whether the party of the k-th who acts is named near a person before.
func (w *weighing) weighedBefore(f *focus, k int) bool {
	for j := range w.who[:k] {
		if o := &w.who[j]; o.person == nil && o.side == w.who[k].side && w.near(f, o) {
			return true
		}
	}
	return false
}

// near tells whether a party is named so near a person that he may sit in its delegation.
func (w *weighing) near(f, o *focus) bool { return o.to-f.from < 30 && f.to-o.from < 30 }

// weighSeat weighs whether somebody leads or sits in a party's delegation.
func (w *weighing) weighSeat(f *focus, p *side) {
	w.weigh(weighedHead, fact{kind: "head", person: f.person}, p)
	w.weigh(weighedMember, fact{kind: "member", person: f.person}, p)
}

// rumoured tells whether the sentence that is weighed tells what it says as a rumour. Languages
// without a class "rumoured" do not ask.
func (w *weighing) rumoured() bool {
	r := w.d.sentenceOf(w.who[0].from)
	return w.d.has(w.d.lang.class["rumoured"], r[0], r[1])
}

// weighMeetings weighs who of those named in a sentence may have met: any two, or all
// where they are three or four.
func (w *weighing) weighMeetings() {
	if len(w.who) > 0 && w.rumoured() {
		return
	}
	w.all = w.all[:0]
	var first, last *focus
	for k := range w.who {
		a := &w.who[k]
		if a.side == nil {
			continue
		}
		if last = a; first == nil {
			first = a
		}
		if !slices.Contains(w.all, a.side) {
			w.all = append(w.all, a.side)
		}
	}
	if len(w.all) > mostWhoMeet {
		return
	}
	for k := range w.who {
		a := &w.who[k]
		for j := k + 1; j < len(w.who) && a.side != nil && w.who[j].from < a.to+farApart; j++ {
			if b := &w.who[j]; b.side != nil && b.side != a.side && b.from >= a.to {
				w.turnTo(a, b)
				if a.side.id < b.side.id {
					w.weigh(weighedMeeting, fact{kind: "meeting"}, a.side, b.side)
				} else {
					w.weigh(weighedMeeting, fact{kind: "meeting"}, b.side, a.side)
				}
			}
		}
	}
	if len(w.all) == 3 || len(w.all) == 4 {
		slices.SortFunc(w.all, func(a, b *side) int { return cmp.Compare(a.id, b.id) })
		w.turnTo(first, last)
		w.weigh(weighedMeeting, fact{kind: "meeting"}, w.all...)
	}
}

// mostWhoMeet is how many parties a sentence may name of which any two may have met: where
// more are named it lists who is there.
const mostWhoMeet = 12

// farApart is how many tokens may stand between two who are weighed together: a sentence of
// thousands of names would take long.
const farApart = 150

// weigh weighs one candidate about what was turned to: of one party, of those who met in the
// order of their ids, or of none.
func (w *weighing) weigh(kind weighed, f fact, sides ...*side) {
	if f.round = w.round; f.round == nil || f.round != w.d.main && ownOnly[kind] {
		return
	}
	if len(sides) == 1 {
		f.party = sides[0].id
	}
	sum := w.sumUp(kind, &f, sides)
	k, best := w.add(w.keyOf(kind, &f, sides), sum, w.d.text.Tokens[w.at[0]].Sentence)
	if best {
		p := &w.list[k]
		if f.parties = p.parties; f.parties == nil && len(sides) > 1 {
			for _, s := range sides {
				f.parties = append(f.parties, s.id)
			}
		}
		p.fact, p.at = f, w.at
		if w.d.trace != nil {
			p.why = w.because(kind, &f, sides)
		}
	}
	if w.offered != nil {
		w.offer(k, kind, &f, sides)
	}
}

// keyOf is the key of a candidate's prospect.
func (w *weighing) keyOf(kind weighed, f *fact, sides []*side) prospectKey {
	key := prospectKey{round: f.round, of: kind}
	if f.person != nil {
		key.who = w.first.number
	}
	for k, s := range sides {
		key.what[k] = s.number
	}
	switch {
	case f.topic != "":
		key.what[0] = w.number(f.topic)
	case f.place != "":
		key.what[0] = w.number(f.place)
	case f.date != edtf.Date{}:
		key.what[0] = w.numberOfDay(f.date)
	}
	return key
}

// told is where the words end that say whether a candidate is denied or to come: with the
// clause of its last focus, but of statements, whose words speak of other things.
func (w *weighing) told(kind weighed, at [2]int) int {
	to, end := at[1], w.d.sentenceEnd(at[0])
	for kind < weighedOutcome && kind != weighedSay && to < end && (!w.breaks(to) || to == at[1] && w.apposed(at[0], to)) {
		to++
	}
	return to
}

// apposed tells whether the comma at token to closes an apposition that begins right behind
// another, in a language with capitals: "The U.N. envoy, Geir Pedersen, stayed away".
func (w *weighing) apposed(from, to int) bool {
	t := w.d.text.Tokens
	return w.d.lang.cased && from > 0 && t[from-1].Norm == "," && t[to].Norm == ","
}

// settled tells whether what is found already tells such a thing as a candidate would,
// or denies it, or cannot be true beside it.
func (w *weighing) settled(f *fact) bool {
	if f.kind == "meeting" && !slices.ContainsFunc(f.parties, func(id string) bool { return !w.d.belligerent(id) }) {
		return true // that is the round itself
	}
	if f.kind == "host" && w.d.belligerent(f.party) {
		return true // the war is there, the talks elsewhere
	}
	return slices.ContainsFunc(w.d.facts, func(o *fact) bool {
		if o.round != f.round {
			return false
		}
		if w.apart(f, o) {
			return true
		}
		seat := o.kind == "head" || o.kind == "member"
		switch f.kind {
		case "head":
			return seat && (o.person == f.person || o.kind == "head" && o.party == f.party)
		case "member":
			return seat && o.person == f.person
		case "meeting":
			return o.kind == "meeting" && (within(o.parties, f.parties) || within(f.parties, o.parties))
		case "say":
			return o.kind == "say" && o.person == f.person && o.party == f.party
		case "start", "end", "venue", "host":
			return slices.Contains(toldBy[f.kind], o.kind)
		}
		return o.kind == f.kind && o.party == f.party && o.topic == f.topic && o.value == f.value
	})
}

// apart tells whether a party is what the rules found, and so not what a candidate would
// make of it: a delegate or guarantor only observes where a rule says so, and officials of
// the host sit in no delegation unless one does.
func (w *weighing) apart(f, o *fact) bool {
	if o.party != f.party {
		return false
	}
	switch o.kind {
	case "delegation":
		return f.kind == "observer"
	case "guarantor":
		return f.kind == "observer"
	case "host":
		return f.kind == "head" || f.kind == "member" || f.kind == "delegation"
	}
	return false
}

// outsider tells whether somebody is called a correspondent or the like.
func (w *weighing) outsider(p *person) bool {
	return slices.ContainsFunc(p.mentions, func(m *mention) bool { return w.d.outsider(max(m.title[0], m.from-8), max(m.title[1], m.from)) })
}

// actors lists those who act in a sentence, in the order of the text.
func (w *weighing) actors(from, to int) {
	d := w.d
	w.who = w.who[:0]
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.person != nil && !w.outsider(m.person) {
				f := focus{from: m.from, to: min(m.to, to), person: m.person, number: w.numberOfPerson(m.person), kind: kindPerson}
				if id := d.partyOf(m.person, m); id != "" {
					f.side = w.side(id)
				}
				w.who = append(w.who, f)
			}
		}
		for _, k := range [...]mentionKind{kindAdjective, kindDelegation, kindInstitution, kindParty} {
			for _, m := range d.mentions[k][i] {
				if len(m.parties) == 1 {
					if id := d.resolve(m.parties[0]); id != "" {
						w.who = append(w.who, focus{from: m.from, to: min(m.to, to), side: w.side(id), kind: k})
					}
				}
			}
		}
	}
}
