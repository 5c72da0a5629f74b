package loader

import (
	"path/filepath"
	"testing"

	"peacetalks/loader/source"
)

// A text that ends anywhere is read: feeds cut articles where they like.
func TestTextsCutAnywhere(t *testing.T) {
	l := real(t)
	n := 0
	for doc, err := range source.Read(t.Context(), source.Options{}, articles, filepath.Join("..", "testdata", "constructions"), filepath.Join("..", "testdata", "short")) {
		if err != nil {
			t.Fatal(err)
		}
		for cut := len(doc.Text); cut > 0 && !doc.HTML; cut -= 97 {
			short := doc
			for cut > 0 && cut < len(doc.Text) && doc.Text[cut] != ' ' {
				cut--
			}
			short.Text = doc.Text[:cut]
			if _, err := l.Extract(short); err != nil && cut > 0 {
				t.Errorf("%s, cut after %d bytes: %v", doc.Name, cut, err)
			}
			n++
		}
	}
	if n < 500 {
		t.Errorf("only %d texts were read", n)
	}
}

// A text that begins anywhere is read: a feed may leave out a title, or half a
// sentence.
func TestTextsBegunAnywhere(t *testing.T) {
	l := real(t)
	n := 0
	for doc, err := range source.Read(t.Context(), source.Options{}, articles, filepath.Join("..", "testdata", "short"), filepath.Join("..", "testdata", "leads")) {
		if err != nil {
			t.Fatal(err)
		}
		for cut := 0; cut < len(doc.Text) && !doc.HTML; n++ {
			rest := doc
			rest.Text = doc.Text[cut:]
			if _, err := l.Extract(rest); err != nil {
				t.Errorf("%s, without its first %d bytes: %v", doc.Name, cut, err)
			}
			cut += 61
			for cut < len(doc.Text) && doc.Text[cut-1] != ' ' {
				cut++
			}
		}
	}
	if n < 5000 {
		t.Errorf("only %d texts were read", n)
	}
}
