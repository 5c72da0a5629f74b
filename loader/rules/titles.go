package rules

import (
	"strings"

	"peacetalks/loader/lexicon"
)

// titleEnd reads a title from token i: "the special representative of the
// Russian president for Syria", «كبير مساعدي وزير الخارجية للشؤون السياسية».
// It returns i where there is none.
func (d *document) titleEnd(i int) int {
	f := d.entryAt(i, lexicon.TitleHead)
	start := i
	if f == nil && d.lang.before {
		// "Deputy Foreign Minister", "U.N. envoy": the head comes last.
		j := i
		for steps := 0; steps < 8 && j < len(d.text.Tokens); steps++ {
			if f = d.entryAt(j, lexicon.TitleHead); f != nil {
				break
			}
			if w := d.entryAt(j, lexicon.TitleWord); w != nil {
				j = w.To
			} else if m := d.modifier(j); m != nil {
				j = m.to
			} else if d.text.Tokens[j].Norm == "'s" && j > i {
				j++
			} else {
				return start
			}
		}
	}
	if f == nil || d.noTitle(i, f.To) {
		return start
	}
	if to, led := d.classAt(max(i-1, 0), d.lang.class["led-by"]); led && to > f.To {
		return start // «делегация во главе с послом»
	}
	end := d.sentenceEnd(i)
	to := f.To
	for j := i + 1; j < f.To && !d.lang.cased; j++ {
		if m := d.modifier(j); m != nil {
			to = max(to, m.to) // «رئيس وفد المعارضة», where the last two are one name
		}
	}
	for to < end {
		next := d.titleStep(d.quotes(to, end), end)
		if next <= to || d.metTitle(to) || d.metTeam(i, to) {
			break
		}
		to = next
	}
	return to
}

// metTitle tells whether the Arabic title at token i carries the ب of him who is
// met, and so is no part of the one before: «اجتمع المبعوث الروسي برئيس الوفد».
func (d *document) metTitle(i int) bool {
	return !d.lang.cased && strings.HasPrefix(d.text.Tokens[i].Norm, "ب") && d.entryAt(i, lexicon.TitleHead) != nil && d.prefixed(i)
}

// metTeam tells whether an Arabic delegation at token i is whom he met whose title
// begins at a token before, and so no part of that: «التقى المبعوث الوفد الروسي»,
// «اجتمع المبعوث الأممي بوفد المعارضة».
func (d *document) metTeam(from, i int) bool {
	if d.lang.cased || i == from {
		return false
	}
	if _, team := d.classAt(i, d.lang.common.delegation); !team {
		return false
	}
	norm := d.text.Tokens[i].Norm
	return d.prefixed(i) && strings.HasPrefix(norm, "ب") || hasArticle(d.text.Tokens[from].Norm) && hasArticle(d.text.Tokens[i-1].Norm) && !ofWhom(norm)
}

// titleStep goes over one more part of a title: another title word, a party,
// a place, or a connective with one of these behind it.
func (d *document) titleStep(i, end int) int {
	if i >= end || d.given(i) != nil || d.fullName(i) || d.othersJoin(i) {
		return 0
	}
	if f := d.entryAt(i, lexicon.TitleHead); f != nil {
		return f.To
	}
	m := d.modifier(i)
	if f := d.entryAt(i, lexicon.TitleWord); f != nil && (m == nil || d.lang.cased || m.to <= f.To) {
		return f.To
	}
	if m != nil {
		return m.to
	}
	if f := d.entryAt(i, lexicon.Place); f != nil {
		return f.To
	}
	if to, ok := d.classAt(i, d.lang.common.ministry); ok {
		return to
	}
	if d.text.Tokens[i].Norm == "'s" || d.text.Tokens[i].Norm == "-" {
		return i + 1
	}
	for _, c := range []int{d.lang.common.of, d.lang.common.and} {
		if to, ok := d.classAt(i, c); ok {
			if next := d.titleStep(d.quotes(to, end), end); next > to {
				return next
			}
		}
	}
	return 0
}

// othersJoin tells whether an Arabic noun for a delegation or for several people at token
// i, with its و, names others than the title before it: «المفاوضين الإيرانيين ووفد
// المعارضة».
func (d *document) othersJoin(i int) bool {
	if d.lang.cased || !d.joined(i) {
		return false
	}
	_, delegation := d.classAt(i, d.lang.common.delegation)
	_, people := d.classAt(i, d.lang.common.representatives)
	return delegation || people
}

