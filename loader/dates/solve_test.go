package dates

import (
	"testing"

	"peacetalks/graph/edtf"
)

var (
	nurSultan = Hint{Window: edtf.MustParse("2019-03/2022-09"), Basis: "the city was called Nur-Sultan from 2019-03 to 2022-09"}
	astana    = Hint{Window: edtf.MustParse("2017-01/2024-11"), Basis: "the Astana process met from 2017-01 to 2024-11"}
)

func TestAnchor(t *testing.T) {
	for _, c := range []struct {
		name, language, in, published string
		hints                         []Hint
		want, basis                   string
	}{
		{"metadata", "en", "It opened today.", "2017-01-23", nil, "2017-01-23", "published on 2017-01-23"},
		{"a weekday within a place's name", "ar", "محادثات “أستانة 14″ التي تعقد اليوم، الثلاثاء 10 من كانون الأول", "", []Hint{nurSultan}, "2019-12-10",
			"10 December was a Tuesday in 2002, 2013, 2019, 2024 and 2030; of these only 2019 fits: the city was called Nur-Sultan from 2019-03 to 2022-09"},
		{"tomorrow", "ar", "تنطلق غداً الخميس، الأوّل من آب", "", []Hint{nurSultan}, "2019-07-31",
			"1 August was a Thursday in 2002, 2013, 2019, 2024 and 2030; of these only 2019 fits: the city was called Nur-Sultan from 2019-03 to 2022-09"},
		{"several years are left", "ar", "اليوم، الأربعاء 15 آذار", "", []Hint{astana}, "", "Wednesday 15 March: the article does not say which of 2017 and 2023 it means"},
		{"the weekday of yesterday counts", "ar", "بدأت اليوم 10 كانون الأول، وقال أمس الاثنين", "", []Hint{nurSultan}, "2019-12-10",
			"10 December was a Tuesday in 2002, 2013, 2019, 2024 and 2030; of these only 2019 fits: the city was called Nur-Sultan from 2019-03 to 2022-09"},
		{"no hint", "ar", "اليوم، الثلاثاء 10 من كانون الأول", "", nil, "", "Tuesday 10 December: the article does not say which of 2002, 2013, 2019, 2024 and 2030 it means"},
		{"published, at a paragraph's end", "ar", "انتهت أمس في العاصمة ثالثة القمم التي تجمع رؤساء الدول الثلاث، وقد انعقدت ليوم واحد وطغت عليها معركة مرتقبة. نشر في 8 أيلول 2018.", "", nil, "2018-09-08", "the article is dated 2018-09-08"},
		{"published, within brackets", "ar", "من المقرر أن تعقد بتاريخ 14-15 أيار 2018، وستحضرها كل من روسيا وتركيا وإيران، بينما رفضت واشنطن ذلك. (نُشر الخميس 10/05/2018)", "", nil, "2018-05-10", "the article is dated 2018-05-10"},
		{"what was published is not the article", "ar", "وكان البيان الذي حمل تواقيع الثلاثة قد ذكر بعد أيام من انعقادها أنه نشر في 8 أيلول 2018 في صحيفة.", "", nil, "", "the article does not say on which day it was written"},
		{"a date in brackets of its own", "ar", "بقي الملف خارج أي تفاهم بعد أن ناقشته الوفود يومين كاملين في جولتها التي اختتمت أمس. وفي البيان جملة يتيمة. (1 تشرين الثاني 2017)", "", nil, "2017-11-01", "the article is dated 2017-11-01"},
		{"a weekday in brackets that fits tomorrow's", "ar", "القمة الثالثة بين الرؤساء الثلاثة تنعقد غداً الجمعة في طهران (الخميس 6 سبتمبر 2018). والعواصم الثلاث هي الضامنة للتهدئة.", "", nil, "2018-09-06", "the article is dated 2018-09-06"},
		{"a weekday in brackets that does not", "ar", "قال أمس الجمعة إن القمة الثالثة التي جمعت الرؤساء الثلاثة (الخميس 6 سبتمبر 2018) كانت ناجحة.", "", nil, "", "the article does not say on which day it was written"},
		{"the day of the news", "ar", "وصل الوزير مساء الجمعة 30 حزيران 2017 إلى المدينة، حيث تنعقد الجولة منذ الأربعاء", "", nil, "2017-06-30", "the first sentence tells its news of 2017-06-30"},
		{"what is to come is not of the day of the news", "ar", "سيعقد المؤتمر مساء الجمعة 30 حزيران 2017 في المدينة", "", nil, "", "the article does not say on which day it was written"},
		{"the day of the news, in a language with capitals", "en", "The 46th round ended in the Swiss city on Wednesday, December 12, 2018. Russia and the United States held a meeting on Tuesday.", "", nil, "2018-12-12", "the first sentence tells its news of 2018-12-12"},
		{"news that is to come", "en", "The 46th round will open in the Swiss city on Wednesday, December 12, 2018.", "", nil, "", "the article does not say on which day it was written"},
		{"a day without its weekday may be long ago", "en", "The truce that was signed on December 12, 2018 has been broken daily since.", "", nil, "", "the article does not say on which day it was written"},
		{"no day at all", "ar", "عقدت الجولة في أستانا", "", []Hint{nurSultan}, "", "the article does not say on which day it was written"},
		{"dateline that ends in a full stop", "ru", "МОСКВА, 20 октября 2021 года. Коммерсантъ. Вчера прошла встреча, в которой участвовали представители десяти стран, в том числе Китая, Пакистана, Ирана и Индии.", "", nil, "2021-10-20", "the article is dated 2021-10-20"},
		{"dateline without a year beside a whole date", "tr", "ASTANA, 31 Ekim Salı\n\nTur dün başladı. Bölgeler 4-5 Mayıs 2017'de yapılan turda kararlaştırılmıştı.", "", []Hint{astana}, "2017-10-31",
			"31 October was a Tuesday in 2000, 2006, 2017, 2023 and 2028; of these only 2017 fits: the Astana process met from 2017-01 to 2024-11; it is the one near 2017-05-04, which the article gives with its year"},
		{"dateline", "en", "Congress yields a panel\n\nSOCHI, January 31, 2018\n\nIt closed on Tuesday.", "", nil, "2018-01-31", "the article is dated 2018-01-31"},
		{"dateline of a short capital", "en", "NUR-SULTAN, December 22, 2021. /Vostok/. The meeting has wrapped up in the capital of the country with the adoption of a paper by the three states.", "", nil, "2021-12-22", "the article is dated 2021-12-22"},
		{"dateline without capitals", "en", "Astana, 15 January 2024. The country will host the meeting on the 24th and 25th of this month, its ministry announced in the evening of the day.", "", nil, "2024-01-15", "the article is dated 2024-01-15"},
		{"dateline with the day first", "en", "15 June 2022, Nur-Sultan: The head of the delegation went to see his counterpart, and on the way back dropped in on the others at the hotel.", "", nil, "2022-06-15", "the article is dated 2022-06-15"},
		{"a sentence with a whole date is no dateline", "en", "On 15 June 2022 they met. The head of the delegation went to see his counterpart, and on the way back dropped in on the others at the hotel.", "", nil, "", ""},
		{"page date", "ar", "الرئيسية\nأخبار\n\nنشر في: 03-07-2017 الساعة 19:20\n\nبدأت الوفود", "", nil, "2017-07-03", "the article is dated 2017-07-03"},
		{"today in full", "ar", "بدأت اليوم 22-11-2022 في أستانا اجتماعات", "", nil, "2022-11-22", "the article calls 2022-11-22 today"},
		{"a page dated a day late", "ar", "انطلقت اليوم الثلاثاء الجولة", "2019-12-11", nil, "2019-12-10", "published on 2019-12-11, but the article's own day is a Tuesday"},
		{"a story filed the day before the paper", "en", "PARIS, Dec. 10 - The sides left today", "2019-12-11", nil, "2019-12-10", "published on 2019-12-11, but the story is of 2019-12-10"},
		{"a story filed days before the paper", "en", "PARIS, Dec. 6 - The sides left today", "2019-12-11", nil, "2019-12-11", "published on 2019-12-11"},
		{"a page dated years late", "ar", "تعقد اليوم، الثلاثاء 10 من كانون الأول", "2022-05-03", []Hint{nurSultan}, "2019-12-10", "published on 2022-05-03, but the article itself calls 2019-12-10 today"},
		{"a line that tells of a date is no dateline", "en", "The talks will open on 4 July 2017.\n\nThey will last two days.", "", nil, "", "the article does not say on which day it was written"},
		{"dateline without year or weekday", "en", "ASTANA, May 15 (Reuters) - Russia said on Tuesday they would meet in Sochi in July 2018", "", nil, "2018-05-15",
			"15 May: only 2018 fits: its first sentences tell of a Tuesday; it is the one near 2018-07, which the article gives with its year"},
		{"nor is a headline", "en", "Talks to open on 4 July 2017\n\nThey will last two days.", "", nil, "", "the article does not say on which day it was written"},
		{"published on", "en", "By our world desk, Published on 4 July 2017\n\nThey will last two days.", "", nil, "2017-07-04", "the article is dated 2017-07-04"},
		{"hints that contradict one another give way", "ar", "اليوم، الثلاثاء 10 من كانون الأول", "", []Hint{nurSultan, {Window: edtf.MustParse("2031/2032"), Basis: "no"}}, "2019-12-10",
			"10 December was a Tuesday in 2002, 2013, 2019, 2024 and 2030; of these only 2019 fits: the city was called Nur-Sultan from 2019-03 to 2022-09"},
	} {
		_, s := solved(c.in, c.language, c.published, c.hints...)
		if s.Anchor.String() != c.want || c.basis != "" && s.AnchorBasis != c.basis {
			t.Errorf("%s: anchor %q (%s), want %q (%s)", c.name, s.Anchor, s.AnchorBasis, c.want, c.basis)
		}
	}
}

