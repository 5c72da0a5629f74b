package clean

import (
	"strings"
	"unicode/utf8"
)

// classify gives every unit its kind. title is the headline if it is known.
//
// The story is what lies between the first and the last unit that reads like
// running text (the core). Before it stand the menu, the headline, the byline
// and captions; after it only what still reads like a sentence counts, until
// the first sign of furniture.
func classify(units []unit, title string) {
	for i := range units {
		units[i].form = formOf(&units[i])
	}
	c := classifier{units: units, v: vocab(), first: -1, last: -1}
	c.findCore()
	c.sections()
	c.bounds()
	at := c.findTitle(title)
	c.head(at)
	c.middle()
	c.tail()
}

// A classifier holds what is known while units are given their kinds.
type classifier struct {
	units       []unit
	v           *markers
	core        []bool // reads like running text
	out         []bool // lies in a section of other articles, comments …
	first, last int    // of the core outside such sections; -1 if there is none
	unstopped   bool   // the text has no full stops
	inPara      []int  // how many units a paragraph has, by its number
}

// findCore marks the units that read like running text. Where a page has none,
// what comes nearest counts.
func (c *classifier) findCore() {
	c.core = make([]bool, len(c.units))
	c.out = make([]bool, len(c.units))
	for _, u := range c.units {
		for len(c.inPara) <= u.para {
			c.inPara = append(c.inPara, 0)
		}
		c.inPara[u.para]++
	}
	for n, level := range []func(*unit) bool{isCore, isSentence, isPhrase} {
		c.unstopped = n == 2
		any := false
		for i := range c.units {
			u := &c.units[i]
			if u.form == plain && u.hint != headline && level(u) {
				c.core[i], any = true, true
			}
		}
		if any {
			break
		}
	}
	c.spareTitle()
}

// spareTitle keeps the first line of a text without full stops out of the
// core: it is the headline, unless it is all there is.
func (c *classifier) spareTitle() {
	first, others := -1, 0
	for i := range c.units {
		switch u := &c.units[i]; {
		case u.stop:
			return
		case !c.core[i]:
		case first < 0:
			first = i
		default:
			others++
		}
	}
	if first >= 0 && others > 0 && c.units[first].runes < 120 && !c.units[first].bullet {
		c.core[first] = false
	}
}

// isCore is running text beyond doubt.
func isCore(u *unit) bool {
	if u.links > 0.8 || u.hint == heading {
		return false
	}
	return u.stop && u.runes >= 60 || u.runes >= 140 || u.sentences >= 2 && u.runes >= 60 ||
		u.hint == paragraph && u.stop && len(u.words) >= 4
}

func isSentence(u *unit) bool { return u.stop && len(u.words) >= 4 && u.links <= 0.8 }

func isPhrase(u *unit) bool { return len(u.words) >= 3 && u.hint != heading && u.links <= 0.8 }

// sections finds the lists of other articles and what else follows a story,
// each from its heading to the next paragraph of the story.
func (c *classifier) sections() {
	said, sentences := wordSet{}, 0
	for i := 0; i < len(c.units); i++ {
		u := &c.units[i]
		switch {
		case c.core[i]:
			said.add(c.v, u.words)
			sentences += max(1, u.sentences)
		case u.form == relatedTo || u.form == ending && (sentences >= 2 || !c.coreAfter(i)):
			i = c.section(i, u.form, said) - 1
		}
	}
}

func (c *classifier) coreAfter(i int) bool {
	for _, core := range c.core[i:] {
		if core {
			return true
		}
	}
	return false
}

// section marks the section that begins at unit i and returns the unit that
// ends it.
func (c *classifier) section(i int, form form, said wordSet) int {
	c.out[i] = true
	for j := i + 1; j < len(c.units); j++ {
		u := &c.units[j]
		switch {
		case form == ending:
			if c.core[j] && c.outweighs(i) {
				return j
			}
		case u.form == relatedTo || u.form == ending:
			return j
		case c.core[j] && (u.stop || isCore(u)) && c.resumes(j, said):
			return j
		case u.para != c.units[j-1].para && j > i+1 && c.sentenceAhead(j, said):
			return j
		}
		c.out[j] = true
	}
	return len(c.units)
}

