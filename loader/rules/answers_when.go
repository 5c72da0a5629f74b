package rules

import (
	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// answerWhen takes the days or the place with which the answer to question s begins
// for those of the round that the question names, else of the article's.
func (d *document) answerWhen(s int) {
	question := d.text.Sentences[s]
	class, ok := d.lang.class["question-when"]
	if !ok || question.To-question.From > 8 {
		return
	}
	first := question.From
	for first+1 < question.To && d.text.Tokens[first].Kind == text.Punct {
		first++ // the bullet or dash of a question
	}
	if _, asks := d.classAt(first, class); !asks {
		return
	}
	r := d.askedRound(question)
	if len(d.find("hold", r)) == 0 {
		d.answerDays(s+1, d.askedDay(question), r)
	}
	d.answerPlace(s+1, r)
}

// askedRound is the round that a question names, else the article's.
func (d *document) askedRound(question text.Range) *round {
	for i := question.From; i < question.To; i++ {
		for _, m := range d.mentions[kindRound][i] {
			return m.round
		}
	}
	return d.main
}

// askedDay is the kind of fact that the days are for which a question asks: when talks
// begin, when they end, or when they are held.
func (d *document) askedDay(question text.Range) string {
	switch {
	case !d.lang.cased:
		return "hold"
	case d.has(d.lang.class["end"], question.From, question.To):
		return "end"
	case d.has(d.lang.class["begin"], question.From, question.To):
		return "start"
	}
	return "hold"
}

// answerDays takes the date with which sentence s begins for a day of a round, or for the
// days on which it is held.
func (d *document) answerDays(s int, kind string, r *round) {
	answer := d.text.Sentences[s]
	reach := 3
	if !d.lang.cased {
		reach = 24 // the answer may be a whole sentence
	}
	for i := answer.From; i < min(answer.From+reach, answer.To); i++ {
		for _, m := range d.mentions[kindDate][i] {
			resolved := d.solution.Resolved[m.date]
			if r == d.main && !resolved.Date.IsDay() && !resolved.Date.IsInterval() || resolved.Date.IsZero() {
				continue
			}
			f := d.answered(kind, m.from, m.to)
			f.round, f.date, f.basis = r, resolved.Date, resolved.Basis
			d.plannedAfter(&f)
			d.give(&f)
			return
		}
	}
}

// plannedAfter marks the days of a round after the article's own as planned, and
// tells days of several apart from one.
func (d *document) plannedAfter(f *fact) {
	if f.date.IsInterval() {
		f.kind = "hold"
	}
	if f.round.later || f.round.process == d.main.process && f.round.number > d.main.number {
		f.modality = graph.Planned
	}
}

// answerNext takes what the answer to "What next?" begins with for the days of the next
// round, where it names that and a date: "An eighth round in September."
func (d *document) answerNext(s int) {
	answer := d.text.Sentences[s]
	next, date := (*round)(nil), edtf.Date{}
	f := d.answered("hold", answer.From, answer.To)
	for i := answer.From; i < answer.To; i++ {
		for _, m := range d.mentions[kindRound][i] {
			next = m.round
		}
		for _, m := range d.mentions[kindDate][i] {
			if resolved := d.solution.Resolved[m.date]; date.IsZero() {
				date, f.basis = resolved.Date, resolved.Basis
			}
		}
	}
	if next == nil || next == d.main || date.IsZero() || d.has(d.lang.common.deny, answer.From, answer.To) {
		return
	}
	f.round, f.date = next, date
	d.plannedAfter(&f)
	d.give(&f)
}

// answerPlace takes the first place at which something is, by sentence s, for the
// venue of a round, where no rule found one. Languages without a class
// "question-where" leave it out.
func (d *document) answerPlace(s int, r *round) {
	class, ok := d.lang.class["question-where"]
	question, answer := d.text.Sentences[s-1], d.text.Sentences[s]
	if !ok || !d.has(class, question.From, question.To) || len(d.find("venue", r)) > 0 {
		return
	}
	for i := answer.From; i < answer.To; i++ {
		for _, m := range d.mentions[kindVenue][i] {
			f := d.answered("venue", m.from, m.to)
			f.round = r
			d.makeVenue(f, m)
			return
		}
	}
}
