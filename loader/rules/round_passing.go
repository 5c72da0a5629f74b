package rules

import (
	"slices"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A standing tells how a round is spoken of where it is named.
type standing uint8

const (
	told    standing = iota // something is said of it
	aside                   // something is said to be before or after it
	passing                 // what is said is counted from it, or was long ago
)

// findStandings tells how each round is spoken of: "after the fifth round",
// "five months after the first", "the first, which began in May". Mentions are
// in the order of the text.
func (d *document) findStandings(found []*mention) {
	day := d.likelyDay()
	for k, m := range found {
		s := d.text.Tokens[m.from].Sentence
		from, to := d.text.Sentences[s].From, d.text.Sentences[s].To
		if k > 0 {
			from = max(from, found[k-1].to)
		}
		if k+1 < len(found) {
			to = min(to, max(found[k+1].from, m.to))
		}
		if d.blocks[s] != "title" {
			m.standing = d.asideOf(m, from)
		}
		if len(m.also) > 0 && slices.ContainsFunc(found, func(o *mention) bool { return o.round.number > m.round.number }) {
			m.standing = aside
		}
		if m.listed || k+1 < len(found) && d.blocks[s] == "title" && d.rangeOfRounds(m, found[k+1]) || d.longAgo(m, from, to, day) || d.agreementOf(m) || d.firstMeeting(m) {
			m.standing = passing
		}
	}
}

// agreementOf tells whether a mention below the lead is that of talks by the
// agreement that they came to: "what has that to do with the Pretoria agreement?"
func (d *document) agreementOf(m *mention) bool {
	return (m.round == nil || m.round.number == 0) && !d.inLead(m.from) && d.has(d.lang.class["agreement-noun"], m.from, m.to)
}

// asideOf tells whether a word such as after stands right before a round, not
// before token from, and whether a length of weeks leads to it.
func (d *document) asideOf(m *mention, from int) standing {
	if from <= m.from-3 && d.monthsBefore(m.from) {
		return passing
	}
	for i := max(from, m.from-3); i < m.from; i++ {
		_, during := d.classAt(i, d.lang.class["during"])
		if _, ok := d.classAt(i, d.lang.common.aside); !ok || during {
			continue
		}
		if _, ok := d.classAt(i, d.lang.class["counted-from"]); ok {
			return passing
		}
		for k := range d.durations {
			if l := &d.durations[k]; l.To == i && l.Days > 14 {
				return passing // "five months after the first round"
			}
		}
		return aside
	}
	return told
}

// monthsBefore tells whether a time of weeks or more after something else leads
// to token i: «بعد أربعة أشهر من الجولة السابعة». Languages that say "four months
// after" have no class "long-time".
func (d *document) monthsBefore(i int) bool {
	class, ok := d.lang.class["long-time"]
	if _, of := d.classAt(i-1, d.lang.common.of); !ok || !of {
		return false
	}
	from := max(0, i-6)
	return d.has(d.lang.common.aside, from, i-1) && d.has(class, from, i-1)
}

// processInPassing tells whether talks are named only as what others are
// counted from, or as what was long ago: "the first since the Kuwait talks".
func (d *document) processInPassing(p processMention) bool {
	sentence := d.text.Sentences[d.text.Tokens[p.from].Sentence]
	m := &mention{from: p.from, to: p.to}
	title := d.blocks[d.text.Tokens[p.from].Sentence] == "title"
	return d.agreementOf(m) || title && d.follows(p.from, d.lang.class["shortly"]) || !title && d.asideOf(m, sentence.From) == passing ||
		d.longAgo(m, max(sentence.From, p.from-3), min(sentence.To, p.to+8), d.likelyDay())
}

// longAgo tells whether the dates in the clause of a round, which lies between
// two tokens, are weeks before the article's day, and none is of those days.
func (d *document) longAgo(m *mention, from, to int, day edtf.Date) bool {
	if d.justEnded(m) {
		return false
	}
	start := max(from, m.from-8)
	if d.has(d.lang.common.say, start, m.from) {
		start = m.from // "said on Friday that the first round, in May, …"
	}
	past := false
	if d.opensInPast(from, start, day) {
		start, past = m.from, true // "Only last month officers of both camps agreed in Geneva, at the fourth round …"
	}
	for i := start; i < to; i++ {
		if !d.lang.cased && i >= m.to && i+1 < to {
			_, aside := d.classAt(i, d.lang.common.aside)
			_, unit := d.unitAt(i + 1)
			_, two := d.classAt(i+1, d.lang.class["two-rounds"])
			if aside && (unit || two || d.entryAt(i+1, lexicon.Place) != nil) {
				break // «ثالث اجتماع لهم، بعد سوتشي في نوفمبر», «بعد لقاء كانون الأول الماضي»
			}
		}
		for _, date := range d.mentions[kindDate][i] {
			if d.dates[date.date].Near(day) {
				return false
			}
			if d.dates[date.date].Since && i >= m.to {
				continue // «في خامس جولة بين الطرفين منذ يناير»
			}
			past = past || i < m.to+14 && (d.dates[date.date].Past(day) || d.monthGone(date, m, to, day))
		}
	}
	return past
}

// monthGone tells whether a date is a month without a year, other than those about the
// article's day, which stands right behind a round that ended or was held: "the fifth
// session, in January, ended in disappointment", in October.
func (d *document) monthGone(date, m *mention, to int, day edtf.Date) bool {
	if !d.lang.cased || date.from < m.to || date.from > m.to+4 || !d.dates[date.date].OtherMonth(day) {
		return false
	}
	end := min(date.to+6, to)
	return (d.has(d.lang.common.endPast, date.to, end) || d.has(d.lang.class["was"], date.to, end) || d.has(d.lang.class["begin-past"], date.to, end)) &&
		!d.has(d.lang.common.future, m.to, end)
}

// opensInPast tells whether a sentence that begins at a token begins with a time weeks
// before a day, and says nothing of that day before another token.
func (d *document) opensInPast(from, before int, day edtf.Date) bool {
	if d.text.Sentences[d.text.Tokens[from].Sentence].From != from || d.has(d.lang.common.say, from, before) {
		return false
	}
	past := false
	for i := from; i < before; i++ {
		for _, m := range d.mentions[kindDate][i] {
			if d.dates[m.date].Near(day) {
				return false
			}
			past = past || i < from+4 && d.dates[m.date].Past(day)
		}
	}
	return past
}

// justEnded tells whether one of the first sentences says right before a round, and
// not of what was earlier, that it ended: «انتهت ثامنة جولات التفاوض التي بدأت في
// 28 تشرين الثاني». That is news, whatever date stands behind it.
func (d *document) justEnded(m *mention) bool {
	at := m.from
	if at > 0 && d.isArticle(at-1) {
		at-- // "thereby ended the fifth round"
	}
	if at < 2 || !d.inLead(at) || m.round == nil || !d.follows(at, d.lang.common.endPast) && !d.follows(at, d.lang.class["closing"]) {
		return false
	}
	return !d.has(d.lang.common.auxiliary, at-2, at) && !d.has(d.lang.common.aside, max(0, at-3), at)
}

// likelyDay is the article's own day before its dates are solved: the one that
// is known, else the first that its first sentences give in full, else one with
// which a line at its end begins; zero if they give none.
func (d *document) likelyDay() edtf.Date {
	if d.likely == nil {
		day := d.findLikelyDay()
		d.likely = &day
	}
	return *d.likely
}

func (d *document) findLikelyDay() edtf.Date {
	if !d.in.Published.IsZero() {
		return d.in.Published
	}
	for _, m := range d.dates {
		if !d.inLead(m.From) {
			break
		}
		if day := m.Whole(); !day.IsZero() {
			return day
		}
	}
	for _, m := range slices.Backward(d.dates) {
		s := int(d.text.Tokens[m.From].Sentence)
		if s < len(d.text.Sentences)-2 {
			break
		}
		if day := m.Whole(); !day.IsZero() && d.text.Tokens[m.From].Line {
			return day
		}
	}
	return edtf.Date{}
}

// toCome tells whether the clause of a round speaks of what is to come.
func (d *document) toCome(m *mention) bool {
	if d.goesOnNow(m) {
		return false
	}
	end := min(m.to+8, d.sentenceEnd(m.from))
	for i := m.to; i < end; i++ {
		if d.text.Tokens[i].Norm == "," {
			if d.follows(i+2, d.lang.common.future) {
				return true // "the fourth round in Geneva, due on 8 February"
			}
			if it, ok := d.classAt(i+1, d.lang.class["it-is"]); ok && !d.lang.cased && i+1 < end && d.has(d.lang.common.next, it, it+1) {
				return true // «الجولة الرابعة، وهي التالية»
			}
			end = i
		}
		if i < end && d.dateAt(i) {
			if date := d.dates[d.mentions[kindDate][i][0].date]; date.Ahead(d.likelyDay()) && !(date.OtherMonth(d.likelyDay()) && d.saysWas(m)) {
				return true
			}
		}
	}
	if d.has(d.lang.common.future, max(d.clauseStart(m.from), m.from-8), end) {
		return true
	}
	return m.from > 0 && (d.follows(m.from, d.lang.common.next) || d.dateFor(m))
}

// clockAt tells whether a time of day stands at token i, behind a sign or none: "14:05", "14 h 05", and, on a
// line of little else, "14.05".
func (d *document) clockAt(i, end int) bool {
	if i+3 < end && d.text.Tokens[i].Kind == text.Punct {
		i++ // "🔴 22:47"
	}
	if i+3 > end {
		return false
	}
	t := d.text.Tokens[i : i+3]
	if t[1].Norm == "h" {
		return t[0].Kind == text.Number && t[2].Kind == text.Number && t[0].Value < 24 && t[2].Value < 60
	}
	if t[0].Kind != text.Number || !t[1].Glued || t[2].Kind != text.Number {
		return false
	}
	return t[1].Norm == ":" || t[1].Norm == "." && end-i <= 5 && t[0].Value < 24 && t[2].Value < 60
}

// goesOnNow tells whether the clause of a round, with which its sentence begins,
// begins with a verb that says that it has begun, «تتواصل منذ الثلاثاء في جنيف
// المفاوضات في جولة سادسة يقول الوسيط إنها ستكون قصيرة», or that it ends: «وتختتم
// الجولة الثامنة أعمالها بعد غد».
func (d *document) goesOnNow(m *mention) bool {
	from := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	if d.lang.cased || d.clauseStart(m.from) != from {
		return false
	}
	first := min(from+1, m.from)
	return d.has(d.lang.class["begin-past"], from, first) || m.from <= from+2 && d.has(d.lang.class["end"], from, first) && !d.has(d.lang.common.future, from, first)
}

// isLive tells whether the text is a page that is told hour by hour: several of
// its paragraphs begin with a time of day.
func (d *document) isLive() bool {
	times := 0
	for _, s := range d.text.Sentences {
		i := s.From
		if d.text.Tokens[i].Line && d.clockAt(i, s.To) {
			if times++; times == 3 {
				return true
			}
		}
	}
	return false
}

// dateFor tells whether a round is one for which only a date is wanted, set or
// promised: "a date for a sixth round", «موعد لجولة سادسة», «وعد بلقاء ثالث».
func (d *document) dateFor(m *mention) bool {
	class, ok := d.lang.class["date-for"]
	if !ok || m.from == 0 || !d.follows(m.from, class) && !(d.isArticle(m.from-1) && d.follows(m.from-1, class)) {
		return false
	}
	t := d.text.Tokens[m.from].Norm
	return d.lang.cased || strings.HasPrefix(t, "ل") || strings.HasPrefix(t, "ب")
}
