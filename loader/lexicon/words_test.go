package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
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

// A file of names under a name that nobody reads is told of, and so is a field
// that there is not.
func TestLoadRefuses(t *testing.T) {
	for name, content := range map[string]string{
		"people.yaml":   "[]",
		"given.yaml":    "[]",
		"rules/en.yaml": "",
		"people.yml":    "- {id: somebody, parti: turkey, labels: {en: Some Body}}",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := List(fstest.MapFS{name: {Data: []byte(content)}})
			if err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("got %v, want an error that names %s", err, name)
			}
		})
	}
}
