package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// leadVenue takes the place that the article's first sentences name as the
// round's, where no rule found one.
func (d *document) leadVenue() {
	if slices.ContainsFunc(d.find("venue", d.main), func(f *fact) bool { return f.place != sameCity }) {
		return
	}
	if d.lang.cased && d.has(d.lang.class["by-video"], 0, d.leadsTo()) {
		return // the dateline is only where the reporter sits
	}
	if m := d.dateline(); m != nil {
		d.makeVenue(fact{kind: "venue", round: d.main, rule: d.lang.name + ".venue-of-dateline", spans: [][2]int{{m.from, m.to}}, weight: 0, derived: "the text begins with this place, and no rule found another"}, m)
		return
	}
	sentences := 0
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] != "body" && d.blocks[s] != "dateline" {
			continue
		}
		if sentences++; sentences > 3 {
			break
		}
		for i := sentence.From; i < sentence.To; i++ {
			for _, m := range d.mentions[kindVenue][i] {
				if d.context[i] == d.main && d.hosts(m) && !d.unreal(i) && !d.deniedVenue(m) && !d.ofOtherTalks(m) && !d.metByReporter(m) {
					d.makeVenue(fact{kind: "venue", round: d.main, rule: d.lang.name + ".venue-of-lead", spans: [][2]int{{m.from, m.to}}, weight: 0, derived: "the first sentences name this place, and no rule found another"}, m)
					return
				}
			}
		}
	}
	d.titleVenue()
	d.venueByTown()
}

// ofOtherTalks tells whether a place stands right behind the name of other talks than the
// article's: «عمل اللجنة الدستورية في جنيف». In languages with capitals it is asked of words
// for former ones: "the first since those in Kuwait".
func (d *document) ofOtherTalks(m *mention) bool {
	if class, ok := d.lang.class["those-before"]; ok && d.lang.cased && d.follows(m.from, class) {
		return true
	}
	for i := max(0, m.from-5); i < m.from && !d.lang.cased; i++ {
		if f := d.entryAt(i, lexicon.Process); f != nil && f.To == m.from && f.Label.Entry.ID != d.main.process {
			return true
		}
	}
	return false
}

// metByReporter tells whether a place is where somebody was interviewed: «التقيناها في
// إسطنبول». Languages without a class "interviewed" do not ask.
func (d *document) metByReporter(m *mention) bool {
	class, ok := d.lang.class["interviewed"]
	return ok && d.has(class, max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-5), m.from)
}

// namedVenues takes the city in the name of a congress that met once for its venue, where
// no rule found one: «مؤتمر سوتشي», and that in the name of the article's talks, where
// they are said to be hosted: «محادثات جدة التي استضافتها المملكة». Languages without a class
// "hosted-it" leave it out.
func (d *document) namedVenues() {
	hosted, ok := d.lang.class["hosted-it"]
	if !ok {
		return
	}
	for _, p := range d.namedProcesses() {
		r, there := d.main, false
		for _, o := range d.rounds {
			if o.process == p.Label.Entry.ID && (p.Label.Entry.Single || p.Label.Entry.Type == "congress" && d.namedWith(o, p)) {
				r, there = o, true
			}
		}
		if _, told := d.classAt(p.To, hosted); !there && !(told && p.Label.Entry.ID == d.main.process) || len(d.find("venue", r)) > 0 {
			continue
		}
		for i := p.From; i < p.To; i++ {
			if f := d.entryAt(i, lexicon.Place); f != nil && d.e.sameCity(f.Label.Entry.ID, p.Label.Entry.Place) {
				d.give(&fact{kind: "venue", round: r, place: p.Label.Entry.Place, rule: d.lang.name + ".venue-of-name", spans: [][2]int{{p.From, p.To}}, weight: 0, derived: "the talks are named for the city"})
				break
			}
		}
	}
}

