package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
)

// namesOfTalks records how the article calls its processes where that is no name of the
// lexicon's: by their city or by what they are about, with a noun for talks, "the
// Mindanao talks", «مفاوضات الدوحة».
func (l *ledger) namesOfTalks() {
	d := l.d
	for i := range d.where(classBit(d.lang.common.talks)) {
		to, ok := d.classAt(i, d.lang.common.talks)
		r := d.context[i]
		if !ok || r == nil {
			continue
		}
		process := l.thing("process:", r.process)
		if process == 0 {
			continue
		}
		s := d.sentenceOf(i)
		if !d.lang.cased {
			if end := d.talksNameAt(to, s[1], r.process); end > 0 {
				l.name(process, i, end, d.lead(i))
			}
			continue
		}
		if to < s[1] && d.e.lexicon.Entry(lexicon.Process, r.process) == nil {
			if end := d.talksNameBehind(to, s[1], r.process); end > 0 {
				l.name(process, i, end, 0)
			}
		}
		for j := i - 1; j >= max(s[0], i-4); j-- {
			if end := d.talksNameAt(j, i, r.process); end > 0 && d.onlyBetweenNames(end, i) {
				l.name(process, j, to, 0)
				break
			}
		}
	}
	l.commonNames()
}

// commonNames records how the article calls talks that it gives no name: by the kind of
// talks that they are, or by who talks with whom and on what, "the peace dialogue", "direct
// talks", "the dialogue with Serbia", «الحوار الليبي».
func (l *ledger) commonNames() {
	d, have := l.d, map[int]bool{}
	for n := range l.named {
		have[n.thing] = true
	}
	for i := range d.where(classBit(d.lang.common.talks)) {
		to, ok := d.classAt(i, d.lang.common.talks)
		r := d.context[i]
		if _, unit := d.classAt(i, d.lang.common.unit); !ok || unit || r == nil {
			continue
		}
		process := l.thing("process:", r.process)
		if process == 0 || have[process] {
			continue
		}
		s := d.sentenceOf(i)
		from, tail := d.kindBefore(i, s[0]), d.kindBehind(to, s[1])
		if from < i {
			l.name(process, from, to, d.lead(from))
		}
		if tail > to {
			l.name(process, i, tail, d.lead(i))
		}
	}
}

// kindBefore is where what tells the kind of talks begins before their noun at token i, in
// a sentence that begins at another: "direct", "Burundi", "Formal Exploratory"; i where
// nothing does. Languages whose adjectives come last do not ask.
func (d *document) kindBefore(i, from int) int {
	if !d.lang.before {
		return i
	}
	for j := i - 1; j >= max(from, i-3); j-- {
		if to, ok := d.classAt(j, d.lang.class["talks-kind"]); ok && to == i || d.nameOfParty(j, i) {
			i = j
			continue
		}
		break
	}
	return i
}

// nameOfParty tells whether the name of a party, or the adjective of one, stands between two tokens.
func (d *document) nameOfParty(from, to int) bool {
	f := d.entryAt(from, lexicon.Party)
	return f != nil && f.To == to || slices.ContainsFunc(d.mentions[kindAdjective][from], func(m *mention) bool { return m.to == to })
}

// kindBehind is where what tells the kind of talks, or with whom or on what they are, ends
// behind their noun, which ends at token i: "with the Tamil Tigers", «المباشرة», «بين
// الحكومة والمعارضة»; i where nothing does.
func (d *document) kindBehind(i, end int) int {
	for i < end && d.lang.after {
		to, ok := d.classAt(i, d.lang.class["talks-kind"])
		if !ok && len(d.mentions[kindAdjective][i]) > 0 {
			to, ok = d.mentions[kindAdjective][i][0].to, true
		}
		if !ok || to > end {
			break
		}
		i = to
	}
	for _, name := range []string{"with", "between", "about"} {
		at, ok := d.classAt(i, d.lang.class[name])
		if !ok || at >= end {
			continue
		}
		if d.isArticle(at) {
			at++
		}
		for _, k := range []mentionKind{kindList, kindParty} {
			for _, m := range d.lists(k, at) {
				return m.to
			}
		}
		if f := d.entryAt(at, lexicon.Region); f != nil && f.To <= end {
			return f.To
		}
	}
	return i
}

// talksNameBehind is where the place or the state ends by which talks in no list are called
// behind their noun, which ends at token i: "talks at San Andrés", "talks on Angola"; 0 if
// they are not.
func (d *document) talksNameBehind(i, end int, process string) int {
	if at, in := d.classAt(i, d.lang.common.in); in {
		return d.talksNameAt(at, end, process)
	}
	at, about := d.classAt(i, d.lang.class["about"])
	if f := d.entryAt(at, lexicon.Party); about && f != nil && f.To <= end && strings.HasSuffix(process, "-"+f.Label.Entry.ID) {
		return f.To
	}
	return 0
}

// talksNameAt is where a city, state or region ends that is named at token i, if a process meets
// there or is about it, «محادثات المكسيك» of those in Mexico City; 0 if none is.
func (d *document) talksNameAt(i, end int, process string) int {
	if i >= end {
		return 0
	}
	place, conflict := "", ""
	if e := d.e.lexicon.Entry(lexicon.Process, process); e != nil {
		place, conflict = e.Place, e.Country
	}
	if f := d.entryAt(i, lexicon.Place); f != nil && f.To <= end {
		id := f.Label.Entry.ID
		held := func(o *fact) bool { return o.kind == "venue" && o.round.process == process && o.place == id }
		if d.e.sameCity(id, place) || strings.HasPrefix(process, id+"-") || slices.ContainsFunc(d.facts, held) {
			return f.To
		}
	}
	if f := d.entryAt(i, lexicon.Party); f != nil && f.To <= end && place != "" && f.Label.Entry.ID == d.e.countryOf(place) && f.Label.Entry.ID != conflict {
		return f.To
	}
	if len(d.at(i)) == 0 && strings.HasPrefix(process, romanise(d.text.Quote(i, i+1))+"-") {
		return i + 1 // a town that no list knows
	}
	if f := d.entryAt(i, lexicon.Region); f != nil && f.To <= end {
		if e := f.Label.Entry; conflict != "" && e.Country == conflict || strings.HasSuffix(process, "-"+e.ID) || strings.HasSuffix(process, "-"+e.Country) {
			return f.To
		}
	}
	return 0
}

// onlyBetweenNames tells whether nothing but a word such as peace stands between a city
// and the noun for talks.
func (d *document) onlyBetweenNames(from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := d.classAt(i, d.lang.class["peace"]); !ok {
			return false
		}
	}
	return true
}
