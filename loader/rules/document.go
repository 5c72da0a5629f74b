package rules

import (
	"iter"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// A document is one article on its way from text to claims.
type document struct {
	*scratch // borrowed until the document is closed
	watch    *stopwatch

	e    *Engine
	in   Input
	lang *language
	text *text.Text

	matches []lexicon.Match

	persons []*person
	rounds  []*round
	series  []earlierRound // listed in one sentence
	main    *round
	next    *round // without a number: the round after the article's own
	pairs   []pair
	cities  []earlierRound // summits called by their city and day
	instead *round         // of a pair, while what is told of both is made for it
	byCity  []earlierRound // other talks, by their cities, without a date
	former  *round         // without a number or a name: talks before the article's own
	country string         // of the conflict: a party id

	dates       []dates.Mention
	durations   []dates.Duration
	solution    dates.Solution
	days        []diaryDay      // the parts of a diary
	leadEnd     int             // index of the last sentence of the lead, or past the last one
	headline    bool            // whether a title or heading is being read
	unlisted    map[string]bool // parties that no list knows
	facts       []*fact
	trace       *trace     // nil unless somebody asks why
	live        bool       // it is told hour by hour
	likely      *edtf.Date // the article's own day before dates are solved, once asked for
	resorting   bool       // the rules of last resort are laid over it
	otherTalks  string     // talks that are called by their city and a state, which no list has
	passedOver  string     // a process that is named only as what the article's talks are counted from
	phases      bool       // the talks' rounds are called phases
	otherCounts uint64     // bit n: the text counts an nth round of something else
	met         toldMeeting
	interview   interview
	releaser    string  // the state whose ministry issued the page
	offered     *Offer  // see Offer; nil else
	stories     []Input // of a digest
}

// at returns the matches that begin at token i, the longest first; none before the
// text or behind it.
func (d *document) at(i int) []lexicon.Match {
	if uint(i) >= uint(len(d.text.Tokens)) {
		return nil
	}
	return d.matches[d.first[i]:d.first[i+1]]
}

// classAt returns the end of the longest phrase of a class that begins at i; there is
// none before the text or behind it.
func (d *document) classAt(i, class int) (int, bool) {
	if uint(i) >= uint(len(d.spots)) || d.spots[i].classes&classBit(class) == 0 {
		return 0, false
	}
	return d.findClass(i, class)
}

//go:noinline
func (d *document) findClass(i, class int) (int, bool) {
	list := d.matches[d.first[i]:d.first[i+1]]
	for k := range list {
		if m := &list[k]; int(m.Class) == class && m.Kind == lexicon.Class {
			return m.To, true
		}
	}
	return 0, false
}

// classBit is the bit of a class in a spot; others may share it.
func classBit(class int) uint64 { return 1 << (uint(class) & 63) }

// where lists the tokens at which a phrase of some classes may begin, given by
// their bits, or one that stands for some kinds of entries.
func (d *document) where(classes uint64, kinds ...lexicon.Kind) iter.Seq[int] {
	entries := uint16(0)
	for _, k := range kinds {
		entries |= 1 << k
	}
	return func(yield func(int) bool) {
		for i := range d.text.Tokens {
			if s := &d.spots[i]; (s.classes&classes != 0 || s.entries&entries != 0) && !yield(i) {
				return
			}
		}
	}
}

// entryAt returns the longest match of a kind of entry that begins at i.
func (d *document) entryAt(i int, k lexicon.Kind) *lexicon.Match {
	if uint(i) >= uint(len(d.spots)) || d.spots[i].entries>>k&1 == 0 {
		return nil
	}
	list := d.at(i)
	for n := range list {
		if f := &list[n]; f.Kind == k {
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
	if uint(i) >= uint(len(d.spots)) || d.spots[i].clitics&lexicon.Conjunction == 0 {
		return false
	}
	for _, f := range d.at(i) {
		if f.Kind == lexicon.Class && f.Label.Class == d.lang.common.delegation && f.Clitics&lexicon.Conjunction == 0 {
			return false // «وفدا»
		}
	}
	return true
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
	if i >= end {
		return end
	}
	// Behind a colon semicolons part the items of the list.
	listed := d.text.Tokens[i].Norm == ":" || i > 0 && d.text.Tokens[i-1].Norm == ":"
	for j := i + 1; j < end; j++ {
		if d.text.Tokens[j].Norm == ";" && !listed && !d.partedBySemicolons(j, end) {
			return j
		}
		if _, ok := d.classAt(j, d.lang.common.stop); ok {
			if to, ok := d.classAt(j, d.lang.common.butAlso); ok {
				j = to - 1 // "with the truce, but also with prisoners"
				continue
			}
			if next, ok := d.parenthesis(j, end); ok {
				j = next
				continue
			}
			if next, ok := d.goesOn(j, end); ok {
				j = next
				continue
			}
			if next, ok := d.aboutTopic(j, end); ok {
				j = next
				continue
			}
			if d.lang.cased && j+1 < end && d.dateAt(j+1) && j > i+1 {
				continue // "since March"
			}
			if next := d.behindAside(j, end); next > j && j > i+1 {
				j = next
				continue
			}
			if next := d.source(j, end); next > j && j <= i+3 {
				j = next - 1
				continue
			}
			return j
		}
	}
	return end
}

// purpose tells whether a topic that carries the proclitic ل begins at token i.
func (d *document) purpose(i int) bool {
	return !d.lang.cased && len(d.mentions[kindTopic][i]) > 0 && strings.HasPrefix(d.text.Tokens[i].Norm, "ل") &&
		slices.ContainsFunc(d.at(i), func(f lexicon.Match) bool { return f.Kind == lexicon.Topic && f.Clitics&lexicon.Preposition != 0 })
}

// goesOn tells whether a list of topics goes on behind an aside that begins at
// token j, «… من دون اتفاق، وحول الوضع في إدلب», and where the comma stands.
// Languages without a class "list-aside" do not ask.
func (d *document) goesOn(j, end int) (int, bool) {
	class, ok := d.lang.class["list-aside"]
	if !ok {
		return 0, false
	}
	if _, ok := d.classAt(j, class); !ok {
		return 0, false
	}
	for k := j + 1; k+1 < min(j+9, end); k++ {
		if d.text.Tokens[k].Norm != "," {
			continue
		}
		_, of := d.classAt(k+1, d.lang.common.of)
		return k, d.joined(k+1) && (of || len(d.mentions[kindTopic][k+1]) > 0)
	}
	return 0, false
}

// behindAside is the comma before the last topic of a list, where words of time from
// token j stand between it and the others: "aid after the earthquake, and
// reconstruction"; j where there is none.
func (d *document) behindAside(j, end int) int {
	if _, ok := d.classAt(j, d.lang.class["aside-of-time"]); !ok {
		return j
	}
	for k := j + 1; k+1 < min(j+8, end); k++ {
		if d.endsList(k) || d.isVerbOfMeeting(k) {
			return j
		}
		if d.text.Tokens[k].Norm == "," {
			if d.listGoesOn(k+1, end) {
				return k
			}
			return j
		}
	}
	return j
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

// aboutTopic tells whether a relative clause about a topic stands from token j
// between two commas, behind which a list of topics goes on, and where the
// second stands: "a ceasefire, which Kabul puts first, and a settlement", "the
// fight against terror, for which they want a map, and a swap".
func (d *document) aboutTopic(j, end int) (int, bool) {
	if _, ok := d.classAt(j, d.lang.common.relative); !ok || !d.lang.cased {
		return 0, false
	}
	from := j
	if d.follows(j, d.lang.common.of) || d.follows(j, d.lang.common.in) {
		from--
	}
	if from == 0 || d.text.Tokens[from-1].Norm != "," {
		return 0, false
	}
	for k := j + 1; k+1 < min(j+25, end); k++ {
		if d.text.Tokens[k].Norm == ";" {
			return k, d.partedBySemicolons(j, end)
		} else if d.text.Tokens[k].Norm != "," {
			continue
		}
		if d.listGoesOn(k+1, end) {
			return k, true
		}
		if _, says := d.classAt(k+1, d.lang.common.say); says {
			break
		}
	}
	return 0, false
}

// listGoesOn tells whether a further topic of a list stands at token i: behind a
// conjunction, an article or a preposition.
func (d *document) listGoesOn(i, end int) bool {
	to, near := i, 3
	if next, ok := d.classAt(i, d.lang.common.and); ok {
		to, near = next, 4
	} else if _, ok := d.classAt(i, d.lang.common.of); !ok {
		return false
	}
	for n := to; n < min(to+near, end); n++ {
		if len(d.mentions[kindTopic][n]) > 0 {
			return true
		}
	}
	return false
}

// partedBySemicolons tells whether the semicolon at token j parts the items of a
// list, of which the last begins "; and".
func (d *document) partedBySemicolons(j, end int) bool {
	for k := j; d.lang.cased && k+1 < end; k++ {
		if d.text.Tokens[k].Norm == ";" {
			if _, ok := d.classAt(k+1, d.lang.common.and); ok {
				return true
			}
		}
	}
	return false
}

// source is where the words end that name, from token j, who tells what the
// clause says: «وفق ما أعلنته وزارة الخارجية الكازاخية»; j where there are none.
func (d *document) source(j, end int) int {
	to, ok := d.classAt(j, d.lang.common.according)
	if !ok || d.lang.cased {
		return j
	}
	for k := to; k < min(to+5, end); k++ {
		for _, kind := range []mentionKind{kindInstitution, kindPerson, kindMedia, kindParty} {
			for _, m := range d.mentions[kind][k] {
				return m.to
			}
		}
	}
	return j
}

// anchor is the article's own day.
func (d *document) anchor() edtf.Date { return d.solution.Anchor }
