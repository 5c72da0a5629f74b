package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findUnlisted marks parties that no list knows: capitalised words of which
// the last is a noun such as Movement, Front or Army ("the Free Aceh
// Movement"), and later the abbreviation given behind them in brackets.
// Languages without such nouns have no class "party-noun" and find none.
func (d *document) findUnlisted() {
	class, ok := d.lang.class["party-noun"]
	if !ok {
		return
	}
	if !d.lang.cased {
		d.findBodies()
		d.definiteForms(class)
		return
	}
	d.unlisted = map[string]bool{}
	short := map[string]string{}              // abbreviation to id
	known := make([]bool, len(d.text.Tokens)) // within a party that a list knows
	for _, list := range d.mentions[kindParty] {
		for _, m := range list {
			for j := m.from; j < m.to && m.parties[0].generic == nil; j++ {
				known[j] = true
			}
		}
	}
	for i := 0; i < len(d.text.Tokens); i++ {
		if !d.nameWord(i) || d.blocks[d.text.Tokens[i].Sentence] == "" || d.isArticle(i) || i > 0 && d.nameWord(i-1) && !d.isArticle(i-1) && d.text.Tokens[i-1].Sentence == d.text.Tokens[i].Sentence {
			continue
		}
		to := d.unlistedEnd(i, class)
		if to == 0 || known[i] || known[to-1] {
			continue
		}
		id := romanise(d.text.Quote(i, to))
		d.unlisted[id] = true
		d.addParty(id, i, to)
		if d.abbreviatedAt(to) {
			short[d.text.Quote(to+1, to+2)] = id
		}
		i = to - 1
	}
	d.shortForms(class)
	d.findSeated(short)
	d.findSeatedNames(known, short)
	for i := range d.text.Tokens {
		if len(short) == 0 {
			break
		}
		if id := short[d.text.Quote(i, i+1)]; id != "" {
			d.addParty(id, i, i+1)
		}
	}
}

// findSeated marks the words with capitals that no list knows, and that a word for a
// delegation says to be a party, "la délégation du Frodebu", and keeps its name for
// where it stands alone. Languages without a class "seat-of" do not ask.
func (d *document) findSeated(short map[string]string) {
	class := d.lang.class["seat-of"]
	if class == 0 {
		return
	}
	for i := range d.where(classBit(class)) {
		from, ok := d.classAt(i, class)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] == "" || !d.follows(i, d.lang.common.delegation) {
			continue
		}
		end := d.sentenceEnd(i)
		to := from
		for ; to < min(from+3, end) && d.nameWord(to) && !d.inLexicon(to); to++ {
		}
		if to == from || to < end && d.inLexicon(to) {
			continue
		}
		id, abbreviation := romanise(d.text.Quote(from, to)), d.abbreviationBehind(to, min(to+10, end))
		if abbreviation > 0 {
			id, to = romanise(d.text.Quote(from, abbreviation-1)), abbreviation+2
			short[d.text.Quote(abbreviation, abbreviation+1)] = id
		} else if to == from+1 {
			short[d.text.Quote(from, to)] = id
		}
		d.unlisted[id] = true
		d.addParty(id, from, to)
	}
}

// abbreviationBehind is the token in capitals that stands in brackets behind nothing
// but words from token i, "… pour la défense de la démocratie (CNDD)", 0 where none does.
func (d *document) abbreviationBehind(i, end int) int {
	for ; i+2 < end && d.text.Tokens[i].Kind == text.Word; i++ {
	}
	if i+2 < end && d.abbreviatedAt(i) {
		return i + 1
	}
	return 0
}

// inLexicon tells whether the lexicon knows the word at token i as a name, or as that of
// an office.
func (d *document) inLexicon(i int) bool {
	return slices.ContainsFunc(d.at(i), func(f lexicon.Match) bool {
		return f.Kind != lexicon.Class && f.Kind != lexicon.TitleWord && f.Kind != lexicon.Topic
	})
}

