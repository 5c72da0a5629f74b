package rules

import (
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findNameLists marks as persons the names that nothing introduces but the list
// in which they stand: beside somebody who is known as a person ("Mohagher Iqbal,
// Michael Mastura and Miriam Coronel-Ferrer"), or behind a word that people
// follow ("the rebels' negotiators, Adoum Saleh and Idris Moussa"). Languages
// without a class "people-follow" leave it out.
func (d *document) findNameLists() {
	class := d.lang.class["people-follow"]
	if class == 0 {
		return
	}
	known := len(d.persons)
	defer func() {
		if len(d.persons) > known {
			d.findSurnames(d.taken) // "But Mahara told reporters"
		}
	}()
	for i := 1; i < len(d.text.Tokens); i++ {
		d.findApposed(i)
		d.findAged(i)
		d.findLeader(i)
		if d.text.Tokens[i].Norm != "and" || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		if list := d.nameList(i); len(list) > 1 && (d.anyPerson(list) || d.followsPeople(list[0][0], class)) {
			for _, r := range list {
				if !d.personCovers(r[0]) {
					d.stateBehind(d.person(r[0], r[1], nil, d.taken))
				}
			}
		}
	}
}

// findApposed marks as a person the name before the comma at token i, where an
// article and a title stand behind that: "Hilde Johnson, a Norwegian diplomat,".
func (d *document) findApposed(i int) {
	if d.text.Tokens[i].Norm != "," || d.blocks[d.text.Tokens[i].Sentence] != "body" || i+2 >= d.sentenceEnd(i) {
		return
	}
	if _, possessive := d.classAt(i+1, d.lang.class["possessive"]); !d.isArticle(i+1) && !possessive {
		return
	}
	to := d.titleEnd(i + 2)
	if to == i+2 || to >= d.sentenceEnd(i) || len(d.mentions[kindPerson][to]) > 0 || d.nameAt(to) > 0 {
		return
	}
	from := d.nameUpTo(i, d.text.Sentences[d.text.Tokens[i].Sentence].From)
	if from < i && !d.personCovers(from) {
		d.dress(d.person(from, i, nil, d.taken))
	}
}

// findAged marks as a person the name before the comma at token i, where an age
// stands behind that: "Nisreen Haddad, 41, is a lawyer".
func (d *document) findAged(i int) {
	t := d.text.Tokens
	if t[i].Norm != "," || d.blocks[t[i].Sentence] != "body" || i+2 >= d.sentenceEnd(i) || t[i+2].Norm != "," || t[i+1].Kind != text.Number || t[i+1].Value < 18 || t[i+1].Value > 99 {
		return
	}
	from := d.nameUpTo(i, d.text.Sentences[t[i].Sentence].From)
	if from < i && !d.personCovers(from) && d.entryAt(from, lexicon.Place) == nil && !d.dateAt(from) {
		d.person(from, i, nil, d.taken)
	}
}

// findLeader marks as a person the name behind a word such as "led by" that ends
// before token i.
func (d *document) findLeader(i int) {
	if d.text.Tokens[i-1].Norm != "by" || d.blocks[d.text.Tokens[i].Sentence] != "body" || len(d.mentions[kindPerson][i]) > 0 ||
		!d.follows(i, d.lang.class["led-by"]) && !d.follows(i, d.lang.class["represented"]) {
		return
	}
	if to := d.nameAt(i); to > 0 && to <= d.sentenceEnd(i) && !d.personCovers(i) {
		d.dress(d.person(i, to, nil, d.taken))
	}
}

// nameList is the list whose last two items the conjunction at token i joins:
// the token ranges of people and of words that may be names, none where an item
// is neither.
func (d *document) nameList(i int) [][2]int {
	from, to := d.text.Sentences[d.text.Tokens[i].Sentence].From, d.sentenceEnd(i)
	last := d.nameAt(i + 1)
	if last == 0 || last > to {
		return nil
	}
	list := [][2]int{{i + 1, last}}
	end := i
	for end > from {
		if d.text.Tokens[end-1].Norm == "," {
			end--
		}
		stop := d.beforeState(end, from)
		at := d.nameUpTo(stop, from)
		if at == stop {
			break
		}
		list = append([][2]int{{at, stop}}, list...)
		if end = at; end == from || d.text.Tokens[end-1].Norm != "," {
			break
		}
	}
	return list
}

// nameUpTo is where a name or person that ends at token end begins; end where
// there is none.
func (d *document) nameUpTo(end, from int) int {
	for j := max(from, end-24); j < end; j++ {
		for _, m := range d.mentions[kindPerson][j] {
			if m.to == end || m.short == end {
				return j
			}
		}
	}
	for j := max(from, end-5); j < end-1; j++ {
		if d.mayBeName(j) && d.nameEnd(j, 2) == end {
			return j
		}
	}
	return end
}

// beforeState is the token before "of Cuba" where that ends at token end and
// begins behind token from; end where nothing such does.
func (d *document) beforeState(end, from int) int {
	for j := max(from+2, end-4); j < end; j++ {
		if m := d.modifier(j); m == nil || m.to != end {
			continue
		}
		for k := j - 1; k > from && k >= j-2; k-- {
			if to, ok := d.classAt(k, d.lang.common.belongs); ok && (to == j || to == j-1 && d.isArticle(to)) {
				return k
			}
		}
	}
	return end
}

// nameAt is where the name or person at token i ends, 0 where there is none.
func (d *document) nameAt(i int) int {
	if list := d.mentions[kindPerson][min(i, len(d.text.Tokens)-1)]; len(list) > 0 {
		return list[0].to
	}
	if d.mayBeName(i) {
		if to := d.nameEnd(i, 2); to > i {
			return to
		}
	}
	return 0
}

// mayBeName tells whether a name may begin at token i.
func (d *document) mayBeName(i int) bool {
	return i < len(d.text.Tokens) && d.text.Tokens[i].Upper && !d.foreign(i)
}

// anyPerson tells whether somebody of a list is known as a person.
func (d *document) anyPerson(list [][2]int) bool {
	for _, r := range list {
		if len(d.mentions[kindPerson][r[0]]) > 0 {
			return true
		}
	}
	return false
}

// followsPeople tells whether a word of a class stands right before token i, or
// before the mark there.
func (d *document) followsPeople(i, class int) bool {
	if i > 0 && (d.text.Tokens[i-1].Norm == "," || d.text.Tokens[i-1].Norm == "-" || d.text.Tokens[i-1].Norm == ":") {
		i--
	}
	return d.follows(i, class)
}
