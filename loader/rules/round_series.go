package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// pairedOrdinal reads the second of two ordinals at token i, behind a
// conjunction: "the sixth and (the) seventh rounds",
// «الجولتان الأولى والثانية»; 0 where there is none.
func (d *document) pairedOrdinal(i, end int) (n, to int) {
	if !d.lang.cased && i < end && d.joined(i) {
		return d.ordinal(i, end) // «والثانية»
	}
	next, ok := d.classAt(i, d.lang.common.and)
	if !ok || !d.lang.cased || next >= end {
		return 0, i
	}
	if after, ok := d.classAt(next, d.lang.common.the); ok {
		next = after
	}
	return d.ordinal(next, end)
}

// countedNumber reads the number that follows a count of rounds, said with a
// word for number, or a round with one: "seven rounds so far. Number eight …", "It was session
// number seven. Number eight …".
func (d *document) countedNumber(i int, found []*mention) *mention {
	to, ok := d.classAt(i, d.lang.class["number-word"])
	if end := d.sentenceEnd(i); !ok || to >= end {
		return nil
	}
	n, stop := d.text.Tokens[to].Value, to+1
	if f := d.entryAt(to, lexicon.Cardinal); f != nil {
		n, stop = f.Label.Class, f.To
	}
	if n < 2 || n > maxRound {
		return nil
	}
	next := d.roundsBefore(i) == n-1
	if next || i == d.text.Sentences[d.text.Tokens[i].Sentence].From && slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n-1 || m.round.number == n+1 }) {
		return &mention{kind: kindRound, from: i, to: stop, round: &round{number: n}, counting: next}
	}
	return nil
}

// countedNext reads "the next" behind a count of rounds: "Twenty rounds have been
// held. The next (one, round) begins on Monday".
func (d *document) countedNext(i int) *mention {
	to, ok := d.classAt(i, d.lang.common.next)
	if !ok || !d.lang.cased || i == 0 || !d.definite(i) {
		return nil
	}
	n := d.roundsBefore(i)
	if n < 2 || n >= maxRound {
		return nil
	}
	end := d.sentenceEnd(i)
	if next, one := d.classAt(to, d.lang.common.one); one {
		to = next
	} else if next, unit := d.unitAt(to); unit && !d.several(to) {
		to = next
	} else if !d.has(d.lang.class["begin"], to, min(to+3, end)) && !d.has(d.lang.class["set-date"], to, min(to+2, end)) {
		return nil
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{number: n + 1}, counting: true}
}

// countedIn is the round that is counted on between two tokens, nil if there is
// none.
func (d *document) countedIn(from, to int) *round {
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindRound][i] {
			if m.counting {
				return m.round
			}
		}
	}
	return nil
}

// roundsBefore is how many rounds of talks the sentence of token i counts before
// it, or the sentence before: "seven rounds of the Syria talks"; 0 if none.
func (d *document) roundsBefore(i int) int {
	s := int(d.text.Tokens[i].Sentence)
	from := d.text.Sentences[max(s-1, 0)].From
	for j := i - 1; j >= from; j-- {
		f := d.entryAt(j, lexicon.Cardinal)
		n, to := d.text.Tokens[j].Value, j+1
		if f != nil {
			n, to = f.Label.Class, f.To
		}
		if n < 2 || d.dateAt(j) || to >= i {
			continue
		}
		if k := d.fill(to, i, 3); k < i && d.countedNoun(k) && !d.notRound(k+1, i) {
			return n
		}
	}
	return 0
}

// countedNoun tells whether a noun for rounds stands at token i, as it is behind a
// number: in the plural, but in languages that count in the singular and so have no
// class "several".
func (d *document) countedNoun(i int) bool {
	if d.lang.class["several"] != 0 {
		return d.several(i)
	}
	_, ok := d.classAt(i, d.lang.common.talks)
	return ok
}

// seriesBefore tells whether the sentence of token i, before it, or the sentence
// before speaks of rounds of a process that it names: "the early Astana rounds",
// "sessions of the Constitutional Committee".
func (d *document) seriesBefore(i int) bool {
	s := int(d.text.Tokens[i].Sentence)
	for j := d.text.Sentences[max(s-1, 0)].From; j < i; j++ {
		if !d.several(j) {
			continue
		}
		for k := max(0, j-4); k < min(j+6, i); k++ {
			if f := d.entryAt(k, lexicon.Process); f != nil {
				return true
			}
		}
	}
	return false
}

// goesOnCounting tells whether the ordinal at token i, with which a sentence
// begins, counts on from the round before, which was named: "A seventh would be
// pointless", "The eleventh is a year away". The second of something may be
// anything's.
func (d *document) goesOnCounting(i, n, to int, found []*mention) bool {
	if !d.lang.cased || n < 3 || i != d.text.Sentences[d.text.Tokens[i].Sentence].From+1 || !d.isArticle(i-1) {
		return false
	}
	if _, ok := d.classAt(to, d.lang.class["would-be"]); !ok {
		return false
	}
	return slices.ContainsFunc(found, func(m *mention) bool { return m.round.number == n-1 && counted(m) })
}

// atEarlierRounds tells whether what matched from a token to another is said of
// earlier rounds, in its own words or right behind them: "led Iran's delegations
// to the early Astana rounds".
func (d *document) atEarlierRounds(from, to int) bool {
	class := d.lang.class["earlier"]
	for i := from; class != 0 && i < min(to+4, d.sentenceEnd(from)); i++ {
		if i >= to && (d.text.Tokens[i].Norm == "," || d.text.Tokens[i].Norm == ";") {
			return false
		}
		next, ok := d.classAt(i, class)
		if !ok || next >= d.sentenceEnd(from) {
			continue
		}
		if k := d.fill(next, d.sentenceEnd(from), 3); d.several(k) {
			return true
		}
	}
	return false
}

// A pair is a round that is told together with another one, in one sentence.
type pair struct {
	told  *mention
	other *round
}

// makeForPair makes the facts of what a rule matched for the other round too,
// where its round is that of "the sixth and seventh rounds".
func (d *document) makeForPair(r *rule, m *machine, from int, modality graph.Modality) {
	for _, p := range d.pairsAt(m, from) {
		for _, t := range r.facts {
			switch t.kind {
			case "start", "end", "hold", "until", "venue", "host", "outcome", "agenda", "lasts", "delegation", "guarantor", "observer":
				d.instead = p.other
				d.make(r, t, m, from, modality)
				d.instead = nil
			}
		}
	}
}

// pairsAt are the rounds that a match tells of, each with another one; none if it tells of one.
func (d *document) pairsAt(m *machine, from int) (pairs []*pair) {
	for k := range d.pairs {
		p := &d.pairs[k]
		if d.text.Tokens[p.told.from].Sentence != d.text.Tokens[from].Sentence {
			continue
		}
		if took := m.took("round"); took == nil && d.context[from] == p.told.round || took != nil && took.from == p.told.from {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// ofPair is the date that holds for one of a pair of rounds, where two are named
// in turn: "the first and second rounds, in August and October". It is the date
// given where there is but one.
func (d *document) ofPair(m *machine, from int, when *mention) *mention {
	if len(d.pairsAt(m, from)) != 1 {
		return when
	}
	next, ok := d.classAt(when.to, d.lang.common.and)
	if to, in := d.classAt(next, d.lang.common.of); ok && in {
		next = to
	}
	if !ok || next >= d.sentenceEnd(from) || !d.dateAt(next) {
		return when
	}
	if d.instead != nil {
		return when // the first of the two
	}
	return d.mentions[kindDate][next][0]
}
