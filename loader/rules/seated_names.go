package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findSeatedNames marks parties that no list knows in a language with capitals: letters
// alone, or a name with a noun for a body or without one, of which the text names a delegation:
// "the FPRC's chief delegate", "a team from the Montana Group", "the UPC, whose delegation is …", or
// which it also gives in letters: "the Mayombe Liberation Front (MLF)", or a side that is
// called after one, "the Anjouan opposition". It is a party wherever it stands then; the only one with its noun also by that, "the League's
// delegation". Languages without a class "body-noun" find none.
func (d *document) findSeatedNames(known []bool, short map[string]string) {
	class := d.lang.class["body-noun"]
	if class == 0 {
		return
	}
	named := map[string][][2]int{}
	var order []string
	seated := map[string]bool{}     // names that sit
	nouns := map[string]int{}       // where a noun alone sits last
	called := map[string][]string{} // names, by their last noun
	alone := map[string]bool{}      // names without a noun
	for i := 0; i < len(d.text.Tokens); i++ {
		if !d.nameWord(i) || d.isArticle(i) || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		to, noun := d.nameRun(i, class)
		if to == i+1 && noun && i > 0 && d.isArticle(i-1) {
			if d.givenSeat(i, to, noun) {
				nouns[d.text.Tokens[i].Norm] = i
			}
		} else if side := d.sideEnd(i, to, noun); side > to && !slices.Contains(known[i:to], true) {
			name := d.text.Quote(i, side)
			if named[name] == nil {
				order = append(order, name)
				called[name] = append(called[name], name)
			}
			named[name] = append(named[name], [2]int{i, side})
			seated[name] = seated[name] || d.givenSeat(i, side, true) || d.betweenSides(i)
			to = side
		} else if plain := !noun && d.plainName(i, to); !slices.Contains(known[i:to], true) && (plain || d.mayBeParty(i, to, noun)) {
			name, last := d.text.Quote(i, to), d.text.Tokens[to-1].Norm
			if named[name] == nil {
				order = append(order, name)
				called[last] = append(called[last], name)
			}
			named[name] = append(named[name], [2]int{i, to})
			alone[name] = plain
			seated[name] = seated[name] || plain && d.plainSeat(i, to) || !plain && d.givenSeat(i, to, noun) || noun && d.abbreviatedAt(to)
			if noun && d.abbreviatedAt(to) {
				short[d.text.Quote(to+1, to+2)] = romanise(name)
			}
		}
		i = to - 1
	}
	for _, name := range order {
		first := named[name][0]
		last := d.text.Tokens[first[1]-1].Norm
		if short[name] != "" || !seated[name] && (len(called[last]) > 1 || first[0] >= nouns[last]) {
			continue
		}
		if alone[name] && d.isSurname(first[0], first[1]) {
			continue
		}
		id := romanise(name)
		d.unlisted[id] = true
		for _, at := range named[name] {
			d.addParty(id, at[0], at[1])
			d.takeGeneric(id, at[1]-1)
		}
	}
	d.shortForms(class)
}

// sideEnd is where the name of a side ends that is a name alone, which the lexicon does not
// know, with a noun such as opposition or rebels: "the Anjouan opposition"; else 0. Languages
// without a class "side-noun" have none.
func (d *document) sideEnd(from, to int, noun bool) int {
	end, ok := d.classAt(to, d.lang.class["side-noun"])
	if noun || !ok || end != to+1 || d.text.Tokens[to].Upper || !d.isArticle(from-1) || !d.plainName(from, to) {
		return 0
	}
	return end
}

// betweenSides tells whether talks "between" somebody and who is named at token i are told of.
func (d *document) betweenSides(i int) bool {
	first := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for j := max(first, i-8); j < i; j++ {
		if _, ok := d.classAt(j, d.lang.class["between"]); ok && d.has(d.lang.common.talks, max(first, j-8), j) {
			return true
		}
	}
	return false
}

// nameRun is where the words with capitals end that begin at token i, "of the" and the like
// between them included, and whether a noun for a body is among them.
func (d *document) nameRun(i, class int) (to int, noun bool) {
	end, complement := d.sentenceEnd(i), false
	to = i
	for j := i; j < min(i+11, end); j++ {
		if d.text.Tokens[j].Kind == text.Suffix && !noun && j+1 < end && d.nameWord(j+1) {
			continue // "the United People's Alliance"
		}
		if !d.nameWord(j) {
			switch d.text.Tokens[j].Norm {
			case "of", "for":
				complement = noun
				continue
			case "the":
				continue
			case "and":
				if complement && j+1 < end && d.nameWord(j+1) {
					continue // "the Union for Peace and Unity"
				}
			}
			break
		}
		if to < j && !noun && d.text.Tokens[j-1].Kind != text.Suffix {
			break // "Rome of the Front"
		}
		_, of := d.classAt(j, class)
		noun, to = noun || of, j+1
	}
	return to, noun
}

