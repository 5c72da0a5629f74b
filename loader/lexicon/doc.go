// Package lexicon recognises names: of processes, parties, people, places, regions,
// topics, titles and media, in any spelling and script.
//
// The names are data (data/*.yml); the one idea to know is the [Matcher], a
// trie over dictionary words that finds every name of every kind, and every
// phrase of every word class of the rules, in one pass over the tokens of an
// article. Arabic proclitics (و ف ب ل ك ال) are taken off before a word is
// looked up, so that وبالعاصمة is found as عاصمة.
//
// The invariant: the lexicon recognises and names. It holds no date, venue or
// attendance of any round; facts come from articles.
package lexicon
