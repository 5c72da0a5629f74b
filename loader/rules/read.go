package rules

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
)

// read finds what the article says, in the order in which one thing needs
// another: dates and parties, the rounds, who is who, when, and then what the
// rules find.
func (d *document) read() {
	d.dates, d.durations = d.finder.Find(d.text)
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
	d.findParties()
	d.findTopics()
	d.findRounds()
	if class, ok := d.lang.class["conflict"]; ok && d.main != nil && !d.has(class, 0, len(d.text.Tokens)) && !d.calledByNumber() {
		d.trace.stop("no word of war or peace stands in it, and no round is called by its number")
		d.main = nil // a match in Astana, a fair in Geneva: nobody is at war
	}
	if d.main != nil && d.otherSubject() {
		d.trace.stop("it is about a match, a fair or the like")
		d.main = nil
	}
	d.watch.lap(stageTopics)
	if d.main == nil {
		return
	}
	d.solution = dates.Solve(d.text, d.dates, dates.Context{Published: d.in.Published, Hints: d.hints()})
	d.dateEntries()
	d.watch.lap(stageDates)
	d.namePlatforms()
	d.findDelegations()
	d.findSides()
	d.findLatter()
	d.findEllipses()
	d.findInstitutions()
	d.findPersons()
	d.findOwnDelegations()
	d.findPeoples()
	d.findPossessors()
	d.findPairs()
	d.findTrios()
	d.findTwain()
	d.findCompany()
	d.findCounterparts()
	d.findNames()
	d.findVenues()
	d.findGuarantors()
	d.watch.lap(stagePeople)
	d.apply()
	d.watch.lap(stageRules)
	d.compose()
	d.watch.lap(stageCompose)
}

// otherSubject tells whether the article is about a match, a fair or the like:
// it has more words of such things than words for talks and delegations.
func (d *document) otherSubject() bool {
	class, ok := d.lang.class["other-subject"]
	if !ok {
		return false
	}
	other, talks := 0, 0
	for i := range d.text.Tokens {
		if _, ok := d.classAt(i, class); ok {
			other++
			continue
		}
		for _, c := range []int{d.lang.common.talkNoun, d.lang.common.delegation, d.lang.common.guarantors} {
			if _, ok := d.classAt(i, c); ok {
				talks++
				break
			}
		}
	}
	return other >= 3 && other > talks
}

// dateEntries gives the dates of a dated entry, such as "▪ 24 August 2020", the
// year of its heading where they have none of their own.
func (d *document) dateEntries() {
	if !d.hasEntries() {
		return
	}
	heading := edtf.Date{}
	for s, sentence := range d.text.Sentences {
		if date, ok := d.dateLine(s); ok {
			heading = edtf.Date{}
			if p := d.dates[date.date].Points; p[0].Year != 0 {
				heading = d.solution.Resolved[date.date].Date
			}
			continue
		}
		if d.text.Tokens[sentence.From].Line && d.blocks[s] == "heading" {
			heading = edtf.Date{}
		}
		for i := sentence.From; i < sentence.To && !heading.IsZero(); i++ {
			for _, m := range d.mentions[kindDate][i] {
				points := d.dates[m.date].Points
				if len(points) != 1 || points[0].Year != 0 || points[0].Month == 0 {
					continue
				}
				year := heading.Year()
				if points[0].Month < heading.Month() {
					year++
				}
				if day := edtf.Of(year, points[0].Month, points[0].Day); !day.IsZero() {
					r := &d.solution.Resolved[m.date]
					r.Date, r.Days, r.Basis = day, []edtf.Date{day}, "the year of the entry's date, "+heading.String()
				}
			}
		}
	}
}

// hasEntries tells whether the article is a list of dated entries: one line
// that is only a date may be the article's own.
func (d *document) hasEntries() bool {
	lines := 0
	for s := range d.text.Sentences {
		if _, ok := d.dateLine(s); ok {
			lines++
		}
	}
	return lines > 1
}

