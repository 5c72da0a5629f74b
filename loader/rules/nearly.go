package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// A NearMiss is a rule all of whose words and mentions are in a sentence, but
// whose pattern does not fit there.
type NearMiss struct {
	Rule        string `json:"rule"`
	Description string `json:"description"`
	Pattern     string `json:"pattern"` // as it is written; of several the one that came closest
	Met         int    `json:"met"`     // how many parts fitted, gaps and what may be missing not counted
	Of          int    `json:"of"`      // of how many
	Quote       string `json:"quote"`   // the words that fitted
	Failed      string `json:"failed"`  // the part at which it stopped, as it is written
	Stands      string `json:"stands"`  // the words there, "" at the sentence's end
	Why         string `json:"why"`     // where what is wanted stands, in words
}

// others sorts the rules that did not fit a sentence: those whose pattern fits
// where something forbids it, and those that came close.
func (d *document) others(s int, matched map[*rule]bool) ([]Stopped, []NearMiss) {
	stopped, nearly := []Stopped{}, []NearMiss{}
	for _, r := range d.lang.rules {
		if matched[r] {
			continue
		}
		var best NearMiss
		fits := false
		for k, seq := range r.patterns {
			if !d.hasAll(s, seq) {
				continue
			}
			if from, to, ok := d.fit(s, seq); ok {
				x := d.stopped(s, r, from)
				x.Quote = d.text.Quote(from, max(to, from+1))
				stopped, fits = append(stopped, x), true
				break
			}
			if n := d.nearMiss(s, seq); n.Met > 0 && n.Met*max(best.Of, 1) > best.Met*n.Of {
				best, best.Pattern = n, r.sources[k]
			}
		}
		if !fits && best.Met > 0 {
			best.Rule, best.Description = r.id, r.says
			nearly = append(nearly, best)
		}
	}
	slices.SortStableFunc(nearly, func(a, b NearMiss) int {
		return cmp.Or(cmp.Compare(b.Met*a.Of, a.Met*b.Of), cmp.Compare(b.Met, a.Met))
	})
	return stopped, nearly
}

// hasAll tells whether all that a pattern cannot do without is in a sentence.
func (d *document) hasAll(s int, seq []element) bool {
	for _, n := range d.lang.needs(seq) {
		if !n.met(&d.sentences[s]) {
			return false
		}
	}
	return true
}

// fit lays a sequence over a sentence, and returns where it first fits.
func (d *document) fit(s int, seq []element) (from, to int, ok bool) {
	r := d.text.Sentences[s]
	m := &machine{d: d, end: r.To}
	first := compile(seq, &instruction{op: opDone})
	for i := r.From; i < r.To; i++ {
		if m.run(first, i) {
			return i, min(m.extent, r.To), true
		}
	}
	return 0, 0, false
}

// stopped says what forbids a rule whose pattern fits at token i.
func (d *document) stopped(s int, r *rule, i int) Stopped {
	x := Stopped{Rule: r.id, Description: r.says}
	sentence := d.text.Sentences[s]
	names := map[int]string{}
	for name, class := range d.lang.class {
		names[class] = name
	}
	if d.blocks[s] != "body" && !r.headline {
		x.Why = "it reads no titles and headings"
		return x
	}
	for _, class := range r.unless {
		for j := sentence.From; j < sentence.To; j++ {
			if to, ok := d.classAt(j, class); ok {
				x.Why, x.Word = "unless forbids a word of the class "+names[class]+" in the sentence", d.text.Quote(j, to)
				return x
			}
		}
	}
	for _, class := range r.behind {
		for j := sentence.From; j < i; j++ {
			if to, ok := d.classAt(j, class); ok && to == i {
				x.Why, x.Word = "not-behind forbids a word of the class "+names[class]+" right before it", d.text.Quote(j, to)
				return x
			}
		}
	}
	if len(r.after) > 0 && !slices.ContainsFunc(r.after, func(class int) bool { return d.has(class, sentence.From, i) }) {
		x.Why = "after wants a word of one of its classes before it: "
		for k, class := range r.after {
			if k > 0 {
				x.Why += ", "
			}
			x.Why += names[class]
		}
		return x
	}
	if len(r.told) > 0 && !d.classBefore(r.told, s) {
		x.Why = "sentence-before wants a word of one of its classes in the sentence before"
		return x
	}
	if d.inName[i] {
		x.Why = "it would begin inside the name of a series of talks"
		return x
	}
	x.Why = "it fits only by what later sentences tell"
	return x
}

// nearMiss finds how far a pattern that does not fit comes: the longest
// beginning of it that does, and what stands where it stops.
func (d *document) nearMiss(s int, seq []element) NearMiss {
	var n NearMiss
	stop := 0 // the element that fails
	from, to := 0, 0
	for k := 1; k <= len(seq); k++ {
		f, t, ok := d.fit(s, seq[:k])
		if !ok {
			break
		}
		if stop = k; seq[k-1].op != opGap {
			from, to = f, t
		}
	}
	if stop == len(seq) {
		return n // it fits
	}
	for k := range seq {
		if e := &seq[k]; e.op != opGap && !e.optional {
			n.Of++
			if k < stop {
				n.Met++
			}
		}
	}
	if n.Met == 0 {
		return n
	}
	from = d.quotes(from, to-1)
	n.Quote = d.text.Quote(from, max(to, from+1))
	gap := 0
	if stop > 0 && seq[stop-1].op == opGap {
		gap, n.Failed = seq[stop-1].n, seq[stop-1].source+" "
	}
	failed := d.inGroup(s, seq, stop)
	n.Failed += failed.source
	n.Stands, n.Why = d.standsThere(s, to), d.wantedElsewhere(s, failed, to, gap)
	return n
}

// inGroup is the element at which a pattern fails: within a group, that of the
// alternative which comes farthest.
func (d *document) inGroup(s int, seq []element, stop int) *element {
	failed, best := &seq[stop], 0
	for _, alt := range seq[stop].alts {
		for k := 1; k < len(alt); k++ {
			if _, _, ok := d.fit(s, slices.Concat(seq[:stop], alt[:k])); !ok {
				break
			}
			if k > best && alt[k-1].op != opGap {
				failed, best = &alt[k], k
			}
		}
	}
	return failed
}

// standsThere quotes the words from token i, three at most.
func (d *document) standsThere(s, i int) string {
	i = d.quotes(i, d.text.Sentences[s].To)
	end := min(i+3, d.text.Sentences[s].To)
	if i >= end {
		return ""
	}
	return d.text.Quote(i, end)
}

// wantedElsewhere says where the sentence has what an element wants, seen from
// token i, behind which a gap takes so many words.
func (d *document) wantedElsewhere(s int, e *element, i, gap int) string {
	at, ok := d.nextOf(s, e, i)
	switch {
	case e.op != opClass && e.op != opSlot:
		return ""
	case !ok:
		return "what is wanted does not stand behind that"
	case at-i > gap:
		why := fmt.Sprintf("what is wanted stands %d words on", at-i)
		if gap > 0 {
			why += ", where the gap takes " + strconv.Itoa(gap)
		}
		return why
	}
	return "something stands between that the gap may not pass"
}

// nextOf is where an element that wants a word or mention finds one at or
// behind a token.
func (d *document) nextOf(s int, e *element, to int) (int, bool) {
	for i := to; i < d.text.Sentences[s].To; i++ {
		if e.op == opClass {
			if _, ok := d.classAt(i, e.class); ok {
				return i, true
			}
		}
		if e.op == opSlot && len(d.mentionsAt(e.slot, i)) > 0 {
			return i, true
		}
	}
	return 0, false
}
