package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// What the stories of a digest are known by.
const (
	maxHead      = 100     // longest head of a story, in characters
	leastBelow   = 100     // shortest paragraph below a head, in bytes
	leastBody    = 150     // shortest story, in bytes
	longestTitle = 200     // longest head that is read as a title, in bytes
	mostStories  = 40      // a page is asked for, as each is read with the whole page's words
	leftOut      = "other" // the kind of a block that another story has
)

// digest parts a page that tells of several talks under heads of their own, "2. CYPRUS",
// «■ السودان: جولة ثانية في جوبا», into its stories: one input for each, in which what the
// others tell is left out. The first is the article's own. A head begins another story
// where nothing below it speaks of the conflict that the article is about, and what is told
// there is about talks on another one; a head with a number, behind another such, also where
// its first sentence names a numbered round of other talks on the same conflict; one without a
// mark does not where the talks below it are called by their city as those above. What stands
// below a marked head and names nothing that the article names elsewhere, "3. WEATHER", or is
// by its words about something else than talks, is left out of all. Nil where the page is one story.
func (d *document) digest() []Input {
	if d.in.story || d.country == "" || len(d.in.Blocks) == 0 {
		return nil
	}
	own := d.in
	own.story, own.Blocks = true, slices.Clone(d.in.Blocks)
	stories, parted, asked := []Input{own}, false, 0
	ask := func(from, to int, about func(Input) bool) bool {
		asked++
		return asked <= mostStories && about(d.story(from, to))
	}
	heads := d.heads()
	for k, h := range heads {
		end := len(d.in.Blocks)
		if k+1 < len(heads) {
			end = heads[k+1]
		}
		talks := d.elsewhereToldOf(h, end) && (d.markedHead(h) || asked < mostStories && !d.sameCityTalks(h, end)) && ask(h, end, d.aboutOthers) || k > 0 && d.numberedHead(heads[k-1]) && d.numberedHead(h) && ask(h, end, d.aboutOtherTalks)
		if !talks && !(k > 0 && d.markedHead(heads[k-1]) && d.markedHead(h) && (d.nothingShared(h, end) || d.elseToldOf(d.tokensOf(h, end)))) {
			continue
		}
		parted = true
		for b := h; b < end; b++ {
			own.Blocks[b].Kind = leftOut
		}
		if talks {
			stories = append(stories, d.story(h, end))
		}
	}
	if !parted {
		return nil
	}
	return stories
}

// heads are the blocks that may begin a story: a short line without a stop, with a
// paragraph below it, or words in capitals and a dash before the first sentence.
func (d *document) heads() []int {
	var out []int
	for k, b := range d.in.Blocks {
		if b.Kind != "heading" && b.Kind != "body" || k == 0 {
			continue
		}
		line := strings.TrimSpace(d.in.Text[b.Start:b.End])
		last, _ := utf8.DecodeLastRuneInString(line)
		short := utf8.RuneCountInString(line) <= maxHead && !strings.ContainsRune(".!?؟…,،؛;\"»”", last) && !strings.Contains(line, "\n")
		below := k+1 < len(d.in.Blocks) && d.in.Blocks[k+1].End-d.in.Blocks[k+1].Start >= leastBelow
		if short && below || runsIn(line) {
			out = append(out, k)
		}
	}
	return out
}

// markedHead tells whether a head has a number or a mark before it, or is all in capitals.
func (d *document) markedHead(block int) bool {
	b := d.in.Blocks[block]
	line := strings.TrimSpace(d.in.Text[b.Start:b.End])
	if mark, rest, ok := strings.Cut(line, " "); ok && rest != "" && (d.numberedHead(block) || strings.ContainsAny(mark, "■▪●◆•▶►*#")) {
		return true
	}
	return utf8.RuneCountInString(line) <= maxHead && strings.IndexFunc(line, unicode.IsLower) < 0 && strings.IndexFunc(line, unicode.IsUpper) >= 0
}

