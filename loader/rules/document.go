package rules

import (
	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A document is one article on its way from text to claims.
type document struct {
	e    *Engine
	in   Input
	lang *language
	text *text.Text

	matches []lexicon.Match
	first   []int32  // first[i]: index of the first match at token i; one longer than the tokens
	blocks  []string // kind of block, by sentence; "" where nothing is read

	mentions [kindCount][][]*mention // by kind and token
	listed   map[uint32][]*mention   // the lists that were built, by token and kind; until a mention is added
	persons  []*person
	rounds   []*round
	main     *round
	next     *round   // without a number: the round after the article\'s own
	country  string   // of the conflict: a party id
	context  []*round // by token

	dates     []dates.Mention
	durations []dates.Duration
	solution  dates.Solution
	topics    []*round        // by sentence: the other round that its paragraph turned to
	fired     []*rule         // at the token being tried
	inRound   []bool          // by token: inside the name of a round
	inName    []bool          // by token: inside the name of a process, not at its start
	headline  bool            // whether a title or heading is being read
	posted    map[int]bool    // parties that a title names as where somebody is posted
	told      map[*rule]int   // by rule: the end of what it last took with a round
	unlisted  map[string]bool // parties that no list knows
	facts     []*fact
	isAbout   map[string]bool // by process; see about
	seen      map[string]*fact
}

// at returns the matches that begin at token i, the longest first.
func (d *document) at(i int) []lexicon.Match {
	if i >= len(d.text.Tokens) {
		return nil
	}
	return d.matches[d.first[i]:d.first[i+1]]
}

// classAt returns the end of the longest phrase of a class that begins at i.
func (d *document) classAt(i, class int) (int, bool) {
	for _, f := range d.at(i) {
		if f.Label.Kind == lexicon.Class && f.Label.Class == class {
			return f.To, true
		}
	}
	return 0, false
}

// entryAt returns the longest match of a kind of entry that begins at i.
func (d *document) entryAt(i int, k lexicon.Kind) *lexicon.Match {
	for n := range d.at(i) {
		if f := &d.at(i)[n]; f.Label.Kind == k {
			return f
		}
	}
	return nil
}

// quotes passes over quotation marks.
func (d *document) quotes(i, end int) int {
	for i < end && d.text.Tokens[i].Kind == text.Punct && (d.text.Tokens[i].Norm == "\"" || d.text.Tokens[i].Norm == "'") {
		i++
	}
	return i
}

// joined tells whether the word at token i carries the proclitic و.
func (d *document) joined(i int) bool {
	for _, f := range d.at(i) {
		if f.Clitics&lexicon.Conjunction != 0 {
			return true
		}
	}
	return false
}

func (d *document) sentenceEnd(i int) int {
	if i >= len(d.text.Tokens) {
		return len(d.text.Tokens)
	}
	return d.text.Sentences[d.text.Tokens[i].Sentence].To
}

// clauseEnd is where a list of topics that begins at i ends: at a word that
// opens another clause, or at the sentence's end.
func (d *document) clauseEnd(i, end int) int {
	// Behind a colon semicolons part the items of the list.
	listed := d.text.Tokens[i].Norm == ":" || i > 0 && d.text.Tokens[i-1].Norm == ":"
	for j := i + 1; j < end; j++ {
		if d.text.Tokens[j].Norm == ";" && !listed {
			return j
		}
		if _, ok := d.classAt(j, d.lang.common.stop); ok {
			if next, ok := d.parenthesis(j, end); ok {
				j = next
				continue
			}
			return j
		}
	}
	return end
}

// parenthesis tells whether a source is named from token j between two commas,
// "…, according to TASS, …", and where the second stands.
func (d *document) parenthesis(j, end int) (int, bool) {
	if _, ok := d.classAt(j, d.lang.common.according); !ok || d.text.Tokens[j-1].Norm != "," {
		return 0, false
	}
	for k := j + 1; k < min(j+9, end); k++ {
		if d.text.Tokens[k].Norm == "," {
			return k, true
		}
	}
	return 0, false
}

// anchor is the article's own day.
func (d *document) anchor() edtf.Date { return d.solution.Anchor }
