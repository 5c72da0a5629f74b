package rules

import (
	"cmp"
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// guarantorsElsewhere names "the three guarantor states" where another sentence
// lists three states that are no party to the conflict. Of talks whose guarantors
// the lexicon knows "the guarantors" will do.
func (d *document) guarantorsElsewhere() {
	if len(d.find("guarantor", d.main)) > 1 {
		return
	}
	three := cmp.Or(d.lang.common.three, d.lang.class["number-three"])
	if three == 0 {
		return
	}
	known := d.conveners()
	for i := range d.text.Tokens {
		to, ok := d.classAt(i, d.lang.common.guarantors)
		if !ok || !d.toldOfTalks(i, known) || d.modality(i, to) == graph.Denied {
			continue
		}
		counted := known != nil || d.has(three, max(0, i-6), min(to+3, len(d.text.Tokens))) || d.isSummit(d.main)
		if l := d.guarantorList(known); counted && l != nil {
			for _, p := range l.parties {
				d.give(&fact{kind: "guarantor", round: d.main, party: d.resolve(p), rule: d.lang.name + ".guarantors-elsewhere", spans: [][2]int{{i, to}, {l.from, l.to}}, weight: 1})
			}
			return
		}
		if states := d.threeHeads(); len(states) == 3 {
			for _, h := range states {
				d.give(&fact{kind: "guarantor", round: d.main, party: h.party, rule: d.lang.name + ".guarantors-elsewhere", spans: [][2]int{{i, to}, h.spans[0]}, weight: 1})
			}
			return
		}
	}
}

// dropLaterGuarantors takes back the guarantors of a round after the article's that they
// guarantee as well: "the next one may be held in any of the guarantors' capitals".
func (d *document) dropLaterGuarantors() {
	d.drop("the article's own round has these guarantors", func(f *fact) bool {
		return f.kind == "guarantor" && f.round.process == d.main.process && f.round.number > d.main.number && d.main.number > 0 &&
			slices.ContainsFunc(d.find("guarantor", d.main), func(o *fact) bool { return o.party == f.party })
	})
}

// toldOfTalks tells whether the guarantors at token i are those of the article's
// round: they stand in its body. Where the lexicon knows who they are, a title or a
// sentence about another round of the same talks names them as well.
func (d *document) toldOfTalks(i int, known map[string]bool) bool {
	block, r := d.blocks[d.text.Tokens[i].Sentence], d.context[i]
	if known == nil || !d.lang.cased {
		return block == "body" && r == d.main
	}
	return block == "title" || block == "body" && r != nil && r.process == d.main.process
}

// guarantorList is the first list of three states of which none observes the article's
// round, and all are among the known ones, where these are not nil.
func (d *document) guarantorList(known map[string]bool) *mention {
	stranger := func(p *party) bool { return known != nil && !known[d.resolve(p)] }
	for i := range d.text.Tokens {
		if l := d.threeStates(i); l != nil && !d.observing(l) && !slices.ContainsFunc(l.parties, stranger) {
			return l
		}
	}
	return nil
}

// conveners are the states of the leaders whose summits go with the article's talks,
// where these have guarantors or are a congress on the same conflict: who they are. Nil where
// the lexicon knows none.
func (d *document) conveners() map[string]bool {
	own := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	if own == nil || !own.Guaranteed && own.Type != "congress" {
		return nil
	}
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Type == "summit" && e.Country == own.Country && len(e.Leaders) > 0 {
			return d.statesOf(e.Leaders)
		}
	}
	return nil
}

// statesOf are the states of leaders whom the lexicon knows.
func (d *document) statesOf(leaders []string) map[string]bool {
	states := map[string]bool{}
	for _, id := range leaders {
		if p := d.e.lexicon.Entry(lexicon.Person, id); p != nil && p.Party != "" {
			states[p.Party] = true
		}
	}
	return states
}

// observing tells whether one of a list is an observer of the article's round.
func (d *document) observing(l *mention) bool {
	return slices.ContainsFunc(d.find("observer", d.main), func(f *fact) bool {
		return slices.ContainsFunc(l.parties, func(p *party) bool { return d.resolve(p) == f.party })
	})
}

// threeHeads has a head of each of the states, none of them a party to the
// conflict, whose delegations' heads the article names.
func (d *document) threeHeads() []*fact {
	var out []*fact
	for _, h := range d.find("head", d.main) {
		e := d.e.lexicon.Entry(lexicon.Party, h.party)
		if e != nil && e.Type == "state" && !d.belligerent(e.ID) && !slices.ContainsFunc(out, func(o *fact) bool { return o.party == h.party }) {
			out = append(out, h)
		}
	}
	return out
}

// threeStates is the list of three states, none of them a party to the
// conflict, that begins at token i.
func (d *document) threeStates(i int) *mention {
	if d.blocks[d.text.Tokens[i].Sentence] != "body" {
		return nil
	}
	for _, k := range []mentionKind{kindDelegations, kindList} {
		for _, l := range d.mentionsAt(k, i) {
			states := 0
			for _, p := range l.parties {
				e := d.e.lexicon.Entry(lexicon.Party, d.resolve(p))
				if e != nil && e.Type == "state" && !d.belligerent(e.ID) {
					states++
				}
			}
			if states == 3 && len(l.parties) == 3 {
				return l
			}
		}
	}
	return nil
}