// numberedHead tells whether a head has a number before it: "2. Nur-Sultan: prisoners' group", «٢. ختام بلا حصيلة».
func (d *document) numberedHead(block int) bool {
	b := d.in.Blocks[block]
	mark, rest, ok := strings.Cut(strings.TrimSpace(d.in.Text[b.Start:b.End]), " ")
	number := strings.TrimRight(mark, ".)-–")
	return ok && rest != "" && number != "" && number != mark && strings.IndexFunc(number, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// tokensOf are the tokens of some blocks.
func (d *document) tokensOf(from, to int) (first, past int) {
	at := func(offset int) int {
		k, _ := slices.BinarySearchFunc(d.text.Tokens, offset, func(t text.Token, offset int) int { return int(t.Start) - offset })
		return k
	}
	return at(d.in.Blocks[from].Start), at(d.in.Blocks[to-1].End)
}

// nothingShared tells whether some blocks name somebody or something, but nobody and nothing
// that the page names elsewhere, and speak neither of a delegation nor of a government or the
// like that is called so without a name.
func (d *document) nothingShared(from, to int) bool {
	start, end := d.in.Blocks[from].Start, d.in.Blocks[to-1].End
	here, elsewhere := map[*lexicon.Entry]bool{}, map[*lexicon.Entry]bool{}
	for k := range d.matches {
		m := &d.matches[k]
		at := d.text.Tokens[m.From].Start
		within := at >= start && at < end
		switch m.Kind {
		case lexicon.Party, lexicon.Person, lexicon.Place, lexicon.Process, lexicon.Region:
			if within {
				here[m.Label.Entry] = true
			} else {
				elsewhere[m.Label.Entry] = true
			}
		case lexicon.Generic:
			if within {
				return false
			}
		case lexicon.Class:
			if within && int(m.Class) == d.lang.common.delegation {
				return false
			}
		}
	}
	for e := range here {
		if elsewhere[e] {
			return false
		}
	}
	return len(here) > 0
}

// runsIn tells whether a paragraph begins with words in capitals and a dash.
func runsIn(line string) bool {
	head, _, ok := strings.Cut(line, " - ")
	if !ok {
		head, _, ok = strings.Cut(line, " – ")
	}
	return ok && len(head) <= 40 && utf8.RuneCountInString(head) >= 4 && strings.IndexFunc(head, unicode.IsLower) < 0 && strings.IndexFunc(head, unicode.IsUpper) >= 0
}

// elsewhereToldOf tells whether some blocks speak of talks and of a state, but of nothing
// that belongs to the conflict that the article is about.
func (d *document) elsewhereToldOf(from, to int) bool {
	start, end := d.in.Blocks[from].Start, d.in.Blocks[to-1].End
	if end-start < leastBody {
		return false
	}
	talks, state := false, false
	for k := range d.matches {
		m := &d.matches[k]
		if at := d.text.Tokens[m.From].Start; at < start || at >= end {
			continue
		}
		switch e := m.Label.Entry; m.Kind {
		case lexicon.Process:
			if e.ID == d.main.process || e.Country == d.country {
				return false
			}
			talks = true
		case lexicon.Party:
			if e.ID == d.country || e.Country == d.country {
				return false
			}
			state = state || e.Type == "state"
		case lexicon.Place, lexicon.Region:
			if e.Country == d.country {
				return false
			}
		case lexicon.Person:
			if p := d.e.lexicon.Entry(lexicon.Party, e.Party); p != nil && p.Country == d.country {
				return false
			}
		case lexicon.Class:
			talks = talks || int(m.Class) == d.lang.common.talks || int(m.Class) == d.lang.common.unit
		}
	}
	return talks && state
}

// sameCityTalks tells whether some blocks name talks by their city as those before them do,
// «حوار نواكشوط».
func (d *document) sameCityTalks(from, to int) bool {
	before := map[string]bool{}
	first, past := d.tokensOf(from, to)
	for i := range d.where(classBit(d.lang.common.talks), lexicon.Place) {
		f := d.entryAt(i, lexicon.Place)
		if i >= past || f == nil || f.From != i {
			continue
		}
		name := ""
		if !d.lang.cased && d.follows(i, d.lang.common.talks) {
			name = d.norms(i-1, f.To)
		} else if _, ok := d.classAt(f.To, d.lang.common.talks); ok && d.lang.cased {
			name = d.norms(i, f.To+1)
		}
		if name != "" && i >= first && before[name] {
			return true
		}
		before[name] = before[name] || name != "" && i < first
	}
	return false
}

// aboutOthers tells whether a story is about talks on another conflict than the article's.
func (d *document) aboutOthers(in Input) bool {
	other := d.e.document(in, d.lang, nil)
	defer other.close()
	return other.aboutTalks() && other.onTalks() && other.main.process != d.main.process && other.country != d.country
}

// aboutOtherTalks tells whether the first sentence of a story names a round by its number, of
// other talks than the article's, and the story is about that.
func (d *document) aboutOtherTalks(in Input) bool {
	other := d.e.document(in, d.lang, nil)
	defer other.close()
	if !other.aboutTalks() || !other.onTalks() || other.main.process == d.main.process || other.main.number == 0 || other.main.told == nil {
		return false
	}
	m := other.main.told
	return int(other.text.Tokens[m.from].Sentence) <= other.leadEnds(1) && other.has(other.lang.common.unit, m.from, m.to)
}

// story is the input for what some blocks tell: all others are left out but those that
// date the page.
func (d *document) story(from, to int) Input {
	in := d.in
	in.story, in.Title, in.Blocks = true, "", slices.Clone(d.in.Blocks)
	for k := range in.Blocks {
		if b := &in.Blocks[k]; (k < from || k >= to) && b.Kind != "dateline" {
			b.Kind = leftOut
		}
	}
	if b := &in.Blocks[from]; b.End-b.Start < longestTitle {
		b.Kind = "title"
	}
	if in.Published.IsZero() {
		in.Published = d.likelyDay()
	}
	return in
}

// readStories reads the stories of a digest and writes down what all of them say: of the
// first also where its round stands.
func (d *document) readStories() Output {
	var out Output
	for k, in := range d.stories {
		story := d.e.document(in, d.lang, d.watch)
		story.offered = d.offered
		told := story.output()
		story.close()
		if k == 0 {
			out = told
			continue
		}
		out.Claims = append(out.Claims, slices.DeleteFunc(told.Claims, ofStatus)...)
	}
	return out
}

func ofStatus(c graph.Supported) bool { return c.Claim.Predicate == graph.PredStatus }
