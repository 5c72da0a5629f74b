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
	class int32  // number of a class of the language, counted from its least, or of a kind of mention behind them; or of a word of wordsAt
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

// wordsAt are the words of a place's signs where they are few and known beforehand: such a sign
// has the number of its word instead of a class.
var wordsAt = [signPlaceCount][]string{
	signAlways:     {"always"},
	signEarly:      {"0", "1", "2", "3", "4", "5", "6"},
	signFirstKind:  kindNames[:],
	signOtherKind:  kindNames[:],
	signAboutDay:   {"long-before", "weeks-before", "-7", "-6", "-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5", "6", "7", "weeks-after", "long-after"},
	signAboutRound: {"own", "next", "other"},
	signOrder:      {"first-first", "other-first"},
	signApart:      {"1", "2", "4", "8", "far"},
	signCommas:     {"0", "1", "2", "3"},
}

// A portion is the sums of the weights of some signs, with these themselves where they are asked
// for.
type portion struct {
	signs []sign
	sums  [weighedCount]float32
}

// gather begins a portion: the signs that are told from now on are its own, with their weights
// for some kinds.
func (w *weighing) gather(p *portion, of kindRange) {
	*p = portion{}
	w.portion, w.kinds, w.signs = p, of, nil
	w.turn++
}

// gathered ends it.
func (w *weighing) gathered() { w.portion.signs = w.signs }

// count adds the weights of a sign, whose row of the table this is: once, as it was learnt.
func (w *weighing) count(row int32) {
	if row > 0 && w.counted[row] != w.turn {
		w.counted[row] = w.turn
		w.table.add(&w.portion.sums, row, w.kinds)
	}
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

// class tells a sign: a class at a place, or a word of those that it has few of.
func (w *weighing) class(at signPlace, c int32) {
	w.count(w.table.byClass[at][c])
	if w.listing {
		w.signs = append(w.signs, sign{at: at, class: c})
	}
}

// word tells a sign that is a word.
func (w *weighing) word(at signPlace, s string) {
	w.count(w.table.words[at][s])
	if w.listing && s != "" {
		w.signs = append(w.signs, sign{at: at, word: s})
	}
}

// focusWord tells the sign that is a word of a focus, the first of a candidate's or the second.
func (w *weighing) focusWord(i int, second bool) {
	k, at := 0, signFirstWord
	if second {
		k, at = 1, signOtherWord
	}
	t := &w.tokens[i-w.from]
	if !t.asked {
		t.asked, t.words = true, w.table.focus[w.bareWord(i)]
	}
	w.count(t.words[k])
	if w.listing {
		w.signs = append(w.signs, sign{at: at, word: w.bareWord(i)})
	}
}

// A weighedToken is what the weighing of a sentence knows of one of its tokens.
type weighedToken struct {
	classes int32    // where its classes end
	commas  int32    // how many stand before it
	breaks  bool     // clauses are parted at it
	asked   bool     // for the next
	words   [2]int32 // the rows of its word, as one of a first and of a second focus
}

// classesAt are the classes of a token of the sentence.
func (w *weighing) classesAt(i int) []int32 {
	from := int32(0)
	if i > w.from {
		from = w.tokens[i-1-w.from].classes
	}
	return w.classes[from:w.tokens[i-w.from].classes]
}

// beginSentence lists who acts in a sentence, its classes, and the signs that its
// candidates share.
func (w *weighing) beginSentence(s int) {
	d, r := w.d, w.d.text.Sentences[s]
	w.from, w.classes, w.tokens = r.From, w.classes[:0], w.tokens[:0]
	commas := int32(0)
	for i := r.From; i < r.To; i++ {
		w.addClasses(i)
		w.tokens = append(w.tokens, weighedToken{classes: int32(len(w.classes)), commas: commas, breaks: w.breaks(i)})
		if d.text.Tokens[i].Norm == "," {
			commas++
		}
	}
	w.gather(&w.sentence, kindRange{0, weighedSubject})
	w.class(signAlways, 0)
	w.word(signBlock, d.blocks[s])
	w.class(signEarly, int32(min(s, 6)))
	for _, c := range w.classes {
		w.class(signInSentence, c)
	}
	w.gathered()
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
		w.gather(&f.clause[k], of)
		w.inClause(f, r, at[0], at[1])
		w.gathered()
	}
	for k, at := range [...][2]signPlace{{signFirstHas, signFirstKind}, {signOtherHas, signOtherKind}} {
		if k > 0 && !paired {
			break
		}
		w.gather(&f.self[k], of)
		w.itself(f, at[0], at[1], k > 0)
		w.gathered()
	}
}

