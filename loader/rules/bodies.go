package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A body is where a text without capitals names what may be a party: a noun for a body
// and what stands behind it, «جبهة تحرير أزواد», «إدارة جوبالاند», «تحالف "الأرضية"».
type body struct {
	from, to int
	noun     string
	quoted   bool
}

// findBodies marks parties that no list knows in a language without capitals: bodies that
// the text puts at the table somewhere, by their name or, of the only one that is called so,
// by its noun alone behind it: «وفد الجبهة». Languages without a class "body-noun" find none.
func (d *document) findBodies() {
	class := d.lang.class["body-noun"]
	if class == 0 {
		return
	}
	var bodies []body
	seated := map[string]bool{}     // names that sit
	nouns := map[string]int{}       // where a noun alone sits last
	called := map[string][]string{} // names, by noun
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		noun := bare(d.text.Tokens[i].Norm)
		if d.carriesArticle(i) && d.closingQuote(i) == 0 {
			if d.ofDelegation(i, 4) {
				nouns[noun] = i
			}
		} else if b := d.bodyAt(i, to); b.to > to && (len(bodies) == 0 || bodies[len(bodies)-1].to <= i) {
			b.noun = noun
			name := b.name(d)
			seated[name] = seated[name] || d.bodySits(b)
			if !slices.Contains(called[noun], name) {
				called[noun] = append(called[noun], name)
			}
			bodies = append(bodies, b)
		}
	}
	for _, b := range bodies {
		if name := b.name(d); len(called[b.noun]) == 1 && b.from < nouns[b.noun] {
			seated[name] = true
		}
	}
	d.unlisted = map[string]bool{}
	territories := d.seatTerritories(bodies, seated)
	for _, b := range bodies {
		if name := b.name(d); seated[name] {
			d.unlisted[name] = true
			d.takeGeneric(name, b.from)
			d.addParty(name, b.from, b.to)
		}
	}
	for i, name := range territories {
		d.addParty(name, i, i+1)
	}
}

// seatTerritories finds what bodies are called after where it stands alone right behind a
// word for a delegation, «وفد جوبالاند» beside «إدارة جوبالاند»: by token, the party's id. The
// bodies sit then.
func (d *document) seatTerritories(bodies []body, seated map[string]bool) map[int]string {
	called := map[string]string{}
	for _, b := range bodies {
		if b.to == b.from+2 {
			called[d.text.Tokens[b.to-1].Norm] = b.name(d)
		}
	}
	out := map[int]string{}
	for i := range d.where(classBit(d.lang.common.delegation)) {
		j, ok := d.classAt(i, d.lang.common.delegation)
		if !ok || d.carriesArticle(i) || j >= d.sentenceEnd(i) || d.blocks[d.text.Tokens[i].Sentence] == "" || d.entryAt(j, lexicon.Party) != nil {
			continue
		}
		if name := called[d.text.Tokens[j].Norm]; name != "" {
			seated[name], out[j] = true, name
		}
	}
	return out
}

// name is the id of what a body would be as a party.
func (b body) name(d *document) string {
	return romanise(strings.Trim(d.text.Quote(b.from, b.to)[d.lead(b.from):], "«»\"“”"))
}

