package pages

import (
	"testing"

	"peacetalks/server/web/layout"
)

func TestReasonsInArabic(t *testing.T) {
	b := &book{frame: &layout.Frame{Language: "ar"}}
	for english, want := range map[string]reason{
		"as written": {"كما كُتب", "ar"},
		"the last Thursday, as the words beside it speak of the past; the article is of 2019-12-10": {
			"الخميس الماضي، إذ تتحدث الكلمات حوله عن الماضي، المقالة مؤرخة في 10 كانون الأول (ديسمبر) 2019", "ar"},
		"3 independent sources against 1": {"عدد المصادر المستقلة 3 مقابل 1", "ar"},
		"1 independent source affirms it and 2 independent sources deny it: it is shown, since somebody affirms it": {
			"المصادر المستقلة التي تثبته 1 والتي تنفيه 2، ويُعرض لأن هناك من يثبته", "ar"},
		"it was reported later, on 2019-12-12; the other on 2019-12": {
			"نُشر لاحقًا في 12 كانون الأول (ديسمبر) 2019، والآخر في كانون الأول (ديسمبر) 2019", "ar"},
		"today; something new": {"today; something new", "en"},
		"":                     {"", "en"},
	} {
		if got := b.because(english); got != want {
			t.Errorf("%s: got %+v, want %+v", english, got, want)
		}
	}
	b.frame.Language = "en"
	if got := b.because("today"); got != (reason{"today", "en"}) {
		t.Errorf("in English: %+v", got)
	}
}
