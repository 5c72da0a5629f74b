// Package text turns an article into tokens that can be compared.
//
// The one idea to know: a [Token] carries the folded form of a word, which is
// the same for all ways of writing it (case, marks, Arabic letter variants,
// presentation forms, digits of any script), and the byte offsets of the word
// as it stands in the article. Everything later is matched on folded forms
// and reported by offsets.
//
// The invariant: offsets lie on rune boundaries of the source, tokens do not
// overlap, and they come in order.
//
// The package knows no vocabulary: what a word means is for the lexicon.
package text
