package rules

import (
	"cmp"
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// unnamedProcess looks for talks whose process the article does not name: a
// noun such as talks or مفاوضات with the place where they are held and the
// state whose conflict they are about. It is the lexicon's process of that
// state and place, else a new one, "<place>-<country>" or "<country>-talks";
// "" where there are no talks. It also returns the state.
func (d *document) unnamedProcess(found []*mention) (process, state string) {
	talks, seats, early := 0, 0, d.leadEnd()
	country, place, movement, states, within := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	class := &d.lang.common
	classes := classBit(class.talks) | classBit(class.delegation) | classBit(class.unit) | classBit(class.capital)
	for i := range d.text.Tokens {
		if spot := &d.spots[i]; spot.classes&classes == 0 && spot.mentions&(1<<kindParty|1<<kindAdjective) == 0 && spot.entries>>lexicon.Place&1 == 0 {
			continue
		}
		s := d.text.Tokens[i].Sentence
		if d.blocks[s] == "" {
			continue
		}
		weight := 1
		if int(s) <= early {
			weight = 3
		}
		if _, ok := d.classAt(i, d.lang.common.talks); ok {
			talks += weight
			if d.betweenParties(i) || d.onWar(i) || weight > 1 && d.seated(i) {
				seats++
			}
		}
		for _, k := range []mentionKind{kindParty, kindAdjective} {
			for _, m := range d.mentions[k][i] {
				e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
				if e != nil && e.Country != "" && e.Type != "state" {
					country[e.Country] += 2 * weight
					movement[e.ID] += weight
				} else if e != nil && d.lang.cased && (d.inPlace(i) || d.ofCapital(m)) {
					within[e.ID] += weight // where the talks are, not whose war it is
				} else if e != nil && (e.Acts != "" || d.governed(m)) && !d.namesCapital(i) {
					country[e.ID] += weight
				} else if e != nil && e.Type == "state" {
					states[e.ID] += weight
				}
			}
		}
		for _, class := range []int{d.lang.common.delegation, d.lang.common.unit} {
			if _, ok := d.classAt(i, class); ok {
				talks++
				seats++
			}
		}
		if f := d.entryAt(i, lexicon.Place); f != nil {
			// A capital that acts for its state is no place of talks.
			if i == d.text.Sentences[s].From || d.inPlace(i) || !d.actsAsState(i) {
				place[f.Label.Entry.ID] += weight
			}
		} else if _, ok := d.classAt(i, d.lang.common.capital); ok {
			for j := i + 1; j < min(i+3, len(d.text.Tokens)); j++ {
				if p := d.modifier(j); p != nil {
					place[d.e.capitalOf(p.parties[0].id, d.in.Published)] += weight
				}
			}
		}
	}
	if slices.ContainsFunc(found, counted) {
		talks, seats = talks+2, seats+1
	}
	if len(country) == 0 && len(states) > 1 {
		country = d.atWar(states, place)
	}
	if talks < 3 || seats == 0 || len(country) == 0 {
		return "", ""
	}
	for id, n := range within {
		if country[id] > n {
			country[id] -= n
		} else if len(country) > 1 {
			delete(country, id)
		}
	}
	c := most(country)
	for id := range place {
		if d.e.countryOf(id) == c {
			delete(place, id) // where the war is, not where the talks are
		}
	}
	at := func(e *lexicon.Entry) int {
		n := place[e.Place]
		if city := d.e.lexicon.Entry(lexicon.Place, e.Place); city != nil && city.Same != "" {
			n = 0
			for id := range place {
				if other := d.e.lexicon.Entry(lexicon.Place, id); other != nil && other.Same == city.Same {
					n += place[id]
				}
			}
		}
		if city := d.e.lexicon.Entry(lexicon.Place, e.Place); n == 0 && city != nil && city.Country != c {
			n = within[city.Country]
		}
		return n
	}
	process = c + "-talks"
	best := 0
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		// Of processes that meet at one place the one called by it comes first.
		weight := 3 * at(e)
		if e.ID == e.Place {
			weight++
		} else if e.Single {
			weight--
		}
		weight += 3 * movement[e.Party] // talks with one movement, wherever they meet
		if e.Party != "" && movement[e.Party] == 0 || e.Single && d.lang.cased && slices.ContainsFunc(found, func(m *mention) bool { return counted(m) && m.round.number > 1 }) {
			continue
		}
		if e.Country == c && (e.Place != "" && at(e) > 0 || movement[e.Party] > 0) && weight > best && d.alive(e) {
			process, best = e.ID, weight
		}
	}
	if process == c+"-talks" && d.lang.cased && slices.ContainsFunc(found, counted) {
		process = cmp.Or(d.mediated(c), process)
	}
	if process == c+"-talks" && len(place) > 0 {
		process = most(place) + "-" + c
	}
	return process, c
}

