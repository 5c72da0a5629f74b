package rules

import (
	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// deniedBehind tells whether the words behind token i say of what stands before
// that it did not come about, other than in a clause on what was before: «تستضيف فيينا
// الجولة، بعدما تعذر عقدها في جنيف».
func (d *document) deniedBehind(i int) bool {
	end := min(i+9, d.sentenceEnd(i-1))
	for j := i; j+1 < end; j++ {
		if _, since := d.classAt(j+1, d.lang.class["since-done"]); since && d.text.Tokens[j].Norm == "," {
			end = j
		}
	}
	return d.has(d.lang.class["denied-behind"], i, end)
}

// fellThrough tells whether the sentence goes on from token i to say that what
// stands before never came about: "…, which is sending ten men, had been pencilled
// in for the afternoon but was called off". Another meeting told before that word is
// what it speaks of.
func (d *document) fellThrough(i int) bool {
	class, met := d.lang.class["fell-through"], d.lang.class["met"]
	for j := i; class != 0 && j < min(i+24, d.sentenceEnd(max(i-1, 0))); j++ {
		if _, ok := d.classAt(j, class); ok {
			return true
		}
		if _, ok := d.classAt(j, met); ok && d.lang.cased && j > i+4 {
			return false
		}
	}
	return false
}

// plannedBehind tells whether the clause that goes on at token i says of what
// stands before that it is planned.
func (d *document) plannedBehind(i int) bool {
	class := d.lang.class["planned-behind"]
	for j := i; j < min(i+6, d.sentenceEnd(i-1)) && d.text.Tokens[j].Kind != text.Punct; j++ {
		if _, ok := d.classAt(j, class); ok {
			return true
		}
	}
	return false
}

// modality reads whether what stands in a clause is denied, planned or done.
func (d *document) modality(from, to int) graph.Modality {
	if d.unreal(from) || d.deniesThat(from) {
		return graph.Denied
	}
	start := d.factsFrom(max(d.clauseStart(from), d.wordsBefore(from, 6)), from)
	if d.unasserted(from) || d.without(start) {
		return graph.Denied
	}
	for i := start; i < to; i++ {
		if end, ok := d.classAt(i, d.lang.common.undenied); ok {
			i = end - 1 // "not only", «لا سيما»
			continue
		}
		if end, ok := d.classAt(i, d.lang.common.deny); ok {
			if d.excepts(end) {
				continue
			}
			return graph.Denied
		}
		if _, ok := d.classAt(i, d.lang.common.superseded); ok {
			return graph.Denied // "was at first meant to end on Sunday"
		}
	}
	if d.has(d.lang.common.future, start, to) || d.leadsOnTo(from) {
		return graph.Planned
	}
	return graph.Happened
}

// leadsOnTo tells whether a word of the future leads to the clause of token i by a
// word such as that: «من المقرر أن يختتم المؤتمر ببيان». In languages with capitals the
// verb tells.
func (d *document) leadsOnTo(i int) bool {
	if d.lang.cased {
		return false
	}
	start := d.clauseStart(i)
	if start < 2 || i-start >= 12 {
		return false
	}
	for j := start - 2; j < start; j++ {
		if to, ok := d.classAt(j, d.lang.common.future); ok && to > start {
			return true // «على أن يصدر عنهم بيان»
		}
	}
	return d.follows(start, d.lang.common.future) || d.follows(start-1, d.lang.common.future) && d.has(d.lang.common.that, start-1, start)
}

// unreal tells whether token i stands in what would be, but is not: a sentence that
// begins with a word such as «لو», or asks for yes or no; where the language has a class
// "would" a word of it must follow, as in "if it were held, they might meet". Languages
// without the classes "unreal" and "yes-or-no" have none.
func (d *document) unreal(i int) bool {
	class := d.lang.class["unreal"]
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	first := d.pastDateline(sentence.From)
	if d.text.Tokens[sentence.To-1].Norm == "?" {
		if _, asks := d.classAt(d.opening(sentence), d.lang.class["yes-or-no"]); asks {
			return true
		}
	}
	if whether := d.lang.class["whether"]; whether != 0 && d.has(whether, first, first+1) && d.has(d.lang.class["who-knows"], i, sentence.To) {
		return true // "Whether there will be an eighth, nobody could say"
	}
	for j := first; class != 0 && j < min(first+2, i); j++ {
		if _, ok := d.classAt(j, class); ok && !d.joined(j) && (j == first || d.text.Tokens[first].Kind == text.Punct) {
			would, asks := d.lang.class["would"]
			return !asks || d.has(would, first, sentence.To)
		}
	}
	return false
}

// deniesThat tells whether the last word such as that before token i, or at it, in its
// sentence, follows a verb of denying: "denied on Thursday that the three would meet". Languages
// without a class "denies" leave it out.
func (d *document) deniesThat(i int) bool {
	class := d.lang.class["denies"]
	first := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i; j >= first && class != 0; j-- {
		if _, ok := d.classAt(j, d.lang.common.that); ok {
			return d.has(class, max(first, j-8), j)
		}
	}
	return false
}

// factsFrom is where, between two tokens, what is told as done begins: behind the
// last word such as since, whatever was denied before it: «لم تجتمع منذ انتهت
// جولتها الخامسة». Languages without a class "since-done" leave it out.
func (d *document) factsFrom(start, from int) int {
	class := d.lang.class["since-done"]
	for i := from - 1; i >= start && class != 0; i-- {
		if to, ok := d.classAt(i, class); ok && to <= from {
			return to
		}
	}
	return start
}

// excepts tells whether the denial that ends at token i is taken back by a word
// such as but: «لا تستمر الجولة سوى أربعة أيام». Languages without a class
// "except" leave it out.
func (d *document) excepts(i int) bool {
	class := d.lang.class["except"]
	for j := i; class != 0 && j < min(i+6, d.sentenceEnd(i-1)) && d.text.Tokens[j].Kind != text.Punct; j++ {
		to, ok := d.classAt(j, class)
		if !ok {
			continue
		}
		_, not := d.classAt(j, d.lang.class["except-not"])
		_, that := d.classAt(to, d.lang.common.that)
		return !not && !that
	}
	return false
}

// without tells whether a clause that begins at a token is what did not happen:
// «دون أن يجتمع الطرفان».
func (d *document) without(start int) bool {
	for _, f := range d.at(max(0, start-1)) {
		if f.Kind == lexicon.Class && f.Label.Class == d.lang.common.that && f.To == start {
			return !d.lang.cased && d.follows(start-1, d.lang.common.deny)
		}
	}
	return false
}

// wordsBefore is the token so many words before token i, where what hyphens join
// counts as one: "no face-to-face talks".
func (d *document) wordsBefore(i, n int) int {
	for ; i > 0 && n > 0; n-- {
		i--
		for i > 1 && d.text.Tokens[i-1].Norm == "-" && d.text.Tokens[i-1].Glued {
			i -= 2
		}
	}
	return i
}

// unasserted tells whether words such as "was to have", "hopes that" lead to
// token i, with at most a word between.
func (d *document) unasserted(i int) bool {
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-6); j < i; j++ {
		to, ok := d.classAt(j, d.lang.common.superseded)
		if next, that := d.classAt(to, d.lang.common.that); ok && that {
			to = next
		}
		if ok && to <= i && to >= i-1 {
			return true
		}
	}
	return false
}

