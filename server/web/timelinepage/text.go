package timelinepage

import (
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// words are what the page says in a language, apart from the names and titles
// of events.
type words struct {
	Heading, Lead, Chart                  string
	Filter, Process, Party, Person, Topic string
	Kinds, From, To, AsOf, Round, Any     string
	Show, Clear, Remove                   string
	LanesBy, ByProcess, ByParty, ByPerson string
	Zoom, In, Out, Earlier, Later         string
	Everything, Hint, ToList              string
	Events, Of, None, NoneHint, Drawn     string
	OlderEvents, NewerEvents              string
	Exports, Close, Loading, Failed       string
	BadPage                               string
}

func (w words) lanes(l timeline.Lanes) string {
	return map[timeline.Lanes]string{timeline.ByProcess: w.ByProcess, timeline.ByParty: w.ByParty, timeline.ByPerson: w.ByPerson}[l]
}

var texts = layout.Texts[words]{
	"en": {
		Heading: "Timeline of peace talks", Lead: "What articles report, each event with the passage that says so.",
		Chart: "Rounds and events over time", Filter: "Filter", Process: "Process", Party: "Party", Person: "Person", Topic: "Topic",
		Kinds: "Kinds of event", From: "From", To: "To", AsOf: "As reported by", Round: "Round", Any: "any",
		Show: "Show", Clear: "Clear all", Remove: "remove",
		LanesBy: "Lanes by", ByProcess: "process", ByParty: "party", ByPerson: "person",
		Zoom: "Days shown", In: "Zoom in", Out: "Zoom out", Earlier: "Earlier", Later: "Later", Everything: "All",
		Hint:   "Choose a year, month or day above the chart to zoom in. In the chart: drag to move, pinch or Ctrl + wheel to zoom; keys + − 0 ← →.",
		ToList: "Skip to the list", Events: "Events", Of: "of", None: "No events.",
		NoneHint: "Nothing that was loaded has a date here. Loosen the filter, or load more articles.", Drawn: "The chart shows the events",
		OlderEvents: "Earlier events", NewerEvents: "Later events", Exports: "Take these events with you",
		Close: "Close", Loading: "One moment …", Failed: "That could not be fetched. Please try again.",
		BadPage: "there is no such page",
	},
	"ar": {
		Heading: "الخط الزمني لمحادثات السلام", Lead: "ما تنقله المقالات، ومع كل حدث المقطع الذي ورد فيه.",
		Chart: "الجولات والأحداث عبر الزمن", Filter: "ترشيح", Process: "المسار", Party: "الطرف", Person: "الشخص", Topic: "الموضوع",
		Kinds: "أنواع الأحداث", From: "من", To: "إلى", AsOf: "بحسب ما نُشر حتى", Round: "الجولة", Any: "الكل",
		Show: "عرض", Clear: "مسح الكل", Remove: "إزالة",
		LanesBy: "الصفوف بحسب", ByProcess: "المسار", ByParty: "الطرف", ByPerson: "الشخص",
		Zoom: "الأيام المعروضة", In: "تقريب", Out: "إبعاد", Earlier: "أسبق", Later: "لاحق", Everything: "الكل",
		Hint:   "اختاروا سنة أو شهرًا أو يومًا فوق الرسم للتقريب. وفي الرسم: السحب للتحريك، والقرص أو Ctrl مع العجلة للتقريب، والمفاتيح + − 0 ← →.",
		ToList: "انتقل إلى القائمة", Events: "الأحداث", Of: "من", None: "لا أحداث.",
		NoneHint: "لا شيء مما حُمّل له تاريخ هنا. وسّعوا المرشّح أو حمّلوا مقالات أخرى.", Drawn: "يعرض الرسم الأحداث",
		OlderEvents: "أحداث أسبق", NewerEvents: "أحداث لاحقة", Exports: "خذوا هذه الأحداث معكم",
		Close: "إغلاق", Loading: "لحظة …", Failed: "تعذر الجلب. أعيدوا المحاولة.",
		BadPage: "لا توجد صفحة كهذه",
	},
}
