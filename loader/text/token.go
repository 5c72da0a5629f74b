package text

import (
	"unicode"
	"unicode/utf8"
)

// A Kind tells words, numbers and punctuation apart.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota
	Number      // decimal digits of any script; Value holds it
	Suffix      // letters after an apostrophe: the 's of Syria's, the 'da of Astana'da
	Punct       // one mark; quotes fold to ", dashes to -, Arabic marks to their Latin ones
)

// A Token is a word, number or mark of a text.
type Token struct {
	Norm       string // folded form
	Start, End int    // byte offsets in the source
	Value      int    // of a Number; -1 where it does not fit
	Word       int32  // number of Norm among the words of the Tokenizer; 0 without one
	Sentence   int32  // index into Text.Sentences
	Kind       Kind
	Glued      bool // no space stands before it
	Upper      bool // begins with a capital letter
	Line       bool // first of its line, or of its block
}

// A Range is a half-open range of token indexes.
type Range struct{ From, To int }

// A Text is a tokenised article.
type Text struct {
	Source    string
	Tokens    []Token
	Sentences []Range // in order, without gaps

	words *words  // that number its words, if any
	spare []Token // memory
}

// Quote returns the source bytes from the token at from to the one before to.
func (t *Text) Quote(from, to int) string {
	return t.Source[t.Tokens[from].Start:t.Tokens[to-1].End]
}

// Tokenize splits a text into tokens and sentences. A line's end ends a
// sentence, unless the next line goes on in lower case.
func Tokenize(source string) *Text {
	s := scanner{source: source, buf: make([]byte, 0, len(source)+16), text: &Text{Source: source, Tokens: make([]Token, 0, len(source)/5+8)}}
	s.scan()
	s.resolve()
	s.text.sentences(false)
	return s.text
}

// A Tokenizer tokenises one text after another in the same memory, and numbers
// their words.
type Tokenizer struct {
	words   words
	scanner scanner
	text    Text
}

// Tokenize is [Tokenize] for a text that is given up before the next one.
func (k *Tokenizer) Tokenize(source string) *Text {
	t := k.tokens(source)
	t.sentences(false)
	return t
}

// TokenizeBlocks is Tokenize for a text whose blocks begin at the given byte
// offsets, in order: a block's end ends a sentence, a line's end does not.
func (k *Tokenizer) TokenizeBlocks(source string, starts []int) *Text {
	t := k.tokens(source)
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		tok.Line = i == 0
		for len(starts) > 0 && starts[0] <= tok.Start {
			tok.Line, starts = true, starts[1:]
		}
	}
	t.sentences(true)
	return t
}

func (k *Tokenizer) tokens(source string) *Text {
	k.words.trim()
	k.text = Text{Source: source, Tokens: k.text.Tokens[:0], Sentences: k.text.Sentences[:0], spare: k.text.spare[:0], words: &k.words}
	s := &k.scanner
	*s = scanner{source: source, buf: s.buf[:0], cuts: s.cuts[:0], text: &k.text}
	s.scan()
	s.number(&k.words)
	return &k.text
}

type scanner struct {
	source string
	buf    []byte
	cuts   []int32 // where in buf each token's folded form begins
	text   *Text
	line   bool
	space  bool
}

func (s *scanner) scan() {
	s.line, s.space = true, true
	for i := 0; i < len(s.source); {
		r, size := rune(s.source[i]), 1
		switch r {
		default:
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s.source[i:])
			}
		case '&':
			if sign, n := entity(s.source[i:]); n > 0 {
				r, size = sign, n
			}
		case 'h', 'w', '!', '[', ']':
			if n, parts := s.markup(i); n > 0 {
				s.space = s.space || parts
				i += n
				continue
			}
		}
		f := fold(r)
		switch f.class {
		case classNewline:
			s.line, s.space = true, true
			i += size
		case classSpace:
			s.space = true
			i += size
		case classMark:
			if r == 'ـ' && s.space && !s.line {
				i = s.dash(i, size)
			} else {
				i += size
			}
		case classPunct:
			i = s.punct(i, size, f)
		default:
			i = s.run(i, r, f.class)
		}
	}
}

func (s *scanner) open(start int, k Kind) *Token {
	s.text.Tokens = append(s.text.Tokens, Token{Start: start, Kind: k, Glued: !s.space, Line: s.line})
	s.cuts = append(s.cuts, int32(len(s.buf)))
	s.line, s.space = false, false
	return &s.text.Tokens[len(s.text.Tokens)-1]
}

// punct reads one mark; an apostrophe with letters after it, directly behind
// a word, begins a suffix.
func (s *scanner) punct(i, size int, f folding) int {
	if f.n == 1 && f.out[0] == '\'' && !s.space && i+size < len(s.source) {
		next := pastMarks(s.source[i+size:])
		last := &s.text.Tokens[len(s.text.Tokens)-1]
		word, letter := last.Kind == Word || last.Kind == Number, unicode.IsLetter(next)
		if word && (letter || next == '[') && elided(string(s.buf[s.cuts[len(s.cuts)-1]:])) {
			s.buf = append(s.buf, '\'')
			last.End = i + size
			return i + size
		}
		if word && letter {
			t := s.open(i, Suffix)
			s.buf = append(s.buf, '\'')
			end := s.letters(i+size, classLetter)
			t.End = end
			return end
		}
	}
	t := s.open(i, Punct)
	s.buf = append(s.buf, f.out[:f.n]...)
	t.End = i + size
	return i + size
}

