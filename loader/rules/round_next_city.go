package rules

import "peacetalks/loader/lexicon"

// nextByCity marks "the meeting in Sochi", "the Sochi round" as the next round, once the
// text has said that this is to be held in that city: "to hold their next gathering in the
// Russian resort of Sochi". Languages without capitals leave it out.
func (d *document) nextByCity() {
	if !d.lang.cased || d.main == nil {
		return
	}
	next := map[string]*round{}
	process := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	for i := range d.where(0, lexicon.Place) {
		f := d.entryAt(i, lexicon.Place)
		if f == nil || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		city := f.Label.Entry.ID
		if r := next[city]; r != nil {
			if from, to := d.talksOfCity(i, f.To); to > from {
				d.addMention(&mention{kind: kindRound, from: from, to: to, round: r, relative: true})
			}
			continue
		}
		if r := d.nextNamedBefore(i); r != nil && (d.inPlace(i) || d.cityBefore(i)) && (process == nil || !d.e.sameCity(process.Place, city)) {
			next[city] = r
		}
	}
}

// nextNamedBefore is the round after the article's own that is named last within some tokens
// before token i, in its sentence; nil where none is.
func (d *document) nextNamedBefore(i int) *round {
	const reach = 8
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := i - 1; j >= max(from, i-reach); j-- {
		list := d.mentions[kindRound][j]
		if len(list) == 0 {
			continue
		}
		if r := list[0].round; r != d.main && r.process == d.main.process && (r.later || r.number > d.main.number) {
			return r
		}
		return nil
	}
	return nil
}

// talksOfCity are the tokens of "the meeting in Sochi" or "the Sochi meeting" around the
// city that stands between two tokens; empty where no noun for talks is there.
func (d *document) talksOfCity(i, end int) (from, to int) {
	talks := d.lang.common.talks
	if i >= 2 && d.inPlace(i) && d.isArticle(i-3) {
		if noun, ok := d.classAt(i-2, talks); ok && noun == i-1 {
			return i - 2, end
		}
	}
	if noun, ok := d.classAt(end, talks); ok && d.isArticle(i-1) {
		return i, noun
	}
	return 0, 0
}
