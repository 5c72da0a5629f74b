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
// The invariant: [Engine.Read] is a pure function of its input and of the
// data; it reads no clock, no file and no other article.
package rules
