package timeline

import "testing"

func TestReasonsInArabic(t *testing.T) {
	for english, want := range map[string]Reason{
		"as written": {"كما كُتب", "ar"},
		"the last Thursday, as the words beside it speak of the past; the article is of 2019-12-10": {
			"الخميس الماضي، إذ تتحدث الكلمات حوله عن الماضي، المقالة مؤرخة في 10 كانون الأول (ديسمبر) 2019", "ar"},
		"15 March was a Wednesday in 2000, 2006 and 2017; of these only 2017 fits: Astana met": {
			"وافق 15 مارس يوم الأربعاء في 2000, 2006 و2017، ولا يوافق منها إلا 2017: انعقدت فيه Astana", "ar"},
		"3 independent sources against 1": {"عدد المصادر المستقلة 3 مقابل 1", "ar"},
		"1 independent source affirms it and 2 independent sources deny it: it is shown, since somebody affirms it": {
			"المصادر المستقلة التي تثبته 1 والتي تنفيه 2، ويُعرض لأن هناك من يثبته", "ar"},
		"it was reported later, on 2019-12-12; the other on 2019-12": {
			"نُشر لاحقًا في 12 كانون الأول (ديسمبر) 2019، والآخر في كانون الأول (ديسمبر) 2019", "ar"},
		"today; something new": {"today; something new", "en"},
		"":                     {"", "en"},
	} {
		if got := Because(english, "ar"); got != want {
			t.Errorf("%s: got %+v, want %+v", english, got, want)
		}
	}
	if got := Because("today", "en"); got != (Reason{"today", "en"}) {
		t.Errorf("in English: %+v", got)
	}
}
