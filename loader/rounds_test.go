package loader

import (
	"slices"
	"strings"
	"testing"

	"peacetalks/loader/source"
)

// "The last round" is the one before, unless it is said of this one.
func TestLastRound(t *testing.T) {
	const begun = "ASTANA, June 21, 2023. The 20th round of the Astana talks on Syria ended on Wednesday. "
	const arabic = "أستانا، 21 يونيو 2023. اختتمت الجولة العشرون من محادثات أستانا حول سوريا. "
	const this, both = "astana-20", "astana-20 astana-19"
	testRounds(t, []roundsCase{
		{begun + "The last round was held in Astana in November 2022.", both},
		{begun + "It was the last round held in Astana.", this},
		{begun + "Kazakhstan said this would be the last round in Astana.", this},
		{"ASTANA, June 21, 2023. Kazakhstan proposed that the 20th round of the Astana talks on Syria be the last one held in Astana.", this},
		{arabic + "وكانت الجولة الأخيرة قد عقدت في أستانا في تشرين الثاني.", both},
		{arabic + "واقترحت كازاخستان أن تكون هذه الجولة الأخيرة في أستانا.", this},
	})
}

// "The committee" is short for talks named before, another one is not; a summit of the
// leaders named in the first sentence may be called so in the second.
func TestTalksBroughtBackByNoun(t *testing.T) {
	const body = "GENEVA, January 31, 2021. Fifteen people sit in the small body of the Syrian Constitutional Committee. "
	testRounds(t, []roundsCase{
		{body + "The fifth session of the committee opened in Geneva last Monday and finished on Friday.", "constitutional-committee-5"},
		{body + "The fifth session of the Credentials Committee opened last Monday.", "constitutional-committee-1"},
		{"SOCHI, February 15, 2019. The presidents Vladimir Putin, Recep Tayyip Erdogan and Hassan Rouhani spoke of Syria. Their one-day summit, the fourth in this company, was about Idlib. " +
			"Envoys go on in April at the twelfth round of the Astana talks. Turkey will host the fifth summit at a time to be fixed.", "astana-summit-4 astana-12 astana-summit-5"},
	})
}

// A meeting between some of those at a round is none of its own, a session of talks is.
func TestMeetingsBetweenSome(t *testing.T) {
	testRounds(t, []roundsCase{
		{"ASTANA, June 21, 2023. The 20th round of the Astana talks on Syria ended on Wednesday. A third meeting, between Pedersen's deputy and the opposition, was put off.", "astana-20"},
		{"GENEVA, January 29, 2021. A fifth session of talks on Syria's constitution ended on Friday, said Geir Pedersen. The Syrian Constitutional Committee had met for five days. " +
			"The 15th round of the Astana process is to open in Sochi in February.", "constitutional-committee-5 astana-15"},
	})
}

// The round before may be told by its ordinal alone, behind a preposition and before its end, or
// beside another that was held somewhere; a first of some kind, or in some place, is none.
func TestRoundsByTheWay(t *testing.T) {
	testRounds(t, []roundsCase{
		{"الدوحة، 2 تموز 2019. دخلت الجولة السابعة من المحادثات بين الولايات المتحدة وحركة طالبان يومها الرابع. وتأتي الجولة بعد شهرين من سادسة انتهت في الدوحة يوم 9 أيار من دون اتفاق. وكانت الخامسة قد استمرت حتى 12 آذار، وقبلها الرابعة في أبوظبي في كانون الأول.",
			"doha-afghanistan-7 doha-afghanistan-6 doha-afghanistan-5 doha-afghanistan-4"},
		{"نورسلطان، 27 نيسان 2019. انتهت الجولة الثانية عشرة من محادثات أستانا حول سوريا. وكان تشكيل اللجنة الدستورية أول ما بحثه المجتمعون.", "astana-12"},
		{"NUR-SULTAN, July 9, 2021. The 16th round of the Astana talks on Syria ended on Thursday. The previous one, the 15th, took place in Sochi; it was the second to be held there.", "astana-16 astana-15"},
		{"أستانا، 5 أيار 2017. انتهت الجولة الرابعة من محادثات أستانا حول سوريا. وتسبق الخامسة جولة سادسة من المفاوضات التي ترعاها الأمم المتحدة بين السوريين، ومن المقرر أن تنطلق في جنيف.", "astana-4 geneva-6"},
	})
}

// A table of earlier rounds below an article is no story of its own where it calls the talks as
// the article does, by their city.
func TestEarlierRoundsBelow(t *testing.T) {
	testRounds(t, []roundsCase{{"نواكشوط: تأجيل الجولة الثالثة\n\nنواكشوط، 18/05/2026 - أعلنت وزارة الخارجية الموريتانية مساء الاثنين تأجيل الجولة الثالثة من حوار نواكشوط بين المجلس العسكري في غينيا بيساو وائتلاف المعارضة إلى موعد يحدد لاحقا.\n\n" +
		"حصيلة الجولتين\nاحتضنت العاصمة الموريتانية الجولة الأولى من حوار نواكشوط يومي 3 و4 مارس الماضي، وصدر عنها بيان مشترك تلاه الوزير السنغالي السابق عبدولاي سيسي. أما الجولة الثانية فعقدت في مدينة نواذيبو ما بين 14 و17 أبريل، وانتهت دون اتفاق بعد نقاش طويل.",
		"nouakchott-guinea-bissau-3 nouakchott-guinea-bissau-1 nouakchott-guinea-bissau-2"}})
}

