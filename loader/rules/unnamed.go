package rules

import (
	"cmp"
	"maps"
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// unnamedProcess looks for talks whose process the article does not name: a
// noun such as talks or مفاوضات with the place where they are held and the
// state whose conflict they are about. It is the lexicon's process of that
// state and place, else a new one, "<place>-<conflict>" or "<conflict>-talks";
// "" where there are no talks. Where no conflict is told of, but a round is counted and there is
// a word of strife, it is the state of the place itself (see atHome). It also returns the state, "" for a war of two.
func (d *document) unnamedProcess(found []*mention) (process, state string) {
	v := d.survey(found)
	if len(v.countries) == 0 && (len(v.states) > 1 || d.lang.cased) {
		v.countries = d.atWar(v.states, v.places)
	}
	if len(v.countries) == 0 {
		v.countries = v.peaceIn
	}
	if v.talks == 0 {
		return "", ""
	}
	if len(v.countries) == 0 {
		if war := d.warring(); war != "" && len(v.places) > 0 {
			return most(v.places) + "-" + war, ""
		}
		if place := most(v.places); place != "" && !d.in.story && slices.ContainsFunc(found, counted) && d.strife() {
			return d.atHome(place)
		}
		return "", ""
	}
	state = d.meets(v.conflict(), v.countries, v.places)
	named := maps.Clone(v.places)
	for id := range v.places {
		if d.e.countryOf(id) == state && d.talksAt(id, &lexicon.Entry{Country: state}, false) == "" {
			delete(v.places, id) // where the war is, not where the talks are
		}
	}
	process = d.knownProcess(v, state, found)
	if process == "" && d.lang.cased && slices.ContainsFunc(found, counted) {
		process = d.mediated(state)
	}
	if process == "" && d.lang.cased {
		process = d.sharedWar(v, state)
	}
	if process == "" && len(v.places) == 0 {
		process = d.soleThen(state, v)
	}
	if process == "" {
		places, conflict := v.places, d.e.conflictOf(state)
		region := d.region(state)
		if region != nil && region.Conflict != "" {
			conflict = region.Conflict // Kashmir is no conflict of India's alone
		}
		if len(v.called) > 0 {
			places = v.called
		} else if len(places) == 0 || region != nil {
			places = named // a place in that state is not where the war is
		}
		if process = d.onceKnown(most(places), conflict); process == "" {
			process = newProcess(places, conflict)
		}
	}
	return process, state
}

// onceKnown is the lexicon's process that is called by a place, or by its state, and by a
// conflict, «الكويت» of talks in Kuwait City on Yemen; "" where there is none. Talks there
// on the same conflict are called alike, whenever they are.
func (d *document) onceKnown(place, conflict string) string {
	for _, id := range [...]string{place, d.e.countryOf(place) + "-" + conflict} {
		if e := d.e.lexicon.Entry(lexicon.Process, id); e != nil && e.Type == "process" && d.e.conflictOf(e.Country) == conflict && e.Party == "" {
			return id
		}
	}
	return ""
}

// soleThen is the only process on a state's conflict that met more than once and did on
// the article's day, where that is known; "" where there is none, or several.
func (d *document) soleThen(state string, v *survey) string {
	sole := ""
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country != state || e.Single || e.Type == "summit" || e.Since == "" || e.Party != "" && v.movements[e.Party] == 0 || d.likelyDay().IsZero() || !d.aliveThen(e) {
			continue
		}
		if sole != "" {
			return ""
		}
		sole = e.ID
	}
	return sole
}

// atHome names talks on a conflict of which no party is known after the place where they
// are and the state in which it lies: they are taken to be held where the conflict is.
// A city that hosts talks on the conflict of another state tells nothing of its own.
func (d *document) atHome(place string) (process, state string) {
	hosts := slices.ContainsFunc(d.e.lexicon.Entries(lexicon.Process), func(e *lexicon.Entry) bool {
		return d.e.sameCity(e.Place, place) && e.Country != d.e.countryOf(place)
	})
	if state = d.e.countryOf(place); state != "" && !hosts {
		process = newProcess(map[string]int{place: 1}, d.e.conflictOf(state))
	}
	return process, state
}

