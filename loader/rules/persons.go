package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findPersons marks everybody whom the article names: those of the lexicon,
// those introduced by a title or a given name, then their surnames alone.
func (d *document) findPersons() {
	n := len(d.text.Tokens)
	d.taken = sized(d.taken, n)
	taken := d.taken
	var short [][2]int // names of one word behind a title
	for i := 0; i < n; i++ {
		if taken[i] {
			continue
		}
		if f := d.entryAt(i, lexicon.Person); f != nil && f.Label.Form == lexicon.Proper {
			d.person(f.From, f.To, f.Label.Entry, taken)
			continue
		}
		if known, to := d.initialled(i); to > i {
			d.person(i, to, known, taken)
			continue
		}
		if to := d.titleEnd(i); to > i {
			at := d.quotes(to, d.sentenceEnd(i))
			if at < n && d.text.Tokens[at].Norm == "," && (!d.lang.before || d.namedApart(at+1)) {
				at = d.quotes(at+1, d.sentenceEnd(i))
			}
			if f := d.entryAt(at, lexicon.Person); f != nil && f.Label.Form == lexicon.Proper {
				i = at - 1
				continue
			}
			if _, end := d.initialled(at); end > at {
				i = at - 1
				continue
			}
			if d.aideOf(i, at, taken) {
				taken[at], i = true, at
				continue
			}
			if _, particle := d.classAt(at, d.lang.common.particle); (d.lang.cased || particle) && d.namedAgain(at) {
				i = at - 1 // "M. de Mistura", «السيد دي ميستورا», left to findSurnames
				continue
			}
			if end := d.nameEnd(at, 1); end > at && d.plausible(at, end) && (!d.articled(at) || end > at+1 && (d.entryAt(at, lexicon.Given) != nil || d.sonFollows(at+1))) {
				if d.lang.cased && end == at+1 {
					short = append(short, [2]int{at, end})
				} else {
					d.person(at, end, nil, taken)
				}
			}
			i = max(i, to-1)
			continue
		}
		if d.given(i) != nil {
			if end := d.nameEnd(i, 2); end > i && !d.firstNameAlone(i, end) {
				d.person(d.nameStart(i, taken), end, nil, taken)
			}
		}
	}
	d.findOpenNames(taken)
	d.findAliases(taken)
	d.findSurnames(taken)
	d.findTellingNames(taken)
	d.singleNames(short, taken)
	for _, list := range d.mentions[kindPerson] {
		for _, m := range list {
			d.dress(m)
		}
	}
	d.findOffices(taken)
	d.findPronouns()
	d.findQuoted()
}

// aideOf tells whether the Arabic title at token i is that of somebody else's aide, whose
// name stands in full right before or behind it, and token at has the surname of him whom he
// serves, who does nothing there: «مبعوث بوتين، ألكسندر لافرنتييف», «ميدينسكي، مساعد الرئيس بوتين».
// Languages without a class "aide-of" do not ask.
func (d *document) aideOf(i, at int, taken []bool) bool {
	to, ok := d.classAt(i, d.lang.class["aide-of"])
	if !ok || d.carriesArticle(i) {
		return false
	}
	if next, president := d.classAt(to, d.lang.class["president"]); president {
		to = next
	}
	end := d.sentenceEnd(i)
	if at != to || at >= end || d.given(at) != nil || d.nameEnd(at, 1) != at+1 {
		return false
	}
	if i >= 2 && d.text.Tokens[i-1].Norm == "," && taken[i-2] {
		return true
	}
	next := at + 1
	if next < end && d.text.Tokens[next].Norm == "," {
		next++
	}
	f := d.entryAt(next, lexicon.Person)
	return next < end && f != nil && f.Label.Form == lexicon.Proper && f.To > next+1 && f.Clitics&lexicon.Conjunction == 0
}

// articled tells whether the word at token i carries the article, which has no hamza: «السفير», but not «ألبينو».
func (d *document) articled(i int) bool {
	if !hasArticle(d.text.Tokens[i].Norm) {
		return false
	}
	word := strings.TrimLeft(d.text.Quote(i, i+1), "وفبلك")
	return !strings.HasPrefix(word, "أل") && !strings.HasPrefix(word, "إل")
}

