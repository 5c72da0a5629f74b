// Package clean finds the article in a saved page: its title, its text, and
// what the page says about itself.
//
// The idea to know: [Content.Text] is the text that is kept, and each of its
// lines or paragraphs is a [Block] of one [Kind]. Only the kinds for which
// [Kind.Facts] holds belong to the story; menus, captions, appeals and
// headlines of other articles stay in a plain text, marked as what they are,
// because they may still name the outlet or the day.
//
// The kinds are told by form first (length, sentence-final punctuation, where
// a line stands, how much of it is links) and by the words of markers.yaml
// second. Where the signs disagree a line counts as story: a harmless line too
// many is better than a lost sentence.
//
// The package looks at one page alone and knows no outlet. Finding a date that
// the story itself gives is left to those who read the story.
package clean
