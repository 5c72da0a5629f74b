package clean

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// The story that lines are tried in.
const (
	storyTitle = "Astana talks end without a text"
	storyBody  = "The second round of talks on Syria in the Kazakh capital ended on Thursday without a joint statement, delegates said."
	storyMore  = "Alexander Lavrentyev, who led the Russian delegation, played down the missing text and promised a third round in Astana."
)

func kindOf(t *testing.T, page, line string) Kind {
	t.Helper()
	c := Text(page, Meta{})
	checkContent(t, c)
	at := strings.Index(page, line)
	for _, b := range c.Blocks {
		if b.Start <= at && at < b.End {
			return b.Kind
		}
	}
	t.Fatalf("%q is in no block", line)
	return 0
}

func TestKindBeforeTheStory(t *testing.T) {
	for _, tc := range []struct {
		line string
		want Kind
	}{
		{"ASTANA, Feb 16", Dateline},
		{"أستانا، 22 ديسمبر/كانون الأول 2017", Dateline},
		{"أستانا - صوت الفرات 22/11/2022", Dateline},
		{"سوتشي – مراسل النشرة", Dateline},
		{"ASTANA, 31 Ekim Salı", Dateline},
		{"By Jane Doe", Dateline},
		{"Par notre envoyé spécial à Genève", Dateline},
		{"نشر في: 03-07-2017 الساعة 19:20", Dateline},
		{"12 ноября 2024, 18:20", Dateline},
		{"World desk | Monday 22 January 2024 | 4 min read", Dateline},
		{"اجتماع بين وفدي النظام وروسيا- (سانا)", Caption},
		{"قاعة المحادثات في فندق بالعاصمة – أرشيف", Caption},
		{"Фото: пресс-служба МИД", Caption},
		{"Delegates arrive for the talks. Photo: Agency", Caption},
		{"Toplantıdan bir kare (AA)", Caption},
		{"Share   Save   Print", Boilerplate},
		{"Listen to this article - 2 min", Boilerplate},
		{"أ- أ+", Boilerplate},
		{"Kazakhstan calls it the last meeting of its kind", Heading},
		{"Kazakhstan calls it the last. Moscow does not.", Body},
	} {
		page := storyTitle + "\n\n" + tc.line + "\n\n" + storyBody + "\n\n" + storyMore
		if got := kindOf(t, page, tc.line); got != tc.want {
			t.Errorf("%q: got %v, want %v", tc.line, got, tc.want)
		}
		if got := kindOf(t, page, storyTitle); got != Title {
			t.Errorf("%q: the headline became %v", tc.line, got)
		}
	}
}

func TestKindInsideTheStory(t *testing.T) {
	for _, tc := range []struct {
		line string
		want Kind
	}{
		{"RECRIMINATIONS", Heading},
		{"ماذا على الطاولة؟", Heading},
		{"It was short.", Body},
		{"Tur kısa sürdü, kimse konuşmadı. (ÖK/EA)", Body},
		{"- Friday: the plenary, and the guarantors' statement.", Body},
		{"• رئيس الوفد الحكومي بشار الجعفري", Body},
		{"The opposition put it this way:", Body},
		{"21:40", Dateline},
		{"Join our round on Syria in Astana, the Russian delegation told the delegates.", Body},
		{"Join our channel for the news of the day.", Boilerplate},
		{"Russia | Lavrentyev | envoy", Body},
		{"Home | World | Sport", Boilerplate},
		{"Read also: Astana 1 ends with a truce watchdog", Boilerplate},
		{"اقرأ أيضاً: درعا بعد التسوية", Boilerplate},
		{"Читайте также: Нефть дешевеет третий день", Boilerplate},
		{"À lire aussi : la première session", Boilerplate},
		{"ADVERTISEMENT", Boilerplate},
		{"إعلان", Boilerplate},
		{"Subscribe to our newsletter", Boilerplate},
		{"#أستانا #سوريا", Boilerplate},
		{"Share prices in Astana fell while the delegates of the three guarantors were still talking behind closed doors.", Body},
		{"شكرا لك على الحضور، قال المبعوث لرئيس الوفد التركي في مستهل اللقاء الثنائي الذي عقد مساء اليوم في العاصمة الكازاخستانية أستانا.", Body},
	} {
		page := storyTitle + "\n\n" + storyBody + "\n\n" + tc.line + "\n\n" + storyMore
		if got := kindOf(t, page, tc.line); got != tc.want {
			t.Errorf("%q: got %v, want %v", tc.line, got, tc.want)
		}
		if got := kindOf(t, page, storyMore); got != Body {
			t.Errorf("%q: the story after it became %v", tc.line, got)
		}
	}
}

