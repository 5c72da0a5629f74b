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
