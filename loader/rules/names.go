package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

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
		case t.Kind == text.Word && t.Upper && (!d.foreign(j) || words > 0 && d.sayInName(j)):
			words++
			to = j + 1
			continue
		case t.Kind == text.Suffix && t.Glued && to == j && to > i && !possessive(t.Norm):
			to = j + 1
			continue
		case (t.Norm == "-" || t.Norm == ".") && t.Glued && to > i:
			continue
		case j == to+1 && to > i && d.secondSyllable(j):
			to = j + 1
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

// sayInName tells whether the word at token j, with a capital within a sentence, is a given
// name that is a verb of saying too: "Houmed Said led it".
func (d *document) sayInName(j int) bool {
	to, says := d.classAt(j, d.lang.common.say)
	return says && to == j+1 && d.given(j) != nil && d.blocks[d.text.Tokens[j].Sentence] == "body"
}

// secondSyllable tells whether the word at token j is the small half of a hyphened
// given name, "Yung-woo", "Jae-in". Languages without a class "not-syllable" ("Haftar-held")
// have none.
func (d *document) secondSyllable(j int) bool {
	class, ok := d.lang.class["not-syllable"]
	if _, is := d.classAt(j, class); !ok || is {
		return false
	}
	t := d.text.Tokens
	return t[j].Kind == text.Word && t[j].Glued && t[j-1].Norm == "-" && t[j-1].Glued && utf8.RuneCountInString(t[j].Norm) <= 4 && !d.foreign(j)
}

func possessive(s string) bool {
	return s == "'s" || s == "'in" || s == "'un" || s == "'nin" || s == "'nun" || s == "'i" || s == "'u" || s == "'a" || s == "'e" || s == "'ya" || s == "'ye" || s == "'yi" || s == "'yu" || s == "'la" || s == "'le" || s == "'yla" || s == "'yle" || s == "'dan" || s == "'den" || s == "'da" || s == "'de" || s == "'ta" || s == "'te" || s == "'tan" || s == "'ten"
}

// foreign tells whether the word at token i is known as something else than a
// part of a name.
func (d *document) foreign(i int) bool {
	const known = 1<<lexicon.Party | 1<<lexicon.Generic | 1<<lexicon.Process | 1<<lexicon.Place | 1<<lexicon.Media |
		1<<lexicon.TitleHead | 1<<lexicon.TitleWord | 1<<lexicon.Ordinal | 1<<lexicon.Topic | 1<<lexicon.Region
	switch kinds := d.spots[i].entries; {
	case kinds&known != 0:
		return true
	case kinds>>lexicon.Class&1 == 0:
		return false
	}
	for _, f := range d.at(i) {
		if class := int(f.Class); f.Kind == lexicon.Class && class != d.lang.common.particle && class != d.lang.common.and && f.To == i+1 {
			return true
		}
	}
	return false
}

// surnameOfState tells whether the Arabic adjective of a state at token j is the surname of
// somebody whose given name stands at token i: «خالد محمود المصري». It stands before a name
// where it says where somebody comes from.
func (d *document) surnameOfState(i, j, end int) bool {
	f := d.entryAt(j, lexicon.Party)
	if f == nil || f.Label.Form != lexicon.Adjective || f.To != j+1 || f.Clitics&lexicon.Conjunction != 0 || d.given(i) == nil {
		return false
	}
	if word := d.text.Tokens[j].Norm; !strings.HasPrefix(word, "ال") || !strings.HasSuffix(word, "ي") {
		return false
	}
	return j+1 >= end || d.given(j+1) == nil && d.entryAt(j+1, lexicon.Person) == nil
}