func TestPin(t *testing.T) {
	in := "أُعلن مساء اليوم، الأربعاء 15 آذار، اختتام الجولة. وكانت الأولى في كانون الثاني الماضي."
	pin := Hint{Window: edtf.MustParse("2017-01/2017-03"), Basis: "the first round opened the process in 2017-01", Pin: true}
	if _, s := solved(in, "ar", "", astana); !s.Anchor.IsZero() {
		t.Errorf("without the pin: anchor %s (%s), want none", s.Anchor, s.AnchorBasis)
	}
	pin.To = 1000
	pin.From = 10
	if got, s := solved(in, "ar", "", astana, pin); got != "2017-03-15 2017-01" {
		t.Errorf("with the pin: %s (%s), want 2017-03-15 2017-01", got, s.AnchorBasis)
	}
}

func TestSupport(t *testing.T) {
	in := "SOCHI, January 31, 2018\n\nIt closed on Tuesday. It had opened on December 6, 2017 and, the next day, stopped."
	_, s := solved(in, "en", "")
	for i, want := range []int{0, 1, 0, 1} {
		if got := len(s.Resolved[i].Support); got != want {
			t.Errorf("mention %d (%s) has %d supporting passages, want %d", i, s.Resolved[i].Date, got, want)
		}
	}
}

