// Package rules reads an article's text and writes down what it says about
// peace talks, each claim with the passage that states it.
//
// What is said is found by rules, which are data (data/*.yml, one file a
// language; README.md tells how to write one). A rule is a pattern over
// mentions: things that the text names, such as a person with title, a
// delegation, a round or a list of topics. The engine finds the mentions,
// decides which rounds the article is about, lays the rules' patterns over
// each sentence and turns what matched into claims.
//
// How it is made fast. An article's words are numbered once, and what the
// lexicon and the calendar know of a word is found by its number. What begins
// at a token (word classes, names, mentions) is kept in bits, a spot, and what
// a sentence has in a signature: most questions end there. A pattern is
// compiled into instructions, each of which knows what comes next, and stands
// on the shelf of what it begins with; in a sentence whose signature lacks
// something that it needs it is not tried. All that a reading does not give
// back lives in a scratch, memory that one article after another borrows.
// Stages are timed by BenchmarkStages.
//
// The invariant: [Engine.Read] is a pure function of its input and of the
// data; it reads no clock, no file and no other article.
package rules
