package rules

import (
	"strings"
	"unicode"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// maxRound is the highest number that is read as a round's: what is more counts
// members, years or something else.
const maxRound = 70

// dateAt tells whether a temporal expression begins at token i.
func (d *document) dateAt(i int) bool { return len(d.mentions[kindDate][i]) > 0 }

// number reads a number: digits, an ordinal, a cardinal or, after a name,
// a Roman numeral.
func (d *document) number(i, end int, named bool) (value, to int) {
	if i >= end {
		return 0, i
	}
	if n, to := d.ordinal(i, end); n > 0 {
		return n, to
	}
	t := &d.text.Tokens[i]
	if t.Kind == text.Number && t.Value > 0 {
		to := i + 1
		if next, ok := d.classAt(to, d.lang.common.ordinalSuffix); ok && d.text.Tokens[to].Glued {
			to = next
		}
		return t.Value, to
	}
	if !named {
		return 0, i
	}
	if f := d.entryAt(i, lexicon.Cardinal); f != nil && f.Clitics == 0 && !d.counting(i) && !d.countsNoun(f.To, end) {
		return f.Label.Class, f.To
	}
	if n := d.romanAt(i); n > 0 {
		return n, i + 1
	}
	return 0, i
}

// romanAt is the Roman number at token i, all in capitals, unlike "Xi"; 0 where there is none.
func (d *document) romanAt(i int) int {
	if t := &d.text.Tokens[i]; t.Upper && strings.IndexFunc(d.text.Quote(i, i+1), unicode.IsLower) < 0 {
		return roman(t.Norm)
	}
	return 0
}

// counting tells whether the word at token i counts what stands behind it, and
// numbers nothing: «ثلاث جولات».
func (d *document) counting(i int) bool {
	_, ok := d.classAt(i, d.lang.class["counting"])
	return ok
}

// countsNoun tells whether a noun stands at token i of a text without capitals, which the
// number before it counts: «ستناقش الهيئة المصغرة أربعة مبادئ».
func (d *document) countsNoun(i, end int) bool {
	if d.lang.cased || i >= end || d.text.Tokens[i].Kind != text.Word {
		return false
	}
	_, ok := d.classAt(i, d.lang.class["not-name"])
	return !ok && !hasArticle(d.text.Tokens[i].Norm)
}

// count reads how many there are of what follows: "19", «ست», «تسع عشرة»,
// «ثلاث وعشرين»; 0 if nothing is counted at token i.
func (d *document) count(i, end int) (n, to int) {
	if i < end && d.text.Tokens[i].Kind == text.Number {
		return d.text.Tokens[i].Value, i + 1
	}
	f := d.entryAt(i, lexicon.Cardinal)
	if f == nil {
		if f = d.entryAt(i, lexicon.Ordinal); f == nil || f.Label.Class < 20 || f.Clitics&lexicon.Article != 0 {
			return 0, i // «عشرين جولة»
		}
	}
	return d.compound(f.Label.Class, f.To, end)
}

// cardinal reads a number in words at token i, with the unit that a hyphen joins to its
// tens: "thirty-three".
func (d *document) cardinal(i, end int) (n, to int) {
	n, to = d.count(i, end)
	if n < 20 || n%10 > 0 || to+1 >= end || d.text.Tokens[to].Norm != "-" {
		return n, to
	}
	if f := d.entryAt(to+1, lexicon.Cardinal); f != nil && f.Label.Class < 10 {
		return n + f.Label.Class, f.To
	}
	return n, to
}

// compound adds what a number below ten, which ends at token to, is written with:
// «تسع عشرة», «ثلاث وعشرين», «الثالثة والعشرون».
func (d *document) compound(n, to, end int) (int, int) {
	if n >= 10 || to >= end {
		return n, to
	}
	if next, ok := d.classAt(to, d.lang.common.teen); ok && !d.joined(to) { // «جولة ثانية وعشرة أيام»
		return n + 10, next
	}
	if tens := d.entryAt(to, lexicon.Ordinal); tens != nil && tens.Label.Class >= 20 && tens.Clitics&lexicon.Conjunction != 0 {
		return n + tens.Label.Class, tens.To
	}
	return n, to
}

// mayNumber tells whether a number, in digits or words, may begin at token i.
func (d *document) mayNumber(i int) bool {
	s := &d.spots[i]
	if n, _ := d.capitalRoman(i); n > 0 {
		return true
	}
	return d.text.Tokens[i].Kind == text.Number || s.entries&(1<<lexicon.Ordinal|1<<lexicon.Cardinal) != 0 || s.classes&classBit(d.lang.common.the) != 0
}

// ordinal reads "third", «الرابعة عشرة», «الحادية والعشرين», "двадцать первая",
// "21st", «الـ19», "16'ıncısı".
func (d *document) ordinal(i, end int) (value, to int) {
	if i >= end {
		return 0, i
	}
	t := &d.text.Tokens[i]
	if t.Kind == text.Number {
		if next, ok := d.classAt(i+1, d.lang.common.ordinalSuffix); ok && i+1 < end {
			return t.Value, next
		}
		if i+2 < end && d.text.Tokens[i+1].Norm == "-" && d.text.Tokens[i+1].Glued {
			if next, ok := d.classAt(i+2, d.lang.common.ordinalSuffix); ok {
				return t.Value, next
			}
		}
		return 0, i
	}
	if to, ok := d.classAt(i, d.lang.common.the); ok && !d.lang.cased {
		j := d.quotes(to, end)
		if j < end && d.text.Tokens[j].Kind == text.Number {
			return d.text.Tokens[j].Value, d.quotes(j+1, end)
		}
		return 0, i
	}
	if d.spots[i].entries&(1<<lexicon.Ordinal|1<<lexicon.Cardinal) == 0 {
		return 0, i
	}
	f := d.entryAt(i, lexicon.Ordinal)
	if f == nil {
		if c := d.entryAt(i, lexicon.Cardinal); c != nil && c.Label.Class >= 10 {
			if o := d.entryAt(c.To, lexicon.Ordinal); o != nil && o.Label.Class < 10 {
				return c.Label.Class + o.Label.Class, o.To
			}
			if c.To+1 < end && d.text.Tokens[c.To].Norm == "-" {
				if o := d.entryAt(c.To+1, lexicon.Ordinal); o != nil && o.Label.Class < 10 {
					return c.Label.Class + o.Label.Class, o.To
				}
			}
		}
		return 0, i
	}
	return d.compound(f.Label.Class, f.To, end)
}

// capitalRoman reads a Roman numeral of several letters, all capitals, at token
// i: "the XI international meeting", but not "Xi".
func (d *document) capitalRoman(i int) (value, to int) {
	if n := d.romanAt(i); d.lang.cased && n > 0 && len(d.text.Tokens[i].Norm) > 1 {
		return n, i + 1
	}
	return 0, i
}

// roman reads a Roman numeral up to 30; 0 if it is none.
func roman(s string) int {
	n := 0
	for k := range len(s) {
		v := romanDigit(s[k])
		if v == 0 {
			return 0
		}
		if k+1 < len(s) && romanDigit(s[k+1]) > v {
			v = -v
		}
		n += v
	}
	if n > 30 {
		return 0
	}
	return n
}

// romanDigit is what a letter of a Roman numeral counts, 0 for others and for
// those above ten.
func romanDigit(c byte) int {
	switch c {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	}
	return 0
}