// outweighs reports whether what follows unit i is a story and what precedes
// it is not: nothing else returns from comments and lists of headlines.
func (c *classifier) outweighs(i int) bool {
	before, after := 0, 0
	for k := range c.units {
		if !c.core[k] {
			continue
		}
		if k < i {
			before += c.units[k].runes
		} else {
			after += c.units[k].runes
		}
	}
	return after > 2*before
}

// resumes reports whether the story goes on with a unit: it must speak of what
// the story speaks of.
func (c *classifier) resumes(j int, said wordSet) bool {
	if len(said) == 0 {
		return true
	}
	shared, share := said.share(c.v, c.units[j].words)
	if shared >= 2 || share >= 0.12 {
		return true
	}
	// A teaser is followed by the next headline, a story by its next sentence.
	next := j + 1
	return c.units[j].stop && next < len(c.units) && c.units[next].form == plain && c.units[next].stop && len(c.units[next].words) >= 4
}

// sentenceAhead reports whether a list of other articles is over before unit
// j, which begins a paragraph: a sentence on the story's matter follows before
// any furniture. That sentence then counts as running text.
func (c *classifier) sentenceAhead(j int, said wordSet) bool {
	headed := c.units[j-1].para == c.units[j-2].para // the list stood together with its heading
	for k := j; k < len(c.units); k++ {
		u := &c.units[k]
		if u.form != plain && u.form != pictured && u.form != dated {
			return false
		}
		shared, _ := said.share(c.v, u.words)
		sentence := u.stop || c.unstopped && u.runes >= 60
		if sentence && len(u.words) >= 5 && u.links < 0.5 && (shared > 0 || headed && c.core[k]) {
			c.core[k] = c.core[k] || headed || k == j
			return headed || k == j && c.coreAfter(k+1)
		}
		if u.runes > 120 {
			return false
		}
	}
	return false
}

func (c *classifier) bounds() {
	for i := range c.units {
		if c.core[i] && !c.out[i] {
			if c.first < 0 {
				c.first = i
			}
			c.last = i
		}
	}
	for c.appealAfterBreak() {
	}
}

// appealAfterBreak takes what is set apart from the end of the story by
// furniture and speaks of something else out of the story: an appeal for
// support, a correction, a notice. It reports whether there was such a thing.
func (c *classifier) appealAfterBreak() bool {
	broken := -1
	for i := c.first + 1; i < c.last; i++ {
		if c.breaks(i) {
			broken = i
		}
	}
	if broken < 0 {
		return false
	}
	before, after := wordSet{}, []string(nil)
	last, chars, rest := -1, 0, 0
	for i := range c.units {
		switch u := &c.units[i]; {
		case !c.core[i] || c.out[i]:
		case i < broken:
			before.add(c.v, u.words)
			chars += u.runes
			last = i
		default:
			after = append(after, u.words...)
			rest += u.runes
		}
	}
	limit := 0.15
	if c.units[broken].form == notice {
		limit = 0.05
	}
	if _, share := before.share(c.v, after); last < 0 || rest > chars || share >= limit || limit < 0.1 && len(after) < 20 {
		return false
	}
	for i := broken; i <= c.last; i++ {
		c.out[i] = c.out[i] || i > broken || c.units[i].form != dated
	}
	c.last = last
	return true
}

// breaks reports whether a unit inside the story may be where it ends: two
// lines of furniture together, a heading of comments, a credit to the authors,
// an appeal. An advertisement that the markup names is no such sign.
func (c *classifier) breaks(i int) bool {
	u := &c.units[i]
	switch {
	case c.out[i] || u.hint == furniture:
		return false
	case u.form == notice:
		return c.units[i-1].form == notice && c.units[i-1].hint != furniture
	}
	return u.form == ending || u.form == dated && !u.found().some || c.asks(u)
}

// asks reports whether a line heads an appeal for support.
func (c *classifier) asks(u *unit) bool {
	return u.form == plain && u.hint != paragraph && !u.stop && len(u.words) <= 5 && c.v.donate.prefix(u.folded) > 0
}