// A city with a number is a round of the process that meets there, if the text
// names a party to it.
func TestCityWithNumber(t *testing.T) {
	testRounds(t, []roundsCase{
		{"October 29, 2023. Jeddah II opened on Sunday between the Sudanese Armed Forces and the Rapid Support Forces.", "jeddah-sudan-2"},
		{"October 29, 2020. Doha III, at which the Taliban and the Afghan government sat down, ended on Monday.", "doha-afghanistan-3"},
		{"October 29, 2020. Doha III, a tanker, left the harbour on Monday.", ""},
	})
}

// Talks that a text names by words that hold for several, or by a city in which
// other talks met then, are those of its place and its parties.
func TestTalksByPlaceAndParties(t *testing.T) {
	testRounds(t, []roundsCase{
		{"7 July 2017. Cyprus reunification talks collapsed on Friday in the Swiss resort of Crans-Montana. The Greek Cypriot and Turkish Cypriot delegations left without a deal.", "crans-montana-cyprus-1"},
		{"July 18, 2022. The ninth session of the Syrian Constitutional Committee will not be held.\n\nThe eighth ran from May 30 to June 3.", "constitutional-committee-9 constitutional-committee-8"},
		{"July 8, 2021. Intra-Afghan talks in Tehran ended on Thursday. The delegations of the Afghan government and the Taliban discussed the economy.", "tehran-afghanistan-1"},
		{"July 18, 2021. Intra-Afghan talks in Doha ended on Sunday. The delegations of the Afghan government and the Taliban discussed the economy.", "doha-afghanistan-1"},
		{"8 تموز 2021. اختتمت المفاوضات الأفغانية في طهران يوم الخميس. وبحث وفدا الحكومة الأفغانية وطالبان الاقتصاد.", "tehran-afghanistan-1"},
		{"أول اجتماع للجنة العسكرية المشتركة على أرض ليبيا\n\n2 نوفمبر 2020. بدأت اللجنة العسكرية المشتركة (5+5) اليوم في غدامس جولة محادثاتها الخامسة، وتتواصل حتى الأربعاء.", "libya-jmc-5"},
		{"12 آذار 2022. تعلن وزارة الخارجية أن الدوحة ستستضيف غدا مفاوضات السلام في تشاد. ويترأس وفد الحكومة التشادية وزير الخارجية.", "doha-chad-1"},
		{"14 شباط 2023. كولومبيا: الحكومة وجيش التحرير الوطني يطلقان جولة مفاوضات ثانية في المكسيك. ويرأس وفد الحكومة الكولومبية أوتي باتينيو.", "colombia-eln-2"},
		{"7 July 2010. Cyprus reunification talks went on in Nicosia on Wednesday. The Greek Cypriot and Turkish Cypriot delegations discussed property.", "cyprus-1"},
		{"26 January 2017. The third round of the Rome talks ended on Wednesday. The delegations of the Philippine government and the National Democratic Front of the Philippines discussed land reform.", "philippines-ndfp-3"},
	})
}

