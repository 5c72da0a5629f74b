package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// read finds what the article says, in the order in which one thing needs
// another: what it is about, who is who, when, then what the rules find, and last
// what they leave to be weighed. A digest is parted into its stories instead.
func (d *document) read() {
	if !d.aboutTalks() {
		return
	}
	if d.stories = d.digest(); len(d.stories) > 0 {
		return
	}
	if d.offered == nil && !d.onTalks() {
		d.main = nil
		return
	}
	d.solution = dates.Solve(d.text, d.dates, dates.Context{Published: d.in.Published, Dateline: d.datelines(), Hints: d.hints()})
	d.dateEntries()
	d.dateDiary()
	d.watch.lap(stageDates)
	d.namePlatforms()
	d.findDelegations()
	d.findSides()
	d.findEllipses()
	d.findBareAdjectives()
	d.findNthTeams()
	d.findInstitutions()
	d.findPersons()
	d.findNameLists()
	d.findOwnDelegations()
	d.findHisDelegations()
	d.findInterview()
	d.findHonorifics()
	d.findMan()
	d.findPeoples()
	d.findPossessors()
	d.findPairs()
	d.findIts()
	d.findMet()
	d.findOthers()
	d.findTrios()
	d.findFormerAndLatter()
	d.findCompany()
	d.findNames()
	d.findVenues()
	d.findGuarantors()
	d.findBothSides()
	d.findChiefs()
	d.watch.lap(stagePeople)
	d.apply()
	d.watch.lap(stageRules)
	d.compose()
	if d.lastResort() {
		d.compose()
	}
	d.watch.lap(stageCompose)
	if d.offered == nil {
		if d.weighCandidates() {
			d.compose()
		}
		d.dropDoubtful()
	}
	d.ids(func(r *round) edtf.Date { return d.dateOf("start", r) })
	if d.offered != nil {
		d.offer()
	}
	d.watch.lap(stageWeighing)
}

// aboutTalks finds the dates, parties, topics and rounds that an article names, and tells
// whether it is about talks.
func (d *document) aboutTalks() bool {
	d.dates, d.durations = d.finder.Find(d.text)
	d.dates = slices.DeleteFunc(d.dates, d.inPartyName)
	for i, m := range d.dates {
		if d.blocks[d.text.Tokens[m.From].Sentence] == "" {
			continue
		}
		d.addMention(&mention{kind: kindDate, from: m.From, to: m.To, date: i})
	}
	for i, m := range d.durations {
		d.addMention(&mention{kind: kindDuration, from: m.From, to: m.To, date: i})
		if m.Nth {
			d.addMention(&mention{kind: kindDay, from: m.From, to: m.To, date: i})
		}
	}
	d.watch.lap(stageDates)
	d.live = d.isLive()
	d.findParties()
	d.findTopics()
	d.findRounds()
	if d.offered != nil && d.main != nil && !d.in.story {
		d.offerSubject()
	}
	if d.main != nil && d.otherGathering() {
		d.trace.stop("it is about a meeting of another body")
		d.main = nil
	}
	d.watch.lap(stageTopics)
	return d.main != nil
}

// inPartyName tells whether a date without a year is the name of a party, or the end of one:
// «حركة «23 مارس»», or stands in quotation marks alone, as such a name may.
func (d *document) inPartyName(m dates.Mention) bool {
	from, to := m.From, m.To
	if len(m.Points) > 0 && m.Points[0].Year != 0 {
		return false
	}
	if t := d.text.Tokens; from > 0 && to < len(t) && t[from].Kind == text.Number && t[from-1].Norm == "\"" && t[to].Norm == "\"" {
		return true
	}
	for i := max(d.text.Sentences[d.text.Tokens[from].Sentence].From, from-3); i <= from; i++ {
		if f := d.entryAt(i, lexicon.Party); f != nil && f.To >= to && f.From <= from {
			return true
		}
	}
	return false
}

// otherGathering tells whether the first sentence is about a meeting of a body that holds
// no such talks, "the G7 summit", «القمة العربية», and neither it nor a title names
// the article's talks or a round. Languages without a class "other-gathering" do not ask.
func (d *document) otherGathering() bool {
	class, ok := d.lang.class["other-gathering"]
	lead := d.leadEnds(1)
	if !ok || lead >= len(d.text.Sentences) {
		return false
	}
	first := d.text.Sentences[lead]
	for i := range first.To {
		if d.spots[i].mentions>>kindRound&1 != 0 || d.spots[i].mentions>>kindProcess&1 != 0 {
			return false
		}
	}
	return d.has(class, first.From, first.To)
}