// newProcess names talks that no list knows after the place that is named most and
// what is fought over: "<place>-<conflict>", "<conflict>-talks".
func newProcess(places map[string]int, conflict string) string {
	if len(places) == 0 {
		return conflict + "-talks"
	}
	return most(places) + "-" + conflict
}

// region is the part of a state that the text says its talks are about, "the Northern Ireland
// talks", or names before it names the state; nil where there is none.
func (d *document) region(state string) *lexicon.Entry {
	early := true // whether the state has not been named yet
	for i := range d.where(0, lexicon.Region, lexicon.Party) {
		if !d.inLead(i) {
			break
		}
		if f := d.entryAt(i, lexicon.Region); f != nil && f.Label.Entry.Country == state && (early || d.subjectOfTalks(f.From, f.To)) {
			return f.Label.Entry
		}
		if f := d.entryAt(i, lexicon.Party); f != nil && d.blocks[d.text.Tokens[i].Sentence] != "" && f.Label.Entry.ID == state {
			early = false
		}
	}
	return nil
}

// subjectOfTalks tells whether what is named between two tokens is what talks are
// about: "the Burundi peace negotiations", "talks on Darfur", «محادثات السلام البوروندية».
// Languages without a class "peace-talks" do not ask.
func (d *document) subjectOfTalks(from, to int) bool {
	class, ok := d.lang.class["peace-talks"]
	if !ok {
		return false
	}
	if !d.lang.cased {
		return d.follows(from, class)
	}
	end := d.sentenceEnd(from)
	if to < end && d.text.Tokens[to].Norm == "'s" {
		to++
	}
	if _, talks := d.classAt(to, class); talks && to < end {
		return true
	}
	for i := from - 1; i >= max(d.text.Sentences[d.text.Tokens[from].Sentence].From+1, from-6); i-- {
		if to, on := d.classAt(i, d.lang.class["about"]); on && (i >= from-3 || to == from) {
			return d.follows(i, d.lang.common.talks) || d.follows(i, d.lang.common.unit)
		}
	}
	return false
}

// conflictOf is what talks on a state's war are called by: the state, or what is
// fought over.
func (e *Engine) conflictOf(state string) string {
	if s := e.lexicon.Entry(lexicon.Party, state); s != nil && s.Conflict != "" {
		return s.Conflict
	}
	return state
}

// warring is what the war of two states is called by that one of the first
// sentences names together, with a word of war or truce: "Armenia and Azerbaijan
// agreed on a ceasefire". It is "" where there are no such.
func (d *document) warring() string {
	for s, r := range d.firstSentences() {
		if d.blocks[s] == "" || !d.has(d.lang.class["strife"], r.From, r.To) {
			continue
		}
		for i := r.From; i < r.To; i++ {
			for _, l := range d.lists(kindList, i) {
				if len(l.parties) != 2 || d.partOfList(l, r) {
					continue
				}
				a, b := d.e.lexicon.Entry(lexicon.Party, l.parties[0].id), d.e.lexicon.Entry(lexicon.Party, l.parties[1].id)
				if a == nil || b == nil || a == b || a.Type != "state" || b.Type != "state" {
					continue
				}
				return cmp.Or(a.Conflict, b.Conflict, min(a.ID, b.ID)+"-"+max(a.ID, b.ID))
			}
		}
	}
	return ""
}

// partOfList tells whether a list of parties is part of a longer one in its sentence:
// «تركيا وإيران» of «روسيا وتركيا وإيران».
func (d *document) partOfList(l *mention, sentence text.Range) bool {
	for i := max(sentence.From, l.from-6); i <= l.from; i++ {
		for _, o := range d.lists(kindList, i) {
			if o.to >= l.to && len(o.parties) > len(l.parties) {
				return true
			}
		}
	}
	return false
}

// A survey counts what the text tells of talks, more where it begins.
type survey struct {
	talks     int            // words for talks, and for rounds and delegations
	countries map[string]int // those whose conflict it may be
	states    map[string]int // those that are named besides
	within    map[string]int // those in which something is
	peaceIn   map[string]int // those in which peace talks are, which may be theirs
	movements map[string]int // parties that are no state
	places    map[string]int
	called    map[string]int // those after which it calls its talks
}