// itself tells what a focus itself shows, the first of a candidate's or the second.
func (w *weighing) itself(f *focus, has, kind signPlace, second bool) {
	d := w.d
	for i := f.from; i < f.to; i++ {
		for _, c := range w.classesAt(i) {
			w.class(has, c)
		}
		w.focusWord(i, second)
	}
	w.class(kind, int32(f.kind))
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

// inClause tells the classes of a focus's clause: up to a comma, another mark or a
// relative pronoun on either side.
func (w *weighing) inClause(f *focus, r text.Range, before, behind signPlace) {
	for i := f.from - 1; i >= r.From && !w.tokens[i-r.From].breaks; i-- {
		for _, c := range w.classesAt(i) {
			w.class(before, c)
		}
	}
	for i := f.to; i < r.To && !w.tokens[i-r.From].breaks; i++ {
		for _, c := range w.classesAt(i) {
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
		for _, c := range w.classesAt(i) {
			if int(c) < w.d.lang.classes && !w.table.slight[c] {
				return c
			}
		}
	}
	return -1
}

// slightClasses are classes of words that say little of what a sentence tells.
var slightClasses = []string{"of", "and", "in", "the", "article", "that", "filler", "particle", "is", "not-name", "stop", "city", "i-say", "statement-of", "interview-word"}

// turnTo begins with the candidates about a focus or two, or about the sentence: it lists what
// they share, and the signs that they have beside.
func (w *weighing) turnTo(first, second *focus) {
	d := w.d
	w.first, w.shared, w.rows, w.own = first, w.shared[:0], w.rows[:0], w.own[:0]
	if first == nil {
		r := d.sentenceOf(w.from)
		w.at, w.round = r, d.context[w.from]
	} else {
		w.at, w.round = [2]int{first.from, first.to}, d.context[first.from]
	}
	if w.round == nil || w.round == d.former {
		w.round = nil
		return // nothing is told of that
	}
	w.beside(sign{at: signAboutRound, class: w.whichRound(w.round)})
	if first == nil {
		return
	}
	lo, hi := first, first
	if second != nil {
		w.at = [2]int{min(first.from, second.from), max(first.to, second.to)}
		if hi = second; second.from < first.from {
			lo, hi = second, first
		}
	}
	w.shared = append(w.shared, &first.self[0], &lo.clause[0])
	if second != nil {
		w.shared = append(w.shared, &second.self[1], &hi.clause[1])
	}
	near := func(at signPlace, c int32) {
		if c >= 0 {
			w.beside(sign{at: at, class: c})
		}
	}
	near(signNextBefore, lo.before)
	near(signNextBehind, hi.behind)
	w.beside(sign{at: signAround, class: lo.before, other: hi.behind})
	commas := int32(0)
	if lo.to < hi.from {
		commas = w.tokens[hi.from-w.from].commas - w.tokens[lo.to-w.from].commas
	}
	w.beside(sign{at: signCommas, class: min(commas, 3)})
	if second == nil {
		return
	}
	near(signNextBetween, lo.behind)
	w.beside(sign{at: signUpTo, class: lo.before, other: lo.behind})
	w.beside(sign{at: signApart, class: distance(hi.from - lo.to)})
	if first == lo {
		w.beside(sign{at: signOrder, class: 0})
	} else {
		w.beside(sign{at: signOrder, class: 1})
	}
}

// beside adds to the signs that candidates have beside what they share.
func (w *weighing) beside(s sign) {
	if row := w.table.row(s); row > 0 {
		w.rows = append(w.rows, row)
	}
	if w.listing {
		w.own = append(w.own, s)
	}
}

// sumUp adds up the weights of a candidate's signs.
func (w *weighing) sumUp(kind weighed, f *fact, sides []*side) float32 {
	sum := w.sentence.sums[kind]
	for _, p := range w.shared {
		sum += p.sums[kind]
	}
	for _, p := range sides {
		sum += p.as(kind).sums[kind]
	}
	for _, row := range w.rows {
		sum += w.table.rows[row][kind]
	}
	if s, ok := w.ofTold(f); ok {
		sum += w.table.of(s, kind)
	}
	return sum
}

// ofTold is the sign that is in what a candidate would tell: its topic or its day.
func (w *weighing) ofTold(f *fact) (sign, bool) {
	switch f.kind {
	case "agenda":
		return sign{at: signAboutTopic, word: f.topic}, true
	case "start", "end":
		day, ok := w.dayFromNow(f.date)
		return sign{at: signAboutDay, class: day}, ok
	}
	return sign{}, false
}

// whichRound is how a round stands to the article's own, as one of wordsAt[signAboutRound].
func (w *weighing) whichRound(r *round) int32 {
	d := w.d
	switch {
	case r == d.main:
		return 0
	case r.later || r.process == d.main.process && r.number > d.main.number && d.main.number > 0:
		return 1
	}
	return 2
}

// A side is a party that sentences name, with the signs of what it is to the talks.
type side struct {
	id              string
	number          int32 // among the things that prospects are about
	alone, together portion
}

// as are the signs of a party for a kind of candidate, which is about it alone or about several.
func (p *side) as(kind weighed) *portion {
	if kind == weighedMeeting {
		return &p.together
	}
	return &p.alone
}

// side is a party by its id.
func (w *weighing) side(id string) *side {
	if p := w.parties[id]; p != nil {
		return p
	}
	d, p := w.d, &side{id: id, number: w.number(id)}
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
	gather := func(into *portion, at signPlace) {
		w.gather(into, kindsAbout(kindParty))
		for _, what := range is {
			w.word(at, what)
		}
		w.gathered()
	}
	gather(&p.alone, signOfParty)
	gather(&p.together, signOfParties)
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

// dayFromNow is how far a day is from the article's own, as one of wordsAt[signAboutDay]; not where
// that is not known.
func (w *weighing) dayFromNow(day edtf.Date) (int32, bool) {
	anchor := w.d.anchor()
	if !anchor.IsDay() {
		return 0, false
	}
	n := int32(day.Earliest().Sub(anchor.Earliest()).Hours() / 24)
	switch {
	case n < -30:
		return 0, true
	case n < -7:
		return 1, true
	case n > 30:
		return 18, true
	case n > 7:
		return 17, true
	}
	return n + 9, true // "-7" is the third
}

// distance is how many tokens lie between two, roughly, as one of wordsAt[signApart].
func distance(n int) int32 {
	switch {
	case n <= 1:
		return 0
	case n <= 2:
		return 1
	case n <= 4:
		return 2
	case n <= 8:
		return 3
	}
	return 4
}
