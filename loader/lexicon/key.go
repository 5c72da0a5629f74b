package lexicon

import (
	"strings"

	"peacetalks/loader/text"
)

// A Key is what is the same for the spellings of a person's name in every
// script, as lower-case ASCII words joined by hyphens: Khalid Shihabi, Khaled
// al-Shihabi and خالد الشهابي are all khaled-shhbi. It depends on the spelling
// alone.
//
// A word that names.yml lists is the name under which it stands there; another
// is the only name of that list that sounds like it, else what all scripts
// write of it ([sounds]). Articles (al-, el-, ال),
// ibn, and particles (de, van) do not count; Abdul, Abu, Allah and ad-Din are
// one word with what they belong to, however they are spaced.
type Key string

// leastSounds: one-word names keep their spelling where the key would say too little.
const leastSounds = 3

// KeyOf is the key of a name, the words as they are written. Turkish tells that
// the spelling is Turkish, where c is read as j. It is empty for a name of one
// word that names.yml does not list and that has few consonants: Hill, Hall.
func (l *Lexicon) KeyOf(name string, turkish bool) Key {
	k := keyer{same: l.same, sounds: l.sounds, turkish: turkish}
	parts := k.read(name)
	if len(parts) == 0 || len(parts) == 1 && parts[0].few {
		return ""
	}
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.key
	}
	return Key(strings.Join(words, "-"))
}

// ByKey is the only person of the lexicon one of whose names has a key, or nil.
func (l *Lexicon) ByKey(k Key) *Entry {
	if k == "" {
		return nil
	}
	return l.byKey[k]
}

// indexPeople notes the keys of all names of the lexicon's people, in Turkish
// spelling, too; those of one word are left to the matcher.
func (l *Lexicon) indexPeople() {
	l.byKey = map[Key]*Entry{}
	for _, e := range l.Entries(Person) {
		for _, list := range e.Names {
			for _, pattern := range list {
				pattern = strings.NewReplacer("*", "", "=", "", "~", "").Replace(pattern)
				if strings.ContainsAny(pattern, " -\u200c") {
					l.indexName(pattern, false, e)
				}
				if strings.ContainsAny(pattern, "cC") {
					l.indexName(pattern, true, e)
				}
			}
		}
	}
}

// indexName notes the keys of one person's names, of which a pattern may have
// thousands: of the alternatives for a word, those that are the same say it once.
func (l *Lexicon) indexName(pattern string, turkish bool, e *Entry) {
	fields := strings.Fields(pattern)
	for i, field := range fields {
		fields[i] = l.distinct(strings.Split(field, "/"), turkish)
	}
	for _, name := range alternatives(strings.Join(fields, " ")) {
		k := l.KeyOf(name, turkish)
		if k == "" {
			continue
		}
		if other, ok := l.byKey[k]; ok && other != e {
			l.byKey[k] = nil
			continue
		}
		l.byKey[k] = e
	}
}

// distinct are the words that are not the same by their keys.
func (l *Lexicon) distinct(words []string, turkish bool) string {
	if len(words) == 1 {
		return words[0]
	}
	k := keyer{same: l.same, sounds: l.sounds, turkish: turkish}
	seen := map[part]bool{}
	var out []string
	for _, w := range words {
		folded := text.Fold(w)
		joins := strings.Contains(w, "-") || articles[folded] || particles[folded] || fathers[folded] || servants[folded]
		p := k.word(token{raw: strings.ToLower(w), folded: folded})
		if joins || !seen[p] {
			out = append(out, w)
			seen[p] = true
		}
	}
	return strings.Join(out, "/")
}

// A keyer makes the key of one name.
type keyer struct {
	same    map[string]string // folded spelling to name, of names.yml
	sounds  map[string]string // sounds to name, "" where several names sound so
	turkish bool
	ending  string // the case that a Russian given name stands in, as its ending
}

// A part is one word of a name's key.
type part struct {
	key string
	few bool // whether its consonants are too few to tell a name that stands alone
}

// words that count as no part of a name, behind the first one.
var (
	articles  = wordSet("al el ul аль эль ال")
	sunForms  = wordSet("ad as ash at ar an az es er en ed et ez eş aş ud us ur ад ас аш ат ар ан аз эд эс эш эр эн эз")
	particles = wordSet("de la las los del della di da do dos du van von der den of ibn bin ben бин ибн ben دي دو دا ديل دل فان فون بن ابن де ди дю ван фон дер ла")
	fathers   = wordSet("abu abou abo ebu ebou ابو ابي ابا абу")
	honours   = wordSet("sheikh shaikh cheikh sheikh mullah mawlawi mawlavi haji شيخ الشيخ ملا الملا مولوي المولوي шейх мулла")
	servants  = wordSet("abd abdul abdel abdal abdol abdoul abdu abdur abdus abder abdes abdun عبد абд абдул абдель абдуль абдель абдель абдур абдус")
)

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// A token is one word of a name as it stands.
type token struct {
	raw, folded string
	article     bool // an article stood before it
}

