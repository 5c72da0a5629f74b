package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findSurnames marks the later mentions of a person by surname, and those of
// the lexicon whom the article never gives in full.
func (d *document) findSurnames(taken []bool) {
	surnames := map[string]*person{}
	for _, p := range d.persons {
		if !d.lang.cased && d.unread(p) {
			continue
		}
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
		if f := d.entryAt(i, lexicon.Person); f != nil && f.Label.Form == lexicon.Surname && f.Clitics&lexicon.Article == 0 && !taken[f.To-1] && d.capitalised(f) && d.onlyBearer(i, f) {
			d.person(f.From, f.To, f.Label.Entry, taken)
		}
	}
}

// capitalised tells whether a name is written as one, in a script that has capitals:
// Şaat, but not saat.
func (d *document) capitalised(f *lexicon.Match) bool {
	for i := f.From; i < f.To; i++ {
		if d.text.Tokens[i].Upper {
			return true
		}
	}
	return !d.lang.cased
}

// unread tells whether nothing but a part of the page that is no part of the story
// names a person: «استمعوا إلينا على 99.3» names nobody.
func (d *document) unread(p *person) bool {
	return len(p.mentions) > 0 && !slices.ContainsFunc(p.mentions, func(m *mention) bool { return d.blocks[d.text.Tokens[m.from].Sentence] != "" })
}

// A headSet holds how words begin, more or less: what it lacks, no word of its
// names begins with.
type headSet [16]uint64

// bit is a number for the first eight bytes of a word.
func (headSet) bit(word string) (int, uint) {
	h := uint64(0)
	for k := 0; k < len(word) && k < 8 && word[k] != ' '; k++ {
		h = h<<8 | uint64(word[k])
	}
	h = h * 0x9e3779b97f4a7c15 >> 54
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
	if d.lang.declined || heads.has(word) {
		return true // a Russian name is looked for by its stem, too
	}
	p := proclitic(word)
	return p != "" && heads.has(word[len(p):])
}

// firstNames adds the first names by which people without family names are
// named again ("Getachew said"): those that only one person of the article
// bears, and that are nobody's last name.
func (d *document) firstNames(surnames map[string]*person) {
	first := map[string]*person{}
	for _, p := range d.persons {
		word, _, more := strings.Cut(p.full, " ")
		if _, ok := first[word]; ok || !more || !d.lang.cased && (len(word) < 8 || d.isCommonName(p)) {
			p = nil // a short Arabic word may be another, as علي is, or صباح
		}
		first[word] = p
	}
	for word, p := range first {
		if _, ok := surnames[word]; !ok && p != nil {
			surnames[word] = p
		}
	}
}

// isCommonName tells whether the first name of a person is a common word too.
func (d *document) isCommonName(p *person) bool {
	if len(p.mentions) == 0 {
		return false
	}
	_, common := d.classAt(p.mentions[0].name[0], d.lang.common.notName)
	return common
}

// onlyBearer tells whether no other person of the lexicon bears the surname.
func (d *document) onlyBearer(i int, f *lexicon.Match) bool {
	for _, o := range d.at(i) {
		if o.Kind == lexicon.Person && o.Label.Entry != f.Label.Entry && o.To == f.To {
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
		for _, lead := range [...]int{0, len(proclitic(d.text.Tokens[i].Norm))} {
			form := s[lead:]
			p := surnames[string(form)]
			if p == nil && d.lang.declined && n == 1 {
				p = surnames[anyCase+caseStem(string(form))]
			}
			if p == nil || len(form) < 4 && !d.shortName(i, i+n) {
				continue
			}
			if d.lang.cased && !d.text.Tokens[i+n-1].Upper {
				continue
			}
			if _, in := d.classAt(i, d.lang.common.in); in && n == 1 && !d.lang.cased {
				continue // «في» is not Molly Phee, «مولي في»
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

// shortName tells whether the one word of three letters at token i, in a script with
// capitals, may name somebody again: "Kim", not the month of May or a particle.
func (d *document) shortName(i, to int) bool {
	t := &d.text.Tokens[i]
	if !d.lang.cased || to != i+1 || len(t.Norm) != 3 || d.dateAt(i) {
		return false
	}
	_, common := d.classAt(i, d.lang.common.notName)
	_, particle := d.classAt(i, d.lang.common.particle)
	followed := to < len(d.text.Tokens) && d.text.Tokens[to].Upper
	return !common && !particle && !followed
}

// surnamesOf lists the folded forms by which a person is named again: the last
// word, and with the particle before it.
func (d *document) surnamesOf(p *person) []string {
	out := d.surnamesIn(p.full)
	for _, other := range p.others {
		if d.lang.cased && !strings.Contains(other, " ") {
			out = append(out, other)
		}
		out = append(out, d.surnamesIn(other)...)
	}
	if middle := d.middleName(p); middle != "" {
		out = append(out, middle)
	}
	return out
}

// surnamesIn lists them of one spelling of a full name.
func (d *document) surnamesIn(full string) []string {
	words := strings.Fields(full)
	if len(words) < 2 {
		return nil
	}
	out := []string{words[len(words)-1]}
	if words[len(words)-2] == "عبد" {
		out = nil // «السلام» is not who «محمد عبد السلام» is
	} else if d.lang.declined {
		out = append(out, anyCase+caseStem(out[0]))
	}
	if bare, ok := strings.CutPrefix(words[len(words)-1], "ال"); ok && !d.lang.cased && d.lang.class["the"] == 0 && len(bare) > 5 {
		out = append(out, bare) // a language without the article leaves it out: «نصر الحریری», later «حریری»
	}
	if len(words) >= 2 {
		out = append(out, strings.Join(words[len(words)-2:], " "))
	}
	if len(words) >= 4 {
		out = append(out, strings.Join(words[len(words)-3:], " "))
	}
	return out
}

// middleName is the second of a person's three names, where it carries the article
// and may stand alone: «الخليفة» of «مجذوب الخليفة أحمد»; "" where there is none.
func (d *document) middleName(p *person) string {
	if d.lang.cased || len(p.mentions) == 0 || p.mentions[0].name[1]-p.mentions[0].name[0] != 3 {
		return ""
	}
	i := p.mentions[0].name[0]
	for j := i; j < i+2; j++ {
		if _, ok := d.classAt(j, d.lang.common.particle); ok {
			return ""
		}
	}
	if word := d.text.Tokens[i+1].Norm; hasArticle(word) {
		return word
	}
	return ""
}
