package timeline

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

func TestTitles(t *testing.T) {
	names := Names{
		"round:astana-14":  {"en": "Astana 14", "ar": "أستانة 14", "ru": "Астана 14", "tr": "Astana 14", "fa": "آستانه 14", "fr": "Astana 14"},
		"place:nur-sultan": {"en": "Nur-Sultan", "ar": "نور سلطان", "ru": "Нур-Султан", "tr": "Nur-Sultan", "fa": "نورسلطان", "fr": "Noursoultan"},
		"party:russia":     {"en": "Russia", "ar": "روسيا", "ru": "Россия", "tr": "Rusya", "fa": "روسیه", "fr": "Russie"},
		"party:iran":       {"en": "Iran", "ar": "إيران", "ru": "Иран", "tr": "İran", "fa": "ایران", "fr": "Iran"},
		"topic:ceasefire":  {"en": "ceasefire", "ar": "وقف إطلاق النار"},
	}
	start := Event{Kind: Start, Round: "round:astana-14", Place: "place:nur-sultan", Names: names}
	bare := Event{Kind: Start, Round: "round:astana-14", Names: names}
	meeting := Event{Kind: Meeting, Round: "round:astana-14", Actors: []graph.ID{"party:russia", "party:iran"}, Names: names}
	session := Event{Kind: Session, Round: "round:astana-14", Topics: []graph.ID{"topic:ceasefire"}, Names: names}
	result := Event{Kind: Outcome, Round: "round:astana-14", Outcome: "joint-statement", Names: names}
	cases := []struct {
		event          Event
		language, want string
	}{
		{start, "en", "Astana 14 opens in Nur-Sultan"},
		{start, "ar", "انطلاق أستانة 14 في نور سلطان"},
		{start, "ru", "Астана 14: открытие (Нур-Султан)"},
		{start, "tr", "Astana 14 başlıyor (Nur-Sultan)"},
		{start, "fa", "آغاز آستانه 14 در نورسلطان"},
		{start, "fr", "Astana 14 : ouverture (Noursoultan)"},
		{start, "ar-SY", "انطلاق أستانة 14 في نور سلطان"},
		{start, "de", "Astana 14 opens in Nur-Sultan"},
		{start, "", "Astana 14 opens in Nur-Sultan"},
		{bare, "en", "Astana 14 opens"},
		{meeting, "en", "Meeting Russia – Iran (Astana 14)"},
		{meeting, "ar", "اجتماع روسيا – إيران (أستانة 14)"},
		{session, "fr", "Astana 14 à l’ordre du jour : ceasefire"}, // no French name: the English one
		{result, "tr", "Astana 14: ortak bildiri"},
		{Event{Kind: End, Round: "round:kuwait-yemen"}, "en", "kuwait yemen ends"}, // no name at all: the id's
		{Event{Kind: Outcome, Round: "round:x", Outcome: "new-kind"}, "ar", "x: new kind"},
	}
	for _, c := range cases {
		if got := c.event.Title(c.language); got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.event.Kind, c.language, got, c.want)
		}
	}
}

// TestPhrasesAreWhole checks that every language has every phrase, with the
// placeholders that belong there.
func TestPhrasesAreWhole(t *testing.T) {
	placeholders := func(s string) []string {
		found := regexp.MustCompile(`\{[a-z]+\}`).FindAllString(s, -1)
		slices.Sort(found)
		return found
	}
	english := languages[0]
	for _, p := range languages {
		same := func(what, got, want string) {
			if got == "" || !slices.Equal(placeholders(got), placeholders(want)) || strings.ContainsFunc(got, isDirection) {
				t.Errorf("%s: %s is %q, in English %q", p.language, what, got, want)
			}
		}
		for _, k := range Kinds() {
			same("title of "+string(k), p.titles[k], english.titles[k])
			same("name of "+string(k), p.kinds[k], english.kinds[k])
		}
		for _, o := range graph.OutcomeKinds {
			same("outcome "+o, p.outcomes[o], english.outcomes[o])
		}
		for i := range p.months {
			same("month", p.months[i], english.months[i])
		}
		for what, pair := range map[string][2]string{
			"startAt": {p.startAt, english.startAt}, "title": {p.title, english.title}, "planned": {p.planned, english.planned},
			"day": {p.day, english.day}, "month": {p.month, english.month}, "about": {p.about, english.about},
			"perhaps": {p.perhaps, english.perhaps}, "from": {p.from, english.from}, "until": {p.until, english.until},
			"possibly": {p.possibly, english.possibly},
		} {
			same(what, pair[0], pair[1])
		}
	}
}

func TestDateText(t *testing.T) {
	cases := []struct{ date, language, want string }{
		{"2019-12-10", "en", "10 December 2019"},
		{"2019-12-10", "ar", "10 كانون الأول (ديسمبر) 2019"},
		{"2019-12-10", "ru", "10 декабря 2019 г."},
		{"2019-12", "ru", "декабрь 2019 г."},
		{"2019-08-01", "fr", "1er août 2019"},
		{"2019-12-10", "tr", "10 Aralık 2019"},
		{"2019-12-10", "fa", "10 دسامبر 2019"},
		{"2019", "ar", "2019"},
		{"2018-01~", "en", "about January 2018"},
		{"2018?", "en", "perhaps 2018"},
		{"2018%", "en", "perhaps about 2018"},
		{"2017-09-14/2017-09-15", "en", "14–15 September 2017"},
		{"2017-09-30/2017-10-01", "en", "30 September 2017 – 1 October 2017"},
		{"2017-09-14~/2017-09-15", "en", "about 14 September 2017 – 15 September 2017"},
		{"2017/..", "en", "from 2017"},
		{"/2017-03", "fr", "jusqu’à mars 2017"},
	}
	for _, c := range cases {
		if got := DateText(edtf.MustParse(c.date), c.language); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.date, c.language, got, c.want)
		}
	}
}

func TestPlain(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"bidirectional override", "a\u202Eb\u202C\u2066c\u2069\u200F\u061C", "abc"},
		{"line breaks", "a\r\nb\tc\u2028d\u2029e\u0085f", "a b c d e f"},
		{"control characters", "a\x00\x1b[31mb\x7f", "a[31mb"},
		{"bytes that are not UTF-8", "a\xffb", "a\uFFFDb"},
		{"Persian joiner", "می\u200Cشود", "می\u200Cشود"},
		{"byte-order mark and soft hyphen", "\uFEFFa\u00ADb", "ab"},
		{"tag characters", "a\U000E0041b", "ab"},
		{"no character", "a\uFFFEb", "ab"},
		{"Arabic with marks", "مُحادَثات «أستانة»", "مُحادَثات «أستانة»"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Plain(c.text); got != c.want {
				t.Errorf("Plain(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func FuzzPlain(f *testing.F) {
	f.Add(hostile)
	f.Add("a\u202Eb\xff\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Plain(s)
		if Plain(got) != got || strings.ContainsFunc(got, isDirection) || strings.ContainsAny(got, "\r\n\t\x00") {
			t.Fatalf("Plain(%q) = %q", s, got)
		}
	})
}
