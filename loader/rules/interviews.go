package rules

import (
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// An interview is an article of questions and answers: who answers, and for
// which party.
type interview struct {
	who    *person
	party  string
	answer [2]int // token range of the first answer's first sentence
	writes bool   // the text is his own statement, and "I" is he
}

// findInterview finds out who answers in an interview, and marks what he calls
// his own, «وفدنا», as his party's. Languages without a class "ours" leave it
// out.
func (d *document) findInterview() {
	d.interview = d.authored()
	ours, ok := d.lang.class["ours"]
	if d.interview.writes && ok {
		d.markOurs(ours, d.interview.party)
	}
	if d.interview.writes || !ok {
		return
	}
	questions, answer := 0, [2]int{}
	for s := 0; s+1 < len(d.text.Sentences); s++ {
		r, next := d.text.Sentences[s], d.text.Sentences[s+1]
		if d.blocks[s] == "" || d.blocks[s] == "title" || d.text.Tokens[r.To-1].Norm != "?" || !d.text.Tokens[next.From].Line || !d.text.Tokens[r.From].Line && s > 0 && d.text.Tokens[d.text.Sentences[s-1].To-1].Norm != "?" {
			continue
		}
		if questions++; questions == 1 {
			answer = [2]int{next.From, next.To}
		}
	}
	we := d.lang.class["we-of-answer"]
	if questions < 3 || !d.has(ours, 0, len(d.text.Tokens)) && !((!d.lang.cased || d.has(we, 0, len(d.text.Tokens))) && d.has(d.lang.class["interview-word"], 0, len(d.text.Tokens))) {
		return
	}
	who := d.namedFirst()
	if who == nil {
		return
	}
	id := d.partyOf(who, nil)
	if id == "" {
		id = d.besidesPerson(who)
	}
	if id == "" {
		id = d.represents(who)
	}
	if id == "" {
		return
	}
	d.interview = interview{who: who, party: id, answer: answer}
	d.markWe(we, id)
	d.markOurs(ours, id)
	d.ownChief(id)
}

// markOurs marks words such as «وفدنا» as the delegation of the party whose man answers.
func (d *document) markOurs(ours int, id string) {
	for i := range d.where(classBit(ours)) {
		if to, ok := d.classAt(i, ours); ok && d.blocks[d.text.Tokens[i].Sentence] != "" {
			d.mentions[kindDelegation][i] = nil
			d.standForParties(i, to, d.party(party{id: id, from: i, to: to, form: lexicon.Proper}))
		}
	}
}

// authored is who makes the statement that an Arabic text is, in his own words: its first
// line says whose it is, «بيان من المبعوث الخاص، السيد X», and what follows says "I".
// Languages without a class "statement-of", or without "i-say", leave it out.
func (d *document) authored() interview {
	of, ok := d.lang.class["statement-of"]
	if !ok || len(d.text.Sentences) < 3 {
		return interview{}
	}
	head := d.text.Sentences[0]
	if _, opens := d.classAt(head.From, of); !opens {
		return interview{}
	}
	var who *person
	for i := head.From; i < head.To && who == nil; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			who = m.person
		}
	}
	if who == nil || d.partyOf(who, nil) == "" {
		return interview{}
	}
	said := 0
	var first [2]int
	for s := 1; s < len(d.text.Sentences); s++ {
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" || !d.has(d.lang.class["i-say"], r.From, r.To) {
			continue
		}
		if said++; said == 1 {
			first = [2]int{r.From, r.To}
		}
	}
	if said < 2 {
		return interview{}
	}
	return interview{who: who, party: d.partyOf(who, nil), answer: first, writes: true}
}

// iMet tells whether the verb of meeting at token i, or behind a word such as then, is that of
// him whose own statement the text is: «ثم اجتمعتُ اليوم بالوفد».
func (d *document) iMet(i int) bool {
	for j := i; d.interview.writes && j < min(i+2, d.sentenceEnd(i)); j++ {
		if strings.HasSuffix(d.text.Tokens[j].Norm, "ت") && d.isVerbOfMeeting(j) {
			return true
		}
	}
	return false
}

