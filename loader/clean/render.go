package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A renderer writes lines of a page as the text that is kept, and remembers
// where each byte came from.
type renderer struct {
	page   *page
	text   strings.Builder
	pieces []piece
	units  []unit

	space   bool // white space is due before the next character
	spaceAt run  // where it stood; empty if nowhere
}

// line appends one paragraph. Line breaks of the page stay line breaks.
func (r *renderer) line(l *line) {
	r.apart()
	start := r.text.Len()
	for _, in := range l.runs {
		switch {
		case in.node == nil:
			r.flushLine()
		case len(r.page.texts[in.node]) == 0:
			r.pendSpace(run{})
		default:
			for _, raw := range r.page.texts[in.node] {
				r.raw(raw, start)
			}
		}
	}
	r.space = false
	r.unitsOf(start, l)
}

// apart starts a new paragraph.
func (r *renderer) apart() {
	r.space = false
	if r.text.Len() > 0 {
		r.text.WriteString("\n\n")
	}
}

// flushLine writes a line break inside a paragraph.
func (r *renderer) flushLine() {
	r.space = false
	s := r.text.String()
	if len(s) > 0 && s[len(s)-1] != '\n' {
		r.text.WriteByte('\n')
	}
}

func (r *renderer) pendSpace(at run) {
	if !r.space {
		r.space, r.spaceAt = true, at
	} else if r.spaceAt.end == at.start && at.end > at.start {
		r.spaceAt.end = at.end
	}
}

// raw appends a run of the page's source, decoding entities.
func (r *renderer) raw(at run, lineStart int) {
	src := r.page.raw
	for i := at.start; i < at.end; {
		n, text := 1, ""
		if src[i] == '&' {
			n = entityLen(src[i:at.end])
			text = html.UnescapeString(src[i : i+n])
		} else {
			_, n = utf8.DecodeRuneInString(src[i:at.end])
			text = src[i : i+n]
		}
		r.write(text, run{i, i + n}, text == src[i:i+n], lineStart)
		i += n
	}
}

// write appends the characters that stand at one place of the source.
func (r *renderer) write(text string, at run, exact bool, lineStart int) {
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		r.pendSpace(at)
		return
	}
	if r.space && r.text.Len() > lineStart && !strings.HasSuffix(r.text.String(), "\n") {
		r.piece(" ", r.spaceAt, r.spaceAt.end > r.spaceAt.start && r.page.raw[r.spaceAt.start:r.spaceAt.end] == " ")
	}
	r.space = false
	r.piece(text, at, exact)
}

// piece appends text and where it came from, joining it to the piece before
// where that is the same stretch of the source.
func (r *renderer) piece(text string, at run, exact bool) {
	start := r.text.Len()
	r.text.WriteString(text)
	if at.end <= at.start {
		return
	}
	if n := len(r.pieces); n > 0 && exact {
		last := &r.pieces[n-1]
		if last.exact && last.end == start && last.out == at.start {
			last.end, last.out = start+len(text), at.end
			return
		}
	}
	r.pieces = append(r.pieces, piece{start, start + len(text), at.start, at.end, exact})
}

// entityLen is the length of the entity at the start of s, which begins with
// an ampersand; 1 if there is none.
func entityLen(s string) int {
	for i := 1; i < len(s) && i < 40; i++ {
		c := s[i]
		switch {
		case c == ';':
			return i + 1
		case c == '#' && i == 1, c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			continue
		}
		return i
	}
	return min(len(s), 40)
}

// unitsOf cuts the paragraph that was written from start on at its line
// breaks.
func (r *renderer) unitsOf(start int, l *line) {
	s := r.text.String()
	para := 1
	if n := len(r.units); n > 0 {
		para = r.units[n-1].para + 1
	}
	for start < len(s) {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s) - start
		}
		if from, to := trimSpan(s, start, start+end); from < to {
			r.units = append(r.units, unit{start: from, end: to, para: para, hint: l.hint, links: l.linkShare(), box: l.box()})
		}
		start += end + 1
	}
}