// survey reads what tells of talks whose process is not named.
func (d *document) survey(found []*mention) *survey {
	v := &survey{countries: map[string]int{}, states: map[string]int{}, within: map[string]int{}, peaceIn: map[string]int{}, movements: map[string]int{}, places: map[string]int{}, called: map[string]int{}}
	class := &d.lang.common
	classes := classBit(class.talks) | classBit(class.delegation) | classBit(class.capital)
	for i := range d.text.Tokens {
		if spot := &d.spots[i]; spot.classes&classes == 0 && spot.mentions&(1<<kindParty|1<<kindAdjective) == 0 && spot.entries&(1<<lexicon.Place|1<<lexicon.Region) == 0 {
			continue
		}
		if d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		weight := 1
		if d.inLead(i) {
			weight = 3
		}
		if d.lang.cased && d.sitsElse(i) {
			continue
		}
		_, talks := d.classAt(i, class.talks)
		if _, team := d.classAt(i, class.delegation); talks || team && d.lang.cased {
			v.talks++
		}
		d.surveyParties(v, i, weight)
		d.surveyPlaces(v, i, weight)
	}
	if d.lang.cased && len(v.countries) == 0 {
		d.surveyPeople(v)
	}
	if slices.ContainsFunc(found, counted) {
		v.talks++
	}
	return v
}

// surveyPeople counts the conflicts to which the people belong whom the text names, where
// it names no party to one: "the government of President Bashar al-Assad".
func (d *document) surveyPeople(v *survey) {
	for i := range d.where(0, lexicon.Person) {
		f := d.entryAt(i, lexicon.Person)
		if f == nil || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		if p := d.e.lexicon.Entry(lexicon.Party, f.Label.Entry.Party); p != nil && p.Country != "" && p.Type != "state" {
			v.countries[p.Country]++
		}
	}
}

// sitsElse tells whether the noun at token i means a round or session of
// something else than talks: "the first round of the election", "a session of the
// Security Council"; or "round" where the text counts those.
func (d *document) sitsElse(i int) bool {
	to, ok := d.unitAt(i)
	if !ok || d.entryAt(i, lexicon.Process) != nil {
		return false
	}
	_, unit := d.classAt(i, d.lang.common.unit)
	return unit && d.otherCounts != 0 || d.notRound(to, d.sentenceEnd(i))
}

// surveyParties counts the parties named at token i.
func (d *document) surveyParties(v *survey, i, weight int) {
	if f := d.entryAt(i, lexicon.Region); f != nil {
		v.countries[f.Label.Entry.Country] += 2 * weight
		if d.subjectOfTalks(f.From, f.To) {
			v.countries[f.Label.Entry.Country] += 2 * weight
			return
		}
	}
	for _, k := range []mentionKind{kindParty, kindAdjective} {
		for _, m := range d.mentions[k][i] {
			e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
			if e != nil && e.Type == "state" && d.inPlace(m.from) && m.from > 0 && d.follows(m.from-1, d.lang.class["peace-talks"]) && d.entryAt(m.from, lexicon.Place) == nil {
				v.peaceIn[e.ID] += weight
			}
			switch {
			case e == nil:
			case e.Type == "state" && d.subjectOfTalks(m.from, m.to):
				v.countries[e.ID] += 4 * weight
			case e.Country != "" && e.Type != "state":
				v.countries[e.Country] += 2 * weight
				v.movements[e.ID] += weight
			case d.lang.cased && weight > 1 && d.warIn(i):
				v.countries[e.ID] += 2 * weight
			case d.lang.cased && (d.inPlace(i) || d.ofCapital(m) || e.Type == "state" && d.willHost(m)):
				v.within[e.ID] += weight // where the talks are, not whose war it is
			case (e.Acts != "" || d.governed(m)) && !d.namesCapital(i):
				v.countries[e.ID] += weight
			case d.factionsOf(m):
				v.countries[e.ID] += weight
			case weight > 1 && e.Type == "state" && d.sidesOfWar(m):
				v.countries[e.ID] += 4 * weight
			case e.Type == "state":
				v.states[e.ID] += weight
			}
		}
	}
}

