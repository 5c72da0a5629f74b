package rules

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
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
	opLeave            // the end of one of a group's sequences
	opDone             // the end of the pattern
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
	source   string // as it is written
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
		from := p.at
		e, err := p.element()
		if err != nil {
			return nil, err
		}
		if p.at < len(p.src) && p.src[p.at] == '?' {
			e.optional = true
			p.at++
		}
		e.source = p.src[from:p.at]
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
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune("*~_'.^", r)
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