func TestDayOfNamedMonth(t *testing.T) {
	for _, c := range []struct{ in, want, basis string }{
		{"It opened on March 30, 2018 and will go on until the 31st.", "2018-03-31", "the month named before it"},
		{"It opened on March 30, 2018 and will go on until the 3rd.", "2018-04-03", "the month named before it"},
		{"It opened on January 31, 2018 and will go on until the 30th.", "", "that month has no such day"},
	} {
		_, s := solved(c.in, "en", "")
		if got := s.Resolved[1]; got.Date.String() != c.want || got.Basis != c.basis {
			t.Errorf("%q: %q (%s), want %q (%s)", c.in, got.Date, got.Basis, c.want, c.basis)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"on 14 and 15 September 2017", []string{"2017-09-14", "2017-09-15"}},
		{"on 10, 12 and 14 July 2017", []string{"2017-07-10", "2017-07-12", "2017-07-14"}},
		{"from 3 to 5 May 2017", []string{"2017-05-03", "2017-05-04", "2017-05-05"}},
		{"in May 2017", nil},
		{"on 4 May 2017", []string{"2017-05-04"}},
	} {
		_, s := solved(c.in, "en", "")
		var got []string
		for _, d := range s.Resolved[0].Days {
			got = append(got, d.String())
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: days %v, want %v", c.in, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: days %v, want %v", c.in, got, c.want)
			}
		}
	}
}

func TestWindow(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"in the last week of August 2017", "2017-08-25/2017-08-31"},
		{"in late October 2017", "2017-10-21/2017-10-31"},
		{"in the first half of 2025", "2025-01-01/2025-07-02"},
		{"in October 2017", ""},
	} {
		if _, s := solved(c.in, "en", ""); s.Resolved[0].Window.String() != c.want {
			t.Errorf("%q: window %q, want %q", c.in, s.Resolved[0].Window, c.want)
		}
	}
}
