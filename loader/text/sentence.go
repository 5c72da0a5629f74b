package text

import (
	"strings"
	"unicode/utf8"
)

// abbreviations end in a full stop without ending a sentence.
var abbreviations = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "gen": true, "col": true, "lt": true, "maj": true, "brig": true,
	"adm": true, "capt": true, "cmdr": true, "amb": true, "hon": true, "rev": true,
	"sen": true, "rep": true, "gov": true, "prof": true, "st": true, "no": true, "vs": true, "etc": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "aug": true, "sept": true, "sep": true, "oct": true, "nov": true, "dec": true,
	"г": true, "гг": true, "др": true, "ул": true, "им": true, "млн": true, "тыс": true,
	"av": true, "m": true, "mm": true, "sn": true, "doc": true, "yrd": true,
	"u.n.": true, "u.s.": true, "e.u.": true, "u.k.": true, "u.a.e.": true, "a.u.": true, "d.r.": true, "h.e.": true, "messrs": true, "msgr": true, "sgt": true,
}

// sentences cuts the text where a line ends and where a full stop, question or
// exclamation mark is followed by what may begin a sentence. An ordinal's dot
// ("7. tur") and an initial's ("د. أيمن") end nothing. With blocks, each Line
// begins a sentence.
func (t *Text) sentences(blocks bool) {
	from := 0
	for i := range t.Tokens {
		if i > from && t.begins(i, blocks) {
			t.close(from, i)
			from = i
		}
	}
	if from < len(t.Tokens) {
		t.close(from, len(t.Tokens))
	}
}

func (t *Text) close(from, to int) {
	n := int32(len(t.Sentences))
	for i := from; i < to; i++ {
		t.Tokens[i].Sentence = n
	}
	t.Sentences = append(t.Sentences, Range{from, to})
}

// begins tells whether a sentence begins at token i.
func (t *Text) begins(i int, blocks bool) bool {
	tok := &t.Tokens[i]
	if tok.Line {
		if blocks {
			return true
		}
		// A line broken in the middle of a sentence goes on in lower case.
		r, _ := utf8.DecodeRuneInString(t.Source[tok.Start:])
		cased := r < 0x250 || r >= 0x400 && r < 0x530
		prev := t.Tokens[i-1].Norm
		wrapped := tok.Kind == Word && cased && !tok.Upper && prev != "." && prev != "!" && prev != "?" && prev != ":"
		return !wrapped
	}
	if tok.Glued {
		return false
	}
	j := i - 1
	for j > 0 && t.Tokens[j].Kind == Punct && (t.Tokens[j].Norm == "\"" || t.Tokens[j].Norm == ")" || t.Tokens[j].Norm == "'") && t.Tokens[j].Glued {
		j--
	}
	mark := &t.Tokens[j]
	if mark.Kind != Punct {
		return mark.Norm != "" && mark.Norm[len(mark.Norm)-1] == '.' && tok.Upper && !abbreviations[mark.Norm] && !t.opensName(j)
	}
	switch mark.Norm {
	case "!", "?":
		return tok.Kind != Word || tok.Upper || !cased(t.Source[tok.Start:])
	case ".":
		if j == 0 || !mark.Glued {
			return true
		}
		prev := &t.Tokens[j-1]
		if tok.Kind == Word && !tok.Upper && cased(t.Source[tok.Start:]) {
			return false
		}
		if prev.Kind == Number && j-1 > 0 && tok.Kind == Word && !tok.Upper {
			return !cased(t.Source[tok.Start:])
		}
		if prev.Kind == Number && prev.Value > 0 && prev.Value < 60 && t.counted(i) {
			return false
		}
		return !abbreviations[prev.Norm] && (prev.Kind != Word || utf8.RuneCountInString(prev.Norm) > 1)
	}
	return false
}

// opensName tells whether the initials at token i begin somebody's name, "head:
// A.A. Khaji": they stand right behind a mark.
func (t *Text) opensName(i int) bool {
	return i == 0 || t.Tokens[i-1].Kind == Punct && t.Tokens[i-1].Norm != "."
}

// counted tells whether a Turkish noun for meetings stands at or soon behind
// token i: of "15. Garantörler Toplantısı" the dot makes an ordinal.
func (t *Text) counted(i int) bool {
	for j := i; j < min(i+4, len(t.Tokens)) && !(t.Tokens[j].Line && j > i) && t.Tokens[j].Kind != Punct; j++ {
		switch w := t.Tokens[j].Norm; {
		case w == "tur", w == "turu", w == "turunda", w == "turun", w == "turunun":
			return true
		case strings.HasPrefix(w, "toplanti"), strings.HasPrefix(w, "oturum"), strings.HasPrefix(w, "zirve"), strings.HasPrefix(w, "gorusme"):
			return true
		}
	}
	return false
}

// cased tells whether a text begins with a letter of a script with capitals.
func cased(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'A' && r < 0x530 && r != 0xd7 && r != 0xf7
}
