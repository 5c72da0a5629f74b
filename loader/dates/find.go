package dates

import "peacetalks/loader/text"

// Find returns the temporal expressions of a text in a language, in order and
// without overlaps. In a language that it does not know it finds whole dates
// in numbers.
func Find(t *text.Text, code string) []Mention {
	p := newParser(t, languageOf(code))
	var out []Mention
	p.scan(func(m Mention) { out = append(out, m) }, func(Duration) {})
	return out
}

// A Finder finds the temporal expressions of one text after another of a
// [text.Tokenizer], always the same. It remembers what it knows of each word by
// the word's number, and is not for concurrent use.
type Finder struct {
	l         *language
	p         parser
	known     []*bucket // by word; missing where it is no word of a date
	epoch     int
	mentions  []Mention
	durations []Duration
}

// missing stands for words that are no words of dates, once they were looked
// up.
var missing = &bucket{}

// NewFinder returns a finder for a language.
func NewFinder(code string) *Finder { return &Finder{l: languageOf(code)} }

// Find is [Find] and [Durations] at once. What it returns holds until the next
// call.
func (f *Finder) Find(t *text.Text) ([]Mention, []Duration) {
	if t.Epoch() != f.epoch {
		f.epoch = t.Epoch()
		clear(f.known)
	}
	if n := t.Words(); n > len(f.known) {
		f.known = append(f.known, make([]*bucket, n+n/4-len(f.known))...)
	}
	p, n := &f.p, len(t.Tokens)
	*p = parser{l: f.l, toks: t.Tokens, source: t.Source, at: fit(p.at, n), classes: fit(p.classes, n)}
	p.look(func(tok *text.Token) *bucket {
		b := f.known[tok.Word]
		if b == nil {
			if b = f.l.words[tok.Norm]; b == nil {
				b = missing
			}
			f.known[tok.Word] = b
		}
		if b == missing {
			return nil
		}
		return b
	})
	f.mentions, f.durations = f.mentions[:0], f.durations[:0]
	p.both(func(m Mention) { f.mentions = append(f.mentions, m) }, func(d Duration) { f.durations = append(f.durations, d) })
	return f.mentions, f.durations
}

// fit is a slice of n zero values, in old's memory where it has room.
func fit[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	clear(old[:n])
	return old[:n]
}

// parserOf is the parser that found the mentions of a text.
func parserOf(t *text.Text, mentions []Mention) *parser {
	if len(mentions) == 0 || mentions[0].p == nil {
		return newParser(t, none)
	}
	p := mentions[0].p
	if len(p.toks) == len(t.Tokens) && &p.toks[0] == &t.Tokens[0] {
		return p
	}
	return newParser(t, p.l)
}

// scan goes once through the tokens and reports what begins at each.
func (p *parser) scan(date func(Mention), day func(Duration)) {
	for i := 0; i < len(p.toks); {
		if !p.maybe(i) {
			i++
			continue
		}
		if m, ok := p.mention(i); ok {
			date(m)
			i = m.To
			if m.Precision() == Month {
				p.monthEnd = i
			}
			continue
		}
		if to, s := p.match(i, classNthDay); s != nil {
			day(Duration{i, to, int(s.value), true})
			i = to
			continue
		}
		if to, s := p.match(i, classNotDate); s != nil {
			i = to
			continue
		}
		i++
	}
}

// maybe tells whether a mention may begin at token i; it is asked of every
// token, so it looks at nothing else.
func (p *parser) maybe(i int) bool {
	switch tok := &p.toks[i]; tok.Kind {
	case text.Number:
		return tok.Value >= 1 && tok.Value <= 99 || year(tok) || tok.Value >= 1000 && tok.Value <= 3031 && len(tok.Norm) == 4
	case text.Word:
		switch c := p.classes[i] & starting; c {
		case 0:
			return false
		case 1 << classNumber:
			return p.followed(i, classNumber, 1<<classUnit)
		case 1 << classRefBefore:
			return p.followed(i, classRefBefore, 1<<classWeekday|1<<classMonth|1<<classMonthWord|1<<classDefinite)
		case 1 << classPart:
			return p.followed(i, classPart, ^uint64(0)) || p.is(i+1, "-")
		}
		return true
	}
	return false
}

