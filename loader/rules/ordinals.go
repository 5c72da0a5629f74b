package rules

import (
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// apposedOrdinal reads an ordinal that counts rounds from another place than
// before their noun: "the session, the seventh of the dialogue", "met for the
// sixth time". Languages without a class "time-of" leave the second out.
func (d *document) apposedOrdinal(processes []processMention, i int, found []*mention) *mention {
	if !d.lang.cased || i < 2 || d.blocks[d.text.Tokens[i].Sentence] == "" {
		return nil
	}
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	n, to := d.ordinal(i, sentence.To)
	if n == 0 {
		return nil
	}
	past, series := d.classAt(to, d.lang.class["first-of-series"])
	_, kind := d.classAt(to, d.lang.class["first-of-kind"])
	firstSummit := kind && d.has(d.lang.class["summit"], max(sentence.From, i-6), i)
	if n == 1 && !(series && to < sentence.To) && !firstSummit || n > maxRound || d.dateAt(i) || i-2 < sentence.From {
		return nil
	}
	if end, ok := d.classAt(to, d.lang.class["time-of"]); ok && to < sentence.To {
		if d.timeOfTalks(sentence, i) {
			return &mention{kind: kindRound, from: i, to: end, round: &round{number: n, process: d.guaranteedIn(sentence)}}
		}
		return nil
	}
	if end, ok := d.classAt(to, d.lang.class["first-of-kind"]); ok && to < sentence.To && d.isArticle(i-1) && d.follows(i-1, d.lang.common.auxiliary) && d.has(d.lang.common.talks, d.twoSentencesBefore(i), i) {
		return &mention{kind: kindRound, from: i, to: end, round: &round{process: processAt(processes, sentence.From, i), number: n}, certain: true}
	}
	if series && n > 1 {
		to = past // "talks on Wednesday, the 20th in the series"
	}
	behind, attempt := d.classAt(to, d.lang.class["attempt-noun"])
	if attempt {
		to = behind // "the talks, the third attempt to end the war"
	}
	if !d.apposedAt(i) || !d.isArticle(i-1) && !d.follows(i, d.lang.class["possessive"]) && !d.theirsAt(i) || !d.endsApposition(to, sentence.To) || d.has(d.lang.class["within"], to, to+1) {
		return nil
	}
	from := max(sentence.From, i-12)
	if d.theirsAt(i) {
		from = max(sentence.From, i-24)
	}
	for j := i - 3; j >= from; j-- {
		if d.dateAt(j) && j > i-6 && !series && !d.follows(i, d.lang.class["possessive"]) {
			return nil // "Saturday, the 14th"
		}
		noun, unit := d.unitAt(j)
		_, talks := d.classAt(j, d.lang.common.talks)
		if unit && d.notRound(noun, sentence.To) {
			return nil // "a session of the Security Council, its fifth"
		}
		if !unit && !talks {
			continue
		}
		next := d.lang.class["most-of"] != 0 && d.toldFromNext(j) && !(len(found) == 0 && int(d.text.Tokens[i].Sentence) == d.leadEnds(1))
		if unit && d.toldFrom(j, noun) || next {
			return nil // told from the article's own
		}
		return &mention{kind: kindRound, from: i, to: to, round: &round{process: processAt(processes, j, i), number: n}, certain: true, counting: attempt, called: d.definiteAt(j) || d.theirsAt(i)}
	}
	return nil
}

// definiteAt tells whether the noun at token i stands right behind the article: "the
// meeting, its fifth,".
func (d *document) definiteAt(i int) bool { return d.follows(i, d.lang.common.the) }

// theirsAt tells whether the ordinal at token i stands behind a comma and whose it is: "a
// meeting at the palace, the group's fourth since January".
func (d *document) theirsAt(i int) bool {
	return i > 3 && d.text.Tokens[i-1].Norm == "'s" && (d.text.Tokens[i-3].Norm == "," || d.text.Tokens[i-4].Norm == "," && d.isArticle(i-3))
}

// apposedAt tells whether the ordinal at token i, behind its article or pronoun, says
// which round it was that was named before: behind a comma, or a form of "to be" with
// a pronoun, "the meeting was their third in Istanbul".
func (d *document) apposedAt(i int) bool {
	return d.text.Tokens[i-2].Norm == "," || d.theirsAt(i) || d.follows(i-1, d.lang.class["was"]) && d.follows(i, d.lang.class["possessive"])
}

// toldFrom tells whether the noun from token i to token to is that of the round
// before: "the previous round", "the round before".
func (d *document) toldFrom(i, to int) bool {
	_, behind := d.classAt(to, d.lang.common.previous)
	return behind || d.follows(i, d.lang.common.previous)
}

// toldFromNext tells whether the noun at token i belongs to the next round: "the
// next round of the consultations, the second,".
func (d *document) toldFromNext(i int) bool {
	for j := i; j >= max(i-5, d.text.Sentences[d.text.Tokens[i].Sentence].From); j-- {
		if d.text.Tokens[j].Norm == "," {
			return false
		}
		if _, ok := d.nextBefore(j); ok {
			return true
		}
	}
	return false
}

// processAt is the process whose name begins between two tokens, or holds the
// first; "" where there is none.
func processAt(processes []processMention, from, to int) string {
	for _, p := range processes {
		if !p.bare && p.to > from && p.from < to {
			return p.entry.ID
		}
	}
	return ""
}

// timeOfTalks tells whether the sentence in which an ordinal at token i counts
// times tells of talks: "the delegations met for the sixth time", "the tenth time
// that the format has convened".
func (d *document) timeOfTalks(sentence text.Range, i int) bool {
	if d.has(d.lang.class["other-body"], sentence.From, i) {
		return false
	}
	if d.has(d.lang.common.delegation, sentence.From, sentence.To) || d.processIn(sentence) {
		return true
	}
	who := d.has(d.lang.class["who-meet"], sentence.From, sentence.To) || d.has(d.lang.common.guarantors, sentence.From, sentence.To) ||
		d.has(d.lang.class["leaders"], sentence.From, sentence.To) && d.threeMeet(sentence) || d.rivalsIn(sentence)
	return who && d.has(d.lang.class["come-together"], sentence.From, sentence.To)
}

// rivalsIn tells whether a sentence names two parties to one conflict, "the government and
// the LTTE", "Indonesian officials and Acehnese separatists".
func (d *document) rivalsIn(s text.Range) bool {
	var of []*mention
	for i := s.From; i < s.To; i++ {
		for _, k := range []mentionKind{kindParty, kindAdjective} {
			of = append(of, d.mentions[k][i]...)
		}
	}
	rebels := func(m *mention) bool { return insurgent(d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)) }
	for k, a := range of {
		for _, b := range of[:k] {
			if rebels(a) != rebels(b) && d.stateOf(a.parties[0]) == d.stateOf(b.parties[0]) {
				return true
			}
		}
	}
	return false
}

