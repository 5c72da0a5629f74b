package loader

import "testing"

// A text may count rounds: how many there have been and which follows, two in
// one phrase, one by its number alone.
func TestCountedRounds(t *testing.T) {
	testRounds(t, []roundsCase{
		{"ASTANA, 20 December 2017. Astana has hosted seven rounds of the Syria talks by now. Number eight begins tomorrow.", "astana-8"},
		{"GENEVA, 27 November 2017. Geneva has hosted seven rounds of UN talks on Syria. Round number eight opens there on Tuesday.", "geneva-8"},
		{"HAVANA, 1 March 2014. Twenty rounds of talks between Colombia's government and the FARC have been held in Havana. The next begins on Monday.", "havana-colombia-21"},
		{"ASTANA, 13 September 2017. After five rounds of talks on Syria in the Kazakh capital, a sixth gets going tomorrow.", "astana-6"},
		{"Geneva, November 28, 2017. The sixth and the seventh rounds of the Geneva talks on Syria ended with nothing agreed.", "geneva-6 geneva-7"},
		{"Geneva, November 28, 2017. The sixth and the seventh day of the Geneva talks on Syria ended with nothing agreed.", "geneva-1"},
		{"TEHRAN, 8 September 2018. The presidents of Russia, Iran and Turkey held their second summit on Syria in Ankara. Their third ended on Friday in Tehran.", "astana-summit-2 astana-summit-3"},
		{"SOCHI, Feb 17, 2021. Ahmad Tomah was at most Astana rounds. At the 15th, which closed in Sochi on Wednesday, he led the opposition.", "astana-15"},
		{"SOCHI, Feb 17, 2021. The 15th Astana round on Syria ended on Wednesday. A 16th would be pointless, Ahmad Tomah said.", "astana-15 astana-16"},
		{"SOCHI, Feb 17, 2021. The first Astana round on Syria ended on Wednesday. A second was a boy, the nurse said.", "astana-1"},
		{"SOCHI, Feb 17, 2021. The 15th Astana round broke up in Sochi on Wednesday. The 16th is pencilled in for July.", "astana-15 astana-16"},
		{"SOCHI, Feb 17, 2021. The 15th Astana round was won by a rider from Sochi on Wednesday. The riders of the home team took two medals, and their coach praised the horses.", ""},
		{"JEDDAH, Oct 30, 2023. \"Jeddah II\", as the army and the Rapid Support Forces call their new round, went into its second day on Monday.", "jeddah-sudan-2"},
		{"GENEVA, Oct 19, 2020. The fourth round of the 5+5 military talks began in Geneva on Monday.", "libya-jmc-4"},
		{"DOHA, Jan 6, 2021. The second intra-Afghan round opened in Doha on Wednesday.", "doha-afghanistan-2"},
		{"DOHA, Jan 6, 2021. The second intra-Asian match opened in Doha on Wednesday.", ""},
		{"GENEVA, June 17, 2022. The twelfth ministerial conference of the trade body ended on Friday. It had been planned for Nur-Sultan, the capital of Kazakhstan.", ""},
		{"OSLO, June 17, 2022. Syria's pharmacists held their fourth conference in Damascus on Friday, with delegations from Iraq and Jordan.", ""},
	})
}

// A round may be told by what is around it: by those before it, by its guarantors, by
// where and when others were.
func TestRoundsToldBeside(t *testing.T) {
	testRounds(t, []roundsCase{
		{"MUSCAT, July 1, 2024 - Yemen's government and the Houthis met on Monday for the ninth of their rounds of talks.", "muscat-yemen-9"},
		{"MOSCOW, July 1, 2020 - The presidents of Russia, Iran and Turkey conferred by video on Wednesday, in the sixth of their summits on Syria.", "astana-summit-6"},
		{"ASTANA, 15 June 2022 - The guarantors of the Syria truce are meeting on Wednesday for the eighteenth time. Syria's government and opposition are there.", "astana-18"},
		{"MOSCOW, 20 October 2021 - Ten countries met the Taliban on Wednesday, in the third meeting, a one-day affair, of the Moscow format on Afghanistan.", "moscow-format-3"},
		{"ISTANBUL, 23 July 2025 - Russia and Ukraine agreed on Wednesday to swap prisoners. The meeting was their third in Istanbul since May. The ceasefire talks went nowhere.", "istanbul-ukraine-3"},
		{"NUR-SULTAN, 10 December 2019 - It was the first round of the Astana talks in eight months. The 14th round opened on Tuesday, with delegations of Russia, Turkey and Iran.", "astana-14"},
		{"GENEVA, 18 October 2021 - The Syrian Constitutional Committee began a new session on Monday. The fifth session, in January, ended in disappointment.", "constitutional-committee-6 constitutional-committee-5"},
		{"KUALA LUMPUR, 1 August 2022 - Thailand's government and the BRN separatists returned to the table on Monday. Their fourth round, in late March, ended with a truce.", "kuala-lumpur-thailand-5 kuala-lumpur-thailand-4"},
		{"ADDIS ABABA, 17 May 2018 - The third phase of the High-Level Revitalization Forum for South Sudan opened on Thursday. The second phase, in February, made progress.", "high-level-revitalization-forum-3 high-level-revitalization-forum-2"},
		{"ADDIS ABABA, 17 May 2018 - The third phase of the withdrawal from Juba began on Thursday.", ""},
		{"HAVANA, 9 June 2023 - Colombia and the ELN closed the third cycle of their talks on Friday, after a first one in Caracas last November.", "colombia-eln-3 colombia-eln-1"},
		{"GENEVA, 23 March 2017 - The fifth round of the intra-Syrian talks began on Thursday. In Astana last week, at the third meeting there, the rebels stayed away.", "geneva-5 astana-3"},
		{"KUWAIT CITY, 18 April 2016 - Peace talks on Yemen in Kuwait were put off on Monday. An earlier attempt, at the Swiss village of Biel in December, ended without an agreement between the government and the Houthis.", "kuwait-yemen-1 biel-yemen-1"},
		{"GENEVA, 30 June 2021 - The 52nd round of the Geneva International Discussions on Georgia closed on Wednesday much as the one in December had. The talks followed a war.", "geneva-international-discussions-52 geneva-international-discussions-51"},
		{"GENEVA, 22 September 2016 - The third round of talks on shipping lanes in the Mediterranean, to which Syria sent nobody, closed in Geneva on Thursday. The port authorities and the shipping companies agreed on lower fees for container ships.", ""},
		{"CONAKRY, 14 October 2016 - Guinea-Bissau's rival politicians closed four days of talks in Guinea on Friday. The delegation of the ruling party signed an agreement under a mediator.", "conakry-guinea-bissau-1"},
	})
}
