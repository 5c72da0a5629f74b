package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Dictionary tells which folded words exist.
type Dictionary interface {
	Known(t *Token) bool    // with whatever may stand around it
	Parts(t *Token) bool    // false where it cannot be two words written together
	Whole(word string) bool // just so
	Tail(word string) bool  // just so, or behind an article or conjunction
}

// maxGlued is the longest folded word that is looked at for a seam, in bytes:
// longer than any two words, while the halves of noise of a megabyte would
// be looked up for hours.
const maxGlued = 128

// Unglue splits words that were written together, "andTurkey" or
// «وفدالمعارضة», where both halves are words and the whole is not. It works on
// the text in place; sentences keep their tokens.
func (t *Text) Unglue(words Dictionary) {
	var tokens []Token
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		cut, at := 0, 0
		if tok.Kind == Word && len(tok.Norm) >= 6 && len(tok.Norm) <= maxGlued && !words.Known(tok) && words.Parts(tok) {
			if cut, at = t.seam(tok, words); cut == 0 && i > 0 && tok.Glued && t.Tokens[i-1].Kind == Number {
				cut, at = t.pastSuffix(tok, words)
			}
		}
		if cut == 0 {
			if tokens != nil {
				tokens = append(tokens, *tok)
			}
			continue
		}
		if tokens == nil {
			tokens = append(slices.Grow(t.spare[:0], len(t.Tokens)+8), t.Tokens[:i]...)
		}
		left, right := *tok, *tok
		left.Norm, left.End = tok.Norm[:cut], at
		right.Norm, right.Start, right.Glued, right.Line = tok.Norm[cut:], at, true, false
		if t.words != nil {
			left.Word, right.Word = t.words.of(left.Norm), t.words.of(right.Norm)
		}
		r, _ := utf8.DecodeRuneInString(t.Source[at:])
		right.Upper = unicode.IsUpper(r)
		tokens = append(tokens, left, right)
	}
	if tokens == nil {
		return
	}
	t.Tokens, t.spare = tokens, t.Tokens
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

// ending tells whether letters are how Arabic words in ي end in the dual and the
// plural: «عسكريان» is no name يان written to another word.
func ending(right string) bool {
	switch right {
	case "يان", "يين", "يون", "يات":
		return true
	}
	return false
}

// begins tells whether letters begin as an Arabic word that was written to another does, with
// the article or a conjunction: «روبنستين» is a name, and no ستين written to another. Of
// Persian, which has no article, words are cut before a conjunction only.
func begins(right string) bool {
	return strings.HasPrefix(right, "ال") || strings.HasPrefix(right, "لل") || strings.HasPrefix(right, "و") && utf8.RuneCountInString(right) > 4
}

// closed tells whether the last letter or mark is one that only ends Arabic words.
func closed(left string) bool {
	return strings.HasSuffix(left, "ة") || strings.HasSuffix(left, "ى") || strings.HasSuffix(left, "ً")
}

// beginning tells whether letters are how Arabic verbs of the tenth form begin:
// «استعادت» is no است with another word behind it.
func beginning(left string) bool { return left == "است" }

// capitalInside tells whether a word has a capital letter behind its first.
func capitalInside(word string) bool {
	for i, r := range word {
		if i > 0 && upper(r) {
			return true
		}
	}
	return false
}

// pastSuffix is where a word begins that is written to the ending of an ordinal in
// digits, "17thround"; zeros where there is none.
func (t *Text) pastSuffix(tok *Token, words Dictionary) (cut, at int) {
	if cut = 2; len(tok.Norm) != tok.End-tok.Start || !words.Whole(tok.Norm[:cut]) || !words.Tail(tok.Norm[cut:]) {
		return 0, 0
	}
	return cut, tok.Start + cut
}

// seam is where a glued word is to be cut: an index into its folded form and
// the byte offset in the source; zeros where nowhere. A script with capitals
// is cut before a capital only; another needs three letters on either side.
func (t *Text) seam(tok *Token, words Dictionary) (cut, at int) {
	folded := 0
	bare := cased(tok.Norm)
	letters := 0
	if bare && !capitalInside(t.Source[tok.Start:tok.End]) {
		return 0, 0
	}
	total := utf8.RuneCountInString(tok.Norm)
	for i, r := range t.Source[tok.Start:tok.End] {
		if folded > 0 && folded < len(tok.Norm) {
			capital := unicode.IsUpper(r)
			if bare && capital || !bare && letters >= 3 && total-letters >= 3 {
				left, right := tok.Norm[:folded], tok.Norm[folded:]
				if words.Whole(left) && words.Tail(right) && !beginning(left) && !ending(right) && (bare || begins(right) || closed(t.Source[tok.Start:tok.Start+i])) {
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
