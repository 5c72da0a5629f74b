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
		{"SOCHI, Feb 17, 2021. The 15th Astana round was won by a rider from Sochi on Wednesday.", ""},
		{"JEDDAH, Oct 30, 2023. \"Jeddah II\", as the army and the Rapid Support Forces call their new round, went into its second day on Monday.", "jeddah-sudan-2"},
		{"GENEVA, Oct 19, 2020. The fourth round of the 5+5 military talks began in Geneva on Monday.", "libya-jmc-4"},
		{"DOHA, Jan 6, 2021. The second intra-Afghan round opened in Doha on Wednesday.", "doha-afghanistan-2"},
		{"DOHA, Jan 6, 2021. The second intra-Asian match opened in Doha on Wednesday.", ""},
	})
}
