package rules

import (
	"cmp"
	"slices"

	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// weigh adds to a round what one mention of it says for its being the
// article's own: a mention in passing says little, and what is to come less
// than what is, past the lead or on a page that tells the latest first.
func (d *document) weigh(r *round, m *mention) {
	r.count++
	when, early := d.tenseOf(m), d.inLead(m.from)
	r.tenses |= 1 << when
	switch {
	case m.standing == passing && !(early && when == newsNow):
		r.weight += 3
		return
	case m.standing == aside:
		r.weight += 6
	case d.toCome(m) && (!early || d.live):
		r.weight += 8
	default:
		r.weight += 10
		if r.news == nil && early && !d.toCome(m) {
			r.news = m
		}
	}
	if r.told == nil {
		r.told = m
	}
}

// firstTold is the round of which the lead tells news first, else that of which
// the article speaks first but not in passing.
func (d *document) firstTold(process string) *round {
	var news, told *round
	for _, r := range d.rounds {
		if r.process != process {
			continue
		}
		if r.news != nil && (news == nil || r.news.from < news.news.from) {
			news = r
		}
		if r.told != nil && (told == nil || r.told.from < told.told.from) {
			told = r
		}
	}
	if news != nil {
		return news
	}
	return told
}

// chooseMain picks the round that the article is about.
func (d *document) chooseMain(process string) {
	best, bestScore := (*round)(nil), -1
	first := d.firstTold(process)
	for k, r := range d.rounds {
		if r.process != process {
			continue
		}
		score := r.weight - min(k, 9)
		if r.title {
			score += 60
		}
		if r == first || first == nil && k == 0 {
			score += 25
		}
		if r.tenses&(1<<newsNow) != 0 {
			score += 40
		}
		if d.ofLeadMonth(r) {
			score += 60
		}
		if score > bestScore {
			best, bestScore = r, score
		}
	}
	retold := d.toldFirst(best)
	ofOld := retold != best
	best = retold
	if best != nil && (best.title || best.told != nil && d.toCome(best.told)) {
		if r := d.justHeld(best); r != nil {
			best = r
		}
	}
	if best != nil && best.title {
		if r := d.toldInstead(best); r != nil {
			best = r
		}
	}
	if d.lang.cased && d.live && best != nil && best.number > 1 && best.told != nil && d.toCome(best.told) {
		for _, r := range d.rounds {
			if r.process == process && r.number == best.number-1 && r.told != nil && r.told.standing == told && d.has(d.lang.class["begin-past"], r.told.to, min(r.told.to+3, d.sentenceEnd(r.told.from))) {
				best = r // on a page that tells the latest first, what comes next stands above
				break
			}
		}
	}
	if best != nil && !ofOld && !best.title && best.number > 0 && best.tenses&(1<<newsNow) == 0 {
		best = d.roundOf(process, d.amongOthers(process), d.text.Sentences[min(d.leadEnds(1), int(d.text.Tokens[best.first].Sentence))].From)
	}
	if best == nil {
		best = &round{process: process}
		d.rounds = append(d.rounds, best)
	}
	d.main = best // counting the rounds before it asks which talks it is of
	d.main = d.numberedByOthers(best)
	if e := d.e.lexicon.Entry(lexicon.Process, process); e != nil && e.Country != "" {
		d.country = e.Country
	}
}

// ofLeadMonth tells whether a paragraph that names a round tells of the month and year with which
// an Arabic article without a day of its own begins, as one does that looks back: «في آب 2000 كان
// مانديلا …. كانت الجولة السابعة قد فُتحت في تموز. وفي يومها الأخير، 28 آب 2000، …».
func (d *document) ofLeadMonth(r *round) bool {
	if d.lang.cased || r.told == nil || !d.likelyDay().IsZero() {
		return false
	}
	lead := d.text.Sentences[min(d.leadEnds(1), len(d.text.Sentences)-1)]
	year, month := 0, 0
	d.dayIn(lead, func(date *dates.Mention) bool {
		p := date.Points[0]
		year, month = p.Year, p.Month
		return true
	})
	if year == 0 || month == 0 {
		return false
	}
	s := int(d.text.Tokens[r.told.from].Sentence)
	end := s + 1
	for end < len(d.text.Sentences) && !d.text.Tokens[d.text.Sentences[end].From].Line {
		end++
	}
	story := text.Range{From: d.text.Sentences[s].From, To: d.text.Sentences[end-1].To}
	return d.dayIn(story, func(date *dates.Mention) bool { return date.Points[0].Year == year && date.Points[0].Month == month })
}

// numberedByOthers is the article's round, which it calls by no number, with the
// one that follows from those of others: "the previous round, the 15th", "the
// next one, the fifth", "after two earlier rounds", «بعد جولتين سابقتين».
func (d *document) numberedByOthers(r *round) *round {
	if r.number > 0 || d.single(r.process) {
		return r
	}
	n := d.numberFromOthers()
	if n == 0 {
		return r
	}
	for _, o := range d.rounds {
		if o.process == r.process && o.number == n {
			return o
		}
	}
	r.number = n
	return r
}

// numberFromOthers is the number of the article's round that follows from the
// others of which it speaks first; 0 if none does.
func (d *document) numberFromOthers() int {
	c := &d.lang.common
	nouns := classBit(c.unit) | classBit(c.weakUnit) | classBit(c.session) | classBit(c.one) | classBit(d.lang.class["several"])
	for i := range d.text.Tokens {
		if d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		if d.lang.cased && d.spots[i].classes&nouns != 0 {
			if n := d.numberBeside(i); n > 0 {
				return n
			}
		} else if n, _ := d.earlierAt(i); n > 0 {
			return n + 1
		}
	}
	return 0
}

// numberBeside is the number of the article's round that follows from another
// whose noun stands at token i; 0 if none does.
func (d *document) numberBeside(i int) int {
	if f := cmp.Or(d.countedEarlier(i), d.heldSoFar(i)); f > 0 {
		return f + 1
	}
	to, ok := d.unitAt(i)
	if !ok {
		to, ok = d.theOne(i)
	}
	if !ok {
		return 0
	}
	end := d.sentenceEnd(i)
	for j := to; j+2 < min(to+6, end); j++ {
		if d.text.Tokens[j].Norm != "," {
			continue
		}
		n, stop := d.ordinal(j+2, end)
		if n == 0 || n > maxRound || !d.isArticle(j+1) || !d.endsApposition(stop, end) {
			return 0
		}
		if d.toldFrom(i, to) {
			return n + 1
		}
		if _, next := d.nextBefore(i); next {
			return n - 1
		}
	}
	return 0
}

// countedEarlier is how many rounds are said to lie before the article's, whose
// noun stands at token i: "after two earlier rounds", "after two earlier ones".
func (d *document) countedEarlier(i int) int {
	earlier, ok := d.lang.class["earlier-ones"]
	_, ones := d.classAt(i, d.lang.common.one)
	if f := d.entryAt(max(0, i-1), lexicon.Cardinal); f != nil && f.To == i && f.Label.Class > 1 && f.Label.Class < maxRound && d.several(i) && d.follows(i-1, d.lang.common.previous) && d.inLead(i) {
		return f.Label.Class // "The previous four rounds led to the ceasefire"
	}
	if !ok || !d.several(i) && !ones || !d.follows(i, earlier) || !d.inLead(i) {
		return 0
	}
	for j := i - 2; j >= max(i-3, 0); j-- {
		if f := d.entryAt(j, lexicon.Cardinal); f != nil && d.follows(j, d.lang.common.aside) {
			return f.Label.Class
		}
	}
	return 0
}

// heldSoFar is how many rounds a sentence says to have been held so far, whose noun stands at
// token i: "So far, 21 meetings in the Astana format had taken place".
func (d *document) heldSoFar(i int) int {
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	if !d.lang.cased || !d.several(i) || i == s.From || !d.inLead(i) && d.e.lexicon.Entry(lexicon.Process, d.main.process) == nil {
		return 0
	}
	n := d.text.Tokens[i-1].Value
	if f := d.entryAt(i-1, lexicon.Cardinal); f != nil {
		n = f.Label.Class
	}
	if n < 2 || n >= maxRound || !d.has(d.lang.class["so-far"], s.From, s.To) || !d.has(d.lang.class["held"], i, s.To) || d.notRound(i+1, s.To) {
		return 0
	}
	return n
}

// heldNow tells whether a sentence says, in a language without capitals, that talks begin,
// end or are held, and gives a day near the article's own.
func (d *document) heldNow(s text.Range) bool {
	if d.lang.cased || !d.dayIn(s, func(date *dates.Mention) bool { return date.Near(d.likelyDay()) }) {
		return false
	}
	return slices.ContainsFunc([]string{"begin", "begin-past", "end", "end-past", "hosted"}, func(name string) bool { return d.has(d.lang.class[name], s.From, s.To) })
}

// dayIn tells whether a sentence has a date of some sort.
func (d *document) dayIn(s text.Range, sort func(*dates.Mention) bool) bool {
	for i := s.From; i < s.To; i++ {
		for _, m := range d.mentions[kindDate][i] {
			if sort(&d.dates[m.date]) {
				return true
			}
		}
	}
	return false
}

// endedBefore tells whether a sentence that begins at token from says, before a round
// for which a date is wanted, that talks ended: «انتهت أمس من دون موعد لجولة سادسة».
func (d *document) endedBefore(m *mention, from int) bool {
	return d.dateFor(m) && d.has(d.lang.common.endPast, from, m.from)
}

// processEnds tells whether the name of a process ends at token i: "Astana talks".
func (d *document) processEnds(i int) bool {
	for j := max(0, i-6); j < i; j++ {
		if f := d.entryAt(j, lexicon.Process); f != nil && f.To == i && f.To > j+1 {
			return true
		}
	}
	return false
}

// talksTold tells whether a sentence tells of talks, other than by the name of a
// process, without a word of the future or a day soon to come.
func (d *document) talksTold(s text.Range) bool {
	day := d.likelyDay()
	if d.has(d.lang.common.future, s.From, s.To) || d.dayIn(s, func(m *dates.Mention) bool { return m.Near(day) && m.Ahead(day) }) {
		return false
	}
	for i := s.From; i < s.To; i++ {
		if _, ok := d.classAt(i, d.lang.common.talks); ok && !d.inName[i] && !d.processEnds(i+1) {
			return true
		}
	}
	return false
}

// toldInstead is the round before the one that only a title names, where the article
// says that this is it: "a third meeting is promised" over "This was the second".
func (d *document) toldInstead(title *round) *round {
	var told *round
	this := d.lang.class["this-one"]
	for s, sentence := range d.text.Sentences {
		for i := sentence.From; i < sentence.To && d.blocks[s] == "body"; i++ {
			for _, m := range d.mentions[kindRound][i] {
				if m.round == title && !d.toCome(m) {
					return nil
				}
				if m.round.process == title.process && m.round.number == title.number-1 && m.standing != passing && (d.follows(i, this) || d.follows(i-1, this)) {
					told = m.round
				}
			}
		}
	}
	return told
}

// toldFirst is the round that the lead names, not as one to come, where an earlier one that
// only stands further down scored best, and is named no more often: a story of old begins
// with the round that it tells of, and calls others to mind. Else it is the one that scored
// best.
func (d *document) toldFirst(best *round) *round {
	if !d.lang.cased || best == nil || best.title || best.number == 0 || d.inLead(best.first) {
		return best
	}
	for _, r := range d.rounds {
		if r.process == best.process && r.number > best.number && r.count >= best.count && d.inLead(r.first) && r.tenses&(1<<ahead) == 0 {
			return r
		}
	}
	return best
}

// justHeld is the round before the one that a title names, where the first
// sentences tell that it has ended: "Juba: third round in November" over "… the
// end of the second round".
func (d *document) justHeld(title *round) *round {
	reach := 6
	if d.lang.after {
		reach = 12 // the verb comes first, then where and when
	}
	for s, sentence := range d.firstSentences() {
		if d.blocks[s] != "body" || d.isLine(s) {
			continue
		}
		past := sentence.From // where the round named before ends
		for i := sentence.From; i < sentence.To; i++ {
			for _, m := range d.mentions[kindRound][i] {
				if m.standing != told || m.round.process != title.process || m.round.number != title.number-1 || m.round.number == 0 {
					continue
				}
				behind := 4
				if d.lang.cased && !slices.ContainsFunc(d.text.Tokens[min(d.pastDateline(sentence.From), i):i], func(t text.Token) bool { return t.Norm == "," }) {
					behind = 10 // the sentence begins with it
				}
				if d.has(d.lang.common.endPast, max(past, i-reach), i) || d.has(d.lang.common.endPast, m.to, min(m.to+behind, sentence.To)) || d.follows(i, d.lang.class["that-closes"]) || d.follows(i-1, d.lang.class["that-closes"]) {
					return m.round
				}
			}
			if list := d.mentions[kindRound][i]; len(list) > 0 {
				past = list[len(list)-1].to
			}
		}
		return nil
	}
	return nil
}