// atWar keeps of the states that the text names those on whose conflict the
// lexicon has talks in one of its places: Ukraine, where delegations of Russia
// and Ukraine meet in Istanbul.
func (d *document) atWar(states, place map[string]int) map[string]int {
	out := map[string]int{}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if states[e.Country] > 0 && place[e.Place] > 0 && e.Party == "" && d.alive(e) {
			out[e.Country] = states[e.Country]
		}
	}
	return out
}

// namesCapital tells whether the state at token i only tells whose capital is
// meant: «عاصمة جنوب السودان جوبا».
func (d *document) namesCapital(i int) bool {
	return i > 0 && d.follows(i, d.lang.common.capital)
}

// mediated is the lexicon's process of a state's conflict whose convenor leads
// the talks that the text tells of, wherever they are held: "the United Nations'
// ninth round of Syria talks, moved to Vienna".
func (d *document) mediated(state string) string {
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country != state || e.Mediator != "un" || e.Single || e.Type != "" && e.Type != "process" || !d.alive(e) {
			continue
		}
		for i := range d.where(classBit(d.lang.common.talks) | classBit(d.lang.common.unit)) {
			if int(d.text.Tokens[i].Sentence) > d.leadEnd() {
				break
			}
			if _, talks := d.classAt(i, d.lang.common.talks); !talks {
				continue
			}
			for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-6); j < i; j++ {
				if m := d.modifier(j); m != nil && m.parties[0].id == e.Mediator {
					return e.ID
				}
			}
		}
	}
	return ""
}

// cityProcess is the process of the lexicon that meets in a city of the text,
// where a round is counted that no process is named beside, and the text tells
// of what talks have: "Astana, 20 December. The eighth round …". Of several it
// is that of a conflict whose parties are named, then that of the city named
// first; "" where there is none.
func (d *document) cityProcess(found []*mention) string {
	if !slices.ContainsFunc(found, counted) || !d.diplomatic() {
		return ""
	}
	cities, countries := map[string]int{}, map[string]bool{}
	for i := range d.where(0, lexicon.Place, lexicon.Party) {
		if f := d.entryAt(i, lexicon.Place); f != nil {
			for _, name := range []string{f.Label.Entry.ID, f.Label.Entry.Same} {
				if cities[name] == 0 && name != "" {
					cities[name] = len(d.text.Tokens) - i
				}
			}
		}
		if f := d.entryAt(i, lexicon.Party); f != nil {
			countries[f.Label.Entry.ID], countries[f.Label.Entry.Country] = true, true
		}
	}
	best, most := "", 0
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		city := d.e.lexicon.Entry(lexicon.Place, e.Place)
		if city == nil || e.Single || e.Party != "" || e.Type == "summit" || !d.alive(e) || !d.about(e.ID) {
			continue
		}
		score := 2 * max(cities[city.ID], cities[city.Same])
		if score == 0 {
			continue
		}
		if e.ID == e.Place {
			score++
		}
		if countries[e.Country] {
			score += 2 * len(d.text.Tokens)
		}
		if score > most {
			best, most = e.ID, score
		}
	}
	return best
}

