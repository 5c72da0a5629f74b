package rules

import (
	"slices"
	"testing"
)

// TestRoundsToldTogether reads English words that mean several rounds, or one whose noun is left out.
func TestRoundsToldTogether(t *testing.T) {
	e := unweighed(t)
	const lead = "NUR-SULTAN, 10 December 2019 - The 14th round of the Astana talks on Syria opened in Nur-Sultan on Tuesday. "
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The first two rounds were held in Astana in early 2017.", []string{"astana-1", "astana-14", "astana-2"}},
		{"The first two rounds of voting were held in Astana in early 2017.", []string{"astana-14"}},
		{"The previous two rounds were held in Nur-Sultan.", []string{"astana-12", "astana-13", "astana-14"}},
		{"The previous two rounds of shelling killed ten.", []string{"astana-14"}},
		{"The 15th, Lavrentyev said, will be convened in March.", []string{"astana-14", "astana-15"}},
		{"They agreed to open the 15th in Nur-Sultan on January 20.", []string{"astana-14", "astana-15"}},
		{"They agreed to open the 15th parallel in Nur-Sultan on January 20.", []string{"astana-14"}},
		{"Talks hosted by Russia in Sochi in January 2018 led to the idea.", []string{"astana-14", "sochi-congress"}},
		{"Talks in Geneva in 2014 ended without agreement.", []string{"astana-14"}},
	} {
		if got := roundsOf(reading(t, e, "en", lead+c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

// TestDiary reads an article that is told day by day, each day from its own line.
func TestDiary(t *testing.T) {
	e := unweighed(t)
	const text = "A diary of the 13th round of the Astana talks on Syria\n\nPublished December 10, 2019\n\nOur correspondent kept a diary at the 13th round of the Astana talks on Syria in Nur-Sultan.\n\n" +
		"Saturday, December 7\n\nThe round begins tomorrow.\n\nSunday, December 8\n\nThe Russian delegation met the Turkish delegation today.\n\nMonday, December 9\n\nThe round ends today.\n"
	d := e.document(Input{Text: text, Language: "en", Published: exampleDay}, e.languages["en"], nil)
	d.read()
	for _, c := range [][2]string{{"start", "2019-12-08"}, {"end", "2019-12-09"}, {"meeting", "2019-12-08"}} {
		if got := d.dateOf(c[0], d.main).String(); got != c[1] {
			t.Errorf("the %s is %q, want %q", c[0], got, c[1])
		}
	}
}
