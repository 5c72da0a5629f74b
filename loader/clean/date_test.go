package clean

import "testing"

var dateCases = []struct{ name, in, language, want string }{
	{"iso", "2018-07-30", "", "2018-07-30"},
	{"time stamp with zone", "2018-07-30T16:05:00+03:00", "", "2018-07-30"},
	{"the day as written, not in UTC", "2019-12-10T00:30:00+03:00", "", "2019-12-10"},
	{"compact", "20240122", "", "2024-01-22"},
	{"compact stamp", "20240122T073000Z", "", "2024-01-22"},
	{"mail header", "Mon, 22 Jan 2024 07:30:00 GMT", "en", "2024-01-22"},
	{"year first with dots", "2021.02.16", "ar", "2021-02-16"},
	{"day first", "03-07-2017", "ar", "2017-07-03"},
	{"day first with time", "03-07-2017 الساعة 19:20", "ar", "2017-07-03"},
	{"dots", "24.01.2024 10:42", "tr", "2024-01-24"},
	{"slashes in Arabic are day first", "9/11/2020", "ar", "2020-11-09"},
	{"slashes in English say nothing", "9/11/2020", "en", ""},
	{"slashes in English with a clear day", "11/29/2018", "en", "2018-11-29"},
	{"Russian genitive", "12 ноября 2024, 18:20", "ru", "2024-11-12"},
	{"Russian with year word", "16 февраля 2021 г., 12:05", "ru", "2021-02-16"},
	{"Levantine", "10 كانون الأول 2019", "ar", "2019-12-10"},
	{"Western Arabic", "30 يوليو 2018", "ar", "2018-07-30"},
	{"both names", "22 ديسمبر/كانون الأول 2017", "ar", "2017-12-22"},
	{"Maghrebi", "15 جويلية 2018", "ar", "2018-07-15"},
	{"Arabic-Indic digits", "السبت ١٦ تموز ٢٠٢٢", "ar", "2022-07-16"},
	{"with من", "الثلاثاء 10 من كانون الأول 2019", "ar", "2019-12-10"},
	{"month first", "ديسمبر 22, 2021", "ar", "2021-12-22"},
	{"English", "Saturday 2 November 2019, 09:12", "en", "2019-11-02"},
	{"American", "January 31, 2018", "en", "2018-01-31"},
	{"ordinal", "January 31st, 2018", "en", "2018-01-31"},
	{"Turkish", "31 Ekim 2017 Salı", "tr", "2017-10-31"},
	{"Turkish dotless i", "1 Kasım 2017", "tr", "2017-11-01"},
	{"French", "22 décembre 2021 à 18h03", "fr", "2021-12-22"},
	{"Persian solar", "۱۶ تیر ۱۴۰۰ - ۱۳:۴۵", "fa", "2021-07-07"},
	{"Persian solar in numbers", "۱۴۰۰/۰۴/۱۶", "fa", "2021-07-07"},
	{"right-to-left marks between numbers", "22\u200f/11\u200f/2022", "ar", "2022-11-22"},
	{"lunar Hijri beside it", "1441-04-13 هـ الموافق 10-12-2019 م", "ar", "2019-12-10"},
	{"lunar Hijri first", "الثلاثاء 13 / 4 / 1441 هـ الموافق 10 ديسمبر 2019", "ar", "2019-12-10"},
	{"an American stamp", "12/10/2019 2:25:00 PM", "ar", "2019-12-10"},
	{"slashes before an hour past noon", "10/12/2019 - 14:25", "en", "2019-12-10"},
	{"no year", "31 Ekim Salı", "tr", ""},
	{"no day", "November 2024", "en", ""},
	{"no such day", "31 February 2019", "en", ""},
	{"month 13", "2019-13-01", "", ""},
	{"a number that is no date", "القرار 2254", "ar", ""},
	{"version numbers", "1.2.20190", "en", ""},
	{"empty", "", "", ""},
}

func TestDate(t *testing.T) {
	for _, tc := range dateCases {
		t.Run(tc.name, func(t *testing.T) {
			if got, _ := Date(tc.in, tc.language); got != tc.want {
				t.Errorf("Date(%q, %q): got %q, want %q", tc.in, tc.language, got, tc.want)
			}
		})
	}
}