// factionsOf tells whether a word for factions stands beside a state or its adjective: "the
// Burundian parties", «الأطراف السودانية».
func (d *document) factionsOf(m *mention) bool {
	class := d.lang.class["factions"]
	if !d.lang.cased {
		return d.follows(m.from, class)
	}
	_, factions := d.classAt(m.to, class)
	return factions && m.to < d.sentenceEnd(m.from)
}

// sidesOfWar tells whether an Arabic text names a state behind the sides of a war there: «طرفا
// النزاع في جنوب السودان».
func (d *document) sidesOfWar(m *mention) bool {
	if d.lang.cased || m.from < 3 || !d.inPlace(m.from) || !d.follows(m.from-1, d.lang.class["strife"]) {
		return false
	}
	return d.has(d.lang.class["factions"], m.from-3, m.from-2) || d.has(d.lang.class["sides-of"], m.from-3, m.from-2)
}

// warIn tells whether the state at token i is said to be where a war or truce is: "the
// truce in Syria"; but not "spoke about the war in Yemen".
func (d *document) warIn(i int) bool {
	from := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-9)
	return i > 1 && d.inPlace(i) && d.follows(i-1, d.lang.class["strife"]) && !d.has(d.lang.class["about"], from, i-1)
}

// willHost tells whether a state is said to host something: "Sweden, which will host
// consultations", "talks hosted by Sweden".
func (d *document) willHost(m *mention) bool {
	class := d.lang.class["hosted"]
	if d.follows(m.from, class) {
		return true
	}
	i, end := m.to, d.sentenceEnd(m.from)
	if i+1 < end && d.text.Tokens[i].Norm == "," {
		if _, where := d.classAt(i+1, d.lang.class["relative"]); where {
			i += 2
		}
	}
	_, hosts := d.classAt(i, class)
	return hosts && i < end
}

// surveyPlaces counts the place named at token i, by its name or as a capital.
func (d *document) surveyPlaces(v *survey, i, weight int) {
	if f := d.entryAt(i, lexicon.Place); f != nil {
		// A capital that acts for its state is no place of talks, unless it hosts them.
		_, hosts := d.classAt(f.To, d.lang.class["hosted"])
		_, where := d.classAt(f.To, d.lang.class["where"]) // «توجه إلى الدوحة حيث تبدأ»
		if hosts || where && !d.lang.cased || d.wentTo(i, f.To) || d.follows(i, d.lang.class["hosted"]) || !d.lang.cased && d.follows(i, d.lang.common.city) || i == d.text.Sentences[d.text.Tokens[i].Sentence].From || d.inPlace(i) || !d.actsAsState(i) {
			v.places[f.Label.Entry.ID] += weight
		}
		if d.talksCalledAfter(i, f.To) {
			v.called[f.Label.Entry.ID]++
		}
	} else if _, ok := d.classAt(i, d.lang.common.capital); ok {
		for j := i + 1; j < min(i+3, len(d.text.Tokens)); j++ {
			if p := d.modifier(j); p != nil {
				v.places[d.e.capitalOf(p.parties[0].id, d.in.Published)] += weight
			}
		}
	}
}

// talksCalledAfter tells whether a noun for talks stands right beside the city between two
// tokens, and calls them after it: "the San Andrés dialogues", «محادثات تمنراست».
func (d *document) talksCalledAfter(from, to int) bool {
	if !d.lang.cased {
		return d.follows(from, d.lang.class["talk-noun"])
	}
	if to+1 < d.sentenceEnd(from) && d.onlyBetweenNames(to, to+1) {
		to++ // "the Juba peace talks"
	}
	_, talks := d.classAt(to, d.lang.common.talks)
	_, unit := d.unitAt(to)
	return talks && !d.inPlace(from) && (!unit || d.countedAt(from))
}

// countedAt tells whether an ordinal ends right before token i: "the second Port Louis meeting".
func (d *document) countedAt(i int) bool {
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-2); j < i; j++ {
		if f := d.entryAt(j, lexicon.Ordinal); f != nil && f.To == i {
			return true
		}
	}
	return false
}

