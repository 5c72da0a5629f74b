package rules

import "peacetalks/loader/lexicon"

// unnamedProcess looks for talks whose process the article does not name: a
// noun such as talks or مفاوضات with the place where they are held and the
// state whose conflict they are about. It is the lexicon's process of that
// state and place, else a new one, "<place>-<country>" or "<country>-talks";
// "" where there are no talks. It also returns the state.
func (d *document) unnamedProcess() (process, state string) {
	talks, seats := 0, 0
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
				e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
				if e != nil && e.Country != "" && e.Type != "state" {
					country[e.Country] += 2 * weight
				} else if e != nil && e.Acts != "" {
					country[e.ID] += weight
				}
			}
		}
		for _, class := range []int{d.lang.common.delegation, d.lang.common.unit} {
			if _, ok := d.classAt(i, class); ok {
				talks++
				seats++
			}
		}
		if f := d.entryAt(i, lexicon.Place); f != nil {
			place[f.Label.Entry.ID] += weight
		} else if _, ok := d.classAt(i, d.lang.common.capital); ok {
			for j := i + 1; j < min(i+3, len(d.text.Tokens)); j++ {
				if p := d.modifier(j); p != nil {
					place[d.e.capitalOf(p.parties[0].id, d.in.Published)] += weight
				}
			}
		}
	}
	if talks < 3 || seats == 0 || len(country) == 0 {
		return "", ""
	}
	c := most(country)
	for id := range place {
		if d.e.countryOf(id) == c {
			delete(place, id) // where the war is, not where the talks are
		}
	}
	process = c + "-talks"
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if e.Country == c && e.Place != "" && place[e.Place] > 0 {
			process = e.ID
		}
	}
	if process == c+"-talks" && len(place) > 0 {
		process = most(place) + "-" + c
	}
	return process, c
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
