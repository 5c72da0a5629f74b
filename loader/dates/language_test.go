package dates

import (
	"slices"
	"strings"
	"testing"
)

func TestLanguages(t *testing.T) {
	if got, want := strings.Join(Languages(), " "), "ar en fa fr ru tr"; got != want {
		t.Errorf("Languages() = %q, want %q", got, want)
	}
	for _, code := range Languages() {
		l := languageOf(code)
		months, weekdays := map[int16]bool{}, map[int16]bool{}
		for word, b := range l.words {
			for i, s := range b.senses {
				switch {
				case s.class == classMonth && s.calendar == Gregorian:
					months[s.value] = true
				case s.class == classWeekday:
					weekdays[s.value] = true
				}
				for _, o := range b.senses[i+1:] {
					if o.class == s.class && o.calendar == s.calendar && o.value != s.value && slices.Equal(o.rest, s.rest) {
						t.Errorf("%s: %q means two things of one class", code, strings.Join(append([]string{word}, s.rest...), " "))
					}
				}
			}
		}
		if len(months) != 12 || len(weekdays) != 7 {
			t.Errorf("%s has %d months and %d weekdays", code, len(months), len(weekdays))
		}
	}
}

func TestLoad(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an unknown key", "mnths: {1: [January]}", "mnths"},
		{"an unknown reference", "refs after: {recent: [recent]}", `"recent" is none of last, new, next, same, this`},
		{"an unknown part", "parts: {third: [third of]}", `"third" is none of`},
		{"not a list", "months: {1: January}", "1:"},
	} {
		if _, err := load([]byte(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if got, _ := solved("Am 10.12.2019 und am 11. Dezember", "de", ""); got != "2019-12-10" {
		t.Errorf("dates in an unknown language: %q, want the one in numbers", got)
	}
}