// followed tells whether a phrase of a class at i has one of other classes, or
// a number, behind it.
func (p *parser) followed(i int, c class, next uint64) bool {
	to, _ := p.match(i, c)
	return to < len(p.toks) && (p.classes[to]&next != 0 || p.toks[to].Kind == text.Number)
}

// year tells whether a number is a year's.
func year(tok *text.Token) bool {
	return tok.Kind == text.Number && len(tok.Norm) == 4 && (tok.Value >= 1900 && tok.Value < 2100 || tok.Value >= 1300 && tok.Value < 1500)
}

// A parser reads mentions from tokens.
type parser struct {
	l        *language
	toks     []text.Token
	at       []*bucket // of each token; nil where it is no word of a date
	classes  []uint64  // a bit for each class of which a phrase begins at the token
	source   string
	monthEnd int // the token after a month that may have others listed behind it
}

// newParser looks up every word of a text, once.
func newParser(t *text.Text, l *language) *parser {
	p := &parser{l: l, toks: t.Tokens, source: t.Source, at: make([]*bucket, len(t.Tokens)), classes: make([]uint64, len(t.Tokens))}
	p.look(func(tok *text.Token) *bucket { return l.words[tok.Norm] })
	return p
}

// look notes what may begin at each token.
func (p *parser) look(bucketOf func(*text.Token) *bucket) {
	for i := range p.toks {
		tok := &p.toks[i]
		if tok.Kind == text.Punct || tok.Kind == text.Number {
			continue
		}
		b := bucketOf(tok)
		if b == nil {
			continue
		}
		p.at[i], p.classes[i] = b, b.word
		if b.longer == 0 || i+1 == len(p.toks) || !b.may(p.toks[i+1].Norm) {
			continue
		}
		for k := range b.senses[:b.longer] {
			if s := &b.senses[k]; p.follows(i+1, s.rest) {
				p.classes[i] |= 1 << s.class
			}
		}
	}
}

// match returns the longest phrase of a class that begins at token i.
func (p *parser) match(i int, c class) (int, *sense) {
	if !p.has(i, c) {
		return i, nil
	}
	b := p.at[i]
	for k := range b.senses {
		if s := &b.senses[k]; s.class == c && p.follows(i+1, s.rest) {
			return i + 1 + len(s.rest), s
		}
	}
	return i, nil
}

func (p *parser) follows(i int, words []string) bool {
	if i+len(words) > len(p.toks) {
		return false
	}
	for k, w := range words {
		if p.toks[i+k].Norm != w || p.toks[i+k].Sentence != p.toks[i-1].Sentence {
			return false
		}
	}
	return true
}

// skip passes over one phrase of a class, if one is there.
func (p *parser) skip(i int, c class) int {
	to, _ := p.match(i, c)
	return to
}

func (p *parser) has(i int, c class) bool {
	return i >= 0 && i < len(p.toks) && p.classes[i]>>c&1 != 0
}

// is tells whether token i is that mark.
func (p *parser) is(i int, mark string) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].Norm == mark
}

// same tells whether tokens i and j are of one sentence.
func (p *parser) same(i, j int) bool {
	return j < len(p.toks) && p.toks[i].Sentence == p.toks[j].Sentence
}

// longest tells whether a phrase that is no date, or that counts days, begins
// at i and is longer than any that would be one.
func (p *parser) barred(i int) bool {
	if i >= len(p.toks) {
		return true
	}
	if p.classes[i]&(1<<classNthDay|1<<classNotDate) == 0 {
		return false
	}
	b := p.at[i]
	for k := range b.senses {
		if s := &b.senses[k]; p.follows(i+1, s.rest) {
			return s.class == classNthDay || s.class == classNotDate
		}
	}
	return false
}
