package timeline

import "peacetalks/graph"

// A label is a word that a file has beside the events themselves: a heading of
// a column, a line of what the file is.
type label int

const (
	labelEvents label = iota
	labelSources
	labelAbout
	labelDate
	labelEvent
	labelKind
	labelReported
	labelProcess
	labelRound
	labelPlace
	labelParties
	labelPeople
	labelTopics
	labelOutcome
	labelWords
	labelQuote
	labelOutlet
	labelArticle
	labelPublished
	labelAddress
	labelCited
	labelArticles
	labelBasis
	labelEDTF
	labelEarliest
	labelLatest
	labelEventID
	labelRoundID
	labelClaimID
	labelArticleID
	labelLanguage
	labelFirstByte
	labelEndByte
	labelPassages
	labelSnapshot
	labelVocabulary
	labelProgram
	labelFilter
	labelAll
	labelDatesNote
	labelQuotesNote
	labelReadNote
	labelHappened
	labelOngoing
	labelBytes
)

// labels is the one table of labels: a column for each language, in the order
// of [Languages].
var labels = map[label][6]string{
	labelEvents:     {"Events", "الأحداث", "رویدادها", "Événements", "События", "Olaylar"},
	labelSources:    {"Sources", "المصادر", "منابع", "Sources", "Источники", "Kaynaklar"},
	labelAbout:      {"About", "عن الملف", "درباره", "À propos", "О файле", "Hakkında"},
	labelDate:       {"Date", "التاريخ", "تاریخ", "Date", "Дата", "Tarih"},
	labelEvent:      {"Event", "الحدث", "رویداد", "Événement", "Событие", "Olay"},
	labelKind:       {"Kind", "النوع", "نوع", "Type", "Вид", "Tür"},
	labelReported:   {"Reported as", "كما ورد", "گزارش\u200cشده به عنوان", "Rapporté comme", "Сообщено как", "Bildirildiği gibi"},
	labelProcess:    {"Process", "المسار", "فرایند", "Processus", "Процесс", "Süreç"},
	labelRound:      {"Round", "الجولة", "دور", "Cycle", "Раунд", "Tur"},
	labelPlace:      {"Place", "المكان", "مکان", "Lieu", "Место", "Yer"},
	labelParties:    {"Parties", "الأطراف", "طرف\u200cها", "Parties", "Стороны", "Taraflar"},
	labelPeople:     {"People", "الأشخاص", "افراد", "Personnes", "Люди", "Kişiler"},
	labelTopics:     {"Topics", "الموضوعات", "موضوع\u200cها", "Thèmes", "Темы", "Konular"},
	labelOutcome:    {"Outcome", "النتيجة", "نتیجه", "Résultat", "Итог", "Sonuç"},
	labelWords:      {"Words", "النص", "متن", "Propos", "Слова", "Sözler"},
	labelQuote:      {"Passage", "المقطع", "قطعه", "Passage", "Фрагмент", "Alıntı"},
	labelOutlet:     {"Outlet", "الوسيلة الإعلامية", "رسانه", "Média", "Издание", "Yayın"},
	labelArticle:    {"Article", "المقال", "مقاله", "Article", "Статья", "Haber"},
	labelPublished:  {"Published", "تاريخ النشر", "تاریخ انتشار", "Publié le", "Опубликовано", "Yayım tarihi"},
	labelAddress:    {"Address", "الرابط", "نشانی", "Adresse", "Адрес", "Adres"},
	labelCited:      {"Citing", "نقلاً عن", "به نقل از", "Citant", "Со ссылкой на", "Atıf"},
	labelArticles:   {"Articles", "عدد المقالات", "شمار مقاله\u200cها", "Articles", "Статей", "Haber sayısı"},
	labelBasis:      {"Basis of the date (in English)", "أساس التاريخ (بالإنجليزية)", "مبنای تاریخ (به انگلیسی)", "Base de la date (en anglais)", "Основание даты (по-английски)", "Tarihin dayanağı (İngilizce)"},
	labelEDTF:       {"EDTF", "EDTF", "EDTF", "EDTF", "EDTF", "EDTF"},
	labelEarliest:   {"Earliest day", "أبكر يوم", "زودترین روز", "Au plus tôt", "Не раньше", "En erken"},
	labelLatest:     {"Latest day", "آخر يوم", "دیرترین روز", "Au plus tard", "Не позже", "En geç"},
	labelEventID:    {"Event id", "معرّف الحدث", "شناسه رویداد", "Id. de l’événement", "Ид. события", "Olay kimliği"},
	labelRoundID:    {"Round id", "معرّف الجولة", "شناسه دور", "Id. du cycle", "Ид. раунда", "Tur kimliği"},
	labelClaimID:    {"Claim id", "معرّف الادّعاء", "شناسه ادعا", "Id. de l’affirmation", "Ид. утверждения", "İddia kimliği"},
	labelArticleID:  {"Article id", "معرّف المقال", "شناسه مقاله", "Id. de l’article", "Ид. статьи", "Haber kimliği"},
	labelLanguage:   {"Language", "اللغة", "زبان", "Langue", "Язык", "Dil"},
	labelFirstByte:  {"First byte", "أول بايت", "نخستین بایت", "Premier octet", "Первый байт", "İlk bayt"},
	labelEndByte:    {"End byte", "البايت بعد الأخير", "بایت پایانی", "Octet de fin", "Конечный байт", "Bitiş baytı"},
	labelPassages:   {"Passages", "المقاطع", "قطعه\u200cها", "Passages", "Фрагменты", "Alıntılar"},
	labelSnapshot:   {"Snapshot of the graph", "لقطة البيانات", "نسخه گراف", "Instantané du graphe", "Снимок графа", "Grafın anlık görüntüsü"},
	labelVocabulary: {"Vocabulary", "نسخة المعجم", "نسخه واژگان", "Vocabulaire", "Словарь", "Sözlük"},
	labelProgram:    {"Program", "البرنامج", "برنامه", "Programme", "Программа", "Program"},
	labelFilter:     {"Filter", "التصفية", "پالایه", "Filtre", "Фильтр", "Süzgeç"},
	labelAll:        {"none: everything", "بلا: كل الأحداث", "هیچ: همه رویدادها", "aucun : tout", "нет: всё", "yok: tümü"},
	labelDatesNote: {
		"A date that is known to the day is a date. One that is known to a month, a year or about is text: the event was on one of the days from the earliest to the latest.",
		"التاريخ المعروف باليوم مكتوب كتاريخ. أما ما يُعرف شهره أو سنته أو تقريبه فقط فهو نص: وقع الحدث في أحد الأيام بين أبكر يوم وآخر يوم.",
		"تاریخی که روز آن معلوم است تاریخ است. تاریخی که تنها ماه، سال یا حدود آن معلوم است متن است: رویداد در یکی از روزهای میان زودترین و دیرترین روز بوده است.",
		"Une date connue au jour près est une date. Une date connue au mois, à l’année ou à peu près est un texte : l’événement a eu lieu l’un des jours entre le plus tôt et le plus tard.",
		"Дата, известная с точностью до дня, записана как дата. Известная до месяца, года или приблизительно — как текст: событие было в один из дней между самым ранним и самым поздним.",
		"Günü bilinen tarih, tarih olarak yazılmıştır. Yalnızca ayı, yılı ya da yaklaşığı bilinen tarih metindir: olay en erken ile en geç gün arasındaki günlerden birindedir.",
	},
	labelQuotesNote: {
		"A passage is cut after 300 characters. Its bytes say where the whole stands in the article’s stored text.",
		"يُقتطع المقطع بعد 300 حرف. وتدل أرقام البايتات على موضعه كاملاً في نص المقال المحفوظ.",
		"قطعه پس از ۳۰۰ نویسه بریده می\u200cشود. بایت\u200cها جای کامل آن را در متن ذخیره\u200cشده مقاله نشان می\u200cدهند.",
		"Un passage est coupé après 300 caractères. Ses octets disent où il se trouve en entier dans le texte conservé de l’article.",
		"Фрагмент обрезается после 300 знаков. Байты указывают, где он целиком стоит в сохранённом тексте статьи.",
		"Alıntı 300 karakterden sonra kesilir. Baytlar, tamamının haberin saklanan metninde nerede olduğunu gösterir.",
	},
	labelReadNote: {
		"Everything here is what articles report. Read the passage before you rely on an event.",
		"كل ما هنا هو ما أوردته المقالات. اقرأ المقطع قبل أن تعتمد على حدث.",
		"همه آنچه اینجاست گزارش مقاله\u200cهاست. پیش از تکیه بر یک رویداد، قطعه را بخوانید.",
		"Tout ceci est ce que rapportent les articles. Lisez le passage avant de vous fier à un événement.",
		"Всё здесь — то, что сообщают статьи. Прочтите фрагмент, прежде чем полагаться на событие.",
		"Buradaki her şey haberlerin bildirdiğidir. Bir olaya güvenmeden önce alıntıyı okuyun.",
	},
	labelHappened: {"happened", "حدث", "رخ داده", "a eu lieu", "состоялось", "gerçekleşti"},
	labelOngoing:  {"under way", "جارٍ", "در جریان", "en cours", "идёт", "sürüyor"},
	labelBytes:    {"bytes {from}–{to}", "البايتات {from}–{to}", "بایت\u200cهای {from}–{to}", "octets {from}–{to}", "байты {from}–{to}", "baytlar {from}–{to}"},
}

// in is the label in a language, English where it is none of [Languages].
func (l label) in(language string) string {
	want := phrasesIn(language).language
	for i := range languages {
		if languages[i].language == want {
			return labels[l][i]
		}
	}
	return labels[l][0]
}

// modalityName says how an event is reported.
func modalityName(m graph.Modality, language string) string {
	switch m {
	case graph.Happened:
		return labelHappened.in(language)
	case graph.Ongoing:
		return labelOngoing.in(language)
	case graph.Planned:
		return PlannedName(language)
	}
	return Plain(string(m))
}
