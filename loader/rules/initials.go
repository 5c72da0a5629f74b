package rules

import (
	"strings"
	"unicode/utf8"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// bearersOf are the people of a lexicon by the language of their label and its last word,
// without its case.
func bearersOf(l *lexicon.Lexicon) map[string][]*lexicon.Entry {
	by := map[string][]*lexicon.Entry{}
	for _, e := range l.Entries(lexicon.Person) {
		for language, label := range e.Labels {
			words := strings.Fields(text.Fold(label))
			if len(words) < 2 {
				continue
			}
			surname := words[len(words)-1]
			if language == "ru" {
				surname = caseStem(surname)
			}
			by[language+" "+surname] = append(by[language+" "+surname], e)
		}
	}
	return by
}

// initialled is where a name of initials and a surname ends that begins at token i, "S. Önal",
// «С.В.Лавров», and the only person of the lexicon who may be called so. In Russian, which names
// people so in official texts, the person may be in no list. It ends at i where none begins.
func (d *document) initialled(i int) (*lexicon.Entry, int) {
	t, end := d.text.Tokens, d.sentenceEnd(i)
	j := i
	for j < end && t[j].Upper && t[j].Kind == text.Word {
		if strings.HasSuffix(t[j].Norm, ".") {
			j++ // «С.В.» is one word
		} else if utf8.RuneCountInString(t[j].Norm) == 1 && j+1 < end && t[j+1].Norm == "." {
			j += 2
		} else {
			break
		}
	}
	if !d.lang.cased || j == i || j-i > 6 || j >= end || !t[j].Upper || utf8.RuneCountInString(t[j].Norm) < 3 || d.entryAt(i, lexicon.TitleHead) != nil {
		return nil, i
	}
	to := max(d.nameEnd(j, 1), j+1)
	found, several := d.bearer(i, to-1)
	if found == nil && !several && to > j+1 {
		if found, several = d.bearer(i, j); found != nil {
			to = j + 1
		}
	}
	if f := d.entryAt(j, lexicon.Person); found == nil && !several && f != nil && f.From == j && f.Label.Form == lexicon.Surname && d.onlyBearer(j, f) {
		return f.Label.Entry, f.To
	}
	if several || found == nil && (!d.lang.declined || d.foreign(j)) {
		return nil, i
	}
	return found, to
}

// bearer is the only person of the lexicon whose given name has the initial at token i and whose
// surname stands at token j, and whether there are several.
func (d *document) bearer(i, j int) (found *lexicon.Entry, several bool) {
	word := d.text.Tokens[j].Norm
	if d.lang.declined {
		word = caseStem(word)
	}
	for _, p := range d.persons {
		if last := strings.Fields(p.full); p.known == nil && len(last) > 1 && d.sameName(last[len(last)-1], d.text.Tokens[j].Norm) {
			return nil, true // whom the article has named in full
		}
	}
	initial, _ := utf8.DecodeRuneInString(d.text.Tokens[i].Norm)
	for _, e := range d.e.bearers[d.lang.name+" "+word] {
		if first, _ := utf8.DecodeRuneInString(text.Fold(e.Labels[d.lang.name])); first != initial {
			continue
		}
		if found != nil {
			return nil, true
		}
		found = e
	}
	return found, false
}