// dateLine is the date that a sentence consists of, if it is one.
func (d *document) dateLine(s int) (*mention, bool) {
	line := d.text.Sentences[s]
	if line.To-line.From > 10 || d.blocks[s] == "" || d.blocks[s] == "title" {
		return nil, false
	}
	for i := line.From; i < min(line.From+3, line.To); i++ {
		if d.entryAt(i, lexicon.Place) != nil {
			return nil, false // a dateline
		}
		for _, m := range d.mentions[kindDate][i] {
			if line.To-m.to <= 1 {
				return m, true
			}
		}
	}
	return nil, false
}

// calledByNumber tells whether the article calls a round by its process and
// number, "Astana 14", or counts one, "the eighth Astana round", and tells of
// what talks have.
func (d *document) calledByNumber() bool {
	counted := false
	for i, list := range d.mentions[kindRound] {
		for _, m := range list {
			if m.round.number > 0 && d.entryAt(i, lexicon.Process) != nil {
				return true
			}
			counted = counted || m.own || m.round.number > 0 && !m.weak
		}
	}
	return counted && d.diplomatic()
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
			if f.Label.Kind == lexicon.Topic {
				d.addMention(&mention{kind: kindTopic, from: f.From, to: f.To, entry: f.Label.Entry})
			}
		}
		for _, f := range d.at(i) {
			if f.Label.Kind == lexicon.Media {
				d.addMention(&mention{kind: kindMedia, from: f.From, to: f.To, entry: f.Label.Entry})
			}
		}
	}
}

// findGuarantors marks where the guarantors act without being named, once the
// article has named them.
func (d *document) findGuarantors() {
	var who []*party
	for i := 0; i < len(d.text.Tokens) && who == nil; i++ {
		to, ok := d.classAt(i, d.lang.common.guarantors)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		for j := to; j < min(to+16, d.sentenceEnd(i)); j++ {
			if l := d.lists(kindList, j); len(l) > 0 && !d.belligerent(d.resolve(l[0].parties[0])) {
				who = l[0].parties
				break
			}
		}
		for j := i - 1; d.lang.name == "ar" && who == nil && j >= max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-8); j-- {
			// «لروسيا وتركيا وإيران، الدول الضامنة لوقف إطلاق النار»
			if l := d.lists(kindList, j); len(l) > 0 && l[0].to <= i && l[0].to >= i-2 && len(l[0].parties) > 1 && !d.mentionBefore(j) && !d.belligerent(d.resolve(l[0].parties[0])) {
				who = l[0].parties
			}
		}
	}
	sides := d.belligerents()
	theStates := d.lang.class["the-states"]
	for i := range d.where(classBit(d.lang.common.sides) | classBit(d.lang.common.guarantors) | classBit(d.lang.common.their) | classBit(theStates)) {
		if to, ok := d.classAt(i, theStates); ok {
			if list := d.listBefore(i); list != nil {
				d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: list})
			}
		}
		if to, ok := d.classAt(i, d.lang.common.sides); ok && len(sides) == 2 && len(d.mentions[kindDelegation][i])+len(d.mentions[kindDelegations][i]) == 0 {
			d.addMention(&mention{kind: kindGuarantors, from: i, to: to, parties: sides})
		}
		to, ok := d.classAt(i, d.lang.common.guarantors)
		if next, their := d.classAt(i, d.lang.common.their); their && d.has(d.lang.common.guarantors, d.text.Sentences[d.text.Tokens[i].Sentence].From, i) {
			to, ok = next, true
		}
		if three, all := d.classAt(i, d.lang.class["three"]); all && !ok && len(who) == 3 {
			to, ok = three, true
		}
		if !ok || who == nil {
			continue
		}
		m := &mention{kind: kindGuarantors, from: i, to: to, parties: who}
		d.addMention(m)
		if i > 0 {
			for _, class := range []int{d.lang.common.representatives, d.lang.common.delegation} {
				if end, ok := d.classAt(i-1, class); ok && end == i {
					d.addMention(&mention{kind: kindGuarantors, from: i - 1, to: to, parties: who})
				}
			}
		}
	}
}

