package rules

import "testing"

func TestReleases(t *testing.T) {
	e := engine(t)
	const told = "تعلن وزارة الخارجية أن الجولة الرابعة عشرة من محادثات أستانا حول سوريا ستعقد في نور سلطان.\n"
	for _, c := range []struct {
		text string
		want int
	}{
		{"جمهورية كازاخستان\nوزارة الخارجية\nبيان صحفي\n\n" + told, 1},
		{"وزارة الخارجية – جمهورية كازاخستان\nبلاغ صحفي\n\n" + told, 1},
		{"جمهورية كازاخستان\nأخبار اليوم\n\n" + told, 0},
	} {
		d := e.document(Input{Text: c.text, Language: "ar", Published: exampleDay}, e.languages["ar"], nil)
		d.read()
		got := 0
		for _, f := range d.find("say", d.main) {
			if f.party == "kazakhstan" {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%q: kazakhstan states %d things, want %d", c.text, got, c.want)
		}
		d.close()
	}
}