// read splits a name into the parts of its key.
func (k *keyer) read(name string) []part {
	tokens := tokensOf(name)
	if len(tokens) > 2 && honours[tokens[0].folded] {
		tokens = tokens[1:]
	}
	var out []part
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if i+1 < len(tokens) {
			if same := k.same[t.folded+" "+tokens[i+1].folded]; same != "" {
				out = append(out, part{key: same})
				i++
				continue
			}
		}
		switch last := len(out) - 1; {
		case last >= 0 && (t.folded == "الله" || t.folded == "لله" || t.folded == "allah" || t.folded == "ullah"):
			out[last] = part{key: join(out[last].key, "ullah")}
		case last >= 0 && isDin(t.folded, t.article):
			out[last] = part{key: join(out[last].key, "eddin")}
		case fathers[t.folded] && i+1 < len(tokens):
			i++
			out = append(out, part{key: "abu-" + k.word(tokens[i]).key})
		case servants[t.folded] && i+1 < len(tokens):
			i++
			out = append(out, k.servant(tokens[i].folded))
		default:
			out = append(out, k.word(t))
		}
	}
	return out
}

// tokensOf are the words of a name that count.
func tokensOf(name string) []token {
	name = strings.ToLower(strings.ReplaceAll(name, "İ", "i"))
	name = strings.Map(func(r rune) rune {
		switch r {
		case '\'', '’', '‘', 'ʼ', '`', 'ʿ', 'ʾ', '"', '«', '»', '“', '”', 'ـ':
			return -1
		case '.', '‌', ',':
			return ' '
		case '–', '‑', '‐':
			return '-'
		}
		return r
	}, name)
	var out []token
	fields := strings.Fields(name)
	article := false
	for f, field := range fields {
		pieces := strings.FieldsFunc(field, func(r rune) bool { return r == '-' })
		for j, raw := range pieces {
			folded := strings.TrimSpace(text.Fold(raw))
			more := j+1 < len(pieces) || f+1 < len(fields)
			switch {
			case more && (articles[folded] || sunForms[raw] && j+1 < len(pieces)):
				article = true
				continue
			case more && len(out) > 0 && particles[folded], folded == "ال" && more:
				continue
			case len(out) > 0 && more && len([]rune(folded)) == 1, folded == "":
				continue // an initial
			}
			out = append(out, token{raw: raw, folded: folded, article: article})
			article = false
		}
	}
	return out
}

// word is the part of a key that one word is.
func (k *keyer) word(t token) part {
	if p, ok := k.listed(t.folded); ok {
		return p
	}
	raw := marksOff(t.raw)
	if rest, ok := strings.CutPrefix(raw, "ال"); ok && len([]rune(rest)) >= 2 {
		if p, ok := k.listed(text.Fold(rest)); ok {
			return p
		}
		raw = rest
	}
	if p, ok := k.compound(text.Fold(raw)); ok {
		return p
	}
	sound := sounds(k.nominative(raw), k.turkish)
	if name := k.sounds[sound]; name != "" && consonants(sound) >= leastSounds {
		return part{key: name}
	}
	return part{written(sound), consonants(sound) < leastSounds}
}

// consonants counts those of a word.
func consonants(sound string) int { return len(strings.Trim(sound, "aiu")) }

// soundOf is what a spelling of names.yml sounds like.
func soundOf(spelling string) string {
	word := marksOff(strings.ToLower(strings.ReplaceAll(spelling, "'", "")))
	if rest, ok := strings.CutPrefix(word, "ال"); ok && len([]rune(rest)) >= 2 {
		word = rest
	}
	return sounds(word, false)
}

// listed is the name of names.yml that a spelling stands for. A Russian one may
// stand in another case, which the words behind it then stand in, too.
func (k *keyer) listed(folded string) (part, bool) {
	if same := k.same[folded]; same != "" {
		return part{key: same}, true
	}
	if strings.ContainsFunc(folded, isCyrillic) {
		for _, c := range cases {
			if rest, ok := strings.CutSuffix(folded, c[0]); ok {
				if same := k.same[rest+c[1]]; same != "" {
					k.ending = c[0]
					return part{key: same}, true
				}
			}
		}
	}
	return part{}, false
}

// cases are the endings of Russian given names in other cases, and what stands
// there in the nominative.
var cases = [][2]string{{"ом", ""}, {"ем", "ь"}, {"ем", "й"}, {"а", ""}, {"у", ""}, {"е", ""}, {"я", "ь"}, {"ю", "ь"}, {"я", "й"}, {"ю", "й"}, {"ы", "а"}, {"и", "а"}, {"и", "я"}, {"е", "а"}, {"у", "а"}, {"ой", "а"}, {"ей", "я"}, {"ю", "я"}}

// nominative takes the ending of the case off a Russian surname whose given
// name stands in a case, too.
func (k *keyer) nominative(word string) string {
	if k.ending == "" || !strings.ContainsFunc(word, isCyrillic) {
		return word
	}
	for _, e := range []string{"ого", "его", "ому", "ему", "ым", "им"} {
		if rest, ok := strings.CutSuffix(word, e); ok && len(rest) >= 4 {
			return rest + "ий"
		}
	}
	for _, e := range []string{"ом", "ем", "а", "я", "у", "ю", "е"} {
		if rest, ok := strings.CutSuffix(word, e); ok && len(rest) >= 6 {
			return rest
		}
	}
	return word
}