// diplomatic tells whether the text names what talks on a conflict have and a
// contest has not: somebody known for them, a topic, observers, a plenary or a
// statement, a party to the conflict, or several states.
func (d *document) diplomatic() bool {
	for _, name := range []string{"conflict", "observers", "plenary", "joint-statement", "ministry"} {
		if d.has(d.lang.class[name], 0, len(d.text.Tokens)) {
			return true
		}
	}
	states := ""
	for i := range d.where(0, lexicon.Person, lexicon.Topic, lexicon.Party) {
		if d.entryAt(i, lexicon.Person) != nil || d.entryAt(i, lexicon.Topic) != nil {
			return true
		}
		if f := d.entryAt(i, lexicon.Party); f != nil {
			if e := f.Label.Entry; e.Type != "state" || states != "" && e.ID != states {
				return true
			}
			states = f.Label.Entry.ID
		}
	}
	return false
}

func (d *document) findTopics() {
	for i := range d.where(0, lexicon.Topic, lexicon.Media) {
		for _, f := range d.at(i) {
			switch f.Kind {
			case lexicon.Topic:
				if f.Label.Entry.Broader != "humanitarian-aid" && d.follows(i, d.lang.class["along"]) {
					continue // "mines along the coastal road" are not the road, «المساعدات إلى إدلب» is not Idlib
				}
				d.addMention(&mention{kind: kindTopic, from: f.From, to: f.To, entry: f.Label.Entry})
			case lexicon.Media:
				d.addMention(&mention{kind: kindMedia, from: f.From, to: f.To, entry: f.Label.Entry})
			}
		}
	}
	d.findShortTopics()
}

// findShortTopics marks "the zones", «المناطق», as the topic that the text has named
// before in full, "the de-escalation zones". Languages without a class "short-topic"
// leave it out.
func (d *document) findShortTopics() {
	class, ok := d.lang.class["short-topic"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		if _, ok := d.classAt(i, class); !ok || !d.isArticle(i-1) && !d.carriesArticle(i) || len(d.mentions[kindTopic][i]) > 0 {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			if list := d.mentions[kindTopic][j]; len(list) > 0 && list[0].to > j+1 && d.sameHead(list[0], i) {
				d.addMention(&mention{kind: kindTopic, from: i, to: i + 1, entry: list[0].entry})
				break
			}
		}
	}
}

// sameHead tells whether the noun at token i is the one that a topic's name is built on:
// its last word, in a language whose nouns come last, else its first.
func (d *document) sameHead(topic *mention, i int) bool {
	if d.lang.before {
		return d.text.Tokens[topic.to-1].Norm == d.text.Tokens[i].Norm
	}
	return bare(d.text.Tokens[topic.from].Norm) == bare(d.text.Tokens[i].Norm)
}

// findNames marks words that may be a name nobody introduced, for the rules
// whose slots ask for one: only in sentences that such a rule may match, unless
// somebody asks why.
func (d *document) findNames() {
	for s, r := range d.text.Sentences {
		if d.blocks[s] == "" || d.trace == nil && !d.wantsNames(s) {
			continue
		}
		for i := r.From; i < r.To; i++ {
			d.findName(i)
		}
	}
}

// wantsNames tells whether a pattern that asks for a name may match in a
// sentence.
func (d *document) wantsNames(s int) bool {
	in := d.sentences[s]
	in.kinds |= 1 << kindName
	return in.meetsAny(d.lang.naming)
}

func (d *document) findName(i int) {
	if d.spots[i].mentions>>kindPerson&1 != 0 {
		return
	}
	if d.lang.cased && !d.text.Tokens[i].Upper && d.spots[i].classes&classBit(d.lang.common.particle) == 0 {
		return
	}
	if d.personCovers(i) {
		return // "Malek al-Mekhlafi" of "Abdel-Malek al-Mekhlafi"
	}
	if to := d.nameEnd(i, 2); to > i && d.nameLike(i) {
		d.addMention(&mention{kind: kindName, from: i, to: to, name: [2]int{i, to}})
	}
}

// label is an entry's English name.
func label(e *lexicon.Entry) string {
	if l := e.Labels["en"]; l != "" {
		return l
	}
	return graph.Words(e.ID)
}
