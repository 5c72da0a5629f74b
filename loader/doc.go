// Package loader is the front door of the pipeline that turns saved articles
// into readings: what each article says, every claim with its passage.
//
// The idea to know: [Loader.Extract] is a pure function of one document and the
// extractor. It reads no clock, no store and no other article, so that any
// number of workers, on any number of machines, in any order, make the same
// readings. [Loader.Load] is only that function with workers before it and a
// store behind it.
//
// The package also writes readings down as facts, in the terms of hand-made
// gold files ([Loader.Facts]), and scores facts against such files ([Score]).
//
// Files are opened in package source, pages are cleaned in package clean, and
// texts are understood in package rules; none of that happens here.
package loader