// refuses tells whether a verb of refusing at token i has the head of a delegation, or in
// Arabic the delegation, at token from, for its subject, and he refuses what lay on the table:
// «ورفض رئيس الوفد …», «رفض الوفد الذي يقوده X التوقيع».
func (d *document) refuses(i, from, to int) bool {
	_, refuses := d.classAt(i, d.lang.class["refuses"])
	_, chief := d.classAt(from, d.lang.class["chief"])
	whole := !d.lang.cased && len(d.mentions[kindDelegation][from]) > 0 && d.has(d.lang.class["refused-paper"], to, min(to+4, d.sentenceEnd(from)))
	return refuses && (chief || whole)
}

// deniesLeading tells whether a word of denial stands right before the match,
// or before a word of leading within it: "X will not head the delegation".
func (d *document) deniesLeading(from, to int) bool {
	if d.unasserted(from) {
		return true
	}
	for i := max(0, from-2); i < to; i++ {
		end, ok := d.classAt(i, d.lang.common.deny)
		if !ok && d.lang.cased {
			end, ok = d.classAt(i, d.lang.common.superseded) // "used to lead"
		}
		if !ok {
			continue
		}
		if i < from && end >= from && !d.refuses(i, from, to) {
			return true
		}
		for _, name := range []string{"lead", "lead-open", "lead-noun", "leads", "led-by"} {
			if _, ok := d.classAt(end, d.lang.class[name]); ok {
				return true
			}
		}
	}
	return false
}
