// Package search brings words to the terms under which a search finds them.
//
// The one idea to know: a word of a text stands under several terms, and a
// word of a query asks for several; the two are the same word for a search if
// they share one. The first term is the word as [text] folds it: without case,
// marks, tatweel and the variants of letters. The others depend on the script:
//
//   - Arabic letters: without the proclitics (wa, fa, bi, ka, li, sa) and the
//     article. A text's word stands under every form that may be meant; a query
//     asks only for those that are hardly anything else.
//   - Latin and Cyrillic letters: the stem by the rules of the text's
//     language, marked with the language so that stems of different languages
//     never meet. A query, whose language nobody tells, asks for the stems of
//     all languages of its script.
//
// A name also has a [Sound], which is much the same in every script.
//
// The invariant: the terms of a word depend on the word and the language
// alone, and a text asked for by its own words is found.
//
// The package does not know names, synonyms or the graph.
package search
