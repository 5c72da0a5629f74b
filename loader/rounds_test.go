package loader

import (
	"reflect"
	"testing"

	"peacetalks/loader/source"
)

// "The last round" is the one before, unless it is said of this one.
func TestLastRound(t *testing.T) {
	const begun = "ASTANA, June 21, 2023. The 20th round of the Astana talks on Syria ended on Wednesday. "
	const arabic = "أستانا، 21 يونيو 2023. اختتمت الجولة العشرون من محادثات أستانا حول سوريا. "
	this, both := []string{"astana-20"}, []string{"astana-20", "astana-19"}
	l := real(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{begun + "The last round was held in Astana in November 2022.", both},
		{begun + "It was the last round held in Astana.", this},
		{begun + "Kazakhstan said this would be the last round in Astana.", this},
		{"ASTANA, June 21, 2023. Kazakhstan proposed that the 20th round of the Astana talks on Syria be the last one held in Astana.", this},
		{arabic + "وكانت الجولة الأخيرة قد عقدت في أستانا في تشرين الثاني.", both},
		{arabic + "واقترحت كازاخستان أن تكون هذه الجولة الأخيرة في أستانا.", this},
	} {
		t.Run(c.text, func(t *testing.T) {
			found, err := l.Facts(source.Document{Path: "rounds.txt", Text: c.text})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found.Facts {
				if f[0] == "round" {
					got = append(got, f[1])
				}
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A city with a number is a round of the process that meets there, if the text
// names a party to it.
func TestCityWithNumber(t *testing.T) {
	l := real(t)
	for _, c := range []struct{ text, want string }{
		{"October 29, 2023. Jeddah II opened on Sunday between the Sudanese Armed Forces and the Rapid Support Forces.", "jeddah-sudan-2"},
		{"October 29, 2020. Doha III, at which the Taliban and the Afghan government sat down, ended on Monday.", "doha-afghanistan-3"},
		{"October 29, 2020. Doha III, a tanker, left the harbour on Monday.", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			found, err := l.Facts(source.Document{Path: "rounds.txt", Text: c.text})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range found.Facts {
				if f[0] == "round" {
					got += f[1]
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
