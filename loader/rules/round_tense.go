package rules

import (
	"slices"

	"peacetalks/loader/dates"
	"peacetalks/loader/text"
)

// A tense tells where a round lies from the article's news.
type tense uint8

const (
	newsNow tense = iota // what is said of it may be the news
	before               // weeks or more ago
	ahead                // to come
)

// tenseOf is that in which a round is spoken of where it is named.
func (d *document) tenseOf(m *mention) tense {
	switch {
	case m.listed, d.firstMeeting(m), d.calledPrevious(m), d.weeksAfter(m):
		return before
	case d.isNews(m):
		return newsNow
	case m.standing == passing || d.wasOnce(m):
		return before
	case d.ordinalAfter(m, d.lang.common.next), d.toCome(m) || d.soughtFor(m):
		return ahead
	}
	return newsNow
}

// weeksAfter tells whether a time of a week or more after a round leads to its mention: "ten
// days after round eight broke up", «بعد ستة أشهر من جولة أولى».
func (d *document) weeksAfter(m *mention) bool {
	if d.blocks[d.text.Tokens[m.from].Sentence] == "title" {
		return false
	}
	return d.weeksBefore(m) || m.standing == passing && d.monthsBefore(m.from)
}

// weeksBefore tells whether a time of a week to some months, and a word such as after, stand
// right before a round. Languages without a class "some-months" know days and weeks alone.
func (d *document) weeksBefore(m *mention) bool {
	from := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	for i := max(m.from-3, from+2); i < m.from; i++ {
		if _, aside := d.classAt(i, d.lang.common.aside); !aside {
			continue
		}
		if _, months := d.classAt(i-1, d.lang.class["some-months"]); months {
			return true
		}
		for _, l := range d.durations {
			if l.To == i && l.Days >= 7 {
				return true
			}
		}
	}
	return false
}

// calledPrevious tells whether "previous" stands before the number of a round: "during the
// previous, fourth round", «الجولة السابقة، الرابعة».
func (d *document) calledPrevious(m *mention) bool {
	i := m.from
	if d.ordinalAfter(m, d.lang.common.previous) {
		return true
	}
	if i > 0 && d.text.Tokens[i-1].Norm == "," {
		i--
	}
	return d.lang.before && i > 0 && d.follows(i, d.lang.common.previous) && d.isArticle(i-2)
}

// ordinalAfter tells whether a word of a class stands before the comma or bracket behind which an
// Arabic round has its ordinal, «الجولة السابقة، الرابعة» (see apposedNumber).
func (d *document) ordinalAfter(m *mention, class int) bool {
	for i := m.from + 1; !d.lang.cased && i < m.to; i++ {
		if d.text.Tokens[i].Kind == text.Punct {
			return d.follows(i, class)
		}
	}
	return false
}

// firstMeeting tells whether a round is what talks first met for: "The conference first met in
// Geneva; its second round opens tomorrow".
func (d *document) firstMeeting(m *mention) bool {
	if !d.lang.cased || m.round.number != 1 || m.to >= len(d.text.Tokens) {
		return false
	}
	n, _ := d.ordinal(m.to-1, m.to)
	return n == 1 && d.has(d.lang.class["first-met"], m.to, m.to+1)
}

// isNews tells whether a round is what the article tells of, whatever else its sentence says: it is
// called this one, it has begun, it is days away, or the first sentence announces it and
// tells nothing else before.
func (d *document) isNews(m *mention) bool {
	if m.called || d.ledBy(m, "this-one") || d.ledBy(m, "eve-of") || d.has(d.lang.class["begin-past"], m.to, min(m.to+2, d.sentenceEnd(m.from))) && m.standing != passing {
		return true
	}
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	tellsBefore := d.has(d.lang.common.endPast, s.From, m.from) || d.has(d.lang.class["begin-past"], s.From, m.from)
	if d.soughtFor(m) || tellsBefore && d.dateFor(m) {
		return false
	}
	return d.dayIn(s, func(date *dates.Mention) bool { return date.Near(d.likelyDay()) }) || int(d.text.Tokens[m.from].Sentence) <= d.leadEnds(1) && !tellsBefore
}