// fullName tells whether the full name of a person of the lexicon begins at
// token i.
func (d *document) fullName(i int) bool {
	f := d.entryAt(i, lexicon.Person)
	return f != nil && f.Label.Form == lexicon.Proper
}

// dress takes a person's title into the mention: the one before the name, and
// the apposition behind it.
func (d *document) dress(m *mention) {
	m = d.titleBefore(m)
	m = d.stateBefore(m)
	if !d.stateBehind(m) && !d.titleBehind(m) {
		d.apposition(m)
	}
	d.ownedTitle(m)
}

// ownedTitle takes the only party that the sentence names before "its ambassador"
// for the one whose he is: "The United States left its seat to George Krol, its
// ambassador in Kazakhstan". Languages without a class "its-own" leave it out.
func (d *document) ownedTitle(m *mention) {
	own, i := d.lang.class["its-own"], m.title[0]
	if own == 0 || i == 0 || len(m.parties) > 0 || m.person.known != nil && m.person.known.Party != "" || !d.follows(i, own) {
		return
	}
	for j := d.text.Sentences[d.text.Tokens[i].Sentence].From; j < i; j++ {
		for _, p := range d.mentions[kindParty][j] {
			if len(m.parties) > 0 && m.parties[0].id != p.parties[0].id {
				m.parties = nil
				return
			}
			m.parties = p.parties
		}
	}
}

// titleBefore takes the title that leads to a name, with at most a comma
// between; the mention that begins with it is a new one.
func (d *document) titleBefore(m *mention) *mention {
	for from := max(d.text.Sentences[d.text.Tokens[m.from].Sentence].From, m.from-18); from < m.from && m.lead == 0; from++ {
		if d.lang.cased && d.text.Tokens[from+1].Norm == "under" {
			continue // "a delegation under Deputy Minister Sousan": the title begins behind it
		}
		to := d.titleEnd(from)
		if to == from {
			continue
		}
		at := d.quotes(to, m.from)
		if at < m.from && d.text.Tokens[at].Norm == "," {
			at = d.quotes(at+1, m.from)
			if at < m.from && at+2 >= m.from && d.lang.cased && d.titleEnd(at) == m.from {
				at = m.from // "the Special Envoy, Mr. Staffan de Mistura"
			}
		}
		if at == m.from {
			d.entitle(m, from, to)
			whole := d.again(m, from)
			if f := d.entryAt(to-1, lexicon.TitleHead); f != nil && f.To == to && to-1 > from && !d.lang.cased {
				d.again(m, to-1) // «رئيس الوفد … الدكتور بشار الجعفري»
			}
			return whole
		}
	}
	return m
}

// stateBefore takes the state that stands for the office of the person named
// behind it: «الأمريكية هيلاري كلينتون», "Iran's Ali Asghar Khaji".
func (d *document) stateBefore(m *mention) *mention {
	start := d.text.Sentences[d.text.Tokens[m.from].Sentence].From
	if at := m.from - 1; at >= start && m.title == [2]int{} && m.lead == 0 {
		for _, p := range d.mentions[kindAdjective][at] {
			if p.to == m.from && d.introduces(at) {
				m.parties = p.parties
				m = d.again(m, at)
			}
		}
	}
	if at := m.from - 2; at >= start && d.text.Tokens[m.from-1].Norm == "'s" {
		for j := max(start, at-3); j <= at; j++ {
			if p := d.modifier(j); p != nil && p.to == m.from-1 && len(m.parties) == 0 {
				m.parties = p.parties
				d.again(m, j)
			}
		}
	}
	return m
}

// stateBehind takes the state that a name's bearer is of, and tells whether
// there is one: "Mikhail Bogdanov of Russia".
func (d *document) stateBehind(m *mention) bool {
	end := d.sentenceEnd(m.from)
	to, ok := d.classAt(m.to, d.lang.common.belongs)
	if !ok || m.to >= end {
		return false
	}
	for to < end {
		next, ok := d.classAt(to, d.lang.common.filler)
		if !ok {
			break
		}
		to = next
	}
	p := d.modifier(to)
	if p == nil || p.form != lexicon.Proper || p.to > end {
		return false
	}
	m.short, m.to, m.parties = m.to, p.to, p.parties
	return true
}

