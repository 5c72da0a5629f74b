package rules

import (
	"peacetalks/graph"
	"peacetalks/loader/text"
)

// answers takes what an answer names for what its question asks: the topics for
// the agenda, "What is on the table? A ceasefire, …", the days for those of the
// round, "When was it? On 10 and 11 December", those with whom it begins,
// «ومن حضر؟ الروس والأتراك», or whose representatives it names, "Who is there?",
// for those who attend, or have the role that is asked for, "Who is watching? Jordan",
// whom it names first for the head, «من يقود وفدكم؟», and what was agreed for an
// agreement. Languages without the classes "question-agenda",
// "question-when" and so on leave it out.
func (d *document) answers() {
	asked := text.Range{} // the last question that says what it asks
	for s := 0; s+1 < len(d.text.Sentences); s++ {
		question := d.text.Sentences[s]
		if d.blocks[s] == "" || d.blocks[s+1] == "" {
			continue
		}
		if d.has(d.lang.class["question-agenda"], question.From, question.To) && (d.endsAsking(s) || d.runsIn(s)) {
			d.answerAgenda(s + 1)
		}
		if !d.endsAsking(s) {
			continue
		}
		if !d.asksOn(question) {
			asked = question
		}
		d.answerWho(s, asked)
		d.answerWhen(s)
		if _, asks := d.classAt(question.From, d.lang.class["question-next"]); asks {
			d.answerNext(s + 1)
		}
	}
}

// asksOn tells whether a question asks the same as the one before it, of another:
// "And the Turkish one?"
func (d *document) asksOn(question text.Range) bool {
	class, ok := d.lang.class["question-on"]
	if !ok || question.To-question.From > 8 {
		return false
	}
	_, on := d.classAt(question.From, class)
	return on
}

// questionsWho are the classes of words that ask for parties in a role.
var questionsWho = [...]struct{ class, kind string }{
	{"question-attend", "delegation"},
	{"question-mediate", "mediator"},
	{"question-observe", "observer"},
	{"question-guarantee", "guarantor"},
}

// answerWho takes whom the answer to question s names for what words asked, those
// of the question or of the one that it goes on from.
func (d *document) answerWho(s int, words text.Range) {
	asks := func(class string) bool { return d.has(d.lang.class[class], words.From, words.To) }
	for _, q := range questionsWho {
		if asks(q.class) {
			d.answerParties(s+1, q.kind)
		}
	}
	if asks("question-who") {
		d.answerSeats(s + 1)
	}
	if asks("question-lead") {
		d.answerHead(d.text.Sentences[s], d.text.Sentences[s+1])
	}
	if asks("question-agreed") && !d.has(d.lang.common.deny, words.From, words.To) {
		d.answerAgreed(s + 1)
	}
}

// answered is a fact of a kind about the article's round, as the words between two
// tokens answer it.
func (d *document) answered(kind string, from, to int) fact {
	return fact{kind: kind, round: d.main, rule: d.lang.name + ".answer", modality: graph.Happened, spans: [][2]int{{from, to}}, weight: 1}
}

// listedTopics takes the topics of the lines that follow words such as "the agenda:"
// for the agenda. Languages without a class "agenda-head" leave it out.
func (d *document) listedTopics() {
	class, ok := d.lang.class["agenda-head"]
	for s := 0; ok && s+1 < len(d.text.Sentences); s++ {
		head := d.text.Sentences[s]
		heads := d.has(class, head.From, head.To) || d.has(d.lang.class["discuss"], head.From, head.To)
		if d.text.Tokens[head.To-1].Norm != ":" || d.blocks[s] == "" || !heads || d.has(d.lang.common.deny, head.From, head.To) || d.has(d.lang.class["struck-off"], head.From, head.To) {
			continue
		}
		d.itemTopics(s + 1)
	}
}

// itemTopics takes the topics of a list's items, from sentence s on, for the agenda:
// those before an item's colon, or, where none stand there, behind it. It tells
// whether there is such a list.
func (d *document) itemTopics(s int) bool {
	first := s
	for ; s < len(d.text.Sentences) && d.blocks[s] != ""; s++ {
		if s > first && d.endsAsking(s) && d.text.Tokens[d.text.Sentences[s].From].Line {
			return false // the next question of an interview, whose answers have dashes
		}
		if d.isListItem(s) || d.isLineOfList(s, first) {
			r := d.text.Sentences[s]
			if colon := d.colon(r.From, r.To); !d.topicsIn(r.From, colon) {
				d.topicsIn(colon, r.To) // "Monday: the armed forces"
			}
		} else if s == first || d.text.Tokens[d.text.Sentences[s].From].Line {
			break
		}
	}
	return s > first
}

// isLineOfList tells whether a sentence is a line of a list without bullets, from
// sentence first on, whose lines end with semicolons.
func (d *document) isLineOfList(s, first int) bool {
	semicolon := func(s int) bool { return d.text.Tokens[d.text.Sentences[s].To-1].Norm == ";" }
	return d.text.Tokens[d.text.Sentences[s].From].Line && (semicolon(s) || s > first && semicolon(s-1))
}

// colon is the first colon behind a few words of a range, its end where none is.
func (d *document) colon(from, to int) int {
	for i := from; i < min(from+8, to); i++ {
		if d.text.Tokens[i].Norm == ":" {
			return i
		}
	}
	return to
}