// bodyAt reads the body whose noun ends at a token: with the marks around its name, or
// with its definite words, «القوى الديمقراطية», or a place or another name behind two bare
// words at most, «تحرير أزواد»; a territory only with a name. It ends there where nothing
// names it, or where a class "not-body" says that it is no party.
func (d *document) bodyAt(i, to int) body {
	b := body{from: i, to: to}
	for j := max(0, i-2); j <= i; j++ {
		for _, m := range d.at(j) {
			switch m.Kind {
			case lexicon.Party, lexicon.Generic, lexicon.Process, lexicon.Topic:
				if m.To > i && !(m.Kind == lexicon.Generic && m.From == i && m.To == to) {
					return b // the lexicon knows it
				}
			}
		}
	}
	end := d.sentenceEnd(i)
	if d.has(d.lang.class["not-body"], i, i+1) {
		return b
	}
	if m := d.entryAt(d.quotes(to, end), lexicon.Party); m != nil && m.Label.Entry.Type != "state" {
		return b // «حركة "فارك"»
	}
	if shut := d.closingQuote(i); shut > to {
		b.to, b.quoted = shut, true // «"المجلس الوطني لإنقاذ البحيرة"»
		return b
	}
	if shut := d.closingQuote(to + 1); shut > 0 && d.quotes(to, end) > to {
		b.to, b.quoted = shut+1, true
		return b
	}
	_, territory := d.classAt(i, d.lang.class["territory-noun"])
	bareWords, closed := 0, false
	for b.to < min(to+5, end) {
		t := &d.text.Tokens[b.to]
		if _, relative := d.classAt(b.to, d.lang.common.relative); relative || t.Kind != text.Word || b.to > to && strings.HasPrefix(t.Norm, "و") || owned(t.Norm) {
			break
		}
		if p := d.entryAt(b.to, lexicon.Place); p != nil && !closed {
			b.to, closed = p.To, true
			continue
		}
		if hasArticle(t.Norm) && t.Norm != "الي" && len(d.mentions[kindDate][b.to]) == 0 && !d.sessionAt(b.to) && (b.to > to || !territory) {
			b.to, closed = b.to+1, true
			continue
		}
		if closed || bareWords == 2 || d.hasClass(b.to) {
			break
		}
		bareWords++
		b.to++
	}
	if !closed && !territory && bareWords == 1 && (strings.HasSuffix(d.text.Tokens[to].Norm, "ي") || feminine(d.text.Tokens[to].Norm)) {
		b.to = to // «مجلس عسكري»: an adjective
	}
	return b
}

// closingQuote is the mark that closes a quotation which opens right before token i and is
// as short as a name, 0 where none does.
func (d *document) closingQuote(i int) int {
	end := d.sentenceEnd(i)
	if i == 0 || i >= end || d.quotes(i-1, end) != i {
		return 0
	}
	for k := i; k < min(i+6, end); k++ {
		if d.quotes(k, end) > k {
			return k
		}
	}
	return 0
}

// sessionAt tells whether a word for talks, a session or a delegation stands at token i.
func (d *document) sessionAt(i int) bool {
	return d.has(d.lang.common.talks, i, i+1) || d.has(d.lang.common.session, i, i+1) || d.has(d.lang.common.delegation, i, i+1)
}

// owned tells whether a folded Arabic word ends in a pronoun: «مشاركتها».
func owned(norm string) bool {
	return strings.HasSuffix(norm, "ها") || strings.HasSuffix(norm, "هم") || strings.HasSuffix(norm, "هما")
}

// hasClass tells whether the word at token i has a class, and so is hardly a name; nouns for
// bodies stand in names too, «اتحاد قوى المقاومة».
func (d *document) hasClass(i int) bool {
	if _, noun := d.classAt(i, d.lang.class["body-noun"]); noun {
		return false
	}
	return slices.ContainsFunc(d.at(i), func(f lexicon.Match) bool {
		c := int(f.Class) - d.lang.least
		return f.Kind == lexicon.Class && f.To == i+1 && c >= 0 && c < d.lang.classes && d.lang.classNames[c] != ""
	})
}

// ofDelegation tells whether a word for a delegation that is somebody's stands in the
// clause of token i, so many words before it at most: «وفد الجبهة», «وفدا الحكومة والجبهة».
func (d *document) ofDelegation(i, within int) bool {
	for j := max(d.clauseStart(i), i-within); j < i; j++ {
		if _, ok := d.classAt(j, d.lang.common.delegation); ok && !d.carriesArticle(j) {
			return true
		}
	}
	return false
}

// bodySits tells whether the text puts a body at the table where it names it.
func (d *document) bodySits(b body) bool {
	from := d.text.Sentences[d.text.Tokens[b.from].Sentence].From
	within := 4
	if b.quoted && !d.has(d.lang.class["territory-noun"], b.from, b.from+1) {
		if within = 10; d.has(d.lang.class["led-by"], b.to, min(b.to+3, d.sentenceEnd(b.from))) || d.follows(b.from, d.lang.class["represents"]) {
			return true // «"حركة التغيير" برئاسة»
		}
	}
	if d.ofDelegation(b.from, within) || d.follows(b.from, d.lang.common.representatives) {
		return true
	}
	for i := max(from, b.from-8); i < b.from; i++ {
		if _, ok := d.classAt(i, d.lang.class["between"]); ok && d.has(d.lang.common.talks, max(from, i-8), i) {
			return true
		}
	}
	if d.has(d.lang.common.delegation, b.to, min(b.to+3, d.sentenceEnd(b.from))) {
		return true // «أكدت جبهة تحرير أزواد مشاركتها بوفد»
	}
	return d.follows(b.from, d.lang.class["attends"])
}
