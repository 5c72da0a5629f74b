// Package dates finds temporal expressions in an article and says which days
// they mean.
//
// The work is in two steps. [Find] reads what is written: "tomorrow,
// Wednesday", "14 و15 سبتمبر", "late October", as a [Mention] that holds only
// what the words say. [Solve] then looks at all mentions of an article
// together, settles the article's own day, the anchor, and from it the day,
// month or year of each mention.
//
// The one idea to know: a date that lacks its year or its month is solved by
// constraints (the weekday, the anchor, the other dates of the article, and
// the caller's hints, such as the years in which a city bore a name), never
// guessed. What the constraints leave open stays imprecise, and each resolved
// date says in words what it rests on.
//
// A language is one file under data/; the grammar is shared. The package knows
// no names of places, processes or persons.
package dates