// findTitle gives the headline its kind and returns its unit, or -1. A known
// headline is looked up; otherwise it is the line before the story that is
// shaped like one and says most of what the story says.
func (c *classifier) findTitle(title string) int {
	end := c.first
	if end < 0 {
		end = len(c.units)
	}
	if known := fold(title); known != "" {
		for i := 0; i < min(end+1, len(c.units)); i++ {
			if sameTitle(c.units[i].folded, known) {
				c.core[i] = false
				if i == c.first {
					c.first = c.nextCore(i)
				}
				return i
			}
		}
	}
	story := wordSet{}
	for i := range c.units {
		if c.core[i] && !c.out[i] {
			story.add(c.v, c.units[i].words)
		}
	}
	best, bestScore := -1, -1.0
	for i := 0; i < end; i++ {
		u := &c.units[i]
		if u.hint == headline {
			return i
		}
		if title != "" || c.out[i] || !c.titleShaped(i) {
			continue
		}
		_, score := story.share(c.v, u.words)
		if i+1 < len(c.units) && (c.units[i+1].form == dated || c.units[i+1].form == published) {
			score += 0.3 // a byline or date stands under a headline
		}
		if best < 0 || score > bestScore+0.25 && bestScore < 0.35 {
			best, bestScore = i, score
		}
	}
	return best
}

func (c *classifier) nextCore(i int) int {
	for j := i + 1; j < len(c.units); j++ {
		if c.core[j] && !c.out[j] {
			return j
		}
	}
	return -1
}

// sameTitle reports whether a folded line is the known headline, which pages
// often give with the outlet's name, or cut short.
func sameTitle(line, known string) bool {
	if line == known {
		return true
	}
	shorter := min(len(line), len(known))
	return shorter > 24 && shorter*3 > max(len(line), len(known))*2 && (strings.HasPrefix(line, known) || strings.HasPrefix(known, line))
}

// titleShaped reports whether a unit could be a headline: a line of several
// words that does not stand in a run of menu entries.
func (c *classifier) titleShaped(i int) bool {
	u := &c.units[i]
	if u.form != plain || u.stop || u.runes < 15 || u.runes > 220 || letterWords(u.words) < 3 {
		return false
	}
	run := c.inPara[u.para]
	return run <= 2 || letterWords(u.words) >= 6
}

// head gives the units before the story their kinds. at is the headline's
// unit, or -1.
func (c *classifier) head(at int) {
	end := c.first
	if end < 0 {
		end = len(c.units)
	}
	for i := 0; i < end; i++ {
		u := &c.units[i]
		switch {
		case i == at:
			u.kind = Title
		case i < at || c.out[i]:
			u.kind = Boilerplate
		default:
			u.kind = c.headKind(i, at)
		}
	}
	if at >= end && at >= 0 {
		c.units[at].kind = Title
	}
}

// headKind is the kind of a unit between the headline and the story.
func (c *classifier) headKind(i, at int) Kind {
	u := &c.units[i]
	if at >= 0 && u.folded == c.units[at].folded {
		return Boilerplate
	}
	switch u.form {
	case pictured:
		return Caption
	case dated, published:
		return Dateline
	case notice, relatedTo, ending:
		return Boilerplate
	}
	switch {
	case c.repeated(i):
		return Caption
	case u.hint == heading:
		return Heading
	case u.stop && len(u.words) >= 4:
		return Body
	case u.bullet && len(u.words) >= 3, u.question && len(u.words) >= 2, u.runes >= 25 && letterWords(u.words) >= 4:
		return Heading
	}
	return Boilerplate
}

// repeated reports whether a line before the story stands there twice, which
// is how a picture's alternative text and its caption come out.
func (c *classifier) repeated(i int) bool {
	u := &c.units[i]
	if u.runes < 20 {
		return false
	}
	const near = 40 // units; a caption and its repetition stand close together
	end := len(c.units)
	if c.first >= 0 {
		end = c.first
	}
	for j := max(0, i-near); j < min(end, i+near); j++ {
		if j == i {
			continue
		}
		if o := c.units[j].folded; c.units[j].kind != Title && (strings.Contains(o, u.folded) || utf8.RuneCountInString(o) >= 20 && strings.Contains(u.folded, o)) {
			return true
		}
	}
	return false
}

// middle gives the units of the story their kinds.
func (c *classifier) middle() {
	if c.first < 0 {
		return
	}
	for i := c.first; i <= c.last; i++ {
		u := &c.units[i]
		if u.kind == Title {
			continue
		}
		u.kind = Boilerplate
		if !c.out[i] {
			u.kind = c.storyKind(i)
		}
	}
}

