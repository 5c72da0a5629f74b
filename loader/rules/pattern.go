package rules

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"peacetalks/loader/lexicon"
)

// An op is what an element of a pattern does.
type op uint8

const (
	opClass  op = iota // a word or phrase of a class
	opSlot             // a mention, captured
	opGap              // any words, up to n
	opMark             // one of the marks in text
	opGroup            // one of several sequences
	opAnd              // a conjunction: a word, a proclitic or a comma
	opStart            // the sentence begins here
	opNot              // no word of the class stands here
	opNotAnd           // the word here carries no proclitic و
	opTopics           // the topics named from here to the end of the clause, captured
)

type element struct {
	op       op
	class    int
	slot     mentionKind
	name     string
	n        int
	marks    string
	alts     [][]element
	without  []int         // classes that a gap may not pass
	kinds    []mentionKind // mentions that it may not pass
	optional bool
}

// A patternError tells where a pattern is wrong.
type patternError struct {
	pattern string
	at      int // byte offset
	reason  string
}

func (e *patternError) Error() string {
	return fmt.Sprintf("pattern %q, at byte %d: %s", e.pattern, e.at, e.reason)
}

// A parser reads the notation of patterns, which README.md describes.
type parser struct {
	src     string
	at      int
	classes map[string]int
	literal func(phrase string) int // the class of one phrase
}

func (p *parser) fail(reason string, args ...any) error {
	return &patternError{p.src, p.at, fmt.Sprintf(reason, args...)}
}

func isClassRune(r rune) bool { return unicode.IsLetter(r) || r == '-' || unicode.IsDigit(r) }

func (p *parser) space() {
	for p.at < len(p.src) && p.src[p.at] == ' ' {
		p.at++
	}
}

// sequence reads elements up to the end, a "|" or a ")".
func (p *parser) sequence() ([]element, error) {
	var seq []element
	for p.space(); p.at < len(p.src) && p.src[p.at] != '|' && p.src[p.at] != ')'; p.space() {
		e, err := p.element()
		if err != nil {
			return nil, err
		}
		if p.at < len(p.src) && p.src[p.at] == '?' {
			e.optional = true
			p.at++
		}
		seq = append(seq, e)
	}
	return seq, nil
}

func (p *parser) element() (element, error) {
	switch c := p.src[p.at]; {
	case c == '(':
		return p.group()
	case c == '{':
		return p.slot()
	case strings.HasPrefix(p.src[p.at:], "!&"):
		p.at += 2
		return element{op: opNotAnd}, nil
	case c == '@' || c == '!':
		return p.class()
	case strings.HasPrefix(p.src[p.at:], "..."):
		p.at += 3
		n, err := strconv.Atoi(p.while(unicode.IsDigit))
		if err != nil {
			return element{}, p.fail("want a number of words after ...")
		}
		e := element{op: opGap, n: n}
		for p.at < len(p.src) && p.src[p.at] == '!' {
			p.at++
			name := p.while(isClassRune)
			if class, ok := p.classes[name]; ok {
				e.without = append(e.without, class)
			} else if kind, ok := mentionKinds[name]; ok {
				e.kinds = append(e.kinds, kind)
			} else {
				return e, p.fail("no class and no kind of mention is called %q", name)
			}
		}
		return e, nil
	case c == '&':
		p.at++
		return element{op: opAnd}, nil
	case c == '^':
		p.at++
		return element{op: opStart}, nil
	case strings.ContainsRune(",:;-[]\"", rune(c)):
		p.at++
		return element{op: opMark, marks: string(c)}, nil
	}
	word := p.while(func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune("*~_'.", r)
	})
	if word == "" {
		return element{}, p.fail("unexpected %q", p.src[p.at:])
	}
	return element{op: opClass, class: p.literal(strings.ReplaceAll(word, "_", " "))}, nil
}

func (p *parser) while(ok func(rune) bool) string {
	from := p.at
	for _, r := range p.src[from:] {
		if !ok(r) {
			break
		}
		p.at += len(string(r))
	}
	return p.src[from:p.at]
}

func (p *parser) group() (element, error) {
	p.at++
	e := element{op: opGroup}
	for {
		seq, err := p.sequence()
		if err != nil {
			return e, err
		}
		e.alts = append(e.alts, seq)
		if p.at >= len(p.src) {
			return e, p.fail("a ( without its )")
		}
		p.at++
		if p.src[p.at-1] == ')' {
			return e, nil
		}
	}
}

func (p *parser) slot() (element, error) {
	end := strings.IndexByte(p.src[p.at:], '}')
	if end < 0 {
		return element{}, p.fail("a { without its }")
	}
	kind, name, named := strings.Cut(p.src[p.at+1:p.at+end], ":")
	if !named {
		name = kind
	}
	e := element{op: opSlot, name: name}
	if kind == "topics" {
		e.op = opTopics
	} else if k, ok := mentionKinds[kind]; ok {
		e.slot = k
	} else {
		return e, p.fail("no kind of mention is called %q", kind)
	}
	p.at += end + 1
	return e, nil
}

func (p *parser) class() (element, error) {
	e := element{op: opClass}
	if p.src[p.at] == '!' {
		e.op = opNot
		p.at++
	}
	if p.at >= len(p.src) || p.src[p.at] != '@' {
		return e, p.fail("want @class")
	}
	p.at++
	name := p.while(isClassRune)
	class, ok := p.classes[name]
	if !ok {
		return e, p.fail("no class is called %q", name)
	}
	e.class = class
	return e, nil
}

