package rules

import (
	"bytes"
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
		if to := d.titleEnd(i); to > i {
			at := d.quotes(to, d.sentenceEnd(i))
			if at < n && d.text.Tokens[at].Norm == "," && !d.lang.before {
				at = d.quotes(at+1, d.sentenceEnd(i))
			}
			if f := d.entryAt(at, lexicon.Person); f != nil && f.Label.Form == lexicon.Proper {
				i = at - 1
				continue
			}
			if d.lang.cased && d.namedAgain(at) {
				i = at - 1 // "M. de Mistura", left to findSurnames
				continue
			}
			if end := d.nameEnd(at, 1); end > at && d.plausible(at, end) && (d.lang.cased || !strings.HasPrefix(d.text.Tokens[at].Norm, "ال")) {
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
	d.findSurnames(taken)
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

// firstNameAlone tells whether a first name at token i, by which one person of
// the article is known, is followed by no name but by a word with a proclitic:
// «وأشاد رضوان بروح الوفدين».
func (d *document) firstNameAlone(i, end int) bool {
	if d.lang.cased || end != i+2 || d.given(i+1) != nil || !strings.HasPrefix(d.text.Tokens[i+1].Norm, "ب") && !strings.HasPrefix(d.text.Tokens[i+1].Norm, "ل") {
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
		if !taken[at[0]] {
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

// findOffices marks those who are named by their office alone, where only one
// person of the article was introduced with it: "the envoy", «المبعوث الأممي».
func (d *document) findOffices(taken []bool) {
	holder := map[string]*person{}
	for _, p := range d.persons {
		for _, m := range p.mentions {
			for i := m.title[0]; i < m.title[1]; i++ {
				f := d.entryAt(i, lexicon.TitleHead)
				if f == nil || f.To > m.title[1] {
					continue
				}
				word := d.headWord(f)
				if o, ok := holder[word]; ok && o != p {
					holder[word] = nil
				} else {
					holder[word] = p
				}
			}
		}
	}
	for i := range d.where(0, lexicon.TitleHead) {
		f := d.entryAt(i, lexicon.TitleHead)
		if f == nil && d.lang.cased && i > 0 && d.text.Tokens[i-1].Norm == "the" {
			f = d.stateOffice(i) // "the Syrian envoy"
		}
		if f == nil || taken[i] || d.blocks[d.text.Tokens[i].Sentence] != "body" || !d.definiteTitle(i, f) {
			continue
		}
		p := holder[d.headWord(f)]
		to := d.titleEnd(i)
		if of := d.modifier(i); p != nil && of != nil && f.From > i && d.stateOf(&party{id: d.partyOf(p, nil)}) != d.stateOf(&party{id: d.resolve(of.parties[0])}) {
			p = nil // another state's
		}
		if p == nil && to > f.To && !d.personCovers(i) {
			// "the American envoy", who is never named
			m := &mention{kind: kindOffice, from: i, to: to}
			if d.entitle(m, i, to); len(m.parties) > 0 {
				if p = d.officeBehind(i, m); p == nil {
					d.addMention(m)
				}
			}
		}
		if _, ok := d.classAt(i, d.lang.class["mediator-office"]); ok && p == nil {
			p = d.soleMediator()
		} else if p == nil || p.mentions[0].from > i {
			continue
		}
		if p == nil || d.personCovers(i) {
			continue
		}
		d.addMention(&mention{kind: kindPerson, from: i, to: to, short: f.To, person: p, persons: []*person{p}, name: p.mentions[0].name})
	}
}

// stateOffice is the head of a title that begins with a state's adjective.
func (d *document) stateOffice(i int) *lexicon.Match {
	m := d.modifier(i)
	if m == nil {
		return nil
	}
	to := d.titleEnd(i)
	for j := m.to; j < to; j++ {
		if f := d.entryAt(j, lexicon.TitleHead); f != nil {
			return f
		}
	}
	return nil
}

// soleMediator is the only person of the article who is known to act for the
// United Nations: the envoy whom nobody introduces.
func (d *document) soleMediator() *person {
	var sole *person
	for _, p := range d.persons {
		if d.partyOf(p, nil) != "un" {
			continue
		}
		if sole != nil {
			return nil
		}
		sole = p
	}
	return sole
}

func (d *document) headWord(f *lexicon.Match) string {
	return strings.TrimPrefix(d.text.Tokens[f.From].Norm[d.lead(f.From):], "ال")
}

// definiteTitle tells whether a title carries the article or stands behind it.
func (d *document) definiteTitle(i int, f *lexicon.Match) bool {
	if d.lang.name == "ru" {
		return true // it has no articles
	}
	return f.Clitics&lexicon.Article != 0 || i > 0 && (d.text.Tokens[i-1].Norm == "the" || d.text.Tokens[i-1].Norm == "le" || d.text.Tokens[i-1].Norm == "l'")
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

// findPronouns marks a pronoun that begins a sentence as the person whom the
// sentence before, of the same paragraph, names first.
func (d *document) findPronouns() {
	for s := 1; s < len(d.text.Sentences); s++ {
		i := d.text.Sentences[s].From
		to, ok := d.classAt(i, d.lang.common.pronoun)
		if !ok || d.text.Tokens[i].Line || d.blocks[s] != "body" {
			continue
		}
		if p := d.firstPerson(d.text.Sentences[s-1]); p != nil {
			d.addMention(&mention{kind: kindPerson, from: i, to: to, person: p, persons: []*person{p}, name: p.mentions[0].name})
		}
	}
}

// findQuoted marks the pronoun of a quotation's "he said" as the person whom
// the sentence before, of the same paragraph, names first, where its own
// sentence names nobody before it.
func (d *document) findQuoted() {
	for s := 1; s < len(d.text.Sentences); s++ {
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" || d.text.Tokens[r.From].Line || d.text.Tokens[r.From].Norm != "\"" && !d.lang.cased {
			continue
		}
		for i := r.From + 1; i < r.To; i++ {
			if len(d.mentions[kindPerson][i]) > 0 {
				break
			}
			to, ok := d.classAt(i, d.lang.common.pronoun)
			if !ok {
				to, ok = d.classAt(i, d.lang.class["the-speaker"])
			}
			if !ok {
				continue
			}
			if _, ok := d.classAt(to, d.lang.common.say); !ok || d.text.Tokens[i-1].Norm != "\"" && d.text.Tokens[i-1].Norm != "," {
				continue
			}
			if p := d.firstPerson(d.text.Sentences[s-1]); p != nil {
				d.addMention(&mention{kind: kindPerson, from: i, to: to, person: p, persons: []*person{p}, name: p.mentions[0].name})
			}
			break
		}
	}
}

func (d *document) firstPerson(r text.Range) *person {
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.to < r.To && d.text.Tokens[m.to].Norm == "'s" {
				continue // "Assad's chief delegate"
			}
			return m.person
		}
	}
	return nil
}

// plausible refuses a name found after a title that is a single common word.
func (d *document) plausible(from, to int) bool {
	if to-from >= 2 {
		return true
	}
	return d.text.Tokens[from].Upper || utf8.RuneCountInString(d.text.Tokens[from].Norm) > 3 && d.lang.cased && d.entryAt(from, lexicon.Given) != nil
}

func (d *document) person(from, to int, known *lexicon.Entry, taken []bool) *mention {
	lead := d.lead(from)
	full := d.norms(from, to)[lead:]
	var p *person
	for _, o := range d.persons {
		if known != nil && o.known == known || known == nil && d.sameName(o.full, full) {
			p = o
		}
	}
	if p == nil {
		p = &person{known: known, full: full}
		if known != nil {
			p.id = known.ID
		} else {
			p.id = romanise(d.text.Quote(from, to)[lead:])
			if d.lang.name == "ru" {
				p.id = romanise(uninflected(strings.ToLower(d.text.Quote(from, to))))
			}
		}
		d.persons = append(d.persons, p)
	}
	m := d.addMention(&mention{kind: kindPerson, from: from, to: to, person: p, persons: []*person{p}, name: [2]int{from, to}, lead: lead})
	p.mentions = append(p.mentions, m)
	for i := from; i < to && taken != nil; i++ {
		taken[i] = true
	}
	return m
}

// lead is the length in bytes of the proclitic that the name at token i
// carries: that of وأحمد, where أحمد is a known name or part of one.
func (d *document) lead(i int) int {
	bare := 0
	for _, f := range d.at(i) {
		switch f.Label.Kind {
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
	if r := d.text.Tokens[i].Norm; bare > 0 && !strings.HasPrefix(r, "و") && !strings.HasPrefix(r, "ف") && !strings.HasPrefix(r, "ل") && !strings.HasPrefix(r, "ب") && !strings.HasPrefix(r, "ك") {
		return 0
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
	if f == nil {
		return start
	}
	end := d.sentenceEnd(i)
	to := f.To
	for to < end {
		next := d.titleStep(d.quotes(to, end), end)
		if next <= to {
			break
		}
		to = next
	}
	return to
}

// titleStep goes over one more part of a title: another title word, a party,
// a place, or a connective with one of these behind it.
func (d *document) titleStep(i, end int) int {
	if i >= end || d.given(i) != nil || d.fullName(i) {
		return 0
	}
	if f := d.entryAt(i, lexicon.TitleHead); f != nil {
		return f.To
	}
	if f := d.entryAt(i, lexicon.TitleWord); f != nil {
		return f.To
	}
	if m := d.modifier(i); m != nil {
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

// fullName tells whether the full name of a person of the lexicon begins at
// token i.
func (d *document) fullName(i int) bool {
	f := d.entryAt(i, lexicon.Person)
	return f != nil && f.Label.Form == lexicon.Proper
}

// nameEnd reads a name of at least least words from token i; it returns i
// where there is none.
func (d *document) nameEnd(i, least int) int {
	end := d.sentenceEnd(i)
	if d.lang.cased {
		return d.nameCased(i, end, least)
	}
	return d.nameUncased(i, end, least)
}

// nameCased reads capitalised words, with the particles between them.
func (d *document) nameCased(i, end, least int) int {
	words, to := 0, i
	for j := i; j < end && words < 5; j++ {
		t := &d.text.Tokens[j]
		switch {
		case t.Kind == text.Word && t.Upper && !d.foreign(j):
			words++
			to = j + 1
			continue
		case t.Kind == text.Suffix && t.Glued && to == j && to > i && !possessive(t.Norm):
			to = j + 1
			continue
		case (t.Norm == "-" || t.Norm == ".") && t.Glued && to > i:
			continue
		}
		if _, ok := d.classAt(j, d.lang.common.particle); ok && j+1 < end && (words > 0 || d.text.Tokens[j+1].Upper) {
			continue
		}
		break
	}
	if words < least {
		return i
	}
	return to
}

func possessive(s string) bool {
	return s == "'s" || s == "'in" || s == "'un" || s == "'nin" || s == "'nun" || s == "'i" || s == "'u" || s == "'a" || s == "'e" || s == "'ya" || s == "'ye" || s == "'yi" || s == "'yu" || s == "'la" || s == "'le" || s == "'yla" || s == "'yle" || s == "'dan" || s == "'den" || s == "'da" || s == "'de" || s == "'ta" || s == "'te" || s == "'tan" || s == "'ten"
}

// foreign tells whether the word at token i is known as something else than a
// part of a name.
func (d *document) foreign(i int) bool {
	for _, f := range d.at(i) {
		switch f.Label.Kind {
		case lexicon.Party, lexicon.Generic, lexicon.Process, lexicon.Place, lexicon.Media, lexicon.TitleHead, lexicon.TitleWord, lexicon.Ordinal, lexicon.Topic:
			return true
		case lexicon.Class:
			if f.Label.Class != d.lang.common.particle && f.Label.Class != d.lang.common.and && f.To == i+1 {
				return true
			}
		}
	}
	return false
}

// nameUncased reads the words of a name in a script without capitals: up to
// four that are known as nothing else, more only after a particle (عبد, أبو,
// دي) or a given name.
func (d *document) nameUncased(i, end, least int) int {
	words, to := 0, i
	for j := i; j < end && words < 4; j++ {
		t := &d.text.Tokens[j]
		if t.Kind == text.Punct && t.Norm == "\"" && j > i && words < 3 {
			continue
		}
		if t.Kind != text.Word {
			break
		}
		if f := d.given(j); f != nil && (j == i || f.Clitics&lexicon.Conjunction == 0) {
			words++
			j = f.To - 1
			to = f.To
			continue
		}
		if d.text.Tokens[j].Norm == "الله" && words > 0 {
			to = j + 1 // «نبيل عبد الله»
			continue
		}
		if to, ok := d.classAt(j, d.lang.common.particle); ok && to < end && (j == i || !d.joined(j)) {
			continue
		}
		if d.foreign(j) || d.isCommon(j, j > i) {
			break
		}
		words++
		to = j + 1
	}
	if words < least {
		return i
	}
	return to
}

// given is the given name at token i. Folding makes one of the name علي and
// the preposition على; the letter as it stands tells them apart.
func (d *document) given(i int) *lexicon.Match {
	f := d.entryAt(i, lexicon.Given)
	if f == nil || f.Clitics&lexicon.Article != 0 || d.placeCovers(i, f.To) {
		return nil
	}
	if !d.lang.cased && d.saysWithAnd(i) {
		return nil // «ورد أيمن العاسمي»: the verb, not the name
	}
	if _, common := d.classAt(i, d.lang.common.notName); common && !d.lang.cased && d.text.Tokens[i].Norm != "علي" {
		return nil
	}
	if d.text.Tokens[i].Norm == "علي" && i+1 < len(d.text.Tokens) && strings.HasPrefix(d.text.Tokens[i+1].Norm, "ال") {
		return nil // على, written without its letter
	}
	if strings.HasSuffix(d.text.Quote(i, i+1), "ى") && f.To == i+1 {
		return nil
	}
	return f
}

// saysWithAnd tells whether the word at token i is a verb of saying behind the
// proclitic و, before another given name.
func (d *document) saysWithAnd(i int) bool {
	if i+1 >= len(d.text.Tokens) || d.entryAt(i+1, lexicon.Given) == nil && d.entryAt(i+1, lexicon.Person) == nil {
		return false
	}
	for _, f := range d.at(i) {
		if f.Label.Kind == lexicon.Class && f.Label.Class == d.lang.common.say && f.Clitics&lexicon.Conjunction != 0 {
			return true
		}
	}
	return false
}

// placeCovers tells whether a place, party or process of more words is named
// from token i.
func (d *document) placeCovers(i, to int) bool {
	for _, f := range d.at(i) {
		switch f.Label.Kind {
		case lexicon.Place, lexicon.Party, lexicon.Process, lexicon.Generic, lexicon.Media:
			if f.To > to {
				return true
			}
		}
	}
	return false
}

// nameLike tells whether a word of a script without capitals may begin a name
// that no title introduces: a given name, or a word that is neither definite
// nor of the form of a verb.
func (d *document) nameLike(i int) bool {
	if d.lang.cased || d.given(i) != nil {
		return true
	}
	norm := d.text.Tokens[i].Norm
	for _, p := range []string{"ال", "ي", "ت", "سي", "ست", "ن", "مت", "است", "لت", "لي", "ول", "وي", "وت", "لل", "با"} {
		if strings.HasPrefix(norm, p) {
			return false
		}
	}
	return true
}

// isCommon tells whether the word at token i is no part of a name: a word of
// the language's list, or of a form that names seldom have.
func (d *document) isCommon(i int, later bool) bool {
	if _, ok := d.classAt(i, d.lang.common.notName); ok {
		return true
	}
	norm := d.text.Tokens[i].Norm
	if utf8.RuneCountInString(norm) < 2 || strings.ContainsRune(d.text.Quote(i, i+1), 'ً') {
		return true // a name carries no tanwin
	}
	return later && (d.joined(i) || strings.HasPrefix(norm, "بال") || strings.HasPrefix(norm, "لل"))
}

// namedAgain tells whether what stands at token i is all of the name there, and
// the surname of somebody of the lexicon or named in full before.
func (d *document) namedAgain(i int) bool {
	end := d.nameEnd(i, 1)
	if end == i {
		return false
	}
	for _, f := range d.at(i) {
		if f.Label.Kind == lexicon.Person && f.Label.Form == lexicon.Surname && f.To == end && d.onlyBearer(i, &f) {
			return true
		}
	}
	name := d.norms(i, end)
	for _, p := range d.persons {
		if slices.Contains(d.surnamesOf(p), name) {
			return true
		}
	}
	return false
}

// findSurnames marks the later mentions of a person by surname, and those of
// the lexicon whom the article never gives in full.
func (d *document) findSurnames(taken []bool) {
	surnames := map[string]*person{}
	for _, p := range d.persons {
		for _, s := range d.surnamesOf(p) {
			if o, ok := surnames[s]; ok && o != p {
				surnames[s] = nil
				continue
			}
			surnames[s] = p
		}
	}
	d.firstNames(surnames)
	heads := d.headsOf(surnames)
	for i := range d.text.Tokens {
		if taken[i] || d.text.Tokens[i].Kind != text.Word || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		if d.mayBegin(heads, i) && d.surnameAt(i, surnames, taken) {
			continue
		}
		if f := d.entryAt(i, lexicon.Person); f != nil && f.Label.Form == lexicon.Surname && f.Clitics&lexicon.Article == 0 && !taken[f.To-1] && d.onlyBearer(i, f) {
			d.person(f.From, f.To, f.Label.Entry, taken)
		}
	}
}

// A headSet holds how words begin, more or less: what it lacks, no word of its
// names begins with.
type headSet [16]uint64

// bit is a number for the first four bytes of a word.
func (headSet) bit(word string) (int, uint) {
	h := uint32(0)
	for k := 0; k < len(word) && k < 4 && word[k] != ' '; k++ {
		h = h<<8 | uint32(word[k])
	}
	h = h * 0x9e3779b1 >> 22
	return int(h >> 6), uint(h & 63)
}

func (s *headSet) has(word string) bool {
	k, bit := s.bit(word)
	return s[k]>>bit&1 != 0
}

// headsOf is how the surnames begin.
func (d *document) headsOf(surnames map[string]*person) *headSet {
	s := &headSet{}
	for name := range surnames {
		k, bit := s.bit(name)
		s[k] |= 1 << bit
	}
	return s
}

// mayBegin tells whether a surname may begin at token i, so that it is worth
// looking for one.
func (d *document) mayBegin(heads *headSet, i int) bool {
	if d.lang.cased {
		upper := false
		for j := i; j < min(i+3, len(d.text.Tokens)); j++ {
			upper = upper || d.text.Tokens[j].Upper
		}
		if !upper {
			return false
		}
	}
	word := d.text.Tokens[i].Norm
	if d.lang.name == "ru" || heads.has(word) {
		return true // a Russian name is looked for by its stem, too
	}
	for _, p := range [...]string{"و", "ل", "ب", "ف"} {
		if bare, ok := strings.CutPrefix(word, p); ok {
			return heads.has(bare)
		}
	}
	return false
}

// firstNames adds the first names by which people without family names are
// named again ("Getachew said"): those that only one person of the article
// bears, and that are nobody's last name.
func (d *document) firstNames(surnames map[string]*person) {
	first := map[string]*person{}
	for _, p := range d.persons {
		word, _, more := strings.Cut(p.full, " ")
		if _, ok := first[word]; ok || !more || !d.lang.cased && len(word) < 8 {
			p = nil // a short Arabic word may be another, as علي is
		}
		first[word] = p
	}
	for word, p := range first {
		if _, ok := surnames[word]; !ok && p != nil {
			surnames[word] = p
		}
	}
}

// onlyBearer tells whether no other person of the lexicon bears the surname.
func (d *document) onlyBearer(i int, f *lexicon.Match) bool {
	for _, o := range d.at(i) {
		if o.Label.Kind == lexicon.Person && o.Label.Entry != f.Label.Entry && o.To == f.To {
			return false
		}
	}
	return true
}

func (d *document) surnameAt(i int, surnames map[string]*person, taken []bool) bool {
	for n := min(3, len(d.text.Tokens)-i); n > 0; n-- {
		if d.text.Tokens[i+n-1].Sentence != d.text.Tokens[i].Sentence || d.text.Tokens[i+n-1].Kind != text.Word {
			continue
		}
		d.bytes = d.appendNorms(d.bytes[:0], i, i+n)
		s := d.bytes
		for _, proclitic := range [...]string{"", "و", "ل", "ب", "ف"} {
			if !bytes.HasPrefix(s, []byte(proclitic)) {
				continue
			}
			form := s[len(proclitic):]
			p := surnames[string(form)]
			if p == nil && d.lang.name == "ru" && n == 1 {
				p = surnames[anyCase+caseStem(string(form))]
			}
			if p == nil || len(form) < 4 {
				continue
			}
			if d.lang.cased && !d.text.Tokens[i+n-1].Upper {
				continue
			}
			m := d.addMention(&mention{kind: kindPerson, from: i, to: i + n, person: p, persons: []*person{p}, name: [2]int{i, i + n}, lead: len(s) - len(form)})
			p.mentions = append(p.mentions, m)
			for k := i; k < i+n; k++ {
				taken[k] = true
			}
			return true
		}
	}
	return false
}

// surnamesOf lists the folded forms by which a person is named again: the last
// word, and with the particle before it.
func (d *document) surnamesOf(p *person) []string {
	words := strings.Fields(p.full)
	if len(words) < 2 {
		return nil
	}
	out := []string{words[len(words)-1]}
	if d.lang.name == "ru" {
		out = append(out, anyCase+caseStem(out[0]))
	}
	if len(words) >= 2 {
		out = append(out, strings.Join(words[len(words)-2:], " "))
	}
	if len(words) >= 4 {
		out = append(out, strings.Join(words[len(words)-3:], " "))
	}
	return out
}

// dress takes a person's title into the mention: the one before the name, and
// the apposition behind it.
func (d *document) dress(m *mention) {
	sentence := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	for from := max(sentence.From, m.from-18); from < m.from && m.lead == 0; from++ {
		if d.lang.cased && d.text.Tokens[from+1].Norm == "under" {
			continue // "a delegation under Deputy Minister Sousan": the title begins behind it
		}
		if to := d.titleEnd(from); to > from {
			at := d.quotes(to, m.from)
			if at < m.from && (d.text.Tokens[at].Norm == ",") {
				at = d.quotes(at+1, m.from)
				if at < m.from && at+2 >= m.from && d.lang.cased && d.titleEnd(at) == m.from {
					at = m.from // "the Special Envoy, Mr. Staffan de Mistura"
				}
			}
			if at == m.from {
				d.entitle(m, from, to)
				m = d.again(m, from)
				break
			}
		}
	}
	if at := m.from - 1; at >= sentence.From && m.title == [2]int{} && m.lead == 0 {
		// «الأمريكية هيلاري كلينتون»
		for _, p := range d.mentions[kindAdjective][at] {
			if p.to == m.from && d.introduces(at) {
				m.parties = p.parties
				m = d.again(m, at)
			}
		}
	}
	if at := m.from - 2; at >= sentence.From && d.text.Tokens[m.from-1].Norm == "'s" {
		// "Iran's Ali Asghar Khaji"
		for j := max(sentence.From, at-3); j <= at; j++ {
			if p := d.modifier(j); p != nil && p.to == m.from-1 && len(m.parties) == 0 {
				m.parties = p.parties
				d.again(m, j)
			}
		}
	}
	i := m.to
	if to, ok := d.classAt(i, d.lang.common.belongs); ok && i < sentence.To {
		// "Mikhail Bogdanov of Russia"
		for {
			next, ok := d.classAt(to, d.lang.common.filler)
			if !ok || to >= sentence.To {
				break
			}
			to = next
		}
		if p := d.modifier(to); p != nil && p.form == lexicon.Proper && p.to <= sentence.To {
			m.short, m.to, m.parties = m.to, p.to, p.parties
			return
		}
	}
	if to := d.titleEnd(min(i, len(d.text.Tokens)-1)); i < sentence.To && !d.lang.cased && to > i && !d.joined(i) && m.title == [2]int{} {
		// «أيمن سوسان معاون وزير الخارجية»
		if d.entryAt(i, lexicon.TitleHead) != nil && len(d.mentions[kindPerson][to]) == 0 {
			d.entitle(m, i, to)
			m.short, m.to = m.to, to
			return
		}
	}
	if i < sentence.To && (d.text.Tokens[i].Norm == "," || d.text.Tokens[i].Norm == "(") {
		at := d.quotes(i+1, sentence.To)
		if to, ok := d.classAt(at, d.lang.common.of); ok && d.lang.before {
			at = to
		}
		if to := d.titleEnd(at); to > at && !(d.lang.name == "ar" && d.joined(at) && to < sentence.To && len(d.mentions[kindPerson][d.quotes(to, sentence.To-1)]) > 0) {
			if m.title == [2]int{} {
				d.entitle(m, at, to)
			}
			m.short = m.to
			m.to = to
			if to < sentence.To && (d.text.Tokens[to].Norm == "," || d.text.Tokens[to].Norm == ")") {
				m.to = to + 1
			}
		}
	}
}

// introduces tells whether the adjective at token i stands for the office of the
// person named behind it: it carries the article, and belongs to no noun.
func (d *document) introduces(i int) bool {
	definite := false
	for _, f := range d.at(i) {
		definite = definite || f.Label.Kind == lexicon.Party && f.Label.Form == lexicon.Adjective && f.Clitics&lexicon.Article != 0
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
		if p := d.modifier(i); p != nil && !found {
			m.parties, found = p.parties, true
		}
	}
}