// shortForms marks "the Front", "the Movement" as the only party of the
// article whose name ends so.
func (d *document) shortForms(class int) {
	full := map[string]string{}
	for _, list := range d.mentions[kindParty] {
		for _, m := range list {
			if m.to-m.from < 2 || m.parties[0].id == "" {
				continue
			}
			last := d.text.Tokens[m.to-1].Norm
			if id, ok := full[last]; ok && id != m.parties[0].id {
				full[last] = ""
				continue
			}
			full[last] = m.parties[0].id
		}
	}
	for i := 1; i < len(d.text.Tokens); i++ {
		if to, ok := d.classAt(i, class); ok && to == i+1 && d.nameWord(i) && d.isArticle(i-1) && full[d.text.Tokens[i].Norm] != "" {
			d.addParty(full[d.text.Tokens[i].Norm], i, to)
		}
	}
}

// definiteForms marks «الحركة», «الجبهة» as the only party of the article that
// is called by that noun: «حركة طالبان».
func (d *document) definiteForms(class int) {
	full := map[string]string{}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok {
			continue
		}
		for _, at := range []int{i, to} {
			for _, m := range d.mentionsIn(kindParty, at) {
				if m.parties[0].generic != nil {
					continue
				}
				id, noun := m.parties[0].id, bare(d.text.Tokens[i].Norm)
				if known, ok := full[noun]; ok && known != id {
					id = ""
				}
				full[noun] = id
			}
		}
	}
	for i := range d.where(classBit(class)) {
		for _, f := range d.at(i) {
			if f.Kind == lexicon.Class && f.Label.Class == class && f.Clitics&lexicon.Article != 0 &&
				full[bare(d.text.Tokens[i].Norm)] != "" && d.modifier(min(f.To, len(d.text.Tokens)-1)) == nil {
				d.nameAgain(full[bare(d.text.Tokens[i].Norm)], i, f.To)
			}
		}
	}
}

// nameAgain marks a definite noun as a party that was named before by it, where none is
// marked there; what the lexicon knows as a common word for a party is rather the unlisted
// one that is called so.
func (d *document) nameAgain(id string, from, to int) {
	if len(d.mentionsIn(kindParty, from)) == 0 {
		d.addParty(id, from, to)
	} else if d.unlisted[id] {
		d.takeGeneric(id, from)
	}
}

// takeGeneric lets a common word for a party at token i mean a certain one.
func (d *document) takeGeneric(id string, i int) {
	for _, m := range d.mentions[kindParty][i] {
		if m.parties[0].generic != nil {
			m.parties = partiesAt(m.from, m.to, id)
		}
	}
}

// mentionsIn lists the mentions of a kind that begin at token i, if there is
// such a token.
func (d *document) mentionsIn(k mentionKind, i int) []*mention {
	if i >= len(d.text.Tokens) {
		return nil
	}
	return d.mentions[k][i]
}

func (d *document) addParty(id string, from, to int) {
	d.addMention(&mention{kind: kindParty, from: from, to: to, parties: partiesAt(from, to, id)})
}

// unlistedEnd is where a party's name that begins at token i ends, 0 where
// there is none.
func (d *document) unlistedEnd(i, class int) int {
	end := d.sentenceEnd(i)
	to := 0
	for j := i; j < end && j < i+7; j++ {
		if f := d.entryAt(j, lexicon.Party); f != nil && f.Label.Form == lexicon.Proper && f.To > j+1 {
			return 0
		}
		if noun, ok := d.classAt(j, class); ok && j > i && d.text.Tokens[j].Upper {
			to = noun
		}
		if !d.nameWord(j) {
			if t := d.text.Tokens[j].Norm; j == i || t != "of" && t != "for" && t != "the" && t != "and" {
				break
			}
		}
	}
	return to
}

// nameWord tells whether a capitalised word stands at token i.
func (d *document) nameWord(i int) bool {
	t := &d.text.Tokens[i]
	return t.Kind == text.Word && t.Upper
}

// capitals tells whether the word at token i is written in capitals alone.
func (d *document) capitals(i int) bool {
	q := d.text.Quote(i, i+1)
	return len(q) > 1 && q == strings.ToUpper(q) && d.nameWord(i)
}

func (d *document) isArticle(i int) bool {
	_, ok := d.classAt(i, d.lang.common.article)
	return ok
}