// ledBy tells whether a word of a class, and an article at most, stands before a round: "this
// is the ninth round".
func (d *document) ledBy(m *mention, class string) bool {
	c := d.lang.class[class]
	i := m.from
	if !d.lang.cased && i > 1 && d.text.Tokens[i-1].Norm == "," {
		if to, unit := d.unitAt(i - 2); unit && to == i-1 {
			i -= 2 // «هذه الجولة، الثامنة منذ أيلول،»
		}
	}
	return d.follows(i, c) || d.follows(i-1, c)
}

// wasOnce tells whether it is said in the past of a round, below the first sentences, that it
// was, and beside it stands another month or year than the article's: "The fifth session
// was held in January", in October.
func (d *document) wasOnce(m *mention) bool {
	if int(d.text.Tokens[m.from].Sentence) <= d.leadEnds(1) || !d.saysWas(m) {
		return false
	}
	if d.inLead(m.from) && d.follows(m.from, d.lang.common.endPast) && !d.lang.cased && !d.opensWithWas(m) {
		return false // «وجرى التوقيع في ختام الجولة الأولى»
	}
	day, held := d.likelyDay(), d.heldInLead()
	return d.dayIn(d.around(m), func(date *dates.Mention) bool {
		return !d.has(d.lang.common.future, m.to, max(date.From, m.to)) && (date.Past(day) || date.OtherMonth(day) || held && date.Over(day))
	})
}

// heldInLead tells whether the first sentence says that talks begin, end or are held.
func (d *document) heldInLead() bool {
	lead := d.leadEnds(1)
	return lead < len(d.text.Sentences) && d.heldNow(d.text.Sentences[lead])
}

// around is what stands near a round in its sentence.
func (d *document) around(m *mention) text.Range {
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	return text.Range{From: max(s.From, m.from-8), To: min(s.To, m.to+9)}
}

// saysWas tells whether a verb in the past that says that something was held, or ended,
// stands beside a round.
func (d *document) saysWas(m *mention) bool {
	from, to := max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-3), min(m.to+3, d.sentenceEnd(m.from))
	for _, class := range []int{d.lang.class["was-held"], d.lang.common.endPast} {
		if d.has(class, from, m.from) || d.has(class, m.to, to) {
			return true
		}
	}
	return d.opensWithWas(m)
}

// opensWithWas tells whether an Arabic sentence that names a round begins with "was":
// «وكان الرؤساء التقوا في شباط، في قمتهم الرابعة».
func (d *document) opensWithWas(m *mention) bool {
	first := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	return !d.lang.cased && d.has(d.lang.class["it-was"], first, first+1)
}

// soughtFor tells whether a round, below the first sentence, is one that the article has not
// got to: a date or an agenda is sought for it, or it stands behind "for a" and nothing
// beside it begins or ends: "no agenda was fixed for a fourth session", «موعد الجولة السابعة».
func (d *document) soughtFor(m *mention) bool {
	s := d.text.Tokens[m.from].Sentence
	if int(s) <= d.leadEnds(1) {
		return false
	}
	if !d.lang.cased {
		return d.follows(m.from, d.lang.class["date-for"])
	}
	at, sentence := m.from, d.text.Sentences[s]
	indefinite := d.isArticle(at-1) && !d.follows(at, d.lang.common.the)
	if d.isArticle(at - 1) {
		at--
	}
	if m.to < sentence.To && d.text.Tokens[m.to].Norm == "," && (d.has(d.lang.common.future, m.to+1, min(m.to+4, sentence.To)) || d.has(d.lang.class["set-date"], m.to+1, min(m.to+4, sentence.To))) {
		return true // "That round, the 13th, is due in July"
	}
	unsure := d.has(d.lang.class["unsure"], m.to, min(m.to+3, sentence.To)) || d.follows(at, d.lang.class["once"])
	dated := slices.ContainsFunc(d.dates, func(date dates.Mention) bool { return date.To == at-1 })
	if !(indefinite && unsure) && !((indefinite || dated) && d.follows(at, d.lang.class["wanted-for"])) {
		return false
	}
	from, to := max(sentence.From, at-10), min(m.to+4, sentence.To)
	for _, class := range []int{d.lang.class["begin-past"], d.lang.common.endPast, d.lang.class["came-for"]} {
		if d.has(class, from, at) || d.has(class, m.to, to) {
			return false
		}
	}
	return true
}