// A round may be counted by more than an ordinal before its noun.
func TestRoundsCountedOtherwise(t *testing.T) {
	testRounds(t, []roundsCase{
		{"20 September 2018. Delegates of the government and the rebels were in Geneva on Thursday. It was the third time that the sides had come together for talks on Syria in Astana.", "astana-3"},
		{"Geneva, 21 March 2022. The drafters of the Syrian Constitutional Committee met again on Monday, for the seventh time since 2019.", "constitutional-committee-7"},
		{"7 September 2018. The presidents of Iran, Russia and Turkey met for the third time on Friday to discuss Syria. The first of these summits was held in Sochi.", "astana-summit-3 astana-summit-1"},
		{"4 December 2020. Two days of talks of the Libyan 5+5 Joint Military Commission ended in Sirte. The commission has so far met seven times.", "libya-jmc-7"},
		{"4 December 2020. Two days of talks of the Libyan 5+5 Joint Military Commission ended in Sirte, Libya. The commission met three times on Friday.", "libya-jmc-1"},
		{"28 October 2019. U.S. and Taliban negotiators ended ten days of talks in Doha on Monday. It was the longest of the nine rounds that they have held so far.", "doha-afghanistan-9"},
		{"28 October 2018. The envoys closed two days of talks in Astana on Syria, the tenth of the kind, on Sunday.", "astana-10"},
		{"28 October 2021. Iranian and Saudi officials held a meeting in Baghdad, their fifth, about their relations and the war in Yemen.", "baghdad-saudi-iran-5"},
		{"ASTANA, 22 December 2017. The VIII international meeting on Syria ended in Astana on Friday. Xi Jinping was not there.", "astana-8"},
		{"ASTANA, 22 December 2017. Syrian and Russian envoys ended talks on Syria in Astana on Friday. The previous round, the seventh, was held in October.", "astana-8 astana-7"},
		{"22 December 2017. U.N. talks on Syria in Geneva ended on Friday. The next one, the ninth, is to open in January.", "geneva-8 geneva-9"},
		{"22 May 2005. After three earlier rounds, Indonesia's ministers and the Free Aceh Movement met again in Helsinki on Sunday.", "helsinki-aceh-4"},
		{"4 April 2018. The one-day summit of the Astana guarantors in Ankara was the second of its kind; the first was in Sochi. The third will be in Tehran.", "astana-summit-2 astana-summit-1 astana-summit-3"},
		{"30 January 2018. The eighth round of the Geneva talks on Syria ended in Geneva in December. The ninth, in the Austrian capital, had gone nowhere, and a tenth is planned there.", "geneva-8 geneva-9 geneva-10"},
		{"29 May 2017. Myanmar's second 21st Century Panglong Conference ended in Naypyidaw on Monday.", "union-peace-conference-2"},
		{"22 March 2019. A second round table on Western Sahara ended in Geneva on Friday, and Morocco and the Polisario said that they would attend a third.", "geneva-western-sahara-2 geneva-western-sahara-3"},
		{"22 March 2019. A second round table on Western Sahara between Morocco and the Polisario ended in Geneva on Friday with no date for a third.", "geneva-western-sahara-2"},
		{"23 April 2022. Saudi and Iranian officials held a meeting in Baghdad on Thursday, their fifth, about the war in Yemen. The fourth had been in September. The eighth round of nuclear negotiations is stalled in Vienna.", "baghdad-saudi-iran-5 baghdad-saudi-iran-4"},
		{"20 June 2022. The third and last round of constitutional talks in Cairo between Libya's rival assemblies ended on Monday.", "cairo-libya-3"},
		{"21 May 2008. After five days of talks in Doha, Lebanon's feuding leaders agreed on Wednesday to elect a president.", "doha-lebanon-1"},
		{"27 January 2001. Israeli and Palestinian negotiators ended a week of talks in Taba on Saturday.", "taba-1"},
		{"30 January 2018. The Syrian National Dialogue Congress ended in Sochi on Tuesday. Days before, the ninth U.N. round in Vienna had produced nothing.", "sochi-congress-1 geneva-9"},
		{"7 April 2014. Afghans voted in the first round of the election, and the Taliban kept quiet. If nobody wins, a second round will be held in May.", ""},
		{"SOCHI, 31 July 2018. Syria talks went on. Envoys of the three guarantor states met the government and the opposition for the tenth time on Tuesday.", "astana-10"},
	})
}

// The day and month of an agency's dateline number no round.
func TestDatelineOfDayAndMonth(t *testing.T) {
	testRounds(t, []roundsCase{
		{"الكويت 6 - 8 (خليج برس) -- رفع مبعوث الأمم المتحدة إسماعيل ولد الشيخ أحمد اليوم السبت مشاورات السلام اليمنية بين وفدي الحكومة والحوثيين.", "kuwait-yemen-1"},
		{"جنيف 23/2/2017 – بدأت اليوم الخميس محادثات جنيف بين وفدي الحكومة السورية والمعارضة.", "geneva-1"},
		{"جدة 2 - اختتم وفدا القوات المسلحة السودانية وقوات الدعم السريع اليوم محادثاتهما.", "jeddah-sudan-2"},
	})
}

