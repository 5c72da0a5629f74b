package rules

import (
	"fmt"
	"math/bits"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A football match in Astana has rounds, delegations and heads of delegation too, and a
// trade dispute has talks and mediators. Whether an article that seems to be about peace
// talks is, its words tell together: each word class, kind of mention and word of the lead
// that occurs speaks for it or against it, with a weight that is learnt like the others
// (weigh.go), from articles about talks and such as are about something else.

// An article must be at least so likely to be about talks: less where it numbers a round. Both
// are lower than precision alone would have them, as one that is wrongly left out loses all that
// it says.
const (
	likelyNumbered   = .55
	likelyUnnumbered = .7
)

// oftenEnough are how many times a word class or a kind of mention must occur for the
// signs that count it.
var oftenEnough = [...]struct {
	at    signPlace
	times int32
}{{signArticle, 1}, {signArticleTwice, 2}, {signArticleThrice, 3}, {signArticleFive, 5}, {signArticleEight, 8}}

// onTalks tells whether an article is likely to be about peace talks, by all that occurs in
// it. Without weights it takes it to be.
func (d *document) onTalks() bool {
	if d.lang.weights == nil {
		return true
	}
	likely, least := d.likelyTalks(0, len(d.text.Tokens)), float32(likelyUnnumbered)
	if d.main.number > 0 {
		least = likelyNumbered
	}
	if likely >= least {
		return true
	}
	if d.trace != nil {
		w := &d.weighing
		against := w.most(w.subject.signs, func(s sign) float32 { return -w.table.of(s, weighedSubject) })
		d.trace.stop(fmt.Sprintf("its words are those of another subject (weighed at %.2f; against talks speak most: %s)", likely, against))
	}
	return false
}

// likelyTalks is how likely what stands between two tokens is about talks, in a language that
// has weights.
func (d *document) likelyTalks(from, to int) float32 {
	w := &d.weighing
	w.begin(d, d.lang.weights)
	w.subjectSigns(from, to)
	return logistic(w.subject.sums[weighedSubject])
}

// unlikelyTalks is below which likelihood a story that a digest tells beside one about talks
// is about something else, where it does not say so of itself by what it names.
const unlikelyTalks = .35

// elseToldOf tells whether what stands between two tokens of a digest is by its
// words about something else than talks.
func (d *document) elseToldOf(from, to int) bool {
	return d.lang.weights != nil && d.likelyTalks(from, to) < unlikelyTalks
}

// subjectSigns tells the signs by which it is weighed whether what stands between two tokens
// is about talks: from the first token on it is the article, whose own round counts too, else
// a story in it.
func (w *weighing) subjectSigns(from, end int) {
	d := w.d
	lead, whole := d.leadEnd, from == 0
	if !whole {
		lead = int(d.text.Tokens[from].Sentence) + leadSentences - 1
	}
	w.gather(&w.subject, kindRange{weighedSubject, weighedSubject + 1})
	w.class(signAlways, 0)
	w.occurring = sized(w.occurring, d.lang.classes+int(kindCount))
	for k := range d.matches {
		f := &d.matches[k]
		c := int32(f.Class) - int32(d.lang.least)
		s := int(d.text.Tokens[f.From].Sentence)
		if f.From >= end {
			break
		}
		if f.From < from || f.Kind != lexicon.Class || !w.named(c) || d.blocks[s] == "" {
			continue
		}
		if w.occurring[c]++; s <= lead {
			w.class(signLead, c)
		}
	}
	for i := from; i < end; i++ {
		for kinds := d.spots[i].mentions; kinds != 0; kinds &= kinds - 1 {
			k := bits.TrailingZeros32(kinds)
			w.occurring[d.lang.classes+k] += int32(len(d.mentions[k][i]))
		}
	}
	for c, n := range w.occurring {
		for _, o := range oftenEnough {
			if n < o.times {
				break
			}
			w.class(o.at, int32(c))
		}
	}
	for i := from; i < end; i++ {
		t := &d.text.Tokens[i]
		if int(t.Sentence) > lead {
			break
		}
		if t.Kind == text.Word && d.blocks[t.Sentence] != "" {
			w.word(signLead, t.Norm)
		}
	}
	if whole && d.e.lexicon.Entry(lexicon.Process, d.main.process) != nil {
		w.word(signTalks, "known")
	}
	if whole && d.main.number > 0 {
		w.word(signTalks, "numbered")
	}
	class, has := d.lang.class["negotiations"]
	for i := from; i < end; i++ {
		if f := d.entryAt(i, lexicon.Party); f != nil && f.Label.Entry.Country != "" && f.Label.Entry.Type != "state" {
			w.word(signTalks, "movement")
		}
		if d.entryAt(i, lexicon.Person) != nil {
			w.word(signTalks, "person")
		}
		if _, talks := d.classAt(i, class); talks && has {
			w.talksAt(i)
		}
	}
	w.gathered()
}

// talksAt tells what the noun for talks at a token is beside: a noun for rounds, "the next
// round of the peace talks", a party or its adjective, «المحادثات السورية», "talks between
// the army and the rebels", or a part of a state, "talks on Darfur".
func (w *weighing) talksAt(i int) {
	d := w.d
	r := d.text.Sentences[d.text.Tokens[i].Sentence]
	for j := max(r.From, i-4); j < min(r.To, i+6); j++ {
		_, unit := d.classAt(j, d.lang.common.unit)
		switch {
		case unit && j < i:
			w.word(signTalks, "counted")
		case j < i-2:
		case d.entryAt(j, lexicon.Region) != nil:
			w.word(signTalks, "of-region")
		case d.spots[j].mentions&(1<<kindParty|1<<kindAdjective) != 0:
			w.word(signTalks, "of-party")
		}
	}
}
