// Package timeline turns what a graph reports into dated events and writes
// them in the formats of calendars, spreadsheets and timeline pages.
//
// An [Event] is a view of claims, like those of package graph: the opening or
// closing of a round, a plenary, a meeting, a statement, an outcome, a day on
// which an agenda item is discussed. It names the claims that it rests on and
// carries their passages. [Events] yields them in one total order, so that the
// same graph gives the same bytes in every format.
//
// A date is never made more precise than the reports are. What has no date of
// its own is placed on the days of its round, about its first or last day, or
// about the day of the report, and its basis says so; what has none of these is
// no event.
//
// Titles are made from the phrases of six languages, one file each. The names
// in them come from articles and may be hostile: titles are plain text
// without control characters and bidirectional marks, and each format escapes
// them by its own rules.
//
// The package does not know HTTP, the command line or GraphQL.
package timeline
