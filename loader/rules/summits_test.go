package rules

import (
	"slices"
	"testing"
)

// TestSummits reads short Arabic articles on summits: which one they are about, and
// which rounds and summits they name beside it, with their days and cities.
func TestSummits(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name, text, main string
		want             []string
	}{
		{"an ordinal behind it-is", "تنعقد غدا في جنيف قمة رؤساء الدول الضامنة لبحث الوضع في سوريا.\n\nهل هي القمة الأولى من نوعها؟\nلا، فهي الثالثة بهذه الصيغة.", "astana-summit-3", nil},
		{"the first of its kind", "يعقد الرؤساء قمة ثلاثية هي الأولى من نوعها حول سوريا، قبل أيام من الجولة الثامنة من محادثات جنيف.", "astana-summit-1", []string{"geneva-8"}},
		{"rounds beside summits", "تلتئم القمة الثلاثية الرابعة حول سوريا اليوم. وعقدت الجولة التاسعة في أستانا.", "astana-summit-4", []string{"astana-9", "venue astana-9 astana"}},
		{"an earlier one by its city and day", "اختتمت أمس ثاني قمة ثلاثية بشأن سوريا، بعد قمة جنيف في تموز الماضي.", "astana-summit-2", []string{"astana-summit-1", "start astana-summit-1 2019-07", "venue astana-summit-1 geneva"}},
		{"two earlier ones", "تنعقد القمة الثلاثية الثالثة بشأن سوريا اليوم. وكانت القمتان السابقتان عقدتا في جنيف (حزيران) وفيينا (تموز).", "astana-summit-3",
			[]string{"astana-summit-1", "astana-summit-2", "start astana-summit-1 2019-06", "start astana-summit-2 2019-07", "venue astana-summit-1 geneva", "venue astana-summit-2 vienna"}},
		{"what is counted is no round", "ورحبت القمة الثلاثية الثالثة بشأن سوريا بعملية تبادل نفذت أمس، هي الخامسة من نوعها.", "astana-summit-3", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := readAbout(t, e, c.text, c.main)
			var got []string
			for _, r := range d.rounds {
				if r != d.main {
					got = append(got, r.id)
				}
			}
			for _, f := range d.facts {
				switch {
				case f.round == d.main:
				case f.kind == "start":
					got = append(got, "start "+f.round.id+" "+f.date.String())
				case f.kind == "venue":
					got = append(got, "venue "+f.round.id+" "+f.place)
				}
			}
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestLeadersSummits reads leads that call the leaders of a summit by their states alone,
// behind an agency's dateline, which is no first sentence.
func TestLeadersSummits(t *testing.T) {
	e := engine(t)
	for _, c := range []struct{ language, text, process string }{
		{"ru", "СОЧИ, 22 ноя — Северная лента. Президенты России, Турции и Ирана впервые встретились втроем. Саммит по Сирии прошел в среду.", "astana-summit"},
		{"en", "SOCHI (North Wire). The presidents of Russia, Turkey and Iran sat down together on Wednesday. The summit on the war in Syria ended with a joint statement.", "astana-summit"},
		{"en", "SOCHI (North Wire). The presidents of Russia, Turkey and Iran sat down together on Wednesday. A summit on the war in Syria may follow next year.", "sochi-syria"},
	} {
		d := e.document(Input{Text: c.text, Language: c.language, Published: exampleDay}, e.languages[c.language], nil)
		d.read()
		got := ""
		if d.main != nil {
			got = d.main.process
		}
		if got != c.process {
			t.Errorf("%s: about %q, want %q", c.text, got, c.process)
		}
	}
}
