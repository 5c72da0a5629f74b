package loader

import (
	"slices"
	"testing"

	"peacetalks/loader/source"
)

// What was talked about may be told by a list, or as the answer to a question.
func TestTopicsOfAnswers(t *testing.T) {
	const opened = "Nur-Sultan, 8 July 2021. The 16th round of the Astana talks on Syria ended on Thursday.\n\n"
	l := real(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"What's being discussed?\n\n- Detainees: Idlib was shelled again on the day.\n\n- Elections, on which nobody had brought a paper.\n\nIdlib is quiet.", []string{"detainees", "elections"}},
		{"What they talked about. Refugees, according to one of them.\n\nIdlib is quiet.", []string{"refugee-return"}},
		{"What did you spend the days on?\n\nOn detainees. Then on elections. Idlib is quiet.", []string{"detainees", "elections"}},
		{"Three questions were taken up in turn:\n\n* Monday: elections\n* Tuesday: detainees\n\nIdlib is quiet.", []string{"elections", "detainees"}},
		{"Who rules there?\n\n- Idlib: the rebels.\n\n- Detainees: nobody.", nil},
	} {
		found, err := l.Facts(source.Document{Path: "answers.txt", Text: opened + c.text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found.Facts {
			if f[0] == "agenda" {
				got = append(got, f[2])
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %v\nwant %v", c.text, got, c.want)
		}
	}
}

// The day at a text's end tells which talks there were; two meetings in another
// country are none of those that the article is about.
func TestTalksOfTheDay(t *testing.T) {
	l := real(t)
	for _, c := range []struct{ text, want string }{
		{"VIENNA - U.N.-led peace talks on Syria ended in Vienna late on Friday. The ninth round of them dealt with the constitution.\n\n27 January 2018", "geneva-9"},
		{"الكويت، 22 نيسان/أبريل 2016 - بدأت في الكويت أمس مشاورات السلام اليمنية برعاية الأمم المتحدة. وسبق هذه المشاورات لقاءان في سويسرا.", "kuwait-yemen-1"},
	} {
		found, err := l.Facts(source.Document{Path: "day.txt", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(found.Facts, func(f Fact) bool { return f[0] == "status" && f[1] == c.want }) {
			t.Errorf("%s: no status of %s in %v", c.text, c.want, found.Facts)
		}
	}
}
