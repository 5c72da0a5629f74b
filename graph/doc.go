// Package graph stores what articles report about peace talks and answers
// questions about it.
//
// The unit of storage is a [Claim]: a subject, a predicate and an object, such
// as "round:astana-14 has guarantor party:turkey". A claim is kept only while
// at least one [Evidence] or a curator supports it. What one article says is a
// [Reading]; a reading is written whole or not at all.
//
// Rounds, delegations, meetings and agenda items are views computed from
// claims; nothing writes them directly. keys.go lists every key in the
// database.
//
// What curators decide is a log of [Decision]s. It changes nothing of what was
// read: overlay.go lays it over the rows of the database when they are read.
//
// The package knows nothing of languages, of how articles are understood, or
// of GraphQL.
package graph
