package rules

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// apply lays the rules over every sentence of the body: all but those of last
// resort, or these alone.
func (d *document) apply() {
	m := &d.machine
	m.d = d
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] == "" || d.blocks[s] == "dateline" || d.resorting && !d.sentences[s].meetsAny(d.lang.resorts) {
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
	d.begins = d.opening(d.text.Sentences[s])
	if d.lang.cased {
		d.begins = max(d.begins, d.pastDateline(d.text.Sentences[s].From))
	}
	d.asked++
}

// opening is the token with which a sentence's words begin: behind a bullet, and
// behind the hour of an entry, «18:20 | نصر الحريري: …».
func (d *document) opening(s text.Range) int {
	i := s.From
	for i < s.To-1 && d.leadingMark(i) {
		i++
	}
	hour := i
	for hour < min(i+3, s.To-1) && (d.text.Tokens[hour].Kind == text.Number || d.text.Tokens[hour].Norm == ":") {
		hour++
	}
	if hour > i && hour < s.To-1 && (d.leadingMark(hour) || d.text.Tokens[hour].Norm == "-") && d.text.Tokens[s.From].Line {
		return hour + 1
	}
	if hour == i+3 && d.live && d.text.Tokens[s.From].Line && d.clockAt(i, s.To) {
		return hour // «18:20 نصر الحريري: …», on a page told hour by hour
	}
	return i
}

// leadingMark tells whether a mark with which no phrase begins stands at token i.
func (d *document) leadingMark(i int) bool {
	t := &d.text.Tokens[i]
	return t.Kind == text.Punct && !strings.Contains(",-\"'([:;.?!", t.Norm)
}

// bullet tells whether token i is the mark with which an item of a list begins.
func (d *document) bullet(i int) bool {
	return d.text.Tokens[i].Line && (d.text.Tokens[i].Norm == "-" || d.leadingMark(i))
}

func (d *document) applyAt(m *machine, i int) {
	if d.inName[i] {
		return
	}
	d.fired = d.fired[:0]
	if d.spots[i].opens {
		var last int
		for k := d.first[i]; k < d.first[i+1]; k++ {
			if f := &d.matches[k]; f.Kind == lexicon.Class && int(f.Class) != last {
				last = int(f.Class)
				d.tryAll(m, d.shelf(last-d.lang.least), i)
			}
		}
	}
	unnamed := len(d.mentions[kindName][i]) > 0 && len(d.mentions[kindPerson][i]) == 0
	d.tryKinds(m, i)
	if unnamed && len(d.mentions[kindPerson][i]) > 0 {
		d.tryKinds(m, i) // a rule made the name a person's
	}
	if d.position = d.positionOf(i); d.position != 0 && d.opensWith(&d.lang.others, i) {
		d.tryAll(m, d.shelf(d.lang.lastShelf()), i)
	}
}

// tryKinds tries the patterns that begin with a mention.
func (d *document) tryKinds(m *machine, i int) {
	mentions := d.spots[i].mentions
	if mentions == 0 {
		return
	}
	for _, k := range d.lang.openers {
		if s := d.shelf(d.lang.kindShelf(k)); mentions&madeOf[k] != 0 && len(d.of(s)) > 0 && d.mentioned(k, i) {
			d.tryAll(m, s, i)
		}
	}
}

// positionOf is where token i is; 0 at a mark with which no pattern begins.
func (d *document) positionOf(i int) position {
	at := atToken
	if t := &d.text.Tokens[i]; t.Kind == text.Punct {
		switch t.Norm {
		case ",":
			at |= atComma
		case "-":
			at |= atDash
		case ";", ":":
			at |= atStop
		default:
			return 0
		}
	}
	if i == d.begins {
		at |= atStart
	}
	if d.spots[i].clitics&lexicon.Conjunction != 0 {
		at |= atJoined
	}
	return at
}

// tryAll tries the patterns of a shelf at token i.
func (d *document) tryAll(m *machine, shelf, i int) {
	l := d.lang
	for _, k := range d.of(shelf) {
		asked := d.asked
		d.try(m, &l.attempts[k], i)
		if d.asked != asked {
			// A name became a person: more may match now.
			for k++; k < l.shelves[shelf+1].attempts; k++ {
				if a := &l.attempts[k]; d.sentence.meets(l.tests[a.tests:]) && d.wanted(a) {
					d.try(m, a, i)
				}
			}
			return
		}
	}
}