func TestKindAfterTheStory(t *testing.T) {
	for _, tc := range []struct {
		line string
		want Kind
	}{
		{"Talks go on in Astana in May.", Body},
		{"Talks go on in Astana in May. (End) a.b/mt", Body},
		{"وعُقد الاجتماع السابق في كانون الأول. /نهاية الخبر/", Body},
		{"والتقى الوفدان أمس. (النهاية) ح ع / م م", Body},
		{"تم إرسال توصيتك بنجاح.", Boilerplate},
		{"نجاح", Boilerplate},
		{"Tags: Astana, Syria", Boilerplate},
		{"Astana 1: what was agreed", Boilerplate},
		{"We use cookies to remember your settings. Accept | Reject", Boilerplate},
		{"© 2017 جميع الحقوق محفوظة – شبكة الضفة", Boilerplate},
		{"Most viewed\n\nAstana 1: what was agreed", Boilerplate},
		{"Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь.", Boilerplate},
	} {
		page := storyTitle + "\n\n" + storyBody + "\n\n" + storyMore + "\n\n" + tc.line + "\n"
		line := tc.line[strings.LastIndex(tc.line, "\n")+1:]
		if got := kindOf(t, page, line); got != tc.want {
			t.Errorf("%q: got %v, want %v", tc.line, got, tc.want)
		}
	}
}

func TestHeadlineWithALabel(t *testing.T) {
	const ticker = "LIVE: Port strike enters a third week"
	labelled := "LIVE: Astana talks on Syria end without a joint statement"
	story := storyBody + "\n\n" + storyMore + "\n"
	if got := Text(labelled+"\n\n"+story, Meta{}).Title; got != labelled {
		t.Errorf("alone: got %q", got)
	}
	if got := Text(ticker+"\n\n"+storyTitle+"\n\n"+story, Meta{}).Title; got != storyTitle {
		t.Errorf("a ticker before the headline: got %q", got)
	}
	if got := Text(ticker+"\n\n"+story, Meta{}).Title; got != "" {
		t.Errorf("a ticker alone: got %q", got)
	}
}

func TestRelatedHeadlinesEndWithTheirList(t *testing.T) {
	related := "Related\n\nAstana 1 opens\n\nWho guards the truce?\n\n"
	page := storyTitle + "\n\n" + storyBody + "\n\n" + related + storyMore + "\n"
	for line, want := range map[string]Kind{"Astana 1 opens": Boilerplate, "Who guards": Boilerplate, "Alexander": Body} {
		if got := kindOf(t, page, line); got != want {
			t.Errorf("%q: got %v, want %v", line, got, want)
		}
	}
}

func TestCommentsNeverReturnToTheStory(t *testing.T) {
	page := storyTitle + "\n\n" + storyBody + "\n\n" + storyMore + "\n\nComments (1)\n\nReader\n\n" +
		"I was at the first round in Astana and the Russian delegation was led by somebody else, believe me.\n"
	if got := kindOf(t, page, "I was at"); got != Boilerplate {
		t.Errorf("got %v", got)
	}
}

