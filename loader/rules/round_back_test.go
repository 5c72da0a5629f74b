package rules

import "testing"

// TestToldOfEarlierRound asks of which round an Arabic text tells where a word stands that
// does not name it itself.
func TestToldOfEarlierRound(t *testing.T) {
	e := engine(t)
	const lead = "اختتمت الجولة الرابعة عشرة من محادثات أستانا حول سوريا أمس في نور سلطان.\n\n"
	for _, c := range []struct{ name, text, word, want string }{
		{"begins with when it was", "في شباط 2017 اجتمع عشرة ضباط في أستانا، في الجولة الثانية.", "ضباط", "astana-2"},
		{"begins with where it was", "وفي مدينة سوتشي، حيث جرت الجولة العاشرة، اتفق الوفدان على الهدنة.", "الهدنة", "astana-10"},
		{"goes on about that time", "في شباط 2017 كانت الجولة الثانية. ولم يتحدثوا يومها إلا عبر الوسيط.", "الوسيط", "astana-2"},
		{"says who signed", "في شباط 2017 كانت الجولة الثانية. وقعه اللواء سامر الحمصي.", "اللواء", "astana-2"},
		{"what was on its last day", "ثم كانت الجولة الثانية، وفي يومها الأخير، 16 شباط 2017، صدر بيان.", "بيان", "astana-2"},
		{"what it brought", "وكانت الجولة الثانية انعقدت هناك، وقد أفضت إلى بيان.", "بيان", "astana-2"},
		{"what it is to discuss", "وستعقد هناك جولة خامسة عشرة، للبحث في ملف المعتقلين.", "المعتقلين", "astana-15"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readAbout(t, e, lead+c.text, "astana-14")
			for i := range d.text.Tokens {
				if d.text.Quote(i, i+1) == c.word {
					if got := d.context[i]; got.id != c.want {
						t.Errorf("%q is said of %s, want %s", c.word, got.id, c.want)
					}
					return
				}
			}
			t.Fatalf("no word %q", c.word)
		})
	}
}

// TestRoundsOfList reads the rounds that lines of a list name behind their places.
func TestRoundsOfList(t *testing.T) {
	const text = "اختتمت أمس الجولة الرابعة من محادثات أستانا حول سوريا.\n\n- أستانا: الجولة الأولى، كانون الثاني 2017.\n- جنيف: الثانية، وفيها صدر بيان.\n- موسكو: الثالث عقد سيارات."
	d := readAbout(t, engine(t), text, "astana-4")
	if got := roundsOf(d); len(got) != 3 || got[0] != "astana-1" || got[1] != "astana-2" {
		t.Errorf("rounds %q", got)
	}
}
