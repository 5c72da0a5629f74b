package loader

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"peacetalks/loader/source"
)

// substitutions put names that no list has, or other states, in the place of those that
// an article gives. What is read of it must change by these names alone.
var substitutions = []struct {
	article string
	words   []string // of the text, each with what stands for it
	ids     []string // of the facts, likewise
}{
	{
		"en-astana-05-no-deal.txt",
		[]string{"Alexander Lavrentyev", "Farrukh Yuldoshev", "Bashar Jaafari", "Tuvshin Ganzorig", "Stuart Jones", "Leif Aasheim", "Kairat Abdrakhmanov", "Ashot Mnatsakian"},
		[]string{"alexander-lavrentyev", "farh-yaldashaf", "bashar-jaafari", "tafshan-ganzarg", "stuart-jones", "laf-asham", "kairat-abdrakhmanov", "ashot-mantaskan"},
	},
	{
		"en-astana-05-no-deal.txt",
		[]string{"Turkey", "Kenya", "Turkish", "Kenyan", "Ankara", "Nairobi", "Jordan", "Ghana", "Amman", "Accra", "Iran", "Malaysia"},
		[]string{"turkey", "kenya", "jordan", "ghana", "iran", "malaysia"},
	},
	{
		"ar-astana-11-wrap.txt",
		[]string{"أحمد طعمة", "تيودورو بانزون"},
		[]string{"ahmad-tomah", "tadru-banzan"},
	},
}

// Other names change no facts but the names in them.
func TestOtherNamesChangeNoFacts(t *testing.T) {
	l := real(t)
	for _, s := range substitutions {
		for doc, err := range source.Read(t.Context(), source.Options{}, filepath.Join("..", "testdata", "articles", s.article)) {
			if err != nil {
				t.Fatal(err)
			}
			want := factsOf(t, l, doc)
			ids := strings.NewReplacer(s.ids...)
			for i, fact := range want {
				want[i] = ids.Replace(fact)
			}
			doc.Text = strings.NewReplacer(s.words...).Replace(doc.Text)
			got := factsOf(t, l, doc)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s with %s: lost %q, won %q", s.article, s.words[1], without(want, got), without(got, want))
			}
		}
	}
}