// sonFollows tells whether "son of" stands at token i, behind a name that carries the
// article: «الصديق بن عاشور».
func (d *document) sonFollows(i int) bool {
	return d.text.Tokens[i].Norm == "بن" || d.text.Tokens[i].Norm == "ولد"
}

// namedApart tells whether the name of a title's holder stands at token i, set
// off by commas: "Kazakhstan's deputy minister, Akan Rakhmetullin, denied it".
func (d *document) namedApart(i int) bool {
	if i >= len(d.text.Tokens) {
		return false
	}
	to, end := d.nameEnd(i, 2), d.sentenceEnd(i)
	if to == i || to >= end {
		return false
	}
	_, says := d.classAt(to, d.lang.common.say)
	next := d.text.Tokens[to].Norm
	return says || next == "," || next == "." || next == ";"
}

// firstNameAlone tells whether a first name at token i, by which one person of
// the article is known, is followed by no name but by a word with a proclitic:
// «وأشاد رضوان بروح الوفدين».
func (d *document) firstNameAlone(i, end int) bool {
	if d.lang.cased || end != i+2 || d.given(i+1) != nil || proclitic(d.text.Tokens[i+1].Norm) == "" {
		return false
	}
	first := d.text.Tokens[i].Norm[d.lead(i):]
	for _, p := range d.persons {
		if word, _, more := strings.Cut(p.full, " "); more && word == first {
			return true
		}
	}
	return false
}

// nameStart is where a name begins whose given name stands at token i: a
// capitalised word before it that means nothing else belongs to it ("Abdel
// Fattah al-Burhan", "El Hadi Idris").
func (d *document) nameStart(i int, taken []bool) int {
	if !d.lang.cased || i == 0 || taken[i-1] || d.text.Tokens[i-1].Sentence != d.text.Tokens[i].Sentence {
		return i
	}
	t := &d.text.Tokens[i-1]
	if t.Kind != text.Word || !t.Upper || d.foreign(i-1) {
		return i
	}
	if _, ok := d.classAt(i-1, d.lang.common.particle); !ok && d.text.Sentences[t.Sentence].From == i-1 {
		return i // any word is capitalised there
	}
	return i - 1
}

// singleNames marks those whom the article names by a title and one word,
// "Mr Tomah", where that is nobody's surname, and again by the word alone.
func (d *document) singleNames(short [][2]int, taken []bool) {
	named := map[string]bool{}
	for _, at := range short {
		if p := d.calledBy(at[0], taken); p != nil && !taken[at[0]] {
			m := d.addMention(&mention{kind: kindPerson, from: at[0], to: at[1], person: p, persons: []*person{p}, name: at})
			p.mentions = append(p.mentions, m)
			taken[at[0]] = true
		} else if !taken[at[0]] {
			d.person(at[0], at[1], nil, taken)
			named[d.text.Tokens[at[0]].Norm] = true
		}
	}
	if len(named) == 0 {
		return
	}
	for i := range d.text.Tokens {
		t := &d.text.Tokens[i]
		if named[t.Norm] && !taken[i] && t.Upper && d.blocks[t.Sentence] != "" {
			d.person(i, i+1, nil, taken)
		}
	}
}

// calledBy is the person whose name begins with the word at token i, behind a
// title, and whom the article names in full: "Mr. Chun" of "Chun Yung-woo". It is
// nil where nobody or more than one is.
func (d *document) calledBy(i int, taken []bool) *person {
	word := d.text.Tokens[i].Norm
	var found *person
	for _, p := range d.persons {
		if first, _, more := strings.Cut(p.full, " "); more && first == word {
			if found != nil {
				return nil
			}
			found = p
		}
	}
	for j := 0; j < len(d.text.Tokens) && found == nil; j++ {
		t := &d.text.Tokens[j]
		if t.Norm != word || j == i || taken[j] || !t.Upper || d.blocks[t.Sentence] == "" {
			continue
		}
		if end := d.nameEnd(j, 2); end > j+1 && d.nameLike(j) {
			found = d.person(j, end, nil, taken).person
		}
	}
	return found
}

// personCovers tells whether the token at i lies within a person's mention.
func (d *document) personCovers(i int) bool {
	for j := max(0, i-24); j <= i; j++ {
		for _, m := range d.mentions[kindPerson][j] {
			if m.to > i {
				return true
			}
		}
	}
	return false
}

