package dates

import (
	"fmt"
	"strings"
	"testing"

	"peacetalks/loader/text"
)

func TestDurations(t *testing.T) {
	for _, c := range []struct{ name, language, in, want string }{
		{"dual", "ar", "وتستمر يومين", "2"},
		{"dual with a preposition", "ar", "محادثات ليومين وعلى مدى يومين", "2 2"},
		{"days in words", "ar", "على مدى خمسة أيام", "5"},
		{"days in digits", "ar", "استمرت 3 أيام", "3"},
		{"a week in Arabic", "ar", "تستمر اللقاءات أسبوعاً", "7"},
		{"a week ago is a date", "ar", "قبل أسبوع", ""},
		{"the week is no length", "ar", "هذا الأسبوع", ""},
		{"a later day", "ar", "دخلت المشاورات يومها الرابع والثلاثين", "day 34"},
		{"counted day", "ar", "ختام تغطيتنا لليوم الخامس والأخير", "day 5"},
		{"last day", "ar", "مباشر.. اليوم الأخير", "day -1"},
		{"after two days", "ar", "فاختُتمت اليوم الخميس بعد يومين من المشاورات", "2"},
		{"two days ago is a date", "ar", "قبل يومين", ""},
		{"today is no length", "ar", "اليوم", ""},
		{"two-day", "en", "Two-day talks on Syria", "2"},
		{"two days of", "en", "Two days of bargaining ended", "2"},
		{"a week", "en", "ending a week of consultations", "7"},
		{"a day late", "en", "a day late", ""},
		{"second day", "en", "on the second day of talks", "day 2"},
		{"years", "en", "six years of war", ""},
		{"adjective", "ru", "Двухдневная встреча", "2"},
		{"with a hyphen", "ru", "в течение трёх дней", "3"},
		{"days", "tr", "İki gün boyunca", "2"},
		{"days with a suffix", "tr", "3 günlük toplantı", "3"},
		{"days", "fr", "pendant deux jours", "2"},
		{"days", "fa", "نشست دو روزه", "2"},
	} {
		var got []string
		for _, d := range Durations(text.Tokenize(c.in), c.language) {
			if d.Nth {
				got = append(got, fmt.Sprintf("day %d", d.Days))
			} else {
				got = append(got, fmt.Sprint(d.Days))
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: Durations(%q) = %q, want %q", c.name, c.in, s, c.want)
		}
	}
}
