package search

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/text"
)

// A Folder is what the graph searches with.
type Folder struct{}

var _ graph.Folder = Folder{}

// Words are the words of a text with the terms under which each stands.
func (Folder) Words(s, language string) []graph.Word {
	return each(s, func(t text.Token, source string) []string { return indexed(t.Norm, source, language) })
}

// Query are the words of a query with the terms that each asks for.
func (Folder) Query(s string) []graph.Word {
	return each(s, func(t text.Token, source string) []string { return asked(t.Norm, source) })
}

// Sound is what a word sounds like.
func (Folder) Sound(word string) string { return Sound(word) }

// Terms are all terms of a text, sorted, each once: what an article is found
// by.
func Terms(s, language string) []string {
	var out []string
	seen := map[string]bool{}
	t := text.Tokenize(s)
	for _, tok := range t.Tokens {
		if !isWord(tok) || seen[tok.Norm] {
			continue
		}
		seen[tok.Norm] = true
		out = append(out, indexed(tok.Norm, s[tok.Start:tok.End], language)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func each(s string, terms func(t text.Token, source string) []string) []graph.Word {
	t := text.Tokenize(s)
	out := make([]graph.Word, 0, len(t.Tokens))
	for _, tok := range t.Tokens {
		if isWord(tok) {
			out = append(out, graph.Word{
				Start: tok.Start, End: tok.End, Sentence: int(tok.Sentence), Terms: terms(tok, s[tok.Start:tok.End]),
			})
		}
	}
	return out
}

// isWord tells whether a token is searched for. French words that have lost
// their vowel (l', d') are not.
func isWord(t text.Token) bool {
	return t.Kind == text.Number || t.Kind == text.Word && t.Norm != "" && !strings.HasSuffix(t.Norm, "'")
}

// indexed are the terms under which a word of a text stands.
func indexed(norm, source, language string) []string {
	terms := []string{norm}
	switch scriptOf(norm) {
	case arabic:
		terms = append(terms, bareForms(norm, shortestBare)...)
		if base, ok := indefinite(norm, source); ok {
			terms = append(append(terms, base), bareForms(base, shortestBare)...)
		}
		return terms
	case latin, cyrillic:
		base, _, _ := strings.Cut(strings.ToLower(language), "-")
		if l, ok := stemmers[base]; ok && l.script == scriptOf(norm) {
			if stem := l.stem(norm, source); stem != "" {
				terms = append(terms, stem)
			}
		}
	}
	return terms
}

// asked are the terms that a word of a query asks for.
func asked(norm, source string) []string {
	terms := []string{norm}
	script := scriptOf(norm)
	if script == arabic {
		return append(terms, bareForms(norm, shortestAsked)...)
	}
	for _, language := range stemmed {
		l := stemmers[language]
		if l.script != script {
			continue
		}
		// The query may be typed without marks.
		for _, form := range []string{source, norm} {
			if stem := l.stem(norm, form); stem != "" && !slices.Contains(terms, stem) {
				terms = append(terms, stem)
				if script == cyrillic {
					// The rules take the ending of a case off a surname, or its own.
					terms = append(terms, norm+l.mark, strings.TrimSuffix(stem, l.mark))
				}
			}
		}
	}
	return terms
}

type script uint8

const (
	other script = iota
	latin
	cyrillic
	arabic
)

// scriptOf is the script of a folded word, by its first letter.
func scriptOf(norm string) script {
	for _, r := range norm {
		switch {
		case r >= 'a' && r <= 'z':
			return latin
		case r >= 0x400 && r <= 0x52f:
			return cyrillic
		case r >= 0x600 && r <= 0x6ff:
			return arabic
		}
	}
	return other
}
