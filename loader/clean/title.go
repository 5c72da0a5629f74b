package clean

import "strings"

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
	if best < 0 && title == "" {
		return c.flash(story, end)
	}
	return best
}

// flash finds a headline that bears a label such as "Live:", for a text that
// has no other.
func (c *classifier) flash(story wordSet, end int) int {
	for i := 0; i < end; i++ {
		u := &c.units[i]
		if !c.v.labelled(u, c.v.ticker) || u.stop || letterWords(u.words) < 4 {
			continue
		}
		if _, share := story.share(c.v, u.words); share >= 0.4 {
			return i
		}
	}
	return -1
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
