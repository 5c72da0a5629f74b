package rules

import (
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findSeatedNames marks parties that no list knows in a language with capitals: a name
// which the text gives a delegation, "the FPRC's chief delegate", "a team from the Montana
// Group", "the UPC, whose delegation is …", or which has a noun for a body and is abbreviated,
// "the Mayombe Liberation Front (MLF)", or listed where a delegation is spoken of. It is a party wherever it stands then. Languages without a
// class "body-noun" find none.
func (d *document) findSeatedNames(known []bool, short map[string]string) {
	class := d.lang.class["body-noun"]
	if class == 0 {
		return
	}
	named := map[string][][2]int{}
	var order []string
	seated := map[string]bool{} // the names and the nouns that sit
	for i := 0; i < len(d.text.Tokens); i++ {
		if !d.nameWord(i) || d.isArticle(i) || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		to, noun := d.nameRun(i, class)
		if to == i+1 && noun && i > 0 && d.isArticle(i-1) {
			seated[d.text.Tokens[i].Norm] = seated[d.text.Tokens[i].Norm] || d.givenSeat(i, to)
		} else if !slices.Contains(known[i:to], true) && d.mayBeParty(i, to, noun) {
			name := d.text.Quote(i, to)
			if named[name] == nil {
				order = append(order, name)
			}
			named[name] = append(named[name], [2]int{i, to})
			seated[name] = seated[name] || d.givenSeat(i, to) || noun && (d.abbreviatedAt(to) || d.amongSeated(i))
		}
		i = to - 1
	}
	for _, name := range order {
		last := d.text.Tokens[named[name][0][1]-1].Norm
		if short[name] != "" || !seated[name] && !seated[last] {
			continue
		}
		id := romanise(name)
		d.unlisted[id] = true
		for _, at := range named[name] {
			d.addParty(id, at[0], at[1])
			if d.abbreviatedAt(at[1]) {
				short[d.text.Quote(at[1]+1, at[1]+2)] = id
			}
		}
	}
	d.shortForms(class)
}

// nameRun is where the words with capitals end that begin at token i, "of the" and the like
// between them included, and whether a noun for a body is among them.
func (d *document) nameRun(i, class int) (to int, noun bool) {
	end := d.sentenceEnd(i)
	to = i
	for j := i; j < min(i+8, end); j++ {
		if d.text.Tokens[j].Kind == text.Suffix && !noun && j+1 < end && d.nameWord(j+1) {
			continue // "the United People's Alliance"
		}
		if !d.nameWord(j) {
			if t := d.text.Tokens[j].Norm; t != "of" && t != "for" && t != "the" && t != "and" || t == "and" && !noun {
				break
			}
			continue
		}
		if to < j && !noun && d.text.Tokens[j-1].Kind != text.Suffix {
			break // "Rome of the Front"
		}
		_, of := d.classAt(j, class)
		noun, to = noun || of, j+1
	}
	return to, noun
}

// mayBeParty tells whether a name that the lexicon does not know may be a party's: letters
// alone, what ends in a noun for a body, or words behind the article.
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
			case lexicon.Place, lexicon.Given, lexicon.Topic, lexicon.TitleWord:
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
	return noun && to > from+1 || to == from+1 && d.capitals(from) || to > from+1 && from > 0 && d.isArticle(from-1)
}

// givenSeat tells whether the text speaks of a delegation of the party named between two
// tokens.
func (d *document) givenSeat(from, to int) bool {
	end := d.sentenceEnd(from)
	team := func(i int) bool {
		_, delegation := d.classAt(i, d.lang.common.delegation)
		_, chief := d.classAt(i, d.lang.class["chief-negotiator"])
		return i < end && (delegation || chief)
	}
	next := to
	if next < end && d.text.Tokens[next].Kind == text.Suffix {
		next++
	}
	if team(next) || next > to && d.has(d.lang.common.delegation, next, min(next+3, end)) {
		return true
	}
	if to+2 < end && d.text.Tokens[to].Norm == "," && d.text.Tokens[to+1].Norm == "whose" && team(to+2) {
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

// abbreviatedAt tells whether letters alone stand in brackets at token i: "(UPA)".
func (d *document) abbreviatedAt(i int) bool {
	return i+2 < len(d.text.Tokens) && d.text.Tokens[i].Norm == "(" && d.text.Tokens[i+2].Norm == ")" && d.capitals(i+1)
}

// amongSeated tells whether a name at token i stands in a list in a sentence that speaks of
// a delegation: "the Government, whose delegation …; and the Democratic Sector".
func (d *document) amongSeated(i int) bool {
	if i > 0 && d.isArticle(i-1) {
		i--
	}
	s := d.text.Sentences[d.text.Tokens[i].Sentence]
	return i > s.From && slices.Contains([]string{",", ";", ":", "and"}, d.text.Tokens[i-1].Norm) && d.has(d.lang.common.delegation, s.From, s.To)
}
