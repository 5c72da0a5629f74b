package clean

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// classify gives every unit its kind. title is the headline and outlet the
// outlet's name, if they are known.
//
// The story is what lies between the first and the last unit that reads like
// running text (the core). Before it stand the menu, the headline, the byline
// and captions; after it only what still reads like a sentence counts, until
// the first sign of furniture.
func classify(units []unit, title, outlet string) {
	for i := range units {
		units[i].form = formOf(&units[i])
	}
	c := classifier{units: units, v: vocab(), outlet: fold(outlet), first: -1, last: -1}
	c.findCore()
	c.reconsider()
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
	outlet      string // folded; "" where it is not known
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
	for i := range c.units {
		u := &c.units[i]
		c.core[i] = c.core[i] || u.form == plain && u.hint != headline && c.v.goesOnFrom(u)
	}
	c.spareTitle()
	c.findTicker()
}

// timed matches a line that begins with a time of day, behind a sign or none.
var timed = regexp.MustCompile(`^[^\pL\d]{0,6}(?:[01]?\d|2[0-4]):[0-5]\d(?:[^\d]|$)`)

// findTicker adds the entries of a ticker to the core, each behind its time of day and
// many without a full stop: "22:47 Talks end". They are one only where the page has at least
// three and no running text besides: else they are headlines of other articles.
func (c *classifier) findTicker() {
	const fewest = 3
	var entries []int
	for i := range c.units {
		u := &c.units[i]
		switch {
		case u.form == plain && u.links <= 0.8 && len(u.words) >= 4 && timed.MatchString(asciiDigits(u.text)):
			entries = append(entries, i)
		case c.core[i] && isCore(u):
			return
		}
	}
	if len(entries) < fewest {
		return
	}
	for _, i := range entries {
		c.core[i] = true
	}
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

// reconsider gives sentences back to the story that merely begin like a notice
// to readers ("Join the …"): those that speak of what the story speaks of,
// before anything that follows a story.
func (c *classifier) reconsider() {
	said := wordSet{}
	for i := range c.units {
		if c.core[i] {
			said.add(c.v, c.units[i].words)
		}
	}
	begun := false
	for i := range c.units {
		u := &c.units[i]
		begun = begun || c.core[i]
		if begun && (u.form == relatedTo || u.form == ending) {
			begun = false
		}
		if u.form != bidding {
			continue
		}
		u.form = notice
		if shared, share := said.share(c.v, u.words); begun && shared >= 2 && share >= 0.3 {
			u.form, c.core[i] = plain, true
		}
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

// goesOnFrom reports whether a sentence, which may lack its full stop, goes on with a
// story by its first word.
func (v *markers) goesOnFrom(u *unit) bool {
	return u.runes >= 50 && len(u.words) >= 8 && !u.bullet && u.links <= 0.8 && v.goesOn.prefix(u.folded) > 0
}

func isSentence(u *unit) bool { return u.stop && len(u.words) >= 4 && u.links <= 0.8 }

func isPhrase(u *unit) bool { return len(u.words) >= 3 && u.hint != heading && u.links <= 0.8 }

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
	case notice, relatedTo, ending, cells:
		return Boilerplate
	}
	switch {
	case c.namesOutlet(u):
		return Dateline
	case c.repeated(i):
		return Caption
	case u.hint == heading:
		return Heading
	case u.stop && len(u.words) >= 4, u.runes >= 100 && u.hint == noHint && !u.question:
		return Body
	case u.bullet && len(u.words) >= 3, u.question && len(u.words) >= 2, u.runes >= 25 && letterWords(u.words) >= 4:
		return Heading
	}
	return Boilerplate
}

// namesOutlet reports whether a short line between the headline and the story has
// the outlet, whose name is known, as its last entry, behind a place or a reporter:
// "Nur-Sultan / Anadolu".
func (c *classifier) namesOutlet(u *unit) bool {
	if c.outlet == "" || u.stop || u.question || len(u.words) > 10 {
		return false
	}
	cells := strings.FieldsFunc(u.text, func(r rune) bool { return strings.ContainsRune("/|–—-", r) })
	if len(cells) < 2 {
		return false
	}
	last := fold(cells[len(cells)-1])
	return last != "" && strings.Contains(" "+c.outlet+" ", " "+last+" ")
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
	case cells:
		return Body
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
	case c.alone(i) && !c.programmed(i):
		return Heading
	}
	return Body
}

// programmed reports whether a unit is an entry of a programme, behind its date and
// before the date of the next or behind that of the one before it.
func (c *classifier) programmed(i int) bool {
	entry := func(i int) bool { return i > c.first && i < len(c.units) && c.units[i-1].form == dated }
	return entry(i) && (entry(i-2) || entry(i+2))
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
	case c.answered(i) || c.answered(i-1):
		return c.asksOften()
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

// answered reports whether a unit is a question and the one behind it an answer.
func (c *classifier) answered(i int) bool {
	return c.units[i].question && c.units[i].form == plain && i+1 < len(c.units) && c.units[i+1].stop && c.units[i+1].form == plain
}

// asksOften reports whether the story is one of questions and answers.
func (c *classifier) asksOften() bool {
	const often = 2
	n := 0
	for i := c.first; i < c.last && n < often; i++ {
		if c.answered(i) {
			n++
		}
	}
	return n >= often
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
