package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
)

// guessUTF16 recognises UTF-16 without a byte order mark by where its zero
// bytes stand, or by its spaces and line ends where the letters have none.
func guessUTF16(data []byte) string {
	head := data[:min(len(data), 4096)&^1]
	if len(head) < 16 {
		return ""
	}
	var le, be, zeroes int // zero high bytes, by byte order
	for i := 0; i+1 < len(head); i += 2 {
		switch {
		case head[i] == 0 && head[i+1] == 0:
			zeroes++
		case head[i+1] == 0 && isPlain(head[i]):
			le++
		case head[i] == 0 && isPlain(head[i+1]):
			be++
		}
	}
	enough := max(2, len(head)/40)
	switch {
	case zeroes > 0:
		return ""
	case le >= enough && be*10 < le:
		return writing(head, "utf-16le")
	case be >= enough && le*10 < be:
		return writing(head, "utf-16be")
	}
	return ""
}

// writing returns the name of the encoding if data reads as text in it.
func writing(data []byte, name string) string {
	d, err := decodeAs(data, name)
	if err != nil || !plausible(d.s) {
		return ""
	}
	return name
}

func isPlain(c byte) bool { return c == '\n' || c == '\r' || c == '\t' || c >= ' ' && c < 0x7f }

// plausible reports whether a text is mostly letters, spaces and punctuation.
func plausible(s string) bool {
	var letters, odd int
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) || !unicode.IsGraphic(r) && !unicode.IsSpace(r) && !isFormat(r):
			odd++
		}
	}
	return letters > 0 && odd*50 <= letters
}

// isFormat reports whether r is one of the invisible signs of right-to-left
// text and of joining.
func isFormat(r rune) bool { return unicode.Is(unicode.Cf, r) }

// A legacy is a one-byte encoding with the words that give it away: words so
// common that any page of running text holds several of them.
type legacy struct {
	name   string
	script *unicode.RangeTable // nil: Latin letters with marks
	words  string
}

// The order matters only between equals.
var legacies = []legacy{
	{"windows-1256", unicode.Arabic, arabicWords},
	{"iso-8859-6", unicode.Arabic, arabicWords},
	{"windows-1251", unicode.Cyrillic, cyrillicWords},
	{"koi8-r", unicode.Cyrillic, cyrillicWords},
	{"ibm866", unicode.Cyrillic, cyrillicWords},
	{"windows-1254", nil, " ve bir bu ile için olarak da de olan heyeti görüşme görüşmeler başkanı türkiye daha çok gün sonra "},
	{"windows-1252", nil, " le la les de des et à en une un que pour dans été après où délégation réunion der die und für the of "},
}

// hasScript reports whether an encoding is one of those for a script other
// than Latin.
func hasScript(name string) bool {
	return slices.ContainsFunc(legacies, func(l legacy) bool { return l.name == name && l.script != nil })
}

// isDamagedUTF8 reports whether data is UTF-8 but for a few bytes: hardly any
// text of another encoding has many letters that happen to be valid UTF-8.
func isDamagedUTF8(data []byte) bool {
	letters, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n <= 1:
			bad++
		case n > 1:
			letters++
		}
		i += n
	}
	return bad > 0 && letters >= 8 && letters >= 20*bad
}

const (
	arabicWords = " في من على إلى عن أن إن التي الذي هذا هذه مع بعد بين كما قال أو لا ما كان وقال و وفي ومن خلال اليوم " +
		"به که را از با است این آن "
	cyrillicWords = " в и на с по не что от за о для из к как это его а также года об "
)

// guessLegacy names the one-byte encoding in which data reads as running
// text, or nothing when no encoding stands out.
func guessLegacy(data []byte) string {
	sample := withoutTags(data[:min(len(data), 64<<10)])
	best, bestScore, second := "", 0.0, 0.0
	for _, l := range legacies {
		score := l.score(sample)
		if score > bestScore {
			best, bestScore, second = l.name, score, bestScore
		} else if score > second {
			second = score
		}
	}
	if bestScore >= 0.05 && bestScore > 1.2*second {
		return best
	}
	if bestScore >= 0.05 && best == vote(sample) {
		return best
	}
	return ""
}

// score is the share of words of the sample that are common words of the
// encoding's languages, and zero when the letters are not of its script or the
// encoding has no meaning for a byte.
func (l legacy) score(sample []byte) float64 {
	d, err := decodeAs(sample, l.name)
	if err != nil || strings.ContainsRune(d.s, utf8.RuneError) {
		return 0
	}
	var high, ofScript int
	for _, r := range d.s {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			if r >= 0x80 && r < 0xa0 {
				return 0
			}
			continue
		}
		high++
		if l.script == nil && r < 0x250 || l.script != nil && unicode.Is(l.script, r) {
			ofScript++
		}
	}
	if high == 0 || ofScript*100 < high*95 {
		return 0
	}
	words := strings.FieldsFunc(strings.ToLower(d.s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if len(words) < 5 {
		return 0
	}
	hits := 0
	for _, w := range words {
		if strings.Contains(l.words, " "+w+" ") {
			hits++
		} else if l.script == unicode.Arabic && strings.HasPrefix(w, "ال") {
			hits++
		}
	}
	if hits < 2 {
		return 0
	}
	return float64(hits) / float64(len(words))
}

// vote asks the statistical detector, for texts whose words leave it open.
func vote(sample []byte) string {
	r, err := chardet.NewTextDetector().DetectBest(sample)
	if err != nil {
		return ""
	}
	return strings.ToLower(r.Charset)
}

// withoutTags blanks markup out, whose Latin words say nothing about the text.
func withoutTags(data []byte) []byte {
	if !bytes.ContainsRune(data, '<') {
		return data
	}
	out := make([]byte, 0, len(data))
	inside := false
	for _, c := range data {
		switch {
		case c == '<':
			inside = true
			out = append(out, ' ')
		case c == '>' && inside:
			inside = false
		case !inside:
			out = append(out, c)
		}
	}
	return out
}