// listBefore is the list of states that "the three countries" at token i means:
// the last one before it of as many.
func (d *document) listBefore(i int) []*party {
	n := 3
	for j := i; j < i+2; j++ {
		if f := d.entryAt(j, lexicon.Cardinal); f != nil {
			n = f.Label.Class
			break
		}
	}
	for j := i - 1; j >= max(0, i-150); j-- {
		for _, l := range d.lists(kindList, j) {
			if len(l.parties) == n && l.to <= i && !d.mentionBefore(j) && !d.continued(j) {
				return l.parties
			}
		}
	}
	return nil
}

// belligerents are the parties to the conflict whom the article names, in the
// order of their names.
func (d *document) belligerents() []*party {
	byID := map[string]*party{}
	for _, k := range []mentionKind{kindParty, kindDelegation, kindDelegations} {
		for _, list := range d.mentions[k] {
			for _, m := range list {
				for _, p := range m.parties {
					if id := d.resolve(p); id != d.country && d.belligerent(id) {
						byID[id] = &party{id: id, from: p.from, to: p.to}
					}
				}
			}
		}
	}
	var out []*party
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		out = append(out, byID[id])
	}
	return out
}

// findNames marks words that may be a name nobody introduced, for the rules
// whose slots ask for one.
func (d *document) findNames() {
	least := 2
	for i := range d.text.Tokens {
		if d.blocks[d.text.Tokens[i].Sentence] == "" || len(d.mentions[kindPerson][i]) > 0 {
			continue
		}
		if d.lang.cased && d.personCovers(i) {
			continue // "Malek al-Mekhlafi" of "Abdel-Malek al-Mekhlafi"
		}
		if to := d.nameEnd(i, least); to > i && d.nameLike(i) {
			d.addMention(&mention{kind: kindName, from: i, to: to, name: [2]int{i, to}})
		}
	}
}

// hints are the times that the article's day must lie in: the process's
// lifespan, and the time when a place bore the name by which it is called.
func (d *document) hints() []dates.Hint {
	var out []dates.Hint
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p != nil && p.Since != "" {
		if w := window(p.Since, p.Until); !w.IsZero() {
			out = append(out, dates.Hint{Window: w, Basis: fmt.Sprintf("%s met", label(p)), From: d.main.first, To: d.main.first + 1})
		}
	}
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p != nil && p.Since != "" && d.main.number > 0 {
		// Talks that go on meet at least once a year.
		year, err := strconv.Atoi(p.Since[:4])
		if w := window(p.Since, strconv.Itoa(year+d.main.number)+"-12-31"); err == nil && !w.IsZero() {
			out = append(out, dates.Hint{Window: w, Basis: fmt.Sprintf("round %d of talks that began in %s was due", d.main.number, p.Since), From: d.main.first, To: d.main.first + 1, Strength: -1})
		}
	}
	named := map[string]bool{}
	for i := range d.where(0, lexicon.Place) {
		f := d.entryAt(i, lexicon.Place)
		if f == nil || d.blocks[d.text.Tokens[i].Sentence] == "" || named[f.Label.Entry.ID] || len(f.Label.Entry.Intervals) != 1 {
			continue
		}
		e := f.Label.Entry
		named[e.ID] = true
		if w := window(e.Intervals[0].Since, e.Intervals[0].Until); !w.IsZero() {
			out = append(out, dates.Hint{Window: w, Basis: fmt.Sprintf("the city was called %s", label(e)), From: f.From, To: f.To})
		}
	}
	return out
}

func window(since, until string) edtf.Date {
	if since == "" && until == "" {
		return edtf.Date{}
	}
	if since == "" {
		since = ".."
	}
	if until == "" {
		until = ".."
	}
	w, err := edtf.Parse(since + "/" + until)
	if err != nil {
		return edtf.Date{}
	}
	return w
}

// label is an entry's English name.
func label(e *lexicon.Entry) string {
	if l := e.Labels["en"]; l != "" {
		return l
	}
	return strings.ReplaceAll(e.ID, "-", " ")
}
