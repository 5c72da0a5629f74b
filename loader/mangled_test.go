package loader

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"peacetalks/loader/source"
)

// TestMangled reads articles that were cut short, spliced, lost words or lines, or had words
// change places: none ends the program, and each quote is the bytes at its span.
func TestMangled(t *testing.T) {
	l := real(t)
	var docs []source.Document
	for doc, err := range source.Read(context.Background(), source.Options{}, filepath.Join("..", "testdata", "articles"), filepath.Join("..", "testdata", "leads")) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		doc := docs[random.IntN(len(docs))]
		doc.Text = mangled(random, strings.Split(doc.Text, " "), strings.Split(docs[random.IntN(len(docs))].Text, " "))
		found, err := l.Facts(doc)
		if err != nil && !strings.Contains(err.Error(), "no article text") {
			t.Fatalf("%s: %v\n%s", doc.Path, err, doc.Text)
		}
		for i, e := range found.Evidence {
			for _, s := range e.Spans {
				if s.Start < 0 || s.End > len(doc.Text) || s.Start >= s.End {
					t.Fatalf("%s: %v has span %d-%d of %d bytes", doc.Path, found.Facts[i], s.Start, s.End, len(doc.Text))
				}
			}
		}
	}
}

// mangled does some harm to the words of a text, of which another may be part.
func mangled(random *rand.Rand, words, others []string) string {
	from := random.IntN(len(words))
	to := from + random.IntN(len(words)-from)
	switch random.IntN(6) {
	case 0: // cut short within a word
		s := strings.Join(words, " ")
		return strings.ToValidUTF8(s[:random.IntN(len(s))], "")
	case 1:
		return strings.Join(append(words[:from:from], words[to:]...), " ")
	case 2:
		return strings.Join(append(words[:from:from], others[random.IntN(len(others)):]...), " ")
	case 3:
		to = min(to, from+60)
		random.Shuffle(to-from, func(i, j int) { words[from+i], words[from+j] = words[from+j], words[from+i] })
		return strings.Join(words, " ")
	case 4:
		return strings.NewReplacer("\n", " ", ".", "", "،", "").Replace(strings.Join(words, " "))
	}
	kept := words[:0]
	for _, w := range words {
		if random.IntN(8) > 0 {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}