// ofCapital tells whether a party's name tells whose capital or city is meant:
// "the South Sudanese capital".
func (d *document) ofCapital(m *mention) bool {
	i := m.to
	if i+1 < d.sentenceEnd(m.from) && d.text.Tokens[i].Norm == "'s" {
		i++
	}
	for _, class := range []int{d.lang.common.capital, d.lang.common.city} {
		if _, ok := d.classAt(i, class); ok && i < d.sentenceEnd(m.from) {
			return true
		}
	}
	return false
}

// counted tells whether a mention surely is that of a round with a number.
func counted(m *mention) bool { return m.round.number > 0 && (!m.weak || m.certain) }

// seated tells whether the noun at token i means talks at which the parties to
// a conflict sit, though no delegation is named: «محادثات السلام», «أطراف
// الحوار». Languages without a class "peace" do not ask.
func (d *document) seated(i int) bool {
	peace, ok := d.lang.class["peace"]
	if !ok {
		return false
	}
	end := d.sentenceEnd(i)
	return d.has(peace, i+1, min(i+3, end)) || d.follows(i, d.lang.class["those-of"])
}

// betweenParties tells whether talks named at token i are said to be between
// several parties.
func (d *document) betweenParties(i int) bool {
	end := d.sentenceEnd(i)
	for j := i + 1; j < min(i+6, end); j++ {
		to, ok := d.classAt(j, d.lang.class["between"])
		for k := to; ok && k < min(to+3, end); k++ {
			if len(d.lists(kindList, k)) > 0 || len(d.mentions[kindParty][k]) > 0 {
				return true
			}
		}
	}
	return false
}

// onWar tells whether talks named at token i are said to be about war or peace,
// "negotiations to end the war", or are those of opponents.
func (d *document) onWar(i int) bool {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return d.has(d.lang.class["strife"], s.From, s.To) || d.lang.cased && d.opponents(s)
}

// opponents tells whether a sentence lists a state or government together with
// another party to its conflict: "Colombia and the ELN".
func (d *document) opponents(s text.Range) bool {
	for i := s.From; i < s.To; i++ {
		for _, l := range d.lists(kindList, i) {
			for _, p := range l.parties[1:] {
				a, b := d.e.lexicon.Entry(lexicon.Party, l.parties[0].id), d.e.lexicon.Entry(lexicon.Party, p.id)
				if a != nil && b != nil && a != b && d.stateOf(p) == d.stateOf(l.parties[0]) {
					return true
				}
			}
		}
	}
	return false
}

// actsAsState tells whether the name at token i also stands for a state.
func (d *document) actsAsState(i int) bool {
	for _, f := range d.at(i) {
		if f.Kind == lexicon.Party && (f.Label.Form == lexicon.Metonym || f.Label.Form == lexicon.Proper && f.Label.Entry.Type == "state") {
			return true
		}
	}
	return false
}

// alive tells whether the article's day, where it is known, lies in a process's
// lifespan.
func (d *document) alive(e *lexicon.Entry) bool {
	w := window(e.Since, e.Until)
	return w.IsZero() || d.in.Published.IsZero() || w.Compatible(d.in.Published)
}

// most is the key of the highest count, the first in the alphabet of equals.
func most(count map[string]int) string {
	best := ""
	for k, n := range count {
		if best == "" || n > count[best] || n == count[best] && k < best {
			best = k
		}
	}
	return best
}

// governed tells whether a state is named as the one whose government acts:
// "the government of Myanmar", "Myanmar's government".
func (d *document) governed(m *mention) bool {
	government := func(i int) bool {
		f := d.entryAt(i, lexicon.Generic)
		return f != nil && f.Label.Entry.ID == "government"
	}
	end := d.sentenceEnd(m.from)
	if m.to < end && government(m.to) || m.to+1 < end && d.text.Tokens[m.to].Norm == "'s" && government(m.to+1) {
		return true
	}
	for i := m.from - 1; i >= max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-3); i-- {
		if government(i) {
			return true
		}
		if _, ok := d.classAt(i, d.lang.common.of); !ok {
			return false
		}
	}
	return false
}
