package rules

import "peacetalks/loader/lexicon"

// findUnnamed looks for talks that no list knows: a noun such as talks or
// مفاوضات with the place where they are held and the state whose conflict
// they are about. The process is named "<place>-<country>", else
// "<country>-talks".
func (d *document) findUnnamed() {
	talks := 0
	country, place := map[string]int{}, map[string]int{}
	for i := range d.text.Tokens {
		s := d.text.Tokens[i].Sentence
		if d.blocks[s] == "" {
			continue
		}
		weight := 1
		if s < 4 {
			weight = 3
		}
		if _, ok := d.classAt(i, d.lang.common.talks); ok {
			talks += weight
		}
		for _, k := range []mentionKind{kindParty, kindAdjective} {
			for _, m := range d.mentions[k][i] {
				if e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id); e != nil && e.Country != "" && e.Type != "state" {
					country[e.Country] += 2 * weight
				}
			}
		}
		if f := d.entryAt(i, lexicon.Place); f != nil {
			place[f.Label.Entry.ID] += weight
		}
	}
	if talks < 3 || len(country) == 0 {
		return
	}
	c := most(country)
	for id := range place {
		if d.e.countryOf(id) == c {
			delete(place, id) // where the war is, not where the talks are
		}
	}
	process := c + "-talks"
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country == c && e.Place != "" && place[e.Place] > 0 {
			process = e.ID
		}
	}
	if process == c+"-talks" && len(place) > 0 {
		process = most(place) + "-" + c
	}
	d.country = c
	d.main = &round{process: process}
	d.rounds = append(d.rounds, d.main)
	d.relative()
	d.spread()
}

// most is the key of the highest count, the first in the alphabet of equals.
func most(count map[string]int) string {
	best := ""
	for k, n := range count {
		if best == "" || n > count[best] || n == count[best] && k < best {
			best = k
		}
	}
	return best
}