// ownChief marks «الوفد» behind a word for its head as the delegation of the party for
// which an interview is given: «وسلمه رئيس الوفد مذكرة».
func (d *document) ownChief(id string) {
	for i := range d.where(classBit(d.lang.common.delegation)) {
		to, ok := d.classAt(i, d.lang.common.delegation)
		_, other := d.classAt(to, d.lang.class["another"])
		if !ok || other || !d.carriesArticle(i) || !d.follows(i, d.lang.class["chief"]) || len(d.mentions[kindDelegation][i]) > 0 {
			continue
		}
		d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: d.party(party{id: id, from: i, to: to, form: lexicon.Proper}), weak: true})
	}
}

// markWe marks "we" and "us" of answers as the party's who answers: "We discussed the
// detainees with the envoy". Languages without a class "we-of-answer" leave it out.
func (d *document) markWe(we int, id string) {
	for i := range d.where(classBit(we)) {
		to, ok := d.classAt(i, we)
		s := d.text.Tokens[i].Sentence
		if !ok || d.blocks[s] != "body" || d.text.Tokens[d.text.Sentences[s].To-1].Norm == "?" || len(d.mentions[kindDelegation][i]) > 0 {
			continue
		}
		d.standForParties(i, to, d.party(party{id: id, from: i, to: to, form: lexicon.Proper}))
	}
}

// namedFirst is the person whom the title names, else the first whom the text
// does.
func (d *document) namedFirst() *person {
	var first *person
	for i := range d.text.Tokens {
		for _, m := range d.mentions[kindPerson][i] {
			if d.blocks[d.text.Tokens[i].Sentence] == "title" {
				return m.person
			}
			if first == nil && d.blocks[d.text.Tokens[i].Sentence] != "" {
				first = m.person
			}
		}
	}
	return first
}

// besides is how many words behind a person's name his delegation may stand: «X واحدة من
// ثلاث نساء في وفد المعارضة».
const besides = 8

// besidesPerson is the party of the delegation that is named right before or
// behind a person: «عضو وفد الهيئة بسمة قضماني», «أيمن العاسمي، الناطق باسم وفد قوى
// الثورة».
func (d *document) besidesPerson(p *person) string {
	for _, m := range p.mentions {
		r := d.text.Sentences[d.text.Tokens[m.from].Sentence]
		for i := max(r.From, m.from-8); i < min(m.to+besides, r.To); i++ {
			for _, o := range d.mentions[kindDelegation][i] {
				if o.to <= m.from+1 || o.from >= m.to {
					return d.resolve(o.parties[0])
				}
			}
		}
	}
	return ""
}

// represents is the party that the sentence which names a person first, in Arabic any that
// names him, says is represented there: "one of the fifteen people who represent civil society".
// Languages without a class "represents-party" leave it out.
func (d *document) represents(p *person) string {
	class := d.lang.class["represents-party"]
	mentions := p.mentions
	if d.lang.cased {
		mentions = mentions[:1] // in Arabic the first is that of the title
	}
	for _, own := range mentions {
		r := d.text.Sentences[d.text.Tokens[own.from].Sentence]
		for i := own.to; i < r.To && class != 0; i++ {
			to, ok := d.classAt(i, class)
			if !ok {
				continue
			}
			for j := to; j < min(to+3, r.To); j++ {
				if m := d.modifier(j); m != nil {
					return d.resolve(m.parties[0])
				}
			}
		}
	}
	return ""
}

// speaksInInterview records that who is interviewed makes statements.
func (d *document) speaksInInterview() {
	if d.interview.who == nil {
		return
	}
	for _, f := range d.find("say", d.main) {
		if f.person == d.interview.who {
			return
		}
	}
	d.give(&fact{kind: "say", round: d.main, person: d.interview.who, rule: d.lang.name + ".interview", modality: graph.Happened,
		wording: d.interview.answer, spans: [][2]int{d.interview.answer}, weight: 1, derived: "who is interviewed answers"})
}
