package text

import (
	"unicode"
	"unicode/utf8"
)

// Unglue splits words that were written together, "andTurkey" or
// «وفدالمعارضة», where known tells that both halves are words and the whole is
// not. It works on the text in place; sentences keep their tokens.
func (t *Text) Unglue(known func(folded string) bool) {
	var tokens []Token
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		cut, at := 0, 0
		if tok.Kind == Word && len(tok.Norm) >= 6 && !known(tok.Norm) {
			cut, at = t.seam(tok, known)
		}
		if cut == 0 {
			if tokens != nil {
				tokens = append(tokens, *tok)
			}
			continue
		}
		if tokens == nil {
			tokens = append(make([]Token, 0, len(t.Tokens)+8), t.Tokens[:i]...)
		}
		left, right := *tok, *tok
		left.Norm, left.End = tok.Norm[:cut], at
		right.Norm, right.Start, right.Glued, right.Line = tok.Norm[cut:], at, true, false
		r, _ := utf8.DecodeRuneInString(t.Source[at:])
		right.Upper = unicode.IsUpper(r)
		tokens = append(tokens, left, right)
	}
	if tokens == nil {
		return
	}
	t.Tokens = tokens
	t.Sentences = t.Sentences[:0]
	from := 0
	for i := range tokens {
		if i > 0 && tokens[i].Sentence != tokens[i-1].Sentence {
			t.Sentences = append(t.Sentences, Range{from, i})
			from = i
		}
	}
	t.Sentences = append(t.Sentences, Range{from, len(tokens)})
}

// seam is where a glued word is to be cut: an index into its folded form and
// the byte offset in the source; zeros where nowhere. A script with capitals
// is cut before a capital only; another needs three letters on either side.
func (t *Text) seam(tok *Token, known func(string) bool) (cut, at int) {
	folded := 0
	bare := cased(tok.Norm)
	letters := 0
	total := utf8.RuneCountInString(tok.Norm)
	for i, r := range t.Source[tok.Start:tok.End] {
		if folded > 0 && folded < len(tok.Norm) {
			capital := unicode.IsUpper(r)
			if bare && capital || !bare && letters >= 3 && total-letters >= 3 {
				left, right := tok.Norm[:folded], tok.Norm[folded:]
				if known(left) && known(right) {
					return folded, tok.Start + i
				}
			}
		}
		f := fold(r)
		folded += int(f.n)
		if f.n > 0 {
			letters++
		}
	}
	return 0, 0
}