// Talks that no list knows are called by where they are held and by the war that
// they are about: that of a state whose government sits at them, or of two states.
func TestUnlistedTalks(t *testing.T) {
	testRounds(t, []roundsCase{
		{"March 13, 2022. Peace talks between Chad's transitional government and armed groups opened in Doha on Sunday.", "doha-chad-1"},
		{"13 مارس 2022. انطلقت في الدوحة اليوم مفاوضات السلام بين الحكومة الانتقالية في جمهورية تشاد والحركات السياسية العسكرية.", "doha-chad-1"},
		{"October 10, 2020. Talks between Armenia and Azerbaijan on a ceasefire in Nagorno-Karabakh began in Moscow on Friday. The Armenian delegation was led by Zohrab Mnatsakanyan.", "moscow-nagorno-karabakh-1"},
		{"10 أكتوبر 2020. قرأ وزير الخارجية الروسي سيرغي لافروف بياناً اتفقت فيه أرمينيا وأذربيجان على وقف إطلاق النار.\n\n" +
			"وكانت المحادثات انطلقت أمس الجمعة في العاصمة موسكو. وترأس الوفد الأرميني وزير الخارجية زهراب مناتساكانيان.", "moscow-nagorno-karabakh-1"},
		{"MOSCOW, April 10, 2015. The second round of the Moscow consultations among Syrians, which rest on the Geneva communique of 2012, finished on Thursday.", "moscow-syria-2"},
		{"جنيف، 29 تشرين الثاني 2019. انتهت اليوم، الجمعة، في مدينة جنيف الجولة الثانية من اجتماعات اللجنة الدستورية السورية.", "constitutional-committee-2"},
		{"جنيف، 29 تشرين الثاني 2019. احتضنت مدينة جنيف الجولة الـ2 لاجتماعات اللجنة الدستورية السورية.", "constitutional-committee-2"},
		{"نور سلطان، 11 كانون الأول 2019. انتهت الجولة الرابعة عشرة من محادثات السلام السورية بصيغة أستانا، بحضور وفدي الحكومة والمعارضة.", "astana-14"},
		{"باريس، 7 حزيران 2022. انتهت أمس الجولة الثانية من مفاوضات باريس بين الحكومة اليمنية والحوثيين.", "paris-yemen-2"},
		{"CAIRO, October 17, 2020. The fifth round of the Cairo talks between Libya's rival sides concluded today. The delegations spoke of a ceasefire.", "cairo-libya-5"},
		{"November 15, 2023. Mediators adjourned the second round of talks between Sudan's army and the Rapid Support Forces on Tuesday.", "jeddah-sudan-2"},
		{"ANKARA, August 13, 2024. The second round of the Ankara talks between Ethiopia and Somalia ended today.", "ankara-process-2"},
		{"10 January 1966. India and Pakistan ended their war on Monday. The peace talks had opened in Tashkent on January 4. The Indian delegation was led by Lal Bahadur Shastri, and the two delegations discussed the withdrawal of troops to the ceasefire line.", "tashkent-india-pakistan-1"},
	})
}

// A new round that comes after so many others is the next one's number.
func TestNewRoundAfterOthers(t *testing.T) {
	testRounds(t, []roundsCase{
		{"بعد إحدى عشرة جولة من الأخذ والرد، التأم مسار أستانا مجدداً اليوم، 28 تشرين الثاني 2018، في جولة جديدة تستضيفها العاصمة الكازاخستانية.", "astana-12"},
		{"منذ انطلاق مسار أستانا عُقدت سبع عشرة جولة، واليوم 15 حزيران 2022 تنطلق جولة جديدة في نور سلطان.", "astana-18"},
		{"أستانا، 15 شباط 2017. بعد ثلاث جولات من القصف على الغوطة بدأت اليوم جولة جديدة من محادثات أستانا بين وفدي الحكومة والمعارضة السورية.", "astana-1"},
	})
}

// The short name of talks stands for them where it has a number, and is no
// adjective; a summit is counted in the plural too; talks may be known by who holds
// them alone.
func TestCountedOtherwise(t *testing.T) {
	testRounds(t, []roundsCase{
		{"جنيف، 29 تشرين الثاني 2021. دخلت «الدستورية» السابعة يومها الثالث، وقال وفد المعارضة السورية إنها تتعثر.", "constitutional-committee-7"},
		{"دمشق، 29 تشرين الثاني 2021. أيدت المحكمة الدستورية الثالثة موقف وفد المعارضة السورية.", ""},
		{"سوتشي، 14 شباط 2019. تنطلق اليوم رابعة القمم الثلاثية بين رؤساء روسيا وتركيا وإيران حول سوريا.", "astana-summit-4"},
		{"سوتشي، 22 نوفمبر 2017. اختتمت أول قمة لثلاثي أستانا، بوتين وأردوغان وروحاني، مساء اليوم.", "astana-summit-1"},
		{"أنهى مفاوضو الحكومة الكولومبية وحركة فارك اليوم الأحد 23 آذار 2014 الدورة الثانية والعشرين من محادثاتهم في العاصمة الكوبية.", "havana-colombia-22"},
		{"# City takes in its first Syria talks of the spring\n\nNUR-SULTAN, April 25, 2019. Roads are closed. The 12th round of the Astana talks on Syria opened today.", "astana-12"},
		{"TEHRAN, Sept 8, 2018. The presidents of Iran, Russia and Turkey spoke of Syria's north at a summit here on Friday. It was the third meeting of its kind under the Astana format.", "astana-summit-3"},
		{"SOCHI, Jan 28, 2018. The Syrian National Dialogue Congress opens here tomorrow. The eighth round of the UN's own talks ended in December.", "sochi-congress-1 geneva-8"},
		{"ANKARA, September 17, 2019. Erdogan spoke to reporters after Monday's summit with Russia's Vladimir Putin and Iran's Hassan Rouhani on Syria. It was the fifth of its kind since 2017.", "astana-summit-5"},
		{"SOCHI, November 23, 2017 - Vladimir Putin received Recep Tayyip Erdogan and Hassan Rouhani on Wednesday for a summit on Syria, the first that they have held. An eighth round of the U.N. talks in Geneva starts next Tuesday.", "astana-summit-1 geneva-8"},
		{"ASTANA, March 14, 2017. The third round of the Astana talks on Syria closed today. In Geneva, where the United Nations is the host, a fifth round is due in a week.", "astana-3 geneva-5"},
		{"جنيف، 30 تشرين الثاني 2020. عاد أعضاء الهيئة المصغرة في اللجنة الدستورية السورية الـ45 إلى القاعة اليوم لتبدأ الجولة الرابعة.", "constitutional-committee-4"},
		{"جنيف، 17 أيار 2017. أمضت الوفود السورية اليوم ثاني أيام المحادثات. وهذه الجولة، السادسة، قصيرة.", "geneva-6"},
		{"أستانا، 11 آذار 2020. أرجئت الجولة الخامسة عشرة من محادثات أستانا حول سوريا. ولم توجه دعوة اللجنة الدستورية السورية إلى جولة ثالثة.", "astana-15 constitutional-committee-3"},
		{"GENEVA — Five days of the Syrian Constitutional Committee's second session ended on November 29, 2019 without a result.", "constitutional-committee-2"},
		{"ASTANA, March 14, 2017. The third round of the Astana talks on Syria opened today. In its first meeting of the day the Turkish delegation saw the Russian one.", "astana-3"},
		{"ختام أستانا 20، الأربعاء 21 يونيو 2023. وتلا ممثل كازاخستان البيان المشترك.", "astana-20"},
	})
}

