package text

import "testing"

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"انطلقت في العاصمة الكازاخية الجولة الرابعة عشرة", "ar"},
		{"چهاردهمین دور گفتگوهای صلح در پایتخت قزاقستان آغاز شد", "fa"},
		{"دور دوم مذاكرات صلح يمن در كويت پايان يافت و هيأتها گفتگو كردند", "fa"}, // typed on an Arabic keyboard
		{"وصل الوفد الى الفندق وقال عضو فيه إن المحادثات مع جماعة پژاك المسلحة لم تبدأ بعد في المدينة، وإن وفداً آخر ينتظر منذ يومين في بيروت", "ar"},
		{"В столице Казахстана завершился раунд переговоров", "ru"},
		{"Les pourparlers de paix se sont ouverts dans la capitale kazakhe", "fr"},
		{"Görüşmeler Kazakistan'ın başkentinde başladı, heyetler yarın bir araya gelecek", "tr"},
		{"The delegations met behind closed doors in the Kazakh capital", "en"},
		{"10:30", ""},
	} {
		if got := Language(c.text); got != c.want {
			t.Errorf("Language(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
