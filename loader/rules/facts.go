package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A fact is something that the article says, before it becomes claims. Which
// fields are set depends on the kind.
type fact struct {
	kind     string // the rule files' word: head, agenda, start, …
	round    *round
	party    string
	person   *person
	parties  []string // of a meeting, sorted
	topic    string
	place    string
	date     edtf.Date
	duration int    // of a length: index into the document's durations
	value    string // an outcome's kind, a status
	wording  [2]int // token range of what was said or agreed
	spans    [][2]int
	rule     string
	modality graph.Modality
	basis    string
	citing   string
	title    [2]int // of the person
	lead     int    // bytes of a proclitic before what the first span names
	weak     bool   // a delegation known only by attendance
	weight   int    // how firmly it is said; the firmest of rivals wins
	derived  string // how it follows from other facts; "" where it is stated
}

// A factKey is what makes two facts one.
type factKey struct {
	kind, process, party, person, parties, topic, place, value string
	number, said                                               int
	personal                                                   bool
	date                                                       edtf.Date
	modality                                                   graph.Modality
}

func (f *fact) key() factKey {
	k := factKey{kind: f.kind, process: f.round.process, number: f.round.number, party: f.party, topic: f.topic, place: f.place, date: f.date, value: f.value, modality: f.modality}
	if f.person != nil {
		k.person, k.personal = f.person.id, true
	}
	if f.kind == "say" {
		k.said = f.wording[0] // every statement of a speaker counts
	}
	if f.kind == "lasts" {
		k.said = f.duration
	}
	if len(f.parties) > 0 {
		k.parties = strings.Join(f.parties, "+")
	}
	return k
}

// give records a copy of a fact, once, and returns what is recorded.
func (d *document) give(f *fact) *fact {
	if f.round == nil {
		d.trace.refuse("no round is known that it could be about")
		return nil
	}
	if f.modality == "" {
		f.modality = graph.Happened
	}
	if f.citing == "" {
		f.citing = d.cited(f)
	}
	key := f.key()
	if o := d.seen.find(&key); o != nil {
		if o.spans[0] != f.spans[0] {
			o.weight += f.weight
		}
		o.weak = o.weak && f.weak
		d.trace.give(o)
		return o
	}
	c := d.factSlab.new()
	*c = *f
	d.seen.add(&key, c)
	d.facts = append(d.facts, c)
	d.trace.give(c)
	return c
}

// cited is who the sentence of a fact names as its source: "according to
// TASS", «بحسب ما نقله مراسل RT». A speaker is no source of his own words.
func (d *document) cited(f *fact) string {
	s := d.text.Tokens[f.spans[0][0]].Sentence
	sentence := d.text.Sentences[s]
	if !d.sentences[s].has(d.lang.common.according - d.lang.least) {
		return ""
	}
	for i := sentence.From; i < sentence.To; i++ {
		to, ok := d.classAt(i, d.lang.common.according)
		for j := to; ok && j < min(to+9, sentence.To); j++ {
			for _, k := range []mentionKind{kindMedia, kindInstitution} {
				for _, m := range d.mentions[k][j] {
					if k == kindInstitution && (f.kind == "say" || f.party != "" && d.resolve(m.parties[0]) == f.party) {
						continue
					}
					end := m.to
					if end+2 < sentence.To && d.text.Tokens[end].Norm == "(" && d.text.Tokens[end+2].Norm == ")" {
						end += 3 // «وكالة الأنباء الروسية (تاس)»
					}
					return d.text.Quote(m.from, end)
				}
			}
		}
	}
	return ""
}

// resolve is the id of the party that is meant, "" where that is open.
func (d *document) resolve(p *party) string {
	if p.generic != nil {
		return d.meant(p.generic)
	}
	if e := d.e.lexicon.Entry(lexicon.Party, p.id); e != nil && e.Acts != "" && e.ID == d.country {
		return e.Acts
	}
	return p.id
}

// meant is the party that a word such as "the rebels" means: the state's
// government or what the lexicon says for it; the movement with which the talks
// are; else the only movement of the conflict's state that the article names.
func (d *document) meant(g *lexicon.Entry) string {
	usual := g.ByCountry[d.country]
	if d.country == "" {
		return usual
	}
	if g.ID == "government" || g.ID == "army" {
		return cmp.Or(usual, d.country)
	}
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p != nil && p.Party != "" {
		return p.Party
	}
	if e := d.e.lexicon.Entry(lexicon.Party, usual); e != nil && e.Type != "movement" {
		return usual
	}
	named := map[string]int{}
	for _, list := range d.mentions[kindParty] {
		for _, m := range list {
			if id := m.parties[0].id; id != "" && d.movement(id) {
				named[id]++
			}
		}
	}
	if named[usual] > 0 || len(named) > 1 {
		return usual
	}
	return cmp.Or(most(named), usual)
}

