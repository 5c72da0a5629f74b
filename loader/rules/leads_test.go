package rules

import (
	"slices"
	"strings"
	"testing"
)

// TestLeads reads what no single rule knows of the sentences with which news begins.
func TestLeads(t *testing.T) {
	e := unweighed(t)
	for _, c := range []struct{ name, title, text, want, not string }{
		{"talks on another conflict in a city with talks of its own", "",
			"The fourth round of Somalia talks in Istanbul opened on Monday.",
			"start istanbul-somalia-4 2019-12-09", "istanbul-ukraine"},
		{"the round for which they return is the next", "Istanbul: Ukraine talks end with date for next meeting",
			"Russian and Ukrainian negotiators left the palace on Monday. They will be back on January 3 for the sixth round of the Istanbul talks.",
			"start istanbul-ukraine-6 2020-01-03", "istanbul-ukraine-7"},
		{"the article's own round is no next one", "",
			"After 24 rounds of talks in the Astana format, the guarantor states will meet again on Thursday for the next one, the 25th.",
			"start astana-25 2019-12-12", "astana-26"},
		{"the host in the name of the talks", "Yemen talks in Sweden go into a second day",
			"The second round of the Yemen talks in Sweden went into its second day on Monday.",
			"host stockholm-yemen-2 sweden", "delegation stockholm-yemen-2 sweden"},
		{"groups that are counted are no side", "",
			"The third round of the Nairobi process on eastern Congo closed on Monday. More than 50 armed groups attended.",
			"end nairobi-process-3 2019-12-09", "delegation nairobi-process-3 m23"},
		{"what is on the agenda now is no earlier round's", "",
			"Venezuela's government and opposition will begin a fifth round of talks in Mexico City on Friday. The fourth, in July, ended with an accord. Sanctions are first on the agenda.",
			"agenda mexico-venezuela-5 sanctions", "agenda mexico-venezuela-4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := Input{Text: c.title + "\n" + c.text, Language: "en", Published: exampleDay}
			in.Blocks = []Block{{0, len(c.title), "title"}, {len(c.title) + 1, len(in.Text), "body"}}
			d := e.document(in, e.languages["en"], nil)
			d.read()
			got := factLines(d)
			if !slices.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if slices.ContainsFunc(got, func(f string) bool { return strings.Contains(f, c.not) }) {
				t.Errorf("got %q, want nothing of %q", got, c.not)
			}
		})
	}
}

// factLines is what a document says: kind, round, who or what, and when.
func factLines(d *document) (out []string) {
	for _, f := range d.facts {
		date := ""
		if !f.date.IsZero() {
			date = f.date.String()
		}
		out = append(out, strings.Join(strings.Fields(strings.Join([]string{f.kind, f.round.id, f.party, f.topic, f.place, f.value, date}, " ")), " "))
	}
	return out
}