// plausible refuses a name found after a title that is a single common word.
func (d *document) plausible(from, to int) bool {
	if to-from >= 2 {
		return true
	}
	return d.text.Tokens[from].Upper || utf8.RuneCountInString(d.text.Tokens[from].Norm) > 3 && d.lang.cased && d.entryAt(from, lexicon.Given) != nil
}

func (d *document) person(from, to int, known *lexicon.Entry, taken []bool) *mention {
	return d.personBehind(d.lead(from), from, to, known, taken)
}

// personBehind marks a person whose name carries a proclitic of some bytes.
func (d *document) personBehind(lead, from, to int, known *lexicon.Entry, taken []bool) *mention {
	full := d.norms(from, to)[lead:]
	var p *person
	for _, o := range d.persons {
		if known != nil && o.known == known || known == nil && (d.sameName(o.full, full) || slices.Contains(o.others, full)) {
			p = o
		}
	}
	if p == nil {
		p = d.newPerson(known, full, d.text.Quote(from, to)[lead:])
	}
	m := d.addMention(&mention{kind: kindPerson, from: from, to: to, person: p, persons: []*person{p}, name: [2]int{from, to}, lead: lead})
	p.mentions = append(p.mentions, m)
	for i := from; i < to && taken != nil; i++ {
		taken[i] = true
	}
	return m
}

// newPerson is who bears a name that the article has not given yet. A name that
// no list has as it is written is told by its key ([lexicon.Key]): it is the
// one person of the lexicon with that key, else the one of the article, else
// somebody new, whose id is the key. What has no key is romanised.
func (d *document) newPerson(known *lexicon.Entry, full, name string) *person {
	p := &person{known: known, full: full}
	if known != nil {
		p.id = known.ID
	} else {
		if d.lang.declined {
			name = uninflected(strings.ToLower(name))
		}
		p.key = d.e.lexicon.KeyOf(name, d.lang.name == "tr")
		p.id = cmp.Or(string(p.key), romanise(name))
		if p.known = d.e.lexicon.ByKey(p.key); p.known != nil {
			p.id = p.known.ID
		}
	}
	for _, o := range d.persons {
		if o.id == p.id {
			o.others = append(o.others, full)
			return o
		}
	}
	d.persons = append(d.persons, p)
	return p
}

// lead is the length in bytes of the proclitic that the name at token i
// carries: that of وأحمد, where أحمد is a known name or part of one, or of وجبهة.
func (d *document) lead(i int) int {
	bare, noun := 0, d.lang.class["body-noun"]
	for _, f := range d.at(i) {
		switch f.Kind {
		case lexicon.Class:
			if noun == 0 || int(f.Class) != noun {
				continue
			}
			fallthrough
		case lexicon.Given, lexicon.Person, lexicon.Party, lexicon.Place, lexicon.Topic, lexicon.Process:
			if f.Clitics&(lexicon.Conjunction|lexicon.Preposition) == 0 {
				return 0
			}
			bare = len("و")
			if f.Clitics&lexicon.Conjunction != 0 && f.Clitics&lexicon.Preposition != 0 {
				bare = len("ول")
			}
		}
	}
	r := d.text.Tokens[i].Norm
	if bare > 0 && proclitic(r) == "" {
		return 0
	}
	if s := d.text.Sentences[d.text.Tokens[i].Sentence]; bare == 0 && !d.lang.cased && i > s.From+1 && d.text.Tokens[i-1].Norm == "," && strings.HasPrefix(r, "و") &&
		utf8.RuneCountInString(r) > 4 && d.has(d.lang.class["on-behalf"], max(s.From, i-7), i-1) {
		return len("و") // «X عن الأردن، وهاميرو زونتيكا عن إيران»
	}
	return bare
}

func (d *document) norms(from, to int) string {
	if to == from+1 && d.text.Tokens[from].Kind != text.Punct {
		return d.text.Tokens[from].Norm
	}
	return string(d.appendNorms(make([]byte, 0, 64), from, to))
}

func (d *document) appendNorms(b []byte, from, to int) []byte {
	at := len(b)
	for i := from; i < to; i++ {
		if d.text.Tokens[i].Kind == text.Punct {
			continue
		}
		if len(b) > at {
			b = append(b, ' ')
		}
		b = append(b, d.text.Tokens[i].Norm...)
	}
	return b
}
