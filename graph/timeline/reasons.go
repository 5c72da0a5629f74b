package timeline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"peacetalks/graph/edtf"
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
		{`no date of its own`, "بلا تاريخ خاص به"}, {`the days of the round`, "أيام الجولة"},
		{`about the day of the report`, "نحو يوم الخبر"}, {`about the last day of the round`, "نحو اليوم الأخير من الجولة"}, {`about the first day of the round`, "نحو اليوم الأول من الجولة"},
		{`the nearest year in which (\d+ \w+) was a ` + weekday, "أقرب عام وافق فيه %[1]s يوم %[2]s"},
		{`(\d+ \w+) was a ` + weekday + ` in ([\d, ]+?) and (\d{4})`, "وافق %[1]s يوم %[2]s في %[3]s و%[4]s"},
		{`of these only ` + day + ` fits: (.+) met`, "ولا يوافق منها إلا %[1]s: انعقدت فيه %[2]s"},
		{`the same day`, "اليوم نفسه"}, {`this year's`, "من هذا العام"}, {`in the year named before it`, "في العام المذكور قبله"},
		{`the article gives the same day with its year`, "تذكر المقالة اليوم نفسه مع عامه"},
		{`counted from ` + day, "محسوب من %[1]s"}, {`converted from the Solar Hijri calendar`, "محوّل من التقويم الهجري الشمسي"},
		{`converted from the Hijri calendar of Umm al-Qura`, "محوّل من تقويم أم القرى الهجري"}, {`other countries may differ by a day or two`, "وقد يختلف يومًا أو يومين في بلدان أخرى"},
		{`in the course of what the text tells of ` + day, "أثناء ما يرويه النص عن %[1]s"},
		{`in the course of what the text tells of ` + day + `/` + day, "أثناء ما يرويه النص عن %[1]s إلى %[2]s"},
		{`round (\d+) of talks that began in ` + day + ` was due`, "وكان موعد الجولة %[1]s من محادثات بدأت في %[2]s"},
		{`the city was called (.+)`, "كانت المدينة تسمى %[1]s"},
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

// A Reason says on what a date rests or why one side of a conflict is
// preferred, and in which language it does.
type Reason struct{ Text, Language string }

// Because gives a reason of the graph's in a language, if there are words for
// it, else as it is, in English.
func Because(text, language string) Reason {
	text = Plain(text)
	if language != "ar" || text == "" {
		return Reason{text, "en"}
	}
	var said []string
	for part := range strings.SplitSeq(text, "; ") {
		arabic, ok := inArabic(part)
		if !ok {
			return Reason{text, "en"}
		}
		said = append(said, arabic)
	}
	return Reason{strings.Join(said, "، "), "ar"}
}

func inArabic(part string) (string, bool) {
	for _, c := range clauses {
		groups := c.pattern.FindStringSubmatch(part)
		if groups == nil {
			continue
		}
		var words []any
		for _, g := range groups[1:] {
			if day, ok := weekdays[g]; ok {
				g = day
			} else if d, err := time.Parse("2 January", g); err == nil {
				g = strconv.Itoa(d.Day()) + " " + arabic.chart.months[d.Month()-1]
			} else if d, err := edtf.Parse(g); err == nil && strings.Contains(c.pattern.String(), `\d{4}`) {
				g = DateText(d, "ar")
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