// namedWith tells whether a round's number stands with the name of its talks:
// «مؤتمر برلين الأول».
func (d *document) namedWith(r *round, p *lexicon.Match) bool {
	for i := max(0, p.From-2); i < p.To; i++ {
		if slices.ContainsFunc(d.mentions[kindRound][i], func(m *mention) bool { return m.round == r && m.to >= p.To }) {
			return true
		}
	}
	return false
}

// namedProcesses are the names of processes in the text's body.
func (d *document) namedProcesses() []*lexicon.Match {
	var out []*lexicon.Match
	for i := range d.where(0, lexicon.Process) {
		if f := d.entryAt(i, lexicon.Process); f != nil && d.blocks[d.text.Tokens[i].Sentence] == "body" {
			out = append(out, f)
		}
	}
	return out
}

// titleVenue takes the usual place of the talks for the round's venue where the
// title puts something there: "The last night in the Swiss village of
// Crans-Montana".
func (d *document) titleVenue() {
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	if !d.lang.cased || p == nil || p.Place == "" {
		return
	}
	for s, sentence := range d.text.Sentences {
		for i := sentence.From; i < sentence.To && d.blocks[s] == "title" && d.speaksOfTalks(sentence); i++ {
			for _, m := range d.mentions[kindVenue][i] {
				if d.e.sameCity(d.placeOf(m), p.Place) {
					d.makeVenue(fact{kind: "venue", round: d.main, rule: d.lang.name + ".venue-of-lead", spans: [][2]int{{m.from, m.to}}, weight: 0, derived: "the title names the usual place, and no rule found another"}, m)
					return
				}
			}
		}
	}
}

// speaksOfTalks tells whether a sentence has a word for talks other than one for a
// round, which a match has too.
func (d *document) speaksOfTalks(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		_, talks := d.classAt(i, d.lang.common.talks)
		if _, unit := d.classAt(i, d.lang.common.unit); talks && !unit {
			return true
		}
	}
	return false
}

// deniedVenue tells whether a rule found a place, and that nothing of the round is
// held there: «جولة محادثات في أنقرة لا صلة لها بالمسار».
func (d *document) deniedVenue(m *mention) bool {
	place := d.placeOf(m)
	return !d.lang.cased && slices.ContainsFunc(d.facts, func(f *fact) bool {
		return f.kind == "venue" && f.modality == graph.Denied && f.place == place && f.spans[0][0] <= m.from && m.from < f.spans[0][1]
	})
}

// venueByTown takes the town of a state for the round's place, where it is the one
// in which the talks usually meet: «المدينة السويسرية».
func (d *document) venueByTown() {
	usual := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	for i := range d.text.Tokens {
		for _, m := range d.mentions[kindPlace][i] {
			if usual != nil && !d.lang.cased && m.town && d.context[i] == d.main && d.placeOf(m) == usual.Place {
				d.makeVenue(fact{kind: "venue", round: d.main, rule: d.lang.name + ".venue-of-town", spans: [][2]int{{m.from, m.to}}, weight: 0, derived: "the town of that state in which the talks usually meet"}, m)
				return
			}
		}
	}
}

// hosts tells whether talks may be held at a place: not where the war is,
// unless the process usually meets there.
func (d *document) hosts(m *mention) bool {
	place := d.placeOf(m)
	if place == "" || d.e.countryOf(place) != d.country {
		return place != ""
	}
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	return p != nil && d.e.countryOf(p.Place) == d.country
}