// Arabic talks without a number are those after the last that ended before; other talks
// that are brought up for a round of theirs are not the article's.
func TestArabicRoundsBeforeAndBeside(t *testing.T) {
	testRounds(t, []roundsCase{
		{"جنيف - 26 تشرين الثاني 2019 - واصل وفدا الحكومة والمعارضة اليوم اجتماعات اللجنة الدستورية السورية التي بدأت في جنيف أمس. وكانت اللجنة أنهت جولتها الأولى في الثامن من الشهر الجاري.", "constitutional-committee-2 constitutional-committee-1"},
		{"أستانا - 29 نوفمبر 2018 - اختتمت في العاصمة الكازاخية اليوم الخميس المحادثات السورية. وبحث المجتمعون وضع إدلب. وقبل أربعة أشهر، عُقدت الجولة العاشرة في سوتشي.", "astana-11 astana-10"},
		{"أستانا - 15 أيلول 2017 - انطلقت في أستانا اليوم محادثات السلام السورية بحضور وفدي الحكومة والمعارضة. وكانت الجولة الخامسة عُقدت في المدينة في 4 تموز.", "astana-6 astana-5"},
		{"الدوحة - 22 آب 2019 - بدأت اليوم في الدوحة محادثات بين الولايات المتحدة وطالبان. وسبق أن عُقدت الجولة الثامنة بين 3 و12 آب.", "doha-afghanistan-9 doha-afghanistan-8"},
		{"الدوحة - 12 آب 2019 - انتهت في الدوحة اليوم محادثات بين الولايات المتحدة وطالبان. وبدأت الجولة الثامنة في 3 آب.", "doha-afghanistan-8"},
		{"جنيف - 25 آذار 2022 - قال مصدر اليوم إن اجتماعات اللجنة الدستورية السورية لم تحدد بعد. وكانت الجولة السادسة انتهت في تشرين الأول الماضي.", "constitutional-committee-6"},
		{"أستانا - 15 أيلول 2017 - انطلقت في أستانا أمس محادثات السلام السورية بحضور وفدي الحكومة والمعارضة. وكانت الجولة السادسة بدأت أمس بلقاءات ثنائية.", "astana-6"},
		{"أستانا - 29 تشرين الأول 2017 - وصل الوفد الحكومي السوري مساء اليوم. وتُفتتح محادثات أستانا السورية غداً. أما مفاوضات جنيف فتُستأنف بجولة ثامنة في 28 تشرين الثاني.", "astana-1 geneva-8"},
		{"نور سلطان - 9 كانون الأول 2019 - تستضيف نور سلطان غداً محادثات أستانا حول سوريا. ويأتي ذلك بعد فشل الجولة الثانية للجنة الدستورية، التي انتهت في جنيف في 29 تشرين الثاني.", "astana-1 constitutional-committee-2"},
	})
}

// Talks of which no list knows are called by their place and the region or state
// that they are said to be about, whatever else is named.
func TestTalksBySubject(t *testing.T) {
	testRounds(t, []roundsCase{
		{"3 May 2012. The second round of the Cabinda peace talks opened in Lisbon on Monday. The Angolan government delegation is led by Joao Silva.", "lisbon-angola-2"},
		{"12 March 2008. Talks on Kashmir between India and Pakistan got under way in Geneva on Wednesday. A ceasefire is on the agenda.", "geneva-kashmir-1"},
		{"19 January 1999. The fourth round of the Burundi peace negotiations began in Arusha on Monday.\n\nDRC: Rebels say town taken\n\nThe Congolese government said that rebels in the DRC had claimed a town.", "arusha-burundi-4"},
		{"4 May 2022. The fourth session of the Joint Committee of the Chad peace process ended in Doha on Wednesday. The rebels and the Chadian government discussed a ceasefire.", "doha-chad-4"},
	})
}

