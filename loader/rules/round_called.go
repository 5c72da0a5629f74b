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