// storyKind is the kind of a unit within the story, where short lines are
// headings and items.
func (c *classifier) storyKind(i int) Kind {
	u := &c.units[i]
	switch u.form {
	case pictured:
		if u.hint == noHint && u.stop && u.runes > 80 {
			return Body
		}
		return Caption
	case dated:
		return Dateline
	case published:
		return Dateline
	case notice:
		return Boilerplate
	case relatedTo, ending:
		return Heading // a word such as "latest" that heads nothing
	}
	switch {
	case u.hint == heading || u.hint == headline:
		return Heading
	case u.hint == paragraph && u.links > 0.8 && !u.stop && len(u.words) > 2, u.hint == item && u.links > 0.8:
		return Boilerplate
	case c.core[i] || u.stop || u.bullet || endsWith(u.text, ":") && len(u.words) >= 4 || u.hint == paragraph || u.hint == item || u.runes > 90:
		return Body
	case c.alone(i):
		return Heading
	}
	return Body
}

// alone reports whether a unit is a paragraph by itself.
func (c *classifier) alone(i int) bool {
	p := c.units[i].para
	return (i == 0 || c.units[i-1].para != p) && (i+1 == len(c.units) || c.units[i+1].para != p)
}

// tail gives the units after the story their kinds: short last sentences and
// closing lists are still story, up to the first unit that is not.
func (c *classifier) tail() {
	if c.last < 0 {
		return
	}
	ended := false
	for i := c.last + 1; i < len(c.units); i++ {
		u := &c.units[i]
		u.kind = Boilerplate
		if c.out[i] {
			ended = true
		}
		if ended {
			continue
		}
		switch {
		case u.form == pictured:
			u.kind = Caption
		case u.form == published, u.form == dated && u.hint == noHint && c.alone(i):
			u.kind = Boilerplate
		case u.form != plain:
			ended = true
		case c.stillStory(i):
			u.kind = Body
		case c.headsStory(i):
			u.kind = Heading
		default:
			ended = true
		}
	}
}

// stillStory reports whether a short unit after the story belongs to it.
func (c *classifier) stillStory(i int) bool {
	u := &c.units[i]
	switch {
	case u.links > 0.8:
		return false
	case u.stop && len(u.words) >= 4:
		return true
	case u.hint == paragraph && len(u.words) >= 4:
		return true
	case u.stop || u.question || endsWith(u.text, ":"):
		return introduces(&c.units[i-1]) || endsWith(u.text, ":") && len(u.words) >= 4 && i+1 < len(c.units) && c.units[i+1].form == plain
	case u.bullet || u.hint == item:
		before := &c.units[i-1]
		if u.hint == item && u.links < 0.3 && letterWords(u.words) >= 3 && before.kind == Body {
			return true
		}
		return before.kind == Heading || before.kind == Body && (before.bullet || before.hint == item || introduces(before))
	}
	return false
}

// introduces reports whether a unit of the story ends with a colon: what
// follows it belongs to it.
func introduces(u *unit) bool { return u.kind == Body && endsWith(u.text, ":") }

// headsStory reports whether a line without a full stop heads a short
// paragraph or list of the story.
func (c *classifier) headsStory(i int) bool {
	u := &c.units[i]
	if i+1 >= len(c.units) || u.links > 0.5 || u.runes > 90 {
		return false
	}
	next := &c.units[i+1]
	if next.form != plain || c.out[i+1] {
		return false
	}
	if u.hint == heading {
		return next.hint == paragraph || next.hint == item && next.links < 0.5
	}
	return next.stop && len(next.words) >= 5 || next.bullet && next.stop
}

// A wordSet holds the words that say what a text is about.
type wordSet map[string]bool

// add puts the words of a unit into the set.
func (s wordSet) add(v *markers, words []string) {
	for _, w := range words {
		if k := stem(v, w); k != "" {
			s[k] = true
		}
	}
}

// share counts the telling words that are in the set, and gives their part of
// all telling words.
func (s wordSet) share(v *markers, words []string) (shared int, part float64) {
	n := 0
	for _, w := range words {
		k := stem(v, w)
		if k == "" {
			continue
		}
		n++
		if s[k] {
			shared++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return shared, float64(shared) / float64(n)
}

// stem cuts a folded word to what its forms have in common, roughly; words
// that tell nothing give "".
func stem(v *markers, w string) string {
	if v.common[w] || utf8.RuneCountInString(w) < 3 {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(w); r >= 0x600 && r < 0x700 {
		for _, p := range []string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"} {
			if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 3 {
				w = rest
				break
			}
		}
	}
	const most = 5
	n := 0
	for i := range w {
		if n == most {
			return w[:i]
		}
		n++
	}
	return w
}
