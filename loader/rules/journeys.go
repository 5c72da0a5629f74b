package rules

import "peacetalks/loader/lexicon"

// goesHome tells whether what matched from a token to another tells of a journey
// to a place in the state whose conflict the talks are about, where they do not
// usually meet: "the envoy flew to Damascus". Languages without a class
// "journey" leave it out.
func (d *document) goesHome(from, to int) bool {
	class := d.lang.class["journey"]
	if class == 0 || d.country == "" {
		return false
	}
	for i := from; i < to; i++ {
		next, ok := d.classAt(i, class)
		if !ok || next > to+1 {
			continue
		}
		f := d.entryAt(next, lexicon.Place)
		if f == nil {
			continue
		}
		place := f.Label.Entry.ID
		if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); d.e.countryOf(place) == d.country && (p == nil || d.e.countryOf(p.Place) != d.country) {
			return true
		}
	}
	return false
}
