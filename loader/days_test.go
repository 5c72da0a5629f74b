package loader

import (
	"slices"
	"strings"
	"testing"
)

// What an article says of its talks as a whole, and of their days, from its title to
// its last line.
func TestDaysOfTalks(t *testing.T) {
	l := real(t)
	for _, c := range []struct{ name, text, want, not string }{
		{"a title that opens them", "Fourth round opens in Geneva\n\nGENEVA, 23 February 2017 - Syria's government and opposition sat in one room on Thursday, at the intra-Syrian talks.", "start geneva-4 2017-02-23", ""},
		{"a title that says when", "Fourth round opens in Geneva tomorrow\n\nGENEVA, 22 February 2017 - Syria's government and opposition packed on Wednesday for the intra-Syrian talks.", "", "start geneva-4 2017-02-22"},
		{"an evening to come", "28 November 2017. The eighth round of the intra-Syrian talks opens in Geneva this evening. The government delegation is led by Bashar Jaafari.", "status geneva-8 announced", ""},
		{"an evening that came", "28 November 2017. The eighth round of the intra-Syrian talks opened in Geneva this evening. The government delegation is led by Bashar Jaafari.", "status geneva-8 underway", ""},
		{"negotiations that get under way tomorrow", "22 February 2017. The intra-Syrian negotiations get under way in Geneva tomorrow. The government delegation is led by Bashar Jaafari.", "status geneva-1 announced", ""},
		{"earlier talks without a number", "11 October 2010. Peace talks on Northern Ireland are to open in Belfast on 12 October. The British team is led by Gordon Brown. The last comparable gathering, at a castle in September 2004, broke up without agreement.",
			"status belfast-northern-ireland-1 announced", "outcome belfast-northern-ireland-1 no-agreement"},
		{"days with the last one told again", "29 November 2005. The seventh round of the Darfur peace talks opened in Abuja on Tuesday.\n\nThe sixth round lasted from 15 September to 20 October and adjourned.", "start abuja-darfur-6 2005-09-15", ""},
		{"the round after one without a number", "RAMBOUILLET, 23 February 1999 - The Rambouillet peace talks on Kosovo, which opened on 6 February, ended on Tuesday. The parties are to reconvene in France on March 15.", "start rambouillet-2 1999-03-15", ""},
		{"two rounds behind a dateline, of which no more are the article's", "GENEVA, 28 November 2017 - The sixth and seventh rounds of the intra-Syrian talks in Geneva, in May and in July, ended with nothing agreed. After seven rounds, an eighth opened in the Swiss city on Tuesday.", "outcome geneva-7 no-agreement", "outcome geneva-8 no-agreement"},
		{"delegations that did not agree", "الكويت - 6 - 8 (خبر) -- رفع المبعوث إسماعيل ولد الشيخ أحمد اليوم السبت مشاورات السلام اليمنية التي استضافتها الكويت منذ 21 أبريل الماضي دون اتفاق بين وفدي الحكومة والحوثيين.", "delegation kuwait-yemen-1 houthis", ""},
		{"a delegation that did not come", "الكويت - 6 - 8 (خبر) -- رفع المبعوث إسماعيل ولد الشيخ أحمد اليوم السبت مشاورات السلام اليمنية التي استضافتها الكويت منذ 21 أبريل الماضي دون حضور وفد الحوثيين.", "", "delegation kuwait-yemen-1 houthis"},
		{"heads with days and rounds", "Minsk, one year on\n\nMINSK, 12 February 2016 - Ukraine has waited for a year.\n\n5 SEPTEMBER 2014: MINSK I\nHeidi Tagliavini signed for the OSCE, former president Leonid Kuchma for Ukraine.\n\n11-12 FEBRUARY 2015: MINSK II\nThe second meeting of the Minsk talks went on for sixteen hours.", "start minsk-2 2015-02-11", "member minsk-2 osce heidi-tagliavini"},
		{"today in a heading, which dates no entry", "The Morning Brief\nMonday, 4 January 2021\n\nAfghan negotiators are back in Doha for the second round of the intra-Afghan talks, which begins tomorrow.\n\nHow we got here: The first round opened in Doha on September 12 and broke up on December 14.\n\nALSO TODAY\nPakistan's wheat imports.", "end doha-afghanistan-1 2020-12-14", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := factsIn(t, l, c.text)
			has := func(fact string) bool {
				return slices.ContainsFunc(found.Facts, func(f Fact) bool { return strings.Join(f, " ") == fact })
			}
			if c.want != "" && !has(c.want) || c.not != "" && has(c.not) {
				t.Errorf("got %q, want %q and not %q", found.Facts, c.want, c.not)
			}
		})
	}
}
