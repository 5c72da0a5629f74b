package graph

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
)

// A HighlightField is where a passage stands that a search found.
type HighlightField string

// The fields.
const (
	InName  HighlightField = "NAME"
	InTitle HighlightField = "TITLE"
	InText  HighlightField = "TEXT"
)

// A Highlight is a passage with the words of a search.
type Highlight struct {
	Field    HighlightField
	Text     string // the passage as it is written
	Language string
	Start    int     // of a passage of an article's text: the byte offset of its first byte there; else 0
	Ranges   []Range // where the words stand in Text
}

// A Range is a part of a text.
type Range struct{ Start, End int } // byte offsets

// A Fragment is a part of a passage that is one of the words, or lies between
// them.
type Fragment struct {
	Text  string
	Match bool
}

// Fragments are the whole passage in parts.
func (h Highlight) Fragments() []Fragment {
	var out []Fragment
	at := 0
	for _, r := range h.Ranges {
		if r.Start > at {
			out = append(out, Fragment{h.Text[at:r.Start], false})
		}
		out = append(out, Fragment{h.Text[r.Start:r.End], true})
		at = r.End
	}
	if at < len(h.Text) {
		out = append(out, Fragment{h.Text[at:], false})
	}
	return out
}

// The bounds of highlighting: what is longer is read in part.
const (
	maxHighlights  = 5        // passages of one article
	maxPassage     = 600      // bytes of a passage
	highlightParts = 4        // of an article's text, of partSize each
	maxHighlighted = 64 << 20 // bytes of all texts of one answer
)

// Highlights tells where the words stand that made matches: in the name of a
// thing, in the title of an article and in its text, those passages first that
// have more of the words. The texts are read in one pass. Of a very long text
// the beginning is read; past a bound no further texts are.
func (s *Store) Highlights(ctx context.Context, ms []Match) ([][]Highlight, error) {
	return answer(ctx, s, func(v *view) ([][]Highlight, error) {
		var ids []ID
		for _, m := range ms {
			if m.ID.Kind() == kindArticle {
				ids = append(ids, m.ID)
			}
		}
		texts, err := v.beginnings(ids)
		if err != nil {
			return nil, err
		}
		infos, err := v.articles(ids)
		if err != nil {
			return nil, err
		}
		info := map[ID]*ArticleInfo{}
		for i, id := range ids {
			info[id] = infos[i]
		}
		out := make([][]Highlight, len(ms))
		for i, m := range ms {
			if m.question == nil {
				continue
			}
			a := info[m.ID]
			switch {
			case m.name.Text != "":
				out[i] = v.mark(m.question, InName, m.name.Text, m.name.Language, 1)
			case a != nil:
				out[i] = append(v.mark(m.question, InTitle, a.Title, a.Language, 1),
					v.mark(m.question, InText, texts[m.ID], a.Language, maxHighlights)...)
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// beginnings reads the first parts of articles' texts.
func (v *view) beginnings(ids []ID) (map[ID]string, error) {
	var keys []key
	for _, id := range unique(slices.Clone(ids)) {
		if a, ok := pack(id, kindArticle); ok {
			for part := range highlightParts {
				keys = append(keys, textKey(a, uint32(part)))
			}
		}
	}
	texts := map[ID][]byte{}
	size := 0
	err := v.scan(keys, func(k, part []byte) error {
		if size += len(part); size > maxHighlighted {
			return errStop
		}
		a, _ := articleOf(k)
		id := a.id(kindArticle)
		texts[id] = append(texts[id], part...)
		return nil
	})
	out := make(map[ID]string, len(texts))
	for id, text := range texts {
		out[id] = string(text)
	}
	return out, err
}

// A marked word is a word of a text that answers words of a query.
type marked struct {
	Word
	words uint32 // of the query, as bits
}

// mark finds the sentences of a text with the most of the words.
func (v *view) mark(q *question, field HighlightField, text, language string, most int) []Highlight {
	var sentences [][]marked // with a marked word in each
	first, last := map[int]int{}, map[int]int{}
	known := map[string]uint32{} // by the word as folded
	for _, w := range v.store.options.Fold.Words(text, language) {
		if len(w.Terms) == 0 {
			continue
		}
		if _, ok := first[w.Sentence]; !ok {
			first[w.Sentence] = w.Start
		}
		last[w.Sentence] = w.End
		words, ok := known[w.Terms[0]]
		if !ok {
			for i, a := range q.words {
				words |= uint32(truth(a.best(w.Terms) > 0 || field == InName && v.sounds(a, text[w.Start:w.End]))) << i
			}
			known[w.Terms[0]] = words
		}
		if words == 0 {
			continue
		}
		if n := len(sentences); n == 0 || sentences[n-1][0].Sentence != w.Sentence {
			sentences = append(sentences, nil)
		}
		n := len(sentences) - 1
		sentences[n] = append(sentences[n], marked{w, words})
	}
	slices.SortStableFunc(sentences, func(a, b []marked) int { return cmp.Compare(richness(b), richness(a)) })
	var out []Highlight
	for _, s := range sentences[:min(len(sentences), most)] {
		out = append(out, passage(field, text, language, s, first[s[0].Sentence], last[s[0].Sentence]))
	}
	return out
}

func (v *view) sounds(a asked, word string) bool {
	t, ok := soundTerm(v.store.options.Fold.Sound(word))
	return ok && t == a.sound
}

// richness is how many different words a sentence has.
func richness(s []marked) int {
	var words uint32
	for _, m := range s {
		words |= m.words
	}
	return bits.OnesCount32(words)
}

// passage is a sentence with its words marked; of a long one the part from
// its first word on.
func passage(field HighlightField, text, language string, s []marked, from, to int) Highlight {
	for to < len(text) && to > from && isClosing(text[to]) {
		to++
	}
	if to-from > maxPassage {
		from = max(from, boundary(text, s[0].Start-maxPassage/4))
		to = min(to, max(boundary(text, from+maxPassage), s[0].End))
	}
	h := Highlight{Field: field, Text: text[from:to], Language: language, Start: from}
	if field != InText {
		h.Start = 0
	}
	for _, m := range s {
		if m.Start >= from && m.End <= to {
			h.Ranges = append(h.Ranges, Range{m.Start - from, m.End - from})
		}
	}
	return h
}

func isClosing(b byte) bool { return b == '.' || b == '!' || b == '?' || b == ')' || b == '"' }

// boundary is the end of the last space before an offset: where a word begins.
func boundary(text string, at int) int {
	at = max(0, min(at, len(text)))
	for at > 0 && text[at-1] != ' ' && text[at-1] != '\n' {
		at--
	}
	return at
}