// answerAgenda takes the topics of an answer that begins with sentence s: those of
// its list, else of its first sentence, or of its second where a few words come first,
// "Mostly people. The prisoners …", and of the ones behind it in the paragraph
// that go on with "then" or "also" or, as the answer does, with "about".
func (d *document) answerAgenda(s int) {
	if d.itemTopics(s) {
		return
	}
	answer := d.text.Sentences[s]
	some := d.topicsIn(answer.From, answer.To) || answer.To-answer.From > 5
	class, ok := d.lang.class["chain-link"]
	second := s + 1
	for s++; ok && s < len(d.text.Sentences) && d.blocks[s] != "" && !d.text.Tokens[d.text.Sentences[s].From].Line; s++ {
		next := d.text.Sentences[s]
		_, on := d.classAt(next.From, class)
		_, about := d.classAt(next.From, d.lang.class["answer-on"])
		if !some && s == second || on || about {
			some = d.topicsIn(next.From, next.To) || some
		}
	}
}

// endsAsking tells whether sentence s ends with a question mark.
func (d *document) endsAsking(s int) bool {
	return d.text.Tokens[d.text.Sentences[s].To-1].Norm == "?"
}

// runsIn tells whether sentence s is a few words that begin a paragraph and ask what
// the rest of it answers: "What they talked about. …"
func (d *document) runsIn(s int) bool {
	r := d.text.Sentences[s]
	_, asks := d.classAt(r.From, d.lang.class["question-agenda"])
	return asks && d.text.Tokens[r.From].Line && r.To-r.From <= 7 && !d.text.Tokens[d.text.Sentences[s+1].From].Line
}

// isListItem tells whether a sentence is an item of a list, behind a number or a
// bullet, or the number with which one begins.
func (d *document) isListItem(s int) bool {
	if d.blocks[s] == "" {
		return false
	}
	i := d.text.Sentences[s].From
	for !d.text.Tokens[i].Line && i > 0 && i > d.text.Sentences[s].From-3 {
		i--
	}
	return d.bullet(i) || d.text.Tokens[i].Line && d.text.Tokens[i].Kind == text.Number
}

// topicsIn takes all topics between two tokens for the agenda, and tells whether
// there are any.
func (d *document) topicsIn(from, to int) (some bool) {
	for i := from; i < to; i++ {
		for _, topic := range d.mentions[kindTopic][i] {
			f := d.answered("agenda", topic.from, topic.to)
			f.topic, f.wording = topic.entry.ID, f.spans[0]
			d.give(&f)
			some = true
		}
	}
	return some
}

// answerParties takes those with whom sentence s begins for a role.
func (d *document) answerParties(s int, kind string) {
	r, reach := d.text.Sentences[s], 1
	if d.lang.cased {
		reach = 3 // an article or an adverb may stand before them
	}
	for i := r.From; i < min(r.From+reach, r.To); i++ {
		if d.has(d.lang.common.deny, r.From, i+1) {
			return
		}
		for _, list := range d.lists(kindActors, i) {
			f := d.answered(kind, list.from, list.to)
			f.wording = f.spans[0]
			d.makeParties(f, list, true)
			return
		}
	}
}

// answerSeats takes those for delegations whose representatives an answer that
// begins with sentence s names: "Then there are the armed groups, and
// representatives of civil society."
func (d *document) answerSeats(s int) {
	for end := min(s+4, len(d.text.Sentences)); s < end && d.blocks[s] != "" && !d.endsAsking(s); s++ {
		r := d.text.Sentences[s]
		if d.has(d.lang.common.deny, r.From, r.To) {
			continue
		}
		for i := r.From; i < r.To; i++ {
			for _, m := range joined(d.mentions[kindDelegation][i], d.mentions[kindDelegations][i]) {
				for _, p := range m.parties {
					if id := d.resolve(p); id != "" {
						f := d.answered("delegation", m.from, m.to)
						f.party, f.weak = id, m.weak
						d.give(&f)
					}
				}
			}
		}
	}
}

// answerHead takes the first person of an answer for the head of the one delegation that
// the question names.
func (d *document) answerHead(question, answer text.Range) {
	party := ""
	on := d.asksOn(question) // "And the Turkish one?" names no delegation
	for i := question.From; i < question.To; i++ {
		list := d.mentions[kindDelegation][i]
		if m := d.modifier(i); m != nil && on && len(list) == 0 {
			list = []*mention{m}
		}
		for _, m := range list {
			id := d.resolve(m.parties[0])
			if party != "" && party != id {
				return
			}
			party = id
		}
	}
	for i := answer.From; i < answer.To && party != ""; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			f := d.answered("head", m.from, m.to)
			f.party, f.person, f.title = party, m.person, m.title
			d.give(&f)
			return
		}
	}
}

// answerAgreed takes what sentence s names as agreed for an agreement, unless
// it says that there is none.
func (d *document) answerAgreed(s int) {
	answer := d.text.Sentences[s]
	f := d.answered("outcome", answer.From, answer.To)
	f.value, f.wording = "agreement", f.spans[0]
	if d.has(d.lang.common.deny, answer.From, min(answer.From+3, answer.To)) {
		if d.lang.cased || !d.has(d.lang.class["nothing-agreed"], answer.From, min(answer.From+4, answer.To)) {
			return
		}
		f.value = "no-agreement" // «ما الذي اتفقتم عليه؟ – لا شيء، للأسف.»
	}
	d.give(&f)
}
