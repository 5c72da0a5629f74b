package layout

// Texts are what pages say, by the language of the interface.
type Texts[T any] map[string]T

// In is the text in a language, English where there is none.
func (t Texts[T]) In(language string) T {
	if text, ok := t[language]; ok {
		return text
	}
	return t["en"]
}

// A Language is one that pages can be read in, or that names can be shown in.
type Language struct{ Code, Name string }

// Interface lists the languages of the interface, the first for those who ask
// for no other.
var Interface = []Language{{"en", "English"}, {"ar", "العربية"}}

// NameLanguages lists the languages of names.
var NameLanguages = []Language{
	{"ar", "العربية"}, {"en", "English"}, {"fa", "فارسی"}, {"fr", "Français"}, {"ru", "Русский"}, {"tr", "Türkçe"},
}

// Words are what the frame says, and words that several pages need.
type Words struct {
	Skip, Navigation, Explore, Timeline, Rounds, Index, Articles string
	Language, Names                                              string
	Snapshot, About                                              string
	AsOf, Now                                                    string
	NotFound, BadRequest, Broken, Busy                           string
	NotFoundHelp, BrokenHelp                                     string
	Near                                                         string
}

var words = Texts[Words]{
	"en": {
		Skip: "Skip to the content", Navigation: "Site", Explore: "Explore", Timeline: "Timeline", Rounds: "Rounds", Index: "Index", Articles: "Articles",
		Language: "Language", Names: "Names in", Snapshot: "Snapshot of the graph",
		About: "What news articles report about peace talks, each fact with the passage that says so.",
		AsOf:  "As reported by", Now: "show everything reported since",
		NotFound: "There is nothing here", BadRequest: "This cannot be shown", Broken: "The page could not be made", Busy: "Please try again",
		NotFoundHelp: "The graph knows nothing by this name. It may be spelt differently, or no article that names it has been loaded.",
		BrokenHelp:   "The server's log has the reason.", Near: "Perhaps you meant",
	},
	"ar": {
		Skip: "انتقل إلى المحتوى", Navigation: "الموقع", Explore: "استكشاف", Timeline: "الخط الزمني", Rounds: "الجولات", Index: "الفهرس", Articles: "المقالات",
		Language: "اللغة", Names: "الأسماء بـ", Snapshot: "نسخة البيانات",
		About: "ما تنقله المقالات الإخبارية عن محادثات السلام، ومع كل معلومة المقطع الذي وردت فيه.",
		AsOf:  "بحسب ما نُشر حتى", Now: "عرض كل ما نُشر بعد ذلك",
		NotFound: "لا شيء هنا", BadRequest: "لا يمكن عرض هذا", Broken: "تعذر إعداد الصفحة", Busy: "أعيدوا المحاولة",
		NotFoundHelp: "لا تعرف البيانات شيئًا بهذا الاسم. ربما كُتب على نحو آخر، أو لم تُحمَّل مقالة تذكره.",
		BrokenHelp:   "السبب في سجل الخادم.", Near: "لعلكم تقصدون",
	},
}