// dateline is the place with which the body begins, "RIMBO, Sweden -", where
// the state of the talks' place is the same or none is known.
func (d *document) dateline() *mention {
	for s, sentence := range d.text.Sentences {
		if s > 8 {
			break
		}
		at := sentence.From
		if d.text.Tokens[at].Norm == "(" && at+1 < sentence.To {
			at++ // "(Geneva, 7 July) …"
			if shut := d.agencyEnd(at, sentence.To); shut > 0 {
				at = shut // "(Lakes Press) Geneva, 7 July - …"
			}
		}
		if first := d.mentions[kindDate][at]; len(first) > 0 && first[0].to+1 < sentence.To && d.text.Tokens[first[0].to].Norm == "," {
			at = first[0].to + 1 // "21 December 2021, Nur-Sultan. …"
		}
		list := d.mentions[kindPlace][at]
		if d.blocks[s] != "body" && d.blocks[s] != "dateline" || !d.text.Tokens[sentence.From].Line && s > 0 || len(list) == 0 {
			continue // a headline, a note to editors
		}
		if list[0].entry == nil || d.context[sentence.From] != d.main || d.inRound[at] {
			return nil // "Astana 8 opened on Thursday"
		}
		m := &mention{kind: kindVenue, from: at, to: list[0].to, entry: list[0].entry}
		dated := at > sentence.From || d.lang.cased && m.to+1 == sentence.To && s+1 < len(d.text.Sentences) && len(d.mentions[kindMedia][sentence.To]) > 0
		for i := m.to; i < min(m.to+12, sentence.To); i++ {
			if p := d.modifier(i); p != nil {
				m.parties = p.parties
			}
			dated = dated || len(d.mentions[kindDate][i]) > 0
			if t := d.text.Tokens[i].Norm; t == "-" || t == ":" || t == ")" || t == "/" || t == "." && dated {
				usual := d.e.lexicon.Entry(lexicon.Process, d.main.process)
				if usual == nil || usual.Place == "" || d.e.countryOf(usual.Place) == d.e.countryOf(m.entry.ID) || (!m.entry.Capital || !d.lang.cased && d.metThere(usual, m.entry.ID)) && (d.lang.cased && len(m.parties) > 0 || !d.lang.cased && d.newsOfRound(s) && !d.namesUsual(usual)) {
					return m // no capital, from which news of talks elsewhere come: "SOCHI, Russia (AA)"
				}
				return nil
			}
		}
		return nil
	}
	return nil
}

// agencyEnd is the token behind the bracket that closes within a few words of token
// i, where the name of a place stands behind it; 0 where none does.
func (d *document) agencyEnd(i, end int) int {
	for j := i; j < min(i+7, end-1); j++ {
		if d.text.Tokens[j].Norm == ")" && len(d.mentions[kindPlace][j+1]) > 0 && len(d.mentions[kindPlace][i]) == 0 {
			return j + 1
		}
	}
	return 0
}

// metThere tells whether the lexicon knows other talks on a process's conflict that
// meet at a place: Vienna, for Geneva's talks on Syria.
func (d *document) metThere(p *lexicon.Entry, place string) bool {
	return slices.ContainsFunc(d.e.lexicon.Entries(lexicon.Process), func(e *lexicon.Entry) bool {
		return e.ID != p.ID && e.Country == p.Country && d.e.sameCity(e.Place, place)
	})
}

// namesUsual tells whether the text names as a place the one where the talks
// usually meet, other than in their name: news of talks there may come from
// anywhere.
func (d *document) namesUsual(usual *lexicon.Entry) bool {
	for i := range d.where(0, lexicon.Place) {
		if f := d.entryAt(i, lexicon.Place); f != nil && f.Label.Entry.ID == usual.Place && !d.inRound[i] && !d.inProcess(i) && d.context[i] == d.main && d.blocks[d.text.Tokens[i].Sentence] == "body" {
			return true
		}
	}
	return false
}

// inProcess tells whether token i belongs to the name of a process, «عملية أستانا».
func (d *document) inProcess(i int) bool {
	for j := max(0, i-3); j <= i; j++ {
		if f := d.entryAt(j, lexicon.Process); f != nil && f.To > i {
			return true
		}
	}
	return false
}

// newsOfRound tells whether sentence s, or one of the next two, tells that the
// main round begins, goes on or ends: news of it come from where it is held.
func (d *document) newsOfRound(s int) bool {
	from, to := d.text.Sentences[s].From, d.text.Sentences[min(s+2, len(d.text.Sentences)-1)].To
	for _, kind := range [...]string{"status", "start", "end", "plenary"} {
		for _, f := range d.find(kind, d.main) {
			if f.modality != graph.Planned && slices.Contains([]string{"", "underway", "concluded"}, f.value) && slices.ContainsFunc(f.spans, func(at [2]int) bool { return at[0] >= from && at[1] <= to }) {
				return true
			}
		}
	}
	return false
}