// What would have been is not; a city's talks may be another state's.
func TestTalksThatAreNot(t *testing.T) {
	testRounds(t, []roundsCase{
		{"لو عُقدت جولة في جنيف غداً، لحضرها وفد الحكومة برئاسة دبلوماسي. هذه خلاصة عقد من مفاوضات السوريين، يكتب صاحب الرأي صباح 12 تشرين الأول 2023.", ""},
		{"جنيف، 12 تشرين الأول 2018. لولا الجولة التي عُقدت أمس في جنيف، وحضرها وفد الحكومة السورية، لما بقي من مفاوضات السوريين شيء.", "geneva-1"},
		{"الدوحة، 25 شباط 2022. تُرجأ بضعة أيام أخرى محادثات الدوحة التشادية، والسبب تأخر التأشيرات. وكان وفد الحكومة والحركات المسلحة سيبحثان وقف إطلاق النار.", "doha-chad-1"},
	})
}

// The agreement that other talks came to, a table and a first time are no rounds.
func TestNoRounds(t *testing.T) {
	testRounds(t, []roundsCase{
		{"13 تشرين الثاني 2022. اختتم قادة الجيش الإثيوبي وجبهة تحرير شعب تيغراي أمس السبت في نيروبي محادثات بدأت يوم الاثنين. وترأس الوفد الحكومي برهانو جولا.\n\nقال الطرفان إنهما بحثا الأمر.\n\nوقالا إن الوفود تعود.\n\nما علاقة ذلك باتفاق بريتوريا؟", "nairobi-ethiopia-1"},
		{"17 تشرين الأول 2021. جمع بيدرسون رئيسي اللجنة الدستورية السورية على طاولة واحدة قبل انطلاق الجولة السادسة في جنيف. واجتمعت «الدستورية» لأول مرة في 2019.", "constitutional-committee-6"},
	})
}

// A title may name the round that was agreed on: the article is about the one
// that has just ended.
func TestTitleOfTheRoundToCome(t *testing.T) {
	found, err := real(t).Facts(source.Document{Path: "rounds.txt", Text: "الطرفان يتفقان على جولة رابعة في آذار\n\n" +
		"9 كانون الثاني 2008 — اختتمت اليوم في بلدة مانهاست بضواحي نيويورك الجولة الثالثة من المفاوضات بين المغرب وجبهة البوليساريو."})
	if err != nil {
		t.Fatal(err)
	}
	want := Fact{"status", "manhasset-western-sahara-3", "concluded"}
	if !slices.ContainsFunc(found.Facts, func(f Fact) bool { return slices.Equal(f, want) }) {
		t.Errorf("got %q, want %q among them", found.Facts, want)
	}
}

