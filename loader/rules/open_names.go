package rules

import (
	"slices"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findOpenNames marks as persons the names that no list knows and no title
// introduces, in a language with capitals: two or more capitalised words of the story
// that mean nothing else, and are no name of a thing. Languages without a class
// "thing-noun", the nouns in names of things, leave it out.
func (d *document) findOpenNames(taken []bool) {
	things := d.lang.class["thing-noun"]
	if things == 0 || !d.lang.cased {
		return
	}
	for i := 0; i < len(d.text.Tokens); i++ {
		if taken[i] || !d.mayBeName(i) || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		to := d.nameEnd(i, 2)
		if to > i && !d.takenWithin(i, to, taken) && !d.has(things, i, to) && !d.namesThing(i, to) && !d.laterName(i, to) {
			d.person(i, to, nil, taken)
		}
		i = max(i, to-1)
	}
}

// takenWithin tells whether one of some tokens belongs to a person's name.
func (d *document) takenWithin(from, to int, taken []bool) bool {
	return slices.Contains(taken[from:to], true)
}

// namesThing tells whether the capitalised words between two tokens are a part of a
// longer name of something, or what stands around them says that they name no person.
func (d *document) namesThing(from, to int) bool {
	t, s := d.text.Tokens, d.text.Sentences[d.text.Tokens[from].Sentence]
	if q := d.text.Quote(from, from+1); utf8.RuneCountInString(q) > 1 && d.capitals(from) {
		return true // "PDI-P", "MINSK"
	}
	if to < s.To && t[to].Kind == text.Word && t[to].Upper && d.modifier(to) == nil {
		return true // "Rapid Support Forces"
	}
	if to+1 < s.To && t[to].Norm == "(" && d.capitals(to+1) && d.modifier(to+1) == nil {
		return true // "Revolusi Nasional (BRN)"
	}
	if from > s.From && (d.isArticle(from-1) || t[from-1].Kind == text.Word && t[from-1].Upper && d.modifier(from-1) == nil) {
		return true // "the Emergency Situations …"
	}
	if from > s.From+1 && t[from-2].Kind == text.Word && t[from-2].Upper && (t[from-1].Norm == "of" || t[from-1].Norm == "for") {
		return true // "Committee of Emergency Situations"
	}
	return from > s.From && d.follows(from, d.lang.common.in) || d.coveredBefore(from)
}

// coveredBefore tells whether a name of the lexicon that begins before token i runs
// over it: "Kingdom of Saudi Arabia".
func (d *document) coveredBefore(i int) bool {
	const names = 1<<lexicon.Party | 1<<lexicon.Generic | 1<<lexicon.Process | 1<<lexicon.Place | 1<<lexicon.Media | 1<<lexicon.Topic | 1<<lexicon.Region
	for j := max(0, i-6); j < i; j++ {
		if d.spots[j].entries&names == 0 {
			continue
		}
		for _, f := range d.at(j) {
			if names>>f.Kind&1 != 0 && f.To > i {
				return true
			}
		}
	}
	return false
}

// laterName tells whether the words between two tokens name again somebody who is
// named in full elsewhere: a surname with its particle, "De Mistura".
func (d *document) laterName(from, to int) bool {
	if _, particle := d.classAt(from, d.lang.common.particle); particle {
		return true
	}
	for _, f := range d.at(from) {
		if f.Kind == lexicon.Person && f.Label.Form == lexicon.Surname {
			return true
		}
	}
	name := d.norms(from, to)
	return slices.ContainsFunc(d.persons, func(p *person) bool { return slices.Contains(d.surnamesOf(p), name) })
}
