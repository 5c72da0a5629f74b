package pages

import (
	"fmt"
	"regexp"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
)

// The graph says in English on what a date rests and why one side of a
// conflict is preferred. This table says the usual clauses in Arabic; what is
// not in it is shown in English.

// A clause is a part of such a reason: %[1]s and so on stand for what the
// groups matched.
type clause struct {
	pattern *regexp.Regexp
	arabic  string
}

var clauses = func() (all []clause) {
	const day, weekday = `(\d{4}(?:-\d\d){0,2})`, `(\w+day)`
	const past, future = `, as the words beside it speak of the past`, `, as the words beside it speak of the future`
	const pastArabic, futureArabic = "، إذ تتحدث الكلمات حوله عن الماضي", "، إذ تتحدث الكلمات حوله عن المستقبل"
	for _, c := range [][2]string{
		{`as written`, "كما كُتب"},
		{`the article is of ` + day, "المقالة مؤرخة في %[1]s"},
		{`the last one` + past, "الأقرب في الماضي" + pastArabic},
		{`the last one`, "الأقرب في الماضي"},
		{`the next one` + future, "الأقرب في المستقبل" + futureArabic},
		{`the next one`, "الأقرب في المستقبل"},
		{`the last ` + weekday + past, "%[1]s الماضي" + pastArabic},
		{`the last ` + weekday, "%[1]s الماضي"},
		{`the coming ` + weekday + future, "%[1]s المقبل" + futureArabic},
		{`the coming ` + weekday, "%[1]s المقبل"},
		{`today`, "«اليوم»"}, {`yesterday`, "«أمس»"}, {`tomorrow`, "«غدًا»"}, {`the day after tomorrow`, "«بعد غد»"},
		{`this month`, "«هذا الشهر»"}, {`last month`, "«الشهر الماضي»"}, {`next month`, "«الشهر المقبل»"},
		{`this year`, "«هذا العام»"}, {`last year`, "«العام الماضي»"}, {`next year`, "«العام المقبل»"},
		{`told as news of the article's day`, "يُروى خبرًا من يوم المقالة"},
		{`the article's own day`, "يوم المقالة نفسها"},
		{`the day that the paragraph names before`, "اليوم الذي تذكره الفقرة قبل ذلك"},
		{`the nearest, looking back`, "الأقرب إلى الوراء"}, {`the nearest`, "الأقرب"},
		{`counted from the first day`, "محسوب من اليوم الأول"},
		{`the joint statement was read at that day's plenary`, "تُلي البيان المشترك في جلسة ذلك اليوم العامة"},
		{`the ` + weekday + ` that the article names elsewhere`, "%[1]s الذي تذكره المقالة في موضع آخر"},
		{`the ` + weekday + ` after the day named before it`, "%[1]s الذي يلي اليوم المذكور قبله"},
		{`the weekday after the first day`, "يوم الأسبوع الذي يلي اليوم الأول"},
		{`a curator says so`, "بقول محرر"},
		{`it is reported as happened or under way, the other only as planned`, "نُقل أنه حدث أو جارٍ، والآخر مقرر فحسب"},
		{`(\d+) independent sources? against (\d+)`, "عدد المصادر المستقلة %[1]s مقابل %[2]s"},
		{`(\d+) independent sources? against (\d+), counting less precise dates that agree with it`, "عدد المصادر المستقلة %[1]s مقابل %[2]s، مع تواريخ أقل دقة توافقه"},
		{`it was reported later, on ` + day, "نُشر لاحقًا في %[1]s"}, {`the other on ` + day, "والآخر في %[1]s"},
		{`it was reported on ` + day + `, the other on a day that is not known`, "نُشر في %[1]s، والآخر في يوم غير معروف"},
		{`the support is equal`, "التأييد متساوٍ"}, {`it is more precise`, "وهو أدق"}, {`the order of ids decides`, "فيُحتكم إلى ترتيب المعرّفات"},
		{`its passage is clearer \(confidence ([\d.]+) against ([\d.]+)\)`, "مقطعه أوضح (الثقة %[1]s مقابل %[2]s)"},
		{`(\d+) independent sources? affirms? it and (\d+) independent sources? (?:deny|denies) it: it is shown, since somebody affirms it`,
			"المصادر المستقلة التي تثبته %[1]s والتي تنفيه %[2]s، ويُعرض لأن هناك من يثبته"},
	} {
		all = append(all, clause{regexp.MustCompile(`^` + c[0] + `$`), c[1]})
	}
	return all
}()

var weekdays = map[string]string{
	"Monday": "الاثنين", "Tuesday": "الثلاثاء", "Wednesday": "الأربعاء", "Thursday": "الخميس", "Friday": "الجمعة", "Saturday": "السبت", "Sunday": "الأحد",
}

// A reason is such a text, with the language that it is in.
type reason struct{ Text, Language string }

// because says a reason of the graph's in the language of the interface, if it
// can.
func (b *book) because(text string) reason {
	text = timeline.Plain(text)
	if b.frame.Language != "ar" || text == "" {
		return reason{text, "en"}
	}
	var said []string
	for part := range strings.SplitSeq(text, "; ") {
		arabic, ok := b.clause(part)
		if !ok {
			return reason{text, "en"}
		}
		said = append(said, arabic)
	}
	return reason{strings.Join(said, "، "), "ar"}
}

func (b *book) clause(part string) (string, bool) {
	for _, c := range clauses {
		groups := c.pattern.FindStringSubmatch(part)
		if groups == nil {
			continue
		}
		var words []any
		for _, g := range groups[1:] {
			if day, ok := weekdays[g]; ok {
				g = day
			} else if d, err := edtf.Parse(g); err == nil && strings.Contains(c.pattern.String(), `\d{4}`) {
				g = b.frame.Date(d)
			}
			words = append(words, g)
		}
		if len(words) == 0 {
			return c.arabic, true
		}
		return fmt.Sprintf(c.arabic, words...), true
	}
	return "", false
}