func TestSourceOfTheText(t *testing.T) {
	for line, want := range map[string]string{
		"(c) 2019 The Rhone Observer. All rights reserved.":                "The Rhone Observer",
		"© 2017 جميع الحقوق محفوظة – شبكة الضفة الإخبارية":                 "شبكة الضفة الإخبارية",
		"شبكة بردى للأخبار © جميع الحقوق محفوظة":                           "شبكة بردى للأخبار",
		"© 2003–2021 Степная правда. Все права защищены.":                  "Степная правда",
		"© 2024 Bozkır Haber. Tüm hakları saklıdır. İzinsiz kopyalanamaz.": "Bozkır Haber",
		"کلیه حقوق این سایت متعلق به خبرگزاری دشت است.":                    "خبرگزاری دشت",
		"ادعم عنب بلدي":        "عنب بلدي",
		"All rights reserved.": "",
		"© 2019":               "",
	} {
		page := storyTitle + "\n\n" + storyBody + "\n\n" + storyMore + "\n\nMost read\n\n" + line + "\n"
		if got := Text(page, Meta{}).Source; got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestPublishedOfTheText(t *testing.T) {
	for _, tc := range []struct{ name, before, after, want string }{
		{"a labelled date", "نشر في: 03-07-2017 الساعة 19:20", "", "2017-07-03"},
		{"a date by itself under the headline", "July 5, 2017", "", "2017-07-05"},
		{"a cell of the byline", "World desk | Monday 22 January 2024 | 4 min read", "", "2024-01-22"},
		{"a stamp with a word of change", "14:25 12.02.2015 (محدثة)", "", "2015-02-12"},
		{"a stamp with a later one", "14:25 12.02.2015 (محدثة: 16:40 13.02.2015)", "", "2015-02-12"},
		{"a label, and another behind it", "Issued on: 10/12/2019 - 14:25 Modified: 11/12/2019 - 15:02", "", "2019-12-10"},
		{"a cell of the byline with a label", "By Jane Doe • Published on 22/01/2024 - 10:15", "", ""},
		{"a dateline is the story's", "أستانا، 22 ديسمبر/كانون الأول 2017", "", ""},
		{"the day of a change", "Last modified on 3 August 2019", "", ""},
		{"a date after the story says when it was saved", "", "12 March 2024", ""},
		{"the line with which an agency ends", "", "(انتهى) م.ط/ح.ب – 02/11/2020 11:20", "2020-11-02"},
	} {
		page := storyTitle + "\n\n" + tc.before + "\n\n" + storyBody + "\n\n" + storyMore + "\n\n" + tc.after
		if got := Text(page, Meta{}).Published; got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestKnownMetaWins(t *testing.T) {
	known := Meta{Title: "A title from outside", Source: "Outlet", Published: "5 July 2017", Language: "en", URL: "https://a.example/"}
	c := Text(storyTitle+"\n\nJuly 9, 2019\n\n"+storyBody+"\n\n(c) 2019 Other", known)
	known.Published = "2017-07-05"
	if c.Meta != known {
		t.Errorf("got %+v, want %+v", c.Meta, known)
	}
}

func TestMetaOfPagePrecedence(t *testing.T) {
	const (
		ld    = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":["NewsArticle"],"headline":"From LD","datePublished":"2019-12-10T01:00:00+03:00","inLanguage":"ar-SY","publisher":{"@id":"#o"},"url":"https://ld.example/"},{"@type":"Organization","@id":"#o","name":"LD Outlet"}]}</script>`
		og    = `<meta property="og:title" content="From og"><meta property="og:site_name" content="og Outlet"><meta property="article:published_time" content="2018-01-02T10:00:00Z"><meta property="og:url" content="https://og.example/"><meta property="og:locale" content="fr_FR">`
		plain = `<title>From title | Site</title><meta name="date" content="2017-03-04"><meta itemprop="datePublished" content="2017-03-05">`
	)
	for _, tc := range []struct {
		name, head string
		want       Meta
	}{
		{"structured data first", ld + og + plain, Meta{"https://og.example/", "LD Outlet", "2019-12-10", "ar", "From LD"}},
		{"then og", og + plain, Meta{"https://og.example/", "og Outlet", "2018-01-02", "fr", "From og"}},
		{"then plain", plain, Meta{"", "", "2017-03-05", "", "From title"}},
		{"canonical before og", `<link rel="canonical" href="https://c.example/x">` + og, Meta{"https://c.example/x", "og Outlet", "2018-01-02", "fr", "From og"}},
		{"addresses that are none", `<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/x">`, Meta{}},
		{"broken structured data", `<script type="application/ld+json">{"@type":"NewsArticle",</script>` + plain, Meta{"", "", "2017-03-05", "", "From title"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c, err := HTML("<html><head>"+tc.head+"</head><body><p>"+storyBody+"</p><p>"+storyMore+"</p></body></html>", Meta{})
			if err != nil || c.Meta != tc.want {
				t.Errorf("got %+v, %v, want %+v", c.Meta, err, tc.want)
			}
		})
	}
}

// TestHostilePages: each of these is answered, or refused by name, soon and in
// bounded memory. The time is generous; without the bounds it is minutes.
func TestHostilePages(t *testing.T) {
	story := "<p>" + storyBody + "</p><p>" + storyMore + "</p>"
	for _, tc := range []struct {
		name, page string
		want       error
	}{
		{"200,000 paragraphs", strings.Repeat("<p>x", 200_000), ErrTooLarge},
		{"100,000 levels", strings.Repeat("<div>", 100_000) + story, ErrTooLarge},
		{"1,000 levels", strings.Repeat("<div>", 1_000) + story, ErrTooDeep},
		{"formatting that the parser must rebuild", "<p>" + strings.Repeat("<b><i>a</b>", 20_000) + story, ErrTooDeep},
		{"text in a table that the parser must move", story + "<table>" + strings.Repeat("<tr>a<td>b", 15_000), nil},
		{"300 kB of nested structured data", `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 27_000) + "</script>" + story, nil},
		{"100,000 comments", strings.Repeat("<!-- -->x ", 100_000) + story, nil},
		{"a class of a megabyte", "<div class='" + strings.Repeat("a-b ", 250_000) + "'>" + story, nil},
		{"nothing", "", ErrNoContent},
		{"only a menu", "<nav><a href=/>Home</a></nav>", ErrNoContent},
	} {
		t.Run(tc.name, func(t *testing.T) {
			start := time.Now()
			c, err := HTML(tc.page, Meta{})
			if !errors.Is(err, tc.want) {
				t.Errorf("got %v, want %v", err, tc.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			if tc.want == nil && !strings.Contains(c.Text, "Lavrentyev") {
				t.Errorf("the story is lost")
			}
			checkContent(t, c)
		})
	}
}

// TestTicker has entries behind their time of day, without full stops: the story where the page
// has no other, headlines of other articles beside one.
func TestTicker(t *testing.T) {
	entries := "\U0001F534 22:47 Talks in Vienna end with no press conference\n\n\U0001F534 20:10 Opposition team leaves the envoy's room\n\n\U0001F534 11:00 Hariri arrives at the head of his team"
	for _, tc := range []struct {
		page string
		want Kind
	}{
		{"BREAKING || VIENNA\n\n" + entries, Body},
		{storyTitle + "\n\n" + storyBody + "\n\n" + storyMore + "\n\nLatest news\n\n" + entries, Boilerplate},
	} {
		if got := kindOf(t, tc.page, "Opposition team"); got != tc.want {
			t.Errorf("%q: got %v, want %v", tc.page, got, tc.want)
		}
	}
}