// movement tells whether a party is one of the conflict's without being a
// state or a government.
func (d *document) movement(id string) bool {
	e := d.e.lexicon.Entry(lexicon.Party, id)
	if e == nil {
		return d.unlisted[id]
	}
	return e.Country == d.country && (e.Type == "movement" || e.Type == "opposition")
}

// apply lays the rules over every sentence of the body.
func (d *document) apply() {
	m := &d.machine
	m.d = d
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] == "" || d.blocks[s] == "dateline" {
			continue
		}
		d.headline = d.blocks[s] != "body"
		m.end = sentence.To
		d.enter(s)
		for i := sentence.From; i < sentence.To; i++ {
			d.applyAt(m, i)
		}
	}
}

// enter begins with a sentence: which patterns may match in it is asked anew.
func (d *document) enter(s int) {
	d.sentence = &d.sentences[s]
	d.begins = d.text.Sentences[s].From
	d.asked++
}

func (d *document) applyAt(m *machine, i int) {
	if d.inName[i] {
		return
	}
	d.fired = d.fired[:0]
	if d.spots[i].opens {
		var last int
		for _, c := range d.classOf[d.first[i]:d.first[i+1]] {
			if class := int(c); class != 0 && class != last {
				last = class
				d.tryAll(m, d.lang.byClass[last-d.lang.least], i)
			}
		}
	}
	if mentions := d.spots[i].mentions; mentions != 0 {
		for k, s := range d.lang.byKind {
			if s != nil && mentions&madeOf[k] != 0 && len(d.of(s)) > 0 && d.mentioned(mentionKind(k), i) {
				d.tryAll(m, s, i)
			}
		}
	}
	if t := &d.text.Tokens[i]; t.Kind == text.Punct && t.Norm != "," && t.Norm != "-" {
		return
	}
	d.tryAll(m, d.lang.anywhere, i)
}

func (d *document) tryAll(m *machine, s *shelf, i int) {
	if s == nil {
		return
	}
	for _, a := range d.of(s) {
		asked := d.asked
		d.try(m, a, i)
		if d.asked != asked {
			// A name became a person: more may match now.
			for _, a := range s.attempts[slices.Index(s.attempts, a)+1:] {
				if d.possible(a) {
					d.try(m, a, i)
				}
			}
			return
		}
	}
}

func (d *document) try(m *machine, a *attempt, i int) {
	if a.start && i != d.begins || slices.Contains(d.fired, a.rule) || !d.allowed(a.rule, i) || !m.run(a.first, i) {
		return // of a rule's patterns the first that matches counts
	}
	d.fired = append(d.fired, a.rule)
	if c := m.slotOf("round"); c != nil && c.mention.round != d.main {
		d.told[a.rule] = m.extent
	} else if c == nil && i < d.told[a.rule] && d.context[i] == d.main {
		d.trace.forbid(a.rule, m, i, "the words before tell it already, of the round that they name")
		return
	}
	d.fire(a.rule, m, i)
}

// fire turns what a rule matched into facts.
func (d *document) fire(r *rule, m *machine, from int) {
	modality := graph.Modality(r.modality)
	if modality == "" {
		to := m.extent
		if r.facts[0].kind == "agenda" && !r.facts[0].before {
			to = from + 1 // what the list says of its topics is not said of the discussion
		}
		modality = d.modality(from, to)
		if r.facts[0].kind == "head" && modality == graph.Denied && !d.deniesLeading(from, m.extent) {
			modality = graph.Happened // "did not meet the delegation led by X"
		}
		if d.lang.name == "ar" && modality == graph.Denied && r.facts[0].kind == "start" && !d.has(d.lang.common.deny, max(0, from-2), to) && !d.unasserted(from) {
			modality = graph.Happened // «لم يتوقعها كثيرون ساعة انطلاقها أمس»
		}
		if r.facts[0].kind == "venue" && modality == graph.Denied && !d.has(d.lang.common.deny, from, to) && !d.has(d.lang.common.superseded, from, to) {
			modality = graph.Happened // who "failed to agree at the talks in Geneva" was there
		}
	}
	d.trace.fire(r, m, from)
	if r.facts[0].kind == "outcome" && modality == graph.Happened && r.modality == "" && d.plannedBehind(m.extent) {
		modality = graph.Planned // "the adoption of a joint statement is expected"
	}
	if k := r.facts[0].kind; modality != graph.Denied && (k == "meeting" || k == "delegation") && d.deniedBehind(m.extent) {
		modality = graph.Denied // «لقاء بين … مجرد إشاعة»
	}
	if r.facts[0].kind == "meeting" && modality == graph.Happened && d.has(d.lang.class["fell-through"], m.extent, min(m.extent+16, d.sentenceEnd(from))) {
		modality = graph.Denied // "a meeting of X and Y was talked about and never took place"
	}
	for _, t := range r.facts {
		d.make(r, t, m, from, modality)
	}
	d.trace.done()
}