// titleBehind takes the title that follows a name without a comma in a script
// without capitals, and tells whether there is one: «أيمن سوسان معاون وزير
// الخارجية».
func (d *document) titleBehind(m *mention) bool {
	i := m.to
	if d.lang.cased || i >= d.sentenceEnd(m.from) || m.title != [2]int{} || d.joined(i) || d.entryAt(i, lexicon.TitleHead) == nil {
		return false
	}
	to := d.titleEnd(i)
	if to == i || len(d.mentions[kindPerson][to]) > 0 {
		return false
	}
	d.entitle(m, i, to)
	m.short, m.to = m.to, to
	return true
}

// apposition takes the title that stands behind a name between commas or
// brackets.
func (d *document) apposition(m *mention) {
	i, end := m.to, d.sentenceEnd(m.from)
	if i >= end || d.text.Tokens[i].Norm != "," && d.text.Tokens[i].Norm != "(" {
		return
	}
	at := d.quotes(i+1, end)
	if to, ok := d.classAt(at, d.lang.common.of); ok && d.lang.before {
		at = to
	}
	to := d.titleEnd(at)
	if to <= at || (d.joined(at) || d.lang.cased) && to < end && len(d.mentions[kindPerson][d.quotes(to, end-1)]) > 0 {
		return // a list goes on: «فلان، ونائب الوزير فلان»
	}
	if m.title == [2]int{} {
		d.entitle(m, at, to)
	}
	m.short, m.to = m.to, to
	if to < end && (d.text.Tokens[to].Norm == "," || d.text.Tokens[to].Norm == ")") {
		m.to = to + 1
	}
}

// introduces tells whether the adjective at token i stands for the office of the
// person named behind it: it carries the article, and belongs to no noun.
func (d *document) introduces(i int) bool {
	definite := false
	for _, f := range d.at(i) {
		definite = definite || f.Kind == lexicon.Party && f.Label.Form == lexicon.Adjective && f.Clitics&lexicon.Article != 0
	}
	if !definite || i == d.text.Sentences[d.text.Tokens[i].Sentence].From {
		return definite
	}
	return d.joined(i) || !d.attributed(i-1)
}

// entitle records a title, and the party that it names.
func (d *document) entitle(m *mention, from, to int) {
	m.title = [2]int{from, to}
	found := false
	for i := from; i < to; i++ {
		if end, ok := d.classAt(i, d.lang.common.posted); ok {
			// An ambassador to Kazakhstan is not Kazakhstan's.
			if p := d.modifier(d.quotes(end, to)); p != nil {
				d.posted[p.from] = true
				i = p.to - 1
				continue
			}
		}
		if p := d.modifier(i); p != nil && (d.ambassadorTo(p) || d.envoyOn(p)) {
			d.posted[p.from] = true
			i = p.to - 1
		} else if p != nil && !found {
			if found = true; d.lang.cased && d.titleSays(d.lang.class["former"], m.title) {
				continue // "former Finnish President Martti Ahtisaari" acts for nobody
			}
			m.parties = p.parties
		}
	}
}

// ambassadorTo tells whether a party stands before a word for a state's ambassador, who is
// posted to it: "Syria's U.N. ambassador". Languages without a class "ambassador" do not ask.
func (d *document) ambassadorTo(m *mention) bool {
	class, ok := d.lang.class["ambassador"]
	if !ok || !d.e.mediators[m.parties[0].id] {
		return false
	}
	_, ok = d.classAt(m.to, class)
	return ok
}

// envoyOn tells whether a party is the state torn by a conflict and stands before a word
// for an office that deals with it: "Dışişleri Bakanlığı Suriye Genel Müdürü". Languages
// without a class "office-on" do not ask.
func (d *document) envoyOn(m *mention) bool {
	class, ok := d.lang.class["office-on"]
	if !ok {
		return false
	}
	e := d.e.lexicon.Entry(lexicon.Party, m.parties[0].id)
	_, on := d.classAt(m.to, class)
	return on && e != nil && e.Acts != ""
}

// titleSays tells whether a title, or the word before it, has a word of a class,
// such as those that say that it was held once.
func (d *document) titleSays(class int, title [2]int) bool {
	return d.has(class, max(0, title[0]-1), title[1])
}
