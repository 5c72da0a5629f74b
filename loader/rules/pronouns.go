package rules

import (
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findPronouns marks a pronoun that begins a sentence, or the clause behind its
// introduction ("Shortly after landing, he met …"), as the person whom the
// sentence before names first; in a new paragraph only where that names one.
func (d *document) findPronouns() {
	d.findSecondClauses()
	for s := 1; s < len(d.text.Sentences); s++ {
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" {
			continue
		}
		i := d.subjectOf(r)
		to, ok := d.classAt(i, d.lang.common.pronoun)
		noun := false
		if !ok {
			i, to, noun = d.subjectNoun(r)
			ok = noun
		}
		if !ok && d.speaksUnnamed(r) && d.namesOne(d.text.Sentences[s-1]) {
			for i = r.From; i < r.To-1 && d.text.Tokens[i].Kind != text.Word; i++ {
			}
			to, ok = i+1, true
		}
		if !ok || d.text.Tokens[r.From].Line && (!d.lang.before || !d.namesOne(d.text.Sentences[s-1])) {
			continue
		}
		p := d.firstPerson(d.text.Sentences[s-1])
		if d.lang.cased && (!noun || p == nil) && s > 1 && !d.text.Tokens[d.text.Sentences[s-1].From].Line && !d.actsIn(d.text.Sentences[s-1]) {
			if q := d.firstPerson(d.text.Sentences[s-2]); q != nil {
				p = q // "X came down. Mostly about a paper sent to the mediator. He calls it a joke."
			}
		}
		if p != nil {
			d.standForPerson(i, to, p)
		}
	}
}

// speaksUnnamed tells whether a sentence ends with a verb of saying and names nobody who
// could be its subject, in a language that needs no pronoun there: "Görüşmelerin zor
// geçtiğini söyledi". Languages without a class "says-at-end" do not ask.
func (d *document) speaksUnnamed(r text.Range) bool {
	class, ok := d.lang.class["says-at-end"]
	if !ok {
		return false
	}
	says := false
	for i := max(r.From+1, r.To-5); i < r.To; i++ {
		to, is := d.classAt(i, class)
		says = says || is && (to >= r.To || d.text.Tokens[to].Kind == text.Punct && to >= r.To-2)
	}
	if !says || d.text.Tokens[r.From].Kind != text.Word && d.text.Tokens[r.From].Norm != "\"" {
		return false
	}
	for i := r.From; i < r.To; i++ {
		for _, k := range [...]mentionKind{kindPerson, kindOffice, kindInstitution, kindDelegation, kindDelegations} {
			if len(d.mentions[k][i]) > 0 {
				return false
			}
		}
	}
	return len(d.mentions[kindParty][r.From])+len(d.mentions[kindAdjective][r.From]) == 0
}

// subjectNoun is the noun that begins a sentence, behind a word or two of time, and stands
// for him whom the one before names: "Mardi, la diplomate américaine s'est entretenue",
// «Утром норвежец принял». Languages without a class "who-he-is" have none.
func (d *document) subjectNoun(r text.Range) (from, to int, ok bool) {
	class, asked := d.lang.class["who-he-is"]
	for i := r.From; asked && i < min(r.From+9, r.To-1); i++ {
		if len(d.mentions[kindPerson][i])+len(d.mentions[kindParty][i]) > 0 {
			break
		}
		end, is := d.classAt(i, class)
		if !is || !d.lang.declined && !d.opensClause(i, r) {
			continue
		}
		if end < r.To && len(d.mentions[kindAdjective][end]) > 0 {
			end = d.mentions[kindAdjective][end][0].to
		}
		if end >= r.To || d.personCovers(i) || d.nameWord(end) || d.modifier(end) != nil {
			break
		}
		return i, end, true
	}
	return 0, 0, false
}

// opensClause tells whether the article at or before token i begins the sentence, or what
// stands behind its introduction.
func (d *document) opensClause(i int, r text.Range) bool {
	if d.isArticle(i - 1) {
		i--
	}
	return i <= r.From || d.text.Tokens[i-1].Norm == ","
}

// actsIn tells whether a sentence names somebody other than behind a preposition.
func (d *document) actsIn(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		for range d.mentions[kindPerson][i] {
			at := i
			if d.isArticle(at - 1) {
				at--
			}
			if _, of := d.classAt(at-1, d.lang.common.of); at == r.From || !of {
				return true
			}
		}
	}
	return false
}

// findSecondClauses marks a pronoun behind a semicolon, with which somebody
// speaks, as the only person whom the clauses before name: "Jaafari would have
// none of it; he said they were occupiers".
func (d *document) findSecondClauses() {
	for s, r := range d.text.Sentences {
		if d.blocks[s] != "body" || !d.lang.cased {
			continue
		}
		for i := r.From + 2; i < r.To-1; i++ {
			if d.text.Tokens[i].Norm != ";" {
				continue
			}
			to, ok := d.classAt(i+1, d.lang.common.pronoun)
			if _, says := d.classAt(to, d.lang.common.say); !ok || !says || to >= r.To || !d.namesOne(text.Range{From: r.From, To: i}) {
				continue
			}
			if p := d.firstPerson(text.Range{From: r.From, To: i}); p != nil {
				d.standForPerson(i+1, to, p)
			}
		}
	}
}