// wentTo tells whether somebody goes to the city named between two tokens or
// speaks from it, so that it does not stand for its state: «توجه إلى الدوحة»,
// «أعلن من الدوحة أن». Languages without a class "toward" do not ask.
func (d *document) wentTo(from, to int) bool {
	if d.follows(from, d.lang.class["toward"]) {
		return true
	}
	if !d.follows(from, d.lang.class["speaks-from"]) || to >= d.sentenceEnd(from) {
		return false
	}
	_, that := d.classAt(to, d.lang.common.that)
	return that || d.text.Tokens[to].Norm == ","
}

// conflict is the country that is named most, but for where it is only the
// place of something.
func (v *survey) conflict() string {
	for id, n := range v.within {
		if v.countries[id] > n {
			v.countries[id] -= n
		} else if len(v.countries) > 1 {
			delete(v.countries, id)
		}
	}
	return most(v.countries)
}

// knownProcess is the lexicon's process about a state's conflict that meets in
// one of the places, or with one of the movements; "" where there is none. Of
// processes that meet at one place the one called by it comes first.
func (d *document) knownProcess(v *survey, state string, found []*mention) string {
	many := d.lang.cased && slices.ContainsFunc(found, func(m *mention) bool { return counted(m) && m.round.number > 1 })
	process, best := "", 0
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.ID == d.passedOver || e.Country != state || e.Party != "" && v.movements[e.Party] == 0 || e.Single && many {
			continue
		}
		there := d.namedThere(v, e.Place, state)
		weight := 3*there + 3*v.movements[e.Party] // talks with one movement, wherever they meet
		if e.ID == e.Place {
			weight++
		} else if e.Single {
			weight--
		}
		if !(e.Place != "" && there > 0 || v.movements[e.Party] > 0) || !d.alive(e) || !d.aboutThen(e) {
			continue
		}
		if d.aliveThen(e) {
			weight += 1 << 16 // one that was over by then, or had not begun, only where there is none
		}
		if weight > best {
			process, best = e.ID, weight
		}
	}
	return process
}

// sharedWar is the lexicon's process that meets in one of the places, about the
// conflict of a state that the first sentences list together with another: of
// Israel, where "Israeli and Palestinian negotiators" meet.
func (d *document) sharedWar(v *survey, state string) string {
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country != state && e.Party == "" && v.places[e.Place] > 0 && d.alive(e) && d.listedTogether(state, e.Country) {
			return e.ID
		}
	}
	return ""
}

// listedTogether tells whether one of the first sentences names two states side
// by side.
func (d *document) listedTogether(a, b string) bool {
	for i := range d.text.Tokens[:d.leadsTo()] {
		m := d.modifier(i)
		if m == nil {
			continue
		}
		for j := m.to; j < min(m.to+3, d.sentenceEnd(i)); j++ {
			if o := d.modifier(j); o != nil {
				p, q := d.stateOf(m.parties[0]), d.stateOf(o.parties[0])
				if p == a && q == b || p == b && q == a {
					return true
				}
			}
		}
	}
	return false
}

// namedThere counts how often the usual place of talks is named, under any of
// its names, else how often its state is, unless that is the one at war.
func (d *document) namedThere(v *survey, place, state string) int {
	n := v.places[place]
	city := d.e.lexicon.Entry(lexicon.Place, place)
	if city == nil {
		return n
	}
	if city.Same != "" {
		n = 0
		for id := range v.places {
			if other := d.e.lexicon.Entry(lexicon.Place, id); other != nil && other.Same == city.Same {
				n += v.places[id]
			}
		}
	}
	if n == 0 && city.Country != state {
		n = v.within[city.Country]
	}
	return n
}

// meets is the state whose conflict the text names most; where the talks may be
// held in that state, rather one on whose conflict the lexicon has talks there:
// Sudan for talks in Juba, whatever is said of South Sudan, which hosts them; but not one
// that is only named beside it, as a neighbour.
func (d *document) meets(c string, country, place map[string]int) string {
	known := map[string]int{}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if n := country[e.Country]; n > 0 && 3*n >= country[c] && e.Party == "" && place[e.Place] > 0 && d.e.countryOf(e.Place) == c && d.alive(e) {
			known[e.Country] = n
		}
	}
	if len(known) == 0 || known[c] > 0 {
		return c
	}
	return most(known)
}

