package lexicon

import (
	"strings"
	"testing"
	"time"
)

// A word without end is looked up in no more time than its length asks for: a
// million prefixes of a megabyte would take minutes.
func TestLookUpOfLongNoise(t *testing.T) {
	w := newWords()
	stem, deputy := w.id("مفاوض*"), w.id("نايب")
	start := time.Now()
	noise := strings.Repeat("ا", 1<<20)
	if found := w.look(noise, nil); len(found) != 0 {
		t.Errorf("noise is read as %v", found)
	}
	if found := w.look("مفاوض"+noise, nil); len(found) != 1 || found[0].word != stem {
		t.Errorf("a word with a known beginning is read as %v, want %d", found, stem)
	}
	if found := w.look("والنايب", nil); len(found) != 1 || found[0].word != deputy {
		t.Errorf("a known word is read as %v, want %d", found, deputy)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
}
