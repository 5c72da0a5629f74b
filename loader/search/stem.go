package search

import (
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/turkish"

	"peacetalks/loader/text"
)

// stemmed lists the languages with stemmers; Arabic and Persian have
// [bareForms] instead.
var stemmed = []string{"en", "fr", "ru", "tr"}

var stemmers = map[string]*stemmer{
	"en": {mark: "~en", script: latin, rules: english.Stem, lower: strings.ToLower},
	"fr": {mark: "~fr", script: latin, rules: french.Stem, lower: strings.ToLower},
	"ru": {mark: "~ru", script: cyrillic, rules: russian.Stem, lower: strings.ToLower},
	"tr": {mark: "~tr", script: latin, rules: turkish.Stem, lower: func(s string) string { return strings.ToLowerSpecial(unicode.TurkishCase, s) }},
}

// A stemmer knows the endings of a language. Articles use few words: what was
// stemmed is kept.
type stemmer struct {
	mark   string
	script script
	rules  func(*snowballstem.Env) bool
	lower  func(string) string

	mu   sync.RWMutex
	kept map[string]string
}

// maxStems bounds the words whose stems are kept.
const maxStems = 1 << 16

// longestStemmed is how long a word may be that is stemmed, in bytes: longer
// ones are no words of a language.
const longestStemmed = 64

// stem is the folded stem of a word as it stands in its source, marked with
// the language; "" for words that are too short or too long to have one.
func (s *stemmer) stem(norm, source string) string {
	if len(norm) < 3 || len(source) > longestStemmed {
		return ""
	}
	s.mu.RLock()
	stem, ok := s.kept[source]
	s.mu.RUnlock()
	if ok {
		return stem
	}
	env := snowballstem.NewEnv(s.lower(source))
	s.rules(env)
	stem = text.Fold(env.Current()) + s.mark
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.kept) >= maxStems || s.kept == nil {
		s.kept = map[string]string{}
	}
	s.kept[strings.Clone(source)] = stem
	return stem
}
