package dates

import (
	"strings"
	"testing"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// solved writes what the mentions of a text come to: dates, "~" where they are
// approximate, "?" where they cannot be known.
func solved(source, language, published string, hints ...Hint) (string, Solution) {
	t := text.Tokenize(source)
	c := Context{Hints: hints}
	if published != "" {
		c.Published = edtf.MustParse(published)
	}
	mentions := Find(t, language)
	s := Solve(t, mentions, c)
	var out []string
	for _, r := range s.Resolved {
		d := r.Date.String()
		switch {
		case r.Date.IsZero():
			d = "?"
		case r.Approximate:
			d += "~"
		}
		out = append(out, d)
	}
	return strings.Join(out, " "), s
}

type phrase struct{ name, in, published, want string }

func testPhrases(t *testing.T, language string, phrases []phrase) {
	t.Helper()
	for _, c := range phrases {
		if got, s := solved(c.in, language, c.published); got != c.want {
			t.Errorf("%s: %q on %q = %q, want %q (anchor %s: %s)", c.name, c.in, c.published, got, c.want, s.Anchor, s.AnchorBasis)
		}
	}
}

func TestArabic(t *testing.T) {
	testPhrases(t, "ar", []phrase{
		{"levantine month", "عقدت في 10 كانون الأول 2019 في نور سلطان", "", "2019-12-10"},
		{"western month", "في 10 ديسمبر 2019", "", "2019-12-10"},
		{"maghrebi months", "من 13 جويلية 2018 إلى 2 فيفري 2019", "", "2018-07-13/2019-02-02"},
		{"maghrebi May", "يوم 4 ماي 2017", "", "2017-05-04"},
		{"avril", "في 12 أفريل 2021", "", "2021-04-12"},
		{"both names", "يومي 29 و30 يناير/كانون الثاني 2018", "", "2018-01-29/2018-01-30"},
		{"both names, spaced", "في 10 كانون الأول/ ديسمبر 2019", "", "2019-12-10"},
		{"second name in brackets", "في 28 نوفمبر (تشرين الثاني) 2018", "", "2018-11-28"},
		{"second name in brackets and next", "في 28 نوفمبر (تشرين الثاني) المقبل", "2018-10-02", "2018-11-28"},
		{"contradicting names keep the first", "في 5 حزيران/ يوليو 2017", "", "2017-06-05"},
		{"contradicting names and a weekday", "الأربعاء 5 حزيران/ يوليو 2017", "", "2017-07-05"},
		{"Arabic-Indic digits", "الخميس ١٤ أيلول ٢٠١٧", "", "2017-09-14"},
		{"from and min", "اليوم، الثلاثاء 10 من كانون الأول", "2019-12-10", "2019-12-10"},
		{"numbers with hyphens", "بدأت اليوم 22-11-2022 في أستانا", "", "2022-11-22"},
		{"numbers with dots, year first", "نشر في 2021.02.16", "", "2021-02-16"},
		{"month first before its year", "ديسمبر 10, 2019", "", "2019-12-10"},
		{"numbers, day first", "بتاريخ 9/11/2020", "", "2020-11-09"},
		{"numbers by the weekday", "الجمعة 9/11/2020", "", "2020-09-11"},
		{"numbers by the article's day", "يوم 9/11/2020", "2020-09-12", "2020-09-11"},
		{"list with numbers", "التي عُقدت يومي 15 و16-6-2022", "", "2022-06-15/2022-06-16"},
		{"list", "14 و15 سبتمبر 2017", "", "2017-09-14/2017-09-15"},
		{"list with al", "يومي الـ 21 والـ 22 من كانون الأول 2021", "", "2021-12-21/2021-12-22"},
		{"list with glued al", "يومي الـ21 والـ22 من كانون الأول الماضي", "2022-06-15", "2021-12-21/2021-12-22"},
		{"range with hyphen", "21-22 كانون الأول 2021", "", "2021-12-21/2021-12-22"},
		{"range this month", "20 – 21 من الشهر الجاري", "2023-06-12", "2023-06-20/2023-06-21"},
		{"between two months", "بين ٣٠ أيار و٣ حزيران", "2022-07-16", "2022-05-30/2022-06-03"},
		{"since a weekday", "تنعقد منذ الخميس الجولة الرابعة", "2005-05-29", "2005-05-26"},
		{"between days", "بين 14 و16 من حزيران", "2022-06-15", "2022-06-14/2022-06-16"},
		{"from to", "من 25 إلى 29 تموز المقبل", "2022-07-16", "2022-07-25/2022-07-29"},
		{"two weekdays", "عشية اجتماعات تمتد يومي الثلاثاء والأربعاء", "2017-07-03", "2017-07-04/2017-07-05"},
		{"two weekdays and two days", "يومي الثلاثاء والأربعاء 4 و5 تموز", "2017-07-03", "2017-07-04/2017-07-05"},
		{"weekday with each day", "الثلاثاء 14 والأربعاء 15 آذار 2017", "", "2017-03-14/2017-03-15"},
		{"day in words", "العاشر من تموز 2017", "", "2017-07-10"},
		{"first of August", "غداً الخميس، الأوّل من آب", "2019-07-31", "2019-08-01"},
		{"twenty-fourth in words", "في الرابع والعشرين من تشرين الثاني 2018", "", "2018-11-24"},
		{"days in words", "في الثالث والرابع من أيار 2017", "", "2017-05-03/2017-05-04"},
		{"an ordinal that is no day", "عقد الاجتماع الخامس عشر في آذار 2020", "", "2020-03"},
		{"today", "انطلقت اليوم الجولة", "2019-12-10", "2019-12-10"},
		{"this morning", "صباح اليوم الأربعاء", "2022-06-15", "2022-06-15"},
		{"yesterday in brackets", "قال أمس (الخميس) إن", "2018-11-30", "2018-11-29"},
		{"tomorrow in brackets", "تعقد غدا (الجمعة)", "2018-11-29", "2018-11-30"},
		{"day before yesterday", "أول من أمس", "2018-11-30", "2018-11-28"},
		{"day before yesterday, short", "أول أمس الأربعاء", "2018-11-30", "2018-11-28"},
		{"day after tomorrow", "بعد غدٍ الإثنين", "2017-07-01", "2017-07-03"},
		{"until tomorrow", "تستمر حتى يوم غد", "2022-06-15", "2022-06-16"},
		{"with and", "انتهت أمس وغداً تبدأ", "2022-06-15", "2022-06-14 2022-06-16"},
		{"today and tomorrow", "تعقد اليوم وغداً", "2022-06-15", "2022-06-15/2022-06-16"},
		{"the next day", "في 28 تشرين الثاني 2017 ووصل في اليوم التالي", "", "2017-11-28 2017-11-29"},
		{"the same day", "في 28 تشرين الثاني 2017 وفي اليوم نفسه", "", "2017-11-28 2017-11-28"},
		{"weekday that was", "التي بدأت الاثنين", "2020-10-23", "2020-10-19"},
		{"weekday that is today", "انتهت الخميس", "2018-11-29", "2018-11-29"},
		{"last weekday", "الاثنين الماضي", "2017-07-14", "2017-07-10"},
		{"last weekday with its date", "الاثنين الماضي، العاشر من تموز", "2017-07-14", "2017-07-10"},
		{"next weekday", "يوم الاثنين المقبل", "2017-07-14", "2017-07-17"},
		{"planned weekday", "الجلسة العامة المقررة الأربعاء", "2017-07-03", "2017-07-05"},
		{"last of a month", "أواخر تموز الماضي", "2018-11-29", "2018-07~"},
		{"last month by name", "تموز الماضي", "2022-11-22", "2022-07"},
		{"next month by name", "في شباط المقبل", "2018-11-29", "2019-02"},
		{"January past in March", "في كانون الثاني الماضي", "2017-03-15", "2017-01"},
		{"December past", "30 كانون الأول/ديسمبر الماضي", "2017-01-23", "2016-12-30"},
		{"last month", "أواخر الشهر الماضي", "2021-02-16", "2021-01~"},
		{"this month", "والشهر الجاري موعداً لها", "2018-07-30", "2018-07"},
		{"the 24th of this month", "في 24 من الشهر الجاري", "2018-11-29", "2018-11-24"},
		{"the 8th of a month told of before", "في شباط 2020 اجتمع الضباط. وانفضت الجولة في الثامن من الشهر", "2020-11-09", "2020-02 2020-02-08"},
		{"the 20th of the month, to come", "منذ شباط 2020 لم يجتمعوا. وستبدأ الجولة في العشرين من الشهر", "2020-11-09", "2020-02 2020-11-20"},
		{"the 24th, this", "يوم 24 الجاري", "2018-11-12", "2018-11-24"},
		{"of it, the month named before", "انطلقت في 16 تموز 2014 وانتهت في 24 منه", "2014-10-01", "2014-07-16 2014-07-24"},
		{"three of them", "سبعة وفود حضرت في 16 تموز 2014، وأربعة منهم غادروا", "2014-10-01", "2014-07-16"},
		{"of the same month", "أواخر حزيران، وقال في ٢٩ من الشهر نفسه", "2022-07-16", "2022-06~ 2022-06-29"},
		{"beginning of a month", "مطلع أيلول/سبتمبر", "2017-07-14", "2017-09~"},
		{"second half", "في النصف الثاني من فبراير/شباط 2018", "", "2018-02~"},
		{"mid-July", "منتصف يوليو المقبل", "2018-05-30", "2018-07~"},
		{"last week of August", "في الأسبوع الأخير من آب 2017", "", "2017-08~"},
		{"end of the month", "نهاية الشهر", "2018-05-20", "2018-05~"},
		{"next year", "مطلع العام المقبل", "2018-11-29", "2019~"},
		{"month of last year", "في كانون الأول من العام الماضي", "2018-05-14", "2017-12"},
		{"the month of", "خلال شهر آب", "2019-07-31", "2019-08"},
		{"year", "عام 2018 ومنذ 2011 وفي 2016", "", "2018 2011 2016"},
		{"two months ago", "قبل شهرين", "2018-07-30", "2018-05~"},
		{"two days ago", "قبل يومين", "2018-07-30", "2018-07-28"},
		{"three days ago", "قبل ثلاثة أيام", "2018-07-30", "2018-07-27"},
		{"after two days of talks", "بعد يومين من المشاورات", "2018-11-29", ""},
		{"Hijri beside Gregorian", "الثلاثاء 13 ربيع الآخر 1441 هـ الموافق 10 ديسمبر 2019", "", "2019-12-10"},
		{"Gregorian beside Hijri", "10 ديسمبر 2019 م - 13 ربيع الآخر 1441 هـ", "", "2019-12-10"},
		{"Hijri alone", "في 13 ربيع الآخر 1441 هـ", "", "2019-12-10~"},
		{"dateline", "جنيف، السبت ١٦ تموز ٢٠٢٢\n\nأعلن اليوم", "", "2022-07-16 2022-07-16"},
		{"dateline behind in, with an agency", "الكويت في 21 أبريل 2016 /قنا الخليج/ افتتحت اليوم", "", "2016-04-21 2016-04-21"},
		{"dateline behind in, with a paper in brackets", "الكويت في 21 أبريل 2016 (يومية الخليج)\n\nتفتتح غدا", "", "2016-04-21 2016-04-22"},
		{"between days of two months", "عقدت بين 13 شباط/فبراير و10 آذار/مارس الماضي", "2023-05-01", "2023-02-13/2023-03-10"},
		{"on the eve of, of the past", "وكان جمع الوفدين يوم الأحد، عشية الجولة", "2021-10-22", "2021-10-17"},
		{"a present verb of what is to come", "تفتتح الثلاثاء", "2023-05-01", "2023-05-02"},
		{"planned beside the past", "انطلقت الجولة الأولى في 3 شباط/فبراير", "2020-10-23", "2020-02-03"},
		{"two names without a mark", "في 28 تشرين الثاني نوفمبر 2018", "", "2018-11-28"},
		{"two coming weekdays", "الثلاثاء والأربعاء المقبلين", "2018-11-23", "2018-11-27/2018-11-28"},
		{"three days", "أيام 10 و11 و12 تموز 2017", "", "2017-07-10/2017-07-12"},
		{"between two days", "بين يومي 10 و12 تموز 2017", "", "2017-07-10/2017-07-12"},
		{"day and month in numbers", "الثلاثاء 10/12", "2019-12-11", "2019-12-10"},
		{"an agency's dateline", "الكويت - 6 - 8 (كونا) -- رفعت", "2016-08-06", "2016-08-06"},
		{"no dateline", "نتيجة 6 - 8 (بعد التمديد)، ثم خسر 6 - 8 أخرى", "2016-08-06", ""},
		{"corresponding", "الثلاثاء الموافق 10 ديسمبر 2019م", "", "2019-12-10"},
		{"first week of next month", "خلال الأسبوع الأول من الشهر المقبل", "2018-11-23", "2018-12~"},
		{"March as a month and as a verb", "مارس في أستانا ضغوطا وفي مارس", "2018-11-23", "2018-03"},
		{"list of months", "عقدت في نيسان وآب وكانون الأول", "2020-02-20", "2019-04 2019-08 2019-12"},
		{"months of one year", "في نيسان وآب 2019", "", "2019-04/2019-08"},
		{"a weak month of the Maghreb", "الجزائر، السبت 3 أوت 2019 – افترقوا", "", "2019-08-03"},
		{"dateline in two calendars", "الرياض 16 شوال 1444 هـ الموافق 06 مايو 2023 م واس", "", "2023-05-06"},
		{"will be held", "ستعقد في 3 و4 أيار", "2017-03-15", "2017-05-03/2017-05-04"},
		{"dropped hamza and Egyptian fi", "فى يومى 14 و15 ابريل 2017", "", "2017-04-14/2017-04-15"},
		{"presentation forms", "ﻳﻮﻡ ﺍﻟﺜﻼﺛﺎﺀ 10 ﻛﺎﻧﻮﻥ ﺍﻷﻭﻝ 2019", "", "2019-12-10"},
		{"a weekday that does not fit", "اليوم الاثنين 12 كانون الأول", "2017-12-12", "2017-12-12"},
	})
}

func TestNoDates(t *testing.T) {
	for _, c := range []struct{ language, in string }{
		{"ar", "القرار 2254 و120 كيلومتراً و500 مراقب و(5+5)"},
		{"ar", "اليوم الأول من الجولة الرابعة عشرة"},
		{"ar", "الساعة 19:20"},
		{"ar", "أحمد أبو شحمة والأب باولو"},
		{"ar", "سيدات أونال وستيفان دي ميستورا"},
		{"en", "The talks may continue, and rebels march on Aleppo"},
		{"en", "14 trucks, 1,392 participants, resolution 2254 and the 5+5 commission"},
		{"en", "the second round and the first session at 07.00"},
		{"en", "days earlier"},
		{"ru", "13-й раунд в безопасной среде"},
		{"tr", "7. tur saat 07.00"},
		{"fr", "le 14e cycle, 2254 personnes"},
		{"fa", "استفان دی میستورا می گوید"},
	} {
		if got, _ := solved(c.in, c.language, "2018-05-14"); got != "" {
			t.Errorf("%s: %q holds dates %q, want none", c.language, c.in, got)
		}
	}
}

func TestEnglish(t *testing.T) {
	testPhrases(t, "en", []phrase{
		{"between dots the day is first", "on 10.12.2019", "", "2019-12-10"},
		{"between slashes the month is", "on 10/12/2019", "", "2019-10-12"},
		{"but not before an hour past noon", "10/12/2019 - 14:25", "", "2019-12-10"},
		{"days of last October", "from the 18th to the 22nd of last October", "2022-03-22", "2021-10-18/2021-10-22"},
		{"month first", "on January 31, 2018", "", "2018-01-31"},
		{"day first", "on 31 January 2018", "", "2018-01-31"},
		{"ordinal", "on the 31st of January 2018", "", "2018-01-31"},
		{"ordinal in words", "the first of August 2019", "", "2019-08-01"},
		{"abbreviated", "Jan. 23, 2017, and Sept. 14, 2017", "", "2017-01-23 2017-09-14"},
		{"glued", "opens on August1", "2017-07-20", "2017-08-01"},
		{"range, month first", "It is to meet on August 1-2.", "2017-07-05", "2017-08-01/2017-08-02"},
		{"range, day first", "on 3-4 May 2017", "", "2017-05-03/2017-05-04"},
		{"range with spaces", "from 3 to 5 May 2017", "", "2017-05-03/2017-05-05"},
		{"range over months", "June 30 - July 2, 2018", "", "2018-06-30/2018-07-02"},
		{"list, month first", "on January 23 and 24, had brought", "2017-02-16", "2017-01-23/2017-01-24"},
		{"list, month first with year", "on January 23 and 24, 2017", "", "2017-01-23/2017-01-24"},
		{"list, day first", "The meeting runs on 24 and 25 January", "2024-01-22", "2024-01-24/2024-01-25"},
		{"list with weekdays", "on Tuesday and Wednesday, 4 and 5 July", "2017-07-03", "2017-07-04/2017-07-05"},
		{"weekday with each", "on Monday 23 and Tuesday 24 January 2017", "", "2017-01-23/2017-01-24"},
		{"two weekdays", "met in plenary on Thursday and Friday", "2019-11-02", "2019-10-31/2019-11-01"},
		{"weekday range", "from Monday to Wednesday last met", "2019-11-02", "2019-10-28/2019-10-30"},
		{"number after a month", "on January 23 and 500 people came", "2017-02-16", "2017-01-23"},
		{"number after a weekday", "on Wednesday 15 people were killed", "2017-02-16", "2017-02-15"},
		{"today", "opened today", "2017-02-16", "2017-02-16"},
		{"this morning", "this morning", "2017-02-16", "2017-02-16"},
		{"yesterday evening", "yesterday evening", "2017-02-16", "2017-02-15"},
		{"tomorrow with its weekday", "tomorrow, Wednesday", "2019-10-29", "2019-10-30"},
		{"today with its date", "today (Tuesday, 10 December)", "2019-12-10", "2019-12-10"},
		{"the day after tomorrow", "the day after tomorrow", "2019-12-10", "2019-12-12"},
		{"possessive weekday", "said Wednesday's launch had been a success", "2019-11-02", "2019-10-30"},
		{"late on Tuesday", "closed late on Tuesday", "2018-01-31", "2018-01-30"},
		{"future weekday", "are due in the capital on Wednesday", "2024-01-22", "2024-01-24"},
		{"from Monday on", "will carry on the work from Monday", "2019-11-02", "2019-11-04"},
		{"next Monday", "next Monday", "2019-11-02", "2019-11-04"},
		{"last Monday", "last Monday", "2019-11-04", "2019-10-28"},
		{"Monday of next week", "on Monday of next week", "2019-11-01", "2019-11-04"},
		{"that morning", "called for Wednesday. That morning the ministry said", "2017-02-16", "2017-02-15 2017-02-15"},
		{"next day", "opened on December 6, 2018, and the next day", "", "2018-12-06 2018-12-07"},
		{"weekday with its date", "On Sunday, December 9, the two sides", "2018-12-13", "2018-12-09"},
		{"later this month", "a fifth round later this month", "2017-03-04", "2017-03~"},
		{"last month", "last month", "2017-01-04", "2016-12"},
		{"early next month", "early next month", "2017-12-04", "2018-01~"},
		{"next week", "next week", "2017-03-04", "2017-03~"},
		{"a dateline, then an ordinal", "December 11, 2019 - The 14th round", "2019-12-12", "2019-12-11"},
		{"end of January", "will be held at the end of January", "2018-12-13", "2019-01~"},
		{"mid-January", "in mid-January", "2018-12-13", "2019-01~"},
		{"last week of August", "A sixth round will follow in the last week of August", "2017-07-05", "2017-08~"},
		{"first half of a year", "in the first half of 2025", "", "2025~"},
		{"second half of a year", "in the second half of 2023", "", "2023~"},
		{"last December", "last December", "2018-01-31", "2017-12"},
		{"next February", "next February", "2018-11-29", "2019-02"},
		{"the 24th of this month", "on the 24th of this month", "2017-01-12", "2017-01-24"},
		{"the new year", "slipped into the new year", "2024-01-22", "2024"},
		{"the coming year", "in the new year", "2023-11-22", "2024"},
		{"month and year", "in July 2018 and in February 2021", "", "2018-07 2021-02"},
		{"month told of the past", "announced at the eighth round in December", "2018-01-31", "2017-12"},
		{"since a weekday", "The fourth round has been meeting since Thursday", "2005-05-29", "2005-05-26"},
		{"since a year", "No talks had been held since 2016", "2018-12-13", "2016"},
		{"years between", "between 2019 and 2022 the capital", "", "2019/2022"},
		{"two months ago", "two months ago", "2018-12-13", "2018-10~"},
		{"a week ago", "a week ago", "2018-12-13", "2018-12~"},
		{"May with a capital", "in May and on May 3", "2017-07-05", "2017-05 2017-05-03"},
		{"in the course of a story", "The first round was on 23-24 January 2017. The second followed on 15-16 February.", "2024-01-22", "2017-01-23/2017-01-24 2017-02-15/2017-02-16"},
		{"same day with its year elsewhere", "It met on 20-21 June 2023.\nOn the margins, on 20 June, they sat down", "2024-01-22", "2023-06-20/2023-06-21 2023-06-20"},
		{"an ordinal before a date", "The second, on 3-4 May 2017, and the fourth on 5 June", "2017-07-01", "2017-05-03/2017-05-04 2017-06-05"},
		{"not a day", "The Sun said the May Day march; support for Theresa May", "2017-07-01", ""},
		{"US order", "on 9/11/2020", "", "2020-09-11"},
		{"ISO", "2019-12-10", "", "2019-12-10"},
		{"a weekday that does not fit", "on Monday, December 12", "2017-12-14", "2017-12-12"},
		{"abbreviated weekday", "Tue 10 Dec 2019", "", "2019-12-10"},
		{"from dateline", "SOCHI, January 31, 2018\n\nIt closed on Tuesday.", "", "2018-01-31 2018-01-30"},
	})
}

func TestFrench(t *testing.T) {
	testPhrases(t, "fr", []phrase{
		{"date", "le 28 novembre 2017", "", "2017-11-28"},
		{"first", "le 1er août 2019", "", "2019-08-01"},
		{"first in words", "le premier août 2019", "", "2019-08-01"},
		{"weekday", "s'est achevée jeudi soir", "2017-12-15", "2017-12-14"},
		{"weekday with its date", "Le jeudi 30 novembre a pourtant fait", "2017-12-15", "2017-11-30"},
		{"list", "est prévu les 21 et 22 décembre", "2017-12-15", "2017-12-21/2017-12-22"},
		{"range", "du 3 au 5 mai 2017", "", "2017-05-03/2017-05-05"},
		{"next day", "Ouverte le 28 novembre, arrivée le lendemain", "2017-12-15", "2017-11-28 2017-11-29"},
		{"month to come", "compte convoquer une neuvième session en janvier", "2017-12-15", "2018-01"},
		{"beginning of a year", "prépare pour le début de 2018", "2017-12-15", "2018~"},
		{"second half", "dans la seconde moitié de décembre 2017", "", "2017-12~"},
		{"yesterday, tomorrow", "hier et demain", "2017-12-15", "2017-12-14 2017-12-16"},
		{"yesterday", "hier soir", "2017-12-15", "2017-12-14"},
		{"last month", "le mois dernier", "2017-12-15", "2017-11"},
		{"next Monday", "lundi prochain", "2017-12-15", "2017-12-18"},
		{"mid-January", "à la mi-janvier", "2017-12-15", "2018-01~"},
		{"year", "depuis 2011", "", "2011"},
		{"two days ago", "il y a deux jours", "2017-12-15", "2017-12-13"},
	})
}

func TestRussian(t *testing.T) {
	testPhrases(t, "ru", []phrase{
		{"date", "12 ноября 2024 года", "", "2024-11-12"},
		{"short year word", "10 декабря 2019 г. в Нур-Султане", "", "2019-12-10"},
		{"abbreviated", "19 июл 2018", "", "2018-07-19"},
		{"days in words", "первого-второго августа 2019 года", "", "2019-08-01/2019-08-02"},
		{"range", "20-21 июня 2023", "", "2023-06-20/2023-06-21"},
		{"last year's", "20-21 июня состоялся предыдущий раунд", "2024-01-22", "2023-06-20/2023-06-21"},
		{"list", "29 и 30 января 2018 года", "", "2018-01-29/2018-01-30"},
		{"from to", "с 25 по 29 июля 2022 года", "", "2022-07-25/2022-07-29"},
		{"weekday past", "завершилась во вторник", "2024-11-12", "2024-11-12"},
		{"weekday before", "Понедельник, первый день, отвели под консультации", "2024-11-12", "2024-11-11"},
		{"weekday with its date", "во вторник, 10 декабря, прошла", "2019-12-12", "2019-12-10"},
		{"today", "сегодня, 10 декабря", "2019-12-10", "2019-12-10"},
		{"yesterday", "вчера", "2019-12-10", "2019-12-09"},
		{"tomorrow", "завтра, в среду", "2019-12-10", "2019-12-11"},
		{"last January", "Предыдущая встреча проходила в январе", "2024-11-12", "2024-01"},
		{"first half of a year", "в первой половине 2025 года", "", "2025~"},
		{"this month", "24 числа этого месяца", "2019-12-10", "2019-12-24"},
		{"last month", "в прошлом месяце", "2019-12-10", "2019-11"},
		{"last year's month", "в декабре прошлого года", "2020-03-10", "2019-12"},
		{"end of October", "в конце октября 2017 года", "", "2017-10~"},
		{"next week", "на следующей неделе", "2019-12-10", "2019-12~"},
		{"week ago", "неделю назад", "2019-12-20", "2019-12~"},
		{"numbers", "16.02.2021", "", "2021-02-16"},
	})
}

func TestTurkish(t *testing.T) {
	testPhrases(t, "tr", []phrase{
		{"date", "31 Ekim 2017'de", "", "2017-10-31"},
		{"last year's month", "geçen yılın aralık ayında", "2018-05-15", "2017-12"},
		{"weekday behind the date", "15 Mayıs Salı günü sona erdi", "2018-05-15", "2018-05-15"},
		{"case ending", "28 Kasım'da Cenevre'de başlayacak", "2017-10-31", "2017-11-28"},
		{"range", "4-5 Mayıs 2017'de yapılan", "", "2017-05-04/2017-05-05"},
		{"lost hyphen", "78 Temmuz 2017", "", "2017-07-07/2017-07-08"},
		{"lost hyphen, two digits each", "1415 Eylül 2017", "", "2017-09-14/2017-09-15"},
		{"list", "29 ve 30 Ocak 2018", "", "2018-01-29/2018-01-30"},
		{"second half of a month", "aralık ayının ikinci yarısında", "2017-10-31", "2017-12~"},
		{"in December", "SEKİZİNCİ TUR ARALIKTA", "2017-10-31", "2017-12"},
		{"year first", "2017 yılının Mayıs ayında", "", "2017-05"},
		{"year", "2018 yılında", "", "2018"},
		{"half of a year", "2025'in ilk yarısında", "", "2025~"},
		{"yesterday", "dün başlayan", "2017-10-31", "2017-10-30"},
		{"today", "bugün sona erdi", "2017-10-31", "2017-10-31"},
		{"tomorrow with its weekday", "yarın Çarşamba günü", "2017-10-31", "2017-11-01"},
		{"weekday to come", "Perşembe günü başlayacak", "2017-10-31", "2017-11-02"},
		{"weekday past", "Pazartesi günü başladı", "2017-10-31", "2017-10-30"},
		{"next day", "28 Kasım 2017'de başladı, ertesi gün", "", "2017-11-28 2017-11-29"},
		{"last month", "geçen ay", "2017-10-31", "2017-09"},
		{"end of a month", "Ocak ayının sonunda yapılacak", "2017-10-31", "2018-01~"},
		{"the 24th of this month", "bu ayın 24'ünde", "2017-10-12", "2017-10-24"},
		{"two days ago", "iki gün önce", "2017-10-31", "2017-10-29"},
		{"days behind their month", "ocak ayının 25'i ile 29'u arasında yapılmıştı", "2021-10-22", "2021-01-25/2021-01-29"},
		{"no day before a month", "görüşmelerin 15'incisinin mart ayında yapılması planlanıyor", "2019-12-11", "2020-03"},
		{"no month in a name", "Martin Griffiths 6 Aralık'ta geldi", "2018-12-13", "2018-12-06"},
	})
}

func TestPersian(t *testing.T) {
	testPhrases(t, "fa", []phrase{
		{"Gregorian", "۱۰ دسامبر ۲۰۱۹", "", "2019-12-10"},
		{"Solar Hijri beside Gregorian", "15 تیر 1400 (6 ژوئیه 2021)", "", "2021-07-06"},
		{"Solar Hijri", "۱۶ تیر ۱۴۰۰", "", "2021-07-07"},
		{"Solar Hijri list", "روزهای ۲۴ و ۲۵ اردیبهشت ۱۳۹۷", "", "2018-05-14/2018-05-15"},
		{"Solar Hijri with weekday", "سه\u200cشنبه ۲۵ اردیبهشت ۱۳۹۷ - ۱۴:۳۰", "", "2018-05-15"},
		{"Solar Hijri without a year", "۱۶ تیر ماه", "2021-07-08", "2021-07-07"},
		{"Solar Hijri numbers", "1400/04/16", "", "2021-07-07"},
		{"days in words", "هفتم و هشتم ژوئیه 2021", "", "2021-07-07/2021-07-08"},
		{"today", "امروز چهارشنبه", "2021-07-07", "2021-07-07"},
		{"yesterday", "دیروز سه\u200cشنبه", "2021-07-07", "2021-07-06"},
		{"tomorrow", "فردا پنج شنبه", "2021-07-07", "2021-07-08"},
		{"last week month", "ماه گذشته", "2021-07-07", "2021-06"},
		{"month word", "در ماه ژوئن 2023", "", "2023-06"},
		{"second half", "در نیمه دوم سال 2023", "", "2023~"},
	})
}