// deniedBehind tells whether the words behind token i say of what stands before
// that it did not come about.
func (d *document) deniedBehind(i int) bool {
	class, ok := d.lang.class["denied-behind"]
	if !ok {
		return false
	}
	for j := i; j < min(i+9, d.sentenceEnd(i-1)); j++ {
		if _, ok := d.classAt(j, class); ok {
			return true
		}
	}
	return false
}

// plannedBehind tells whether the clause that goes on at token i says of what
// stands before that it is planned.
func (d *document) plannedBehind(i int) bool {
	class := d.lang.class["planned-behind"]
	for j := i; j < min(i+6, d.sentenceEnd(i-1)) && d.text.Tokens[j].Kind != text.Punct; j++ {
		if _, ok := d.classAt(j, class); ok {
			return true
		}
	}
	return false
}

// modality reads whether what stands in a clause is denied, planned or done.
func (d *document) modality(from, to int) graph.Modality {
	start := max(d.clauseStart(from), from-6)
	if d.unasserted(from) {
		return graph.Denied
	}
	for i := start; i < to; i++ {
		if end, ok := d.classAt(i, d.lang.common.undenied); ok {
			i = end - 1 // "not only", «لا سيما»
			continue
		}
		if _, ok := d.classAt(i, d.lang.common.deny); ok {
			return graph.Denied
		}
		if _, ok := d.classAt(i, d.lang.common.superseded); ok {
			return graph.Denied // "was at first meant to end on Sunday"
		}
	}
	if d.has(d.lang.common.future, start, to) {
		return graph.Planned
	}
	return graph.Happened
}

// unasserted tells whether words such as "was to have", "hopes that" lead to
// token i, with at most a word between.
func (d *document) unasserted(i int) bool {
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-6); j < i; j++ {
		to, ok := d.classAt(j, d.lang.common.superseded)
		if next, that := d.classAt(to, d.lang.common.that); ok && that {
			to = next
		}
		if ok && to <= i && to >= i-1 {
			return true
		}
	}
	return false
}

// deniesLeading tells whether a word of denial stands right before the match,
// or before a word of leading within it: "X will not head the delegation".
func (d *document) deniesLeading(from, to int) bool {
	for i := max(0, from-2); i < to; i++ {
		end, ok := d.classAt(i, d.lang.common.deny)
		if !ok && d.lang.cased {
			end, ok = d.classAt(i, d.lang.common.superseded) // "used to lead"
		}
		if !ok {
			continue
		}
		if i < from && end >= from {
			return true
		}
		for _, name := range []string{"lead", "lead-open", "lead-noun", "leads", "led-by"} {
			if _, ok := d.classAt(end, d.lang.class[name]); ok {
				return true
			}
		}
	}
	return false
}

// slotOf is what a slot of the pattern took.
func (m *machine) slotOf(name string) *capture {
	for k := range m.captures {
		if m.captures[k].name == name {
			return &m.captures[k]
		}
	}
	return nil
}

// allowed tells whether the sentence has what a rule wants before token i, and
// nothing right before it that it does not want.
func (d *document) allowed(r *rule, i int) bool {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	behind := func(class int) bool { return i > from && (d.follows(i, class) || d.follows(d.subject(i, from), class)) }
	if slices.ContainsFunc(r.behind, behind) {
		return false
	}
	for _, class := range r.after {
		if d.has(class, from, i) {
			return true
		}
	}
	return len(r.after) == 0
}

// subject is where what a verb at token i is said of ends: before the auxiliary
// verbs, in "the exchange should start" before "should".
func (d *document) subject(i, from int) int {
	for class := d.lang.common.auxiliary; i > from+1; i-- {
		if to, ok := d.classAt(i-1, class); !ok || to != i {
			break
		}
	}
	return i
}

func (d *document) has(class, from, to int) bool {
	if to = min(to, len(d.text.Tokens)); from >= to || class == 0 {
		return false
	}
	if s := d.text.Tokens[from].Sentence; s == d.text.Tokens[to-1].Sentence && !d.sentences[s].has(class-d.lang.least) {
		return false
	}
	for i := from; i < to; i++ {
		if _, ok := d.classAt(i, class); ok {
			return true
		}
	}
	return false
}
