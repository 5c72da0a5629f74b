package lexicon

import (
	"strings"

	"peacetalks/loader/text"
)

// A keyer makes the key of one name.
type keyer struct {
	same    map[string]string // folded spelling to name, of names.yml
	plain   map[string]string // respelled to name, "" where several names are spelled so
	sounds  map[string]string // sounds to name, "" where several names sound so
	turkish bool
	known   map[token]part // words read before, where many names are
	ending  string         // the case that a Russian given name stands in, as its ending
}

// key is the key of a name.
func (k *keyer) key(name string) Key {
	k.ending = ""
	parts := k.read(name)
	if len(parts) == 0 || len(parts) == 1 && parts[0].few {
		return ""
	}
	words := make([]string, len(parts))
	for i, p := range parts {
		if words[i] = p.key; p.key == "" {
			return "" // in a script that is not read
		}
	}
	return Key(strings.Join(words, "-"))
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
	honours   = wordSet("sheikh shaikh cheikh mullah mawlawi mawlavi haji شيخ الشيخ ملا الملا مولوي المولوي шейх мулла")
	servants  = wordSet("abd abdul abdel abdal abdol abdoul abdu abdur abdus abder abdes abdun عبد абд абдул абдель абдуль абдур абдус")
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
	if k.known == nil {
		return k.wordAnew(t)
	}
	p, ok := k.known[t]
	if !ok {
		p = k.wordAnew(t)
		k.known[t] = p
	}
	return p
}

func (k *keyer) wordAnew(t token) part {
	if p, ok := k.listed(t.folded); ok {
		return p
	}
	raw, article := articleOff(marksOff(t.raw))
	if article {
		if p, ok := k.listed(text.Fold(raw)); ok {
			return p
		}
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
	word, _ := articleOff(marksOff(strings.ToLower(strings.ReplaceAll(spelling, "'", ""))))
	return sounds(word, false)
}

// articleOff takes the Arabic article off a word of more letters than one
// besides, and tells whether it was there.
func articleOff(word string) (string, bool) {
	if rest, ok := strings.CutPrefix(word, "ال"); ok && len([]rune(rest)) >= 2 {
		return rest, true
	}
	return word, false
}

// listed is the name of names.yml that a spelling stands for. A Russian one may
// stand in another case, which the words behind it then stand in, too.
func (k *keyer) listed(folded string) (part, bool) {
	if same := k.same[folded]; same != "" {
		return part{key: same}, true
	}
	if same := k.plain[respelled(folded)]; same != "" {
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
