package dates

import (
	"strings"
	"testing"
	"time"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// TestHostile holds that a text of nothing but dates takes time in proportion
// to its length.
func TestHostile(t *testing.T) {
	for _, s := range []string{"Monday ", "on 4 May, ", "today, 10 December ", "the next day ", "December ", "the same month ", "10 and ", "( ", "3/4/2017 "} {
		source := strings.Repeat(s, 300_000/len(s))
		start := time.Now()
		tt := text.Tokenize(source)
		Solve(tt, Find(tt, "en"), Context{Published: edtf.Of(2019, 12, 10), Hints: []Hint{nurSultan}})
		Solve(tt, Find(tt, "en"), Context{Hints: []Hint{nurSultan, {To: len(tt.Tokens), Pin: true, Window: nurSultan.Window}}})
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q, 300 kB of it: %s", s, d)
		}
	}
}

// FuzzFind holds that mentions and durations lie in the text, in order and
// apart, and that whatever is found can be solved.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"يومي الثلاثاء والأربعاء 4 و5 تموز", "بين ٣٠ أيار و٣ حزيران", "13 ربيع الآخر 1441 هـ الموافق 10 ديسمبر 2019", "في ٢٩ من الشهر نفسه",
		"January 23 and 24, 2017", "from Monday to Wednesday, 3-5 May", "Jan. 32, 2017; 31.02.2021; 9/11/2020", "the last week of August",
		"первого-второго августа", "19 июл. с.г.", "78 Temmuz 2017 yılının Mayıs ayının 24'ünde", "le 1er août, le lendemain", "15 تیر 1400 (6 ژوئیه 2021)",
		"(((", "10,", "10 من", "the", "من 10 إلى", "and and and", "2017 - 2018 - 2019",
	} {
		for i := range Languages() {
			f.Add(s, uint8(i), int16(0))
		}
	}
	f.Fuzz(func(t *testing.T, source string, language uint8, published int16) {
		codes := append(Languages(), "xx")
		code := codes[int(language)%len(codes)]
		tt := text.Tokenize(source)
		mentions := Find(tt, code)
		end := 0
		for _, m := range mentions {
			if m.From < end || m.To <= m.From || m.To > len(tt.Tokens) || len(m.Points) == 0 {
				t.Fatalf("mention %d to %d after %d, of %d tokens, with %d points", m.From, m.To, end, len(tt.Tokens), len(m.Points))
			}
			end = m.To
		}
		end, k := 0, 0
		for _, d := range Durations(tt, code) {
			if d.From < end || d.To <= d.From || d.To > len(tt.Tokens) {
				t.Fatalf("duration %d to %d after %d, of %d tokens", d.From, d.To, end, len(tt.Tokens))
			}
			for k < len(mentions) && mentions[k].To <= d.From {
				k++
			}
			if k < len(mentions) && mentions[k].From < d.To {
				t.Fatalf("duration %d to %d overlaps the mention %d to %d", d.From, d.To, mentions[k].From, mentions[k].To)
			}
			end = d.To
		}
		c := Context{Hints: []Hint{nurSultan, {Window: edtf.MustParse("2017-01/.."), From: 0, To: len(tt.Tokens), Pin: true}}}
		if published != 0 {
			c.Published = serial(int(published)).date()
		}
		s := Solve(tt, mentions, c)
		if len(s.Resolved) != len(mentions) {
			t.Fatalf("%d of %d mentions resolved", len(s.Resolved), len(mentions))
		}
		for i, r := range s.Resolved {
			if r.Basis == "" {
				t.Fatalf("%q has no basis", tt.Quote(mentions[i].From, mentions[i].To))
			}
			for _, d := range r.Days {
				if !d.IsDay() {
					t.Fatalf("%q has %q among its days", tt.Quote(mentions[i].From, mentions[i].To), d)
				}
			}
		}
	})
}