// pastMarks is the first rune of a text that is no mark.
func pastMarks(s string) rune {
	for i, r := range s {
		if classOf(r) != classMark {
			return r
		}
		if i > longestMarks {
			break
		}
	}
	return utf8.RuneError
}

// longestMarks bounds how many bytes of marks may stand within a word.
const longestMarks = 64

// dash reads tatweel that stands alone between spaces, with which Arabic writes a dash:
// «أستانا ـ 5 تموز ـ».
func (s *scanner) dash(i, size int) int {
	next, _ := utf8.DecodeRuneInString(s.source[i+size:])
	if classOf(next) == classSpace {
		s.open(i, Punct).End = i + size
		s.buf = append(s.buf, '-')
	}
	return i + size
}

// elided tells the French short words that lose their vowel: l', d', qu'.
func elided(w string) bool {
	switch w {
	case "l", "d", "s", "n", "j", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "aujourd":
		return true
	}
	return false
}

// run reads a word or a number.
func (s *scanner) run(i int, r rune, c class) int {
	k := Word
	if c == classDigit {
		k = Number
	}
	t := s.open(i, k)
	t.Upper = upper(r)
	at := len(s.buf)
	end := s.letters(i, c)
	if c == classDigit {
		end = s.thousands(end)
		t = &s.text.Tokens[len(s.text.Tokens)-1]
		t.Value = value(s.buf[at:])
	} else {
		end = s.initials(at, end)
		t = &s.text.Tokens[len(s.text.Tokens)-1]
	}
	t.End = end
	return end
}

// letters appends the folded run of runes of class c, with the marks between
// them, and returns the offset past it.
func (s *scanner) letters(i int, c class) int {
	source, buf := s.source, s.buf
	ended := false // by ة, behind which no Arabic word goes on
	for i < len(source) {
		r, size := rune(source[i]), 1
		if r >= utf8.RuneSelf {
			if i+1 < len(source) && r >= 0xc2 && r < 0xe0 && source[i+1]&0xc0 == 0x80 {
				r, size = r&0x1f<<6|rune(source[i+1]&0x3f), 2
			} else {
				r, size = utf8.DecodeRuneInString(source[i:])
			}
		}
		f := fold(r)
		if f.class != c && f.class != classMark || ended && f.class == c {
			break // «الجولةالسادسة» is two words
		}
		n := len(buf)
		buf = append(buf, f.out[:]...)[:n+int(f.n)]
		i += size
		ended = ended && f.class == classMark || r == 'ة'
	}
	s.buf = buf
	return i
}

// thousands joins the groups of "1,392".
func (s *scanner) thousands(i int) int {
	for i+4 <= len(s.source) && s.source[i] == ',' {
		for _, c := range []byte(s.source[i+1 : i+4]) {
			if c < '0' || c > '9' {
				return i
			}
		}
		if i+4 < len(s.source) && s.source[i+4] >= '0' && s.source[i+4] <= '9' {
			return i
		}
		s.buf = append(s.buf, s.source[i+1:i+4]...)
		i += 4
	}
	return i
}

// initials joins "U.N." and "أ.ف.ب" into one token, dots kept.
func (s *scanner) initials(at, end int) int {
	if utf8.RuneCount(s.buf[at:]) != 1 {
		return end
	}
	joined := 0
	for {
		if end >= len(s.source) || s.source[end] != '.' {
			break
		}
		r, size := utf8.DecodeRuneInString(s.source[end+1:])
		if size == 0 || fold(r).class != classLetter {
			break
		}
		after, _ := utf8.DecodeRuneInString(s.source[end+1+size:])
		if fold(after).class == classLetter && end+1+size < len(s.source) {
			break
		}
		f := fold(r)
		s.buf = append(append(s.buf, '.'), f.out[:f.n]...)
		end += 1 + size
		joined++
	}
	if joined > 0 && end < len(s.source) && s.source[end] == '.' {
		s.buf = append(s.buf, '.')
		end++
	}
	return end
}

func value(digits []byte) int {
	n := 0
	for _, c := range digits {
		if n > 1<<30 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// resolve gives the tokens their folded forms.
func (s *scanner) resolve() {
	folded := string(s.buf)
	s.cuts = append(s.cuts, int32(len(folded)))
	for i := range s.text.Tokens {
		s.text.Tokens[i].Norm = folded[s.cuts[i]:s.cuts[i+1]]
	}
}

// number gives the tokens their numbers and folded forms.
func (s *scanner) number(w *words) {
	s.cuts = append(s.cuts, int32(len(s.buf)))
	s.buf = append(s.buf, padding...)
	for i := range s.text.Tokens {
		t := &s.text.Tokens[i]
		t.Word = w.number(s.buf[s.cuts[i]:], int(s.cuts[i+1]-s.cuts[i]))
		t.Norm = w.norms[t.Word]
	}
}
