package clean

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
			if c.core[j] && c.boxedIn(i, j) {
				for k := j - 1; k > i && c.units[k].hint == heading && c.units[k].box == u.box; k-- {
					c.out[k] = false
				}
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

// boxedIn reports whether unit i is a box of its own within a story: paragraph j behind it
// stands in the same element as the paragraph of the story before it, and the box does not,
// or is all links.
func (c *classifier) boxedIn(i, j int) bool {
	before := i - 1
	for before >= 0 && !(c.core[before] && c.units[before].hint == paragraph) {
		before--
	}
	u, box := &c.units[j], &c.units[i]
	apart := u.box != box.box || box.hint == noHint && box.links > 0.5
	return before >= 0 && u.hint == paragraph && u.box != nil && u.box == c.units[before].box && apart
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