// inTense lists the numbers of a process's rounds of which all mentions are in one tense.
func (d *document) inTense(process string, t tense) []int {
	var out []int
	for _, r := range d.rounds {
		if r.process == process && r.number > 0 && r.tenses == 1<<t {
			out = append(out, r.number)
		}
	}
	return out
}

// amongOthers is the number of the article's round where all that it numbers are others:
// the one before what is to come, or after what was; 0 where neither tells it.
func (d *document) amongOthers(process string) int {
	was, next := d.inTense(process, before), d.inTense(process, ahead)
	switch {
	case len(next) > 0 && len(was) > 0:
		return max(slices.Min(next)-1, slices.Max(was)+1)
	case len(next) > 0:
		if d.tellsFirst(process, slices.Min(next)) {
			return slices.Min(next) - 1
		}
		return slices.Min(next)
	case len(was) > 0 && d.notYetSet():
		return slices.Max(was) // the one before the article's is all that there is
	case len(was) > 0 && d.lately(process, slices.Max(was)):
		return slices.Max(was) + 1
	}
	return 0
}

// notYetSet tells whether the first sentence says that no day is set for the next talks.
func (d *document) notYetSet() bool {
	lead := d.leadEnds(1)
	return lead < len(d.text.Sentences) && d.has(d.lang.class["no-day-set"], d.text.Sentences[lead].From, d.text.Sentences[lead].To)
}

// lately tells whether a round is the one before the article's: what is said of it puts it
// within months of the article's day, or it is not the first and nothing puts it further away.
func (d *document) lately(process string, number int) bool {
	day, known, near := d.likelyDay(), false, false
	for _, list := range d.mentions[kindRound] {
		for _, m := range list {
			if m.round.process != process || m.round.number != number {
				continue
			}
			d.dayIn(d.around(m), func(date *dates.Mention) bool {
				months, ok := date.MonthsBefore(day)
				known, near = known || ok, near || ok && months <= seriesPause
				return false
			})
			near = near || d.weeksAfter(m)
		}
	}
	return near || !known && number > 1
}

// seriesPause is how many months may lie between a round and the next.
const seriesPause = 13

// tellsFirst tells whether the article tells of talks, not as of what is to come, before it
// names a round of theirs.
func (d *document) tellsFirst(process string, number int) bool {
	for _, r := range d.rounds {
		if r.process != process || r.number != number {
			continue
		}
		at := int(d.text.Tokens[r.first].Sentence)
		if d.has(d.lang.common.endPast, d.text.Sentences[at].From, r.first) {
			return true
		}
		for s, sentence := range d.text.Sentences[:at] {
			if d.blocks[s] == "body" && d.talksTold(sentence) || d.blocks[s] == "title" && d.endsInTitle(sentence) {
				return true
			}
		}
	}
	return false
}

// endsInTitle tells whether a title says that talks end: "Ukraine talks end with a date for the
// next meeting". Of languages with capitals.
func (d *document) endsInTitle(s text.Range) bool {
	return d.lang.cased && d.has(d.lang.common.talks, s.From, s.To) && d.has(d.lang.class["title-end"], s.From, s.To) && !d.has(d.lang.common.future, s.From, s.To)
}
