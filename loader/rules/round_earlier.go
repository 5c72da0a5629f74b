package rules

import (
	"slices"

	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
)

// lastOfEarlier marks «آخرها», where its sentence counts the rounds that came
// before the article's own: «سبقتها 19 جولة كانت آخرها في تشرين الثاني».
func (d *document) lastOfEarlier() {
	class, ok := d.lang.class["last-of-them"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		for j := d.text.Sentences[d.text.Tokens[i].Sentence].From; ok && j < i; j++ {
			if n, _ := d.earlierAt(j); n > 0 && n == d.main.number-1 {
				d.addMention(&mention{kind: kindRound, from: i, to: to, round: d.roundOf(d.main.process, n, i), relative: true})
				break
			}
		}
	}
}

// earlierAt reads how many rounds are said to have come before from token i on,
// «جولتين سابقتين», «(سبقتها) ثلاث عشرة جولة», and where their noun ends. Languages
// without a class "rounds-earlier" have none.
func (d *document) earlierAt(i int) (count, to int) {
	earlier, ok := d.lang.class["rounds-earlier"]
	if !ok || d.inDate(i) {
		return 0, i
	}
	end := d.sentenceEnd(i)
	n, noun := d.count(i, end)
	if two, pair := d.classAt(i, d.lang.class["two-rounds"]); pair {
		n, to = 2, two
	} else if n < 2 || n > maxRound {
		return 0, i
	} else if to, ok = d.unitAt(noun); !ok || noun >= end {
		return 0, i
	}
	j := d.fill(to, end, 3)
	if next, talks := d.classAt(j, d.lang.common.talks); talks {
		j = next // «ثلاث جولات من المفاوضات سابقة»
	}
	if _, behind := d.classAt(j, earlier); behind && j < end {
		return n, to
	}
	first := d.text.Sentences[d.text.Tokens[i].Sentence].From
	if d.has(d.lang.class["came-before"], max(first, i-3), i) && !d.abroad(to) {
		return n, to
	}
	if _, before := d.classAt(first, d.lang.class["came-before"]); before && i < first+12 && d.has(d.lang.class["convene"], first, i) && d.has(d.lang.common.that, first, i) && !d.abroad(to) {
		return n, to // «سبق للجانبين أن التقيا في عمّان في ثماني جولات»
	}
	if d.follows(i, d.lang.class["since"]) && d.onceMoreBehind(to, end) {
		return n, to
	}
	return 0, i
}

// onceMoreBehind tells whether a sentence that ends at a token goes on from another to tell of one more
// round: «بعد ثلاث جولات انتهت من دون اتفاق، عادت الوفود لبدء جولة تفاوض أخرى».
func (d *document) onceMoreBehind(i, end int) bool {
	if next, of := d.classAt(i, d.lang.common.of); of && !d.has(d.lang.common.talks, next, min(next+1, end)) {
		return false // «بعد ثلاث جولات من القصف»
	}
	for ; i < end; i++ {
		to, unit := d.classAt(i, d.lang.common.unit)
		if !unit || d.several(i) || d.carriesArticle(i) {
			continue
		}
		if next, talks := d.classAt(to, d.lang.common.talks); talks {
			to = next
		}
		if to < end && (d.has(d.lang.class["one-more"], to, to+1) || d.has(d.lang.class["new"], to, to+1)) {
			return true
		}
	}
	return false
}

// abroad tells whether a word for "in" and another country than those of the city
// where the article's talks usually meet stand at token i: «لقاءان في سويسرا», which
// were other talks.
func (d *document) abroad(i int) bool {
	to, in := d.classAt(i, d.lang.common.in)
	if !in {
		to = i
	}
	process := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	if process == nil || process.Place == "" {
		return false
	}
	if f := d.entryAt(to, lexicon.Place); f != nil {
		return d.e.countryOf(f.Label.Entry.ID) != d.e.countryOf(process.Place)
	}
	f := d.entryAt(to, lexicon.Party)
	return in && f != nil && f.Label.Entry.Type == "state" && f.Label.Entry.ID != d.e.countryOf(process.Place)
}

