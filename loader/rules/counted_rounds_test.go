package rules

import (
	"slices"
	"testing"
)

// TestCountedRounds reads Arabic words that mean rounds beside the article's own.
func TestCountedRounds(t *testing.T) {
	e := engine(t)
	const lead = "اختتمت الجولة الرابعة عشرة من محادثات أستانا حول سوريا أمس في نور سلطان. "
	for _, c := range []struct {
		name, text, main string
		want             []string
	}{
		{"talks that are counted themselves", lead + "المباحثات الثالثة عشرة جرت في نور سلطان.", "astana-14", []string{"astana-13", "astana-14"}},
		{"talks with a number of days", lead + "واستغرقت المباحثات يومين.", "astana-14", []string{"astana-14"}},
		{"the two before", lead + "وكانت الجولتان السابقتان عقدتا في جنيف.", "astana-14", []string{"astana-12", "astana-13", "astana-14"}},
		{"two others", lead + "وكانت الجولتان طويلتين.", "astana-14", []string{"astana-14"}},
		{"those before, with their months", "بدأت في نور سلطان اليوم محادثات أستانا حول سوريا من جديد بعد جولتين، الأولى في كانون الثاني والثانية في شباط. وهذه الجولة هي الثالثة.", "astana-3", []string{"astana-1", "astana-2", "astana-3"}},
		{"the next after the end of one", "تنطلق الجولة المقبلة من محادثات أستانا حول سوريا غداً، بعد اختتام الجولة الثالثة عشرة. وتضم أجندة الجولة الرابعة عشرة ملف المعتقلين.", "astana-14", []string{"astana-13", "astana-14"}},
		{"the one that is called the next", "اختتمت أمس في نور سلطان محادثات أستانا حول سوريا. وستعقد الجولة الخامسة عشرة، وهي التالية، في نور سلطان.", "astana-14", []string{"astana-14", "astana-15"}},
		{"one more after some", "بعد ثلاث جولات من المفاوضات انتهت بلا اتفاق، عادت الوفود إلى نور سلطان لبدء جولة أخرى من محادثات أستانا حول سوريا.", "astana-4", []string{"astana-4"}},
		{"the next behind an adjective", lead + "وسيعقد الاجتماع الدولي المقبل في جنيف.", "astana-14", []string{"astana-14", "astana-15"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := roundsOf(readAbout(t, e, c.text, c.main)); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestCongressHasNoEighthRound reads an ordinal in an article about a congress that met once.
func TestCongressHasNoEighthRound(t *testing.T) {
	e := engine(t)
	const lead = "يعقد مؤتمر الحوار الوطني السوري في سوتشي الاثنين. "
	const text = "والإعلان عن موعده خرج من أستانا، من الجولة الثامنة التي اختتمت هناك."
	want := []string{"astana-8", "sochi-congress"}
	if got := roundsOf(readArabic(e, lead+text)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDateAtTheEnd reads a text that ends in a date, behind a clause on what was in a round.
func TestDateAtTheEnd(t *testing.T) {
	e := engine(t)
	readAbout(t, e, "اختتمت الجولة الرابعة عشرة من محادثات أستانا حول سوريا أمس في نور سلطان. وقع الوفدان اتفاقا بعد الجولة الثانية، وفيها 16 شباط 2017", "astana-14")
}

// TestRomanNumbers tells a Roman number from a name that looks like one.
func TestRomanNumbers(t *testing.T) {
	e := engine(t)
	const lead = "The 14th round of the Astana talks on Syria opened in Nur-Sultan on Tuesday. "
	for _, text := range []string{"At the session Xi told reporters that he was content.", "In the last round Xi sent an envoy."} {
		for _, id := range roundsOf(reading(t, e, "en", lead+text)) {
			if id == "astana-11" {
				t.Errorf("%q names round 11", text)
			}
		}
	}
}

// TestFirstByName reads talks that are told by their name alone, weeks before their second round.
func TestFirstByName(t *testing.T) {
	e := unweighed(t)
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"en", "The second round of the Jeddah talks on Sudan was put off on Monday. The Jeddah talks opened in September and ended without a deal.", []string{"jeddah-sudan-1", "jeddah-sudan-2"}},
		{"en", "The second round of the Jeddah talks on Sudan was put off on Monday. The Jeddah talks are hosted by Saudi Arabia.", []string{"jeddah-sudan-2"}},
		{"en", "The fourth round of the Jeddah talks on Sudan was put off on Monday. The Jeddah talks opened in September and ended without a deal.", []string{"jeddah-sudan-4"}},
		{"ar", "أرجئت أمس الجولة الثانية من محادثات جدة حول السودان. وكانت محادثات جدة انتهت في أيار الماضي بلا اتفاق.", []string{"jeddah-sudan-1", "jeddah-sudan-2"}},
	} {
		if got := roundsOf(reading(t, e, c.language, c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

// readAbout reads a short Arabic article, which must be about a round.
func readAbout(t *testing.T, e *Engine, text, round string) *document {
	t.Helper()
	d := readArabic(e, text)
	if d.main == nil || d.main.id != round {
		t.Fatalf("the article's round is %v, want %s", d.main, round)
	}
	return d
}

func readArabic(e *Engine, text string) *document {
	d := e.document(Input{Text: text, Language: "ar", Published: exampleDay}, e.languages["ar"], nil)
	d.read()
	return d
}

// roundsOf lists the rounds that an article names.
func roundsOf(d *document) []string {
	var ids []string
	for _, r := range d.rounds {
		ids = append(ids, r.id)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
