package rules

import (
	"slices"
	"testing"
)

// TestToldTogether reads what is said of rounds together, two names of one person, and sides
// called after a region that no list knows.
func TestToldTogether(t *testing.T) {
	e := unweighed(t)
	for _, c := range []struct{ about, text, want string }{
		{"astana-14", "The 12th round was held in April and the 13th in August. Both took place in Sochi.", "venue sochi"},
		{"astana-14", "The 12th round was held in April and the 13th in August, both in Sochi.", "venue sochi"},
		{"astana-14", "Luciano Marin, alias Ivan Marquez, told reporters that it was late.", "say ivan-marquez"},
		{"astana-14", "Carlos Berrio, better known as Tirofijo, came. Tirofijo told reporters that it was late.", "say carlos-baru"},
		{"astana-14", "Fatima Mzamba leads the delegation of the Anjouan opposition.", "head anjouan-opposition fatima-mazmaba"},
		{"astana-14", "Houmed Said told reporters that it was late.", "say hamd-saeed"},
	} {
		l := e.languages["en"]
		if got := e.exampleFacts(l, "", example{Text: c.text, About: c.about}); !slices.Contains(got, c.want) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
