package rules

import (
	"os"
	"path/filepath"
	"testing"
)

// TestComposeSettles checks that facts may be composed again once rules of last
// resort have added to them: after that, another time changes nothing.
func TestComposeSettles(t *testing.T) {
	e := engine(t)
	for _, set := range []string{"articles", "short"} {
		names, err := filepath.Glob(filepath.Join("..", "..", "testdata", set, "*.txt"))
		if err != nil || len(names) < 20 {
			t.Fatalf("%d articles, error %v", len(names), err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			lang := filepath.Base(name)[:2]
			d := e.document(Input{Text: string(data), Language: lang, Published: exampleDay}, e.languages[lang], nil)
			if d.read(); d.main != nil {
				d.compose()
				want := keysOf(d)
				d.compose()
				got := keysOf(d)
				for k := range got {
					if !want[k] {
						t.Errorf("%s: composed again it has %v", name, k)
					}
					delete(want, k)
				}
				for k := range want {
					t.Errorf("%s: composed again it lacks %v", name, k)
				}
			}
			d.close()
		}
	}
}

func keysOf(d *document) map[factKey]bool {
	keys := map[factKey]bool{}
	for _, f := range d.facts {
		keys[f.key()] = true
	}
	return keys
}
