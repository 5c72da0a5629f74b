package timeline

import "strings"

// phrases are what a language needs to speak of events. In the phrases for
// kinds, {round}, {place}, {who}, {topic} and {outcome} stand for names.
//
// Names are not inflected here, so the phrases put them where their language
// needs no inflection.
type phrases struct {
	language  string // BCP 47
	rtl       bool
	title     string          // of a whole timeline
	titles    map[Kind]string // of an event
	startAt   string          // of a START with a venue
	kinds     map[Kind]string // the name of the kind
	outcomes  map[string]string
	planned   string
	day       string // a date, of {day}, {month} and {year}
	month     string
	months    [12]string // as in a date
	monthOnly [12]string // without a day; empty: as in a date
	about     string     // {date}: near that date
	perhaps   string     // {date}: maybe that date
	from      string     // {date}: then and later
	until     string     // {date}: then and before
	possibly  string     // {date}: the days that an event may have been on
}

// languages is the one table of phrases. The first row serves every language
// that has none.
var languages = []phrases{
	{
		language: "en",
		title:    "Peace talks",
		titles: map[Kind]string{
			Start: "{round} opens", End: "{round} ends", Plenary: "Plenary session of {round}",
			Session: "{round} discusses: {topic}", Meeting: "Meeting {who} ({round})",
			Statement: "Statement by {who} ({round})", Outcome: "{round}: {outcome}",
		},
		startAt: "{round} opens in {place}",
		kinds: map[Kind]string{
			Start: "Opening", End: "Closing", Plenary: "Plenary", Session: "Agenda",
			Meeting: "Meeting", Statement: "Statement", Outcome: "Outcome",
		},
		outcomes: map[string]string{
			"joint-statement": "joint statement", "agreement": "agreement", "next-round-set": "next round set",
			"no-agreement": "no agreement", "prisoner-exchange": "exchange of prisoners",
			"working-group": "working group set up", "zones-agreed": "zones agreed", "postponed": "postponed",
		},
		planned: "planned",
		day:     "{day} {month} {year}", month: "{month} {year}",
		months: [12]string{"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December"},
		about: "about {date}", perhaps: "perhaps {date}", from: "from {date}", until: "until {date}",
		possibly: "some time in: {date}",
	},
	{
		language: "ar", rtl: true,
		title: "محادثات السلام",
		titles: map[Kind]string{
			Start: "انطلاق {round}", End: "اختتام {round}", Plenary: "الجلسة العامة في {round}",
			Session: "{round} على جدول الأعمال: {topic}", Meeting: "اجتماع {who} ({round})",
			Statement: "تصريح {who} ({round})", Outcome: "{round}: {outcome}",
		},
		startAt: "انطلاق {round} في {place}",
		kinds: map[Kind]string{
			Start: "افتتاح", End: "اختتام", Plenary: "جلسة عامة", Session: "جدول الأعمال",
			Meeting: "اجتماع", Statement: "تصريح", Outcome: "نتيجة",
		},
		outcomes: map[string]string{
			"joint-statement": "بيان مشترك", "agreement": "اتفاق", "next-round-set": "تحديد موعد الجولة المقبلة",
			"no-agreement": "عدم التوصل إلى اتفاق", "prisoner-exchange": "تبادل أسرى ومعتقلين",
			"working-group": "تشكيل مجموعة عمل", "zones-agreed": "الاتفاق على المناطق", "postponed": "تأجيل",
		},
		planned: "مقرر",
		day:     "{day} {month} {year}", month: "{month} {year}",
		months: [12]string{"كانون الثاني (يناير)", "شباط (فبراير)", "آذار (مارس)", "نيسان (أبريل)",
			"أيار (مايو)", "حزيران (يونيو)", "تموز (يوليو)", "آب (أغسطس)", "أيلول (سبتمبر)",
			"تشرين الأول (أكتوبر)", "تشرين الثاني (نوفمبر)", "كانون الأول (ديسمبر)"},
		about: "نحو {date}", perhaps: "ربما {date}", from: "منذ {date}", until: "حتى {date}",
		possibly: "في وقت ما ضمن: {date}",
	},
	{
		language: "fa", rtl: true,
		title: "مذاکرات صلح",
		titles: map[Kind]string{
			Start: "آغاز {round}", End: "پایان {round}", Plenary: "نشست عمومی {round}",
			Session: "{round} در دستور کار: {topic}", Meeting: "دیدار {who} ({round})",
			Statement: "اظهارات {who} ({round})", Outcome: "{round}: {outcome}",
		},
		startAt: "آغاز {round} در {place}",
		kinds: map[Kind]string{
			Start: "گشایش", End: "پایان", Plenary: "نشست عمومی", Session: "دستور کار",
			Meeting: "دیدار", Statement: "اظهارات", Outcome: "نتیجه",
		},
		outcomes: map[string]string{
			"joint-statement": "بیانیه مشترک", "agreement": "توافق", "next-round-set": "تعیین زمان دور بعدی",
			"no-agreement": "عدم توافق", "prisoner-exchange": "تبادل زندانیان",
			"working-group": "تشکیل کارگروه", "zones-agreed": "توافق بر سر مناطق", "postponed": "تعویق",
		},
		planned: "برنامه\u200cریزی\u200cشده",
		day:     "{day} {month} {year}", month: "{month} {year}",
		months: [12]string{"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن",
			"ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"},
		about: "حدود {date}", perhaps: "شاید {date}", from: "از {date}", until: "تا {date}",
		possibly: "زمانی در: {date}",
	},
	{
		language: "fr",
		title:    "Pourparlers de paix",
		titles: map[Kind]string{
			Start: "{round} : ouverture", End: "{round} : clôture", Plenary: "{round} : séance plénière",
			Session: "{round} à l’ordre du jour : {topic}", Meeting: "Réunion {who} ({round})",
			Statement: "Déclaration : {who} ({round})", Outcome: "{round} : {outcome}",
		},
		startAt: "{round} : ouverture ({place})",
		kinds: map[Kind]string{
			Start: "Ouverture", End: "Clôture", Plenary: "Séance plénière", Session: "Ordre du jour",
			Meeting: "Réunion", Statement: "Déclaration", Outcome: "Résultat",
		},
		outcomes: map[string]string{
			"joint-statement": "déclaration commune", "agreement": "accord", "next-round-set": "prochain cycle fixé",
			"no-agreement": "pas d’accord", "prisoner-exchange": "échange de prisonniers",
			"working-group": "groupe de travail", "zones-agreed": "accord sur les zones", "postponed": "report",
		},
		planned: "prévu",
		day:     "{day} {month} {year}", month: "{month} {year}",
		months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin",
			"juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		about: "vers {date}", perhaps: "peut-être {date}", from: "depuis {date}", until: "jusqu’à {date}",
		possibly: "à un moment de : {date}",
	},
	{
		language: "ru",
		title:    "Мирные переговоры",
		titles: map[Kind]string{
			Start: "{round}: открытие", End: "{round}: завершение", Plenary: "{round}: пленарное заседание",
			Session: "{round}, в повестке: {topic}", Meeting: "Встреча: {who} ({round})",
			Statement: "Заявление: {who} ({round})", Outcome: "{round}: {outcome}",
		},
		startAt: "{round}: открытие ({place})",
		kinds: map[Kind]string{
			Start: "Открытие", End: "Завершение", Plenary: "Пленарное заседание", Session: "Повестка",
			Meeting: "Встреча", Statement: "Заявление", Outcome: "Итог",
		},
		outcomes: map[string]string{
			"joint-statement": "совместное заявление", "agreement": "соглашение",
			"next-round-set": "назначен следующий раунд", "no-agreement": "договориться не удалось",
			"prisoner-exchange": "обмен пленными", "working-group": "создание рабочей группы",
			"zones-agreed": "согласование зон", "postponed": "перенос",
		},
		planned: "запланировано",
		day:     "{day} {month} {year} г.", month: "{month} {year} г.",
		months: [12]string{"января", "февраля", "марта", "апреля", "мая", "июня",
			"июля", "августа", "сентября", "октября", "ноября", "декабря"},
		monthOnly: [12]string{"январь", "февраль", "март", "апрель", "май", "июнь",
			"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"},
		about: "около: {date}", perhaps: "возможно, {date}", from: "начало: {date}", until: "не позднее: {date}",
		possibly: "в пределах: {date}",
	},
	{
		language: "tr",
		title:    "Barış görüşmeleri",
		titles: map[Kind]string{
			Start: "{round} başlıyor", End: "{round} sona eriyor", Plenary: "{round}: genel oturum",
			Session: "{round} gündemi: {topic}", Meeting: "Görüşme: {who} ({round})",
			Statement: "Açıklama: {who} ({round})", Outcome: "{round}: {outcome}",
		},
		startAt: "{round} başlıyor ({place})",
		kinds: map[Kind]string{
			Start: "Açılış", End: "Kapanış", Plenary: "Genel oturum", Session: "Gündem",
			Meeting: "Görüşme", Statement: "Açıklama", Outcome: "Sonuç",
		},
		outcomes: map[string]string{
			"joint-statement": "ortak bildiri", "agreement": "anlaşma", "next-round-set": "sonraki tur belirlendi",
			"no-agreement": "anlaşma sağlanamadı", "prisoner-exchange": "esir takası",
			"working-group": "çalışma grubu kuruldu", "zones-agreed": "bölgelerde anlaşma", "postponed": "erteleme",
		},
		planned: "planlandı",
		day:     "{day} {month} {year}", month: "{month} {year}",
		months: [12]string{"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
			"Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
		about: "yaklaşık {date}", perhaps: "belki {date}", from: "başlangıç: {date}", until: "en geç: {date}",
		possibly: "şu dönemde: {date}",
	},
}

// Languages lists the languages that titles are made in.
func Languages() []string {
	codes := make([]string, len(languages))
	for i, l := range languages {
		codes[i] = l.language
	}
	return codes
}

// phrasesIn are the phrases for a BCP 47 language, English for those that have
// none.
func phrasesIn(language string) *phrases {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	for i := range languages {
		if languages[i].language == primary {
			return &languages[i]
		}
	}
	return &languages[0]
}

// KindName is the name of a kind in a language.
func KindName(k Kind, language string) string { return phrasesIn(language).kinds[k] }

// RightToLeft tells whether a language of [Languages] is written so.
func RightToLeft(language string) bool { return phrasesIn(language).rtl }

// Heading is the title of a whole timeline in a language.
func Heading(language string) string { return phrasesIn(language).title }

// Title says in a language what the event is. It is plain text on one line.
func (e Event) Title(language string) string {
	p := phrasesIn(language)
	phrase := p.titles[e.Kind]
	if e.Kind == Start && e.Place != "" {
		phrase = p.startAt
	}
	topic := ""
	if e.Kind == Session && len(e.Topics) > 0 {
		topic = e.Name(e.Topics[0], language)
	}
	return strings.NewReplacer(
		"{round}", e.Name(e.Round, language),
		"{place}", e.Name(e.Place, language),
		"{who}", e.who(language),
		"{topic}", topic,
		"{outcome}", e.outcomeName(language),
	).Replace(phrase)
}

// who names those who act in the event.
func (e Event) who(language string) string {
	names := make([]string, len(e.Actors))
	for i, id := range e.Actors {
		names[i] = e.Name(id, language)
	}
	return strings.Join(names, " – ")
}

func (e Event) outcomeName(language string) string {
	if name, ok := phrasesIn(language).outcomes[e.Outcome]; ok {
		return name
	}
	return Plain(strings.ReplaceAll(e.Outcome, "-", " "))
}

// PlannedName is the word for what is reported only as planned.
func PlannedName(language string) string { return phrasesIn(language).planned }