// Arabic rounds that are counted, or told of, without the usual noun and number
// beside the name of their process.
func TestArabicRounds(t *testing.T) {
	testRounds(t, []roundsCase{
		{"18 مارس 2008. بدأت اليوم في مانهاست جولة جديدة من المفاوضات بين المغرب وجبهة البوليساريو، بعد ثلاث جولات سابقة لم تحقق تقدما.", "manhasset-western-sahara-4"},
		{"10 كانون الأول 2019. انطلقت اليوم في نور سلطان جولة جديدة من محادثات أستانا حول سوريا. وسبقتها ثلاث عشرة جولة كانت آخرها في آب الماضي.", "astana-14 astana-13"},
		{"11 ديسمبر 2020. استأنف وفدا مجلس النواب والمجلس الأعلى للدولة الليبيان محادثاتهما في بوزنيقة اليوم بعد جولتين سابقتين.", "bouznika-libya-3 bouznika-libya-1 bouznika-libya-2"},
		{"10 كانون الأول 2019. بدأت اليوم في نور سلطان الجولة الرابعة عشرة من محادثات أستانا حول سوريا، بعد جولتين من القصف على إدلب.", "astana-14"},
		{"29 نوفمبر 2018. اختتمت روسيا وتركيا وإيران اليوم في أستانا محادثات استمرت يومين حول إدلب. وهذا حادي عشر اجتماع بالصيغة نفسها.", "astana-11"},
		{"30 أكتوبر 2017. يلتقي ممثلو الدول الضامنة في مسار أستانا اليوم في العاصمة الكازاخية. وهذه المرة السابعة التي يجتمع فيها هؤلاء بحضور وفدي دمشق والمعارضة.", "astana-7"},
		{"24 كانون الثاني 2024. التقت الوفود المشاركة في الجولة 21 من مسار أستانا اليوم. وهي المرة الثانية التي يزور فيها الوزير السوري كازاخستان.", "astana-21"},
		{"16 أيلول 2017. اختتمت أمس الجولة السادسة من محادثات أستانا حول سوريا، وهي الأولى التي تقر فيها منطقة في إدلب.", "astana-6"},
		{"3 شباط 2021. اختتمت في جنيف الدورة الخامسة للجنة الدستورية السورية، والأولى التي يحضرها وفد المجتمع المدني كاملا.", "constitutional-committee-5"},
		{"8 أيلول 2020. بدأت الجولة الثانية من الحوار الليبي في بوزنيقة. وعقدت الأولى التي استضافها المغرب في أيلول.", "bouznika-libya-2 bouznika-libya-1"},
		{"30 يونيو 2024. انطلق اليوم في الدوحة الاجتماع الأممي الثالث بشأن أفغانستان بحضور وفد من طالبان.", "doha-afghanistan-3"},
		{"28 سبتمبر 2007. اختتمت المفاوضات بين المغرب والبوليساريو في مانهاست اليوم دون اتفاق. وأعلن المبعوث الأممي أن جولة ثالثة ستعقد في يناير.", "manhasset-western-sahara-2 manhasset-western-sahara-3"},
		{"10 ديسمبر 2019. استأنفت الحكومة السودانية والحركات المسلحة مفاوضات السلام في عاصمة جنوب السودان اليوم في جولة ثالثة.", "juba-sudan-3"},
		{"24 فبراير 2020. انتهت الجولة الثانية من محادثات اللجنة العسكرية الليبية المشتركة في جنيف. وستعود الأطراف إلى جنيف في مارس في جولة أخرى.", "libya-jmc-2 libya-jmc-3"},
		{"22 أيلول 2017. انتهت الجولة السادسة من محادثات أستانا حول سوريا. وفشلت المعارضة في جولة أخرى من القتال.", "astana-6"},
		{"22 آذار 2021. افتتح ملتقى الحوار السياسي الليبي في جنيف جولة ثالثة من لقاءاته، بينما اجتمعت اللجنة العسكرية 5+5 في سرت.", "libyan-political-dialogue-forum-3"},
		{"22 آب 2019. توجه الوفد الأميركي إلى الدوحة حيث يعقد جولة تاسعة من المحادثات مع طالبان، في المحطة الثانية من جولة تشمل كابل. وتبحث المحادثات وقف إطلاق النار وانسحاب القوات.", "doha-afghanistan-9"},
		{"3 ديسمبر 2001. يتواصل في بون المؤتمر الدولي حول أفغانستان لليوم الخامس بحضور تحالف الشمال.", "bonn-afghanistan-1"},
		{"20 يناير 2020. اختتم الأحد في برلين مؤتمر دولي حول تغير المناخ بمشاركة ليبيا وألمانيا.", ""},
		{"22 يوليو 2017. اتفق الفرقاء الليبيون في باريس اليوم على وقف إطلاق النار بعد محادثات استمرت يوما.", "paris-libya-1"},
		{"9 مارس 2011. اتفقت القوى اليمنية على الحوار في صنعاء.", ""},
		{"12 مارس 2023. اختتمت الحكومة الكولومبية وجيش التحرير الوطني في مكسيكو الجولة الثانية من محادثاتهما بلا هدنة.", "colombia-eln-2"},
		{"16 كانون الأول 2015. تتواصل في مدينة بييل السويسرية المفاوضات اليمنية برعاية الأمم المتحدة بين الحكومة والحوثيين.", "biel-yemen-1"},
		{"12 يناير 2021. نفت الخارجية القطرية اليوم ما نشرته صحف عن وجود محادثات في الدوحة بين الحكومة اليمنية والحوثيين. وقال الناطق باسمها إن بلاده لا تستضيف أي وفد.", ""},
		{"12 يناير 2021. نفى وفد الحوثيين في مسقط اليوم فشل المفاوضات مع الحكومة اليمنية، وقال إنها متواصلة في مسقط. وتبحث المشاورات وقف إطلاق النار.", "muscat-yemen-1"},
	})
}

// The summit whose leaders the first sentence names, the talks of the state that hosts, and
// rounds that are told without a noun.
func TestRoundsOfTheLead(t *testing.T) {
	testRounds(t, []roundsCase{
		{"17 September 2019. The last obstacle to a Syrian constitutional committee has been cleared, President Recep Tayyip Erdogan said after Monday's summit with Russia's Vladimir Putin and Iran's Hassan Rouhani.\n\nIt was the fifth of its kind. The committee may have its first session in October.", "astana-summit-5 constitutional-committee-1"},
		{"17 September 2019. The first session of the Syrian constitutional committee opened in Geneva on Tuesday, a week before a summit of Vladimir Putin and Recep Tayyip Erdogan.", "constitutional-committee-1"},
		{"Houthi team takes off for peace talks\n\n4 December 2018. The Houthis are on their way to Sweden, which will host consultations with Yemen's government from Thursday, the first between the two since those in Kuwait in 2016.", "stockholm-yemen-1"},
		{"12 February 2015. The Colombian government and the FARC finished the 32nd cycle of their peace talks in Havana on Thursday and announced that the next will start on February 25.", "havana-colombia-32 havana-colombia-33"},
		{"12 February 2015. The Colombian government and the FARC finished the 32nd cycle of their peace talks in Havana on Thursday. The last was held in January.", "havana-colombia-32 havana-colombia-31"},
		{"12 February 2015. The Colombian government and the FARC finished the 32nd cycle of their peace talks in Havana on Thursday. The next will be easier, a rebel said.", "havana-colombia-32"},
		{"9 June 2023. Colombia's government and the ELN closed the third cycle of their talks in Havana on Friday. The two sides meet again in Caracas on August 14.", "colombia-eln-3 colombia-eln-4"},
		{"U.N. puts off next session of Syria's constitution panel\n\nGENEVA, July 16, 2022 - The ninth session of the Syrian Constitutional Committee, which was to open on July 25, has been postponed, the U.N. envoy said on Saturday.", "constitutional-committee-9"},
	})
}

