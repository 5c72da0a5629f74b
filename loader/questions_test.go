package loader

import (
	"slices"
	"testing"
)

// What fragments mean is told by the questions that they answer, and which meeting by the
// city where the next one is to be.
func TestQuestionsAndCities(t *testing.T) {
	const opened = "Nur-Sultan, 11 December 2019. The 14th round of the Astana talks on Syria is under way.\n\n"
	l := real(t)
	for _, c := range []struct {
		text string
		want Fact
	}{
		{"When did it begin?\nOn Tuesday, a day later than planned.\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"start", "astana-14", "2019-12-10"}},
		{"Who is in the room?\nThe Russians and the Turks.\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"delegation", "astana-14", "turkey"}},
		{"Who is watching?\nJordan, as usual.\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"observer", "astana-14", "jordan"}},
		{"Who leads the Russian delegation?\nAlexander Lavrentyev.\n\nAnd the Turkish one?\nSedat Onal.\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"head", "astana-14", "turkey", "sedat-onal"}},
		{"When and where is the next round?\nIn March, in Geneva.\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"venue", "astana-15", "geneva"}},
		{"What next?\nA 15th round, in March.\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"start", "astana-15", "2020-03"}},
		{"The guarantors want to hold the next round in Sochi. The meeting in Sochi will be in July.", Fact{"start", "astana-15", "2020-07"}},
		{"Programme\n\n10 December, 11.00\n\nMeeting of the delegations of Iran and Russia\n\n11 December, 15.00\n\nPlenary session in the big hall\n\nIdlib is quiet, and the delegates stay for dinner in the old hotel by the river.", Fact{"plenary", "astana-14", "2019-12-11"}},
	} {
		found := factsIn(t, l, opened+c.text)
		if !slices.ContainsFunc(found.Facts, func(f Fact) bool { return slices.Equal(f, c.want) }) {
			t.Errorf("%s\nno %v in %v", c.text, c.want, found.Facts)
		}
	}
}
