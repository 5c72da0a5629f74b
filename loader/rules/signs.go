package rules

import (
	"slices"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A sign is something about a candidate that speaks for it or against it: a word class at
// a place, two classes, a word, or something known of what the candidate is about.
type sign struct {
	at    signPlace
	class int32  // number of a class of the language, counted from its least, or of a kind of mention behind them
	other int32  // of a pair: the second class
	word  string // where it is not a class
}

// A signPlace is where a sign stands, seen from what a candidate is about, its focus.
type signPlace uint8

const (
	signAlways        signPlace = iota // every candidate of the kind has it
	signInSentence                     // anywhere in the sentence
	signBlock                          // the kind of block
	signEarly                          // how early the sentence stands
	signBeforeFirst                    // in the first focus's clause, before it
	signBehindFirst                    // … behind it
	signBeforeLast                     // in the last focus's clause, before it
	signBehindLast                     // … behind it
	signNextBefore                     // the nearest class before the first focus
	signNextBehind                     // … behind the last
	signNextBetween                    // … behind the first, before the last
	signAround                         // the nearest classes before and behind
	signUpTo                           // the nearest classes before the first focus and between the two
	signFirstHas                       // a class of the focus itself
	signOtherHas                       // … of the second
	signFirstWord                      // a word of the focus itself
	signOtherWord                      // … of the second
	signTitleHas                       // a class in somebody's titles
	signFirstKind                      // the kind of mention
	signOtherKind                      // … of the second
	signOfParty                        // what the party is to the talks
	signOfParties                      // … those who may have met
	signAboutTopic                     // the topic
	signAboutDay                       // how far a day is from the article's own
	signAboutRound                     // which round it would be about
	signOrder                          // which focus comes first
	signApart                          // how many tokens part them
	signCommas                         // how many commas do
	signArticle                        // of an article's subject: anywhere in it
	signArticleTwice                   // … twice or more
	signArticleThrice                  // … three times or more
	signArticleFive                    // … five times or more
	signArticleEight                   // … eight times or more
	signLead                           // … in its lead
	signTalks                          // … what its talks are
	signPlaceCount
)

var signPlaces = [signPlaceCount]string{
	"always", "in-sentence", "block", "early", "before-first", "behind-first", "before-last", "behind-last",
	"next-before", "next-behind", "next-between", "around", "up-to", "first-has", "other-has", "first-word", "other-word", "title-has",
	"first-kind", "other-kind", "of-party", "of-parties", "about-topic", "about-day", "about-round",
	"order", "apart", "commas",
	"article", "article-twice", "article-thrice", "article-five", "article-eight", "lead", "talks",
}

// A portion is some signs with the sums of their weights.
type portion struct {
	signs []sign
	sums  [weighedCount]float32
}

// part is what was added to the sentence's signs since there were n, with the sums of
// some kinds.
func (w *weighing) part(n int, of kindRange) portion {
	p := portion{signs: w.signs[n:len(w.signs):len(w.signs)]}
	w.turn++
	for _, s := range p.signs {
		if r := w.table.row(s); r > 0 && w.counted[r] != w.turn {
			w.counted[r] = w.turn // a sign counts once, as it was learnt
			w.table.add(&p.sums, r, of)
		}
	}
	return p
}

// A kindRange is some kinds of candidates that stand together.
type kindRange struct{ from, to weighed }

// kindsAbout are the kinds of candidates that a mention may be the focus of.
func kindsAbout(k mentionKind) kindRange {
	switch k {
	case kindTopic:
		return kindRange{weighedAgenda, weighedAgenda + 1}
	case kindPlace:
		return kindRange{weighedVenue, weighedVenue + 1}
	case kindDate:
		return kindRange{weighedStart, weighedEnd + 1}
	}
	return kindRange{0, weighedMeeting + 1} // somebody who acts
}

func (w *weighing) class(at signPlace, c int32) { w.signs = append(w.signs, sign{at: at, class: c}) }

func (w *weighing) word(at signPlace, s string) {
	if s != "" {
		w.signs = append(w.signs, sign{at: at, word: s})
	}
}

// classesAt are the classes of a token of the sentence that begins at another.
func (w *weighing) classesAt(i, from int) []int32 { return w.classes[w.ends[i-from]:w.ends[i-from+1]] }

// beginSentence lists who acts in a sentence, its classes, and the signs that its
// candidates share.
func (w *weighing) beginSentence(s int) {
	d, r := w.d, w.d.text.Sentences[s]
	w.classes, w.ends = w.classes[:0], append(w.ends[:0], 0)
	for i := r.From; i < r.To; i++ {
		w.addClasses(i)
		w.ends = append(w.ends, int32(len(w.classes)))
	}
	w.signs = w.signs[:0]
	w.word(signAlways, "always")
	w.word(signBlock, d.blocks[s])
	w.word(signEarly, count(s, 6))
	for _, c := range w.classes {
		w.class(signInSentence, c)
	}
	w.sentence = w.part(0, kindRange{0, weighedCount})
	w.actors(r.From, r.To)
	for k := range w.who {
		w.show(&w.who[k])
	}
}

// addClasses appends the classes at a token, those of the lexicon and, behind them, the
// kinds of mentions that begin there.
func (w *weighing) addClasses(i int) {
	d, from := w.d, len(w.classes)
	for _, m := range d.at(i) {
		if m.Kind == lexicon.Class {
			if c := m.Class - int32(d.lang.least); w.named(c) && !slices.Contains(w.classes[from:], c) {
				w.classes = append(w.classes, c)
			}
		}
	}
	for k := range kindCount {
		if d.spots[i].mentions>>k&1 != 0 && k != kindName {
			w.classes = append(w.classes, int32(d.lang.classes+int(k)))
		}
	}
}

// named tells whether a class of the language has a name: others are words of one pattern.
func (w *weighing) named(c int32) bool {
	return c >= 0 && int(c) < w.d.lang.classes && w.d.lang.classNames[c] != ""
}

// focus is a mention of nobody who acts, until the next is asked for.
func (w *weighing) focus(m *mention) *focus {
	w.other = focus{from: m.from, to: min(m.to, w.d.sentenceEnd(m.from)), kind: m.kind}
	w.show(&w.other)
	return &w.other
}

// show lists the signs of a focus.
func (w *weighing) show(f *focus) {
	r := w.d.text.Sentences[w.d.text.Tokens[f.from].Sentence]
	f.before, f.behind = w.nearest(f.from-1, -1, r), w.nearest(f.to, 1, r)
	paired, of := f != &w.other && len(w.who) > 1, kindsAbout(f.kind)
	for k, at := range [...][2]signPlace{{signBeforeFirst, signBehindFirst}, {signBeforeLast, signBehindLast}} {
		if k > 0 && !paired {
			break
		}
		n := len(w.signs)
		w.inClause(f, r, at[0], at[1])
		f.clause[k] = w.part(n, of)
	}
	for k, at := range [...][3]signPlace{{signFirstHas, signFirstWord, signFirstKind}, {signOtherHas, signOtherWord, signOtherKind}} {
		if k > 0 && !paired {
			break
		}
		n := len(w.signs)
		w.itself(f, r, at[0], at[1], at[2])
		f.self[k] = w.part(n, of)
	}
}

// itself lists what a focus itself shows.
func (w *weighing) itself(f *focus, r text.Range, has, word, kind signPlace) {
	d := w.d
	for i := f.from; i < f.to; i++ {
		for _, c := range w.classesAt(i, r.From) {
			w.class(has, c)
		}
		w.word(word, w.bareWord(i))
	}
	w.word(kind, kindNames[f.kind])
	if f.person == nil {
		return
	}
	for _, m := range f.person.mentions {
		for i := m.title[0]; i < m.title[1]; i++ {
			for _, o := range d.at(i) {
				if c := o.Class - int32(d.lang.least); o.Kind == lexicon.Class && w.named(c) {
					w.class(signTitleHas, c)
				}
			}
		}
	}
}

// inClause lists the classes of a focus's clause: up to a comma, another mark or a
// relative pronoun on either side.
func (w *weighing) inClause(f *focus, r text.Range, before, behind signPlace) {
	for i := f.from - 1; i >= r.From && !w.breaks(i); i-- {
		for _, c := range w.classesAt(i, r.From) {
			w.class(before, c)
		}
	}
	for i := f.to; i < r.To && !w.breaks(i); i++ {
		for _, c := range w.classesAt(i, r.From) {
			w.class(behind, c)
		}
	}
}

// breaks tells whether clauses are parted at token i.
func (w *weighing) breaks(i int) bool {
	switch w.d.text.Tokens[i].Norm {
	case ",", ";", ":", "-", "(", ")", "\"":
		return true
	}
	_, relative := w.d.classAt(i, w.d.lang.common.relative)
	return relative
}

// nearest is the first class from a token on that says something, forwards or backwards;
// -1 where there is none within some words.
func (w *weighing) nearest(i, step int, r text.Range) int32 {
	for n := 0; n < 12 && i >= r.From && i < r.To; i, n = i+step, n+1 {
		for _, c := range w.classesAt(i, r.From) {
			if int(c) < w.d.lang.classes && !w.table.slight[c] {
				return c
			}
		}
	}
	return -1
}

// slightClasses are classes of words that say little of what a sentence tells.
var slightClasses = []string{"of", "and", "in", "the", "article", "that", "filler", "particle", "is", "not-name", "stop", "city", "i-say", "statement-of", "interview-word"}

// sumUp adds up the weights of a candidate's signs, of which it lists those that are its
// own.
func (w *weighing) sumUp(kind weighed, f *fact, first, second *focus) float32 {
	w.ownSigns(kind, f, first, second)
	sum := w.sentence.sums[kind]
	for _, p := range w.partsOf(f, first, second) {
		if p != nil {
			sum += p.sums[kind]
		}
	}
	for _, s := range w.own {
		sum += w.table.of(s, kind)
	}
	return sum
}

// partsOf are the parts of a candidate's signs, but for those of its sentence.
func (w *weighing) partsOf(f *fact, first, second *focus) (list [8]*portion) {
	if first == nil {
		return list
	}
	lo, hi := inOrder(first, second)
	list[0], list[1] = &first.self[0], &lo.clause[0]
	if second != nil {
		list[2], list[3] = &second.self[1], &hi.clause[1]
	}
	if f.party != "" {
		list[4] = &w.ofParty(f.party)[0]
	}
	for k, p := range f.parties {
		list[4+k] = &w.ofParty(p)[1]
	}
	return list
}

// inOrder are the first and the last focus of a candidate, in the order of the text.
func inOrder(first, second *focus) (lo, hi *focus) {
	switch {
	case second == nil:
		return first, first
	case second.from < first.from:
		return second, first
	}
	return first, second
}

// ownSigns lists the signs that a candidate shares with no other.
func (w *weighing) ownSigns(kind weighed, f *fact, first, second *focus) {
	d := w.d
	w.own = append(w.own[:0], sign{at: signAboutRound, word: w.whichRound(f.round)})
	if first == nil {
		return
	}
	lo, hi := inOrder(first, second)
	add := func(s sign) { w.own = append(w.own, s) }
	near := func(at signPlace, c int32) {
		if c >= 0 {
			add(sign{at: at, class: c})
		}
	}
	near(signNextBefore, lo.before)
	near(signNextBehind, hi.behind)
	add(sign{at: signAround, class: lo.before, other: hi.behind})
	between := 0
	for i := lo.to; i < hi.from; i++ {
		if d.text.Tokens[i].Norm == "," {
			between++
		}
	}
	add(sign{at: signCommas, word: count(between, 3)})
	if second != nil {
		near(signNextBetween, lo.behind)
		add(sign{at: signUpTo, class: lo.before, other: lo.behind})
		add(sign{at: signApart, word: distance(hi.from - lo.to)})
		if first == lo {
			add(sign{at: signOrder, word: "first-first"})
		} else {
			add(sign{at: signOrder, word: "other-first"})
		}
	}
	switch kind {
	case weighedAgenda:
		add(sign{at: signAboutTopic, word: f.topic})
	case weighedStart, weighedEnd:
		if day := w.dayFromNow(f.date); day != "" {
			add(sign{at: signAboutDay, word: day})
		}
	}
}

// whichRound is how a round stands to the article's own.
func (w *weighing) whichRound(r *round) string {
	d := w.d
	switch {
	case r == d.main:
		return "own"
	case r.later || r.process == d.main.process && r.number > d.main.number && d.main.number > 0:
		return "next"
	}
	return "other"
}

// ofParty are the signs of what a party is to the talks: where a candidate is about it
// alone, and where it is one of several.
func (w *weighing) ofParty(id string) *[2]portion {
	if p := w.parties[id]; p != nil {
		return p
	}
	d, p := w.d, new([2]portion)
	var is []string
	if d.belligerent(id) {
		is = append(is, "belligerent")
	}
	if d.e.mediators[id] {
		is = append(is, "mediator")
	}
	if e := d.e.lexicon.Entry(lexicon.Party, id); e != nil {
		is = append(is, e.Type)
	} else {
		is = append(is, "unlisted")
	}
	if slices.Contains(w.sponsors, id) {
		is = append(is, "guarantor")
	}
	for k, at := range [...]signPlace{signOfParty, signOfParties} {
		for _, what := range is {
			p[k].signs = append(p[k].signs, sign{at: at, word: what})
			w.table.add(&p[k].sums, w.table.row(sign{at: at, word: what}), kindsAbout(kindParty))
		}
	}
	w.parties[id] = p
	return p
}

// bareWord is a word without proclitics.
func (w *weighing) bareWord(i int) string {
	norm := w.d.text.Tokens[i].Norm
	if w.d.lang.name == "ar" {
		return bare(norm)
	}
	return norm
}

// dayFromNow is how far a day is from the article's own, "" where that is not known.
func (w *weighing) dayFromNow(day edtf.Date) string {
	anchor := w.d.anchor()
	if !anchor.IsDay() {
		return ""
	}
	n := int(day.Earliest().Sub(anchor.Earliest()).Hours() / 24)
	switch {
	case n < -30:
		return "long-before"
	case n < -7:
		return "weeks-before"
	case n > 30:
		return "long-after"
	case n > 7:
		return "weeks-after"
	}
	return [...]string{"-7", "-6", "-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5", "6", "7"}[n+7]
}

// count is a number up to the most that is told apart.
func count(n, most int) string { return string(rune('0' + min(n, most))) }

// distance is how many tokens lie between two, roughly.
func distance(n int) string {
	switch {
	case n <= 1:
		return "1"
	case n <= 2:
		return "2"
	case n <= 4:
		return "4"
	case n <= 8:
		return "8"
	}
	return "far"
}