// A number that the text tells only of what it has spoken of as talks, and numbers that
// count something else.
func TestRoundsCalledByNumber(t *testing.T) {
	const juba = "10 December 2019. Another round of talks between Khartoum and Sudan's rebel movements started in Juba on Tuesday. "
	const geneva = "22 March 2022. Syrian government, opposition and civil society delegates discuss the constitution at the U.N. in Geneva. "
	const rome = "19 January 2017. The Philippine government and the National Democratic Front opened another round of peace talks in Rome on Thursday"
	testRounds(t, []roundsCase{
		{juba + "It is the second since the fall of Omar al-Bashir.", "juba-sudan-2"},
		{juba + "This week's meeting is the fifth this year.", "juba-sudan-5"},
		{juba + "The talks were already the third between the two sides.", "juba-sudan-3"},
		{juba + "A shell hit the market. It was the second of the day.", "juba-sudan-1"},
		{geneva + "It is session number seven of the Constitutional Committee. Number eight is planned for May.", "constitutional-committee-7 constitutional-committee-8"},
		{rome + ", after two earlier ones in Oslo last year.", "philippines-ndfp-3"},
		{rome + ", after two earlier strikes in Oslo last year.", "philippines-ndfp-1"},
		{"7 September 2018. Turkey's Tayyip Erdogan failed on Friday to win a ceasefire for Idlib from his Russian and Iranian counterparts at a summit in Tehran. It was the third time that the leaders of the three guarantors of the Astana process had met to discuss Syria.", "astana-summit-3"},
		{"23 February 2016. Afghanistan and Pakistan invited the Taliban to talks. The invitation came after a meeting of the Quadrilateral Coordination Group in Kabul, the group's fourth since January.", "quadrilateral-coordination-group-4"},
		{"ASTANA, 7 December 2017 - The next international meeting on Syria in Astana, the eighth, will take place on December 21 and 22, Kazakhstan's foreign ministry said on Thursday.", "astana-8"},
		{"Suu Kyi opens third Panglong conference\n\nNAYPYIDAW, 11 July 2018 - Myanmar's leader Aung San Suu Kyi opened a new session of the 21st Century Panglong peace conference in the capital on Wednesday.", "union-peace-conference-3"},
		{"29 October 2023. Colombia's Carlos Galan won the race for mayor of Bogota in the first round on Sunday, a defeat for the government. The opposition also won.", ""},
		{"12 July 2005. Indonesia and the Free Aceh Movement started what could be their last round of talks in Helsinki on Tuesday. It is the fifth this year.", "helsinki-aceh-5"},
		{"6 August 2016. Yemen's warring parties gathered for peace talks in Kuwait City on Thursday. The session was the pair's second since the spring.", "kuwait-yemen-2"},
		{"29 January 2021. The Syrian Constitutional Committee ended its week in Geneva on Friday. In all, its members have now held five sessions. A sixth has not been scheduled.", "constitutional-committee-5 constitutional-committee-6"},
		{"5 March 2015. The Colombian government and the FARC began cycle number thirty-three of their peace talks in Havana on Thursday.", "havana-colombia-33"},
		{"NAIROBI, 12 November 2022 - Army commanders from Ethiopia and Tigray signed a document in the Kenyan capital on Saturday after talks that had begun on Monday. Politicians had agreed on a truce at the peace talks in Pretoria, which ended on November 2.", "nairobi-ethiopia-1 pretoria-ethiopia-1"},
		{"26 October 2022. The Ethiopia peace talks between the government and the Tigray People's Liberation Front opened in Pretoria on Tuesday. They are the first formal peace talks between the two since the war broke out.", "pretoria-ethiopia-1"},
		{"Khalilzad back in Doha for ninth meeting with Taliban\n\nDOHA, Aug 22, 2019 - The US special envoy Zalmay Khalilzad arrived in the Qatari capital on Thursday. He hopes to finalise a deal to withdraw troops, officials said.", "doha-afghanistan-9"},
		{"DOHA, 21 May 2008 - Lebanon's rival leaders signed an agreement in Doha on Wednesday. The talks in the Qatari capital had opened on Friday to end the fighting.", "doha-lebanon-1"},
	})
}

// A roundsCase is a text, and the rounds that it is read to name, parted by spaces.
type roundsCase struct{ text, want string }

func testRounds(t *testing.T, cases []roundsCase) {
	t.Helper()
	l := real(t)
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			found := factsIn(t, l, c.text)
			var rounds []string
			for _, f := range found.Facts {
				if f[0] == "round" {
					rounds = append(rounds, f[1])
				}
			}
			if got := strings.Join(rounds, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