// subjectOf is the token at which a sentence begins, or, in a language whose
// introductions a comma ends, that behind the comma of one in which nobody acts.
func (d *document) subjectOf(r text.Range) int {
	if !d.lang.before {
		return r.From
	}
	for i := r.From; d.lang.declined && i < min(r.From+4, r.To-1) && len(d.mentions[kindPerson][i])+len(d.mentions[kindParty][i]) == 0 && d.text.Tokens[i].Kind != text.Punct; i++ {
		if _, ok := d.classAt(i, d.lang.common.pronoun); ok {
			return i // «После встречи он отметил»
		}
	}
	for i := r.From + 1; d.lang.cased && i < min(r.From+4, r.To-1); i++ {
		_, ok := d.classAt(i, d.lang.common.pronoun)
		if to, link := d.classAt(r.From, d.lang.class["chain-link"]); ok && (link && to == i || d.ends(kindDate, i, 3)) {
			return i // "On Friday he told reporters", "Later she said"
		}
	}
	for i := r.From; i < min(r.From+10, r.To-1); i++ {
		if d.text.Tokens[i].Norm == "," {
			if d.dateAt(i+1) || len(d.mentions[kindDay][i+1]) > 0 {
				continue
			}
			if _, it := d.classAt(i+1, d.lang.common.it); it {
				return i + 1
			}
			if _, ok := d.classAt(i+1, d.lang.common.pronoun); ok {
				return i + 1
			}
			if !d.isArticle(i + 1) {
				return r.From
			}
		}
		if len(d.mentions[kindPerson][i]) > 0 {
			return r.From
		}
	}
	return r.From
}

// namesOne tells whether a sentence names one person and no other.
func (d *document) namesOne(r text.Range) bool {
	var found *person
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if found != nil && m.person != found {
				return false
			}
			found = m.person
		}
	}
	return found != nil
}

// findIts marks the "it" that meets somebody as the delegation that the sentence
// before, of the same paragraph, names first: "Earlier, it held a meeting with
// the Iranian delegation." Languages without a class "it" leave it out.
func (d *document) findIts() {
	it := d.lang.common.it
	if it == 0 {
		return
	}
	for s := 1; s < len(d.text.Sentences); s++ {
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" || d.text.Tokens[r.From].Line {
			continue
		}
		i := d.subjectOf(r)
		to, ok := d.classAt(i, it)
		if !ok || !d.has(d.lang.class["met"], to, min(to+4, r.To)) && !d.has(d.lang.class["hold"], to, min(to+3, r.To)) {
			continue
		}
		for j := d.text.Sentences[s-1].From; j < d.text.Sentences[s-1].To; j++ {
			if list := d.mentions[kindDelegation][j]; len(list) > 0 {
				d.standForParties(i, to, list[0].parties)
				break
			}
		}
	}
}

// findMet marks the "him" of "came to see him" or "spent an hour with him" as the only person
// whom the text has named lately, or the only one of an organisation whom it has named before
// that sentence: the envoy. Languages without a class "him" leave it out.
func (d *document) findMet() {
	him, met := d.lang.class["him"], d.lang.class["met"]
	for i := range d.where(classBit(him)) {
		to, ok := d.classAt(i, him)
		if !ok || !d.follows(i, met) && !d.spentWith(i) || d.blocks[d.text.Tokens[i].Sentence] != "body" {
			continue
		}
		var found *person
		for j := i - 1; j >= max(0, i-130); j-- {
			for _, m := range d.mentions[kindPerson][j] {
				if found == nil {
					found = m.person
				} else if found != m.person {
					found, j = nil, -1
					break
				}
			}
		}
		if found == nil && d.lang.cased {
			found = d.envoyBefore(i)
		}
		if found != nil {
			d.standForPerson(i, to, found)
		}
	}
}

// spentWith tells whether time was spent with him who stands at token i: "spent an hour and
// a half with him". Languages without a class "spent" leave it out.
func (d *document) spentWith(i int) bool {
	class := d.lang.class["spent"]
	_, with := d.classAt(i-1, d.lang.class["with-word"])
	return class != 0 && with && d.has(class, max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-9), i)
}

// envoyBefore is the only person of an organisation whom the text names before the sentence
// of token i, in the 130 tokens before that token.
func (d *document) envoyBefore(i int) *person {
	var found *person
	for j := d.text.Sentences[d.text.Tokens[i].Sentence].From - 1; j >= max(0, i-130); j-- {
		for _, m := range d.mentions[kindPerson][j] {
			e := d.e.lexicon.Entry(lexicon.Party, d.partyOf(m.person, nil))
			if e == nil || e.Type != "organisation" || m.person == found {
				continue
			}
			if found != nil {
				return nil
			}
			found = m.person
		}
	}
	return found
}

