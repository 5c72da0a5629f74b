package dates

import "peacetalks/loader/text"

// Find returns the temporal expressions of a text in a language, in order and
// without overlaps. In a language that it does not know it finds whole dates
// in numbers.
func Find(t *text.Text, code string) []Mention {
	p := parser{l: languageOf(code), toks: t.Tokens, source: t.Source}
	var out []Mention
	p.scan(func(m Mention) { out = append(out, m) }, func(Duration) {})
	return out
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
		return p.l.words[tok.Norm].starts
	}
	return false
}

// year tells whether a number is a year's.
func year(tok *text.Token) bool {
	return tok.Kind == text.Number && len(tok.Norm) == 4 && (tok.Value >= 1900 && tok.Value < 2100 || tok.Value >= 1300 && tok.Value < 1500)
}

// A parser reads mentions from tokens.
type parser struct {
	l      *language
	toks   []text.Token
	source string
}

// match returns the longest phrase of a class that begins at token i.
func (p *parser) match(i int, c class) (int, *sense) {
	if i < 0 || i >= len(p.toks) {
		return i, nil
	}
	b := p.l.words[p.toks[i].Norm]
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
	_, s := p.match(i, c)
	return s != nil
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
	b := p.l.words[p.toks[i].Norm]
	if !b.longer {
		return false
	}
	for k := range b.senses {
		if s := &b.senses[k]; p.follows(i+1, s.rest) {
			return s.class == classNthDay || s.class == classNotDate
		}
	}
	return false
}
