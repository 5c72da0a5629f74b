package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/text"
)

// bareTalks tells whether the words of an Arabic text between two tokens tell of the
// talks, or of talks between sides of the conflict that no word such as bilateral sets
// apart from the round: «مشاورات بين وفدي الحكومة والحوثيين».
func (d *document) bareTalks(from, to int, lists [][]string) bool {
	if d.lang.cased || from == 0 {
		return false
	}
	if _, of := d.classAt(from-1, d.lang.common.of); from > 1 && of && d.inRound[from-2] {
		return true // «جولة رابعة من لقاءات دوكان بين الحزبين»
	}
	end, talks := d.classAt(from, d.lang.class["talks-between"])
	if _, apart := d.classAt(end, d.lang.class["two-sided"]); talks && !apart && (hasArticle(d.text.Tokens[from].Norm) || d.inRound[from]) {
		return true
	}
	if len(lists) == 1 && d.metInRound(to) {
		return true // «كان الطرفان قد التقيا في جولة أولى»
	}
	if _, included := d.classAt(from, d.lang.class["included"]); included && len(lists) == 1 && from+1 < to && hasArticle(d.text.Tokens[from+1].Norm) {
		return true // «وضم الاجتماع وفود الدول الضامنة»
	}
	if slices.ContainsFunc(slices.Concat(lists...), func(id string) bool { return !d.belligerent(id) }) {
		return false
	}
	for i := from; i < to; i++ {
		if _, held := d.classAt(i, d.lang.class["held-meeting"]); held && len(lists) > 1 {
			return false
		}
		end, talks := d.classAt(i, d.lang.class["round-talks"])
		if talks && !d.follows(i, d.lang.class["sitting"]) && !d.has(d.lang.class["two-sided"], end, min(end+2, to)) {
			return true
		}
	}
	return false
}

// metInRound tells whether a round in which somebody met is named right behind token i.
func (d *document) metInRound(i int) bool {
	to, in := d.classAt(i, d.lang.common.in)
	if !in {
		return false
	}
	for j := to; j < min(to+2, d.sentenceEnd(i-1)); j++ {
		if len(d.mentions[kindRound][j]) > 0 {
			return true
		}
	}
	return false
}

// onlyCalledFor tells whether the noun of meeting that an Arabic text has between two
// tokens is what somebody calls for, asks for or puts off, or the verb there stands behind
// a word such as if: «ودعا بيدرسن إلى لقاء مع الوفدين».
func (d *document) onlyCalledFor(from, to int) bool {
	if d.lang.cased {
		return false
	}
	if d.has(d.lang.class["if"], max(d.text.Sentences[d.text.Tokens[from].Sentence].From, from-1), from+1) {
		return true
	}
	for i := from; i < to; i++ {
		_, noun := d.classAt(i, d.lang.class["meeting-noun"])
		_, sitting := d.classAt(i, d.lang.class["sitting"])
		if noun || sitting {
			return d.objectOfCall(i)
		}
	}
	return false
}

// objectOfCall tells whether the Arabic noun of meeting at token i is the object of a word of
// calling, asking or putting off right before it.
func (d *document) objectOfCall(i int) bool {
	noun := i
	if d.follows(noun, d.lang.class["sitting"]) {
		noun-- // «جلسة مباحثات»
	}
	for noun > 0 && d.follows(noun, d.lang.class["holding"]) {
		noun--
	}
	start := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; j > start; j-- {
		if d.text.Tokens[j].Kind == text.Punct {
			start = j + 1
		}
	}
	switch {
	case d.follows(noun, d.lang.class["toward"]):
		return d.has(d.lang.class["calls-for"], max(start, noun-9), noun)
	case strings.HasPrefix(d.text.Tokens[noun].Norm, "ب"):
		return d.has(d.lang.class["calls-with"], max(start, noun-6), noun)
	}
	return d.has(d.lang.class["meeting-unmade"], max(start, noun-4), noun)
}