// compound reads names of two that are written as one word: Abdulsalam,
// Abushahma, Nasrallah, Ezzeddine, Benmoussa, Alhadi.
func (k *keyer) compound(w string) (part, bool) {
	for _, p := range []string{"عبد", "abd", "абд"} {
		if rest, ok := strings.CutPrefix(w, p); ok {
			if rest = servantOf(rest); len([]rune(rest)) >= 3 {
				return k.servant(rest), true
			}
		}
	}
	for _, p := range []string{"ابو", "abu", "abou", "ebu"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len([]rune(rest)) >= 3 {
			return part{key: "abu-" + k.word(token{raw: rest, folded: rest}).key}, true
		}
	}
	for _, p := range [][2]string{{"ben", "ben"}, {"bin", "ben"}, {"بن", "ben"}, {"al", ""}, {"el", ""}} {
		if rest, ok := strings.CutPrefix(w, p[0]); ok {
			if of, ok := k.listed(rest); ok {
				return part{key: p[1] + of.key}, true
			}
		}
	}
	for _, s := range []struct {
		forms []string
		to    string
	}{
		{[]string{"الله", "ullah", "allah", "ollah", "oullah", "ulla", "улла", "алла", "оллах"}, "ullah"},
		{[]string{"الدين", "eddine", "eddin", "uddin", "addin", "iddin", "aldin", "eldin", "eldine", "eddeen", "uddeen", "eldeen", "aldeen", "ettin", "эддин", "аддин", "уддин", "еддин"}, "eddin"},
	} {
		for _, form := range s.forms {
			if rest, ok := strings.CutSuffix(w, form); ok && len([]rune(rest)) >= 2 {
				return part{key: join(k.word(token{raw: rest, folded: rest}).key, s.to)}, true
			}
		}
	}
	return part{}, false
}

// servantOf is what follows Abd in a word that begins with it.
func servantOf(rest string) string {
	if tail, ok := strings.CutPrefix(rest, "ال"); ok {
		return tail
	}
	tail := strings.TrimLeft(rest, "aeiouаэеуо")
	if tail == rest && !strings.HasPrefix(tail, "r") && !strings.HasPrefix(tail, "р") {
		return "" // Abdi, Abdo
	}
	for _, l := range []string{"ль", "l", "л"} {
		if t, ok := strings.CutPrefix(tail, l); ok {
			return t
		}
	}
	if r := []rune(tail); len(r) > 1 && r[0] == r[1] {
		return string(r[1:])
	}
	return tail
}

// servant is Abdul with the name behind it.
func (k *keyer) servant(of string) part {
	of = strings.TrimPrefix(of, "ال")
	if of == "له" || of == "lah" || of == "la" || of == "лла" || of == "ла" {
		return part{key: "abdullah"}
	}
	return part{key: "abdul" + k.word(token{raw: of, folded: of}).key}
}

// isDin tells whether a word is the second of Shams ad-Din, written apart.
func isDin(w string, article bool) bool {
	switch w {
	case "din", "deen", "dine", "дин":
		return article
	case "الدين", "eddin", "eddine", "uddin", "eldin", "aldin", "эддин":
		return true
	}
	return false
}

// join puts two names together, one vowel between them.
func join(a, b string) string { return strings.TrimRight(a, "aeiou") + b }

// written shows sounds in plain letters, with an a wherever consonants stand
// that nobody could say: "Sbi" is shabi, "Shbi" shahbi and "krmi" karmi. What
// is put in says nothing of how the name is spoken.
func written(sounds string) string {
	var b strings.Builder
	open := false // a vowel stands before, so that one consonant may close the syllable
	for i := range len(sounds) {
		c := sounds[i]
		if c == 'S' {
			b.WriteString("sh")
		} else {
			b.WriteByte(c)
		}
		if isVowel(c) {
			open = true
			continue
		}
		bare := i+1 < len(sounds) && !isVowel(sounds[i+1])
		last := i+2 == len(sounds) && strings.IndexByte("lmnr", c) < 0
		if bare && (!open || last || sounds[i+1] == c) {
			b.WriteByte('a')
			open = true
			continue
		}
		open = false
	}
	return b.String()
}

func isVowel(c byte) bool { return c == 'a' || c == 'i' || c == 'u' }

// marksOff takes vowel marks and tatweel off an Arabic word and keeps its
// letters as they are.
func marksOff(w string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x64b && r <= 0x65f, r == 0x670, r == 'ـ', r >= 0x200b && r <= 0x200f:
			return -1
		case r == 'ک':
			return 'ك'
		case r == 'ی':
			return 'ي'
		case r == 'ہ', r == 'ۀ', r == 'ە', r == 'ھ':
			return 'ه'
		}
		return r
	}, w)
}