// firstByName marks the first round of the article's talks, of which it tells the second,
// where a sentence that names no round tells by their name that they were held weeks before:
// "The Stockholm talks ended on December 13 with a handshake", in February.
func (d *document) firstByName() {
	if d.main.number != 2 || d.wasLongAgo(d.main) {
		return
	}
	day := d.likelyDay()
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] != "body" || !d.has(d.lang.common.endPast, sentence.From, sentence.To) && !d.has(d.lang.class["begin-past"], sentence.From, sentence.To) {
			continue
		}
		var at *mention
		for i := sentence.From; i < sentence.To; i++ {
			if len(d.mentions[kindRound][i]) > 0 {
				at = nil
				break
			}
			for _, m := range d.mentions[kindProcess][i] {
				if at == nil && m.entry != nil && m.entry.ID == d.main.process {
					at = m
				}
			}
		}
		if at != nil && d.dayIn(sentence, func(m *dates.Mention) bool { return !m.Since && m.Past(day) }) {
			d.addMention(&mention{kind: kindRound, from: at.from, to: at.to, round: d.roundOf(d.main.process, 1, at.from)})
		}
	}
}

// wasLongAgo tells whether a round is told of as weeks ago.
func (d *document) wasLongAgo(r *round) bool {
	for _, list := range d.mentions[kindRound] {
		for _, m := range list {
			if *m.round == *r && (m.standing == passing || d.wasOnce(m)) {
				return true
			}
		}
	}
	return false
}

// lastOfTalks is the process whose last round an ordinal at token i numbers in an apposition,
// and where the words for that round begin: "the Astana process, the last round of which, the
// 10th, was held in Sochi", "the Astana talks, whose latest round, the tenth, …".
func (d *document) lastOfTalks(processes []processMention, i int) (from int, process string) {
	class, ok := d.lang.class["whose"]
	if !ok || !d.isArticle(i-1) || i < 6 || d.text.Tokens[i-2].Norm != "," {
		return i, ""
	}
	if at, id := d.numberOfNamed(processes, i); id != "" {
		return at, id
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	at := i - 3
	for at > max(s.From, i-8) && d.text.Tokens[at].Norm != "," {
		at--
	}
	if !d.has(class, at+1, i-2) || !d.has(d.lang.common.unit, at+1, i-2) || !d.has(d.lang.class["latest-one"], at+1, i-2) {
		return i, ""
	}
	for _, p := range processes {
		if p.to == at {
			return at + 1, p.entry.ID
		}
	}
	return i, ""
}

// toldOver tells whether a process that met once and was over before the article is named, without a number
// anywhere, and with when or how it ended: «منذ مشاورات الكويت، التي انتهت في آب 2016 دون اتفاق».
func (d *document) toldOver(p processMention, found []*mention) bool {
	if p.bare || !d.metOnce(p.entry) || d.likelyDay().IsZero() || d.aliveThen(p.entry) {
		return false
	}
	if slices.ContainsFunc(found, func(m *mention) bool { return m.round.process == p.entry.ID }) {
		return false
	}
	end := min(p.to+8, d.sentenceEnd(p.from))
	for i := p.to; i < end; i++ {
		for _, class := range [...]string{"end", "collapse"} {
			if _, ok := d.classAt(i, d.lang.class[class]); !ok {
				continue
			}
			for j := i + 1; j < min(i+6, d.sentenceEnd(p.from)); j++ {
				if d.dateAt(j) || d.has(d.lang.class["no-agreement"], j, j+1) {
					return true
				}
			}
		}
	}
	return false
}

// numberOfNamed is the process of which a round is named, from a token on, right before the comma
// and the article of an ordinal at token i, where another comma follows: "the next high-level meeting in the
// Astana format, the 14th, would be held in Nur-Sultan".
func (d *document) numberOfNamed(processes []processMention, i int) (from int, process string) {
	n, to := d.ordinal(i, d.sentenceEnd(i))
	if n < 2 || to >= d.sentenceEnd(i) || d.text.Tokens[to].Norm != "," {
		return i, ""
	}
	for _, p := range processes {
		if p.to != i-2 {
			continue
		}
		for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, p.from-4); j < p.from; j++ {
			if _, unit := d.unitAt(j); unit {
				return j, p.entry.ID
			}
		}
	}
	return i, ""
}
