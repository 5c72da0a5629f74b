package loader

import (
	"slices"
	"testing"

	"peacetalks/loader/source"
)

// What was talked about may be told by a list, or as the answer to a question.
func TestTopicsOfAnswers(t *testing.T) {
	const opened = "Nur-Sultan, 8 July 2021. The 16th round of the Astana talks on Syria ended on Thursday.\n\n"
	l := real(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"What's being discussed?\n\n- Detainees: Idlib was shelled again on the day.\n\n- Elections, on which nobody had brought a paper.\n\nIdlib is quiet.", []string{"detainees", "elections"}},
		{"What they talked about. Refugees, according to one of them.\n\nIdlib is quiet.", []string{"refugee-return"}},
		{"What did you spend the days on?\n\nOn detainees. Then on elections. Idlib is quiet.", []string{"detainees", "elections"}},
		{"Three questions were taken up in turn:\n\n* Monday: elections\n* Tuesday: detainees\n\nIdlib is quiet.", []string{"elections", "detainees"}},
		{"Who rules there?\n\n- Idlib: the rebels.\n\n- Detainees: nobody.", nil},
	} {
		found := factsIn(t, l, opened+c.text)
		var got []string
		for _, f := range found.Facts {
			if f[0] == "agenda" {
				got = append(got, f[2])
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %v\nwant %v", c.text, got, c.want)
		}
	}
}

// A meeting without a day, told the morning after the round, was on its last day, and
// "the congress" is the one named before.
func TestMorningAfter(t *testing.T) {
	l := real(t)
	found := factsIn(t, l, "GENEVA, 15 December 2017 - The eighth round of the U.N.-led talks in Geneva opened on 28 November and ended on Thursday. "+
		"Staffan de Mistura met the opposition delegation until late. The Syrian National Dialogue Congress comes next.\n\nThe congress is to be held in Sochi on Jan. 29-30.")
	for _, want := range []Fact{{"meeting", "geneva-8", "2017-12-14", "syria-opposition+un"}, {"start", "sochi-congress-1", "2018-01-29"}, {"end", "geneva-8", "2017-12-14"}} {
		if !slices.ContainsFunc(found.Facts, func(f Fact) bool { return slices.Equal(f, want) }) {
			t.Errorf("no %v in %v", want, found.Facts)
		}
	}
}

// The day at a text's end tells which talks there were; two meetings in another
// country are none of those that the article is about.
func TestTalksOfTheDay(t *testing.T) {
	l := real(t)
	for _, c := range []struct{ text, want string }{
		{"VIENNA - U.N.-led peace talks on Syria ended in Vienna late on Friday. The ninth round of them dealt with the constitution.\n\n27 January 2018", "geneva-9"},
		{"الكويت، 22 نيسان/أبريل 2016 - بدأت في الكويت أمس مشاورات السلام اليمنية برعاية الأمم المتحدة. وسبق هذه المشاورات لقاءان في سويسرا.", "kuwait-yemen-1"},
	} {
		found := factsIn(t, l, c.text)
		if !slices.ContainsFunc(found.Facts, func(f Fact) bool { return f[0] == "status" && f[1] == c.want }) {
			t.Errorf("%s: no status of %s in %v", c.text, c.want, found.Facts)
		}
	}
}

// What there is not gives nothing: days of no year, summits of other bodies, lists of
// what was struck off, and what is only asked.
func TestNothingOfIt(t *testing.T) {
	const opened = "Nur-Sultan, 10 December 2019. The 14th round of the Astana talks on Syria began on Tuesday.\n\n"
	l := real(t)
	for text, without := range map[string][]string{
		"It will end on November 31.":                                                       {"1970-01-01"},
		"Struck from the agenda:\n\n- sanctions, for now\n\n- the elections.":               {"sanctions", "elections"},
		"Did Iran and Jordan sign an agreement? Not yet.":                                   {"agreement", "jordan"},
		"The 15th summit of the Economic Cooperation Organization met Erdogan in Ashgabat.": {"astana-summit-15"},
		"If a 15th round were held, Iraq's delegation might meet the Turkish one.":          {"meeting", "iraq"},
		"Moscow denied on Monday that Lavrentyev had met the Turkish delegation.":           {"meeting"},
		"Lavrentyev would have met the Turkish delegation, had he arrived in time.":         {"meeting"},
		"ولولا الضباب لكان لافرنتييف قد التقى الوفد التركي.":                                {"meeting"},
	} {
		found := factsIn(t, l, opened+text)
		if len(found.Facts) == 0 {
			t.Errorf("%s: no facts at all", text)
		}
		for _, f := range found.Facts {
			if slices.ContainsFunc(f, func(part string) bool { return slices.Contains(without, part) }) {
				t.Errorf("%s: %v", text, f)
			}
		}
	}
}

// A round that was called off, or a summit that somebody denies, seats nobody; an article
// about the meeting of some other body gives nothing.
func TestCalledOff(t *testing.T) {
	l := real(t)
	for text, only := range map[string][]string{
		"SOCHI, June 3, 2017 - The fifth round of the Astana talks on Syria, due to open on June 12, was cancelled, Kazakhstan said.":         {"round", "status", "start", "venue", "statement"},
		"SOCHI, May 7, 2019 - The Kremlin denied on Monday that Putin, Erdogan and Rouhani would meet for a sixth summit on Syria.":           {"round", "venue", "delegation", "statement"},
		"ELMAU, June 27, 2022 - Leaders of the G7 summit spoke of Syria on Sunday. Erdogan met Macron and called for talks in Astana.":        nil,
		"جدة، 19 مايو 2023 - انطلقت أعمال القمة العربية الجمعة بمشاركة رؤساء وفود. وبحث القادة ملف سوريا ومسار أستانا، وترأس وفد مصر السيسي.": nil,
	} {
		found := factsIn(t, l, text)
		for _, f := range found.Facts {
			if !slices.Contains(only, f[0]) || f[0] == "status" && f[2] != "cancelled" {
				t.Errorf("%s: %v", text, f)
			}
		}
		if only != nil && len(found.Facts) == 0 {
			t.Errorf("%s: no facts at all", text)
		}
	}
}

// Those who are invited to the next round as observers observe that one.
func TestObserversOfTheNextRound(t *testing.T) {
	found, err := real(t).Facts(source.Document{Path: "next.txt", Text: "NUR-SULTAN, April 27, 2019 - The 12th round of the Astana talks on Syria closed on Friday. " +
		"The 13th will be held in July. The guarantors decided to invite Iraq and Lebanon to the next meeting as observers."})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found.Facts {
		if f[0] == "observer" && f[1] != "astana-13" {
			t.Errorf("%v", f)
		}
	}
	if !slices.ContainsFunc(found.Facts, func(f Fact) bool { return slices.Equal(f, Fact{"observer", "astana-13", "iraq"}) }) {
		t.Errorf("no observer of the next round in %v", found.Facts)
	}
}