// nameUncased reads the words of a name in a script without capitals: up to
// four that are known as nothing else, more only after a particle (عبد, أبو,
// دي) or a given name.
func (d *document) nameUncased(i, end, least int) int {
	words, to := 0, i
	for j := i; j < end && words < 4; j++ {
		t := &d.text.Tokens[j]
		if t.Kind == text.Punct && t.Norm == "\"" && j > i && words < 3 {
			if d.opensSpeech(j, i, end) {
				break // «قال دقلو "أننا لن نغادر"»
			}
			continue
		}
		if t.Kind != text.Word {
			break
		}
		if j+1 < end && strings.TrimLeft(d.text.Tokens[j].Norm, "وبل") == "عبد" && strings.HasPrefix(d.text.Tokens[j+1].Norm, "ال") && (j == i || !d.joined(j)) {
			words++ // «معين عبد الملك», though a king is one too
			j++
			to = j + 1
			continue
		}
		if f := d.entryAt(j, lexicon.Person); j > i && f != nil && f.Label.Form == lexicon.Proper && f.To > j+1 && f.Clitics&lexicon.Conjunction == 0 && d.given(i) == nil {
			break // «مبعوث بوتين ألكسندر لافرنتييف»
		}
		if f := d.given(j); f != nil && (j == i || f.Clitics&lexicon.Conjunction == 0) {
			words++
			j = f.To - 1
			to = f.To
			continue
		}
		if end, ok := d.classAt(j, d.lang.class["name-end"]); ok && words > 0 {
			to = end // «نبيل عبد الله»
			continue
		}
		if past, ok := d.classAt(j, d.lang.common.particle); ok && past < end && (j == i || !d.joined(j)) {
			j = past - 1 // «أومبرتو دي لا كاييه»
			continue
		}
		if words > 1 && d.andAnother(j) {
			break // «جابري انصاري واونال»
		}
		if words > 1 && d.toOutlet(j) {
			break // «قالت هبة عرنوس لقاسيون»
		}
		if d.foreign(j) && !(words == 1 && d.surnameAsTitle(j, end)) && !(words > 0 && d.surnameOfState(i, j, end)) || d.isCommon(j, j > i) {
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

// opensSpeech tells whether a quotation mark at token j, within what may be a name that begins at
// token i, opens a quotation longer than the nickname that may stand there.
func (d *document) opensSpeech(j, i, end int) bool {
	marks := 0
	for k := d.text.Sentences[d.text.Tokens[i].Sentence].From; k < j; k++ {
		if d.text.Tokens[k].Norm == "\"" {
			marks++
		}
	}
	if marks%2 == 1 {
		return false // it closes one
	}
	for k := j + 1; k < min(j+4, end); k++ {
		if d.text.Tokens[k].Norm == "\"" {
			return false
		}
	}
	return true
}

// andAnother tells whether the word at token i is, behind the proclitic و, the last one of
// another name that stands elsewhere in full: of that of «سادات اونال».
func (d *document) andAnother(i int) bool {
	rest, and := strings.CutPrefix(d.text.Tokens[i].Norm, "و")
	if !and || utf8.RuneCountInString(rest) < 4 {
		return false
	}
	for j := 1; j < len(d.text.Tokens); j++ {
		if d.text.Tokens[j].Norm == rest && j != i && (d.entryAt(j-1, lexicon.Given) != nil || d.entryAt(j-1, lexicon.Person) != nil) {
			return true
		}
	}
	return false
}

// toOutlet tells whether the word at token i is the first of the article's outlet, with
// the proclitic ل: to whom somebody spoke.
func (d *document) toOutlet(i int) bool {
	rest, told := strings.CutPrefix(d.text.Tokens[i].Norm, "ل")
	if !told || d.in.Source == "" {
		return false
	}
	words := strings.Fields(text.Fold(d.in.Source))
	return slices.ContainsFunc(words[:min(2, len(words))], func(w string) bool { return w == rest || w == "ا"+rest })
}

// surnameAsTitle tells whether the word at token i, which is known as one of titles,
// is a surname: it stands behind a given name, bears the article, and nothing
// goes on behind it that a title would: «قال نزار السيد إن», «هيثم الميداني، رئيس الوفد».
func (d *document) surnameAsTitle(i, end int) bool {
	const title = 1<<lexicon.TitleHead | 1<<lexicon.TitleWord
	if kinds := d.spots[i].entries; kinds&title == 0 || kinds&^(title|1<<lexicon.Class|1<<lexicon.Given) != 0 {
		return false
	}
	if !strings.HasPrefix(d.text.Tokens[i].Norm, "ال") || d.entryAt(i-1, lexicon.Given) == nil || d.inClass(i) {
		return false
	}
	if i+1 >= end || d.text.Tokens[i+1].Kind != text.Word {
		return true
	}
	_, that := d.classAt(i+1, d.lang.common.that)
	_, common := d.classAt(i+1, d.lang.common.notName)
	_, says := d.classAt(i+1, d.lang.common.say)
	return that || common || says
}

// inClass tells whether the word at token i alone belongs to a class of the language.
func (d *document) inClass(i int) bool {
	return slices.ContainsFunc(d.at(i), func(f lexicon.Match) bool { return f.Kind == lexicon.Class && f.To == i+1 })
}

// given is the given name at token i. Folding makes one of the name علي and
// the preposition على; the letter as it stands tells them apart.
func (d *document) given(i int) *lexicon.Match {
	f := d.entryAt(i, lexicon.Given)
	if f == nil || f.Clitics&lexicon.Article != 0 || d.placeCovers(i, f.To) {
		return nil
	}
	if !d.lang.cased && (d.saysWithAnd(i) || d.saysThat(i)) {
		return nil // «ورد أيمن العاسمي»: the verb, not the name
	}
	if _, common := d.classAt(i, d.lang.common.notName); common && !d.lang.cased && d.text.Tokens[i].Norm != "علي" && !strings.HasSuffix(d.text.Quote(i, i+1), "ى") {
		return nil
	}
	if d.text.Tokens[i].Norm == "علي" && i+1 < len(d.text.Tokens) && hasArticle(d.text.Tokens[i+1].Norm) {
		return nil // على, written without its letter
	}
	if q := d.text.Quote(i, i+1); q == "أية" || q == "اية" {
		return nil // «ليست له أية أجندة»: any, while the name is آية
	}
	if strings.HasSuffix(d.text.Quote(i, i+1), "ى") && f.To == i+1 && strings.TrimLeft(d.text.Tokens[i].Norm, "وف") == "علي" {
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
		if f.Kind == lexicon.Class && f.Label.Class == d.lang.common.say && f.Clitics&lexicon.Conjunction != 0 {
			return true
		}
	}
	return false
}

// saysThat tells whether the word at token i is a verb of saying with what is said
// behind the preposition ب, right behind it or behind a name: «طالب بإخراج القوات», «طالب
// أحمد الجربا بتوقيع فوري», «بينما طالب الجعفري برحيل القوات».
func (d *document) saysThat(i int) bool {
	end := d.sentenceEnd(i)
	if _, says := d.classAt(i, d.lang.common.say); !says || i+1 >= end {
		return false
	}
	if d.demandAt(i + 1) {
		return true
	}
	if d.text.Tokens[i].Norm != "طالب" || d.behindTitle(i) {
		return false
	}
	return d.entryAt(i+1, lexicon.Given) != nil || d.entryAt(i+1, lexicon.Person) != nil || i+2 < end && hasArticle(d.text.Tokens[i+1].Norm) && d.demandAt(i+2)
}

// demandAt tells whether a word behind the preposition ب that is no name stands at token i.
func (d *document) demandAt(i int) bool {
	return strings.HasPrefix(d.text.Tokens[i].Norm, "ب") && d.entryAt(i, lexicon.Given) == nil && d.entryAt(i, lexicon.Person) == nil
}

// behindTitle tells whether a word of a title or a given name stands right before token i.
func (d *document) behindTitle(i int) bool {
	return i > 0 && (d.entryAt(i-1, lexicon.TitleHead) != nil || d.entryAt(i-1, lexicon.TitleWord) != nil || d.entryAt(i-1, lexicon.Given) != nil)
}

// placeCovers tells whether a place, party or process of more words is named
// from token i.
func (d *document) placeCovers(i, to int) bool {
	for _, f := range d.at(i) {
		switch f.Kind {
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
	return d.lang.cased || d.given(i) != nil || !verbLike(d.text.Tokens[i].Norm)
}

// isCommon tells whether the word at token i is no part of a name: a word of
// the language's list, or of a form that names seldom have.
func (d *document) isCommon(i int, later bool) bool {
	if _, ok := d.classAt(i, d.lang.common.notName); ok {
		return true
	}
	norm := d.text.Tokens[i].Norm
	if !later && d.answersFor(i) {
		return true
	}
	if utf8.RuneCountInString(norm) < 2 || indefinite(d.text.Quote(i, i+1)) {
		return true // a name carries no tanwin
	}
	return later && (d.joined(i) || !strings.HasPrefix(norm, "ال") && hasArticle(norm))
}

// namedAgain tells whether what stands at token i is all of the name there, and
// the surname of somebody of the lexicon or named in full before.
func (d *document) namedAgain(i int) bool {
	end := d.nameEnd(i, 1)
	if end == i {
		return false
	}
	for _, f := range d.at(i) {
		if f.Kind == lexicon.Person && f.Label.Form == lexicon.Surname && f.To == end && d.onlyBearer(i, &f) {
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

// answersFor tells whether the word at token i begins, behind a comma, what an Arabic
// sentence says of him whom it opens with, and so is a verb and no name: «أما رئيس الوفد،
// الذي جاء أمس، فتفرغ للتصريحات».
func (d *document) answersFor(i int) bool {
	if i == 0 || d.text.Tokens[i-1].Norm != "," || !strings.HasPrefix(d.text.Tokens[i].Norm, "ف") || d.given(i) != nil {
		return false
	}
	for j := d.text.Sentences[d.text.Tokens[i].Sentence].From; j < i; j++ {
		if norm := d.text.Tokens[j].Norm; norm == "اما" || norm == "واما" {
			return true
		}
	}
	return false
}
