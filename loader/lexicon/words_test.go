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

// What is wrong with an entry is told with the file and the place.
func TestLoadTellsWhere(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"an id twice", "- {id: lakeland, country: georgia, labels: {en: Lakeland}, names: {en: [Lakeland]}}\n- {id: lakeland, country: georgia, labels: {en: Lakeland}, names: {en: [Lakelands]}}\n", "regions.yml: [2:3] the id \"lakeland\" stands twice in this file"},
		{"an entry of nothing", "- {id: lakeland, country: georgia, labels: {en: Lakeland}, names: {en: [Lakeland]}}\n- \n", "regions.yml: [2:3] an entry is empty"},
		{"a state that there is not", "# mine\n- id: lakeland\n  country: atlantis\n  labels: {en: Lakeland}\n  names: {en: [Lakeland]}\n", `regions.yml: [2:5] lakeland: country "atlantis" is no party`},
		{"no names", "- {id: lakeland, country: georgia, labels: {en: Lakeland}}", "regions.yml: [1:3] lakeland: no names"},
		{"no id", "- {country: georgia, names: {en: [Lakeland]}}", "regions.yml: [1:3] an entry without id"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := List(fstest.MapFS{"regions.yml": {Data: []byte(c.content)}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