func (d *document) try(m *machine, a *attempt, i int) {
	if a.start && i != d.begins || a.opens.places != 0 && !d.opensWith(&a.opens, i) || slices.Contains(d.fired, a.rule) || !m.run(a.first, i) || !d.allowed(a.rule, i) {
		return // of a rule's patterns the first that matches counts
	}
	d.fired = append(d.fired, a.rule)
	if c := m.took("round"); c != nil && c.round != d.main {
		d.told[a.rule] = m.extent
	} else if c == nil && i < d.told[a.rule] && d.context[i] == d.main {
		d.trace.forbid(a.rule, m, i, "the words before tell it already, of the round that they name")
		return
	}
	d.fire(a.rule, m, i)
}

// opensWith tells whether one of the things that a pattern may begin with
// stands at token i.
func (d *document) opensWith(o *opening, i int) bool {
	s := &d.spots[i]
	return o.places&d.position != 0 || o.classes&s.classes != 0 || o.kinds&s.mentions != 0
}

// notDiscussed tells whether the words at token i do not tell of a discussion
// though they are such words: a negation follows («البحث لم يتطرق إلى»), the
// discussion is put off («أُرجئ بحث …»), or an agreement is what contains the
// topics («… اتفاقاً، ويشمل …»).
func (d *document) notDiscussed(r *rule, i int) bool {
	l, start := d.lang, d.text.Sentences[d.text.Tokens[i].Sentence].From
	if !r.facts[0].before && d.has(l.class["negation"], i+1, min(i+2, d.sentenceEnd(i))) {
		return true
	}
	if d.context[i] == d.main && l.class["negation"] != 0 && i > start && d.has(l.class["postponed"], i-1, i) {
		return true
	}
	if _, ok := d.classAt(i, l.class["contains"]); !ok {
		return false
	}
	for j := i - 1; j >= start; j-- {
		if _, ok := d.classAt(j, l.common.talks); ok || len(d.mentions[kindRound][j]) > 0 {
			return false
		}
		if _, ok := d.classAt(j, l.class["agreement-noun"]); ok {
			return true
		}
	}
	return false
}