// findQuoted marks the pronoun of a quotation's "he said", «сказал он», as the person whom
// the sentence before, of the same paragraph, names first, where its own
// sentence names nobody before it; where it begins a paragraph, as the only one whom the
// paragraph before names, in a language with a class "speaker-of-paragraph".
func (d *document) findQuoted() {
	for s := 1; s < len(d.text.Sentences); s++ {
		r := d.text.Sentences[s]
		line := d.text.Tokens[r.From].Line
		if d.blocks[s] != "body" || line && d.lang.class["speaker-of-paragraph"] == 0 || d.text.Tokens[r.From].Norm != "\"" && (line || !d.lang.cased) {
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
			if !d.saysBeside(i, to) {
				continue
			}
			before := d.text.Sentences[s-1]
			if line {
				before = d.paragraphBefore(s)
			}
			if p := d.firstPerson(before); p != nil && (!line || d.namesOne(before)) {
				d.standForPerson(i, to, p)
			}
			break
		}
	}
}

// paragraphBefore are the sentences of the paragraph that ends before sentence s.
func (d *document) paragraphBefore(s int) text.Range {
	first := s - 1
	for first > 0 && !d.text.Tokens[d.text.Sentences[first].From].Line && d.blocks[first-1] == "body" {
		first--
	}
	return text.Range{From: d.text.Sentences[first].From, To: d.text.Sentences[s-1].To}
}

// saysBeside tells whether a verb of saying stands beside the pronoun from token i to
// to, behind a comma, a dash or a quotation mark: "…", he said; «…», — сказал он; «…»,
// a-t-il dit; «…», dit-il.
func (d *document) saysBeside(i, to int) bool {
	say := d.lang.common.say
	if _, ok := d.classAt(to, say); ok && d.endsQuote(i-1) {
		return true
	}
	if d.text.Tokens[i-1].Norm == "-" {
		if i--; i > 2 && d.text.Tokens[i-1].Norm == "t" && d.text.Tokens[i-2].Norm == "-" {
			i -= 2 // "affirme-t-il"
		}
	}
	for j := i - 1; j > max(0, i-4); j-- {
		if end, ok := d.classAt(j, say); ok && end == i {
			return d.endsQuote(j - 1)
		}
	}
	return false
}

// endsQuote tells whether a mark behind which a quotation's speaker is named stands at
// token i: a comma, a dash or a quotation mark.
func (d *document) endsQuote(i int) bool {
	t := d.text.Tokens[i].Norm
	return t == "\"" || t == "," || t == "-"
}

// findHonorifics marks a title that stands for somebody, «سعادته», as the person
// named last before it, of this sentence or the two before. Languages without a
// class "honorific" leave it out.
func (d *document) findHonorifics() {
	class, ok := d.lang.class["honorific"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		s := int(d.text.Tokens[i].Sentence)
		if !ok || d.blocks[s] != "body" || to < len(d.text.Tokens) && len(d.mentions[kindPerson][to]) > 0 {
			continue
		}
		for j := i - 1; j >= d.text.Sentences[max(s-2, 0)].From; j-- {
			if list := d.mentions[kindPerson][j]; len(list) > 0 {
				d.standForPerson(i, to, list[0].person)
				break
			}
		}
	}
}

// findMan marks «الرجل» as the only person whom its sentence before it and the three sentences
// before name: «فبعد غد يدخل الرجل، على رأس وفد المعارضة». Languages without a class "the-man"
// leave it out.
func (d *document) findMan() {
	class, ok := d.lang.class["the-man"]
	if !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		s := int(d.text.Tokens[i].Sentence)
		if !ok || d.blocks[s] != "body" || to < d.sentenceEnd(i) && d.has(d.lang.class["not-the-man"], to, to+1) {
			continue
		}
		before := text.Range{From: d.text.Sentences[max(s-3, 0)].From, To: i}
		if p := d.firstPerson(before); p != nil && d.namesOne(before) {
			d.standForPerson(i, to, p)
		}
	}
}

// firstPerson is whom a sentence names first, other than to say whose somebody
// is.
func (d *document) firstPerson(r text.Range) *person {
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.to < r.To && d.text.Tokens[m.to].Norm == "'s" {
				continue // "Assad's chief delegate"
			}
			if d.lang.cased && d.isLabel(m) {
				continue // "HORAK: For Kyiv, Leonid Kuchma"
			}
			return m.person
		}
	}
	return nil
}

// isLabel tells whether a person stands at the beginning of a line, before a colon, as the
// one who speaks there.
func (d *document) isLabel(m *mention) bool {
	return d.text.Tokens[m.from].Line && m.to < len(d.text.Tokens) && d.text.Tokens[m.to].Norm == ":"
}
