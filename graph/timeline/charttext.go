package timeline

import (
	"strings"

	"peacetalks/graph"
)

// chartPhrases are what a chart and the html export say in a language, beside
// what phrases.go has.
type chartPhrases struct {
	language string
	months   [12]string // short, for an axis

	unknown  string // the lane of talks that belong to no known process
	together string // the lane of what all of a round do together
	round    string
	vague    string
	extent   string // a time that is not known to the day
	open     string // the dots behind a bar

	announced, underway, concluded, postponed, cancelled string

	describe string // how a chart is read
	hidden   string // {n}: lanes left out
	none     string

	events, passages, passage, citing, basis, more string
}

// chartTexts is the table; the first row serves every language that has none.
var chartTexts = []chartPhrases{
	{
		language: "en",
		months:   [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		unknown:  "Other talks", together: "All together", round: "Round", vague: "date not exact",
		extent: "some time in these days", open: "end not reported",
		announced: "announced", underway: "under way", concluded: "concluded", postponed: "postponed", cancelled: "cancelled",
		describe: "Time runs from left to right. Bars are rounds, marks are events; a number in a mark counts events. Each leads to its passages.",
		hidden:   "Lanes left out, which have the fewest events: {n}", none: "No events.",
		events: "Events", passages: "Passages", passage: "The passage in the article", citing: "citing",
		basis: "How the date is known", more: "More passages, in other exports",
	},
	{
		language: "ar",
		months: [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
			"أكتوبر", "نوفمبر", "ديسمبر"},
		unknown: "محادثات أخرى", together: "المشاركون معًا", round: "جولة", vague: "تاريخ غير دقيق",
		extent: "في وقت ما ضمن هذه الأيام", open: "لم تُذكر النهاية",
		announced: "معلنة", underway: "جارية", concluded: "مختتمة", postponed: "مؤجلة", cancelled: "ملغاة",
		describe: "يسير الزمن من اليمين إلى اليسار. الأشرطة جولات والعلامات أحداث، والرقم داخل العلامة عدد الأحداث. وتقود كل منها إلى مقاطعها.",
		hidden:   "صفوف لم تُعرض لقلة أحداثها: {n}", none: "لا أحداث.",
		events: "الأحداث", passages: "المقاطع", passage: "المقطع في المقالة", citing: "نقلًا عن",
		basis: "كيف عُرف التاريخ", more: "مقاطع أخرى في سائر الملفات المصدّرة",
	},
	{
		language: "fa",
		months:   [12]string{"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"},
		unknown:  "گفتگوهای دیگر", together: "همه با هم", round: "دور", vague: "تاریخ دقیق نیست",
		extent: "زمانی در این روزها", open: "پایان گزارش نشده",
		announced: "اعلام\u200cشده", underway: "در جریان", concluded: "پایان\u200cیافته", postponed: "به تعویق افتاده", cancelled: "لغوشده",
		describe: "زمان از راست به چپ می\u200cرود. نوارها دورها و نشانه\u200cها رویدادها هستند؛ عدد درون نشانه شمار رویدادهاست. هر یک به متن خود پیوند دارد.",
		hidden:   "ردیف\u200cهای کم\u200cرویداد که نشان داده نشده\u200cاند: {n}", none: "رویدادی نیست.",
		events: "رویدادها", passages: "متن\u200cها", passage: "متن در مقاله", citing: "به نقل از",
		basis: "تاریخ از کجا دانسته است", more: "متن\u200cهای دیگر در خروجی\u200cهای دیگر",
	},
	{
		language: "fr",
		months:   [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
		unknown:  "Autres pourparlers", together: "Tous ensemble", round: "Cycle", vague: "date non exacte",
		extent: "à un moment de ces jours", open: "fin non rapportée",
		announced: "annoncé", underway: "en cours", concluded: "terminé", postponed: "reporté", cancelled: "annulé",
		describe: "Le temps va de gauche à droite. Les barres sont des cycles, les marques des événements ; un nombre compte les événements. Chacune mène à ses passages.",
		hidden:   "Lignes omises, qui ont le moins d’événements : {n}", none: "Aucun événement.",
		events: "Événements", passages: "Passages", passage: "Le passage dans l’article", citing: "citant",
		basis: "D’où la date est connue", more: "Autres passages, dans d’autres exportations",
	},
	{
		language: "ru",
		months:   [12]string{"янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."},
		unknown:  "Другие переговоры", together: "Все вместе", round: "Раунд", vague: "дата неточная",
		extent: "в один из этих дней", open: "об окончании не сообщалось",
		announced: "объявлен", underway: "идёт", concluded: "завершён", postponed: "перенесён", cancelled: "отменён",
		describe: "Время идёт слева направо. Полосы — раунды, знаки — события; число в знаке — сколько их. Каждый ведёт к своим отрывкам.",
		hidden:   "Не показаны строки с наименьшим числом событий: {n}", none: "Событий нет.",
		events: "События", passages: "Отрывки", passage: "Отрывок в статье", citing: "со ссылкой на",
		basis: "Откуда известна дата", more: "Другие отрывки — в других форматах",
	},
	{
		language: "tr",
		months:   [12]string{"Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"},
		unknown:  "Diğer görüşmeler", together: "Hep birlikte", round: "Tur", vague: "tarih kesin değil",
		extent: "bu günlerin birinde", open: "bitişi bildirilmedi",
		announced: "duyuruldu", underway: "sürüyor", concluded: "sona erdi", postponed: "ertelendi", cancelled: "iptal edildi",
		describe: "Zaman soldan sağa akar. Çubuklar turlar, işaretler olaylardır; işaretteki sayı olayları sayar. Her biri kendi pasajlarına götürür.",
		hidden:   "En az olayı olan, gösterilmeyen satırlar: {n}", none: "Olay yok.",
		events: "Olaylar", passages: "Pasajlar", passage: "Makaledeki pasaj", citing: "aktaran:",
		basis: "Tarihin nereden bilindiği", more: "Diğer pasajlar, başka dosyalarda",
	},
}

// chartTextIn are the phrases for a BCP 47 language, English for those that
// have none.
func chartTextIn(language string) *chartPhrases {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	for i := range chartTexts {
		if chartTexts[i].language == primary {
			return &chartTexts[i]
		}
	}
	return &chartTexts[0]
}

// status is the word for how far a round has come; "" where nothing is
// reported.
func (p *chartPhrases) status(s graph.RoundStatus) string {
	return map[graph.RoundStatus]string{
		graph.Announced: p.announced, graph.Underway: p.underway, graph.Concluded: p.concluded,
		graph.Postponed: p.postponed, graph.Cancelled: p.cancelled,
	}[s]
}

// comma parts what is listed.
func (p *chartPhrases) comma() string {
	if RightToLeft(p.language) {
		return "، "
	}
	return ", "
}