// fire turns what a rule matched into facts.
func (d *document) fire(r *rule, m *machine, from int) {
	modality, kind := graph.Modality(r.modality), r.facts[0].kind
	if modality == "" {
		to := m.extent
		if kind == "agenda" && !r.facts[0].before {
			to = from + 1 // what the list says of its topics is not said of the discussion
		}
		modality = d.modality(from, to)
		if kind == "head" && modality == graph.Denied && !d.deniesLeading(from, m.extent) {
			modality = graph.Happened // "did not meet the delegation led by X"
		}
		if modality == graph.Denied && kind == "start" && !d.has(d.lang.common.deny, max(0, from-2), to) && !d.has(d.lang.common.superseded, from, to) && !d.unasserted(from) {
			modality = graph.Happened // «لم يتوقعها كثيرون ساعة انطلاقها أمس»
		}
		if kind == "venue" && modality == graph.Denied && !d.has(d.lang.common.deny, from, to) && !d.has(d.lang.common.superseded, from, to) {
			modality = graph.Happened // who "failed to agree at the talks in Geneva" was there
		}
	}
	if kind == "agenda" && modality != graph.Denied && d.notDiscussed(r, from) {
		modality = graph.Denied
	}
	d.trace.fire(r, m, from)
	if kind == "outcome" && modality == graph.Happened && r.modality == "" && d.plannedBehind(m.extent) {
		modality = graph.Planned // "the adoption of a joint statement is expected"
	}
	if (kind == "member" || kind == "delegation") && d.goesHome(from, m.extent) {
		modality = graph.Denied // "the envoy flew to Damascus to see the minister"
	}
	if (kind == "head" || kind == "member" || kind == "delegation") && d.atEarlierRounds(from, m.extent) {
		modality = graph.Denied // "who led Iran's team to the early rounds"
	}
	if modality != graph.Denied && (kind == "meeting" || kind == "delegation" || kind == "venue" && !d.lang.cased || kind == "outcome" && d.lang.cased) && d.deniedBehind(m.extent) {
		modality = graph.Denied // «لقاء بين … مجرد إشاعة»
	}
	if (kind == "meeting" || kind == "plenary") && modality != graph.Denied && d.fellThrough(m.extent) {
		modality = graph.Denied // "a meeting of X and Y was talked about and never took place"
	}
	if d.unreal(from) {
		modality = graph.Denied
	}
	for _, t := range r.facts {
		d.make(r, t, m, from, modality)
	}
	d.makeForPair(r, m, from, modality)
	d.trace.done()
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

// took is the mention that a pattern's slot took, nil if there is none.
func (m *machine) took(name string) *mention {
	if c := m.slotOf(name); c != nil {
		return c.mention
	}
	return nil
}

// allowed tells whether the sentence has what a rule wants before token i, and
// nothing right before it that it does not want.
func (d *document) allowed(r *rule, i int) bool {
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	if d.lang.cased && i >= d.begins {
		from = max(from, d.begins)
	}
	behind := func(class int) bool {
		return i > from && !d.ofRound(i) && (d.follows(i, class) || d.follows(d.subject(i, from), class) || d.follows(d.titleFrom(i), class) || d.follows(d.beforeDate(i, from), class))
	}
	if slices.ContainsFunc(r.behind, behind) {
		return false
	}
	if len(r.told) > 0 && !d.classBefore(r.told, int(d.text.Tokens[i].Sentence)) {
		return false
	}
	for _, class := range r.after {
		if d.has(class, from, i) {
			return true
		}
	}
	return len(r.after) == 0
}

// classBefore tells whether a word of some classes stands in the sentence before
// sentence s, of the same paragraph, and nothing that denies it.
func (d *document) classBefore(classes []int, s int) bool {
	if s == 0 || d.blocks[s-1] != d.blocks[s] || d.text.Tokens[d.text.Sentences[s].From].Line {
		return false
	}
	before := d.text.Sentences[s-1]
	return !d.has(d.lang.common.deny, before.From, before.To) && slices.ContainsFunc(classes, func(class int) bool { return d.has(class, before.From, before.To) })
}

// beforeDate is the token at which the preposition and article of a date begin that stands at
// token i; i itself where none does.
func (d *document) beforeDate(i, from int) int {
	if d.spots[i].mentions>>kindDate&1 == 0 || !d.lang.cased {
		return i
	}
	for steps := 0; i > from && steps < 2; steps++ {
		if _, in := d.classAt(i-1, d.lang.common.in); !in && !d.isArticle(i-1) {
			break
		}
		i--
	}
	return i
}

// titleFrom is the token at which the title of a person begins whose name stands at
// token i; i itself where he has none.
func (d *document) titleFrom(i int) int {
	if d.spots[i].mentions>>kindPerson&1 == 0 {
		return i
	}
	if d.lang.cased {
		from := d.text.Sentences[d.text.Tokens[i].Sentence].From
		for i > from && (d.entryAt(i-1, lexicon.TitleHead) != nil || d.entryAt(i-1, lexicon.TitleWord) != nil) {
			i-- // "headed by Sheikh Abdul Hakim"
		}
		return i
	}
	return d.withTitle(d.mentions[kindPerson][i][0])
}

// subject is where what a verb at token i is said of ends: before the auxiliary
// verbs, in "the exchange should start" before "should", and before
// a relative pronoun and the place, "a truce in eastern Ukraine that starts".
func (d *document) subject(i, from int) int {
	i = d.pastAuxiliaries(i, from)
	if i > from+1 && (d.follows(i, d.lang.common.relative) || d.lang.cased && d.follows(i, d.lang.common.that)) {
		i--
		if i > from+1 && d.text.Tokens[i-1].Norm == "," && !d.nameOfTalks(i-2) {
			i--
		}
	}
	return d.beforePlace(i, from)
}

// ofRound tells whether the name of talks that ends before token i is that of a round:
// "the fifteenth round of the Astana process".
func (d *document) ofRound(i int) bool {
	if !d.lang.cased {
		return false
	}
	for j := i - 1; j >= max(0, i-8); j-- {
		for _, m := range d.mentions[kindProcess][j] {
			if m.to != i {
				continue
			}
			k := j
			for k > 0 && d.follows(k, d.lang.common.of) {
				k--
			}
			return d.ends(kindRound, k, 8)
		}
	}
	return false
}

// nameOfTalks tells whether token i belongs to the name of talks.
func (d *document) nameOfTalks(i int) bool {
	for j := max(0, i-8); j <= i && d.lang.cased; j++ {
		if slices.ContainsFunc(d.mentions[kindProcess][j], func(m *mention) bool { return m.to > i }) {
			return true
		}
	}
	return false
}

// pastAuxiliaries goes back from token i over auxiliary verbs.
func (d *document) pastAuxiliaries(i, from int) int {
	for class := d.lang.common.auxiliary; i > from+1; i-- {
		if to, ok := d.classAt(i-1, class); !ok || to != i {
			break
		}
	}
	return i
}

// beforePlace goes back from token i over the place that ends there, "in eastern
// Ukraine", «في شرق أوكرانيا».
func (d *document) beforePlace(i, from int) int {
	for j := max(from+1, i-4); j < i; j++ {
		for _, f := range d.at(j) {
			if f.To != i || f.Kind != lexicon.Place && f.Kind != lexicon.Region && f.Kind != lexicon.Party {
				continue
			}
			for k := j; k > max(from, j-3); k-- {
				if to, ok := d.classAt(k-1, d.lang.common.in); ok && to == k {
					return k - 1
				}
			}
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