// atWar keeps of the states that the text names those on whose conflict the
// lexicon has talks in one of its places: Ukraine, where delegations of Russia
// and Ukraine meet in Istanbul.
func (d *document) atWar(states, place map[string]int) map[string]int {
	out := map[string]int{}
	wars := map[string]int{}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if states[e.Country] == 0 || e.Party != "" || !d.alive(e) {
			continue
		}
		if place[e.Place] > 0 {
			out[e.Country] = states[e.Country]
		}
		if d.talksOnWar(e.Country) {
			wars[e.Country] = states[e.Country]
		}
	}
	if len(out) == 0 {
		return wars // "Russian and Ukrainian ministers met in Antalya"
	}
	return out
}

// talksOnWar tells whether one of the first sentences speaks of talks, of war and
// of a state.
func (d *document) talksOnWar(state string) bool {
	for s, r := range d.firstSentences() {
		if d.blocks[s] != "body" || !d.has(d.lang.common.talks, r.From, r.To) || !d.has(d.lang.class["strife"], r.From, r.To) {
			continue
		}
		for i := r.From; i < r.To; i++ {
			if m := d.modifier(i); m != nil && m.parties[0].id == state {
				return true
			}
		}
	}
	return false
}

// mediated is the lexicon's process of a state's conflict whose convenor leads
// the talks that the text tells of, wherever they are held: "the United Nations'
// ninth round of Syria talks, moved to Vienna"; or that of guarantors, where the
// first sentences name such.
func (d *document) mediated(state string) string {
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country == state && e.Guaranteed && d.alive(e) && d.has(d.lang.common.guarantors, 0, d.leadsTo()) {
			return e.ID
		}
		if e.Country != state || e.Mediator == "" || e.Single || e.Type != "" && e.Type != "process" || !d.aliveThen(e) {
			continue
		}
		for i := range d.where(classBit(d.lang.common.talks) | classBit(d.lang.common.unit)) {
			if !d.inLead(i) {
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
// first; "" where there is none. Without such parties and a word of strife the city
// alone tells only of talks that have it to themselves: much else is negotiated
// in Brussels.
func (d *document) cityProcess(found []*mention) string {
	if !slices.ContainsFunc(found, counted) || !d.diplomatic() {
		return ""
	}
	cities, countries := map[string]int{}, map[string]bool{}
	for i := range d.where(0, lexicon.Place, lexicon.Party) {
		if f := d.entryAt(i, lexicon.Place); f != nil && (!d.lang.cased || i == d.text.Sentences[d.text.Tokens[i].Sentence].From || d.inPlace(i) || !d.actsAsState(i)) {
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
	strife := d.strife()
	best, highest := "", 0
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		city := d.e.lexicon.Entry(lexicon.Place, e.Place)
		if city == nil || e.Single || e.Party != "" || e.Type == "summit" || !d.aliveThen(e) || !d.about(e.ID) || !strife && !countries[e.Country] && (e.ID != e.Place || d.hub(e.ID)) {
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
		if score > highest {
			best, highest = e.ID, score
		}
	}
	return best
}

// deniesTalks tells whether the article's first sentence begins with a denial
// that talks, which the article does not name, are or will be held: «نفت وزارة
// الخارجية القطرية … استضافة الدوحة وفدين». Languages without a class "denies"
// leave it out.
func (d *document) deniesTalks() bool {
	class, ok := d.lang.class["denies"]
	if !ok {
		return false
	}
	for s, r := range d.firstSentences() {
		if d.blocks[s] == "body" && r.To-r.From > 4 { // "12 January 2021." is none
			return d.has(class, r.From, min(r.From+4, r.To)) && d.has(d.lang.class["being-held"], r.From, r.To)
		}
	}
	return false
}

// counted tells whether a mention surely is that of a round with a number.
func counted(m *mention) bool { return m.round.number > 0 && (!m.weak || m.certain) }

// alive tells whether the article's day, where it is known, lies in a process's
// lifespan.
func (d *document) alive(e *lexicon.Entry) bool { return aliveOn(e, d.in.Published) }

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