// metTimes reads how often those of some talks have met so far: "The commission
// has now met five times", "its members have now held five sessions". Languages
// without a class "how-often" do not ask.
func (d *document) metTimes(i int) *mention {
	f := d.entryAt(i, lexicon.Cardinal)
	if f == nil || f.Label.Class < 2 || f.Label.Class > maxRound {
		return nil
	}
	often, ok := d.lang.class["how-often"]
	if !ok {
		return nil
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	if d.lang.cased && d.follows(i, d.lang.class["held-some"]) {
		to, unit := d.unitAt(d.fill(f.To, s.To, 3))
		if unit && to <= s.To && d.several(to-1) && d.has(d.lang.class["so-far"], s.From, s.To) && !d.notRound(to, s.To) {
			return &mention{kind: kindRound, from: i, to: to, round: &round{number: f.Label.Class}}
		}
		return nil
	}
	to, ok := d.classAt(f.To, often)
	met := d.has(d.lang.class["come-together"], max(s.From, i-4), i)
	if !ok || to > s.To || !met || !d.has(d.lang.class["so-far"], s.From, s.To) || !d.timeOfTalks(s, i) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{number: f.Label.Class}}
}

// lastOfSeveral reads one round of as many as were held so far, which is the
// last of them: "the longest of the five rounds that the two sides have held".
func (d *document) lastOfSeveral(i int) *mention {
	f := d.entryAt(i, lexicon.Cardinal)
	if !d.lang.cased || f == nil || f.Label.Class < 2 || f.Label.Class > maxRound || !d.has(d.lang.class["most-of"], max(0, i-4), i) {
		return nil
	}
	end := d.sentenceEnd(i)
	j := d.fill(f.To, end, 3)
	to, ok := d.classAt(j, d.lang.common.unit)
	if !ok || j >= end || !d.several(j) || d.countsElse(f.Label.Class, to, end) || !d.has(d.lang.class["so-far"], to, min(to+8, end)) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{number: f.Label.Class}}
}

// ofSeveral reads a round that is told by its place among several: "the second of four rounds",
// «الثانية من أربع جولات».
func (d *document) ofSeveral(i int) *mention {
	end := d.sentenceEnd(i)
	n, to := d.ordinal(i, end)
	if n == 0 || d.dateAt(i) {
		return nil
	}
	to, of := d.classAt(to, d.lang.common.of)
	if !of || to >= end {
		return nil
	}
	all, to := d.count(to, end)
	to = d.fill(to, end, 2)
	if all < max(n, 2) || all > maxRound || to >= end {
		return nil
	}
	stop, unit := d.classAt(to, d.lang.common.unit)
	if !unit || d.notRound(stop, end) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}}
}

// endsApposition tells whether an ordinal that stands alone ends before token i.
func (d *document) endsApposition(i, end int) bool {
	if i >= end || d.text.Tokens[i].Kind == text.Punct {
		return true
	}
	_, ok := d.classAt(i, d.lang.class["apposed"])
	return ok
}

// processIn tells whether a sentence names a series of talks.
func (d *document) processIn(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if len(d.mentions[kindProcess][i]) > 0 {
			return true
		}
	}
	return false
}

// guaranteedIn is the process whose guarantors a sentence says to meet: "it is the
// guarantors of the ceasefire who are meeting for the eighteenth time"; "" where it
// speaks of none, or of heads of state.
func (d *document) guaranteedIn(s text.Range) string {
	if !d.has(d.lang.common.guarantors, s.From, s.To) || d.has(d.lang.class["leaders"], s.From, s.To) || d.has(d.lang.class["summit"], 0, d.leadsTo()) || d.threeInLead() {
		return ""
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Guaranteed && d.aliveThen(e) && d.namesConflict(e) {
			return e.ID
		}
	}
	return ""
}
