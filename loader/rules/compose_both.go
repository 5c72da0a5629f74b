package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// bothVenues gives the last rounds that were told their place, where it is said of them
// together: "The first was on 16 May and the second on 2 June. Both took place in Istanbul",
// "Kuwait has hosted both". Languages without the classes "two-rounds" and "three-rounds"
// leave it out.
func (d *document) bothVenues() {
	for k, class := range [...]int{d.lang.class["two-rounds"], d.lang.class["three-rounds"]} {
		n := k + 2
		for i := 0; class != 0 && i < len(d.text.Tokens); i++ {
			to, ok := d.classAt(i, class)
			if !ok || d.blocks[d.text.Tokens[i].Sentence] != "body" || d.modality(i, to) == graph.Denied {
				continue
			}
			rounds := d.roundsTold(i, n)
			if len(rounds) < n && d.main.number == n && d.lang.cased && to > i+1 {
				rounds = d.allRounds() // "Kuwait, which has hosted both rounds", of whose first more is told below
			}
			if len(rounds) == n {
				d.tellBoth(rounds, i, to)
			}
			i = to - 1
		}
	}
}

// tellBoth gives rounds the place or the host that is told of them beside the word for all of
// them that stands between two tokens.
func (d *document) tellBoth(rounds []*round, i, to int) {
	at, party := d.venueOfBoth(i, to), d.hostOfBoth(i)
	for _, r := range rounds {
		f := fact{round: r, rule: d.lang.name + ".both-venues", weight: 1, derived: "said of those rounds together"}
		if at != nil {
			f.kind, f.spans, f.modality = "venue", d.span([2]int{i, at.to}), d.modality(i, at.to)
			d.makeVenue(f, at)
		} else if party != nil {
			f.kind, f.party, f.spans, f.modality = "host", party.parties[0].id, d.span([2]int{party.from, to}), d.modality(party.from, to)
			d.give(&f)
		}
	}
}

// venueOfBoth is the place named by the words behind the word for several rounds that stands
// from token i to token to: "both (were held) in Istanbul".
func (d *document) venueOfBoth(i, to int) *mention {
	end := min(to+8, d.sentenceEnd(i))
	_, verb := d.classAt(to, d.lang.class["held"])
	_, auxiliary := d.classAt(to, d.lang.class["auxiliary"])
	for j := to; j < end; j++ {
		if d.has(d.lang.common.deny, to, j) {
			return nil
		}
		for _, m := range d.mentions[kindVenue][j] {
			if d.placeOf(m) != "" && (j == to || (verb || auxiliary) && d.has(d.lang.class["held"], to, min(j, to+3))) {
				return m
			}
		}
	}
	return nil
}

// hostOfBoth is the state that the words before token i say has hosted what stands there.
func (d *document) hostOfBoth(i int) *mention {
	first := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := max(first, i-5); j < i; j++ {
		for _, m := range d.mentions[kindParty][j] {
			e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
			if m.to <= i && d.has(d.lang.class["hosted"], m.to, i) && e != nil && e.Type == "state" {
				return m
			}
		}
	}
	return nil
}

// roundsTold are the last n rounds with numbers that are named before token i, in its
// sentence, or, where it names none, in the three before it in its paragraph; there the
// article's own is the last where one is wanting.
func (d *document) roundsTold(i, n int) []*round {
	var list []*round
	s := int(d.text.Tokens[i].Sentence)
	first := s
	own := slices.ContainsFunc(d.mentions[kindRound][d.text.Sentences[s].From:i], func(l []*mention) bool { return len(l) > 0 })
	for !own && first > 0 && first > s-3 && !d.text.Tokens[d.text.Sentences[first].From].Line {
		first--
	}
	for j := i - 1; j >= d.text.Sentences[first].From && len(list) < n; j-- {
		for _, m := range d.mentions[kindRound][j] {
			if m.round != nil && m.round.number > 0 && m.round.process == d.main.process && !slices.Contains(list, m.round) {
				list = append(list, m.round)
			}
		}
	}
	if len(list) == n-1 && !own && !slices.Contains(list, d.main) {
		list = append(list, d.main)
	}
	return list
}

// allRounds are the rounds of the article's talks up to its own that the article names.
func (d *document) allRounds() []*round {
	list := []*round{d.main}
	for _, here := range d.mentions[kindRound] {
		for _, m := range here {
			if r := m.round; r != nil && r.number > 0 && r.number < d.main.number && r.process == d.main.process && !slices.Contains(list, r) {
				list = append(list, r)
			}
		}
	}
	return list
}
