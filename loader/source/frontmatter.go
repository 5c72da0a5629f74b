package source

import (
	"fmt"
	"strings"
)

// maxFrontMatter is the most lines a front-matter block may have.
const maxFrontMatter = 64

// frontMatter reads a block of "key: value" lines between two "---" lines at
// the start of s and returns what it says and the offset of the text after it.
// A text that merely begins with a rule of dashes has no front matter.
func frontMatter(s string) (Meta, int, error) {
	first, next := line(s, 0)
	if strings.TrimRight(first, " \t") != "---" || next == len(s) {
		return Meta{}, 0, nil
	}
	head, after := line(s, next)
	for strings.HasPrefix(head, "#") && after < len(s) {
		head, after = line(s, after)
	}
	if !isEntry(head) && strings.TrimSpace(head) != "---" {
		return Meta{}, 0, nil
	}
	var meta Meta
	for n := 2; n <= maxFrontMatter+2 && next < len(s); n++ {
		var text string
		text, next = line(s, next)
		text = strings.TrimSpace(text)
		switch {
		case text == "---":
			return meta, next, nil
		case text == "" || strings.HasPrefix(text, "#"):
			continue
		}
		key, value, found := strings.Cut(text, ":")
		if !found || strings.TrimSpace(key) == "" {
			return Meta{}, 0, &lineError{n, fmt.Errorf("%w: expected \"key: value\", found %.40q", ErrFrontMatter, text)}
		}
		meta.set(key, unquote(strings.TrimSpace(value)))
	}
	return Meta{}, 0, &lineError{1, fmt.Errorf("%w: no closing \"---\" line", ErrFrontMatter)}
}

// set stores a value under a key of the front matter or of a JSON line. Keys
// that say nothing about the article's origin are left alone, and so is a
// field that is already known.
func (m *Meta) set(key, value string) {
	var field *string
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "url", "link", "canonical":
		field = &m.URL
	case "source", "outlet", "publisher", "site":
		field = &m.Source
	case "published", "date", "published_at", "datepublished", "date_published":
		field = &m.Published
	case "language", "lang":
		field = &m.Language
	case "title", "headline":
		field = &m.Title
	default:
		return
	}
	if *field == "" {
		*field = value
	}
}

// isEntry reports whether a line looks like "key: value" with a key of a few
// ASCII letters.
func isEntry(s string) bool {
	key, _, found := strings.Cut(strings.TrimSpace(s), ":")
	if !found || key == "" || len(key) > 32 {
		return false
	}
	for _, r := range key {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == '-'
		if !letter {
			return false
		}
	}
	return true
}

// unquote removes one pair of quotes around the whole value.
func unquote(s string) string {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return s
	}
	inner := s[1 : len(s)-1]
	switch s[0] {
	case '"':
		if strings.Contains(strings.ReplaceAll(inner, `\"`, ""), `"`) {
			return s
		}
		return strings.ReplaceAll(inner, `\"`, `"`)
	case '\'':
		if strings.Contains(strings.ReplaceAll(inner, "''", ""), "'") {
			return s
		}
		return strings.ReplaceAll(inner, "''", "'")
	}
	return s
}

// line returns the line of s that begins at offset from, without its end, and
// the offset of the next one.
func line(s string, from int) (string, int) {
	end := strings.IndexByte(s[from:], '\n')
	if end < 0 {
		return strings.TrimSuffix(s[from:], "\r"), len(s)
	}
	return strings.TrimSuffix(s[from:from+end], "\r"), from + end + 1
}
