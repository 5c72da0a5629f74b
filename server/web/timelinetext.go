package web

// A timelineText is what the timeline page says in a language, apart from the
// names and titles of events.
type timelineText struct {
	Language, Name string

	Heading, Lead                               string
	Process, Party, Person, Kind, From, To, All string
	Show, Reset, LanguageLabel, Remove          string
	Round, Topic, AsOf, Planned                 string
	Passages, MorePassages, Citing              string
	Chart, Events, None, NoneHint               string
	Older, Newer, Exports, Explore, BadPage     string
	Basis, Unknown                              string
}

// timelineTexts is the table of the page's languages; the first serves where a
// language is not in it.
var timelineTexts = []timelineText{
	{
		Language: "en", Name: "English",
		Heading: "Timeline of peace talks", Lead: "What articles report, each event with the passage that says so.",
		Process: "Process", Party: "Party", Person: "Person", Kind: "Kinds", From: "From", To: "To", All: "all",
		Show: "Show", Reset: "Clear", LanguageLabel: "Language", Remove: "remove",
		Round: "Round", Topic: "Topic", AsOf: "As reported by", Planned: "planned",
		Passages: "Passages", MorePassages: "More passages, in the exports", Citing: "citing",
		Chart: "Rounds and events over time", Events: "Events", None: "No events.",
		NoneHint: "Nothing that was loaded has a date here. Loosen the filter, or load more articles.",
		Older:    "Earlier events", Newer: "Later events", Exports: "Take these events with you", Explore: "Explore the graph",
		BadPage: "there is no such page", Basis: "How the date is known", Unknown: "Other talks",
	},
	{
		Language: "ar", Name: "العربية",
		Heading: "الخط الزمني لمحادثات السلام", Lead: "ما تنقله المقالات، ومع كل حدث المقطع الذي ورد فيه.",
		Process: "المسار", Party: "الطرف", Person: "الشخص", Kind: "الأنواع", From: "من", To: "إلى", All: "الكل",
		Show: "عرض", Reset: "مسح", LanguageLabel: "اللغة", Remove: "إزالة",
		Round: "الجولة", Topic: "الموضوع", AsOf: "بحسب ما نُشر حتى", Planned: "مقرر",
		Passages: "المقاطع", MorePassages: "مقاطع أخرى في الملفات المصدّرة", Citing: "نقلًا عن",
		Chart: "الجولات والأحداث عبر الزمن", Events: "الأحداث", None: "لا أحداث.",
		NoneHint: "لا شيء مما حُمّل له تاريخ هنا. وسّعوا المرشّح أو حمّلوا مقالات أخرى.",
		Older:    "أحداث أسبق", Newer: "أحداث لاحقة", Exports: "خذوا هذه الأحداث معكم", Explore: "استكشاف البيانات",
		BadPage: "لا توجد صفحة كهذه", Basis: "كيف عُرف التاريخ", Unknown: "محادثات أخرى",
	},
}

func timelineTextIn(language string) timelineText {
	for _, t := range timelineTexts {
		if t.Language == language {
			return t
		}
	}
	return timelineTexts[0]
}