func (p *parser) parse() ([]element, error) {
	seq, err := p.sequence()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.src) {
		return nil, p.fail("unexpected %q", p.src[p.at:])
	}
	if len(seq) == 0 {
		return nil, p.fail("empty")
	}
	return seq, nil
}

// A capture is what a slot of a pattern took.
type capture struct {
	name    string
	mention *mention
	topics  []*mention
}

// A machine lays one pattern over a text.
type machine struct {
	d        *document
	end      int // token past the sentence
	steps    int
	captures []capture
	extent   int // token past the last one matched
}

// maxSteps bounds the work on one place of one rule.
const maxSteps = 4000

// run tries to match seq from token i and reports whether it did.
func (m *machine) run(seq []element, i int) bool {
	m.steps, m.captures = 0, m.captures[:0]
	return m.match(seq, i, func(j int) bool { m.extent = j; return true })
}

func (m *machine) match(seq []element, i int, done func(int) bool) bool {
	if m.steps++; m.steps > maxSteps {
		return false
	}
	if len(seq) == 0 {
		return done(i)
	}
	e := &seq[0]
	rest := func(j int) bool { return m.match(seq[1:], j, done) }
	if m.one(e, i, rest) {
		return true
	}
	return e.optional && rest(i)
}

// one matches a single element at token i, then what follows it.
func (m *machine) one(e *element, i int, rest func(int) bool) bool {
	switch e.op {
	case opStart:
		return (i == 0 || m.d.text.Tokens[i-1].Sentence != m.d.text.Tokens[min(i, len(m.d.text.Tokens)-1)].Sentence) && rest(i)
	case opGroup:
		for _, alt := range e.alts {
			if m.match(alt, i, rest) {
				return true
			}
		}
		return false
	case opGap:
		for n := 0; n <= e.n && i+n <= m.end; n++ {
			if rest(i + n) {
				return true
			}
			if i+n < m.end && (m.d.text.Tokens[i+n].Norm == ";" || m.stopped(e, i+n)) {
				return false
			}
		}
		return false
	case opTopics:
		return m.topics(e, i, rest)
	case opNot:
		_, found := m.d.classAt(m.d.quotes(i, m.end), e.class)
		return !found && rest(i)
	case opNotAnd:
		return !m.d.joined(i) && rest(i)
	}
	i = m.d.quotes(i, m.end)
	if i >= m.end {
		return false
	}
	switch e.op {
	case opClass:
		for _, f := range m.d.at(i) {
			if f.Label.Kind == lexicon.Class && f.Label.Class == e.class && f.To <= m.end && rest(f.To) {
				return true
			}
		}
	case opMark:
		t := &m.d.text.Tokens[i]
		return (t.Norm == e.marks || e.marks == "," && (t.Norm == "(" || t.Norm == ")" || t.Norm == "-")) && rest(i+1)
	case opAnd:
		return m.and(i, rest)
	case opSlot:
		return m.slot(e, i, rest)
	}
	return false
}

// stopped tells whether a word that a gap may not pass stands at token i.
func (m *machine) stopped(e *element, i int) bool {
	for _, class := range e.without {
		if _, ok := m.d.classAt(i, class); ok {
			return true
		}
	}
	for _, kind := range e.kinds {
		if len(m.d.mentionsAt(kind, i)) > 0 {
			return true
		}
	}
	return false
}

func (m *machine) and(i int, rest func(int) bool) bool {
	if to, ok := m.d.classAt(i, m.d.lang.common.and); ok && rest(to) {
		return true
	}
	if m.d.joined(i) && rest(i) {
		return true
	}
	return m.d.text.Tokens[i].Norm == "," && rest(i+1)
}

func (m *machine) slot(e *element, i int, rest func(int) bool) bool {
	if to, ok := m.d.classAt(i, m.d.lang.common.article); ok && to < m.end && len(m.d.mentionsAt(e.slot, i)) == 0 {
		i = to
	}
	for _, k := range m.d.mentionsAt(e.slot, i) {
		if k.to > m.end || m.d.posted[i] && k.person == nil {
			continue
		}
		n := len(m.captures)
		m.captures = append(m.captures, capture{name: e.name, mention: k})
		if rest(k.to) || k.short != 0 && rest(k.short) {
			return true
		}
		m.captures = m.captures[:n]
	}
	return false
}

func (m *machine) topics(e *element, i int, rest func(int) bool) bool {
	end := m.d.clauseEnd(i, m.end)
	var found []*mention
	for j := i; j < end; j++ {
		if _, ok := m.d.classAt(j, m.d.lang.common.relative); ok {
			// What a relative clause says is not on the list.
			for j < end && m.d.text.Tokens[j].Norm != "," {
				if dates := m.d.mentions[kindDate][j]; len(dates) > 0 {
					j = dates[0].to - 1
					break
				}
				j++
			}
			continue
		}
		found = append(found, m.d.mentionsAt(kindTopic, j)...)
	}
	if len(found) == 0 {
		return false
	}
	n := len(m.captures)
	m.captures = append(m.captures, capture{name: e.name, topics: found})
	if rest(end) {
		return true
	}
	m.captures = m.captures[:n]
	return false
}
