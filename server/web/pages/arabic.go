package pages

import "peacetalks/graph"

var arabic = say{
	RoundsHeading: "جولات المحادثات", RoundsLead: "كل جولة تذكرها المقالات، بما نقلته من أيام وأماكن.",
	ArticlesHeading: "المقالات", ArticlesLead: "ما قُرئ من مقالات. تُظهر كل مقالة الجمل التي أُخذت منها المعلومات.",
	Round: "الجولة", Dates: "التواريخ", Where: "المكان", Status: "الحالة", Sources: "المقالات", Process: "المسار", Processes: "المسارات", AllProcesses: "الكل",
	Starts: "البداية", Ends: "النهاية", Until: "حتى", Venue: "المكان", Names: "الأسماء", Previous: "الجولة السابقة", Next: "الجولة التالية",
	Delegations: "الوفود", Agenda: "جدول الأعمال", MeetingsHeading: "الاجتماعات", Statements: "التصريحات", OutcomesHeading: "النتائج",
	Conflicts: "حيث تختلف المصادر", ConflictsLead: "تُحفظ الروايات كلها، وما يظهر أعلاه هو الرواية المعلَّمة بأنها المرجَّحة.",
	SourcesHeading: "مقالات في هذا", Take: "خذوه معكم", Head: "رئيس الوفد", Members: "الأعضاء", Timeline: "عرض على الخط الزمني",
	Preferred: "المرجَّحة", Reason: "السبب", Undated: "لم يُنقل تاريخ",
	Earlier: "أسبق", Later: "لاحق", More: "أخرى", Left: "أخرى لا تظهر هنا", Denies: "ينفيه آخرون", Curated: "أضافه محرر", Planned: "مقرر",
	Search: "البحث في المقالات", SearchHint: "كلمات بأي من اللغات", Go: "بحث", Clear: "مسح", About: "عن",
	Untitled: "مقالة بلا عنوان", Original: "قراءة الأصل",
	Facts: "ما تقوله المقالة", FactsLead: "لكل مقطع معلَّم رقم، وتحت الرقم ما قُرئ منه.", Text: "المقالة",
	Rule: "القاعدة", Citing: "نقلًا عن", RestsOn: "ويستند أيضًا إلى", InText: "إلى المقطع", Passage: "المقطع",
	NoFacts: "لم يُقرأ من هذه المقالة شيء عن محادثات سلام.", Part: "الجزء", Of: "من",
	NoRounds: "لا جولات.", NoArticles: "لا مقالات.", Load: "لا شيء مما حُمّل يناسب. وسّعوا البحث أو حمّلوا مقالات أخرى.",
	Basis: "كيف عُرف التاريخ", DelegationOf: "وفد", MeetingOf: "اجتماع:", StatementBy: "تصريح",
	Statement: "تصريح", Outcome: "نتيجة", Former: "وله أيضًا المعرّفات", Led: "وفود رأسها أو شارك فيها", Titles: "الألقاب",
	Narrower: "مواضيع أضيق", Broader: "جزء من", Guarantors: "الضامنون", RoundsOf: "الجولات", Country: "البلد",
	NothingYet: "لم يكن قد نُشر شيء عن هذا حتى ذلك اليوم.", ShowAll: "عرض ما نُشر بعد ذلك",
	Reprints: "نصوص تكاد تكون هي نفسها", ReprintOf: "يكاد يكون نص مقالة أسبق", AsOfLabel: "بحسب ما نُشر حتى", Show: "عرض",
	Legend: "كيف تُعلَّم المقاطع", Chart: "الجولة يومًا بيوم",
	MostFirst: "الأكثر مشاركة في الجولات أولًا.", NoPage: "لا صفحة على هذا العنوان.", IndexLead: "كل ما تذكره المقالات، ولكل منه صفحة بما تقوله عنه.", IndexSearch: "البحث في هذه الأسماء", NoEntries: "لا شيء بهذا الاسم.",

	Passages:    plural{"مقطع واحد", "مقطعان", "# مقاطع", "# مقطعًا"},
	Independent: plural{"مصدر مستقل واحد", "مصدران مستقلان", "# مصادر مستقلة", "# مصدرًا مستقلًا"},
	Articles:    plural{"مقالة واحدة", "مقالتان", "# مقالات", "# مقالة"},
	FactCount:   plural{"معلومة واحدة", "معلومتان", "# معلومات", "# معلومة"},

	Quotes: [2]string{"«", "»"},

	Many: map[graph.Role]string{
		graph.RoleHost: "البلد المضيف", graph.RoleGuarantor: "الأطراف الضامنة", graph.RoleMediator: "الوسطاء", graph.RoleObserver: "المراقبون",
		graph.RoleGuest: "الضيوف", graph.RoleParty: "الوفود",
	},
	Roles: map[graph.Role]string{
		graph.RoleHost: "مضيف", graph.RoleGuarantor: "ضامن", graph.RoleMediator: "وسيط", graph.RoleObserver: "مراقب",
		graph.RoleGuest: "ضيف", graph.RoleParty: "وفد",
	},
	Statuses: map[graph.RoundStatus]string{
		graph.Announced: "معلنة", graph.Underway: "جارية", graph.Concluded: "اختُتمت", graph.Postponed: "أُجّلت", graph.Cancelled: "أُلغيت",
	},
	Modalities: map[graph.Modality]string{
		graph.Happened: "حدث", graph.Ongoing: "جارٍ", graph.Planned: "مقرر", graph.Denied: "منفي",
	},
	Meetings: map[graph.MeetingKind]string{
		graph.Bilateral: "ثنائي", graph.Trilateral: "ثلاثي", graph.Multilateral: "متعدد الأطراف", graph.Technical: "فني", graph.Plenary: "جلسة عامة",
	},
	Manners: map[string]string{"direct": "بكلام المتحدث نفسه", "indirect": "بالمعنى"},
	Outcomes: map[string]string{
		"joint-statement": "بيان مشترك", "agreement": "اتفاق", "next-round-set": "تحديد موعد الجولة المقبلة", "no-agreement": "عدم التوصل إلى اتفاق",
		"prisoner-exchange": "تبادل أسرى ومعتقلين", "working-group": "تشكيل مجموعة عمل", "zones-agreed": "الاتفاق على المناطق", "postponed": "تأجيل",
	},
	Kinds: map[string]string{
		"state": "دولة", "government": "حكومة", "opposition": "معارضة", "movement": "حركة", "organisation": "منظمة",
	},
	Indexes: map[string]string{"person": "الأشخاص", "party": "الأطراف", "process": "المسارات", "topic": "المواضيع", "place": "الأماكن"},
	Predicates: map[graph.Predicate]string{
		graph.PredProcess: "المسار", graph.PredNumber: "الرقم", graph.PredStart: "متى تبدأ", graph.PredEnd: "متى تنتهي",
		graph.PredVenue: "المكان", graph.PredHost: "المضيف", graph.PredGuarantor: "ضامن", graph.PredObserver: "مراقب",
		graph.PredMediator: "وسيط", graph.PredGuest: "ضيف", graph.PredDelegation: "وفد", graph.PredHead: "رئيس وفد",
		graph.PredMember: "عضو في وفد", graph.PredTitle: "لقب", graph.PredAgenda: "جدول الأعمال", graph.PredSession: "جلسة",
		graph.PredMeeting: "اجتماع", graph.PredPlenary: "الجلسة العامة", graph.PredDate: "تاريخ", graph.PredStatement: "تصريح",
		graph.PredSpeaker: "المتحدث", graph.PredManner: "كيف نُقل الكلام", graph.PredText: "النص", graph.PredTopic: "موضوع",
		graph.PredOutcome: "نتيجة", graph.PredKind: "النوع", graph.PredStatus: "الحالة", graph.PredName: "اسم",
	},
	Claims: map[graph.Predicate]string{
		graph.PredProcess: "{s}: ضمن مسار {o}", graph.PredNumber: "{s}: رقمها {o}", graph.PredStart: "{s}: تبدأ {o}", graph.PredEnd: "{s}: تنتهي {o}",
		graph.PredVenue: "{s}: تُعقد في {o}", graph.PredHost: "{s}: المضيف {o}", graph.PredGuarantor: "{s}: من الضامنين {o}",
		graph.PredObserver: "{s}: من المراقبين {o}", graph.PredMediator: "{s}: الوسيط {o}", graph.PredGuest: "{s}: من الضيوف {o}",
		graph.PredDelegation: "{s}: يشارك وفد {o}", graph.PredHead: "{s}: يرأسه {o}", graph.PredMember: "{s}: من أعضائه {o}",
		graph.PredTitle: "{s}: {o}", graph.PredAgenda: "{s}: على جدول الأعمال {o}", graph.PredSession: "{s}: يُبحث {o}",
		graph.PredMeeting: "{s}: اجتماع {o}", graph.PredPlenary: "{s}: {o}", graph.PredDate: "{s}: {o}", graph.PredStatement: "{s}: {o}",
		graph.PredSpeaker: "{s}", graph.PredManner: "{s}: {o}", graph.PredText: "{s}: {o}", graph.PredTopic: "{s}: عن {o}",
		graph.PredOutcome: "{s}: {o}", graph.PredKind: "{s}: {o}", graph.PredStatus: "{s}: {o}", graph.PredName: "{s}: يُسمّى {o}",
	},
}
