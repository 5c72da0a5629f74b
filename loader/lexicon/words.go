package lexicon

import (
	"strings"
	"unicode/utf8"

	"peacetalks/loader/text"
)

// Clitics tells what stood around a word of the dictionary.
type Clitics uint8

// The clitics of Arabic.
const (
	Conjunction Clitics = 1 << iota // و or ف: and, so
	Preposition                     // ب ل ك: in, for, as
	Article                         // ال: the
	Pronoun                         // ه ها هم …: his, her, their
)

// An analysis is one way to read a token as a word of the dictionary.
type analysis struct {
	word    int32
	clitics Clitics
}

// words is a dictionary. A pattern is a folded word, or a beginning of words
// marked "*", or a word that may carry a pronoun, marked "~".
type words struct {
	ids    map[string]int32 // by pattern, the mark included
	exact  map[string]int32
	begins map[string]int32
	owned  map[string]int32 // words marked "~", as they stand before a pronoun
	least  int              // length of the shortest beginning, in bytes
	most   int              // that of the longest
	all    strings.Builder  // the letters of patterns: many in one piece are less to look after
}

func newWords() *words {
	return &words{ids: map[string]int32{}, exact: map[string]int32{}, begins: map[string]int32{}, owned: map[string]int32{}, least: 1 << 20}
}

// id registers a pattern.
func (w *words) id(pattern string) int32 {
	if id, ok := w.ids[pattern]; ok {
		return id
	}
	id := int32(len(w.ids) + 1)
	if w.all.Cap()-w.all.Len() < len(pattern) {
		w.all.Reset()
		w.all.Grow(max(len(pattern), 1<<15))
	}
	w.all.WriteString(pattern)
	pattern = w.all.String()[w.all.Len()-len(pattern):]
	w.ids[pattern] = id
	switch {
	case len(pattern) > 1 && strings.HasSuffix(pattern, "*"):
		stem := strings.TrimSuffix(pattern, "*")
		w.begins[stem] = id
		w.least, w.most = min(w.least, len(stem)), max(w.most, len(stem))
	case strings.HasSuffix(pattern, "~"):
		bare := strings.TrimSuffix(pattern, "~")
		w.exact[bare+"\x00~"] = id
		if stem, ok := strings.CutSuffix(bare, "ه"); ok {
			w.owned[stem+"ت"] = id
		}
		w.owned[bare] = id
	default:
		w.exact[pattern] = id
	}
	return id
}

// enclitics are the pronouns that end an Arabic word.
var enclitics = []string{"هما", "ها", "هم", "هن", "نا", "ه"}

// look finds every reading of a folded word.
func (w *words) look(norm string, buf []analysis) []analysis {
	buf = w.candidate(norm, 0, buf)
	r, _ := utf8.DecodeRuneInString(norm)
	if r < 'ا' || r > 'ي' {
		return buf
	}
	return w.strip(norm, 0, buf)
}

// strip takes proclitics off an Arabic word, in their order.
func (w *words) strip(s string, c Clitics, buf []analysis) []analysis {
	const least = 4 // bytes: two letters
	if c&(Conjunction|Preposition|Article) == 0 {
		for _, p := range []string{"و", "ف"} {
			if rest, ok := strings.CutPrefix(s, p); ok && len(rest) >= least {
				buf = w.candidate(rest, c|Conjunction, buf)
				buf = w.strip(rest, c|Conjunction, buf)
			}
		}
	}
	if c&(Preposition|Article) == 0 {
		if rest, ok := strings.CutPrefix(s, "لل"); ok && len(rest) >= least {
			buf = w.candidate(rest, c|Preposition|Article, buf)
			buf = w.candidate("ال"+rest, c|Preposition, buf)
		}
		for _, p := range []string{"ب", "ل", "ك"} {
			if rest, ok := strings.CutPrefix(s, p); ok && len(rest) >= least {
				buf = w.candidate(rest, c|Preposition, buf)
				buf = w.strip(rest, c|Preposition, buf)
			}
		}
	}
	if c&Article == 0 {
		if rest, ok := strings.CutPrefix(s, "ال"); ok && len(rest) >= least {
			buf = w.candidate(rest, c|Article, buf)
		}
	}
	return buf
}

func (w *words) candidate(s string, c Clitics, buf []analysis) []analysis {
	if id, ok := w.exact[s]; ok {
		buf = append(buf, analysis{id, c})
	}
	for n := w.least; n <= min(w.most, len(s)); n++ {
		if id, ok := w.begins[s[:n]]; ok {
			buf = append(buf, analysis{id, c})
		}
	}
	if id, ok := w.exact[s+"\x00~"]; ok {
		buf = append(buf, analysis{id, c})
	}
	if r, _ := utf8.DecodeRuneInString(s); r >= 'ا' && r <= 'ي' && len(w.owned) > 0 {
		for _, e := range enclitics {
			if rest, ok := strings.CutSuffix(s, e); ok && len(rest) >= 4 {
				if id, ok := w.owned[rest]; ok {
					buf = append(buf, analysis{id, c | Pronoun})
				}
			}
		}
	}
	return buf
}

// pattern splits a name as the data writes it into dictionary patterns.
func pattern(name string) []string {
	var out []string
	for _, field := range strings.Fields(name) {
		mark := ""
		if strings.HasSuffix(field, "*") || strings.HasSuffix(field, "~") {
			mark, field = field[len(field)-1:], field[:len(field)-1]
		}
		if (strings.HasPrefix(field, "'") || strings.HasSuffix(field, "'")) && len(field) > 1 {
			out = append(out, text.Fold(field)+mark) // a suffix, such as 's, or a short word, such as l'
			continue
		}
		tokens := text.Tokenize(field).Tokens
		for i, t := range tokens {
			p := t.Norm
			if i == len(tokens)-1 {
				p += mark
			}
			out = append(out, p)
		}
	}
	return out
}