// hostOfVenue names the state whose capital or city the article calls the
// round's venue: "in the Kazakh capital, Astana".
func (d *document) hostOfVenue() {
	for _, r := range d.rounds {
		if len(d.find("host", r)) > 0 {
			continue
		}
		for _, v := range d.find("venue", r) {
			for i := range d.text.Tokens {
				for _, m := range slices.Concat(d.mentions[kindVenue][i], d.capitalsAt(i)) {
					if d.context[i] != r || d.placeOf(m) != v.place || d.blocks[d.text.Tokens[i].Sentence] == "title" {
						continue
					}
					for _, p := range m.parties {
						if p.id == d.e.countryOf(v.place) {
							d.give(&fact{kind: "host", round: r, party: p.id, rule: d.lang.name + ".host-of-venue", spans: [][2]int{{m.from, m.to}}, weight: 1, derived: "the state whose city or capital the venue is called"})
						}
					}
				}
			}
		}
	}
}

// hostOfDateline names the state that the dateline adds to the city where the
// article's round is held: "MONTREUX, Switzerland, Jan. 22 -".
func (d *document) hostOfDateline() {
	m := d.dateline()
	if !d.lang.cased || m == nil || len(m.parties) != 1 || len(d.find("host", d.main)) > 0 {
		return
	}
	for _, v := range d.find("venue", d.main) {
		if state := d.e.countryOf(v.place); state == m.parties[0].id && d.e.sameCity(v.place, d.placeOf(m)) {
			d.give(&fact{kind: "host", round: d.main, party: state, rule: d.lang.name + ".host-of-venue", spans: [][2]int{{m.from, m.to}}, weight: 1, modality: v.modality, derived: "the state that the dateline names with the venue"})
		}
	}
}

// hostByKingdom takes "the kingdom" that hosts for the state of the venue:
// «استضافتها المملكة في مدينة جدة». Languages without a class "kingdom" leave it out.
func (d *document) hostByKingdom() {
	class, ok := d.lang.class["kingdom"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok || i == 0 || len(d.mentions[kindParty][i])+len(d.mentions[kindAdjective][to]) > 0 || !d.follows(i, d.lang.class["hosted"]) {
			continue
		}
		r := d.context[i]
		for _, v := range d.find("venue", r) {
			if state := d.e.countryOf(v.place); state != "" && len(d.find("host", r)) == 0 {
				d.give(&fact{kind: "host", round: r, party: state, rule: d.lang.name + ".host-of-venue", spans: [][2]int{{i, to}}, weight: 1, derived: "the kingdom whose city the venue is"})
			}
		}
	}
}

// capitalsAt are the capitals that the text calls so at token i, with their
// state: "the Kazakh capital".
func (d *document) capitalsAt(i int) []*mention {
	return slices.DeleteFunc(slices.Clone(d.mentions[kindPlace][i]), func(m *mention) bool { return !m.capital })
}

// sameVenue replaces "the same city" by the article's venue.
func (d *document) sameVenue() {
	main := ""
	for _, f := range d.facts {
		if f.kind == "venue" && f.place != sameCity && f.round == d.main {
			main = f.place
			break
		}
	}
	for _, f := range d.facts {
		if f.kind == "venue" && f.place == sameCity {
			if f.place = main; main == "" && !d.lang.cased {
				if e := d.placeBefore(f.spans[0][0]); e != nil {
					f.place = e.ID // «يلتقيان اليوم في جنيف، وتُفتتح الجولة في المدينة نفسها غدا»
				}
			}
		}
	}
	d.drop("the same city as which is not told", func(f *fact) bool { return f.kind == "venue" && f.place == "" })
}
