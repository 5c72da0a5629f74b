package rules

import (
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// calledOrdinal reads an Arabic ordinal that says which round it is that was
// spoken of without its number: «هل هي الأولى من نوعها؟ لا، فهي السابعة بهذه الصيغة»,
// «قمة في طهران، السابعة من نوعها،».
func (d *document) calledOrdinal(i int) *mention {
	if d.lang.cased || d.spots[i].entries>>lexicon.Ordinal&1 == 0 || i < 2 || d.blocks[d.text.Tokens[i].Sentence] != "body" {
		return nil
	}
	end := d.sentenceEnd(i)
	n, to := d.ordinal(i, end)
	if n < 2 || n > maxRound || !d.definite(i) || d.dateAt(i) || d.inDate(i) || !d.closesCall(to, end) {
		return nil
	}
	if !d.calledBefore(i) && !d.apposedToRound(i, to, end) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, certain: true}
}

// closesCall tells whether what an ordinal says ends with it, before token i: a mark
// stands there, or words such as «من نوعها».
func (d *document) closesCall(i, end int) bool {
	if i >= end || d.text.Tokens[i].Kind == text.Punct && d.text.Tokens[i].Norm != "\"" {
		return true
	}
	_, kind := d.classAt(i, d.lang.class["first-of-kind"])
	_, since := d.classAt(i, d.lang.class["counted-from"])
	return kind || since
}

// calledBefore tells whether a sentence begins with "it is", right before token i, and
// the one before speaks of a round.
func (d *document) calledBefore(i int) bool {
	s := int(d.text.Tokens[i].Sentence)
	if from := d.text.Sentences[s].From; i > from+5 && d.follows(i, d.lang.class["it-is"]) && d.joined(i-1) && d.text.Tokens[i-2].Norm == "," {
		return d.speaksOfRound(d.text.Sentences[s], i-2) || d.has(d.lang.common.talkNoun, from, i-2) // «استؤنفت محادثات السلام في جوبا، وهي الرابعة من نوعها»
	}
	if s == 0 || i > d.text.Sentences[s].From+3 || !d.follows(i, d.lang.class["it-is"]) {
		return false
	}
	return d.speaksOfRound(d.text.Sentences[s-1], d.text.Sentences[s-1].To)
}

// apposedToRound tells whether a comma stands before the ordinal at token i, which
// ends at token to, and before that a round to which no number belongs.
func (d *document) apposedToRound(i, to, end int) bool {
	if d.text.Tokens[i-1].Norm != "," || to >= end || d.joined(i) {
		return false
	}
	if unit, ok := d.unitAt(i - 2); ok && unit == i-1 && d.follows(i-2, d.lang.class["this-one"]) {
		return true // «وهذه الجولة، السادسة، قصيرة»
	}
	if _, kind := d.classAt(to, d.lang.class["first-of-kind"]); !kind {
		return false
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	s.From = max(s.From, i-14)
	return d.speaksOfRound(s, i-1)
}

// speaksOfRound tells whether a noun for one round stands in a sentence before a
// token.
func (d *document) speaksOfRound(s text.Range, before int) bool {
	for i := s.From; i < before; i++ {
		if to, ok := d.unitAt(i); ok && !d.several(i) && !d.toldFrom(i, to) {
			return true
		}
	}
	return false
}

// calledNth reads an ordinal that says, in a language with capitals, which round the one is
// that was spoken of without a number: "The meeting is the 22nd since 2017", "… a new
// round in Juba. It is the second this year", "This week's talks are their third".
// Languages without a class "is-called" do not ask.
func (d *document) calledNth(processes []processMention, i int) *mention {
	is, ok := d.lang.class["is-called"]
	if !ok || i < 3 || d.blocks[d.text.Tokens[i].Sentence] != "body" {
		return nil
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	n, to := d.ordinal(i, s.To)
	if n < 2 || n > maxRound || d.dateAt(i) || d.inDate(i) {
		return nil
	}
	at := i - 1 // where what stands before the ordinal begins: the, their, "the group's"
	if d.text.Tokens[at].Norm == "'s" {
		if at--; d.isArticle(at - 1) {
			at--
		}
	} else if !d.isArticle(at) && !d.follows(i, d.lang.class["possessive"]) {
		return nil
	}
	if !d.follows(at, is) || !d.tailOfCall(to, s.To) || !d.subjectCalled(s, i) {
		return nil
	}
	of := processAt(processes, to, min(to+10, s.To))
	return &mention{kind: kindRound, from: i, to: to, round: &round{process: of, number: n}, certain: true, called: true}
}

// tailOfCall tells whether what follows an ordinal at token i shows that it counts what was
// spoken of: a mark, or words such as "since the war", "of the talks", "in the series".
func (d *document) tailOfCall(i, end int) bool {
	if i >= end || d.text.Tokens[i].Kind == text.Punct && d.text.Tokens[i].Norm != "-" {
		return true
	}
	if d.has(d.lang.class["same-day-count"], i, i+1) {
		return false
	}
	if _, ok := d.classAt(i, d.lang.class["call-tail"]); ok {
		return true
	}
	to, of := d.classAt(i, d.lang.class["of-alone"])
	if !of {
		return false
	}
	stop := min(to+7, end)
	return d.has(d.lang.common.talks, to, stop) || d.has(d.lang.common.unit, to, stop) || d.has(d.lang.class["called-so"], to, stop)
}

// subjectCalled tells whether the subject of what a sentence says before token i is a round:
// a noun for talks, or a pronoun behind a sentence that speaks of talks and not of other
// events.
func (d *document) subjectCalled(s text.Range, i int) bool {
	from := d.clauseStart(i)
	if i > from+12 {
		return false
	}
	for j := from; j < i-2; j++ {
		to, unit := d.unitAt(j)
		_, talks := d.classAt(j, d.lang.common.talks)
		if !unit && !talks {
			continue
		}
		_, next := d.nextBefore(j)
		return !next && !d.toldFrom(j, max(to, j+1)) && !d.has(d.lang.common.notRound, from, i)
	}
	k := int(d.text.Tokens[i].Sentence)
	if !d.has(d.lang.class["it-called"], from, min(from+2, i)) || from > s.From || k == 0 {
		return false
	}
	before := d.text.Sentences[k-1]
	if d.has(d.lang.class["attacks"], before.From, before.To) || d.has(d.lang.common.notRound, before.From, before.To) {
		return false
	}
	return d.has(d.lang.common.talks, before.From, before.To) || d.has(d.lang.common.unit, before.From, before.To)
}