// mayBeParty tells whether a name that the lexicon does not know may be a party's: three
// letters alone or more, or words of which one is a noun for a body.
func (d *document) mayBeParty(from, to int, noun bool) bool {
	for j := from; j < to; j++ {
		for _, m := range d.at(j) {
			switch m.Kind {
			case lexicon.Party, lexicon.Process, lexicon.Person:
				return false
			case lexicon.Generic:
				if !noun || m.To > j+1 {
					return false
				}
			case lexicon.Topic:
				return false // "the Ceasefire Committee"
			case lexicon.Place, lexicon.Given, lexicon.TitleWord:
				if !noun {
					return false
				}
			}
		}
		if _, ministry := d.classAt(j, d.lang.class["ministry"]); ministry {
			return false
		}
	}
	if d.has(d.lang.class["not-body"], from, to) || from > 0 && d.text.Tokens[from-1].Kind == text.Suffix {
		return false
	}
	if slices.ContainsFunc(d.mentions[kindParty][from], func(m *mention) bool { return m.to >= to }) {
		return false
	}
	return noun && to > from+1 || to == from+1 && d.capitals(from) && len(d.text.Tokens[from].Norm) > 2 && len(d.mentions[kindMedia][from]) == 0
}

// plainName tells whether the lexicon knows no word of a name but as a region's, and it may
// be that of a people or a body, "the Murle delegation": it is no adjective, and does not stand
// where any word has a capital, or behind "in".
func (d *document) plainName(from, to int) bool {
	s := d.text.Tokens[from].Sentence
	if d.blocks[s] != "body" || from == d.text.Sentences[s].From || d.follows(from, d.lang.common.in) || d.text.Tokens[from-1].Kind == text.Punct && d.text.Tokens[from-1].Norm != "," {
		return false
	}
	for j := from; j < to; j++ {
		if d.capitals(j) || slices.ContainsFunc(d.at(j), func(f lexicon.Match) bool { return f.Kind != lexicon.Region }) {
			return false
		}
	}
	name := d.text.Tokens[to-1].Norm
	for _, end := range []string{"ish", "ese", "ian"} {
		if strings.HasSuffix(name, end) {
			return false // the adjective of a state or a people
		}
	}
	return true
}

// isSurname tells whether the last word of a name stands behind another word with a capital
// somewhere, as somebody's surname does.
func (d *document) isSurname(from, to int) bool {
	name := d.text.Tokens[to-1].Norm
	for i := 1; i < len(d.text.Tokens); i++ {
		if d.text.Tokens[i].Norm == name && d.nameWord(i-1) && !d.isArticle(i-1) && (to == from+1 || d.text.Tokens[i-1].Norm != d.text.Tokens[to-2].Norm) {
			return true
		}
	}
	return false
}

// plainSeat tells whether the text speaks of a delegation of a people or a body that it calls
// by a name alone: "the Murle delegation", "the delegation of Miyetti Allah".
func (d *document) plainSeat(from, to int) bool {
	_, team := d.classAt(to, d.lang.class["plain-team"])
	behind := d.teamAt(to)
	if behind && to < d.sentenceEnd(from) && !team && (d.isArticle(from-1) || d.text.Tokens[from-1].Kind == text.Number || !d.text.Tokens[from-1].Upper) {
		return true
	}
	j := from
	if d.isArticle(j - 1) {
		j--
	}
	if j == 0 || d.text.Tokens[j-1].Norm != "of" {
		return false
	}
	_, team = d.classAt(j-2, d.lang.class["plain-team"])
	end, whole := d.classAt(j-2, d.lang.common.delegation)
	return whole && end == j-1 && !team
}

// givenSeat tells whether the text speaks of a delegation of the party named between two
// tokens; of letters alone "team" does not tell: "the TV team".
func (d *document) givenSeat(from, to int, noun bool) bool {
	end := d.sentenceEnd(from)
	team := func(i int) bool {
		delegation := d.teamAt(i)
		_, chief := d.classAt(i, d.lang.class["chief-negotiator"])
		_, plain := d.classAt(i, d.lang.class["plain-team"])
		return i < end && (delegation && (noun || !plain) || chief)
	}
	next := to
	if next < end && d.text.Tokens[next].Kind == text.Suffix {
		next++
	}
	if team(next) || next > to && d.has(d.lang.common.delegation, next, min(next+3, end)) {
		return true
	}
	if _, whose := d.classAt(to+1, d.lang.class["possessive"]); whose && to+2 < end && d.text.Tokens[to].Norm == "," && team(to+2) {
		return true
	}
	j := from
	if j > 0 && d.isArticle(j-1) {
		j--
	}
	if d.follows(j, d.lang.common.delegation) {
		return true // "that of the Highlands Council"
	}
	if j == 0 || !slices.Contains([]string{"of", "from", "for"}, d.text.Tokens[j-1].Norm) {
		return false
	}
	return d.follows(j-1, d.lang.common.delegation) || d.follows(j-1, d.lang.class["chief-negotiator"])
}

// teamAt tells whether a word for a delegation stands at token i that may have its party before
// it, which words such as "that of" have not: "X led the government team and Eugenio Manuvakola that of UNITA".
func (d *document) teamAt(i int) bool {
	end, ok := d.classAt(i, d.lang.common.delegation)
	if !ok || end == i+1 {
		return ok
	}
	_, of := d.classAt(end-1, d.lang.common.of)
	return !of
}

// abbreviatedAt tells whether letters alone stand in brackets at token i: "(UPA)".
func (d *document) abbreviatedAt(i int) bool {
	return i+2 < len(d.text.Tokens) && d.text.Tokens[i].Norm == "(" && d.text.Tokens[i+2].Norm == ")" && d.capitals(i+1)
}
