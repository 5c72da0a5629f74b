package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findTellingNames marks as persons the names that no list knows and no title
// introduces, in a language without capitals: two or more words that mean nothing else,
// where what stands before or behind them says that they name somebody. Languages without
// a class "names-follow" leave it out.
func (d *document) findTellingNames(taken []bool) {
	class := d.lang.class["names-follow"]
	if class == 0 || d.lang.cased {
		return
	}
	known := len(d.persons)
	for i := 0; i < len(d.text.Tokens); i++ {
		if taken[i] || d.text.Tokens[i].Kind != text.Word || d.blocks[d.text.Tokens[i].Sentence] == "" || d.foreign(i) || d.isCommon(i, false) {
			continue
		}
		to := d.nameEnd(i, 2)
		if to <= i+1 || d.takenWithin(i, to, taken) || to < len(taken) && d.cutShort(to) || !d.nameShaped(i, to) {
			continue
		}
		switch {
		case d.follows(i, class) || d.stateIntroduces(i) || d.follows(i, d.lang.common.say) && !verbLike(d.text.Tokens[i].Norm):
			d.person(i, to, nil, taken)
		case d.boundary(i) && !verbLike(d.text.Tokens[i].Norm) && (d.titleFollows(to) || d.relativeFollows(to)):
			d.person(i, to, nil, taken)
		case d.listedAnew(i, to):
			d.personBehind(len("و"), i, to, nil, taken)
		default:
			continue
		}
		i = to - 1
	}
	if len(d.persons) > known {
		d.findSurnames(taken)
	}
}

// cutShort tells whether the word at token i may belong to the name before it, which was
// cut short: an unknown word.
func (d *document) cutShort(i int) bool {
	return d.text.Tokens[i].Kind == text.Word && d.text.Tokens[i].Sentence == d.text.Tokens[i-1].Sentence && !d.foreign(i) && !d.isCommon(i, true)
}

// nameShaped tells whether the words between two tokens look like a name: the first is
// not definite, none is a plural of people, and they are not too short.
func (d *document) nameShaped(from, to int) bool {
	first := d.text.Tokens[from].Norm
	if hasArticle(first) || strings.HasPrefix(first, "ل") && hasArticle(d.text.Tokens[from+1].Norm) {
		return false // «قال لراديو العاصي»
	}
	if strings.HasSuffix(first, "ها") || strings.HasSuffix(first, "هم") || strings.HasSuffix(first, "ايه") || strings.HasSuffix(first, "اته") {
		return false // «من أعضائه …»
	}
	plurals := 0
	for i := from; i < to; i++ {
		norm := d.text.Tokens[i].Norm
		if strings.HasSuffix(d.text.Quote(i, i+1), "ة") || d.dateAt(i) || i == from && utf8.RuneCountInString(norm) < 3 {
			return false // «جلسة مغلقة», «خطوة نوعية»
		}
		if strings.HasSuffix(norm, "ون") || strings.HasSuffix(norm, "ين") || strings.HasSuffix(norm, "ات") {
			plurals++
		}
	}
	return plurals < to-from
}

// stateIntroduces tells whether the adjective of a state right before token i stands for
// the office of the person named there: «وقع الروسي X والتركي Y».
func (d *document) stateIntroduces(i int) bool {
	if i == 0 || d.text.Tokens[i-1].Sentence != d.text.Tokens[i].Sentence {
		return false
	}
	for _, p := range d.mentions[kindAdjective][i-1] {
		if p.to == i && d.introduces(i-1) {
			return true
		}
	}
	return false
}

// boundary tells whether the word before token i cannot belong to a name that begins
// there: there is none in its sentence, it is a mark, or it is known as something else.
func (d *document) boundary(i int) bool {
	if i == d.text.Sentences[d.text.Tokens[i].Sentence].From {
		return true
	}
	return d.text.Tokens[i-1].Kind != text.Word || d.foreign(i-1) || d.isCommon(i-1, false)
}

// titleFollows tells whether a title stands at token i, with or without a comma before it.
func (d *document) titleFollows(i int) bool {
	end := d.sentenceEnd(i - 1)
	if i < end && d.text.Tokens[i].Norm == "," {
		i++
	}
	if i >= end || d.joined(i) || d.entryAt(i, lexicon.TitleHead) == nil {
		return false
	}
	to := d.titleEnd(i)
	return to > i+1 && !(to < end && d.given(to) != nil)
}

// relativeFollows tells whether «الذي» or the like stands at token i, and then what
// people do: to lead or to say something.
func (d *document) relativeFollows(i int) bool {
	end := d.sentenceEnd(i - 1)
	if i < end && d.text.Tokens[i].Norm == "," {
		i++
	}
	if i >= end {
		return false
	}
	to, ok := d.classAt(i, d.lang.common.relative)
	if !ok || to >= end {
		return false
	}
	_, leads := d.classAt(to, d.lang.class["lead"])
	_, says := d.classAt(to, d.lang.common.say)
	return leads || says
}

// listedAnew tells whether the words between two tokens, with و before them, go on with a
// list of people, each beside his delegation: «يرأس X الوفد التركي، وY الوفد الروسي».
func (d *document) listedAnew(from, to int) bool {
	norm := d.text.Tokens[from].Norm
	if !strings.HasPrefix(norm, "و") || utf8.RuneCountInString(norm) < 4 || to >= d.sentenceEnd(from) || len(d.mentionsIn(kindDelegation, to)) == 0 && !d.titleFollows(to) {
		return false
	}
	for i := d.text.Sentences[d.text.Tokens[from].Sentence].From; i < from; i++ {
		if slices.ContainsFunc(d.mentions[kindPerson][i], func(m *mention) bool { return m.to < from && from-m.to < 6 }) {
			return true
		}
	}
	return false
}
